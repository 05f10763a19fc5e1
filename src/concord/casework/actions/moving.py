"""Moves a running dispute to the version in force: what was shown is signed, and recorded."""

from dataclasses import dataclass
from uuid import UUID

from concord.casework.actions.dispute import Ask, Done, beyond_calendar
from concord.casework.actions.recording import entries_from, record
from concord.casework.actor import Viewer
from concord.casework.loading import Loaded, NotFound, load
from concord.casework.protocols import protocol_of
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.decide import Refused
from concord.core.dispute.events import MovedToVersion
from concord.core.dispute.moving import Effect, effect_of, move
from concord.core.people.permission import may_move
from concord.core.problem import Finding, Place, WrongData
from concord.core.record.fields import described, missing_fields
from concord.records import find, publishing
from concord.records.log import StaleRecord


@dataclass(frozen=True, slots=True)
class Otherwise:
    """It is no longer as it was shown: the dispute, the version in force or a date has changed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the person saw before signing: the hash of the version, and the effect's own mark."""

    version: str
    effect: str


def move_dispute(
    viewer: Viewer, pk: UUID, signed: MovedToVersion, *, seen: Seen, ask: Ask
) -> Done | Refused | Otherwise:
    """Move a dispute to the version in force, as it was shown and signed.

    In: who, which dispute, the reason and the signature, and what was seen. Raises NotFound for
    whoever may not move it, WrongData for a reason that is missing and for a signature that is not
    the person's name.
    """
    try:
        with find.together():
            loaded = load(viewer, pk, at=ask.at, to_write=True)
            known = find.command(ask.key, person=viewer.person)
            if known:
                return Done(*known, again=True)
            return _move(viewer, loaded, signed, seen, ask)
    except (StaleRecord, find.DoneBefore):
        return Otherwise()
    except BeyondCalendar as beyond:
        return beyond_calendar(beyond)


def _stop_at_gaps(viewer: Viewer, signed: MovedToVersion) -> None:
    about = described(MovedToVersion)
    gaps = [
        Finding("needed", f"{about[name].label}: nothing is given", "Fill it in", _at(name))
        for name in missing_fields(signed)
    ]
    if signed.signed_as and _plain(signed.signed_as) != _plain(viewer.name):
        sentence = "The signature is not the name of the person who is signed in"
        gaps.append(Finding("not-your-name", sentence, f"Write {viewer.name}", _at("signed_as")))
    if gaps:
        raise WrongData(tuple(gaps))


def _at(name: str) -> Place:
    return Place(path=name.replace("_", " "))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _move(
    viewer: Viewer, loaded: Loaded, signed: MovedToVersion, seen: Seen, ask: Ask
) -> Done | Refused | Otherwise:
    capacity = may_move(loaded.matter, loaded.roles)
    stored = find.protocol_in_force(viewer.authority, on=local_date(ask.at))
    if capacity is None or stored is None:
        raise NotFound
    _stop_at_gaps(viewer, signed)
    left = loaded.matter.dispute.protocol or loaded.row.protocol_hash
    if stored.hash == left:
        sentence = "It runs under the version in force already"
        return Refused("there-already", sentence, "", "Nothing has to be done")
    protocol = protocol_of(stored.hash)
    effect = effect_of(loaded.matter, protocol, to_hash=stored.hash, at=ask.at)
    if isinstance(effect, Refused):
        return effect
    if seen != Seen(stored.hash, effect.mark):
        return Otherwise()
    entry = move(effect, signed, left=left)
    return _record(viewer, loaded, effect, (entry, capacity), ask)


def _record(
    viewer: Viewer,
    loaded: Loaded,
    effect: Effect,
    signed: tuple[MovedToVersion, str],
    ask: Ask,
) -> Done:
    row, held, dispute = loaded.row, loaded.held, loaded.matter.dispute
    if loaded.by_time:
        row = record(row, loaded.recorded, loaded.by_time, held=held, at=ask.at)
    before = effect.after._replace(dispute=dispute)
    event, capacity = signed
    entries = entries_from(
        before, (event,), person=str(viewer.person), capacity=capacity, at=ask.at
    )
    after = record(row, before, entries, held=held, at=ask.at)
    publishing.pin(row.id, row.authority_id, event.to)
    find.remember(after, key=ask.key, person=viewer.person, at=ask.at)
    return Done(row.id, after.version)
