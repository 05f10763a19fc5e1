"""Reads a YAML 1.2 file as text values with the line of each, and refuses what could mislead.

Words stay words: `NO`, `12:30` and `007` arrive as they were typed. A key given twice, an
anchor, an alias or a tag is a finding, because each can make a file say something else than
it seems to say. All findings of a file come together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent, Event, NodeEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from concord.core.files.syntax import not_yaml, unreadable
from concord.core.problem import Finding, Place, Severity, WrongData
from concord.core.record.text import first_unreadable

Path = tuple[str | int, ...]
LONGEST_FILE = 400_000
DEEPEST = 12
MOST_PARTS = 6_000  # a shipped protocol has about 1,600
MOST_FINDINGS = 50
IS_IT_MEANT = "Is it the file you mean?"
_BEGINS = 'Begin with a line such as "format: concord protocol 1" or "format: concord story 1"'


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

    def has_finding(self, path: Path) -> bool:
        """Whether there is a finding at this very path."""
        wanted = dotted(path)
        return any(each.place.path == wanted for each in self.findings)

    def stop_if_wrong(self) -> None:
        """Raise WrongData with all findings so far, in the order of their lines."""
        if self.findings:
            raise WrongData(as_told(self.findings))


def as_told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in the order of their lines: the first 50, and how many more there are."""
    ordered = sorted(findings, key=lambda each: each.place.line)
    told, more = tuple(ordered[:MOST_FINDINGS]), len(ordered) - MOST_FINDINGS
    if more < 1:
        return told
    sentence = f"There {'is 1 more finding' if more == 1 else f'are {more} more findings'}"
    place = Place(ordered[0].place.file)
    hint = "Put these right, then try again"
    return (*told, Finding("more-findings", sentence, hint, place, Severity.NOTE))


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

    Raises WrongData when the text is no YAML at all, is too long or too deep, has too many keys,
    words and lists, or uses an anchor, alias or tag. Duplicate keys are kept as findings, so that a
    caller can add its own.
    """
    source = Source(file)
    if len(text) > LONGEST_FILE:
        source.report(
            "file-too-long", f"The file has more than {LONGEST_FILE:,} characters", IS_IT_MEANT, ()
        )
        source.stop_if_wrong()
    try:
        _refuse_tricks(source, text)
        node = YAML(typ="rt", pure=True).compose(text)
    except YAMLError as error:
        raise WrongData((not_yaml(error, file=file, text=text),)) from error
    if node is None:
        source.report("empty-file", "The file says nothing", _BEGINS, ())
        source.stop_if_wrong()
    if not isinstance(node, MappingNode):
        source.report(
            "not-a-mapping", "The file does not begin with a key and a colon", _BEGINS, ()
        )
        source.stop_if_wrong()
    source.data = _plain(source, node, ())
    return source


def _refuse_tricks(source: Source, text: str) -> None:
    depth = parts = 0
    for event in _events(text):
        parts += isinstance(event, NodeEvent)
        depth += 1 if type(event).__name__.endswith("StartEvent") else 0
        depth -= 1 if type(event).__name__.endswith("EndEvent") else 0
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            _trick(source, event, "anchor", "Anchors and aliases (& and *) are not used here")
        if isinstance(event, NodeEvent) and _tagged(event):
            _trick(source, event, "tag", "Tags (!) are not used here")
        if depth > DEEPEST + 2:
            _trick(source, event, "too-deep", f"The file is nested more than {DEEPEST} levels deep")
            break
        if parts > MOST_PARTS:
            source.report(
                "too-many-parts", f"The file has more than {MOST_PARTS:,} parts", IS_IT_MEANT, ()
            )
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
        source.findings.append(unreadable(ord(character), place))
        # What is told here need not be told again by whoever reads the words.
        return "".join(each for each in words if not first_unreadable(each))
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
