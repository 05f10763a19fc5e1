"""What each act of a story did to the duties: which it made, which were done, missed or ended."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.story.play import Step


@dataclass(frozen=True, slots=True)
class Changes:
    """The duties that time made before an act, those the act made, and those that now stand
    differently than after the act before, each with its new state.
    """

    made_by_time: tuple[Duty, ...]
    made: tuple[Duty, ...]
    stands: tuple[tuple[Duty, DutyState], ...]


def changes(steps: Iterable[Step]) -> Iterator[Changes]:
    """The changes of each step, in order. A duty is made when it begins, not when it is foreseen;
    one that ends as it is made comes under `made` and `stands`.
    """
    before: dict[str, DutyState] = {}
    for step in steps:
        by_time = tuple(_new(step.duties_by_time, step, before))
        known = before.keys() | {duty.key for duty in by_time}
        made = tuple(_new(step.duties, step, known))
        stands = {duty.key: duty.state_at(step.act.at) for duty in _begun(step.duties, step)}
        yield Changes(
            by_time,
            made,
            tuple(
                (duty, stands[duty.key])
                for duty in _begun(step.duties, step)
                if stands[duty.key] is not before.get(duty.key, DutyState.OPEN)
            ),
        )
        before = stands


def _new(duties: Iterable[Duty], step: Step, known: Iterable[str]) -> Iterator[Duty]:
    return (duty for duty in _begun(duties, step) if duty.key not in known)


def _begun(duties: Iterable[Duty], step: Step) -> Iterator[Duty]:
    return (duty for duty in duties if duty.since <= step.act.at)
