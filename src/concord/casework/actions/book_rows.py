"""The rows and files of an authority's protocol against its entries."""

from collections.abc import Iterator

from concord.casework.actions.looked import Looked
from concord.casework.actions.publishing import file_hash
from concord.core.publishing.book import Book
from concord.core.record.codec import UnknownKind
from concord.records import find, log, publishing
from concord.records.log import BrokenChain, Head
from concord.records.publishing import BookRow

OF = "protocol"


def book_compared(authority: int, *, write: bool) -> Looked:
    """Compare what is noted as in force with what the entries say, and make it again if asked."""
    with find.together():
        row, book, wrong = _read(authority)
        if wrong:
            return Looked(row.id, row.version, (wrong,), OF)
        head = log.verify(row.id)
        found = tuple(_differences(row, book, head))
        if write and found:
            publishing.rewrite(row, head, book.terms)
        return Looked(row.id, head.seq, found, OF)


def book_verified(authority: int) -> Looked:
    """Recompute the chain of an authority's protocol, and the hash of each file that it names."""
    row, book, wrong = _read(authority)
    if wrong:
        return Looked(row.id, row.version, (wrong,), OF)
    head = log.verify(row.id)
    if head != Head(row.version, row.hash):
        said = f"its row knows {row.version} entries, and {head.seq} are there"
        return Looked(row.id, head.seq, (said,), OF)
    return Looked(row.id, head.seq, tuple(_changed_files(authority, book)), OF)


def _read(authority: int) -> tuple[BookRow, Book, str]:
    """The row and the state, and what is wrong where the entries cannot be trusted or read."""
    row = publishing.row_of(authority)
    try:
        log.verify(row.id)
        return row, publishing.book_of(authority)[1], ""
    except BrokenChain as broken:
        return row, Book(), f"the record was changed: {broken}"
    except (UnknownKind, ValueError) as error:
        return row, Book(), f"an entry cannot be read ({type(error).__name__})"


def _differences(row: BookRow, book: Book, head: Head) -> Iterator[str]:
    if head != Head(row.version, row.hash):
        yield f"its row knows {row.version} entries, and {head.seq} are there"
    stored = publishing.terms(row.authority_id)
    if stored != book.terms:
        yield f"in force is {_told(stored)} and should be {_told(book.terms)}"


def _told(terms: tuple[tuple[object, ...], ...]) -> str:
    return "; ".join(f"{str(version)[:8]} from {on}" for version, on, _seq in terms) or "nothing"


def _changed_files(authority: int, book: Book) -> Iterator[str]:
    stored = publishing.stored(authority)
    for version in book.versions:
        file = stored.get(version.hash)
        if file is None:
            yield f"the file of version {version.hash[:8]} is missing"
        elif file_hash(file.text) != version.file_hash:
            yield f"the file of version {version.hash[:8]} was changed"
