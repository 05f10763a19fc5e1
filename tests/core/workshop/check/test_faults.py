"""The checker finds each fault that is put into a shipped protocol, and nothing in the protocol
itself that would stop it.
"""

from functools import lru_cache

import pytest

from concord.core.problem import Severity
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.core.workshop.check import check_meaning
from concord.core.workshop.check.meant import Path
from tests.core.workshop.check.faults import Fault, faults

FAULTS = [(name, fault) for name in shipped_ids() for fault in faults(shipped(name))]


def test_more_than_a_hundred_faults_are_tried() -> None:
    assert len(FAULTS) >= 100


@pytest.mark.parametrize(
    ("name", "fault"), FAULTS, ids=[f"{name}: {fault.what}" for name, fault in FAULTS]
)
def test_a_fault_is_found(name: str, fault: Fault) -> None:
    new = found_in(fault.protocol) - found_in(shipped(name))
    assert fault.found_as in {finding_id for finding_id, _path, _sentence in new}


@lru_cache(len(shipped_ids()))
def found_in(protocol: Protocol) -> frozenset[tuple[str, Path, str]]:
    return frozenset((each.id, each.path, each.sentence) for each in check_meaning(protocol))


@pytest.mark.parametrize("name", shipped_ids())
def test_no_shipped_protocol_has_an_error(name: str) -> None:
    found = check_meaning(shipped(name))
    assert [each for each in found if each.severity is Severity.ERROR] == []
