"""Where a dispute can stand under one protocol of five levels, for its tests."""

from collections.abc import Callable

from tests.core.protocols.stage import MONDAY, Play

MANAGER = "iro-manager"
HEAD = "head-of-safeguarding"
DELIVERY = "head-of-delivery-unit"
WRITTEN = {"impact": "None. The child waits.", "outcome": "A promise."}
PAPERS = {"documents": "Care plan, alerts, responses"}
NEXT_MORNING = "2026-03-03 09:00"
NEXT_NOON = "2026-03-03 12:00"


def raised(**fields: object) -> Play:
    """Monday 2 March 2026 at ten, with a day that was agreed for the informal part."""
    return Play("brighton-and-hove").concern("iro", **fields)


def talked(**fields: object) -> Play:
    return raised(**fields).talk("iro", "pod-team-manager")


def noted() -> Play:
    return talked().does("iro", "write case note", text="The issue and what came of it.")


def level_1() -> Play:
    return noted().consult("iro", MANAGER).alert("iro")


def level_2() -> Play:
    return unresolved(1).consult("iro", MANAGER).escalate("iro").alert(MANAGER)


def level_3() -> Play:
    return unresolved(2).consult(MANAGER, HEAD).escalate(MANAGER).alert(HEAD)


def level_4() -> Play:
    return unresolved(3).escalate(HEAD)


def level_5() -> Play:
    return told_in_writing(unresolved(4)).escalate(HEAD)


LEVELS: dict[int, Callable[[], Play]] = {
    1: level_1,
    2: level_2,
    3: level_3,
    4: level_4,
    5: level_5,
}
RAISED_BY = {1: "iro", 2: MANAGER, 3: HEAD, 4: HEAD, 5: HEAD}
ANSWERED_BY = {
    1: "pod-team-manager",
    2: "service-manager",
    3: DELIVERY,
    4: "director",
    5: "chief-executive",
}


def meet(play: Play, level: int) -> Play:
    """The meeting of Level 3 or 4, of both sides."""
    there = [HEAD, ANSWERED_BY[level]]
    return play.does(HEAD, "record meeting", chair=HEAD, attended=there)


def adjudicate(play: Play, role: str) -> Play:
    return play.does(role, "adjudicate", upheld="no", reasons="It stays.")


def answered(level: int, *, at: str = MONDAY) -> Play:
    """Answered at a level as the level asks for it; its alert is of the day of the concern."""
    play, role = LEVELS[level]().at(at), ANSWERED_BY[level]
    if level >= 4:
        return adjudicate(play, role)
    return (meet(play, level) if level == 3 else play).answer(role)


def unresolved(level: int) -> Play:
    return answered(level).judge(RAISED_BY[level], "no", **WRITTEN)


def told_in_writing(play: Play) -> Play:
    about = "going-to-the-chief-executive"
    return play.inform(HEAD, "director", about=about, how="letter")


def advised(play: Play) -> Play:
    """Advice from lawyers and from Cafcass is sought."""
    play.does(HEAD, "seek advice")
    return play.does(HEAD, "seek advice", kind="cafcass", given_by="Cafcass")


def noticed(play: Play) -> Play:
    """The Director and the Chief Executive know in writing of a referral."""
    both = ("director", "chief-executive")
    return play.inform(HEAD, *both, about="a-referral-to-cafcass", how="email")


def refer(play: Play, role: str = HEAD) -> Play:
    return play.does(role, "refer", to="cafcass", **PAPERS)
