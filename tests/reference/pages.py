"""The reference pages with made parts, each between two remarks and made from the code."""

import re
from collections.abc import Callable

from tests.reference.protocol_keys import protocol_keys
from tests.reference.story_acts import story_acts

PAGES = ("docs/reference/stories.md", "docs/reference/protocol-files.md")
MADE = re.compile(
    r"(<!-- made by python -m tests\.reference: (?P<name>[\w-]+) -->\n)(?P<old>.*?)(<!-- end -->)",
    re.DOTALL,
)
MAKERS: dict[str, Callable[[str], str]] = {
    "acts": lambda _old: story_acts(),
    "keys": protocol_keys,
}


def made_anew(page: str) -> str:
    """The page with its made parts as the code is now."""
    return MADE.sub(_part, page)


def _part(found: re.Match[str]) -> str:
    return f"{found[1]}\n{MAKERS[found['name']](found['old'])}\n{found[4]}"
