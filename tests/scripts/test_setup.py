"""Making the environment: what is there already is left alone."""

from pathlib import Path

import pytest

from scripts import setup


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    requirements = tmp_path / "requirements"
    requirements.mkdir()
    for lock in ("app.lock", "dev.lock", "uv.lock"):
        (requirements / lock).write_text(lock, encoding="utf-8")
    monkeypatch.setattr(setup, "ROOT", tmp_path)


def test_an_empty_place_gets_what_was_asked_for() -> None:
    assert setup.kind_to_install("app", {}) == "app"
    assert setup.kind_to_install("dev", {}) == "dev"


def test_an_environment_made_from_the_same_locks_is_left_alone() -> None:
    assert setup.kind_to_install("app", setup.fingerprint("app")) == ""


def test_an_environment_for_the_tests_serves_the_app_too() -> None:
    assert setup.kind_to_install("app", setup.fingerprint("dev")) == ""


def test_an_environment_for_the_app_does_not_serve_the_tests() -> None:
    assert setup.kind_to_install("dev", setup.fingerprint("app")) == "dev"


@pytest.mark.parametrize("lock", ["app.lock", "uv.lock"])
def test_a_changed_lock_is_installed_anew(tmp_path: Path, lock: str) -> None:
    before = setup.fingerprint("app")
    (tmp_path / "requirements" / lock).write_text("changed", encoding="utf-8")
    assert setup.kind_to_install("app", before) == "app"


def test_an_environment_for_the_tests_stays_one_when_the_app_changes(tmp_path: Path) -> None:
    before = setup.fingerprint("dev")
    (tmp_path / "requirements" / "app.lock").write_text("changed", encoding="utf-8")
    assert setup.kind_to_install("app", before) == "dev"


def test_an_environment_that_was_moved_is_made_anew() -> None:
    moved = {**setup.fingerprint("app"), "root": "elsewhere"}
    assert setup.kind_to_install("app", moved) == "app"


@pytest.mark.parametrize("arguments", [[], ["all"], ["app", "dev"]])
def test_wrong_use_is_said_and_installs_nothing(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert setup.main(arguments) == 2
    assert "Use: setup.py app|dev" in capsys.readouterr().err
