"""Holds: half-open periods in which a clock stands still."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from concord.core.clock.london import local_date


@dataclass(frozen=True, slots=True)
class Hold:
    """A clock stands still from `from_at` until just before `until_at`, both aware.

    For limits in days a local day d is held when local_date(from_at) <= d < local_date(until_at).
    A hold "until the end of" a day therefore ends at the midnight that ends that day.
    """

    from_at: datetime
    until_at: datetime

    def __post_init__(self) -> None:
        if self.from_at.tzinfo is None or self.until_at.tzinfo is None:
            raise ValueError("A hold needs the time zone of its two instants")
        # Two instants of one zone would be compared by the wall clock, even when it goes back.
        if self.until_at.astimezone(UTC) < self.from_at.astimezone(UTC):
            raise ValueError("A hold cannot end before it begins")


@dataclass(frozen=True, slots=True)
class HeldDays:
    """Local days from `first` up to but not including `until`, with the hold that holds them."""

    first: date
    until: date
    hold: Hold

    def __contains__(self, day: date) -> bool:
        return self.first <= day < self.until


def merged(holds: Iterable[Hold]) -> tuple[Hold, ...]:
    """The same held time as periods that neither overlap nor touch, earliest first, in UTC.

    Holds that last no time at all are left out.
    """
    result: list[Hold] = []
    for each in sorted((_in_utc(each) for each in holds), key=_begins):
        if result and each.from_at <= result[-1].until_at:
            before = result.pop()
            result.append(Hold(before.from_at, max(before.until_at, each.until_at)))
        elif each.from_at < each.until_at:
            result.append(each)
    return tuple(result)


def _in_utc(hold: Hold) -> Hold:
    return Hold(hold.from_at.astimezone(UTC), hold.until_at.astimezone(UTC))


def _begins(hold: Hold) -> datetime:
    return hold.from_at


def held_days(holds: Iterable[Hold]) -> tuple[HeldDays, ...]:
    """The local days (Europe/London) that the holds keep from counting, earliest first.

    A hold that begins and ends on one day holds no day.
    """
    spans = (HeldDays(local_date(h.from_at), local_date(h.until_at), h) for h in merged(holds))
    return tuple(span for span in spans if span.first < span.until)


def is_held(day: date, holds: Iterable[Hold]) -> bool:
    """Whether a local day is kept from counting by one of the holds."""
    return any(day in span for span in held_days(holds))


def elapsed(since: datetime, at: datetime, *, holds: Iterable[Hold] = ()) -> timedelta:
    """The time that passed from `since` to `at` less the time on hold; zero if `at` is earlier."""
    begins, ends = since.astimezone(UTC), at.astimezone(UTC)
    total = max(ends - begins, timedelta())
    for each in merged(holds):
        overlap = min(each.until_at, ends) - max(each.from_at, begins)
        total -= max(overlap, timedelta())
    return total
