"""Who is told when something happens. A telling carries no word about a child."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from concord.core.dispute import events as e
from concord.core.dispute.clocks import answer_due
from concord.core.dispute.duties.ladder import stage_duties
from concord.core.dispute.ladder import (
    answer_rule,
    current_stage,
    holding_rule,
    judges,
    raising_side,
    stage_of,
    tier_of,
    without_part,
)
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Stage
from concord.core.protocol.vocabulary import Side
from concord.core.record.envelope import Recorded


class TellingKind(StrEnum):
    """What somebody is told: that there is something to answer, judge, do or read."""

    ANSWER = "answer"
    JUDGE = "judge"
    DO = "do"
    READ = "read"
    MISSED = "missed"
    ENDED = "ended"
    GRAVE = "grave"


@dataclass(frozen=True, slots=True)
class Telling:
    """One role is told one kind of thing, with the day by which it is due if there is one."""

    role: str
    kind: TellingKind
    due_on: date | None = None


def tellings(matter: Matter, entry: Recorded) -> tuple[Telling, ...]:
    """Who is told because of an entry. In: the matter after the entry, and the entry.

    Out: one telling for a role, the most demanding kind where several apply. Roles outside the
    council (child and family, courts, Cafcass) are never told by a message.
    """
    rule = _RULES.get(type(entry.event))
    others = without_part(matter.protocol, matter.dispute)
    found: dict[str, Telling] = {}
    for telling in rule(matter, entry, entry.event) if rule else ():
        role = matter.protocol.roles.get(telling.role)
        if role and telling.role not in others and role.side not in (Side.CHILD, Side.OUTSIDE):
            found.setdefault(telling.role, telling)
    return tuple(found.values())


def _to(roles: Iterable[str], kind: TellingKind, due_on: date | None = None) -> Iterator[Telling]:
    return (Telling(role, kind, due_on) for role in roles)


def _raised(matter: Matter, _entry: Recorded, event: e.ConcernRaised) -> Iterator[Telling]:
    yield from _to(event.raised_with, TellingKind.ANSWER, event.respond_by)
    tier = tier_of(matter.protocol, event.tier)
    yield from _to(tier.told if tier else (), TellingKind.READ)


def _noted(matter: Matter, _entry: Recorded, _event: e.CaseNoteWritten) -> Iterator[Telling]:
    for tier in matter.protocol.informal:
        yield from _to(tier.note_told, TellingKind.READ)


def _talked(matter: Matter, entry: Recorded, _event: object) -> Iterator[Telling]:
    """Whoever raised the concern hears of what somebody else has recorded about it."""
    if matter.dispute.formal_at is None and entry.capacity != matter.dispute.raiser:
        yield Telling(matter.dispute.raiser, TellingKind.READ)


def _agreed(_matter: Matter, _entry: Recorded, event: e.ActionsAgreed) -> Iterator[Telling]:
    for action in event.actions:
        yield Telling(action.by, TellingKind.DO, action.on)


def _reported(matter: Matter, _entry: Recorded, _event: e.ActionReported) -> Iterator[Telling]:
    yield Telling(matter.dispute.raiser, TellingKind.DO)


def _issued(matter: Matter, _entry: Recorded, event: e.AlertIssued) -> Iterator[Telling]:
    stage, run = stage_of(matter.protocol, event.stage), matter.dispute.run
    if stage is None or run is None:
        return
    rule, due = answer_rule(stage), answer_due(matter, run)
    yield from _to(rule.by if rule else (), TellingKind.ANSWER, due.on if due else None)
    yield from _to(rule.answerable if rule else (), TellingKind.DO, due.on if due else None)
    yield from _to(_readers(matter, stage), TellingKind.READ)


def _readers(matter: Matter, stage: Stage) -> tuple[str, ...]:
    return (*stage.addressed_to, *stage.copied_to, *stage.told, *matter.protocol.overseers)


def _escalated(matter: Matter, _entry: Recorded, event: e.Escalated) -> Iterator[Telling]:
    stage = stage_of(matter.protocol, event.to)
    yield from _to(stage.raised_by if stage else (), TellingKind.DO)


def _answered(matter: Matter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    stage = current_stage(matter.protocol, matter.dispute)
    if stage is None:
        return
    rule = answer_rule(stage)
    yield from _to(judges(stage), TellingKind.JUDGE, _judging_by(matter))
    yield from _to(rule.told if rule else (), TellingKind.READ)


def _judging_by(matter: Matter) -> date | None:
    """The day by which the answer that has come is to be judged, where one is stated."""
    run = matter.dispute.run
    made = stage_duties(matter, run) if run else ()
    open_ones = (duty.due for duty in made if duty.act == "judge" and not duty.is_over)
    return next((due.on for due in open_ones if due), None)


def _held(_matter: Matter, _entry: Recorded, event: e.HoldPlaced) -> Iterator[Telling]:
    yield Telling(event.owner, TellingKind.DO, event.until)


def _hold_reported(matter: Matter, _entry: Recorded, _event: e.HoldReported) -> Iterator[Telling]:
    rule = holding_rule(matter.protocol)
    yield from _to(rule.checked_by if rule else (), TellingKind.DO)


def _raiser_elsewhere(matter: Matter, entry: Recorded) -> tuple[str, ...]:
    """Whoever raised it, when somebody else has ended it."""
    raiser = matter.dispute.raiser
    return (raiser,) if entry.capacity != raiser else ()


def _resolved(matter: Matter, entry: Recorded, event: e.Resolved) -> Iterator[Telling]:
    raiser = TellingKind.DO if event.reconvene == "yes" else TellingKind.ENDED
    yield from _to(_raiser_elsewhere(matter, entry), raiser)
    yield from _to(matter.protocol.closing.told, TellingKind.ENDED)
    yield from _to(_answerers(matter), TellingKind.ENDED)


def _withdrawn(matter: Matter, entry: Recorded, _event: e.Withdrawn) -> Iterator[Telling]:
    roles = matter.protocol.roles
    for role in (entry.capacity, matter.dispute.raiser):
        manager = roles[role].manager if role in roles else None
        yield from _to((manager,) if manager else (), TellingKind.READ)
    yield from _to(_raiser_elsewhere(matter, entry), TellingKind.ENDED)
    yield from _to(matter.protocol.closing.told, TellingKind.ENDED)
    yield from _to(_answerers(matter), TellingKind.ENDED)


def _answerers(matter: Matter) -> Iterator[str]:
    for run in matter.dispute.runs:
        stage = stage_of(matter.protocol, run.rung)
        rule = answer_rule(stage) if stage else None
        yield from rule.by if rule and run.alert_at else ()


def _restraint_broken(
    matter: Matter, _entry: Recorded, event: e.RestraintBroken
) -> Iterator[Telling]:
    """The raising side, who was to leave it undone, whoever they answer to, and who looks on."""
    roles = matter.protocol.roles
    rules = (each for each in matter.protocol.duties if each.id == event.restraint)
    owners = [role for rule in rules for role in rule.who]
    managers = [roles[role].manager for role in owners if role in roles]
    yield from _to(raising_side(matter.protocol, matter.dispute), TellingKind.READ)
    yield from _to((*owners, *filter(None, managers)), TellingKind.READ)
    yield from _to(matter.protocol.overseers, TellingKind.READ)


def _overridden(matter: Matter, _entry: Recorded, _event: object) -> Iterator[Telling]:
    """Those who carry it, and who owed something where it stood."""
    yield from _to((matter.dispute.raiser,), TellingKind.READ)
    stage = stage_of(matter.protocol, matter.dispute.runs[-1].rung)
    rule = answer_rule(stage) if stage else None
    yield from _to(rule.by if rule else (), TellingKind.READ)
    yield from _to(matter.protocol.overseers, TellingKind.READ)


def _missed(matter: Matter, _entry: Recorded, event: e.DutyMissed) -> Iterator[Telling]:
    yield from _to(event.owners, TellingKind.MISSED)
    if matter.dispute.is_open:
        yield from _to(raising_side(matter.protocol, matter.dispute), TellingKind.MISSED)


def _moved(matter: Matter, _entry: Recorded, _event: e.MovedToVersion) -> Iterator[Telling]:
    """Those whose dates may have moved: who raised it, and who owes the answer."""
    stage = current_stage(matter.protocol, matter.dispute)
    rule = answer_rule(stage) if stage else None
    yield from _to((matter.dispute.raiser, *(rule.by if rule else ())), TellingKind.READ)


_RULES: dict[type, Callable[[Matter, Recorded, Any], Iterator[Telling]]] = {
    e.ConcernRaised: _raised,
    e.CaseNoteWritten: _noted,
    e.ConversationRecorded: _talked,
    e.ActionsAgreed: _agreed,
    e.ActionReported: _reported,
    e.AlertIssued: _issued,
    e.Escalated: _escalated,
    e.Answered: _answered,
    e.Adjudicated: _answered,
    e.HoldPlaced: _held,
    e.HoldReported: _hold_reported,
    e.Resolved: _resolved,
    e.Withdrawn: _withdrawn,
    e.DutyMissed: _missed,
    e.MovedToVersion: _moved,
    e.RestraintBroken: _restraint_broken,
    e.Overridden: _overridden,
    e.StagesResumed: _overridden,
}
