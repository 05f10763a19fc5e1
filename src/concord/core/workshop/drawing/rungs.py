"""What the boxes of the ladder say: the informal tiers, the stages, and the steps between them."""

from collections.abc import Iterator

from concord.core.clock.limit import Limit
from concord.core.dispute import phrases
from concord.core.dispute.ladder import answer_rule, judges, judging_rule
from concord.core.dispute.words import capital, joined
from concord.core.protocol.definition import Answer, Informal, Meeting, Stage
from concord.core.protocol.vocabulary import NotStated, SetBy, SharesTotal, StageKind
from concord.core.workshop.drawing.plan import Box, Fact, Kind
from concord.core.workshop.drawing.saying import SILENT, Saying

_SET_BY = {
    "the raiser": "Whoever raises the concern says by when.",
    "negotiation": "The time is agreed between both sides.",
    "not stated": "",
}
_KINDS = {
    StageKind.WRITTEN_ANSWER: "answers in writing",
    StageKind.MEETING: "answers in writing after a meeting",
    StageKind.ADJUDICATION: "decides in writing, with reasons",
    StageKind.REPORT_ONLY: "gets a report; no answer is asked for",
    StageKind.HAND_OVER: "gets the matter",
}


def tier_box(tier: Informal, say: Saying, duties: tuple[Fact, ...]) -> Box:
    """An informal tier: who talks with whom, by when, and the longest time."""
    return Box(tier.id, Kind.INFORMAL, tier.label, (*_tier(tier, say), *duties))


def _tier(tier: Informal, say: Saying) -> Iterator[Fact]:
    who = capital(say.names(say.protocol.raisers))
    how = f" ({phrases.ways(tuple(tier.talk_how))})" if tier.talk_how else ""
    yield say.fact("Talk", f"{who} with {say.names(tier.talk_with)}{how}.", tier.clause)
    yield from say.told("Failing all", tier.substitute, tier.substitute_clause or tier.clause)
    needed = (
        "Must be on record before going formal." if tier.attempt_needed else "Is not asked for."
    )
    yield say.fact("Attempt", needed, tier.clause)
    yield say.fact("By when", _SET_BY[tier.time_set_by], tier.time_clause or tier.clause)
    longest = tier.at_most
    if isinstance(longest, NotStated):
        yield say.fact("At most", "")
    else:
        ends = phrases.limit(longest.within, longest.counted_from, say.words)
        yield say.fact("At most", f"{capital(ends)}.", longest.clause)
    clause = tier.told_clause or tier.clause
    yield from say.told("Told", tier.told, clause)
    yield from say.told("Gets note", tier.note_told, clause)


def stage_box(stage: Stage, say: Saying, duties: tuple[Fact, ...]) -> Box:
    """A stage: who raises it to whom, who answers by when, what follows, who judges."""
    facts = (
        *_raising(stage, say),
        *_answering(stage, say),
        *(_meeting(stage.meeting, say) if stage.meeting else ()),
        *_deciding(stage, say),
        _judging(stage, say),
        *duties,
    )
    return Box(stage.id, Kind.STAGE, stage.label, facts)


def _raising(stage: Stage, say: Saying) -> Iterator[Fact]:
    alert = say.protocol.labels.alert
    to = say.names(stage.addressed_to, last="and")
    sends = f"{capital(say.names(stage.raised_by))} sends the {alert}{f' to {to}' if to else ''}."
    yield say.fact("Raised by", sends, stage.clause)
    yield from say.told("Copy", stage.copied_to, stage.copied_clause or stage.clause)
    yield from say.told("Told", stage.told, stage.told_clause or stage.clause)
    if stage.only_after:
        only = f"Only when {say.words.stage(stage.only_after)} has not resolved it."
        yield say.fact("Reached", only, stage.only_after_clause or stage.clause)
    if stage.reserved_for:
        kept = f"For {stage.reserved_for}."
        yield say.fact("Reserved", kept, stage.reserved_clause or stage.clause)


def _answering(stage: Stage, say: Saying) -> Iterator[Fact]:
    rule = answer_rule(stage)
    name = capital(say.protocol.labels.answer)
    if rule is None:
        none = {
            StageKind.REPORT_ONLY: "None: a report only.",
            StageKind.HAND_OVER: f"None: handed over to {say.words.body(stage.refers_to or '')}.",
        }
        yield say.fact(name, none.get(stage.kind, ""), stage.clause)
        return
    each = rule.all_of_them and len(rule.by) > 1
    who = say.names(rule.by, last="and" if each else "or")
    count = ": each" if each else ": any one" if len(rule.by) > 1 else ""
    sentence = f"{capital(who)}{count} {_KINDS[stage.kind]}."
    stands_in = say.names(rule.substitute)
    sentence = f"{sentence} In their place: {stands_in}." if stands_in else sentence
    sees = f"{capital(say.names(rule.answerable))} sees to it." if rule.answerable else ""
    kinds = () if isinstance(rule.kinds, NotStated) else tuple(rule.kinds.values())
    which = f"One of: {'; '.join(kinds)}." if kinds else ""
    clauses = (rule.clause, rule.answerable_clause if rule.answerable else None)
    yield say.fact(name, (sentence, sees, which), *clauses)
    yield from say.told("Copied", rule.told, rule.clause)
    sooner = "Can be asked for sooner, never later." if rule.sooner else ""
    limits = (rule.limit_clause or rule.clause, rule.sooner_clause if rule.sooner else None)
    yield say.fact("Limit", (_limit(rule, say), sooner), *limits)
    missed = phrases.if_missed(rule.if_none, say.names(stage.raised_by))
    yield say.fact("If none", missed, (rule.if_none_clause or rule.clause) if missed else None)


def _limit(rule: Answer, say: Saying) -> str:
    if isinstance(rule.within, NotStated):
        return f"{SILENT}."
    if rule.within is SharesTotal.SHARES_TOTAL:
        return "What is left of the overall limit."
    if isinstance(rule.within, SetBy):
        return f"{capital(phrases.SET_BY[rule.within])}."
    began = phrases.moment(rule.counted_from, say.words, rule.which_date)
    by_priority = phrases.by_priority(rule.by_priority, say.words)
    return f"{capital(str(rule.within))} from when {began}{by_priority}."


def _meeting(meeting: Meeting, say: Saying) -> Iterator[Fact]:
    held = {
        "always": "Is held.",
        "or adjudication": "Is held, or a written decision is given.",
        "if necessary": "If it is necessary.",
    }[meeting.needed]
    chair = f"Chair: {say.names(meeting.chair)}." if meeting.chair else "Chair: not stated."
    attend = f"With: {say.names(meeting.attend, last='and')}." if meeting.attend else ""
    minutes = {"independent": "Independent minutes.", "needed": "Minutes.", "not stated": ""}
    raiser = {"yes": "The raiser attends.", "no": "The raiser does not attend.", "not stated": ""}
    parts = (held, chair, attend, minutes[meeting.minutes], raiser[meeting.raiser_attends])
    yield say.fact("Meeting", parts, meeting.clause)


def _deciding(stage: Stage, say: Saying) -> Iterator[Fact]:
    rule = stage.adjudication
    if rule:
        choice = {"always": "decides in writing", "or meeting": "can decide in writing instead"}
        sentence = f"{capital(say.names(rule.by))} {choice[rule.needed]}, with reasons."
        yield say.fact("Decision", sentence, rule.clause)


def _judging(stage: Stage, say: Saying) -> Fact:
    rule = judging_rule(stage)
    if rule is None:
        return say.fact("Judged by", f"Not stated: left to {say.names(judges(stage))}.")
    each = rule.all_of_them and len(rule.by) > 1
    who = capital(say.names(rule.by, last="and" if each else "or"))
    when = "no time stated"
    if isinstance(rule.within, Limit):
        when = phrases.limit(rule.within, rule.counted_from, say.words, rule.which_date)
        when += phrases.by_priority(rule.by_priority, say.words)
    notes = joined(f"the {each}" for each in rule.writes)
    written = f"{capital(notes)} is written down." if notes else ""
    both = " (all of them)" if each else ""
    return say.fact("Judged by", (f"{who}{both}, {when}.", written), rule.clause)
