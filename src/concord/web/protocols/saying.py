"""The whole protocol as its page says it: parts, rows and words, without markup."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from concord.core.dispute import phrases
from concord.core.dispute.ladder import holding_rule, ways_in
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.definition import Advice, Issue, Protocol, Referral, WayIn
from concord.core.protocol.ladders import raisers_about, subjects
from concord.core.protocol.vocabulary import NotStated, Side
from concord.web.protocols.beside import beside
from concord.web.protocols.duties import duty_rows
from concord.web.protocols.ladders import ladder_parts, state_of
from concord.web.protocols.said import Part, Said, if_any, said
from concord.web.protocols.stages import stage_line, stage_part, tier_part


@dataclass(frozen=True, slots=True)
class Saying:
    """What the page shows; `duties` are pairs of anchor and row, `issues` are grouped."""

    short: Part
    ladder: tuple[tuple[str, ...], ...]
    labels: Part
    informal: tuple[Part, ...]
    stages: tuple[Part, ...]
    around: tuple[Part, ...]
    duties: tuple[tuple[str, Said], ...]
    issues: tuple[tuple[str, tuple[Issue, ...]], ...]
    roles: tuple[tuple[str, ...], ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every part of the page that has rows, in its order."""
        return (self.short, self.labels, *self.informal, *self.stages, *self.around)


def saying(protocol: Protocol) -> Saying:
    """A protocol in plain words."""
    words = Words(protocol)
    return Saying(
        short=_own(words, Part("in-short", "In short", tuple(_short(words)))),
        ladder=tuple(
            (stage.label, *map(words.own, stage_line(stage, words)[1:]))
            for stage in protocol.stages
        ),
        labels=Part("names", "What is called what", tuple(_labels(protocol))),
        informal=tuple(_own(words, tier_part(tier, words)) for tier in protocol.informal),
        stages=tuple(_own(words, stage_part(stage, words)) for stage in protocol.stages),
        around=tuple(_own(words, part) for part in (*ladder_parts(words), *_around(words))),
        duties=duty_rows(words),
        issues=_issues(protocol),
        roles=tuple(_role(words, name) for name in protocol.roles),
    )


def _own(words: Words, part: Part) -> Part:
    """A part of the page with the council's own names for what its rows speak of."""
    rows = tuple(
        replace(row, name=words.own(row.name), words=tuple(map(words.own, row.words)))
        for row in part.rows
    )
    return replace(part, title=words.own(part.title), rows=rows)


def _short(words: Words) -> Iterator[Said]:
    protocol = words.protocol
    children = joined(phrases.CHILDREN[each] for each in protocol.children)
    yield said("For", f"{capital(children)}.")
    raisers = f"{capital(words.roles(protocol.raisers, last='or'))}."
    alone = "Only whoever raised it carries it on." if protocol.raiser_alone else ""
    clauses = (protocol.raisers_clause, protocol.raiser_alone_clause)
    yield said("Who may raise a concern", (raisers, alone), *clauses)
    for about in subjects(protocol):
        others = f"{capital(words.roles(raisers_about(protocol, about), last='or'))}."
        ladders = (each.clause for each in protocol.ladders if about in each.about)
        yield said(f"About {about.value}", others, *ladders)
    overseers = f"{capital(words.roles(protocol.overseers))}." if protocol.overseers else ""
    yield from if_any(said("Who looks on", overseers, protocol.overseers_clause))
    yield said("Several children", phrases.SEVERAL[protocol.siblings], protocol.siblings_clause)
    wanted = "Each outcome that the child names is answered before it is resolved."
    yield said("What the child wants", wanted, protocol.child_outcomes_clause)
    yield _total(words)
    yield from state_of(words)
    days = f"Monday to Friday, less the bank holidays of {protocol.nation.value.capitalize()}."
    yield said("Working days", days)


def _total(words: Words) -> Said:
    rule = words.protocol.total
    if isinstance(rule, NotStated):
        return said("Overall limit", "")
    began = phrases.moment(rule.counted_from, words)
    other = phrases.by_priority(rule.by_priority, words)
    sentence = f"{capital(str(rule.within))} in all{other}, counted from when {began}."
    return said("Overall limit", sentence, rule.clause, reading=rule.reading)


def _labels(protocol: Protocol) -> Iterator[Said]:
    labels = protocol.labels
    yield said("The whole matter", capital(labels.dispute))
    yield said("The written challenge", capital(labels.alert))
    yield said("The reply to it", capital(labels.answer))
    yield said("A rung of the ladder", capital(labels.stage))
    yield said("Before the formal process", capital(labels.informal))
    kinds = tuple(protocol.categories.values())
    yield from if_any(said("Kinds of matter", kinds, protocol.categories_clause))


def _around(words: Words) -> Iterator[Part]:
    protocol = words.protocol
    yield Part("ways-in", "Where it can begin, and passing over stages", tuple(_ways(words)))
    yield Part("hold", "Putting it on hold", tuple(_holding(words)))
    yield Part("escalating", "Going up to the next stage", tuple(_escalating(protocol)))
    yield Part("advice", "Independent advice", tuple(_advice(words)))
    yield Part("referrals", "Referral to a body outside", tuple(_referrals(words)))
    closing = protocol.closing
    told = f"{capital(words.roles(closing.told))}." if closing.told else ""
    reconvene = "The review can be reconvened to confirm changes to the plan."
    ending = (
        said("Written down", "The outcome, and what it changed for the child.", closing.clause),
        *if_any(said("Told", told, closing.clause if told else None)),
        *if_any(
            said("Review", reconvene if closing.reconvene_clause else "", closing.reconvene_clause)
        ),
    )
    yield Part("ending", "How it ends", ending)
    yield from beside(words)


def _ways(words: Words) -> Iterator[Said]:
    ways = ways_in(words.protocol)
    first = words.protocol.stages[0]
    if not ways:
        yield said("Where it begins", f"At {first.label}, then stage by stage.", first.clause)
        yield said("Passing over stages", "")
    yield from (_way(words, way) for way in ways)


def _way(words: Words, way: WayIn) -> Said:
    into = joined((words.stage(each) for each in way.into), last="or")
    when = joined(way.when, last="and")
    sentences = (
        f"{capital(words.roles(way.by, last='or'))}, {when}.",
        f"Only if {way.only_if}." if way.only_if else "",
        "With a reason." if way.reason_needed else "",
        "" if way.informal_first else "No informal attempt is asked for.",
    )
    return said(f"Into {into}", sentences, way.clause, reading=way.reading)


def _holding(words: Words) -> Iterator[Said]:
    rule = holding_rule(words.protocol)
    if rule is None:
        yield said("Hold", "")
        return
    by, at = words.roles(rule.by, last="or"), joined(map(words.stage, rule.at))
    yield said("Who and where", f"{capital(by)}, at {at}.", rule.clause, reading=rule.reading)
    checked = f"{capital(words.roles(rule.checked_by, last='or'))}, when the agreed day is over."
    yield said("Who checks the task", checked, rule.clause)
    clocks = {"stage": "the time of the stage", "total": "the overall limit"}
    stops = joined(clocks[each] for each in rule.stops)
    sentence = f"{capital(stops)}." if stops else "No clock: all time limits go on."
    yield said("What stands still", sentence, rule.clause)


def _escalating(protocol: Protocol) -> Iterator[Said]:
    rule = protocol.escalating
    if isinstance(rule, NotStated):
        yield said("Rationale", "")
        return
    needed = (
        "Why it goes up has to be written down." if rule.rationale_needed else "None is asked for."
    )
    yield said("Rationale", needed, rule.clause)
    obstacle = "Obstacles outside the authority's control do not stop it."
    yield from if_any(
        said("Obstacles", obstacle if rule.obstacle_clause else "", rule.obstacle_clause)
    )


def _advice(words: Words) -> Iterator[Said]:
    rules = words.protocol.advice
    if isinstance(rules, NotStated):
        yield said("Advice", "")
        return
    yield from (_one_advice(words, rule) for rule in rules)


def _one_advice(words: Words, rule: Advice) -> Said:
    giver = "" if rule.given_by == "not stated" else f" from {rule.given_by}"
    never = joined(rule.never_from, last="or")
    sentences = (
        f"{capital(words.roles(rule.sought_by, last='or'))} can take it{giver}.",
        f"Never from {never}." if never else "",
        "Only the reviewing side sees it." if rule.private else "",
    )
    return said(rule.label, sentences, rule.clause, reading=rule.reading)


def _referrals(words: Words) -> Iterator[Said]:
    if not words.protocol.referrals:
        yield said("Referral", "")
    for rule in words.protocol.referrals:
        yield said(
            rule.label, _referral(words, rule), *_referral_clauses(rule), reading=rule.reading
        )


def _referral(words: Words, rule: Referral) -> Iterator[str]:
    yield f"{capital(words.roles(rule.by, last='or'))} refers. It never happens by itself."
    if rule.children:
        yield f"Only for {joined(phrases.CHILDREN[each] for each in rule.children)}."
    if not isinstance(rule.how, NotStated):
        how = {"telephone": "by telephone", "writing": "in writing"}
        yield f"{capital(joined((how[each] for each in rule.how), last='and then'))}."
    if rule.weighs:
        yield f"Weighed before it: {joined(rule.weighs)}."
    if rule.test:
        yield f"The test for it: {joined(rule.test)}."
    if rule.with_documents:
        yield "With its documents."
    if rule.remedy != "not stated":
        yield f"{capital(rule.remedy)}."


def _referral_clauses(rule: Referral) -> tuple[str | None, ...]:
    return (rule.clause, rule.how_clause, rule.weighs_clause, rule.test_clause, rule.remedy_clause)


def _issues(protocol: Protocol) -> tuple[tuple[str, tuple[Issue, ...]], ...]:
    if isinstance(protocol.issues, NotStated):
        return ()
    grouped: dict[str, list[Issue]] = {}
    for issue in protocol.issues.values():
        grouped.setdefault(issue.group, []).append(issue)
    return tuple((group, tuple(issues)) for group, issues in grouped.items())


def _role(words: Words, name: str) -> tuple[str, ...]:
    role = words.protocol.roles[name]
    short = (
        f" ({role.short})" if role.short and role.short.lower() not in role.label.lower() else ""
    )
    inside = role.side not in (Side.CHILD, Side.OUTSIDE)
    manager = words.role(role.manager) if role.manager else "Not stated" if inside else ""
    return (
        f"{role.label}{short}",
        phrases.SIDES[role.side],
        phrases.SCOPES[role.held_for],
        manager,
    )
