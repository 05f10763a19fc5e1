"""A stage to play a dispute on, act by act, under a protocol: for short tests in the field's words.

    on = Play("bristol").at("2026-03-02 10:00").concern("iro").talk("iro", "social-worker")
    refused = on.refused("iro", "issue alert", stage="stage-4")
    on.alert("iro").at("2026-03-09 09:00").answer("social-worker").judge("iro", "no")
    assert on.duty("2:answer").due.on == date(2026, 3, 9)

`at` moves time on, and time does its part. `does` wants the act accepted and `refused` wants it
refused; `tries` takes either. Fields that a test says nothing about get plain words, and before
`does` ends a dispute it is on record why the child is not told what is still to be told.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Self

from concord.core.clock.london import LONDON
from concord.core.clock.working_day import calendar
from concord.core.dispute.clocks import Clocks, clocks
from concord.core.dispute.decide import ACTS, Case, Decided, Refused, decide
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.duties.voice import not_explained
from concord.core.dispute.events import CODEC, ConcernRaised, DisputeEvent, DutyMissed
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import catch_up
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.dispute.tellings import tellings
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Actor, Recorded

MONDAY = "2026-03-02 10:00"
PLAIN: dict[str, dict[str, object]] = {
    "raise concern": {"concern": "Drift.", "outcome_sought": "A plan.", "respond_by": "2026-03-04"},
    "record conversation": {"how": "face to face", "text": "It was not resolved."},
    "issue alert": {"concern": "Drift.", "outcome_sought": "A plan."},
    "answer": {"text": "This is the answer."},
    "judge": {"reasons": "These are the reasons."},
    "escalate": {"rationale": "It is not resolved."},
    "consult": {"text": "The advice."},
    "place hold": {"task": "Write the plan.", "owner": "social-worker"},
    "check hold": {"text": "What was found."},
    "consider referral": {"reasons": "These are the reasons."},
    "refer": {"how": "writing", "reasons": "These are the reasons."},
    "receive advice": {"kind": "legal", "given_by": "Example Chambers", "text": "The advice."},
    "give statement": {"text": "A date in April."},
    "record meeting": {"minutes": "No agreement.", "minuted_by": "A clerk"},
    "consider": {"result": "It is not needed."},
    "record contact": {"contact": "An adviser", "text": "What was said."},
    "confirm referral": {"text": "A letter, on the child's file."},
    "call review": {"reason": "The plan has changed."},
    "seek advice": {"kind": "legal", "given_by": "Example Chambers", "text": "The question."},
    "resolve": {"outcome": "A plan.", "impact": "The child knows the plan.", "reconvene": "no"},
}

ENDS = ("resolve", "withdraw")


class Play:
    """One dispute under one protocol, shipped (by its id) or given. It begins on `MONDAY`."""

    def __init__(
        self, protocol: str | Protocol, *, child: ChildStatus = ChildStatus.IN_CARE
    ) -> None:
        rules = shipped(protocol) if isinstance(protocol, str) else protocol
        self.matter = Matter(rules, Dispute(id="example"), calendar(rules.nation))
        self.child = child
        self.now = _moment(MONDAY)

    def at(self, moment: str) -> Self:
        """Let time pass until a London time, such as 2026-03-02 10:00."""
        self.now = _moment(moment)
        self._record(catch_up(self.matter, at=self.now))
        return self

    def tries(self, role: str, verb: str, **fields: object) -> Decided | Refused:
        """Somebody in a role takes a step; it is recorded when the protocol allows it."""
        try:
            outcome = self.decides(role, verb, **fields)
        except WrongData as wrong:
            first = wrong.findings[0]
            return Refused(first.id, first.sentence, "", first.hint)
        if isinstance(outcome, Decided):
            first_seq = self.matter.dispute.version + 1
            self._record(
                tuple(
                    Recorded(first_seq + n, event, role, outcome.capacity, self.now, self.now)
                    for n, event in enumerate(outcome.events)
                )
            )
        return outcome

    def decides(self, role: str, verb: str, **fields: object) -> Decided | Refused:
        """Only the decision on a step; raises WrongData with its findings where there are any."""
        return self.decides_as(frozenset((role,)), verb, **fields)

    def decides_as(self, roles: frozenset[str], verb: str, **fields: object) -> Decided | Refused:
        """The decision on a step of somebody who holds several roles."""
        case = Case(self.matter, Actor("-".join(sorted(roles)), roles), self.now)
        return decide(case, self._proposal(verb, fields))

    def does(self, role: str, verb: str, **fields: object) -> Self:
        """Like `tries`, for a step that the protocol allows."""
        if verb in ENDS:
            self.explains(role)
        outcome = self.tries(role, verb, **fields)
        assert isinstance(outcome, Decided), outcome
        return self

    def explains(self, role: str) -> Self:
        """Record why the child or the family is not told what is still to be told."""
        again = (self.now + timedelta(days=60)).date()
        for duty in not_explained(self.matter, at=self.now):
            untold = duty.key.partition(":")[2]
            self.does(role, "explain child", untold=untold, reason="Not now.", look_again=again)
        return self

    def refused(self, role: str, verb: str, **fields: object) -> Refused:
        """Like `tries`, for a step that the protocol refuses: the refusal."""
        outcome = self.tries(role, verb, **fields)
        assert isinstance(outcome, Refused), outcome
        return outcome

    def concern(self, role: str, **fields: object) -> Self:
        """Raise a concern."""
        return self.does(role, "raise concern", **fields)

    def talk(self, role: str, *whom: str, **fields: object) -> Self:
        """Record a conversation, face to face when nothing else is said."""
        return self.does(role, "record conversation", with_roles=whom, **fields)

    def consult(self, role: str, *whom: str, **fields: object) -> Self:
        """Consult somebody."""
        return self.does(role, "consult", whom=whom, **fields)

    def inform(self, role: str, *whom: str, **fields: object) -> Self:
        """Inform somebody."""
        return self.does(role, "inform", whom=whom, **fields)

    def alert(self, role: str, **fields: object) -> Self:
        """Go formal, or issue the alert of the stage on which the dispute stands."""
        return self.does(role, "issue alert", **fields)

    def answer(self, role: str, **fields: object) -> Self:
        """Answer the alert."""
        return self.does(role, "answer", **fields)

    def judge(self, role: str, satisfied: str, **fields: object) -> Self:
        """Judge the answer: yes or no."""
        return self.does(role, "judge", satisfied=satisfied, **fields)

    def escalate(self, role: str, **fields: object) -> Self:
        """Escalate to the next stage, or to another one."""
        return self.does(role, "escalate", **fields)

    def resolve(self, role: str, **fields: object) -> Self:
        """Resolve it."""
        return self.does(role, "resolve", **fields)

    @property
    def protocol(self) -> Protocol:
        """The protocol that it runs under."""
        return self.matter.protocol

    @property
    def dispute(self) -> Dispute:
        """The dispute as it stands."""
        return self.matter.dispute

    @property
    def rung(self) -> str:
        """The informal tier or stage on which it stands, or stood when it ended."""
        return self.dispute.runs[-1].rung

    @property
    def duties(self) -> dict[str, Duty]:
        """All its duties so far, by their keys: "2:answer" is the answer on the second rung."""
        found = duties(self.matter.protocol, self.dispute, self.matter.calendar)
        return {duty.key: duty for duty in found}

    @property
    def clocks(self) -> Clocks:
        """Both clocks now."""
        return clocks(self.matter, at=self.now)

    @property
    def last(self) -> DisputeEvent:
        """The last event on the record."""
        event = self.dispute.entries[-1].event
        assert isinstance(event, DisputeEvent)
        return event

    def duty(self, key: str) -> Duty:
        """One duty; there is an assertion with all keys when it has not come up."""
        found = self.duties
        assert key in found, f"{key} is not among {', '.join(found)}"
        return found[key]

    def state(self, key: str) -> DutyState:
        """How one duty stands now."""
        return self.duty(key).state_at(self.now)

    def due_on(self, key: str) -> date | None:
        """The last day of one duty; None when it has no date."""
        due = self.duty(key).due
        return due.on if due else None

    def owes(self, role: str) -> set[str]:
        """The keys of what a role owes now, in time or late."""
        owed = (DutyState.OPEN, DutyState.OVERDUE)
        mine = (each for each in self.duties.values() if role in each.owners)
        return {each.key for each in mine if each.state_at(self.now) in owed}

    @property
    def missed(self) -> tuple[str, ...]:
        """The keys of the duties that the record says were missed, in order."""
        events = (entry.event for entry in self.dispute.entries)
        return tuple(each.duty for each in events if isinstance(each, DutyMissed))

    @property
    def told(self) -> dict[str, str]:
        """Who is told of the last entry, and of what kind of thing."""
        found = tellings(self.matter, self.dispute.entries[-1])
        return {each.role: each.kind.value for each in found}

    def records(self, *entries: Recorded) -> Self:
        """Add entries as they are, such as what something outside the dispute brings to it."""
        self._record(entries)
        return self

    def _proposal(self, verb: str, fields: dict[str, object]) -> DisputeEvent:
        event = CODEC.propose(ACTS[verb], PLAIN.get(verb, {}) | fields)
        assert isinstance(event, DisputeEvent)
        if isinstance(event, ConcernRaised):
            return replace(event, children=("example-child",), child_status=self.child)
        return event

    def _record(self, entries: tuple[Recorded, ...]) -> None:
        self.matter = self.matter.now(fold(entries, dispute=self.dispute))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)
