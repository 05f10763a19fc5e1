"""What is left undone meanwhile stands on the page for everybody who sees the dispute."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from concord.records.models import DutyRow
from tests.support.cast import MONDAY, Cast, cast_of
from tests.web.showing import shown

MEANWHILE = "What is left undone meanwhile"
HARMS = "Do nothing that could harm the child's position"


@pytest.fixture
def local(db: None, still: None) -> Cast:
    return cast_of("lambeth")


@pytest.fixture
def raised(local: Cast) -> UUID:
    return local.raises("iro", raised_with=["social-worker"])


def _page(cast: Cast, role: str, pk: UUID) -> str:
    return unescape(shown(cast.client(role).get(f"/disputes/{pk}")).text)


@pytest.mark.clauses("LAM-NO-PREJUDICE")
@pytest.mark.parametrize("role", ["iro", "social-worker", "assistant-director-qa"])
def test_everybody_on_the_dispute_sees_it_and_it_is_nobodys_task(
    local: Cast, raised: UUID, role: str
) -> None:
    page = _page(local, role, raised)
    assert MEANWHILE in page
    assert HARMS in page[page.index(MEANWHILE) :]
    assert HARMS not in unescape(local.client(role).get("/").content.decode())
    assert not DutyRow.objects.filter(key__endswith="nothing-that-harms").exists()


@pytest.mark.clauses("LAM-NO-PREJUDICE")
def test_a_breach_is_recorded_on_the_page_and_stands_beside_it(local: Cast, raised: UUID) -> None:
    client = local.client("social-worker")
    path = f"/disputes/{raised}/steps/record-breach"
    form = shown(client.get(path))
    typed = {"restraint": "nothing-that-harms", "text": "The placement was ended."}
    done = form.sends(client, **typed).sends(client, confirmed="yes")
    assert done.status == 302
    page = _page(local, "iro", raised)
    assert "Done all the same" in page[page.index(MEANWHILE) : page.index("What must happen next")]
    assert "The placement was ended." in page


def test_it_does_not_open_the_dispute_to_those_whom_it_binds(local: Cast, raised: UUID) -> None:
    assert local.client("director").get(f"/disputes/{raised}").status_code == 404


def test_where_nothing_is_asked_for_nothing_is_said(cast: Cast, formal: UUID) -> None:
    page = _page(cast, "iro", formal)
    assert MEANWHILE not in page
    assert "should have waited" not in page
    late = MONDAY + timedelta(hours=1)
    cast.does("iro", formal, "resolve", at=late)
    assert MEANWHILE not in _page(cast, "iro", formal)
