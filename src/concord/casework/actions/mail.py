"""Sends what waits in the outbox."""

from dataclasses import dataclass
from datetime import datetime

from concord.notices.email import NotSent, send
from concord.notices.words import message
from concord.records import outbox


@dataclass(frozen=True, slots=True)
class Posted:
    """What one round of sending did."""

    sent: int = 0
    failed: int = 0


def send_notices(*, at: datetime, most: int, address: str) -> Posted:
    """Send at most `most` notices that wait at `at` (aware); `address` is where people sign in.

    A notice is taken under a lease before it is sent, so any number of senders may run; one that
    the transport refuses waits longer each time and is given up after eight attempts.
    """
    done, failures = 0, 0
    for notice in outbox.claim(at=at, most=most):
        words = message(kind=notice.kind, name=notice.name, due_on=notice.due_on, address=address)
        try:
            if notice.address:
                send(words, to=notice.address, key=notice.key)
        except NotSent:
            outbox.failed(notice, at=at)
            failures += 1
        else:
            outbox.sent(notice, at=at)
            done += 1
    return Posted(done, failures)
