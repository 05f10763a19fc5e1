"""A played story for the terminal: each act, what time brought, duties and clocks, the end."""

from collections.abc import Iterable

from concord.cli.duty_words import clock, moment, owed, sentence_case, stood
from concord.cli.out import Page, Style
from concord.core.clock.words import long_instant
from concord.core.dispute.clocks import Clocks
from concord.core.dispute.decide import Refused
from concord.core.dispute.duties.model import Duty, DutyState
from concord.core.dispute.words import Words
from concord.core.protocol.identity import content_hash
from concord.core.story.changes import Changes, changes
from concord.core.story.data import is_held, sentence
from concord.core.story.play import Played, Step

_STYLES = {
    DutyState.DONE: Style.GOOD,
    DutyState.DONE_LATE: Style.WARNING,
    DutyState.OVERDUE: Style.BAD,
    DutyState.MISSED: Style.BAD,
}
_LABELS = {DutyState.LAPSED: "not owed"}
# What time brings is told as an entry of the record, where the duty is a must.
_TOLD_BY_TIME = (DutyState.OVERDUE, DutyState.MISSED)
# A duty that an act makes and ends at once is told once.
_OVER = (DutyState.DONE, DutyState.LAPSED)


def show(played: Played, out: Page) -> None:
    """Write the whole story: its head, each act, how it ends, all duties."""
    words = Words(played.matter.protocol)
    _head(played, out)
    for step, changed in zip(played.steps, changes(played.steps), strict=True):
        out.line()
        _act(step, changed, words, out)
    if played.steps:
        _end(played, words, out)


def _head(played: Played, out: Page) -> None:
    protocol = played.matter.protocol
    out.line(played.story.title, Style.BOLD)
    out.row("protocol", f"{protocol.id}: {protocol.title}, {protocol.source.authority}")
    out.row("content", content_hash(protocol))
    out.row("calendar", played.matter.calendar.version)
    siblings = played.story.siblings
    others = f", with {siblings} sibling{'' if siblings == 1 else 's'}" if siblings else ""
    out.row("child", f"{played.story.child.value}{others}")


def _act(step: Step, changed: Changes, words: Words, out: Page) -> None:
    act = step.act
    passes = "" if act.proposal else f", {act.verb}"
    out.line(f"{act.number}. {long_instant(act.at)}{passes}", Style.BOLD)
    for entry in step.by_time:
        happened = sentence_case(moment(entry.happened_at))
        out.row("by time", f"{happened}: {sentence(entry, words)}", Style.WARNING)
    _made(changed.made_by_time, changed, words, out)
    _outcome(step, words, out)
    _made(changed.made, changed, words, out)
    for duty, state in changed.stands:
        if not (duty.must and state in _TOLD_BY_TIME):
            _duty_stands(duty, state, out)
    _clocks(step.clocks, out)


def _outcome(step: Step, words: Words, out: Page) -> None:
    act = step.act
    role = words.protocol.roles.get(act.by)
    person = f" ({act.person})" if act.person != act.by else ""
    what = f"{role.brief if role else act.by}{person}: {act.verb}"
    if step.refused is not None:
        _refused(step, step.refused, what, words, out)
    elif act.proposal is not None:
        out.row("accepted", what, Style.GOOD if step.as_expected else Style.BAD)
        for entry in step.entries:
            out.row("", sentence(entry, words))


def _refused(step: Step, refused: Refused, what: str, words: Words, out: Page) -> None:
    expected = ", as the story expects" if step.as_expected else ""
    style = Style.WARNING if step.as_expected else Style.BAD
    out.row("refused", f"{what} ({refused.id}{expected})", style)
    out.row("", refused.sentence)
    if refused.clause:
        out.row("clause", words.clause(refused.clause))
    if refused.allowed_by:
        out.row("allowed by", refused.allowed_by)


def _made(duties: Iterable[Duty], changed: Changes, words: Words, out: Page) -> None:
    over = {duty.key for duty, state in changed.stands if state in _OVER}
    for duty in duties:
        if duty.key not in over:
            out.row("new duty", duty.what)
            out.row("", owed(duty, words))
            _clause(duty, words, out)


def _clause(duty: Duty, words: Words, out: Page) -> None:
    """The clause of a duty, where a document asks for it."""
    if duty.clause:
        out.row("clause", words.clause(duty.clause))


def _duty_stands(duty: Duty, state: DutyState, out: Page) -> None:
    out.row(_LABELS.get(state, state.value), duty.what, _STYLES.get(state, Style.PLAIN))


def _clocks(clocks: Clocks, out: Page) -> None:
    for each in (clocks.stage, clocks.total):
        if each is not None:
            out.row("clock", clock(each))


def _end(played: Played, words: Words, out: Page) -> None:
    last = played.steps[-1]
    rung = played.dispute.runs[-1].rung if played.dispute.runs else ""
    out.line()
    out.line(f"At the end, {long_instant(last.act.at)}", Style.BOLD)
    out.row("state", played.dispute.phase.value + (", on hold" if is_held(played) else ""))
    if rung:
        out.row("stage", words.stage(rung))
    _clocks(last.clocks, out)
    if played.duties:
        out.line()
        out.line("All duties", Style.BOLD)
    for duty in played.duties:
        state = duty.state_at(last.act.at)
        _duty_stands(duty, state, out)
        out.row("", owed(duty, words))
        out.row("", stood(duty, state))
        _clause(duty, words, out)
    out.line()
    out.line(_summary(played), Style.BAD if played.findings else Style.GOOD)


def _summary(played: Played) -> str:
    acts = [step for step in played.steps if step.act.proposal is not None]
    refused = sum(step.refused is not None for step in acts)
    went = f"{len(acts)} acts, {len(acts) - refused} accepted, {refused} refused"
    if not played.findings:
        return f"{went}. It went as the story tells"
    count = len(played.findings)
    return f"{went}. {count} finding{'' if count == 1 else 's'}"
