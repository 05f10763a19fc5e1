"""Small readings of what stands in a protocol file, before its shape is checked."""

from concord.core.clock.limit import Limit, WrongLimit, parse_limit
from concord.core.clock.written import WrongMoment, parse_written
from concord.core.protocol.vocabulary import NotStated, SetBy, SharesTotal

_DAY = "Write the year, the month and the day, such as 2026-04-01"
_WORDS: dict[str, NotStated | SharesTotal | SetBy] = {
    NotStated.NOT_STATED.value: NotStated.NOT_STATED,
    SharesTotal.SHARES_TOTAL.value: SharesTotal.SHARES_TOTAL,
    **{each.value: each for each in SetBy},
}


def as_tuple(value: object) -> object:
    """One word where a list may stand is a list of one; anything else is left to the checker."""
    return (value,) if isinstance(value, str) else value


def as_tuple_or_none(value: object) -> object:
    """Like `as_tuple`, where the document may be silent: nobody is named then."""
    return () if value == NotStated.NOT_STATED.value else as_tuple(value)


def as_limit(value: object) -> Limit | NotStated | SharesTotal | SetBy:
    """Read "5 working days" or a word of silence; raise ValueError with the reason and a hint."""
    if isinstance(value, Limit | NotStated | SharesTotal | SetBy):
        return value
    if not isinstance(value, str):
        raise ValueError("A limit is written as words Hint: Write words such as 5 working days")
    if value in _WORDS:
        return _WORDS[value]
    try:
        return parse_limit(value)
    except WrongLimit as wrong:
        raise ValueError(f"{wrong.sentence} Hint: {wrong.hint}") from wrong


def as_day(value: object) -> object:
    """Read a day such as "2026-04-01"; raise ValueError with the reason and a hint."""
    if not isinstance(value, str):
        return value
    try:
        written = parse_written(value)
    except WrongMoment as wrong:
        raise ValueError(f"{wrong.sentence} Hint: {_DAY}") from wrong
    if written.time_of_day:
        raise ValueError(f'"{value}" is more than a day Hint: {_DAY}')
    return written.day


def said(value: object) -> str:
    """Tell a rule from silence: the words `not stated` are silence, all else is a rule."""
    return "silence" if value == NotStated.NOT_STATED.value else "rule"
