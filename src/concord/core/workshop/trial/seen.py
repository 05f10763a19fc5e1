"""What past disputes show of people's behaviour, in the place of what would be assumed of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from concord.core.workshop.trial.assumptions import (
    Answering,
    Assumptions,
    Holding,
    Talking,
    Times,
)
from concord.core.workshop.trial.past import Past, Stay

# Of a role that was asked less often than this, nothing is said of its own: all are one.
FEWEST: Final = 6
_WORKING_YEAR_IN_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTimes(Times):
    """Times that were seen, in their order, in place of an assumed spread."""

    seen: tuple[int, ...]

    def days(self, chance: float) -> int:
        """One of those seen; `chance` is a number from 0 up to 1."""
        return _one_of(self.seen, chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAnswering(Answering):
    """How somebody was seen to answer."""

    seen: tuple[int, ...]

    def days(self, chance: float) -> int:
        """One of those seen; `chance` is a number from 0 up to 1."""
        return _one_of(self.seen, chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenTalking(Talking):
    """How long informal resolution was seen to last."""

    seen: tuple[int, ...]

    def days(self, chance: float) -> int:
        """One of those seen; `chance` is a number from 0 up to 1."""
        return _one_of(self.seen, chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenHolding(Holding):
    """How holds were seen to go."""

    seen: tuple[int, ...]

    def days(self, chance: float) -> int:
        """One of those seen; `chance` is a number from 0 up to 1."""
        return _one_of(self.seen, chance)


def _one_of(seen: Sequence[int], chance: float) -> int:
    return seen[min(int(chance * len(seen)), len(seen) - 1)]


def chance_of(times: Times, days: int) -> float | None:
    """The chance by which `days` come out of times that were seen; None where they were not."""
    seen = getattr(times, "seen", ())
    place = bisect_left(seen, days)
    if place == len(seen) or seen[place] != days:
        return None
    return (place + 0.5) / len(seen)


def seen_in(disputes: Sequence[Past], *, usual: Assumptions) -> Assumptions:
    """How people behaved in past disputes, at least one; what none of them shows is as usual.

    A role that was asked six times or more has figures of its own.
    """
    stays = [stay for each in disputes for stay in each.stays]
    answers = _answering(stays, usual.answers)
    asked = dict.fromkeys(stay.asked for stay in stays if stay.asked)
    own = {role: [stay for stay in stays if stay.asked == role] for role in asked}
    return replace(
        usual,
        title="Seen in past disputes",
        disputes_a_year=_a_year(disputes),
        talking=_talking(disputes, usual.talking),
        answers=answers,
        judging=_times((stay.judged for stay in stays), usual.judging),
        going_on=_times((stay.went_on for stay in stays), usual.going_on),
        begins_higher=_share(each.higher for each in disputes if not each.settled),
        holding=_holding(stays, usual.holding),
        roles={
            role: _answering(theirs, answers)
            for role, theirs in own.items()
            if len(_asked(theirs)) >= FEWEST
        },
    )


def _a_year(disputes: Sequence[Past]) -> int:
    days = (max(each.began for each in disputes) - min(each.began for each in disputes)).days
    return max(round(len(disputes) * _WORKING_YEAR_IN_DAYS / max(days, 1)), 1)


def _share(found: Iterable[bool | None]) -> float:
    known = [each for each in found if each is not None]
    return sum(known) / len(known) if known else 0.0


def _known(found: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(sorted(each for each in found if each is not None))


def _times(found: Iterable[int | None], usual: Times) -> Times:
    seen = _known(found)
    return SeenTimes(*_points(seen), seen=seen) if seen else usual


def _points(seen: Sequence[int]) -> tuple[int, int]:
    """The days within which half are done, and nine in ten."""
    return seen[-(-len(seen) // 2) - 1], seen[-(-len(seen) * 9 // 10) - 1]


def _asked(stays: Iterable[Stay]) -> list[Stay]:
    return [stay for stay in stays if stay.silent or stay.answer is not None]


def _answering(stays: Sequence[Stay], usual: Answering) -> Answering:
    asked = _asked(stays)
    seen = _known(stay.answer for stay in asked)
    none_comes = _share(stay.silent for stay in asked) if asked else usual.none_comes
    if not seen:
        return replace(usual, none_comes=none_comes)
    satisfies = _share(stay.satisfied for stay in asked)
    return SeenAnswering(*_points(seen), none_comes, satisfies, away=0, seen=seen)


def _talking(disputes: Sequence[Past], usual: Talking) -> Talking:
    seen = _known(each.talked for each in disputes)
    resolves = _share(each.settled for each in disputes)
    return SeenTalking(*_points(seen), resolves, seen=seen) if seen else usual


def _holding(stays: Sequence[Stay], usual: Holding) -> Holding:
    seen = _known(stay.held for stay in stays)
    if not seen:
        return replace(usual, at_a_stage=0.0) if stays else usual
    often = _share(stay.held is not None for stay in stays)
    done = _share(stay.task_done for stay in stays if stay.held is not None)
    return SeenHolding(*_points(seen), often, done, seen=seen)


def not_seen(assumed: Assumptions) -> Iterator[str]:
    """What no past dispute shows, so that it is as usual: in words."""
    kinds: tuple[tuple[Times, str], ...] = (
        (assumed.answers, "how long answers take"),
        (assumed.judging, "how long judging takes"),
        (assumed.going_on, "how long going on takes"),
    )
    for times, words in kinds:
        if not hasattr(times, "seen"):
            yield words
