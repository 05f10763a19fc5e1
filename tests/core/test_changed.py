"""A changed copy says what was changed and leaves the rest, and the first one, as they were."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from concord.core.changed import changed


@dataclass(frozen=True, slots=True)
class Example:
    what: str
    number: int = 1


def test_a_changed_copy_is_what_replace_would_give() -> None:
    first = Example("first")
    assert changed(first, number=2) == replace(first, number=2)
    assert first == Example("first", 1)


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="colour"):
        changed(Example("first"), colour="red")


def test_a_changed_copy_is_as_frozen_as_the_first() -> None:
    copy, field = changed(Example("first"), number=2), "number"
    with pytest.raises(FrozenInstanceError):
        setattr(copy, field, 3)
