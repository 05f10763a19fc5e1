"""The days that a person gives for what happened: they have come, and fit what they follow."""

from collections.abc import Iterator
from datetime import datetime

from concord.core.clock.london import local_date
from concord.core.dispute.decide.case import Case
from concord.core.dispute.events import DisputeEvent, MeetingHeld, ReferralConfirmed
from concord.core.dispute.words import day
from concord.core.problem import Finding, Place, WrongData
from concord.core.record.fields import described


def stop_at_wrong_days(case: Case, proposal: DisputeEvent) -> None:
    """Raise WrongData, with one finding for each field, when something is said to have happened on
    a day that is still ahead, or before what it follows.
    """
    wrong = tuple(_wrong(case, proposal))
    if wrong:
        raise WrongData(wrong)


def _wrong(case: Case, proposal: DisputeEvent) -> Iterator[Finding]:
    began = _began(case, proposal)
    for name, about in described(type(proposal)).items():
        on = getattr(proposal, name) if about.past else None
        if on is None:
            continue
        place = Place(path=name.replace("_", " "))
        if on > case.today:
            hint = f"Give {day(case.today)} or an earlier day"
            yield Finding("day-ahead", f"{day(on)} is still ahead", hint, place)
        elif began and on < local_date(began):
            before = f"{day(on)} is before {_follows(case, proposal)}"
            yield Finding(
                "day-before", before, f"Give {day(local_date(began))} or a later day", place
            )


def _began(case: Case, proposal: DisputeEvent) -> datetime | None:
    if isinstance(proposal, MeetingHeld):
        return case.run.alert_at
    if isinstance(proposal, ReferralConfirmed):
        return case.matter.dispute.handing(proposal.to).referred_at
    return None


def _follows(case: Case, proposal: DisputeEvent) -> str:
    if isinstance(proposal, MeetingHeld):
        return f"the {case.words.alert} of {case.stage.label} was issued"
    return "the referral was made"
