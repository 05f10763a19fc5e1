"""What a drawing is made of once it is placed. All lengths are in units of the drawing."""

from dataclasses import dataclass, field

from concord.core.workshop.drawing.plan import Kind, Stand


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one size. `x` is where they begin, or where they end when `ends` is set; `y` is
    the foot of the first line; no line is wider than `room`.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    room: float
    bold: bool = False
    quiet: bool = False
    ends: bool = False

    @property
    def leading(self) -> float:
        """From the foot of one line to the foot of the next."""
        return leading(self.size)


def leading(size: float) -> float:
    """The height of a line of letters of this size."""
    return round(size * 1.2, 2)


@dataclass(frozen=True, slots=True)
class Frame:
    """A box in its place, with the texts in it; `head` is the height of its title's band."""

    id: str
    kind: Kind
    x: float
    y: float
    width: float
    height: float
    head: float
    texts: tuple[Text, ...]
    stand: Stand | None = None

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line along points, each straight across or straight down from the one before."""

    points: tuple[tuple[float, float], ...]
    dashed: bool = False
    head: bool = True


@dataclass(slots=True)
class Laid:
    """A whole drawing in its place; `sheet` is the height of a sheet, 0 for one that is whole."""

    width: float
    height: float = 0
    sheet: float = 0
    sheets: int = 1
    heading: list[Text] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)

    def frame(self, box: str) -> Frame | None:
        """The frame of a box, when it has been placed."""
        return next((each for each in self.frames if each.id == box), None)
