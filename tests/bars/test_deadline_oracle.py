"""The bar for deadlines: the engine against the verifier, which counts by another method.

`make bars` counts 100,000 cases, an ordinary run a few thousand of them.
"""

import os
import sys
from collections import Counter
from dataclasses import replace

from concord.core.clock.limit import Unit
from concord.core.clock.working_day import calendar
from tests.verifier.cases import CHANGES, Case, cases
from verifier.counting import Line, count

FULL = os.environ.get("CONCORD_BARS") == "full"
MOST = 100_000 if FULL else 3_000
SEED = 20261122


def test_the_engine_and_the_verifier_count_the_same_in_every_random_case() -> None:
    seen: Counter[str] = Counter()
    differ = []
    for case in cases(SEED, most=MOST):
        seen.update(_kinds(case))
        if not _same(case):
            differ.append(case)
    _say(f"{seen['cases']} deadlines counted twice, {len(differ)} differ: {dict(seen)}")
    assert differ == []
    assert seen["cases"] == MOST
    for kind in (*(unit.value for unit in Unit), "with holds", "clocks change", "late holiday"):
        assert seen[kind] >= MOST // 25, kind


def test_a_bank_holiday_more_never_shortens_a_limit() -> None:
    checked = longer = 0
    for case in cases(SEED + 1, most=MOST):
        if not case.known.late:
            continue
        before = case.by_the_engine(calendar(case.known.calendar.nation))
        after = case.by_the_engine()
        assert after.due_at >= before.due_at, case
        checked, longer = checked + 1, longer + (after.due_at > before.due_at)
    _say(f"{checked} limits with a bank holiday more, {longer} longer, 0 shorter")
    assert checked >= MOST // 3
    assert longer >= MOST // 100


def _say(sentence: str) -> None:
    sys.stdout.write(f"\n{sentence}\n")


def _same(case: Case) -> bool:
    """The moment from the holds as they are, the days from those that the receipt tells."""
    ends, question = case.by_the_engine(), case.question()
    receipt, counted = ends.receipt(), count(question)
    told = tuple((each.from_at, each.until_at) for each in receipt.holds)
    explained = count(replace(question, holds=told))
    lines = [Line(day.on, day.kind.value, day.number, day.reason) for day in receipt.days]
    return (
        (ends.due_at, ends.due_on) == (counted.due_at, counted.due_on)
        and (ends.due_at, ends.due_on) == (explained.due_at, explained.due_on)
        and lines == list(explained.days.values())
    )


def _kinds(case: Case) -> list[str]:
    ends = case.by_the_engine()
    found = ["cases", case.limit.unit.value]
    found += ["with holds"] * bool(case.holds)
    found += ["clocks change"] * any(case.at < each < ends.due_at for each in CHANGES)
    day_0 = ends.anchor.day_0
    return found + ["late holiday"] * any(day_0 < d <= ends.due_on for d in case.known.late)
