"""A box with its texts: a title, where a dispute stands, and a row for each fact."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil

from concord.core.clock.words import short_day
from concord.core.workshop.drawing.measure import lines_of, width_of
from concord.core.workshop.drawing.plan import Box, Fact, Kind, Stand
from concord.core.workshop.drawing.shapes import Frame, Text

TITLE, WORDS, PLACE = 15.0, 12.5, 10.5
PAD = 10.0
SIGN = 20.0  # room for the sign before the words of where a dispute stands
_GAP = 8.0
_SHARE = 0.19  # of a box's width, the most that its names, and its places, have
_BETWEEN = 3.0


def standing_words(stand: Stand) -> str:
    """Where a dispute stands, with the days: "Passed, 9 March 2026 to 12 March 2026"."""
    if stand.since is None:
        return stand.mark.value
    began = short_day(stand.since)
    if stand.until is None:
        return f"{stand.mark.value}, since {began}"
    return f"{stand.mark.value}, {began} to {short_day(stand.until)}"


@dataclass(slots=True)
class _Filler:
    """Puts texts below each other from the top of a box of a given width."""

    x: float
    y: float
    width: float
    columns: bool
    texts: list[Text]

    @property
    def room(self) -> float:
        return self.width - 2 * PAD

    def put(self, text: Text) -> None:
        """Add lines at the place where they stand; an empty text adds nothing."""
        if text.lines:
            self.texts.append(text)

    def wrapped(self, words: str, size: float, room: float, *, bold: bool = False) -> Text:
        lines = lines_of(words, size, room, bold=bold)
        return Text(self.x + PAD, self.y + size, lines, size, room, bold=bold)

    def down(self, text: Text) -> None:
        """Add lines over the whole width and go on below them."""
        self.put(text)
        self.y += len(text.lines) * text.leading


def filled(box: Box, x: float, y: float, width: float, *, columns: bool) -> Frame:
    """The frame of a box whose upper left corner is at x, y.

    With columns the names stand left of the words and the places right of them; without, the
    names and places stand above the words.
    """
    filler = _Filler(x, y + 5, width, columns, [])
    filler.down(filler.wrapped(box.title, TITLE, filler.room, bold=True))
    head = filler.y + 4 - y
    filler.y = y + head + (3 if box.facts or box.stand else 0)
    if box.stand:
        _stand(filler, box.stand)
    names = _column((each.name for each in box.facts), WORDS, width, bold=True)
    places = _column((each.place for each in box.facts), PLACE, width)
    for fact in box.facts:
        if columns:
            _row(filler, fact, names, places)
        else:
            _stack(filler, fact)
        filler.y += _BETWEEN
    bottom = filler.y + (2 if box.facts or box.stand else 0)
    if box.kind is Kind.STEP and not box.facts and not box.stand:
        bottom = y + head
    return Frame(box.id, box.kind, x, y, width, bottom - y, head, tuple(filler.texts), box.stand)


def moved(frame: Frame, down: float) -> Frame:
    """The same frame further down."""
    texts = tuple(replace(each, y=each.y + down) for each in frame.texts)
    return replace(frame, y=frame.y + down, texts=texts)


def _column(texts: Iterable[str], size: float, width: float, *, bold: bool = False) -> float:
    """As wide as the widest of some texts, and no wider than their share of the box."""
    widest = max((width_of(each, size, bold=bold) for each in texts), default=0)
    return ceil(min(widest, width * _SHARE))


def _stand(filler: _Filler, stand: Stand) -> None:
    words = filler.wrapped(standing_words(stand), WORDS, filler.room - SIGN, bold=True)
    filler.down(replace(words, x=words.x + SIGN))
    filler.y += _BETWEEN


def _row(filler: _Filler, fact: Fact, names: float, places: float) -> None:
    place = _place(filler, fact, places)
    named = filler.wrapped(fact.name, WORDS, names, bold=True)
    room = filler.room - names - places - _GAP - (_GAP if places else 0)
    words = replace(filler.wrapped(fact.words, WORDS, room), x=filler.x + PAD + names + _GAP)
    for each in (named, words, place):
        filler.put(each)
    filler.y += _deepest(named, words, place)


def _stack(filler: _Filler, fact: Fact) -> None:
    if not fact.name:
        filler.down(filler.wrapped(fact.words, WORDS, filler.room))
        filler.down(_place(filler, fact, filler.room))
        return
    named = lines_of(fact.name, WORDS, filler.room, bold=True)
    widest = ceil(max(width_of(each, WORDS, bold=True) for each in named))
    place = _place(filler, fact, max(filler.room - widest - _GAP, filler.room / 3))
    name = filler.wrapped(fact.name, WORDS, filler.room - place.room - _GAP, bold=True)
    if not place.lines:
        name = filler.wrapped(fact.name, WORDS, filler.room, bold=True)
    filler.put(name)
    filler.put(place)
    filler.y += _deepest(name, place)
    filler.down(filler.wrapped(fact.words, WORDS, filler.room))


def _deepest(*texts: Text) -> float:
    """How far down the texts of one row reach; a place begins a little below the others."""
    return max(len(each.lines) * each.leading + (2 if each.quiet else 0) for each in texts)


def _place(filler: _Filler, fact: Fact, room: float) -> Text:
    lines = lines_of(fact.place, PLACE, room)
    x = filler.x + filler.width - PAD
    return Text(x, filler.y + WORDS - 0.5, lines, PLACE, room, quiet=True, ends=True)
