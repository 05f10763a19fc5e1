"""A page that cannot be shown says so plainly and loses nothing that was typed."""

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from concord.site import urls

pytestmark = pytest.mark.urls("tests.web.test_errors")

handler404 = urls.handler404
handler500 = urls.handler500


def _broken(request: HttpRequest) -> HttpResponse:
    raise KeyError(f"Example Child-Name {request.method}")


def _form(request: HttpRequest) -> HttpResponse:
    return HttpResponse("done")


urlpatterns = [path("broken", _broken), path("form", _form)]


def test_an_address_that_leads_nowhere_is_answered_in_plain_words() -> None:
    answer = Client().get("/nowhere")
    assert answer.status_code == 404
    assert "There is nothing at this address that you can see" in answer.content.decode()


def test_a_page_that_breaks_does_not_say_what_was_in_it() -> None:
    answer = Client(raise_request_exception=False).get("/broken")
    assert answer.status_code == 500
    assert "Child-Name" not in answer.content.decode()


def test_where_the_database_is_gone_the_page_that_says_so_still_comes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(self: SessionStore) -> None:
        raise OperationalError("no connection to the place of Child-Name")

    monkeypatch.setattr(SessionStore, "load", gone)
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    answers = [client.get("/broken"), client.post("/broken", {"text": "Typed by hand."})]
    assert [each.status_code for each in answers] == [500, 500]
    pages = [each.content.decode() for each in answers]
    for page in pages:
        assert "Sorry, there is a problem with Concord" in page
        assert "The last step was not recorded unless you saw it confirmed" in page
        assert ("Child-Name" in page, "Traceback" in page) == (False, False)
    assert ">\nTyped by hand.</textarea>" in pages[1]
    assert '<input type="hidden" name="text" value="Typed by hand.">' in pages[1]
    assert '<input type="hidden" name="resume" value="yes">' in pages[1]


def test_a_form_whose_proof_of_origin_is_gone_gives_back_what_was_typed() -> None:
    typed = {"outcome_sought": "A visit by <Friday>", "password": "example", "reason": " "}
    answer = Client(enforce_csrf_checks=True).post("/form", typed)
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "Outcome sought" in page
    assert "A visit by &lt;Friday&gt;" in page
    assert ("example" in page, "Reason" in page) == (False, False)
