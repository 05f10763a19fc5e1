"""The schema for editors says of a file what the reader of protocol files says."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from concord.core.problem import WrongData
from concord.core.protocol.read import read_protocol
from concord.core.protocol.shipped import shipped_ids, shipped_text
from concord.core.protocol.writing import new_protocol, schema_text
from tests.reference.pages import SCHEMA, schema_anew
from tests.support.tree import ROOT

VALIDATOR = Draft202012Validator(json.loads(schema_text()))
EXAMPLE = (ROOT / "docs" / "reference" / "examples" / "protocol.yaml").read_text(encoding="utf-8")


def _data(text: str) -> Any:
    return YAML(typ="safe").load(text)


def _places(text: str) -> Iterator[str]:
    for error in VALIDATOR.iter_errors(_data(text)):
        yield " > ".join(str(each) for each in error.absolute_path)


def test_the_schema_is_as_the_code_is() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))
    written = (ROOT / SCHEMA).read_text(encoding="utf-8")
    assert written == schema_anew(), "Hint: python -m tests.reference"


@pytest.mark.parametrize("protocol_id", shipped_ids())
def test_it_accepts_each_shipped_protocol(protocol_id: str) -> None:
    assert list(_places(shipped_text(protocol_id))) == []


@pytest.mark.parametrize("text", [EXAMPLE, new_protocol()], ids=["example", "new"])
def test_it_accepts_what_people_begin_with(text: str) -> None:
    assert list(_places(text)) == []


Change = Callable[[str], str]


def _with(old: str, new: str) -> Change:
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        pytest.param(_with("nation: england", "nation: utopia"), "nation", id="unknown word"),
        pytest.param(_with("nation: england\n", ""), "", id="missing key"),
        pytest.param(_with("raisers: iro\n", "raisers: iro\nraisins: iro\n"), "", id="unknown key"),
        pytest.param(_with("within: 20 working days", "within: 20 days"), "total", id="limit"),
        pytest.param(_with("children: [in care]", "children: [grown]"), "children > 0", id="list"),
        pytest.param(_with("C-STAGE-1:", "stage-1:"), "clauses", id="clause id"),
        pytest.param(_with("issues: not stated", "issues: unknown"), "issues", id="silence"),
        pytest.param(_with("attempt needed: yes", "attempt needed: maybe"), "informal", id="yes"),
    ],
)
def test_what_it_refuses_the_reader_refuses_too(change: Change, place: str) -> None:
    text = change(new_protocol())
    assert text != new_protocol()
    places = list(_places(text))
    assert places
    assert any(each.startswith(place) for each in places)
    with pytest.raises(WrongData):
        read_protocol(text, file="changed.yaml")


def test_it_explains_each_key_of_the_file() -> None:
    schema = json.loads(schema_text())
    without = [key for key, each in schema["properties"].items() if "description" not in each]
    assert without == []
