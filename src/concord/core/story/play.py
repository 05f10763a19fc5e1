"""Plays a story under a protocol: each act is recorded or refused, and time does its part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from concord.core.clock.working_day import BeyondCalendar, Calendar
from concord.core.dispute.clocks import Clocks, clocks
from concord.core.dispute.decide import Case, Refused, decide
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import ConcernRaised, DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.problem import Finding, WrongData
from concord.core.protocol.definition import Protocol
from concord.core.record.envelope import Actor, Recorded
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
    matter = Matter(protocol, Dispute(id="story"), calendar)
    steps: list[Step] = []
    for act in story.acts:
        try:
            matter, step = _step(matter, act, story)
        except BeyondCalendar as beyond:
            place = story.place_of(act)
            finding = Finding(beyond.id, beyond.sentence, beyond.hint, place)
            return Played(story, tuple(steps), matter, (*_unexpected(story, steps), finding))
        steps.append(step)
    findings = (*_unexpected(story, steps), *_ending(story, matter, steps))
    return Played(story, tuple(steps), matter, findings)


def _step(matter: Matter, act: Act, story: Story) -> tuple[Matter, Step]:
    by_time = catch_up(matter, at=act.at)
    matter = _after(matter, by_time)
    owed = _duties(matter)
    entries: tuple[Recorded, ...] = ()
    refused: Refused | None = None
    if act.proposal is not None:
        outcome = _decide(matter, act, _of_story(act.proposal, story))
        if isinstance(outcome, Refused):
            refused = outcome
        else:
            entries = outcome
            matter = _after(matter, entries)
    made = _duties(matter) if entries else owed
    now = clocks(matter, at=act.at)
    expected = _as_expected(act, refused)
    return matter, Step(act, by_time, owed, entries, refused, made, now, expected)


def _duties(matter: Matter) -> tuple[Duty, ...]:
    return duties(matter.protocol, matter.dispute, matter.calendar)


def _of_story(proposal: DisputeEvent, story: Story) -> DisputeEvent:
    if not isinstance(proposal, ConcernRaised):
        return proposal
    siblings = (f"example-sibling-{number + 1}" for number in range(story.siblings))
    return replace(proposal, children=("example-child", *siblings), child_status=story.child)


def _decide(matter: Matter, act: Act, proposal: DisputeEvent) -> tuple[Recorded, ...] | Refused:
    case = Case(matter, Actor(act.person, frozenset((act.by,))), act.at)
    try:
        outcome = decide(case, proposal)
    except WrongData as wrong:
        sentence = "; ".join(each.sentence for each in wrong.findings)
        return Refused(wrong.findings[0].id, sentence, "", wrong.findings[0].hint)
    if isinstance(outcome, Refused):
        return outcome
    first_seq = matter.dispute.version + 1
    return tuple(
        Recorded(first_seq + number, event, act.person, outcome.capacity, act.at, act.at)
        for number, event in enumerate(outcome.events)
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
