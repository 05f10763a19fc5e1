"""concord new-protocol begins a file that can be written over, with a schema for editors."""

import json
from pathlib import Path

import pytest

from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.writing import new_protocol, schema_text
from tests.cli.running import concord_here


def test_a_begun_file_is_a_protocol_without_errors(tmp_path: Path) -> None:
    done = concord_here("new-protocol", "our-town.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    checked = concord_here("check", "our-town.yaml", cwd=tmp_path)
    assert checked.returncode == 0
    assert "0 errors" in checked.stdout


@pytest.mark.parametrize(
    ("file", "protocol_id"),
    [
        ("Our Town 2.yaml", "our-town-2"),
        ("2026.yaml", "protocol-2026"),
        ("ä.yaml", "protocol"),
        (f"{'x' * 80}.yaml", "x" * 60),
    ],
)
def test_the_name_of_the_file_becomes_the_id(file: str, protocol_id: str, tmp_path: Path) -> None:
    assert concord_here("new-protocol", file, cwd=tmp_path).returncode == 0
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert read_protocol(text, file=file).id == protocol_id


def test_a_copy_says_what_the_other_says_under_its_own_id(tmp_path: Path) -> None:
    concord_here("new-protocol", "ours.yaml", "--from", "lambeth", cwd=tmp_path)
    text = (tmp_path / "ours.yaml").read_text(encoding="utf-8")
    ours, theirs = read_protocol(text, file="ours.yaml"), shipped("lambeth")
    assert ours.id == "ours"
    assert (ours.stages, ours.duties, ours.clauses) == (
        theirs.stages,
        theirs.duties,
        theirs.clauses,
    )


def test_an_editor_finds_the_schema_beside_the_file(tmp_path: Path) -> None:
    concord_here("new-protocol", "ours.yaml", "--from", "bristol", cwd=tmp_path)
    first = (tmp_path / "ours.yaml").read_text(encoding="utf-8").splitlines()[0]
    name = first.partition("$schema=")[2]
    assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == json.loads(schema_text())


def test_a_file_that_is_there_is_written_over_only_with_force(tmp_path: Path) -> None:
    there = tmp_path / "ours.yaml"
    there.write_text("mine", encoding="utf-8")
    done = concord_here("new-protocol", "ours.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert 'There is a file "ours.yaml" already' in done.stderr
    assert there.read_text(encoding="utf-8") == "mine"
    assert concord_here("new-protocol", "ours.yaml", "--force", cwd=tmp_path).returncode == 0
    assert there.read_text(encoding="utf-8") != new_protocol() != "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ours.yml",), 'Name it "ours.yaml"'),
        (("ours.yaml", "--from", "lambath"), 'Did you mean "lambeth"?'),
        (("no folder/ours.yaml",), "Make the folder first"),
        (("ours.yaml", "--from", "none.yaml"), 'There is no file "none.yaml"'),
    ],
)
def test_what_cannot_be_begun_is_wrong_use(
    arguments: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = concord_here("new-protocol", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())
