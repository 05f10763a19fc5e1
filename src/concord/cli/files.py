"""Reading and writing the files that a person names."""

from pathlib import Path

from concord.cli.use import WrongUse
from concord.core.files.decoded import MOST_BYTES, decoded


def read_text(path: Path) -> str:
    """The text of a file. Raises WrongUse when it cannot be opened, WrongData when it is no text
    in UTF-8 or longer than any file of ours.
    """
    return decoded(_read_bytes(path), file=str(path))


def _read_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
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
