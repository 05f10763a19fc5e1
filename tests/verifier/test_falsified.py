"""Receipts that were falsified are refused, each at the place where it was done."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from concord.casework.examples.chance import Chance
from concord.core.clock.bank_holidays import Nation
from concord.core.clock.hold import held_days
from concord.core.clock.limit import Unit
from concord.core.clock.london import local_date
from tests.verifier.cases import CHANGES, DAY, HOUR, Case, cases, plain
from tests.verifier.documents import Document, checked, copied, of_cases

EACH = 30
Receipt = dict[str, Any]
# Changes the document and its receipt. Out: the place, or "" where the case does not allow it.
Falsify = Callable[[Chance, Case, Document, Receipt], str]


def _due_date(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    receipt["due_on"] = _moved(receipt["due_on"], dice.choice((-3, -1, 1, 2, 7)))
    return "due_on"


def _due_moment(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    at = datetime.fromisoformat(receipt["due_at"])
    receipt["due_at"] = (at + dice.choice((-1, 1, 24)) * HOUR).isoformat()
    return "due_at"


def _day_dropped(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    if not receipt["days"]:
        return ""
    gone = receipt["days"].pop(dice.randrange(len(receipt["days"])))
    return f"days {gone['date']}"


def _day_added(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    if not receipt["days"]:
        return ""
    on = date.fromisoformat(receipt["days"][-1]["date"]) + DAY
    more = {"date": on.isoformat(), "weekday": f"{on:%A}", "kind": "counted", "reason": ""}
    receipt["days"].append({**more, "number": len(receipt["days"])})
    return f"days {on}"


def _day_renamed(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    if not receipt["days"]:
        return ""
    line = dice.choice(receipt["days"])
    key, value = dice.choice(
        (("reason", "Another reason"), ("kind", "holiday"), ("number", 99), ("weekday", "Someday"))
    )
    line[key] = value
    return f"days {line['date']}"


def _holiday_removed(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    if not receipt["bank_holidays"]:
        return ""
    gone = receipt["bank_holidays"].pop(dice.randrange(len(receipt["bank_holidays"])))
    return f"bank_holidays {gone['date']}"


def _holiday_invented(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    counted = [line["date"] for line in receipt["days"] if line["kind"] == "counted"]
    if not counted or receipt["reading"].find("bank holidays of") < 0:
        return ""
    on = dice.choice(counted)
    named = [*receipt["bank_holidays"], {"date": on, "name": "Invented Day"}]
    receipt["bank_holidays"] = sorted(named, key=lambda each: each["date"])
    return f"bank_holidays {on}"


def _hold_shifted(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    held = [line["date"] for line in receipt["days"] if line["kind"] == "on hold"]
    spans = held_days(case.holds)
    if not held or len(spans) != 1 or len(receipt["holds"]) != 1:
        return ""
    for key in ("from_at", "until_at"):
        at = datetime.fromisoformat(receipt["holds"][0][key])
        receipt["holds"][0][key] = (at + 40 * DAY).isoformat()
    return f"days {held[0]}"


def _anchor_moved(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    at = datetime.fromisoformat(receipt["anchor"]["at"])
    near = [each for each in CHANGES if abs(each - at) <= HOUR]
    if not near or receipt["days"] or receipt["holds"]:
        return ""
    receipt["anchor"]["at"] = (at + (HOUR if at < near[0] else -HOUR)).isoformat()
    return "due_at"


def _act_on_another_day(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    at = datetime.fromisoformat(receipt["anchor"]["at"])
    if not any(abs(each - at) <= 5 * HOUR for each in CHANGES):
        return ""
    on = date.fromisoformat(receipt["anchor"]["on"])
    hours = (at + n * HOUR * way for n in range(30) for way in (1, -1))
    moved = next(each for each in hours if local_date(each) != on)
    receipt["anchor"]["at"] = moved.isoformat()
    return "anchor.on"


def _limit_changed(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    amount, _, unit = receipt["limit"].partition(" ")
    if not receipt["days"] or not amount.isdigit():
        return ""
    receipt["limit"] = f"{int(amount) + 2} {unit.removesuffix('s')}s"
    return "limit"


def _unit_changed(dice: Chance, case: Case, document: Document, receipt: Receipt) -> str:
    if "working" not in receipt["limit"]:
        return ""
    receipt["limit"] = receipt["limit"].replace("working", "calendar")
    return "reading"


def _moved(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


FALSIFICATIONS: tuple[Falsify, ...] = (
    *(_due_date, _due_moment, _day_dropped, _day_added, _day_renamed, _holiday_removed),
    *(_holiday_invented, _hold_shifted, _anchor_moved, _act_on_another_day, _limit_changed),
    _unit_changed,
)


@pytest.mark.parametrize("falsify", FALSIFICATIONS, ids=lambda each: each.__name__.strip("_"))
def test_a_falsified_receipt_is_refused_at_its_place_and_no_other_is(falsify: Falsify) -> None:
    dice, known, refused = Chance(7), plain(Nation.ENGLAND), 0
    for drawn in cases(11, most=20_000):
        case = Case(drawn.at, drawn.limit, drawn.holds, known)
        right = of_cases([case, case, case])
        wrong = copied(right)
        which = dice.randrange(3)
        place = falsify(dice, case, wrong, wrong["receipts"][which])
        if not place:
            continue
        found = checked(wrong).wrong
        assert place in {each.place for each in found}, (case, place, found)
        assert {each.receipt for each in found} == {f"{which + 1}:answer"}
        refused += 1
        if refused == EACH:
            break
    assert refused == EACH
    assert EACH * len(FALSIFICATIONS) >= 200


def _calendar_without(document: Document, on: str) -> None:
    """Leave a bank holiday out everywhere, and give the calendar the name that fits."""
    given = document["calendars"][0]
    given["days"] = [each for each in given["days"] if each["date"] != on]
    content = "\n".join(f"{each['date']} {each['name']}" for each in given["days"])
    head = given["version"].rpartition("-")[0]
    given["version"] = f"{head}-{sha256(content.encode()).hexdigest()[:8]}"
    for receipt in document["receipts"]:
        receipt["calendar_version"] = given["version"]


def test_a_bank_holiday_left_out_of_the_calendar_is_missed_whatever_its_name_says() -> None:
    known, looked_at = plain(Nation.ENGLAND), 0
    case = next(each for each in cases(3, most=100) if each.limit.unit is Unit.HOURS)
    right = of_cases([Case(case.at, case.limit, (), known)])
    for each in right["calendars"][0]["days"]:
        wrong = copied(right)
        _calendar_without(wrong, each["date"])
        assert [w.place for w in checked(wrong).wrong] == [f"calendar {each['date']}"]
        looked_at += 1
    assert looked_at >= 130


def test_a_calendar_that_was_changed_does_not_fit_its_own_version() -> None:
    right = of_cases([Case(c.at, c.limit, (), plain(Nation.ENGLAND)) for c in cases(4, most=1)])
    for name, value in (("name", "Another Day"), ("date", "2012-01-03")):
        wrong = copied(right)
        wrong["calendars"][0]["days"][0][name] = value
        assert "calendar.version" in {each.place for each in checked(wrong).wrong}


def test_a_day_that_was_set_has_to_end_at_its_midnight() -> None:
    dated = {"key": "1:respond", "origin": "set", "set_by": "the day that the raiser set"}
    right = of_cases(cases(5, most=1))
    right["receipts"] = [{**dated, "due_on": "2026-07-01", "due_at": "2026-07-01T23:00:00+00:00"}]
    assert checked(right).wrong == ()
    right["receipts"][0]["due_at"] = "2026-07-02T00:00:00+00:00"
    assert [each.place for each in checked(right).wrong] == ["due_at"]


def test_two_receipts_with_one_key_are_refused() -> None:
    wrong = of_cases(cases(6, most=1))
    wrong["receipts"] *= 2
    assert [each.place for each in checked(wrong).wrong] == ["key"]
