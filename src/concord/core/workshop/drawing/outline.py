"""The text version of a drawing: headings and lists, with all that the picture says."""

from dataclasses import dataclass

from concord.core.workshop.drawing.filling import standing_words
from concord.core.workshop.drawing.plan import COMPARING, RUNGS, Box, Fact, Plan


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: its name, its words, and its place in the document."""

    name: str
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading with its list."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text with the headings below its own."""

    title: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole text."""

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]


def outline_of(plan: Plan) -> Outline:
    """The text version of a drawing, from the same boxes and facts as the picture."""
    groups = (
        ("Step by step", plan.ladder),
        ("The overall limit", (plan.total,)),
        ("At the start, and at any time", plan.beside),
        ("What explains the drawing", plan.below),
    )
    parts = (Part(name, tuple(_heading(box) for box in boxes)) for name, boxes in groups if boxes)
    return Outline(plan.title, plan.about, tuple(parts))


def as_text(outline: Outline) -> str:
    """The outline as plain text: headings marked with signs, one fact a line."""
    lines = [f"# {outline.title}", "", *outline.about]
    for part in outline.parts:
        lines += ["", f"## {part.title}"]
        for heading in part.headings:
            lines += ["", f"### {heading.title}"]
            if heading.items:
                lines += ["", *(_line(each) for each in heading.items)]
    return "\n".join(lines) + "\n"


def _heading(box: Box) -> Heading:
    told = box.stand and (box.kind in RUNGS or box.stand.mark in COMPARING)
    stand = (Item("", standing_words(box.stand), ""),) if box.stand and told else ()
    return Heading(box.title, (*stand, *(_item(each) for each in box.facts)))


def _item(fact: Fact) -> Item:
    return Item(fact.name, fact.words, fact.place)


def _line(item: Item) -> str:
    name = f"{item.name}: " if item.name else ""
    place = f" ({item.place})" if item.place else ""
    return f"- {name}{item.words}{place}"
