"""Which days are bank holidays, by name, and what the version of a calendar says."""

from collections.abc import MutableMapping
from datetime import date

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays as GovUk

from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.problem import WrongData

ENGLAND = bank_holidays(Nation.ENGLAND)
LATE = date(2027, 6, 30)


def published_by_gov_uk() -> set[date]:
    bundled = GovUk(use_cached_holidays=True)  # never asks the network
    return {event["date"] for event in bundled.data["england-and-wales"]}


@pytest.mark.parametrize("nation", Nation)
def test_every_bank_holiday_is_one_that_gov_uk_has_published_and_none_is_missing(
    nation: Nation,
) -> None:
    assert set(bank_holidays(nation).days) == published_by_gov_uk()


def test_the_years_claimed_are_the_years_gov_uk_has_published() -> None:
    published = published_by_gov_uk()
    assert (ENGLAND.first.year, ENGLAND.last.year) == (min(published).year, max(published).year)
    assert (ENGLAND.first, ENGLAND.last) == (date(2012, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2012, 6, 5), "Diamond Jubilee of Elizabeth II"),
        (date(2022, 6, 2), "Spring Bank Holiday"),
        (date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
        (date(2020, 5, 8), "May Day"),
        (date(2021, 12, 27), "Christmas Day (substitute day)"),
        (date(2021, 12, 28), "Boxing Day (substitute day)"),
        (date(2022, 1, 3), "New Year's Day (substitute day)"),
        (date(2026, 12, 28), "Boxing Day (substitute day)"),
        (date(2027, 12, 27), "Christmas Day (substitute day)"),
        (date(2027, 12, 28), "Boxing Day (substitute day)"),
    ],
)
def test_the_one_off_the_moved_and_the_substitute_days_are_known_by_name(
    day: date, name: str
) -> None:
    assert ENGLAND.days[day] == name


@pytest.mark.parametrize("day", [date(2022, 5, 30), date(2020, 5, 4), date(2022, 12, 28)])
def test_the_day_a_holiday_was_moved_away_from_is_none(day: date) -> None:
    assert day not in ENGLAND.days


def test_no_bank_holiday_is_listed_on_a_weekend() -> None:
    assert not [day for day in ENGLAND.days if day.weekday() >= 5]


def test_a_late_holiday_is_added_under_its_name() -> None:
    assert bank_holidays(Nation.ENGLAND, extra={LATE: "Example Day"}).days[LATE] == "Example Day"


def test_the_version_names_nation_and_years_and_changes_with_the_content() -> None:
    late = bank_holidays(Nation.ENGLAND, extra={LATE: "Example Day"})
    renamed = bank_holidays(Nation.ENGLAND, extra={LATE: "Other Day"})
    versions = {ENGLAND.version, late.version, renamed.version}
    assert len(versions) == 3
    assert all(version.startswith("england-2012-2028-") for version in versions)
    assert bank_holidays(Nation.ENGLAND).version == ENGLAND.version
    assert bank_holidays(Nation.WALES).version.startswith("wales-2012-2028-")


def test_a_late_holiday_that_is_known_already_changes_nothing() -> None:
    assert bank_holidays(Nation.ENGLAND, extra={date(2023, 5, 8): "Coronation"}) == ENGLAND


def test_wrong_late_holidays_are_all_found_at_once_with_their_place_and_a_hint() -> None:
    extra = {
        date(2029, 1, 1): "New Year's Day",
        date(2027, 6, 26): "Example Saturday",
        date(2027, 6, 30): " ",
    }
    with pytest.raises(WrongData) as caught:
        bank_holidays(Nation.ENGLAND, extra=extra)
    findings = caught.value.findings
    assert [(each.id, each.place.path) for each in findings] == [
        ("extra-holiday-on-weekend", "2027-06-26"),
        ("extra-holiday-without-name", "2027-06-30"),
        ("extra-holiday-beyond-calendar", "2029-01-01"),
    ]
    assert all(each.sentence and each.hint for each in findings)


def test_the_days_cannot_be_changed_from_outside() -> None:
    assert not isinstance(ENGLAND.days, MutableMapping)
