"""What can be chosen in the acts of a child's record, and what each is called."""

from collections.abc import Mapping
from typing import Final

from concord.core.child.matter import (
    ChildMatter,
    changes_of,
    grave_events_of,
    recognition_of,
    review_kinds,
    reviews_of,
)
from concord.core.dispute.words import Words, capital, day

_FIXED: Final[Mapping[str, Mapping[str, str]]] = {
    "child part": {
        "in person": "Yes, in person",
        "through an advocate": "Yes, through an advocate",
        "in writing": "Yes, in writing or by a picture",
        "no": "No",
    },
    "advocate": {
        "has one": "The child has an advocate",
        "was helped to one": "The child was helped to reach one",
        "does not want one": "The child was asked and does not want one",
        "not asked": "The child was not asked",
    },
    "wishes": {
        "to challenge something": "That something is challenged",
        "to account for what was done": "An account of what was done",
    },
    "who complains": {
        "the child": "The child",
        "somebody for the child": "Somebody for the child",
        "a parent or carer": "A parent or carer",
    },
    "who praised": {
        "the child": "The child",
        "a parent or carer": "A parent or carer",
        "a professional": "Somebody who works with the child",
    },
}


def child_choices(matter: ChildMatter) -> dict[str, Mapping[str, str]]:
    """What can be chosen now, by the source of a field: value and name."""
    protocol, record = matter.protocol, matter.record
    reviews, changes = reviews_of(protocol), changes_of(protocol)
    recognition, grave = recognition_of(protocol), grave_events_of(protocol)
    refusing = reviews.not_carried_out if reviews else None
    told = refusing.told if refusing else tuple(protocol.roles)
    return {
        **_FIXED,
        "review kinds": {kind: capital(label) for kind, label in review_kinds(protocol).items()},
        "papers": reviews.papers.kinds if reviews and reviews.papers else {},
        "change kinds": changes.kinds if changes else {},
        "characteristics": recognition.characteristics if recognition else {},
        "grave kinds": grave.kinds if grave else {},
        "planned reviews": {str(each.number): capital(each.called) for each in record.planned},
        "held reviews": {str(each.number): capital(each.called) for each in record.held},
        "open decisions": _decisions(matter, is_open=True),
        "refused decisions": _decisions(matter, is_open=False),
        "told of refusals": {role: protocol.roles[role].label for role in told},
        "open changes": {
            str(each.number): f"Change {each.number}: {_about(each.labels)}"
            for each in record.changes
            if each.weighed_at is None
        },
        "submissions": {str(each.number): capital(each.called) for each in record.submissions},
        "assessments": {
            name: name
            for each in record.submissions
            for name in each.assessments
            if name not in dict(each.came)
        },
        "complaints": {
            str(each.number): f"Complaint {each.number} of {each.giver}"
            for each in record.complaints
            if each.ended_at is None
        },
        "grave events": {str(each.number): each.label for each in record.grave_events},
        "told of grave events": _outside(matter),
        "open requests": {
            str(each.number): f"Request {each.number}: {each.wish}"
            for each in record.requests
            if each.answered_at is None
        },
    }


def child_words(matter: ChildMatter) -> Words:
    """The council's words, which also know the reviews, decisions and changes of a record."""
    return Words(matter.protocol, chosen=_known(matter))


def _known(matter: ChildMatter) -> dict[str, Mapping[str, str]]:
    """Names of everything that there ever was, so that old entries read as new ones do."""
    record = matter.record
    reviews = {str(each.number): capital(each.called) for each in record.reviews}
    decisions = {str(each.number): capital(record.called(each)) for each in record.decisions}
    changes = {str(each.number): f"Change {each.number}" for each in record.changes}
    requests = {str(each.number): f"Request {each.number}" for each in record.requests}
    return child_choices(matter) | {
        **dict.fromkeys(("planned reviews", "held reviews"), reviews),
        **dict.fromkeys(("open decisions", "refused decisions"), decisions),
        "complaints": {str(each.number): f"Complaint {each.number}" for each in record.complaints},
        "assessments": {},
        "open changes": changes,
        "open requests": requests,
    }


def _decisions(matter: ChildMatter, *, is_open: bool) -> dict[str, str]:
    """Decisions by number, each with what was decided; for a form, whose reader may see it."""
    record = matter.record
    found = (each for each in record.decisions if (each.is_open if is_open else each.refused_at))
    return {
        str(each.number): f"{capital(record.called(each))}: {each.action.what}"
        + (f" (by {day(each.action.on)})" if each.action.on else "")
        for each in found
    }


def _outside(matter: ChildMatter) -> dict[str, str]:
    """Whom of those outside somebody has to tell of a grave event."""
    told = (role for each in matter.record.grave_events for role in each.told)
    roles = (role for role in dict.fromkeys(told) if role not in matter.inside)
    return {role: matter.protocol.roles[role].label for role in roles}


def _about(labels: tuple[str, ...]) -> str:
    return "; ".join(labels) or "of no kind that is listed"
