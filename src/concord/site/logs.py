"""What may stand in a log line: an allow-list, so that nothing about a child can get there.

A line has the name of what happened and values under the keys below; any other value is left out.
Of an exception it has the class and the places, never the words: a database puts the row into them.
Of a line that a library wrote it has the pattern, never the values.
"""

import logging.config
import sys
import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog
from django.http import HttpRequest
from structlog.typing import EventDict, Processor, WrappedLogger

ALLOWED = frozenset(
    {
        "attempt", "authority_id", "code", "command", "count", "duty_kind", "event", "event_kind",
        "exception", "level", "logger", "method", "places", "request_id", "route", "seconds",
        "sweep", "timestamp", "user_id", "version",
    }
)  # fmt: skip

_QUIET = ("django.request", "django.server")  # said better by the line for each finished request
_WAITING = ("psycopg.pool",)  # each attempt to connect; who waits says it once, and better


def settings(*, level: str, as_json: bool) -> dict[str, Any]:
    """The logging configuration: one stream, one shape, for our own lines and the libraries'."""
    formatter = {"()": "concord.site.logs.formatter", "as_json": as_json}
    stream = {"class": "logging.StreamHandler", "formatter": "line"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stream": stream},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            **{name: {"level": "CRITICAL", "handlers": []} for name in _QUIET},
            **{name: {"level": "ERROR"} for name in _WAITING},
        },
    }


def configure(config: dict[str, Any]) -> None:
    """Django's LOGGING_CONFIG: set up the standard library's loggers and structlog's together."""
    logging.config.dictConfig(config)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.filter_by_level,
            *_stamps(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def formatter(*, as_json: bool) -> structlog.stdlib.ProcessorFormatter:
    """The last station of every line: words taken out, the allow-list, then text or JSON."""
    text = structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_stamps(),
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            exception_without_words,
            only_allowed,
            structlog.processors.JSONRenderer() if as_json else text,
        ],
        use_get_message=False,
    )


def only_allowed(_logger: WrappedLogger, _method: str, line: EventDict) -> EventDict:
    """The line without any value that is not on the allow-list."""
    return {key: value for key, value in line.items() if key in ALLOWED}


def exception_without_words(
    _logger: WrappedLogger, _method: str, line: EventDict
) -> MutableMapping[str, Any]:
    """The line with an exception's class and places in our code instead of its message."""
    raised = line.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    error = raised[1] if isinstance(raised, tuple) else raised
    if isinstance(error, BaseException):
        line["exception"] = f"{type(error).__module__}.{type(error).__qualname__}"
        line["places"] = _places(error)
    return line


def without_address(
    *, request: HttpRequest, log_kwargs: MutableMapping[str, Any], **_sent: object
) -> None:
    """Say which route a request took, in place of the address it named."""
    log_kwargs.pop("request", None)
    log_kwargs["method"] = request.method
    log_kwargs["route"] = request.resolver_match.route if request.resolver_match else "(none)"


def _places(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " > ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames)


def _stamps() -> list[Processor]:
    return [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
