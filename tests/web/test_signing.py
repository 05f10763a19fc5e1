"""Signing in and out with a local account."""

import pytest
from django.test import Client

from concord.records.models import Person
from tests.support.cast import WORD, Cast
from tests.web.showing import shown

WRONG = "Enter a user name and password that belong together"


def test_the_right_words_lead_to_the_work_page(cast: Cast) -> None:
    client = Client()
    answer = client.post("/sign-in", {"username": " a-iro ", "password": WORD})
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("a-iro", "wrong"),
        ("nobody", WORD),
        ("", ""),
        ("a-iro\0", WORD),
        ("a-iro", f"{WORD}\0"),
        ("x" * 5_000, "y" * 500_000),
        ("a-iro' OR 1=1 --", WORD),
        ("ａ-iro\ud7ff", "é" * 300),
    ],
)
def test_wrong_words_say_the_same_whatever_is_wrong(
    cast: Cast, username: str, password: str
) -> None:
    client = Client()
    page = shown(client.post("/sign-in", {"username": username, "password": password}))
    assert WRONG in page.text
    assert "password" not in page.fields or page.fields["password"] == [""]
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/",
        "//example.org",
        "///example.org",
        "/\\example.org",
        "\\\\example.org",
        "javascript:alert(1)",
        "http:example.org",
        " //example.org",
        "/\t/example.org",
    ],
)
def test_signing_in_leads_to_no_other_service(cast: Cast, target: str) -> None:
    typed = {"username": "a-iro", "password": WORD, "next": target}
    assert Client().post("/sign-in", typed)["Location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(cast: Cast) -> None:
    client = Client()
    form = shown(client.get(client.get("/protocol?x=1")["Location"]))
    answer = form.sends(client, username="a-iro", password=WORD)
    assert answer.headers["Location"] == "/protocol?x=1"


def test_only_a_form_signs_out(cast: Cast) -> None:
    client = cast.client("iro")
    client.get("/sign-out")
    assert client.get("/").status_code == 200
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post("/sign-out").status_code == 403
    assert client.get("/").status_code == 200
    assert client.post("/sign-out")["Location"] == "/sign-in"
    assert client.get("/").status_code == 302


def test_a_disabled_person_is_out_on_the_next_click(cast: Cast) -> None:
    client = cast.client("iro")
    assert client.get("/").status_code == 200
    Person.objects.filter(pk=cast.people["iro"].person).update(is_active=False)
    assert client.get("/")["Location"].startswith("/sign-in")
    assert WRONG in shown(client.post("/sign-in", {"username": "a-iro", "password": WORD})).text
