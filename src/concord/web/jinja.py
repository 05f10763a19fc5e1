"""The Jinja environment of the pages: strict, escaped, with the GOV.UK components at hand."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
)

from concord.core.dispute.own_words import own
from concord.web import words
from concord.web.field_options import choice_options, day_options, field_options
from concord.web.form_errors import form_errors

COMPONENTS = "govuk_frontend_jinja"


class PageEnvironment(Environment):
    """Concord's own templates, which may use nothing undefined.

    The GOV.UK components ask for every option there is, given or not, so they live in an
    environment of their own, where what is missing is empty.
    """

    components: Environment

    def get_template(self, name: str | Template, *more: Any, **named: Any) -> Template:
        """The template of this name, a component's from the components' environment."""
        if isinstance(name, str) and name.startswith(f"{COMPONENTS}/"):
            return self.components.get_template(name)
        return super().get_template(name, *more, **named)


def environment(**options: Any) -> PageEnvironment:
    """The environment of Django's Jinja2 backend, made from its options."""
    strict = {"autoescape": True, "undefined": StrictUndefined}
    pages = PageEnvironment(**options | strict | {"trim_blocks": True, "lstrip_blocks": True})
    pages.components = _components()
    pages.globals |= {
        "static": static,
        "url": _url,
        "query": query,
        "own": own,
        "messages_of": get_messages,
        "field_options": field_options,
        "choice_options": choice_options,
        "day_options": day_options,
    }
    pages.filters |= {
        "day": words.day,
        "day_short": words.day_short,
        "when_short": words.when_short,
        "weekday_day": words.weekday_day,
        "moment": words.moment,
        "when": words.when,
        "machine_day": words.machine_day,
        "count": words.count,
        "form_errors": form_errors,
    }
    return pages


def _components() -> Environment:
    loader = PrefixLoader({COMPONENTS: PackageLoader(COMPONENTS)})
    components = Environment(autoescape=True, loader=loader, undefined=Undefined)
    # A component indents what stands inside it, and with it the text that somebody typed.
    components.filters["indent"] = _as_it_is
    return components


def query(sent: QueryDict, **changes: object) -> str:
    """A query with some values changed, such as "?state=open&page=2"; None takes one out."""
    changed = sent.copy()
    for name, value in changes.items():
        changed.pop(name, None)
        if value is not None:
            changed[name] = str(value)
    return f"?{changed.urlencode()}"


def _url(name: str, **parts: object) -> str:
    return reverse(name, kwargs=parts)


def _as_it_is(text: str, *_options: object) -> str:
    return text
