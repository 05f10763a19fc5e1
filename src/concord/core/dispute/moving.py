"""What moving a running dispute to another version of its protocol would do, before it is done."""

import hashlib
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide.case import Refused
from concord.core.dispute.due import Due
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import DateMoved, MovedToVersion
from concord.core.dispute.ladder import holding_rule, ways_in
from concord.core.dispute.matter import Matter, matter_under
from concord.core.dispute.words import Words
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import subjects
from concord.core.protocol.vocabulary import NotStated, Verb
from concord.core.record.envelope import SYSTEM, Event
from concord.core.record.fields import described


@dataclass(frozen=True, slots=True)
class DateLine:
    """One duty that is owed now, under either version: its day or instant before and after.

    `was_owed` and `is_owed` say under which of the two it is owed at all; `was_missed` that it is
    on the record as not done in time, which stays. `then` explains the one after.
    """

    key: str
    what: str
    before: date | None
    after: date | None
    was_owed: bool
    is_owed: bool
    was_missed: bool
    then: Due | None = field(repr=False)

    @property
    def moves(self) -> bool:
        """Whether the move changes anything about it."""
        return self.before != self.after or self.was_owed != self.is_owed


@dataclass(frozen=True, slots=True)
class Effect:
    """What a move would do: the dispute's matter after it, and each date before and after."""

    after: Matter
    lines: tuple[DateLine, ...]

    @property
    def mark(self) -> str:
        """A short text that is another one as soon as any line is, to hold a signature to."""
        return hashlib.sha256(repr(self.lines).encode()).hexdigest()[:16]

    @property
    def dates(self) -> tuple[DateMoved, ...]:
        """The dates that change, as the record keeps them; instants give their day."""
        return tuple(
            DateMoved(each.what, _day(each.before), _day(each.after))
            for each in self.lines
            if each.moves
        )


def effect_of(matter: Matter, to: Protocol, *, to_hash: str, at: datetime) -> Effect | Refused:
    """What moving a dispute to another version would do to each date, at an aware instant.

    In: the dispute brought up to that instant, the version and the hash of what it says. Refused
    when what is on the record has no place in that version, when a hold stands that it does not
    have, and when the move would make something late that is not. Raises BeyondCalendar.
    """
    if not matter.dispute.is_open:
        phase = matter.dispute.phase.value
        return Refused("not-open", f"It is {phase}", "", "Only what is open can be moved")
    dispute = matter.dispute._replace(protocol=to_hash)
    after = matter_under(to, dispute, calendar(to.nation))
    here = after.protocol
    lost = tuple(dict.fromkeys((*_lost(matter, here), *_lost_hold(matter, here))))
    if lost:
        said = "; ".join(lost)
        sentence = f"The other version does not have what stands on this record: {said}"
        return Refused("not-in-that-version", sentence, "", "Leave it on its own version")
    made = duties(after.protocol, dispute, after.calendar)
    late = next((each for each in made if _late_at_once(matter, each, at)), None)
    if late:
        sentence = f"It would make this late at once: {late.what}"
        return Refused("late-at-once", sentence, late.clause, "Leave it on its own version")
    return Effect(after, tuple(_lines(matter, made, at)))


def _late_at_once(matter: Matter, duty: Duty, at: datetime) -> bool:
    missed = duty.missed_at
    known = duty.key in matter.dispute.missed
    return duty.must and missed is not None and missed <= at and not known


def _lines(matter: Matter, made: Iterable[Duty], at: datetime) -> Iterator[DateLine]:
    before = _owed(duties(matter.protocol, matter.dispute, matter.calendar), at)
    after = _owed(made, at)
    for key in dict.fromkeys((*before, *after)):
        was, now = before.get(key), after.get(key)
        either = now or was
        if either is not None:
            yield DateLine(
                key,
                either.what,
                was.due.when if was and was.due else None,
                now.due.when if now and now.due else None,
                was is not None,
                now is not None,
                key in matter.dispute.missed,
                now.due if now else None,
            )


def _owed(made: Iterable[Duty], at: datetime) -> dict[str, Duty]:
    return {each.key: each for each in made if not each.is_over and each.since <= at}


def _day(value: date | None) -> date | None:
    return local_date(value) if isinstance(value, datetime) else value


def _lost(matter: Matter, to: Protocol) -> Iterator[str]:
    """What the record names and the other version does not have on the dispute's own ladder, in the
    words of this one.
    """
    dispute, words = matter.dispute, Words(matter.protocol)
    rungs = {each.id for each in to.informal} | {each.id for each in to.stages}
    if dispute.facts.about not in ("", *subjects(to)):
        yield f"a ladder about {dispute.facts.about}"
    ways = {"ladder", *(each.id for each in ways_in(to))}
    for run in dispute.runs:
        if run.rung and run.rung not in rungs:
            yield words.stage(run.rung)
        if run.way not in ways:
            yield f"the way in {run.way.replace('-', ' ')}"
    if dispute.child_status not in to.children:
        yield f"children who are {dispute.child_status.value}"
    yield from (words.role(role) for role in _roles(matter) if role not in to.roles)
    for source, known, named in _catalogues(to, words):
        found = (word for entry in dispute.entries for word in _words_of(entry.event, source))
        yield from (named(word) for word in dict.fromkeys(found) if word not in known)


def _lost_hold(matter: Matter, to: Protocol) -> Iterator[str]:
    run, pause, rule = matter.dispute.run, matter.dispute.pause, holding_rule(to)
    if pause and run and (rule is None or run.rung not in rule.at):
        yield f"a hold at {Words(matter.protocol).stage(run.rung)}"


def _roles(matter: Matter) -> Iterator[str]:
    for entry in matter.dispute.entries:
        if entry.capacity != SYSTEM:
            yield entry.capacity
        for source in ("role", "roles"):
            yield from _words_of(entry.event, source)
        yield from (action.by for action in getattr(entry.event, "actions", ()) if action.by)


def _catalogues(
    to: Protocol, words: Words
) -> Iterator[tuple[str, Container[str], Callable[[str], str]]]:
    """The lists that entries choose from: what the form calls one, its ids, and their names."""
    issues = {} if isinstance(to.issues, NotStated) else to.issues
    advice = () if isinstance(to.advice, NotStated) else to.advice
    yield "issues", issues, words.issue
    yield "categories", to.categories, words.category
    yield "priorities", to.priorities, words.priority
    yield "dates", to.dates, words.date
    restraints = {each.id for each in to.duties if each.verb is Verb.REFRAIN}
    yield "restraints", restraints, lambda name: name.replace("-", " ")
    yield "bodies", {each.to for each in to.referrals}, words.body
    yield "advice", {each.kind for each in advice}, words.advice


def _words_of(event: Event, source: str) -> Iterator[str]:
    """The ids that an entry chose from one list."""
    for name, about in described(type(event)).items():
        if about.source == source:
            value = getattr(event, name)
            yield from (value,) if isinstance(value, str) and value else ()
            yield from value if isinstance(value, tuple) else ()


def move(effect: Effect, signed: MovedToVersion, *, left: str) -> MovedToVersion:
    """The entry of a move that was signed: with the versions, and each date that was shown."""
    return replace(signed, left=left, to=effect.after.dispute.protocol, dates=effect.dates)
