"""Around the ladder of this protocol: the child, referrals, advice, the catalogue, the readings."""

import pytest

from concord.core.dispute.duties.model import DutyState
from concord.core.protocol.ladders import on_each_ladder
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus, NotStated
from tests.core.protocols.lambeth_scenes import CARE, MANAGER, PLAN, STAGES, at, talked
from tests.core.protocols.stage import Play

SENIOR, DCS = "assistant-director-qa", "executive-director"
ANYWHERE = ["informal", "stage-1", "stage-3", "stage-5"]


def somewhere(rung: str, chair: str = "iro", child: ChildStatus = CARE) -> Play:
    """A dispute that stands on a rung, the informal one included."""
    return at(rung, chair, child) if rung in STAGES else talked(chair, child)


def weighed() -> list[dict[str, str]]:
    """Both halves of the test for a referral, written down."""
    rule = next(each for each in shipped("lambeth").referrals if each.to == "cafcass")
    return [{"what": what, "text": "What was found."} for what in rule.test]


@pytest.mark.clauses("LAM-CAFCASS-ANY")
@pytest.mark.parametrize("rung", ANYWHERE)
def test_the_iro_refers_to_cafcass_at_any_point_and_beside_the_ladder(rung: str) -> None:
    on = somewhere(rung).consult("iro", SENIOR, about="cafcass")
    refused = on.refused("iro", "refer", to="cafcass", weighed=weighed())
    assert (refused.id, refused.clause) == ("inform-first", "LAM-CAFCASS-ANY")
    on.inform("iro", DCS, about="cafcass")
    on.does("iro", "refer", to="cafcass", how="telephone", weighed=weighed())
    assert on.rung == rung
    if rung in STAGES:
        assert on.state(f"{STAGES.index(rung) + 2}:answer") is DutyState.OPEN


@pytest.mark.clauses("LAM-CAFCASS-ANY")
def test_cafcass_is_for_children_in_care_and_the_referral_is_the_iros() -> None:
    at_home = at("stage-1", "cp-chair", PLAN).refused("cp-chair", "refer", to="cafcass")
    assert (at_home.id, at_home.clause) == ("not-for-this-child", "LAM-CAFCASS-ANY")
    in_care = at("stage-1", "cp-chair", CARE)
    assert in_care.refused("cp-chair", "refer", to="cafcass").id == "not-your-part"


@pytest.mark.clauses("LAM-CAFCASS-TEST")
@pytest.mark.parametrize("missing", [0, 1])
def test_a_referral_to_cafcass_writes_down_both_halves_of_its_test(missing: int) -> None:
    on = at("stage-2").consult("iro", SENIOR, about="cafcass").inform("iro", DCS, about="cafcass")
    half = [each for number, each in enumerate(weighed()) if number != missing]
    refused = on.refused("iro", "refer", to="cafcass", weighed=half)
    assert (refused.id, refused.clause) == ("not-weighed", "LAM-CAFCASS-TEST")
    subject = ["significant respect", "senior enough"][missing]
    assert subject in refused.sentence
    on.does("iro", "refer", to="cafcass", weighed=weighed())


@pytest.mark.clauses("LAM-CAFCASS-LSCP")
@pytest.mark.parametrize("rung", ANYWHERE)
@pytest.mark.parametrize(("chair", "child"), [("iro", CARE), ("cp-chair", PLAN)])
def test_the_partnership_is_told_after_senior_management_and_the_dcs(
    rung: str, chair: str, child: ChildStatus
) -> None:
    on = somewhere(rung, chair, child)
    first = on.refused(chair, "refer", to="lscp")
    on.consult(chair, SENIOR, about="lscp")
    second = on.refused(chair, "refer", to="lscp")
    assert (first.id, second.id) == ("consult-first", "inform-first")
    assert (first.clause, second.clause) == ("LAM-CAFCASS-LSCP", "LAM-CAFCASS-LSCP")
    on.inform(chair, DCS, about="lscp").does(chair, "refer", to="lscp")


@pytest.mark.clauses("LAM-CAFCASS-LSCP")
def test_senior_management_is_consulted_before_cafcass() -> None:
    on = at("stage-1").inform("iro", DCS, about="cafcass").consult("iro", MANAGER, about="cafcass")
    refused = on.refused("iro", "refer", to="cafcass", weighed=weighed())
    assert (refused.id, refused.clause) == ("consult-first", "LAM-CAFCASS-LSCP")


@pytest.mark.clauses("LAM-CAFCASS-LSCP")
@pytest.mark.parametrize("stage", STAGES)
def test_cafcass_and_the_partnership_are_considered_at_every_stage_that_resolves_nothing(
    stage: str,
) -> None:
    on, number = at(stage).at("2026-03-07 09:00"), STAGES.index(stage) + 2
    for body in ("cafcass", "lscp"):
        key = f"{number}:{body}-considered"
        assert (on.state(key), on.duty(key).must) == (DutyState.OPEN, True)
        on.does("iro", "consider referral", to=body, decision="decline")
        assert on.state(key) is DutyState.DONE


@pytest.mark.clauses("LAM-CAFCASS-LSCP")
def test_for_a_child_who_is_not_in_care_only_the_partnership_is_considered() -> None:
    on = at("stage-1", "cp-chair", PLAN).at("2026-03-07 09:00")
    assert on.state("2:lscp-considered") is DutyState.OPEN
    assert "2:cafcass-considered" not in on.duties


@pytest.mark.clauses("LAM-CHILD-RIGHTS")
@pytest.mark.parametrize(
    ("duty", "about"),
    [
        ("0:child-told-of-rights", "advocacy-and-complaints"),
        ("0:child-told-of-legal-advice", "their-own-legal-advice"),
    ],
)
@pytest.mark.parametrize(("chair", "child"), [("iro", CARE), ("cp-chair", PLAN)])
def test_when_it_goes_formal_the_child_is_told_of_their_rights(
    chair: str, child: ChildStatus, duty: str, about: str
) -> None:
    on = talked(chair, child)
    assert duty not in on.duties
    on.alert(chair).inform(chair, "child", about="something-else")
    found = on.duty(duty)
    assert (found.owners, found.must, found.clause) == ((chair,), True, "LAM-CHILD-RIGHTS")
    assert on.state(duty) is DutyState.OPEN
    assert on.inform(chair, "child", about=about).state(duty) is DutyState.DONE


@pytest.mark.clauses("LAM-KEEP-CHILD-INFORMED")
def test_the_child_is_told_that_a_resolution_is_sought_how_it_goes_and_how_it_ends() -> None:
    on = Play("lambeth").concern("iro")
    assert _told(on, "0:child-told", "the-resolution-sought")
    on.talk("iro", "team-manager").consult("iro", MANAGER).alert("iro")
    assert _told(on, "2:child-kept-informed", "progress")
    on.answer("team-manager").judge("iro", "no").escalate("iro")
    assert _told(on, "3:child-kept-informed", "progress")
    on.answer("service-manager").judge("iro", "yes").resolve("iro")
    assert _told(on, "0:child-told-the-outcome", "the-outcome")


def _told(on: Play, duty: str, about: str) -> bool:
    """The duty is a should, it is open, and telling the child about the matter fulfils it."""
    before = (on.duty(duty).must, on.state(duty))
    on.inform("iro", "child", about=about)
    return before == (False, DutyState.OPEN) and on.state(duty) is DutyState.DONE


@pytest.mark.clauses("LAM-LEGAL")
@pytest.mark.parametrize("rung", ANYWHERE)
@pytest.mark.parametrize(("chair", "child"), [("iro", CARE), ("cp-chair", PLAN)])
def test_legal_advice_is_sought_at_any_stage_and_never_from_the_councils_own_lawyers(
    rung: str, chair: str, child: ChildStatus
) -> None:
    on = somewhere(rung, chair, child)
    own = "Lambeth Borough Council Legal Services"
    for verb in ("seek advice", "receive advice"):
        refused = on.refused(chair, verb, kind="legal", given_by=own)
        assert (refused.id, refused.clause) == ("advice-not-independent", "LAM-LEGAL")
        on.does(chair, verb, kind="legal", given_by="Example Chambers")


@pytest.mark.clauses("LAM-RECONVENE")
def test_the_review_is_reconvened_to_confirm_what_was_agreed() -> None:
    on = at("stage-2").answer("service-manager").judge("iro", "yes")
    on.does("iro", "call review", kind="reconvened", reason="To confirm the changes.")
    refused = on.refused("service-manager", "call review", kind="reconvened", reason="No.")
    assert (refused.id, refused.clause) == ("not-your-part", "LAM-RECONVENE")
    assert on.explains("iro").refused("iro", "resolve", reconvene="").id == "needed"
    on.resolve("iro", reconvene="yes")


@pytest.mark.clauses("LAM-CATEGORIES")
def test_a_concern_can_be_of_four_categories_and_of_no_other() -> None:
    four = ("practice", "judgement", "accountability", "strategy")
    assert tuple(shipped("lambeth").categories) == four
    Play("lambeth").concern("iro", categories=four)
    refused = Play("lambeth").refused("iro", "raise concern", categories=["money"])
    assert (refused.id, refused.clause) == ("unknown-category", "LAM-CATEGORIES")


@pytest.mark.clauses("LAM-ISSUES")
def test_the_catalogue_has_four_groups_of_issues() -> None:
    issues = shipped("lambeth").issues
    assert not isinstance(issues, NotStated)
    groups = [issue.group for issue in issues.values()]
    assert {group: groups.count(group) for group in dict.fromkeys(groups)} == {
        "Statutory responsibilities not met": 6,
        "Drift in care planning": 7,
        "Provision of services": 3,
        "Safeguarding": 3,
    }
    Play("lambeth").concern("iro", issues=tuple(issues))
    refused = Play("lambeth").refused("iro", "raise concern", issues=("weather",))
    assert (refused.id, refused.clause) == ("unknown-issue", "LAM-ISSUES")


@pytest.mark.clauses("LAM-READING")
@pytest.mark.parametrize(
    ("reading", "chosen"),
    [
        ("how-many-stages", "five (the table in Annex B)"),
        ("annex-2", "in Annex B, the second annex"),
        (
            "stage-3-addressee",
            "the assistant director for the service (the row's label, and section 7)",
        ),
    ],
)
def test_where_the_document_contradicts_itself_the_chosen_reading_is_written_down(
    reading: str, chosen: str
) -> None:
    protocol = shipped("lambeth")
    found = next(each for each in protocol.readings if each.id == reading)
    assert (found.clause, found.chosen) == ("LAM-READING", chosen)
    assert len(found.says) > 1
    assert reading in {stage.reading for stage in protocol.stages}


@pytest.mark.clauses("LAM-READING")
def test_every_chosen_reading_is_one_of_those_listed_and_has_its_reason() -> None:
    for reading in shipped("lambeth").readings:
        assert reading.chosen in reading.says, reading.id
        assert len(reading.says) > 1, reading.id
        assert reading.because, reading.id


@pytest.mark.clauses("LAM-READING")
def test_there_are_five_stages_and_an_iro_may_enter_at_three() -> None:
    protocol = on_each_ladder(shipped("lambeth"))[0]
    assert [stage.id for stage in protocol.stages] == list(STAGES)
    assert protocol.stages[2].addressed_to == ("assistant-director",)
    assert not isinstance(protocol.ways_in, NotStated)
    assert protocol.ways_in[0].into == STAGES[:3]
