"""Words that say nothing are nothing given, and words past all measure are refused in words."""

from dataclasses import fields

import pytest

from concord.core.dispute.decide import ACTS
from concord.core.dispute.events import CODEC, DisputeEvent
from concord.core.problem import WrongData
from concord.core.protocol.shipped import shipped
from concord.core.record.fields import described, missing_fields
from concord.core.record.text import LONGEST_LINE, LONGEST_TEXT
from tests.core.protocols.stage import Play

BLANK = " \n\t \u00a0\u3000"
NEEDED_TEXTS = [
    (kind, each.name)
    for kind in ACTS.values()
    for each in fields(kind)
    if described(kind)[each.name].needed and described(kind)[each.name].large
]


@pytest.mark.parametrize(
    ("kind", "name"), NEEDED_TEXTS, ids=lambda each: getattr(each, "VERB", each)
)
def test_a_text_of_nothing_but_space_is_not_given(kind: type[DisputeEvent], name: str) -> None:
    assert name in missing_fields(CODEC.propose(kind, {name: BLANK}))
    assert name not in missing_fields(CODEC.propose(kind, {name: " Words. "}))


def test_a_step_whose_text_is_nothing_but_space_is_refused_beside_its_field() -> None:
    play = Play("bristol").concern("iro")
    with pytest.raises(WrongData) as wrong:
        play.decides("iro", "resolve", outcome=BLANK, impact=BLANK)
    assert [(each.id, each.place.path) for each in wrong.value.findings] == [
        ("needed", "outcome"),
        ("needed", "impact"),
    ]


def test_an_agreed_action_says_what_will_be_done() -> None:
    actions = [{"what": "Write it.", "on": "2026-03-20"}, {"what": BLANK, "on": "2026-03-20"}]
    with pytest.raises(WrongData) as wrong:
        Play("bristol").concern("iro").decides("iro", "agree actions", actions=actions)
    (found,) = wrong.value.findings
    assert (found.id, found.place.path) == ("needed", "actions > 1 > what")


@pytest.mark.parametrize(
    ("verb", "name", "longest"),
    [("resolve", "impact", LONGEST_TEXT), ("record contact", "contact", LONGEST_LINE)],
)
def test_words_past_all_measure_are_refused_with_the_measure(
    verb: str, name: str, longest: int
) -> None:
    CODEC.propose(ACTS[verb], {name: "x" * longest})
    with pytest.raises(WrongData) as wrong:
        CODEC.propose(ACTS[verb], {name: "x" * (longest + 1)})
    (found,) = wrong.value.findings
    assert (found.id, found.place.path) == ("wrong-text", name)
    assert f"{longest:,}" in found.hint


def test_a_thing_that_is_weighed_in_nothing_but_space_is_not_weighed() -> None:
    rules = shipped("unnamed-004")
    head = "head-of-safeguarding-and-reviewing"
    play = Play(rules).concern("iro")
    play.inform("iro", head, about="a-referral-to-cafcass", text="Why it is referred.")
    weighed = [{"what": what, "text": BLANK} for what in rules.referrals[0].weighs]
    refused = play.refused("iro", "refer", to="cafcass", how="telephone", weighed=weighed)
    assert refused.id == "not-weighed"
