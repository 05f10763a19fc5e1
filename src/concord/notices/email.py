"""Sends messages by the mail transport of the settings: SMTP, or files in a folder."""

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

from concord.notices.words import Message


class NotSent(Exception):
    """The transport did not take the message; it can be tried again."""


def send(message: Message, *, to: str, key: str) -> None:
    """Hand a message to the transport, with a Message-ID that is the same on every attempt.

    Raises NotSent when the transport refuses or cannot be reached.
    """
    domain = settings.CONCORD_URL.split("//")[-1].split("/")[0].split(":")[0]
    headers = {
        "Message-ID": f"<{key.replace(':', '.')}@{domain}>",
        "Auto-Submitted": "auto-generated",
    }
    try:
        EmailMessage(message.subject, message.body, to=[to], headers=headers).send()
    except (SMTPException, OSError) as error:
        raise NotSent(type(error).__name__) from error
