"""How e-mail leaves: by SMTP when an address is set, else as files to look at."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dj_email_url
from django.core.exceptions import ImproperlyConfigured

SCHEMES = ("smtp://", "submission://")


@dataclass(frozen=True, slots=True)
class Mail:
    """What Django's EMAIL_ settings are set to."""

    backend: str
    folder: Path | None = None
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def mail(url: str, *, folder: Path) -> Mail:
    """How mail leaves by this address; without one, each mail is a file in the folder.

    Raises ImproperlyConfigured for an address that is not one of SMTP.
    """
    if not url:
        return Mail("django.core.mail.backends.filebased.EmailBackend", folder)
    try:
        found: dict[str, Any] = dj_email_url.parse(url)
    except ValueError as error:
        raise ImproperlyConfigured(_WRONG_ADDRESS) from error
    if not (url.startswith(SCHEMES) and found["EMAIL_HOST"]):
        raise ImproperlyConfigured(_WRONG_ADDRESS)
    return Mail(
        found["EMAIL_BACKEND"],
        host=found["EMAIL_HOST"],
        port=found["EMAIL_PORT"],
        user=found["EMAIL_HOST_USER"] or "",
        password=found["EMAIL_HOST_PASSWORD"] or "",
        tls=found["EMAIL_USE_TLS"],
        ssl=found["EMAIL_USE_SSL"],
    )


_WRONG_ADDRESS = (
    "CONCORD_EMAIL_URL is not an address of a mail server."
    " Hint: submission://user:password@host:587 (encrypted), or smtp://host:25"
)
