"""concord differences lists what a later version of a protocol says otherwise."""

import json
from pathlib import Path

from concord.core.protocol.shipped import shipped_text
from tests.cli.running import concord_here


def _draft(folder: Path) -> str:
    text = shipped_text("bristol").replace("within: 5 working days", "within: 7 working days", 1)
    (folder / "draft.yaml").write_text(text, encoding="utf-8")
    return "draft.yaml"


def test_two_files_that_say_the_same_have_no_difference() -> None:
    done = concord_here("differences", "bristol", "bristol")
    assert (done.returncode, done.stdout) == (0, "No difference\n")


def test_each_difference_has_its_words_clause_and_line_on_both_sides(tmp_path: Path) -> None:
    done = concord_here("differences", "bristol", _draft(tmp_path), cwd=tmp_path)
    assert done.returncode == 1
    for words in ("Stage: Stage 1, answer, time limit", "5 working days", "7 working days"):
        assert words in done.stdout
    assert done.stdout.count("(BRI-S1-5WD), line") == 2
    assert done.stdout.endswith("Differences: 1\n")


def test_as_data_each_difference_has_its_lines(tmp_path: Path) -> None:
    done = concord_here("differences", "bristol", _draft(tmp_path), "--json", cwd=tmp_path)
    (found,) = json.loads(done.stdout)["differences"]
    line = shipped_text("bristol").splitlines()[found["line_before"] - 1]
    assert "within: 5 working days" in line
    assert (found["change"], found["after"]) == ("changed", "7 working days")


def test_the_drawing_with_the_marks_goes_to_a_file(tmp_path: Path) -> None:
    name = _draft(tmp_path)
    done = concord_here("differences", "bristol", name, "-o", "both.svg", cwd=tmp_path)
    assert done.returncode == 1
    assert "Changed in this version" in (tmp_path / "both.svg").read_text(encoding="utf-8")
    again = concord_here("differences", "bristol", name, "-o", "both.svg", cwd=tmp_path)
    assert again.returncode == 2
    assert 'There is a file "both.svg" already' in again.stderr
