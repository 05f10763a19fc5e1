"""concord check tells what a protocol means, with clause, line and way."""

import json
import re
from pathlib import Path

from concord.core.protocol.shipped import shipped, shipped_ids, shipped_text
from tests.cli.running import PROTOCOL, concord, concord_here
from tests.support.tree import ROOT

CHECKS = ROOT / "src" / "concord" / "core" / "workshop" / "check"


def test_a_protocol_that_can_work_is_no_failure() -> None:
    done = concord("check", "bristol")
    assert (done.returncode, done.stderr) == (0, "")
    assert "0 errors, 3 warnings" in done.stdout
    assert "0 are left for judging" in " ".join(done.stdout.split())


def test_a_finding_has_its_clause_its_line_and_its_way() -> None:
    (checked,) = json.loads(concord_here("check", "bristol", "--json").stdout)["protocols"]
    found = next(each for each in checked["findings"] if each["id"] == "total-broken")
    line = shipped_text("bristol").splitlines()[found["line"] - 1]
    assert (line.strip(), found["clause"]) == ("within: 20 working days", "BRI-TOTAL-20")
    assert [found["way"][0]["working_day"], found["way"][-1]["working_day"]] == [0, 21]
    assert found["way"][-1]["date"] == "2026-06-30"


def test_an_error_is_a_failure(tmp_path: Path) -> None:
    text = PROTOCOL.read_text(encoding="utf-8")
    raiser = re.search(r"^raisers: \[?([a-z-]+)", text, re.MULTILINE)
    assert raiser
    broken = re.sub(r"(answer:\s+by: )[a-z-]+", rf"\g<1>{raiser[1]}", text, count=1)
    assert broken != text
    draft = tmp_path / "draft.yaml"
    draft.write_text(broken, encoding="utf-8")
    done = concord_here("check", "draft.yaml", "bristol", cwd=tmp_path)
    assert done.returncode == 1
    assert "[answers-own-challenge]" in done.stdout
    assert "bristol:" in done.stdout


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    draft.write_text("format: concord protocol 1\ntitle: [", encoding="utf-8")
    done = concord_here("check", "draft.yaml", "bristol", cwd=tmp_path)
    assert done.returncode == 1
    assert "draft.yaml:" in done.stderr
    assert "bristol:" in done.stdout


def test_an_unknown_protocol_is_wrong_use() -> None:
    done = concord_here("check", "bristle")
    assert done.returncode == 2
    assert 'Did you mean "bristol"?' in done.stderr


def test_what_becomes_of_the_clauses_is_counted_and_none_is_left_out() -> None:
    names = list(shipped_ids())
    done = concord_here("check", *names)
    lines = [line for line in done.stdout.splitlines() if " clauses: " in line]
    assert len(lines) == len(names) == 5
    for line, name in zip(lines, names, strict=True):
        many = len(shipped(name).clauses)
        assert re.fullmatch(
            rf"{many} clauses: \d+ a rule here, \d+ a duty of a person, \d+ not modelled, "
            "0 unaccounted",
            line,
        )


def test_the_document_is_listed_clause_by_clause_with_the_lines_of_its_rules() -> None:
    listed = " ".join(concord_here("check", "bristol", "--clauses").stdout.split())
    for each in shipped("bristol").sections:
        assert f"{each.number} {each.heading} clause" in listed or each.parts
    for name, clause in shipped("bristol").clauses.items():
        assert f"clause {clause.place} ({name}) says {clause.says}" in listed
    line = int(re.findall(r"rule closing > reconvene clause \(line (\d+)\)", listed)[0])
    assert shipped_text("bristol").splitlines()[line - 1].strip() == (
        "reconvene clause: BRI-RECONVENE"
    )
    assert "duty of Independent Reviewing Officer shown by Each contact is an entry" in listed
    assert "not here Concord does not make reports yet." in listed


def test_a_document_that_is_not_laid_out_is_listed_too() -> None:
    older = ROOT / "tests" / "golden" / "southampton-without-sections.yaml"
    done = concord_here("check", str(older), "--clauses")
    assert "[not-laid-out]" in done.stdout
    assert "\nClauses\n  clause     Introduction (SOU-GROUNDS)\n" in done.stdout


def test_the_clauses_as_data_add_up() -> None:
    done = concord_here("check", "lambeth", "--clauses", "--json")
    (checked,) = json.loads(done.stdout)["protocols"]
    found = checked["clauses"]
    kinds = ("rule", "duty", "not_modelled", "unaccounted")
    assert sum(found[kind] for kind in kinds) == found["total"] == len(found["each"])
    assert found["unaccounted"] == 0
    for each in found["each"]:
        assert bool(each["rules"]) is (each["account"] == "rule")
        assert bool(each["shown_by"]) is (each["account"] == "duty")
        assert bool(each["not_modelled"]) is (each["account"] == "not_modelled")


def test_the_page_about_findings_says_what_each_means() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in CHECKS.glob("*.py"))
    made = set(re.findall(r'Meant\(\s*"([a-z0-9-]+)"', code))
    page = (ROOT / "docs" / "reference" / "findings.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([a-z0-9-]+)`", page, re.MULTILINE))
    assert len(made) > 15
    assert made == told
