"""The clauses that the rules of a protocol name."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass


def cited(value: object) -> Iterator[str]:
    """Every clause that a rule of a protocol names."""
    if isinstance(value, Mapping):
        for each in value.values():
            yield from cited(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from cited(each)
    elif is_dataclass(value):
        for field in fields(value):
            found = getattr(value, field.name)
            if field.name == "clause" or field.name.endswith("_clause"):
                yield from [found] if found else []
            else:
                yield from cited(found)
