"""The record as a person reads it: one sentence for each entry, and what was written there."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum

from concord.core.dispute.duties.voice import told_to_the_child
from concord.core.dispute.events import (
    Action,
    AlertIssued,
    Corrected,
    DateMoved,
    DisputeEvent,
    DutyMissed,
    Weighed,
)
from concord.core.dispute.events.base import Worded
from concord.core.dispute.matter import Matter
from concord.core.dispute.private import numbers, private_entries
from concord.core.dispute.words import Words, capital, day
from concord.core.record.envelope import Recorded
from concord.core.record.fields import About, described

_ROLES = ("roles", "role")
_LISTS = ("actions", "decisions", "labels", "weighs", "signature", "dates")
# What can be chosen in fields whose choices no protocol changes, as it is offered and read.
CHOSEN: dict[str, dict[str, str]] = {
    "child wants": {"yes": "Yes", "no": "No", "not known": "Not known"},
    "family": {
        "a parent": "A parent",
        "a carer": "A carer",
        "somebody else of the family": "Somebody else of the family",
    },
    "advocate": {
        "offered": "Offered to the child",
        "in place": "The child has one",
        "not wanted": "The child does not want one",
    },
    "outcome came": {"yes": "Yes", "in part": "In part", "no": "No"},
    "refer or decline": {"refer": "Refer it", "decline": "Do not refer it"},
    "referral how": {"telephone": "By telephone", "writing": "In writing"},
    "reviews": {
        "reconvened": "Reconvene the review, to confirm changes",
        "urgent": "Call an urgent review",
    },
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry for the page: number, sentence, who and in which role, when, and its details.

    `details` are pairs of label and text: what was written, in the order of the form.
    `seq` is its place in the record, `number` what readers call it; `corrected_by` is the number
    of a later entry that corrects this one, empty for none; `clause` that of a missed duty, and
    `missed` its key.
    """

    seq: int
    number: str
    kind: str
    sentence: str
    person: str
    role: str
    happened_at: datetime
    recorded_at: datetime
    details: tuple[tuple[str, str], ...]
    private: bool
    corrected_by: str = ""
    clause: str = ""
    missed: str = ""


def timeline(matter: Matter, *, show_private: bool) -> tuple[TimelineEntry, ...]:
    """The entries of a dispute, oldest first; without private ones for those who may not see them.

    In: the matter, and whether the reader sees the reviewing side's own compartment.
    """
    words, private = words_for(matter), private_entries(matter.dispute, matter.protocol)
    corrections = {
        entry.event.entry: words.entry(entry.seq)
        for entry in matter.dispute.entries
        if isinstance(entry.event, Corrected)
    }
    told = (
        _entry(entry, entry.event, words, corrections.get(entry.seq, ""))
        for entry in matter.dispute.entries
        if isinstance(entry.event, DisputeEvent)
    )
    marked = (replace(each, private=each.seq in private) for each in told)
    return tuple(each for each in marked if show_private or not each.private)


def words_for(matter: Matter) -> Words:
    """The words of a matter's council, which also know its entries and agreed actions by number."""
    agreed = {each.number: each.action.what for each in matter.dispute.agreed}
    outcomes = {str(each.number): each.text for each in matter.dispute.outcomes}
    known = numbers(matter.dispute, matter.protocol)
    rules = told_to_the_child(matter.protocol)
    untold = {name: rule.what for name, rule in rules.items()}
    chosen = {"child outcomes": outcomes, "child duties": untold}
    return Words(matter.protocol, known, agreed, chosen)


def _entry(entry: Recorded, event: DisputeEvent, words: Words, corrected_by: str) -> TimelineEntry:
    role = words.role(entry.capacity)
    missed = event if isinstance(event, DutyMissed) else None
    return TimelineEntry(
        entry.seq,
        words.entry(entry.seq),
        event.KIND,
        event.sentence(words.who(entry.capacity), words),
        entry.person,
        role,
        entry.happened_at,
        entry.recorded_at,
        tuple(written(event, words)),
        event.PRIVATE,
        corrected_by,
        missed.clause if missed else "",
        missed.duty if missed else "",
    )


def written(event: Worded, words: Words) -> Iterator[tuple[str, str]]:
    """What was written in an entry: the long words, the lists and what readers are told besides.

    The sentence says the rest. An alert repeats neither the reason of the entry before it nor,
    when it is carried up, anything at all.
    """
    about = described(type(event))
    for each in fields(event):
        field = about[each.name]
        told = field.large or field.told or field.source in _LISTS
        if told and not _said(event, each.name):
            text = shown(getattr(event, each.name), field, words)
            yield from ((words.own(field.read or field.label), text),) if text else ()


def _said(event: Worded, name: str) -> bool:
    """Whether an entry before this one says the same already."""
    return isinstance(event, AlertIssued) and (event.carried_up or name == "reason")


def _details(event: Worded, words: Words) -> Iterator[tuple[str, str]]:
    about = described(type(event))
    for each in fields(event):
        text = shown(getattr(event, each.name), about[each.name], words)
        if text and about[each.name].label:
            yield words.own(about[each.name].label), text


def shown(value: object, about: About, words: Words) -> str:
    """A field's value as a person reads it; empty for nothing."""
    if isinstance(value, bool):
        return "Yes" if value else ""
    if isinstance(value, tuple):
        return "\n".join(filter(None, (_part(each, about, words) for each in value)))
    return _part(value, about, words)


def _part(value: object, about: About, words: Words) -> str:
    if isinstance(value, Action):
        by = f", {words.role(value.by)}" if value.by else ""
        return value.what + by + (f", by {day(value.on)}" if value.on else "")
    if isinstance(value, Weighed):
        return f"{capital(value.what)}: {value.text}"
    if isinstance(value, DateMoved):
        return f"{value.what}: {_day_or_none(value.before)}, now {_day_or_none(value.after)}"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Enum):
        return str(value.value)
    return _named(str(value), about, words) if value else ""


def _day_or_none(value: date | None) -> str:
    return day(value) if value else "no date"


def _named(value: str, about: About, words: Words) -> str:
    if about.source in _ROLES:
        return words.role(value)
    if about.source in words.chosen:
        return words.chosen[about.source].get(value, value)
    namers = {
        "entries": lambda seq: words.entry(int(seq)),
        "issues": words.issue,
        "categories": words.category,
        "bodies": words.body,
        "advice": words.advice,
        "matters": lambda about: capital(words.matter(about)),
        "entry stages": words.stage,
        "higher stages": words.stage,
        "answer kinds": words.kind,
        "open actions": lambda number: words.action(int(number)),
        **dict.fromkeys(("how", "yes or no", "subjects"), capital),
        **{source: labels.__getitem__ for source, labels in CHOSEN.items()},
    }
    namer = namers.get(about.source)
    return namer(value) if namer else value


def summary(event: Worded, words: Words) -> tuple[tuple[str, str], ...]:
    """What a person has given in a step, as pairs of label and text, for "check your answers"."""
    return tuple(_details(event, words))
