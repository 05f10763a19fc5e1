"""A move as the entry that it would be in the record, so that it can be told and gone for real."""

from concord.core.dispute import events as e
from concord.core.dispute.events import DisputeEvent
from concord.core.dispute.events.base import How, YesNo
from concord.core.protocol.definition import Protocol, Stage
from concord.core.protocol.vocabulary import NotStated
from concord.core.workshop.paths.doing import WORDS, entry_for
from concord.core.workshop.paths.ground import Ground
from concord.core.workshop.paths.position import INFORMAL, Move, Position


def entry_of(ground: Ground, move: Move, at: Position) -> DisputeEvent | None:
    """The entry that a move from a position stands for, its free texts filled with a stand-in.

    None for a day that passes. A hold has no date yet: the walk does not choose one.
    """
    protocol = ground.protocol
    rule = next((each for each in protocol.duties if each.id == move.about), None)
    if rule is not None:
        return entry_for(rule)
    if move.verb == "record conversation":
        return _talk(protocol)
    stage = None if at.rung == INFORMAL else protocol.stages[at.rung]
    on_a_stage = _on_a_stage(stage, move) if stage else None
    return on_a_stage or _anywhere(move, stage.id if stage else "")


def _talk(protocol: Protocol) -> DisputeEvent:
    ways = (tier.talk_how[0] for tier in protocol.informal if tier.talk_how)
    how: How = next(ways, "")
    whom = dict.fromkeys(role for tier in protocol.informal for role in tier.talk_with)
    return e.ConversationRecorded(with_roles=tuple(whom), how=how, text=WORDS)


def _anywhere(move: Move, here: str) -> DisputeEvent | None:
    entries: dict[str, DisputeEvent] = {
        "end informal": e.InformalEnded(reason=WORDS),
        "issue alert": e.AlertIssued(
            stage=move.about, concern=WORDS, outcome_sought=WORDS, reason=WORDS
        ),
        "escalate": e.Escalated(to=move.about, left=here, rationale=WORDS, reason=WORDS),
        "lift hold": e.HoldLifted(reason=WORDS),
        "resolve": e.Resolved(outcome=WORDS, impact=WORDS, reconvene="no"),
        "withdraw": e.Withdrawn(reason=WORDS),
    }
    return entries.get(move.verb)


def _on_a_stage(stage: Stage, move: Move) -> DisputeEvent | None:
    verdict: YesNo = "yes" if move.about == "yes" else "no"
    if move.verb == "answer":
        return e.Answered(kind=_first_kind(stage), text=WORDS, stage=stage.id)
    if move.verb == "adjudicate":
        return e.Adjudicated(upheld="no", reasons=WORDS, stage=stage.id)
    if move.verb == "judge":
        return e.AnswerJudged(
            satisfied=verdict, reasons=WORDS, impact=WORDS, outcome=WORDS, stage=stage.id
        )
    if move.verb == "record meeting":
        return _meeting(stage)
    if move.verb == "place hold":
        return e.HoldPlaced(task=WORDS, owner=stage.addressed_to[0], stage=stage.id)
    return e.HoldChecked(done=verdict, text=WORDS) if move.verb == "check hold" else None


def _first_kind(stage: Stage) -> str:
    kinds = NotStated.NOT_STATED if isinstance(stage.answer, NotStated) else stage.answer.kinds
    return "" if isinstance(kinds, NotStated) else next(iter(kinds), "")


def _meeting(stage: Stage) -> DisputeEvent | None:
    meeting = stage.meeting
    if meeting is None:
        return None
    raisers = stage.raised_by if meeting.raiser_attends == "yes" else ()
    chair = (*meeting.chair, *stage.addressed_to)[0]
    return e.MeetingHeld(
        chair=chair,
        attended=(*meeting.attend, *raisers) or (chair,),
        minutes=WORDS,
        minuted_by="a minute taker",
        independent="yes",
        stage=stage.id,
    )
