"""Loads the example authorities, each once, in a transaction of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_uppercase

from concord.casework.examples.between import small_duties
from concord.casework.examples.cast import Cast, CastChild, make_cast
from concord.casework.examples.chance import Chance
from concord.casework.examples.diary import Diary
from concord.casework.examples.records import write_records
from concord.casework.examples.scenarios import Scenario, scenarios
from concord.casework.examples.themes import IN_CARE, PROTECTION, Theme
from concord.casework.examples.there import examples_wanted
from concord.casework.examples.walk import Over, StoppedShort, Walk, move_on, sweep, write
from concord.core.clock.london import local_date
from concord.core.clock.working_day import calendar
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.protocol.identity import content_hash
from concord.core.protocol.shipped import shipped, shipped_text
from concord.core.protocol.vocabulary import ChildStatus
from concord.records import find, setting_up


@dataclass(frozen=True, slots=True)
class Loaded:
    """An example authority that was loaded: its name, its disputes, and the scripts that stopped
    because its protocol refused a step (none for the shipped protocols).
    """

    authority: int
    name: str
    disputes: int
    stopped: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Planned:
    scenario: Scenario
    child: CastChild
    theme: Theme
    starts_on: date


def load_examples(*, at: datetime) -> tuple[Loaded, ...]:
    """Load each example authority that is wanted and not there, as of an aware instant.

    Nothing happens where an authority exists that is no example.
    """
    return tuple(load_example(each, at=at) for each in examples_wanted())


def load_example(protocol_id: str, *, at: datetime) -> Loaded:
    """Load the example authority of one shipped protocol, all or nothing, as of an aware instant.

    The same number of authorities before gives the same people and the same disputes relative to
    the day. Raises KeyError for an id that is not shipped.
    """
    protocol = shipped(protocol_id)
    with find.together():
        letter = ascii_uppercase[len(setting_up.examples())]
        name = f"Example authority {letter} (protocol: {protocol.title})"[:200]
        authority = setting_up.add_authority(
            f"example-{letter.lower()}", name=name, is_example=True
        )
        file = setting_up.ProtocolFile(
            content_hash(protocol), protocol_id, shipped_text(protocol_id)
        )
        setting_up.store_protocol(authority, file, at=at)
        cast = make_cast(authority, letter, protocol=protocol, today=local_date(at))
        chance = Chance(f"disputes {letter}")
        diary = Diary(calendar(protocol.nation), chance)
        plans = sorted(_plans(cast, diary, at), key=lambda each: each.starts_on)
        ends = [_play(cast, diary, plan, at) for plan in plans]
        days = Diary(diary.calendar, Chance(f"records {letter}"))
        ends += write_records(cast, days, at=at)
        setting_up.take_notices_as_sent(authority)
    return Loaded(authority, name, len(plans), tuple(end for end in ends if end))


def _plans(cast: Cast, diary: Diary, at: datetime) -> Iterator[_Planned]:
    """Each script with a child that it fits; the children take turns."""
    last = diary.last_full_day(at)
    waiting: list[CastChild] = []
    for scenario in scenarios(cast.protocol, diary.chance):
        if len(waiting) < len(cast.children) // 2:
            waiting += diary.chance.sample(cast.children, len(cast.children))
        child = next(each for each in waiting if _fits(cast, scenario, each))
        waiting.remove(child)
        starts_on = diary.calendar.add(last, -scenario.days)
        theme = scenario.theme or _theme(child, diary.chance)
        yield _Planned(scenario, child, theme, starts_on)


def _fits(cast: Cast, scenario: Scenario, child: CastChild) -> bool:
    if not scenario.refers:
        return True
    raiser = cast.raiser(child)
    return any(
        raiser in rule.by and (not rule.children or child.status in rule.children)
        for rule in cast.protocol.referrals
    )


def _theme(child: CastChild, chance: Chance) -> Theme:
    themes = IN_CARE if child.status is ChildStatus.IN_CARE else PROTECTION
    return chance.choice([each for each in themes if child.age >= each.from_age])


def _play(cast: Cast, diary: Diary, plan: _Planned, at: datetime) -> str:
    """Play one script up to the instant. Out: why it stopped short, or nothing."""
    matter = Matter(cast.protocol, Dispute(id=""), diary.calendar)
    walk = Walk(
        cast=cast,
        child=plan.child,
        theme=plan.theme,
        diary=diary,
        chance=diary.chance,
        matter=matter,
        at=diary.on(plan.starts_on),
        until=at,
    )
    stopped = ""
    try:
        _walk(walk, plan.scenario)
    except Over:
        pass
    except StoppedShort as short:
        stopped = f"{plan.scenario.name}: {short}"
    write(walk)
    sweep(walk, until=at)
    return stopped


def _walk(walk: Walk, scenario: Scenario) -> None:
    for index, (gap, step) in enumerate(scenario.steps):
        if index:
            move_on(walk, working_days=gap)
        step(walk)
        small_duties(walk)
