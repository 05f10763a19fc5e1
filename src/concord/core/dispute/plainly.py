"""One dispute in plain words for the child whom it is about, made from the record alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from concord.core.clock.london import local_date
from concord.core.dispute import events as e
from concord.core.dispute.ladder import raising_side, stage_of
from concord.core.dispute.matter import Matter
from concord.core.dispute.state import ChildOutcome, Phase
from concord.core.dispute.words import Words, by_way, day
from concord.core.protocol.vocabulary import About, Side
from concord.core.record.envelope import Recorded


@dataclass(frozen=True, slots=True)
class Said:
    """Something with its day, as one line of the page."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """One challenge as its child reads it. Empty texts are what is not on the record."""

    raised_on: date
    by: str
    worry: str
    wanted: str
    said: tuple[Said, ...]
    outcomes: tuple[ChildOutcome, ...]
    steps: tuple[Said, ...]
    told: tuple[Said, ...]
    now: str
    ended: str
    changed: str


def is_for_the_child(matter: Matter) -> bool:
    """Whether a dispute is a challenge made for the child: one about what the service or a partner
    agency does, and not about an officer or a review.
    """
    return matter.dispute.facts.about in ("", About.PARTNER)


def plainly(matter: Matter) -> Challenge:
    """What happened in a dispute, in plain words. In: the matter of a dispute that has begun.

    Nothing of it is private to the reviewing side: no advice, and no referral before it is made.
    """
    entries, words = matter.dispute.entries, Words(matter.protocol)
    first = entries[0]
    if not isinstance(first.event, e.ConcernRaised):
        raise LookupError("the dispute has not begun")
    ended = next((each.event for each in entries if isinstance(each.event, e.Resolved)), None)
    return Challenge(
        raised_on=local_date(first.happened_at),
        by=words.the(first.capacity),
        worry=first.event.concern,
        wanted=first.event.outcome_sought,
        said=tuple(_said(entries)),
        outcomes=matter.dispute.outcomes,
        steps=tuple(_steps(matter, words)),
        told=tuple(_told(matter, words)),
        now=_now(matter, words),
        ended=ended.outcome if ended else "",
        changed=ended.impact if ended else "",
    )


def _said(entries: tuple[Recorded, ...]) -> Iterator[Said]:
    for each in entries:
        event, on = each.event, local_date(each.happened_at)
        if isinstance(event, e.ConcernRaised) and event.child_views:
            yield Said(on, event.child_views)
        elif isinstance(event, e.ChildHeard):
            yield Said(event.on or on, event.views)


def _steps(matter: Matter, words: Words) -> Iterator[Said]:
    for each in matter.dispute.entries:
        text = _step(matter, each, words)
        if text:
            yield Said(local_date(each.happened_at), text)


def _step(matter: Matter, entry: Recorded, words: Words) -> str:
    """What a child has to know of one entry; "" for what is only of the office."""
    event, who = entry.event, words.who(entry.capacity)
    if isinstance(event, e.ConversationRecorded):
        return f"{who} talked about it with {words.roles(event.with_roles)}."
    if isinstance(event, e.AlertIssued):
        stage = stage_of(matter.protocol, event.stage)
        asked = words.roles(stage.addressed_to) if stage else ""
        return f"{who} wrote to {asked} and asked for an answer." if asked else ""
    if isinstance(event, e.HoldPlaced) and event.until:
        return f"It waits until {day(event.until)}, so that something can be done first."
    return _shortly(event, who, words)


def _shortly(event: object, who: str, words: Words) -> str:
    if isinstance(event, e.Answered):
        return f"{who} answered."
    if isinstance(event, e.Adjudicated):
        return f"{who} looked at it and decided."
    if isinstance(event, e.MeetingHeld):
        return f"There was a meeting with {words.roles(event.attended)}."
    if isinstance(event, e.Escalated):
        return "It was not put right, so somebody more senior was asked."
    if isinstance(event, e.Referred):
        return f"{who} asked {words.the_body(event.to)} to look at it."
    if isinstance(event, e.ReferralOutcomeRecorded):
        return f"{words.the_body(event.to)[:1].upper()}{words.the_body(event.to)[1:]} answered."
    if isinstance(event, e.ReviewCalled):
        return f"{who} called a review."
    return ""


def _told(matter: Matter, words: Words) -> Iterator[Said]:
    """When the child was told of something, by whom and how, and what there is of an advocate."""
    roles = matter.protocol.roles
    children = {name for name, role in roles.items() if role.side is Side.CHILD}
    for each in matter.dispute.entries:
        event = each.event
        if isinstance(event, e.Informed) and children & set(event.whom):
            about = f" about {words.matter(event.about)}" if event.about else ""
            how = f", {by_way(event.how)}" if event.how else ""
            on = event.on or local_date(each.happened_at)
            yield Said(on, f"{words.who(each.capacity)} told you{about}{how}.")
        elif isinstance(event, e.AdvocateRecorded):
            yield Said(event.on or local_date(each.happened_at), _ADVOCATE[event.stands])


_ADVOCATE = {
    "offered": "You were asked if you want an advocate: somebody on your side who helps you speak.",
    "in place": "You have an advocate: somebody on your side who helps you speak.",
    "not wanted": "You said that you do not want an advocate. You can always ask for one.",
}


def _now(matter: Matter, words: Words) -> str:
    dispute = matter.dispute
    closed = day(local_date(dispute.closed_at)) if dispute.closed_at else ""
    if dispute.phase is Phase.RESOLVED:
        return f"It ended on {closed}."
    if dispute.phase is Phase.WITHDRAWN:
        return f"It was stopped on {closed}."
    carriers = raising_side(matter.protocol, dispute)
    who = dispute.raiser if dispute.raiser in carriers else carriers[0]
    return f"It is still going on. Ask {words.the(who)} how it goes."
