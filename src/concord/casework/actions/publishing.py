"""Acts on an authority's protocol: keep a draft, propose it, approve it, end a proposal."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from concord.casework.actions.dispute import Ask
from concord.casework.actor import Viewer
from concord.casework.desk import Desk, desk
from concord.casework.loading import NotFound
from concord.core.dispute.decide import Refused
from concord.core.problem import Finding, Place, WrongData
from concord.core.protocol.identity import content_hash
from concord.core.protocol.read import read_protocol
from concord.core.publishing.book import fold_book
from concord.core.publishing.decide import approve, propose, upload, withdraw
from concord.core.publishing.events import (
    DraftUploaded,
    ForceProposed,
    ProposalWithdrawn,
    ProtocolEvent,
)
from concord.core.record.envelope import Event, Recorded
from concord.core.record.fields import described, missing_fields
from concord.records import find, publishing
from concord.records.log import StaleRecord
from concord.records.publishing import BookRow
from concord.records.setting_up import ProtocolFile

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Published:
    """The act is recorded: the version it is about. `again` when it already was."""

    version: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody else acted on the protocol since the page was read."""


class _NothingStored(Exception):
    """A refusal takes back all that was prepared for the act."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.id)
        self.refused = refused


Outcome = Published | Refused | Changed
Decide = Callable[[Desk], ProtocolEvent | Refused]


def keep_draft(viewer: Viewer, text: str, *, name: str, ask: Ask) -> Outcome:
    """Keep a protocol file as it is, as a draft.

    In: the file's text and its name. Raises NotFound for whoever does not look after the protocol,
    and WrongData with every finding and its line when it cannot be read; nothing is stored then.
    """
    if not desk(viewer, at=ask.at).keeper:
        raise NotFound
    called = name[:_LONGEST_NAME] or "protocol.yaml"
    protocol = read_protocol(text, file=called)
    draft = DraftUploaded(
        version=content_hash(protocol),
        file_hash=file_hash(text),
        protocol_id=protocol.id,
        title=protocol.title,
        file_name=called,
    )
    file = ProtocolFile(draft.version, protocol.id, text)
    return _take(viewer, ask, lambda found: _kept(found, draft, file, ask))


def file_hash(text: str) -> str:
    """The sha256 of a file's text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _kept(
    found: Desk, draft: DraftUploaded, file: ProtocolFile, ask: Ask
) -> ProtocolEvent | Refused:
    if not found.keeper:
        raise NotFound
    outcome = upload(found.book, draft, asking=found.asking)
    if not isinstance(outcome, Refused):
        publishing.keep(found.viewer.authority, file, at=ask.at)
    return outcome


def propose_version(viewer: Viewer, proposal: ForceProposed, *, ask: Ask) -> Outcome:
    """Propose that a version comes into force from a day; a second person has to approve.

    Raises NotFound for whoever does not look after the protocol and for an unknown version, and
    WrongData for a field that is missing.
    """
    _stop_at_gaps(proposal)

    def decide(found: Desk) -> ProtocolEvent | Refused:
        if not found.keeper:
            raise NotFound
        errors = found.checked(proposal.version).errors
        return propose(found.book, proposal, asking=found.asking, errors=errors)

    return _take(viewer, ask, decide)


def approve_proposal(viewer: Viewer, number: int, *, ask: Ask) -> Outcome:
    """Approve a proposal as the second person: from its day on, new disputes begin under it."""

    def decide(found: Desk) -> ProtocolEvent | Refused:
        waiting = found.book.open
        errors = found.checked(waiting.version).errors if waiting else 0
        return approve(found.book, number, asking=found.asking, errors=errors)

    return _take(viewer, ask, decide)


def end_proposal(viewer: Viewer, number: int, *, reason: str, ask: Ask) -> Outcome:
    """End a proposal with a reason: whoever made it takes it back, anybody else turns it down."""
    _stop_at_gaps(ProposalWithdrawn(reason=reason))
    return _take(viewer, ask, lambda found: withdraw(found.book, number, reason=reason))


def _stop_at_gaps(proposal: ProtocolEvent) -> None:
    about = described(type(proposal))
    gaps = tuple(
        Finding("needed", f"{about[name].label}: nothing is given", "Fill it in", _place(name))
        for name in missing_fields(proposal)
    )
    if gaps:
        raise WrongData(gaps)


def _place(name: str) -> Place:
    return Place(path=name.replace("_", " "))


def _take(viewer: Viewer, ask: Ask, decide: Decide) -> Outcome:
    """One act in one transaction: who may, what is decided, the entry, the rows, the key."""
    try:
        with find.together():
            found = desk(viewer, at=ask.at, to_write=True)
            known = find.command(ask.key, person=viewer.person)
            if known:
                return Published(_version_of(found.book.entries[known[1] - 1].event), again=True)
            if ask.expected is not None and ask.expected != found.book.number:
                return Changed()
            return _record(found, _decided(found, decide), ask)
    except _NothingStored as nothing:
        return nothing.refused
    except (StaleRecord, find.DoneBefore):
        return Changed()


def _decided(found: Desk, decide: Decide) -> ProtocolEvent:
    outcome = decide(found)
    if isinstance(outcome, Refused):
        raise _NothingStored(outcome)
    return outcome


def _record(found: Desk, event: ProtocolEvent, ask: Ask) -> Published:
    row, viewer = found.row, found.viewer
    if row is None:
        raise NotFound
    capacity = found.keeper or found.approver
    entry = Recorded(found.book.number + 1, event, str(viewer.person), capacity, ask.at, ask.at)
    after = publishing.write(row, entry)
    _write_terms(found, entry, after)
    find.remember(after, key=ask.key, person=viewer.person, at=ask.at)
    return Published(_version_of(event))


def _version_of(event: Event) -> str:
    return str(getattr(event, "version", ""))


def _write_terms(found: Desk, entry: Recorded, after: BookRow) -> None:
    known = {term.seq for term in found.book.terms}
    for term in fold_book([entry], book=found.book).terms:
        if term.seq not in known:
            publishing.write_term(after.authority_id, term)
