"""Texts in one or more languages, and what may not stand in them."""

import re

from quickscan.definitions.nodes import Mapping, Node
from quickscan.definitions.reading import Reading, Sort, WrittenText
from quickscan.definitions.scalars import Json, is_empty, word
from quickscan.domain.texts import Language, Text

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_HTML = re.compile(
    r"<(?:[a-z/!?](?!ttps?:)[^<>]*>?)|&(?:[a-z]+[0-9]*|#[0-9]+|#x[0-9a-f]+);", re.IGNORECASE
)
_ADDRESS = re.compile(r"\b([a-z][a-z0-9+.-]*)://[^\s)>\]]*", re.IGNORECASE)
_LINK = re.compile(r"\]\(\s*<?([^\s)>]*)|^ {0,3}\[[^\]]+\]:\s*<?([^\s>]*)", re.MULTILINE)
_SUSPECT = re.compile(r"://|\]\(|\]:|(?:javascript|data|mailto|vbscript|file):", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:javascript|data|mailto|vbscript|file):[^\s)>\]]+", re.IGNORECASE)


class Words:
    """A text: a string in the default language, or one string for each language."""

    instead = Text(((Language("nl"), ""),))

    def __init__(self, *, markdown: bool = False, of: Sort = "text") -> None:
        self.markdown = markdown
        self.of = of

    def read(self, node: Node, reading: Reading) -> Text | None:
        """Return the text, the default language first; None when nothing can be read."""
        default = reading.languages[0]
        if type(node) is not Mapping:
            words = _words(node, reading)
            versions = [(default, words)] if words is not None else []
        elif _is_placeholder(node):
            reading.problems.refuse(node, "text_wanted")
            return None
        else:
            versions = self._versions(node, reading)
            if default not in node.values and "language" not in reading.unsure:
                reading.problems.refuse(node, "no_default_language", language=default)
        if not versions:
            return None
        text = Text(tuple(versions))
        reading.texts.append(WrittenText(text, self.of, node))
        return text

    def _versions(self, node: Mapping, reading: Reading) -> list[tuple[Language, str]]:
        versions = []
        for key, value in node.pairs:
            if key.value not in reading.languages and "language" not in reading.unsure:
                _refuse_language(key.value, node, key, reading)
                continue
            words = _words(value, reading)
            if words is not None:
                versions.append((Language(key.value), words))
        order = reading.languages
        if [language for language, _ in versions] != [*order[: len(versions)]]:
            known = {language: number for number, language in enumerate(order)}
            versions.sort(key=lambda version: known.get(version[0], len(order)))
        return versions

    def schema(self) -> Json:
        """Return the JSON Schema of a text."""
        return {"$ref": "#/$defs/markdown" if self.markdown else "#/$defs/text"}


def _is_placeholder(node: Mapping) -> bool:
    """Say whether it is a text without quotes that is one {question}, which YAML misreads."""
    return node.flow and len(node.pairs) == 1 and is_empty(node.pairs[0][1])


def _refuse_language(language: str, node: Mapping, key: Node, reading: Reading) -> None:
    if node.flow and not re.fullmatch(r"[A-Za-z-]{2,8}", language):
        reading.problems.refuse(key, "comma_in_text", value=language)
    else:
        known = reading.languages
        reading.problems.refuse_name(key, "unknown_language", language, known)


def _words(node: Node, reading: Reading) -> str | None:
    said = word(node, reading, "text_wanted")
    if said is None:
        return None
    said = said.strip()
    if not said:
        reading.problems.refuse(node, "empty")
        return None
    if "<" in said or "&" in said:
        _refuse_html(said, node, reading)
    if (":" in said and _SUSPECT.search(said)) or "](" in said:
        _refuse_links(said, node, reading)
    if "{" in said:
        _refuse_placeholders(said, node, reading)
    return said


def _refuse_html(said: str, node: Node, reading: Reading) -> None:
    found = _HTML.search(said)
    if found:
        reading.problems.refuse(node, "html", html=found.group())


def _refuse_links(said: str, node: Node, reading: Reading) -> None:
    links = [found.group() for found in _ADDRESS.finditer(said)]
    links += [first or second for first, second in _LINK.findall(said)]
    links += [found.group() for found in _SCHEME.finditer(said)]
    for link in dict.fromkeys(links):
        if not link.startswith("https://"):
            reading.problems.refuse(node, "link_not_https", link=link)


def _refuse_placeholders(said: str, node: Node, reading: Reading) -> None:
    for found in PLACEHOLDER.finditer(said):
        name = found.group(1)
        if not reading.is_known("question", name):
            known = reading.known("question")
            reading.problems.refuse_name(node, "placeholder", name, known)
        elif name == reading.question and name not in reading.unsure:
            reading.problems.refuse(node, "placeholder_itself", name=name)
