"""Protocol files that are wrong, each as somebody would write it: found, on the line where it is.

The files stand in `wrong_files.yaml`: a protocol and what was changed in it.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from concord.core.problem import Finding, WrongData
from concord.core.protocol.read import read_with_source
from concord.core.protocol.shipped import shipped_ids, shipped_text
from concord.core.workshop.check import check_meaning
from tests.support.invented import HERE as INVENTED
from tests.support.invented import text_beside
from tests.support.tree import ROOT

EXAMPLE = ROOT / "docs" / "reference" / "examples" / "protocol.yaml"
WHOLE = "*"


class Slip(NamedTuple):
    """What somebody did in which file, the words of the line on which it is found, and as what."""

    what: str
    file: str
    was: str
    becomes: str
    on: str
    found_as: str

    @property
    def text(self) -> str:
        """The wrong file."""
        good = good_text(self.file)
        if self.was == WHOLE:
            return self.becomes
        assert self.was in good
        return good.replace(self.was, self.becomes, 1)

    @property
    def line(self) -> int:
        """The line on which it has to be found."""
        return (
            1 if self.on in (WHOLE, "") else self.text[: self.text.index(self.on)].count("\n") + 1
        )


def _slips() -> list[Slip]:
    text = Path(__file__).with_name("wrong_files.yaml").read_text(encoding="utf-8")
    keys = ("slip", "in", "was", "is", "on", "finds")
    return [Slip(*(each[key] for key in keys)) for each in YAML(typ="safe").load(text)]


def good_text(file: str) -> str:
    """The text of the file in which the slip was made."""
    if file in shipped_ids():
        return shipped_text(file)
    return (EXAMPLE if file == "example" else _beside(file)).read_text(encoding="utf-8")


def _beside(file: str) -> Path:
    return INVENTED / "protocols" / file


def found_in(text: str, file: str) -> tuple[Finding, ...]:
    """What is found by reading a file, and by checking what it means when it can be read."""
    try:
        protocol, source = read_with_source(text, file=file, bases=text_beside(_beside(file)))
    except WrongData as wrong:
        return wrong.findings
    return tuple(each.at(source) for each in check_meaning(protocol))


@cache
def known_before(file: str) -> frozenset[tuple[str, str]]:
    """What is found in the good file."""
    return frozenset((each.id, each.sentence) for each in found_in(good_text(file), file))


SLIPS = _slips()


def test_there_are_more_than_a_hundred_and_fifty_and_each_is_another() -> None:
    assert len({each.what for each in SLIPS}) == len({each.text for each in SLIPS}) == len(SLIPS)
    assert len(SLIPS) >= 150


@pytest.mark.parametrize("slip", SLIPS, ids=[each.what for each in SLIPS])
def test_a_slip_is_found_on_its_line(slip: Slip) -> None:
    found = found_in(slip.text, slip.file)
    new = [each for each in found if (each.id, each.sentence) not in known_before(slip.file)]
    here = [each for each in new if (each.id, each.place.line) == (slip.found_as, slip.line)]
    assert here, [str(each) for each in new]
    assert here[0].hint
