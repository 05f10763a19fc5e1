"""What nobody can mean is said beside its field; nothing is stored and nothing typed is lost."""

from html import unescape
from typing import Any
from uuid import UUID

import pytest

from concord.casework.queries.dispute import dispute_view
from tests.support.cast import MONDAY, Cast
from tests.web.showing import Shown, shown

CONCERN: dict[str, Any] = {
    "concern": "Drift in Mia's plan.",
    "outcome_sought": "A plan.",
    "raised_with": ["social-worker"],
    "respond_by_0": "4",
    "respond_by_1": "3",
    "respond_by_2": "2026",
}
BAD_TEXTS = {
    "a control character": ("Drift\x07 here", "cannot be stored (U+0007)"),
    "an unassigned character": ("Drift\U000e0fff here", "cannot be stored"),
    "over-long": ("x" * 20_001, "20,001 characters"),
}
BAD_DAYS = {
    "31 February": (("31", "2", "2026"), "must be a real date"),
    "year 0": (("1", "1", "0000"), "must be a real date"),
    "two digits": (("1", "1", "26"), "the year must have 4 numbers"),
    "no month": (("1", "", "2026"), "must include a month"),
    "words": (("first", "of", "2026"), "must be a real date"),
    "year 9999": (("31", "12", "9999"), "too far away"),
    "huge": (("9" * 400, "1", "2026"), "must be a real date"),
    "Arabic digits": (("٣", "١", "2026"), "must be a real date"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_step_with_an_impossible_text(cast: Cast, formal: UUID, name: str) -> None:
    text, said = BAD_TEXTS[name]
    before = _version(cast, formal)
    answer = _sends(cast, "social-worker", f"/disputes/{formal}/steps/answer", text=text)
    _says(answer, said, "text")
    assert answer.fields["text"] == [text]
    assert _version(cast, formal) == before


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_concern_with_an_impossible_text(cast: Cast, name: str) -> None:
    text, said = BAD_TEXTS[name]
    answer = _raises(cast, concern=text)
    _says(answer, said, "concern")
    assert answer.fields["concern"] == [text]
    assert answer.fields["outcome_sought"] == ["A plan."]


def test_all_that_cannot_be_is_said_at_once(cast: Cast) -> None:
    (concern, too_long), (outcome, bell) = BAD_TEXTS["over-long"], BAD_TEXTS["a control character"]
    day = dict(zip(("respond_by_0", "respond_by_1"), ("31", "2"), strict=True))
    answer = _raises(cast, concern=concern, outcome_sought=outcome, **day)
    for said, field in (
        (too_long, "concern"),
        (bell, "outcome_sought"),
        ("must be a real date", "respond_by_0"),
    ):
        _says(answer, said, field)


@pytest.mark.parametrize("name", BAD_DAYS)
def test_an_impossible_day(cast: Cast, name: str) -> None:
    parts, said = BAD_DAYS[name]
    days = {f"respond_by_{n}": part for n, part in enumerate(parts)}
    answer = _raises(cast, **days)
    _says(answer, said, "respond_by_0")
    assert [answer.fields[f"respond_by_{n}"][0] for n in range(3)] == list(parts)
    assert answer.fields["concern"] == [CONCERN["concern"]]


def test_unknown_choices(cast: Cast, formal: UUID) -> None:
    _says(_raises(cast, raised_with=["nobody"]), "nobody", "raised_with")
    _says(_raises(cast, issues=["no-such-issue"]), "no-such-issue", "issues")
    path = f"/disputes/{formal}/steps/note-court-proceedings"
    answer = _sends(cast, "iro", path, current="perhaps")
    assert answer.status == 422
    assert "There is a problem" in answer.text


@pytest.mark.parametrize("begin", ["stage-9", "\0", "", "x" * 9_000])
def test_an_unknown_beginning(cast: Cast, begin: str) -> None:
    answer = _raises(cast, begin=begin)
    assert answer.status == 422
    assert answer.fields["concern"] == [CONCERN["concern"]]


def test_impossible_words_on_the_second_page_keep_the_page(cast: Cast) -> None:
    said = "Said\x07 so."
    course = {"begin": "stage-1", "talk_with": ["social-worker"], "talk": said, "confirmed": "yes"}
    answer = _raises(cast, **course, seen="before stage-1")
    assert answer.status == 422
    assert "cannot be stored (U+0007)" in unescape(answer.text)
    assert answer.fields["talk"] == [said]
    assert answer.fields["concern"] == [CONCERN["concern"]]


def test_actions_with_impossible_days(cast: Cast, formal: UUID) -> None:
    path = f"/disputes/{formal}/steps/agree-actions"
    row = {"actions-0-what": "Write the plan", "actions-0-by": "social-worker"}
    for year, month, said in (("2026", "2", "real date"), ("9999", "12", "too far away")):
        days = {"actions-0-day": "31", "actions-0-month": month, "actions-0-year": year}
        answer = _sends(cast, "iro", path, **row, **days)
        assert answer.status == 422
        assert said in unescape(answer.text)
        assert answer.fields["actions-0-what"] == ["Write the plan"]
        assert answer.fields["actions-0-year"] == [year]


@pytest.mark.parametrize("number", ["9" * 30, "9" * 6000, "-1", "0", "\0", "²"])
def test_numbers_of_entries_that_are_none(cast: Cast, formal: UUID, number: str) -> None:
    path = f"/disputes/{formal}/steps/correct"
    answer = _sends(cast, "iro", path, entry=number, text="It was Tuesday.")
    assert answer.status == 422
    assert "It was Tuesday." in unescape(answer.text)


def test_bytes_that_are_no_text(cast: Cast, formal: UUID) -> None:
    client = cast.client("social-worker")
    body = b"text=%ff%fe%ed%a0%80&key=k&expected=%ff"
    kind = "application/x-www-form-urlencoded"
    answer = client.post(f"/disputes/{formal}/steps/answer", body, content_type=kind)
    assert answer.status_code in (200, 422)


def test_a_search_for_anything_finds_something_or_nothing(cast: Cast) -> None:
    client = cast.client("iro")
    for words in ("\0", "%", "_", "'", "\\", "x" * 10_000, "🙂", "Example\x07"):
        assert client.post("/children", {"words": words}, follow=True).status_code == 200, words[:9]


def _sends(cast: Cast, role: str, path: str, **typed: Any) -> Shown:
    client = cast.client(role)
    return shown(client.get(path)).sends(client, path, **typed)


def _raises(cast: Cast, **typed: Any) -> Shown:
    client = cast.client("iro")
    page = f"/children/{cast.child}"
    before = shown(client.get(page)).text.count('href="/disputes/')
    answer = _sends(cast, "iro", f"{page}/raise", **(CONCERN | typed))
    assert shown(client.get(page)).text.count('href="/disputes/') == before
    return answer


def _says(answer: Shown, said: str, where: str) -> None:
    assert answer.status == 422
    assert "There is a problem" in answer.text
    assert said in unescape(answer.text)
    assert f'href="#id_{where}"' in answer.text
    assert answer.title.startswith("Error: ")


def _version(cast: Cast, formal: UUID) -> int:
    return dispute_view(cast.people["iro"], formal, at=MONDAY).row.version
