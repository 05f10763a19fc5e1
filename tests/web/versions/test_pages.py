"""Versions of the protocol on the pages: who sees them, what is typed stays, nothing twice."""

from datetime import timedelta
from html import unescape
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from concord.casework.desk import desk
from concord.core.files.decoded import MOST_BYTES
from concord.core.protocol.shipped import shipped_text
from concord.core.workshop.drawing import outline_of, plan_of
from concord.records.models import EventRow, StoredProtocol
from tests.support.cast import MONDAY, WORD, Cast
from tests.support.invariants import stored
from tests.support.versions import KEEPER, SECOND, in_force, longer, proposed, uploaded
from tests.web.showing import Shown, shown

UPLOAD = "/protocol/versions/upload"
FRIDAY = (MONDAY + timedelta(days=4)).date()
REASON = "The partnership agreed\nit on 2 March."


def _file(text: str | bytes, name: str = "draft.yaml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def _uploads(cast: Cast, text: str | bytes) -> tuple[Client, Shown]:
    client = cast.client(KEEPER)
    form = shown(client.get(UPLOAD))
    return client, form.sends(client, file=_file(text))


def test_a_file_is_uploaded_checked_and_drawn(cast: Cast) -> None:
    client, sent = _uploads(cast, longer())
    assert sent.status == 302
    page = shown(client.get(sent.headers["Location"]))
    assert "What the check finds" in page.text
    assert 'role="img"' in page.text
    assert "Draft" in page.text
    (version,) = desk(cast.people[KEEPER], at=MONDAY).book.versions
    assert version.file_name == "draft.yaml"
    file = client.get(f"/protocol/versions/{version.hash}/file")
    assert file.content.decode() == longer()
    assert file["X-Content-Type-Options"] == "nosniff"
    assert file["Content-Disposition"].startswith("attachment")


def test_a_pasted_text_is_as_good_as_a_file(cast: Cast) -> None:
    client = cast.client(KEEPER)
    sent = shown(client.get(UPLOAD)).sends(client, text=longer().replace("\n", "\r\n"))
    assert sent.status == 302
    version = sent.headers["Location"].rsplit("/", 1)[1]
    assert desk(cast.people[KEEPER], at=MONDAY).of(version).text == longer()


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "The file says nothing"),
    "no text": (b"\xff\xfe\x00\x00", "no text in UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "no text in UTF-8"),
    "a bomb of aliases": (
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n",
        "Anchors and aliases",
    ),
    "a cycle": ("a: &a [*a]\n", "Anchors and aliases"),
    "a tag": ("a: !!python/object/apply:os.system [ls]\n", "Tags (!) are not used here"),
    "too deep": ("a: " + "[" * 4000 + "\n", "nested more than"),
    "too long": ("# x\n" * 200_000, "has more than 400,000 characters"),
    "far too long": (b"x" * (MOST_BYTES * 3), "has more than 400,000 characters"),
    "twice the same key": (
        "format: concord protocol 1\nformat: concord protocol 1\n",
        "second time",
    ),
    "another kind of file": ("format: concord story 1\n", "story"),
    "a control character": ("format: concord protocol 1\ntitle: a\x07b\n", "U+0007"),
    "no YAML": ("{{{{", "bracket"),
}


@pytest.mark.parametrize(("text", "words"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_cannot_be_read_is_told_with_its_lines_and_saved_nowhere(
    cast: Cast, text: str | bytes, words: str
) -> None:
    client = cast.client(KEEPER)
    form, before = shown(client.get(UPLOAD)), stored()
    sent = form.sends(client, file=_file(text))
    assert sent.status == 422
    assert words in unescape(sent.text)
    assert stored() == before


def test_every_finding_of_a_wrong_file_is_shown_up_to_fifty_and_its_text_can_be_put_right(
    cast: Cast,
) -> None:
    text = shipped_text("bristol").replace("clause: BRI", "clause: NO").replace("by:", "from:")
    client, sent = _uploads(cast, text)
    page = unescape(sent.text)
    assert page.count("<strong>Line ") >= 40
    assert sent.fields["text"] == [text]
    right = sent.sends(client, text=longer())
    assert right.status == 302


def test_two_files_at_once_are_not_taken(cast: Cast) -> None:
    client = cast.client(KEEPER)
    files = {"file": _file(longer()), "other": _file(longer())}
    assert client.post(UPLOAD, files).status_code == 400


def test_pressing_twice_keeps_one_draft(cast: Cast) -> None:
    client = cast.client(KEEPER)
    form = shown(client.get(UPLOAD))
    first, second = (form.sends(client, text=longer()) for _ in range(2))
    assert first.headers["Location"] == second.headers["Location"]
    assert StoredProtocol.objects.count() == 2
    assert EventRow.objects.count() == 1


def test_a_file_of_a_lost_session_comes_back_as_text_and_is_sent(cast: Cast) -> None:
    form = shown(cast.client(KEEPER).get(UPLOAD))
    client = Client()
    interrupted = form.sends(client, file=_file(longer()))
    assert interrupted.status == 403
    signed_in = interrupted.sends(client, "/sign-in", username=cast.username(KEEPER), password=WORD)
    back = signed_in.sends(client)
    assert back.status == 200
    assert back.fields["text"] == [longer()]
    assert EventRow.objects.count() == 0
    assert back.sends(client).status == 302


def test_a_proposal_of_a_lost_session_comes_back(cast: Cast) -> None:
    version = uploaded(cast, longer())
    path = f"/protocol/versions/{version}/propose"
    form = shown(cast.client(KEEPER).get(path))
    client = Client()
    typed = {"from_on_0": "6", "from_on_1": "3", "from_on_2": "2026", "reason": REASON}
    interrupted = form.sends(client, path, **typed)
    signed_in = interrupted.sends(client, "/sign-in", username=cast.username(KEEPER), password=WORD)
    back = signed_in.sends(client)
    assert back.fields["reason"][0].replace("\r", "") == REASON
    assert back.fields["from_on_0"] == ["6"]
    assert back.sends(client).status == 302


def test_a_page_that_is_out_of_date_keeps_what_was_typed(cast: Cast) -> None:
    version = uploaded(cast, longer())
    path = f"/protocol/versions/{version}/propose"
    client = cast.client(KEEPER)
    form = shown(client.get(path))
    uploaded(cast, shipped_text("southampton"))
    typed = {"from_on_0": "6", "from_on_1": "3", "from_on_2": "2026", "reason": REASON}
    stale = form.sends(client, path, **typed)
    assert stale.status == 409
    assert "This changed after you opened the page" in stale.text
    assert stale.fields["reason"][0].replace("\r", "") == REASON
    assert stale.sends(client).status == 302


def test_a_proposal_without_a_day_says_so_beside_the_field(cast: Cast) -> None:
    version = uploaded(cast, longer())
    client = cast.client(KEEPER)
    path = f"/protocol/versions/{version}/propose"
    empty = shown(client.get(path)).sends(client)
    assert empty.status == 422
    assert "Enter the day from which it is in force" in empty.text
    far = {"from_on_0": "6", "from_on_1": "3", "from_on_2": "9999", "reason": REASON}
    assert "is too far away" in shown(client.get(path)).sends(client, **far).text


def test_whoever_proposed_finds_no_button_to_approve_and_is_refused_without_it(
    cast: Cast,
) -> None:
    number = proposed(cast, uploaded(cast, longer()), FRIDAY)
    client, path = cast.client(KEEPER), f"/protocol/proposals/{number}"
    page = shown(client.get(path))
    assert ">Approve it<" not in page.text
    assert "A second person has to approve it" in page.text
    fields = {"key": "k", "expected": "2"}
    own = shown(client.post(path, fields))
    assert own.status == 422
    assert "you cannot approve it" in own.text
    assert ">Approve it<" in cast.client(SECOND).get(path).content.decode()


def test_the_comparison_lists_each_difference_and_marks_it_on_the_drawing(cast: Cast) -> None:
    version = uploaded(cast, longer())
    page = unescape(
        cast.client(KEEPER).get(f"/protocol/versions/{version}/compare").content.decode()
    )
    for words in ("1 difference", "5 working days", "7 working days", "Clause 5 Stage 1"):
        assert words in page
    assert page.count("Changed in this version") == 3
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" role="img"') == 2


PATHS = ("", "/upload", "/{version}", "/{version}/file", "/{version}/compare", "/{version}/propose")


@pytest.mark.parametrize("role", ["iro", "social-worker", "team-manager", "service-manager"])
def test_for_others_there_is_nothing_at_these_addresses(cast: Cast, role: str) -> None:
    version = uploaded(cast, longer())
    number = proposed(cast, version, FRIDAY)
    client = cast.client(role)
    paths = [f"/protocol/versions{each}".format(version=version) for each in PATHS]
    for path in (*paths, f"/protocol/proposals/{number}", "/protocol/moves"):
        assert client.get(path).status_code == 404, path
        assert client.post(path, {"key": "k"}).status_code == 404, path
    assert "Versions: upload" not in client.get("/protocol").content.decode()
    assert "Versions: upload" in cast.client(KEEPER).get("/protocol").content.decode()


def test_a_version_of_nobody_and_of_another_authority_is_not_there(cast: Cast) -> None:
    other = uploaded(cast, longer())
    client = cast.client(KEEPER)
    for version in ("x", "0" * 64, "%00", other.upper()):
        assert client.get(f"/protocol/versions/{version}").status_code == 404
        assert client.get(f"/protocol/versions/{version}/compare").status_code == 404
    assert client.get(f"/protocol/versions/{other}/compare?with=nothing").status_code == 404
    assert client.get("/protocol/proposals/99").status_code == 200


def test_a_dispute_offers_the_move_only_to_whoever_oversees_it(cast: Cast, formal: UUID) -> None:
    address = f"/disputes/{formal}/move"
    assert address not in cast.client(KEEPER).get(f"/disputes/{formal}").content.decode()
    in_force(cast, longer(), MONDAY.date())
    assert address in cast.client(KEEPER).get(f"/disputes/{formal}").content.decode()
    for role in ("iro", "social-worker"):
        assert address not in cast.client(role).get(f"/disputes/{formal}").content.decode()
        assert cast.client(role).get(address).status_code == 404


def test_a_move_keeps_what_was_typed_when_the_name_is_wrong(cast: Cast, formal: UUID) -> None:
    in_force(cast, longer(), MONDAY.date())
    client, path = cast.client(KEEPER), f"/disputes/{formal}/move"
    form = shown(client.get(path))
    assert "9 March 2026" in form.text
    assert "11 March 2026" in form.text
    wrong = form.sends(client, reason=REASON, signed_as="Somebody Else")
    assert wrong.status == 422
    assert "The signature is not the name" in wrong.text
    assert wrong.fields["reason"][0].replace("\r", "") == REASON
    name = cast.people[KEEPER].name
    done = wrong.sends(client, signed_as=name)
    assert done.status == 302
    page = unescape(client.get(f"/disputes/{formal}").content.decode())
    assert "moved it to another version of the protocol and signed it" in page
    assert name in page
    again = wrong.sends(client, signed_as=name)
    assert again.status == 302


def test_the_drawing_of_a_version_says_what_it_says(cast: Cast) -> None:
    version = uploaded(cast, longer())
    protocol, _source = desk(cast.people[KEEPER], at=MONDAY).read(version)
    page = unescape(cast.client(KEEPER).get(f"/protocol/versions/{version}").content.decode())
    items = [e for p in outline_of(plan_of(protocol)).parts for h in p.headings for e in h.items]
    assert all(each.words in page for each in items)
