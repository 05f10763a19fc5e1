"""Drawing a protocol as a flowchart, with a text version that says the same."""

from concord.core.workshop.drawing.compose import plan_of
from concord.core.workshop.drawing.layout import laid_out
from concord.core.workshop.drawing.outline import Outline, as_text, outline_of
from concord.core.workshop.drawing.plan import Mark, Plan, Stand
from concord.core.workshop.drawing.svg import as_svg

__all__ = ["Mark", "Outline", "Plan", "Stand", "as_text", "drawn", "outline_of", "plan_of"]

_ABOUT = "A flowchart: the stages below each other, and beside them what can happen at any time."


def drawn(plan: Plan, *, prefix: str = "drawing", wide: bool = True, on_paper: bool = True) -> str:
    """A drawing as SVG text.

    `prefix` begins the ids in it. A narrow one is for a phone. One that is made for paper has the
    size of an A4 page's inside, and one that is too long for that breaks into sheets between boxes.
    """
    about = f"{_ABOUT} The text version says the same."
    laid = laid_out(plan, wide=wide)
    return as_svg(laid, title=plan.title, about=about, prefix=prefix, on_paper=on_paper)
