"""The texts of the protocol files that come with the product, and what is quickly read of them."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import takewhile
from types import MappingProxyType

from ruamel.yaml import YAML

_HERE = files("concord.core.protocol").joinpath("shipped")


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
def shipped_role_labels(protocol_id: str) -> Mapping[str, str]:
    """What a shipped protocol calls its roles, by their ids; nothing else of the file is read.

    A start of the service names people by them, and to read whole protocols takes seconds. Raises
    KeyError for an id that is not shipped.
    """
    after = shipped_text(protocol_id).partition("\nroles:\n")[2].splitlines()
    lines = takewhile(lambda line: not line or line[0] in " #", after)
    roles = YAML(typ="safe").load("\n".join(lines))
    return MappingProxyType({role: about["label"] for role, about in roles.items()})
