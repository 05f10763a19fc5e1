"""Raising a concern goes over several pages, and everything typed goes with it."""

import re
from html import unescape
from typing import Any

from django.test import Client

from tests.support.cast import Cast, cast_of
from tests.web.showing import Shown, shown

CONCERN: dict[str, Any] = {
    "issues": ["drift"],
    "concern": 'The "therapy" has <not> begun & nobody says why.\nSecond line.',
    "outcome_sought": "A first appointment.",
    "raised_with": ["social-worker"],
    "respond_by_0": "4",
    "respond_by_1": "March",
    "respond_by_2": "2026",
    "child_views": "I was told in May.",
}
COURSE: dict[str, Any] = {
    "begin": "stage-1",
    "talk_with": ["social-worker", "team-manager"],
    "talk": "No date can be given.",
}


def test_all_that_was_typed_reaches_the_last_page_and_the_record(cast: Cast) -> None:
    client = cast.client("iro")
    check = _check(client, cast)
    _carries(check, CONCERN | COURSE)
    done = check.sends(client, confirmed="yes")
    page = unescape(shown(client.get(done.headers["Location"])).text)
    for words in ('The "therapy" has <not> begun', "A first appointment.", COURSE["talk"]):
        assert words in page


def test_going_back_keeps_everything(cast: Cast) -> None:
    client = cast.client("iro")
    check = _check(client, cast)
    begin = check.sends(client, change="begin")
    assert "Where does it begin?" in begin.text
    _carries(begin, CONCERN | COURSE)
    before = check.sends(client, change="before")
    assert "Before the formal process begins" in before.text
    _carries(before, CONCERN | COURSE)
    concern = check.sends(client, change="concern")
    assert concern.status == 200
    _carries(concern, CONCERN | COURSE)
    changed = concern.sends(client, outcome_sought="Another outcome.")
    assert "Check your answers" in changed.text
    _carries(changed, CONCERN | COURSE | {"outcome_sought": "Another outcome."})


def test_going_back_keeps_what_is_half_typed(cast: Cast) -> None:
    client = cast.client("iro")
    before = _begin(client, cast).sends(client, begin="stage-1")
    half = {"talk": "Half a", "change": "concern"}
    concern = before.sends(client, **half)
    assert concern.status == 200
    _carries(concern, CONCERN | {"talk": "Half a"})


def test_another_beginning_asks_for_what_it_needs_without_errors_at_first(cast: Cast) -> None:
    client = cast.client("iro")
    begin = _check(client, cast).sends(client, change="begin")
    before = begin.sends(client, begin="stage-3")
    assert "Why it begins at Stage 3" in before.text
    assert "There is a problem" not in before.text
    assert "Enter why it begins at Stage 3" in before.sends(client).text


def test_a_concern_that_the_protocol_refuses_is_told_so_on_its_own_page(cast: Cast) -> None:
    client = cast.client("iro")
    path = f"/children/{cast.child}/raise"
    late = CONCERN | {"respond_by_0": "30", "respond_by_1": "4"}
    refused = shown(client.get(path)).sends(client, path, **late)
    assert refused.status == 422
    assert "30 April 2026 is later than 30 March 2026" in refused.text
    _carries(refused, late)


def test_what_is_missing_is_said_beside_its_field(cast: Cast) -> None:
    client = cast.client("iro")
    path = f"/children/{cast.child}/raise"
    answer = shown(client.get(path)).sends(client, path, **(CONCERN | {"concern": " "}))
    assert answer.status == 422
    assert 'href="#id_concern"' in answer.text
    _carries(answer, {key: text for key, text in CONCERN.items() if key != "concern"})


def test_a_refusal_at_the_start_says_the_clause_and_what_would_allow_it(
    db: None, still: None
) -> None:
    cast = cast_of("lambeth")
    client, typed = cast.client("iro"), CONCERN | {"issues": [], "respond_by_0": "5"}
    begin = shown(client.get(f"/children/{cast.child}/raise")).sends(client, **typed)
    before = begin.sends(client, begin="stage-1")
    said = {name: "They agree." for name in before.fields if name.startswith("before-")}
    talk = {"talk_with": ["social-worker"], "how": "telephone", "talk": "No date."}
    refused = before.sends(client, **talk, **said)
    assert refused.status == 422
    assert "It cannot begin like this" in refused.text
    assert 'href="/protocol/clauses#clause-LAM-' in refused.text
    assert "What would allow it:" in refused.text
    _carries(refused, {key: text for key, text in typed.items() if text})
    assert 'href="/disputes/' not in shown(client.get(f"/children/{cast.child}")).text


def test_only_those_with_whom_a_talk_counts_are_offered_for_the_attempt(cast: Cast) -> None:
    before = _begin(cast.client("iro"), cast).sends(cast.client("iro"), begin="stage-1")
    offered = re.findall(r'name="talk_with"[^>]*value="([^"]+)"', before.text)
    assert offered == ["social-worker", "team-manager"]


def test_who_may_not_raise_is_not_led_to_the_form(cast: Cast) -> None:
    client = cast.client("social-worker")
    page = shown(client.get(f"/children/{cast.child}")).text
    assert "/raise" not in page
    typed = CONCERN | {"begin": "informal", "confirmed": "yes", "key": "k"}
    answer = client.post(f"/children/{cast.child}/raise", typed)
    assert answer.status_code in (403, 404, 422)
    assert 'href="/disputes/' not in shown(client.get(f"/children/{cast.child}")).text


def _begin(client: Client, cast: Cast) -> Shown:
    path = f"/children/{cast.child}/raise"
    begin = shown(client.get(path)).sends(client, path, **CONCERN)
    assert "Where does it begin?" in begin.text
    _carries(begin, CONCERN)
    return begin


def _check(client: Client, cast: Cast) -> Shown:
    before = _begin(client, cast).sends(client, begin=COURSE["begin"])
    assert "Before the formal process begins" in before.text
    check = before.sends(client, **COURSE)
    assert "Check your answers" in check.text
    return check


def _carries(page: Shown, typed: dict[str, Any]) -> None:
    for name, text in typed.items():
        wanted = text if isinstance(text, list) else [text]
        assert [each.replace("\r\n", "\n") for each in page.fields.get(name, [])] == wanted, name


def test_every_date_of_the_timetable_opens_its_receipt(cast: Cast) -> None:
    check = _check(cast.client("iro"), cast).text.split("The whole timetable")[1]
    dates = check.count('<td class="govuk-table__cell cc-timetable__date"><time')
    assert dates == 4
    assert check.count("How this date was worked out") == dates + 1  # and the overall limit
    assert "Working day 20" in check


def test_what_is_asked_twice_is_told_apart_in_the_list_of_errors(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    begin = shown(cast.client("iro").get(f"/children/{cast.child}/raise")).sends(
        cast.client("iro"), **CONCERN | {"issues": [], "respond_by_0": "5"}
    )
    before = begin.sends(cast.client("iro"), begin="stage-2")
    errors = before.sends(cast.client("iro")).text.split("There is a problem")[1].split("</ul>")[0]
    sentences = re.findall(r">([^<>]+)</a>", errors)
    assert len(sentences) == len(set(sentences)) > 3
    talk = {"talk_with": ["social-worker"], "how": "face to face", "talk": "No date."}
    said = {name: "Begin there." for name in before.fields if name.startswith("before-")}
    check = before.sends(cast.client("iro"), **talk, **said).text
    assert ">Consult your service manager about the stage before" in check
    assert "Consult somebody" not in check
    assert ">Face to face</dd>" in check


def test_the_kinds_of_concern_of_a_group_stand_together(db: None, still: None) -> None:
    cast = cast_of("brighton-and-hove")
    page = shown(cast.client("iro").get(f"/children/{cast.child}/raise")).text
    groups = re.findall(r'checkboxes__divider">([^<]+)<', page)
    assert len(groups) == len(set(groups)) > 2


def test_a_stage_that_ends_with_the_total_shows_how_that_was_counted(db: None, still: None) -> None:
    cast = cast_of("southampton")
    begin = shown(cast.client("iro").get(f"/children/{cast.child}/raise")).sends(
        cast.client("iro"), **CONCERN | {"issues": []}
    )
    check = begin.sends(cast.client("iro"), begin="informal").text
    assert check.count('cc-timetable__date"><time') == 3
    assert check.count("How this date was worked out") == 4


def test_a_concern_about_something_else_is_for_those_whom_its_ladder_names(
    db: None, still: None
) -> None:
    cast = cast_of("lambeth")
    page = f"/children/{cast.child}/raise"
    for role, about, found in (
        ("social-worker", "a reviewing officer", 200),
        ("iro", "a reviewing officer", 404),
        ("social-worker", "", 404),
        ("iro", "a partner agency", 200),
        ("iro", "a review", 404),
        ("iro", "the weather", 404),
    ):
        got = cast.client(role).get(page, {"about": about})
        assert got.status_code == found, (role, about)


def test_what_it_is_about_travels_with_the_form_and_cannot_be_changed_on_the_way(
    db: None, still: None
) -> None:
    cast = cast_of("lambeth")
    client, page = cast.client("iro"), f"/children/{cast.child}/raise"
    first = shown(client.get(page, {"about": "a partner agency"}))
    assert first.fields["about"] == ["a partner agency"]
    typed = {"agency": "Example Academy", "concern": "No place.", "outcome_sought": "A place."}
    check = first.sends(client, **typed)
    assert "Example Academy" in check.text
    turned = check.sends(client, confirmed="yes", about="a reviewing officer")
    assert turned.status == 404
