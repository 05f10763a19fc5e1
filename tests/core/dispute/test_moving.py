"""What moving a running dispute to another version would do, before anything is done."""

from dataclasses import replace
from datetime import date

from concord.core.clock.limit import Limit, Unit
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide import Refused
from concord.core.dispute.duties import duties
from concord.core.dispute.events import MovedToVersion
from concord.core.dispute.fold import add
from concord.core.dispute.moving import DateLine, Effect, effect_of, move
from concord.core.dispute.tellings import tellings
from concord.core.dispute.timeline import timeline
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import ladder_of
from concord.core.protocol.shipped import shipped
from concord.core.protocol.stage import Answer
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.envelope import Recorded
from concord.core.story.play import play as play_story
from concord.core.story.read import read_story
from tests.core.dispute import holding
from tests.core.protocols import bristol_scenes as bristol
from tests.core.protocols import lambeth_scenes as lambeth
from tests.core.protocols.stage import Play
from tests.support.invented import HERE, invented

HASH, BEFORE = "a" * 64, "b" * 64
BRISTOL = shipped("bristol")


def _with_limit(days: int) -> Protocol:
    first, *others = BRISTOL.stages
    assert isinstance(first.answer, Answer)
    answer = replace(first.answer, within=Limit(days, Unit.WORKING_DAYS))
    return replace(BRISTOL, stages=(replace(first, answer=answer), *others))


def _effect(play: Play, to: Protocol) -> Effect:
    found = effect_of(play.matter, to, to_hash=HASH, at=play.now)
    assert isinstance(found, Effect), found
    return found


def _refusal(play: Play, to: Protocol) -> Refused:
    found = effect_of(play.matter, to, to_hash=HASH, at=play.now)
    assert isinstance(found, Refused), found
    assert found.allowed_by
    return found


def _line(effect: Effect, key: str) -> DateLine:
    return next(each for each in effect.lines if each.key == key)


def test_each_open_date_is_shown_before_and_after() -> None:
    effect = _effect(bristol.stage_1(), _with_limit(7))
    answer, total = _line(effect, "2:answer"), _line(effect, "total")
    assert (answer.before, answer.after) == (date(2026, 3, 9), date(2026, 3, 11))
    assert (total.before, total.after, total.moves) == (date(2026, 3, 30),) * 2 + (False,)
    assert [each.what for each in effect.dates] == [
        answer.what,
        "See to it that the response comes in time (Stage 1)",
    ]


def test_the_same_protocol_moves_nothing() -> None:
    effect = _effect(bristol.stage_1(), BRISTOL)
    assert effect.lines
    assert effect.dates == ()


def test_what_comes_to_be_owed_and_what_no_longer_is_are_shown_too() -> None:
    play = bristol.stage_1()
    without = replace(
        BRISTOL,
        duties=tuple(rule for rule in BRISTOL.duties if "advocacy" not in (rule.about or "")),
    )
    fewer = _effect(play, without)
    gone = [each for each in fewer.lines if each.was_owed and not each.is_owed]
    assert len(gone) == 1
    back = Play(without).concern("iro").talk("iro", "social-worker").alert("iro")
    came = [each for each in _effect(back, BRISTOL).lines if each.is_owed and not each.was_owed]
    assert [each.key for each in came] == [each.key for each in gone]


def test_a_stage_that_the_other_version_does_not_have_refuses_the_move() -> None:
    shorter = replace(BRISTOL, stages=(BRISTOL.stages[0], *BRISTOL.stages[2:]))
    refused = _refusal(bristol.stage_2(), shorter)
    assert refused.id == "not-in-that-version"
    assert "Stage 2" in refused.sentence
    _effect(bristol.stage_1(), shorter)
    passed = _refusal(bristol.stage_3(), shorter)
    assert "Stage 2" in passed.sentence


def test_a_post_that_acted_or_was_named_and_is_not_there_refuses_the_move() -> None:
    roles = {name: role for name, role in BRISTOL.roles.items() if name != "social-worker"}
    refused = _refusal(bristol.talked(), replace(BRISTOL, roles=roles))
    assert refused.id == "not-in-that-version"
    assert "Social worker" in refused.sentence


def test_children_for_whom_the_other_version_is_not_refuse_the_move() -> None:
    refused = _refusal(bristol.stage_1(), replace(BRISTOL, children=()))
    assert "children who are in care" in refused.sentence


def test_a_hold_that_the_other_version_does_not_have_refuses_the_move() -> None:
    play = lambeth.at("stage-2").answer("service-manager")
    play = play.judge("iro", "no").does("iro", "place hold", until="2026-03-12")
    silent = replace(shipped("lambeth"), holding=NotStated.NOT_STATED)
    assert "a hold at" in _refusal(play, silent).sentence
    _effect(play, play.matter.protocol)


def test_a_move_never_makes_anybody_late_who_is_not() -> None:
    play = bristol.stage_1().at("2026-03-06 10:00")
    refused = _refusal(play, _with_limit(2))
    assert refused.id == "late-at-once"
    assert refused.clause in BRISTOL.clauses
    _effect(bristol.stage_1(), _with_limit(2))


def test_what_was_missed_stays_on_the_record_whatever_day_it_then_has() -> None:
    play = bristol.stage_1().at("2026-03-10 09:00")
    answer = _line(_effect(play, _with_limit(7)), "2:answer")
    assert answer.was_missed
    assert (answer.before, answer.after) == (date(2026, 3, 9), date(2026, 3, 11))


def test_what_is_over_is_not_moved() -> None:
    play = bristol.stage_1().answer("social-worker").judge("iro", "yes").does("iro", "resolve")
    assert _refusal(play, _with_limit(7)).id == "not-open"


def test_a_line_that_changes_changes_the_mark_to_which_a_signature_is_held() -> None:
    play = bristol.stage_1()
    marks = {_effect(play, _with_limit(days)).mark for days in (5, 6, 7)}
    assert len(marks) == 3
    assert _effect(play, _with_limit(7)).mark in marks


def test_after_the_move_every_date_is_as_it_was_shown_and_the_timeline_tells_it() -> None:
    play = bristol.stage_1()
    effect = _effect(play, _with_limit(7))
    signed = MovedToVersion(reason="It was agreed.", signed_as="Aoife Ní Dhomhnaill")
    event = move(effect, signed, left=BEFORE)
    seq = play.matter.dispute.version + 1
    entry = Recorded(seq, event, "9", bristol.SRO, play.now, play.now)
    after = effect.after._replace(dispute=add(play.matter.dispute, entry))
    assert after.dispute.protocol == HASH
    made = duties(after.protocol, after.dispute, after.calendar)
    days = {each.key: each.due.when if each.due else None for each in made}
    shown = {each.key: each.after for each in effect.lines if each.is_owed}
    assert {key: days[key] for key in shown} == shown
    told = timeline(after, show_private=False)[-1]
    assert "moved it to another version of the protocol and signed it" in told.sentence
    details = dict(told.details)
    assert details["Your full name, as your signature"] == "Aoife Ní Dhomhnaill"
    assert "9 March 2026, now 11 March 2026" in details["Dates that moved"]
    assert {each.role for each in tellings(after, entry)} == {"iro", "social-worker"}
    holding.everything(after, at=play.now)
    holding.rightly_told(after, entry)


LADDERS = invented(HERE / "protocols" / "several-ladders.yaml")
LIMITS = invented(HERE / "protocols" / "limits.yaml")


def _critical(to: Protocol) -> Effect | Refused:
    """What a move does to a dispute on the ladder for what is critical, after its one answer."""
    file = HERE / "stories" / "ladder-by-severity.yaml"
    story = read_story(file.read_text(encoding="utf-8"), file=file.name)
    played = play_story(story, protocol=LADDERS, calendar=calendar(LADDERS.nation))
    return effect_of(played.matter, to, to_hash=HASH, at=played.steps[-1].act.at)


def test_a_stage_that_is_not_on_its_ladder_any_more_keeps_it_on_its_own_version() -> None:
    ladders = (
        replace(each, goes_through=("talk", "step-1")) if each.id == "critical" else each
        for each in LADDERS.ladders
    )
    refused = _critical(replace(LADDERS, ladders=tuple(ladders)))
    assert isinstance(refused, Refused)
    assert refused.id == "not-in-that-version"
    assert refused.sentence.endswith(": Step 2")


def test_under_another_ladder_that_has_its_stage_it_goes_on_there() -> None:
    without = tuple(each for each in LADDERS.ladders if each.id != "critical")
    effect = _critical(replace(LADDERS, ladders=without))
    assert isinstance(effect, Effect)
    ladder = ladder_of(effect.after.protocol)
    assert ladder is not None
    assert ladder.id == "usual"
    assert [each.id for each in effect.after.protocol.stages] == ["step-1", "step-2"]


def test_how_urgent_it_is_has_to_be_known_there() -> None:
    refused = _critical(replace(LADDERS, priorities={"ordinary": "Ordinary"}))
    assert isinstance(refused, Refused)
    assert "Critical" in refused.sentence


def test_a_date_from_outside_that_was_noted_has_to_be_known_there() -> None:
    play = Play(LIMITS).concern("iro").does("iro", "note date", which="review", on="2026-04-01")
    assert "review" in _refusal(play, replace(LIMITS, dates={})).sentence.lower()
