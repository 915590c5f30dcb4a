"""The vocabulary of web tests: a visitor who follows links and sends forms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

Fields = dict[str, list[str]]


@dataclass
class Form:
    """A form as a browser knows it: where it goes, and what is filled in."""

    action: str
    method: str
    attributes: Mapping[str, str | None]
    fields: Fields = field(default_factory=dict)
    options: Fields = field(default_factory=dict)


@dataclass
class Link:
    """A link with its words."""

    href: str
    attributes: Mapping[str, str | None]
    words: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[Link] = []
        self._form: Form | None = None
        self._link: Link | None = None
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form":
            action, method = values.get("action") or "", values.get("method") or "get"
            self._form = Form(action, method.lower(), values)
            self.forms.append(self._form)
        elif tag == "a":
            self._link = Link(values.get("href") or "", values)
            self.links.append(self._link)
        elif self._form is not None and values.get("name"):
            self._take_in(self._form, tag, values)

    def _take_in(self, form: Form, tag: str, values: Mapping[str, str | None]) -> None:
        name, value = str(values["name"]), values.get("value") or ""
        if tag == "textarea":
            self._area = name
            form.fields[name] = [""]
        elif tag == "input" and values.get("type") in ("radio", "checkbox"):
            form.options.setdefault(name, []).append(value)
            if "checked" in values:
                form.fields.setdefault(name, []).append(value)
        elif tag == "input":
            form.fields.setdefault(name, []).append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "a":
            self._link = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._link is not None:
            self._link.words += data
        if self._form is not None and self._area is not None:
            self._form.fields[self._area][0] += data.removeprefix("\n")


class Visitor:
    """Someone with a browser: keeps cookies, follows redirects, sees one page at a time."""

    def __init__(self, app: Flask, **headers: str) -> None:
        self.client = app.test_client()
        self.headers = headers
        self.response: TestResponse
        self.cookies: set[str] = set()
        self.address = "/"

    # --- going places -------------------------------------------------------------------

    def get(self, address: str) -> "Visitor":
        """Open an address."""
        return self._went(
            self.client.get(address, headers=self.headers, follow_redirects=True)
        )

    def post(self, address: str, data: Mapping[str, Any] | None = None) -> "Visitor":
        """Send data to an address, and follow where it leads."""
        sent = self.client.post(
            address, data=data or {}, headers=self.headers, follow_redirects=True
        )
        return self._went(sent)

    def _went(self, response: TestResponse) -> "Visitor":
        self.response = response
        for each in (*response.history, response):
            self.cookies |= {c.partition("=")[0] for c in each.headers.getlist("Set-Cookie")}
        self.address = response.request.path
        return self

    def follow(self, words: str) -> "Visitor":
        """Follow the link with these words in it."""
        return self.get(self.link(words).href)

    def forward(self) -> "Visitor":
        """Follow the way forward: a link with `rel=next`."""
        return self.get(self.next_link.href)

    def send(self, **answers: str | list[str]) -> "Visitor":
        """Send the form that is the way forward, with these fields changed."""
        form = self.next_form
        data: dict[str, Any] = {**form.fields}
        for name, value in answers.items():
            data[name.replace("__", "-")] = value
        return self.post(form.action or self.address, data)

    def fill(self, answers: Mapping[str, str | list[str]]) -> "Visitor":
        """Send the form that is the way forward, with these fields changed."""
        form = self.next_form
        return self.post(form.action or self.address, {**form.fields, **answers})

    # --- looking ------------------------------------------------------------------------

    @property
    def status(self) -> int:
        """The status of the page."""
        return self.response.status_code

    @property
    def html(self) -> str:
        """The page as it was sent."""
        return self.response.get_data(as_text=True)

    @property
    def text(self) -> str:
        """The words of the page, spaces folded."""
        bare = re.sub(r"<(script|style|title)[^>]*>.*?</\1>", " ", self.html, flags=re.DOTALL)
        return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", bare))).strip()

    @property
    def page(self) -> _Reader:
        """The forms and links of the page."""
        reader = _Reader()
        reader.feed(self.html)
        return reader

    def link(self, words: str) -> Link:
        """Return the first link with these words in it."""
        for link in self.page.links:
            if words in re.sub(r"\s+", " ", link.words):
                return link
        raise AssertionError(f"no link {words!r} on {self.address}")

    @property
    def next_link(self) -> Link:
        """The link that is the way forward."""
        found = [link for link in self.page.links if link.attributes.get("rel") == "next"]
        assert found, f"no way forward on {self.address}"
        return found[0]

    @property
    def next_form(self) -> Form:
        """The form that is the way forward."""
        found = [form for form in self.page.forms if "data-next" in form.attributes]
        assert len(found) == 1, f"{len(found)} ways forward on {self.address}"
        return found[0]

    @property
    def pdf_link(self) -> str | None:
        """The address of the finished report, if the page links to it."""
        for link in self.page.links:
            kind, rel = link.attributes.get("type"), link.attributes.get("rel")
            if kind == "application/pdf" and rel != "help":
                return link.href
        return None
