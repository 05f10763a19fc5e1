"""How much of a limit is spent: working days used and left, counted as deadlines are."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from concord.core.clock.hold import Hold, held_days
from concord.core.clock.limit import Limit, Unit
from concord.core.clock.london import local_date
from concord.core.clock.working_day import Calendar

_ONE_DAY = timedelta(days=1)


def used(calendar: Calendar, *, since: datetime, at: datetime, holds: Iterable[Hold] = ()) -> int:
    """How many working days are used from the act at `since` until `at` (both aware).

    Those after day 0, up to and including the local day of `at`, that are not held; today counts
    as used from its first moment. 0 when `at` is the earlier one. Raises BeyondCalendar.
    """
    day_0, today = local_date(since), local_date(at)
    if today <= day_0:
        return 0
    total = calendar.between(day_0, today)
    for span in held_days(holds):
        before = max(span.first - _ONE_DAY, day_0)
        last = min(span.until - _ONE_DAY, today)
        if last > before:
            total -= calendar.between(before, last)
    return total


def left(
    calendar: Calendar,
    *,
    limit: Limit,
    since: datetime,
    at: datetime,
    holds: Iterable[Hold] = (),
) -> int:
    """How many working days of a limit are left: 0 on its last day, negative when it is over.

    Raises ValueError for a limit that is not in working days, and BeyondCalendar.
    """
    if limit.unit is not Unit.WORKING_DAYS:
        raise ValueError(f'Working days left of "{limit}" cannot be told')
    return limit.amount - used(calendar, since=since, at=at, holds=holds)
