"""The clock against a second way of counting: the verifier's, day by day, from other data.

The slow count shares nothing with the clock. It takes bank holidays from what GOV.UK published;
the days of London here follow the rule of the law: one hour ahead from one in the morning UTC on
the last Sunday in March until the same on the last Sunday in October.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from govuk_bank_holidays.bank_holidays import BankHolidays as GovUk
from hypothesis import example, given
from hypothesis import strategies as st

from concord.core.clock.bank_holidays import Nation, bank_holidays
from concord.core.clock.deadline import Anchor, Deadline, deadline
from concord.core.clock.hold import Hold
from concord.core.clock.limit import MOST, Limit, Unit
from concord.core.clock.spent import left, used
from concord.core.clock.working_day import Calendar, calendar
from verifier.counting import Counted, Question, count

ENGLAND = calendar(Nation.ENGLAND)
PUBLISHED = {event["date"] for event in GovUk(use_cached_holidays=True).data["england-and-wales"]}
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

SPRING, AUTUMN = datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
BEGIN, END = datetime(2013, 1, 1, tzinfo=UTC), datetime(2027, 3, 1, tzinfo=UTC)
INSTANTS = st.one_of(
    st.integers(0, (END - BEGIN) // MINUTE).map(lambda minutes: BEGIN + minutes * MINUTE),
    st.sampled_from([SPRING, AUTUMN]),
)
LATE = st.dates(date(2013, 1, 1), date(2028, 12, 1)).filter(lambda day: day.weekday() < 5)
DAY_LIMITS = st.one_of(
    st.builds(Limit, st.integers(1, 40), st.sampled_from([Unit.WORKING_DAYS, Unit.CALENDAR_DAYS])),
    st.just(Limit(0, Unit.SAME_DAY)),
)
HOUR_LIMITS = st.builds(Limit, st.integers(1, 48), st.just(Unit.HOURS))


@st.composite
def acts_with_holds(draw: st.DrawFn) -> tuple[datetime, tuple[Hold, ...]]:
    act = draw(INSTANTS)
    minutes = st.tuples(st.integers(-10 * 1440, 40 * 1440), st.integers(0, 12 * 1440))
    holds = [
        Hold(act + starts * MINUTE, act + (starts + lasts) * MINUTE)
        for starts, lasts in draw(st.lists(minutes, max_size=4))
    ]
    return act, tuple(holds)


def last_sunday(year: int, month: int) -> datetime:
    day = date(year, month, 31)
    while day.weekday() != 6:
        day -= DAY
    return datetime(day.year, day.month, day.day, 1, tzinfo=UTC)


def wall_day(at: datetime) -> date:
    summer = last_sunday(at.year, 3) <= at < last_sunday(at.year, 10)
    return (at + HOUR if summer else at).date()


def slowly(
    act: datetime, limit: Limit, holds: tuple[Hold, ...], late: Iterable[date] = ()
) -> Counted:
    """What the verifier counts, with the bank holidays that GOV.UK published and late ones."""
    off = dict.fromkeys({*PUBLISHED, *late}, "Holiday")
    periods = tuple((each.from_at, each.until_at) for each in holds)
    return count(Question(act, limit.amount, limit.unit.value, off, periods))


def slowly_used(act: datetime, until: date, holds: tuple[Hold, ...]) -> int:
    """How many working days the verifier counts after an act, up to and including a day."""
    days = max((until - wall_day(act)).days, 0)
    lines = slowly(act, Limit(min(days + 1, MOST), Unit.WORKING_DAYS), holds).days.values()
    return sum(line.number is not None and line.on <= until for line in lines)


def fast(
    act: datetime, limit: Limit, holds: tuple[Hold, ...], known: Calendar = ENGLAND
) -> Deadline:
    return deadline(Anchor(act, "alert issued"), limit=limit, calendar=known, holds=holds)


@given(acts_with_holds(), DAY_LIMITS, st.sets(LATE, max_size=3))
def test_a_limit_in_days_ends_where_the_slow_count_ends(
    case: tuple[datetime, tuple[Hold, ...]], limit: Limit, late: set[date]
) -> None:
    act, holds = case
    extra = dict.fromkeys(late, "Example Day")
    known = Calendar(bank_holidays(Nation.ENGLAND, extra=extra)) if late else ENGLAND
    ends = fast(act, limit, holds, known)
    slow = slowly(act, limit, holds, late)
    assert (ends.due_on, ends.due_at) == (slow.due_on, slow.due_at)


@given(acts_with_holds(), HOUR_LIMITS)
@example((SPRING, ()), Limit(24, Unit.HOURS))
@example((AUTUMN, ()), Limit(24, Unit.HOURS))
def test_a_limit_in_hours_ends_where_the_slow_count_ends(
    case: tuple[datetime, tuple[Hold, ...]], limit: Limit
) -> None:
    act, holds = case
    ends = fast(act, limit, holds)
    assert ends.due_at == slowly(act, limit, holds).due_at
    assert ends.due_on == wall_day(ends.due_at)


@given(acts_with_holds(), DAY_LIMITS)
def test_a_receipt_numbers_as_many_days_as_the_limit_has_and_leaves_no_day_out(
    case: tuple[datetime, tuple[Hold, ...]], limit: Limit
) -> None:
    act, holds = case
    lines = fast(act, limit, holds).receipt().days
    numbers = [line.number for line in lines if line.number is not None]
    assert numbers == list(range(1, limit.amount + 1))
    assert [line.on for line in lines] == [lines[0].on + n * DAY for n in range(len(lines))]
    assert all(line.reason for line in lines if line.number is None)
    assert (lines[0].on, lines[-1].on) == (wall_day(act), fast(act, limit, holds).due_on)


@given(acts_with_holds(), st.one_of(DAY_LIMITS, HOUR_LIMITS))
def test_a_hold_never_brings_a_deadline_forward(
    case: tuple[datetime, tuple[Hold, ...]], limit: Limit
) -> None:
    act, holds = case
    assert fast(act, limit, holds).due_at >= fast(act, limit, holds[1:]).due_at
    assert fast(act, limit, holds[1:]).due_at >= fast(act, limit, ()).due_at


@given(INSTANTS, st.one_of(DAY_LIMITS, HOUR_LIMITS), st.integers(0, 5000))
def test_a_later_act_never_has_an_earlier_deadline(
    act: datetime, limit: Limit, minutes: int
) -> None:
    assert fast(act + minutes * MINUTE, limit, ()).due_at >= fast(act, limit, ()).due_at


@given(acts_with_holds(), st.integers(0, 60))
def test_working_days_used_are_those_the_slow_count_finds(
    case: tuple[datetime, tuple[Hold, ...]], days: int
) -> None:
    act, holds = case
    number = slowly_used(act, wall_day(act + days * DAY), holds)
    assert used(ENGLAND, since=act, at=act + days * DAY, holds=holds) == number


@given(acts_with_holds(), st.integers(1, 40))
def test_on_the_last_day_of_a_limit_all_its_days_are_used_and_none_is_left(
    case: tuple[datetime, tuple[Hold, ...]], amount: int
) -> None:
    act, holds = case
    limit = Limit(amount, Unit.WORKING_DAYS)
    last = fast(act, limit, holds).due_at - MINUTE
    assert used(ENGLAND, since=act, at=last, holds=holds) == amount
    assert left(ENGLAND, limit=limit, since=act, at=last, holds=holds) == 0
