"""A step's form, made from what its event says about its fields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any, ClassVar, Protocol

from django import forms
from django.forms import BoundField

from concord.core.dispute.decide import Refused
from concord.core.dispute.decide.given import ACTIONS
from concord.core.dispute.events import CODEC, DisputeEvent
from concord.core.dispute.events.base import Worded
from concord.core.dispute.words import Words, capital
from concord.core.problem import Finding, WrongData
from concord.core.protocol.definition import Protocol as ProtocolFile
from concord.core.record.codec import Codec
from concord.core.record.fields import About, described
from concord.web.day_field import DayField
from concord.web.steps.actions_field import ActionsField
from concord.web.steps.asking import Asking
from concord.web.steps.choices import Choice, Group
from concord.web.steps.weighed_field import WeighedField

_MANY = frozenset(
    (
        *("roles", "issues", "categories", "papers", "change kinds", "characteristics"),
        *("told of refusals", "told of grave events"),
    )
)
_ONE_IS_NO_CHOICE = frozenset(
    (
        *("entry stages", "higher stages", "bodies", "advice", "open actions", "review kinds"),
        "child outcomes",
    )
)
_FEW = 8


class Offering(Protocol):
    """What a form can offer: the lists to choose from, and the kind of event that it makes."""

    @property
    def kind(self) -> type[Worded]:
        """The kind of event."""

    @property
    def protocol(self) -> ProtocolFile:
        """The protocol whose words the form speaks."""

    def of(self, source: str) -> tuple[Choice, ...]:
        """The choices of a source."""

    def issues(self) -> tuple[Choice | Group, ...]:
        """The catalogue of issues."""

    def weighed(self) -> list[str]:
        """What has to be weighed."""

    def conditions(self, source: str) -> dict[str, str]:
        """For each choice that has a condition, the condition."""

    def place_of(self, number: str) -> str:
        """The place in the record of the entry that readers know by a number."""

    def asks(self) -> Asking:
        """What is left out, and needed besides what every council needs."""


class EventForm(forms.Form):
    """The form of one kind of event of a record; `made` is the event that it makes.

    `CODEC` knows the events of that record, `BESIDE` are fields of a form that are none of an
    event.
    """

    CODEC: ClassVar[Codec]
    BESIDE: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, choices: Offering, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = choices.kind
        self.made: Worded | None = None
        self._only: dict[str, str] = {}
        words = Words(choices.protocol)
        self.hints: dict[str, Mapping[str, str]] = {}
        asked = choices.asks()
        for name, about in described(self.kind).items():
            if about.given and name not in asked.left_out:
                needed = about.needed or name in asked.needed
                label, hint = words.own(about.label), words.own(asked.hints.get(name, about.hint))
                told = replace(about, needed=needed, label=label, hint=hint)
                self._add(name, told, choices)

    def _add(self, name: str, about: About, choices: Offering) -> None:
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
            proposal = self.CODEC.propose(self.kind, values)
        except WrongData as wrong:
            for finding in wrong.findings:
                self.note(finding)
            return cleaned
        if isinstance(proposal, Worded) and not self.errors:
            self.made = proposal
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


class StepForm(EventForm):
    """The form of a step in a dispute."""

    CODEC = CODEC

    @property
    def proposal(self) -> DisputeEvent | None:
        """The event of the dispute that was typed; None as long as something is wrong."""
        return self.made if isinstance(self.made, DisputeEvent) else None


def offer(field: forms.Field, offered: Iterable[Choice]) -> None:
    """Offer choices in a field. Raises TypeError for a field that has none."""
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{type(field).__name__} has no choices")
    field.choices = list(offered)


def made_field(about: About, annotation: object, choices: Offering) -> forms.Field | None:
    """The form field for a described field; None when there is nothing to choose from."""
    common: dict[str, Any] = {"label": about.label, "help_text": about.hint}
    if about.source in ACTIONS:
        noun = about.source.removesuffix("s")
        return ActionsField(roles=choices.of("role"), noun=noun, required=about.needed, **common)
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
    choices: Offering,
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
