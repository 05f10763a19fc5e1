"""The protocol files that come with the product: one file for each published procedure."""

from functools import cache
from importlib.resources import files

from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol

_HERE = files(__name__)


def shipped_ids() -> tuple[str, ...]:
    """The ids of the shipped protocols, in alphabetical order."""
    names = (each.name for each in _HERE.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def shipped_text(protocol_id: str) -> str:
    """The text of a shipped protocol's file. Raises KeyError for an id that is not shipped."""
    if protocol_id not in shipped_ids():
        raise KeyError(protocol_id)
    return _HERE.joinpath(f"{protocol_id}.yaml").read_text(encoding="utf-8")


@cache
def shipped(protocol_id: str) -> Protocol:
    """A shipped protocol, read and checked. Raises KeyError for an id that is not shipped."""
    return read_protocol(shipped_text(protocol_id), file=f"{protocol_id}.yaml")
