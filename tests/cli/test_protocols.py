"""concord protocols: what comes with Concord, and a broken file as a finding."""

import json

import pytest

from concord.cli import protocols
from concord.cli.main import main
from concord.core.problem import Finding, Place, WrongData
from concord.core.protocol.definition import Protocol
from concord.core.protocol.identity import content_hash
from concord.core.protocol.shipped import shipped, shipped_ids
from tests.cli.running import concord


def test_each_shipped_protocol_is_listed_with_its_content_hash() -> None:
    done = concord("protocols")
    assert (done.returncode, done.stderr) == (0, "")
    said = " ".join(done.stdout.split())
    for protocol_id in shipped_ids():
        protocol = shipped(protocol_id)
        assert f"{protocol_id} title {protocol.title} authority {protocol.source.authority}" in said
        assert f" content {content_hash(protocol)}" in said


def test_as_data_each_has_id_title_authority_status_stages_and_hash() -> None:
    data = json.loads(concord("protocols", "--json").stdout)
    assert [each["id"] for each in data["protocols"]] == list(shipped_ids())
    for each in data["protocols"]:
        protocol = shipped(each["id"])
        assert each == {
            "id": protocol.id,
            "title": protocol.title,
            "authority": protocol.source.authority,
            "status": protocol.source.status,
            "stages": len(protocol.stages),
            "content_hash": content_hash(protocol),
        }
    assert data["findings"] == []


def test_a_broken_file_is_a_finding_and_the_others_are_still_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole, *_ = shipped_ids()

    def one_is_broken(protocol_id: str) -> Protocol:
        if protocol_id == "broken":
            place = Place("broken.yaml", 7, "stages")
            raise WrongData((Finding("missing-key", 'The key "stages" is missing', "Add", place),))
        return shipped(protocol_id)

    monkeypatch.setattr(protocols, "shipped_ids", lambda: ("broken", whole))
    monkeypatch.setattr(protocols, "shipped", one_is_broken)
    assert main(["protocols"]) == 1
    said = capsys.readouterr()
    assert f"{whole}\n" in said.out
    assert 'broken.yaml:7: error: The key "stages" is missing [missing-key, stages]' in said.err
