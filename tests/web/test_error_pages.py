"""The error pages can be shown when nothing else works, and say nothing about anything."""

import pytest
from django.template.loader import render_to_string

PAGES = ("400", "403", "404", "409", "500", "csrf")


@pytest.mark.parametrize("name", PAGES)
def test_an_error_page_needs_no_request_and_no_context(name: str) -> None:
    page = render_to_string(f"errors/{name}.html")
    assert "<h1" in page
    assert " - Concord</title>" in page
    assert "<script" not in page


@pytest.mark.parametrize("name", ["409", "csrf"])
def test_what_was_typed_is_given_back_whole(name: str) -> None:
    page = render_to_string(f"errors/{name}.html", {"typed": [("Your answer", "\n<One>\nTwo")]})
    assert ">\n\n&lt;One&gt;\nTwo</textarea>" in page
