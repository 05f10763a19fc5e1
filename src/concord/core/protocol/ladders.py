"""Several ladders in one protocol, and the rule that chooses among them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any, NamedTuple

from concord.core.protocol.definition import DutyRule, Informal, Ladder, OnlyFor, Protocol, Referral
from concord.core.protocol.stage import Stage
from concord.core.protocol.vocabulary import About, ChildStatus, NotStated

_KEPT = 2048


class Facts(NamedTuple):
    """What is known of a dispute for choosing its ladder and its time limits.

    An empty raiser is one that is not known yet. `about` is empty for a dispute about what the
    service does for the child.
    """

    raiser: str = ""
    status: ChildStatus = ChildStatus.IN_CARE
    in_court: bool = False
    issues: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    priority: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Chosen(Protocol):
    """A protocol as it is for one ladder and one priority; `whole` is what it was chosen from."""

    whole: Protocol
    ladder: Ladder | None
    priority: str


def whole_of(protocol: Protocol) -> Protocol:
    """The protocol as its file says it, whichever ladder of it was chosen."""
    return protocol.whole if isinstance(protocol, Chosen) else protocol


def ladder_of(protocol: Protocol) -> Ladder | None:
    """The ladder that was chosen; None where the protocol has one ladder alone."""
    return protocol.ladder if isinstance(protocol, Chosen) else None


def ladder_id(protocol: Protocol) -> str:
    """The id of the ladder that was chosen; "" where the protocol has one ladder alone."""
    ladder = ladder_of(protocol)
    return ladder.id if ladder else ""


def priority_of(protocol: Protocol) -> str:
    """The priority whose time limits were chosen; "" where the protocol has none."""
    return protocol.priority if isinstance(protocol, Chosen) else ""


def is_about_another(protocol: Protocol) -> bool:
    """Whether the ladder that was chosen is for disputes about an officer, a review or a partner,
    and not for those about what the service does for the child.
    """
    ladder = ladder_of(protocol)
    return ladder is not None and ladder.about != ()


@lru_cache(_KEPT)
def subjects(protocol: Protocol) -> tuple[About, ...]:
    """What else a dispute can be about under a protocol, in the order of the closed list."""
    found = {about for each in whole_of(protocol).ladders for about in each.about}
    return tuple(each for each in About if each in found)


@lru_cache(_KEPT)
def raisers_about(protocol: Protocol, about: str) -> tuple[str, ...]:
    """The roles that may raise a concern about one thing; "" for what the service does.

    Empty where the protocol has no ladder for it.
    """
    whole = whole_of(protocol)
    if not about:
        return whole.raisers
    ladders = (each.only_for for each in whole.ladders if each.only_for)
    named = (role for each in ladders if about in each.about for role in each.raised_by)
    return tuple(dict.fromkeys(named))


def raisers_of_any(protocol: Protocol) -> tuple[str, ...]:
    """The roles that may raise a concern about anything at all."""
    about = ("", *subjects(protocol))
    return tuple(dict.fromkeys(role for each in about for role in raisers_about(protocol, each)))


def chosen(protocol: Protocol, facts: Facts) -> Protocol:
    """A protocol as it is for a dispute with these facts: the first ladder in the file's order
    whose conditions hold, with the time limits of its priority.

    The protocol itself where it has one ladder and no priorities.
    """
    whole = whole_of(protocol)
    if not whole.ladders and not whole.priorities:
        return whole
    place = next((n for n, each in enumerate(whole.ladders) if fits(each.only_for, facts)), None)
    return _chosen(whole, place, facts.priority)


def chosen_parts(protocol: Protocol) -> tuple[Protocol, ...]:
    """A protocol as it is for each of its ladders and priorities; itself where it has neither."""
    whole = whole_of(protocol)
    if not whole.ladders and not whole.priorities:
        return (whole,)
    places: list[int | None] = [*range(len(whole.ladders))] or [None]
    return tuple(
        _chosen(whole, place, priority)
        for place in places
        for priority in (tuple(whole.priorities) or ("",))
        if place is None or _may_have(whole.ladders[place].only_for, priority)
    )


def on_each_ladder(protocol: Protocol) -> tuple[Protocol, ...]:
    """A protocol on each of its ladders, whatever the priority; itself where it has one alone.

    The one for all others first, then those for certain disputes about the service, then those
    about something else, each in the file's order.
    """
    whole = whole_of(protocol)
    parts = (_chosen(whole, place, "") for place in range(len(whole.ladders)))
    return tuple(sorted(parts, key=_special)) or (whole,)


def _special(part: Protocol) -> tuple[bool, bool]:
    ladder = ladder_of(part)
    return is_about_another(part), ladder is not None and ladder.only_for is not None


def alike(protocol: Protocol) -> tuple[Protocol, ...]:
    """A protocol on each ladder that begins informally and to which a concern like those of the
    chosen one can come: about the same, raised by the same roles. Which of them it is follows from
    what is written in the concern.
    """
    own = _raised(ladder_of(protocol))
    parts = on_each_ladder(protocol)
    return tuple(each for each in parts if each.informal and _raised(ladder_of(each)) == own)


def _raised(ladder: Ladder | None) -> tuple[object, ...]:
    rule = ladder.only_for if ladder else None
    return (rule.about, rule.raised_by) if rule else ((), ())


def fits(rule: OnlyFor | None, facts: Facts) -> bool:
    """Whether a ladder is for a dispute with these facts. What is not known yet fits nothing."""
    if rule is None:
        return not facts.about
    return (
        facts.about in (rule.about or ("",))
        and (not rule.raised_by or facts.raiser in rule.raised_by)
        and (not rule.children or facts.status in rule.children)
        and (rule.in_court is None or rule.in_court == facts.in_court)
        and (not rule.issues or not set(rule.issues).isdisjoint(facts.issues))
        and (not rule.categories or not set(rule.categories).isdisjoint(facts.categories))
        and (not rule.priorities or facts.priority in rule.priorities)
    )


def _may_have(rule: OnlyFor | None, priority: str) -> bool:
    return rule is None or not rule.priorities or priority in rule.priorities


@lru_cache(_KEPT)
def _chosen(whole: Protocol, place: int | None, priority: str) -> Protocol:
    ladder = None if place is None else whole.ladders[place]
    stages, tiers = whole.stages, whole.informal
    if ladder is not None:
        known = {each.id: each for each in whole.stages}
        stages = tuple(known[each] for each in ladder.goes_through if each in known)
        tiers = tuple(each for each in whole.informal if each.id in ladder.goes_through)
        stages = tuple(_sooner(each, ladder) for each in stages)
        tiers = (*(_wider(each, ladder) for each in tiers[:1]), *tiers[1:])
    said: dict[str, Any] = {each.name: getattr(whole, each.name) for each in fields(Protocol)}
    said["stages"] = tuple(_stage(each, priority) for each in stages)
    said["informal"] = tiers
    said["total"] = _timed(ladder.total if ladder and ladder.total else whole.total, priority)
    said["duties"] = tuple(_timed(each, priority) for each in whole.duties)
    said |= _on_rungs(whole, said["duties"], (*stages, *tiers)) if ladder else {}
    if ladder is not None:
        said["duties"] = tuple(each for each in said["duties"] if _is_owed(each, whole, ladder))
        said["referrals"] = tuple(_to_refer(whole, ladder))
        said |= _about_another(whole, ladder) if ladder.about else {}
    return Chosen(**said, whole=whole, ladder=ladder, priority=priority)


def _on_rungs(
    whole: Protocol, duties: tuple[DutyRule, ...], rungs: tuple[Stage | Informal, ...]
) -> dict[str, Any]:
    """What a protocol says of a ladder's own rungs: its duties, ways in and holds there."""
    here = {each.id for each in rungs}
    ways, holding = whole.ways_in, whole.holding
    if not isinstance(ways, NotStated):
        kept = (replace(way, into=_among(way.into, here)) for way in ways)
        ways = tuple(way for way in kept if way.into)
    if not isinstance(holding, NotStated):
        at = _among(holding.at, here)
        holding = replace(holding, at=at) if at else NotStated.NOT_STATED
    kept_duties = (replace(rule, at=_among(rule.at, here)) for rule in duties)
    both = zip(duties, kept_duties, strict=True)
    return {
        "ways_in": ways,
        "holding": holding,
        "duties": tuple(kept for rule, kept in both if kept.at or not rule.at),
    }


def _wider(tier: Informal, ladder: Ladder) -> Informal:
    """A first tier as a ladder has it: with whom else it is raised at once, and failing all these
    with whom.
    """
    if not ladder.also_with and not ladder.substitute:
        return tier
    return replace(
        tier,
        talk_with=tuple(dict.fromkeys((*tier.talk_with, *ladder.also_with))),
        substitute=ladder.substitute or tier.substitute,
        substitute_clause=ladder.substitute_clause or tier.substitute_clause,
    )


def _sooner(stage: Stage, ladder: Ladder) -> Stage:
    rule = stage.answer
    if not ladder.sooner or isinstance(rule, NotStated) or rule.sooner:
        return stage
    clause = ladder.sooner_clause or ladder.clause
    return replace(stage, answer=replace(rule, sooner=True, sooner_clause=clause))


def _is_owed(rule: DutyRule, whole: Protocol, ladder: Ladder) -> bool:
    """Whether a duty is owed on a ladder: at one of its rungs, or because the ladder names it; on
    those about the service, also when no ladder names it.
    """
    if rule.at or rule.id in ladder.owes:
        return True
    return not ladder.about and all(rule.id not in each.owes for each in whole.ladders)


def _to_refer(whole: Protocol, ladder: Ladder) -> Iterator[Referral]:
    """The bodies to which a matter can be referred on a ladder. About something else than the
    service, those alone to which its own stages hand over.
    """
    handed = {
        stage.refers_to: any(
            not each.about for each in whole.ladders if stage.id in each.goes_through
        )
        for stage in whole.stages
        if stage.refers_to
    }
    here = {each.refers_to for each in whole.stages if each.id in ladder.goes_through}
    for body in whole.referrals:
        if body.to in here if ladder.about else handed.get(body.to, True):
            yield body


def _about_another(whole: Protocol, ladder: Ladder) -> dict[str, Any]:
    """What is different about disputes that are not about the service: who raises them, and that
    the advice and the catalogue of issues are not for them.
    """
    raisers = ladder.only_for.raised_by if ladder.only_for else ()
    return {
        "raisers": raisers,
        "raisers_clause": ladder.clause,
        "raiser_alone": whole.raiser_alone and set(raisers) <= set(whole.raisers),
        "advice": NotStated.NOT_STATED,
        "issues": NotStated.NOT_STATED,
    }


def _among(rungs: tuple[str, ...], here: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in rungs if each in here)


def _stage(stage: Stage, priority: str) -> Stage:
    return replace(
        stage, answer=_timed(stage.answer, priority), judged=_timed(stage.judged, priority)
    )


def _timed(rule: Any, priority: str) -> Any:
    """A rule with the time limit of a priority, where it has one of its own."""
    if isinstance(rule, NotStated) or priority not in rule.by_priority:
        return rule
    return replace(rule, within=rule.by_priority[priority])


def conditions(rule: OnlyFor) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The conditions of a ladder: which fact, and the values of which one has to hold."""
    for each in fields(rule):
        value = getattr(rule, each.name)
        if isinstance(value, bool):
            yield each.name, ("yes" if value else "no",)
        elif value:
            yield each.name, tuple(value)
