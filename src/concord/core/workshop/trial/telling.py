"""The figures of a trial as rows of a table, the same for the terminal and for a page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from concord.core.clock.words import short_day
from concord.core.workshop.trial.assumptions import Answering, Assumptions, Holding, Times
from concord.core.workshop.trial.course import STATUTORY
from concord.core.workshop.trial.figures import Figures
from concord.core.workshop.trial.past import Past
from concord.core.workshop.trial.replay import Replayed
from concord.core.workshop.trial.seen import not_seen

LEFT_OPEN = "Left open, with no way on"


class Row(NamedTuple):
    """What is counted, and the figure for each protocol; "" where a protocol has no such thing."""

    what: str
    figures: tuple[str, ...]


class Table(NamedTuple):
    """A heading with its rows."""

    heading: str
    rows: tuple[Row, ...]


def tables(found: Sequence[Figures]) -> tuple[Table, ...]:
    """All figures of one or several protocols that were tried on the same disputes."""
    return (
        Table("In all", tuple(_in_all(found))),
        Table("Where they are resolved", tuple(_ends(found))),
        Table("Steps to take in a week, on average / in the busiest", tuple(_load(found))),
    )


def percent(share: float) -> str:
    """A share in per cent: "12.5 %"."""
    return f"{share * 100:.1f} %"


def _in_all(found: Sequence[Figures]) -> Iterator[Row]:
    yield Row("Disputes", tuple(f"{each.disputes:,}" for each in found))
    within = tuple(f"{each.median} working days" for each in found)
    yield Row("Half are resolved within", within)
    within = tuple(f"{each.ninetieth} working days" for each in found)
    yield Row("Nine in ten are resolved within", within)
    twenty = tuple(percent(each.share(each.over_twenty)) for each in found)
    yield Row(f"Longer than {STATUTORY}, or left open", twenty)
    if any((each.limit, each.over) != (str(STATUTORY), each.over_twenty) for each in found):
        limits = " / ".join(dict.fromkeys(each.limit for each in found))
        over = tuple(percent(each.share(each.over)) for each in found)
        yield Row(f"Longer than the overall limit ({limits}), or left open", over)
    yield Row(LEFT_OPEN, tuple(percent(each.share(each.unsettled)) for each in found))
    missed = tuple(f"{each.share(each.missed) * 100:.1f}" for each in found)
    yield Row("Answers that come too late, for 100 disputes", missed)


def _ends(found: Sequence[Figures]) -> Iterator[Row]:
    shares = [{label: percent(each.share(count)) for label, count in each.ends} for each in found]
    for label in dict.fromkeys(label for each in shares for label in each):
        yield Row(label, tuple(each.get(label, "") for each in shares))


def _load(found: Sequence[Figures]) -> Iterator[Row]:
    loads = [
        {each.role: f"{each.a_week:.1f} / {each.busiest}" for each in figures.load}
        for figures in found
    ]
    for role in dict.fromkeys(role for each in loads for role in each):
        yield Row(role, tuple(each.get(role, "") for each in loads))


def assumed_in_words(assumed: Assumptions) -> tuple[str, ...]:
    """What was assumed, in sentences, so that no figure stands without it."""
    return (
        f"{assumed.disputes_a_year} disputes begin in a year, spread evenly over it.",
        "Those who may raise them raise equally many.",
        *_behaviour(assumed, {}),
    )


def seen_in_words(
    replayed: Replayed,
    disputes: Sequence[Past],
    *,
    others: int,
    names: Sequence[str],
    labels: Mapping[str, str],
) -> tuple[str, ...]:
    """What past disputes showed and what was made of them, in sentences. In: the number of others
    that are left out, the names of the protocols in their order, and what each role is called.
    """
    first, last = (pick(each.began for each in disputes) for pick in (min, max))
    when = f"raised from {short_day(first)} to {short_day(last)}"
    missing = ", ".join(not_seen(replayed.seen))
    return (
        f"{len(disputes)} resolved disputes of this authority, {when}, each with its own times.",
        f"{others} others are left out: open or withdrawn, or too many or too old to count.",
        "Of the latest, those that take long are missing, since they are not over yet.",
        "What a dispute did not come to is drawn by lot from what the others showed.",
        "Nobody is assumed to be quicker or slower under another limit.",
        *(f"Not seen, so as usual: {missing}." for _ in missing[:1]),
        *(
            f"{name}: {count} were raised by somebody, or for a child or a ladder, that it is not "
            "for. They go as the nearest that it is for."
            for name, count in zip(names, replayed.nearest, strict=True)
            if count
        ),
        *_behaviour(replayed.seen, labels),
    )


def _behaviour(assumed: Assumptions, labels: Mapping[str, str]) -> tuple[str, ...]:
    talking = assumed.talking
    some = f"{_share(assumed.begins_higher)} begin at a higher stage"
    return (
        f"Talking resolves {_share(talking.resolves)}. It is over: {_times(talking)}.",
        f"Answers come: {_answering(assumed.answers)}",
        *(
            f"Answers of the role {labels.get(role, role)} come: {_answering(each)}"
            for role, each in assumed.roles.items()
        ),
        f"An answer is judged: {_times(assumed.judging)}.",
        f"Then it goes on to the next stage: {_times(assumed.going_on)}.",
        f"{some}, where the protocol allows it.",
        *_held(assumed.holding),
        "Days to a resolution count from the concern, the overall limit from its own beginning.",
        "Bank holidays are left out.",
    )


def _held(holding: Holding) -> Iterator[str]:
    if not holding.at_a_stage:
        yield "No stage is put on hold."
        return
    held = f"{_share(holding.at_a_stage)} of stages are put on hold, where the protocol has holds"
    yield f"{held}. They last: {_times(holding)}."
    yield f"{_share(holding.task_done)} of their tasks are then done, which settles the matter."


def _share(share: float) -> str:
    return f"{share * 100:.0f} %"


def _times(times: Times) -> str:
    most = _days(times.nine_in_ten_within)
    return f"half within {_days(times.half_within)}, nine in ten within {most}"


def _days(days: int) -> str:
    if not days:
        return "the same day"
    return f"{days} working day{'s' if days > 1 else ''}"


def _answering(who: Answering) -> str:
    away = f" The person is away for {_days(who.away)} of a year." if who.away else ""
    return (
        f"{_times(who)}; in {_share(who.none_comes)} none does. "
        f"{_share(who.satisfies)} of them satisfy.{away}"
    )
