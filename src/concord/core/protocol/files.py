"""The texts of the protocol files that come with the product, without reading what they say."""

from importlib.resources import files

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
