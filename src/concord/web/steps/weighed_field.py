"""What has to be weighed before a referral: one box for each thing that the protocol names."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms


class WeighedWidget(forms.Widget):
    """Boxes: name-0, name-1, ... in the order of the things to weigh."""

    count = 0

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[str]:
        """The texts that were typed, in order."""
        return [str(data.get(f"{name}-{n}", "")).strip() for n in range(self.count)]


class WeighedField(forms.Field):
    """A text for each thing to weigh."""

    widget = WeighedWidget

    def __init__(self, things: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.things = tuple(dict.fromkeys(things))
        self.widget.count = len(self.things)

    def clean(self, value: Sequence[str]) -> list[Mapping[str, str]]:
        """The things that something was written about."""
        pairs = zip(self.things, value or (), strict=False)
        return [{"what": what, "text": text} for what, text in pairs if text]

    def boxes(self, value: Any) -> list[tuple[str, str]]:
        """Each thing with the text that was typed so far."""
        typed = list(value or ())
        return [(what, typed[n] if n < len(typed) else "") for n, what in enumerate(self.things)]
