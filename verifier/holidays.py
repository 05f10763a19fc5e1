"""The bank holidays of England and Wales by the rules, and the one-off days since 2012."""

from collections.abc import Iterable
from datetime import date

from verifier.counting import DAY, SATURDAY

NATIONS = ("england", "wales")
# One-off days since 2012: what took the place of an ordinary day, and what came besides.
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}
BESIDES = {
    date(2012, 6, 5): "Diamond Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}
FIRST_YEAR_KNOWN = 2012


def easter_sunday(year: int) -> date:
    """Easter Sunday by the computus of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays_by_rule(year: int) -> dict[date, str]:
    """The bank holidays of England and Wales in a year by the rules, one-off days included."""
    easter = easter_sunday(year)
    found = {
        _next_free(date(year, 1, 1), ()): "New Year's Day",
        easter - 2 * DAY: "Good Friday",
        easter + DAY: "Easter Monday",
        _monday(date(year, 5, 1), 1): "Early May bank holiday",
        _monday(date(year, 5, 31), -1): "Spring bank holiday",
        _monday(date(year, 8, 31), -1): "Summer bank holiday",
    }
    # Where both fall at a weekend, Christmas Day is made up for after Boxing Day's own weekday.
    christmas, boxing = date(year, 12, 25), date(year, 12, 26)
    first = _next_free(christmas, (boxing,))
    found |= {first: "Christmas Day", _next_free(boxing, (first,)): "Boxing Day"}
    moved = {MOVED.get(day, day): name for day, name in found.items()}
    return moved | {day: name for day, name in BESIDES.items() if day.year == year}


def _next_free(day: date, taken: Iterable[date]) -> date:
    if day.weekday() < SATURDAY:
        return day
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day


def _monday(day: date, step: int) -> date:
    while day.weekday() != 0:
        day += step * DAY
    return day
