"""The acts of a story with their fields, as the reference page shows them."""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_type_hints

from concord.core.dispute.decide import ACTS
from concord.core.dispute.events import DisputeEvent
from concord.core.record.fields import described
from tests.reference.written_as import written_as

_SOURCES = {
    "priorities": "the id of a priority",
    "dates": "the id of one of the `dates`",
    "roles": "roles, one or several in `[ ]`",
    "role": "a role",
    "issues": "ids of issues, one or several in `[ ]`",
    "categories": "ids of categories, one or several in `[ ]`",
    "entry stages": "the id of a stage; the first one when left out",
    "higher stages": "the id of a higher stage; the next one when left out",
    "answer kinds": "the id of one of the stage's kinds",
    "matters": "the word that a duty has under `about`",
    "bodies": "the id of the body, as under `to` of a referral",
    "advice": "the kind of advice, as under `kind`",
    "open actions": "the number of the action, from 1",
    "entries": "the number of the entry, from 1",
}


def story_acts() -> str:
    """Every act: what it is, and a table of its fields."""
    return "\n".join(line for verb, kind in ACTS.items() for line in _act(verb, kind))


def _act(verb: str, kind: type[DisputeEvent]) -> Iterator[str]:
    yield f"### {verb}\n"
    yield f"{_first_sentence(kind)}\n"
    yield "| field | needed | what it says | written as |"
    yield "| --- | --- | --- | --- |"
    hints = get_type_hints(kind, include_extras=True)
    for each in fields(kind):
        about = described(kind)[each.name]
        if about.given:
            how = _SOURCES.get(about.source) or written_as(hints[each.name])
            needed = "yes" if about.needed else ""
            yield f"| `{each.name.replace('_', ' ')}` | {needed} | {about.label} | {how} |"
    yield ""


def _first_sentence(kind: type[DisputeEvent]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())
