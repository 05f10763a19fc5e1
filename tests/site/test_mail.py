"""How mail leaves."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from concord.site.mail import mail

FOLDER = Path("folder")


def test_without_an_address_each_mail_is_a_file() -> None:
    found = mail("", folder=FOLDER)
    assert (found.backend.rsplit(".", 2)[-2], found.folder) == ("filebased", FOLDER)


def test_a_submission_address_sends_encrypted() -> None:
    found = mail("submission://anna:p%40ss@mail.example.org", folder=FOLDER)
    assert (found.host, found.port, found.user, found.password, found.tls) == (
        "mail.example.org", 587, "anna", "p@ss", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "address", ["mail.example.org", "console://", "submission://", "smtp://h:x"]
)
def test_an_address_of_another_kind_is_refused_with_what_would_be_right(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="Hint: submission://user:password@host:587"):
        mail(address, folder=FOLDER)
