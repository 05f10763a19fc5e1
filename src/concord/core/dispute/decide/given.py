"""What a person gave for a step, before it is decided on: is it all there, and who is meant?"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from concord.core.dispute.events.base import Worded
from concord.core.problem import Finding, Place, WrongData, did_you_mean
from concord.core.protocol.definition import Protocol
from concord.core.record.fields import described, missing_fields

_ROLES = ("role", "roles")
# The fields that list what somebody will do, whatever a line of them is called.
ACTIONS = ("actions", "decisions")


def stop_at_gaps(proposal: Worded, protocol: Protocol) -> None:
    """Raise WrongData, with one finding for each place, when something needed is empty or when
    somebody is named whom the protocol does not know.
    """
    naming = _naming_in(proposal)
    gaps = [_missing(proposal, name) for name in missing_fields(proposal)]
    gaps += _empty_actions(proposal, naming)
    gaps += strangers(proposal, protocol)
    if gaps:
        raise WrongData(tuple(gaps))


def strangers(proposal: Worded, protocol: Protocol) -> Iterator[Finding]:
    """A finding for each person who is named in a step and whom the protocol does not know."""
    for path, role in _named(proposal):
        if role not in protocol.roles:
            yield stranger(role, protocol, place=Place(path=path))


def stranger(role: str, protocol: Protocol, *, place: Place) -> Finding:
    """The finding about one name that the protocol does not know, and where it stands."""
    sentence = f'This protocol knows nobody called "{role}"'
    return Finding("unknown-person", sentence, did_you_mean(role, protocol.roles), place)


class _Naming(NamedTuple):
    """The fields of a kind of step that list actions, and those that name roles."""

    actions: tuple[str, ...]
    roles: tuple[str, ...]


def _naming_in(proposal: Worded) -> _Naming:
    kind: Any = type(proposal)
    return _naming(kind)


@cache
def _naming(kind: Any) -> _Naming:
    about = described(kind)
    return _Naming(
        actions=tuple(name for name in about if about[name].source in ACTIONS),
        roles=tuple(name for name in about if about[name].source in _ROLES),
    )


def _missing(proposal: Worded, name: str) -> Finding:
    label = described(type(proposal))[name].label
    return _needed(f"{label}: nothing is given", name.replace("_", " "))


def _empty_actions(proposal: Worded, naming: _Naming) -> Iterator[Finding]:
    for name in naming.actions:
        for index, action in enumerate(getattr(proposal, name)):
            if not action.what:
                called = "Decision" if name == "decisions" else "Action"
                sentence = f"{called} {index + 1}: it is not said what will be done"
                yield _needed(sentence, f"{name} > {index} > what")


def _needed(sentence: str, path: str) -> Finding:
    return Finding("needed", sentence, "Fill it in", Place(path=path))


def _named(proposal: Worded) -> Iterator[tuple[str, str]]:
    """Each role that a step names, with its place; a field that is left empty names nobody."""
    naming = _naming_in(proposal)
    for name in naming.actions:
        for index, action in enumerate(getattr(proposal, name)):
            if action.by:
                yield f"{name.replace('_', ' ')} > {index} > by", action.by
    for name in naming.roles:
        given, path = getattr(proposal, name), name.replace("_", " ")
        one = (given,) if given else ()
        yield from ((path, role) for role in (one if isinstance(given, str) else given))
