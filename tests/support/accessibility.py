"""What axe-core finds on a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def accessibility_findings(page: Page) -> list[str]:
    """Each thing axe-core finds wrong on the page as it is now, with the elements it means."""
    response = Axe().run(page).response
    if not response["passes"]:
        raise AssertionError(f"axe-core looked at nothing on {page.url}")
    return [
        f"{page.url}: {found['id']}: {found['help']}: {[node['target'] for node in found['nodes']]}"
        for found in response["violations"]
    ]
