"""Nothing about a child gets into a log line."""

import json
import logging
import sys
from types import TracebackType

import pytest
import structlog
from django.http import HttpRequest
from django.test import RequestFactory

from concord.site import logs

CHILD = "Example Child-Name"
Raised = tuple[type[BaseException], BaseException, TracebackType | None]


def _raised(words: str) -> Raised:
    try:
        int(words)
    except ValueError as error:
        return ValueError, error, error.__traceback__
    raise AssertionError("an error was meant to be raised")


def _line(record: logging.LogRecord) -> dict[str, object]:
    line: dict[str, object] = json.loads(logs.formatter(as_json=True).format(record))
    return line


def _record(pattern: str, *values: object, raised: Raised | None = None) -> logging.LogRecord:
    return logging.LogRecord("a.library", logging.ERROR, "file.py", 1, pattern, values, raised)


def test_a_line_keeps_only_what_is_on_the_list() -> None:
    line = {"event": "act_done", "event_kind": "dispute.hold-placed", "child": CHILD, "text": CHILD}
    assert logs.only_allowed(None, "info", line) == {
        "event": "act_done",
        "event_kind": "dispute.hold-placed",
    }


def test_of_an_exception_the_class_and_the_places_are_kept_and_not_the_words() -> None:
    line = _line(_record("It failed", raised=_raised(CHILD)))
    assert line["exception"] == "builtins.ValueError"
    assert "test_logs.py" in str(line["places"])
    assert CHILD not in json.dumps(line)


def test_of_a_librarys_line_the_pattern_is_kept_and_not_the_values() -> None:
    line = _line(_record("Key (name)=(%s) already exists", CHILD))
    assert line["event"] == "Key (name)=(%s) already exists"


def test_a_line_of_our_own_goes_through_the_same_list(capsys: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logs.formatter(as_json=True))
    named = logging.getLogger("concord.test_logs")
    named.addHandler(handler)
    structlog.get_logger("concord.test_logs").error("act_refused", count=3, child=CHILD)
    named.removeHandler(handler)
    line = json.loads(capsys.readouterr().out)
    assert (line["event"], line["count"], line["level"]) == ("act_refused", 3, "error")
    assert CHILD not in json.dumps(line)


@pytest.mark.parametrize("found", [True, False])
def test_a_request_is_logged_by_its_route_and_not_by_its_address(found: bool) -> None:
    request: HttpRequest = RequestFactory().get("/children/", {"q": CHILD})
    if found:
        request.resolver_match = type("Match", (), {"route": "children/"})()
    kept: dict[str, object] = {"request": f"GET /children/?q={CHILD}", "code": 200}
    logs.without_address(request=request, log_kwargs=kept)
    assert kept == {"code": 200, "method": "GET", "route": "children/" if found else "(none)"}
