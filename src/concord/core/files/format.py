"""The first line of a file of ours: which kind of file it is."""

import re

from concord.core.files.source import Source

_FORMAT = re.compile(r"concord ([a-z]+) [0-9]+")


def stop_if_other_kind(source: Source, *, wanted: str) -> None:
    """Raise WrongData when the file says that it is of another kind than the wanted format's.

    All else in it would be a finding too, and none of those would help.
    """
    said = source.data.get("format") if isinstance(source.data, dict) else None
    found = _FORMAT.fullmatch(said) if isinstance(said, str) else None
    kind = _kind(wanted)
    if found and found[1] != kind:
        sentence = f"This is a {found[1]} file, and a {kind} file belongs here"
        source.report("wrong-format", sentence, f"Name a {kind} file", ("format",))
        source.stop_if_wrong()


def _kind(wanted: str) -> str:
    return wanted.split(" ")[1]
