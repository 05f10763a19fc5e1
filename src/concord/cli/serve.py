"""concord serve: the whole service, pages and background work, in one go."""

import argparse
import os
import sys
from ipaddress import ip_address
from itertools import groupby

from django.conf import settings

from concord.casework.examples.there import SIGN_IN_WORD, ExamplePerson, example_people
from concord.cli.out import Style, complain, page, say
from concord.cli.prepare import prepare
from concord.cli.processes import Together, is_free, our_command, together
from concord.cli.use import WrongUse

DESCRIPTION = """Run the service: bring the database and the static files up to date, load the
example data once where there is nothing else, then serve the pages and do the background work until
Ctrl-C or SIGTERM. When one of the two ends by itself, so does the other."""
EXAMPLES = """Examples:
  concord serve
  concord serve --port 9000
  CONCORD_EXAMPLES=no concord serve --host 0.0.0.0"""

_FIRST_PAGE = "/sign-in"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell the parser what can be given."""
    parser.add_argument(
        "--port", type=_port, default=8000, help="the port to listen on (8000 when left out)"
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on (127.0.0.1, this machine only, when left out)",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError("give a number from 1 to 65535")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Serve until it is stopped; 1 when a part of it ended by itself."""
    if not is_free(args.host, args.port):
        hint = f"Choose another: make run PORT={args.port + 1}"
        raise WrongUse(f"Port {args.port} of {args.host} cannot be listened on", hint)
    with together() as group:
        ended = _serve(group, args)
    if ended:
        complain(
            f"The {ended} ended by itself, so everything was stopped", "Its last lines say why"
        )
        return 1
    say("Stopped")
    return 0


def _serve(group: Together, args: argparse.Namespace) -> str:
    """Everything in its order. Out: the part that ended by itself, or nothing."""
    if not prepare(group):
        return group.ended()
    environment = {"CONCORD_URL": _address(args)}
    group.start("web server", _web_command(args, group.lifeline), environment)
    reach = reached_at(args.host)
    if group.wait_for_page(reach, args.port, path=_FIRST_PAGE):
        # Only now: whoever starts the service waits for the first page, and for nothing else.
        work = our_command("work", "--beside", str(os.getpid()))
        group.start("background work", work, environment)
        _say_where(args)
    return group.wait()


def _address(args: argparse.Namespace) -> str:
    return os.environ.get("CONCORD_URL") or f"http://localhost:{args.port}"


def _web_command(args: argparse.Namespace, lifeline: int) -> list[str]:
    # Of connections it may have many more: browsers hold theirs open between requests.
    threads = str(2 * (os.cpu_count() or 1) + 1)
    options = {
        "--interface": "wsgi",
        "--host": args.host,
        "--port": str(args.port),
        "--workers": "1",
        "--blocking-threads": threads,
        "--log-level": "warning",
    }
    given = [part for each in options.items() for part in each]
    server = [sys.executable, "-m", "concord.cli.web_server", str(lifeline)]
    return [*server, *given, "--no-ws", "concord.site.wsgi:application"]


def _say_where(args: argparse.Namespace) -> None:
    out = page()
    people = example_people() if settings.CONCORD_EXAMPLES else ()
    if people:
        say_who(people)
    out.line()
    out.line(f"Concord is at {_address(args)}", Style.BOLD)
    out.line("Ctrl-C stops it")
    sys.stdout.flush()


def reached_at(host: str) -> str:
    """Where this machine itself reaches a server that listens on a host, which can be all of its
    addresses.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not address.is_unspecified:
        return host
    return "::1" if address.version == 6 else "127.0.0.1"


def say_who(people: tuple[ExamplePerson, ...]) -> None:
    """The first example person of each role, authority by authority."""
    out = page()
    out.line()
    out.line(f'Example people to sign in as, all with the password "{SIGN_IN_WORD}":', Style.BOLD)
    for authority, inside in groupby(people, key=lambda each: each.authority):
        out.line(authority)
        first = {each.role: each.username for each in reversed([*inside])}
        for role, username in reversed(first.items()):
            out.row(username, role)
