"""A drawing as a page shows it: a wide picture, one for a phone, and the same in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from concord.core.protocol.definition import Protocol
from concord.core.protocol.ladders import ladder_of, on_each_ladder
from concord.core.workshop.drawing import Outline, Plan, drawn, outline_of, plan_of


@dataclass(frozen=True, slots=True)
class Picture:
    """Both pictures as markup in which every text is escaped, and the text version."""

    wide: str
    narrow: str
    outline: Outline


def picture_of(plan: Plan, *, prefix: str = "drawing") -> Picture:
    """The pictures of a drawing for one page; their ids begin with a prefix, and differ."""
    return Picture(
        wide=_shown(plan, f"{prefix}-wide", wide=True),
        narrow=_shown(plan, f"{prefix}-narrow", wide=False),
        outline=outline_of(plan),
    )


def pictures_of(protocol: Protocol) -> tuple[tuple[str, Picture], ...]:
    """The drawing of each ladder with its name; of the one ladder without a name."""
    return in_order(
        (ladder.label if (ladder := ladder_of(each)) else "", plan_of(each))
        for each in on_each_ladder(protocol)
    )


def in_order(plans: Iterable[tuple[str, Plan]]) -> tuple[tuple[str, Picture], ...]:
    """Named drawings for one page, below each other."""
    return tuple(
        (name, picture_of(plan, prefix=f"ladder-{number}" if number else "drawing"))
        for number, (name, plan) in enumerate(plans)
    )


def _shown(plan: Plan, prefix: str, *, wide: bool) -> str:
    return drawn(plan, prefix=prefix, wide=wide, on_paper=False)
