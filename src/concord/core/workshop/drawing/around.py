"""What the boxes beside the ladder say: ways in, hold, advice, referrals, the end, the posts."""

from collections.abc import Iterator, Mapping

from concord.core.dispute import phrases
from concord.core.dispute.ladder import holding_rule, ways_in
from concord.core.dispute.words import capital, joined
from concord.core.protocol.definition import Advice, Holding, Referral, WayIn
from concord.core.protocol.vocabulary import NotStated, Side
from concord.core.workshop.drawing.plan import Box, Fact, Kind
from concord.core.workshop.drawing.saying import Saying

Duties = Mapping[str, tuple[Fact, ...]]


def way_boxes(say: Saying, duties: Duties) -> Iterator[Box]:
    """The ways in other than by the ladder, with what comes before each."""
    ways = ways_in(say.protocol)
    for way in ways:
        yield Box(f"way-{way.id}", Kind.WAY_IN, _title(way, say), _way(way, say, duties), way.into)
    if not ways:
        first = say.protocol.stages[0].label
        silent = say.fact("Passing over stages", "")
        begins = say.fact("Where it begins", f"At {first}, then stage by stage.")
        facts = (begins, silent, *duties.get("ways", ()))
        yield Box("ways", Kind.ALWAYS, "Ways in", facts)


def _title(way: WayIn, say: Saying) -> str:
    return f"Way into {joined(map(say.words.stage, way.into), last='or')}"


def _way(way: WayIn, say: Saying, duties: Duties) -> tuple[Fact, ...]:
    only = f"Only if {way.only_if}." if way.only_if else ""
    reason = "With a reason." if way.reason_needed else ""
    free = "" if way.informal_first else "No informal attempt is asked for."
    when = joined(way.when)
    sentence = f"{capital(say.names(way.by))}, {when}."
    fact = say.fact("Who and when", (sentence, only, reason, free), way.clause)
    return (fact, *duties.get(f"way-{way.id}", ()))


def hold_box(say: Saying) -> Box:
    """A hold: who, where, which clocks stop, who checks."""
    rule = holding_rule(say.protocol)
    facts = (say.fact("Hold", ""),) if rule is None else tuple(_hold(rule, say))
    return Box("hold", Kind.HOLD, "Putting it on hold", facts)


def _hold(rule: Holding, say: Saying) -> Iterator[Fact]:
    everywhere = set(rule.at) >= {stage.id for stage in say.protocol.stages}
    where = "any stage" if everywhere else joined(map(say.words.stage, rule.at), last="or")
    yield say.fact("Who and where", f"{capital(say.names(rule.by))}, at {where}.", rule.clause)
    clocks = {"stage": "the stage's clock", "total": "the overall limit"}
    stops = joined(clocks[each] for each in rule.stops)
    yield say.fact("It stops", f"{capital(stops)}." if stops else "No clock.", rule.clause)
    checked = f"{capital(say.names(rule.checked_by))}, when the agreed day is over."
    yield say.fact("Checked by", checked, rule.clause)


def advice_box(say: Saying) -> Box:
    """Independent advice: who may take it, from whom, from whom never."""
    rules = say.protocol.advice
    silent = isinstance(rules, NotStated) or not rules
    facts = () if isinstance(rules, NotStated) else tuple(_advice(each, say) for each in rules)
    return Box("advice", Kind.ADVICE, "Advice", (say.fact("Advice", ""),) if silent else facts)


def _advice(rule: Advice, say: Saying) -> Fact:
    giver = "" if rule.given_by == "not stated" else f" from {rule.given_by}"
    never = f"Never from {joined(rule.never_from, last='or')}." if rule.never_from else ""
    sentence = f"For {say.names(rule.sought_by)}{giver}."
    return say.fact(rule.label, (sentence, never), rule.clause)


def referral_boxes(say: Saying, duties: Duties) -> Iterator[Box]:
    """Each body outside, with what comes before a referral and after it."""
    for rule in say.protocol.referrals:
        name = f"refer-{rule.to}"
        facts = (*_referral(rule, say), *duties.get(name, ()))
        yield Box(name, Kind.REFERRAL, f"{rule.label}: referral", facts)


def _referral(rule: Referral, say: Saying) -> Iterator[Fact]:
    kinds = joined(phrases.CHILDREN[each] for each in rule.children)
    only = f"Only for {kinds}." if kinds else ""
    who = f"{capital(say.names(rule.by))}, from any stage, at any time; never by itself."
    yield say.fact("Who and when", (who, only), rule.clause)
    ways = {"telephone": "by telephone", "writing": "in writing"}
    silent = isinstance(rule.how, NotStated)
    how = "" if silent else f"{capital(joined((ways[e] for e in rule.ways), last='and then'))}."
    yield say.fact("How", how, rule.how_clause)
    if rule.with_documents:
        yield say.fact("With it", "Its documents.", rule.clause)
    if rule.weighs:
        yield say.fact("Weighed", f"{capital('; '.join(rule.weighs))}.", rule.weighs_clause)
    if rule.test:
        yield say.fact("The test", f"{'; '.join(rule.test)}.", rule.test_clause)
    if rule.remedy != "not stated":
        yield say.fact("After it", f"{capital(rule.remedy)}.", rule.remedy_clause)


def end_box(say: Saying, duties: tuple[Fact, ...]) -> Box:
    """How it ends: resolved at any point or withdrawn, and who is told."""
    closing = say.protocol.closing
    raisers = capital(say.names(say.protocol.raisers))
    who = f"{raisers}, or who judges the stage, at any point; the outcome is written down."
    facts = [
        say.fact("Resolved", who, closing.clause),
        say.fact("Withdrawn", "By the raising side, with a reason."),
        *say.told("Told", closing.told, closing.clause),
    ]
    if closing.reconvene_clause:
        again = "Can be called again to confirm changes to the plan."
        facts.append(say.fact("Review", again, closing.reconvene_clause))
    return Box("end", Kind.END, "It ends", (*facts, *duties))


def key_box(say: Saying) -> Box:
    """Who is who: each post by its short name and its whole one, side by side of the matter."""
    return Box("who", Kind.KEY, "Who is who", (*_sides(say), *_readings(say)))


def _sides(say: Saying) -> Iterator[Fact]:
    for side in Side:
        posts = [each for each in say.protocol.roles.values() if each.side is side]
        if posts:
            names = (
                each.label if each.brief == each.label else f"{each.brief} = {each.label}"
                for each in posts
            )
            yield say.fact(phrases.SIDES[side], f"{'; '.join(names)}.")


def _readings(say: Saying) -> Iterator[Fact]:
    readings = say.protocol.readings
    if readings:
        count = len(readings)
        places = "place" if count == 1 else "places"
        sentence = (
            f"Drawn as Concord reads it: the document leaves something open in {count} {places}."
        )
        yield say.fact("Readings", sentence, *(each.clause for each in readings))
