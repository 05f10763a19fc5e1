"""What a protocol says about its informal part and about each of its stages."""

from collections.abc import Iterator

from concord.core.clock.limit import Limit
from concord.core.dispute import phrases
from concord.core.dispute.ladder import answer_rule, judges, judging_rule
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.definition import Answer, AtMost, Informal, Judging, Meeting, Stage
from concord.core.protocol.vocabulary import NotStated
from concord.web.protocols.said import SILENT, Part, Said, if_any, said


def tier_part(tier: Informal, words: Words) -> Part:
    """An informal tier."""
    return Part(tier.id, tier.label, tuple(_tier(tier, words)), tier.reading or "")


def _tier(tier: Informal, words: Words) -> Iterator[Said]:
    whom = words.roles(tier.talk_with, last="or")
    yield said("Talk with", capital(whom), tier.clause)
    instead = f"{capital(words.roles(tier.substitute, last='or'))}." if tier.substitute else ""
    yield from if_any(said("Failing all of them", instead, tier.substitute_clause or tier.clause))
    needed = "An attempt to resolve it informally must be on the record before going formal."
    free = "No informal attempt is asked for before going formal."
    yield said("Attempt", (needed if tier.attempt_needed else free, _how(tier)), tier.clause)
    times = {
        "the raiser": "Whoever raises the concern says by when it should be resolved.",
        "negotiation": "The time is agreed between both sides.",
        "not stated": "",
    }
    yield said("By when", times[tier.time_set_by], tier.time_clause or tier.clause)
    yield _at_most(tier.at_most, words)
    told = f"{capital(words.roles(tier.told))}." if tier.told else ""
    yield from if_any(said("Told that it is raised", told, tier.told_clause or tier.clause))
    note = f"{capital(words.roles(tier.note_told))}." if tier.note_told else ""
    yield from if_any(said("Told of the case note", note, tier.told_clause or tier.clause))


def _how(tier: Informal) -> str:
    if not tier.talk_how:
        return ""
    first, *others = tier.talk_how
    rest = f", or {phrases.ways(tuple(others))} with the reason why" if others else ""
    return f"{capital(phrases.ways((first,)))} first{rest}."


def _at_most(rule: AtMost | NotStated, words: Words) -> Said:
    if isinstance(rule, NotStated):
        return said("Longest time", "")
    counted = phrases.limit(rule.within, rule.counted_from, words)
    return said("Longest time", f"It ends {counted}.", rule.clause, reading=rule.reading)


def stage_line(stage: Stage, words: Words) -> tuple[str, ...]:
    """A stage as a row of the overview: label, addressees, time, and what follows without it."""
    rule = answer_rule(stage)
    to = words.labels(stage.addressed_to) or SILENT
    if rule is None:
        return (stage.label, to, SILENT, SILENT)
    missed = SILENT if isinstance(rule.if_none, NotStated) else phrases.IF_MISSED[rule.if_none]
    return (stage.label, to, phrases.time(rule.within), missed)


def stage_part(stage: Stage, words: Words) -> Part:
    """A stage of the ladder."""
    rows = (
        *_way_up(stage, words),
        *_answer(stage, words),
        *(_meeting(stage.meeting, words) if stage.meeting else ()),
        *_judged(stage, words),
        *_duties(stage, words),
    )
    return Part(stage.id, stage.label, rows, stage.reading or "")


def _way_up(stage: Stage, words: Words) -> Iterator[Said]:
    raiser, to = words.roles(stage.raised_by, last="or"), words.roles(stage.addressed_to)
    alert = words.alert
    sentence = f"{capital(raiser)} sends the {alert} to {to}." if to else f"{capital(raiser)}."
    yield said(capital(alert), sentence, stage.clause)
    copied = f"{capital(words.roles(stage.copied_to))}." if stage.copied_to else ""
    yield from if_any(said("Copied to", copied, stage.copied_clause or stage.clause))
    told = f"{capital(words.roles(stage.told))}." if stage.told else ""
    yield from if_any(said("Also told", told, stage.told_clause or stage.clause))
    yield from if_any(said("Kind", phrases.KINDS[stage.kind], stage.clause))
    after = f"Only when {words.stage(stage.only_after or '')} has not resolved it."
    clause = stage.only_after_clause or stage.clause
    yield from if_any(said("Reached", after if stage.only_after else "", clause))
    reserved = f"For {stage.reserved_for}." if stage.reserved_for else ""
    yield from if_any(said("Reserved", reserved, stage.reserved_clause or stage.clause))


def _answer(stage: Stage, words: Words) -> Iterator[Said]:
    rule = answer_rule(stage)
    name = capital(words.answer)
    if rule is None:
        yield said(name, "")
        return
    yield said(name, _who_answers(rule, words), rule.clause, reading=rule.reading)
    sooner = "It can be asked for sooner, never later." if rule.sooner else ""
    counted = phrases.limit(rule.within, rule.counted_from, words, rule.which_date)
    counted += phrases.by_priority(rule.by_priority, words)
    within = f"{capital(counted)}." if not isinstance(rule.within, NotStated) else ""
    clauses = (rule.limit_clause or rule.clause, rule.sooner_clause if rule.sooner else None)
    yield said(f"Time for the {words.answer}", (within, sooner), *clauses)
    if rule.substitute:
        instead = f"{capital(words.roles(rule.substitute, last='or'))}."
        yield said("In their place", instead, rule.substitute_clause or rule.clause)
    if rule.answerable:
        sees = f"{capital(words.roles(rule.answerable))} sees to it that it comes in time."
        yield said("Answerable", sees, rule.answerable_clause or rule.clause)
    kinds = () if isinstance(rule.kinds, NotStated) else tuple(rule.kinds.values())
    yield said(f"Kinds of {words.answer}", kinds, rule.clause if kinds else None)
    raisers = words.roles(stage.raised_by, last="or")
    missed = phrases.if_missed(rule.if_none, raisers)
    clause = rule.if_none_clause or rule.clause if missed else None
    yield said(f"If no {words.answer} comes in time", missed, clause)


def _who_answers(rule: Answer, words: Words) -> tuple[str, ...]:
    each = rule.all_of_them and len(rule.by) > 1
    who = words.roles(rule.by, last="and" if each else "or")
    answers = f"{capital(who)} {'each answer' if each else 'answers'} in writing."
    return (answers, f"{capital(words.roles(rule.told))} gets a copy." if rule.told else "")


def _meeting(meeting: Meeting, words: Words) -> Iterator[Said]:
    held = {
        "always": "A meeting is held.",
        "or adjudication": "A meeting is held, or a written decision is given.",
        "if necessary": "A meeting is held if it is necessary.",
    }[meeting.needed]
    chair = f"Chaired by {words.roles(meeting.chair, last='or')}." if meeting.chair else ""
    attend = f"{capital(words.roles(meeting.attend))} must attend." if meeting.attend else ""
    minutes = {
        "independent": "Somebody with no part in the matter takes the minutes.",
        "needed": "Minutes are taken.",
        "not stated": "",
    }[meeting.minutes]
    raiser = {
        "yes": "Whoever raised it attends.",
        "no": "Whoever raised it does not attend.",
        "not stated": "",
    }[meeting.raiser_attends]
    sentences = (held, chair, attend, raiser, minutes)
    yield said("Meeting", sentences, meeting.clause, reading=meeting.reading)


def _judged(stage: Stage, words: Words) -> Iterator[Said]:
    decision = stage.adjudication
    if decision:
        who = capital(words.roles(decision.by, last="or"))
        choice = {"always": "decides in writing", "or meeting": "can decide in writing instead"}
        sentence = (
            f"{who} {choice[decision.needed]}, with reasons, whether the challenge is upheld."
        )
        yield said("Written decision", sentence, decision.clause)
    rule = judging_rule(stage)
    name = f"Judging the {words.answer}"
    if rule is None:
        who = words.roles(judges(stage), last="or")
        sentence = f"The document does not say who judges: it is left to {who}."
        yield said(name, sentence)
        return
    yield said(name, _judging(rule, words), rule.clause, reading=rule.reading)


def _judging(rule: Judging, words: Words) -> tuple[str, ...]:
    all_of_them = rule.all_of_them and len(rule.by) > 1
    who = capital(words.roles(rule.by, last="and" if all_of_them else "or"))
    verb = "each judge" if all_of_them else "judges"
    counted = isinstance(rule.within, Limit)
    when = (
        f", {phrases.limit(rule.within, rule.counted_from, words, rule.which_date)}"
        if counted
        else ""
    )
    silence = "" if counted else "No time limit is stated."
    written = joined(f"the {each}" for each in rule.writes)
    notes = f"{capital(written)} is written down." if written else ""
    return (f"{who} {verb} it{when}.", silence, notes)


def _duties(stage: Stage, words: Words) -> Iterator[Said]:
    own = [rule for rule in words.protocol.duties if stage.id in rule.at]
    links = ((f"duty-{rule.id}", rule.what) for rule in own)
    yield from if_any(said("Also at this point", (), see=links))
