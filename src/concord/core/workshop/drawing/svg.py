"""A placed drawing as SVG: without scripts, style sheets or anything from elsewhere.

Its looks are attributes of the elements, so that a page with a strict content policy can hold it.
"""

from collections.abc import Iterator
from html import escape

from concord.core.workshop.drawing.filling import PAD, WORDS
from concord.core.workshop.drawing.layout import PAGE_HEIGHT, PAGE_WIDTH
from concord.core.workshop.drawing.plan import COMPARING, RUNGS, Kind, Mark
from concord.core.workshop.drawing.shapes import Arrow, Frame, Laid, Text

INK, QUIET, LINE, PAPER = "#0b0c0c", "#484949", "#1d4a73", "#ffffff"
# The head and the body of each kind of box: light tints of the palette, under dark text.
FILLS = {
    Kind.BEGIN: ("#cce2d8", PAPER),
    Kind.INFORMAL: ("#e3e4e5", PAPER),
    Kind.STAGE: ("#cfe1f2", PAPER),
    Kind.STEP: (PAPER, PAPER),
    Kind.END: ("#cce2d8", PAPER),
    Kind.WAY_IN: ("#dfdbec", PAPER),
    Kind.ALWAYS: ("#e3e4e5", PAPER),
    Kind.HOLD: ("#fff2b3", PAPER),
    Kind.ADVICE: ("#e3e4e5", PAPER),
    Kind.REFERRAL: ("#fbdcc8", PAPER),
    Kind.TOTAL: ("#e8f1f8", "#e8f1f8"),
    Kind.KEY: ("#f3f2f1", PAPER),
}
_FONT = "Arial, Helvetica, 'Liberation Sans', 'Nimbus Sans', Arimo, sans-serif"
_UNSEEN = "\N{REPLACEMENT CHARACTER}"
_ROUND = (Kind.BEGIN, Kind.END)


def as_svg(laid: Laid, *, title: str, about: str, prefix: str, on_paper: bool) -> str:
    """The drawing as one SVG element.

    `prefix` begins each id, so that two drawings can stand on one page; `on_paper` gives it the
    size of an A4 page's inside, else it is as wide as the place that it stands in.
    """
    height, width = _number(laid.height), _number(laid.width)
    label = f'aria-labelledby="{escape(prefix)}-title {escape(prefix)}-about"'
    sized = _size(laid) if on_paper else ""
    seen = f'viewBox="0 0 {width} {height}" font-family="{_FONT}" fill="{INK}"'
    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {label}{sized} {seen}>',
        f'<title id="{escape(prefix)}-title">{_said(title)}</title>',
        f'<desc id="{escape(prefix)}-about">{_said(about)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *(_text(each) for each in laid.heading),
        *(part for each in laid.arrows for part in _arrow(each)),
        *(part for each in laid.frames for part in _frame(each, prefix)),
        "</svg>",
    )
    return "\n".join(parts) + "\n"


def _size(laid: Laid) -> str:
    """In millimetres: a page's inside, or as much of it as keeps the shape."""
    scale = PAGE_WIDTH / laid.width
    if not laid.sheet:
        scale = min(scale, PAGE_HEIGHT / laid.height)
    width, height = laid.width * scale, laid.height * scale
    return f' width="{_number(width)}mm" height="{_number(height)}mm"'


def _said(text: str) -> str:
    """Escaped, without characters that cannot stand in XML or that turn a line round."""
    line = " ".join(text.split())
    return escape("".join(each if each.isprintable() else _UNSEEN for each in line))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: Text) -> str:
    weight = ' font-weight="700"' if text.bold else ""
    anchor = ' text-anchor="end"' if text.ends else ""
    ink = f' fill="{QUIET}"' if text.quiet else ""
    lines = (
        f'<tspan x="{_number(text.x)}" y="{_number(text.y + number * text.leading)}">'
        f"{_said(line)}</tspan>"
        for number, line in enumerate(text.lines)
    )
    return f'<text font-size="{_number(text.size)}"{weight}{anchor}{ink}>{" ".join(lines)}</text>'


def _frame(frame: Frame, prefix: str) -> Iterator[str]:
    yield f'<g id="{escape(f"{prefix}-{frame.id}")}">'
    if frame.kind is not Kind.STEP:
        yield from _box(frame)
    yield from (_text(each) for each in frame.texts)
    if frame.stand:
        y = frame.y + frame.head + 3
        yield _sign(frame.stand.mark, frame.x + PAD, y + 2)
    yield "</g>"


def _box(frame: Frame) -> Iterator[str]:
    head, body = FILLS[frame.kind]
    corner = ' rx="12"' if frame.kind in _ROUND else ""
    here = frame.stand is not None and frame.stand.mark is Mark.HERE
    compared = frame.stand is not None and frame.stand.mark in COMPARING
    width = "4" if here or compared else "2" if frame.kind in RUNGS else "1.2"
    broken = ' stroke-dasharray="6 3"' if _is_broken(frame) else ""
    place = f'x="{_number(frame.x)}" y="{_number(frame.y)}" width="{_number(frame.width)}"'
    whole = f'{place} height="{_number(frame.height)}"{corner}'
    yield f'<rect {whole} fill="{body}"/>'
    yield f'<rect {place} height="{_number(frame.head)}"{corner} fill="{head}"/>'
    yield f'<rect {whole} fill="none" stroke="{LINE}" stroke-width="{width}"{broken}/>'


def _is_broken(frame: Frame) -> bool:
    skipped = frame.stand is not None and frame.stand.mark in (Mark.SKIPPED, Mark.REMOVED)
    return skipped or frame.kind in (Kind.WAY_IN, Kind.REFERRAL)


def _arrow(arrow: Arrow) -> Iterator[str]:
    broken = ' stroke-dasharray="5 3"' if arrow.dashed else ""
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in arrow.points)
    line = f'fill="none" stroke="{LINE}" stroke-width="1.6"'
    yield f'<polyline points="{points}" {line}{broken}/>'
    if arrow.head:
        yield f'<path d="{_tip(*arrow.points[-2:])}" fill="{LINE}"/>'


def _tip(before: tuple[float, float], end: tuple[float, float]) -> str:
    x, y = end
    if before[0] == x:
        back = y - 9 if y > before[1] else y + 9
        corners = ((x - 5, back), (x + 5, back))
    else:
        back = x - 9 if x > before[0] else x + 9
        corners = ((back, y - 5), (back, y + 5))
    sides = "".join(f"L{_number(a)} {_number(b)}" for a, b in corners)
    return f"M{_number(x)} {_number(y)}{sides}Z"


def _sign(mark: Mark, x: float, y: float) -> str:
    """A shape for where a dispute stands: a tick, a full arrowhead, or two bars; and for what is
    new, changed or taken out: a plus, a full diamond, or a minus.
    """
    size = WORDS
    shapes = {
        Mark.PASSED: f"M{_number(x)} {_number(y + size / 2)}l4 5l8 -11",
        Mark.HERE: f"M{_number(x)} {_number(y)}l12 {_number(size / 2)}l-12 {_number(size / 2)}Z",
        Mark.SKIPPED: f"M{_number(x)} {_number(y + 4)}h12M{_number(x)} {_number(y + 9)}h12",
        Mark.ADDED: f"M{_number(x)} {_number(y + 6)}h12M{_number(x + 6)} {_number(y)}v12",
        Mark.CHANGED: f"M{_number(x + 6)} {_number(y)}l6 6l-6 6l-6 -6Z",
        Mark.REMOVED: f"M{_number(x)} {_number(y + 6)}h12",
    }
    fill = INK if mark in (Mark.HERE, Mark.CHANGED) else "none"
    return f'<path d="{shapes[mark]}" fill="{fill}" stroke="{INK}" stroke-width="2.4"/>'
