"""From a protocol file's text to a protocol, or to all the findings about it."""

from concord.core.files.format import stop_if_other_kind
from concord.core.files.shape import Shape, fit
from concord.core.files.source import Source, read_source
from concord.core.protocol.definition import Protocol
from concord.core.protocol.references import check_references

FORMAT = "concord protocol 1"
_SHAPE = Shape(Protocol)


def read_protocol(text: str, *, file: str) -> Protocol:
    """Read a protocol. In: the file's text and name. Out: the protocol as frozen values.

    Raises WrongData with every finding at once (at most 50), each with file, line, sentence
    and hint: unknown or duplicate keys, wrong units, missing parts, and references to a role,
    stage, clause, issue or reading that the file does not have.
    """
    return read_with_source(text, file=file)[0]


def read_with_source(text: str, *, file: str) -> tuple[Protocol, Source]:
    """Like `read_protocol`, and with it the file's content with the line of each part."""
    source = read_source(text, file=file)
    stop_if_other_kind(source, wanted=FORMAT)
    protocol = fit(source, source.data, _SHAPE)
    check_references(source)
    source.stop_if_wrong()
    if protocol is None:
        raise AssertionError("a file without findings has a protocol")
    return protocol, source
