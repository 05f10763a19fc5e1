"""The secret that signs sessions and links, made once when nobody set one."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The secret kept in this folder, readable by its owner only; made at the first call.

    Several processes may start at once: the first to put its file in place decides for all.
    """
    file = folder / "secret-key"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _put_in_place(file, secrets.token_urlsafe(64))
    return file.read_text(encoding="ascii").strip()


def _put_in_place(file: Path, text: str) -> None:
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".secret-")  # mode 0600
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(text)
    with suppress(FileExistsError):
        os.link(draft, file)
    Path(draft).unlink()
