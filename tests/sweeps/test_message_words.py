"""A reminder is right on whatever day it goes out, also after a pause of the background work."""

from datetime import date

from concord.notices.words import message


def test_a_reminder_says_the_day_and_not_how_far_off_it_is() -> None:
    said = message(kind="soon", name="Zoë", due_on=date(2026, 11, 23), address="http://localhost")
    assert said.subject == (
        "Concord: a reminder that you have something to do by the end of 23 November 2026"
    )
    assert "working days" not in said.body
