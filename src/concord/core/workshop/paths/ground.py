"""What a walk needs to know of a protocol, found out once: who may do what on which rung."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.events import ConcernRaised, ConversationRecorded
from concord.core.dispute.ladder import (
    answer_rule,
    holding_rule,
    judges,
    judging_rule,
    not_for_this_child,
    without_part,
)
from concord.core.dispute.state import Dispute
from concord.core.protocol.definition import DutyRule, Informal, Protocol, Stage
from concord.core.protocol.vocabulary import (
    Act,
    ChildStatus,
    Condition,
    IfMissed,
    NotStated,
    SharesTotal,
    StageKind,
)
from concord.core.record.envelope import Event
from concord.core.workshop.paths.doing import done_by, entry_for
from concord.core.workshop.paths.position import INFORMAL, NEVER

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
    or judges where all have to and one has no part.
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


@dataclass(frozen=True, slots=True)
class Ground:
    """A protocol, prepared for walks in one setting."""

    protocol: Protocol
    setting: Setting
    others: frozenset[str]
    rungs: tuple[Rung, ...]
    asked: tuple[DutyRule, ...]
    bits: Mapping[str, int]
    does: Mapping[str, int]
    talking_does: int
    raising_does: int
    talking_until: int

    def here(self, roles: Iterable[str]) -> tuple[str, ...]:
        """Those among some roles who have a part in this setting, each once."""
        return tuple(dict.fromkeys(role for role in roles if role not in self.others))

    def unmet(self, act: Act, *, rung: int, done: int) -> Iterator[DutyRule]:
        """The musts before an act on a rung that are not done yet."""
        at = self.rung_id(rung)
        for rule in self.asked:
            if (
                act not in rule.before
                or done & self.bits[rule.id]
                or (rule.at and at not in rule.at)
            ):
                continue
            if self.applies(rule, rung=rung, done=done):
                yield rule

    def applies(self, rule: DutyRule, *, rung: int, done: int) -> bool:
        """Whether a rule's conditions hold on a rung."""
        known = {
            Condition.IN_CARE: self.setting.status is ChildStatus.IN_CARE,
            Condition.COURT: self.setting.in_court,
            Condition.EXCEPTIONAL: bool(done & EXCEPTIONAL),
            Condition.LAST_STAGE: rung == len(self.rungs) - 1,
        }
        return all(known[each] for each in rule.only_if)

    def rung_id(self, rung: int) -> str:
        """The id of a rung: of the first informal tier below the stages."""
        if rung != INFORMAL:
            return self.protocol.stages[rung].id
        return self.protocol.informal[0].id if self.protocol.informal else ""

    def fresh(self, done: int) -> int:
        """What stays done on a new rung: nothing that is asked for on each rung anew."""
        done &= ~(MET | EXCEPTIONAL)
        for rule in self.asked:
            if _PER_RUNG & set(rule.before):
                done &= ~self.bits[rule.id]
        return done

    def last_day(self, rung: Rung, *, day: int, total: int) -> int:
        """The last working day of the answer's limit when the alert is issued on a day."""
        if rung.shares_total:
            return total if day <= total else NEVER
        return NEVER if rung.limit is None else _last_day(day, rung.limit)


def _last_day(day: int, limit: Limit) -> int:
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
    asked = tuple(rule for rule in protocol.duties if rule.must is not None and rule.before)
    first = _FIRST_RULE + len(protocol.stages)
    bits = {rule.id: 1 << (first + place) for place, rule in enumerate(asked)}
    rungs = tuple(
        _rung(protocol, stage, others, 1 << (_FIRST_RULE + place))
        for place, stage in enumerate(protocol.stages)
    )

    def done(event: Event | None) -> int:
        return sum(bits[each] for each in done_by(event, asked)) if event else 0

    tier = protocol.informal[0] if protocol.informal else None
    return Ground(
        *(protocol, setting, others, rungs, asked, bits),
        does={rule.id: bits[rule.id] | done(entry_for(rule)) for rule in asked},
        talking_does=TALK | done(ConversationRecorded()),
        talking_until=_talking_until(tier),
        raising_does=done(ConcernRaised(raised_with=tier.talk_with if tier else ())),
    )


def _talking_until(tier: Informal | None) -> int:
    """The last working day of the limit for talking, where one is stated and counts from day 0."""
    if tier is None or isinstance(tier.at_most, NotStated):
        return NEVER
    return _last_day(0, tier.at_most.within)


def settings(protocol: Protocol) -> Iterator[Setting]:
    """Every setting that a protocol is for: each status of a child with each of its raisers."""
    for status in protocol.children:
        absent = not_for_this_child(protocol, status)
        for raiser in protocol.raisers:
            if raiser not in absent:
                yield Setting(status, raiser)


def _rung(protocol: Protocol, stage: Stage, others: frozenset[str], visited: int) -> Rung:
    answer, judging, holding = answer_rule(stage), judging_rule(stage), holding_rule(protocol)
    held_here = holding is not None and stage.id in holding.at

    def here(roles: Iterable[str], *, all_of_them: bool = False) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(role for role in roles if role not in others))
        return () if all_of_them and others.intersection(roles) else found

    by_adjudication = stage.kind is StageKind.ADJUDICATION
    answers = here(answer.by, all_of_them=answer.all_of_them) if answer else ()
    meeting = stage.meeting
    meets = (
        (*meeting.chair, *meeting.attend, *stage.raised_by, *stage.addressed_to) if meeting else ()
    )
    return Rung(
        stage=stage,
        issues=here(stage.raised_by),
        answers=() if by_adjudication else answers,
        adjudicates=here(stage.adjudication.by) if stage.adjudication else (),
        judges=here(judges(stage), all_of_them=bool(judging and judging.all_of_them)),
        carries=here((*judges(stage), *stage.raised_by)),
        meets=here(meets),
        limit=answer.within if answer and isinstance(answer.within, Limit) else None,
        shares_total=bool(answer and answer.within is SharesTotal.SHARES_TOTAL),
        moves_by_itself=bool(answer and answer.if_none is IfMissed.ESCALATE),
        holds=here(holding.by) if holding and held_here else (),
        checks=here(holding.checked_by) if holding and held_here else (),
        visited=visited,
    )
