"""The database itself refuses to change or delete an entry of the record."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_REFUSAL = "the record is append-only"

_SQLITE = [
    f"""CREATE TRIGGER event_no_update BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER event_no_delete BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
]
_POSTGRESQL = [
    f"""CREATE FUNCTION event_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$""",
    """CREATE TRIGGER event_no_update BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION event_refuse()""",
    """CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
    FOR EACH STATEMENT EXECUTE FUNCTION event_refuse()""",
]
_SQLITE_BACK = ["DROP TRIGGER event_no_update", "DROP TRIGGER event_no_delete"]
_POSTGRESQL_BACK = [
    "DROP TRIGGER event_no_update ON event",
    "DROP TRIGGER event_no_truncate ON event",
    "DROP FUNCTION event_refuse",
]


def _run(editor: BaseDatabaseSchemaEditor, sqlite: list[str], postgresql: list[str]) -> None:
    statements = sqlite if editor.connection.vendor == "sqlite" else postgresql
    for statement in statements:
        editor.execute(statement)


def refuse(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers."""
    _run(editor, _SQLITE, _POSTGRESQL)


def allow(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away, for going back one migration."""
    _run(editor, _SQLITE_BACK, _POSTGRESQL_BACK)


class Migration(migrations.Migration):
    """Entries are added and never changed, whoever is connected."""

    dependencies = [("records", "0001_initial")]
    operations = [migrations.RunPython(refuse, allow)]
