"""What happens by itself when time passes: a duty is missed, and the protocol may escalate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from concord.core.dispute.decide.escalate import carried_up
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import DutyMissed, Escalated
from concord.core.dispute.fold import add
from concord.core.dispute.ladder import answer_rule, next_stage, stage_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.protocol.vocabulary import IfMissed, StageKind
from concord.core.record.envelope import SYSTEM, Event, Recorded


@dataclass(frozen=True, slots=True)
class _Missed:
    at: datetime
    duty: Duty


def catch_up(matter: Matter, *, at: datetime) -> tuple[Recorded, ...]:
    """The entries that are owed because time has passed up to `at` (aware), in order.

    Each happened at its exact due moment and is recorded at `at`, so a sweep that was off for a
    week gives the same record as one that never slept. An automatic escalation starts the next
    stage's clock at the moment at which the answer became too late.
    """
    entries: list[Recorded] = []
    dispute = matter.dispute
    while True:
        current = Matter(matter.protocol, dispute, matter.calendar)
        missed = _missed_together(current, at)
        for each in missed:
            for event in _consequences(current, each):
                entry = Recorded(dispute.version + 1, event, SYSTEM, SYSTEM, each.at, at)
                entries.append(entry)
                dispute = add(dispute, entry)
        if not missed or not _is_answer(current, missed[-1].duty):
            return tuple(entries)


def next_due_at(matter: Matter) -> datetime | None:
    """The next instant at which something would be missed; None when nothing is owed by a date."""
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    return next_due_among(matter.dispute, made)


def next_due_among(dispute: Dispute, made: Iterable[Duty]) -> datetime | None:
    """The next instant at which something would be missed, given all duties of the dispute;
    None when nothing is owed by a date.
    """
    return min((each.at for each in _pending(dispute, made)), default=None)


def _pending(dispute: Dispute, made: Iterable[Duty]) -> Iterator[_Missed]:
    for duty in made:
        moment = duty.missed_at
        if moment is not None and duty.must and duty.key not in dispute.missed:
            yield _Missed(moment, duty)


def _missed_together(matter: Matter, at: datetime) -> list[_Missed]:
    """What was missed by `at`, in order, up to the first answer that did not come: what is owed
    after that one follows from its being missed, and no other miss makes or ends a duty.
    """
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    past = [each for each in _pending(matter.dispute, made) if each.at <= at]
    past.sort(key=lambda each: each.at)
    moves = (n for n, each in enumerate(past) if _is_answer(matter, each.duty))
    return past[: next(moves, len(past)) + 1]


def _is_answer(matter: Matter, duty: Duty) -> bool:
    run = matter.dispute.run
    return run is not None and duty.key.startswith(f"{run.number}:answer")


def _consequences(matter: Matter, missed: _Missed) -> Iterator[Event]:
    duty = missed.duty
    yield DutyMissed(duty.key, duty.what, duty.owners, duty.clause, missed.at, duty.act)
    yield from _escalation(matter, duty)


def _escalation(matter: Matter, duty: Duty) -> Iterator[Event]:
    run = matter.dispute.run
    if run is None or not _is_answer(matter, duty):
        return
    stage = stage_of(matter.protocol, run.rung)
    rule = answer_rule(stage) if stage else None
    above = next_stage(matter.protocol, stage) if stage else None
    if stage is None or above is None or rule is None or rule.if_none is not IfMissed.ESCALATE:
        return
    moved = Escalated(to=above.id, left=stage.id, way="ladder", by_rule=True)
    yield moved
    if above.kind is not StageKind.HAND_OVER:
        yield carried_up(run, above, moved)


def caught_up(dispute: Dispute, entries: tuple[Recorded, ...]) -> Dispute:
    """The dispute after entries that time brought."""
    for entry in entries:
        dispute = add(dispute, entry)
    return dispute
