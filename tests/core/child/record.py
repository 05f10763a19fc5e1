"""A child's record to play on, act by act, under a protocol: for short tests in the field's words.

    on = OnRecord("bristol").plans("2026-03-20").at("2026-03-20 15:00").holds()
    assert on.duty("review:1:report").due.on == date(2026, 4, 14)

`at` moves time on, and time does its part; `does` wants the act accepted, `refused` refused.
"""

from datetime import datetime
from typing import Any, Self

from concord.core.child.audience import seen_by
from concord.core.child.decide import CHILD_ACTS, ChildCase, decide_child
from concord.core.child.duties import child_duties
from concord.core.child.events import CODEC, ChildEvent
from concord.core.child.fold import fold_child
from concord.core.child.lapse import child_catch_up
from concord.core.child.matter import ChildMatter
from concord.core.child.state import ChildRecord
from concord.core.child.tellings import child_tellings
from concord.core.child.timeline import child_timeline
from concord.core.clock.london import LONDON
from concord.core.clock.working_day import calendar
from concord.core.dispute.decide.case import Decided, Refused
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.tellings import Telling
from concord.core.problem import WrongData
from concord.core.protocol.definition import Protocol
from concord.core.protocol.shipped import shipped
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.envelope import Actor, Recorded

MONDAY = "2026-03-02 10:00"
PLAIN: dict[str, dict[str, Any]] = {
    "plan review": {"kind": "review"},
    "move review": {"reason": "The school asked for it."},
    "cancel review": {"reason": "The child has moved to another authority."},
    "record review": {
        "took_part": ["social-worker"],
        "child_part": "in person",
        "child_views": "I want to see my brother.",
        "advocate": "has one",
        "next_on": "2026-09-01",
    },
    "refuse decision": {"reasons": "The court has decided otherwise."},
    "notify change": {"text": "The social worker leaves."},
    "weigh change": {"reason": "The plan depends on it."},
    "recognise practice": {"text": "Weekly visits, in her own time."},
    "pass on compliment": {"text": "She listens."},
    "record request": {"wish": "to challenge something", "text": "Nobody asked me."},
    "answer request": {"text": "I have raised it.", "how": "face to face"},
    "record grave event": {"text": "What is known."},
}


class OnRecord:
    """The record of one child under one protocol, shipped (by its id) or given."""

    def __init__(
        self, protocol: str | Protocol, *, status: ChildStatus = ChildStatus.IN_CARE
    ) -> None:
        rules = shipped(protocol) if isinstance(protocol, str) else protocol
        record = ChildRecord(id="example")
        self.matter = ChildMatter(rules, record, calendar(rules.nation), status, "now", {})
        self.now = _moment(MONDAY)

    @property
    def record(self) -> ChildRecord:
        """The record as it stands."""
        return self.matter.record

    def at(self, moment: str) -> Self:
        """Let time pass until a London time."""
        self.now = _moment(moment)
        self._add(child_catch_up(self.matter, at=self.now))
        return self

    def tries(self, role: str, verb: str, **fields: object) -> Decided | Refused:
        """Somebody in a role puts something on record; it is when the rules allow it."""
        proposal = CODEC.propose(CHILD_ACTS[verb], PLAIN.get(verb, {}) | fields)
        assert isinstance(proposal, ChildEvent)
        case = ChildCase(self.matter, Actor(role, frozenset((role,))), self.now)
        try:
            outcome = decide_child(case, proposal)
        except WrongData as wrong:
            first = wrong.findings[0]
            return Refused(first.id, first.sentence, "", first.hint)
        if isinstance(outcome, Decided):
            first_seq = self.record.version + 1
            self._add(
                Recorded(first_seq + n, event, role, outcome.capacity, self.now, self.now)
                for n, event in enumerate(outcome.events)
            )
        return outcome

    def does(self, role: str, verb: str, **fields: object) -> Self:
        """Like `tries`, for what the rules allow."""
        outcome = self.tries(role, verb, **fields)
        assert isinstance(outcome, Decided), outcome
        return self

    def refused(self, role: str, verb: str, **fields: object) -> Refused:
        """Like `tries`, for what the rules refuse: the refusal."""
        outcome = self.tries(role, verb, **fields)
        assert isinstance(outcome, Refused), outcome
        return outcome

    def plans(self, on: str, **fields: object) -> Self:
        """The reviewing officer plans a review."""
        return self.does("iro", "plan review", on=on, **fields)

    def holds(self, *decisions: tuple[str, str, str], **fields: object) -> Self:
        """The next planned review is held, with decisions: what, who, by when."""
        made = [{"what": what, "by": by, "on": on or None} for what, by, on in decisions]
        number = self.record.planned[0].number
        return self.does("iro", "record review", review=number, decisions=made, **fields)

    def duty(self, key: str) -> Duty:
        """The duty with a key."""
        return next(each for each in child_duties(self.matter) if each.key == key)

    @property
    def keys(self) -> set[str]:
        """The keys of all duties."""
        return {each.key for each in child_duties(self.matter)}

    def state(self, key: str) -> DutyState:
        """How a duty stands now."""
        return self.duty(key).state_at(self.now)

    def told(self) -> dict[str, Telling]:
        """Who is told because of the last entry, by role."""
        return {each.role: each for each in child_tellings(self.matter, self.record.entries[-1])}

    def seen(self, role: str) -> list[str]:
        """The kinds of entries that somebody in a role sees."""
        found = seen_by(self.matter, [role], person="somebody else")
        return [each.event.KIND.removeprefix("child.") for each in found]

    def sentences(self) -> list[str]:
        """The record as it reads."""
        return [each.sentence for each in child_timeline(self.matter, self.record.entries)]

    def _add(self, entries: Any) -> None:
        self.matter = self.matter.now(fold_child(entries, record=self.record))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)
