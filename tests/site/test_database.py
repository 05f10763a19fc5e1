"""Which database an address means."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from concord.site.database import POSTGRESQL, SQLITE, database

FOLDER = Path("folder")


def test_without_an_address_the_records_are_a_file_in_the_folder() -> None:
    found = database("", folder=FOLDER, connections=10)
    assert (found["ENGINE"], found["NAME"]) == (SQLITE, FOLDER / "concord.sqlite3")


def test_a_file_named_by_its_address_is_as_safe_as_the_usual_one() -> None:
    found = database("sqlite:////srv/records.sqlite3", folder=FOLDER, connections=10)
    assert found["NAME"] == Path("/srv/records.sqlite3")
    assert found["OPTIONS"] == database("", folder=FOLDER, connections=10)["OPTIONS"]


def test_postgresql_keeps_a_pool_of_as_many_connections_as_asked_for() -> None:
    address = "postgresql://anna:p%40ss@db.example.org:5433/concord"
    found = database(address, folder=FOLDER, connections=7)
    assert (found["ENGINE"], found["PASSWORD"], found["PORT"]) == (POSTGRESQL, "p@ss", 5433)
    assert found["OPTIONS"]["pool"]["max_size"] == 7
    assert found["CONN_HEALTH_CHECKS"]


def test_a_socket_in_the_address_is_kept_beside_the_pool() -> None:
    found = database("postgresql:///concord?host=/run/pg", folder=FOLDER, connections=7)
    assert found["OPTIONS"]["host"] == "/run/pg"


@pytest.mark.parametrize(
    "address",
    ["mysql://anna@db.example.org/concord", "nonsense", "sqlite://:memory:", "postgresql://h:x/n"],
)
def test_an_address_of_another_kind_is_refused_with_what_would_be_right(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="Hint: postgresql://user:password@host:5432"):
        database(address, folder=FOLDER, connections=10)
