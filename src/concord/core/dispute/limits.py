"""The time limits that a protocol sets, each with what it counts from and its clause.

They follow from the protocol alone and are found out once for each.
"""

from functools import lru_cache

from concord.core.clock.limit import Limit
from concord.core.dispute.due import TimeLimit
from concord.core.dispute.ladder import KEPT, answer_rule, judging_rule, stage_of, tier_of
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Moment, NotStated, SharesTotal


@lru_cache(KEPT)
def answer_limit(protocol: Protocol, stage: str) -> TimeLimit | None:
    """The limit of the answer at a stage; None where none of its own is stated."""
    found = stage_of(protocol, stage)
    rule = answer_rule(found) if found else None
    if rule is None or not isinstance(rule.within, Limit):
        return None
    began = _named(protocol, rule.counted_from, rule.which_date)
    return TimeLimit(rule.within, began, rule.limit_clause or rule.clause)


@lru_cache(KEPT)
def shares_total(protocol: Protocol, stage: str) -> bool:
    """Whether a stage has no limit of its own and the answer is due when the overall one ends."""
    found = stage_of(protocol, stage)
    rule = answer_rule(found) if found else None
    return rule is not None and rule.within is SharesTotal.SHARES_TOTAL


@lru_cache(KEPT)
def judging_limit(protocol: Protocol, stage: str) -> TimeLimit | None:
    """The limit of judging at a stage; None where none is stated."""
    found = stage_of(protocol, stage)
    rule = judging_rule(found) if found else None
    if rule is None or not isinstance(rule.within, Limit):
        return None
    began = _named(protocol, rule.counted_from, rule.which_date)
    return TimeLimit(rule.within, began, rule.clause)


def _named(protocol: Protocol, began: Moment, which: str | None) -> str:
    """What a limit counts from, in words: an outside date by its name."""
    return protocol.dates.get(which or "", began) if began is Moment.OUTSIDE_DATE else began


@lru_cache(KEPT)
def tier_limit(protocol: Protocol, tier: str) -> TimeLimit | None:
    """The longest that an informal tier may last; None where that is not stated."""
    found = tier_of(protocol, tier)
    rule = found.at_most if found else NotStated.NOT_STATED
    if isinstance(rule, NotStated):
        return None
    return TimeLimit(rule.within, rule.counted_from, rule.clause)


@lru_cache(KEPT)
def total_limit(protocol: Protocol) -> TimeLimit | None:
    """The overall limit, or None. IRO Handbook 2010 chapter 6: 20 working days in total."""
    rule = protocol.total
    if isinstance(rule, NotStated):
        return None
    return TimeLimit(rule.within, rule.counted_from, rule.clause)
