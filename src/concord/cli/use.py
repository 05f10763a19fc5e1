"""How a command is used, and the sentence when it is used wrongly."""

import argparse
from typing import NoReturn

from concord.cli.commands import Command, CommandModule

EXIT_CODES = "Exit codes: 0 done, 1 a refusal or a finding, 2 wrong use."
_REQUIRED = "the following arguments are required: "


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
        if message.startswith(_REQUIRED):
            message = f"nothing is given for {message.removeprefix(_REQUIRED)}"
        raise WrongUse(message[:1].upper() + message[1:], f"{self.prog} --help says how it is used")


def parser_for(command: Command, module: CommandModule) -> Parser:
    """The parser of one command, with its arguments and its help."""
    parser = Parser(
        prog=f"concord {command.name}",
        description=module.DESCRIPTION,
        epilog=f"{module.EXAMPLES}\n\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    return parser
