"""Limits that are not stated, that clash, or that are counted in different units."""

from collections import defaultdict
from collections.abc import Iterator

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.ladder import answer_rule, judging_rule
from concord.core.problem import Severity
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Moment, NotStated, SetBy, SharesTotal
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.paths.ground import last_day


def none_stated(looked: Looked) -> Iterator[Meant]:
    """A stage or an informal tier for which no limit of its own is stated."""
    for place, stage in enumerate(looked.protocol.stages):
        rule = answer_rule(stage)
        if rule is None or isinstance(rule.within, Limit | SetBy):
            continue
        shares = rule.within is SharesTotal.SHARES_TOTAL
        until = "only the overall limit counts" if shares else "it can wait for ever"
        yield Meant(
            "no-limit",
            Severity.NOTE if shares else Severity.WARNING,
            f"By when {looked.words.roles(rule.by, last='or')} answers at {stage.label} is not "
            f"stated: {until}",
            "Ask whether the document means this, and write a limit if it has one",
            rule.limit_clause or rule.clause,
            ("stages", place, "answer", "within"),
        )
    for place, tier in enumerate(looked.protocol.informal):
        if isinstance(tier.at_most, NotStated):
            yield Meant(
                "no-limit",
                Severity.NOTE,
                f"How long {tier.label.lower()} may last is not stated",
                "Ask whether the document means this, and write a limit if it has one",
                tier.time_clause or tier.clause,
                ("informal", place, "at most"),
            )


def two_for_one(looked: Looked) -> Iterator[Meant]:
    """Two duties that ask the same of the same people from the same moment, in different times."""
    same: dict[tuple[object, ...], list[tuple[int, DutyRule]]] = defaultdict(list)
    for place, rule in enumerate(looked.protocol.duties):
        if isinstance(rule.within, Limit):
            asked = (rule.verb, frozenset(rule.whom), rule.about, rule.refers_to)
            same[(*asked, rule.counted_from, frozenset(rule.who))].append((place, rule))
    for rules in same.values():
        for place, rule in rules[1:]:
            first = rules[0][1]
            if rule.within != first.within and _meet(rule, first):
                yield Meant(
                    "two-limits",
                    Severity.ERROR,
                    f"The same thing is asked for within {first.within} and within {rule.within}: "
                    f"{rule.what}",
                    "Keep the one that the document means, and write a reading if it says both",
                    rule.clause,
                    ("duties", place, "within"),
                )


def _meet(one: DutyRule, other: DutyRule) -> bool:
    return not one.at or not other.at or bool(set(one.at) & set(other.at))


def judged_too_soon(looked: Looked) -> Iterator[Meant]:
    """A judgement that is due before the answer is."""
    for place, stage in enumerate(looked.protocol.stages):
        answer, judging = answer_rule(stage), judging_rule(stage)
        if answer is None or judging is None or judging.counted_from is not Moment.ALERT_ISSUED:
            continue
        if not isinstance(answer.within, Limit) or not isinstance(judging.within, Limit):
            continue
        if last_day(0, judging.within) < last_day(0, answer.within):
            yield Meant(
                "judged-before-answered",
                Severity.ERROR,
                f"At {stage.label} the {looked.words.answer} is judged within {judging.within} of "
                f"the {looked.words.alert}, and may come within {answer.within}",
                "Count the judging from the answer, or give it the longer limit",
                judging.clause,
                ("stages", place, "judged", "within"),
            )


def mixed_units(looked: Looked) -> Iterator[Meant]:
    """Stages of one ladder whose limits are counted in different units."""
    first: tuple[str, Unit] | None = None
    for place, stage in enumerate(looked.protocol.stages):
        rule = answer_rule(stage)
        if rule is None or not isinstance(rule.within, Limit):
            continue
        if first is None:
            first = stage.label, rule.within.unit
        elif rule.within.unit is not first[1]:
            yield Meant(
                "mixed-units",
                Severity.WARNING,
                f"{stage.label} counts in {rule.within.unit}, {first[0]} in {first[1]}",
                "Say in the document which days are meant, and use one unit",
                rule.limit_clause or rule.clause,
                ("stages", place, "answer", "within"),
            )
