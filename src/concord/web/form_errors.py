"""A form's errors as the error summary lists them: each with the place it is about."""

from django.forms import BaseForm, BoundField, MultiWidget


def form_errors(form: BaseForm) -> list[dict[str, str]]:
    """One entry for each error: its `text`, and the `href` of the input that it is about."""
    whole = [{"text": str(error)} for error in form.non_field_errors()]
    fields = [
        {"text": str(error), "href": f"#{first_input(bound)}"}
        for bound in form
        for error in bound.errors
    ]
    return whole + fields


def not_yet_judged(form: BaseForm) -> None:
    """Show what was typed without its errors: the person has not finished, or not pressed on."""
    form.errors.clear()


def first_input(bound: BoundField) -> str:
    """The id of a field's first input, which is where its error leads."""
    several = isinstance(bound.field.widget, MultiWidget)
    return f"{bound.auto_id}_0" if several else bound.auto_id
