"""The drawing of a protocol as boxes and facts, before anything is placed."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from concord.core.dispute import phrases
from concord.core.dispute.words import capital, joined
from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import ladder_of
from concord.core.protocol.vocabulary import Moment, NotStated
from concord.core.workshop.drawing.around import (
    advice_box,
    end_box,
    hold_box,
    key_box,
    referral_boxes,
    way_boxes,
)
from concord.core.workshop.drawing.placing import ALWAYS, AT_START, duties_by_box, step_after
from concord.core.workshop.drawing.plan import Box, Fact, Kind, Plan
from concord.core.workshop.drawing.rungs import stage_box, tier_box
from concord.core.workshop.drawing.saying import Saying

Duties = Mapping[str, tuple[Fact, ...]]


def plan_of(protocol: Protocol) -> Plan:
    """What the drawing of a protocol says; the same for the same protocol, always."""
    say = Saying(protocol)
    duties = duties_by_box(say)
    ladder = tuple(_ladder(say, duties))
    return Plan(
        id=protocol.id,
        title=protocol.title,
        about=_about(say),
        ladder=ladder,
        beside=tuple(_beside(say, duties)),
        below=(key_box(say),),
        total=_total(say),
        total_from=_total_from(protocol),
    )


def _about(say: Saying) -> tuple[str, ...]:
    protocol, source = say.protocol, say.protocol.source
    children = joined(phrases.CHILDREN[each] for each in protocol.children)
    dated = "" if source.dated == "not stated" else f", {source.dated}"
    chosen = ladder_of(protocol)
    return (
        f"{source.authority}: {source.document}{dated} ({source.status})",
        f"For {children}",
        *((f"Ladder: {chosen.label}",) if chosen else ()),
    )


def _ladder(say: Saying, duties: Duties) -> Iterator[Box]:
    protocol = say.protocol
    rungs = [tier_box(each, say, duties.get(each.id, ())) for each in protocol.informal]
    rungs += [stage_box(each, say, duties.get(each.id, ())) for each in protocol.stages]
    yield _begin(say, duties.get("begin", ()), rungs[0])
    for here, above in pairwise(rungs):
        yield here
        yield _step(here, above, duties)
    last = rungs[-1]
    yield last
    after = step_after(last.id)
    if duties.get(after):
        yield Box(after, Kind.STEP, f"If {last.title} does not resolve it", duties[after])
    yield end_box(say, duties.get("end", ()))


def _begin(say: Saying, duties: tuple[Fact, ...], first: Box) -> Box:
    protocol = say.protocol
    alone = "Only whoever raised it carries it on." if protocol.raiser_alone else ""
    raisers = f"{capital(say.names(protocol.raisers))}."
    clauses = (protocol.raisers_clause, protocol.raiser_alone_clause)
    facts = [say.fact("Raised by", (raisers, alone), *clauses)]
    if not isinstance(protocol.issues, NotStated):
        kinds = f"{len(protocol.issues)} kinds are named."
        facts.append(say.fact("Of what", kinds, protocol.issues_clause))
    if protocol.categories:
        matters = f"{capital('; '.join(protocol.categories.values()))}."
        facts.append(say.fact("Categories", matters, protocol.categories_clause))
    facts += say.told("Looks on", protocol.overseers, protocol.overseers_clause)
    return Box("begin", Kind.BEGIN, "A concern", (*facts, *duties), (first.id,))


def _step(here: Box, above: Box, duties: Duties) -> Box:
    formal = here.kind is Kind.INFORMAL and above.kind is Kind.STAGE
    title = f"Not resolved: {'formal, ' if formal else ''}on to {above.title}"
    after = step_after(here.id)
    return Box(after, Kind.STEP, title, duties.get(after, ()), (above.id,))


def _beside(say: Saying, duties: Duties) -> Iterator[Box]:
    yield from way_boxes(say, duties)
    always = (*_escalating(say), *duties.get(ALWAYS, ()))
    if always:
        yield Box(ALWAYS, Kind.ALWAYS, say.words.own("At every stage"), always)
    yield hold_box(say)
    yield advice_box(say)
    yield from referral_boxes(say, duties)


def _escalating(say: Saying) -> Iterator[Fact]:
    rule = say.protocol.escalating
    if isinstance(rule, NotStated):
        return
    asked = "With the reasons for it." if rule.rationale_needed else "No further reasons asked for."
    yield say.fact("Going on", asked, rule.clause)
    if rule.obstacle_clause:
        free = "One outside the authority's control does not stop it."
        yield say.fact("Obstacle", free, rule.obstacle_clause)


def _total(say: Saying) -> Box:
    rule = say.protocol.total
    if isinstance(rule, NotStated):
        return Box("total", Kind.TOTAL, "Overall limit", (say.fact("", ""),))
    began = phrases.moment(rule.counted_from, say.words)
    fact = say.fact("", f"{capital(str(rule.within))} from when {began}.", rule.clause)
    return Box("total", Kind.TOTAL, "Overall limit", (fact,))


def _total_from(protocol: Protocol) -> str:
    rule = protocol.total
    informal = not isinstance(rule, NotStated) and rule.counted_from in AT_START
    if informal and protocol.informal:
        return protocol.informal[0].id
    after_informal = not isinstance(rule, NotStated) and rule.counted_from is Moment.INFORMAL_ENDED
    if after_informal and protocol.informal:
        return step_after(protocol.informal[-1].id)
    return protocol.stages[0].id
