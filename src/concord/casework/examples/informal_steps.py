"""Steps of an example before the formal process, and those that end a dispute."""

from dataclasses import replace

from concord.casework.examples import phrases
from concord.casework.examples.between import (
    agreement,
    before,
    conversation,
    partners,
    tell_the_child,
)
from concord.casework.examples.walk import Walk, take, try_to
from concord.core.clock.london import local_date
from concord.core.dispute import events as e
from concord.core.dispute.ladder import not_for_this_child, raising_side
from concord.core.protocol.ladders import Facts, chosen, raisers_about
from concord.core.protocol.vocabulary import About, Act, NotStated

DAYS_TO_RESPOND = 4
DAYS_TO_ACT = 4
_IN_COURT, _RECONVENED = 0.1, 0.3


def carriers(walk: Walk) -> tuple[str, ...]:
    """The roles that carry the challenge now."""
    return raising_side(walk.matter.protocol, walk.matter.dispute)


def raise_it(walk: Walk, about: str = "") -> None:
    """Raise the concern with those whom the first rung is about, with a day to respond by.

    `about` is what it is about instead of what the service does for the child.
    """
    if about:
        walk.child = replace(walk.child, siblings=())  # each has a social worker of their own
    raiser, today = _raiser(walk, about), local_date(walk.at)
    protocol = chosen(walk.matter.protocol, Facts(raiser, walk.child.status, about=about))
    tier = protocol.informal[0] if protocol.informal else None
    concern = e.ConcernRaised(
        about=about,
        agency=phrases.AGENCY if about == About.PARTNER else "",
        categories=_category(walk),
        issues=() if about else _issues(walk),
        concern=walk.one_of((walk.theme.concern,)),
        outcome_sought=walk.one_of((walk.theme.outcome,)),
        respond_by=walk.matter.calendar.add(today, DAYS_TO_RESPOND) if tier else None,
        identified_on=today,
        raised_with=tier.talk_with if tier else protocol.stages[0].addressed_to,
        child_views=walk.one_of((walk.theme.views,)),
        in_court=not about and walk.chance.random() < _IN_COURT,
        children=tuple(each.hex for each in (walk.child.id, *walk.child.siblings)),
        child_status=walk.child.status,
    )
    take(walk, (raiser,), concern)


def _raiser(walk: Walk, about: str) -> str:
    """Who raises it: the child's own officer, or about something else the first who may."""
    if not about:
        return walk.cast.raiser(walk.child)
    roles = raisers_about(walk.matter.protocol, about)
    absent = not_for_this_child(walk.matter.protocol, walk.child.status)
    held = (each for each in roles if walk.cast.holder(each, walk.child) and each not in absent)
    return next(held)


def _issues(walk: Walk) -> tuple[str, ...]:
    """The kind of concern in the protocol's catalogue whose label is nearest to the theme."""
    issues = walk.matter.protocol.issues
    if isinstance(issues, NotStated):
        return ()
    near = {
        key: sum(word in issue.label.casefold() for word in walk.theme.about)
        for key, issue in issues.items()
    }
    most = max(near.values())
    return (walk.chance.choice([key for key, count in near.items() if count == most]),)


def _category(walk: Walk) -> tuple[str, ...]:
    known = list(walk.matter.protocol.categories)
    return (walk.chance.choice(known),) if known else ()


def talk(walk: Walk) -> None:
    """Talk with those who can resolve it."""
    take(walk, carriers(walk), conversation(walk, with_roles=partners(walk)))


def agree(walk: Walk) -> None:
    """Agree an action with the one who talks first for the line, and write it down."""
    by = next(role for role in partners(walk) if walk.cast.holder(role, walk.child))
    take(walk, carriers(walk), agreement(walk, by=by, in_days=DAYS_TO_ACT))
    take(walk, carriers(walk), e.CaseNoteWritten(text=walk.one_of(phrases.NOTE)))


def check_actions(walk: Walk) -> None:
    """Look whether each agreed action was done: it was."""
    for agreed in walk.matter.dispute.agreed:
        if agreed.checked_at is None:
            text = walk.one_of((walk.theme.good,))
            checked = e.ActionChecked(action=agreed.number, done="yes", text=text)
            take(walk, carriers(walk), checked)


def extend(walk: Walk) -> None:
    """Give informal resolution more time where that is possible."""
    until = walk.matter.calendar.add(local_date(walk.at), DAYS_TO_RESPOND)
    extended = e.InformalExtended(until=until, reason=walk.one_of(phrases.OBSTACLE))
    try_to(walk, carriers(walk), extended)


def obstacle(walk: Walk) -> None:
    """Record an obstacle outside the council's control."""
    take(walk, carriers(walk), e.ObstacleRecorded(text=walk.one_of(phrases.OBSTACLE)))


def end_informal(walk: Walk) -> None:
    """Record that informal resolution failed."""
    take(walk, carriers(walk), e.InformalEnded(reason=walk.one_of(phrases.NOT_AGREED)))


def resolve(walk: Walk) -> None:
    """Resolve it, with what changed for the child, and call a review where one is to confirm it."""
    before(walk, Act.RESOLVE)
    tell_the_child(walk)
    reconvene = walk.chance.random() < _RECONVENED
    resolved = e.Resolved(
        outcome=walk.one_of(phrases.OUTCOME),
        impact=walk.one_of((walk.theme.impact,)),
        reconvene="yes" if reconvene else "no",
    )
    take(walk, carriers(walk), resolved)
    if reconvene:
        on = walk.matter.calendar.add(local_date(walk.at), 10)
        review = e.ReviewCalled(kind="reconvened", reason=walk.one_of(phrases.REVIEW), on=on)
        take(walk, carriers(walk), review)


def withdraw(walk: Walk) -> None:
    """Withdraw it with a reason."""
    tell_the_child(walk)
    take(walk, carriers(walk), e.Withdrawn(reason=walk.one_of(phrases.WITHDRAWN)))


def rest(_walk: Walk) -> None:
    """Nothing happens but that time passes."""
