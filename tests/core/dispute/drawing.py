"""Steps as people might propose them in a dispute, drawn by Hypothesis: sensible, odd and wrong.

Every free text is `SECRET`, so that a test can look for it where nothing written may stand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from concord.core.clock.london import local_date
from concord.core.dispute.duties.voice import told_to_the_child
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import Protocol
from concord.core.protocol.vocabulary import How, NotStated
from concord.core.record.fields import About, described

SECRET = "Words about Zebedee Quill"
NOBODY = "nobody-of-this-name"
WORDS = {
    "yes or no": ("yes", "no"),
    "refer or decline": ("refer", "decline"),
    "referral how": ("telephone", "writing"),
    "reviews": ("reconvened", "urgent"),
    "how": tuple(each.value for each in How),
}
MANY = frozenset(("roles", "issues", "categories"))
Values = dict[str, Any]


def values(matter: Matter, kind: type[DisputeEvent], *, at: datetime) -> st.SearchStrategy[Values]:
    """What a person fills in for a step: each field sensible most of the time, or left out."""
    about = described(kind)
    given = {each.name: about[each.name] for each in fields(kind) if about[each.name].given}
    needed = {name: _value(matter, name, each, at) for name, each in given.items() if each.needed}
    optional = {
        name: _value(matter, name, each, at) for name, each in given.items() if not each.needed
    }
    return st.fixed_dictionaries(needed, optional=optional)


def _value(matter: Matter, name: str, about: About, at: datetime) -> st.SearchStrategy[Any]:
    if about.source in ("open actions", "entries", "child outcomes"):
        return st.integers(0, matter.dispute.version + 1)
    if about.source == "actions":
        return st.lists(_action(matter.protocol, at), min_size=1, max_size=2)
    if about.source == "weighs":
        return _weighed(matter.protocol)
    if about.source:
        return _choice(about.source, matter.protocol)
    if name == "in_court":
        return st.booleans()
    if about.personal or name in ("given_by", "minuted_by", "contact"):
        return st.just(SECRET)
    return _day(at)


def _day(at: datetime) -> st.SearchStrategy[date]:
    return st.integers(-3, 15).map(lambda days: local_date(at) + timedelta(days=days))


def _action(protocol: Protocol, at: datetime) -> st.SearchStrategy[Values]:
    return st.fixed_dictionaries(
        {"what": st.just(SECRET), "on": _day(at)},
        optional={"by": st.sampled_from([*protocol.roles])},
    )


def _weighed(protocol: Protocol) -> st.SearchStrategy[list[Values]]:
    """Everything that has to be weighed, or nothing."""
    said = [{"what": what, "text": SECRET} for each in protocol.referrals for what in _asked(each)]
    return st.sampled_from([said, []])


def _asked(referral: Any) -> Sequence[str]:
    return (*referral.weighs, *referral.test)


def _choice(source: str, protocol: Protocol) -> st.SearchStrategy[Any]:
    known = [*WORDS.get(source, ()), *_ids(source, protocol)]
    one = st.sampled_from([*known, NOBODY] if source not in WORDS else known)
    return st.lists(one, max_size=4, unique=True) if source in MANY else one


def _ids(source: str, protocol: Protocol) -> Sequence[str]:
    stages = [each.id for each in protocol.stages]
    answers = [each.answer for each in protocol.stages if not isinstance(each.answer, NotStated)]
    kinds = [each.kinds for each in answers if not isinstance(each.kinds, NotStated)]
    lists: Mapping[str, Sequence[str]] = {
        "roles": [*protocol.roles],
        "role": [*protocol.roles],
        "entry stages": stages,
        "higher stages": stages,
        "answer kinds": [*dict.fromkeys(kind for each in kinds for kind in each)],
        "issues": [] if isinstance(protocol.issues, NotStated) else [*protocol.issues],
        "categories": [*protocol.categories],
        "bodies": [each.to for each in protocol.referrals],
        "advice": []
        if isinstance(protocol.advice, NotStated)
        else [a.kind for a in protocol.advice],
        "child duties": [*told_to_the_child(protocol)],
        "matters": [*dict.fromkeys(rule.about for rule in protocol.duties if rule.about)],
    }
    return lists.get(source, ())
