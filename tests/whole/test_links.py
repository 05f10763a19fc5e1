"""The links between our pages lead somewhere."""

import re
from pathlib import Path

from tests.support.tree import must_be_empty, name, read, texts

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
ELSEWHERE = ("http://", "https://", "mailto:")


def links_of(text: str) -> list[str]:
    """The targets of a page's links into our own tree, code left out."""
    found = LINK.findall(CODE.sub("", text))
    return [each for each in found if not each.startswith(ELSEWHERE)]


def anchors_of(text: str) -> set[str]:
    """The anchors that a page's headings make, as code hosts make them."""
    headings = HEADING.findall(re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    plain = (re.sub(r"[^\w\- ]", "", each.lower()) for each in headings)
    return {each.strip().replace(" ", "-") for each in plain}


def broken(page: Path, link: str) -> bool:
    """Whether a link on this page leads nowhere."""
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return True
    return bool(anchor) and target.suffix == ".md" and anchor not in anchors_of(read(target))


def test_each_link_between_our_pages_leads_somewhere() -> None:
    pages = [each for each in texts() if each.suffix == ".md"]
    links = [(page, link) for page in pages for link in links_of(read(page))]
    nowhere = [f"{name(page)}: {link}" for page, link in links if broken(page, link)]
    must_be_empty(nowhere, looked_at=len(links))


def test_a_link_to_a_missing_page_or_heading_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# What it is\n[a](gone.md) [b](#gone) [c](#what-it-is)", encoding="utf-8")
    links = links_of(page.read_text(encoding="utf-8"))
    assert [link for link in links if broken(page, link)] == ["gone.md", "#gone"]
