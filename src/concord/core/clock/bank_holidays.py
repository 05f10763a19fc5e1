"""The bank holidays of a named nation, for the published years, with a version of their content."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType

import holidays

from concord.core.clock.words import long_day, short_day, weekday_name
from concord.core.problem import Finding, Place, WrongData


class Nation(StrEnum):
    """A nation whose bank holidays are known; it is always named by whoever asks."""

    ENGLAND = "england"
    WALES = "wales"


# GOV.UK has published these years. The library computes any year from the general rule, but a
# year not yet published can still gain or move a holiday, so what it says there would be a guess.
FIRST_YEAR = 2012
LAST_YEAR = 2028

NO_EXTRA: Mapping[date, str] = MappingProxyType({})

_SUBDIVISION = {Nation.ENGLAND: "ENG", Nation.WALES: "WLS"}
_SATURDAY = 5
_OBSERVED = " (observed)"
_SUBSTITUTE = " (substitute day)"


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """The weekday bank holidays of one nation, by date, known from `first` to `last` inclusive."""

    nation: Nation
    days: Mapping[date, str] = field(hash=False, repr=False)
    first: date
    last: date
    version: str


def bank_holidays(
    nation: Nation,
    *,
    extra: Mapping[date, str] = NO_EXTRA,
    before: Collection[date] = (),
) -> BankHolidays:
    """The published bank holidays of a nation, with late ones added by `extra` (date to name).

    An extra day that is known already keeps its name and changes nothing. With `before`, the
    holidays as they were before these days were added to the published ones. The version holds a
    hash of the dates and names, so it changes exactly when they do. Raises WrongData, with every
    finding, for an extra day that lies outside the published years, on a weekend, or has no name.
    Rests on the Banking and Financial Dealings Act 1971, as GOV.UK publishes it.
    """
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    findings = tuple(_wrong_extra(extra, first, last))
    if findings:
        raise WrongData(findings)
    published = {day: name for day, name in _published(nation).items() if day not in before}
    days = dict(sorted({**extra, **published}.items()))
    return BankHolidays(
        nation=nation,
        days=MappingProxyType(days),
        first=first,
        last=last,
        version=_version(nation, days),
    )


def _published(nation: Nation) -> dict[date, str]:
    # Without a subdivision the library answers for no nation in particular. It lists a holiday
    # that falls on a weekend beside the weekday that stands in for it; only the weekday counts.
    listed = holidays.country_holidays(
        "GB",
        subdiv=_SUBDIVISION[nation],
        years=range(FIRST_YEAR, LAST_YEAR + 1),
        language="en_GB",
    )
    return {
        day: name.replace(_OBSERVED, _SUBSTITUTE)
        for day, name in listed.items()
        if day.weekday() < _SATURDAY
    }


def _version(nation: Nation, days: Mapping[date, str]) -> str:
    content = "\n".join(f"{day.isoformat()} {name}" for day, name in days.items())
    return f"{nation}-{FIRST_YEAR}-{LAST_YEAR}-{sha256(content.encode()).hexdigest()[:8]}"


def _wrong_extra(extra: Mapping[date, str], first: date, last: date) -> Iterator[Finding]:
    for day, name in sorted(extra.items()):
        place = Place(path=day.isoformat())
        if not first <= day <= last:
            yield Finding(
                id="extra-holiday-beyond-calendar",
                sentence=f"{short_day(day)} is outside the years whose bank holidays are known",
                hint=f"Give a day from {short_day(first)} to {short_day(last)}",
                place=place,
            )
        elif day.weekday() >= _SATURDAY:
            yield Finding(
                id="extra-holiday-on-weekend",
                sentence=f"{long_day(day)} is a {weekday_name(day)}, which is never a working day",
                hint="Give the weekday that stands in for it",
                place=place,
            )
        elif not name.strip():
            yield Finding(
                id="extra-holiday-without-name",
                sentence=f"The bank holiday on {long_day(day)} has no name",
                hint="Give the name that receipts should show",
                place=place,
            )
