"""concord draw makes a drawing of a protocol, or says it in words."""

from pathlib import Path

import pytest

from concord.core.protocol.ladders import ladder_id, on_each_ladder
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.drawing import as_text, drawn, outline_of, plan_of
from tests.cli.running import PROTOCOL, concord, concord_here
from tests.support.tree import ROOT


@pytest.mark.parametrize("name", shipped_ids())
def test_without_a_file_the_drawing_goes_to_standard_output(name: str) -> None:
    done = concord_here("draw", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == drawn(plan_of(on_each_ladder(shipped(name))[0]))


def test_a_file_gets_the_same_bytes_as_standard_output(tmp_path: Path) -> None:
    done = concord("draw", str(PROTOCOL), "-o", "a drawing.svg", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "Drawn: a drawing.svg\n")
    shown = concord("draw", str(PROTOCOL)).stdout
    assert (tmp_path / "a drawing.svg").read_bytes() == shown.encode()


def test_the_text_version_is_asked_for_with_text(tmp_path: Path) -> None:
    done = concord_here("draw", "lambeth", "--text")
    assert done.stdout == as_text(outline_of(plan_of(on_each_ladder(shipped("lambeth"))[0])))
    concord_here("draw", "lambeth", "--text", "-o", "lambeth.txt", cwd=tmp_path)
    assert (tmp_path / "lambeth.txt").read_text(encoding="utf-8") == done.stdout


def test_a_ladder_about_something_else_is_drawn_by_its_name() -> None:
    usual, *others = on_each_ladder(shipped("lambeth"))
    assert [ladder_id(each) for each in others] == ["reverse", "partners"]
    for each in (usual, *others):
        done = concord_here("draw", "lambeth", "--ladder", ladder_id(each))
        assert done.stdout == drawn(plan_of(each))


def test_a_ladder_that_there_is_not_is_wrong_use_and_the_others_are_named() -> None:
    done = concord_here("draw", "lambeth", "--ladder", "partner")
    assert done.returncode == 2
    assert "Use --ladder with one of: usual, reverse, partners" in done.stderr


def test_a_file_that_is_there_is_written_over_only_with_force(tmp_path: Path) -> None:
    there = tmp_path / "mine.svg"
    there.write_text("mine", encoding="utf-8")
    done = concord_here("draw", "bristol", "-o", "mine.svg", cwd=tmp_path)
    assert done.returncode == 2
    assert 'There is a file "mine.svg" already' in done.stderr
    assert "--force" in done.stderr
    assert there.read_text(encoding="utf-8") == "mine"
    done = concord_here("draw", "bristol", "-o", "mine.svg", "--force", cwd=tmp_path)
    assert done.returncode == 0
    assert there.read_text(encoding="utf-8").startswith("<svg")


@pytest.mark.parametrize("where", ["no such folder/x.svg", ".", "a\0b.svg"])
def test_a_file_that_cannot_be_written_is_wrong_use(where: str, tmp_path: Path) -> None:
    done = concord_here("draw", "bristol", "--force", "-o", where, cwd=tmp_path)
    assert done.returncode == 2
    assert "hint:" in done.stderr


def test_an_unknown_protocol_is_wrong_use() -> None:
    done = concord_here("draw", "bristle")
    assert done.returncode == 2
    assert 'Did you mean "bristol"?' in done.stderr


def test_a_protocol_with_findings_is_not_drawn(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("format: concord protocol 1\ntitle: [", encoding="utf-8")
    done = concord_here("draw", "draft.yaml", "-o", "draft.svg", cwd=tmp_path)
    assert done.returncode == 1
    assert "draft.yaml:" in done.stderr
    assert not (tmp_path / "draft.svg").exists()


def test_the_picture_in_the_documentation_is_what_the_command_draws() -> None:
    picture = ROOT / "docs" / "pictures" / "protocol.svg"
    made = "concord draw bristol -o docs/pictures/protocol.svg --force"
    assert picture.read_text(encoding="utf-8") == drawn(plan_of(shipped("bristol"))), made
