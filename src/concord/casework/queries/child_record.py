"""A child's own record for one person: reviews, decisions, changes, what is owed, what happened."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from concord.casework.actions.child import entries_for
from concord.casework.actions.child_recording import told_of
from concord.casework.actions.dispute import beyond_calendar
from concord.casework.actor import Viewer
from concord.casework.child_loading import LoadedRecord, load_record
from concord.casework.loading import NotFound
from concord.casework.queries.dispute import DueExplained, DutyLine
from concord.casework.queries.receipts import Receipts
from concord.casework.queries.tasks import decided
from concord.core.child.audience import duty_audience
from concord.core.child.decide import ChildCase, options_for_child
from concord.core.child.duties import child_duties
from concord.core.child.events import ChildEvent, ComplaintNoted, GraveEventRecorded
from concord.core.child.fold import fold_child
from concord.core.child.matter import ChildMatter
from concord.core.child.naming import child_choices, child_words
from concord.core.child.state import (
    Change,
    Complaint,
    Decision,
    GraveEvent,
    Request,
    Review,
    Submission,
)
from concord.core.child.timeline import child_timeline
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.decide import Option, Refused
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.matter import Matter
from concord.core.dispute.receipts import Dated
from concord.core.dispute.state import Dispute
from concord.core.dispute.timeline import TimelineEntry
from concord.core.dispute.words import Words
from concord.core.record.envelope import SYSTEM, Actor
from concord.records import find


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything that a child's page shows of the child's own record, to one person."""

    loaded: LoadedRecord
    at: datetime
    words: Words
    reviews: tuple[Review, ...]
    decisions: tuple[Decision, ...]
    changes: tuple[Change, ...]
    requests: tuple[Request, ...]
    grave_events: tuple[GraveEvent, ...]
    submissions: tuple[Submission, ...]
    complaints: tuple[Complaint, ...]
    duties: tuple[DutyLine, ...]
    options: tuple[Option, ...]
    timeline: tuple[TimelineEntry, ...]
    names: Mapping[str, str]

    @property
    def matter(self) -> ChildMatter:
        """The record with its rules."""
        return self.loaded.matter

    @property
    def today(self) -> date:
        """The local day on which the page is shown."""
        return local_date(self.at)

    @property
    def version(self) -> int:
        """The number of the last entry that is stored."""
        return self.loaded.recorded.record.version

    @property
    def owed(self) -> tuple[DutyLine, ...]:
        """What is owed now, the soonest first."""
        return tuple(line for line in self.duties if line.is_owed)

    @property
    def may(self) -> tuple[Option, ...]:
        """What this person may put on record now."""
        return tuple(each for each in self.options if each.refused is None)

    def of(self, key: str) -> DutyLine | None:
        """The duty with a key, where this person may know of it."""
        return next((line for line in self.duties if line.duty.key == key), None)

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """What can be chosen in forms, of what this person sees."""
        found = child_choices(self.matter)
        numbers = {
            "open decisions": {str(each.number) for each in self.decisions},
            "refused decisions": {str(each.number) for each in self.decisions},
            "open changes": {str(each.number) for each in self.changes},
            "open requests": {str(each.number) for each in self.requests},
            "submissions": {str(each.number) for each in self.submissions},
            "complaints": {str(each.number) for each in self.complaints},
            "grave events": {str(each.number) for each in self.grave_events},
        }
        return {
            source: {value: name for value, name in known.items() if _shown(source, value, numbers)}
            for source, known in found.items()
        }


def _shown(source: str, value: str, numbers: Mapping[str, set[str]]) -> bool:
    return source not in numbers or value in numbers[source]


def record_view(viewer: Viewer, child: UUID, *, at: datetime) -> RecordView:
    """A child's own record for a person at an aware instant, right whether or not a sweep ran.

    Raises NotFound for anybody without a role for the child.
    """
    loaded = load_record(viewer, child, at=at)
    matter, record = loaded.matter, loaded.matter.record
    lines = tuple(_lines(loaded, at))
    known = {line.duty.key for line in lines}
    actor = Actor(str(viewer.person), loaded.roles)
    entries = child_timeline(matter, loaded.seen)
    reviews = tuple(each for each in record.reviews if f"review:{each.number}:hold" in known)
    seen = {each.number for each in reviews}
    return RecordView(
        loaded=loaded,
        at=at,
        words=child_words(matter),
        reviews=reviews,
        decisions=tuple(each for each in record.decisions if each.review in seen),
        changes=tuple(each for each in record.changes if f"change:{each.number}" in known),
        requests=tuple(each for each in record.requests if f"request:{each.number}" in known),
        grave_events=tuple(_grave_events(loaded)),
        submissions=tuple(
            each for each in record.submissions if f"submission:{each.number}:plan" in known
        ),
        complaints=complaints_seen(loaded),
        duties=lines,
        options=tuple(options_for_child(ChildCase(matter, actor, at))),
        timeline=entries,
        names=_names(each.person for each in entries),
    )


def complaints_seen(loaded: LoadedRecord) -> tuple[Complaint, ...]:
    """The complaints that a person sees: each has its own entry."""
    record, seen = loaded.matter.record, {each.seq for each in loaded.seen}
    entries = (each for each in record.entries if isinstance(each.event, ComplaintNoted))
    pairs = zip(entries, record.complaints, strict=True)
    return tuple(complaint for entry, complaint in pairs if entry.seq in seen)


def complaints_beside(
    viewer: Viewer, children: Iterable[UUID], *, at: datetime
) -> tuple[Complaint, ...]:
    """The open complaints by or for some children, as far as a person sees them."""
    loaded = (load_record(viewer, each, at=at) for each in children)
    found = (each for one in loaded for each in complaints_seen(one))
    return tuple(each for each in found if each.ended_at is None)


def _grave_events(loaded: LoadedRecord) -> Iterator[GraveEvent]:
    """Those that the person sees: each has its own entry."""
    record, seen = loaded.matter.record, {each.seq for each in loaded.seen}
    entries = (each for each in record.entries if isinstance(each.event, GraveEventRecorded))
    for entry, grave in zip(entries, record.grave_events, strict=True):
        if entry.seq in seen:
            yield grave


def _names(people: Iterable[str]) -> dict[str, str]:
    ids = {int(person) for person in people if person.isdigit()}
    return {str(pk): person.name for pk, person in find.people(ids).items()} | {SYSTEM: "Concord"}


def _lines(loaded: LoadedRecord, at: datetime) -> list[DutyLine]:
    matter, holders, words = loaded.matter, loaded.held.together, Words(loaded.matter.protocol)
    people = find.people({pk for each in holders.values() for pk in each})
    tasks, lines = decided(matter.record), []
    for duty in child_duties(matter):
        if loaded.knows_of(duty):
            ids = dict.fromkeys(pk for role in duty.owners for pk in holders.get(role, ()))
            names = tuple(people[pk].name for pk in ids if pk in people)
            owners, mine = words.labels(duty.owners), loaded.viewer.person in ids
            task = tasks.get(duty.key, "")
            lines.append(DutyLine(duty, duty.state_at(at), owners, names, mine, task))
    return sorted(lines, key=_soonest)


def _soonest(line: DutyLine) -> tuple[bool, datetime]:
    due = line.duty.due
    return (due is None, due.at if due else line.duty.since)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What an act would bring: what it settles, what is then owed, who gets a message, and how the
    record will say it.
    """

    done: tuple[Duty, ...]
    duties: tuple[Duty, ...]
    told: tuple[str, ...]
    sentences: tuple[str, ...]


def foresee_for_child(
    viewer: Viewer, child: UUID, proposal: ChildEvent, *, at: datetime
) -> Ahead | Refused:
    """What an act would bring; nothing is stored. Raises NotFound and WrongData."""
    loaded = load_record(viewer, child, at=at)
    try:
        entries = entries_for(loaded, proposal, at=at)
        if isinstance(entries, Refused):
            return entries
        before = loaded.matter
        after = before.now(fold_child(entries, record=before.record))
        was = {duty.key: duty for duty in child_duties(before)}
        made = child_duties(after)
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)
    told = {each.telling.role for each in told_of(before, entries)}
    return Ahead(
        tuple(each for each in made if each.is_over and not _was_over(was, each)),
        tuple(each for each in made if not each.is_over and was.get(each.key) != each),
        tuple(Words(after.protocol).role(role) for role in sorted(told)),
        tuple(each.sentence for each in child_timeline(after, entries)),
    )


def _was_over(was: Mapping[str, Duty], duty: Duty) -> bool:
    before = was.get(duty.key)
    return before is not None and before.is_over


def explain_for_child(viewer: Viewer, child: UUID, *, key: str, at: datetime) -> DueExplained:
    """Why a date in a child's record is what it is. In: the key of its duty.

    Raises NotFound for a key that has no date, and for somebody who may not know of it.
    """
    loaded = load_record(viewer, child, at=at)
    found = (each for each in child_duties(loaded.matter) if each.key == key)
    duty = next(found, None)
    if (
        duty is None
        or duty.due is None
        or loaded.roles.isdisjoint(duty_audience(loaded.matter, duty))
    ):
        raise NotFound
    deadline = duty.due.deadline
    receipt = deadline.receipt() if deadline else None
    words = Words(loaded.matter.protocol)
    return DueExplained(None, words, duty.key, duty.what, duty.clause, duty.due, receipt)


def receipt_for_child(viewer: Viewer, child: UUID, *, key: str, at: datetime) -> Receipts:
    """The receipt of one date in a child's record, as a document that a stranger can verify; it
    names no child. Raises NotFound as `explain_for_child`.
    """
    found = explain_for_child(viewer, child, key=key, at=at)
    matter = load_record(viewer, child, at=at).matter
    plain = Matter(matter.protocol, Dispute(id=matter.record.id), matter.calendar)
    return Receipts(plain, at, (Dated(found.key, found.what, found.clause, found.due),))
