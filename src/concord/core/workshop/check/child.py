"""Is the child told on every way to the end?"""

from collections.abc import Iterator

from concord.core.problem import Severity
from concord.core.protocol.definition import DutyRule, Protocol
from concord.core.protocol.ladders import is_about_another
from concord.core.protocol.vocabulary import Act, Moment, Side, Verb
from concord.core.workshop.check.looked import Looked
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.check.moments import comes_up_at
from concord.core.workshop.paths.ground import Ground
from concord.core.workshop.paths.position import RESOLVED
from concord.core.workshop.paths.telling import told
from concord.core.workshop.paths.walk import Allowed, nearest, shortest

_ALWAYS = (Moment.CONCERN_IDENTIFIED, Moment.CONCERN_RAISED, Moment.CLOSED)


def never_told(looked: Looked) -> Iterator[Meant]:
    """A way from the concern to its resolution on which no duty to tell the child comes up.

    IRO Handbook 2010 chapter 6: the child is told of the dispute and of how it goes.
    """
    rules = _telling(looked.protocol)
    if rules is None or is_about_another(looked.protocol):
        return
    for each in looked.walks:
        untold = shortest(each.graph, _silent(each.ground, rules))
        end = nearest(untold, (at for at in untold if at.phase == RESOLVED))
        if end is not None:
            yield Meant(
                "child-not-told",
                Severity.WARNING,
                f"It can be resolved without anybody having to tell {each.for_whom} anything",
                "Write who tells the child of the matter, of its rights and of the outcome",
                looked.protocol.closing.clause,
                ("closing",),
                told(each.ground, untold, end),
            )


def _telling(protocol: Protocol) -> list[DutyRule] | None:
    """The duties to tell the child, None when one of them comes up on every way."""
    children = {name for name, role in protocol.roles.items() if role.side is Side.CHILD}
    informs = (rule for rule in protocol.duties if rule.verb is Verb.INFORM)
    rules = [rule for rule in informs if children & set(rule.whom)]
    always = any(rule.counted_from in _ALWAYS and not rule.only_if for rule in rules)
    before_the_end = any(rule.must and Act.RESOLVE in rule.before for rule in rules)
    if always or before_the_end or children & set(protocol.closing.told):
        return None
    return rules


def _silent(ground: Ground, rules: list[DutyRule]) -> Allowed:
    """Moves after which nobody has to tell the child."""
    return lambda _move, at: not any(comes_up_at(ground, rule, at) for rule in rules)
