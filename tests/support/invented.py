"""The invented protocols of the tests: small files that together say all that one can say."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_text
from tests.support.tree import ROOT

HERE = ROOT / "tests" / "journeys" / "invented"
PROTOCOLS = sorted((HERE / "protocols").glob("*.yaml"))
STORIES = sorted((HERE / "stories").glob("*.yaml"))


def text_beside(file: Path) -> Callable[[str], str]:
    """What a file can be based on: one beside it, or a shipped one."""

    def found(name: str) -> str:
        beside = file.parent / name
        return beside.read_text(encoding="utf-8") if beside.exists() else shipped_text(name)

    return found


@cache
def invented(file: Path) -> Protocol:
    """The protocol of an invented file."""
    text = file.read_text(encoding="utf-8")
    return read_protocol(text, file=file.name, bases=text_beside(file))
