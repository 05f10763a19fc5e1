"""May this version come into force, from this day, by this person? Answers as events or a refusal.

Who keeps the protocol and who may approve is said in `core/people/permission`.
"""

from dataclasses import dataclass
from datetime import date

from concord.core.clock.words import short_day
from concord.core.dispute.decide.case import Refused
from concord.core.publishing.book import Book, Proposal
from concord.core.publishing.events import (
    DraftUploaded,
    ForceApproved,
    ForceProposed,
    ProposalWithdrawn,
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, as an opaque id, on which local day, and the version the authority began with."""

    person: str
    today: date
    installed: str


def upload(book: Book, draft: DraftUploaded, *, asking: Asking) -> DraftUploaded | Refused:
    """Keep a file that can be read. Refused when a version that says the same is here."""
    if draft.version == asking.installed or book.version(draft.version):
        return Refused(
            "says-the-same",
            "A version that says the same is here already",
            "",
            "Change a rule and upload it again; comments and spacing change nothing",
        )
    return draft


def propose(
    book: Book, proposal: ForceProposed, *, asking: Asking, errors: int
) -> ForceProposed | Refused:
    """Ask that a version comes into force from a day that is not over, with no error found in it.

    In: the book, the proposal, who asks, and how many errors the check found in the version.
    """
    waiting, on = book.open, proposal.from_on
    if waiting:
        day = short_day(waiting.from_on)
        return Refused(
            "proposal-waits",
            f"A proposal to put a version into force from {day} waits for an answer",
            "",
            "Approve it or end it first",
        )
    if on is None or on < asking.today:
        return _past()
    if errors:
        return _errors(errors)
    if book.in_force(on, installed=asking.installed) == proposal.version:
        return Refused(
            "in-force-then",
            f"This version is in force on {short_day(on)} anyway",
            "",
            "Nothing has to be done",
        )
    return proposal


def approve(book: Book, number: int, *, asking: Asking, errors: int) -> ForceApproved | Refused:
    """Approve a proposal: by somebody else than whoever made it, before its day is over."""
    waiting = _waiting(book, number)
    if isinstance(waiting, Refused):
        return waiting
    if waiting.by == asking.person:
        return Refused(
            "second-person",
            "You made this proposal, so you cannot approve it",
            "",
            "Ask a second person who may approve",
        )
    if waiting.from_on < asking.today:
        return _past()
    if errors:
        return _errors(errors)
    return ForceApproved(waiting.version, waiting.number, waiting.from_on)


def withdraw(book: Book, number: int, *, reason: str) -> ProposalWithdrawn | Refused:
    """End a proposal that waits, with a reason: taken back by its maker or turned down."""
    waiting = _waiting(book, number)
    if isinstance(waiting, Refused):
        return waiting
    return ProposalWithdrawn(waiting.version, waiting.number, reason)


def _waiting(book: Book, number: int) -> Proposal | Refused:
    if book.open is None or book.open.number != number:
        sentence = "This proposal is decided already"
        return Refused("not-open", sentence, "", "Look at the versions again")
    return book.open


def _past() -> Refused:
    sentence = "The day from which it is to be in force is over"
    return Refused("day-over", sentence, "", "Choose today or a later day")


def _errors(count: int) -> Refused:
    found = "an error" if count == 1 else f"{count} errors"
    return Refused(
        "has-errors",
        f"The check finds {found} in this version",
        "",
        "Put the file right and upload it again",
    )
