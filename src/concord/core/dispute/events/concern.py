"""Informal resolution: a concern is raised, talked about, agreed upon or not."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from concord.core.dispute.events.base import Action, DisputeEvent, How, YesNo
from concord.core.dispute.words import Words, by_way, day
from concord.core.protocol.vocabulary import ChildStatus
from concord.core.record.fields import asked, filled, happened, words
from concord.core.record.text import Line, Text


@dataclass(frozen=True, slots=True)
class ConcernRaised(DisputeEvent):
    """A concern about a child is raised informally: the first day of the dispute.

    `protocol` is the hash of the version under which it begins; empty in older entries.
    `came_from` names the review, conference or decision of one in which the problem showed.
    `about` is empty for a concern about what the service does for the child.
    """

    KIND: ClassVar[str] = "dispute.concern-raised"
    VERB: ClassVar[str] = "raise concern"
    LABEL: ClassVar[str] = "Raise a concern"
    about: Line = asked("What it is about", source="subjects", told=True)
    agency: Line = asked(
        "Which agency it is", hint="Its name, such as the school or the health service", told=True
    )
    issues: tuple[Line, ...] = asked(
        "Kinds of concern", hint="Choose all that apply", source="issues", default=()
    )
    categories: tuple[Line, ...] = asked(
        "Kinds of matter", hint="Choose all that apply", source="categories", default=()
    )
    priority: Line = asked("How urgent it is", source="priorities")
    concern: Text = words(
        "What you are concerned about",
        hint="Say what has or has not happened, and since when",
        read="The concern",
    )
    outcome_sought: Text = words(
        "The outcome you want for the child",
        hint="Say what has to be different, and how you would know",
        read="The outcome sought for the child",
    )
    respond_by: date | None = asked("The date by which it should be resolved", default=None)
    identified_on: date | None = asked(
        "The date on which you identified it",
        hint="Leave it empty if it was today",
        default=None,
        told=True,
        read="The date on which it was identified",
        past=True,
    )
    raised_with: tuple[Line, ...] = asked(
        "Who you raise it with",
        hint="They get a message, without details, that there is something to answer",
        source="roles",
        default=(),
    )
    none_reached: Text = words(
        "Why none of the others could be reached",
        hint="Needed when it goes to somebody in their place: when and how they were tried",
        needed=False,
    )
    child_views: Text = words(
        "The child's views", hint="In the child's own words where you can", needed=False
    )
    child_outcomes: Text = words(
        "The outcomes that the child wants",
        hint="One on each line. Each has to be answered before it is resolved",
        needed=False,
    )
    child_wants: Literal["yes", "no", "not known", ""] = asked(
        "Does the child want this?", source="child wants", told=True
    )
    against_wishes: Text = words(
        "Why it is raised against the child's wishes",
        hint="Needed when the child does not want it",
        needed=False,
    )
    in_court: bool = asked("There are current court proceedings", default=False)
    came_from: Line = asked("Where it comes from", source="occasions", told=True)
    children: tuple[Line, ...] = filled(())
    tier: Line = filled()
    child_status: ChildStatus = filled(ChildStatus.IN_CARE)
    protocol: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        by = f", to be answered by {day(self.respond_by)}" if self.respond_by else ""
        about = f" about {self.about}" if self.about else ""
        others = words.roles(self.raised_with)
        return f"{who} raised a concern{about}{f' with {others}' if others else ''}{by}"


@dataclass(frozen=True, slots=True)
class ConversationRecorded(DisputeEvent):
    """A conversation to resolve the matter, at any level, formal or informal."""

    KIND: ClassVar[str] = "dispute.conversation-recorded"
    VERB: ClassVar[str] = "record conversation"
    LABEL: ClassVar[str] = "Record a conversation"
    with_roles: tuple[Line, ...] = asked(
        "Who you talked with", source="roles", needed=True, default=()
    )
    how: How = asked("How you talked", source="how")
    why_this_way: Text = words(
        "Why in this way", hint="Only where the protocol puts another way first", needed=False
    )
    text: Text = words("What was said")
    on: date | None = happened("The date of the conversation")

    def sentence(self, who: str, words: Words) -> str:
        how = f", {by_way(self.how)}" if self.how else ""
        return f"{who} recorded a conversation with {words.roles(self.with_roles)}{how}"


@dataclass(frozen=True, slots=True)
class ActionsAgreed(DisputeEvent):
    """Actions are agreed, each with who does it and by when."""

    KIND: ClassVar[str] = "dispute.actions-agreed"
    VERB: ClassVar[str] = "agree actions"
    LABEL: ClassVar[str] = "Agree actions"
    actions: tuple[Action, ...] = asked(
        "Actions, who does each, and by when", source="actions", needed=True, default=()
    )
    text: Text = words("Anything else about the agreement", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        count = len(self.actions)
        return f"{who} recorded {count} agreed action{'' if count == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class ActionReported(DisputeEvent):
    """Whoever has an agreed action to do says that it is done."""

    KIND: ClassVar[str] = "dispute.action-reported"
    VERB: ClassVar[str] = "report action"
    LABEL: ClassVar[str] = "Report an agreed action as done"
    action: int = asked(
        "Which action",
        source="open actions",
        needed=True,
        default=0,
        told=True,
        read="The action",
    )
    text: Text = words("What was done", needed=False)

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} reported agreed action {self.action} as done"


@dataclass(frozen=True, slots=True)
class ActionChecked(DisputeEvent):
    """The raising side looked whether an agreed action was carried out."""

    KIND: ClassVar[str] = "dispute.action-checked"
    VERB: ClassVar[str] = "check action"
    LABEL: ClassVar[str] = "Check an agreed action"
    action: int = asked(
        "Which action",
        source="open actions",
        needed=True,
        default=0,
        told=True,
        read="The action",
    )
    done: YesNo = asked("Was it done?", source="yes or no", needed=True)
    text: Text = words("What you found", needed=False, read="What was found")

    def sentence(self, who: str, words: Words) -> str:
        result = "was done" if self.done == "yes" else "was not done"
        return f"{who} checked agreed action {self.action}: it {result}"


@dataclass(frozen=True, slots=True)
class CaseNoteWritten(DisputeEvent):
    """A case note of the issue, what was agreed and the timescales is on the child's file."""

    KIND: ClassVar[str] = "dispute.case-note-written"
    VERB: ClassVar[str] = "write case note"
    LABEL: ClassVar[str] = "Write a case note"
    text: Text = words("The case note")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} wrote a case note"


@dataclass(frozen=True, slots=True)
class InformalExtended(DisputeEvent):
    """Informal resolution takes longer, exceptionally and with reasons."""

    KIND: ClassVar[str] = "dispute.informal-extended"
    VERB: ClassVar[str] = "extend informal"
    LABEL: ClassVar[str] = "Give informal resolution more time"
    until: date | None = asked("The new date", needed=True, default=None)
    reason: Text = words("Why it takes longer")

    def sentence(self, who: str, words: Words) -> str:
        until = day(self.until) if self.until else "a later date"
        return f"{who} gave {words.own('informal resolution')} until {until}"


@dataclass(frozen=True, slots=True)
class InformalEnded(DisputeEvent):
    """Informal resolution did not resolve the matter."""

    KIND: ClassVar[str] = "dispute.informal-ended"
    VERB: ClassVar[str] = "end informal"
    LABEL: ClassVar[str] = "Record that informal resolution failed"
    reason: Text = words("What could not be agreed")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recorded that {words.own('informal resolution')} did not resolve it"


@dataclass(frozen=True, slots=True)
class ObstacleRecorded(DisputeEvent):
    """An obstacle outside the council's control; it is recorded and stops nothing."""

    KIND: ClassVar[str] = "dispute.obstacle-recorded"
    VERB: ClassVar[str] = "record obstacle"
    LABEL: ClassVar[str] = "Record an obstacle outside our control"
    text: Text = words("What stands in the way, and what it means for the child's plan")

    def sentence(self, who: str, words: Words) -> str:
        return f"{who} recorded an obstacle outside the authority's control"


@dataclass(frozen=True, slots=True)
class InformalMovedOn(DisputeEvent):
    """Informal resolution goes on in the protocol's next informal tier."""

    KIND: ClassVar[str] = "dispute.informal-moved-on"
    VERB: ClassVar[str] = "move on informally"
    LABEL: ClassVar[str] = "Go on to the next informal tier"
    reason: Text = words("What could not be agreed so far")
    respond_by: date | None = asked("The date by which it should be resolved now", default=None)
    tier: Line = filled()

    def sentence(self, who: str, words: Words) -> str:
        by = f", to be answered by {day(self.respond_by)}" if self.respond_by else ""
        return f"{who} went on to {words.stage(self.tier)}{by}"


@dataclass(frozen=True, slots=True)
class DateNoted(DisputeEvent):
    """A date from outside, such as the child's next review, from which limits count."""

    KIND: ClassVar[str] = "dispute.date-noted"
    VERB: ClassVar[str] = "note date"
    LABEL: ClassVar[str] = "Note a date from outside"
    which: Line = asked("Which date", source="dates", needed=True)
    on: date | None = asked("The date", needed=True, default=None)

    def sentence(self, who: str, words: Words) -> str:
        on = day(self.on) if self.on else "a day"
        return f"{who} noted {words.date(self.which)}: {on}"


@dataclass(frozen=True, slots=True)
class CourtNoted(DisputeEvent):
    """Whether there are court proceedings about the child, noted while the dispute runs."""

    KIND: ClassVar[str] = "dispute.court-noted"
    VERB: ClassVar[str] = "note court proceedings"
    LABEL: ClassVar[str] = "Note court proceedings"
    current: YesNo = asked("Are there current proceedings?", source="yes or no", needed=True)

    def sentence(self, who: str, words: Words) -> str:
        state = "there are" if self.current == "yes" else "there are no"
        return f"{who} noted that {state} current court proceedings"
