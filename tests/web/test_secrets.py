"""What is about a child is on pages only: in no address, no title, no header and no log line."""

import logging
from html import unescape
from urllib.parse import unquote
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from concord.site import logs
from tests.support.cast import WORD, Cast
from tests.web.showing import Shown, shown

TYPED = "Nobody may read these words in passing"
SECRETS = (TYPED, "Example Child", "EX-", WORD)


@pytest.fixture
def walked(cast: Cast, formal: UUID) -> list[Shown]:
    """The pages of a person who looks around, types, errs and loses the session."""
    iro, worker = cast.client("iro"), cast.client("social-worker")
    paths = ["/", "/children", f"/children/{cast.child}", f"/children/{cast.child}/raise"]
    paths += [f"/disputes/{formal}", f"/disputes/{formal}/dates/1:answer", "/protocol"]
    pages = [shown(iro.get(path)) for path in paths]
    pages.append(shown(iro.post("/children", {"words": "Example Child"}, follow=True)))
    path = f"/disputes/{formal}/steps/answer"
    check = shown(worker.get(path)).sends(worker, text=TYPED)
    pages += [check, shown(Client().post(path, {"text": TYPED}))]
    pages += [shown(worker.post(path, {"text": f"{TYPED}\x07"})), check.sends(worker, change="yes")]
    pages.append(check.sends(worker, confirmed="yes"))
    sign_in = {"username": "a-iro", "password": WORD, "next": "/protocol"}
    return [*pages, shown(Client().post("/sign-in", sign_in))]


def test_the_pages_themselves_do_say_it(walked: list[Shown]) -> None:
    said = "".join(unescape(page.text) for page in walked)
    assert TYPED in said
    assert "Example Child" in said


def test_no_title_and_no_header_says_anything(walked: list[Shown]) -> None:
    for page in walked:
        said = [page.title, *page.headers.values()]
        assert [each for each in said if _tells(each)] == []


def test_no_address_on_a_page_says_anything(walked: list[Shown]) -> None:
    for page in walked:
        parts = unescape(page.text).split('="')
        links = [part.split('"')[0] for part in parts[1:] if part.startswith(("/", "?", "#"))]
        assert [each for each in links if _tells(unquote(each))] == []


def test_no_log_line_says_anything(
    caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> None:
    with caplog.at_level(logging.DEBUG):
        request.getfixturevalue("walked")
    line = logs.formatter(as_json=True)
    lines = [line.format(each) for each in caplog.records if not each.name.startswith("django.db")]
    assert any("request_finished" in each for each in lines)
    assert [each for each in lines if _tells(each)] == []
    assert settings.LOGGING_CONFIG == "concord.site.logs.configure"


def _tells(text: str) -> bool:
    return any(secret in text for secret in SECRETS)
