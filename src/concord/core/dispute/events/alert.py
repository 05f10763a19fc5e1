"""The formal ladder: alert, answer, judgement, escalation."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from concord.core.dispute.events.base import Action, DisputeEvent, YesNo
from concord.core.dispute.words import Words, day
from concord.core.record.fields import asked, filled, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class FormalBegun(DisputeEvent):
    """The formal process begins at a stage, by a way in that the protocol has."""

    KIND: ClassVar[str] = "dispute.formal-begun"
    stage: Line = filled()
    way: Line = filled()
    reason: Text = words("Why this stage", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} began the formal process at {words.the_stage(self.stage)}"


@dataclass(frozen=True, slots=True)
class AlertIssued(DisputeEvent):
    """The written challenge is issued to the people whom the stage addresses."""

    KIND: ClassVar[str] = "dispute.alert-issued"
    VERB: ClassVar[str] = "issue alert"
    LABEL: ClassVar[str] = "Go formal and issue the alert"
    stage: Line = asked("Where it begins", source="entry stages")
    reason: Text = words(
        "Why it begins there", hint="Needed when it is not the first one", needed=False
    )
    concern: Text = words("What remains of concern")
    outcome_sought: Text = words(
        "The outcome you want for the child", read="The outcome sought for the child"
    )
    actions: tuple[Action, ...] = asked(
        "Actions you ask for", source="actions", default=(), read="Actions asked for"
    )
    answer_by: date | None = asked(
        "An earlier date for the answer",
        hint="Without one, the time limit of the protocol counts",
        default=None,
        told=True,
    )
    carried_up: bool = filled(False)

    def sentence(self, who: str, words: Words) -> str:
        stage = words.the_stage(self.stage)
        if self.carried_up:
            return f"{who} carried the {words.alert} up to {stage}"
        return f"{who} issued the {words.alert} at {stage}"


@dataclass(frozen=True, slots=True)
class Answered(DisputeEvent):
    """A person whom the alert addresses answers in writing."""

    KIND: ClassVar[str] = "dispute.answered"
    VERB: ClassVar[str] = "answer"
    LABEL: ClassVar[str] = "Answer the alert"
    kind: Line = asked(
        "Which kind of answer", source="answer kinds", told=True, read="Kind of answer"
    )
    text: Text = words("Your answer", read="The answer")
    actions: tuple[Action, ...] = asked(
        "Actions, who does each, by when", source="actions", default=()
    )
    stage: Line = filled()
    # False where others have to answer too and have not yet.
    complete: bool = filled(True)

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} gave the {words.answer} at {words.the_stage(self.stage)}"


@dataclass(frozen=True, slots=True)
class AnswerJudged(DisputeEvent):
    """The raising side judges the answer, with reasons."""

    KIND: ClassVar[str] = "dispute.answer-judged"
    VERB: ClassVar[str] = "judge"
    LABEL: ClassVar[str] = "Judge the answer"
    satisfied: YesNo = asked("Are you satisfied with the answer?", source="yes or no", needed=True)
    reasons: Text = words("Your reasons", read="The reasons")
    impact: Text = words("What it has changed for the child so far", needed=False)
    outcome: Text = words("The outcome of this stage", needed=False)
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        verdict = "satisfactory" if self.satisfied == "yes" else "not satisfactory"
        return f"{who} judged the {words.answer} at {words.the_stage(self.stage)}: {verdict}"


@dataclass(frozen=True, slots=True)
class AnswerDateAgreed(DisputeEvent):
    """Both sides agree by when the answer comes, where the protocol leaves that to them."""

    KIND: ClassVar[str] = "dispute.answer-date-agreed"
    VERB: ClassVar[str] = "agree answer date"
    LABEL: ClassVar[str] = "Record the agreed date for the answer"
    on: date | None = asked("The date that is agreed", needed=True, default=None)
    text: Text = words("How it was agreed", needed=False)
    stage: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        on = day(self.on) if self.on else "a day"
        return f"{who} recorded that the {words.answer} is agreed for {on}"


@dataclass(frozen=True, slots=True)
class Escalated(DisputeEvent):
    """The matter moves to a higher stage."""

    KIND: ClassVar[str] = "dispute.escalated"
    VERB: ClassVar[str] = "escalate"
    LABEL: ClassVar[str] = "Escalate"
    to: Line = asked("Where it goes", source="higher stages")
    rationale: Text = words("Why it escalates", needed=False)
    reason: Text = words(
        "Why it may go there",
        hint="Needed when stages are passed over, or the stage is for certain matters only",
        needed=False,
    )
    outcome_sought: Text = words(
        "The outcome you want now, if it has changed", needed=False, read="The outcome sought now"
    )
    answer_by: date | None = asked(
        "An earlier date for the answer",
        hint="Without one, the time limit of the protocol counts",
        default=None,
        told=True,
    )
    left: Line = filled()
    way: Line = filled()
    by_rule: bool = filled(False)

    def sentence(self, who: str, words: Words) -> str:
        tail = words.own(" because no answer came in time") if self.by_rule else ""
        left, to = words.the_stage(self.left), words.the_stage(self.to)
        return f"{who} escalated from {left} to {to}{tail}"
