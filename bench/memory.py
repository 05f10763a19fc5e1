"""The clock and one step in memory."""

import timeit
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import holidays

from bench.report import Line
from bench.simplest import simplest
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide import Case, Decided, decide
from concord.core.dispute.duties import duties
from concord.core.dispute.events import (
    AlertIssued,
    Answered,
    ConcernRaised,
    ConversationRecorded,
    DisputeEvent,
)
from concord.core.dispute.fold import fold
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.protocol.shipped import shipped
from concord.core.record.envelope import Actor, Recorded

_MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)


def best(work: Callable[[], object], *, number: int = 2000, repeat: int = 7) -> float:
    """The best time of one call, in microseconds."""
    return min(timeit.repeat(work, number=number, repeat=repeat)) / number * 1e6


def clock() -> list[Line]:
    """Adding five working days, beside `date + timedelta` and beside the library."""
    england, start, day = calendar(Nation.ENGLAND), date(2026, 3, 30), timedelta(days=5)
    library = holidays.country_holidays("GB", subdiv="ENG", years=(2026, 2027))
    ours = best(lambda: england.add(start, 5))
    plain = best(lambda: start + day)
    theirs = best(lambda: library.get_nth_working_day(start, 5), number=200)
    return [
        Line("add 5 working days", ours, plain, "µs", "date + timedelta", 5),
        Line("add 5 working days", ours, theirs, "µs", "holidays.get_nth_working_day", 1 / 50),
    ]


def step() -> list[Line]:
    """Deciding on an answer, folding it in and working out all duties with their dates."""
    matter, answerer = _waiting_for_an_answer()
    case = Case(matter, answerer, _MONDAY + timedelta(days=2))
    proposal = Answered(text="It is arranged.")

    def one() -> object:
        return _after(case, proposal)

    ours = best(one, number=300)
    return [
        Line("one step in memory, duties included", ours, 30, "µs", "30 µs, the goal itself", 1)
    ]


def _after(case: Case, proposal: DisputeEvent) -> object:
    outcome = decide(case, proposal)
    if not isinstance(outcome, Decided):
        raise AssertionError(outcome)
    matter = case.matter
    first = matter.dispute.version + 1
    entries = [
        Recorded(first + number, event, "1", outcome.capacity, case.at, case.at)
        for number, event in enumerate(outcome.events)
    ]
    dispute = fold(entries, dispute=matter.dispute)
    return dispute, duties(matter.protocol, dispute, matter.calendar)


def _waiting_for_an_answer() -> tuple[Matter, Actor]:
    """A dispute of the first shipped protocol that can be taken to its first alert."""
    protocol = shipped(simplest())
    stage, tier = protocol.stages[0], protocol.informal[0]
    raiser = Actor("1", frozenset(protocol.raisers))
    matter = Matter(protocol, Dispute(id="bench"), calendar(protocol.nation))
    for proposal in (
        ConcernRaised(
            concern="A delay.",
            outcome_sought="A date.",
            respond_by=date(2026, 3, 4),
            raised_with=tier.talk_with,
        ),
        ConversationRecorded(with_roles=tier.talk_with, text="No date."),
        AlertIssued(concern="A delay.", outcome_sought="A date."),
    ):
        result = _after(Case(matter, raiser, _MONDAY), proposal)
        dispute = result[0] if isinstance(result, tuple) else matter.dispute
        matter = Matter(protocol, dispute, matter.calendar)
    return matter, Actor("2", frozenset(stage.addressed_to))
