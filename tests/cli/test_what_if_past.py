"""concord what-if --past tries protocols out on the disputes that an authority has resolved."""

import json

import pytest

from tests.casework.test_past import CHILDREN, talked_over
from tests.cli.running import concord_here
from tests.support.cast import Cast, cast_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    cast = cast_of("bristol", names=CHILDREN)
    for child in range(7):
        talked_over(cast, child=child, days=2)
    return cast


def test_two_protocols_stand_beside_each_other_on_the_same_past_disputes(cast: Cast) -> None:
    done = concord_here("what-if", "bristol", "--beside", "lambeth", "--past", cast.letter)
    assert (done.returncode, done.stderr) == (0, "")
    shown = done.stdout.splitlines()
    assert shown[1].split() == ["Disputes", "7", "7"]
    assert shown[2].endswith("2 working days  2 working days")
    assert "Seen (seed 1):" in shown


def test_as_data_it_says_what_the_figures_rest_on(cast: Cast) -> None:
    done = concord_here("what-if", "bristol", "--past", cast.letter, "--json")
    data = json.loads(done.stdout)
    assert data["seen"][0].startswith("7 resolved disputes of this authority")
    assert data["protocols"][0]["ends"][0] == ["Informal resolution", 7]


def test_no_child_is_named(cast: Cast) -> None:
    done = concord_here("what-if", "bristol", "--past", cast.letter)
    assert "Example Child" not in done.stdout


def test_the_same_seed_gives_the_same_page(cast: Cast) -> None:
    one, again = (
        concord_here("what-if", "lambeth", "--past", cast.letter).stdout for _ in range(2)
    )
    assert one == again


def test_too_few_are_refused_with_what_to_do_instead() -> None:
    cast = cast_of("bristol")
    done = concord_here("what-if", "bristol", "--past", cast.letter)
    assert (done.returncode, done.stdout) == (1, "")
    assert "No disputes have been resolved" in done.stderr
    assert "Try it out on made-up disputes" in done.stderr


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (("--past", "nowhere"), 'There is no authority "nowhere"'),
        (("--past", "a", "--disputes", "9"), "--disputes is for made-up disputes"),
    ],
)
def test_a_wrong_use_says_what_to_do_instead(
    cast: Cast, asked: tuple[str, ...], sentence: str
) -> None:
    done = concord_here("what-if", "bristol", *asked)
    assert done.returncode == 2
    assert sentence in done.stderr
