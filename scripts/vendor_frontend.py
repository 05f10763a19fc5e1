"""Make src/concord/web/static/vendor from the two design systems' published packages.

Needs npm, and only here: Concord serves the files this leaves behind. It takes the minified style
sheet and script of each package, drops what only GOV.UK and the Ministry of Justice may show (their
typeface, crowns, crests and logotypes), looks for the remaining pictures beside the style sheet and
removes the source map lines. After changing a version, do it again:

    python scripts/vendor_frontend.py
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "src/concord/web/static/vendor"

SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
RULE = re.compile(r"(?:^|(?<=[{};]))([^{};]+)\{([^{}]*)\}")
EMPTY_BLOCK = re.compile(r"@(?:media|supports)[^{};]*\{\}")
ASSET = re.compile(r"url\(/assets/images/([\w.-]+)\)")
NOT_OURS = re.compile(r"crown|crest|logotype|logo-dot|copyright-logo|probation-|pds-header")


@dataclass(frozen=True, slots=True)
class Package:
    """One published package: what it is, the archive's digest, and where its built files lie."""

    name: str
    version: str
    sha256: str
    folder: str
    built: str
    stem: str


PACKAGES = (
    Package(
        name="govuk-frontend",
        version="6.6.0",
        sha256="52c4eb554e54d8a6e4ba801e9da5ec3a5b930fd2f117a39677f0b6296e954751",
        folder="govuk",
        built="package/dist/govuk",
        stem="govuk-frontend",
    ),
    Package(
        name="@ministryofjustice/frontend",
        version="11.1.0",
        sha256="9ec6ccf0739cefee1fdc663ca61387204dcf3fd9bfcfafa8b9159d993f38984b",
        folder="moj",
        built="package/moj",
        stem="moj-frontend",
    ),
)


def clean_script(script: str) -> str:
    """The script without its source map line."""
    return SOURCE_MAP.sub("", script).rstrip() + "\n"


def clean_style(style: str) -> str:
    """The style sheet without their typeface and marks, with its pictures beside it."""
    style = FONT_FACE.sub("", SOURCE_MAP.sub("", style))
    style = style.replace("GDS Transport,arial,sans-serif", "var(--concord-font,arial,sans-serif)")
    style = RULE.sub(_rule_without_marks, style)
    style = EMPTY_BLOCK.sub("", style)
    return ASSET.sub(r'url("images/\1")', style).rstrip() + "\n"


def _rule_without_marks(match: re.Match[str]) -> str:
    selectors, body = match.groups()
    kept = [selector for selector in selectors.split(",") if not NOT_OURS.search(selector)]
    return f"{','.join(kept)}{{{body}}}" if kept else ""


def vendor(package: Package, work: Path) -> None:
    """Fetch one package, check its digest and write its cleaned files under the vendor folder."""
    built = _unpacked(package, work) / package.built
    target = VENDOR / package.folder
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    style = clean_style((built / f"{package.stem}.min.css").read_text(encoding="utf-8"))
    script = clean_script((built / f"{package.stem}.min.js").read_text(encoding="utf-8"))
    (target / f"{package.stem}.min.css").write_text(style, encoding="utf-8")
    (target / f"{package.stem}.min.js").write_text(script, encoding="utf-8")
    for picture in sorted(set(re.findall(r'url\("images/([\w.-]+)"\)', style))):
        (target / "images").mkdir(exist_ok=True)
        shutil.copyfile(built / "assets/images" / picture, target / "images" / picture)


def _unpacked(package: Package, work: Path) -> Path:
    folder = work / package.folder
    folder.mkdir()
    asked = f"{package.name}@{package.version}"
    subprocess.run(["npm", "pack", "--silent", asked], cwd=folder, check=True, stdout=sys.stderr)
    (archive,) = folder.glob("*.tgz")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise SystemExit(f"{asked}: the archive's sha256 is {digest}, not {package.sha256}")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return folder


def main() -> None:
    """Vendor every package."""
    with tempfile.TemporaryDirectory() as work:
        for package in PACKAGES:
            vendor(package, Path(work))
            print(f"{package.name} {package.version} -> {VENDOR / package.folder}")


if __name__ == "__main__":
    main()
