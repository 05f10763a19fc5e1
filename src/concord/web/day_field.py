"""A date typed as day, month and year, the way GOV.UK asks for one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from concord.core.clock.words import MONTHS

_PARTS = ("day", "month", "year")
_YEAR_DIGITS = 4
_MONTHS = {
    spelt: number
    for number, name in enumerate((name.lower() for name in MONTHS), start=1)
    for spelt in (name, name[:3], name[:4])
}


class DayWidget(forms.MultiWidget):
    """Three inputs: name_0 the day, name_1 the month, name_2 the year."""

    def __init__(self) -> None:
        super().__init__(widgets=[forms.TextInput() for _ in _PARTS])

    def decompress(self, value: date | None) -> list[Any]:
        """The three texts of a date that a form begins with."""
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.Field):
    """A date; a month may be a number or a name, a year has four digits.

    Its errors say what is wrong with the date as it is `called`, such as "The date of the review".
    """

    widget = DayWidget

    def __init__(self, *, called: str = "The date", **options: Any) -> None:
        options.setdefault("error_messages", {}).setdefault("required", f"Enter {_lower(called)}")
        super().__init__(**options)
        self.called = called

    def clean(self, value: Sequence[str | None] | None) -> date | None:
        """The date of the three texts; raises ValidationError for an incomplete or unreal one."""
        typed = [(part or "").strip() for part in value or ("", "", "")]
        if not any(typed):
            self.validate(None)
            return None
        missing = [name for name, text in zip(_PARTS, typed, strict=True) if not text]
        if missing:
            raise ValidationError(f"{self.called} must include a {' and a '.join(missing)}")
        return self._real(*typed)

    def _real(self, day: str, month: str, year: str) -> date:
        if len(year) != _YEAR_DIGITS:
            raise ValidationError(f"{self.called}: the year must have 4 numbers")
        try:
            return date(_number(year), _month(month), _number(day))
        except ValueError as error:
            raise ValidationError(f"{self.called} must be a real date") from error


def _month(text: str) -> int:
    return _MONTHS.get(text.lower()) or _number(text)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or len(text) > _YEAR_DIGITS:
        raise ValueError(text)
    return int(text)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
