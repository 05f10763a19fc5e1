"""From a protocol file's text to a protocol, or to all the findings about it."""

from concord.core.files.format import stop_if_other_kind
from concord.core.files.shape import Shape, fit
from concord.core.files.source import Source, read_source
from concord.core.protocol.based import Bases, made_whole, written_out
from concord.core.protocol.definition import Protocol
from concord.core.protocol.files import shipped_text
from concord.core.protocol.references import check_references

FORMAT = "concord protocol 1"
_SHAPE = Shape(Protocol)


def read_protocol(text: str, *, file: str, bases: Bases = shipped_text) -> Protocol:
    """Read a protocol. In: the file's text and name. Out: the protocol as frozen values.

    `bases` gives the text of the protocol that one is based on; a shipped one when left out.
    Raises WrongData with every finding at once (at most 50), each with file, line, sentence
    and hint: unknown or duplicate keys, wrong units, missing parts, and references to a role,
    stage, clause, issue or reading that the file does not have.
    """
    return read_with_source(text, file=file, bases=bases)[0]


def read_with_source(
    text: str, *, file: str, bases: Bases = shipped_text
) -> tuple[Protocol, Source]:
    """Like `read_protocol`, and with it the file's content with the line of each part."""
    source = made_whole(_source(text, file), bases=bases, read=_source)
    protocol = fit(source, source.data, _SHAPE)
    check_references(source)
    source.stop_if_wrong()
    if protocol is None:
        raise AssertionError("a file without findings has a protocol")
    return protocol, source


def whole_text(text: str, *, file: str, bases: Bases = shipped_text) -> str:
    """The text to keep of a protocol file: its own, or all that it says written out where it is
    based on another one, so that a later version of that one changes nothing in it.

    Raises WrongData like `read_protocol`.
    """
    own = _source(text, file)
    whole = made_whole(own, bases=bases, read=_source)
    return text if whole is own else written_out(whole)


def _source(text: str, file: str) -> Source:
    source = read_source(text, file=file)
    stop_if_other_kind(source, wanted=FORMAT)
    return source
