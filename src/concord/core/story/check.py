"""Does a story name only the people and stages that its protocol has?"""

from collections.abc import Iterator
from dataclasses import replace

from concord.core.dispute.decide.given import stranger, strangers
from concord.core.files.source import as_told
from concord.core.problem import Finding, WrongData, did_you_mean
from concord.core.protocol.definition import Protocol
from concord.core.story.model import Story
from concord.core.story.read import Draft


def check_story(story: Story, protocol: Protocol) -> None:
    """Hold a story's names against its protocol, before it is played.

    Raises WrongData with every finding at once: a role or a stage at the end that the protocol
    does not have. Acts that the story itself expects to be refused are let pass.
    """
    findings = _names(story, protocol)
    if findings:
        raise WrongData(as_told(findings))


def check_draft(draft: Draft, protocol: Protocol) -> Story:
    """Hold a draft's names against its protocol. Out: the story.

    Raises WrongData with every finding at once, those that the draft has already among them.
    """
    draft.source.findings.extend(_names(draft.story, protocol))
    draft.source.stop_if_wrong()
    return draft.story


def _names(story: Story, protocol: Protocol) -> list[Finding]:
    return [*_strangers(story, protocol), *_end(story, protocol)]


def _strangers(story: Story, protocol: Protocol) -> Iterator[Finding]:
    for act in story.acts:
        if act.expect not in ("", "accepted"):
            continue
        if act.by and act.by not in protocol.roles:
            yield stranger(act.by, protocol, place=story.place_of(act, "by"))
        for found in strangers(act.proposal, protocol) if act.proposal else ():
            yield replace(found, place=story.place_of(act, found.place.path.partition(" > ")[0]))


def _end(story: Story, protocol: Protocol) -> Iterator[Finding]:
    rungs = [*(tier.id for tier in protocol.informal), *(each.id for each in protocol.stages)]
    stage = story.ends.stage
    if stage and stage not in rungs:
        sentence = f'This protocol has no stage "{stage}"'
        yield Finding("unknown-stage", sentence, did_you_mean(stage, rungs), story.place("ends"))
