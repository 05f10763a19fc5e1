"""A form opened from a duty begins with it, asks for what it needs, and says what it does."""

import re
from datetime import timedelta
from uuid import UUID

import pytest

from tests.support.cast import MONDAY, Cast, cast_of
from tests.web.showing import Shown, shown

HOUR = timedelta(hours=1)
HEAD = "head-of-safeguarding-and-reviewing"
ACTIONS = (
    {"what": "Set the dates", "by": "social-worker", "on": "2026-03-06"},
    {"what": "Find the money", "by": "team-manager", "on": "2026-03-06"},
    {"what": "Tell the school", "by": "social-worker", "on": "2026-03-06"},
)


@pytest.fixture
def local(db: None, still: None) -> Cast:
    """An authority whose form is followed by a telephone call or an email."""
    return cast_of("unnamed-004")


@pytest.fixture
def agreed(local: Cast) -> UUID:
    """A dispute with three agreed actions."""
    pk = raised(local)
    local.does("iro", pk, "agree actions", at=MONDAY, actions=ACTIONS)
    return pk


@pytest.fixture
def level_1(local: Cast) -> UUID:
    """A dispute at Level 1."""
    pk = raised(local)
    local.does("iro", pk, "record conversation", at=MONDAY, with_roles=["team-manager"])
    local.does("iro", pk, "end informal", at=MONDAY, reason="No day.")
    local.does("iro", pk, "consult", at=MONDAY, whom=[HEAD], about="going-formal")
    local.does("iro", pk, "issue alert", at=MONDAY)
    return pk


def raised(cast: Cast) -> UUID:
    """A concern raised with both at once."""
    return cast.raises("iro", raised_with=["social-worker", "team-manager"])


def opened(cast: Cast, role: str, path: str) -> Shown:
    """A form as somebody sees it."""
    return shown(cast.client(role).get(path))


def test_the_action_of_the_duty_is_chosen(local: Cast, agreed: UUID) -> None:
    path = f"/disputes/{agreed}/steps/report-action?duty=action:3"
    assert opened(local, "social-worker", path).fields["action"] == ["3"]
    local.does("social-worker", agreed, "report action", at=MONDAY + HOUR, action=1)
    path = f"/disputes/{agreed}/steps/check-action?duty=check-action:1"
    assert opened(local, "iro", path).fields["action"] == ["1"]


def test_nobody_is_offered_the_actions_of_others_to_report(local: Cast, agreed: UUID) -> None:
    page = opened(local, "social-worker", f"/disputes/{agreed}/steps/report-action").text
    assert "Set the dates" in page
    assert "Tell the school" in page
    assert "Find the money" not in page


def test_the_review_of_the_duty_is_the_one_to_reconvene(local: Cast, agreed: UUID) -> None:
    local.does("iro", agreed, "resolve", at=MONDAY + HOUR, reconvene="yes")
    path = f"/disputes/{agreed}/steps/call-review?duty=review"
    assert opened(local, "iro", path).fields["kind"] == ["reconvened"]


def test_how_somebody_is_told_is_needed_where_the_duty_says_how(local: Cast, level_1: UUID) -> None:
    path = f"/disputes/{level_1}/steps/inform"
    form = opened(local, "iro", f"{path}?duty=2:service-manager-told")
    assert "By telephone or by email" in form.text
    assert "Select how they were told" in form.sends(local.client("iro"), how="").text
    assert "By telephone or by email" not in opened(local, "iro", path).text


def test_the_page_to_check_says_what_a_step_settles(local: Cast, level_1: UUID) -> None:
    path = f"/disputes/{level_1}/steps/inform?duty=2:service-manager-told"
    form = opened(local, "iro", path)
    check = form.sends(local.client("iro"), how="telephone").text
    assert re.search(r"What it settles</h2>\s*<ul[^>]*>\s*<li>Tell the service manager", check)
    assert "does not settle" not in check


def test_the_page_to_check_says_when_a_step_leaves_its_duty_owed(
    local: Cast, level_1: UUID
) -> None:
    path = f"/disputes/{level_1}/steps/inform?duty=2:service-manager-told"
    form = opened(local, "iro", path)
    check = form.sends(local.client("iro"), how="letter").text
    assert "it does not settle what you opened it for: tell the service manager" in check


def test_what_is_asked_for_stays_after_an_error(local: Cast, agreed: UUID) -> None:
    path = f"/disputes/{agreed}/steps/check-action?duty=check-action:1"
    local.does("social-worker", agreed, "report action", at=MONDAY + HOUR, action=1)
    wrong = opened(local, "iro", path).sends(local.client("iro"))
    assert wrong.status == 422
    assert "cc-task__what" in wrong.text


def test_a_limit_in_hours_is_said_to_the_hour_before_it_is_sent(local: Cast) -> None:
    form = opened(local, "iro", f"/disputes/{raised(local)}/steps/end-informal")
    check = form.sends(local.client("iro"), reason="No day.").text
    said = re.search(r"Decide within 24 hours[^<]*<strong>([^<]*)</strong>", check)
    assert said is not None
    assert said[1] == "3 March 2026, midday"


def test_who_has_made_no_entry_is_told_so_when_correcting(local: Cast, agreed: UUID) -> None:
    page = opened(local, "team-manager", f"/disputes/{agreed}/steps/correct").text
    assert "You have made no entry in this record yet" in page


def test_a_wrong_date_is_not_called_an_impossible_step(local: Cast, agreed: UUID) -> None:
    form = opened(local, "iro", f"/disputes/{agreed}/steps/extend-informal")
    wrong = form.sends(local.client("iro"), until_0="1", until_1="3", until_2="2026", reason="Ill.")
    assert "It cannot be recorded like this" in wrong.text
    assert "This step is not possible now" not in wrong.text


def test_what_is_weighed_before_a_referral_begins_with_a_capital(
    local: Cast, level_1: UUID
) -> None:
    page = opened(local, "iro", f"/disputes/{level_1}/steps/refer").text
    assert ">The impact of the referral on the child</label>" in page


def test_telling_the_child_leads_to_the_reason_why_not_and_that_is_said_to_settle_it(
    db: None, still: None
) -> None:
    lambeth = cast_of("lambeth")
    pk = lambeth.raises("iro", raised_with=["team-manager"])
    client, duty = lambeth.client("iro"), "0:child-told"
    form = shown(client.get(f"/disputes/{pk}/steps/inform?duty={duty}"))
    why = f"/disputes/{pk}/steps/explain-child?duty=0%3Achild-told"
    assert f'href="{why}"' in form.text
    reason = shown(client.get(why))
    assert reason.fields["untold"] == ["child-told"]
    again = {"look_again_0": "20", "look_again_1": "3", "look_again_2": "2026"}
    check = reason.sends(client, reason="The child is three weeks old.", **again)
    assert check.status == 200
    assert "does not settle" not in check.text
    assert check.sends(client, confirmed="yes").status == 302
    other = shown(client.get(f"/disputes/{pk}/steps/inform"))
    assert "record why" not in other.text


def test_no_limit_is_met_by_withdrawing(local: Cast, level_1: UUID) -> None:
    local.does("iro", level_1, "withdraw", at=MONDAY + HOUR, reason="It is settled.")
    page = opened(local, "iro", f"/disputes/{level_1}").text
    assert "Ended after 0 working days" in page
    assert "Met after" not in page


def test_a_referral_says_where_it_goes(local: Cast, level_1: UUID) -> None:
    assert "Refer to Cafcass" in opened(local, "iro", f"/disputes/{level_1}").text


def test_what_came_before_is_asked_for_in_the_order_of_its_errors(db: None, still: None) -> None:
    cast = cast_of("lambeth")
    client = cast.client("cp-chair")
    form = shown(client.get(f"/children/{cast.child}/raise"))
    concern = {"concern": "Drift.", "outcome_sought": "A plan."}
    day = {"respond_by_0": "5", "respond_by_1": "3", "respond_by_2": "2026"}
    begin = form.sends(client, **concern, **day)
    before = begin.sends(client, begin="stage-2")
    page = before.sends(client).text
    listed = re.findall(r'href="#(id_[a-z_-]+)"', page)
    places = [page.index(f'id="{each}"') for each in listed]
    assert len(places) > 3
    assert places == sorted(places)


def test_a_duty_to_consider_a_referral_leads_to_the_form_that_settles_it(
    db: None, still: None
) -> None:
    cast = cast_of("lambeth")
    pk = cast.raises("iro", respond_by="2026-03-05")
    talk = {"with_roles": ["team-manager"], "how": "face to face"}
    cast.does("iro", pk, "record conversation", at=MONDAY, **talk)
    cast.does("iro", pk, "consult", at=MONDAY, whom=["iro-service-manager"])
    cast.does("iro", pk, "issue alert", at=MONDAY, stage="stage-1")
    cast.does("team-manager", pk, "answer", at=MONDAY)
    cast.does("iro", pk, "judge", at=MONDAY, satisfied="no")
    page = opened(cast, "iro", f"/disputes/{pk}")
    link = re.search(r'href="([^"]*)">Consider whether to refer to the local', page.text)
    assert link is not None
    form = opened(cast, "iro", link[1])
    assert form.fields["to"] == ["lscp"]
    check = form.sends(cast.client("iro"), decision="decline", reasons="Not yet.")
    assert "What it settles" in check.text
    assert "does not settle" not in check.text


def test_a_step_on_the_way_to_how_it_goes_on_is_no_mistake(local: Cast, level_1: UUID) -> None:
    at = MONDAY + HOUR
    for answerer in ("service-manager", "head-of-service", "divisional-director"):
        local.does(answerer, level_1, "answer", at=at, kind="upholds")
        local.does("iro", level_1, "judge", at=at, satisfied="no")
        local.does("iro", level_1, "escalate", at=at)
    local.does("director", level_1, "adjudicate", at=at, upheld="no", reasons="No.")
    local.does("iro", level_1, "judge", at=at, satisfied="no")
    path = f"/disputes/{level_1}/steps/consider-referral?duty=5:next"
    check = opened(local, "iro", path).sends(local.client("iro"), decision="refer", reasons="R")
    assert "What it settles" in check.text
    assert "does not settle" not in check.text


def test_the_kind_of_an_answer_is_needed_where_the_protocol_names_kinds(
    local: Cast, level_1: UUID
) -> None:
    form = opened(local, "service-manager", f"/disputes/{level_1}/steps/answer")
    assert "Which kind of response (optional)" not in form.text
    wrong = form.sends(local.client("service-manager"), text="No.").text
    assert "Select which kind of response" in wrong


def test_whoever_judges_sees_the_kind_of_the_answer(local: Cast, level_1: UUID) -> None:
    local.does("service-manager", level_1, "answer", at=MONDAY + HOUR, kind="upholds")
    page = opened(local, "iro", f"/disputes/{level_1}/steps/judge").text
    assert "Upholds the decision of the service" in page


def test_nobody_is_said_to_get_a_message_of_their_own_step(local: Cast, level_1: UUID) -> None:
    local.does("service-manager", level_1, "answer", at=MONDAY + HOUR, kind="upholds")
    local.does("iro", level_1, "judge", at=MONDAY + HOUR, satisfied="no")
    form = opened(local, "iro", f"/disputes/{level_1}/steps/escalate")
    told = re.search(r"A message[^<]*", form.sends(local.client("iro")).text)
    assert told is not None
    assert "Head of Service, children" in told[0]
    assert "Independent Reviewing Officer" not in told[0]
