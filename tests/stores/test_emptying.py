"""A test that commits leaves nothing behind, even where the database refuses to forget."""

from datetime import UTC, datetime

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection

from tests.support.emptying import triggers_off
from tests.support.surroundings import on_postgres

EXPIRES = datetime(2026, 1, 1, tzinfo=UTC)

REFUSING = (
    """CREATE FUNCTION example_refusal() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
    CREATE TRIGGER example_refusal BEFORE DELETE ON django_session
    FOR EACH ROW EXECUTE FUNCTION example_refusal()""",
    "DROP TRIGGER example_refusal ON django_session; DROP FUNCTION example_refusal",
)
REFUSING_ON_SQLITE = (
    """CREATE TRIGGER example_refusal BEFORE DELETE ON django_session
    BEGIN SELECT RAISE(ABORT, 'append-only'); END""",
    "DROP TRIGGER example_refusal",
)


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.django_db(transaction=True)
def test_a_table_that_refuses_is_emptied_with_its_triggers_off_and_refuses_again() -> None:
    begin, end = REFUSING if on_postgres() else REFUSING_ON_SQLITE
    _run(begin)
    try:
        for key in ("one", "two"):
            Session.objects.create(session_key=key, expire_date=EXPIRES)
        with triggers_off():
            Session.objects.filter(session_key="one").delete()
        with pytest.raises(DatabaseError, match="append-only"):
            Session.objects.filter(session_key="two").delete()
    finally:
        _run(end)
