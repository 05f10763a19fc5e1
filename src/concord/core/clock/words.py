"""Dates and times in plain English, the same on every machine whatever its language setting."""

from datetime import date, datetime

from concord.core.clock.london import LONDON

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def weekday_name(day: date) -> str:
    """The English name of the day of the week, such as "Friday"."""
    return WEEKDAYS[day.weekday()]


def short_day(day: date) -> str:
    """The date in words, such as "3 April 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """The date in words with its day of the week, such as "Friday 3 April 2026"."""
    return f"{weekday_name(day)} {short_day(day)}"


def long_instant(at: datetime) -> str:
    """An aware instant in words, in London time, such as "Friday 3 April 2026 at 14:05".

    In the hour that comes twice when the clocks go back, "BST" or "GMT" says which one is meant.
    """
    local = at.astimezone(LONDON)
    seconds = f":{local.second:02}" if local.second else ""
    twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    zone = f" {local.tzname()}" if twice else ""
    return f"{long_day(local.date())} at {local.hour:02}:{local.minute:02}{seconds}{zone}"
