"""Bodies outside: can the matter of each child be referred, and after what has to come first?"""

from collections.abc import Iterator

from concord.core.dispute.ladder import referrals
from concord.core.dispute.state import Dispute
from concord.core.problem import Severity
from concord.core.protocol.definition import DutyRule
from concord.core.protocol.ladders import is_about_another
from concord.core.protocol.vocabulary import Act, ChildStatus
from concord.core.workshop.check.looked import Looked, Walk
from concord.core.workshop.check.meant import Meant
from concord.core.workshop.paths.ground import rung_id
from concord.core.workshop.paths.position import ENDED, INFORMAL


def none_for_this_child(looked: Looked) -> Iterator[Meant]:
    """Nobody may refer the matter of a child in care.

    Children Act 1989 s25B(3): the reviewing officer may refer the case to Cafcass whenever he or
    she considers it appropriate. It is the case that is referred, never an officer's performance.
    """
    for each in looked.walks:
        setting = each.ground.setting
        if setting.status is not ChildStatus.IN_CARE or is_about_another(looked.protocol):
            continue
        dispute = Dispute(id="", raiser=setting.raiser, child_status=setting.status)
        bodies = referrals(looked.protocol, dispute)
        if not any(each.ground.here(body.by) for body in bodies):
            yield Meant(
                "no-referral",
                Severity.ERROR,
                f"Nobody may refer the matter of {each.for_whom} to a body outside, whatever "
                "happens",
                "Write the referral to Cafcass, which the law gives to the reviewing officer",
                looked.protocol.closing.clause,
                ("referrals",),
            )


def prerequisite_skipped(looked: Looked) -> Iterator[Meant]:
    """Something that comes before a referral, and is asked for on some rungs only."""
    for place, rule in enumerate(looked.protocol.duties):
        if Act.REFER not in rule.before or rule.must is None or not rule.at:
            continue
        skipped = sorted({rung for each in looked.walks for rung in _without(each, rule)})
        if skipped:
            labels = ", ".join(_label(looked, rung) for rung in skipped)
            yield Meant(
                "prerequisite-skipped",
                Severity.WARNING,
                f"A referral is possible at {labels} without this, which is asked for elsewhere "
                f"only: {rule.what}",
                "Leave the stages out if it comes before every referral",
                rule.clause,
                ("duties", place, "at"),
            )


def _without(walk: Walk, rule: DutyRule) -> set[int]:
    open_rungs = {at.rung for at in walk.kinds if at.phase not in ENDED}
    return {rung for rung in open_rungs if rung_id(walk.ground.protocol, rung) not in rule.at}


def _label(looked: Looked, rung: int) -> str:
    if rung != INFORMAL:
        return looked.protocol.stages[rung].label
    tiers = looked.protocol.informal
    return tiers[0].label.lower() if tiers else "the beginning"
