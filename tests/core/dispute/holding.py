"""What holds in every dispute after every step, whatever the protocol and whoever did what."""

from datetime import datetime, timedelta

from concord.core.clock.hold import Hold
from concord.core.clock.limit import Unit
from concord.core.dispute.clocks import Clock, clocks, holds, total_began
from concord.core.dispute.decide import ACTS, Refused
from concord.core.dispute.duties import duties
from concord.core.dispute.duties.model import Duty
from concord.core.dispute.events import CODEC, DutyMissed
from concord.core.dispute.fold import fold
from concord.core.dispute.lapse import next_due_at
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import Dispute
from concord.core.dispute.tellings import tellings
from concord.core.dispute.timeline import timeline
from concord.core.people.permission import parts
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Moment
from concord.core.record.envelope import Recorded
from tests.core.clock.test_against_a_slow_count import (
    slowly,
    slowly_used,
    wall_day,
)
from tests.core.dispute.drawing import SECRET

DAY = timedelta(days=1)
AFTER_THE_END = (Moment.ACTIONS_AGREED, Moment.CLOSED, Moment.REFERRED)


def everything(matter: Matter, *, at: datetime) -> None:
    """All of it, for a dispute that has begun and is brought up to `at` (aware)."""
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    _one_rung_is_open(matter.dispute)
    _it_is_what_its_stored_entries_say(matter, made)
    _duties_are_well_made(matter, made)
    _due_dates_are_those_of_a_slow_count(matter, made)
    _nothing_is_missed_unseen(matter, at)
    _working_days_used_are_those_not_on_hold(matter, at)
    _the_end_is_the_end(matter, made)
    _sentences_say_nothing_personal(matter)


def same_but_for_when_recorded(one: tuple[Recorded, ...], other: tuple[Recorded, ...]) -> None:
    """Entries that time brought are the same however often somebody looked."""
    assert [each._replace(recorded_at=each.happened_at) for each in one] == [
        each._replace(recorded_at=each.happened_at) for each in other
    ]


def well_refused(protocol: Protocol, refused: Refused) -> None:
    """A refusal has an id, a sentence, a clause of the protocol, and what would allow the step."""
    assert refused.id, refused
    assert refused.sentence, refused
    assert refused.clause in protocol.clauses, refused
    assert refused.allowed_by, refused


def rightly_told(matter: Matter, entry: Recorded) -> None:
    """Whoever is told of something may also look at it."""
    for telling in tellings(matter, entry):
        assert parts(matter, [telling.role]), (telling, entry)


def _one_rung_is_open(dispute: Dispute) -> None:
    still_open = [run for run in dispute.runs if run.left_at is None]
    assert still_open == ([dispute.run] if dispute.run else [])
    assert [run.number for run in dispute.runs] == list(range(1, len(dispute.runs) + 1))


def _it_is_what_its_stored_entries_say(matter: Matter, made: tuple[Duty, ...]) -> None:
    entries = [
        each._replace(event=CODEC.decode(each.event.KIND, CODEC.encode(each.event)))
        for each in matter.dispute.entries
    ]
    again = fold(entries, dispute=Dispute(id=matter.dispute.id))
    assert again == matter.dispute
    assert duties(matter.protocol, again, matter.calendar) == made


def _duties_are_well_made(matter: Matter, made: tuple[Duty, ...]) -> None:
    keys = [duty.key for duty in made]
    assert len(keys) == len(set(keys)), keys
    for duty in made:
        assert duty.clause in matter.protocol.clauses, duty
        assert duty.act == "" or duty.act in ACTS, duty
        assert (duty.due is None) == bool(duty.no_date), duty
        for role in duty.owners:
            sees = duty.is_restraint or parts(matter, [role])
            assert duty.is_over or sees, (role, duty)


def _due_dates_are_those_of_a_slow_count(matter: Matter, made: tuple[Duty, ...]) -> None:
    added = {each.day for each in matter.dispute.late_holidays}
    for duty in made:
        counted = duty.due.deadline if duty.due else None
        if counted is None or duty.due is None:
            continue
        late = added & counted.calendar.holidays.days.keys()
        slow = slowly(counted.anchor.at, counted.limit, counted.holds, late)
        assert (duty.due.on, duty.due.at) == (slow.due_on, slow.due_at), duty


def _nothing_is_missed_unseen(matter: Matter, at: datetime) -> None:
    ahead = next_due_at(matter)
    assert ahead is None or ahead > at
    for entry in matter.dispute.entries:
        assert entry.happened_at <= entry.recorded_at
        if isinstance(entry.event, DutyMissed):
            assert entry.event.due_at == entry.happened_at, entry


def _working_days_used_are_those_not_on_hold(matter: Matter, at: datetime) -> None:
    both = clocks(matter, at=at)
    began = total_began(matter)
    until = min(filter(None, (at, matter.dispute.closed_at)))
    if both.total and began and not matter.dispute.handings:
        _used(both.total, began, until, holds(matter, clock="total"))
    run = matter.dispute.run
    if both.stage and run and run.alert_at and not run.answers:
        began = run.counts_from or run.alert_at
        _used(both.stage, began, until, holds(matter, clock="stage", run=run.number))


def _used(clock: Clock, began: datetime, until: datetime, held: tuple[Hold, ...]) -> None:
    limit = clock.limit
    if limit is None or limit.unit is not Unit.WORKING_DAYS:
        return
    assert clock.used == slowly_used(began, wall_day(until), held)


def _the_end_is_the_end(matter: Matter, made: tuple[Duty, ...]) -> None:
    closed_at = matter.dispute.closed_at
    if closed_at is None:
        return
    assert clocks(matter, at=closed_at) == clocks(matter, at=closed_at + 40 * DAY)
    assert clocks(matter, at=closed_at).stage is None
    later = {f":{each.id}" for each in matter.protocol.duties if each.counted_from in AFTER_THE_END}
    later |= {f":{each.rule}" for each in matter.dispute.explained}
    for duty in made:
        owed = not duty.is_over and duty.due is not None
        assert not owed or any(duty.key.endswith(each) for each in later), duty


def _sentences_say_nothing_personal(matter: Matter) -> None:
    shown = timeline(matter, show_private=True)
    assert [each.seq for each in shown] == [each.seq for each in matter.dispute.entries]
    for line in shown:
        assert line.sentence, line
        assert SECRET not in line.sentence, line
