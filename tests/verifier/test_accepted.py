"""The verifier accepts what the product counted: stories, example disputes, random limits."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from concord.casework.examples import load
from concord.casework.queries.receipts import receipts_of
from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.working_day import Calendar, calendar
from concord.core.protocol.shipped import shipped_ids
from concord.records.models import DisputeRow
from tests.core.clock.test_against_a_slow_count import wall_day
from tests.verifier.cases import CHANGES, Case, cases, plain
from tests.verifier.documents import STORIES, checked, of_cases, of_story
from verifier.counting import london_day, midnight_after
from verifier.holidays import holidays_by_rule

AT = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)
# These are on ladders for which their documents state no time.
WITHOUT_DATES = ("lambeth-a-partner-agency", "southampton-about-an-iro")
HOUR = timedelta(hours=1)


@pytest.mark.parametrize("file", STORIES, ids=lambda file: file.stem)
def test_every_receipt_of_a_story_is_accepted_after_each_of_its_acts(file: Path) -> None:
    documents = of_story(file)
    told = [checked(each) for each in documents]
    assert [each.wrong for each in told] == [()] * len(documents)
    assert [each.unconfirmed for each in told] == [()] * len(documents)
    assert max(each.receipts for each in told) >= (0 if file.stem in WITHOUT_DATES else 1)


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_every_receipt_of_every_example_dispute_is_accepted(protocol_id: str) -> None:
    load.load_example(protocol_id, at=AT)
    counted = 0
    for pk in DisputeRow.objects.values_list("pk", flat=True):
        told = checked(receipts_of(pk, at=AT, private=True).as_data())
        assert told.wrong == (), pk
        counted += told.receipts
    assert counted >= 100


def test_random_limits_with_holds_and_changed_clocks_are_accepted() -> None:
    known = plain(Nation.ENGLAND)
    some = [Case(each.at, each.limit, each.holds, known) for each in cases(1, most=300)]
    told = checked(of_cases(some))
    assert told.wrong == ()
    assert told.receipts == 300


def test_a_late_bank_holiday_is_accepted_and_named_as_not_confirmed() -> None:
    extra = {date(2026, 7, 1): "Example Day"}
    known = plain(Nation.ENGLAND)
    late = type(known)(Calendar(bank_holidays(Nation.ENGLAND, extra=extra)), frozenset(extra))
    case = next(cases(2, most=1))
    told = checked(of_cases([Case(case.at, case.limit, (), late)]))
    assert told.wrong == ()
    assert told.unconfirmed == ((date(2026, 7, 1), "Example Day"),)


@pytest.mark.parametrize("nation", Nation)
def test_the_rules_of_the_verifier_give_every_published_bank_holiday_and_no_other(
    nation: Nation,
) -> None:
    known = calendar(nation).holidays
    by_rule = {
        d for year in range(known.first.year, known.last.year + 1) for d in holidays_by_rule(year)
    }
    assert by_rule == set(known.days)


def test_the_clock_of_the_verifier_is_the_one_of_the_law() -> None:
    for change in CHANGES:
        for hours in range(-30, 30):
            for minutes in (0, 59):
                at = change + hours * HOUR + timedelta(minutes=minutes)
                assert london_day(at) == wall_day(at)
                assert wall_day(
                    midnight_after(wall_day(at)) - timedelta(microseconds=1)
                ) == wall_day(at)
