"""The English of the interface is complete, and no text stands outside it."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment

from quickscan.presentation import language
from quickscan.presentation.language import translator
from tests.texts import SOURCE, in_code, template_files, texts

ENGLISH = Path(language.__file__).parent / "locale" / "en.po"
NAMES = {"Quickscan"}
"""Words that are the same in every language and may stand in a template."""

SPOKEN = {"aria-label", "alt", "title", "placeholder", "label"}
"""Attributes that people hear or read."""

IN_AN_ATTRIBUTE = re.compile(r"[\w-]+=\"[^\"]*\"")
"""What a macro writes within a tag that another template opens."""

CLASS_BLOCK = re.compile(r"{% block body_class %}.*?{% endblock %}")

WORD = re.compile(r"[^\W\d_]+")
A_FEW_WORDS = 3


@pytest.fixture(scope="module")
def dutch():
    return texts()


@pytest.fixture(scope="module")
def english():
    with ENGLISH.open("rb") as file:
        return {str(m.id): str(m.string) for m in read_po(file) if m.id}


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name)


# --- the catalogue ----------------------------------------------------------------------


def test_the_english_catalogue_is_read_without_a_fault():
    with ENGLISH.open("rb") as file:
        catalogue: Catalog = read_po(file, abort_invalid=True)
    assert (catalogue.locale_identifier, catalogue.charset) == ("en", "utf-8")
    assert not [m.id for m in catalogue if m.id and (m.fuzzy or not m.string)]


def test_every_text_has_its_english(dutch, english):
    lacking = [f"{file}: {text}" for text, file in dutch.items() if not english.get(text)]
    assert not lacking


def test_no_english_is_kept_for_a_text_that_is_gone(dutch, english):
    assert not [text for text in english if text not in dutch]


def test_both_languages_fill_in_the_same_values(english):
    differing = {text: own for text, own in english.items() if fields(text) != fields(own)}
    assert not differing


def test_no_sentence_was_left_in_dutch(english):
    assert not [
        text
        for text, own in english.items()
        if text == own and len(WORD.findall(text)) > A_FEW_WORDS
    ]


def test_each_text_says_in_which_file_it_stands(dutch):
    with ENGLISH.open("rb") as file:
        told = {str(m.id): m.locations[0][0] for m in read_po(file) if m.id}
    assert told == dutch


def test_the_translator_speaks_the_catalogue(english):
    _ = translator("en")
    assert [_(text) for text in english] == list(english.values())


# --- what the catalogue cannot know -----------------------------------------------------


class _Spoken(HTMLParser):
    """Collects what people read or hear in a page: text, and attributes that are spoken."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        describes = tag == "meta" and ("name", "description") in attrs
        for name, value in attrs:
            if name in SPOKEN or (describes and name == "content"):
                self.words += WORD.findall(value or "")

    def handle_data(self, data: str) -> None:
        self.words += WORD.findall(IN_AN_ATTRIBUTE.sub("", data))


def outside_expressions(file: Path) -> Iterator[str]:
    """Return the parts of a template that stand in it as they are."""
    source = CLASS_BLOCK.sub("", file.read_text("utf-8"))
    for _line, kind, value in Environment(autoescape=True).lex(source):
        if kind == "data":
            yield value


@pytest.mark.parametrize(
    "file", template_files(), ids=lambda file: file.relative_to(SOURCE).as_posix()
)
def test_a_template_has_no_words_outside_the_translator(file: Path):
    reader = _Spoken()
    reader.feed("".join(outside_expressions(file)))
    reader.close()
    assert set(reader.words) <= NAMES


def test_texts_are_found_wherever_they_are_spoken():
    source = """
def told(_, voice, number):
    words = "in a variable" if number else "or the other"
    _(words)
    voice.translate("by a voice")
    _.many("one", "more", number)
    translator("en")("elsewhere")
    raise UsageError("refused", id=_("within"))
    ConfigProblem(dutch=number, values={})
"""
    assert set(in_code(source)) == {
        "in a variable", "or the other", "by a voice", "one", "more", "elsewhere",
        "refused", "within",
    }  # fmt: skip
