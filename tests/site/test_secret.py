"""The secret that nobody set."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from concord.site.secret import secret_key


def test_the_secret_is_made_once_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    assert secret_key(folder) == secret_key(folder)
    assert len(secret_key(folder)) >= 64


def test_only_its_owner_reads_the_secret(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    secret_key(folder)
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_processes_that_start_together_agree_on_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(secret_key, [tmp_path] * 64))
    assert len(made) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["secret-key"]
