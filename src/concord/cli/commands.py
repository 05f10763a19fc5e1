"""The commands that there are. A command is one line here and one module with what it does.

A module is imported only when its command is called. So what one command needs (Django, say)
costs the others nothing, and such a module may set Django up at its top.
"""

import argparse
import importlib
from dataclasses import dataclass
from typing import Protocol, cast


class CommandModule(Protocol):
    """What the module of a command has."""

    DESCRIPTION: str
    EXAMPLES: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what can be given."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; 0 done, 1 a refusal or a finding. Raises WrongUse, WrongData, BeyondCalendar."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does in a few words, and the module that does it."""

    name: str
    help: str
    module: str

    def load(self) -> CommandModule:
        """Its module, imported now."""
        return cast(CommandModule, importlib.import_module(self.module))


COMMANDS = (
    Command("deadline", "work out a date and show how it was counted", "concord.cli.deadline"),
    Command("play", "play a story under a protocol and show all that follows", "concord.cli.play"),
    Command("protocols", "list the protocols that come with Concord", "concord.cli.protocols"),
)
BY_NAME = {command.name: command for command in COMMANDS}
