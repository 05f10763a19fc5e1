"""What a walk needs to know of a protocol, found out once: who may do what on which rung."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.begin import attempt_needed, way_at_start
from concord.core.dispute.duties.fulfilment import act_of
from concord.core.dispute.events import ConcernRaised, ConversationRecorded
from concord.core.dispute.ladder import (
    answer_rule,
    holding_rule,
    judges,
    judging_rule,
    not_for_this_child,
    ways_in,
    without_part,
)
from concord.core.dispute.state import Dispute
from concord.core.protocol.choosing import OnlyFor
from concord.core.protocol.definition import DutyRule, Informal, Protocol, Stage, WayIn
from concord.core.protocol.ladders import Facts, fits, ladder_of, priority_of, whole_of
from concord.core.protocol.vocabulary import (
    Act,
    ChildStatus,
    Condition,
    IfMissed,
    Moment,
    NotStated,
    SharesTotal,
    StageKind,
)
from concord.core.record.envelope import Event
from concord.core.workshop.paths.doing import done_by, entry_for
from concord.core.workshop.paths.position import INFORMAL, NEVER, Move, move

_PER_RUNG = frozenset((Act.ESCALATE, Act.BYPASS, Act.MEET))
_WORKING_WEEK, _WEEK, _DAY = 5, 7, 24
# The first bits of what is done; one for each rule that stands before a step comes after them.
TALK, MET, EXCEPTIONAL, TOLD = 1, 2, 4, 8
_FIRST_RULE = 4


class Setting(NamedTuple):
    """For whom a dispute is walked: the child's status, who raises it, court or no court."""

    status: ChildStatus
    raiser: str
    in_court: bool = False


class Rung(NamedTuple):
    """One stage as a walk sees it. Roles are those that have a part in the setting; nobody answers
    or judges where all have to and one has no part; where several have to, `all_answer` and
    `all_judge` have a bit for each. A walk knows no date from outside, and none that somebody
    sets: where an answer is due by one, its time can end on any day.
    """

    stage: Stage
    issues: tuple[str, ...]
    answers: tuple[str, ...]
    adjudicates: tuple[str, ...]
    judges: tuple[str, ...]
    carries: tuple[str, ...]
    meets: tuple[str, ...]
    limit: Limit | None
    shares_total: bool
    moves_by_itself: bool
    holds: tuple[str, ...]
    checks: tuple[str, ...]
    visited: int
    only_reports: bool
    ends_any_day: bool
    all_answer: Mapping[str, int]
    all_judge: Mapping[str, int]


class Asked(NamedTuple):
    """A must before an act: the bit of its being done, whether only an exceptional entry asks for
    it, the move that does it (None where nobody here can), and the bits of all that it does.
    """

    rule: DutyRule
    bit: int
    exceptional: bool
    move: Move | None
    does: int


class Way(NamedTuple):
    """A way to a stage for somebody in a role, from the beginning or past other stages.

    `attempt` says whether an informal attempt comes first, `after` is the bit of the stage that has
    to be exhausted before (0: none), with that stage's place.
    """

    place: int
    role: str
    way_in: WayIn | None
    attempt: bool = False
    after: int = 0
    after_place: int = NEVER


@dataclass(frozen=True, slots=True)
class Ground:
    """A protocol, prepared for walks in one setting. `before` has the musts before an act on a
    rung, `stays` the bits of what is not asked for anew on each rung. `in_order` says that what has
    to be done before a step is done in the order of the file.
    """

    protocol: Protocol
    setting: Setting
    others: frozenset[str]
    rungs: tuple[Rung, ...]
    before: Mapping[tuple[Act, int], tuple[Asked, ...]]
    entries: tuple[Way, ...]
    past: tuple[tuple[Way, ...], ...]
    stays: int
    talking_does: int
    raising_does: int
    talking_until: int
    in_order: bool = False

    @property
    def most_before_a_step(self) -> int:
        """How many things come before one step at most, which can be done in any order."""
        walked = (each for (act, _rung), each in self.before.items() if act is not Act.REFER)
        return max(map(len, walked), default=0)

    def here(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Those among some roles who have a part in this setting, each once."""
        return tuple(dict.fromkeys(role for role in roles if role not in self.others))

    def unmet(self, act: Act, *, rung: int, done: int) -> Iterator[Asked]:
        """The musts before an act on a rung that are not done yet."""
        for asked in self.before[act, rung]:
            if not done & asked.bit and (not asked.exceptional or done & EXCEPTIONAL):
                yield asked

    def applies(self, rule: DutyRule, *, rung: int, exceptional: bool, in_court: bool) -> bool:
        """Whether a rule is meant for a rung: its stages and its conditions."""
        return _applies(
            self.protocol,
            rule,
            rung,
            status=self.setting.status,
            exceptional=exceptional,
            in_court=in_court,
        )

    def due(self, rung: Rung, *, day: int, total: int) -> int:
        """The last working day of the answer's limit when the alert is issued on a day."""
        if rung.shares_total:
            return total if day <= total else NEVER
        return NEVER if rung.limit is None else last_day(day, rung.limit)


def last_day(day: int, limit: Limit) -> int:
    """The last working day of a limit that begins on a working day, counted from a Monday 0."""
    if limit.unit is Unit.WORKING_DAYS or limit.unit is Unit.SAME_DAY:
        return day + limit.amount
    week, weekday = divmod(day, _WORKING_WEEK)
    days = limit.amount if limit.unit is Unit.CALENDAR_DAYS else limit.amount // _DAY
    weeks, rest = divmod(week * _WEEK + weekday + days, _WEEK)
    return weeks * _WORKING_WEEK + min(rest, _WORKING_WEEK - 1)


def ground(protocol: Protocol, setting: Setting) -> Ground:
    """The ground of one protocol in one setting."""
    dispute = Dispute(id="", raiser=setting.raiser, child_status=setting.status)
    others = without_part(protocol, dispute)
    asked = [rule for rule in protocol.duties if rule.must is not None and rule.before]
    first = _FIRST_RULE + len(protocol.stages)
    bits = {rule.id: 1 << (first + place) for place, rule in enumerate(asked)}
    anew = sum(bits[rule.id] for rule in asked if _PER_RUNG & set(rule.before))
    parts = first + len(asked)
    rungs = tuple(
        _rung(protocol, stage, others, 1 << (_FIRST_RULE + place), parts)
        for place, stage in enumerate(protocol.stages)
    )
    anew |= sum({bit for rung in rungs for bit in _bits_of_parts(rung)})

    def done(event: Event | None) -> int:
        return sum(bits[each] for each in done_by(event, asked)) if event else 0

    musts = {
        rule.id: _asked(rule, others, bits, bits[rule.id] | done(entry_for(rule))) for rule in asked
    }
    tier = protocol.informal[0] if protocol.informal else None
    return Ground(
        *(protocol, setting, others, rungs),
        before=dict(_before(protocol, setting, musts.values())),
        entries=tuple(_entries(protocol, others)),
        past=tuple(tuple(_past(protocol, rungs, place)) for place in range(len(rungs))),
        stays=~(anew | MET | EXCEPTIONAL),
        talking_does=TALK | done(ConversationRecorded()),
        talking_until=_talking_until(tier),
        raising_does=done(ConcernRaised(raised_with=tier.talk_with if tier else ())),
    )


def _bits_of_parts(rung: Rung) -> Iterator[int]:
    yield from rung.all_answer.values()
    yield from rung.all_judge.values()


def rung_id(protocol: Protocol, rung: int) -> str:
    """The id of a rung: of the first informal tier below the stages."""
    if rung != INFORMAL:
        return protocol.stages[rung].id
    return protocol.informal[0].id if protocol.informal else ""


def _applies(protocol: Protocol, rule: DutyRule, rung: int, **known: object) -> bool:
    if rule.at and rung_id(protocol, rung) not in rule.at:
        return False
    holds = {
        Condition.IN_CARE: known["status"] is ChildStatus.IN_CARE,
        Condition.COURT: known["in_court"],
        Condition.EXCEPTIONAL: known["exceptional"],
        Condition.LAST_STAGE: rung == len(protocol.stages) - 1,
    }
    return all(holds[each] for each in rule.only_if)


def _asked(rule: DutyRule, others: frozenset[str], bits: Mapping[str, int], does: int) -> Asked:
    role = next((each for each in rule.who if each not in others), "")
    doing = move(act_of(rule), role, rule.id) if role else None
    return Asked(rule, bits[rule.id], Condition.EXCEPTIONAL in rule.only_if, doing, does)


def _before(
    protocol: Protocol, setting: Setting, musts: Collection[Asked]
) -> Iterator[tuple[tuple[Act, int], tuple[Asked, ...]]]:
    known = {"status": setting.status, "in_court": setting.in_court, "exceptional": True}
    for rung in range(INFORMAL, len(protocol.stages)):
        here = [each for each in musts if _applies(protocol, each.rule, rung, **known)]
        for act in Act:
            yield (
                (act, rung),
                tuple(each for each in here if act in each.rule.before),
            )


def _entries(protocol: Protocol, others: frozenset[str]) -> Iterator[Way]:
    tiers = protocol.informal
    for place, stage in enumerate(protocol.stages):
        for role in dict.fromkeys(protocol.raisers):
            way = way_at_start(protocol, stage, (role,))
            by_ladder = place == 0 and role in stage.raised_by
            if role not in others and (way is not None or by_ladder):
                yield Way(place, role, way, any(attempt_needed(tier, way) for tier in tiers))


def _past(protocol: Protocol, rungs: tuple[Rung, ...], here: int) -> Iterator[Way]:
    places = {rung.stage.id: place for place, rung in enumerate(rungs)}
    for place in range(here + 1, len(rungs)):
        stage = rungs[place].stage
        after = places.get(stage.only_after or "", NEVER)
        for role in rungs[here].carries:
            ways = (way for way in ways_in(protocol) if stage.id in way.into and role in way.by)
            way = next((way for way in ways if "while it runs" in way.when), None)
            if way is not None:
                bit = rungs[after].visited if after != NEVER else 0
                yield Way(place, role, way, after=bit, after_place=after)


def _talking_until(tier: Informal | None) -> int:
    """The last working day of the limit for talking, where one is stated and counts from day 0."""
    if tier is None or isinstance(tier.at_most, NotStated):
        return NEVER
    return last_day(0, tier.at_most.within)


def settings(protocol: Protocol) -> Iterator[Setting]:
    """Every setting that a protocol is for: each status of a child with each of its raisers.

    On one of several ladders, the settings of disputes that are for this one.
    """
    ladder = ladder_of(protocol)
    rule = (ladder.only_for if ladder else None) or OnlyFor()
    for status in protocol.children:
        absent = not_for_this_child(protocol, status)
        for raiser in protocol.raisers:
            if raiser not in absent and _is_for(protocol, rule, Setting(status, raiser)):
                yield Setting(status, raiser, bool(rule.in_court))


def _is_for(protocol: Protocol, rule: OnlyFor, setting: Setting) -> bool:
    """Whether a setting comes to a ladder, and not to one before it in any case."""
    if rule.raised_by and setting.raiser not in rule.raised_by:
        return False
    if rule.children and setting.status not in rule.children:
        return False
    known = Facts(
        setting.raiser,
        setting.status,
        bool(rule.in_court),
        priority=priority_of(protocol),
        about=rule.about[0] if rule.about else "",
    )
    here = ladder_of(protocol)
    before = takewhile(lambda each: each is not here, whole_of(protocol).ladders)
    return not any(fits(each.only_for, known) for each in before)


def _rung(
    protocol: Protocol, stage: Stage, others: frozenset[str], visited: int, parts: int
) -> Rung:
    answer, judging, holding = answer_rule(stage), judging_rule(stage), holding_rule(protocol)
    held_here = holding is not None and stage.id in holding.at

    def here(roles: Iterable[str], *, all_of_them: bool = False) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(role for role in roles if role not in others))
        return () if all_of_them and others.intersection(roles) else found

    by_adjudication = stage.kind is StageKind.ADJUDICATION
    answers = here(answer.by, all_of_them=answer.all_of_them) if answer else ()
    if answer and not answer.all_of_them:
        answers = here((*answer.by, *answer.substitute))
    judge = here(judges(stage), all_of_them=bool(judging and judging.all_of_them))
    from_alert = answer is not None and (
        answer.within is SharesTotal.SHARES_TOTAL
        or (isinstance(answer.within, Limit) and answer.counted_from is Moment.ALERT_ISSUED)
    )
    meeting = stage.meeting
    meets = (
        (*meeting.chair, *meeting.attend, *stage.raised_by, *stage.addressed_to) if meeting else ()
    )
    return Rung(
        stage=stage,
        issues=() if stage.kind is StageKind.HAND_OVER else here(stage.raised_by),
        answers=() if by_adjudication else answers,
        adjudicates=here(stage.adjudication.by) if stage.adjudication else (),
        judges=judge,
        carries=here((*judges(stage), *stage.raised_by)),
        meets=here(meets),
        limit=answer.within if answer and from_alert and isinstance(answer.within, Limit) else None,
        shares_total=bool(answer and answer.within is SharesTotal.SHARES_TOTAL),
        moves_by_itself=bool(answer and answer.if_none is IfMissed.ESCALATE),
        holds=here(holding.by) if holding and held_here else (),
        checks=here(holding.checked_by) if holding and held_here else (),
        visited=visited,
        only_reports=answer is None and stage.kind is not StageKind.HAND_OVER,
        ends_any_day=bool(answer and not from_alert and not isinstance(answer.within, NotStated)),
        all_answer=_parts(answers, parts) if answer and answer.all_of_them else {},
        all_judge=_parts(judge, parts) if judging and judging.all_of_them else {},
    )


def _parts(roles: tuple[str, ...], first: int) -> dict[str, int]:
    """A bit for the part of each of several who have to act; none where it is one alone.

    Answering is over before judging begins, so that both can use the same bits.
    """
    return {role: 1 << (first + n) for n, role in enumerate(roles)} if len(roles) > 1 else {}
