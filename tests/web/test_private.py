"""What the reviewing side keeps to itself is nowhere on any page of the line."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast
from tests.web.showing import shown

ASKED = "Whether counsel thinks this unlawful"
ADVISED = "Counsel thinks it is unlawful"
WEIGHED = "It is too early to refer this"
SECRETS = (ASKED, ADVISED, WEIGHED, "Example Chambers", "considered a referral", "legal advice")
LINE = ("social-worker", "team-manager", "service-manager", "service-director")
STEPS = (
    "answer",
    "record-obstacle",
    "correct",
    "record-conversation",
    "consider-referral",
    "judge",
)


@pytest.fixture
def private(cast: Cast, formal: UUID) -> UUID:
    """A dispute in which the IRO has advice and has thought of a referral."""
    legal = {"kind": "legal", "given_by": "Example Chambers"}
    hour = MONDAY + timedelta(hours=1)
    cast.does("iro", formal, "seek advice", at=hour, text=ASKED, **legal)
    cast.does("iro", formal, "receive advice", at=hour, text=ADVISED, **legal)
    no = {"to": "cafcass", "decision": "decline", "reasons": WEIGHED}
    cast.does("iro", formal, "consider referral", at=hour, **no)
    return formal


def test_the_reviewing_officer_sees_it(cast: Cast, private: UUID) -> None:
    page = unescape(shown(cast.client("iro").get(f"/disputes/{private}")).text)
    for words in (ASKED, ADVISED, WEIGHED):
        assert words in page


@pytest.mark.parametrize("role", LINE)
def test_no_page_shows_it_to_the_line(cast: Cast, private: UUID, role: str) -> None:
    client = cast.client(role)
    pages = ["/", "/?show=team", "/?show=waiting", "/?show=held", f"/children/{cast.child}"]
    pages += [f"/disputes/{private}", f"/disputes/{private}/dates/1:answer"]
    pages += [f"/disputes/{private}/steps/{step}" for step in STEPS]
    for path in pages:
        page = unescape(shown(client.get(path)).text)
        record = page.replace("Independent legal advice", "")
        assert [each for each in SECRETS if each in record] == [], path


def test_a_stale_page_does_not_tell_it_to_the_line(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    check = shown(client.get(f"/disputes/{formal}/steps/answer")).sends(client, text="Mine.")
    hour = MONDAY + timedelta(hours=1)
    legal = {"kind": "legal", "given_by": "Example Chambers", "text": ASKED}
    cast.does("iro", formal, "seek advice", at=hour, **legal)
    cast.does("iro", formal, "record obstacle", at=hour, text="A strike.")
    late = check.sends(client, confirmed="yes")
    assert late.status == 409
    assert "recorded an obstacle" in late.text
    assert [each for each in SECRETS if each in unescape(late.text)] == []


def test_a_private_step_in_between_stops_nobody_of_the_line(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    check = shown(client.get(f"/disputes/{formal}/steps/answer")).sends(client, text="Mine.")
    legal = {"kind": "legal", "given_by": "Example Chambers", "text": ASKED}
    cast.does("iro", formal, "seek advice", at=MONDAY + timedelta(hours=1), **legal)
    assert check.sends(client, confirmed="yes").status == 302
