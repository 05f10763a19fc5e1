"""The document clause by clause: its structure, what becomes of each clause, and the ways there."""

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from concord.core.protocol.accounts import Kind, accounts
from concord.core.protocol.read import read_protocol
from concord.core.protocol.section import in_order
from concord.core.protocol.shipped import shipped, shipped_ids
from concord.records import setting_up
from concord.records.models import StoredProtocol
from concord.records.setting_up import ProtocolFile
from concord.web.protocols.clauses import ClauseShown, document_shown
from concord.web.protocols.saying import saying
from tests.support.accessibility import accessibility_findings
from tests.support.cast import MONDAY, WORD, Cast, cast_of
from tests.support.chromium import PHONE
from tests.support.tree import ROOT
from tests.web.showing import shown

BEFORE = ROOT / "tests" / "golden" / "southampton-without-sections.yaml"
BEFORE_HASH = "fd264deeb2273e262b0d0aeb017b039f78dd1db102dce156b18e395f78735fa8"
SOUTHAMPTON = "southampton"
IN_VIEW = "each => { const box = each.getBoundingClientRect(); return box.top < innerHeight }"


def text_of(cast: Cast, role: str, path: str) -> str:
    answer = cast.client(role).get(path)
    assert answer.status_code in (200, 422), path
    return unescape(answer.content.decode())


def anchors(page: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', page)


def clauses_shown(name: str) -> list[ClauseShown]:
    protocol = shipped(name)
    document = document_shown(protocol, saying(protocol))
    return [clause for part in document.parts for clause in part.clauses]


@pytest.mark.django_db
@pytest.mark.parametrize("name", shipped_ids())
def test_every_clause_stands_on_the_page_in_the_order_of_the_document(name: str) -> None:
    cast, protocol = cast_of(name), shipped(name)
    page = text_of(cast, "iro", "/protocol/clauses")
    found = anchors(page)
    assert len(found) == len(set(found))
    placed = dict.fromkeys(each for part in in_order(protocol.sections) for each in part.clauses)
    assert [each for each in found if each.startswith("clause-")] == [f"clause-{c}" for c in placed]
    assert set(placed) == set(protocol.clauses)
    for part in in_order(protocol.sections):
        assert f"{part.heading}</h" in page
    for clause in protocol.clauses.values():
        assert clause.says in page


@pytest.mark.parametrize("name", shipped_ids())
def test_beside_each_clause_stands_what_becomes_of_it(name: str) -> None:
    found = accounts(shipped(name))
    for each in clauses_shown(name):
        assert each.kind is found[each.id].kind is not Kind.UNACCOUNTED
        told = {
            Kind.RULE: bool(each.rules),
            Kind.DUTY: bool(each.duty_of and each.shown_by),
            Kind.NOT_MODELLED: bool(each.not_modelled),
        }
        assert [kind for kind, holds in told.items() if holds] == [each.kind], each.id


@pytest.mark.django_db
@pytest.mark.parametrize("name", shipped_ids())
def test_each_rule_leads_to_its_place_on_the_protocols_page_and_each_clause_back(name: str) -> None:
    cast = cast_of(name)
    clauses, protocol = (text_of(cast, "iro", path) for path in ("/protocol/clauses", "/protocol"))
    rules = set(re.findall(r'href="/protocol#([^"]+)"', clauses))
    assert len(rules) > 10
    assert rules - set(anchors(protocol)) == set()
    back = set(re.findall(r'href="/protocol/clauses#([^"]+)"', protocol))
    assert len(back) >= 10
    assert back - set(anchors(clauses)) == set()
    inside = set(re.findall(r'href="#([^"]+)"', clauses))
    assert inside - set(anchors(clauses)) == set()


@pytest.mark.django_db
def test_what_says_the_same_in_several_stages_is_said_once_with_a_way_to_each() -> None:
    (judged,) = [each for each in clauses_shown("bristol") if each.id == "BRI-S1-DECIDE"][:1]
    places = {rule.name: [title for _anchor, title in rule.places] for rule in judged.rules}
    assert places["Judging the response"] == ["Stage 1", "Stage 2", "Stage 3", "Stage 4"]


def test_a_rule_that_has_no_row_on_the_protocols_page_is_named_by_its_key() -> None:
    protocol = shipped("bristol")
    document = document_shown(protocol, replace(saying(protocol), stages=()))
    shown_now = {each.id: each for part in document.parts for each in part.clauses if each.anchor}
    assert [each.name for each in shown_now["BRI-S4-AFTER-3"].rules] == [
        "stages 4 > only after clause"
    ]


def leading(cast: Cast, role: str, path: str, document: str) -> set[str]:
    """The clauses that a page leads to in one step, each of which the document's page has."""
    found = set(re.findall(rf'href="{document}#([^"]+)"', text_of(cast, role, path)))
    assert found - set(anchors(text_of(cast, role, document))) == set()
    return found


def test_every_page_of_a_dispute_leads_to_the_clause_in_one_step(cast: Cast, formal: UUID) -> None:
    document = f"/disputes/{formal}/clauses"
    steps = f"/disputes/{formal}/steps"
    page = text_of(cast, "iro", f"/disputes/{formal}")
    on_dispute = leading(cast, "iro", f"/disputes/{formal}", document)
    # The clocks, what is owed, and the steps that are refused now.
    expected = {"clause-BRI-TOTAL-20", "clause-BRI-S1-5WD", "clause-BRI-CHILD-RIGHTS"}
    assert expected <= on_dispute
    assert leading(cast, "iro", f"{steps}/escalate", document)
    clocks = page.split('class="cc-clocks"')[1].split("What must happen next")[0]
    assert set(re.findall(rf'href="{document}#clause-([^"]+)"', clocks)) == {
        "BRI-TOTAL-20",
        "BRI-S1-5WD",
    }
    dates = re.findall(rf'href="(/disputes/{formal}/dates/[^"]+)"', page)
    assert len(set(dates)) > 1
    led = [leading(cast, "iro", each, document) for each in set(dates)]
    assert {"clause-BRI-TOTAL-20"} in led
    assert {"clause-BRI-S1-5WD"} in led
    assert set() not in led
    assert "clause-BRI-CHILD-RIGHTS" in leading(cast, "iro", "/", document)
    assert "clause-BRI-S1-5WD" in leading(cast, "social-worker", "/", document)
    assert "clause-BRI-CHILD-RIGHTS" in leading(cast, "iro", f"/children/{cast.child}", document)


def test_a_refusal_on_the_dispute_page_and_on_its_step_leads_to_its_clause(
    cast: Cast, formal: UUID
) -> None:
    late = MONDAY + timedelta(hours=1)
    cast.does("social-worker", formal, "answer", at=late, text="No.")
    cast.does("iro", formal, "judge", at=late + timedelta(minutes=1), satisfied="no")
    document = f"/disputes/{formal}/clauses"
    refusing = text_of(cast, "iro", f"/disputes/{formal}/steps/escalate")
    (box,) = re.findall(r'(?s)<div class="cc-refusal".*?</div>', refusing)
    assert f'href="{document}#clause-BRI-SRO-INFORM"' in box
    page = text_of(cast, "iro", f"/disputes/{formal}")
    refused = page.split("you cannot take now, and why")[1].split("</details>")[0]
    each = re.findall(r'(?s)<div class="cc-refused__item">.*?</div>', refused)
    without = [one for one in each if f'href="{document}#clause-' not in one]
    named = [one for one in each if "cc-clause" in one]
    assert len(named) > 1
    assert [one for one in named if one in without] == []


def test_a_missed_duty_in_the_record_leads_to_its_clause(
    cast: Cast, formal: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concord.web.clock.now", lambda: MONDAY + timedelta(days=14))
    page = text_of(cast, "iro", f"/disputes/{formal}").split("What happened")[1]
    assert f'href="/disputes/{formal}/clauses#clause-BRI-S1-5WD"' in page


def test_each_date_of_the_preview_leads_to_its_clause(cast: Cast) -> None:
    client = cast.client("iro")
    typed: dict[str, Any] = {"issues": ["drift"], "concern": "No.", "outcome_sought": "A date."}
    typed |= {"raised_with": ["social-worker"]}
    typed |= {"respond_by_0": "4", "respond_by_1": "March", "respond_by_2": "2026"}
    begin = shown(client.get(f"/children/{cast.child}/raise")).sends(client, **typed)
    before = begin.sends(client, begin="stage-1")
    talk = {"talk_with": ["social-worker"], "talk": "No date can be given."}
    check = unescape(before.sends(client, **talk).text)
    timetable = check.split("The whole timetable")[1]
    rules = re.findall(r'href="/protocol/clauses#clause-([^"]+)"', timetable)
    assert rules == ["BRI-S1-5WD", "BRI-S2", "BRI-S3", "BRI-S4", "BRI-TOTAL-20"]


def begun_under_the_older_version() -> tuple[Cast, UUID]:
    """A dispute that began before the file laid out its document, with a newer one in force now."""
    cast = cast_of(SOUTHAMPTON)
    text = BEFORE.read_text(encoding="utf-8")
    older = ProtocolFile(BEFORE_HASH, SOUTHAMPTON, text)
    setting_up.store_protocol(cast.authority, older, at=MONDAY)
    pk = cast.raises("iro")
    stored = StoredProtocol.objects.filter(authority_id=cast.authority)
    stored.filter(hash=BEFORE_HASH).update(in_force=False)
    stored.exclude(hash=BEFORE_HASH).update(in_force=True)
    return cast, pk


def test_a_dispute_runs_on_under_the_version_it_began_under_and_shows_its_clauses(
    db: None, still: None
) -> None:
    cast, pk = begun_under_the_older_version()
    minute = timedelta(minutes=1)
    talk = {"with_roles": ["social-worker"]}
    cast.does("iro", pk, "record conversation", at=MONDAY + 10 * minute, **talk)
    cast.does("iro", pk, "issue alert", at=MONDAY + 20 * minute, stage="team-manager-stage")
    document = f"/disputes/{pk}/clauses"
    assert leading(cast, "iro", f"/disputes/{pk}", document)
    page = text_of(cast, "iro", document)
    assert "Another one is in force now" in page
    assert "does not lay out the sections of its document" in page
    assert 'href="/protocol#' not in page  # that page shows the version in force
    old = read_protocol(BEFORE.read_text(encoding="utf-8"), file="old.yaml")
    assert {each[7:] for each in anchors(page) if each.startswith("clause-")} == set(old.clauses)
    assert "Another one" not in text_of(cast, "iro", "/protocol/clauses")


def test_whoever_has_no_part_in_a_dispute_does_not_see_which_clauses_it_runs_under(
    db: None, still: None
) -> None:
    cast, other = cast_of("bristol"), cast_of("bristol", letter="b")
    pk = cast.raises("iro")
    assert other.client("iro").get(f"/disputes/{pk}/clauses").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("name", shipped_ids())
@pytest.mark.parametrize("wide", [True, False], ids=["desktop", "phone"])
def test_in_a_browser_one_click_leads_from_a_rule_to_its_clause_and_back(
    page: Page, live_server: LiveServer, name: str, wide: bool
) -> None:
    cast = cast_of(name)
    if not wide:
        page.set_viewport_size(PHONE)
    page.goto("/sign-in")
    page.get_by_label("User name").fill(cast.username("iro"))
    page.get_by_label("Password", exact=True).fill(WORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/protocol/clauses")
    assert accessibility_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    asks, becomes = (
        page.locator(f".cc-account__{side}").first.bounding_box() for side in ("asks", "becomes")
    )
    assert asks
    assert becomes
    assert (becomes["x"] > asks["x"] + asks["width"]) is wide
    assert (becomes["y"] >= asks["y"] + asks["height"]) is not wide
    rule = page.locator(".cc-account__rules a").last
    leads = str(rule.get_attribute("href"))
    rule.click()
    expect(page).to_have_url(re.compile(re.escape(leads) + "$"))
    place = page.locator(f'[id="{leads.partition("#")[2]}"]')
    assert place.evaluate(IN_VIEW)
    page.goto("/protocol")
    clause = page.locator('#clauses ~ dl a[href^="/protocol/clauses#"]').last
    leads = str(clause.get_attribute("href"))
    clause.click()
    expect(page).to_have_url(re.compile(re.escape(leads) + "$"))
    assert page.locator(f'[id="{leads.partition("#")[2]}"]').evaluate(IN_VIEW)
