"""What a page of the service shows, read the way a browser reads it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

Typed = dict[str, list[str]]


@dataclass
class _Reader(HTMLParser):
    """The fields of the one form in the main part of a page that is not for signing out."""

    fields: Typed = field(default_factory=dict)
    action: str = ""
    title: str = ""
    _inside: bool = False
    _area: str = ""
    _select: str = ""
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up a field; its words come later."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("action") != "/sign-out"
            self.action = given.get("action", "") if self._inside else self.action
        elif tag in ("textarea", "title"):
            self._area, self._words = given.get("name", ""), []
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and "selected" in given:
            self._keep(self._select, given.get("value", ""))
        elif tag == "input":
            self._input(given)

    def handle_endtag(self, tag: str) -> None:
        """Keep the words of a field that has ended."""
        if tag == "textarea":
            self._keep(self._area, "".join(self._words).removeprefix("\n"))
        elif tag == "title" and not self.title:
            self.title = "".join(self._words)
        elif tag == "form":
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Collect words."""
        self._words.append(data)

    def _input(self, given: dict[str, str]) -> None:
        ticked = given.get("type") in ("radio", "checkbox")
        if not ticked or "checked" in given:
            self._keep(given.get("name", ""), given.get("value", "on" if ticked else ""))

    def _keep(self, name: str, value: str) -> None:
        if self._inside and name:
            self.fields.setdefault(name, []).append(value)


@dataclass(frozen=True)
class Shown:
    """A page as it was answered."""

    status: int
    text: str
    title: str
    action: str
    fields: Typed
    headers: dict[str, str]

    def sends(self, client: Client, path: str = "", /, **typed: Any) -> "Shown":
        """Send the form of this page, with what was typed into it in addition."""
        return shown(client.post(path or self.action, self.fields | typed))


def shown(response: Any) -> Shown:
    """Read a response of Django's test client."""
    text = response.content.decode()
    reader = _Reader()
    reader.feed(text)
    fields = {k: v for k, v in reader.fields.items() if k != "csrfmiddlewaretoken"}
    headers = dict(response.headers)
    return Shown(response.status_code, text, reader.title, reader.action, fields, headers)
