"""The protocol that a person or a story names: the id of a shipped one, or a file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from concord.cli.files import read_text
from concord.cli.use import WrongUse
from concord.core.files.source import Source
from concord.core.problem import Finding, WrongData, did_you_mean
from concord.core.protocol.definition import Protocol
from concord.core.protocol.read import read_protocol, read_with_source
from concord.core.protocol.shipped import shipped, shipped_ids, shipped_text
from concord.core.story.model import Story

Item = TypeVar("Item")
_HOW_FILES_ARE_NAMED = "The name of a file ends with .yaml"


def named_by_person(name: str) -> Protocol:
    """The protocol of a shipped id or of a file. Raises WrongUse when it is neither, WrongData
    with every finding about the file.
    """
    return shipped(name) if name in shipped_ids() else source_named(name)[0]


def source_named(name: str) -> tuple[Protocol, Source]:
    """Like `named_by_person`, and with it the file's content with the line of each part."""
    if name in shipped_ids():
        return read_with_source(shipped_text(name), file=f"{name}.yaml")
    return read_with_source(text_named(name), file=name, bases=_bases(Path(name)))


def chosen_ladder(ladders: Mapping[str, Item], wanted: str) -> Item:
    """What belongs to the ladder that a person names, the first one where none is named; the one
    ladder alone has no name.

    Raises WrongUse when there is no such ladder.
    """
    if not wanted:
        return next(iter(ladders.values()))
    if wanted in ladders:
        return ladders[wanted]
    named = [each for each in ladders if each]
    hint = f"Use --ladder with one of: {', '.join(named)}" if named else "Leave it out"
    raise WrongUse(f'There is no ladder "{wanted}"', hint)


def text_named(name: str) -> str:
    """The text of a shipped protocol or of a file. Raises WrongUse when it is neither."""
    if name in shipped_ids():
        return shipped_text(name)
    if not _is_file_name(name):
        raise WrongUse(f'There is no protocol "{name}"', _other_than(name))
    return read_text(Path(name))


def named_by_story(story: Story) -> Protocol:
    """The protocol that a story names, by shipped id or as a file beside the story's own.

    Raises WrongData, with the story's line, when there is none.
    """
    if story.protocol in shipped_ids():
        return shipped(story.protocol)
    try:
        if _is_file_name(story.protocol):
            return _from_file(Path(story.file).parent / story.protocol)
    except WrongUse as wrong:
        finding = Finding("no-protocol", wrong.sentence, wrong.hint, story.place("protocol"))
        raise WrongData((finding,)) from wrong
    sentence = f'There is no protocol "{story.protocol}"'
    place = story.place("protocol")
    raise WrongData((Finding("no-protocol", sentence, _other_than(story.protocol), place),))


def _other_than(name: str) -> str:
    hint = did_you_mean(name, shipped_ids())
    return f"{hint}{'' if hint.endswith('?') else '.'} {_HOW_FILES_ARE_NAMED}"


def _is_file_name(name: str) -> bool:
    return "/" in name or name.endswith((".yaml", ".yml"))


def _from_file(path: Path) -> Protocol:
    return read_protocol(read_text(path), file=str(path), bases=_bases(path))


def _bases(path: Path) -> Callable[[str], str]:
    """What a file can be based on: a shipped protocol, or a file beside it."""

    def text_of(name: str) -> str:
        if not _is_file_name(name):
            return shipped_text(name)
        try:
            return read_text(path.parent / name)
        except WrongUse as wrong:
            raise LookupError(name) from wrong

    return text_of
