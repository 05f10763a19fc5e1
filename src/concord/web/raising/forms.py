"""The forms of raising a concern: the concern itself, and how far it has already gone."""

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
from concord.core.dispute.ladder import ways_in
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Verb
from concord.core.record.text import clean_text
from concord.web.steps.choices import Choices
from concord.web.steps.forms import StepForm, offer

INFORMAL = "informal"


class ConcernForm(StepForm):
    """What the concern is."""

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        super().__init__(data, kind=ConcernRaised, choices=Choices(start.matter), **more)
        tier = start.protocol.informal[0] if start.protocol.informal else None
        if tier:
            labels = start.protocol.roles
            self.offer("raised_with", ((role, labels[role].label) for role in tier.talk_with))
        if tier and tier.time_set_by == "the raiser":
            self.fields["respond_by"].required = True


class CourseForm(forms.Form):
    """Where it begins: informally, or at a stage of the formal process after an attempt."""

    begin = forms.ChoiceField(widget=forms.RadioSelect, label="How do you want to begin")
    talk_with = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, required=False, label="Who did you talk with"
    )
    how = forms.ChoiceField(required=False, label="How did you talk")
    why_this_way = forms.CharField(required=False, label="Why in this way")
    talk = forms.CharField(widget=forms.Textarea, required=False, label="What was said")
    reason = forms.CharField(widget=forms.Textarea, required=False, label="Why at this stage")

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        super().__init__(data, **more)
        self.start = start
        alert = start.protocol.labels.alert
        formal = ((stage, f"Issue the {alert} at {label} now") for stage, label in self._stages())
        offer(self.fields["begin"], [(INFORMAL, "Informally: talk about it first"), *formal])
        self._informal_attempt()
        for rule in self.rules(bypass=True):
            self.fields[f"before-{rule.id}"] = _asked(start, rule)

    def _stages(self) -> tuple[tuple[str, str], ...]:
        protocol = self.start.protocol
        reachable = {protocol.stages[0].id} | {
            stage
            for way in ways_in(protocol)
            if "at the start" in way.when and self.start.roles & set(way.by)
            for stage in way.into
        }
        mine = self.start.roles & set(protocol.stages[0].raised_by)
        return tuple(
            (stage.id, stage.label) for stage in protocol.stages if mine and stage.id in reachable
        )

    def _informal_attempt(self) -> None:
        tiers = self.start.protocol.informal
        roles = self.start.protocol.roles
        talked = tiers[0].talk_with if tiers else ()
        offer(self.fields["talk_with"], ((role, roles[role].label) for role in talked))
        offer(self.fields["how"], [("", "Choose"), *Choices(self.start.matter).of("how")])
        ways = tiers[0].talk_how if tiers else ()
        if ways:
            self.fields["why_this_way"].label = f"Why not {ways[0]}, if it was not"
        else:
            del self.fields["why_this_way"]

    def rules(self, *, bypass: bool) -> list[DutyRule]:
        """What the protocol asks for before going formal."""
        return asked_before(self.start.protocol, self.start.roles, bypass=bypass)

    def hints(self) -> Mapping[str, str]:
        """For each way to begin, what the protocol says about it."""
        protocol = self.start.protocol
        return {
            stage: f"Only if {way.only_if}"
            for way in ways_in(protocol)
            if way.only_if and self.start.roles & set(way.by)
            for stage in way.into
        }

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen way needs, beside the field that is empty."""
        cleaned = super().clean() or self.cleaned_data
        self._storable(cleaned)
        begin = cleaned.get("begin", INFORMAL)
        if begin != INFORMAL:
            self._need_before(cleaned, begin)
            if bool(cleaned.get("talk")) != bool(cleaned.get("talk_with")):
                empty = "talk_with" if cleaned.get("talk") else "talk"
                self.add_error(empty, "Say both who you talked with and what was said")
        return cleaned

    def _storable(self, cleaned: dict[str, Any]) -> None:
        """Say beside a field when what was typed there cannot be stored."""
        for name in [each for each, text in cleaned.items() if isinstance(text, str)]:
            try:
                cleaned[name] = clean_text(cleaned[name])
            except ValueError as error:
                self.add_error(name, str(error).replace(" Hint: ", ". ", 1))

    def _need_before(self, cleaned: Mapping[str, Any], begin: str) -> None:
        bypass = begin != self.start.protocol.stages[0].id
        for rule in self.rules(bypass=bypass):
            if not cleaned.get(f"before-{rule.id}"):
                self.add_error(f"before-{rule.id}", f"This comes first: {rule.what.lower()}")

    def proposals(self, concern: ConcernRaised) -> tuple[DisputeEvent, ...]:
        """The steps in order: the concern, the talk, what comes before, and the alert."""
        begin = self.cleaned_data["begin"]
        if begin == INFORMAL:
            return (concern,)
        bypass = begin != self.start.protocol.stages[0].id
        before = tuple(self._before(rule) for rule in self.rules(bypass=bypass))
        alert = AlertIssued(
            stage=begin,
            reason=self.cleaned_data["reason"],
            concern=concern.concern,
            outcome_sought=concern.outcome_sought,
        )
        return (concern, *self._talk(), *before, alert)

    def _talk(self) -> tuple[DisputeEvent, ...]:
        if not self.cleaned_data["talk"]:
            return ()
        said = self.cleaned_data
        talk = ConversationRecorded(
            with_roles=tuple(said["talk_with"]),
            how=said["how"],
            why_this_way=said.get("why_this_way", ""),
            text=said["talk"],
        )
        return (talk,)

    def _before(self, rule: DutyRule) -> DisputeEvent:
        said = self.cleaned_data[f"before-{rule.id}"]
        about = rule.about or ""
        if rule.must is Verb.CONSULT:
            return Consulted(whom=rule.whom, about=about, text=said)
        if rule.must is Verb.WRITE_NOTE:
            return CaseNoteWritten(text=said)
        return Informed(whom=rule.whom, about=about, text=said)


def _asked(start: Beginning, rule: DutyRule) -> forms.Field:
    place = start.protocol.clauses[rule.clause].place
    asks = {Verb.CONSULT: "What they advised", Verb.WRITE_NOTE: "The case note"}
    what = asks.get(rule.verb, "What you told them")
    return forms.CharField(
        widget=forms.Textarea, required=False, label=rule.what, help_text=f"{what} (clause {place})"
    )
