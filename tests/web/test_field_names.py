"""No field of an act has a name that the forms use for themselves: it would be taken for theirs."""

import pytest

from concord.core.child.decide import CHILD_ACTS
from concord.core.dispute.decide import ACTS
from concord.core.record.envelope import Event
from concord.core.record.fields import described

OWN = {"change", "confirmed", "csrfmiddlewaretoken", "duty", "expected", "key", "more", "seen"}
KINDS = [*ACTS.values(), *CHILD_ACTS.values()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_no_field_is_named_like_one_that_every_form_has(kind: type[Event]) -> None:
    asked = {name for name, about in described(kind).items() if about.given}
    assert asked & OWN == set()
