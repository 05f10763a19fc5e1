"""What is quickly read of a shipped protocol is what reading all of it says."""

import pytest

from concord.core.protocol.files import shipped_ids, shipped_role_labels
from concord.core.protocol.shipped import shipped


@pytest.mark.parametrize("protocol", shipped_ids())
def test_the_labels_of_roles_are_those_of_the_protocol(protocol: str) -> None:
    read = {role: held.label for role, held in shipped(protocol).roles.items()}
    assert shipped_role_labels(protocol) == read


def test_of_a_protocol_that_is_not_shipped_there_are_no_labels() -> None:
    with pytest.raises(KeyError):
        shipped_role_labels("atlantis")
