"""Reads a YAML 1.2 file as text values with the line of each, and refuses what could mislead.

Words stay words: `NO`, `12:30` and `007` arrive as they were typed. A key given twice, an
anchor, an alias or a tag is a finding, because each can make a file say something else than
it seems to say. All findings of a file come together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, Event, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from concord.core.problem import Finding, Place, WrongData
from concord.core.record.text import first_unreadable

Path = tuple[str | int, ...]
LONGEST_FILE = 400_000
DEEPEST = 12
MOST_FINDINGS = 50


@dataclass(slots=True)
class Source:
    """A file's content as mappings, lists and words, with the line on which each stands."""

    file: str
    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def place(self, path: Path) -> Place:
        """The place of a path; of its nearest parent when the path itself is not there."""
        for length in range(len(path), -1, -1):
            line = self.lines.get(path[:length])
            if line is not None:
                return Place(self.file, line, dotted(path))
        return Place(self.file, 1, dotted(path))

    def report(self, finding_id: str, sentence: str, hint: str, path: Path) -> None:
        """Note one finding at a path."""
        self.findings.append(Finding(finding_id, sentence, hint, self.place(path)))

    def stop_if_wrong(self) -> None:
        """Raise WrongData with all findings so far, in the order of their lines."""
        if self.findings:
            ordered = sorted(self.findings, key=lambda each: each.place.line)
            raise WrongData(tuple(ordered[:MOST_FINDINGS]))


def dotted(path: Path) -> str:
    """A path as a person reads it: `stages 2 > answer > within`."""
    words: list[str] = []
    for part in path:
        if isinstance(part, int):
            words[-1:] = [f"{words[-1] if words else 'item'} {part + 1}"]
        else:
            words.append(part)
    return " > ".join(words)


def read_source(text: str, *, file: str) -> Source:
    """Read a file's text. In: the text and the file's name. Out: its content with lines.

    Raises WrongData when the text is no YAML at all, is too long or too deep, or uses an
    anchor, alias or tag. Duplicate keys are kept as findings, so that a caller can add its own.
    """
    source = Source(file)
    if len(text) > LONGEST_FILE:
        source.report(
            "file-too-long", f"The file has more than {LONGEST_FILE:,} characters", "", ()
        )
        source.stop_if_wrong()
    try:
        _refuse_tricks(source, text)
        node = YAML(typ="rt", pure=True).compose(text)
    except YAMLError as error:
        raise WrongData((_syntax(error, file, text),)) from error
    if node is None:
        source.report("empty-file", "The file says nothing", "Begin with the line format:", ())
        source.stop_if_wrong()
    if not isinstance(node, MappingNode):
        source.report("not-a-mapping", "The file does not begin with a key and a colon", "", ())
        source.stop_if_wrong()
    source.data = _plain(source, node, ())
    return source


def _refuse_tricks(source: Source, text: str) -> None:
    depth = 0
    for event in _events(text):
        depth += 1 if type(event).__name__.endswith("StartEvent") else 0
        depth -= 1 if type(event).__name__.endswith("EndEvent") else 0
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            _trick(source, event, "anchor", "Anchors and aliases (& and *) are not used here")
        if isinstance(event, NodeEvent) and _tagged(event):
            _trick(source, event, "tag", "Tags (!) are not used here")
        if depth > DEEPEST + 2:
            _trick(source, event, "too-deep", f"The file is nested more than {DEEPEST} levels deep")
            break
    source.stop_if_wrong()


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="rt", pure=True).parse(text)


def _tagged(event: NodeEvent) -> bool:
    tag = getattr(event, "ctag", None)
    return tag is not None and getattr(tag, "trval", None) is not None


def _trick(source: Source, event: Event, finding_id: str, sentence: str) -> None:
    line = event.start_mark.line + 1 if event.start_mark else 1
    source.findings.append(
        Finding(finding_id, sentence, "Write the words out in full", Place(source.file, line))
    )


def _syntax(error: YAMLError, file: str, text: str) -> Finding:
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, int(error.position)) + 1
        return _unreadable(int(error.character), Place(file, line))
    if not isinstance(error, MarkedYAMLError):
        return Finding("not-yaml", "The file cannot be read", "", Place(file, 1))
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    sentence = f"The file cannot be read here: {error.problem or error.context}"
    hint = "Look at the spaces at the start of the line, and quote words that contain a colon"
    return Finding("not-yaml", sentence, hint, Place(file, line))


def _unreadable(code: int, place: Place) -> Finding:
    sentence = f"There is a character here that cannot be stored (U+{code:04X})"
    return Finding("unreadable-character", sentence, "Delete it and type the words again", place)


def _plain(source: Source, node: Node, path: Path) -> object:
    source.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode):
        return _mapping(source, node, path)
    if isinstance(node, SequenceNode):
        return [_plain(source, child, (*path, index)) for index, child in enumerate(node.value)]
    if not isinstance(node, ScalarNode):
        return None
    return _words(source, node, path)


def _words(source: Source, node: ScalarNode, path: Path) -> str:
    words = str(node.value)
    character = first_unreadable(words)
    if character:
        place = Place(source.file, node.start_mark.line + 1, dotted(path))
        source.findings.append(_unreadable(ord(character), place))
    return words


def _mapping(source: Source, node: MappingNode, path: Path) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, ScalarNode):
            place = Place(source.file, line, dotted(path))
            finding = Finding(
                "not-a-key", "A key is one word or several", "Write key: value", place
            )
            source.findings.append(finding)
            continue
        key = _words(source, key_node, path)
        where = (*path, key)
        if key in found:
            sentence = (
                f'The key "{key}" stands here a second time; first on line {source.lines[where]}'
            )
            place = Place(source.file, line, dotted(where))
            source.findings.append(Finding("duplicate-key", sentence, "Keep one of the two", place))
            continue
        source.lines[where] = line
        found[key] = _plain(source, value_node, where)
    return found
