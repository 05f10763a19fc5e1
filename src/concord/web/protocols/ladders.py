"""What a protocol says about its several ladders, its priorities, and its own version."""

from collections.abc import Iterator

from concord.core.dispute import phrases
from concord.core.dispute.words import Words, capital, day, joined
from concord.core.protocol.choosing import Ladder, OnlyFor
from concord.core.protocol.vocabulary import NotStated
from concord.web.protocols.said import Part, Said, if_any, said


def state_of(words: Words) -> Iterator[Said]:
    """The version of the document, what it is based on, and from when to when it is in force."""
    source = words.protocol.source
    version = "" if source.version == "not stated" else f"{capital(source.version)}."
    yield from if_any(said("Version", version))
    based = "" if source.based_on == "nothing" else f"{source.based_on}."
    yield from if_any(said("Based on", based))
    begins = f"From {day(source.in_force_from)}." if source.in_force_from else ""
    ends = f"Until {day(source.in_force_until)}." if source.in_force_until else ""
    yield from if_any(said("In force", (begins, ends)))


def ladder_parts(words: Words) -> Iterator[Part]:
    """Which ladder is for which dispute; nothing where there is one alone."""
    protocol = words.protocol
    rows = [_ladder(each, words) for each in protocol.ladders]
    kinds = tuple(protocol.priorities.values())
    rows += if_any(said("Priorities", kinds, protocol.priorities_clause))
    dates = tuple(protocol.dates.values())
    rows += if_any(said("Dates from outside", dates, protocol.dates_clause))
    if rows:
        yield Part("ladders", "Which ladder, and what it depends on", tuple(rows))


def _ladder(ladder: Ladder, words: Words) -> Said:
    through = joined((words.stage(each) for each in ladder.goes_through), last="then")
    total = "No overall limit is stated." if isinstance(ladder.total, NotStated) else ""
    if ladder.total is not None and not isinstance(ladder.total, NotStated):
        total = f"{capital(str(ladder.total.within))} in all."
    also = words.roles(ladder.also_with)
    instead = words.roles(ladder.substitute, last="or")
    sentences = (
        f"{capital(_for_whom(ladder.only_for, words))}.",
        f"{through}.",
        total,
        f"A concern can be raised with {also} at once." if also else "",
        f"Failing all of them, with {instead}." if instead else "",
        "Each answer can be asked for sooner, never later." if ladder.sooner else "",
    )
    clauses = (ladder.clause, ladder.substitute_clause, ladder.sooner_clause)
    return said(ladder.label, sentences, *clauses)


_COURT: dict[bool | None, str] = {
    None: "",
    True: "with current court proceedings",
    False: "without court proceedings",
}


def _for_whom(rule: OnlyFor | None, words: Words) -> str:
    if rule is None:
        return "for all others"
    parts = (
        f"about {joined((each.value for each in rule.about), last='or')}" if rule.about else "",
        f"raised by {words.roles(rule.raised_by, last='or')}" if rule.raised_by else "",
        f"for {joined(phrases.CHILDREN[each] for each in rule.children)}" if rule.children else "",
        _COURT[rule.in_court],
        _about(words.issue(each) for each in rule.issues),
        _about(words.category(each) for each in rule.categories),
        f"when it is {joined(map(words.priority, rule.priorities), last='or').lower()}"
        if rule.priorities
        else "",
    )
    return joined(each for each in parts if each)


def _about(labels: Iterator[str]) -> str:
    named = joined((f"\u201c{each}\u201d" for each in labels), last="or")
    return f"about {named}" if named else ""
