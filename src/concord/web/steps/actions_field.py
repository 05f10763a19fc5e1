"""Several actions, each with what, who and by when: rows of a form, without JavaScript."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from concord.core.dispute.events import Action
from concord.web.day_field import DayField

ROWS = 3
MOST_ROWS = 12
_PARTS = ("what", "by", "day", "month", "year")


@dataclass(frozen=True, slots=True)
class TypedAction:
    """One row as it was typed."""

    what: str = ""
    by: str = ""
    day: str = ""
    month: str = ""
    year: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in the row."""
        return not (self.what or self.day or self.month or self.year)


class ActionsWidget(forms.Widget):
    """Rows of inputs: name-0-what, name-0-by, name-0-day, name-0-month, name-0-year, name-1-..."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> list[TypedAction]:
        """The rows that were typed, blank ones between them included."""
        rows = [
            TypedAction(*(str(data.get(f"{name}-{n}-{part}", "")).strip() for part in _PARTS))
            for n in range(MOST_ROWS)
        ]
        while rows and rows[-1].is_blank:
            rows.pop()
        return rows

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether the form came without any row."""
        return f"{name}-0-what" not in data


class ActionsField(forms.Field):
    """Actions with dates; blank rows are left out. `noun` is what a row is called."""

    widget = ActionsWidget

    def __init__(
        self, *, roles: Sequence[tuple[str, str]], noun: str = "action", **options: Any
    ) -> None:
        super().__init__(**options)
        self.roles, self.noun = roles, noun

    def clean(self, value: list[TypedAction]) -> list[Mapping[str, Any]]:
        """The actions as plain values; raises ValidationError naming the row."""
        typed = [(number, row) for number, row in enumerate(value or (), 1) if not row.is_blank]
        if self.required and not typed:
            raise ValidationError(f"Enter at least one {self.noun}")
        return [self._action(number, row) for number, row in typed]

    def _action(self, number: int, row: TypedAction) -> Mapping[str, Any]:
        row_called = f"{self.noun.capitalize()} {number}"
        if not row.what:
            raise ValidationError(f"{row_called}: enter what will be done")
        called = f"{row_called}: the date"
        day = DayField(called=called, required=False).clean([row.day, row.month, row.year])
        return {"what": row.what, "by": row.by, "on": day.isoformat() if day else None}

    def rows(self, value: Any) -> list[TypedAction]:
        """The rows to show: what was typed or what the form began with, and blank ones after it."""
        shown = [row if isinstance(row, TypedAction) else _typed(row) for row in value or ()]
        blank = max(ROWS - len(shown), 1 if shown else ROWS)
        return (shown + [TypedAction()] * blank)[:MOST_ROWS]


def _typed(action: Action) -> TypedAction:
    on: date | None = action.on
    parts = (str(on.day), str(on.month), str(on.year)) if on else ("", "", "")
    return TypedAction(action.what, action.by, *parts)
