"""What is served of the two design systems holds nothing that a council may not show."""

import re
from pathlib import Path

import pytest

VENDOR = Path("src/concord/web/static/vendor")
NOT_OURS = re.compile(
    "crown|crest|logotype|GDS Transport|@font-face|sourceMappingURL", re.IGNORECASE
)
KINDS = {".css", ".js", ".svg", ".txt"}


def served() -> list[Path]:
    return sorted(path for path in VENDOR.rglob("*") if path.is_file())


def test_only_style_sheets_scripts_and_drawings_are_served() -> None:
    assert len(served()) > 5
    assert {path.suffix for path in served()} == KINDS


@pytest.mark.parametrize("path", [p for p in served() if p.suffix != ".txt"], ids=str)
def test_no_typeface_crown_crest_or_logotype_is_served(path: Path) -> None:
    assert NOT_OURS.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [p for p in served() if p.suffix == ".css"], ids=str)
def test_every_picture_that_a_style_sheet_asks_for_lies_beside_it(path: Path) -> None:
    asked = re.findall(r'url\("?([^")]+)"?\)', path.read_text(encoding="utf-8"))
    assert [name for name in asked if not (path.parent / name).is_file()] == []


def test_both_licences_are_kept() -> None:
    kept = (VENDOR / "LICENCES.txt").read_text(encoding="utf-8")
    holders = ("Crown Copyright (Government Digital Service)", "Ministry of Justice\n")
    assert [holder for holder in holders if holder not in kept] == []
    assert "this permission notice shall be included" in kept
