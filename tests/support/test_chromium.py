"""The browser of the tests is a real one, and sees what it is there to see."""

import pytest
from playwright.sync_api import Browser

from tests.support.accessibility import accessibility_findings
from tests.support.chromium import watched_page

GOOD = "<html lang=en><title>A page</title><main><h1>A page</h1></main></html>"
POLICY = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'


def test_a_broken_script_fails_the_page(browser: Browser) -> None:
    context = browser.new_context()
    with pytest.raises(AssertionError, match="broken"), watched_page(context) as page:
        page.set_content("<script>throw new Error('broken')</script>")
    context.close()


def test_a_script_that_the_policy_stops_fails_the_page(browser: Browser) -> None:
    context = browser.new_context()
    stopped = pytest.raises(AssertionError, match="Content Security Policy")
    with stopped, watched_page(context) as page:
        page.set_content(f"<head>{POLICY}</head><script>1</script>")
    context.close()


def test_a_picture_without_words_is_found_and_a_good_page_passes(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(GOOD)
    assert accessibility_findings(page) == []
    page.set_content(GOOD.replace("</main>", "<img src=x></main>"))
    assert any("image-alt" in each for each in accessibility_findings(page))
    page.close()
