"""Whoever may raise under a protocol can take each way to begin that the pages offer."""

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from concord.core.protocol.shipped import shipped, shipped_ids
from tests.support.cast import cast_of

MORNING = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/London"))
CONCERN = {
    "concern": "The visits have not begun.",
    "outcome_sought": "A visit every week.",
    "respond_by_0": "6",
    "respond_by_1": "3",
    "respond_by_2": "2026",
}
TALK = {
    "how": "face to face",
    "talk": "Nobody could give a date.",
    "reason": "There is serious concern for the child's welfare, now.",
}


def ways_offered(page: str) -> list[str]:
    """The values of the ways to begin on the second page."""
    tags = re.findall(r"<input[^>]*name=\"begin\"[^>]*>", page)
    return [found[1] for tag in tags if (found := re.search(r"value=\"([^\"]+)\"", tag))]


def asked_before(page: str) -> list[str]:
    """The names of the boxes for what the protocol asks for first, on the third page."""
    return re.findall(r"<textarea[^>]*name=\"(before-[^\"]+)\"", page)


def page_of(client: Client, address: str, typed: Mapping[str, object]) -> str:
    """The page that a form leads to."""
    return client.post(address, typed).content.decode()


def check_of(client: Client, address: str, typed: Mapping[str, object]) -> str:
    """The page that a way to begin leads to when all that the page before it asks for is typed."""
    third = page_of(client, address, {**typed, "seen": "begin"})
    if typed["begin"] == "informal":
        return third
    before = dict.fromkeys(asked_before(third), "They agree.")
    return page_of(
        client, address, {**typed, **before, "seen": ["begin", f"before {typed['begin']}"]}
    )


@pytest.mark.django_db
@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_each_way_to_begin_that_is_offered_leads_to_check_your_answers(
    protocol_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concord.web.clock.now", lambda: MORNING)
    protocol, cast = shipped(protocol_id), cast_of(protocol_id)
    role, tier = protocol.raisers[0], protocol.informal[0]
    client, address = cast.client(role), f"/children/{cast.child}/raise"
    second = page_of(client, address, CONCERN)
    ways = ways_offered(second)
    assert ways[0] == "informal"
    assert protocol.stages[0].id in ways
    for way in ways:
        typed = CONCERN | TALK | {"begin": way, "talk_with": tier.talk_with[0]}
        assert "Check your answers" in check_of(client, address, typed), way
