"""Where a dispute can stand under a protocol of four levels whose authority is not named."""

from datetime import timedelta

from concord.core.clock.london import local_date
from concord.core.protocol.vocabulary import ChildStatus
from tests.core.protocols.stage import MONDAY, Play

HEAD = "head-of-safeguarding-and-reviewing"
BOTH = ("social-worker", "team-manager")
ACTIONS = [{"what": "Name a school.", "by": "team-manager", "on": "2026-03-13"}]
WEIGHED = [
    {"what": "the impact of the referral on the child", "text": "The child wants it."},
    {"what": "the child's timetable", "text": "Before the summer term."},
]
ANSWERERS = {
    "level-1": "service-manager",
    "level-2": "head-of-service",
    "level-3": "divisional-director",
}
LEVELS = [*ANSWERERS, "level-4"]
ADDRESSEES = [*ANSWERERS.values(), "director"]


def raised(*, at: str = MONDAY, **fields: object) -> Play:
    """Monday 2 March 2026 at ten, with the social worker and the team manager together."""
    play = Play("unnamed-004").at(at)
    by = local_date(play.now) + timedelta(days=2)
    return play.concern("iro", **{"respond_by": by.isoformat(), "raised_with": BOTH} | fields)


def raised_by_the_cp_chair() -> Play:
    play = Play("unnamed-004", child=ChildStatus.CHILD_PROTECTION)
    return play.concern("cp-chair", raised_with=BOTH)


def agreed() -> Play:
    return raised().does("iro", "agree actions", actions=ACTIONS)


def failed(*, at: str = MONDAY) -> Play:
    """The informal stage has ended without an agreement."""
    play = raised(at=at).talk("iro", *BOTH)
    return play.does("iro", "end informal", reason="No day can be given.")


def discussed(*, at: str = MONDAY) -> Play:
    return failed(at=at).consult("iro", HEAD, about="going-formal")


def level(number: int, *, at: str = MONDAY) -> Play:
    """The form is issued at a level, each one below answered and escalated within minutes."""
    play = discussed(at=at).alert("iro")
    for answerer in ADDRESSEES[: number - 1]:
        play.answer(answerer, kind="upholds").judge("iro", "no").escalate("iro")
    return play


def tell(play: Play, how: str) -> Play:
    """The addressee is told that the form is active at the level."""
    whom = ADDRESSEES[LEVELS.index(play.rung)]
    return play.inform("iro", whom, about="the-active-form", how=how)


def not_upheld() -> Play:
    """The director has decided against the challenge, and the chair is not satisfied."""
    play = level(4).does("director", "adjudicate", upheld="no", reasons="It is for the panel.")
    return play.judge("iro", "no")


def intended() -> Play:
    return not_upheld().does("iro", "consider referral", to="cafcass", decision="refer")


def head_told() -> Play:
    reasons = "Every level is used up."
    return intended().inform("iro", HEAD, about="referral-to-cafcass", text=reasons)


def referred() -> Play:
    return head_told().does("iro", "refer", to="cafcass", how="telephone", weighed=WEIGHED)
