"""Plays a story under a protocol: each act is recorded or refused, and time does its part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from concord.core.child.decide import ChildCase, decide_child
from concord.core.child.duties import child_duties
from concord.core.child.events import ChildEvent, GraveEventRecorded
from concord.core.child.fold import fold_child
from concord.core.child.lapse import child_catch_up
from concord.core.child.matter import ChildMatter
from concord.core.child.state import ChildRecord
from concord.core.clock.working_day import BeyondCalendar, Calendar
from concord.core.dispute.clocks import Clocks, clocks
from concord.core.dispute.decide import Case, Decided, Refused, decide
from concord.core.dispute.decide.override import override
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import ConcernRaised, DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.problem import Finding, WrongData
from concord.core.protocol.definition import Protocol
from concord.core.record.envelope import Actor, Event, Recorded
from concord.core.story.model import Act, Story


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a story after it was played.

    `by_time` are the entries that time brought before it and `duties_by_time` all duties then,
    `entries` those of the act itself (empty when it was refused), `duties` all duties after it.
    """

    act: Act
    by_time: tuple[Recorded, ...]
    duties_by_time: tuple[Duty, ...]
    entries: tuple[Recorded, ...]
    refused: Refused | None
    duties: tuple[Duty, ...]
    clocks: Clocks
    as_expected: bool


@dataclass(frozen=True, slots=True)
class Played:
    """A story after its last act: the steps, the matter as it stands, and what was not as told."""

    story: Story
    steps: tuple[Step, ...]
    matter: Matter
    findings: tuple[Finding, ...]

    @property
    def dispute(self) -> Dispute:
        """The dispute as it stands at the end."""
        return self.matter.dispute

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All duties at the end."""
        return self.steps[-1].duties if self.steps else ()


def play(story: Story, *, protocol: Protocol, calendar: Calendar) -> Played:
    """Play a story. In: the story, the protocol, the calendar of its nation. Out: every step with
    its outcome, duties and clocks, and findings where the story's own expectations do not hold.

    An act that leads outside the years whose bank holidays are known is a finding too
    (`beyond-calendar`), and nothing after it is played.
    """
    at = Standing(
        Matter(protocol, Dispute(id="story"), calendar),
        ChildMatter(protocol, ChildRecord(id="story"), calendar, story.child),
    )
    steps: list[Step] = []
    for act in story.acts:
        try:
            at, step = _step(at, act, story)
        except BeyondCalendar as beyond:
            place = story.place_of(act)
            finding = Finding(beyond.id, beyond.sentence, beyond.hint, place)
            found = (*_unexpected(story, steps), finding)
            return Played(story, tuple(steps), at.matter, found)
        steps.append(step)
    findings = (*_unexpected(story, steps), *_ending(story, at.matter, steps))
    return Played(story, tuple(steps), at.matter, findings)


class Standing(NamedTuple):
    """How far a story has come: the dispute, and the child's own record beside it."""

    matter: Matter
    child: ChildMatter

    def after(self, entries: tuple[Recorded, ...]) -> "Standing":
        """Once entries of either record are added."""
        own = tuple(each for each in entries if isinstance(each.event, ChildEvent))
        others = tuple(each for each in entries if not isinstance(each.event, ChildEvent))
        record = fold_child(own, record=self.child.record)
        return Standing(_after(self.matter, others), self.child.now(record))

    @property
    def duties(self) -> tuple[Duty, ...]:
        """All duties, those of the dispute first."""
        matter = self.matter
        made = duties(matter.protocol, matter.dispute, matter.calendar)
        return (*made, *child_duties(self.child))


def _step(at: Standing, act: Act, story: Story) -> tuple[Standing, Step]:
    by_time = (*catch_up(at.matter, at=act.at), *child_catch_up(at.child, at=act.at))
    at = at.after(by_time)
    owed = at.duties
    entries: tuple[Recorded, ...] = ()
    refused: Refused | None = None
    if act.proposal is not None:
        outcome = _decide(at, act, story)
        if isinstance(outcome, Refused):
            refused = outcome
        else:
            entries = outcome
            at = at.after(entries)
    made = at.duties if entries else owed
    now = clocks(at.matter, at=act.at)
    expected = _as_expected(act, refused)
    return at, Step(act, by_time, owed, entries, refused, made, now, expected)


def _of_story(proposal: DisputeEvent, story: Story) -> DisputeEvent:
    if not isinstance(proposal, ConcernRaised):
        return proposal
    siblings = (f"example-sibling-{number + 1}" for number in range(story.siblings))
    return replace(proposal, children=("example-child", *siblings), child_status=story.child)


def _decide(at: Standing, act: Act, story: Story) -> tuple[Recorded, ...] | Refused:
    try:
        outcome = _outcome(at, act, story)
    except WrongData as wrong:
        sentence = "; ".join(each.sentence for each in wrong.findings)
        return Refused(wrong.findings[0].id, sentence, "", wrong.findings[0].hint)
    if isinstance(outcome, Refused):
        return outcome
    of_child = isinstance(act.proposal, ChildEvent)
    version = at.child.record.version if of_child else at.matter.dispute.version
    entries = _recorded(act, outcome.capacity, outcome.events, first=version + 1)
    overridden = _override(at.matter, outcome.events)
    seq = at.matter.dispute.version + 1
    return (*entries, *_recorded(act, outcome.capacity, overridden, first=seq))


def _outcome(at: Standing, act: Act, story: Story) -> Decided | Refused:
    actor = Actor(act.person, frozenset((act.by,)))
    if isinstance(act.proposal, ChildEvent):
        return decide_child(ChildCase(at.child, actor, act.at), act.proposal)
    if not isinstance(act.proposal, DisputeEvent):
        raise TypeError(f"act {act.number} proposes nothing")
    return decide(Case(at.matter, actor, act.at), _of_story(act.proposal, story))


def _override(matter: Matter, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """What a grave event on the child's record brings to the dispute."""
    grave = any(isinstance(each, GraveEventRecorded) for each in events)
    event = override(matter.protocol, matter.dispute) if grave else None
    return (event,) if event else ()


def _recorded(
    act: Act, capacity: str, events: tuple[Event, ...], *, first: int
) -> tuple[Recorded, ...]:
    return tuple(
        Recorded(first + number, event, act.person, capacity, act.at, act.at)
        for number, event in enumerate(events)
    )


def _after(matter: Matter, entries: tuple[Recorded, ...]) -> Matter:
    return matter.now(fold(entries, dispute=matter.dispute))


def _as_expected(act: Act, refused: Refused | None) -> bool:
    if act.expect in ("", "accepted"):
        return refused is None
    return refused is not None and act.expect in ("refused", refused.id)


def _unexpected(story: Story, steps: Iterable[Step]) -> Iterable[Finding]:
    for step in steps:
        if not step.as_expected:
            yield _surprise(step, story)


def _surprise(step: Step, story: Story) -> Finding:
    act, refused = step.act, step.refused
    if refused is None:
        sentence = f'It was accepted, and the story expects "{act.expect}"'
        hint = 'Take "expect:" away if it is right that it is accepted'
        return Finding("not-as-expected", sentence, hint, story.place_of(act, "expect"))
    if act.expect in ("", "accepted"):
        return Finding(refused.id, refused.sentence, refused.allowed_by, story.place_of(act))
    sentence = f'It was refused with "{refused.id}", and the story expects "{act.expect}"'
    hint = f"{refused.sentence}. {refused.allowed_by}".strip()
    return Finding("not-as-expected", sentence, hint, story.place_of(act, "expect"))


def _ending(story: Story, matter: Matter, steps: list[Step]) -> Iterable[Finding]:
    stands = matter.dispute.runs[-1].rung if matter.dispute.runs else ""
    total = steps[-1].clocks.total if steps else None
    told = story.ends
    pairs = (
        ("phase", told.phase, matter.dispute.phase),
        ("stage", told.stage, stands),
        ("working days used", told.working_days_used, total.used if total else None),
    )
    for name, expected, found in pairs:
        if expected not in ("", None) and expected != found:
            ending = "there is none" if found in ("", None) else f"it is {found}"
            sentence = f"The story expects {name} {expected} at the end, and {ending}"
            hint = f'Change "{name}" if it is right that it ends so'
            yield Finding("not-as-expected", sentence, hint, story.place("ends"))
