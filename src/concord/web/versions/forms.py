"""The forms about versions of the protocol."""

from collections.abc import Iterable
from typing import Any

from django import forms

from concord.core.problem import Finding
from concord.web.day_field import DayField


class ReasonForm(forms.Form):
    """A reason, in words."""

    reason = forms.CharField(
        label="Why it does not come into force",
        widget=forms.Textarea(),
        error_messages={"required": "Enter why it does not come into force"},
    )


class ProposeForm(forms.Form):
    """From which day a version is to be in force, and why."""

    from_on = DayField(
        label="The day from which it is in force",
        help_text="New disputes begin under it from the start of this day. Running ones stay "
        "under their own version",
        called="The day from which it is in force",
    )
    reason = forms.CharField(
        label="Why this version comes into force",
        help_text="Such as where and when it was agreed",
        widget=forms.Textarea(),
        error_messages={"required": "Enter why this version comes into force"},
    )


class SignForm(forms.Form):
    """A reason and a signature."""

    reason = forms.CharField(
        label="Why it is moved",
        widget=forms.Textarea(),
        error_messages={"required": "Enter why it is moved"},
    )
    signed_as = forms.CharField(
        label="Your full name, as your signature",
        error_messages={"required": "Enter your full name, as your signature"},
    )

    def __init__(self, *given: Any, name: str, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["signed_as"].help_text = f"Write {name}"


class UploadForm(forms.Form):
    """A protocol file, or its text."""

    file = forms.FileField(label="A protocol file", required=False, allow_empty_file=True)
    text = forms.CharField(
        label="Or its text",
        help_text="If you choose a file, the file is taken and not this text",
        widget=forms.Textarea(),
        required=False,
        strip=False,
    )


def note(form: forms.Form, findings: Iterable[Finding]) -> None:
    """Put findings about what was typed beside their fields."""
    for finding in findings:
        name = finding.place.path.replace(" ", "_")
        hint = f". {finding.hint}" if finding.hint else ""
        form.add_error(name if name in form.fields else None, f"{finding.sentence}{hint}")
