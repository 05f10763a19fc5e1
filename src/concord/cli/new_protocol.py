"""concord new-protocol: a file to write one's own protocol in, and its schema for editors."""

import argparse
import re
from pathlib import Path
from shlex import quote

from concord.cli.files import write_text
from concord.cli.find_protocol import text_named
from concord.cli.out import say
from concord.cli.use import WrongUse
from concord.core.protocol.writing import SCHEMA_NAME, begun_from, new_protocol, schema_text

DESCRIPTION = """Begin a protocol file of your own: a small made-up procedure with a remark for
each part, to write over, or a copy of another protocol. Beside it comes the schema by which an
editor completes and explains the keys. The file's name becomes the protocol's id."""
EXAMPLES = """Examples:
  concord new-protocol our-council.yaml
  concord new-protocol our-council.yaml --from unnamed-004"""

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument("file", metavar="FILE", type=Path, help="its name ends with .yaml")
    parser.add_argument(
        "--from",
        dest="begin_with",
        metavar="PROTOCOL",
        help="copy this shipped protocol, or this file, instead of the made-up one",
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(args: argparse.Namespace) -> int:
    """Write both files; raises WrongUse for a file that is there or cannot be written."""
    file: Path = args.file
    if file.suffix != ".yaml":
        raise WrongUse(f'"{file}" is no name for a protocol file', f'Name it "{file.stem}.yaml"')
    text = new_protocol() if args.begin_with is None else text_named(args.begin_with)
    write_text(file, begun_from(text, protocol_id=_id_of(file)), over=args.force)
    write_text(file.with_name(SCHEMA_NAME), schema_text(), over=True)
    say(f"Begun: {file}")
    say(f"For your editor: {file.with_name(SCHEMA_NAME)}")
    say(f"Next: concord check {quote(str(file))}")
    return 0


def _id_of(file: Path) -> str:
    """The id of a protocol that is written in a file: its name, as ids are written."""
    name = _NOT_IN_IDS.sub("-", file.stem.lower()).strip("-")[:_LONGEST_ID].rstrip("-")
    return name if name[:1].isalpha() else f"protocol-{name}".rstrip("-")
