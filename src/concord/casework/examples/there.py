"""Which examples there are and which are wanted; quick to ask, because no protocol is read."""

from dataclasses import dataclass

from concord.core.protocol.files import shipped_ids, shipped_role_labels
from concord.records import setting_up

SIGN_IN_WORD = "example-only"


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody to sign in as: authority, sign-in name, name, and what their role is called."""

    authority: str
    username: str
    name: str
    role: str


def only_examples() -> bool:
    """Whether every authority is an example, so that nothing real can be harmed."""
    return not setting_up.has_other_than_examples()


def examples_wanted() -> tuple[str, ...]:
    """The ids of shipped protocols that have no example authority yet; none beside real ones."""
    if not only_examples():
        return ()
    there = setting_up.examples()
    return tuple(each for each in shipped_ids() if each not in there)


def example_people() -> tuple[ExamplePerson, ...]:
    """The people of the example authorities, in the order in which they came."""
    return tuple(
        ExamplePerson(
            authority.name, person.username, person.name, shipped_role_labels(protocol)[role]
        )
        for protocol, authority in setting_up.examples().items()
        for person, roles in setting_up.people_of(authority.pk)
        for role in roles
    )
