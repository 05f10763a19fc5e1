"""A step's form, made from what its event says about its fields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField

from concord.core.dispute.decide import Refused
from concord.core.dispute.events import CODEC, DisputeEvent
from concord.core.dispute.words import Words, capital
from concord.core.problem import Finding, WrongData
from concord.core.record.fields import About, described
from concord.web.day_field import DayField
from concord.web.steps.actions_field import ActionsField
from concord.web.steps.asking import asked_by, asking
from concord.web.steps.choices import Choice, Choices, Group
from concord.web.steps.weighed_field import WeighedField

_MANY = ("roles", "issues", "categories")
_ONE_IS_NO_CHOICE = ("entry stages", "higher stages", "bodies", "advice", "open actions")
_FEW = 8


class StepForm(forms.Form):
    """The form of one kind of event; `proposal` is the event that it makes.

    `BESIDE` are fields of a form that are none of the event's.
    """

    BESIDE: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, choices: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = choices.kind
        self.proposal: DisputeEvent | None = None
        self._only: dict[str, str] = {}
        words = Words(choices.protocol)
        self.hints: dict[str, Mapping[str, str]] = {}
        asked = asking(choices.matter, choices.kind, choices.acting.roles)
        asked = asked.more(asked_by(choices.matter.protocol, choices.kind, choices.duty))
        for name, about in described(self.kind).items():
            if about.given and name not in asked.left_out:
                needed = about.needed or name in asked.needed
                label, hint = words.own(about.label), words.own(asked.hints.get(name, about.hint))
                told = replace(about, needed=needed, label=label, hint=hint)
                self._add(name, told, choices)

    def _add(self, name: str, about: About, choices: Choices) -> None:
        offered = choices.of(about.source)
        if len(offered) == 1 and about.source in _ONE_IS_NO_CHOICE:
            self._only[name] = offered[0][0]
            return
        annotation = next(each.type for each in fields(self.kind) if each.name == name)
        made = made_field(about, annotation, choices)
        if made is not None:
            self.fields[name] = made
            self.hints[name] = choices.conditions(about.source)

    def clean(self) -> dict[str, Any]:
        """Make the proposal of what was typed, and note what does not fit beside its field."""
        cleaned = super().clean() or self.cleaned_data
        values = self._only | {
            name: _plain(value) for name, value in cleaned.items() if name not in self.BESIDE
        }
        try:
            proposal = CODEC.propose(self.kind, values)
        except WrongData as wrong:
            for finding in wrong.findings:
                self.note(finding)
            return cleaned
        if isinstance(proposal, DisputeEvent) and not self.errors:
            self.proposal = proposal
        return cleaned

    def note(self, finding: Finding) -> None:
        """Show a finding beside its field, or above the form when its field is not there."""
        name = finding.place.path.split(" > ")[0].replace(" ", "_")
        hint = f". {capital(finding.hint)}" if finding.hint else ""
        words = f"{finding.sentence}{hint}"
        self.add_error(name if name in self.fields else None, words)

    def mark(self, refused: Refused | None) -> None:
        """Show a refusal that is about one field beside that field too."""
        if refused and refused.place in self.fields:
            self.add_error(refused.place, refused.sentence)

    def widgets_of(self) -> list[tuple[str, BoundField]]:
        """The fields with the name of the macro that draws each, in the order of the form."""
        return [(_macro(bound.field), bound) for bound in self]


def offer(field: forms.Field, offered: Iterable[Choice]) -> None:
    """Offer choices in a field. Raises TypeError for a field that has none."""
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{type(field).__name__} has no choices")
    field.choices = list(offered)


def made_field(about: About, annotation: object, choices: Choices) -> forms.Field | None:
    """The form field for a described field; None when there is nothing to choose from."""
    common: dict[str, Any] = {"label": about.label, "help_text": about.hint}
    if about.source == "actions":
        return ActionsField(roles=choices.of("role"), required=about.needed, **common)
    if about.source == "weighs":
        items = choices.weighed()
        return WeighedField(items, required=False, **common) if items else None
    if about.source:
        offered = choices.issues() if about.source == "issues" else choices.of(about.source)
        return _choosing(about, offered, common, choices)
    if annotation == date | None:
        return DayField(called=about.label, required=about.needed, **common)
    if annotation is bool:
        return _yes(common)
    return _typing(about, common)


def _choosing(
    about: About,
    offered: tuple[Choice | Group, ...],
    common: dict[str, Any],
    choices: Choices,
) -> forms.Field | None:
    if not offered:
        return None
    question = about.source == "yes or no"
    missing = {"required": "Select yes or no" if question else f"Select {_small(about.label)}"}
    options = common | {"required": about.needed, "error_messages": missing}
    if about.source in _MANY:
        many = forms.CheckboxSelectMultiple()
        return forms.MultipleChoiceField(choices=offered, widget=many, **options)
    make: Callable[..., forms.Field] = forms.ChoiceField
    if about.source == "entries":
        make = partial(forms.TypedChoiceField, coerce=choices.place_of)
    if about.source == "matters" and not about.needed:
        offered = (*offered, ("", "Something else"))
    if len(offered) > _FEW or about.source == "how":
        return make(choices=(("", "Choose"), *offered), **options)
    return make(choices=offered, widget=forms.RadioSelect(), **options)


def _yes(common: dict[str, Any]) -> forms.Field:
    widget = forms.CheckboxSelectMultiple()
    return forms.MultipleChoiceField(
        choices=(("yes", common["label"]),), widget=widget, required=False, **common
    )


def _typing(about: About, common: dict[str, Any]) -> forms.Field:
    missing = {"required": f"Enter {_small(about.label)}"}
    widget = forms.Textarea() if about.large else forms.TextInput()
    return forms.CharField(
        widget=widget, required=about.needed, error_messages=missing, strip=True, **common
    )


def _macro(field: forms.Field) -> str:
    if isinstance(field, ActionsField):
        return "actions"
    if isinstance(field, WeighedField):
        return "weighed"
    if isinstance(field, DayField):
        return "day"
    if isinstance(field, forms.MultipleChoiceField):
        return "checkboxes"
    if isinstance(field, forms.ChoiceField):
        return "radios" if isinstance(field.widget, forms.RadioSelect) else "select"
    return "words" if isinstance(field.widget, forms.Textarea) else "line"


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value == ["yes"]:
        return "yes"
    return value or ""
