"""How a command is used, and the sentence when it is used wrongly."""

import argparse
import re
import textwrap
from collections.abc import Sequence
from typing import NoReturn

from concord.cli.commands import Command, CommandModule
from concord.cli.out import page
from concord.core.problem import did_you_mean

EXIT_CODES = "Exit codes: 0 done, 1 a refusal or a finding, 2 wrong use."
# What the parser of arguments says, and what it means to whoever typed them.
_MEANINGS = (
    (r"the following arguments are required: (.*)", r"Nothing is given for \1"),
    (r"argument (\S+): expected one argument", r"Nothing is given after \1"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", r'\1 cannot be "\2"'),
    (r"argument (\S+): ignored explicit argument '(.*)'", r'\1 takes no "\2"'),
    (r"argument (\S+): (.*)", r"\1: \2"),
    (r"unrecognized arguments: (.*)", r'There is no place for "\1"'),
)
_CHOICES = re.compile(r"\(choose from (.*)\)")


class WrongUse(Exception):
    """The command cannot begin with what it was given; carries a sentence and a hint."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


class Parser(argparse.ArgumentParser):
    """Raises what is wrong in place of ending the process."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse for something that is missing or cannot be read."""
        raise WrongUse(_sentence(message), self._hint(message))

    def _hint(self, message: str) -> str:
        choices = _CHOICES.search(message)
        if choices:
            return f"Use one of: {choices[1].replace(chr(39), '')}"
        if message.startswith("unrecognized"):
            return f"Put quotation marks around words with spaces; {self.prog} --help lists all"
        return f"{self.prog} --help says how it is used"

    def options(self) -> list[str]:
        """The options that there are, such as `--json`."""
        return [each for each in self._option_string_actions if each.startswith("--")]


def refuse_unknown_options(parser: Parser, arguments: Sequence[str]) -> None:
    """Raise WrongUse for the first option that the parser does not know, before what it lacks."""
    known = parser.options()
    for each in arguments:
        name = each.partition("=")[0]
        if name.startswith("--") and name != "--" and name not in known:
            raise WrongUse(f'There is no option "{name}"', did_you_mean(name, known))


def _sentence(message: str) -> str:
    for said, meant in _MEANINGS:
        found = re.fullmatch(said, message)
        if found:
            return found.expand(meant)
    return message[:1].upper() + message[1:]


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as all else that the terminal shows."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=page().width)


def parser_for(command: Command, module: CommandModule) -> Parser:
    """The parser of one command, with its arguments and its help."""
    width = page().width
    parser = Parser(
        prog=f"concord {command.name}",
        description=textwrap.fill(" ".join(module.DESCRIPTION.split()), width),
        epilog=f"{module.EXAMPLES}\n\n{EXIT_CODES}",
        formatter_class=_Help,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    return parser
