"""The command line: finds the command, runs it, and says in a sentence what was wrong."""

import os
import sys
from collections.abc import Sequence
from io import StringIO, TextIOWrapper

from concord import __version__
from concord.cli.commands import BY_NAME, COMMANDS
from concord.cli.out import complain, page, report, say
from concord.cli.use import EXIT_CODES, WrongUse, parser_for, refuse_unknown_options
from concord.core.problem import WrongData, did_you_mean

DONE, REFUSED, WRONG_USE = 0, 1, 2
INTERRUPTED = 130

ABOUT = "Concord runs a council's own dispute-resolution protocol."
MORE = (
    "concord COMMAND --help says more about one of them, concord --version which Concord this is."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; without arguments, that of this process. Out: the exit code."""
    _open_streams()
    try:
        code = _guarded(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output went away, as head does.
        _write_nowhere()
        return REFUSED
    except OSError as error:
        return _no_file(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _open_streams() -> None:
    """Somewhere to write to, also where there is none, in characters that can be written."""
    # A stream that was closed before we began (>&-) is not there at all.
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _no_file(error: OSError) -> int:
    """Say which file or folder cannot be used; without one it is our output, on a full disk, say.

    The files that a person names are guarded where they are read.
    """
    if error.filename:
        hint = "CONCORD_VAR names the folder for all that Concord writes; may you write there?"
        complain(f'"{error.filename}" cannot be used: {error.strerror}', hint)
        return WRONG_USE
    _write_nowhere()
    complain(f"Not everything could be written: {error.strerror}", "Is there room on the disk?")
    return REFUSED


def _write_nowhere() -> None:
    """Let what is still buffered go nowhere: it would fail again when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    if name in ("--help", "-h", "help") and not rest:
        _show_use()
        return DONE
    if name == "help":
        name, *rest = (*rest, "--help")
    if name == "--version":
        say(f"concord {__version__}")
        return DONE
    command = BY_NAME.get(name)
    if command is None:
        raise WrongUse(f'There is no command "{name}"', did_you_mean(name, BY_NAME))
    module = command.load()
    parser = parser_for(command, module)
    refuse_unknown_options(parser, rest)
    return module.run(parser.parse_args(rest))


def _show_use() -> None:
    out = page()
    longest = max(len(command.name) for command in COMMANDS)
    out.line(ABOUT)
    out.line()
    out.line("Use: concord COMMAND ...")
    out.line()
    for command in COMMANDS:
        say(f"  {command.name:{longest}}  {command.help}")
    out.line()
    out.line(MORE)
    out.line(EXIT_CODES)


if __name__ == "__main__":
    sys.exit(main())
