"""One round of the background work by command."""

import pytest

from concord.records.models import EventRow
from tests.cli.running import concord_here
from tests.support.little import little_authority, raised

pytestmark = pytest.mark.django_db
AHEAD = "2028-11-06 08:00"


def test_one_round_records_what_became_overdue_and_says_so() -> None:
    raised(little_authority())
    before = EventRow.objects.count()
    done = concord_here("sweep", "--once", "--at", "2026-11-10 08:00")
    assert done.returncode == 0
    first, *swept = done.stdout.splitlines()
    assert first == "As of Tuesday 10 November 2026 at 08:00"
    made = EventRow.objects.count() - before
    assert made > 0
    assert swept[0].split() == ["deadlines", str(made)]
    again = concord_here("sweep", "--once", "--at", "2026-11-10 08:00")
    assert again.stdout.splitlines()[1].split() == ["deadlines", "0"]


def test_a_moment_ahead_is_for_examples_only() -> None:
    dispute = raised(little_authority(is_example=False))
    before = EventRow.objects.filter(stream=dispute).count()
    done = concord_here("sweep", "--once", "--at", AHEAD)
    assert done.returncode == 1
    assert "cannot be taken back" in done.stderr
    assert EventRow.objects.filter(stream=dispute).count() == before


def test_a_moment_ahead_is_swept_where_there_are_only_examples() -> None:
    raised(little_authority())
    done = concord_here("sweep", "--once", "--at", AHEAD)
    assert done.returncode == 0
    assert int(done.stdout.splitlines()[1].split()[1]) > 0


@pytest.mark.parametrize("moment", ["tomorrow", "2026-02-30", "2026-03-29 01:30"])
def test_a_moment_that_does_not_exist_is_said_in_a_sentence(moment: str) -> None:
    done = concord_here("sweep", "--once", "--at", moment)
    assert done.returncode == 2
    assert "--at" in done.stderr
