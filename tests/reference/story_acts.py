"""The acts of a story with their fields, as the reference page shows them."""

from collections.abc import Iterator
from dataclasses import fields
from typing import get_type_hints

from concord.core.child.decide import CHILD_ACTS
from concord.core.dispute.decide import ACTS
from concord.core.dispute.events.base import Worded
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
    "child outcomes": "the number of the outcome, from 1",
    "child duties": "the id of the duty, such as `child-told-of-rights`",
    "entries": "the number of the entry, from 1",
    "review kinds": "the id of one of the `kinds` under `reviews`",
    "change kinds": "ids of `kinds` under `changes`, one or several in `[ ]`",
    "grave kinds": "the id of one of the `kinds` under `grave events`",
    "papers": "ids of `kinds` under `papers`, one or several in `[ ]`",
    "characteristics": "ids of `characteristics`, one or several in `[ ]`",
    "told of refusals": "roles, one or several in `[ ]`",
    "told of grave events": "roles, one or several in `[ ]`",
    **dict.fromkeys(("planned reviews", "held reviews"), "the number of the review, from 1"),
    **dict.fromkeys(("open decisions", "refused decisions"), "the number of the decision, from 1"),
    "open changes": "the number of the change, from 1",
    "open requests": "the number of the request, from 1",
    "grave events": "the number of the event, from 1",
    "restraints": "the id of the duty to refrain",
}


def story_acts() -> str:
    """Every act: what it is, and a table of its fields."""
    acts: dict[str, type[Worded]] = {**ACTS, **CHILD_ACTS}
    return "\n".join(line for verb, kind in acts.items() for line in _act(verb, kind))


def _act(verb: str, kind: type[Worded]) -> Iterator[str]:
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


def _first_sentence(kind: type[Worded]) -> str:
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())
