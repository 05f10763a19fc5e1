"""concord what-if tries protocols out and tells what comes of it."""

import json
from pathlib import Path

import pytest

from concord.core.workshop.trial import assumed_text
from tests.cli.running import PROTOCOL, concord, concord_here

FEW = ("--disputes", "300")


def test_two_protocols_stand_beside_each_other() -> None:
    done = concord("what-if", str(PROTOCOL), "--beside", "lambeth", *FEW, COLUMNS="100")
    assert (done.returncode, done.stderr) == (0, "")
    shown = done.stdout.splitlines()
    assert shown[0].split() == ["In", "all", PROTOCOL.name, "lambeth"]
    assert shown[1].split() == ["Disputes", "300", "300"]
    assert "Assumed (seed 1):" in shown


def test_the_same_seed_gives_the_same_page() -> None:
    one, again = (concord_here("what-if", "southampton", *FEW).stdout for _ in range(2))
    assert one == again
    assert concord_here("what-if", "southampton", *FEW, "--seed", "2").stdout != one


def test_as_data_it_gives_each_figure() -> None:
    data = json.loads(concord_here("what-if", "bristol", *FEW, "--json").stdout)
    (found,) = data["protocols"]
    assert (data["seed"], found["name"], found["disputes"]) == (1, "bristol", 300)
    assert sum(count for _place, count in found["ends"]) + found["unsettled"] == 300


def test_a_chart_is_drawn_to_a_file_and_over_one_only_when_asked(tmp_path: Path) -> None:
    asked = ("what-if", "bristol", *FEW, "-o", "chart.svg")
    done = concord_here(*asked, cwd=tmp_path)
    assert done.stdout.endswith("Drawn: chart.svg\n")
    first = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert first.startswith("<svg")
    assert concord_here(*asked, cwd=tmp_path).returncode == 2
    assert concord_here(*asked, "--seed", "9", "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8") != first


def test_the_usual_assumptions_are_written_to_be_changed(tmp_path: Path) -> None:
    assert concord_here("what-if", "--write-assumptions", "a.yaml", cwd=tmp_path).returncode == 0
    file = tmp_path / "a.yaml"
    assert file.read_text(encoding="utf-8") == assumed_text()
    file.write_text(assumed_text().replace("resolves: 60 %", "resolves: 0 %"), encoding="utf-8")
    asked = ("what-if", "bristol", *FEW, "--assumptions", "a.yaml", "--json")
    (found,) = json.loads(concord_here(*asked, cwd=tmp_path).stdout)["protocols"]
    assert found["ends"][0][1] == 0


def test_a_slip_in_the_assumptions_comes_back_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(assumed_text().replace("resolves: 60 %", "resolves: most"), encoding="utf-8")
    done = concord("what-if", "bristol", "--assumptions", str(file))
    assert (done.returncode, done.stdout) == (1, "")
    line = assumed_text()[: assumed_text().index("resolves: 60 %")].count("\n") + 1
    assert f"a.yaml:{line}: error:" in done.stderr
    assert "40 %" in done.stderr


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ((), "No protocol is named"),
        (("nowhere",), 'There is no protocol "nowhere"'),
        (("bristol", "--disputes", "0"), "0 disputes cannot be tried"),
        (("bristol", "--disputes", "1000001"), "1000001 disputes cannot be tried"),
        (("bristol", "--assumptions", "none.yaml"), 'There is no file "none.yaml"'),
    ],
)
def test_a_wrong_use_says_what_to_do_instead(asked: tuple[str, ...], sentence: str) -> None:
    done = concord_here("what-if", *asked)
    assert done.returncode == 2
    assert sentence in done.stderr
