"""What a protocol asks of people around the steps: one row for each duty."""

from collections.abc import Iterator

from concord.core.clock.limit import Limit
from concord.core.dispute import phrases
from concord.core.dispute.words import Words, capital, joined
from concord.core.protocol.definition import DutyRule
from concord.web.protocols.said import Said, said


def duty_rows(words: Words) -> tuple[tuple[str, Said], ...]:
    """Each duty with its anchor."""
    return tuple((f"duty-{rule.id}", _row(rule, words)) for rule in words.protocol.duties)


def _row(rule: DutyRule, words: Words) -> Said:
    return said(rule.what, tuple(_sentences(rule, words)), rule.clause, reading=rule.reading)


def _sentences(rule: DutyRule, words: Words) -> Iterator[str]:
    who = capital(words.roles(rule.who, last="or"))
    force = "must" if rule.must else "should"
    when = _when(rule, words)
    yield f"{who} {force} {phrases.doing(rule, words)}{f' {when}' if when else ''}."
    if rule.counted_from and not isinstance(rule.within, Limit):
        yield "No time limit is stated."
    if rule.at:
        yield f"At {joined(words.stage(each) for each in rule.at)}."
    if rule.only_if:
        yield words.own(f"Only if {joined(phrases.CONDITIONS[each] for each in rule.only_if)}.")
    if rule.how:
        yield f"{capital(phrases.ways(tuple(rule.how)))}."
    if rule.in_writing:
        yield "In writing."
    if rule.together:
        yield "All of them at once."
    if rule.reasons_needed:
        yield "With the reasons."


def _when(rule: DutyRule, words: Words) -> str:
    parts = [phrases.before(act, rule, words) for act in rule.before]
    if rule.counted_from and (isinstance(rule.within, Limit) or not parts):
        parts.insert(0, phrases.limit(rule.within, rule.counted_from, words, rule.which_date))
    return joined(parts)
