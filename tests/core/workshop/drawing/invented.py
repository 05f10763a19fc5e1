"""Small protocols that no council has, for what a drawing must bear."""

from dataclasses import replace

from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.read import read_protocol
from concord.core.protocol.vocabulary import NotStated
from tests.support.tree import ROOT

EXAMPLE = ROOT / "docs" / "reference" / "examples" / "protocol.yaml"
HOSTILE = "</svg><script>alert('1')</script>&\"\N{RIGHT-TO-LEFT OVERRIDE}x\N{NULL}"
LONG = "Extraordinary " * 30 + "W" * 300


def example() -> Protocol:
    return read_protocol(EXAMPLE.read_text(encoding="utf-8"), file="protocol.yaml")


def with_stages(count: int) -> Protocol:
    """The example's first stage, so many times, without the duties between its own two."""
    protocol = example()
    stages = tuple(_copy(protocol.stages[0], number + 1) for number in range(count))
    return replace(protocol, stages=stages, duties=(), ways_in=NotStated.NOT_STATED)


def without_informal() -> Protocol:
    return replace(with_stages(2), informal=())


def labelled(label: str) -> Protocol:
    """The example with one label for everything that has one."""
    protocol = example()
    stages = tuple(replace(each, label=label) for each in protocol.stages)
    informal = tuple(replace(each, label=label) for each in protocol.informal)
    roles = {name: replace(each, label=label) for name, each in protocol.roles.items()}
    clauses = {name: replace(each, place=label) for name, each in protocol.clauses.items()}
    referrals = tuple(replace(each, label=label) for each in protocol.referrals)
    labels = replace(protocol.labels, alert=label, stage=label, answer=label)
    return replace(
        protocol,
        title=label,
        source=replace(protocol.source, authority=label, document=label),
        labels=labels,
        stages=stages,
        informal=informal,
        roles=roles,
        clauses=clauses,
        referrals=referrals,
    )


def _copy(stage: Stage, number: int) -> Stage:
    return replace(stage, id=f"stage-{number}", label=f"Stage {number}")
