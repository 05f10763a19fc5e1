"""A drawing as a page shows it: a wide picture, one for a phone, and the same in words."""

from dataclasses import dataclass

from concord.core.workshop.drawing import Outline, Plan, drawn, outline_of


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


def _shown(plan: Plan, prefix: str, *, wide: bool) -> str:
    return drawn(plan, prefix=prefix, wide=wide, on_paper=False)
