"""The command line: finds the command, runs it, and says in a sentence what was wrong."""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from concord import __version__
from concord.cli.commands import BY_NAME, COMMANDS
from concord.cli.out import complain, report, say
from concord.cli.use import EXIT_CODES, WrongUse, parser_for
from concord.core.problem import WrongData, did_you_mean

DONE, REFUSED, WRONG_USE = 0, 1, 2
INTERRUPTED = 130

USE = f"""Concord runs a council's own dispute-resolution protocol.

Use: concord COMMAND ...

{{commands}}

concord COMMAND --help says more about one of them, concord --version which Concord this is.
{EXIT_CODES}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without arguments, that of this process. Out: the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _guarded(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output went away, as head does. What is still buffered goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _guarded(arguments: list[str]) -> int:
    try:
        return _run(arguments)
    except WrongUse as wrong:
        complain(wrong.sentence, wrong.hint)
        return WRONG_USE
    except WrongData as wrong:
        report(wrong.findings)
        return REFUSED


def _run(arguments: list[str]) -> int:
    if not arguments:
        raise WrongUse("No command is given", "concord --help lists them")
    name, *rest = arguments
    if name in ("--help", "-h", "help"):
        say(_use())
        return DONE
    if name == "--version":
        say(f"concord {__version__}")
        return DONE
    command = BY_NAME.get(name)
    if command is None:
        raise WrongUse(f'There is no command "{name}"', did_you_mean(name, BY_NAME))
    module = command.load()
    return module.run(parser_for(command, module).parse_args(rest))


def _use() -> str:
    longest = max(len(command.name) for command in COMMANDS)
    lines = (f"  {command.name:{longest}}  {command.help}" for command in COMMANDS)
    return USE.format(commands="\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
