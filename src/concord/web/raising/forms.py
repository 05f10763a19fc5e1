"""The forms of raising a concern: the concern, where it begins, and what comes before that."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms

from concord.casework.queries.raising import Beginning
from concord.core.dispute.events import (
    AlertIssued,
    CaseNoteWritten,
    ConcernRaised,
    Consulted,
    ConversationRecorded,
    DisputeEvent,
    Informed,
)
from concord.core.dispute.words import capital
from concord.core.protocol.definition import DutyRule, Informal, Stage
from concord.core.protocol.vocabulary import Verb
from concord.core.record.text import clean_text
from concord.web.day_field import DayField
from concord.web.steps.asking import asking
from concord.web.steps.choices import Acting, Choice, Choices
from concord.web.steps.forms import StepForm, offer

INFORMAL = "informal"
_ORDER = (
    "siblings",
    "came_from",
    "agency",
    "concern",
    "outcome_sought",
    "respond_by",
    "raised_with",
    "none_reached",
    "issues",
    "categories",
)


class ConcernForm(StepForm):
    """What the concern is, and whether it is about siblings too."""

    BESIDE = frozenset(("siblings",))

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        choices = Choices(start.matter, ConcernRaised)
        super().__init__(data, choices=choices, **more)
        self._only["about"] = start.about
        if start.others:
            self._offer_siblings(start)
        if start.occasions:
            self._offer_occasions(start)
        self.order_fields(_ORDER)

    def _offer_siblings(self, start: Beginning) -> None:
        self.fields["siblings"] = forms.MultipleChoiceField(
            choices=[(each.child.pk.hex, each.child.name) for each in start.others],
            widget=forms.CheckboxSelectMultiple(),
            required=False,
            label="Is it about brothers or sisters too?",
            help_text=f"One {start.protocol.labels.dispute} can be about several children. "
            "Whoever has a part in it for one of them then sees all of it",
        )
        self.hints["siblings"] = {
            each.child.pk.hex: f"{each.child.reference}, {each.child.team.name}"
            for each in start.others
        }

    def _offer_occasions(self, start: Beginning) -> None:
        names = [(each.called, each.called) for each in start.occasions]
        self.fields["came_from"] = forms.ChoiceField(
            choices=[("", "None of these"), *names],
            required=False,
            label="Where it comes from",
            help_text="The review in which the problem showed, or a decision of one",
        )
        self.hints["came_from"] = {}

    @property
    def siblings(self) -> tuple[UUID, ...]:
        """The siblings that were chosen; none until the form is valid."""
        return tuple(UUID(each) for each in self.cleaned_data.get("siblings", ()))


class BeginForm(forms.Form):
    """Where it begins: informally, or at a stage of the formal process."""

    begin = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Where does it begin?",
        error_messages={"required": "Select where it begins"},
    )

    def __init__(self, data: Any, *, start: Beginning, **more: Any) -> None:
        super().__init__(data, **more)
        self.start = start
        alert = start.protocol.labels.alert
        formal = [(s.id, f"At {s.label}: issue the {alert} now") for s in start.stages]
        talk = [(INFORMAL, "Informally: talk about it first")] if start.has_talk else []
        offer(self.fields["begin"], [*talk, *formal])

    def hints(self) -> Mapping[str, str]:
        """For each stage that has a condition, the condition."""
        found = ((stage.id, self.start.before(stage).only_if) for stage in self.start.stages)
        return {stage: f"Only if {only_if}" for stage, only_if in found if only_if}


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

    def __init__(self, data: Any, *, start: Beginning, stage: Stage, **more: Any) -> None:
        super().__init__(data, **more)
        self.start, self.stage = start, stage
        self.asked = start.before(stage)
        self._attempt(self.asked.tier)
        self._reason()
        if asking(start.matter, AlertIssued, start.roles).needed >= {"answer_by"}:
            called = f"The date by which the {start.protocol.labels.answer} has to come"
            self.fields["answer_by"] = DayField(called=called, label=called, required=True)
        for rule in self.asked.rules:
            self.fields[f"before-{rule.id}"] = _asked(start, rule)

    def _attempt(self, tier: Informal | None) -> None:
        """Leave out what the protocol does not ask for, and offer what it knows."""
        if tier is None or not tier.talk_how:
            del self.fields["why_this_way"]
        if tier is None:
            for name in ("talk_with", "how", "talk"):
                del self.fields[name]
            return
        for name in ("talk_with", "talk"):
            self.fields[name].required = self.asked.attempt_needed
        if tier.talk_how:
            self.fields["how"].required = self.asked.attempt_needed
            hint = f"Needed for any other way than {tier.talk_how[0]}"
            self.fields["why_this_way"].help_text = hint
        choices = Choices(self.start.matter, ConversationRecorded, Acting(roles=self.start.roles))
        offer(self.fields["talk_with"], self._to_talk_with(tier, choices.of("roles")))
        offer(self.fields["how"], (("", "Choose"), *choices.of("how")))

    def _to_talk_with(self, tier: Informal, roles: Iterable[Choice]) -> list[Choice]:
        """Only those with whom a talk counts as the attempt, where one is needed."""
        needed = self.asked.attempt_needed
        return [each for each in roles if not needed or each[0] in tier.talk_with]

    def _reason(self) -> None:
        if not self.asked.reason_needed:
            del self.fields["reason"]
            return
        field, why = self.fields["reason"], f"why it begins at {self.stage.label}"
        field.label = capital(why)
        field.error_messages["required"] = f"Enter {why}"
        field.help_text = f"Only if {self.asked.only_if}" if self.asked.only_if else ""

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
            stage=self.stage.id,
            reason=self.cleaned_data.get("reason", ""),
            answer_by=self.cleaned_data.get("answer_by"),
            concern=concern.concern,
            outcome_sought=concern.outcome_sought,
        )
        return (concern, *self._talk(), *map(self._before, self.asked.rules), alert)

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


def _asked(start: Beginning, rule: DutyRule) -> forms.Field:
    place = start.protocol.clauses[rule.clause].place
    asks = {Verb.CONSULT: "What they advised", Verb.WRITE_NOTE: "The case note"}
    what = asks.get(rule.verb, "What you told them")
    return forms.CharField(
        widget=forms.Textarea,
        label=rule.what,
        help_text=f"{what} (clause {place})",
        error_messages={"required": f"{rule.what}: enter {what[:1].lower()}{what[1:]}"},
    )
