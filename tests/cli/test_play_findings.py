"""concord play with files that are wrong: each finding with its line, a sentence and a hint."""

import json
from pathlib import Path

import pytest

from concord.core.files.source import LONGEST_FILE
from tests.cli.running import PROTOCOL, STORY, Done, concord, concord_here

HEAD = """format: concord story 1
title: A story that is wrong
protocol: protocol.yaml
acts:
"""
RAISE = """  - at: 2026-11-17 09:30
    by: reviewing-officer
    raise concern: {concern: No visits., outcome sought: A visit.}
"""


def _play(tmp_path: Path, story: str | bytes, *more: str) -> Done:
    (tmp_path / "protocol.yaml").write_bytes(PROTOCOL.read_bytes())
    content = story.encode() if isinstance(story, str) else story
    (tmp_path / "story.yaml").write_bytes(content)
    return concord_here("play", "story.yaml", *more, cwd=tmp_path)


def _example_with(old: str, new: str) -> str:
    text = STORY.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} has to stand in the example once"
    return text.replace(old, new)


WRONG_STORIES: dict[str, tuple[str | bytes, str]] = {
    "an unknown key": (
        HEAD.replace("title:", "titel:") + RAISE,
        'story.yaml:2: error: The key "titel" is not known here [unknown-key, titel]',
    ),
    "a key twice": (
        HEAD + RAISE + "title: Again\n",
        'story.yaml:8: error: The key "title" stands here a second time; first on line 2 [dup',
    ),
    "an unknown act": (
        HEAD + RAISE.replace("raise concern", "rise concern"),
        'story.yaml:7: error: There is no act "rise concern" [unknown-act',
    ),
    "an unknown field": (
        HEAD + RAISE.replace("outcome sought", "outcome"),
        'story.yaml:7: error: "outcome" is not asked for in "raise concern" [unknown-field',
    ),
    "a field that the decision fills in": (
        HEAD + RAISE.replace("outcome sought: A visit.", "tier: talk"),
        'story.yaml:7: error: "tier" is not asked for in "raise concern" [unknown-field',
    ),
    "words where fields belong": (
        HEAD + RAISE.replace("{concern: No visits., outcome sought: A visit.}", "no visits"),
        'story.yaml:7: error: Words cannot stand after "raise concern:" [not-fields',
    ),
    "two acts in one": (
        HEAD + RAISE + "    time passes:\n",
        "story.yaml:5: error: There are 2 acts here, not one: raise concern, time passes [one-act",
    ),
    "an act without its person": (
        HEAD + RAISE.replace("    by: reviewing-officer\n", ""),
        'story.yaml:5: error: The key "by" is missing [missing-key, acts 1]',
    ),
    "an unknown person": (
        HEAD + RAISE.replace("reviewing-officer", "revewing-officer"),
        'story.yaml:6: error: This protocol knows nobody called "revewing-officer" [unknown-per',
    ),
    "an unknown person in a field": (
        HEAD + RAISE.replace("{", "{raised with: the boss, "),
        'story.yaml:7: error: This protocol knows nobody called "the boss" [unknown-person',
    ),
    "a day that does not exist": (
        HEAD + RAISE.replace("2026-11-17 09:30", "2026-02-30"),
        "story.yaml:5: error: There is no day 2026-02-30 [wrong-value, acts 1 > at]",
    ),
    "a day in a field that does not exist": (
        HEAD + RAISE.replace("{", "{respond by: 2026-02-30, "),
        'story.yaml:7: error: "2026-02-30" is not a date [not-a-date',
    ),
    "a day that nobody can mean": (
        HEAD + RAISE.replace("{", "{respond by: 9999-12-31, "),
        "story.yaml:7: error: 9999-12-31 is too far away [far-away",
    ),
    "an act before the one before": (
        HEAD + RAISE + "  - {at: 2026-11-16, time passes: }\n",
        "story.yaml:8: error: This act is earlier than the one before [backwards, acts 2]",
    ),
    "a control character": (
        HEAD.replace("wrong", "wro\x07ng") + RAISE,
        "story.yaml:2: error: There is a character here that cannot be stored (U+0007)",
    ),
    "a control character in disguise": (
        HEAD + RAISE.replace("No visits.", '"No \\e[31m visits."'),
        "story.yaml:7: error: There is a character here that cannot be stored (U+001B)",
    ),
    "over-long words": (
        HEAD + RAISE.replace("No visits.", "x" * 20_001),
        "story.yaml:7: error: The text has 20,001 characters [wrong-text",
    ),
    "a line that is too long": (
        HEAD.replace("A story that is wrong", "x" * 301) + RAISE,
        "story.yaml:2: error: The line has 301 characters [wrong-value, title]",
    ),
    "a list that does not end": (
        HEAD + RAISE.replace("}", ""),
        "story.yaml:7: error: The bracket that is opened here is not closed, or a comma is",
    ),
    "quotation marks that do not end": (
        HEAD.replace("title: A", 'title: "A') + RAISE,
        "story.yaml:2: error: The quotation marks that are opened here are not closed [not-yaml]",
    ),
    "a tab": (
        HEAD + RAISE + "\t- at: 2026-11-18\n",
        "story.yaml:8: error: There is a tab here [not-yaml]",
    ),
    "a colon among words": (
        HEAD.replace("A story", "A story: one") + RAISE,
        "story.yaml:2: error: There is a colon here where none can stand [not-yaml]",
    ),
    "a line that begins too early": (
        HEAD + RAISE.replace("    by:", "   by:"),
        "story.yaml:6: error: This line is not indented like the lines that it belongs to [not-",
    ),
    "two documents": (
        HEAD + RAISE + "---\n" + HEAD,
        "story.yaml:8: error: A second document begins here, with three hyphens [not-yaml]",
    ),
    "no acts": (HEAD.replace("acts:", "acts: []"), "story.yaml:4: error: The story has no acts"),
    "a word where acts belong": (
        HEAD.replace("acts:", "acts: none"),
        'story.yaml:4: error: "acts" is a list, and "none" is none [wrong-shape, acts]',
    ),
    "words where a number belongs": (
        HEAD + RAISE + "ends: {working days used: five}\n",
        'story.yaml:8: error: "five" is not a whole number [wrong-shape, ends > working days used]',
    ),
    "a list where words belong": (
        HEAD + RAISE.replace("No visits.", "[No visits.]"),
        "story.yaml:7: error: A list does not fit here [wrong-value, acts 1 > raise concern > con",
    ),
    "a year that nobody can mean": (
        HEAD + RAISE.replace("2026-11-17", "0001-01-01"),
        "story.yaml:5: error: 0001-01-01 is too far away [wrong-value, acts 1 > at]",
    ),
    "nothing that is done": (
        HEAD + "  - at: 2026-11-17\n    by: reviewing-officer\n",
        "story.yaml:5: error: Nothing is done here [one-act, acts 1]",
    ),
    "a protocol file": (
        PROTOCOL.read_text(encoding="utf-8"),
        "story.yaml:3: error: This is a protocol file, and a story file belongs here [wrong-form",
    ),
    "an anchor": (
        HEAD.replace("title: ", "title: &a ") + RAISE,
        "story.yaml:2: error: Anchors and aliases (& and *) are not used here [anchor]",
    ),
    "an unknown stage at the end": (
        HEAD + RAISE + "ends: {stage: step-3}\n",
        'story.yaml:8: error: This protocol has no stage "step-3" [unknown-stage, ends]',
    ),
    "a protocol that is not there": (
        HEAD.replace("protocol.yaml", "gone.yaml") + RAISE,
        'story.yaml:3: error: There is no file "gone.yaml" [no-protocol, protocol]',
    ),
    "a protocol that nobody knows": (
        HEAD.replace("protocol.yaml", "nobody") + RAISE,
        'story.yaml:3: error: There is no protocol "nobody" [no-protocol, protocol]',
    ),
    "no words at all": ("", "story.yaml:1: error: The file says nothing [empty-file]"),
    "no text at all": (b"\x89PNG\n\x1a\n\xff\x00", "story.yaml:1: error: The file is no text in"),
    "text of another kind": ("Dear all,\n", "story.yaml:1: error: The file does not begin with"),
    "words without an end": (
        "x" * (LONGEST_FILE + 1),
        "story.yaml:1: error: The file has more than 400,000 characters [file-too-long]",
    ),
}


@pytest.mark.parametrize(
    ("story", "finding"), list(WRONG_STORIES.values()), ids=list(WRONG_STORIES)
)
def test_a_wrong_story_gives_its_place_a_sentence_and_one(
    tmp_path: Path, story: str | bytes, finding: str
) -> None:
    done = _play(tmp_path, story)
    assert done.returncode == 1, done.stderr
    assert any(line.startswith(finding) for line in done.stderr.splitlines()), done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("wrong", ["an unknown key", "no text at all", "no words at all"])
def test_a_wrong_story_ends_the_process_with_one(tmp_path: Path, wrong: str) -> None:
    story, finding = WRONG_STORIES[wrong]
    (tmp_path / "story.yaml").write_bytes(story if isinstance(story, bytes) else story.encode())
    done = concord("play", "story.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert finding in done.stderr


def test_all_findings_come_at_once_in_the_order_of_their_lines(tmp_path: Path) -> None:
    story = HEAD.replace("title", "titel") + RAISE.replace("outcome sought", "outcome")
    lines = [line for line in _play(tmp_path, story).stderr.splitlines() if "error" in line]
    assert [line.split(": ")[0] for line in lines] == [
        "story.yaml:1",
        "story.yaml:2",
        "story.yaml:7",
    ]


def test_names_that_are_not_there_come_together_with_what_cannot_be_read(tmp_path: Path) -> None:
    story = (
        HEAD.replace("title", "titel")
        + RAISE.replace("{", "{raised with: the boss, respond by: soon, ")
        + RAISE.replace("by: reviewing-officer", "by: nobody")
        + "ends: {stage: step-9}\n"
    )
    lines = [line for line in _play(tmp_path, story).stderr.splitlines() if "error" in line]
    assert [line.rpartition("[")[2].partition(",")[0] for line in lines] == [
        "missing-key",
        "unknown-key",
        "not-a-date",
        "unknown-person",
        "unknown-stage",
    ]


def test_a_protocol_that_is_not_there_comes_together_with_what_is_wrong(tmp_path: Path) -> None:
    story = HEAD.replace("title", "titel").replace("protocol.yaml", "brostol") + RAISE
    wrong = _play(tmp_path, story).stderr
    assert "[unknown-key, titel]" in wrong
    assert 'Did you mean "bristol"? The name of a file ends with .yaml' in wrong


def test_a_character_that_cannot_be_stored_is_told_once(tmp_path: Path) -> None:
    done = _play(tmp_path, HEAD + RAISE.replace("No visits.", '"No \\a visits."'))
    assert done.stderr.count("error:") == 1


def test_where_there_are_too_many_findings_the_rest_are_counted(tmp_path: Path) -> None:
    story = HEAD + RAISE.replace("raise concern", "rise concern") * 53
    lines = [line for line in _play(tmp_path, story).stderr.splitlines() if "hint" not in line]
    assert len(lines) == 51
    assert lines[-1] == "story.yaml: note: There are 3 more findings [more-findings]"


def test_no_finding_speaks_of_the_insides_of_the_program(tmp_path: Path) -> None:
    for name, (story, _) in WRONG_STORIES.items():
        wrong = _play(tmp_path, story).stderr
        for word in (
            "Input should",
            "valid",
            "dictionary",
            "tuple",
            "token",
            "mapping values",
            "None",
        ):
            assert word not in wrong, f"{name}: {wrong}"


def test_findings_are_data_too(tmp_path: Path) -> None:
    done = _play(tmp_path, HEAD + RAISE.replace("outcome sought", "outcome"), "--json")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["file"], finding["line"], finding["id"]) == ("story.yaml", 7, "unknown-field")
    assert finding["hint"] == 'Did you mean "outcome sought"?'


def test_an_act_out_of_turn_is_a_finding_after_the_whole_story(tmp_path: Path) -> None:
    story = _example_with("    expect: informal-first\n", "")
    done = _play(tmp_path, story)
    assert done.returncode == 1
    assert done.stderr == (
        "story.yaml:14: error: No informal attempt with the team manager is on the record "
        "[informal-first, acts 2 > issue alert]\n"
        "  hint: Record the conversation in which you tried to resolve it informally\n"
    )
    assert done.stdout.endswith("8 acts, 7 accepted, 1 refused. 1 finding\n")


def test_an_act_of_somebody_else_is_refused_with_whose_it_is(tmp_path: Path) -> None:
    story = _example_with("by: head-of-service\n    answer", "by: team-manager\n    answer")
    done = _play(tmp_path, story)
    assert (
        "error: This step is for the head of service [not-your-part, acts 6 > answer]"
        in done.stderr
    )


def test_an_expectation_that_does_not_hold_is_a_finding(tmp_path: Path) -> None:
    story = _example_with("working days used: 12", "working days used: 11")
    done = _play(tmp_path, story)
    assert done.returncode == 1
    assert "error: The story expects working days used 11 at the end, and it is 12" in done.stderr


def test_a_refusal_of_another_kind_than_expected_is_a_finding(tmp_path: Path) -> None:
    done = _play(tmp_path, _example_with("expect: informal-first", "expect: on-hold"))
    assert done.returncode == 1
    assert "[not-as-expected, acts 2 > issue alert > expect]" in done.stderr
    assert 'refused with "informal-first", and the story expects "on-hold"' in done.stderr


def test_an_act_that_is_accepted_against_expectation_is_a_finding(tmp_path: Path) -> None:
    done = _play(tmp_path, HEAD + RAISE.replace("    raise", "    expect: refused\n    raise"))
    assert done.returncode == 1
    assert 'error: It was accepted, and the story expects "refused"' in done.stderr


def test_a_date_beyond_the_known_bank_holidays_is_a_named_refusal(tmp_path: Path) -> None:
    later = STORY.read_text(encoding="utf-8").replace("2026-", "2031-")
    done = _play(tmp_path, later, "--json")
    assert done.returncode == 1
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["id"], finding["path"]) == ("beyond-calendar", "acts 4 > issue alert")
    assert len(json.loads(done.stdout)["acts"]) == 3


def test_a_wrong_protocol_file_is_named_with_its_own_line(tmp_path: Path) -> None:
    wrong = PROTOCOL.read_text(encoding="utf-8").replace("within: 5 working days", "within: 5 days")
    (tmp_path / "wrong.yaml").write_text(wrong, encoding="utf-8")
    done = _play(tmp_path, HEAD + RAISE, "--protocol", "wrong.yaml")
    assert done.returncode == 1
    line = wrong.splitlines().index("      within: 5 days") + 1
    assert done.stderr.startswith(f'wrong.yaml:{line}: error: "5 days" does not say which days')


def test_a_protocol_without_its_stages_says_so(tmp_path: Path) -> None:
    wrong = PROTOCOL.read_text(encoding="utf-8").replace("\nstages:", "\nsteps:")
    (tmp_path / "wrong.yaml").write_text(wrong, encoding="utf-8")
    done = _play(tmp_path, HEAD + RAISE, "--protocol", "wrong.yaml")
    assert done.returncode == 1
    assert 'error: The key "stages" is missing [missing-key, stages]' in done.stderr
    assert 'error: The key "steps" is not known here [unknown-key, steps]' in done.stderr


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("gone.yaml", 'concord: There is no file "gone.yaml"'),
        (".", 'concord: "." is a folder, not a file'),
        ("x" * 300, f'concord: "{"x" * 300}" cannot be read'),
    ],
)
def test_a_file_that_cannot_be_opened_is_wrong_use(
    tmp_path: Path, file: str, sentence: str
) -> None:
    done = concord("play", file, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == sentence
