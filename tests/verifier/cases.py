"""Random limits with their acts, holds and calendars: the same ones in each run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from concord.casework.examples.chance import Chance
from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.deadline import Anchor, Deadline, deadline
from concord.core.clock.hold import Hold
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import start_of
from concord.core.clock.working_day import Calendar, calendar
from verifier.counting import Question

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
BEGIN, YEARS = datetime(2013, 1, 1, tzinfo=UTC), range(2013, 2027)
UNITS = (Unit.WORKING_DAYS, Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.HOURS, Unit.SAME_DAY)
CALENDARS, LATE_DAYS = 40, 150


@dataclass(frozen=True)
class Known:
    """A calendar, with late bank holidays or without, and all its days by date."""

    calendar: Calendar
    late: frozenset[date]

    @property
    def off(self) -> Mapping[date, str]:
        """Every bank holiday of it."""
        return self.calendar.holidays.days


@dataclass(frozen=True)
class Case:
    """An act, a limit, holds and a calendar."""

    at: datetime
    limit: Limit
    holds: tuple[Hold, ...]
    known: Known

    def by_the_engine(self, counted_with: Calendar | None = None) -> Deadline:
        """What the product counts; with another calendar, if one is given."""
        known = counted_with or self.known.calendar
        anchor = Anchor(self.at, "alert issued")
        return deadline(anchor, limit=self.limit, calendar=known, holds=self.holds)

    def question(self) -> Question:
        """The same for the verifier."""
        holds = tuple((each.from_at, each.until_at) for each in self.holds)
        limit = self.limit
        off = self.known.off
        return Question(self.at, limit.amount, limit.unit.value, off, holds, "alert issued")


def plain(nation: Nation) -> Known:
    """The published calendar of a nation."""
    return Known(calendar(nation), frozenset())


def cases(seed: int, *, most: int) -> Iterator[Case]:
    """As many cases as asked for; the same seed gives the same ones."""
    dice = Chance(seed)
    pool = [plain(nation) for nation in Nation for _ in range(CALENDARS // 4)]
    pool += [_with_late(dice) for _ in range(CALENDARS // 2)]
    for _ in range(most):
        at = _act(dice)
        yield Case(at, _limit(dice), _holds(dice, at), dice.choice(pool))


def clock_changes() -> tuple[datetime, ...]:
    """The instants at which London's clocks change, found by the law's rule."""
    return tuple(_last_sunday(year, month) for year in YEARS for month in (3, 10))


def _last_sunday(year: int, month: int) -> datetime:
    day = datetime(year, month, 31, 1, tzinfo=UTC)
    return day - ((day.weekday() + 1) % 7) * DAY


CHANGES = clock_changes()


def _act(dice: Chance) -> datetime:
    if dice.random() < 0.3:
        return dice.choice(CHANGES) + dice.randint(dice.choice((-4 * 1440, -90)), 90) * MINUTE
    at = BEGIN + dice.randrange(14 * 365 * 1440) * MINUTE
    return at + timedelta(microseconds=dice.randrange(60_000_000)) * (dice.random() < 0.2)


def _limit(dice: Chance) -> Limit:
    unit = dice.choice(UNITS)
    if unit is Unit.SAME_DAY:
        return Limit(0, unit)
    return Limit(dice.randint(1, 150 if dice.random() < 0.05 else 25), unit)


def _holds(dice: Chance, at: datetime) -> tuple[Hold, ...]:
    holds = []
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 4))):
        begins = at + dice.randint(-4 * 1440, 20 * 1440) * MINUTE
        ends = begins + dice.randint(0, 10 * 1440) * MINUTE
        if dice.random() < 0.5:
            ends = max(begins, start_of(ends.date()))
        holds.append(Hold(begins, ends))
    return tuple(holds)


def _with_late(dice: Chance) -> Known:
    days = (date(2013, 1, 1) + dice.randrange(5000) * DAY for _ in range(LATE_DAYS))
    late = frozenset(day for day in days if day.weekday() < 5)
    extra = dict.fromkeys(late, "Example Day")
    return Known(Calendar(bank_holidays(dice.choice(list(Nation)), extra=extra)), late)
