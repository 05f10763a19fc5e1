"""The pages' templates are strict and escaped, and the GOV.UK components keep what was typed."""

import pytest
from django.http import QueryDict
from django.template import engines
from jinja2 import UndefinedError

from concord.web.jinja import query

BOX_UNDER_A_CHOICE = """
{% from "govuk_frontend_jinja/components/textarea/macro.html" import govukTextarea %}
{% from "govuk_frontend_jinja/components/radios/macro.html" import govukRadios %}
{% set label = {"text": "Why"} %}
{% set box = govukTextarea({"id": "why", "name": "why", "value": typed, "label": label}) %}
{{ govukRadios({
    "name": "agreed",
    "fieldset": {"legend": {"text": "Agreed"}},
    "items": [{"value": "no", "text": "No", "conditional": {"html": box}}],
}) }}
"""


def rendered(template: str, **context: object) -> str:
    return engines["jinja2"].from_string(template).render(context)


def test_a_name_that_a_page_was_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ nobody_gave_this }}")


def test_what_a_person_typed_is_never_taken_for_markup() -> None:
    assert rendered("{{ text }}", text="<b>") == "&lt;b&gt;"
    assert "&lt;/textarea&gt;" in rendered(BOX_UNDER_A_CHOICE, typed="</textarea>")


def test_a_component_does_not_indent_the_lines_that_somebody_typed() -> None:
    assert ">one\ntwo</textarea>" in rendered(BOX_UNDER_A_CHOICE, typed="one\ntwo")


def test_a_link_to_another_page_of_a_list_keeps_the_rest_of_the_query() -> None:
    sent = QueryDict("state=open&page=2")
    assert query(sent, page=3) == "?state=open&page=3"
    assert query(sent, state=None) == "?page=2"
