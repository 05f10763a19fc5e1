"""Local days: the day an instant falls on in Europe/London, and where a day begins and ends."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_ONE_DAY = timedelta(days=1)


def local_date(at: datetime) -> date:
    """The day in Europe/London on which an aware instant falls; a naive one raises ValueError."""
    if at.tzinfo is None:
        raise ValueError("An instant needs its time zone")
    return at.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The UTC instant at which a day begins in Europe/London: always a real midnight.

    The clocks change at one in the morning, so no midnight is left out or comes twice.
    """
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


# A deadline costs mostly this one look into the time zone, and few days are asked for again and
# again: every day of the years with known bank holidays fits.
@lru_cache(maxsize=8192)
def end_of(day: date) -> datetime:
    """The UTC instant that ends a day in Europe/London: the first one that is no longer in it."""
    return start_of(day + _ONE_DAY)


def day_or_instant(on: date, at: datetime) -> date:
    """How a due moment is said: the day by whose end it is due, or the aware instant itself where
    it falls within the day, as that of a limit in hours does.
    """
    return on if at == end_of(on) else at
