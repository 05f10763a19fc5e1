"""What the reviewing side keeps to itself is nowhere on any page of the line."""

import re
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast, cast_of
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


def _numbers(page: str) -> list[str]:
    return re.findall(r"Entry ([0-9.]+), ", page)


def test_the_numbers_of_the_entries_do_not_tell_the_line_that_something_is_hidden(
    cast: Cast, private: UUID
) -> None:
    hour = MONDAY + timedelta(hours=1)
    cast.does("social-worker", private, "record obstacle", at=hour, text="A strike.")
    numbers = _numbers(cast.client("social-worker").get(f"/disputes/{private}").content.decode())
    assert numbers == [str(number) for number in range(len(numbers), 0, -1)]
    form = shown(cast.client("social-worker").get(f"/disputes/{private}/steps/answer"))
    assert form.fields["expected"] == [str(len(numbers))]


def test_an_entry_has_the_same_number_for_every_reader(cast: Cast, private: UUID) -> None:
    hour = MONDAY + timedelta(hours=1)
    cast.does("social-worker", private, "record obstacle", at=hour, text="A strike.")
    last, *earlier = _numbers(cast.client("iro").get(f"/disputes/{private}").content.decode())
    line = _numbers(cast.client("social-worker").get(f"/disputes/{private}").content.decode())
    assert last == line[0]
    assert [each for each in earlier if "." not in each] == line[1:]
    assert earlier[:3] == [f"{line[1]}.3", f"{line[1]}.2", f"{line[1]}.1"]


def test_a_correction_names_and_finds_its_entry_by_the_number_that_readers_see(
    cast: Cast, private: UUID
) -> None:
    hour = MONDAY + timedelta(hours=1)
    cast.does("social-worker", private, "record obstacle", at=hour, text="A strike.")
    client, path = cast.client("social-worker"), f"/disputes/{private}"
    number = _numbers(client.get(path).content.decode())[0]
    form = shown(client.get(f"{path}/steps/correct"))
    check = form.sends(client, entry=number, text="A snowfall.", reason="A slip.")
    assert f">{number}</dd>" in check.text
    assert check.sends(client, confirmed="yes").status == 302
    for role in ("social-worker", "iro"):
        page = cast.client(role).get(path).content.decode()
        assert f"corrected entry {number}<" in page
        assert f'href="#entry-{int(number) + 1}">Corrected by entry {int(number) + 1}<' in page


def test_nobody_corrects_another_persons_entry_by_its_number(cast: Cast, private: UUID) -> None:
    client, path = cast.client("social-worker"), f"/disputes/{private}/steps/correct"
    hour = MONDAY + timedelta(hours=1)
    cast.does("social-worker", private, "record obstacle", at=hour, text="A strike.")
    form = shown(client.get(path))
    for number in ("1", "4.1", "99", "²"):
        assert form.sends(client, entry=number, text="x", reason="y").status == 422


PREPARED = ("about a referral to Cafcass", "intend to refer", "consulted the Assistant director")


@pytest.mark.parametrize("role", ["social-worker", "team-manager", "executive-director"])
def test_the_line_does_not_see_what_comes_before_a_referral_that_is_in_mind(
    db: None, still: None, role: str
) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro", respond_by="2026-03-05")
    yes = {"to": "cafcass", "decision": "refer"}
    cast.does("iro", pk, "consider referral", at=MONDAY + timedelta(hours=1), **yes)
    owed = unescape(shown(cast.client("iro").get(f"/disputes/{pk}")).text)
    for words in PREPARED[:2]:
        assert words in owed
    asked = {"whom": ["assistant-director-qa"], "about": "cafcass"}
    cast.does("iro", pk, "consult", at=MONDAY + timedelta(hours=1), **asked)
    told = {"whom": ["executive-director"], "text": "Something else."}
    cast.does("iro", pk, "inform", at=MONDAY + timedelta(hours=1), **told)
    for path in (f"/disputes/{pk}", f"/children/{cast.child}", "/", "/?show=team"):
        page = unescape(shown(cast.client(role).get(path)).text)
        assert [each for each in PREPARED if each in page] == [], path


@pytest.mark.parametrize("role", ["team-manager", "service-manager"])
def test_the_line_does_not_see_that_a_referral_is_to_be_considered(
    db: None, still: None, role: str
) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro", respond_by="2026-03-05")
    talk = {"with_roles": ["team-manager"], "how": "face to face"}
    cast.does("iro", pk, "record conversation", at=MONDAY, **talk)
    cast.does("iro", pk, "consult", at=MONDAY, whom=["iro-service-manager"])
    cast.does("iro", pk, "issue alert", at=MONDAY, stage="stage-1")
    cast.does("team-manager", pk, "answer", at=MONDAY)
    cast.does("iro", pk, "judge", at=MONDAY, satisfied="no")
    mine = unescape(shown(cast.client("iro").get(f"/disputes/{pk}")).text)
    assert "Consider whether to refer to Cafcass" in mine
    page = unescape(shown(cast.client(role).get(f"/disputes/{pk}")).text)
    assert "whether to refer" not in page


@pytest.fixture
def unresolved(cast: Cast) -> UUID:
    """A dispute that its last stage has not resolved."""
    pk, sro = cast.raises("iro"), "senior-reviewing-officer"
    there = ("team-manager", "service-manager", sro)
    held: dict[str, object] = {
        "chair": "service-director",
        "attended": there,
        "independent": "yes",
    }
    steps: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("iro", "inform", {"whom": (sro,)}),
        ("iro", "issue alert", {"stage": "stage-3", "reason": "A serious concern."}),
        ("service-manager", "answer", {"kind": "explanation"}),
        ("iro", "judge", {"satisfied": "no"}),
        ("iro", "consult", {"whom": (sro,)}),
        ("iro", "escalate", {}),
        ("iro", "give statement", {}),
        ("service-director", "record meeting", held),
        ("service-director", "answer", {}),
        ("iro", "judge", {"satisfied": "no"}),
    )
    for minute, (role, verb, fields) in enumerate(steps, 1):
        cast.does(role, pk, verb, at=MONDAY + timedelta(minutes=minute), **fields)
    return pk


def test_that_a_referral_is_to_be_considered_is_not_told_to_the_line(
    cast: Cast, unresolved: UUID
) -> None:
    owed = "whether to refer to Cafcass"
    assert owed in shown(cast.client("iro").get(f"/disputes/{unresolved}")).text
    for role in LINE:
        assert owed not in shown(cast.client(role).get(f"/disputes/{unresolved}")).text, role


def test_considering_a_referral_with_somebody_leads_to_the_form_that_asks_with_whom(
    cast: Cast, unresolved: UUID
) -> None:
    client = cast.client("iro")
    page = unescape(shown(client.get(f"/disputes/{unresolved}")).text)
    link = re.search(r'href="([^"]*)">Consider with the senior reviewing officer', page)
    assert link
    assert "steps/consider-referral" in link[1]
    form = shown(client.get(link[1])).text
    assert re.search(r'value="senior-reviewing-officer"[^>]*checked', form)
