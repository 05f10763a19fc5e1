"""A played story as plain data for JSON: dates and moments as ISO 8601 text, in London time."""

import json
from datetime import datetime

from concord.core.child.events import CODEC as CHILD_CODEC
from concord.core.child.events import ChildEvent
from concord.core.clock.london import LONDON
from concord.core.dispute.clocks import Clock
from concord.core.dispute.decide import Refused
from concord.core.dispute.due import Due
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import CODEC
from concord.core.dispute.events.base import Worded
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.identity import content_hash
from concord.core.record.codec import Codec
from concord.core.record.envelope import Recorded
from concord.core.story.changes import Changes, changes
from concord.core.story.play import Played, Step


def as_data(played: Played) -> dict[str, object]:
    """A played story as mappings, lists, texts and numbers; documented in docs/reference/stories.

    Every date is a local day (Europe/London), every moment has its offset. What does not exist
    is null.
    """
    words = Words(played.matter.protocol)
    per_act = zip(played.steps, changes(played.steps), strict=True)
    return {
        "title": played.story.title,
        "protocol": protocol_data(played.matter.protocol),
        "calendar": played.matter.calendar.version,
        "child": played.story.child.value,
        "siblings": played.story.siblings,
        "clauses": list(played.story.clauses),
        "acts": [_act(step, changed, words) for step, changed in per_act],
        "duties": [_duty(each, played, words) for each in played.duties],
        "final": _final(played, words),
        "findings": [each.as_data() for each in played.findings],
    }


def protocol_data(protocol: Protocol) -> dict[str, object]:
    """Which protocol it is: id, title, authority, status, the number of stages, content hash."""
    return {
        "id": protocol.id,
        "title": protocol.title,
        "authority": protocol.source.authority,
        "status": protocol.source.status,
        "stages": len(protocol.stages),
        "content_hash": content_hash(protocol),
    }


def _act(step: Step, changed: Changes, words: Words) -> dict[str, object]:
    act = step.act
    return {
        "number": act.number,
        "line": act.line,
        "at": _moment(act.at),
        "by": act.by or None,
        "person": act.person or None,
        "act": act.verb,
        "accepted": step.refused is None,
        "refusal": _refusal(step.refused, words),
        "expect": act.expect or None,
        "as_expected": step.as_expected,
        "by_time": [_entry(each, words) for each in step.by_time],
        "entries": [_entry(each, words) for each in step.entries],
        "duties_made_by_time": [duty.key for duty in changed.made_by_time],
        "duties_made": [duty.key for duty in changed.made],
        "duties_changed": [{"key": duty.key, "state": state} for duty, state in changed.stands],
        "clocks": {"stage": _clock(step.clocks.stage), "total": _clock(step.clocks.total)},
    }


def _refusal(refused: Refused | None, words: Words) -> dict[str, object] | None:
    if refused is None:
        return None
    return {
        "id": refused.id,
        "sentence": refused.sentence,
        **_clause(refused.clause, words),
        "allowed_by": refused.allowed_by,
    }


def _clause(clause: str, words: Words) -> dict[str, object]:
    found = words.protocol.clauses.get(clause)
    return {"clause": clause or None, "place": found.place if found else None}


def _entry(entry: Recorded, words: Words) -> dict[str, object]:
    return {
        "record": "child" if isinstance(entry.event, ChildEvent) else "dispute",
        "number": entry.seq,
        "kind": entry.event.KIND,
        "capacity": entry.capacity,
        "happened_at": _moment(entry.happened_at),
        "recorded_at": _moment(entry.recorded_at),
        "sentence": sentence(entry, words),
        "fields": json.loads(_codec(entry).encode(entry.event)),
    }


def _codec(entry: Recorded) -> Codec:
    return CHILD_CODEC if isinstance(entry.event, ChildEvent) else CODEC


def sentence(entry: Recorded, words: Words) -> str:
    """What an entry of the record says, with the council's own words."""
    event = entry.event
    if not isinstance(event, Worded):
        return event.KIND
    return event.sentence(words.who(entry.capacity), words)


def _duty(duty: Duty, played: Played, words: Words) -> dict[str, object]:
    return {
        "key": duty.key,
        "what": duty.what,
        "owners": list(duty.owners),
        "towards": list(duty.whom),
        "strength": "must" if duty.must else "should",
        **_clause(duty.clause, words),
        "since": _moment(duty.since),
        **_due(duty.due),
        "no_date": duty.no_date or None,
        "fulfilled_by": duty.act or None,
        "before": list(duty.before),
        "fulfilled_at": _moment(duty.fulfilled_at),
        "missed_at": _moment(duty.missed_at),
        "ended_at": _moment(duty.ended_at),
        "state": duty.state_at(played.steps[-1].act.at),
    }


def _due(due: Due | None) -> dict[str, object]:
    counted = due.deadline if due else None
    return {
        "due": _moment(due.at if due else None),
        "due_on": due.on.isoformat() if due else None,
        "limit": str(counted.limit) if counted else None,
        "counted_from": counted.anchor.what if counted else None,
        "set_by": (due.set_by if due else "") or None,
    }


def _clock(clock: Clock | None) -> dict[str, object] | None:
    if clock is None:
        return None
    return {
        "label": clock.label,
        "due": _moment(clock.due.at),
        "due_on": clock.due.on.isoformat(),
        "limit": str(clock.limit) if clock.limit else None,
        "working_days_used": clock.used,
        "working_days_left": clock.left,
        "held": clock.held,
        "handed_over": clock.handed_over,
        "clause": clock.clause,
    }


def _final(played: Played, words: Words) -> dict[str, object]:
    last = played.steps[-1] if played.steps else None
    total = last.clocks.total if last else None
    rung = played.dispute.runs[-1].rung if played.dispute.runs else ""
    return {
        "at": _moment(last.act.at if last else None),
        "phase": played.dispute.phase.value,
        "stage": rung or None,
        "stage_label": words.stage(rung) or None,
        "held": is_held(played),
        "working_days_used": total.used if total else None,
        "working_days_left": total.left if total else None,
    }


def is_held(played: Played) -> bool:
    """Whether the dispute is on hold at the moment of the story's last act."""
    pause = played.dispute.pause
    return pause is not None and played.steps[-1].act.at < pause.ends_at


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(LONDON).isoformat() if at else None
