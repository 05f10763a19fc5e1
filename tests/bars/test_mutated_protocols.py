"""The bar for protocol files: whatever a slip makes of one, it is read, or told with its lines.

`make bars` tries 50,000 slips, an ordinary run a few hundred of them.
"""

import os
import sys
from collections import Counter

from concord.casework.examples.chance import Chance
from concord.core.files.source import MOST_FINDINGS
from concord.core.problem import Finding, Severity, WrongData
from concord.core.protocol.read import read_with_source
from concord.core.workshop.check import check_meaning
from tests.support.tree import ROOT

FULL = os.environ.get("CONCORD_BARS") == "full"
MOST = 50_000 if FULL else 200
SEED = 20261123
GOOD = (ROOT / "docs" / "reference" / "examples" / "protocol.yaml").read_text(encoding="utf-8")
ODD = ("{", "}", "[", "]", ":", "-", "#", "'", '"', "\n", "  ", "&", "*", "!", "|", ">", "\t", "\0")


def test_every_slip_is_read_or_told_with_its_line() -> None:
    chance, seen = Chance(SEED), Counter[str]()
    for _ in range(MOST):
        seen[_outcome(_slip(chance, GOOD))] += 1
    sys.stdout.write(f"\n{MOST} slips in a protocol file, none unhandled: {dict(seen)}\n")
    assert sum(seen.values()) == MOST
    assert seen["an error is told"] > MOST / 2


def _slip(chance: Chance, text: str) -> str:
    """One to three slips: a line or a word gone, doubled or moved, an odd character, a letter."""
    for _ in range(chance.randint(1, 3)):
        text = chance.choice((_in_lines, _in_words, _odd, _letter))(chance, text)
    return text


def _in_lines(chance: Chance, text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(_changed(chance, lines))


def _in_words(chance: Chance, text: str) -> str:
    return " ".join(_changed(chance, text.split(" ")))


def _changed(chance: Chance, parts: list[str]) -> list[str]:
    here, there = chance.randrange(len(parts)), chance.randrange(len(parts))
    what = chance.choice(("gone", "doubled", "moved", "in another's place"))
    if what == "doubled":
        parts.insert(here, parts[here])
    elif what == "moved":
        parts.insert(there, parts.pop(here))
    elif what == "gone":
        del parts[here]
    else:
        parts[here] = parts[there]
    return parts


def _odd(chance: Chance, text: str) -> str:
    at = chance.randrange(len(text))
    return f"{text[:at]}{chance.choice(ODD)}{text[at:]}"


def _letter(chance: Chance, text: str) -> str:
    at = chance.randrange(len(text))
    return f"{text[:at]}{chr(chance.randrange(32, 0x2000))}{text[at + 1 :]}"


def _outcome(text: str) -> str:
    found = _found(text)
    assert len(found) <= MOST_FINDINGS + 1, text
    assert all(each.sentence and each.place.line for each in found[:MOST_FINDINGS]), text
    errors = any(each.severity is Severity.ERROR for each in found)
    return "an error is told" if errors else "a remark" if found else "nothing"


def _found(text: str) -> tuple[Finding, ...]:
    try:
        protocol, source = read_with_source(text, file="slip.yaml")
    except WrongData as wrong:
        return wrong.findings
    return tuple(each.at(source) for each in check_meaning(protocol))
