"""Adding a late bank holiday on the page: seen before it is done, once, and with what was typed."""

from datetime import date, timedelta
from html import unescape
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from concord.core.dispute.events import BankHolidayAdded
from concord.records import bank_holidays, log
from concord.records.models import LateBankHoliday
from tests.support.cast import MONDAY, WORD, Cast, cast_of
from tests.support.emptying import triggers_off
from tests.support.invariants import stored
from tests.support.versions import KEEPER, SECOND
from tests.web.showing import Shown, shown

LIST, ADD = "/protocol/bank-holidays", "/protocol/bank-holidays/add"
FRIDAY = {"day_0": "6", "day_1": "3", "day_2": "2026"}
TYPED = {**FRIDAY, "name": "Example Day", "reason": "Announced\non 2 March."}


def _checks(client: Client, **changed: str) -> Shown:
    return shown(client.get(ADD)).sends(client, **{**TYPED, **changed})


def test_the_dates_that_move_are_shown_and_nothing_is_stored(cast: Cast, formal: UUID) -> None:
    client = cast.client(KEEPER)
    before = stored()
    page = _checks(client)
    assert page.status == 200
    words = unescape(page.text)
    for each in ("Example Child", "9 March 2026", "10 March 2026", "Add the bank holiday"):
        assert each in words
    assert f"/disputes/{formal}/dates/2:answer" in words
    assert stored() == before


def test_confirmed_it_counts_stands_on_the_record_and_in_the_list(cast: Cast, formal: UUID) -> None:
    client = cast.client(KEEPER)
    done = _checks(client).sends(client, confirmed="yes")
    assert (done.status, done.headers["Location"]) == (302, LIST)
    event = log.entries_of(formal)[-1].event
    assert event == BankHolidayAdded(date(2026, 3, 6), "Example Day", "Announced\non 2 March.")
    page = unescape(client.get(LIST).content.decode())
    for each in ("Friday 6 March 2026", "Example Day", cast.people[KEEPER].name, "in 1 dispute"):
        assert each in page
    assert "10 March 2026" in client.get(f"/disputes/{formal}/dates/2:answer").content.decode()


def test_pressing_twice_adds_it_once(cast: Cast, formal: UUID) -> None:
    client = cast.client(KEEPER)
    check = _checks(client)
    first, second = (check.sends(client, confirmed="yes") for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"] == LIST
    assert "You have already added this" in client.get(LIST).content.decode()
    assert LateBankHoliday.objects.count() == 1
    kinds = [type(each.event) for each in log.entries_of(formal)]
    assert kinds.count(BankHolidayAdded) == 1


def test_what_has_changed_since_it_was_shown_is_shown_first(cast: Cast, formal: UUID) -> None:
    client = cast.client(KEEPER)
    check = _checks(client)
    cast.does("iro", formal, "withdraw", at=MONDAY + timedelta(hours=1), reason="Put right.")
    stale = check.sends(client, confirmed="yes")
    assert stale.status == 409
    assert "This changed after you opened the page" in stale.text
    assert "0 dates in 0 open disputes move" in stale.text
    assert LateBankHoliday.objects.count() == 0
    assert stale.sends(client, confirmed="yes").status == 302
    assert LateBankHoliday.objects.count() == 1


def test_a_dispute_in_which_one_has_no_part_is_counted_and_not_named(still: None, db: None) -> None:
    cast = cast_of("brighton-and-hove")
    pk = cast.raises("iro")
    alert = MONDAY + timedelta(hours=1)
    cast.does("iro", pk, "record conversation", at=alert, with_roles=["social-worker"])
    cast.does("iro", pk, "write case note", at=alert, text="It was talked over.")
    going = {"whom": ["iro-manager"], "about": "going-formal"}
    cast.does("iro", pk, "consult", at=alert, **going)
    cast.does("iro", pk, "issue alert", at=alert, stage="level-1")
    client = cast.client("head-of-safeguarding")
    assert client.get(f"/disputes/{pk}").status_code == 404
    words = unescape(_checks(client).text)
    assert " in 1 open dispute move" in words
    assert "They are of 1 open dispute in which you have no part" in words
    assert "Example Child" not in words
    assert str(pk) not in words


WRONG = {
    "no day": ({"day_0": "", "day_1": "", "day_2": ""}, "Enter the day"),
    "no real day": ({"day_0": "31", "day_1": "2"}, "The day must be a real date"),
    "a Saturday": ({"day_0": "7"}, "is a Saturday, which is never a working day"),
    "too far away": ({"day_2": "2040"}, "is outside the years whose bank holidays are known"),
    "one already": ({"day_0": "3", "day_1": "4"}, "is a bank holiday already: Good Friday"),
    "no name": ({"name": " "}, "Enter the name of the bank holiday"),
    "too long a name": ({"name": "x" * 201}, "has more than 200 characters"),
    "no reason": ({"reason": ""}, "Enter why the bank holiday is added"),
}


@pytest.mark.parametrize(("changed", "said"), WRONG.values(), ids=WRONG.keys())
@pytest.mark.parametrize("press", [{}, {"confirmed": "yes"}], ids=["seen first", "sent at once"])
def test_what_cannot_be_added_is_said_beside_its_field_and_stays_typed(
    cast: Cast, changed: dict[str, str], said: str, press: dict[str, str]
) -> None:
    wrong = _checks(cast.client(KEEPER), **changed, **press)
    assert wrong.status == 422
    words = unescape(wrong.text)
    assert said in words
    assert 'class="govuk-error-message"' in words
    typed = {**TYPED, **changed}
    shown_again = {name: wrong.fields[name][0].replace("\r", "") for name in typed}
    assert shown_again == typed
    assert LateBankHoliday.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_dispute_that_cannot_be_read_stops_it_and_is_named_by_its_number(
    cast: Cast, formal: UUID
) -> None:
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute("UPDATE event SET kind = 'nobody.knows' WHERE seq = 1")
    client = cast.client(KEEPER)
    before = stored()
    for press in ({}, {"confirmed": "yes"}):
        words = unescape(_checks(client, **press).text)
        assert "The dates of the open dispute with number 1 cannot be worked out" in words
        assert str(formal) not in words
    assert stored() == before


def test_change_leads_back_to_what_was_typed(cast: Cast) -> None:
    client = cast.client(KEEPER)
    back = _checks(client).sends(client, change="yes")
    assert back.status == 200
    assert back.fields["name"] == ["Example Day"]
    assert "govuk-error-message" not in back.text


def test_a_check_of_a_lost_session_comes_back_as_a_check(cast: Cast, formal: UUID) -> None:
    check = _checks(cast.client(KEEPER))
    client = Client()
    lost = check.sends(client, confirmed="yes")
    assert lost.status == 403
    signed_in = lost.sends(client, "/sign-in", username=cast.username(KEEPER), password=WORD)
    back = signed_in.sends(client)
    assert "Add the bank holiday" in back.text
    assert LateBankHoliday.objects.count() == 0
    assert back.sends(client, confirmed="yes").status == 302


@pytest.mark.parametrize("role", ["iro", "social-worker", "team-manager"])
def test_for_others_there_is_nothing_here(cast: Cast, role: str) -> None:
    client = cast.client(role)
    for path in (LIST, ADD):
        assert client.get(path).status_code == 404
        assert client.post(path, {**TYPED, "confirmed": "yes"}).status_code == 404
    assert "announced late" not in client.get("/protocol").content.decode()
    assert LateBankHoliday.objects.count() == 0


def test_the_second_person_looks_and_does_not_add(cast: Cast) -> None:
    client = cast.client(SECOND)
    page = client.get(LIST).content.decode()
    assert "Published, still to come" in page
    assert ADD not in page
    assert client.get(ADD).status_code == 404
    assert client.post(ADD, {**TYPED, "confirmed": "yes"}).status_code == 404


def test_another_authority_keeps_its_own_days(cast: Cast) -> None:
    other = cast_of("bristol", letter="b")
    client = cast.client(KEEPER)
    _checks(client).sends(client, confirmed="yes")
    assert "Example Day" not in other.client(KEEPER).get(LIST).content.decode()
    assert not bank_holidays.added(other.authority, nation="england")
