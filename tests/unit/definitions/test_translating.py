"""Which translations lack, and which may have become stale."""

from quickscan.definitions.reader import read
from quickscan.definitions.translating import translations
from tests.unit.definitions.corpus import FOLDER

BOTH = (FOLDER / "neat.yaml").read_text("utf-8")
FIRST = read("v1.yaml", BOTH)


def changed(*changes):
    text = BOTH.replace("version: 1", "version: 2")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read("v2.yaml", text)


def test_a_complete_language_lacks_nothing():
    (english,) = translations(FIRST)

    assert english.language == "en"
    assert english.there == english.total > 10
    assert english.missing == english.stale == ()


def test_what_lacks_is_named_by_its_place():
    (english,) = translations(changed(("title: {nl: Begin, en: Begin}", "title: Begin")))

    assert english.missing == ("advice/begin/title",)
    assert english.there == english.total - 1


def test_a_translation_that_stayed_while_its_text_changed_may_be_stale():
    source = "text: {nl: Dit is twee., en: This is two.}"
    (english,) = translations(
        changed((source, "text: {nl: Dit zijn er twee., en: This is two.}")), FIRST
    )
    assert english.stale == ("questions/b/text",)

    both = changed((source, "text: {nl: Dit zijn er twee., en: These are two.}"))
    assert translations(both, FIRST)[0].stale == ()
    assert translations(changed(("version: 2", "version: 2")), FIRST)[0].stale == ()


def test_one_language_has_no_translations():
    assert translations(read("a.yaml", (FOLDER / "rating.yaml").read_text("utf-8"))) == ()
