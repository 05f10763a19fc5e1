"""Past disputes go by protocols again, each with what it showed itself."""

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.events import HoldLifted, HoldPlaced
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import Facts
from concord.core.protocol.shipped import shipped
from concord.core.protocol.stage import Answer
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.workshop.paths.acts import entry_of
from concord.core.workshop.paths.ground import Setting, ground
from concord.core.workshop.trial import Figures, Past, past, replay, seen_in_words
from concord.core.workshop.trial.course import Course, Road
from concord.core.workshop.trial.past import Stay
from concord.core.workshop.trial.replay import follow
from concord.core.workshop.trial.seen import chance_of, seen_in
from tests.core.workshop.paths.replay import moment, taken
from tests.core.workshop.trial.test_against_the_rules import (
    ASSUMED,
    NAMES,
    SETTINGS,
    courses,
    gone_again,
)

# Much of what is rare, so that a few dozen disputes have it.
MUCH = replace(ASSUMED, begins_higher=0.4, holding=replace(ASSUMED.holding, at_a_stage=0.3))
NO_LOT = (0.5,) * 200
IRO, ON = Setting(ChildStatus.IN_CARE, "iro"), date(2026, 3, 2)
BRISTOL, LAMBETH = shipped("bristol"), shipped("lambeth")
LABELS = {name: role.label for name, role in BRISTOL.roles.items()}


@pytest.mark.parametrize(("part", "setting"), SETTINGS, ids=NAMES)
def test_under_its_own_protocol_a_past_dispute_ends_where_and_when_it_did(
    part: Protocol, setting: Setting
) -> None:
    settled = [each for each in courses(part, setting, MUCH) if each.settled]
    disputes = [past(gone_again(part, setting, each)) for each in settled]
    known = [each for each in disputes if each]
    assert len(known) == len(settled) > 20
    road, seen = Road(ground(part, setting)), seen_in(known, usual=ASSUMED)
    for was, each in zip(settled, known, strict=True):
        again = follow(road, seen, each, first=each.began, lots=NO_LOT)
        assert ends(again) == ends(was), each


def ends(each: Course) -> tuple[int, bool, int]:
    return each.rung, each.settled, each.days


@cache
def of_bristol() -> tuple[Past, ...]:
    found = (past(gone_again(BRISTOL, IRO, each)) for each in courses(BRISTOL, IRO, MUCH))
    return tuple(each for each in found if each)


def replayed(*protocols: Protocol, disputes: tuple[Past, ...]) -> tuple[Figures, ...]:
    return replay(protocols, disputes, usual=ASSUMED, seed=1).figures


def plain(*stays: Stay, role: str = "iro") -> Past:
    return Past(ON, Facts(raiser=role), talked=2, settled=not stays, higher=False, stays=stays)


def answered(role: str, days: int, *, stage: str = "stage-1", satisfied: bool = True) -> Stay:
    return Stay(stage, role, False, days, satisfied, 0, None if satisfied else 0, None, None)


def test_what_is_open_or_withdrawn_shows_nothing() -> None:
    left = (each for each in courses(BRISTOL, IRO) if not each.settled)
    assert past(gone_again(BRISTOL, IRO, next(left))) is None


def test_a_dispute_settled_by_talking_shows_how_long_it_was_talked_about() -> None:
    talked = next(each for each in courses(BRISTOL, IRO) if each.rung < 0)
    found = past(gone_again(BRISTOL, IRO, talked))
    assert found
    assert (found.settled, found.talked, found.stays) == (True, talked.days, ())


def test_the_days_of_a_hold_that_stops_the_clock_are_no_days_of_answering() -> None:
    (stay,) = held_and_answered(LAMBETH).stays
    assert (stay.held, stay.answer, stay.silent) == (4, 8 - 4, False)


def held_and_answered(part: Protocol) -> Past:
    """An answer on the eighth day, with a hold of four days that is lifted before it."""
    course = next(
        each
        for each in courses(part, IRO)
        if each.settled and each.rung == 0 and all(s.move.verb != "place hold" for s in each.steps)
    )
    (alert,) = (n for n, step in enumerate(course.steps) if step.move.verb == "issue alert")
    matter: Matter | None = gone_again(part, IRO, course._replace(steps=course.steps[: alert + 1]))
    day = course.steps[alert].day
    assert matter
    holders = ground(part, IRO).rungs[0].holds
    until = moment(day + 4, matter=matter).date()
    hold = HoldPlaced(until=until, task="A task.", owner="team-manager")
    matter = taken(matter, holders[0], hold, day=day)
    assert matter
    matter = taken(matter, holders[0], HoldLifted(reason="Over."), day=day + 5)
    assert matter
    return finished(part, matter, day=day + 8, course=course)


def finished(part: Protocol, matter: Matter, *, day: int, course: Course) -> Past:
    """The end of a course from its answer on, all on one day."""
    first = next(n for n, step in enumerate(course.steps) if step.move.verb == "answer")
    at = course.steps[first - 1].after
    for step in course.steps[first:]:
        entry = entry_of(ground(part, IRO), step.move, at)
        assert entry
        followed = taken(matter, step.move.role, entry, day=day)
        assert followed, step
        matter, at = followed, step.after
    found = past(matter)
    assert found
    return found


def test_what_a_rule_carries_up_shows_nothing_of_how_long_people_take() -> None:
    some = replace(ASSUMED, answers=replace(ASSUMED.answers, none_comes=0.5))
    part, setting = next(each for each in SETTINGS if ground(*each).rungs[0].moves_by_itself)
    found = [past(gone_again(part, setting, each)) for each in courses(part, setting, some)]
    stays = [each.stays[0] for each in found if each and each.stays]
    carried = [stay for stay in stays if stay.silent]
    assert carried
    assert all(stay.went_on is None for stay in carried)


def test_a_longer_limit_is_missed_less_often_by_the_same_disputes() -> None:
    now, draft = replayed(BRISTOL, longer(BRISTOL), disputes=of_bristol())
    assert draft.missed < now.missed
    assert draft.disputes == now.disputes == len(of_bristol())


def longer(protocol: Protocol) -> Protocol:
    first, *others = protocol.stages
    assert isinstance(first.answer, Answer)
    answer = replace(first.answer, within=Limit(15, Unit.WORKING_DAYS))
    return replace(protocol, stages=(replace(first, answer=answer), *others))


def test_the_same_seed_draws_the_same_and_another_one_otherwise() -> None:
    one, again, other = (
        replay([LAMBETH], of_bristol(), usual=ASSUMED, seed=seed) for seed in (1, 1, 2)
    )
    assert one == again
    assert one.figures != other.figures


def test_the_order_in_which_the_disputes_come_makes_no_difference_to_when_they_began() -> None:
    later = [replace_day(each, n) for n, each in enumerate(of_bristol())]
    assert replayed(BRISTOL, disputes=tuple(later)) == replayed(
        BRISTOL, disputes=tuple(reversed(later))
    )


def replace_day(each: Past, days: int) -> Past:
    return each._replace(began=date.fromordinal(ON.toordinal() + days))


def test_a_stage_that_asks_the_same_role_gets_what_that_role_showed() -> None:
    here = ground(BRISTOL, IRO)
    role = here.rungs[0].answers[0]
    others = (plain(answered(role, 1)) for _ in range(5))
    disputes = (plain(answered(role, 4, stage="called-otherwise")), *others)
    found = follow(Road(here), seen_in(disputes, usual=ASSUMED), disputes[0], first=ON, lots=NO_LOT)
    alert, answer = (
        next(step.day for step in found.steps if step.move.verb == verb)
        for verb in ("issue alert", "answer")
    )
    assert answer == alert + 4


def test_a_role_that_was_asked_six_times_has_figures_of_its_own() -> None:
    few = tuple(plain(answered("social-worker", 1)) for _ in range(6))
    others = tuple(plain(answered("team-manager", 9)) for _ in range(5))
    seen = seen_in((*few, *others), usual=ASSUMED)
    assert seen.of("social-worker").nine_in_ten_within == 1
    assert seen.of("team-manager").nine_in_ten_within == 9
    assert {*seen.roles} == {"social-worker"}
    assert seen.answers.half_within == 1


def test_days_that_were_seen_come_back_by_their_chance_and_others_have_none() -> None:
    seen = seen_in([plain(answered("a", days)) for days in (3, 1, 7, 3)], usual=ASSUMED)
    for days in (1, 3, 7):
        chance = chance_of(seen.answers, days)
        assert chance is not None
        assert seen.answers.days(chance) == days
    assert chance_of(seen.answers, 4) is None
    assert (seen.answers.half_within, seen.answers.nine_in_ten_within) == (3, 7)


def test_what_no_past_dispute_shows_is_as_usual_and_said_to_be() -> None:
    disputes = [plain() for _ in range(6)]
    found = replay([BRISTOL], disputes, usual=ASSUMED, seed=1)
    assert found.seen.answers.half_within == ASSUMED.answers.half_within
    said = seen_in_words(found, disputes, others=2, names=["ours"], labels=LABELS)
    assert any(each.startswith("Not seen, so as usual: how long answers take") for each in said)
    assert said[1].startswith("2 others are left out")


def test_a_dispute_that_the_protocol_is_not_for_goes_as_the_nearest_and_is_counted() -> None:
    disputes = (*(plain() for _ in range(5)), plain(role="somebody-else"))
    found = replay([BRISTOL], disputes, usual=ASSUMED, seed=1)
    assert found.nearest == (1,)
    assert found.figures[0].disputes == 6
    said = seen_in_words(found, disputes, others=0, names=["ours"], labels=LABELS)
    assert any(each.startswith("ours: 1 were raised by somebody") for each in said)


def test_roles_are_called_by_their_own_names() -> None:
    found = replay([BRISTOL], of_bristol(), usual=ASSUMED, seed=1)
    said = " ".join(seen_in_words(found, of_bristol(), others=0, names=["ours"], labels=LABELS))
    assert found.seen.roles
    for role in found.seen.roles:
        assert f"Answers of the role {LABELS[role]} come" in said
    assert "No stage is put on hold" in said


def test_a_year_has_as_many_disputes_as_began_in_one() -> None:
    months = [replace_day(plain(), 30 * n) for n in range(13)]
    assert seen_in(months, usual=ASSUMED).disputes_a_year == 13
