"""Does a story name only the people and stages that its protocol has?"""

from collections.abc import Iterator

from concord.core.dispute.events import DisputeEvent
from concord.core.problem import Finding, WrongData, did_you_mean
from concord.core.protocol.definition import Protocol
from concord.core.record.fields import described
from concord.core.story.model import Act, Story

_ROLES = ("role", "roles")


def check_story(story: Story, protocol: Protocol) -> None:
    """Hold a story's names against its protocol, before it is played.

    Raises WrongData with every finding at once: a role or a stage at the end that the protocol
    does not have. Acts that the story itself expects to be refused are let pass.
    """
    findings = (*_strangers(story, protocol), *_end(story, protocol))
    if findings:
        raise WrongData(findings)


def _strangers(story: Story, protocol: Protocol) -> Iterator[Finding]:
    for act in story.acts:
        if act.expect not in ("", "accepted"):
            continue
        for field, role in _roles(act):
            if role and role not in protocol.roles:
                sentence = f'This protocol knows nobody called "{role}"'
                hint = did_you_mean(role, protocol.roles)
                yield Finding("unknown-person", sentence, hint, story.place_of(act, field))


def _roles(act: Act) -> Iterator[tuple[str, str]]:
    yield "by", act.by
    if act.proposal is None:
        return
    yield from _named(act.proposal)


def _named(proposal: DisputeEvent) -> Iterator[tuple[str, str]]:
    for name, about in described(type(proposal)).items():
        given = getattr(proposal, name)
        key = name.replace("_", " ")
        if about.source in _ROLES:
            yield from ((key, role) for role in ((given,) if isinstance(given, str) else given))
        elif about.source == "actions":
            yield from ((key, action.by) for action in given)


def _end(story: Story, protocol: Protocol) -> Iterator[Finding]:
    rungs = [*(tier.id for tier in protocol.informal), *(each.id for each in protocol.stages)]
    stage = story.ends.stage
    if stage and stage not in rungs:
        sentence = f'This protocol has no stage "{stage}"'
        yield Finding("unknown-stage", sentence, did_you_mean(stage, rungs), story.place("ends"))
