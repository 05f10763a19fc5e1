"""What the settings make of their surroundings, each time in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

NAMES = (
    "ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "CSRF_COOKIE_SECURE", "DEBUG", "SECURE_HSTS_SECONDS",
    "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SECRET_KEY",
)  # fmt: skip
SHOW = f"""
import json
from concord.site import settings
print(json.dumps({{name: getattr(settings, name) for name in {NAMES}}}))
"""


def _started(folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    ours = ("CONCORD_", "DATABASE_URL")
    plain = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    around = {**plain, "CONCORD_VAR": str(folder), **given}
    return subprocess.run(
        [sys.executable, "-c", SHOW], env=around, capture_output=True, text=True, check=False
    )


def _settings(folder: Path, **given: str) -> dict[str, Any]:
    done = _started(folder, **given)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_without_any_setting_it_serves_this_machine_and_shows_no_faults(tmp_path: Path) -> None:
    found = _settings(tmp_path)
    assert not found["DEBUG"]
    assert not found["SESSION_COOKIE_SECURE"]
    assert set(found["ALLOWED_HOSTS"]) == {"localhost", "127.0.0.1", "[::1]"}
    assert found["SECRET_KEY"] == (tmp_path / "secret-key").read_text(encoding="ascii")


def test_behind_an_encrypted_address_cookies_travel_encrypted_only(tmp_path: Path) -> None:
    found = _settings(tmp_path, CONCORD_URL="https://concord.example.org/", CONCORD_HOSTS="a,b")
    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["SECURE_HSTS_SECONDS"] > 0
    assert found["ALLOWED_HOSTS"] == ["concord.example.org", "a", "b"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://concord.example.org"]


def test_a_secret_that_is_set_is_used_and_none_is_made(tmp_path: Path) -> None:
    assert _settings(tmp_path, CONCORD_SECRET_KEY="example")["SECRET_KEY"] == "example"
    assert not (tmp_path / "secret-key").exists()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"CONCORD_DEBUG": "true", "CONCORD_URL": "https://concord.example.org"},
            "CONCORD_DEBUG shows records",
        ),
        ({"CONCORD_URL": "concord.example.org"}, "CONCORD_URL is not an address"),
        ({"CONCORD_DEBUG": "perhaps"}, "CONCORD_DEBUG"),
        ({"DATABASE_URL": "mysql://h/n"}, "DATABASE_URL is not an address"),
    ],
)
def test_a_setting_that_cannot_be_right_stops_the_start(
    tmp_path: Path, given: dict[str, str], sentence: str
) -> None:
    done = _started(tmp_path, **given)
    assert done.returncode != 0
    assert sentence in done.stderr
