"""A walked way, gone again with the real rules: each move as the act or the time that it stands
for.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from concord.core.clock.london import LONDON
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide import ACTS, Case, Decided, decide
from concord.core.dispute.events import CODEC, ConcernRaised, DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.ladder import answered_at, current_stage, satisfied_at, tier_of
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute, Phase
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.vocabulary import NotStated
from concord.core.record.envelope import Actor, Recorded
from concord.core.workshop.paths.ground import Setting
from concord.core.workshop.paths.position import (
    ANSWERED,
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
from tests.core.dispute.climbing import TEXT, asked_for

_BEGINS = datetime(2026, 3, 2, 10, tzinfo=LONDON)
_FAR = "2026-12-01"


def moment(day: int, *, matter: Matter) -> datetime:
    """Ten in the morning on the n-th working day after Monday 2 March 2026."""
    on = matter.calendar.add(_BEGINS.date(), day) if day else _BEGINS.date()
    return datetime.combine(on, time(10), LONDON)


def begun(protocol: Protocol, setting: Setting) -> Matter:
    """A dispute whose concern was raised on day 0."""
    matter = Matter(protocol, Dispute(id="walked"), calendar(protocol.nation))
    tier = protocol.informal[0] if protocol.informal else None
    raised = ConcernRaised(
        concern=TEXT,
        outcome_sought=TEXT,
        respond_by=(_BEGINS + timedelta(days=2)).date(),
        raised_with=tier.talk_with if tier else (),
        child_status=setting.status,
        in_court=setting.in_court,
    )
    after = _taken(matter, setting.raiser, raised, day=0)
    assert after is not None
    return after


def take(
    matter: Matter, role: str, verb: str, values: dict[str, Any], *, day: int
) -> Matter | None:
    """The matter after somebody's act; None when the rules refuse it."""
    proposal = CODEC.propose(ACTS[verb], values)
    assert isinstance(proposal, DisputeEvent)
    return _taken(matter, role, proposal, day=day)


def _taken(matter: Matter, role: str, proposal: DisputeEvent, *, day: int) -> Matter | None:
    at = moment(day, matter=matter)
    outcome = decide(Case(matter, Actor(role, frozenset((role,))), at), proposal)
    if not isinstance(outcome, Decided):
        return None
    first = matter.dispute.version + 1
    entries = (
        Recorded(first + n, event, role, outcome.capacity, at, at)
        for n, event in enumerate(outcome.events)
    )
    return matter._replace(dispute=fold(entries, dispute=matter.dispute))


def follow(matter: Matter, move: Move, after: Position) -> Matter | None:
    """The matter after a move; None when the rules refuse it."""
    if not move.verb or move.verb == "time":
        at = moment(after.day, matter=matter)
        return matter._replace(dispute=fold(catch_up(matter, at=at), dispute=matter.dispute))
    followed: Matter | None = matter
    for role, verb, values in acts_of(matter, move):
        followed = take(followed, role, verb, values, day=after.day) if followed else None
    return followed


def acts_of(matter: Matter, move: Move) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The acts that a move stands for: one, or one for each of those who all have to act."""
    rule = next((each for each in matter.protocol.duties if each.id == move.about), None)
    if rule:
        verb, values = asked_for(rule)
        yield move.role, verb, values
        return
    stage = current_stage(matter.protocol, matter.dispute)
    yield move.role, move.verb, _values(matter, stage, move.verb, move.about)


def _values(matter: Matter, stage: Stage | None, verb: str, about: str) -> dict[str, Any]:
    tier = tier_of(matter.protocol, matter.dispute.runs[-1].rung)
    found: dict[str, dict[str, Any]] = {
        "record conversation": {
            "with_roles": [*tier.talk_with] if tier else [],
            "how": tier.talk_how[0] if tier and tier.talk_how else "",
            "text": TEXT,
        },
        "end informal": {"reason": TEXT},
        "answer": {"text": TEXT},
        "issue alert": {
            "stage": "" if stage else about,
            "concern": TEXT,
            "outcome_sought": TEXT,
            "reason": TEXT,
        },
        "escalate": {"to": about, "rationale": TEXT, "reason": TEXT},
        "judge": {"satisfied": about, "reasons": TEXT, "impact": TEXT, "outcome": TEXT},
        "adjudicate": {"upheld": "no", "reasons": TEXT},
        "place hold": {"until": _FAR, "task": TEXT, "owner": next(iter(matter.protocol.roles))},
        "check hold": {"done": about, "text": TEXT},
        "lift hold": {"reason": TEXT},
        "resolve": {"outcome": TEXT, "impact": TEXT, "reconvene": "no"},
        "withdraw": {"reason": TEXT},
    }
    if stage and verb == "answer":
        answer = stage.answer
        kinds = () if isinstance(answer, NotStated) else answer.kinds
        offered = [] if isinstance(kinds, NotStated) else [*kinds]
        return {"kind": offered[0] if offered else "", "text": TEXT}
    if stage and verb == "record meeting":
        return _meeting(stage)
    return found[verb]


def _meeting(stage: Stage) -> dict[str, Any]:
    meeting = stage.meeting
    assert meeting is not None
    there = [*meeting.attend, *(stage.raised_by if meeting.raiser_attends == "yes" else ())]
    chair = (*meeting.chair, *stage.addressed_to)[0]
    said = {"chair": chair, "attended": there or [chair], "minutes": TEXT}
    return {**said, "independent": "yes", "minuted_by": TEXT}


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
