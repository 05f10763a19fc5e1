"""A version is tried out on made-up or past disputes on a page, beside the one in force."""

import re
from html import unescape

import pytest

from concord.casework.desk import desk
from concord.records.models import EventRow
from tests.casework.test_past import CHILDREN, talked_over
from tests.support.cast import MONDAY, Cast, cast_of
from tests.support.versions import KEEPER, SECOND, longer, uploaded
from tests.web.showing import Shown, shown

GIVEN = {
    "disputes": "500",
    "seed": "1",
    "talking": "60",
    "half": "4",
    "most": "9",
    "none_comes": "5",
    "satisfies": "45",
    "away": "30",
}


@pytest.fixture
def path(cast: Cast) -> str:
    return f"/protocol/versions/{uploaded(cast, longer())}/try"


def opened(cast: Cast, path: str, role: str = KEEPER, **given: str) -> Shown:
    return shown(cast.client(role).get(path, given))


def cells(page: str, row: str) -> list[str]:
    found = re.search(rf">\s*{re.escape(row)}\s*</th>(.*?)</tr>", page, re.DOTALL)
    assert found, row
    return re.findall(r'cc-cards__cell">([^<]*)<', found[1])


def test_a_longer_limit_stands_beside_the_one_in_force(cast: Cast, path: str) -> None:
    page = opened(cast, path).text
    now, draft = cells(page, "Answers that come too late, for 100 disputes")
    assert float(draft) < float(now)
    assert page.count('role="img"') == 2
    assert "Talking resolves 60 %" in page


def test_what_is_assumed_can_be_put_in(cast: Cast, path: str) -> None:
    page = opened(cast, path, **GIVEN | {"talking": "0", "none_comes": "0"}).text
    assert cells(page, "Disputes") == ["500", "500"]
    assert cells(page, "Informal resolution") == ["0.0 %", "0.0 %"]
    assert "Talking resolves 0 %" in page


def test_the_same_address_gives_the_same_figures(cast: Cast, path: str) -> None:
    pages = [opened(cast, path, **GIVEN).text for _ in range(2)]
    one, again = (page[page.index("<main") : page.index("</main>")] for page in pages)
    assert one == again


def test_the_version_in_force_is_tried_out_alone(cast: Cast) -> None:
    now = desk(cast.people[KEEPER], at=MONDAY).in_force
    page = opened(cast, f"/protocol/versions/{now}/try").text
    assert len(cells(page, "Disputes")) == 1


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("talking", "101", "Resolved by talking, in per cent: enter a whole number from 0 to 100"),
        ("half", "soon", "Half of the answers come within, in working days: enter a whole number"),
        ("most", "2", "Nine in ten come within: enter 4 or more"),
        ("disputes", "1000000", "Select which disputes to try it out on"),
        ("seed", "", "Seed: another number, other luck: enter a whole number"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_stays(
    cast: Cast, path: str, field: str, typed: str, said: str
) -> None:
    answer = opened(cast, path, **GIVEN | {field: typed})
    assert answer.status == 422
    page = unescape(answer.text)
    assert page.count(said) == 2  # in the summary, and beside the field
    assert "There are no figures until" in page
    if field != "disputes":
        assert f'value="{typed}"' in page or typed == ""


def test_only_who_looks_after_the_protocol_tries_it_out(cast: Cast, path: str) -> None:
    assert opened(cast, path, SECOND).status == 200
    assert opened(cast, path, "social-worker").status == 404
    assert opened(cast, path.replace("/try", "0/try")).status == 404


def test_nothing_is_stored(cast: Cast, path: str) -> None:
    before = EventRow.objects.count()
    opened(cast, path)
    assert EventRow.objects.count() == before


@pytest.fixture
def with_past(db: None) -> Cast:
    cast = cast_of("bristol", names=CHILDREN)
    for child in range(6):
        talked_over(cast, child=child, days=2)
    return cast


def test_it_is_tried_out_on_the_authoritys_own_past_disputes(with_past: Cast) -> None:
    version = uploaded(with_past, longer())
    asked = GIVEN | {"disputes": "past"}
    answer = opened(with_past, f"/protocol/versions/{version}/try", **asked)
    page = answer.text
    assert answer.status == 200
    assert cells(page, "Disputes") == ["6", "6"]
    assert cells(page, "Informal resolution") == ["100.0 %", "100.0 %"]
    assert "6 resolved disputes of this authority" in page
    assert "What was seen" in page
    assert "None of it is measured" not in page
    assert "Example Child" not in page


def test_too_few_past_disputes_are_said_beside_the_field(cast: Cast, path: str) -> None:
    answer = opened(cast, path, **GIVEN | {"disputes": "past", "half": "3"})
    assert answer.status == 422
    page = unescape(answer.text)
    assert page.count("No disputes have been resolved: it needs 6") == 2
    assert 'value="3"' in page
