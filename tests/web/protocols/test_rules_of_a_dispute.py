"""Whoever has a part in a dispute reads the rules that it runs under, whatever is in force."""

import re
from html import unescape
from uuid import UUID

from tests.support.cast import MONDAY, Cast
from tests.support.versions import in_force, longer


def _page(cast: Cast, role: str, path: str) -> str:
    answer = cast.client(role).get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def test_the_rules_are_those_of_its_own_version(cast: Cast, formal: UUID) -> None:
    in_force(cast, longer(), MONDAY.date())
    own = _page(cast, "social-worker", f"/disputes/{formal}/protocol")
    assert "Within 7 working days" in _page(cast, "social-worker", "/protocol")
    assert "Within 7 working days" not in own
    assert "Another one is in force now" in own
    assert f'href="/disputes/{formal}/protocol"' in _page(cast, "iro", f"/disputes/{formal}")


def test_every_rule_of_the_clauses_leads_to_its_place_among_them(cast: Cast, formal: UUID) -> None:
    in_force(cast, longer(), MONDAY.date())
    rules = f"/disputes/{formal}/protocol"
    clauses = _page(cast, "iro", f"/disputes/{formal}/clauses")
    led = set(re.findall(rf'href="{rules}#([^"]+)"', clauses))
    there = set(re.findall(r' id="([^"]+)"', _page(cast, "iro", rules)))
    assert len(led) > 20
    assert led <= there
    assert 'href="/protocol#' not in clauses
    back = set(re.findall(rf'href="/disputes/{formal}/clauses#([^"]+)"', _page(cast, "iro", rules)))
    assert back
    assert back <= set(re.findall(r' id="([^"]+)"', clauses))


def test_while_its_version_is_in_force_nothing_is_said_of_another(cast: Cast, formal: UUID) -> None:
    assert "Another one is in force" not in _page(cast, "iro", f"/disputes/{formal}/protocol")


def test_without_a_part_there_is_nothing(cast: Cast, formal: UUID) -> None:
    assert cast.client("service-director").get(f"/disputes/{formal}/protocol").status_code == 404
