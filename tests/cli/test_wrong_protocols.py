"""A protocol file that is wrong: each slip with its line, a sentence and what to write instead."""

from pathlib import Path

import pytest

from tests.cli.running import PROTOCOL, STORY, concord_here

GOOD = PROTOCOL.read_text(encoding="utf-8")
CIRCLE = (
    "The line of managers goes in a circle: reviewing-manager, reviewing-manager "
    "[circle, roles > reviewing-manager > manager]"
)
AFTER_ITSELF = (
    'This stage cannot come only after "step-2", which does not come before it '
    "[only-after, stages 2 > only after]"
)
LABEL = "    label: Step 2\n"

# What stands in the good file, what stands in its place, the line's words, the finding, the hint.
SLIPS = {
    "a key with a slip of the pen": (
        ("title: Example", "titel: Example", "titel: Example"),
        'The key "titel" is not known here [unknown-key, titel]',
        'Did you mean "title"?',
    ),
    "a key that may not be left out": (
        ("title: Example", "titel: Example", "format:"),
        'The key "title" is missing [missing-key, title]',
        'Add "title:"',
    ),
    "a key whose silence has to be written": (
        ("escalating: not stated\n", "", "format:"),
        'The key "escalating" is missing [missing-key, escalating]',
        'Add "escalating:", or write "escalating: not stated" where the document is silent',
    ),
    "a missing clause": (
        ("    clause: EX-STEP-1\n", "", "  - id: step-1"),
        'The key "clause" is missing [missing-key, stages 1 > clause]',
        'Add "clause:"',
    ),
    "silence that leaves nobody": (
        ("raisers: reviewing-officer", "raisers: not stated", "raisers: not"),
        '"raisers" cannot be left at "not stated" [not-stated, raisers]',
        "Concord cannot work without it: write what applies",
    ),
    "an empty list": (
        ("raisers: reviewing-officer", "raisers: []", "raisers: []"),
        '"raisers" names nothing [empty-list, raisers]',
        "Name at least one",
    ),
    "no stages": (
        (GOOD[GOOD.index("stages:") : GOOD.index("ways in:")], "stages: []\n", "stages: []"),
        '"stages" names nothing [empty-list, stages]',
        "Name at least one",
    ),
    "words where a group belongs": (
        ("closing: {clause: EX-END}", "closing: EX-END", "closing:"),
        '"closing" is a group of keys, and "EX-END" is none [wrong-shape, closing]',
        'Write at least "clause:" below it',
    ),
    "nothing where words belong": (
        (LABEL, "    label:\n", "    label:\n"),
        'Nothing is written for "label" [nothing-written, stages 2 > label]',
        "Write it after the colon",
    ),
    "too many words": (
        (LABEL, f"    label: {'x' * 1001}\n", "    label: xxx"),
        "The words have 1,001 characters [too-long, stages 2 > label]",
        "Use 1,000 at most",
    ),
    "neither yes nor no": (
        ("attempt needed: yes", "attempt needed: perhaps", "    attempt needed"),
        '"perhaps" is neither yes nor no [wrong-shape, informal 1 > attempt needed]',
        "Write yes or no",
    ),
    "a word of several lists": (
        ("if none: escalate at once", "if none: explode", "      if none: explode"),
        '"explode" is not one of the words used here [unknown-word, stages 1 > answer > if none]',
        "Use one of: flag it, prompt the raiser, escalate at once, not stated",
    ),
    "one word where a list belongs": (
        ("how: [writing]", "how: writing", "  - {to: cafcass"),
        '"how" is a list, and "writing" is none [wrong-shape, referrals 1 > how]',
        "Write it in [ ], also when there is only one",
    ),
    "an id with spaces": (
        ("  drift: {", "  Drift of plan: {", "  Drift of plan"),
        '"Drift of plan" is not an id [wrong-id, issues > Drift of plan]',
        "An id has small letters, digits and hyphens, and begins with a letter",
    ),
    "one id for two things": (
        ("  - id: step-2", "  - id: step-1", "  - id: step-1\n    label: Step 2"),
        '"step-1" is used for two things; first on line 57 [same-id, stages 2 > id]',
        "Give each its own id",
    ),
    "managers in a circle": (
        (
            "{label: Reviewing manager, side: reviewing, held for: the authority}",
            "{label: Boss, side: reviewing, held for: a team, manager: reviewing-manager}",
            "  reviewing-manager: {",
        ),
        CIRCLE,
        "Leave manager out where the line ends",
    ),
    "a stage after itself": (
        (LABEL, f"{LABEL}    only after: step-2\n", "    only after"),
        AFTER_ITSELF,
        "Name a stage that stands above it",
    ),
    "silence where there is none of them": (
        (GOOD[GOOD.index("duties:") : GOOD.index("closing:")], "duties: not stated\n", "duties:"),
        '"duties" cannot be left at "not stated" [not-stated, duties]',
        "Write duties: [] where there are none",
    ),
    "a kind of advice that is not there": (
        ("    must: inform", "    must: seek advice\n    about: legal", "    about: legal"),
        'There is no kind of advice "legal" [unknown-advice, duties 1 > about]',
        "The file has: none",
    ),
}


def _wrong(tmp_path: Path, text: str) -> list[str]:
    (tmp_path / "wrong.yaml").write_text(text, encoding="utf-8")
    done = concord_here("play", str(STORY), "--protocol", "wrong.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr.splitlines()


@pytest.mark.parametrize(("change", "finding", "hint"), list(SLIPS.values()), ids=list(SLIPS))
def test_a_slip_gives_its_line_a_sentence_and_what_to_write(
    tmp_path: Path, change: tuple[str, str, str], finding: str, hint: str
) -> None:
    old, new, at = change
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    lines = _wrong(tmp_path, text)
    line = text[: text.index(at)].count("\n") + 1
    said = f"wrong.yaml:{line}: error: {finding}"
    assert said in lines, lines
    assert lines[lines.index(said) + 1] == f"  hint: {hint}"


def test_slips_of_all_kinds_come_at_once(tmp_path: Path) -> None:
    text = GOOD
    for old, new in (
        ("within: 5 working days", "within: 5 days"),
        ("kind: written answer", "kind: written anser"),
        ("at: [step-1, step-2]", "at: [step-1, step-3]"),
        ("clause: EX-TELL\n", "clause: EX-TOLD\n"),
        ("chosen: from the first notice", "chosen: from the notice"),
        ("must: inform", "must: inform\n    should: inform"),
        ("title: Example", "titel: Example"),
    ):
        assert old in text
        text = text.replace(old, new, 1)
    ids = [line.rpartition("[")[2].partition(",")[0] for line in _wrong(tmp_path, text)[::2]]
    assert ids == [
        "missing-key",
        "unknown-key",
        "chosen-not-said",
        "unknown-word",
        "wrong-value",
        "unknown-stage",
        "must-or-should",
        "unknown-clause",
    ]


def test_names_are_not_missed_where_the_part_that_defines_them_is_wrong(tmp_path: Path) -> None:
    for wrong, expected in (
        ("\nrolles:", {"missing-key", "unknown-key"}),
        ("\nroles: []\nlabels2:", {"wrong-shape", "unknown-key"}),
    ):
        text = GOOD.replace("\nroles:", wrong)
        lines = _wrong(tmp_path, text)[::2]
        ids = {line.rpartition("[")[2].partition(",")[0] for line in lines if "> " not in line}
        assert ids == expected


def test_a_story_given_for_a_protocol_is_one_finding(tmp_path: Path) -> None:
    lines = _wrong(tmp_path, STORY.read_text(encoding="utf-8"))
    said = "This is a story file, and a protocol file belongs here [wrong-format, format]"
    assert lines == [f"wrong.yaml:2: error: {said}", "  hint: Name a protocol file"]
