"""The forms of raising a concern: the concern, where it begins, and what comes before that."""

from collections.abc import Mapping
from typing import Any

from django import forms

from concord.casework.queries.raising import Beginning, asked_before
from concord.core.dispute.events import (
    AlertIssued,
    CaseNoteWritten,
    ConcernRaised,
    Consulted,
    ConversationRecorded,
    DisputeEvent,
    Informed,
)
from concord.core.dispute.ladder import stage_of, ways_in
from concord.core.dispute.words import capital
from concord.core.protocol.definition import DutyRule, Informal, Stage, WayIn
from concord.core.protocol.vocabulary import Verb
from concord.core.record.text import clean_text
from concord.web.steps.choices import Acting, Choices
from concord.web.steps.forms import StepForm

INFORMAL = "informal"
_ORDER = ("concern", "outcome_sought", "respond_by", "raised_with", "issues", "categories")


class ConcernForm(StepForm):
    """What the concern is."""

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        choices = Choices(start.matter, ConcernRaised)
        super().__init__(data, choices=choices, **more)
        self.order_fields(_ORDER)


class BeginForm(forms.Form):
    """Where it begins: informally, or at a stage of the formal process."""

    begin = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Where does it begin",
        error_messages={"required": "Select where it begins"},
    )

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        super().__init__(data, **more)
        self.start = start
        alert = start.protocol.labels.alert
        formal = [(s.id, f"At {s.label}: issue the {alert} now") for s in entries(start)]
        begin = self.fields["begin"]
        if isinstance(begin, forms.ChoiceField):
            begin.choices = [(INFORMAL, "Informally: talk about it first"), *formal]

    def hints(self) -> Mapping[str, str]:
        """For each stage that has a condition, the condition."""
        found = ((stage.id, way_to(self.start, stage.id)) for stage in entries(self.start))
        return {stage: f"Only if {way.only_if}" for stage, way in found if way and way.only_if}


class BeforeForm(forms.Form):
    """What the protocol asks for before the alert at a stage: the attempt, the reason, the rest."""

    talk_with = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Who you talked with",
        error_messages={"required": "Select who you talked with"},
    )
    how = forms.ChoiceField(
        label="How you talked",
        required=False,
        error_messages={"required": "Select how you talked"},
    )
    talk = forms.CharField(
        widget=forms.Textarea,
        label="What was said",
        error_messages={"required": "Enter what was said"},
    )
    why_this_way = forms.CharField(
        widget=forms.Textarea,
        required=False,
        label="Why in this way",
    )
    reason = forms.CharField(widget=forms.Textarea)

    def __init__(self, data: Any, *, start: Beginning, begin: str, **more: Any) -> None:
        super().__init__(data, **more)
        self.start, self.stage = start, stage_of(start.protocol, begin)
        self._attempt()
        self._reason()
        for rule in self._rules():
            self.fields[f"before-{rule.id}"] = _asked(start, rule)

    def _attempt(self) -> None:
        tier, way = self._tier(), way_to(self.start, self.stage.id if self.stage else "")
        for name in () if tier and tier.talk_how else ("why_this_way",):
            del self.fields[name]
        if tier is None:
            for name in ("talk_with", "how", "talk"):
                del self.fields[name]
            return
        needed = tier.attempt_needed and (way is None or way.informal_first)
        if tier.talk_how:
            first = tier.talk_how[0]
            self.fields["how"].required = needed
            self.fields["why_this_way"].help_text = f"Needed for any other way than {first}"
        choices = Choices(self.start.matter, ConversationRecorded, Acting(roles=self.start.roles))
        offered = {"talk_with": choices.of("roles"), "how": (("", "Select"), *choices.of("how"))}
        for name in ("talk_with", "talk"):
            self.fields[name].required = needed
        for name, found in offered.items():
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = found

    def _reason(self) -> None:
        way = way_to(self.start, self.stage.id if self.stage else "")
        if way is None or not (way.reason_needed or way.only_if) or self.stage is None:
            del self.fields["reason"]
            return
        label = f"Why it begins at {self.stage.label}"
        self.fields["reason"].label = label
        self.fields["reason"].error_messages["required"] = (
            f"Enter why it begins at {self.stage.label}"
        )
        self.fields["reason"].help_text = f"Only if {way.only_if}" if way.only_if else ""

    def _tier(self) -> Informal | None:
        tiers = self.start.protocol.informal
        return tiers[0] if tiers else None

    def _rules(self) -> list[DutyRule]:
        bypass = self.stage is not self.start.protocol.stages[0]
        return asked_before(self.start.protocol, self.start.roles, bypass=bypass)

    def clean(self) -> dict[str, Any]:
        """A talk has both somebody and something that was said."""
        cleaned = super().clean() or self.cleaned_data
        self._storable(cleaned)
        with_whom, said = cleaned.get("talk_with"), cleaned.get("talk")
        if with_whom and not said and "talk" not in self.errors:
            self.add_error("talk", "Enter what was said")
        if said and not with_whom and "talk_with" not in self.errors:
            self.add_error("talk_with", "Select who you talked with")
        return cleaned

    def _storable(self, cleaned: dict[str, Any]) -> None:
        """Say beside a field when what was typed there cannot be stored."""
        for name in [each for each, text in cleaned.items() if isinstance(text, str)]:
            try:
                cleaned[name] = clean_text(cleaned[name])
            except ValueError as error:
                sentence, _, hint = str(error).partition(" Hint: ")
                self.add_error(name, f"{sentence}. {capital(hint)}" if hint else sentence)

    def proposals(self, concern: ConcernRaised) -> tuple[DisputeEvent, ...]:
        """The steps in order: the concern, the talk, what comes before, and the alert."""
        alert = AlertIssued(
            stage=self.stage.id if self.stage else "",
            reason=self.cleaned_data.get("reason", ""),
            concern=concern.concern,
            outcome_sought=concern.outcome_sought,
        )
        return (concern, *self._talk(), *map(self._before, self._rules()), alert)

    def _talk(self) -> tuple[DisputeEvent, ...]:
        given = self.cleaned_data
        if not given.get("talk"):
            return ()
        with_roles = tuple(given["talk_with"])
        why = given.get("why_this_way", "")
        return (ConversationRecorded(with_roles, given["how"], why, given["talk"]),)

    def _before(self, rule: DutyRule) -> DisputeEvent:
        said = self.cleaned_data[f"before-{rule.id}"]
        about = rule.about or ""
        if rule.must is Verb.CONSULT:
            return Consulted(whom=rule.whom, about=about, text=said)
        if rule.must is Verb.WRITE_NOTE:
            return CaseNoteWritten(text=said)
        return Informed(whom=rule.whom, about=about, text=said)


def entries(start: Beginning) -> list[Stage]:
    """The stages at which this person can begin."""
    first, *others = start.protocol.stages
    found = [first] if start.roles & set(first.raised_by) else []
    return found + [each for each in others if way_to(start, each.id) and not each.only_after]


def way_to(start: Beginning, stage: str) -> WayIn | None:
    """The way into a stage at the start that this person has."""
    ways = ways_in(start.protocol)
    found = (way for way in ways if stage in way.into and "at the start" in way.when)
    return next((way for way in found if start.roles & set(way.by)), None)


def _asked(start: Beginning, rule: DutyRule) -> forms.Field:
    place = start.protocol.clauses[rule.clause].place
    asks = {Verb.CONSULT: "What they advised", Verb.WRITE_NOTE: "The case note"}
    what = asks.get(rule.verb, "What you told them")
    return forms.CharField(
        widget=forms.Textarea,
        label=rule.what,
        help_text=f"{what} (clause {place})",
        error_messages={"required": f"Enter {what[:1].lower()}{what[1:]}"},
    )
