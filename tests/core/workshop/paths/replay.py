"""A walked way, gone again with the real rules: each move as the act or the time that it stands
for.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from concord.core.clock.london import LONDON
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide import Case, Decided, decide
from concord.core.dispute.duties.voice import not_explained
from concord.core.dispute.events import (
    ConcernRaised,
    DisputeEvent,
    HoldPlaced,
    NotToldExplained,
    Resolved,
    Withdrawn,
)
from concord.core.dispute.fold import fold
from concord.core.dispute.ladder import answered_at, current_stage, satisfied_at
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute, Phase
from concord.core.protocol.choosing import OnlyFor
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import ladder_of, priority_of, whole_of
from concord.core.protocol.vocabulary import About
from concord.core.record.envelope import Actor, Recorded
from concord.core.workshop.paths.acts import entry_of
from concord.core.workshop.paths.ground import Ground, Setting
from concord.core.workshop.paths.position import (
    ANSWERED,
    BY_TIME,
    MISSED,
    OPENED,
    RESOLVED,
    SATISFIED,
    TALKED,
    TALKING,
    UNRESOLVED,
    WAITING,
    WITHDRAWN,
    Move,
    Position,
)
from tests.core.dispute.climbing import TEXT

_BEGINS = datetime(2026, 3, 2, 10, tzinfo=LONDON)
_FAR = date(2026, 12, 1)


def moment(day: int, *, matter: Matter) -> datetime:
    """Ten in the morning on the n-th working day after Monday 2 March 2026."""
    on = matter.calendar.add(_BEGINS.date(), day) if day else _BEGINS.date()
    return datetime.combine(on, time(10), LONDON)


def begun(protocol: Protocol, setting: Setting) -> Matter:
    """A dispute whose concern was raised on day 0."""
    matter = Matter(whole_of(protocol), Dispute(id="walked"), calendar(protocol.nation))
    tier = protocol.informal[0] if protocol.informal else None
    ladder = ladder_of(protocol)
    rule = (ladder.only_for if ladder else None) or OnlyFor()
    raised = ConcernRaised(
        about=rule.about[0] if rule.about else "",
        agency=TEXT if About.PARTNER in rule.about else "",
        issues=rule.issues[:1],
        categories=rule.categories[:1],
        priority=priority_of(protocol),
        concern=TEXT,
        outcome_sought=TEXT,
        respond_by=(_BEGINS + timedelta(days=2)).date(),
        raised_with=tier.talk_with if tier else (),
        child_status=setting.status,
        in_court=setting.in_court,
    )
    after = taken(matter, setting.raiser, raised, day=0)
    assert after is not None
    return after


def taken(matter: Matter, role: str, proposal: DisputeEvent, *, day: int) -> Matter | None:
    """The matter after a step on a working day; None when the rules refuse it.

    Before an end it is on record why the child is not told what is still to be told: a walk leaves
    out what whoever ends it can always do.
    """
    at = moment(day, matter=matter)
    if isinstance(proposal, Resolved | Withdrawn):
        for duty in not_explained(matter, at=at):
            untold = duty.key.partition(":")[2]
            why = NotToldExplained(untold=untold, reason=TEXT, look_again=_FAR)
            matter = taken(matter, role, why, day=day) or matter
    outcome = decide(Case(matter, Actor(role, frozenset((role,))), at), proposal)
    if not isinstance(outcome, Decided):
        return None
    first = matter.dispute.version + 1
    entries = (
        Recorded(first + n, event, role, outcome.capacity, at, at)
        for n, event in enumerate(outcome.events)
    )
    return matter.now(fold(entries, dispute=matter.dispute))


def follow(
    here: Ground, matter: Matter, move: Move, *, at: Position, after: Position
) -> Matter | None:
    """The matter after a move from one position to another; None when the rules refuse it."""
    if not move.verb or move.verb == BY_TIME:
        now = moment(after.day, matter=matter)
        return matter.now(fold(catch_up(matter, at=now), dispute=matter.dispute))
    entry = entry_of(here, move, at)
    assert entry is not None, move
    if isinstance(entry, HoldPlaced):
        entry = replace(entry, until=_FAR)
    return taken(matter, move.role, entry, day=after.day)


def phase_of(matter: Matter) -> str:
    """Where the real dispute stands, in the words of a walk."""
    dispute = matter.dispute
    if not dispute.is_open:
        return RESOLVED if dispute.phase is Phase.RESOLVED else WITHDRAWN
    stage, run = current_stage(matter.protocol, dispute), dispute.runs[-1]
    if stage is None:
        return TALKED if dispute.informal_ended_at else TALKING
    if run.alert_at is None:
        return OPENED
    if run.unresolved_at:
        return MISSED if run.missed else UNRESOLVED
    if satisfied_at(stage, run):
        return SATISFIED
    return ANSWERED if answered_at(stage, run) else WAITING
