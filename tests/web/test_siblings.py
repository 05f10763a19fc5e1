"""Raising one concern about siblings: who is offered, what is said before it is sent, and after."""

from typing import Any

import pytest

from concord.records.models import Child, DisputeRow, Sibling
from tests.support.cast import Cast, cast_of
from tests.web.showing import shown

QUESTION = "Is it about brothers or sisters too?"
CONCERN: dict[str, Any] = {
    "issues": ["drift"],
    "concern": "Neither of them has been visited.",
    "outcome_sought": "A visit to each.",
    "raised_with": ["social-worker"],
    "respond_by_0": "4",
    "respond_by_1": "March",
    "respond_by_2": "2026",
}


@pytest.fixture
def family(db: None, still: None) -> Cast:
    return cast_of("bristol", names=("Ava Example", "Ben Example", "Cal Example"))


def _address(cast: Cast) -> str:
    return f"/children/{cast.child}/raise"


def test_the_siblings_are_offered_and_the_check_page_names_whom_it_is_about(family: Cast) -> None:
    client, second = family.client("iro"), family.children[1]
    form = shown(client.get(_address(family)))
    assert QUESTION in form.text
    assert "Whoever has a part in it for one of them then sees all of it" in form.text
    begin = form.sends(client, siblings=[second.hex], **CONCERN)
    check = begin.sends(client, begin="informal")
    assert "Check your answers" in check.text
    assert "Ava Example\nBen Example" in check.text
    assert "Cal Example" not in check.text
    done = check.sends(client, confirmed="yes")
    page = shown(client.get(done.headers["Location"]))
    assert "Ava Example and Ben Example" in page.text
    assert f'href="/children/{second}"' in page.text
    assert Sibling.objects.get().child_id == second
    assert "About 2 children" in shown(client.get(f"/children/{second}")).text


def test_what_was_chosen_is_still_chosen_on_the_way_back(family: Cast) -> None:
    client, second = family.client("iro"), family.children[1]
    form = shown(client.get(_address(family)))
    begin = form.sends(client, siblings=[second.hex], **CONCERN)
    concern = begin.sends(client, change="concern")
    assert concern.fields["siblings"] == [second.hex]


def test_a_child_without_siblings_or_with_another_status_is_not_asked_about(family: Cast) -> None:
    Child.objects.filter(pk=family.children[1]).update(status="child protection")
    Child.objects.filter(pk=family.children[2]).update(family="")
    form = shown(family.client("iro").get(_address(family)))
    assert QUESTION not in form.text


def test_somebody_who_is_not_offered_cannot_be_chosen(family: Cast) -> None:
    Child.objects.filter(pk=family.children[2]).update(family="")
    client = family.client("iro")
    form = shown(client.get(_address(family)))
    again = form.sends(client, siblings=[family.children[2].hex], **CONCERN)
    assert again.status == 422
    assert "Neither of them has been visited." in again.text
    assert not DisputeRow.objects.exists()
