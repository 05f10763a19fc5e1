"""A page asks the database as often for fifty disputes as for five."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.support.cast import MONDAY, Cast, cast_of

FEW, MANY = 5, 50
MINUTE = timedelta(minutes=1)


@pytest.fixture
def big(db: None, still: None) -> Cast:
    """An authority with as many children as there may be disputes."""
    return cast_of("bristol", names=tuple(f"Example Child {n}" for n in range(MANY)))


def test_pages_ask_the_same_number_of_questions(big: Cast) -> None:
    pk = _disputes(big, range(FEW))
    pages = [("iro", "/"), ("iro", "/?show=waiting"), ("iro", "/?show=raised")]
    pages += [("social-worker", "/"), ("team-manager", "/?show=team")]
    pages += [("iro", f"/disputes/{pk}"), ("social-worker", f"/disputes/{pk}")]
    pages += [("iro", f"/children/{big.child}"), ("iro", "/children")]
    clients = {role: big.client(role) for role, _ in pages}
    few = {page: _asked(clients[page[0]], page[1]) for page in pages}
    _disputes(big, range(FEW, MANY))
    many = {page: _asked(clients[page[0]], page[1]) for page in pages}
    assert {page: many[page] for page in pages if many[page] > few[page]} == {}


def _disputes(cast: Cast, children: range) -> str:
    pk = ""
    for child in children:
        dispute = cast.raises("iro", child=child)
        talk = {"with_roles": ["social-worker"]}
        cast.does("iro", dispute, "record conversation", at=MONDAY + MINUTE, **talk)
        cast.does("iro", dispute, "issue alert", at=MONDAY + 2 * MINUTE, stage="stage-1")
        pk = str(dispute)
    return pk


def _asked(client: Client, path: str) -> int:
    client.get(path)  # what is read once and remembered is not counted
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)
