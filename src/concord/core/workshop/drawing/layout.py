"""Where everything stands: boxes below each other, none over another, arrows across and down.

A wide drawing has the overall limit at the left, the ladder in the middle and what can happen at
any time at the right. A narrow one, for a phone, has all of it below each other.
"""

from dataclasses import dataclass

from concord.core.workshop.drawing.filling import PAD, PLACE, WORDS, filled, moved
from concord.core.workshop.drawing.measure import lines_of
from concord.core.workshop.drawing.plan import RUNGS, Box, Kind, Plan
from concord.core.workshop.drawing.shapes import Arrow, Frame, Laid, Text

# An A4 page less a margin of 12 millimetres on each side.
PAGE_WIDTH, PAGE_HEIGHT = 186.0, 273.0
# The letters of a drawing that is made to fit on one page are no smaller than 6 points.
_SMALLEST = 6 / 72 * 25.4
_HEADING = 20.0
_STEP = 44.0
_LANES = 30.0  # the room for the lines from the ways in
_GAP = 11.0
_CLOSE, _APART = 3.0, 15.0


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand, and how wide they are."""

    width: float
    bar: float
    ladder: float
    ladder_width: float
    side: float
    side_width: float
    is_wide: bool


_WIDE = _Columns(1000, 10, 118, 542, 714, 276, is_wide=True)
_NARROW = _Columns(366, 6, 22, 338, 22, 338, is_wide=False)


def laid_out(plan: Plan, *, wide: bool = True) -> Laid:
    """Place a drawing. A wide one that would be printed on one page in letters under 6 points is
    broken into sheets of a page's height, between two boxes.
    """
    columns = _WIDE if wide else _NARROW
    laid = _place(plan, columns, sheet=0)
    most = PAGE_HEIGHT / (_SMALLEST / WORDS)
    if wide and laid.height > most:
        return _place(plan, columns, sheet=columns.width * PAGE_HEIGHT / PAGE_WIDTH)
    return laid


def _place(plan: Plan, columns: _Columns, *, sheet: float) -> Laid:
    laid = Laid(columns.width, sheet=sheet)
    top = _heading(plan, laid, columns)
    if not columns.is_wide:
        limit = _at(plan.total, columns.ladder, top, columns.ladder_width)
        top = _put(laid, limit).bottom + _GAP
    bottom = _ladder(plan, laid, columns, top)
    side = _side(plan, laid, columns, top if columns.is_wide else bottom)
    bottom = _total(plan, laid, columns, max(bottom, side))
    for box in plan.below:
        bottom = _below(laid, box, columns, bottom, side)
    if columns.is_wide:
        _ways(plan, laid, columns)
        _outside(laid, columns)
    _finish(laid, bottom)
    return laid


def _below(laid: Laid, box: Box, columns: _Columns, bottom: float, side: float) -> float:
    """Below everything, or beside the ladder where there is room for it."""
    if not columns.is_wide:
        return _put(laid, _at(box, columns.ladder, bottom, columns.ladder_width)).bottom + _GAP
    beside = _kept(laid, _at(box, columns.side, side, columns.side_width))
    if beside.bottom <= bottom:
        laid.frames.append(beside)
        return bottom
    whole = columns.width - 2 * columns.bar
    frame = filled(box, columns.bar, bottom, whole, columns=True)
    return _put(laid, frame).bottom + _GAP


def _at(box: Box, x: float, y: float, width: float) -> Frame:
    return filled(box, x, y, width, columns=False)


def _heading(plan: Plan, laid: Laid, columns: _Columns) -> float:
    y, left = 8.0, columns.bar
    room = columns.width - 2 * left
    for words, size, bold in (
        (plan.title, _HEADING, True),
        *((e, WORDS, False) for e in plan.about),
    ):
        lines = lines_of(words, size, room, bold=bold)
        text = Text(left, y + size, lines, size, room, bold=bold)
        laid.heading.append(text)
        y += len(lines) * text.leading + 3
    return y + _GAP


def _put(laid: Laid, frame: Frame) -> Frame:
    kept = _kept(laid, frame)
    laid.frames.append(kept)
    return kept


def _kept(laid: Laid, frame: Frame) -> Frame:
    """A box at its place, or on the next sheet where it would stand across two."""
    if not laid.sheet:
        return frame
    end = (frame.y // laid.sheet + 1) * laid.sheet
    if frame.bottom <= end - 2 * _GAP or frame.height > laid.sheet - 4 * _GAP:
        return frame
    return moved(frame, end + 2 * _GAP - frame.y)


def _ladder(plan: Plan, laid: Laid, columns: _Columns, top: float) -> float:
    y, before = top, None
    for box in plan.ladder:
        step = _STEP if box.kind is Kind.STEP else 0.0
        x, width = columns.ladder + step, columns.ladder_width - step
        frame = _put(laid, filled(box, x, y, width, columns=columns.is_wide))
        if frame.kind is not Kind.STEP:
            if before:
                _down(laid, before, frame, columns)
            before = frame
        y = frame.bottom + (_CLOSE if _is_close(plan, box) else _APART)
    return y - _APART + _GAP


def _is_close(plan: Plan, box: Box) -> bool:
    """Whether a step follows: it stands close below the box that it leads on from."""
    at = plan.ladder.index(box)
    following = plan.ladder[at + 1 : at + 2]
    return any(each.kind is Kind.STEP for each in following)


def _down(laid: Laid, before: Frame, frame: Frame, columns: _Columns) -> None:
    x = columns.ladder + 24
    laid.arrows.append(Arrow(((x, before.bottom), (x, frame.y))))


def _side(plan: Plan, laid: Laid, columns: _Columns, top: float) -> float:
    y = top
    for box in plan.beside:
        frame = _put(laid, _at(box, columns.side, y, columns.side_width))
        y = frame.bottom + _GAP
    return y


def _total(plan: Plan, laid: Laid, columns: _Columns, bottom: float) -> float:
    """The overall limit as a bar from where it counts to the end of the last stage."""
    stages = [each for each in laid.frames if each.kind is Kind.STAGE]
    first = laid.frame(plan.total_from) or stages[0]
    if not columns.is_wide:
        laid.arrows.append(_bar(columns.bar + 4, first.y, stages[-1].bottom))
        return bottom
    width = columns.ladder - columns.bar - 14
    box = _at(plan.total, columns.bar, first.y, width)
    height = max(stages[-1].bottom - first.y, box.height)
    bar = Frame(box.id, box.kind, box.x, box.y, width, height, box.head, box.texts)
    laid.frames.append(bar)
    return max(bottom, bar.bottom + _GAP)


def _bar(x: float, top: float, bottom: float) -> Arrow:
    return Arrow(((x + 8, top), (x, top), (x, bottom), (x + 8, bottom)), head=False)


def _ways(plan: Plan, laid: Laid, columns: _Columns) -> None:
    """From each way in an arrow in a lane of its own to each stage that it leads into."""
    ways = [box for box in plan.beside if box.kind is Kind.WAY_IN]
    taken: dict[str, int] = {}
    for number, box in enumerate(ways):
        lane = columns.side - 9 - number * min(8.0, _LANES / len(ways))
        start = laid.frame(box.id)
        for stage in (laid.frame(each) for each in box.into):
            if start is None or stage is None:
                continue
            count = taken.get(stage.id, 0)
            taken[stage.id] = count + 1
            y = stage.y + 10 + (count % 6) * 9
            began = start.y + 12
            points = ((start.x, began), (lane, began), (lane, y), (stage.right, y))
            laid.arrows.append(Arrow(points))


def _outside(laid: Laid, columns: _Columns) -> None:
    """A broken line along all rungs to each body outside: from any of them, at any time."""
    bodies = [each for each in laid.frames if each.kind is Kind.REFERRAL]
    rungs = [each for each in laid.frames if each.kind in RUNGS]
    if not bodies or not rungs:
        return
    lane = columns.ladder + columns.ladder_width + 12
    ends = [rung.bottom - 8 for rung in rungs]
    for y in ends:
        line = ((columns.ladder + columns.ladder_width, y), (lane, y))
        laid.arrows.append(Arrow(line, dashed=True, head=False))
    starts = [body.y + 12 for body in bodies]
    top, bottom = min(*ends, *starts), max(*ends, *starts)
    laid.arrows.append(Arrow(((lane, top), (lane, bottom)), dashed=True, head=False))
    laid.arrows.extend(Arrow(((lane, y), (columns.side, y)), dashed=True) for y in starts)


def _finish(laid: Laid, bottom: float) -> None:
    if not laid.sheet:
        laid.height = round(bottom, 2)
        return
    laid.height = round(bottom + _GAP, 2)
    laid.sheets = int(-(-bottom // laid.sheet))
    room = laid.width - 2 * PAD
    for number in range(laid.sheets):
        words = (f"Sheet {number + 1} of {laid.sheets}",)
        y = min((number + 1) * laid.sheet, laid.height) - 8
        laid.heading.append(Text(laid.width - PAD, y, words, PLACE, room, quiet=True, ends=True))
