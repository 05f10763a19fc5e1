"""Time limits as a protocol writes them, such as "5 working days", "24 hours" or "same day"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from typing_extensions import override

from concord.core.problem import Finding, WrongData

# A year and a month. More is a slip of the pen: the longest limit in the field is a few weeks.
MOST = 400

_WRITTEN = re.compile(r"(-?[0-9]{1,9}) (.+)")
_SHOWN = 40


class Unit(StrEnum):
    """What a limit is counted in."""

    WORKING_DAYS = "working days"
    CALENDAR_DAYS = "calendar days"
    HOURS = "hours"
    SAME_DAY = "same day"


_NUMBERED = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.HOURS)
_UNITS = {unit.value: unit for unit in _NUMBERED}
_UNITS |= {unit.value.removesuffix("s"): unit for unit in _NUMBERED}
_PLAIN = 'Write a whole number and a unit, such as "5 working days", or "same day"'


class WrongLimit(WrongData):
    """A limit cannot be used; carries one finding, without a place, and its sentence and hint."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__((Finding(id="wrong-limit", sentence=sentence, hint=hint),))
        self.sentence = sentence
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Limit:
    """An amount of a unit of time, from 1 to 400; "same day" has the amount 0."""

    amount: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit is Unit.SAME_DAY:
            if self.amount:
                raise WrongLimit('"same day" has no number of days', 'Write "same day" alone')
        elif self.amount < 1:
            raise WrongLimit(
                f'A limit of "{self.amount} {self.unit}" leaves no time',
                'Write 1 or more, or "same day"',
            )
        elif self.amount > MOST:
            raise WrongLimit(
                f'A limit of "{self.amount} {self.unit}" is longer than {MOST} {self.unit}',
                f"Write {MOST} or less",
            )

    @override
    def __str__(self) -> str:
        if self.unit is Unit.SAME_DAY:
            return self.unit.value
        return _counted(self.amount, self.unit)


def parse_limit(text: str) -> Limit:
    """The limit that a text such as "5 working days", "1 hour" or "same day" stands for.

    Raises WrongLimit with a sentence and a hint. "5 days" is refused: the units differ by a
    weekend or a bank holiday, so the text has to say which it means.
    """
    words = " ".join(text.lower().split())
    if words == Unit.SAME_DAY:
        return Limit(0, Unit.SAME_DAY)
    written = _WRITTEN.fullmatch(words)
    if not written:
        raise WrongLimit(f"{_quoted(text)} is not a time limit", _PLAIN)
    amount, name = int(written[1]), written[2]
    unit = _UNITS.get(name)
    if unit is None:
        raise _wrong_unit(text, amount=amount, name=name)
    return Limit(amount, unit)


def _wrong_unit(text: str, *, amount: int, name: str) -> WrongLimit:
    if amount < 1:
        return WrongLimit(f"{_quoted(text)} leaves no time", 'Write 1 or more, or "same day"')
    if name in ("day", "days"):
        return WrongLimit(
            f"{_quoted(text)} does not say which days it means",
            _either(amount, amount),
        )
    if name in ("week", "weeks"):
        return WrongLimit(
            f"{_quoted(text)} is not a time limit: weeks are not counted",
            _either(5 * amount, 7 * amount),
        )
    return WrongLimit(
        f"{_quoted(text)} has no unit that is counted",
        "Write working days, calendar days, hours or same day",
    )


def _either(working_days: int, calendar_days: int) -> str:
    working = _counted(working_days, Unit.WORKING_DAYS)
    return f'Write "{working}" or "{_counted(calendar_days, Unit.CALENDAR_DAYS)}"'


def _counted(amount: int, unit: Unit) -> str:
    return f"{amount} {unit.value.removesuffix('s') if amount == 1 else unit.value}"


def _quoted(text: str) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f'"{shown}"'
