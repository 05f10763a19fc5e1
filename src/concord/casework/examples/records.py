"""What stands on the example children's own records: reviews, decisions, changes, good practice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from concord.casework.actions.child import OnRecord, act_for_child
from concord.casework.actions.dispute import Ask
from concord.casework.examples.cast import Cast, CastChild
from concord.casework.examples.diary import Diary
from concord.casework.examples.themes import IN_CARE, PROTECTION, Theme
from concord.casework.examples.walk import StoppedShort
from concord.core.child import events as e
from concord.core.child.matter import changes_of, recognition_of, review_kinds, reviews_of
from concord.core.clock.london import local_date
from concord.core.dispute.events import Action
from concord.core.protocol.vocabulary import ChildStatus, Scope, Side

_PLANNED, _HELD, _DUE, _CHECKED = 48, 40, 22, 18
_NOTIFIED, _RECOGNISED, _ASKED = 6, 11, 5
_NEXT = 90
_EVERY = 2


@dataclass(frozen=True, slots=True)
class _Scene:
    """One child's record while it is written, by people of the cast."""

    cast: Cast
    child: CastChild
    diary: Diary
    theme: Theme
    until: datetime

    @property
    def chair(self) -> str:
        """Who chairs the child's reviews."""
        return self.cast.raiser(self.child)

    @property
    def worker(self) -> str:
        """Who works with the child: the line's role that is held for a child."""
        roles = self.cast.protocol.roles.items()
        found = (n for n, r in roles if r.side is Side.LINE and r.held_for is Scope.CHILD)
        return next(found)

    @property
    def manager(self) -> str:
        """Whom the worker answers to."""
        return self.cast.protocol.roles[self.worker].manager or self.worker

    def on(self, ago: int) -> datetime:
        """Some moment so many working days before the examples are loaded."""
        last = self.diary.last_full_day(self.until)
        return self.diary.on(self.diary.calendar.add(last, -ago))

    def says(self, text: str) -> str:
        """Words about this child."""
        return text.replace("{child}", self.child.first_name)

    def puts(self, role: str, ago: int, event: e.ChildEvent) -> None:
        """Somebody puts something on record. Raises StoppedShort when the rules refuse it."""
        viewer = self.cast.holder(role, self.child)
        if viewer is None:
            return
        ask = Ask(self.on(ago), f"example-{uuid4().hex}")
        outcome = act_for_child(viewer, self.child.id, event, ask=ask)
        if not isinstance(outcome, OnRecord):
            raise StoppedShort(f"{event.VERB}: {outcome}")


def write_records(cast: Cast, diary: Diary, *, at: datetime) -> Iterator[str]:
    """Write the records of some of the children, as of an aware instant. Out: what stopped."""
    for index, child in enumerate(cast.children):
        if index % _EVERY == 0:
            themes = IN_CARE if child.status is ChildStatus.IN_CARE else PROTECTION
            fitting = [each for each in themes if child.age >= each.from_age]
            scene = _Scene(cast, child, diary, diary.chance.choice(fitting), at)
            try:
                _write(scene, index // _EVERY)
            except StoppedShort as short:
                yield f"record of a child: {short}"


def _write(scene: _Scene, number: int) -> None:
    _review(scene, number)
    _decisions(scene, number)
    _change(scene, number)
    _practice(scene, number)
    if number % 5 == 1:
        words = "Why does nobody tell me what was decided?"
        wish = e.ChildAsked(wish="to account for what was done", text=words)
        scene.puts(scene.worker, _ASKED, wish)


def _review(scene: _Scene, number: int) -> None:
    protocol, diary = scene.cast.protocol, scene.diary
    kind, held_on = next(iter(review_kinds(protocol))), local_date(scene.on(_HELD))
    scene.puts(scene.chair, _PLANNED, e.ReviewPlanned(kind=kind, on=held_on))
    rule = reviews_of(protocol)
    if rule and rule.papers and number % 4:
        ago = _HELD + (5 if number % 3 else 1)
        papers = e.PapersReceived(review=1, papers=tuple(rule.papers.kinds))
        scene.puts(rule.papers.by[0], ago, papers)
    following = local_date(scene.until) + timedelta(days=_NEXT + diary.chance.randrange(60))
    due = diary.calendar.add(held_on, _HELD - _DUE)
    scene.puts(
        scene.chair,
        _HELD,
        e.ReviewHeld(
            review=1,
            took_part=(scene.worker,),
            child_part="in person" if number % 3 else "through an advocate",
            child_views=scene.says(scene.theme.views),
            advocate="does not want one" if number % 3 else "has one",
            decisions=(
                Action(scene.says(scene.theme.action), scene.worker, due),
                Action("Look again at how the plan goes, with the carers", scene.manager),
            ),
            next_on=following,
        ),
    )
    if rule and rule.report and number % 4 != 1:
        ago = _HELD - (8 if number % 3 else 17)
        scene.puts(scene.chair, ago, e.ReportSent(review=1, whom=rule.report.sent_to))


def _decisions(scene: _Scene, number: int) -> None:
    rule = reviews_of(scene.cast.protocol)
    if number % 4 == 0:
        return
    if number % 4 == 3 and rule and rule.not_carried_out:
        reasons = scene.says(scene.theme.weak)
        by = rule.not_carried_out.by[0]
        scene.puts(by, _DUE + 2, e.DecisionRefused(decision=1, reasons=reasons))
        told = e.RefusalTold(decision=1, whom=rule.not_carried_out.told[:1], how="face to face")
        scene.puts(by, _DUE + 1, told)
        return
    scene.puts(scene.worker, _DUE + 2, e.DecisionReported(decision=1, text=scene.theme.good))
    done = e.DecisionChecked(decision=1, done="yes" if number % 4 == 1 else "no")
    scene.puts(scene.chair, _CHECKED, done)


def _change(scene: _Scene, number: int) -> None:
    rule = changes_of(scene.cast.protocol)
    if rule is None or number % 3:
        return
    kinds = (scene.diary.chance.choice([*rule.kinds]),)
    notified = e.ChangeNotified(kinds=kinds, text="It was decided this week, and the carers know.")
    scene.puts(rule.by[0], _NOTIFIED, notified)
    if number % 2:
        reason = "The plan does not depend on it; the next review looks at it."
        weighed = e.ChangeWeighed(notified=1, forward="no", reason=reason)
        scene.puts(scene.chair, _NOTIFIED - 1, weighed)


def _practice(scene: _Scene, number: int) -> None:
    rule = recognition_of(scene.cast.protocol)
    if rule is None or number % 4 != 2:
        return
    known = [*rule.characteristics]
    chosen = tuple(scene.diary.chance.sample(known, min(2, len(known))))
    text = scene.says(scene.theme.impact)
    recognised = e.PracticeRecognised(whom=scene.worker, characteristics=chosen, text=text)
    scene.puts(rule.by[0], _RECOGNISED, recognised)
