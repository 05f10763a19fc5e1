"""Raising a concern goes over three pages, and everything typed goes with it."""

from html import unescape
from typing import Any

from django.test import Client

from tests.support.cast import Cast
from tests.web.showing import Shown, shown

CONCERN: dict[str, Any] = {
    "issues": ["drift"],
    "concern": 'The "therapy" has <not> begun & nobody says why.\nSecond line.',
    "outcome_sought": "A first appointment.",
    "raised_with": ["social-worker"],
    "respond_by_0": "4",
    "respond_by_1": "March",
    "respond_by_2": "2026",
    "child_views": "I was told in May.",
}
COURSE: dict[str, Any] = {
    "begin": "stage-1",
    "talk_with": ["social-worker", "team-manager"],
    "talk": "No date can be given.",
}


def test_all_that_was_typed_reaches_the_last_page_and_the_record(cast: Cast) -> None:
    client = cast.client("iro")
    check = _course(client, cast).sends(client, **COURSE)
    assert "Check your answers" in check.text
    _carries(check, CONCERN | COURSE)
    done = check.sends(client, confirmed="yes")
    page = unescape(shown(client.get(done.headers["Location"])).text)
    for words in ('The "therapy" has <not> begun', "A first appointment.", COURSE["talk"]):
        assert words in page


def test_going_back_keeps_everything(cast: Cast) -> None:
    client = cast.client("iro")
    check = _course(client, cast).sends(client, **COURSE)
    course = check.sends(client, change="course")
    assert "Where it begins" in course.text
    _carries(course, CONCERN | COURSE)
    concern = check.sends(client, change="concern")
    assert concern.status == 200
    _carries(concern, CONCERN | COURSE)
    changed = concern.sends(client, outcome_sought="Another outcome.")
    assert "Check your answers" in changed.text
    _carries(changed, CONCERN | COURSE | {"outcome_sought": "Another outcome."})


def test_going_back_from_the_second_page_keeps_what_is_half_typed(cast: Cast) -> None:
    client = cast.client("iro")
    half = {"talk": "Half a", "change": "concern"}
    concern = _course(client, cast).sends(client, **half)
    assert concern.status == 200
    _carries(concern, CONCERN | {"talk": "Half a"})


def test_what_is_missing_is_said_beside_its_field(cast: Cast) -> None:
    client = cast.client("iro")
    path = f"/children/{cast.child}/raise"
    answer = shown(client.get(path)).sends(client, path, **(CONCERN | {"concern": " "}))
    assert answer.status == 422
    assert 'href="#id_concern"' in answer.text
    _carries(answer, {key: text for key, text in CONCERN.items() if key != "concern"})


def test_a_refusal_at_the_start_says_the_clause_and_what_would_allow_it(cast: Cast) -> None:
    client = cast.client("iro")
    refused = _course(client, cast).sends(client, begin="stage-1")
    assert refused.status == 422
    assert "It cannot begin like this" in refused.text
    assert 'href="/protocol#clause-BRI-' in refused.text
    assert "What would allow it:" in refused.text
    _carries(refused, CONCERN)
    assert 'href="/disputes/' not in shown(client.get(f"/children/{cast.child}")).text


def test_who_may_not_raise_is_not_led_to_the_form(cast: Cast) -> None:
    client = cast.client("social-worker")
    page = shown(client.get(f"/children/{cast.child}")).text
    assert "/raise" not in page
    typed = CONCERN | {"begin": "informal", "confirmed": "yes", "key": "k"}
    answer = client.post(f"/children/{cast.child}/raise", typed)
    assert answer.status_code in (403, 404, 422)
    assert 'href="/disputes/' not in shown(client.get(f"/children/{cast.child}")).text


def _course(client: Client, cast: Cast) -> Shown:
    path = f"/children/{cast.child}/raise"
    course = shown(client.get(path)).sends(client, path, **CONCERN)
    assert "Where it begins" in course.text
    _carries(course, CONCERN)
    return course


def _carries(page: Shown, typed: dict[str, Any]) -> None:
    for name, text in typed.items():
        wanted = text if isinstance(text, list) else [text]
        assert [each.replace("\r\n", "\n") for each in page.fields.get(name, [])] == wanted, name
