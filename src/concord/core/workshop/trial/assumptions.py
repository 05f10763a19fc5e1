"""What a trial assumes of people: how long they take, and how often an answer will do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log
from statistics import NormalDist
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from concord.core.files.format import stop_if_other_kind
from concord.core.files.shape import Shape, fit
from concord.core.files.source import Path, Source, read_source
from concord.core.record.text import Line

_STRICT = ConfigDict(extra="forbid", frozen=True)
FORMAT: Final = "concord assumptions 1"
_NORMAL = NormalDist()
_NINE_IN_TEN = _NORMAL.inv_cdf(0.9)
# Half a day stands for "the same day": what has no length cannot be stretched to nine in ten.
_SAME_DAY = 0.5
WORKING_YEAR: Final = 260


def _share(value: object) -> object:
    """Read "40 %" as 0.4."""
    number = value.removesuffix("%").strip() if isinstance(value, str) else ""
    if number.isdecimal() and number.isascii() and len(number) <= 3 and int(number) <= 100:
        return int(number) / 100
    raise ValueError("A share is written in per cent Hint: Write a share such as 40 %")


def _days(value: object) -> object:
    """Read "3 working days" as 3, and "same day" as 0."""
    if value == "same day":
        return 0
    number, _, unit = value.partition(" ") if isinstance(value, str) else ("", "", "")
    known = number.isdecimal() and number.isascii() and len(number) <= 3
    if known and unit in ("working day", "working days"):
        return int(number)
    raise ValueError(
        "A time is counted in working days Hint: Write a time such as 3 working days, or same day"
    )


Share = Annotated[float, BeforeValidator(_share)]
Days = Annotated[int, BeforeValidator(_days)]


@dataclass(frozen=True, slots=True)
class Times:
    """How long something takes, in working days: half are done within the first, nine in ten
    within the second.
    """

    __pydantic_config__ = _STRICT
    half_within: Days
    nine_in_ten_within: Days

    def days(self, chance: float) -> int:
        """The working days for one of them; `chance` is a number from 0 up to 1."""
        half = max(self.half_within, _SAME_DAY)
        most = max(self.nine_in_ten_within, half)
        spread = log(most / half) / _NINE_IN_TEN
        bounded = min(max(chance, 1e-9), 1 - 1e-9)
        return int(half * exp(spread * _NORMAL.inv_cdf(bounded)))


@dataclass(frozen=True, slots=True)
class Answering(Times):
    """How somebody answers: how long it takes, how often no answer comes, how often it satisfies
    whoever judges it, and for how much of a year they are away with nobody in their place.
    """

    __pydantic_config__ = _STRICT
    none_comes: Share
    satisfies: Share
    away: Days = 0
    away_for: Days = 10


@dataclass(frozen=True, slots=True)
class Talking(Times):
    """How long informal resolution lasts, and how often it resolves the matter."""

    __pydantic_config__ = _STRICT
    resolves: Share


@dataclass(frozen=True, slots=True)
class Holding(Times):
    """How often a stage is put on hold, for how long, and how often its task is then done."""

    __pydantic_config__ = _STRICT
    at_a_stage: Share
    task_done: Share


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All that a trial assumes. `roles` says what is different for some of those who answer."""

    __pydantic_config__ = _STRICT
    format: Literal["concord assumptions 1"]
    disputes_a_year: Annotated[int, Field(ge=1, le=10_000)]
    talking: Talking
    answers: Answering
    judging: Times
    going_on: Times
    begins_higher: Share
    holding: Holding
    title: Line = ""
    roles: Mapping[str, Answering] = field(default_factory=dict)

    def of(self, role: str) -> Answering:
        """How somebody in a role answers."""
        return self.roles.get(role, self.answers)


_SHAPE = Shape(Assumptions)


def read_assumptions(text: str, *, file: str) -> Assumptions:
    """Read a file of assumptions. In: its text and name. Raises WrongData with every finding."""
    source = read_source(text, file=file)
    stop_if_other_kind(source, wanted=FORMAT)
    found = fit(source, source.data, _SHAPE)
    if found is not None:
        _stop_at_contradictions(source, found)
    source.stop_if_wrong()
    if found is None:
        raise AssertionError
    return found


def _stop_at_contradictions(source: Source, found: Assumptions) -> None:
    times: dict[Path, Times] = {("talking",): found.talking, ("judging",): found.judging}
    times |= {("going on",): found.going_on, ("holding",): found.holding}
    people: dict[Path, Answering] = {("answers",): found.answers}
    people |= {("roles", role): each for role, each in found.roles.items()}
    for path, each in (times | people).items():
        if each.nine_in_ten_within < each.half_within:
            sentence = "Nine in ten cannot be done before half are"
            hint = f"Write {each.half_within} working days or more"
            source.report("nine-before-half", sentence, hint, (*path, "nine in ten within"))
    for path, who in people.items():
        if who.away > WORKING_YEAR:
            hint = f"Write {WORKING_YEAR} working days or less"
            source.report("longer-than-a-year", "A year has no more", hint, (*path, "away"))
