"""Whoever has no part in something is told the same as about something that does not exist."""

from uuid import UUID, uuid4

import pytest

from tests.support.cast import Cast, cast_of

PATHS = [
    "/disputes/{dispute}",
    "/disputes/{dispute}/steps/answer",
    "/disputes/{dispute}/steps/judge",
    "/disputes/{dispute}/steps/no-such-step",
    "/disputes/{dispute}/dates/total",
    "/disputes/{dispute}/dates/no-such-date",
    "/children/{child}",
    "/children/{child}/raise",
]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", ["iro", "social-worker", "service-director"])
def test_another_authority_looks_like_nothing(
    cast: Cast, formal: UUID, path: str, role: str
) -> None:
    client = cast_of("bristol", letter="b").client(role)
    real = path.format(dispute=formal, child=cast.child)
    nonsense = path.format(dispute=uuid4(), child=uuid4())
    for send in (client.get, client.post):
        answer, nothing = send(real), send(nonsense)
        assert answer.status_code == nothing.status_code == 404
        assert _page(answer.content) == _page(nothing.content)
        assert dict(answer.headers).keys() == dict(nothing.headers).keys()


@pytest.mark.parametrize("path", PATHS)
def test_a_colleague_without_a_part_sees_nothing(cast: Cast, formal: UUID, path: str) -> None:
    other = cast_of("bristol", letter="b")
    outsider = other.client("social-worker")
    real = path.format(dispute=formal, child=cast.child)
    unknown = outsider.get("/no/such/address")
    assert unknown.status_code == 404
    answer = outsider.get(real)
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()
    assert "Example Child" not in answer.content.decode()


def test_a_date_that_is_not_owed_is_not_there(cast: Cast, formal: UUID) -> None:
    client = cast.client("iro")
    for key in ("nonsense", "9:answer", "%00", "a" * 500, "🙂"):
        assert client.get(f"/disputes/{formal}/dates/{key}").status_code == 404, key


def test_a_post_finds_children_of_ones_own_authority_only(cast: Cast) -> None:
    other = cast_of("bristol", letter="b", names=("Elsewhere Child",))
    found = (
        other.client("iro").post("/children", {"words": "Example"}, follow=True).content.decode()
    )
    assert "No child found" in found
    assert "Elsewhere Child" in other.client("iro").post("/children", follow=True).content.decode()
    assert (
        "Elsewhere Child" not in cast.client("iro").post("/children", follow=True).content.decode()
    )


def _page(content: bytes) -> str:
    """The page without the two things that are new on every page: nonces and form tokens."""
    lines = content.decode().splitlines()
    return "\n".join(each for each in lines if "nonce" not in each and "csrf" not in each)
