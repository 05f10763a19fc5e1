"""How pages write dates, moments and numbers of things, in the style of GOV.UK."""

from datetime import date, datetime, time, timedelta

from concord.core.clock.london import LONDON, local_date, start_of
from concord.core.clock.words import MONTHS, long_day, short_day

_SHORT_MONTH = 3
_NOON = 12


def day(value: date) -> str:
    """A date as "26 November 2026"; an aware instant gives its day in London."""
    return short_day(_as_day(value))


def day_short(value: date) -> str:
    """A date as "26 Nov 2026"; an aware instant gives its day in London."""
    on = _as_day(value)
    return f"{on.day} {MONTHS[on.month - 1][:_SHORT_MONTH]} {on.year}"


def when_short(value: date) -> str:
    """A date as "26 Nov 2026", an aware instant as "26 Nov 2026, 3:05pm"."""
    if not isinstance(value, datetime):
        return day_short(value)
    return f"{day_short(value)}, {_hour(value.astimezone(LONDON).time())}"


def weekday_day(value: date) -> str:
    """A date as "Thursday 26 November 2026"; an aware instant gives its day in London."""
    return long_day(_as_day(value))


def moment(at: datetime) -> str:
    """An aware instant as "26 November 2026, 3:05pm" in London; a naive one raises ValueError.

    Midnight is written as the end of the day that is over. In the hour that comes twice when
    the clocks go back, "BST" or "GMT" says which one is meant.
    """
    on = local_date(at)
    if at == start_of(on):
        return f"end of {short_day(on - timedelta(days=1))}"
    local = at.astimezone(LONDON)
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{short_day(on)}, {_hour(local.time())}{f' {local.tzname()}' if twice else ''}"


def when(value: date) -> str:
    """A date as `day`, an aware instant as `moment`: for a place that can hold either."""
    return moment(value) if isinstance(value, datetime) else day(value)


def machine_day(value: date) -> str:
    """What the `datetime` attribute of a time element holds: ISO 8601."""
    return value.isoformat()


def count(number: int, one: str, many: str = "") -> str:
    """A number of things as "1 working day" or "2 working days"; `many` is for an odd plural."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}"


def _as_day(value: date) -> date:
    return local_date(value) if isinstance(value, datetime) else value


def _hour(local: time) -> str:
    if (local.hour, local.minute) == (_NOON, 0):
        return "midday"
    return f"{local.hour % _NOON or _NOON}:{local.minute:02}{'pm' if local.hour >= _NOON else 'am'}"
