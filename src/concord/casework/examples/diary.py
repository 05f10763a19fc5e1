"""Moments in working hours."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from concord.casework.examples.chance import Chance
from concord.core.clock.london import LONDON, local_date
from concord.core.clock.working_day import Calendar

_OPENS, _CLOSES = 9 * 60, 17 * 60


@dataclass(frozen=True, slots=True)
class Diary:
    """Finds moments on working days between nine and five, London time."""

    calendar: Calendar
    chance: Chance

    def last_full_day(self, at: datetime) -> date:
        """The last working day whose working hours are over at an aware instant."""
        day = local_date(at)
        if self.calendar.is_working_day(day) and self._on(day, _CLOSES) <= at:
            return day
        return self.calendar.add(day, -1)

    def on(self, day: date) -> datetime:
        """Some moment in the working hours of a day, an hour clear of their end."""
        return self._on(day, self.chance.randrange(_OPENS, _CLOSES - 60))

    def after(self, at: datetime, *, working_days: int) -> datetime:
        """Some moment that many working days later; with 0, a little later."""
        if working_days:
            return self.on(self.calendar.add(local_date(at), working_days))
        later = at + timedelta(minutes=self.chance.randrange(5, 40))
        closes = self._on(local_date(at), _CLOSES)
        return later if later < closes else self.on(self.calendar.add(local_date(at), 1))

    def _on(self, day: date, minutes: int) -> datetime:
        return datetime.combine(day, time(minutes // 60, minutes % 60), LONDON).astimezone(UTC)
