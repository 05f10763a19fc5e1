"""The work page shows what an agreed action is, in its own words, and asks for them once."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

from django.db import connection
from django.test.utils import CaptureQueriesContext

from concord.records.models import DutyRow
from tests.support.cast import MONDAY, Cast, cast_of

WHAT = "Book the meeting with the school <soon>."
ACTION = {"what": WHAT, "by": "social-worker", "on": "2026-03-20"}


def _agreed(cast: Cast, child: int = 0) -> UUID:
    pk = cast.raises("iro", child=child)
    cast.does("iro", pk, "agree actions", at=MONDAY + timedelta(minutes=30), actions=[ACTION])
    return pk


def _row_of_the_action(cast: Cast, role: str, show: str) -> str:
    page = cast.client(role).get(f"/?show={show}").content.decode()
    row = page.split("Do agreed action 1")[1].split("</tr>")[0]
    return unescape(re.sub(r"<[^>]*>", " ", row))


def test_an_agreed_action_stands_on_the_work_page_in_its_own_words(cast: Cast) -> None:
    _agreed(cast)
    for role, show in (("social-worker", "mine"), ("team-manager", "team"), ("iro", "waiting")):
        assert WHAT in _row_of_the_action(cast, role, show)


def test_the_words_of_an_action_are_not_in_the_row_of_its_duty(cast: Cast) -> None:
    _agreed(cast)
    names = set(DutyRow.objects.values_list("what", flat=True))
    assert "Do agreed action 1 and report it as done" in names
    assert not [each for each in names if "school" in each]


def test_the_work_page_asks_as_often_for_many_actions_as_for_one(db: None, still: None) -> None:
    cast = cast_of("bristol", names=tuple(f"Example Child {n}" for n in range(12)))
    client, asked = cast.client("social-worker"), []
    for children in (range(1), range(1, 12)):
        for child in children:
            _agreed(cast, child)
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/").content.decode().count("Book the meeting") == child + 1
        asked.append(len(queries))
    assert asked[0] == asked[1]
