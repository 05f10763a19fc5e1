"""Reading and writing the files that a person names."""

from pathlib import Path

from concord.cli.use import WrongUse
from concord.core.files.source import IS_IT_MEANT, LONGEST_FILE
from concord.core.problem import Finding, Place, WrongData

_MOST_BYTES = 4 * LONGEST_FILE


def read_text(path: Path) -> str:
    """The text of a file. Raises WrongUse when it cannot be opened, WrongData when it is no text
    in UTF-8 or longer than any file of ours.
    """
    raw = _read_bytes(path)
    place = Place(str(path), 1)
    if len(raw) > _MOST_BYTES:
        sentence = f"The file has more than {LONGEST_FILE:,} characters"
        raise WrongData((Finding("file-too-long", sentence, IS_IT_MEANT, place),))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        finding = Finding(
            "not-text",
            "The file is no text in UTF-8",
            "Save it as plain text in UTF-8, or name another file",
            Place(str(path), line),
        )
        raise WrongData((finding,)) from error


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise WrongUse(f'There is no file "{path}"', "Name a file that is there") from error
    except IsADirectoryError as error:
        raise WrongUse(f'"{path}" is a folder, not a file', "Name a file in it") from error
    except PermissionError as error:
        raise WrongUse(f'"{path}" may not be read by you', "Ask its owner") from error
    except (OSError, ValueError) as error:
        raise WrongUse(f'"{path}" cannot be read') from error


def write_text(path: Path, text: str, *, over: bool) -> None:
    """Write a text to a file; over one that is there only where that was asked for.

    Raises WrongUse for a file that is there, or that cannot be written.
    """
    try:
        with path.open("w" if over else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        hint = "Name another file, or add --force to write over it"
        raise WrongUse(f'There is a file "{path}" already', hint) from error
    except FileNotFoundError as error:
        hint = "Make the folder first, or name another one"
        raise WrongUse(f'There is no folder "{path.parent}"', hint) from error
    except (OSError, ValueError) as error:
        raise WrongUse(f'"{path}" cannot be written', "Name another file") from error
