"""What the protocol asks to be left undone while the matter runs."""

from collections.abc import Iterator
from typing import NamedTuple

from concord.core.dispute.duties import duties
from concord.core.dispute.events import RestraintBroken
from concord.core.dispute.matter import Matter
from concord.core.protocol.definition import DutyRule
from concord.core.record.envelope import Recorded


class Restraint(NamedTuple):
    """One thing to leave undone now, whose it is to leave it, and the entries that say that it was
    done all the same.
    """

    rule: DutyRule
    broken: tuple[Recorded, ...]


def restraints(matter: Matter) -> tuple[Restraint, ...]:
    """What is to be left undone in a dispute as it stands, in the order of the protocol."""
    made = duties(matter.protocol, matter.dispute, matter.calendar)
    owed = {each.key.partition(":")[2] for each in made if each.is_restraint and not each.is_over}
    rules = (rule for rule in matter.protocol.duties if rule.id in owed)
    return tuple(Restraint(rule, tuple(_broken(matter, rule))) for rule in rules)


def _broken(matter: Matter, rule: DutyRule) -> Iterator[Recorded]:
    for entry in matter.dispute.entries:
        if isinstance(entry.event, RestraintBroken) and entry.event.restraint == rule.id:
            yield entry
