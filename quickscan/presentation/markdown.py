"""Markdown to HTML and to plain text: paragraphs, lists, bold and links to https only."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup


def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero").enable(["list", "emphasis", "link", "escape"])
    reader.validateLink = lambda url: url.lower().startswith("https://")  # type: ignore[method-assign]
    return reader


_READER = _reader()


@lru_cache(maxsize=4096)
def to_html(markdown: str) -> Markup:
    """Return Markdown as HTML. Tags in the text are shown, not obeyed."""
    return Markup(_READER.render(markdown))  # noqa: S704  html is off in this reader


@lru_cache(maxsize=4096)
def to_plain(markdown: str) -> str:
    """Return Markdown as plain text: a list gets dashes, a link its address behind it."""
    lines: list[str] = []
    inside_item = False
    for token in _READER.parse(markdown):
        if token.type == "list_item_open":
            inside_item = True
        elif token.type == "inline":
            lines.append(("– " if inside_item else "") + _plain(token.children or []))
            inside_item = False
        elif token.type == "paragraph_close" and token.level == 0:
            lines.append("")
    return "\n".join(lines).strip()


def _plain(children: list[Token]) -> str:
    words: list[str] = []
    address = ""
    for child in children:
        if child.type == "link_open":
            address = str(child.attrGet("href"))
        elif child.type == "link_close":
            words.append(f" ({address})")
        elif child.type == "softbreak":
            words.append("\n")
        else:
            words.append(child.content)
    return "".join(words)
