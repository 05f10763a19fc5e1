"""The one way to an authority's protocol and its versions: through somebody who looks after it."""

from dataclasses import dataclass
from datetime import date, datetime

from concord.casework.actor import Viewer
from concord.casework.checked import Checked, checked, read_once
from concord.casework.loading import NotFound
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.files.source import Source
from concord.core.people.permission import approvers, keepers
from concord.core.protocol.definition import Protocol
from concord.core.publishing.book import Book
from concord.core.publishing.decide import Asking
from concord.records import find, posts, publishing
from concord.records.publishing import BookRow, Stored


@dataclass(frozen=True, slots=True)
class Desk:
    """An authority's protocol for one person at an instant.

    `keeper` and `approver` are the roles in which the person looks after it and may be the second
    person, empty for neither; `in_force` is the hash of the version in force on the day.
    """

    viewer: Viewer
    today: date
    row: BookRow | None
    book: Book
    stored: dict[str, Stored]
    in_force: str
    keeper: str
    approver: str

    @property
    def protocol(self) -> Protocol:
        """The protocol in force."""
        return protocol_of(self.in_force)

    @property
    def installed(self) -> str:
        """The hash of the version with which the authority began."""
        return next((each.hash for each in self.stored.values() if each.installed), "")

    @property
    def asking(self) -> Asking:
        """Who asks, as the rules want to know it."""
        return Asking(str(self.viewer.person), self.today, self.installed)

    def of(self, content_hash: str) -> Stored:
        """A stored version of this authority. Raises NotFound."""
        if content_hash not in self.stored:
            raise NotFound
        return self.stored[content_hash]

    def read(self, content_hash: str) -> tuple[Protocol, Source]:
        """A stored version with the line of each part. Raises NotFound."""
        return read_once(self.of(content_hash).text)

    def checked(self, content_hash: str) -> Checked:
        """What the check finds in a stored version, by who holds which role today."""
        text = self.of(content_hash).text
        return checked(text, authority=self.viewer.authority, today=self.today)


def desk(viewer: Viewer, *, at: datetime, to_write: bool = False) -> Desk:
    """An authority's protocol for somebody who looks after it, at an aware instant.

    Raises NotFound for anybody else. With `to_write`, only inside a transaction.
    """
    today = local_date(at)
    stored = find.protocol_in_force(viewer.authority, on=today)
    if stored is None:
        raise NotFound
    protocol = protocol_of(stored.hash)
    roles = {post.role for post in posts.posts_of(viewer.person, today=today)}
    keeper = next((each for each in keepers(protocol) if each in roles), "")
    approver = next((each for each in approvers(protocol) if each in roles), "")
    if not approver:
        raise NotFound
    read = publishing.open_book if to_write else publishing.book_of
    row, book = read(viewer.authority)
    files = publishing.stored(viewer.authority)
    return Desk(viewer, today, row, book, files, stored.hash, keeper, approver)


def looks_after(viewer: Viewer, *, at: datetime) -> bool:
    """Whether a person has a part in the authority's protocol, at an aware instant."""
    try:
        desk(viewer, at=at)
    except NotFound:
        return False
    return True
