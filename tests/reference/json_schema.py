"""The shape of a protocol file as a JSON Schema, for editors that complete and explain keys."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from concord.core.clock.limit import Limit
from concord.core.protocol.shapes import ClauseId, Id, Line
from concord.core.protocol.vocabulary import NotStated
from concord.core.protocol.words import as_tuple, as_tuple_or_none
from tests.reference.protocol_keys import THE_FILE, Meanings, groups
from tests.reference.written_as import group_in

Schema = dict[str, Any]

_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,59}$"}
_CLAUSE: Schema = {"type": "string", "pattern": "^[A-Z][A-Z0-9-]{1,59}$"}
_LINE: Schema = {"type": ["string", "number"], "minLength": 1, "maxLength": 1000}
_LIMIT: Schema = {
    "type": "string",
    "pattern": "^([1-9][0-9]{0,2} (working days?|calendar days?|hours?)|same day)$",
}
_SILENT: Schema = {"const": NotStated.NOT_STATED.value}
_PLAIN: tuple[tuple[object, Schema], ...] = (
    (Id, _ID),
    (ClauseId, _CLAUSE),
    (Line, _LINE),
    (bool, {"enum": ["yes", "no", True, False]}),
    (int, {"type": "integer"}),
    (date, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
    (str, {"type": "string"}),
    (Limit, _LIMIT),
)


def json_schema(meanings: Meanings) -> Schema:
    """The schema of a protocol file. In: what each key means, by its group's title and its name."""
    named = {group: title for title, group in groups()}
    parts = {_name(title): _group(group, title, named, meanings) for group, title in named.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dispute resolution protocol for Concord",
        **parts.pop(_name(THE_FILE)),
        "$defs": parts,
    }


def _name(title: str) -> str:
    return title.replace(": ", ".").replace(" ", "-")


def _group(group: type, title: str, named: dict[type, str], meanings: Meanings) -> Schema:
    hints = get_type_hints(group, include_extras=True)
    keys = {each.name.replace("_", " "): each for each in fields(group)}
    properties = {
        key: _value(hints[each.name], named) | _described(meanings.get((title, key), ""))
        for key, each in keys.items()
    }
    needed = [key for key, each in keys.items() if _is_needed(each)]
    return {
        "description": " ".join((group.__doc__ or "").split("\n\n")[0].split()),
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _described(meaning: str) -> Schema:
    return {"description": meaning.replace("`", "")} if meaning else {}


def _is_needed(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _value(hint: Any, named: dict[type, str]) -> Schema:
    for plain, schema in _PLAIN:
        if hint == plain:
            return schema
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        readers = {getattr(each, "func", None) for each in inner[1:]}
        return _with_readers(_value(inner[0], named), readers)
    if origin is Literal:
        return {"enum": [each for each in inner if each != ""]}
    if origin in (Union, types.UnionType):
        kinds = [_value(each, named) for each in inner if each is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], named)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        names, values = _value(inner[0], named), _value(inner[1], named)
        return {"type": "object", "propertyNames": names, "additionalProperties": values}
    if is_dataclass(hint) and group_in(hint):
        return {"$ref": f"#/$defs/{_name(named[_kind(hint)])}"}
    return _words(hint)


def _kind(hint: Any) -> type:
    if not isinstance(hint, type):
        raise TypeError(f"{hint} is no group of keys")
    return hint


def _words(hint: type[StrEnum]) -> Schema:
    return {"enum": [each.value for each in hint]}


def _with_readers(schema: Schema, readers: set[object]) -> Schema:
    """One word may stand for a list of one, and silence for nobody, where they are read so."""
    if as_tuple_or_none in readers:
        return {"anyOf": [_SILENT, schema["items"], schema]}
    return {"anyOf": [schema["items"], schema]} if as_tuple in readers else schema
