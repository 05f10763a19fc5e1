"""How wide a text is, by a fixed table, and where it breaks into lines.

The widths are those of Arial, Helvetica and Liberation Sans, which are made alike. What is not in
the table counts as wide as it can be, so that a text is never wider than it was measured.
"""

from concord.core.workshop.drawing.widths import BOLD, REGULAR, WIDEST

_SPARE = 1.03  # for the rounding of screens and printers


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a line in units of the drawing, for a letter size in the same units."""
    table = BOLD if bold else REGULAR
    return sum(table.get(each, WIDEST) for each in text) * size * _SPARE / 1000


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines none of which is wider than the room; a word that is wider is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        for part in _parts(word, size, room, bold=bold):
            longer = f"{line} {part}" if line else part
            if line and width_of(longer, size, bold=bold) > room:
                lines.append(line)
                line = part
            else:
                line = longer
    return (*lines, line) if line else tuple(lines)


def _parts(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    if width_of(word, size, bold=bold) <= room:
        return [word]
    parts = [""]
    for each in word:
        if parts[-1] and width_of(parts[-1] + each, size, bold=bold) > room:
            parts.append("")
        parts[-1] += each
    return parts
