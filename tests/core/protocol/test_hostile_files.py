"""A file that was made to do harm gets findings with lines, at most fifty and one, like any other.

What they cost, `make bench` measures.
"""

import pytest

from concord.core.files.decoded import MOST_BYTES, decoded
from concord.core.files.source import MOST_FINDINGS
from concord.core.problem import Finding, WrongData
from concord.core.protocol.read import read_protocol, read_with_source
from concord.core.workshop.check import check_meaning
from tests.support.hostile import FILES, bases_of, raw


def _found(content: bytes) -> tuple[Finding, ...]:
    try:
        text = decoded(content, file="x.yaml")
        protocol, source = read_with_source(text, file="x.yaml", bases=bases_of(text))
    except WrongData as wrong:
        return wrong.findings
    return tuple(each.at(source) for each in check_meaning(protocol))


@pytest.mark.parametrize("name", FILES)
def test_it_gets_its_findings_with_lines_and_nothing_else_happens(name: str) -> None:
    found = _found(raw(name)[: MOST_BYTES + 1])
    assert 0 < len(found) <= MOST_FINDINGS + 1
    assert all(each.sentence and each.hint and each.place.line for each in found[:MOST_FINDINGS])


def test_what_comes_before_a_step_in_any_order_is_walked_in_one_where_it_is_much() -> None:
    text = raw("thirty things to do in any order").decode()
    for number in range(12, 30):
        text = text.replace(f"  - {{id: more-{number},", f"  # {{id: more-{number},")
    found = check_meaning(read_protocol(text, file="x.yaml"))
    assert "too-many-ways" not in {each.id for each in found}
    assert "total-broken" in {each.id for each in found}
