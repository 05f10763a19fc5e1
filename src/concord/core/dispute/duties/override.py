"""The duty that stands while a grave event overrides the stages: to see to how it goes on."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.dispute.duties.model import Duty, Terms
from concord.core.dispute.events import Overridden, StagesResumed
from concord.core.dispute.matter import Matter


def override_duties(matter: Matter) -> Iterator[Duty]:
    """Whoever raised it decides when the stages go on, or how it ends; no limit is stated."""
    dispute, since, clause, number = matter.dispute, None, "", 0
    for entry in dispute.entries:
        if isinstance(entry.event, Overridden):
            since, clause, number = entry.happened_at, entry.event.clause, entry.seq
        elif isinstance(entry.event, StagesResumed) and since is not None:
            yield _duty(matter, (number, clause, since), entry.happened_at)
            since = None
    if since is not None:
        yield _duty(matter, (number, clause, since), dispute.closed_at)


def _duty(matter: Matter, what: tuple[int, str, datetime], done: datetime | None) -> Duty:
    number, clause, since = what
    terms = Terms("Go on with the stages when the grave event allows it", clause, "resume stages")
    return Duty(f"override:{number}", terms, (matter.dispute.raiser,), since, None, done)
