"""The commands that there are. A command is one line here and one module with what it does.

A module is imported only when its command is called, so what one command needs costs the others
nothing. Django is set up before the module of a command that uses the records is imported.
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
    uses_records: bool = False

    def load(self) -> CommandModule:
        """Its module, imported now."""
        if self.uses_records:
            ready = importlib.import_module("concord.cli.records_ready")
            return cast(CommandModule, ready.with_records(self.module))
        return cast(CommandModule, importlib.import_module(self.module))


def _with_records(name: str, does: str, module: str) -> Command:
    return Command(name, does, module, uses_records=True)


COMMANDS = (
    Command("deadline", "work out a date and show how it was counted", "concord.cli.deadline"),
    Command("play", "play a story under a protocol and show all that follows", "concord.cli.play"),
    Command("check", "check what a protocol means, on every way through it", "concord.cli.check"),
    Command("draw", "draw a protocol as a flowchart, or say it in words", "concord.cli.draw"),
    Command("new-protocol", "begin a protocol file of your own", "concord.cli.new_protocol"),
    Command("differences", "compare two versions of a protocol", "concord.cli.differences"),
    Command("what-if", "try a protocol out on disputes", "concord.cli.what_if"),
    Command("protocols", "list the protocols that come with Concord", "concord.cli.protocols"),
    _with_records("serve", "run the service: pages and background work", "concord.cli.serve"),
    _with_records("work", "do the background work until it is stopped", "concord.sweeps.work"),
    _with_records("sweep", "do one round of the background work", "concord.sweeps.once"),
    _with_records("examples", "load the example authorities, once", "concord.cli.examples"),
    _with_records("upgrade", "bring the database up to date", "concord.cli.upgrade"),
    _with_records("compare", "compare rows with the entries they follow", "concord.cli.compare"),
    _with_records("rebuild", "make rows again from the entries", "concord.cli.rebuild"),
    _with_records("bank-holiday", "add a bank holiday that came late", "concord.cli.bank_holiday"),
    _with_records("receipt", "show how a dispute's dates were counted", "concord.cli.receipt"),
    _with_records("verify", "check that the record is as it was written", "concord.cli.verify"),
)
BY_NAME = {command.name: command for command in COMMANDS}
