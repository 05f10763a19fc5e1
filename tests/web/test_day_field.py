"""A date is typed as day, month and year."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from concord.web.day_field import DayField

FIELD = DayField(called="The date of the review")


@pytest.mark.parametrize("month", ["9", "09", "September", "sep", "SEPT"])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    assert FIELD.clean(["3", month, "2026"]) == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["", "", ""], "Enter the date of the review"),
        (["3", "", "2026"], "The date of the review must include a month"),
        (["", "", "2026"], "The date of the review must include a day and a month"),
        (["31", "2", "2026"], "The date of the review must be a real date"),
        (["3", "Foo", "2026"], "The date of the review must be a real date"),
        (["٣", "9", "2026"], "The date of the review must be a real date"),
        (["3", "9", "0000"], "The date of the review must be a real date"),
        (["3", "9", "26"], "The date of the review: the year must have 4 numbers"),
    ],
)
def test_a_date_that_is_not_one_is_refused_in_words(typed: list[str], said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        FIELD.clean(typed)
    assert refused.value.messages == [said]


def test_a_date_that_need_not_be_given_may_be_left_out() -> None:
    assert DayField(required=False).clean(["", "", ""]) is None
