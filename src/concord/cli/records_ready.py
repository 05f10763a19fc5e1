"""Sets Django up for the commands that use the records, and says in a sentence what is amiss."""

import argparse
import importlib
import os
from dataclasses import dataclass
from typing import cast

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError
from environs import EnvError

from concord.cli.commands import CommandModule
from concord.cli.use import WrongUse
from concord.core.problem import Finding, WrongData

_NO_DATABASE = Finding(
    "database-not-usable",
    "The database cannot be used",
    "concord upgrade brings it up to date; is DATABASE_URL right, and does the database run?",
)


@dataclass(slots=True)
class WithRecords:
    """A command's module; what goes wrong with the database is told without a traceback."""

    DESCRIPTION: str
    EXAMPLES: str
    module: CommandModule

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Tell the parser what can be given."""
        self.module.add_arguments(parser)

    def run(self, args: argparse.Namespace) -> int:
        """Do it. Raises WrongData also where the database cannot be used."""
        try:
            return self.module.run(args)
        except (DatabaseError, InterfaceError) as error:
            raise WrongData((_NO_DATABASE,)) from error


def with_records(module: str) -> CommandModule:
    """The module of a command that uses the records. Raises WrongUse for a wrong setting."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "concord.site.settings")
    try:
        django.setup()
    except (ImproperlyConfigured, EnvError) as error:
        sentence, _, hint = str(error).partition(" Hint: ")
        raise WrongUse(f"A setting is wrong: {sentence}", hint) from error
    found = cast(CommandModule, importlib.import_module(module))
    return WithRecords(found.DESCRIPTION, found.EXAMPLES, found)
