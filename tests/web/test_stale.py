"""Two people at one dispute, and one person who presses twice."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from concord.casework.queries.dispute import dispute_view
from tests.support.cast import MONDAY, Cast
from tests.web.showing import Shown, shown

MINE = "This was typed by whoever came second."
FIRST = "Whoever came first said this."


def test_who_comes_second_sees_what_happened_and_can_send_again(cast: Cast, formal: UUID) -> None:
    path = f"/disputes/{formal}/steps/record-obstacle"
    client = cast.client("iro")
    check = shown(client.get(path)).sends(client, text=MINE)
    before = _version(cast, formal)
    at = MONDAY + timedelta(hours=1)
    cast.does("social-worker", formal, "record obstacle", at=at, text=FIRST)
    late = check.sends(client, confirmed="yes")
    assert late.status == 409
    assert "This changed after you opened the page" in late.text
    assert "ocial worker recorded an obstacle" in late.text
    assert f"({cast.people['social-worker'].name}, " in unescape(late.text)
    assert "2 March 2026, 11am" in late.text or "11:00am" in late.text
    assert late.fields["text"] == [MINE]
    assert _version(cast, formal) == before + 1
    assert late.fields["key"] != check.fields["key"]
    again = late.sends(client)
    assert "Check before you send" in again.text
    assert again.sends(client, confirmed="yes").status == 302
    assert _version(cast, formal) == before + 2


def test_a_person_with_two_tabs_is_told_that_it_was_they_who_acted(
    cast: Cast, formal: UUID
) -> None:
    client, path = cast.client("social-worker"), f"/disputes/{formal}/steps/record-obstacle"
    first, second = (shown(client.get(path)).sends(client, text=each) for each in (FIRST, MINE))
    assert first.sends(client, confirmed="yes").status == 302
    late = second.sends(client, confirmed="yes")
    assert late.status == 409
    assert "(you, " in late.text
    assert "Someone else" not in late.text
    assert late.fields["text"] == [MINE]


def test_a_double_press_records_once_and_shows_the_result_both_times(
    cast: Cast, formal: UUID
) -> None:
    client = cast.client("social-worker")
    check = _answer_checked(cast, formal)
    before = _version(cast, formal)
    first = check.sends(client, confirmed="yes")
    second = check.sends(client, confirmed="yes")
    assert first.status == second.status == 302
    assert first.headers["Location"] == second.headers["Location"] == f"/disputes/{formal}"
    assert _version(cast, formal) == before + 1


def test_a_concern_that_is_sent_twice_is_raised_once(cast: Cast) -> None:
    client = cast.client("iro")
    check = _concern_checked(client, f"/children/{cast.child}/raise")
    first = check.sends(client, confirmed="yes")
    second = check.sends(client, confirmed="yes")
    assert first.status == second.status == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert _disputes(client, cast) == 1


def test_a_second_press_after_the_choice_is_gone_leads_to_the_dispute(
    cast: Cast, formal: UUID
) -> None:
    action = {"what": "A first visit.", "by": "social-worker", "on": "2026-03-20"}
    cast.does("iro", formal, "agree actions", at=MONDAY + timedelta(minutes=30), actions=[action])
    client = cast.client("iro")
    form = shown(client.get(f"/disputes/{formal}/steps/check-action"))
    check = form.sends(client, done="yes", text=MINE)
    first = check.sends(client, confirmed="yes")
    before = _version(cast, formal)
    for again in (check.sends(client, confirmed="yes"), form.sends(client, done="yes", text=MINE)):
        assert first.status == again.status == 302
        assert again.headers["Location"] == f"/disputes/{formal}"
    assert _version(cast, formal) == before


def test_somebody_elses_key_is_no_second_press(cast: Cast, formal: UUID) -> None:
    sent = {"text": FIRST, "confirmed": "yes", "key": "same"}
    path = f"/disputes/{formal}/steps/record-obstacle"
    assert cast.client("iro").post(path, sent).status_code == 302
    before = _version(cast, formal)
    other = shown(cast.client("social-worker").post(path, sent | {"text": MINE}))
    assert other.status == 409
    assert other.fields["text"] == [MINE]
    assert _version(cast, formal) == before


def test_a_concern_sent_again_after_its_date_has_passed_leads_to_its_dispute(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path = cast.client("iro"), f"/children/{cast.child}/raise"
    check = _concern_checked(client, path)
    first = check.sends(client, confirmed="yes")
    monkeypatch.setattr("concord.web.clock.now", lambda: MONDAY + timedelta(days=60))
    late = check.sends(client, confirmed="yes")
    assert first.status == late.status == 302
    assert first.headers["Location"] == late.headers["Location"]
    assert _disputes(client, cast) == 1


def test_nonsense_in_the_hidden_fields_breaks_nothing(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    path = f"/disputes/{formal}/steps/answer"
    for number, expected in enumerate(("", "x", "-1", "0", "²", "9" * 5000, "\0", "1" * 30)):
        sent = {"text": MINE, "confirmed": "yes", "key": f"k{number}", "expected": expected}
        answer = client.post(path, sent)
        assert answer.status_code in (302, 403, 409, 422), expected[:9]
    for key in ("", "\0", "🙂" * 100, "x" * 5000):
        sent = {"text": MINE, "confirmed": "yes", "key": key, "expected": "1"}
        assert client.post(path, sent).status_code in (302, 403, 409, 422), key[:9]


def _concern_checked(client: Client, path: str) -> Shown:
    typed = {
        "concern": "Drift.",
        "outcome_sought": "A plan.",
        "raised_with": ["social-worker"],
        "respond_by_0": "4",
        "respond_by_1": "3",
        "respond_by_2": "2026",
    }
    return shown(client.get(path)).sends(client, path, **typed).sends(client, begin="informal")


def _answer_checked(cast: Cast, formal: UUID) -> Shown:
    client = cast.client("social-worker")
    check = shown(client.get(f"/disputes/{formal}/steps/answer")).sends(client, text=MINE)
    assert MINE in unescape(check.text)
    return check


def _version(cast: Cast, formal: UUID) -> int:
    return dispute_view(cast.people["iro"], formal, at=MONDAY + timedelta(hours=2)).row.version


def _disputes(client: Client, cast: Cast) -> int:
    page = shown(client.get(f"/children/{cast.child}")).text
    return len(set(re.findall(r'href="(/disputes/[^/"]+)"', page)))
