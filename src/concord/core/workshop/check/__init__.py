"""Does a protocol mean what it has to mean? Findings with clause, line and, where there is one, the
way through the protocol that shows it.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from concord.core.dispute.ladder import ways_in
from concord.core.problem import Severity
from concord.core.protocol.definition import DutyRule, Informal, Protocol, Stage, WayIn
from concord.core.protocol.ladders import ladder_of, whole_of
from concord.core.workshop.check import (
    bodies,
    child,
    clauses,
    limits,
    people,
    readings,
    total,
    ways,
)
from concord.core.workshop.check.looked import Looked, looked_at
from concord.core.workshop.check.meant import Meant, Path
from concord.core.workshop.paths.walk import TooManyWays

__all__ = ["CHECKS", "Meant", "check_meaning"]

CHECKS: tuple[Callable[[Looked], Iterator[Meant]], ...] = (
    *(ways.unreachable_stages, ways.no_way_out, ways.nobody_may, ways.never_comes_up),
    *(people.answers_themselves, people.junior_to_the_stage_before, people.nobody_holds),
    *(limits.none_stated, limits.two_for_one, limits.judged_too_soon, limits.mixed_units),
    *(total.not_the_statutory, total.left_for_judging, total.broken_in_time, total.held),
    *(bodies.none_for_this_child, bodies.prerequisite_skipped, child.never_told),
    *(readings.undecided, readings.left_open, readings.replaced_law),
    *(clauses.accounted_twice, clauses.half_a_duty, clauses.unaccounted),
    *(clauses.in_no_section, clauses.empty_section, clauses.not_laid_out),
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

    A protocol with several ladders is walked on each of them, and with each priority. In: the
    protocol and, where it is for an authority, the roles that somebody holds there. Out:
    errors first, then warnings, then notes; each once, however many ways show it. The law behind
    them is the Children Act 1989 s25B, the IRO Handbook 2010 chapter 6 and, for what a rule must
    say, the clause that each finding names.
    """
    try:
        looked = looked_at(protocol, held)
    except TooManyWays:
        return (_too_many(protocol),)
    parts = {each.protocol: tuple(_on_one_ladder(each)) for each in looked if each.walks}
    found: dict[tuple[str, Path, str], Meant] = {}
    for meant in chain(ways.unreachable_ladders(protocol, looked), *parts.values()):
        if all(meant in said for part, said in parts.items() if _is_of_all(meant, part)):
            found.setdefault((meant.id, meant.path, meant.sentence), meant)
    order = ["error", "warning", "note"]
    return tuple(sorted(found.values(), key=lambda each: order.index(each.severity)))


def _on_one_ladder(looked: Looked) -> Iterator[Meant]:
    part, ladder = looked.protocol, ladder_of(looked.protocol)
    for each in (each for check in CHECKS for each in check(looked)):
        on = f" ({ladder.label})" if ladder and each.path[:1] == ("total",) else ""
        path = _in_the_file(each.path, part)
        yield replace(each, path=path, sentence=f"{each.sentence}{on}")


def _is_of_all(meant: Meant, part: Protocol) -> bool:
    """Whether it is a finding only when it is one on this ladder too: a duty that stands on several
    may come up on some of them alone.
    """
    if meant.id not in ("never-comes-up", "nobody-may") or meant.path[:1] != ("duties",):
        return False
    rule = whole_of(part).duties[int(meant.path[1])]
    return any(each.id == rule.id for each in part.duties)


def _in_the_file(path: Path, part: Protocol) -> Path:
    """A path of keys in a protocol as it is for one ladder, as a path in the whole file."""
    if len(path) < 2 or path[0] not in ("stages", "informal", "duties", "ways in"):
        return path
    section, place, *below = path
    here, whole = ([each.id for each in _rungs(of, section)] for of in (part, whole_of(part)))
    return (section, whole.index(here[place]), *below) if isinstance(place, int) else path


def _rungs(protocol: Protocol, section: str | int) -> Sequence[Stage | Informal | DutyRule | WayIn]:
    if section == "ways in":
        return ways_in(protocol)
    if section == "duties":
        return protocol.duties
    return protocol.stages if section == "stages" else protocol.informal
