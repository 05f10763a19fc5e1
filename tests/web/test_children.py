"""Finding a child."""

from django.test import Client

from tests.support.cast import cast_of
from tests.web.showing import shown


def test_a_list_that_is_cut_says_so_and_a_whole_one_does_not(db: None, still: None) -> None:
    cast = cast_of("bristol", names=tuple(f"Example {n:02}" for n in range(21)))
    client: Client = cast.client("iro")
    page = shown(client.get("/children"))
    assert "The first 20 children by name" in page.text
    assert "If the child is not here" in page.text
    found = shown(client.post("/children", {"words": "Example 07"}))
    assert ">1 child<" in found.text
    assert "The first" not in found.text
