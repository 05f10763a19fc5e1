"""The versions of an authority's protocol for somebody who looks after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from concord.casework.actor import Viewer
from concord.casework.checked import Checked
from concord.casework.desk import Desk, desk
from concord.casework.loading import NotFound
from concord.core.clock.words import short_day
from concord.core.dispute.words import Words, capital
from concord.core.protocol.definition import Protocol
from concord.core.publishing.book import Proposal
from concord.core.publishing.events import ProtocolEvent
from concord.core.workshop.compare import Difference, MarkedLadder, differences, marked_ladders
from concord.records import find


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version in a list: `standing` says in words how it stands, `is_now` whether in force."""

    hash: str
    title: str
    file_name: str
    by: str
    at: datetime
    standing: str
    is_now: bool

    @property
    def short(self) -> str:
        """The beginning of the hash, by which people tell versions apart."""
        return self.hash[:8]


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the history: its sentence, the reason if one was given, who and when."""

    sentence: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that waits: by whom, and whether this person may approve it."""

    proposal: Proposal
    line: VersionLine
    by: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class VersionsView:
    """All versions, the newest first; `number` is the last entry, which forms send back."""

    lines: tuple[VersionLine, ...]
    waiting: Waiting | None
    history: tuple[Happened, ...]
    may_keep: bool
    number: int


@dataclass(frozen=True, slots=True)
class VersionView:
    """One version: what it says, what the check finds, and how it stands."""

    line: VersionLine
    protocol: Protocol
    checked: Checked
    text: str
    in_force: str
    waiting: Waiting | None
    may_keep: bool
    number: int


@dataclass(frozen=True, slots=True)
class Compared:
    """One difference with the place in the document and the line on either side."""

    difference: Difference
    place_before: str
    place_after: str
    line_before: int
    line_after: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions beside each other: the differences, and each ladder drawn with them marked."""

    old: VersionLine
    new: VersionLine
    differences: tuple[Compared, ...]
    ladders: tuple[MarkedLadder, ...]
    others: tuple[VersionLine, ...]


def versions_view(viewer: Viewer, *, at: datetime) -> VersionsView:
    """The versions of a person's authority. Raises NotFound for whoever does not look after it."""
    found = desk(viewer, at=at)
    names = _names(found)
    return VersionsView(
        tuple(_lines(found, names)),
        _waiting(found, names),
        tuple(_history(found, names)),
        bool(found.keeper),
        found.book.number,
    )


def version_view(viewer: Viewer, content_hash: str, *, at: datetime) -> VersionView:
    """One version, checked against who holds which role today. Raises NotFound."""
    found = desk(viewer, at=at)
    stored = found.of(content_hash)
    names = _names(found)
    waiting = _waiting(found, names)
    return VersionView(
        _line(found, content_hash, names),
        found.read(content_hash)[0],
        found.checked(content_hash),
        stored.text,
        found.in_force,
        waiting if waiting and waiting.proposal.version == content_hash else None,
        bool(found.keeper),
        found.book.number,
    )


def comparison(viewer: Viewer, new: str, *, old: str, at: datetime) -> Comparison:
    """Two versions beside each other; an empty `old` is the one in force. Raises NotFound."""
    found = desk(viewer, at=at)
    earlier = old or found.in_force
    (before, was), (after, now) = found.read(earlier), found.read(new)
    names = _names(found)
    told = tuple(
        Compared(
            each,
            _place(before, each.clause_before),
            _place(after, each.clause_after),
            was.place(each.path_before).line if each.path_before else 0,
            now.place(each.path_after).line if each.path_after else 0,
        )
        for each in differences(before, after)
    )
    drawn = marked_ladders(before, after)
    others = tuple(each for each in _lines(found, names) if each.hash != new)
    return Comparison(_line(found, earlier, names), _line(found, new, names), told, drawn, others)


def beside_in_force(
    viewer: Viewer, version: str, *, at: datetime
) -> tuple[tuple[VersionLine, Protocol], ...]:
    """The version in force and another one, each with its protocol; one alone when it is that
    version. Raises NotFound for whoever does not look after the protocol.
    """
    found = desk(viewer, at=at)
    names = _names(found)
    wanted = dict.fromkeys((found.in_force, version))
    return tuple((_line(found, each, names), found.read(each)[0]) for each in wanted)


def _place(protocol: Protocol, clause: str) -> str:
    known = protocol.clauses.get(clause)
    return known.place if known else ""


def _names(found: Desk) -> dict[str, str]:
    ids = {int(each.person) for each in found.book.entries if each.person.isdigit()}
    return {str(pk): person.name for pk, person in find.people(ids).items()}


def _lines(found: Desk, names: dict[str, str]) -> Iterator[VersionLine]:
    for content_hash in reversed(found.stored):
        yield _line(found, content_hash, names)


def _line(found: Desk, content_hash: str, names: dict[str, str]) -> VersionLine:
    stored, uploaded = found.of(content_hash), found.book.version(content_hash)
    now = content_hash == found.in_force
    standing = _standing(found, content_hash)
    if uploaded is None:
        title = found.read(content_hash)[0].title
        return VersionLine(content_hash, title, "", "", stored.stored_at, standing, now)
    by = names.get(uploaded.uploaded_by, "")
    named = (uploaded.title, uploaded.file_name, by, uploaded.uploaded_at)
    return VersionLine(content_hash, *named, standing, now)


def _standing(found: Desk, content_hash: str) -> str:
    terms = [each.from_on for each in found.book.terms if each.version == content_hash]
    ahead, waiting = [each for each in terms if each > found.today], found.book.open
    parts = ["In force"] if content_hash == found.in_force else []
    parts += [f"In force from {short_day(each)}" for each in ahead]
    if waiting and waiting.version == content_hash:
        parts.append(f"Proposed from {short_day(waiting.from_on)}")
    was = terms or content_hash == found.installed
    return ", ".join(parts) or ("Was in force" if was else "Draft")


def _waiting(found: Desk, names: dict[str, str]) -> Waiting | None:
    waiting = found.book.open
    if waiting is None:
        return None
    line = _line(found, waiting.version, names)
    mine = waiting.by == str(found.viewer.person)
    return Waiting(waiting, line, names.get(waiting.by, ""), mine)


def _history(found: Desk, names: dict[str, str]) -> Iterator[Happened]:
    words = Words(found.protocol)
    for entry in reversed(found.book.entries):
        if isinstance(entry.event, ProtocolEvent):
            version = str(getattr(entry.event, "version", ""))[:8]
            sentence = entry.event.sentence(
                capital(words.the(entry.capacity)), f"version {version}"
            )
            reason = str(getattr(entry.event, "reason", ""))
            yield Happened(sentence, reason, names.get(entry.person, ""), entry.happened_at)


def proposal_view(viewer: Viewer, number: int, *, at: datetime) -> tuple[Waiting, VersionView]:
    """The proposal that waits, with its version. Raises NotFound when it is decided already."""
    found = desk(viewer, at=at)
    waiting = _waiting(found, _names(found))
    if waiting is None or waiting.proposal.number != number:
        raise NotFound
    return waiting, version_view(viewer, waiting.proposal.version, at=at)
