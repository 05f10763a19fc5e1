"""What every test run has: its own folder and database, static files, a browser."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.contrib.staticfiles import handlers
from django.core.management import call_command
from django.test import TransactionTestCase
from hypothesis import settings as games
from playwright.sync_api import Browser, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.support.chromium import DESKTOP, chromium, watched_page
from tests.support.disconnecting import disconnect_others
from tests.support.emptying import emptying
from tests.support.surroundings import Surroundings, prepare

SURROUNDINGS = pytest.StashKey[Surroundings]()
DATABASE_FIXTURES = {"db", "transactional_db", "live_server", "django_db_setup"}
PAGE_FIXTURES = {"client", "live_server"}
HUNT = "CONCORD_HUNT"
PAGE_FOLDERS = {"web", "journeys"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run take only the tests that a second database can break."""
    parser.addoption(
        "--database-only", action="store_true", help="only tests that use the database"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Prepare the surroundings first, then let Django read them."""
    config.stash[SURROUNDINGS] = prepare()
    _play_the_same_games()
    os.environ["DJANGO_SETTINGS_MODULE"] = "concord.site.settings"
    django.setup()


def _play_the_same_games() -> None:
    """Draw the same examples in each run, by no stop-watch: a failure is the change's. CONCORD_HUNT
    draws anew.
    """
    games.register_profile("same", derandomize=True, deadline=None)
    games.register_profile("hunt", deadline=None)
    games.load_profile("hunt" if HUNT in os.environ else "same")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take away what this process made."""
    config.stash[SURROUNDINGS].remove()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser; under --database-only leave out what touches no database."""
    for item in items:
        if "browser" in _fixtures(item):
            item.add_marker("browser")
    if config.getoption("--database-only"):
        without = [item for item in items if not _touches_database(item)]
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if _touches_database(item)]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database, which lets the tables be emptied after a test that committed to them.

    At the end whoever still holds a connection loses it: a thread of the live server may be the
    last to use one, and PostgreSQL drops no database that somebody is connected to.
    """
    with pytest.MonkeyPatch.context() as patch:
        ordinary = vars(TransactionTestCase)["_fixture_teardown"]
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptying(ordinary))
        yield
    with django_db_blocker.unblock():
        disconnect_others()


@pytest.fixture(scope="session")
def static_files() -> Path:
    """The folder of collected static files, made once for all workers of a run."""
    folder = Path(settings.STATIC_ROOT)
    with folder.with_suffix(".lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture(autouse=True)
def _static_files_for_pages(request: pytest.FixtureRequest) -> None:
    in_page_folder = PAGE_FOLDERS & set(request.path.parts)
    if in_page_folder or PAGE_FIXTURES & set(request.fixturenames):
        request.getfixturevalue("static_files")


@pytest.fixture(autouse=True)
def _quick_passwords(request: pytest.FixtureRequest) -> None:
    """Hash passwords quickly: a real hash is slow on purpose, and no test is about that."""
    if _touches_database(request.node):
        quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
        request.getfixturevalue("settings").PASSWORD_HASHERS = quick


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; none on this machine is a failure."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def served_as_in_service(static_files: Path) -> Iterator[None]:
    """Let the service serve its own static files.

    The live server would look for them by the names they have in the source, answer 404 to every
    name that carries a hash, and show pages without style sheets and scripts.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(handlers, "StaticFilesHandler", lambda application: application)
        yield


@pytest.fixture(scope="session")
def live_server(served_as_in_service: None, live_server: LiveServer) -> LiveServer:
    """The running service, with its style sheets and scripts."""
    return live_server


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of desktop size on the running service, in a session of its own."""
    context = browser.new_context(
        base_url=live_server.url, viewport=DESKTOP, locale="en-GB", timezone_id="Europe/London"
    )
    with watched_page(context) as opened:
        yield opened
    context.close()


def _fixtures(item: pytest.Item) -> set[str]:
    return set(getattr(item, "fixturenames", ()))


def _touches_database(item: pytest.Item) -> bool:
    return item.get_closest_marker("django_db") is not None or bool(
        DATABASE_FIXTURES & _fixtures(item)
    )
