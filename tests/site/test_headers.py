"""What every answer of the service tells the browser."""

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

pytestmark = [
    pytest.mark.urls("tests.site.test_headers"),
    pytest.mark.usefixtures("static_files"),
]


def _page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<script nonce='{getattr(request, 'csp_nonce', '')}'></script>")


urlpatterns = [path("page", _page)]


def test_a_page_runs_our_own_scripts_only_and_sits_in_no_frame() -> None:
    answer = Client().get("/page")
    policy = dict(
        directive.split(" ", 1) for directive in answer["Content-Security-Policy"].split("; ")
    )
    nonce = answer.content.decode().split("'")[1]
    assert policy["script-src"] == f"'self' 'nonce-{nonce}'"
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


def test_each_answer_has_a_nonce_of_its_own() -> None:
    answers = {Client().get("/page").content for _ in range(3)}
    assert len(answers) == 3


def test_an_address_is_told_to_no_other_site_and_nothing_is_guessed() -> None:
    answer = Client().get("/page")
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in answer["Permissions-Policy"]


def test_a_static_file_is_kept_by_the_browser_under_a_name_with_its_hash() -> None:
    files = sorted(settings.STATIC_ROOT.glob("**/*.css"))
    hashed = [each for each in files if each.name.count(".") >= 2 and ".min.css" not in each.name]
    assert hashed
    answer = Client().get(f"/static/{hashed[0].relative_to(settings.STATIC_ROOT)}")
    answer.close()
    assert (answer.status_code, "immutable" in answer["Cache-Control"]) == (200, True)
