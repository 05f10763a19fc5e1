"""The words of a message. There is nothing about a child in any of them, and no link to one."""

from dataclasses import dataclass
from datetime import date

from concord.core.clock.words import short_day

_SUBJECTS = {
    "answer": "You have something to answer",
    "judge": "An answer has come for you to judge",
    "do": "You have something to do",
    "read": "There is something for you to read",
    "missed": "Something was not done in time",
    "grave": "Something grave has been recorded: sign in at once",
    "ended": "A matter you had a part in has ended",
    "soon": "A reminder that you have something to do",
    "today": "You have something to do today",
}


@dataclass(frozen=True, slots=True)
class Message:
    """A message to one person."""

    subject: str
    body: str


def message(*, kind: str, name: str, due_on: date | None, address: str) -> Message:
    """The message of a notice. In: its kind, the reader's name, the day if there is one, and the
    address at which people sign in. Out: subject and body, without content about anybody.
    """
    subject = _SUBJECTS[kind]
    day = f" by the end of {short_day(due_on)}" if due_on and kind != "missed" else ""
    body = f"Hello {name}\n\n{subject}{day}.\n\nSign in to see it: {address}\n"
    return Message(f"Concord: {subject.lower()}{day}", body)
