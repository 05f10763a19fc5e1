"""Which disputes could move to the version in force, and what that would do to each date."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from concord.casework.actor import Viewer
from concord.casework.desk import desk
from concord.casework.loading import Loaded, NotFound, load
from concord.casework.protocols import protocol_of
from concord.casework.queries.dispute import DisputeView
from concord.core.clock.london import local_date
from concord.core.clock.working_day import BeyondCalendar
from concord.core.dispute.decide import Refused
from concord.core.dispute.moving import Effect, effect_of
from concord.core.dispute.timeline import words_for
from concord.core.dispute.words import Words
from concord.core.people.permission import may_move
from concord.records import find, publishing

MOST = 50


@dataclass(frozen=True, slots=True)
class Movable:
    """An open dispute under another version: how many of its dates would move, or why it cannot."""

    dispute: UUID
    number: int
    child_name: str
    stage: str
    version: str
    dates: int
    refused: Refused | None


@dataclass(frozen=True, slots=True)
class Moving:
    """One dispute, the versions (hashes) that it would leave and come to, and the effect."""

    dispute: UUID
    reference: str
    words: Words
    left: str
    to: str
    effect: Effect | None
    refused: Refused | None


def movable(viewer: Viewer, *, at: datetime) -> tuple[Movable, ...]:
    """The open disputes that this person may move, under another version than the one in force, the
    oldest first, at most 50. Raises NotFound for whoever does not look after the protocol.
    """
    found = desk(viewer, at=at)
    if not found.keeper:
        raise NotFound
    rows = publishing.open_disputes(viewer.authority, other_than=found.in_force, most=MOST)
    loaded = (_loaded(viewer, pk, at) for pk in rows)
    return tuple(_line(each, found.in_force, at) for each in loaded if each)


def moving(viewer: Viewer, pk: UUID, *, at: datetime) -> Moving:
    """What moving one dispute to the version in force would do. Raises NotFound for whoever may not
    move it, and for one that runs under that version.
    """
    loaded = _loaded(viewer, pk, at)
    stored = find.protocol_in_force(viewer.authority, on=local_date(at))
    if loaded is None or stored is None or stored.hash == _version(loaded):
        raise NotFound
    outcome = _effect(loaded, stored.hash, at)
    label = loaded.matter.protocol.labels.dispute.capitalize()
    return Moving(
        pk,
        f"{label} {loaded.row.number}",
        words_for(loaded.matter),
        _version(loaded),
        stored.hash,
        outcome if isinstance(outcome, Effect) else None,
        outcome if isinstance(outcome, Refused) else None,
    )


def may_be_moved(viewer: Viewer, view: DisputeView) -> bool:
    """Whether this person may move a dispute that runs under another version than is in force."""
    if not view.matter.dispute.is_open or not may_move(view.matter, view.roles):
        return False
    stored = find.protocol_in_force(viewer.authority, on=view.today)
    under = view.matter.dispute.protocol or view.row.protocol_hash
    return stored is not None and stored.hash != under


def _loaded(viewer: Viewer, pk: UUID, at: datetime) -> Loaded | None:
    try:
        loaded = load(viewer, pk, at=at)
    except NotFound:
        return None
    return loaded if may_move(loaded.matter, loaded.roles) else None


def _version(loaded: Loaded) -> str:
    return loaded.matter.dispute.protocol or loaded.row.protocol_hash


def _effect(loaded: Loaded, to: str, at: datetime) -> Effect | Refused:
    try:
        return effect_of(loaded.matter, protocol_of(to), to_hash=to, at=at)
    except BeyondCalendar as beyond:
        return Refused(beyond.id, beyond.sentence, "", beyond.hint)


def _line(loaded: Loaded, to: str, at: datetime) -> Movable:
    outcome = _effect(loaded, to, at)
    dispute = loaded.matter.dispute
    return Movable(
        loaded.row.id,
        loaded.row.number,
        loaded.row.names,
        Words(loaded.matter.protocol).stage(dispute.runs[-1].rung),
        _version(loaded),
        len(outcome.dates) if isinstance(outcome, Effect) else 0,
        outcome if isinstance(outcome, Refused) else None,
    )
