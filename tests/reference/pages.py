"""The reference pages with made parts, each between two remarks and made from the code."""

import json
import re
from collections.abc import Callable

from tests.reference.json_schema import json_schema
from tests.reference.protocol_keys import protocol_keys, written_meanings
from tests.reference.story_acts import story_acts
from tests.support.tree import ROOT

SCHEMA = "src/concord/core/protocol/writing/protocol.schema.json"
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


def schema_anew() -> str:
    """The JSON Schema of a protocol file, with the meanings that stand in the reference."""
    page = (ROOT / PAGES[1]).read_text(encoding="utf-8")
    return json.dumps(json_schema(written_meanings(page)), indent=1) + "\n"
