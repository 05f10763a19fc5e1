"""The receipts of a dispute as a file, for each person as far as that person may know of them."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from concord.casework import loading
from concord.casework.queries.receipts import receipts_of
from concord.core.dispute.duties.model import Duty
from concord.records.models import DisputeRow
from tests.support.cast import MONDAY, Cast
from tests.verifier.documents import checked

LATER = MONDAY + timedelta(hours=2)


def _file(cast: Cast, role: str, path: str) -> dict[str, Any]:
    answer = cast.client(role).get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Cache-Control"] == "no-store"
    data: dict[str, Any] = json.loads(answer.content)
    return data


def test_the_file_of_all_dates_is_that_of_the_command_and_the_verifier_accepts_it(
    cast: Cast, formal: UUID
) -> None:
    file = _file(cast, "iro", f"/disputes/{formal}/receipts")
    assert file == receipts_of(formal, at=LATER).as_data()
    told = checked(file)
    assert told.wrong == ()
    assert told.receipts == len(file["receipts"]) > 3


def test_the_page_of_a_date_offers_its_own_receipt_alone(cast: Cast, formal: UUID) -> None:
    path = f"/disputes/{formal}/dates/2:answer"
    page = cast.client("social-worker").get(path).content.decode()
    assert f'href="{path}/receipt" download' in page
    assert f'href="/disputes/{formal}/receipts" download' in page
    file = _file(cast, "social-worker", f"{path}/receipt")
    assert [each["key"] for each in file["receipts"]] == ["2:answer"]
    assert checked(file).wrong == ()


def test_a_date_that_was_changed_in_the_file_is_found(cast: Cast, formal: UUID) -> None:
    file = _file(cast, "iro", f"/disputes/{formal}/dates/2:answer/receipt")
    file["receipts"][0]["due_on"] = "2026-03-10"
    assert len(checked(file).wrong) == 1


def test_a_private_date_is_only_in_the_files_of_those_who_may_know_of_it(
    cast: Cast, formal: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def private(duty: Duty) -> bool:
        return duty.key == "2:answer"

    monkeypatch.setattr(loading, "is_private_duty", private)
    path = f"/disputes/{formal}"
    for role, knows in (("iro", True), ("social-worker", True), ("team-manager", False)):
        keys = [each["key"] for each in _file(cast, role, f"{path}/receipts")["receipts"]]
        assert ("2:answer" in keys) is knows, role
        answer = cast.client(role).get(f"{path}/dates/2:answer/receipt")
        assert answer.status_code == (200 if knows else 404), role


def test_for_whoever_has_no_part_and_for_a_date_that_is_not_there_is_no_file(
    cast: Cast, formal: UUID
) -> None:
    for path in ("receipts", "dates/2:answer/receipt"):
        assert cast.client("service-director").get(f"/disputes/{formal}/{path}").status_code == 404
    assert cast.client("iro").get(f"/disputes/{formal}/dates/9:none/receipt").status_code == 404


def test_nothing_about_a_child_or_a_person_is_in_the_file(cast: Cast, formal: UUID) -> None:
    answer = cast.client("iro").get(f"/disputes/{formal}/receipts")
    text = answer.content.decode() + answer["Content-Disposition"]
    names = {each.name for each in cast.people.values()} | {"Example Child", "Drift."}
    assert [each for each in names if each in text] == []
    assert DisputeRow.objects.get().child.reference not in text
