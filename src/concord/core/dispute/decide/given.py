"""What a person gave for a step, before it is decided on: is it all there, and who is meant?"""

from collections.abc import Iterator
from datetime import date

from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.words import day
from concord.core.problem import Finding, Place, WrongData, did_you_mean
from concord.core.protocol.definition import Protocol
from concord.core.record.fields import described, missing_fields

_ROLES = ("role", "roles")


def stop_at_gaps(proposal: DisputeEvent, protocol: Protocol, *, today: date) -> None:
    """Raise WrongData, with one finding for each place, when something needed is empty, when
    somebody is named whom the protocol does not know, or when something is said to have happened
    on a day after today.
    """
    gaps = (
        *_missing(proposal),
        *_empty_actions(proposal),
        *strangers(proposal, protocol),
        *_ahead(proposal, today),
    )
    if gaps:
        raise WrongData(gaps)


def _ahead(proposal: DisputeEvent, today: date) -> Iterator[Finding]:
    for name, about in described(type(proposal)).items():
        on = getattr(proposal, name)
        if about.past and on is not None and on > today:
            sentence, hint = f"{day(on)} is still ahead", f"Give {day(today)} or an earlier day"
            yield Finding("day-ahead", sentence, hint, Place(path=name.replace("_", " ")))


def strangers(proposal: DisputeEvent, protocol: Protocol) -> Iterator[Finding]:
    """A finding for each person who is named in a step and whom the protocol does not know."""
    for path, role in _named(proposal):
        if role not in protocol.roles:
            yield stranger(role, protocol, place=Place(path=path))


def stranger(role: str, protocol: Protocol, *, place: Place) -> Finding:
    """The finding about one name that the protocol does not know, and where it stands."""
    sentence = f'This protocol knows nobody called "{role}"'
    return Finding("unknown-person", sentence, did_you_mean(role, protocol.roles), place)


def _missing(proposal: DisputeEvent) -> Iterator[Finding]:
    about = described(type(proposal))
    for name in missing_fields(proposal):
        yield _needed(f"{about[name].label}: nothing is given", name.replace("_", " "))


def _empty_actions(proposal: DisputeEvent) -> Iterator[Finding]:
    for name, about in described(type(proposal)).items():
        if about.source != "actions":
            continue
        for index, action in enumerate(getattr(proposal, name)):
            if not action.what:
                sentence = f"Action {index + 1}: it is not said what will be done"
                yield _needed(sentence, f"{name} > {index} > what")


def _needed(sentence: str, path: str) -> Finding:
    return Finding("needed", sentence, "Fill it in", Place(path=path))


def _named(proposal: DisputeEvent) -> Iterator[tuple[str, str]]:
    """Each role that a step names, with its place; a field that is left empty names nobody."""
    for name, about in described(type(proposal)).items():
        given, path = getattr(proposal, name), name.replace("_", " ")
        if about.source == "actions":
            for index, action in enumerate(given):
                if action.by:
                    yield f"{path} > {index} > by", action.by
        elif about.source in _ROLES:
            one = (given,) if given else ()
            yield from ((path, role) for role in (one if isinstance(given, str) else given))
