"""The database itself refuses to change or delete a stored protocol: disputes rest on its words."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_REFUSAL = "a stored protocol stays as it is"
_COLUMNS = "id, authority_id, hash, protocol_id, text, stored_at"

_SQLITE = [
    f"""CREATE TRIGGER protocol_no_update BEFORE UPDATE OF {_COLUMNS} ON protocol
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER protocol_no_delete BEFORE DELETE ON protocol
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
    f"""CREATE TRIGGER protocol_no_replace BEFORE INSERT ON protocol
    WHEN EXISTS (SELECT 1 FROM protocol WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM protocol WHERE authority_id = NEW.authority_id AND hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END""",
]
_POSTGRESQL = [
    f"""CREATE FUNCTION protocol_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$""",
    f"""CREATE TRIGGER protocol_no_update BEFORE UPDATE OF {_COLUMNS} OR DELETE ON protocol
    FOR EACH ROW EXECUTE FUNCTION protocol_refuse()""",
    """CREATE TRIGGER protocol_no_truncate BEFORE TRUNCATE ON protocol
    FOR EACH STATEMENT EXECUTE FUNCTION protocol_refuse()""",
]
_SQLITE_BACK = [
    "DROP TRIGGER protocol_no_update",
    "DROP TRIGGER protocol_no_delete",
    "DROP TRIGGER protocol_no_replace",
]
_POSTGRESQL_BACK = [
    "DROP TRIGGER protocol_no_update ON protocol",
    "DROP TRIGGER protocol_no_truncate ON protocol",
    "DROP FUNCTION protocol_refuse",
]


def _run(editor: BaseDatabaseSchemaEditor, sqlite: list[str], postgresql: list[str]) -> None:
    for statement in sqlite if editor.connection.vendor == "sqlite" else postgresql:
        editor.execute(statement)


def refuse(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers."""
    _run(editor, _SQLITE, _POSTGRESQL)


def allow(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the triggers away, for going back one migration."""
    _run(editor, _SQLITE_BACK, _POSTGRESQL_BACK)


class Migration(migrations.Migration):
    """Which one an authority began with can still be noted; all else stays as it was stored."""

    dependencies = [("records", "0005_protocol_versions")]
    operations = [migrations.RunPython(refuse, allow)]
