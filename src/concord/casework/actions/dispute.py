"""Acts in a dispute: raise a concern, and every step after it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from concord.casework.actions.bank_holidays import late_at_the_beginning
from concord.casework.actions.recording import entries_from, record
from concord.casework.actor import Viewer
from concord.casework.loading import Loaded, NotFound, found_children, load
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar, calendar
from concord.core.dispute.decide import Case, Refused, decide
from concord.core.dispute.decide.siblings import one_status
from concord.core.dispute.events import ConcernRaised, DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import private_entries
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Actor, Recorded
from concord.records import find
from concord.records.log import StaleRecord
from concord.records.models import Child


@dataclass(frozen=True, slots=True)
class Done:
    """The act is recorded: the dispute and its version after it. `again` when it already was."""

    dispute: UUID
    version: int
    again: bool = False


@dataclass(frozen=True, slots=True)
class Stale:
    """Somebody else acted since the page was read; `since` are the entries that it missed."""

    dispute: UUID
    since: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """One act that a person asks for: when (aware), the page's version, and the act's own key.

    `expected` is the version of the dispute that the person saw; None where there is no page.
    """

    at: datetime
    key: str
    expected: int | None = None


def act(
    viewer: Viewer, pk: UUID, proposals: tuple[DisputeEvent, ...], *, ask: Ask
) -> Done | Refused | Stale:
    """Take one step, or several that belong together, in a dispute.

    In: who, which dispute, the proposed events, and when. Out: Done, or the refusal with its
    clause, or Stale with what was missed. Nothing is stored by halves: a refusal of one of
    several steps stores none of them. Raises NotFound, and WrongData with a finding for a field.
    """
    try:
        with find.together():
            loaded = load(viewer, pk, at=ask.at, to_write=True)
            known = find.command(ask.key, person=viewer.person)
            if known:
                return Done(*known, again=True)
            missed = _missed(loaded, ask)
            return missed or _take(viewer, loaded, proposals, ask)
    except (StaleRecord, find.DoneBefore):
        return Stale(pk, ())
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def beyond_calendar(beyond: BeyondCalendar) -> Refused:
    """The refusal of a step whose dates lie outside the years with known bank holidays."""
    return Refused(beyond.id, beyond.sentence, "", beyond.hint)


def _missed(loaded: Loaded, ask: Ask) -> Stale | None:
    if ask.expected is None or ask.expected == loaded.row.version:
        return None
    entries = loaded.matter.dispute.entries[ask.expected :]
    private = (
        ()
        if loaded.sees_private
        else private_entries(loaded.matter.dispute, loaded.matter.protocol)
    )
    seen = tuple(each for each in entries if each.seq not in private)
    # A private step changes nothing for those who may not know of it: their page is not stale.
    return Stale(loaded.row.id, seen) if seen or not entries else None


def _take(
    viewer: Viewer, loaded: Loaded, proposals: tuple[DisputeEvent, ...], ask: Ask
) -> Done | Refused:
    actor = Actor(str(viewer.person), loaded.roles)
    outcome = decide_all(loaded.matter, proposals, actor, ask.at)
    if isinstance(outcome, Refused):
        return outcome
    entries = (*loaded.by_time, *outcome)
    after = record(loaded.row, loaded.recorded, entries, held=loaded.held, at=ask.at)
    find.remember(after, key=ask.key, person=viewer.person, at=ask.at)
    return Done(after.id, after.version)


def decide_all(
    matter: Matter, proposals: tuple[DisputeEvent, ...], actor: Actor, at: datetime
) -> tuple[Recorded, ...] | Refused:
    """The entries of several steps that belong together, or the first refusal among them.

    In: the matter before them, the proposed events in order, who acts, when (aware). Each step is
    decided on the matter as the ones before it leave it. Raises WrongData for a field.
    """
    entries: tuple[Recorded, ...] = ()
    for proposal in proposals:
        outcome = decide(Case(matter, actor, at), proposal)
        if isinstance(outcome, Refused):
            return outcome
        new = entries_from(
            matter, outcome.events, person=actor.person, capacity=outcome.capacity, at=at
        )
        matter = matter.now(fold(new, dispute=matter.dispute))
        entries = (*entries, *new)
    return entries


def raise_concern(
    viewer: Viewer,
    child: UUID,
    proposals: tuple[DisputeEvent, ...],
    *,
    ask: Ask,
    siblings: tuple[UUID, ...] = (),
) -> Done | Refused:
    """Begin a dispute about a child: a concern raised, and what belongs to the same step.

    In: who, the child and perhaps siblings, the concern first and then perhaps a conversation and
    an alert, and when. Out: Done with the new dispute's id, or the refusal; then nothing is stored.
    Raises NotFound when the person holds no role for one of the children, and WrongData with a
    finding for a field.
    """
    children = tuple(dict.fromkeys((child, *siblings)))
    try:
        with find.together():
            known = find.command(ask.key, person=viewer.person)
            return Done(*known, again=True) if known else _begin(viewer, children, proposals, ask)
    except find.DoneBefore:
        # The same form was sent twice at once, and the other one was first.
        known = find.command(ask.key, person=viewer.person)
        if known is None:
            raise
        return Done(*known, again=True)
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def _begin(
    viewer: Viewer, ids: tuple[UUID, ...], proposals: tuple[DisputeEvent, ...], ask: Ask
) -> Done | Refused:
    today = local_date(ask.at)
    children, held = found_children(viewer, ids, today=today)
    stored = find.protocol_in_force(viewer.authority, on=today)
    if stored is None:
        raise NotFound
    new = uuid4()
    protocol = protocol_of(stored.hash)
    matter = Matter(protocol, Dispute(id=new.hex), calendar(protocol.nation))
    about = about_children(protocol, children, proposals)
    if isinstance(about, Refused):
        return about
    actor = Actor(str(viewer.person), held.of_all(viewer.person))
    pinned = tuple(_pinned(each, stored.hash) for each in about)
    entries = decide_all(matter, pinned, actor, ask.at)
    if isinstance(entries, Refused):
        return entries
    begun = matter.now(fold(entries, dispute=matter.dispute))
    entries += late_at_the_beginning(begun, authority=viewer.authority, at=ask.at)
    row = find.open_row(find.Opening(new, children[0], stored, viewer.person), at=ask.at)
    after = record(row, matter, entries, held=held, at=ask.at)
    find.remember(after, key=ask.key, person=viewer.person, at=ask.at)
    return Done(new, after.version)


def _pinned(proposal: DisputeEvent, content_hash: str) -> DisputeEvent:
    """The concern says under which version of the protocol its dispute begins."""
    if not isinstance(proposal, ConcernRaised):
        return proposal
    return replace(proposal, protocol=content_hash)


def about_children(
    protocol: Protocol, children: Sequence[Child], proposals: tuple[DisputeEvent, ...]
) -> tuple[DisputeEvent, ...] | Refused:
    """The proposals with the children and their status filled in where a concern is raised, or why
    one dispute cannot be about all of them.
    """
    status = one_status(protocol, [ChildStatus(each.status) for each in children])
    if isinstance(status, Refused):
        return status
    ids = tuple(each.pk.hex for each in children)
    return tuple(
        replace(each, children=ids, child_status=status)
        if isinstance(each, ConcernRaised)
        else each
        for each in proposals
    )
