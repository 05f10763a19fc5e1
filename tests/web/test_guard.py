"""Every address is guarded, and nobody reaches a page of a record without signing in."""

from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from concord.web.guard import GUARD
from concord.web.urls import urlpatterns
from tests.support.cast import Cast

OPEN = {"sign-in", "sign-out"}
NOWHERE = UUID(int=1)
GUARDED = [
    "/",
    "/?show=team",
    "/children",
    f"/children/{NOWHERE}",
    f"/children/{NOWHERE}/challenges",
    f"/children/{NOWHERE}/raise",
    f"/children/{NOWHERE}/steps/plan-review",
    f"/children/{NOWHERE}/dates/review:1:report",
    f"/children/{NOWHERE}/dates/review:1:report/receipt",
    f"/disputes/{NOWHERE}",
    f"/disputes/{NOWHERE}/protocol",
    f"/disputes/{NOWHERE}/clauses",
    f"/disputes/{NOWHERE}/drawing",
    f"/disputes/{NOWHERE}/dates/total",
    f"/disputes/{NOWHERE}/dates/total/receipt",
    f"/disputes/{NOWHERE}/receipts",
    f"/disputes/{NOWHERE}/steps/answer",
    f"/disputes/{NOWHERE}/move",
    "/protocol",
    "/protocol/check",
    "/protocol/clauses",
    "/protocol/drawing.svg",
    "/protocol/versions",
    "/protocol/versions/upload",
    "/protocol/versions/0",
    "/protocol/versions/0/file",
    "/protocol/versions/0/compare",
    "/protocol/versions/0/propose",
    "/protocol/versions/0/try",
    "/protocol/proposals/1",
    "/protocol/moves",
    "/protocol/bank-holidays",
    "/protocol/bank-holidays/add",
]


def test_the_list_of_addresses_is_whole() -> None:
    routes = {each.pattern.match(path[1:].partition("?")[0]) and each.name for each, path in _all()}
    named = {each.name for each in urlpatterns}
    assert routes - {None} == named - OPEN


def test_every_route_has_one_of_the_two_guards_and_the_open_ones_are_listed() -> None:
    guards = {each.name: getattr(each.callback, GUARD, None) for each in urlpatterns}
    assert set(guards.values()) == {"page", "open"}
    assert {name for name, guard in guards.items() if guard == "open"} == OPEN


def test_the_service_has_no_other_routes() -> None:
    (included,) = get_resolver().url_patterns
    assert isinstance(included, URLResolver)
    assert included.url_patterns == urlpatterns


@pytest.mark.django_db
@pytest.mark.parametrize("path", GUARDED)
def test_nobody_sees_a_page_without_signing_in(path: str) -> None:
    client = Client()
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in?next=")
    posted = client.post(path, {"text": "typed"})
    assert posted.status_code == 403
    assert b'<h1 class="govuk-heading-l">Sign in</h1>' in posted.content
    for method in (client.head, client.put, client.delete, client.patch, client.options):
        assert method(path).status_code == 302


def test_no_guarded_page_is_kept_by_a_browser(cast: Cast) -> None:
    pk = cast.raises("iro")
    client = cast.client("iro")
    pages = ["/", "/children", f"/children/{cast.child}", f"/children/{cast.child}/raise"]
    pages += [f"/disputes/{pk}", f"/disputes/{pk}/steps/resolve", f"/disputes/{pk}/dates/total"]
    pages += [f"/disputes/{pk}/drawing", "/protocol/drawing.svg", f"/disputes/{pk}/clauses"]
    for path in pages:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer["Cache-Control"] == "no-store", path
    assert client.get("/protocol")["Cache-Control"] == "no-store"


def test_what_is_not_there_and_what_was_interrupted_is_not_kept_either(cast: Cast) -> None:
    assert cast.client("iro").get(f"/disputes/{NOWHERE}")["Cache-Control"] == "no-store"
    interrupted = Client().post(f"/disputes/{NOWHERE}/steps/answer", {"text": "typed"})
    assert interrupted["Cache-Control"] == "no-store"


def _all() -> list[tuple[URLPattern, str]]:
    return [(each, path) for each in urlpatterns for path in GUARDED]
