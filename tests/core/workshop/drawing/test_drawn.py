"""A drawing says all that its protocol says, and the text version says the same."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from concord.core.clock.limit import Limit
from concord.core.dispute.ladder import answer_rule
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import on_each_ladder
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.drawing import (
    Mark,
    Stand,
    as_text,
    drawn,
    outline_of,
    plan_of,
)
from concord.core.workshop.drawing.svg import FILLS, INK, PAPER, QUIET
from tests.core.workshop.drawing import invented
from tests.core.workshop.drawing.looking import NAMESPACE, bare, every_protocol, texts, tree
from tests.support.cited import cited

EVERY = every_protocol()
SHAPES = [True, False]


def _of_disputes(protocol: Protocol) -> Protocol:
    """A protocol without what stands beside its disputes, which no drawing of them shows."""
    silent = NotStated.NOT_STATED
    return replace(
        protocol,
        reviews=silent,
        changes=silent,
        recognition=silent,
        grave_events=silent,
        final_plan=silent,
        complaints=silent,
        against_wishes_clause=None,
        child_asks_clause=None,
    )


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("wide", SHAPES, ids=["wide", "narrow"])
def test_each_fact_is_in_the_picture_and_in_the_text(name: str, wide: bool) -> None:
    plan = plan_of(EVERY[name])
    seen = Counter(bare(each) for each in texts(drawn(plan, wide=wide)))
    items = [e for part in outline_of(plan).parts for h in part.headings for e in h.items]
    said = Counter(bare(_clean(e)) for item in items for e in (item.name, item.words, item.place))
    titles = (h.title for part in outline_of(plan).parts for h in part.headings)
    said += Counter(bare(_clean(each)) for each in (*titles, plan.title, *plan.about))
    del said[""]
    sheets = Counter({each: 1 for each in seen if re.fullmatch(r"Sheet\d+of\d+", each)})
    assert seen - sheets == said
    assert len(items) == sum(len(box.facts) for box in plan.boxes) > 10


@pytest.mark.parametrize("name", EVERY)
def test_each_fact_of_the_text_is_a_line_of_the_plain_text(name: str) -> None:
    outline = outline_of(plan_of(EVERY[name]))
    lines = as_text(outline).splitlines()
    for part in outline.parts:
        assert f"## {part.title}" in lines
        for heading in part.headings:
            assert f"### {heading.title}" in "\n".join(lines)


@pytest.mark.clauses("BRI-FLOWCHART", "SOU-FLOWCHART", "LAM-FLOWCHART", "SAR-FLOWCHART")
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_stages_limits_roles_duties_and_clauses_of_a_shipped_protocol_are_all_drawn(
    protocol_id: str,
) -> None:
    protocol = shipped(protocol_id)
    drawings = [drawn(plan_of(each)) for each in on_each_ladder(protocol)]
    whole = bare(" ".join(text for drawing in drawings for text in texts(drawing)))
    words = [stage.label for stage in protocol.stages]
    words += [tier.label for tier in protocol.informal]
    words += [each.label for each in protocol.roles.values()]
    words += [each.what for each in protocol.duties]
    words += [each.label for each in protocol.referrals]
    rules = [rule for rule in map(answer_rule, protocol.stages) if rule]
    words += [str(rule.within) for rule in rules if isinstance(rule.within, Limit)]
    words += [protocol.clauses[each].place for each in cited(_of_disputes(protocol))]
    assert len(words) > 30
    assert [each for each in words if bare(each) not in whole] == []


def test_a_stage_says_who_raises_who_answers_by_when_and_what_follows() -> None:
    stage = next(box for box in plan_of(shipped("bristol")).boxes if box.id == "stage-1")
    facts = {fact.name: (fact.words, fact.place) for fact in stage.facts}
    assert facts["Raised by"] == ("IRO sends the Management Alert to SW.", "5 Stage 1")
    assert facts["Response"] == ("SW answers in writing. TM sees to it.", "3.8; 5 Stage 1")
    assert facts["Limit"][0].startswith("5 working days from when the Management Alert is issued.")
    assert facts["If none"][0] == "It is shown as missed, and IRO decides how it goes on."
    assert facts["Judged by"][0] == "IRO, no time stated."


@pytest.mark.parametrize(
    ("all_of_them", "said"),
    [
        (True, "Team manager and Head of service: each answers in writing."),
        (False, "Team manager or Head of service: any one answers in writing."),
    ],
)
def test_a_stage_says_whether_one_or_all_of_them_answer(all_of_them: bool, said: str) -> None:
    protocol = invented.example()
    stage = protocol.stages[0]
    rule = answer_rule(stage)
    assert rule
    both = replace(rule, by=("team-manager", "head-of-service"), all_of_them=all_of_them)
    changed = replace(protocol, stages=(replace(stage, answer=both), *protocol.stages[1:]))
    box = next(each for each in plan_of(changed).boxes if each.id == stage.id)
    assert next(fact.words for fact in box.facts if fact.name == "Reply").startswith(said)


def test_what_must_come_before_a_step_stands_beside_its_arrow() -> None:
    boxes = {box.id: box for box in plan_of(shipped("bristol")).boxes}
    assert "Consult the senior" in " ".join(f.words for f in boxes["after-stage-3"].facts)
    assert "a statement" in " ".join(f.words for f in boxes["stage-4"].facts)
    assert "legal advice" in " ".join(f.words for f in boxes["refer-cafcass"].facts)
    assert "entering at Stage 3" in " ".join(f.words for f in boxes["way-serious-concern"].facts)
    assert boxes["way-serious-concern"].into == ("stage-3",)


def test_silence_is_drawn_as_silence_and_names_no_clause() -> None:
    boxes = {box.id: box for box in plan_of(shipped("bristol")).boxes}
    (hold,) = boxes["hold"].facts
    assert (hold.words, hold.places) == ("Not stated", ())
    stages = [box for box in plan_of(shipped("southampton")).boxes if box.id.endswith("-stage")]
    limits = {fact.words for box in stages for fact in box.facts if fact.name == "Limit"}
    assert limits == {"What is left of the overall limit. Can be asked for sooner, never later."}


def test_the_same_protocol_gives_the_same_drawing() -> None:
    protocol = EVERY["lambeth"]
    assert drawn(plan_of(protocol)) == drawn(plan_of(protocol))


@pytest.mark.parametrize("name", EVERY)
def test_a_drawing_is_an_image_with_a_title_and_holds_nothing_that_runs_or_loads(name: str) -> None:
    svg = drawn(plan_of(EVERY[name]), prefix="mine")
    root = tree(svg)
    ids = [each.get("id", "") for each in root.iter() if each.get("id")]
    assert root.get("role") == "img"
    assert set((root.get("aria-labelledby") or "").split()) <= set(ids)
    assert [child.tag for child in root][:2] == [f"{NAMESPACE}title", f"{NAMESPACE}desc"]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("mine-") for each in ids)
    kinds = {each.tag.removeprefix(NAMESPACE) for each in root.iter()}
    assert kinds <= {"svg", "title", "desc", "rect", "g", "text", "tspan", "polyline", "path"}
    names = {name for each in root.iter() for name in each.attrib}
    assert not {each for each in names if each.startswith("on") or "href" in each}
    assert "url(" not in svg
    assert "style" not in names


def test_two_drawings_on_one_page_share_no_id() -> None:
    plan = plan_of(shipped("bristol"))
    one, other = (
        set(re.findall(r' id="([^"]+)"', drawn(plan, prefix=each))) for each in ("a", "b")
    )
    assert one
    assert not one & other


def test_hostile_labels_stay_text() -> None:
    svg = drawn(plan_of(invented.labelled(invented.HOSTILE)))
    assert "<script" not in svg
    assert svg.count("</svg>") == 1
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in svg
    assert "\N{NULL}" not in svg
    assert any("</svg><script>" in bare(each) for each in texts(svg))


def test_where_a_dispute_stands_is_told_by_word_shape_and_day() -> None:
    plan = plan_of(shipped("bristol")).standing(
        {
            "informal": Stand(Mark.PASSED, date(2026, 3, 2), date(2026, 3, 4)),
            "stage-1": Stand(Mark.SKIPPED),
            "stage-3": Stand(Mark.HERE, date(2026, 3, 4)),
        }
    )
    said = [
        "Passed, 2 March 2026 to 4 March 2026",
        "Passed over",
        "You are here, since 4 March 2026",
    ]
    seen = texts(drawn(plan))
    assert [each for each in seen if each in said] == [said[0], said[1], said[2]]
    assert all(f"- {each}" in as_text(outline_of(plan)) for each in said)
    root = tree(drawn(plan))
    groups = {each.get("id"): each for each in root.iter(f"{NAMESPACE}g")}
    signs = {
        name: [
            path.get("d", "").count("Z")
            for path in groups[f"drawing-{name}"].iter(f"{NAMESPACE}path")
        ]
        for name in ("informal", "stage-1", "stage-2", "stage-3")
    }
    assert signs == {"informal": [0], "stage-1": [0], "stage-2": [], "stage-3": [1]}


def test_text_stands_out_from_what_is_behind_it() -> None:
    behind = {PAPER, *(each for fills in FILLS.values() for each in fills)}
    ratios = {(ink, fill): _contrast(ink, fill) for ink in (INK, QUIET) for fill in behind}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


def _clean(text: str) -> str:
    line = " ".join(text.split())
    return "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in line)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
