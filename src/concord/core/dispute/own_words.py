"""Concord's sentences with the council's own names for what they speak of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from concord.core.protocol.definition import Labels, Protocol
from concord.core.protocol.vocabulary import NotStated

_KEPT = 4096
_DEFAULT = Labels()
# "Answer" is also what somebody does; it is a name after one of these words alone.
# "Informal resolution" stands alone; an "informal stage" is one of several and has its article.
_WITHOUT_ARTICLE = re.compile(r"(ion|ing|ment|[^s]s)$")
_BEFORE_A_NAME = r"the|an|your|no|this|that|each(?= answer\b)|any|last"


@lru_cache(_KEPT)
def own(protocol: Protocol, sentence: str) -> str:
    """A sentence of Concord's with dispute, alert, stage, answer and informal resolution called
    what this council calls them. The protocol's own labels in it stay as they are.
    """
    if protocol.labels == _DEFAULT:
        return sentence
    return _pattern(protocol).sub(lambda found: _called(protocol.labels, found), sentence)


@lru_cache(_KEPT)
def _pattern(protocol: Protocol) -> re.Pattern[str]:
    rungs = [stage.label for stage in protocol.stages]
    rungs += [tier.label for tier in protocol.informal]
    labels = {
        *rungs,
        *(each.label for each in protocol.referrals),
        *_own_names(protocol.labels),
        *(each.label for each in protocol.roles.values()),
    }
    labels |= set(_said(protocol))
    kept = "|".join(re.escape(each) for each in sorted(labels, key=len, reverse=True))
    names = r"informal resolution|disputes?|alerts?|stages?"
    before = rf"(?:(?P<article>\b[Aa]n?) )?\b(?P<name>{names})\b"
    answer = rf"\b(?P<before>{_BEFORE_A_NAME}) (?P<answer>answers?)\b"
    kinds = r"\b(?P<kinds>[Kk]inds? of) (?P<kind>answers?)\b"
    return re.compile(rf"(?P<kept>\b(?:{kept})\b)|{kinds}|{answer}|{before}", re.IGNORECASE)


def _said(protocol: Protocol) -> Iterator[str]:
    """What the file says in words of its own, which may stand within a sentence of Concord's."""
    for stage in protocol.stages:
        yield stage.reserved_for or stage.label
        kinds = {} if isinstance(stage.answer, NotStated) else stage.answer.kinds
        yield from () if isinstance(kinds, NotStated) else kinds.values()
    if not isinstance(protocol.ways_in, NotStated):
        yield from (way.only_if for way in protocol.ways_in if way.only_if)
    if not isinstance(protocol.advice, NotStated):
        yield from (rule.label for rule in protocol.advice)
    yield from (rule.what for rule in protocol.duties)
    yield from (ladder.label for ladder in protocol.ladders)
    yield from (*protocol.dates.values(), *protocol.priorities.values())


def _own_names(labels: Labels) -> tuple[str, ...]:
    """The council's own names, as they stand in the file, without those that are Concord's."""
    return tuple(
        value
        for name in _DEFAULT.__slots__
        if (value := str(getattr(labels, name))).lower() != str(getattr(_DEFAULT, name))
    )


def _called(labels: Labels, found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    if found["kind"]:
        return f"{found['kinds']} {_named(labels, found['kind'])}"
    if found["answer"]:
        before = found["before"]
        name = _named(labels, found["answer"])
        return f"{_article(name, before) if before.lower() == 'an' else before} {name}"
    name = _named(labels, found["name"])
    article = found["article"]
    if found["name"].lower() == _DEFAULT.informal and not _WITHOUT_ARTICLE.search(name):
        the = "The" if name[:1].isupper() else "the"
        return f"{the} {name[:1].lower()}{name[1:]}"
    return f"{_article(name, article)} {name}" if article else name


def _named(labels: Labels, word: str) -> str:
    default = word.lower()
    key = "informal" if default == _DEFAULT.informal else default.removesuffix("s")
    label = str(getattr(labels, key))
    label = label.lower() if key == "stage" else label
    name = plural(label) if key != "informal" and default.endswith("s") else label
    return f"{name[:1].upper()}{name[1:]}" if word[:1].isupper() else name


def plural(name: str) -> str:
    """Several of what a council calls something: "replies", "boxes", "alerts"."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    return f"{name}es" if re.search(r"(s|x|ch|sh)$", name) else f"{name}s"


def _article(name: str, before: str) -> str:
    article = "an" if name[:1].lower() in "aeiou" else "a"
    return article.capitalize() if before[0].isupper() else article
