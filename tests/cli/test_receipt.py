"""concord receipt: every date of a dispute in the records, with how it was counted."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from concord.casework.loading import matter_of
from concord.core.dispute.clocks import clocks
from concord.core.dispute.duties import duties
from concord.core.dispute.events import ConcernRaised
from concord.records.standing import standing
from tests.casework.playing import goes_on, raised
from tests.cli.running import concord_here
from tests.support.cast import MONDAY, NAMES, Cast, cast_of
from tests.support.tree import ROOT

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = "2026-03-12 09:00"
REFERENCE = ROOT / "docs" / "reference" / "command-line.md"


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


@pytest.fixture
def dispute(cast: Cast) -> UUID:
    """A dispute that has gone up to a formal stage."""
    pk = raised(cast)
    for hours in range(1, 9):
        goes_on(cast, pk, at=MONDAY + hours * HOUR)
    return pk


def _data(*arguments: str) -> dict[str, Any]:
    done = concord_here("receipt", *arguments, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    data: dict[str, Any] = json.loads(done.stdout)
    return data


def test_every_duty_with_a_date_and_both_clocks_are_in_the_export(
    cast: Cast, dispute: UUID
) -> None:
    row = standing(dispute, authority=cast.authority)
    assert row
    matter = matter_of(row)
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    dated = {duty.key: duty.due.on.isoformat() for duty in made if duty.due}
    both = clocks(matter, at=MONDAY + 10 * HOUR)
    dated |= {"clock:stage": both.stage.due.on.isoformat()} if both.stage else {}
    dated |= {"clock:total": both.total.due.on.isoformat()} if both.total else {}
    receipts = _data(str(dispute), "--at", "2026-03-02 21:00")["receipts"]
    assert {each["key"]: each["due_on"] for each in receipts} == dated
    assert {"clock:total", "total"} <= dated.keys()
    assert {each["origin"] for each in receipts} == {"counted", "set"}


def test_the_export_is_accepted_by_the_verifier(dispute: UUID) -> None:
    given = json.dumps(_data(str(dispute), "--at", LATER))
    command = [sys.executable, "-E", "-s", "-m", "verifier"]
    done = subprocess.run(
        command, input=given, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert re.fullmatch(r"(\d+) receipts, \1 accepted, 0 wrong\n", done.stdout)


def test_nothing_about_a_child_or_a_person_is_in_it(cast: Cast, dispute: UUID) -> None:
    row = standing(dispute, authority=cast.authority)
    assert row
    matter = matter_of(row)
    told = [
        concord_here("receipt", str(dispute), "--at", LATER, *more).stdout
        for more in ([], ["--json"], ["--private"], ["--private", "--json"])
    ]
    raised_as = matter.dispute.entries[0].event
    assert isinstance(raised_as, ConcernRaised)
    for text in told:
        assert text
        for secret in (row.child_name, raised_as.concern, *NAMES):
            assert secret not in text


def test_one_date_may_be_asked_for(dispute: UUID) -> None:
    data = _data(str(dispute), "--at", LATER, "--duty", "total")
    assert [each["key"] for each in data["receipts"]] == ["total"]
    done = concord_here("receipt", str(dispute), "--at", LATER, "--duty", "total")
    assert "20 working days" in done.stdout
    assert ": day 20\n" in done.stdout
    assert done.stdout.endswith("\n1 date\n")


def test_a_day_that_somebody_set_is_said_to_be_set(dispute: UUID) -> None:
    data = _data(str(dispute), "--at", LATER, "--duty", "1:respond")
    (receipt,) = data["receipts"]
    assert (receipt["origin"], receipt["set_by"]) == ("set", "the day that the raiser set")
    assert "days" not in receipt
    text = concord_here("receipt", str(dispute), "--at", LATER, "--duty", "1:respond").stdout
    assert "It was not counted: it is the day that the raiser set\n" in text


def test_at_an_earlier_moment_only_what_was_recorded_by_then_counts(
    cast: Cast,
) -> None:
    pk = raised(cast)
    goes_on(cast, pk, at=MONDAY + 2 * DAY)
    earlier = _data(str(pk), "--at", "2026-03-02 12:00")["receipts"]
    later = _data(str(pk), "--at", LATER)["receipts"]
    assert len(earlier) < len(later)
    before = concord_here("receipt", str(pk), "--at", "2026-03-01")
    assert before.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Nothing is given for DISPUTE"),
        (["x"], '"x" is not the id of a dispute'),
        ([str(uuid4())], "There is no dispute "),
        ([str(uuid4()), "--at", "soon"], '--at: "soon" is not a day or a moment'),
    ],
)
def test_what_is_not_there_is_wrong_use(arguments: list[str], sentence: str) -> None:
    done = concord_here("receipt", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"concord: {sentence}")
    assert "\n  hint: " in done.stderr


def test_a_key_that_is_not_there_is_wrong_use(dispute: UUID) -> None:
    done = concord_here("receipt", str(dispute), "--duty", "totl", "--at", LATER)
    assert done.returncode == 2
    assert 'No date has the key "totl"\n  hint: Did you mean "total"?' in done.stderr


def test_each_key_of_the_export_is_documented(dispute: UUID) -> None:
    _, _, after = REFERENCE.read_text(encoding="utf-8").partition("## concord receipt\n")
    section, _, _ = after.partition("\n## ")
    documented = set(re.findall(r"`(\w+)`", section))
    data = _data(str(dispute), "--at", LATER)
    keys = set(data).union(*data["receipts"])
    assert keys <= documented, keys - documented
