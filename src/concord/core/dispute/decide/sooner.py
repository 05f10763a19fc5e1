"""An answer may be asked for sooner where the protocol says so, never later than its limit."""

from datetime import date

from concord.core.dispute.clocks import rest_of_total
from concord.core.dispute.counting import due_in
from concord.core.dispute.decide.case import Case, Refused
from concord.core.dispute.ladder import answer_rule
from concord.core.dispute.limits import answer_limit
from concord.core.dispute.words import day
from concord.core.protocol.definition import Answer, Stage
from concord.core.protocol.vocabulary import NotStated, SetBy, SharesTotal


def too_late_or_unasked(case: Case, stage: Stage, answer_by: date | None) -> Refused | None:
    """The refusal of an answer date that the protocol does not allow; None when it does.

    In: the stage of the alert and the day by which the raiser asks for the answer, if any.
    """
    rule = answer_rule(stage)
    if rule is None or (answer_by is None and rule.within is not SetBy.RAISER):
        return None
    if answer_by is None:
        sentence = (
            f"Whoever issues the {case.words.alert} says by when the {case.words.answer} comes"
        )
        return Refused("answer-by-needed", sentence, rule.limit_clause or rule.clause, "Give a day")
    if not rule.sooner and not isinstance(rule.within, SetBy):
        return Refused(
            "sooner-not-stated",
            "This protocol does not say that the raiser may shorten the time for an answer",
            rule.limit_clause or rule.clause,
            f"Leave the day out: the limit is {rule.within}",
            "answer_by",
        )
    if answer_by < case.today:
        clause = rule.sooner_clause or rule.clause
        passed, hint = f"{day(answer_by)} has passed", "Give a later day"
        return Refused("day-has-passed", passed, clause, hint, "answer_by")
    return _later_than_limit(case, stage, rule, answer_by)


def _later_than_limit(case: Case, stage: Stage, rule: Answer, answer_by: date) -> Refused | None:
    last = _last_day(case, stage, rule)
    if last is None or answer_by <= last:
        return None
    total, within = case.protocol.total, str(rule.within)
    if rule.within is SharesTotal.SHARES_TOTAL and not isinstance(total, NotStated):
        within = f"{total.within} in all"
    return Refused(
        "later-than-the-limit",
        f"{day(answer_by)} is later than {day(last)}, the last day of the {within}",
        rule.limit_clause or rule.clause,
        f"Give {day(last)} or an earlier day",
        "answer_by",
    )


def _last_day(case: Case, stage: Stage, rule: Answer) -> date | None:
    if rule.within is SharesTotal.SHARES_TOTAL:
        rest = rest_of_total(case.matter, case.at)
        return rest.on if rest else None
    limit = answer_limit(case.protocol, stage.id)
    return due_in(case.matter, limit, case.at).on if limit else None
