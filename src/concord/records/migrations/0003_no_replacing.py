"""On SQLite a row can be replaced without any trigger for updates or deletions: refuse that too."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_TRIGGER = """CREATE TRIGGER event_no_replace BEFORE INSERT ON event
    WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM event WHERE stream = NEW.stream AND seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END"""


def refuse(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the trigger; PostgreSQL has no such way past its own."""
    if editor.connection.vendor == "sqlite":
        editor.execute(_TRIGGER)


def allow(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the trigger away, for going back one migration."""
    if editor.connection.vendor == "sqlite":
        editor.execute("DROP TRIGGER event_no_replace")


class Migration(migrations.Migration):
    """Entries are added and never changed, whichever words are used for it."""

    dependencies = [("records", "0002_append_only")]
    operations = [migrations.RunPython(refuse, allow)]
