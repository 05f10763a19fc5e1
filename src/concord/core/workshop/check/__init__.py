"""Does a protocol mean what it has to mean? Findings with clause, line and, where there is one, the
way through the protocol that shows it.
"""

from collections.abc import Callable, Collection, Iterator

from concord.core.problem import Severity
from concord.core.protocol.definition import Protocol
from concord.core.workshop.check import bodies, child, limits, people, readings, total, ways
from concord.core.workshop.check.looked import Looked, looked_at
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.paths.walk import TooManyWays

__all__ = ["CHECKS", "Meant", "check_meaning"]

CHECKS: tuple[Callable[[Looked], Iterator[Meant]], ...] = (
    *(ways.unreachable_stages, ways.no_way_out, ways.nobody_may, ways.never_comes_up),
    *(people.answers_themselves, people.junior_to_the_stage_before, people.nobody_holds),
    *(limits.none_stated, limits.two_for_one, limits.judged_too_soon, limits.mixed_units),
    *(total.not_the_statutory, total.left_for_judging, total.broken_in_time, total.held),
    *(bodies.none_for_this_child, bodies.prerequisite_skipped, child.never_told),
    *(readings.undecided, readings.left_open, readings.replaced_law),
)


def _too_many(protocol: Protocol) -> Meant:
    return Meant(
        "too-many-ways",
        Severity.ERROR,
        "There are more ways through it than can be walked, so it cannot be checked",
        "Let fewer duties stand before each step: name several roles in one duty where the "
        "document asks the same of each",
        protocol.closing.clause,
        ("duties",),
    )


def check_meaning(protocol: Protocol, *, held: Collection[str] | None = None) -> tuple[Meant, ...]:
    """Everything that is wrong or worth knowing about what a protocol means.

    In: the protocol and, where it is for an authority, the roles that somebody holds there. Out:
    errors first, then warnings, then notes; each once, however many ways show it. The law behind
    them is the Children Act 1989 s25B, the IRO Handbook 2010 chapter 6 and, for what a rule must
    say, the clause that each finding names.
    """
    try:
        looked = looked_at(protocol, held)
    except TooManyWays:
        return (_too_many(protocol),)
    meant = (each for check in CHECKS for each in check(looked))
    found = {(each.id, each.path, each.sentence): each for each in meant}
    order = ["error", "warning", "note"]
    return tuple(sorted(found.values(), key=lambda each: order.index(each.severity)))
