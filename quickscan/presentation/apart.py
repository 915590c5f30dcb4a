"""Words of the interface told apart from a questionnaire in a language it does not speak.

Among Arabic texts our sentences stay Dutch. They are read from left to right, and by a screen
reader in Dutch (WCAG 2.2, 3.1.2), only if the page says where they begin and end. The
translator marks them; here the marks become elements, so that no template has to know.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape

from quickscan.presentation.language import (
    END,
    OURS,
    THEIRS,
    direction,
    is_right_to_left,
    translator,
)

_LANGUAGE = re.compile(r'<html lang="([\w-]+)"')
_MARK = re.compile(f"([{OURS}{THEIRS}{END}])")
_IN_ADDRESS = re.compile("%E2%81%A[689]")
_PIECE = re.compile(
    r"(?P<bare><(title|textarea|option|svg)\b.*?</\2>|<[^>]*>)|[^<]+", re.DOTALL
)
"""An element that cannot hold others, a tag, or the text between two of these."""

_GOES_ON = re.compile(
    r"</bdi>((?:\s|&nbsp;)*<(?:a|b|small|span|strong)\b[^>]*>(?:\s|&nbsp;)*)"
    r"<bdi [^>]*>((?:[^<]|</?bdi\b[^>]*>)*)</bdi>(</\w+>)"
)
"""Words of ours that go on in a link or in smaller letters: all of it is read as one."""

_BETWEEN = re.compile(r"[\s.,;:·–…]*")
"""What stands between two sentences of ours that follow one another."""


def told_apart(html: str) -> str:
    """Return a page in which words in another language than its own stand in `<bdi>`.

    In attributes, titles and drawings, where no element can stand, the marks are left out. A
    page without marks stays as it is.
    """
    language = _LANGUAGE.search(html)
    if language is None or OURS not in html:
        return html
    theirs = language[1]
    told = _PIECE.sub(
        lambda piece: bare(piece[0]) if piece["bare"] else _marked_up(piece[0], theirs), html
    )
    return _GOES_ON.sub(r"\1\2\3</bdi>", told)


def bare(text: str) -> str:
    """Return a text without the marks, also where it stands in an address."""
    return _IN_ADDRESS.sub("", _MARK.sub("", text))


def _marked_up(text: str, theirs: str) -> str:
    """Return the text between two tags, with elements for marks."""
    parts = iter(_MARK.split(text))
    runs = _runs(parts, theirs, theirs, outermost=True)
    return _joined(runs, theirs)


Run = tuple[str, str]
"""A language, and HTML in it."""


def _runs(parts: Iterator[str], spoken: str, theirs: str, *, outermost: bool) -> list[Run]:
    """Return what stands up to the mark that ends it, in which languages.

    A mark without its other half does no harm: what is not ended ends with the text, and an
    end without a beginning is left out.
    """
    runs: list[Run] = []
    for part in parts:
        if part == OURS:
            own = translator(theirs).speaks
            inner = _runs(parts, own, theirs, outermost=False)
            _add(runs, (own, _joined(inner, own)))
        elif part == THEIRS:
            inner = _runs(parts, theirs, theirs, outermost=False)
            words = "".join(html for language, html in inner if language == theirs)
            if _begins_in(words, theirs):
                _add(runs, (theirs, _joined(inner, theirs)))
            else:
                for language, html in inner:
                    _add(runs, (spoken if language == theirs else language, html))
        elif part != END:
            _add(runs, (spoken, part))
        elif not outermost:
            break
    return runs


def _add(runs: list[Run], run: Run) -> None:
    """Add a run; sentences in one language with nothing but a space between stay one."""
    language, html = run
    if len(runs) > 1 and runs[-2][0] == language and _BETWEEN.fullmatch(runs[-1][1]):
        html = runs[-2][1] + runs[-1][1] + html
        del runs[-2:]
    elif runs and runs[-1][0] == language:
        html = runs.pop()[1] + html
    if html:
        runs.append((language, html))


def _joined(runs: Iterable[Run], spoken: str) -> str:
    """Return runs as HTML, inside a text that is in one language."""
    return "".join(
        html if language == spoken else _element(html, language) for language, html in runs
    )


def _element(html: str, language: str) -> str:
    return f'<bdi lang="{language}" dir="{direction(language)}">{html}</bdi>'


def _begins_in(html: str, language: str) -> bool:
    """Say whether the first letter of a text is written in the direction of a language.

    What people typed, or a number, need not be in the language of the questionnaire.
    """
    kinds = (unicodedata.bidirectional(letter) for letter in unescape(html))
    first = next((kind for kind in kinds if kind in _STRONG), None)
    return first is not None and (first != "L") is is_right_to_left(language)


_STRONG = ("L", "R", "AL")
"""The kinds of characters that have a direction of their own (UAX 9, 3.2)."""
