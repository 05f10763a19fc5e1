"""concord bank-holiday shows what a late bank holiday moves, and adds it when it is told to."""

import json
from uuid import UUID

import pytest

from concord.cli import bank_holiday
from concord.core.dispute.events import BankHolidayAdded
from concord.records import log
from tests.casework.playing import DAY, HOUR, raised
from tests.cli.running import concord_here
from tests.support.cast import MONDAY, Cast, cast_of

pytestmark = pytest.mark.django_db
GIVEN = ("2026-03-06", "Example Day", "--nation", "england", "--reason", "Announced late.")


@pytest.fixture(autouse=True)
def on_tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bank_holiday, "now", lambda: MONDAY + DAY)


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


@pytest.fixture
def dispute(cast: Cast) -> UUID:
    pk = raised(cast)
    cast.does("iro", pk, "record conversation", at=MONDAY + HOUR, with_roles=["social-worker"])
    cast.does("iro", pk, "issue alert", at=MONDAY + HOUR, stage="stage-1")
    return pk


def test_it_shows_the_dates_that_move_and_changes_nothing(dispute: UUID) -> None:
    before = log.entries_of(dispute)
    done = concord_here("bank-holiday", *GIVEN)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(dispute) in done.stdout
    assert "9 March 2026 becomes 10 March 2026: Answer the Management Alert" in done.stdout
    assert done.stdout.endswith("Nothing is changed. Add it with --add\n")
    assert log.entries_of(dispute) == before


def test_with_add_it_stands_on_the_record(dispute: UUID) -> None:
    done = concord_here("bank-holiday", *GIVEN, "--add")
    assert done.returncode == 0
    assert done.stdout.endswith("Added: Example Day, Friday 6 March 2026\n")
    assert isinstance(log.entries_of(dispute)[-1].event, BankHolidayAdded)
    again = concord_here("bank-holiday", *GIVEN)
    assert again.returncode == 1
    assert "The day is a bank holiday already: Example Day" in again.stderr


def test_as_data_each_date_has_its_key_and_both_days(cast: Cast, dispute: UUID) -> None:
    done = concord_here("bank-holiday", *GIVEN, "--json")
    data = json.loads(done.stdout)
    assert (data["day"], data["added"]) == ("2026-03-06", False)
    (authority,) = data["authorities"]
    (one,) = authority["disputes"]
    assert one["dispute"] == str(dispute)
    moved = {each["key"]: (each["before"], each["after"]) for each in one["moved"]}
    assert moved["2:answer"] == ("2026-03-09", "2026-03-10")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("2026-02-30", *GIVEN[1:]), "There is no day 2026-02-30"),
        ((*GIVEN, "--authority", "nowhere"), 'There is no authority "nowhere"'),
        ((*GIVEN[:3], "utopia", *GIVEN[4:]), "england"),
    ],
)
def test_what_cannot_be_read_is_wrong_use(cast: Cast, changed: tuple[str, ...], said: str) -> None:
    done = concord_here("bank-holiday", *changed)
    assert done.returncode == 2
    assert said in done.stderr
    assert cast.people
