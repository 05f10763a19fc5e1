"""A dispute under one protocol, played by chance: who does what, and when, Hypothesis chooses."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide import ACTS, Case, Decided, Refused, decide, options
from concord.core.dispute.duties.voice import not_told
from concord.core.dispute.events import CODEC, ConcernRaised, DisputeEvent
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute, Phase
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.record.envelope import Actor, Recorded
from tests.core.dispute import holding
from tests.core.dispute.climbing import TEXT, way_up
from tests.core.dispute.drawing import values

BEGINS = datetime(2026, 3, 2, 10, tzinfo=UTC)
JUMPS = (
    *(timedelta(minutes=1), timedelta(hours=1), timedelta(hours=5), timedelta(days=1)),
    *(timedelta(days=1), timedelta(days=2), timedelta(days=4), timedelta(days=9)),
)


class Machine(RuleBasedStateMachine):
    """Everything that holds after each step is in `holding`."""

    protocol: Protocol
    reached: set[str]

    def __init__(self) -> None:
        super().__init__()
        self.matter = Matter(self.protocol, Dispute(id="example"), calendar(self.protocol.nation))
        self.now = BEGINS

    @initialize(data=st.data())
    def a_concern_is_raised(self, data: st.DataObject) -> None:
        role = data.draw(st.sampled_from(self.protocol.raisers))
        status = data.draw(st.sampled_from(self.protocol.children))
        self._takes(role, data, "raise concern", child_status=status)
        if self.matter.dispute.phase is Phase.NEW:
            self.a_plain_concern_is_raised(role)

    def a_plain_concern_is_raised(self, role: str) -> None:
        by = local_date(self.now) + timedelta(days=2)
        plain = ConcernRaised(concern="x", outcome_sought="y", respond_by=by)
        for status in self.protocol.children:
            self._decides(role, replace(plain, child_status=status))

    @precondition(lambda self: self.matter.dispute.phase is not Phase.NEW)
    @rule(data=st.data())
    def somebody_takes_a_step_that_is_offered(self, data: st.DataObject) -> None:
        offers = [(verb, role) for role in self.protocol.roles for verb in self._offered(role)]
        verb = data.draw(st.sampled_from(sorted({verb for verb, _role in offers})))
        roles = [role for offered, role in offers if offered == verb]
        self._takes(data.draw(st.sampled_from(roles)), data, verb)

    @precondition(lambda self: self.matter.dispute.is_open)
    @rule(satisfied=st.sampled_from(["no", "no", "yes"]), steps=st.integers(1, 9))
    def it_goes_on(self, satisfied: str, steps: int) -> None:
        for _ in range(steps):
            case = Case(self.matter, Actor("", frozenset()), self.now)
            for step in list(way_up(case, satisfied=satisfied)):
                self._proposes(step.role, step.verb, step.values)

    @precondition(lambda self: self.matter.dispute.phase is not Phase.NEW)
    @rule(days=st.integers(1, 40))
    def what_is_owed_to_the_child_is_seen_to(self, days: int) -> None:
        raiser, again = self.matter.dispute.raiser, local_date(self.now) + timedelta(days=days)
        for each in self.matter.dispute.outcomes:
            answer = {"outcome": each.number, "came": "no", "text": TEXT}
            self._proposes(raiser, "answer child", answer)
        for untold in not_told(self.matter):
            why = {"untold": untold, "reason": TEXT, "look_again": again}
            self._proposes(raiser, "explain child", why)

    @precondition(lambda self: self.matter.dispute.phase is not Phase.NEW)
    @rule(data=st.data(), verb=st.sampled_from([*ACTS]))
    def anybody_tries_anything(self, data: st.DataObject, verb: str) -> None:
        self._takes(data.draw(st.sampled_from([*self.protocol.roles])), data, verb)

    @rule(jump=st.sampled_from(JUMPS), cuts=st.integers(1, 3))
    def time_passes(self, jump: timedelta, cuts: int) -> None:
        until = self.now + jump
        at_once = catch_up(self.matter, at=until)
        for cut in range(1, cuts + 1):
            self._record(catch_up(self.matter, at=self.now + jump * cut / cuts))
        known = self.matter.dispute.entries[-len(at_once) :] if at_once else ()
        holding.same_but_for_when_recorded(at_once, known)
        self.now = until
        assert catch_up(self.matter, at=until) == ()

    @invariant()
    def all_of_it_holds(self) -> None:
        if self.matter.dispute.phase is not Phase.NEW:
            holding.everything(self.matter, at=self.now)

    def _offered(self, role: str) -> set[str]:
        offers = list(options(self._case(role)))
        for offer in offers:
            if offer.refused:
                holding.well_refused(self.protocol, offer.refused)
        return {offer.verb for offer in offers if offer.refused is None}

    def _case(self, role: str) -> Case:
        return Case(self.matter, Actor(role, frozenset((role,))), self.now)

    def _takes(self, role: str, data: st.DataObject, verb: str, **filled: object) -> None:
        given = data.draw(values(self.matter, ACTS[verb], at=self.now))
        self._proposes(role, verb, given | filled)

    def _proposes(self, role: str, verb: str, given: dict[str, object]) -> None:
        with suppress(WrongData):
            proposal = CODEC.propose(ACTS[verb], given)
            assert isinstance(proposal, DisputeEvent)
            self._decides(role, proposal)

    def _decides(self, role: str, proposal: DisputeEvent) -> None:
        outcome = decide(self._case(role), proposal)
        if isinstance(outcome, Refused):
            holding.well_refused(self.protocol, outcome)
        else:
            self._record(self._entries(role, outcome))

    def _entries(self, role: str, outcome: Decided) -> tuple[Recorded, ...]:
        first = self.matter.dispute.version + 1
        return tuple(
            Recorded(first + n, event, role, outcome.capacity, self.now, self.now)
            for n, event in enumerate(outcome.events)
        )

    def _record(self, entries: tuple[Recorded, ...]) -> None:
        for entry in entries:
            self.reached.add(entry.event.KIND)
            after = fold((entry,), dispute=self.matter.dispute)
            self.matter = self.matter.now(after)
            holding.rightly_told(self.matter, entry)


def machine_for(protocol: Protocol) -> type[Machine]:
    """The machine that plays one protocol."""
    return type("Playing", (Machine,), {"protocol": protocol, "reached": set()})
