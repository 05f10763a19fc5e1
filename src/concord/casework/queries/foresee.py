"""What a step would do, without doing it: for the page that is read before sending."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actions.dispute import beyond_calendar, decide_all
from concord.casework.actor import Viewer
from concord.casework.loading import load
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.decide import Refused
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.matter import Matter
from concord.core.dispute.tellings import tellings
from concord.core.dispute.timeline import words_for
from concord.core.record.envelope import Actor, Recorded


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would follow: sentences of the record, duties that arise, roles that are told, and of
    the duties owed before, those that it fulfils and those that it leaves.
    """

    sentences: tuple[str, ...]
    duties: tuple[Duty, ...]
    told: tuple[str, ...]
    done: tuple[Duty, ...] = ()
    left: tuple[Duty, ...] = ()


def foresee(
    viewer: Viewer, pk: UUID, proposals: tuple[DisputeEvent, ...], *, at: datetime
) -> Foreseen | Refused:
    """What one or several steps would do. In and out as `act`, but nothing is stored.

    Raises NotFound, and WrongData with a finding for a field.
    """
    loaded = load(viewer, pk, at=at)
    actor = Actor(str(viewer.person), loaded.roles)
    try:
        entries = decide_all(loaded.matter, proposals, actor, at)
        if isinstance(entries, Refused):
            return entries
        holders = loaded.holders
        alone = {role for role, people in holders.items() if {*people} == {viewer.person}}
        return consequences(loaded.matter, entries, at=at, but=alone)
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def consequences(
    before: Matter,
    entries: tuple[Recorded, ...],
    *,
    at: datetime,
    but: Collection[str] = (),
) -> Foreseen:
    """What entries bring about: their sentences, the duties that are new, who is told, and what
    becomes of the duties that were owed.

    `but` are roles that only the person who acts holds: nobody gets a message of their own step.
    """
    after = before.now(fold(entries, dispute=before.dispute))
    words = words_for(after)
    known = duties(before.protocol, before.dispute, before.calendar)
    had = {duty.key: duty for duty in known if duty.since <= at}
    made = [d for d in duties(after.protocol, after.dispute, after.calendar) if d.since <= at]
    new = (d for d in made if d.key not in had and not d.is_over)
    owed = [d for d in made if d.key in had and not had[d.key].is_over]
    told = (each.role for entry in entries for each in tellings(after, entry))
    told = (words.role(role) for role in told if role not in but)
    sentences = (
        entry.event.sentence(words.who(entry.capacity), words)
        for entry in entries
        if isinstance(entry.event, DisputeEvent)
    )
    done = (each for each in owed if each.fulfilled_at)
    left = (each for each in owed if not each.is_over)
    roles = tuple(dict.fromkeys(told))
    return Foreseen(tuple(sentences), tuple(new), roles, tuple(done), tuple(left))
