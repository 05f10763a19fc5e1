"""The page of the protocol in force says what the check finds in it, for this authority today."""

import re
from html import unescape

import pytest
from django.test import Client

from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.check import check_meaning
from concord.records.models import Person
from tests.support.cast import Cast, cast_of
from tests.support.versions import KEEPER


def _page(client: Client) -> str:
    answer = client.get("/protocol/check")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_finding_stands_there_and_leads_to_its_clause(protocol_id: str) -> None:
    cast = cast_of(protocol_id)
    client = cast.client("social-worker")
    page = _page(client)
    meant = check_meaning(shipped(protocol_id), held=set(cast.people))
    assert len(meant) > 10
    assert [each for each in meant if each.sentence not in page] == []
    assert page.count("<strong>Line ") == len(meant)
    clauses = client.get("/protocol/clauses").content.decode()
    anchors = set(re.findall(r'href="/protocol/clauses#(clause-[^"]+)"', page))
    assert anchors
    assert [each for each in anchors if f'id="{each}"' not in clauses] == []
    assert "/protocol/check" in client.get("/protocol").content.decode()


def test_a_role_that_nobody_holds_is_found_as_soon_as_the_last_one_has_gone(cast: Cast) -> None:
    client = cast.client("iro")
    said = "Nobody in this authority is the team manager"
    before = _page(client)
    Person.objects.filter(pk=cast.people["team-manager"].person).update(is_active=False)
    after = _page(client)
    assert said not in before
    assert said in after


def test_only_who_looks_after_the_protocol_is_led_to_its_file(cast: Cast) -> None:
    assert "/protocol/versions/" in _page(cast.client(KEEPER))
    assert "/protocol/versions/" not in _page(cast.client("iro"))
