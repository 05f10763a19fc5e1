"""What a person is told when a file is no YAML: the line that is amiss, and what it may lack."""

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from concord.core.problem import Finding, Place

_BRACKET = "Close it with } or ], and put words that contain a colon or a comma in quotation marks"

# Words of the YAML reader, each with what they mean to somebody who wrote the file.
_MEANINGS = (
    (
        "'\\t'",
        "There is a tab here",
        "Put spaces in its place",
    ),
    (
        "mapping values are not allowed",
        "There is a colon here where none can stand",
        "Put words with a colon in quotation marks, and indent lines that belong together alike",
    ),
    (
        "expected <block end>",
        "This line is not indented like the lines that it belongs to",
        "Begin it with as many spaces as they have",
    ),
    (
        "'<document start>'",
        "This line is not indented like the lines that it belongs to",
        "Begin it with as many spaces as they have",
    ),
    (
        "could not find expected ':'",
        "There is no colon after the key",
        "Write the key, a colon, a space and the words; indent words that go on below",
    ),
    (
        "expected the node content",
        "There is a comma or a bracket too many here",
        "Take it away, or put the words in quotation marks",
    ),
    (
        "expected ',' or",
        "A comma is missing here, or the bracket that was opened is not closed",
        _BRACKET,
    ),
    (
        "found another document",
        "A second document begins here, with three hyphens",
        "Take the line of hyphens away, or make two files",
    ),
    (
        "cannot start any token",
        "Words cannot begin with this character",
        "Put them in quotation marks",
    ),
)
_HINT = "Look at the spaces at the start of the line, and quote words that contain a colon"


def not_yaml(error: YAMLError, *, file: str, text: str) -> Finding:
    """The finding about a text that is no YAML. In: what the reader says, the file and its text."""
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, int(error.position)) + 1
        return unreadable(int(error.character), Place(file, line))
    if not isinstance(error, MarkedYAMLError):
        return Finding("not-yaml", "The file cannot be read", _HINT, Place(file, 1))
    mark = error.problem_mark or error.context_mark
    said = f"{error.context or ''} {error.problem or ''}"
    if "quoted scalar" in said and error.context_mark:
        sentence = "The quotation marks that are opened here are not closed"
        where = Place(file, error.context_mark.line + 1)
        return Finding("not-yaml", sentence, "Close them where the words end", where)
    place = Place(file, mark.line + 1 if mark else 1)
    opened = error.context_mark.line + 1 if error.context_mark else place.line
    if "expected ',' or" in said and opened < place.line:
        sentence = "The bracket that is opened here is not closed, or a comma is missing in it"
        hint = f"Look at the lines from here to line {place.line}. {_BRACKET}"
        return Finding("not-yaml", sentence, hint, Place(file, opened))
    if "could not find expected ':'" in said:
        place = Place(file, opened)
    for words, sentence, hint in _MEANINGS:
        if words in said:
            return Finding("not-yaml", sentence, hint, place)
    return Finding("not-yaml", f"The file cannot be read here: {said.strip()}", _HINT, place)


def unreadable(code: int, place: Place) -> Finding:
    """The finding about a character that no text may have. In: its number, and where it is."""
    sentence = f"There is a character here that cannot be stored (U+{code:04X})"
    return Finding("unreadable-character", sentence, "Delete it and type the words again", place)
