"""The course of one dispute under assumed behaviour: who acts when, until it ends.

It goes by the moves of a walk, which are those of the rules. What is counted here is the time
between them, in working days from a Monday 0, so that bank holidays are left out: they would make
a difference to limits in calendar days alone.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from concord.core.clock.limit import Limit, Unit
from concord.core.dispute.duties.fulfilment import act_of
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import Act, Moment, NotStated, StageKind
from concord.core.workshop.paths.ground import MET, Ground, Rung, last_day
from concord.core.workshop.paths.moves import beginning, moves
from concord.core.workshop.paths.position import (
    ANSWERED,
    BY_TIME,
    ENDED,
    INFORMAL,
    MISSED,
    NEVER,
    OPENED,
    RESOLVED,
    SATISFIED,
    UNRESOLVED,
    WAITING,
    Move,
    Position,
)
from concord.core.workshop.trial.assumptions import WORKING_YEAR, Answering, Assumptions
from concord.core.workshop.trial.chance import another
from concord.core.workshop.trial.places import (
    ANSWER,
    AWAY,
    FIRST,
    GO_ON,
    HIGHER,
    HOLD,
    HOLD_DAYS,
    JUDGE,
    NONE,
    PER_STAGE,
    SATISFIES,
    SETTING,
    START,
    TALK,
    TALK_RESOLVES,
    TASK,
)

STATUTORY = Limit(20, Unit.WORKING_DAYS)


class Step(NamedTuple):
    """One thing that happened: on which working day, the move, and where it led."""

    day: int
    move: Move
    after: Position


class Course(NamedTuple):
    """A whole dispute. `rung` is where it ended (INFORMAL, or the place of a stage), `settled`
    whether it was resolved there, `in_time` whether the overall limit was not over by then, and
    `in_twenty` whether the 20 working days of the statutory guidance were not. `days` are working
    days from the concern to the end; `missed` counts the answers that did not come in time.
    """

    rung: int
    settled: bool
    in_time: bool
    in_twenty: bool
    days: int
    missed: int
    steps: tuple[Step, ...]


def overall_limit(protocol: Protocol) -> Limit:
    """The overall limit; that of the IRO Handbook 2010 6.2 for a protocol that states none."""
    total = protocol.total
    return STATUTORY if isinstance(total, NotStated) else total.within


def chances(stages: int) -> int:
    """How many numbers of chance a dispute may need under a protocol with so many stages."""
    return FIRST + PER_STAGE * stages


def setting_of(chance: Sequence[float], settings: int) -> int:
    """Which of several settings a dispute has; they are spread evenly."""
    return int(chance[SETTING] * settings)


def asked_at(rung: Rung) -> tuple[str, ...]:
    """The roles of whom an answer is asked at a stage, the first named first."""
    if _decides(rung):
        return rung.adjudicates[:1]
    return tuple(rung.all_answer) or rung.answers


def _decides(rung: Rung) -> bool:
    return rung.stage.kind is StageKind.ADJUDICATION or not rung.answers


class Road:
    """The moves of one protocol in one setting, each looked up once, without the days."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.start = _timeless(beginning(ground))
        self._moves: dict[Position, dict[tuple[str, str, str], tuple[Move, Position]]] = {}
        self._first: dict[tuple[Position, Act], tuple[tuple[Move, Position], ...] | None] = {}

    def take(
        self, at: Position, verb: str, about: str = "", role: str = ""
    ) -> tuple[Move, Position] | None:
        """A move from a position and where it leads, by whoever may without a role; None when it
        is not possible there.
        """
        found = self._moves.get(at)
        if found is None:
            found = self._moves[at] = {}
            for move, after in self._from(at):
                step = (move, _timeless(after))
                found.setdefault((move.verb, move.about, ""), step)
                found.setdefault((move.verb, move.about, move.role), step)
        return found.get((verb, about, role))

    def _from(self, at: Position) -> Iterator[tuple[Move, Position]]:
        yield from moves(self.ground, at)
        if at.phase == WAITING:
            yield from moves(self.ground, at._replace(due=at.day))

    def first(self, at: Position, act: Act) -> tuple[tuple[Move, Position], ...] | None:
        """What has to be done before an act, in its order; None when nobody can do it."""
        if (at, act) not in self._first:
            self._first[at, act] = self._before(at, act)
        return self._first[at, act]

    def _before(self, at: Position, act: Act) -> tuple[tuple[Move, Position], ...] | None:
        found: list[tuple[Move, Position]] = []
        while asked := next(self.ground.unmet(act, rung=at.rung, done=at.done), None):
            step = self.take(at, act_of(asked.rule), asked.rule.id)
            if step is None:
                return None
            found.append(step)
            at = step[1]
        return tuple(found)


def _timeless(at: Position) -> Position:
    return at._replace(day=0, due=NEVER, total=NEVER)


def course(road: Road, assumed: Assumptions, chance: Sequence[float]) -> Course:
    """One dispute. In: its protocol's road, what is assumed, and its numbers of chance."""
    going = _Going(road, assumed, chance)
    going.talk()
    while going.at.phase not in ENDED and going.goes_on():
        pass
    return going.course()


class _Going:
    def __init__(self, road: Road, assumed: Assumptions, chance: Sequence[float]) -> None:
        self.road, self.ground, self.assumed, self.chance = road, road.ground, assumed, chance
        self.at, self.steps = road.start, list[Step]()
        self.began = self.day = self.issued = int(chance[START] * WORKING_YEAR)
        self.held = self.missed = 0
        self.held_at: set[int] = set()
        self.answered_by = ""
        total = road.ground.protocol.total
        self.limit = None if isinstance(total, NotStated) else total
        at_once = self.limit is None or self.limit.counted_from is Moment.CONCERN_RAISED
        self.counts_from = self.began if at_once else None

    def course(self) -> Course:
        settled = self.at.phase == RESOLVED
        since = self.day if self.counts_from is None else self.counts_from
        in_time = self.day <= self._last_day(since)
        in_twenty = self.day <= last_day(since, STATUTORY)
        ends = (self.at.rung, settled, in_time, in_twenty, self.day - self.began)
        return Course(*ends, self.missed, tuple(self.steps))

    def _last_day(self, since: int) -> int:
        return last_day(since, overall_limit(self.ground.protocol)) + self.held

    def talk(self) -> None:
        talking = self.assumed.talking
        self._take("record conversation")
        self.day += talking.days(self.chance[TALK])
        settled = self.chance[TALK_RESOLVES] < talking.resolves
        if not (settled and self._end()):
            self._go_formal()

    def goes_on(self) -> bool:
        """Take what comes next; whether anything did."""
        phase = self.at.phase
        if phase == WAITING:
            return self._wait()
        if phase == MISSED:
            return self._after_a_miss()
        if phase == ANSWERED:
            return self._judge()
        if phase == SATISFIED:
            return self._end()
        if phase == UNRESOLVED:
            return self._up()
        return phase == OPENED and self._take("issue alert", self._rung.stage.id)

    @property
    def _rung(self) -> Rung:
        return self.ground.rungs[self.at.rung]

    def _of(self, what: int) -> float:
        return self.chance[FIRST + PER_STAGE * self.at.rung + what]

    def _take(self, verb: str, about: str = "", role: str = "") -> bool:
        found = self.road.take(self.at, verb, about, role)
        if found is not None:
            self._go(*found)
        return found is not None

    def _go(self, move: Move, after: Position) -> None:
        before, self.at = self.at, after
        self.steps.append(Step(self.day, move, after))
        if after.rung == INFORMAL:
            return
        if after.phase == WAITING and (before.phase == OPENED or before.rung != after.rung):
            self.issued = self.day
            self.counts_from = self.day if self.counts_from is None else self.counts_from
        formal = self.limit is not None and self.limit.counted_from is Moment.FORMAL_BEGUN
        if formal and self.counts_from is None:
            self.counts_from = self.day

    def _do_first(self, act: Act) -> bool:
        found = self.road.first(self.at, act)
        for step in found or ():
            self._go(*step)
        return found is not None

    def _go_formal(self) -> bool:
        ways = self.ground.entries
        higher = [way for way in ways if way.place and way.way_in]
        chosen = higher[:1] if self.chance[HIGHER] < self.assumed.begins_higher else []
        for way in (*chosen, *ways[:1]):
            acts = (Act.GO_FORMAL, Act.BYPASS) if way.place else (Act.GO_FORMAL,)
            stage = self.ground.protocol.stages[way.place].id
            if all(map(self._do_first, acts)) and self._take("issue alert", stage, way.role):
                return True
        return False

    def _wait(self) -> bool:
        rung = self._rung
        if rung.only_reports:
            return self._up()
        if self._is_held(rung):
            return True
        due, planned = self._due(rung), self._answers(rung)
        if planned is not None and (due == NEVER or planned[-1][0] <= due):
            return self._answer(planned)
        if due == NEVER:
            return False
        self.missed += 1
        self.day = max(self.day, due + 1)
        moved = self._take(BY_TIME, "missed")
        if self.at.phase == WAITING:
            # What a rule carries up counts from the day on which the answer became too late.
            self.issued = due
        return moved

    def _due(self, rung: Rung) -> int:
        total = NEVER
        if self.limit is not None and self.counts_from is not None:
            total = self._last_day(self.counts_from)
        return self.ground.due(rung, day=self.issued, total=total)

    def _answers(self, rung: Rung) -> list[tuple[int, str, str]] | None:
        """Who answers on which day by which act, in order; None when not all will who have to."""
        verb = "adjudicate" if _decides(rung) else "answer"
        roles = asked_at(rung)
        plan = [self._answer_of(role, verb, nth) for nth, role in enumerate(roles)]
        if not rung.all_answer and len(plan) > 1:
            # Any of several answers: the first named who is there, or who comes back first.
            away = [self._away(self.assumed.of(role), nth) for nth, role in enumerate(roles)]
            plan = [plan[away.index(min(away))]]
        given = [each for each in plan if each is not None]
        return sorted(given) if given and len(given) == len(plan) else None

    def _answer_of(self, role: str, verb: str, nth: int) -> tuple[int, str, str] | None:
        who = self.assumed.of(role)
        if another(self._of(NONE), nth) < who.none_comes:
            return None
        days = who.days(another(self._of(ANSWER), nth)) + self._away(who, nth)
        return max(self.issued + days, self.day), role, verb

    def _away(self, who: Answering, nth: int) -> int:
        chance, share = another(self._of(AWAY), nth), who.away / WORKING_YEAR
        return 1 + int(chance / share * who.away_for) if chance < share else 0

    def _answer(self, planned: list[tuple[int, str, str]]) -> bool:
        before = len(self.steps)
        for day, role, verb in planned:
            self.day, self.answered_by = max(self.day, day), role
            self._meet(verb)
            self._take(verb, role=role)
        return len(self.steps) > before

    def _meet(self, verb: str) -> None:
        meeting = self._rung.stage.meeting
        if meeting is None or self.at.done & MET or meeting.needed == "if necessary":
            return
        if verb == "answer" and self._do_first(Act.MEET):
            self._take("record meeting")

    def _after_a_miss(self) -> bool:
        planned = self._answers(self._rung)
        going = self.day + self.assumed.going_on.days(self._of(GO_ON))
        if planned is not None and (planned[-1][0] <= going or self._is_last):
            return self._answer(planned)
        return self._up()

    @property
    def _is_last(self) -> bool:
        return self.at.rung + 1 == len(self.ground.rungs)

    def _is_held(self, rung: Rung) -> bool:
        holding = self.assumed.holding
        if self.at.rung in self.held_at or self._of(HOLD) >= holding.at_a_stage:
            return False
        self.held_at.add(self.at.rung)
        if not rung.holds or not self._take("place hold"):
            return False
        rule, days = self.ground.protocol.holding, max(1, holding.days(self._of(HOLD_DAYS)))
        stops = () if isinstance(rule, NotStated) else rule.stops
        # The task is looked at on the day after the last one of the hold.
        self.day += days + 1
        self.held += days if "total" in stops else 0
        self.issued += days if "stage" in stops else 0
        verdict = "yes" if self._of(TASK) < holding.task_done else "no"
        return self._take("check hold", verdict) or self._take("lift hold")

    def _judge(self) -> bool:
        rung, before = self._rung, len(self.steps)
        self.day += self.assumed.judging.days(self._of(JUDGE))
        satisfied = self._of(SATISFIES) < self.assumed.of(self.answered_by).satisfies
        for role in rung.judges if satisfied else rung.judges[:1]:
            if self.at.phase == ANSWERED:
                self._take("judge", "yes" if satisfied else "no", role)
        return len(self.steps) > before

    def _up(self) -> bool:
        if self._is_last:
            return False
        self.day += self.assumed.going_on.days(self._of(GO_ON))
        stage = self.ground.protocol.stages[self.at.rung + 1].id
        return self._do_first(Act.ESCALATE) and self._take("escalate", stage)

    def _end(self) -> bool:
        return self._do_first(Act.RESOLVE) and self._take("resolve")
