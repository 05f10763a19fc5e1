"""What the terminal shows: width, colour, and nothing that steers it."""

import pytest

from concord.cli.out import Page, Style, complain, page


def test_a_row_is_wrapped_in_a_column_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    Page(width=40, colour=False).row("clause", "one two three four five six seven EX-S1-X")
    lines = capsys.readouterr().out.splitlines()
    assert lines == ["  clause     one two three four five six", " " * 13 + "seven EX-S1-X"]


def test_a_clause_id_is_not_broken_at_its_hyphens(capsys: pytest.CaptureFixture[str]) -> None:
    Page(width=33, colour=False).row("clause", "section 5 (EX-REPLY-1)")
    assert "(EX-REPLY-1)" in capsys.readouterr().out


def test_without_a_terminal_there_is_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not page().colour


@pytest.mark.parametrize(("columns", "width"), [("20", 60), ("80", 80), ("300", 110)])
def test_the_page_is_as_wide_as_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert page().width == width


def test_colour_stands_beside_a_word_that_says_the_same(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Page(width=60, colour=True).row("refused", "why", Style.BAD)
    assert capsys.readouterr().out == "  \x1b[1;31mrefused    \x1b[0mwhy\n"


def test_what_a_file_says_does_not_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    Page(width=60, colour=False).line("red \x1b[31m and turned \u202e round")
    complain("\x1b]0;title\x07", "\x9b31m")
    said = capsys.readouterr()
    assert said.out == "red \ufffd[31m and turned \ufffd round\n"
    assert "\x1b" not in said.err
    assert "\x9b" not in said.err
