"""Beside which box of a drawing each duty of a protocol stands."""

from collections.abc import Iterator

from concord.core.dispute.ladder import ways_in
from concord.core.protocol.definition import DutyRule, Protocol, WayIn
from concord.core.protocol.vocabulary import Act, Moment
from concord.core.workshop.drawing.plan import Fact
from concord.core.workshop.drawing.saying import Saying

ALWAYS = "always"
AT_START = (Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.ACTIONS_AGREED)


def duties_by_box(say: Saying) -> dict[str, tuple[Fact, ...]]:
    """The duties by the id of the box that they stand in; each stands in one at least."""
    placed: dict[str, list[Fact]] = {}
    for rule in say.protocol.duties:
        for box in dict.fromkeys(_boxes(rule, say.protocol)):
            placed.setdefault(box, []).append(say.duty(rule))
    return {box: tuple(facts) for box, facts in placed.items()}


def step_after(rung: str) -> str:
    """The id of the step that leads on from a rung."""
    return f"after-{rung}"


def _boxes(rule: DutyRule, protocol: Protocol) -> Iterator[str]:
    found = [box for act in rule.before for box in _before(act, rule, protocol)]
    yield from found or _otherwise(rule, protocol)


def _before(act: Act, rule: DutyRule, protocol: Protocol) -> list[str]:
    stages = [stage.id for stage in protocol.stages]
    at = [each for each in rule.at if each in stages]
    match act:
        case Act.GO_FORMAL:
            return [_into_formal(protocol)]
        case Act.BYPASS:
            return _ways_past(rule, protocol)
        case Act.ESCALATE:
            return [step_after(each) for each in at or stages[:-1]]
        case Act.MEET:
            return at or [stage.id for stage in protocol.stages if stage.meeting] or [ALWAYS]
        case Act.REFER:
            bodies = [each.to for each in protocol.referrals]
            return [f"refer-{each}" for each in bodies if rule.refers_to in (None, each)]
        case Act.RESOLVE:
            return list(rule.at) or ["end"]


def _otherwise(rule: DutyRule, protocol: Protocol) -> list[str]:
    unresolved = rule.counted_from is Moment.UNRESOLVED
    if rule.at:
        return [step_after(each) for each in rule.at] if unresolved else list(rule.at)
    if rule.refers_to and any(each.to == rule.refers_to for each in protocol.referrals):
        return [f"refer-{rule.refers_to}"]
    if rule.counted_from in AT_START:
        return [protocol.informal[0].id if protocol.informal else "begin"]
    if rule.counted_from in (Moment.INFORMAL_ENDED, Moment.FORMAL_BEGUN):
        return [_into_formal(protocol)]
    return ["end"] if rule.counted_from is Moment.CLOSED else [ALWAYS]


def _into_formal(protocol: Protocol) -> str:
    return step_after(protocol.informal[-1].id) if protocol.informal else "begin"


def _ways_past(rule: DutyRule, protocol: Protocol) -> list[str]:
    """The ways in that pass over a stage, at the moment at which the duty stands."""
    past = [f"way-{way.id}" for way in ways_in(protocol) if _passes(way, rule, protocol)]
    return past or [ALWAYS]


def _passes(way: WayIn, rule: DutyRule, protocol: Protocol) -> bool:
    stages = {stage.id for stage in protocol.stages}
    first = protocol.stages[0].id
    moments = {"while it runs" if each in stages else "at the start" for each in rule.at}
    return any(each != first for each in way.into) and (not moments or bool(moments & {*way.when}))
