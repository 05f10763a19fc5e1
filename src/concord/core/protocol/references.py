"""Do the parts of a protocol file point at things that are there?"""

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass

from concord.core.files.source import Path, Source
from concord.core.protocol.definition import DutyRule, Protocol, Reading
from concord.core.protocol.vocabulary import Moment, NotStated, Verb

_ROLES = frozenset(
    (
        *("by", "raised_by", "addressed_to", "copied_to", "told", "note_told", "talk_with"),
        *("answerable", "who", "whom", "attend", "chair", "checked_by", "sought_by"),
        *("raisers", "overseers", "responsible", "manager"),
    )
)
_RUNGS = frozenset(("into", "at", "only_after"))
_NEEDS_WHOM = frozenset((Verb.INFORM, Verb.CONSULT))
_TOTAL_COUNTS_FROM = (Moment.CONCERN_RAISED, Moment.FORMAL_BEGUN, Moment.ALERT_ISSUED)
_NEEDS_ADVICE = frozenset((Verb.SEEK_ADVICE, Verb.RECEIVE_ADVICE))


def check_references(source: Source, protocol: Protocol) -> None:
    """Note a finding for each name that the file uses and does not define, and each name twice."""
    known = _known(protocol)
    for path, name, value in _values(protocol, ()):
        group = _group(name)
        if group and value not in known[group]:
            _unknown(source, path, group=group, value=value, known=known[group])
    for path, ids in _lists(protocol):
        _twice(source, path, ids)
    for index, reading in enumerate(protocol.readings):
        _reading(source, ("readings", index, "chosen"), reading)
    for index, duty in enumerate(protocol.duties):
        _duty(source, ("duties", index), duty, known)
    _total(source, protocol)


def _known(protocol: Protocol) -> dict[str, Collection[str]]:
    advice = () if isinstance(protocol.advice, NotStated) else protocol.advice
    return {
        "role": protocol.roles,
        "stage": [*(tier.id for tier in protocol.informal), *(s.id for s in protocol.stages)],
        "clause": protocol.clauses,
        "reading": [reading.id for reading in protocol.readings],
        "referral": [referral.to for referral in protocol.referrals],
        "advice": [each.kind for each in advice],
    }


def _group(name: str) -> str:
    if name in _ROLES:
        return "role"
    if name in _RUNGS:
        return "stage"
    if name == "clause" or name.endswith("_clause"):
        return "clause"
    return {"reading": "reading", "refers_to": "referral"}.get(name, "")


def _values(value: object, path: Path) -> Iterator[tuple[Path, str, str]]:
    if is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _values(getattr(value, each.name), (*path, each.name.replace("_", " ")))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _values(inner, (*path, key))
    elif isinstance(value, tuple):
        for index, inner in enumerate(value):
            yield from _values(inner, (*path, index))
    elif isinstance(value, str) and not isinstance(value, NotStated):
        names = [part for part in path if isinstance(part, str)]
        yield path, names[-1].replace(" ", "_"), value


def _lists(protocol: Protocol) -> Iterator[tuple[Path, list[str]]]:
    tiers = [tier.id for tier in protocol.informal]
    yield ("stages",), tiers + [stage.id for stage in protocol.stages]
    yield ("readings",), [reading.id for reading in protocol.readings]
    yield ("duties",), [duty.id for duty in protocol.duties]
    yield ("referrals",), [referral.to for referral in protocol.referrals]


def _unknown(source: Source, path: Path, *, group: str, value: str, known: Collection[str]) -> None:
    close = difflib.get_close_matches(value, list(known), 1)
    hint = f'Did you mean "{close[0]}"?' if close else f"The file has: {', '.join(known) or 'none'}"
    source.report(f"unknown-{group}", f'There is no {group} "{value}"', hint, path)


def _twice(source: Source, path: Path, ids: list[str]) -> None:
    for repeated in sorted({each for each in ids if ids.count(each) > 1}):
        source.report(
            "same-id", f'"{repeated}" is used for two things', "Give each its own id", path
        )


def _reading(source: Source, path: Path, reading: Reading) -> None:
    if reading.chosen in reading.says:
        return
    close = difflib.get_close_matches(reading.chosen, reading.says, 1)
    hint = f'Did you mean "{close[0]}"?' if close else "Write one of them, in the same words"
    sentence = f'The reading "{reading.id}" chooses something that is not among what it says'
    source.report("chosen-not-said", sentence, hint, path)


def _total(source: Source, protocol: Protocol) -> None:
    rule = protocol.total
    if isinstance(rule, NotStated) or rule.counted_from in _TOTAL_COUNTS_FROM:
        return
    sentence = f'The total cannot count from "{rule.counted_from}"'
    hint = f"Use one of: {', '.join(_TOTAL_COUNTS_FROM)}"
    source.report("total-from", sentence, hint, ("total", "counted from"))


def _duty(source: Source, path: Path, duty: DutyRule, known: Mapping[str, Collection[str]]) -> None:
    if (duty.must is None) == (duty.should is None):
        hint = "Write what the document says: must for what has to be done, should for the rest"
        source.report("must-or-should", "A duty says either must or should", hint, path)
        return
    if duty.verb in _NEEDS_WHOM and not duty.whom:
        source.report("whom-missing", f'To "{duty.verb}" needs a whom', "Name the role", path)
    if duty.verb in _NEEDS_ADVICE and duty.about not in known["advice"]:
        source.report("unknown-advice", "about does not name a kind of advice", "", path)
    if duty.verb is Verb.RAISE_AT and duty.about not in known["stage"]:
        source.report("unknown-stage", "about does not name a stage", "", path)
    if duty.counted_from is None and not duty.before:
        hint = 'Say "before:" a step, or "counted from:" a moment'
        source.report("no-occasion", "The duty never comes up", hint, path)
