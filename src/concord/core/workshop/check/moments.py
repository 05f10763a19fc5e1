"""At which positions a duty comes up."""

from collections.abc import Callable

from concord.core.protocol.definition import DutyRule
from concord.core.protocol.vocabulary import Moment
from concord.core.workshop.paths.ground import EXCEPTIONAL, Ground
from concord.core.workshop.paths.position import (
    ANSWERED,
    ENDED,
    FAILED,
    INFORMAL,
    OPENED,
    TALKED,
    Position,
)

_HAPPENS: dict[Moment, Callable[[Position], bool]] = {
    Moment.INFORMAL_ENDED: lambda at: at.phase == TALKED,
    Moment.FORMAL_BEGUN: lambda at: at.rung != INFORMAL,
    Moment.STAGE_ENTERED: lambda at: at.rung != INFORMAL,
    Moment.ALERT_ISSUED: lambda at: at.rung != INFORMAL and at.phase != OPENED,
    Moment.ANSWER_RECEIVED: lambda at: at.phase == ANSWERED,
    Moment.UNRESOLVED: lambda at: at.phase in FAILED,
    Moment.CLOSED: lambda at: at.phase in ENDED,
}


def comes_up_at(ground: Ground, rule: DutyRule, at: Position) -> bool:
    """Whether a duty that counts from a moment comes up at a position.

    What an agreement or a referral brings can come up anywhere, since both can be made anywhere.
    """
    if rule.counted_from is None or not applies_at(ground, rule, at):
        return False
    happens = _HAPPENS.get(rule.counted_from)
    return happens is None or happens(at)


def applies_at(ground: Ground, rule: DutyRule, at: Position) -> bool:
    """Whether a duty is meant for a position: its stages and its conditions. Court proceedings can
    begin at any time, so that condition can always come to hold.
    """
    exceptional = bool(at.done & EXCEPTIONAL)
    return ground.applies(rule, rung=at.rung, exceptional=exceptional, in_court=True)
