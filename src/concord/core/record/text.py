"""Words that people type: what is accepted, and in which words the rest is refused."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

LONGEST_TEXT = 20_000
LONGEST_LINE = 300
_SUSPECT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\U0010ffff]")


def clean_text(value: str) -> str:
    """Accept a text as typed, line ends made equal; raise ValueError in words for a person.

    Refused: control characters, lone surrogates, more than 20,000 characters. Names are taken
    as people have them: letters of every script, apostrophes and hyphens.
    """
    if len(value) > LONGEST_TEXT:
        raise ValueError(
            f"The text has {len(value):,} characters Hint: Use {LONGEST_TEXT:,} at most"
        )
    character = first_unreadable(value)
    if character:
        raise ValueError(
            f"The text has a character that cannot be stored (U+{ord(character):04X})"
            " Hint: Delete it and type the words again"
        )
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def clean_line(value: str) -> str:
    """Accept one line of at most 300 characters; raise ValueError in words for a person."""
    line = clean_text(value)
    if "\n" in line:
        raise ValueError("The words stand on more than one line Hint: Use one line")
    if len(line) > LONGEST_LINE:
        raise ValueError(f"The line has {len(line)} characters Hint: Use {LONGEST_LINE} at most")
    return line


def first_unreadable(value: str) -> str:
    """The first character that no text may have: a control character or a lone surrogate.

    Line ends and tabs are let pass; "" when there is none.
    """
    found = (match.group() for match in _SUSPECT.finditer(value))
    return next((each for each in found if each < "\x7f" or _unreadable(each)), "")


def _unreadable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Cn")


Text = Annotated[str, AfterValidator(clean_text)]
Line = Annotated[str, AfterValidator(clean_line)]
