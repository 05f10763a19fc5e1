"""What the GOV.UK components want to know about a Django form field."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import BoundField

Options = dict[str, Any]

_DAY_PARTS = (("Day", 2), ("Month", 2), ("Year", 4))


def field_options(bound: BoundField, size: str = "s", *, heading: bool = False) -> Options:
    """The options of a field with one input: id, name, what was typed, label, hint and error."""
    value = bound.value()
    return _around(bound) | {
        "id": bound.auto_id,
        "value": "" if value is None else str(value),
        "label": _title(bound, kind="label", size=size, heading=heading),
    }


def choice_options(
    bound: BoundField, hints: Mapping[str, str], size: str = "s", *, heading: bool = False
) -> Options:
    """The options of radios, checkboxes or a select: its choices too, with a hint for a value."""
    value = bound.value()
    chosen = {str(each) for each in (value if isinstance(value, list | tuple) else [value])}
    offered = getattr(bound.field, "choices", ())
    items = [item for each, text in offered for item in _items(each, text, hints, chosen)]
    first = next((item for item in items if "value" in item), {})
    first["id"] = bound.auto_id
    legend = _title(bound, kind="fieldset__legend", size=size, heading=heading)
    label = _title(bound, kind="label", size=size, heading=heading)
    own = {"id": bound.auto_id, "idPrefix": bound.auto_id, "items": items}
    return _around(bound) | own | {"label": label, "fieldset": {"legend": legend}}


def _items(
    value: object, text: object, hints: Mapping[str, str], chosen: set[str]
) -> Iterator[Options]:
    """A choice; or, where choices stand in a group, the group's name and its choices."""
    if isinstance(text, list | tuple):
        yield {"divider": str(value)}
        for each, name in text:
            yield from _items(each, name, hints, chosen)
        return
    yield {
        "value": str(value),
        "text": str(text),
        "hint": {"text": hints.get(str(value), "")},
        "checked": str(value) in chosen,
        "selected": str(value) in chosen,
    }


def day_options(bound: BoundField, size: str = "s", *, heading: bool = False) -> Options:
    """The options of a date asked for as day, month and year (a `DayField`)."""
    inputs = bound.subwidgets[0].data["subwidgets"]
    wrong = " govuk-input--error" if bound.errors else ""
    items = [
        {
            "id": f"{bound.auto_id}_{n}",
            "name": part["name"],
            "label": label,
            "value": "" if part["value"] is None else part["value"],
            "classes": f"govuk-input--width-{width}{wrong}",
        }
        for n, (part, (label, width)) in enumerate(zip(inputs, _DAY_PARTS, strict=True))
    ]
    legend = _title(bound, kind="fieldset__legend", size=size, heading=heading)
    return _around(bound) | {"id": bound.auto_id, "items": items, "fieldset": {"legend": legend}}


def _around(bound: BoundField) -> Options:
    options: Options = {"name": bound.html_name}
    if bound.help_text:
        options["hint"] = {"text": str(bound.help_text)}
    if bound.errors:
        options["errorMessage"] = {"text": str(bound.errors[0])}
    return options


def _only_ticks(bound: BoundField) -> bool:
    """Whether a field is one box to tick, which says by itself what the label says."""
    return [str(text) for _, text in getattr(bound.field, "choices", ())] == [str(bound.label)]


def _title(bound: BoundField, *, kind: str, size: str, heading: bool) -> Options:
    ticked = _only_ticks(bound)
    optional = "" if bound.field.required or ticked else " (optional)"
    return {
        "text": f"{bound.label}{optional}",
        "classes": "govuk-visually-hidden" if ticked else f"govuk-{kind}--{size}",
        "isPageHeading": heading,
    }
