"""The form with which a bank holiday is added that was announced late."""

from django import forms

from concord.web.day_field import DayField


class HolidayForm(forms.Form):
    """The day, its name, and why it is added."""

    day = DayField(label="The day", help_text="Such as 14 5 2027", called="The day")
    name = forms.CharField(
        label="Its name",
        help_text="As it will stand beside every date that it moves",
        error_messages={"required": "Enter the name of the bank holiday"},
    )
    reason = forms.CharField(
        label="Why it is added",
        help_text="Such as when and by whom it was announced. This goes on the record of every "
        "open dispute, so write nothing here about a child or a person",
        widget=forms.Textarea(),
        error_messages={"required": "Enter why the bank holiday is added"},
    )
