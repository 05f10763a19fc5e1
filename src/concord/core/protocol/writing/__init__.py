"""What somebody needs who begins to write a protocol file: one to begin with, and its schema."""

import re
from importlib.resources import files

SCHEMA_NAME = "protocol.schema.json"
_HERE = files(__name__)
# An editor finds the schema by this line; it stands in the same folder as the protocol.
_SCHEMA_LINE = f"# yaml-language-server: $schema={SCHEMA_NAME}\n"
_ID_LINE = re.compile(r"^id: .*$", re.MULTILINE)


def new_protocol() -> str:
    """The text of a small made-up protocol, with a remark for each part, to write over."""
    return (_HERE / "new.yaml").read_text(encoding="utf-8")


def begun_from(text: str, *, protocol_id: str) -> str:
    """A protocol file to go on from: the text of another with an id of its own, and the line by
    which an editor finds the schema.

    In: the other's text and the new id, an id as the format writes it.
    """
    with_id = _ID_LINE.sub(f"id: {protocol_id}", text, count=1)
    return with_id if with_id.startswith(_SCHEMA_LINE) else _SCHEMA_LINE + with_id


def schema_text() -> str:
    """The JSON Schema of protocol files, by which an editor completes and explains keys."""
    return (_HERE / SCHEMA_NAME).read_text(encoding="utf-8")
