"""A new version of the protocol: uploaded, checked, compared, put into force by two, moved to."""

from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from concord.core.protocol.shipped import shipped_text
from tests.journeys.screen import Screen, Typed
from tests.journeys.walking import RAISED, Walk
from tests.support.chromium import DESKTOP, PHONE
from tests.support.versions import FIVE, KEEPER, SECOND, SEVEN

CONCERN: dict[str, Typed] = {
    "Kinds of concern": ("Drift or delay in carrying out the care plan",),
    "What you are concerned about": "The plan does not move.",
    "The outcome you want for the child": "A date.",
    "The date by which it should be resolved": date(2026, 3, 6),
    "Who you raise it with": ("Social worker",),
}
AT_STAGE_1 = "At Stage 1: issue the Management Alert now"


def test_a_version_comes_into_force_and_one_running_dispute_is_moved(
    screen: Screen, tmp_path: Path
) -> None:
    walk = Walk.under("bristol", screen)
    walk.at("2026-03-02 10:00")
    old = _raises(walk, "9 Mar 2026")
    _keeper_uploads_and_compares(walk, tmp_path)
    _keeper_proposes(walk)
    _second_person_approves(walk)
    walk.at("2026-03-04 10:00")
    _raises(walk, "13 Mar 2026")
    walk.goes("iro")
    walk.opens(old)
    walk.sees("9 Mar 2026")
    _keeper_moves(walk, old)


def _raises(walk: Walk, due: str) -> str:
    walk.goes("iro")
    walk.raises(CONCERN, AT_STAGE_1)
    walk.says_what_came_before(
        {
            "Who you talked with": ("Social worker",),
            "What was said": "There is no date.",
        }
    )
    walk.confirms(RAISED)
    walk.sees("Stage 1", due)
    return walk.where


def _keeper_uploads_and_compares(walk: Walk, folder: Path) -> None:
    walk.goes(KEEPER)
    walk.opens("/protocol")
    walk.follows("What the check finds in it")
    walk.sees("0 are left for judging and escalating", "warnings")
    walk.opens("/protocol")
    walk.follows("Versions")
    walk.presses("Upload a version")
    wrong, right = folder / "wrong.yaml", folder / "draft.yaml"
    text = shipped_text("bristol")
    wrong.write_text(text.replace("within: 5 working", "within: five working", 1))
    right.write_text(text.replace(FIVE, SEVEN, 1))
    walk.page.get_by_label("A protocol file").set_input_files(wrong)
    walk.presses("Upload and check")
    line = text[: text.index("within: 5 working")].count("\n") + 1
    walk.sees("Nothing was saved", f"Line {line}:")
    walk.page.get_by_label("A protocol file").set_input_files(right)
    walk.presses("Upload and check")
    expect(walk.page.get_by_text("Kept as a draft")).to_be_visible()
    walk.sees("What the check finds", "Draft")
    walk.follows("Try it out on disputes")
    walk.sees("Answers that come too late", "None of it is measured")
    walk.fills({"Resolved by talking, in per cent": "0"})
    walk.presses("Try it out")
    walk.sees("Talking resolves 0 %")
    walk.page.set_viewport_size(PHONE)
    walk.looks()
    walk.page.set_viewport_size(DESKTOP)
    walk.comes_by(walk.page.get_by_role("link", name="Version").first)
    walk.follows("Compare it with the version in force")
    walk.sees("1 difference", "5 working days", "7 working days", "Marked on the drawing")
    walk.page.set_viewport_size(PHONE)
    walk.looks()
    walk.page.get_by_text("The drawing in words").click()
    walk.sees("Changed in this version", "Before: 5 working days")


def _keeper_proposes(walk: Walk) -> None:
    walk.opens("/protocol/versions")
    walk.follows("Dispute Resolution Protocol")
    walk.follows("Propose to put it into force")
    walk.fills(
        {
            "The day from which it is in force": date(2026, 3, 4),
            "Why this version comes into force": "The partnership agreed it.",
        }
    )
    walk.presses("Propose it")
    expect(walk.page.get_by_text("Proposed. A second person")).to_be_visible()
    walk.sees("Proposed from 4 March 2026")
    walk.follows("Look at the proposal")
    walk.sees("You made this proposal")
    walk.sees_not("Approve it")


def _second_person_approves(walk: Walk) -> None:
    walk.goes(SECOND)
    walk.opens("/protocol")
    walk.follows("Versions")
    walk.follows("Look at the proposal, approve it or end it")
    walk.sees("Wednesday 4 March 2026", "1 difference", "The partnership agreed it.")
    walk.presses("Approve it")
    walk.sees("In force from 4 March 2026", "approved that version")


def _keeper_moves(walk: Walk, dispute: str) -> None:
    walk.goes(KEEPER)
    walk.opens("/protocol/versions")
    walk.follows("See which could move")
    walk.sees("2 dates would change")
    walk.follows("See the dates")
    walk.sees("9 March 2026", "11 March 2026", "Changes", "Stays")
    walk.fills(
        {
            "Why it is moved": "The social worker is away until 10 March.",
            "Your full name, as your signature": walk.cast.people[KEEPER].name,
        }
    )
    walk.presses("Sign and move it")
    expect(walk.page.get_by_text("Moved to the version in force")).to_be_visible()
    walk.sees("11 Mar 2026", "moved it to another version of the protocol and signed it")
    walk.opens("/protocol/moves")
    walk.sees("There is none that could move")
    walk.goes("social-worker")
    walk.opens(dispute)
    walk.sees("11 Mar 2026")
