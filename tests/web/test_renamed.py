"""Under a protocol that renames every label, no page says Concord's own."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.test import Client

from concord.core.dispute.decide import ACTS
from concord.core.dispute.own_words import own
from concord.core.protocol.read import whole_text
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.invented import HERE, invented, text_beside

RENAMED = HERE / "protocols" / "renamed.yaml"
MINUTE = timedelta(minutes=1)
NAMES = re.compile(
    r"\b(disputes?|alerts?|stages?|informal resolution|"
    r"(the|an|your|no|this|that|each|any|last|kinds? of) answers?)\b",
    re.IGNORECASE,
)
HIDDEN = re.compile(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL)
# What the service says of itself, under whichever protocol.
OF_THE_SERVICE = ("The people and disputes here are made up", "Check your answers")


@pytest.fixture
def renamed(db: None, still: None) -> Cast:
    text = RENAMED.read_text(encoding="utf-8")
    whole = whole_text(text, file=RENAMED.name, bases=text_beside(RENAMED))
    return cast_of("renamed", text=whole)


def test_no_page_says_a_name_of_concords_own(renamed: Cast) -> None:
    left = {
        found: re.sub("[0-9a-f-]{36}", "...", page)
        for page in pages(*disputes(renamed))
        for role in ("iro", "team-manager")
        for found in names(renamed.client(role), page)
    }
    assert not left, "\n".join(f"{page}: {found}" for found, page in left.items())


def disputes(cast: Cast) -> list[UUID]:
    """One that is talked about, one that waits for its reply, and one that has it."""
    found = [cast.raises("iro", raised_with=["team-manager"], issues=["drift"]) for _ in range(3)]
    for pk in found:
        talk = {"with_roles": ["team-manager"]}
        cast.does("iro", pk, "record conversation", at=MONDAY + 10 * MINUTE, **talk)
    for pk in found[1:]:
        cast.does("iro", pk, "issue alert", at=MONDAY + 20 * MINUTE)
    cast.does("team-manager", found[2], "answer", at=MONDAY + 30 * MINUTE, text="On Monday")
    return found


def pages(*found: UUID) -> Iterator[str]:
    yield from ("/", "/protocol")
    for pk in found:
        yield from (f"/disputes/{pk}", f"/disputes/{pk}/drawing", f"/disputes/{pk}/dates/total")
        for verb in ACTS:
            yield f"/disputes/{pk}/steps/{verb.replace(' ', '-')}"


def names(client: Client, page: str) -> Iterator[str]:
    answer = client.get(page, follow=True)
    assert answer.status_code in (200, 403, 404, 409), (page, answer.status_code)
    said = re.sub(r"<[^>]+>", " ", HIDDEN.sub(" ", answer.content.decode()))
    text = " ".join(unescape(said).split())
    for each in OF_THE_SERVICE:
        text = text.replace(each, "")
    for found in NAMES.finditer(text):
        yield text[max(found.start() - 40, 0) : found.end() + 40]


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("Answer the alert", "Answer the notice"),
        ("The answer came", "The reply came"),
        ("No answer came in time", "No reply came in time"),
        ("An alert and two disputes", "A notice and two challenges"),
        ("An answer and an alert", "A reply and a notice"),
        ("Kinds of answer", "Kinds of reply"),
        ("Who answers, and to answer", "Who answers, and to answer"),
        ("Informal resolution has ended", "Early talks has ended"),
        ("Tier 1 is the last stage", "Tier 1 is the last tier"),
        ("All answers", "All answers"),
        (
            "Each answers in writing, and each answer counts",
            "Each answers in writing, and each reply counts",
        ),
    ],
)
def test_a_sentence_takes_the_names_of_the_council(sentence: str, called: str) -> None:
    assert own(invented(RENAMED), sentence) == called
