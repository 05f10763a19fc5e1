"""What has to be there before the service starts: tables, static files, example data."""

import hashlib
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connections

from concord.casework.actions.upgrading import pending_upgrades, upgrade
from concord.casework.examples.there import examples_wanted
from concord.cli.out import say
from concord.cli.processes import Together, our_command


def prepare(group: Together) -> bool:
    """Bring everything up to date; each part is done once and is quick when there is nothing to do.

    Out: whether all is there. The connections that it opened are closed again: the processes of
    the service have their own.
    """
    if pending_upgrades():
        say("Bringing the database up to date ...")
        upgrade()
    if _collect_static_files():
        say("Collected the static files")
    wanted = examples_wanted() if settings.CONCORD_EXAMPLES else ()
    connections.close_all()
    if not wanted:
        return True
    say(f"Loading {len(wanted)} example authorities, once ...")
    sys.stdout.flush()
    return group.finish("loading of the examples", our_command("examples"))


def _collect_static_files() -> bool:
    """Collect the static files when others than those were collected before."""
    stamp = Path(settings.STATIC_ROOT).with_suffix(".stamp")
    wanted = _fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return False
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    stamp.write_text(wanted, encoding="ascii")
    return True


def _fingerprint() -> str:
    """Which static files there are: names, sizes and times, and the Django that collects them."""
    digest = hashlib.sha256(f"{django.get_version()} {settings.STATIC_ROOT}".encode())
    for finder in get_finders():
        for name, storage in finder.list(None):
            found = Path(storage.path(name)).stat()
            digest.update(f"\n{name} {found.st_size} {found.st_mtime_ns}".encode())
    return digest.hexdigest()
