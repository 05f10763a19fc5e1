"""Nothing in a drawing stands over something else or reaches out of its box."""

from itertools import combinations, pairwise

import pytest

from concord.core.workshop.drawing import plan_of
from concord.core.workshop.drawing.layout import PAGE_HEIGHT, PAGE_WIDTH, laid_out
from concord.core.workshop.drawing.measure import lines_of, width_of
from concord.core.workshop.drawing.shapes import Arrow, Frame, Laid, Text
from tests.core.workshop.drawing.looking import every_protocol

EVERY = every_protocol()
LAID = {
    (name, wide): laid_out(plan_of(protocol), wide=wide)
    for name, protocol in EVERY.items()
    for wide in (True, False)
}
each_drawing = pytest.mark.parametrize("laid", LAID.values(), ids=map(str, LAID))
HAIR = 0.01


@each_drawing
def test_each_text_fits_in_its_box(laid: Laid) -> None:
    out = [
        (frame.id, line)
        for frame in laid.frames
        for text in frame.texts
        for line, left, right, top, bottom in _lines(text)
        if left < frame.x or right > frame.right or top < frame.y or bottom > frame.bottom
    ]
    assert out == []
    assert sum(len(frame.texts) for frame in laid.frames) > 20


@each_drawing
def test_no_two_texts_of_a_box_stand_over_each_other(laid: Laid) -> None:
    for frame in laid.frames:
        areas = [area for text in frame.texts for area in _lines(text)]
        assert [(a[0], b[0]) for a, b in combinations(areas, 2) if _meet(a[1:], b[1:])] == []


@each_drawing
def test_no_two_boxes_stand_over_each_other_and_all_are_in_the_drawing(laid: Laid) -> None:
    pairs = combinations(laid.frames, 2)
    assert [(a.id, b.id) for a, b in pairs if _meet(_area(a), _area(b))] == []
    for frame in laid.frames:
        assert frame.x >= 0
        assert frame.right <= laid.width
        assert frame.bottom <= laid.height


@each_drawing
def test_arrows_go_straight_across_and_down_and_through_no_box(laid: Laid) -> None:
    through = [
        (arrow, frame.id)
        for arrow in laid.arrows
        for piece in _pieces(arrow)
        for frame in laid.frames
        if _meet(piece, _area(frame))
    ]
    assert through == []


@each_drawing
def test_an_arrow_ends_at_a_box(laid: Laid) -> None:
    for arrow in laid.arrows:
        assert not arrow.head or any(_touches(arrow.points[-1], each) for each in laid.frames)


def test_each_way_in_has_an_arrow_to_each_stage_that_it_leads_into() -> None:
    laid = LAID["lambeth", True]
    plan = plan_of(EVERY["lambeth"])
    ways = [(box.id, into) for box in plan.beside for into in box.into]
    ends = [each.points[-1] for each in laid.arrows if len(each.points) == 4 and each.head]
    assert len(ends) == len(ways) == 7
    for _way, stage in ways:
        frame = laid.frame(stage)
        assert frame
        assert any(_touches(end, frame) for end in ends)


def test_a_drawing_that_fits_on_a_page_in_six_points_is_whole() -> None:
    for name in ("bristol", "southampton", "one stage"):
        laid = LAID[name, True]
        scale = min(PAGE_WIDTH / laid.width, PAGE_HEIGHT / laid.height)
        smallest = min(text.size for frame in laid.frames for text in frame.texts if not text.quiet)
        assert (laid.sheets, laid.sheet) == (1, 0)
        assert smallest * scale / 25.4 * 72 >= 6 - HAIR


def test_a_longer_one_breaks_between_boxes_into_sheets_that_are_numbered() -> None:
    laid = LAID["nine stages", True]
    assert laid.sheets >= 2
    assert laid.sheet / laid.width == pytest.approx(PAGE_HEIGHT / PAGE_WIDTH)
    for frame in laid.frames:
        if frame.id != "total":
            assert frame.y // laid.sheet == frame.bottom // laid.sheet, frame.id
    numbers = [text.lines[0] for text in laid.heading if text.lines[0].startswith("Sheet")]
    assert numbers == [f"Sheet {n + 1} of {laid.sheets}" for n in range(laid.sheets)]


def test_the_overall_limit_runs_from_where_it_counts_to_the_end_of_the_last_stage() -> None:
    for name, first in (("bristol", "informal"), ("southampton", "team-manager-stage")):
        laid = LAID[name, True]
        bar, began = laid.frame("total"), laid.frame(first)
        last = laid.frame(EVERY[name].stages[-1].id)
        assert bar
        assert began
        assert last
        assert bar.y == began.y
        assert abs(bar.bottom - last.bottom) < HAIR


def test_a_line_is_broken_at_spaces_and_a_word_only_where_it_must_be() -> None:
    assert lines_of("one two three", 10, 40) == ("one two", "three")
    assert lines_of("", 10, 40) == ()
    parts = lines_of("W" * 20, 10, 40)
    assert "".join(parts) == "W" * 20
    assert max(width_of(each, 10) for each in parts) <= 40


def _lines(text: Text) -> list[tuple[str, float, float, float, float]]:
    found = []
    for number, line in enumerate(text.lines):
        width = width_of(line, text.size, bold=text.bold)
        left = text.x - width if text.ends else text.x
        foot = text.y + number * text.leading
        found.append((line, left, left + width, foot - 0.72 * text.size, foot + 0.21 * text.size))
    return found


def _area(frame: Frame) -> tuple[float, float, float, float]:
    return frame.x, frame.right, frame.y, frame.bottom


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two areas (left, right, top, bottom) share more than a border."""
    across = one[0] < other[1] - HAIR and other[0] < one[1] - HAIR
    return across and one[2] < other[3] - HAIR and other[2] < one[3] - HAIR


def _pieces(arrow: Arrow) -> list[tuple[float, float, float, float]]:
    pieces = []
    for (x1, y1), (x2, y2) in pairwise(arrow.points):
        assert x1 == x2 or y1 == y2
        across, down = (2 * HAIR, 0) if x1 == x2 else (0, 2 * HAIR)
        left, top = min(x1, x2) - across, min(y1, y2) - down
        pieces.append((left, max(x1, x2) + across, top, max(y1, y2) + down))
    return pieces


def _touches(point: tuple[float, float], frame: Frame) -> bool:
    x, y = point
    across = frame.x - HAIR <= x <= frame.right + HAIR
    return across and frame.y - HAIR <= y <= frame.bottom + HAIR
