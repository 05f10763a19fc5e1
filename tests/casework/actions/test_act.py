"""Raising a concern and taking steps: all of it or nothing, once, and never over somebody else."""

from dataclasses import replace
from uuid import uuid4

import pytest

from concord.casework.actions.dispute import Ask, Done, Stale, raise_concern
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import DutyMissed
from concord.core.problem import WrongData
from concord.records import log
from concord.records.models import Authority, Command, DisputeRow
from tests.casework.playing import DAY, HOUR, asks, goes_on, raised, tries
from tests.support import invariants
from tests.support.cast import MONDAY, Cast, cast_of, proposal
from tests.support.invariants import stored

pytestmark = pytest.mark.django_db
LATER = MONDAY + HOUR
Step = tuple[str, dict[str, object]]
TALK: Step = ("record conversation", {"with_roles": ("social-worker",)})
TALK_WITH_THE_MANAGER: Step = ("record conversation", {"with_roles": ("team-manager",)})
ALERT: Step = ("issue alert", {})
ANSWER: Step = ("answer", {})


@pytest.fixture
def cast() -> Cast:
    return cast_of("bristol")


def test_a_concern_begins_a_dispute_with_a_number_of_its_own(cast: Cast) -> None:
    first, second = raised(cast), raised(cast, at=LATER)
    numbers = dict(DisputeRow.objects.values_list("pk", "number"))
    assert (numbers[first], numbers[second]) == (1, 2)
    assert Authority.objects.get().disputes == 2
    assert invariants.everything(at=LATER) == 2


def test_a_concern_and_its_alert_can_be_one_step(cast: Cast) -> None:
    steps = (proposal("raise concern", {}), proposal(*TALK), proposal(*ALERT))
    done = raise_concern(cast.people["iro"], cast.child, steps, ask=asks(MONDAY))
    assert isinstance(done, Done)
    assert done.version == 4  # raised, talked, formal begun, alert issued
    assert invariants.everything(at=LATER) == 1


def test_a_refusal_in_the_middle_of_a_first_step_begins_no_dispute(cast: Cast) -> None:
    before = stored()
    steps = (proposal("raise concern", {}), proposal(*ALERT))
    refused = raise_concern(cast.people["iro"], cast.child, steps, ask=asks(MONDAY))
    assert isinstance(refused, Refused)
    assert refused.id == "informal-first"
    assert stored() == before


def test_steps_that_belong_together_are_stored_together(cast: Cast) -> None:
    done = tries(cast, "iro", raised(cast), TALK, ALERT, ask=asks(LATER))
    assert isinstance(done, Done)
    assert done.version == 4


def test_a_refusal_of_the_second_of_two_steps_stores_neither(cast: Cast) -> None:
    pk = raised(cast)
    before = stored()
    refused = tries(cast, "iro", pk, TALK, ANSWER, ask=asks(LATER))
    assert isinstance(refused, Refused)
    assert stored() == before


def test_a_gap_in_the_second_of_two_steps_stores_neither(cast: Cast) -> None:
    pk = raised(cast)
    before = stored()
    with pytest.raises(WrongData):
        tries(cast, "iro", pk, TALK, ("record conversation", {"with_roles": ()}), ask=asks(LATER))
    assert stored() == before


def test_a_refusal_leaves_the_key_free_for_another_try(cast: Cast) -> None:
    pk, key = raised(cast), uuid4().hex
    assert isinstance(tries(cast, "iro", pk, ANSWER, ask=Ask(LATER, key)), Refused)
    done = tries(cast, "iro", pk, TALK, ask=Ask(LATER, key))
    assert isinstance(done, Done)
    assert not done.again


def test_pressing_twice_does_it_once_and_says_so(cast: Cast) -> None:
    pk, ask = raised(cast), Ask(LATER, uuid4().hex, 1)
    first = tries(cast, "iro", pk, TALK, ask=ask)
    before = stored()
    assert isinstance(first, Done)
    assert tries(cast, "iro", pk, TALK, ask=ask) == replace(first, again=True)
    tries(cast, "iro", pk, TALK, ask=asks(LATER))
    assert tries(cast, "iro", pk, TALK, ask=ask) == replace(first, again=True)
    assert stored()["EventRow"][:2] == before["EventRow"]
    assert len(stored()["EventRow"]) == 3


def test_raising_twice_with_one_key_raises_once(cast: Cast) -> None:
    concern, ask = proposal("raise concern", {}), asks(MONDAY)
    first = raise_concern(cast.people["iro"], cast.child, (concern,), ask=ask)
    again = raise_concern(cast.people["iro"], cast.child, (concern,), ask=ask)
    assert isinstance(first, Done)
    assert again == replace(first, again=True)
    assert DisputeRow.objects.count() == 1


def test_a_key_that_somebody_else_has_used_does_nothing_for_others(cast: Cast) -> None:
    pk, ask = raised(cast), asks(LATER)
    assert isinstance(tries(cast, "iro", pk, TALK, ask=ask), Done)
    before = stored()
    other = tries(cast, "social-worker", pk, TALK_WITH_THE_MANAGER, ask=ask)
    assert isinstance(other, Stale)
    assert stored() == before


def test_the_key_is_kept_with_the_act_and_its_authority(cast: Cast) -> None:
    pk, ask = raised(cast), asks(LATER)
    tries(cast, "iro", pk, TALK, ask=ask)
    kept = Command.objects.get(key=ask.key)
    viewer = cast.people["iro"]
    assert (kept.authority_id, kept.person_id) == (viewer.authority, viewer.person)
    assert (kept.dispute, kept.version, kept.done_at) == (pk, 2, LATER)


def test_who_acts_on_an_old_page_is_told_who_did_what_since(cast: Cast) -> None:
    pk = raised(cast)
    tries(cast, "iro", pk, TALK, ask=asks(LATER, expected=1))
    before = stored()
    stale = tries(cast, "social-worker", pk, TALK_WITH_THE_MANAGER, ask=asks(LATER, expected=1))
    assert isinstance(stale, Stale)
    (entry,) = stale.since
    assert (entry.seq, entry.person) == (2, str(cast.people["iro"].person))
    assert (entry.capacity, entry.event.KIND) == ("iro", "dispute.conversation-recorded")
    assert stored() == before
    fresh = asks(LATER, expected=2)
    assert isinstance(tries(cast, "social-worker", pk, TALK_WITH_THE_MANAGER, ask=fresh), Done)


def test_what_time_brought_since_makes_no_page_stale_and_is_recorded_with_the_act(
    cast: Cast,
) -> None:
    pk, at = raised(cast), MONDAY + 3 * DAY
    done = tries(cast, "iro", pk, TALK, ask=asks(at, expected=1))
    assert isinstance(done, Done)
    _concern, missed, talked = log.entries_of(pk)
    assert isinstance(missed.event, DutyMissed)
    assert (missed.person, missed.happened_at, missed.recorded_at) == (
        "concord",
        missed.event.due_at,
        at,
    )
    assert missed.happened_at < talked.happened_at
    assert done.version == 3


def test_a_version_from_the_future_is_not_acted_upon(cast: Cast) -> None:
    pk = raised(cast)
    assert isinstance(tries(cast, "iro", pk, TALK, ask=asks(LATER, expected=9)), Stale)


def test_private_steps_make_no_page_of_the_line_stale(cast: Cast) -> None:
    pk = raised(cast)
    advice: Step = ("receive advice", {})
    assert isinstance(tries(cast, "iro", pk, advice, TALK, ask=asks(LATER)), Done)
    stale = tries(cast, "social-worker", pk, TALK_WITH_THE_MANAGER, ask=asks(LATER, expected=1))
    assert isinstance(stale, Stale)
    assert [entry.event.KIND for entry in stale.since] == ["dispute.conversation-recorded"]
    assert isinstance(tries(cast, "iro", pk, advice, ask=asks(LATER)), Done)
    unaware = asks(LATER, expected=3)
    done = tries(cast, "social-worker", pk, TALK_WITH_THE_MANAGER, ask=unaware)
    assert isinstance(done, Done)


def test_a_day_beyond_the_known_bank_holidays_is_refused_in_words_and_nothing_is_stored() -> None:
    cast = cast_of("lambeth")
    pk = raised(cast)
    for hour in range(3):
        goes_on(cast, pk, at=MONDAY + hour * HOUR)
    before, at = stored(), MONDAY + 4 * HOUR
    refused = tries(cast, "iro", pk, ("place hold", {"until": "2199-12-31"}), ask=asks(at))
    assert isinstance(refused, Refused)
    assert refused.id == "beyond-calendar"
    assert stored() == before
    near = tries(cast, "iro", pk, ("place hold", {"until": "2026-04-30"}), ask=asks(at))
    assert isinstance(near, Done)
    assert invariants.everything(at=at) == 1
