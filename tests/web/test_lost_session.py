"""A session that ends while somebody types loses nothing, and puts nothing into an address."""

import json
import re
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from tests.support.cast import WORD, Cast
from tests.web.showing import Shown, shown

TYPED = 'The plan for Mia\n"begins" <b>on</b> Monday & Zoë 🙂 agrees.'
CONCERN = {
    "concern": TYPED,
    "outcome_sought": "A date.",
    "raised_with": ["social-worker"],
    "respond_by_0": "4",
    "respond_by_1": "March",
    "respond_by_2": "2026",
}


def test_a_step_typed_by_a_lost_session_comes_back_and_is_sent(cast: Cast, formal: UUID) -> None:
    path = f"/disputes/{formal}/steps/answer"
    form = shown(cast.client("social-worker").get(path))
    client = Client()
    interrupted = form.sends(client, text=TYPED)
    _asks_to_sign_in(interrupted)
    resumed = _signs_in(client, interrupted, cast.username("social-worker"))
    assert resumed.action == path
    back = resumed.sends(client)
    assert back.status == 200
    assert _same(back.fields["text"][0])
    assert back.fields["key"] == form.fields["key"]
    check = back.sends(client)
    assert "Check before you send" in check.text
    assert check.sends(client, confirmed="yes").status == 302
    assert unescape(shown(client.get(f"/disputes/{formal}")).text).count(TYPED.splitlines()[0]) >= 1


def test_a_concern_typed_by_a_lost_session_comes_back_and_is_sent(cast: Cast) -> None:
    path = f"/children/{cast.child}/raise"
    form = shown(cast.client("iro").get(path))
    client = Client()
    interrupted = form.sends(client, path, **CONCERN)
    _asks_to_sign_in(interrupted)
    resumed = _signs_in(client, interrupted, cast.username("iro"))
    back = resumed.sends(client)
    assert back.status == 200
    assert _same(back.fields["concern"][0])
    assert back.fields["raised_with"] == ["social-worker"]
    assert back.fields["respond_by_1"] == ["March"]
    course = back.sends(client)
    assert "Where does it begin?" in course.text
    check = course.sends(client, begin="informal")
    assert check.sends(client, confirmed="yes").status == 302


BEFORE = {
    "talk_with": ["social-worker"],
    "how": "face to face",
    "talk": "Nobody could give a date.",
}


def test_a_concern_comes_back_on_the_page_where_the_person_was(cast: Cast) -> None:
    client, path = cast.client("iro"), f"/children/{cast.child}/raise"
    begin = shown(client.get(path)).sends(client, **CONCERN)
    assert "Where does it begin?" in _lost(cast, begin).title
    before = begin.sends(client, begin="stage-1")
    back = _lost(cast, before, talk="Nobody")
    assert "Before the formal process begins" in back.title
    assert back.fields["talk"] == ["Nobody"]
    check = back.sends(client, **BEFORE)
    assert "Check your answers" in check.title
    again = _lost(cast, check, confirmed="yes")
    assert "Check your answers" in again.title
    assert again.sends(client, confirmed="yes").status == 302


def test_a_step_comes_back_on_the_page_where_it_was_checked(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    form = shown(client.get(f"/disputes/{formal}/steps/answer"))
    check = form.sends(client, text=TYPED)
    again = _lost(cast, check, role="social-worker", confirmed="yes")
    assert "Check before you send" in again.title
    assert again.sends(client, change="yes").fields["text"][0]
    assert again.sends(client, confirmed="yes").status == 302


def test_a_half_filled_form_comes_back_without_errors(cast: Cast, formal: UUID) -> None:
    raising = shown(cast.client("iro").get(f"/children/{cast.child}/raise"))
    answering = shown(cast.client("social-worker").get(f"/disputes/{formal}/steps/answer"))
    for page in (_lost(cast, raising, concern="Half"), _lost(cast, answering, "social-worker")):
        assert page.status == 200
        assert "There is a problem" not in page.text
        assert not page.title.startswith("Error")


def test_one_more_row_for_an_action_shows_no_errors(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    form = shown(client.get(f"/disputes/{formal}/steps/answer"))
    assert "There is a problem" not in form.sends(client, more="actions").text


def test_the_last_press_of_a_lost_session_shows_the_form_and_sends_nothing(
    cast: Cast, formal: UUID
) -> None:
    path = f"/disputes/{formal}/steps/answer"
    client = Client()
    typed = {"text": [TYPED], "confirmed": ["yes"], "key": ["k"], "expected": ["3"]}
    interrupted = shown(client.post(path, typed))
    resumed = _signs_in(client, interrupted, cast.username("social-worker"))
    back = resumed.sends(client)
    assert "Recorded" not in back.text
    assert _same(back.fields["text"][0])


def test_a_wrong_password_keeps_what_was_typed(cast: Cast, formal: UUID) -> None:
    client = Client()
    interrupted = shown(client.post(f"/disputes/{formal}/steps/answer", {"text": TYPED}))
    again = interrupted.sends(client, username="a-social-worker", password="wrong")
    assert again.status == 200
    assert again.fields["kept"] == interrupted.fields["kept"]
    assert _signs_in(client, again, cast.username("social-worker")).fields["text"]


def test_a_password_is_never_kept(cast: Cast) -> None:
    typed = {"text": "typed", "password": "hidden-word", "username": "somebody"}
    page = shown(Client().post(f"/children/{cast.child}/raise", typed))
    assert "hidden-word" not in page.text
    assert "somebody" not in page.text


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("https://example.org/", "[]"),
        ("//example.org/", "[]"),
        ("/\\example.org", "[]"),
        ("javascript:alert(1)", "[]"),
        ("/", "not json"),
        ("/", "[" * 100_000),
        ("/", '[["a"]]'),
        ("/", '{"a": 1}'),
        ("/", "7"),
        ("/", '[["text", "\\ud800"]]'),
    ],
)
def test_kept_words_that_somebody_forged_lead_nowhere(cast: Cast, path: str, kept: str) -> None:
    sent = {"username": "a-iro", "password": WORD, "kept_for": path, "kept": kept}
    answer = Client().post("/sign-in", sent)
    assert answer.status_code in (200, 302)
    assert "example.org" not in answer.content.decode()
    assert answer.headers.get("Location", "/") == "/"


@pytest.mark.parametrize("where", ["step", "raise"])
def test_a_form_without_its_token_keeps_what_was_typed(
    cast: Cast, formal: UUID, where: str
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.client("social-worker" if where == "step" else "iro").cookies
    path = f"/disputes/{formal}/steps/answer"
    if where == "raise":
        path = f"/children/{cast.child}/raise"
    name = "text" if where == "step" else "concern"
    typed = {name: TYPED, "confirmed": "yes", "csrfmiddlewaretoken": "old-token"}
    answer = shown(strict.post(path, typed))
    assert answer.status == 403
    assert answer.action == path
    assert _same(answer.fields[name][0])
    assert "old-token" not in answer.text
    back = _sends_with_token(strict, answer)
    assert back.status == 200
    assert _same(back.fields[name][0])
    assert "Check " not in back.title
    assert "confirmed" not in back.fields


def test_a_step_without_its_token_goes_on_where_it_was(cast: Cast, formal: UUID) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = cast.client("social-worker").cookies
    form = shown(strict.get(f"/disputes/{formal}/steps/answer"))
    back = _sends_with_token(strict, form.sends(strict, text=TYPED, confirmed="yes"))
    assert back.fields["key"] == form.fields["key"]
    assert TYPED.splitlines()[0] not in unescape(shown(strict.get(f"/disputes/{formal}")).text)
    check = _sends_with_token(strict, back)
    assert "Check before you send" in check.text
    assert _sends_with_token(strict, check, confirmed="yes").status == 302


def test_a_sign_in_without_its_token_keeps_what_was_typed_before(cast: Cast, formal: UUID) -> None:
    strict = Client(enforce_csrf_checks=True)
    path = f"/disputes/{formal}/steps/answer"
    typed = {"kept_for": path, "kept": json.dumps([["text", TYPED]]), "password": WORD}
    stopped = shown(strict.post("/sign-in", typed | {"username": "a-social-worker"}))
    assert (stopped.status, WORD in stopped.text) == (403, False)
    back = _sends_with_token(strict, stopped)
    assert "Nothing you typed is lost" in back.text
    assert "There is a problem" not in back.text
    resumed = _sends_with_token(
        strict, back, username=cast.username("social-worker"), password=WORD
    )
    assert resumed.action == path
    assert _same(resumed.fields["text"][0])


def _lost(cast: Cast, page: Shown, role: str = "iro", **typed: object) -> Shown:
    """Send a page's form without a session, sign in, and go on: the page that comes back."""
    client = Client()
    resumed = _signs_in(client, page.sends(client, **typed), cast.username(role))
    return resumed.sends(client)


def _sends_with_token(client: Client, page: Shown, **typed: str) -> Shown:
    """Send a page's form with the proof of origin that stands in it."""
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    return page.sends(client, csrfmiddlewaretoken=tokens[-1], **typed)


def _asks_to_sign_in(page: Shown) -> None:
    assert page.status == 403
    assert "Nothing you typed is lost" in page.text
    assert "Location" not in page.headers
    assert any(_same(text) for _, text in json.loads(page.fields["kept"][0]))


def _signs_in(client: Client, page: Shown, username: str) -> Shown:
    answer = page.sends(client, username=username, password=WORD)
    assert "You are signed in again" in answer.text
    return answer


def _same(text: str) -> bool:
    return text.splitlines() == TYPED.splitlines()
