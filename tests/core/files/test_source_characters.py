"""Characters and keys that no file of ours may hold, each with its own line."""

import pytest

from concord.core.files.source import read_source
from concord.core.problem import Finding, WrongData


def _findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(WrongData) as wrong:
        read_source(text, file="f.yaml").stop_if_wrong()
    return wrong.value.findings


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: b\nc: \x07\n", 2, "U+0007"),
        ("\x00", 1, "U+0000"),
        ('a: b\nc: "\\x1b[31m"\n', 2, "U+001B"),
        ('a: b\n"\\x1b": c\n', 2, "U+001B"),
    ],
)
def test_an_unreadable_character_is_a_finding_on_its_line(text: str, line: int, code: str) -> None:
    (finding,) = _findings(text)
    assert (finding.id, finding.place.line) == ("unreadable-character", line)
    assert code in finding.sentence


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"])
def test_a_file_that_says_nothing_is_a_finding(text: str) -> None:
    assert _findings(text)[0].id == "empty-file"


def test_a_key_that_is_a_list_is_a_finding() -> None:
    assert _findings("a: b\n? [c, d]\n: e\n")[0].id == "not-a-key"


def test_letters_of_every_script_and_line_ends_are_let_pass() -> None:
    source = read_source('a: "Zoë 王\\n\\tŁ"\n', file="f.yaml")
    assert (source.data, source.findings) == ({"a": "Zoë 王\n\tŁ"}, [])
