"""The figures of a trial as a picture: where disputes end, and how long they take.

SVG without scripts and style sheets; what tells two protocols apart is the pattern and the words
beside it as well as the colour. The table says the same.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from typing import NamedTuple

from concord.core.workshop.drawing.measure import width_of
from concord.core.workshop.trial.figures import Figures
from concord.core.workshop.trial.telling import LEFT_OPEN, percent

_INK, _QUIET, _GRID, _LIMIT = "#0b0c0c", "#484949", "#cecece", "#ca3535"
_COLOURS = ("#1d4a73", "#8ab3d6")
_DASHES = ("", ' stroke-dasharray="7 4"')
_FONT = "Arial, Helvetica, 'Liberation Sans', 'Nimbus Sans', Arimo, sans-serif"
_WIDE, _NARROW, _SIZE = 900, 360, 14
_BAR, _BETWEEN, _PAD, _CURVE = 18, 12, 8, 220
_DAYS_A_TICK, _MOST_DAYS = 5, 60


class _Canvas(NamedTuple):
    width: int
    parts: list[str]

    def text(self, x: float, y: float, text: str, *, more: str = "") -> None:
        self.parts.append(f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(text)}</text>')

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' fill="{colour}"/>'
        )

    def line(self, points: Sequence[tuple[float, float]], look: str) -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.parts.append(f'<polyline points="{path}" fill="none" {look}/>')


def chart(
    found: Sequence[Figures], names: Sequence[str], *, prefix: str = "chart", wide: bool = True
) -> str:
    """A picture of the figures of one or two protocols under their names.

    `prefix` begins each id; a picture that is not wide fits the screen of a phone.
    """
    canvas = _Canvas(_WIDE if wide else _NARROW, [])
    height = _legend(canvas, names)
    height = _bars(canvas, found, height)
    height = _curves(canvas, found, height)
    about = "; ".join(
        f"{name}: half are resolved within {each.median} working days, nine in ten within "
        f"{each.ninetieth}, {percent(each.share(each.over))} take longer than {each.limit} or are "
        "left open"
        for name, each in zip(names, found, strict=True)
    )
    mark, size = escape(prefix), f"0 0 {canvas.width} {height:.0f}"
    label = f'aria-labelledby="{mark}-title {mark}-about"'
    looks = f'font-family="{_FONT}" font-size="{_SIZE}" fill="{_INK}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {label} viewBox="{size}" {looks}>',
        f'<title id="{mark}-title">Where disputes are resolved, and how long they take</title>',
        f'<desc id="{mark}-about">{escape(about)}</desc>',
        f'<rect width="{canvas.width}" height="{height:.0f}" fill="#ffffff"/>',
    )
    return "\n".join((*head, *canvas.parts, "</svg>")) + "\n"


def _legend(canvas: _Canvas, names: Sequence[str]) -> float:
    for nth, name in enumerate(names):
        y = _PAD + nth * (_SIZE + _PAD)
        canvas.box(_PAD, y, 28, _SIZE, _COLOURS[nth])
        canvas.line([(_PAD + 36, y + 7), (_PAD + 72, y + 7)], _look(nth))
        canvas.text(_PAD + 82, y + 12, name)
    return _PAD + len(names) * (_SIZE + _PAD) + _PAD


def _look(nth: int) -> str:
    return f'stroke="{_COLOURS[0]}" stroke-width="2.5"{_DASHES[nth]}'


def _heading(canvas: _Canvas, y: float, text: str) -> float:
    canvas.text(_PAD, y + 20, text, more=' font-weight="bold" font-size="16"')
    return y + 34


def _bars(canvas: _Canvas, found: Sequence[Figures], y: float) -> float:
    y = _heading(canvas, y, "Where they are resolved")
    shares = [_shares(each) for each in found]
    labels = dict.fromkeys(label for each in shares for label in each)
    for label in sorted(labels, key=LEFT_OPEN.__eq__):
        canvas.text(_PAD, y + 13, label)
        y += _SIZE + 6
        for nth, each in enumerate(shares):
            if label in each:
                _bar(canvas, each[label], y, _COLOURS[nth])
                y += _BAR + 2
        y += _BETWEEN
    return y


def _shares(figures: Figures) -> dict[str, float]:
    places = {label: figures.share(count) for label, count in figures.ends}
    return {**places, LEFT_OPEN: figures.share(figures.unsettled)}


def _bar(canvas: _Canvas, share: float, y: float, colour: str) -> None:
    said = percent(share)
    room = canvas.width - 3 * _PAD - width_of("100.0 %", _SIZE)
    canvas.box(_PAD, y, max(share * room, 1), _BAR, colour)
    canvas.text(_PAD + max(share * room, 1) + 6, y + 14, said)


def _curves(canvas: _Canvas, found: Sequence[Figures], y: float) -> float:
    y = _heading(canvas, y, "Resolved within so many working days")
    last = min(max((day for each in found for day in each.days), default=0), _MOST_DAYS)
    last = -(-max(last, max(each.limit_days for each in found) + 1) // _DAYS_A_TICK) * _DAYS_A_TICK
    left, right, bottom = _PAD + 48.0, canvas.width - 3.0 * _PAD, y + _CURVE
    across = (right - left) / last
    for part in range(5):
        level = bottom - _CURVE * part / 4
        canvas.line([(left, level), (right, level)], f'stroke="{_GRID}" stroke-width="1"')
        canvas.text(left - 6, level + 5, f"{part * 25} %", more=' text-anchor="end"')
    for day in range(0, last + 1, _DAYS_A_TICK if canvas.width == _WIDE else 2 * _DAYS_A_TICK):
        canvas.text(left + day * across, bottom + 18, str(day), more=' text-anchor="middle"')
    for days, limit in sorted({(each.limit_days, each.limit) for each in found}):
        at = left + days * across
        canvas.line([(at, y), (at, bottom)], f'stroke="{_LIMIT}" stroke-width="2"')
        canvas.text(at + 5, bottom - 8, limit, more=f' fill="{_LIMIT}"')
    for nth, each in enumerate(found):
        points = [
            (left + day * across, bottom - _CURVE * share)
            for day, share in enumerate(_within(each, last))
        ]
        canvas.line(points, _look(nth))
    return bottom + 30


def _within(figures: Figures, last: int) -> Iterator[float]:
    counts = (figures.days.get(day, 0) for day in range(last + 1))
    return (figures.share(count) for count in accumulate(counts))
