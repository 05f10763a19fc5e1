"""Days and moments as a person writes them: 2026-11-26, or 2026-11-26 14:05 in London time."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from concord.core.clock.london import LONDON
from concord.core.clock.words import short_day
from concord.core.problem import Finding, WrongData

_WRITTEN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}))?")
_SHOWN = 40
YEARS = range(1900, 2200)
_HINT = "Write 2026-11-26, or 2026-11-26 14:05 with the time in London"


class WrongMoment(WrongData):
    """A day or moment cannot be read; carries one finding, and its sentence and hint."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__((Finding(id="wrong-moment", sentence=sentence, hint=hint),))
        self.sentence = sentence
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Written:
    """A local day, and the local time where one was given."""

    day: date
    time_of_day: time | None

    def at(self, otherwise: time) -> datetime:
        """The aware moment in London; `otherwise` is the time of a day that was given alone."""
        return datetime.combine(self.day, self.time_of_day or otherwise, LONDON)


def parse_written(text: str) -> Written:
    """The day or moment that a text stands for; of an hour that comes twice, the first.

    Raises WrongMoment with a sentence and a hint: another form than these two, a day or time that
    does not exist, the hour that is left out when the clocks go forward, a year that nobody means.
    """
    words = " ".join(text.split())
    found = _WRITTEN.fullmatch(words)
    if not found:
        raise WrongMoment(f"{_quoted(text)} is not a day or a moment", _HINT)
    try:
        day = date.fromisoformat(found[1])
    except ValueError as error:
        raise WrongMoment(f"There is no day {found[1]}", _HINT) from error
    if day.year not in YEARS:
        hint = f"Give a year from {YEARS[0]} to {YEARS[-1]}"
        raise WrongMoment(f"{found[1]} is too far away", hint)
    return Written(day, _time(day, found[2]) if found[2] else None)


def _time(day: date, text: str) -> time:
    try:
        at = time.fromisoformat(text)
    except ValueError as error:
        raise WrongMoment(f"There is no time {text}", "Write 00:00 to 23:59") from error
    local = datetime.combine(day, at, LONDON)
    if local.astimezone(UTC).astimezone(LONDON).time() != at:
        raise WrongMoment(
            f"There is no time {text} on {short_day(day)}: the clocks go forward",
            "Give the time before or after that hour",
        )
    return at


def _quoted(text: str) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f'"{shown}"'
