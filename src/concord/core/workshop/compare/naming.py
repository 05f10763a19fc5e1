"""What the parts of a protocol file are called when two versions of it are compared."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from concord.core.dispute.words import capital
from concord.core.protocol.definition import Protocol

# The key by which the members of a list are known again in the other version.
_KNOWN_BY = ("id", "kind", "to")
_TITLES = ("label", "what", "place", "about", "document")
_PARTS = {
    "stages": "Stage",
    "informal": "Informal tier",
    "duties": "Duty",
    "clauses": "Clause",
    "readings": "Reading",
    "roles": "Role",
    "issues": "Kind of concern",
    "categories": "Category",
    "ways_in": "Way in",
    "advice": "Advice",
    "referrals": "Referral",
    "total": "Overall limit",
    "holding": "Hold",
    "escalating": "Going up",
    "closing": "The end",
    "labels": "What is called what",
    "source": "The document",
    "raisers": "Who may raise a concern",
    "overseers": "Who looks on",
    "siblings": "Several children",
}
_NAMES = {
    "within": "time limit",
    "by": "who",
    "if_none": "if no answer comes",
    "at_most": "longest time",
    "stops": "clocks that stand still",
    "into": "leads into",
    "held_for": "held for",
    "manager": "answers to",
    "says": "what it says",
}
# Words that a person wrote; what only looks like the id of a role in them is none.
_WRITTEN = frozenset(
    (
        *("label", "short", "title", "place", "says", "what", "because", "chosen", "document"),
        *("authority", "dated", "given_by", "never_from", "remedy", "reserved_for", "weighs"),
        *("test", "group", "dispute", "alert", "stage", "answer"),
    )
)
NOTHING = "not stated"


def name_of(field: str) -> str:
    """What a field is called: "within" is the time limit, "limit_clause" the clause for it."""
    if field.endswith("_clause"):
        return f"clause for {name_of(field.removesuffix('_clause'))}"
    return _NAMES.get(field, field.replace("_", " "))


def part_of(field: str) -> str:
    """What a part of the whole protocol is called: a member of "stages" is a "Stage"."""
    return _PARTS.get(field, capital(name_of(field)))


def key_of(member: object) -> str | None:
    """By what a member of a list is known again; None for one without such a name."""
    return next((str(getattr(member, name)) for name in _KNOWN_BY if hasattr(member, name)), None)


def title_of(member: object, key: str) -> str:
    """What a member of a list is called: by its label, its words, or else its id."""
    found = (getattr(member, name, None) for name in _TITLES)
    return next((each for each in found if isinstance(each, str) and each), key)


def in_words(protocol: Protocol, value: object, field: str = "") -> str:
    """A value of a protocol in words: labels for ids, and a group as a list of its parts."""
    if value in (None, (), ""):
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(in_words(protocol, each, field) for each in value)
    if isinstance(value, Mapping):
        pairs = ((key, in_words(protocol, each, field)) for key, each in value.items())
        return "; ".join(f"{key}: {said}" for key, said in pairs) or NOTHING
    if is_dataclass(value) and hasattr(value, "__pydantic_config__"):
        return _group(protocol, value)
    return str(value) if field in _WRITTEN else _label(protocol, str(value))


def _group(protocol: Protocol, value: object) -> str:
    if not is_dataclass(value):
        return str(value)
    told = ((each.name, getattr(value, each.name)) for each in fields(value))
    parts = (
        f"{name_of(name)}: {in_words(protocol, each, name)}"
        for name, each in told
        if each not in (None, (), "", False) and name not in _KNOWN_BY
    )
    return "; ".join(parts)


def _label(protocol: Protocol, word: str) -> str:
    """The label of a role, a rung or a clause that is named by its id; other words as they are."""
    if word in protocol.roles:
        return protocol.roles[word].label
    rungs = {each.id: each.label for each in protocol.informal}
    rungs |= {each.id: each.label for each in protocol.stages}
    clause = protocol.clauses.get(word)
    return rungs.get(word) or (clause.place if clause else word)
