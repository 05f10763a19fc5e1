"""Writing a file that a person names, and no other file by mistake."""

from pathlib import Path

from concord.cli.use import WrongUse


def write_new(path: Path, text: str, *, over: bool) -> None:
    """Write a text to a file; with `over` also to one that is there. Raises WrongUse when it is
    there, or cannot be written.
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
