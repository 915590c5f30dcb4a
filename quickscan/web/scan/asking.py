"""Questions as a visitor sees them: drawn once for all who see the same, then filled in.

Most of a page of questions is the same for everybody who chose the same option. Only the
words of a visitor (an answer that stands in a text) are put in per request, and never kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from flask import current_app
from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict

from quickscan.domain.answers import Answers, given_options
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    NumberQuestion,
    Question,
    RatingQuestion,
    TextQuestion,
    is_scored,
)
from quickscan.domain.texts import Text
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.markdown import to_html
from quickscan.web.scan.contexts import OptionView, Page, kind, unit_in_words

Typed = MultiDict[str, str]
"""What was sent in a form, as it was typed."""

# Stand in a drawn question where a text has an answer in it: no text can hold these.
_WORDS = "\x02"
_HELP = "\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """How one question stands on one page.

    `place` is which statement it is, of how many; None for what is no statement.
    """

    place: tuple[int, int] | None
    chosen: tuple[str, ...] = ()
    value: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question for its template: finished strings and plain values.

    `optional` is what stands behind a question that may be left open.
    """

    id: str
    kind: str
    number: str
    text: str
    optional: str
    help: Markup
    help_label: str
    options: Sequence[OptionView]
    value: str = ""
    error: str = ""
    lines: int = 1
    max_length: int = 0
    unit: str = ""

    @property
    def described(self) -> str:
        """The ids of what describes the question: its help and its error, each once."""
        ids = [f"{self.id}-hulp"] if self.help else []
        return " ".join([*ids, f"{self.id}-fout"] if self.error else ids)


def drawn_questions(
    page: Page,
    questions: Sequence[Question],
    *,
    typed: Typed | None = None,
    errors: Mapping[QuestionId, str] | None = None,
    numbered: bool = True,
) -> Markup:
    """Return questions as HTML: with what was just typed, else with what is stored.

    Statements are `numbered` where they stand on one page.
    """
    statements = [own.id for own in questions if isinstance(own, RatingQuestion)]
    places = {id: (number, len(statements)) for number, id in enumerate(statements, 1)}
    drawn = []
    for question in questions:
        own = typed if typed is not None and question.id in typed else None
        state = _State(
            place=places.get(question.id) if numbered else None,
            chosen=_chosen(question, page.answers, own),
            value=_value(question, page.answers, own),
            error=(errors or {}).get(question.id, ""),
        )
        drawn.append(_filled_in(page, question, _drawn(page, question, state)))
    return Markup("".join(drawn))  # noqa: S704  what the template drew


def _chosen(question: Question, answers: Answers, typed: Typed | None) -> tuple[str, ...]:
    if typed is None:
        return tuple(option.id for option in given_options(question, answers))
    if isinstance(question, TextQuestion | NumberQuestion):
        return ()
    sent = typed.getlist(question.id)
    return tuple(option.id for option in question.options if option.id in sent)


def _value(question: Question, answers: Answers, typed: Typed | None) -> str:
    if not isinstance(question, TextQuestion | NumberQuestion):
        return ""
    return str(answers.get(question.id, "")) if typed is None else typed.get(question.id, "")


def _drawn(page: Page, question: Question, state: _State) -> str:
    if state.value or state.error:
        return _draw(question, page.say.language, state)
    return _shared(page.questionnaire, question.id, page.say.language, state)


@lru_cache(maxsize=4096)
def _shared(questionnaire: Questionnaire, id: QuestionId, language: str, state: _State) -> str:
    """Return a question as all with this answer see it: most of the work of a page."""
    return _draw(questionnaire.questions[id], language, state)


def _draw(question: Question, language: str, state: _State) -> str:
    """Return a question as the template draws it, with slots for answers in its texts."""
    say = translator(language)
    text = question.text.to(language)
    view = QuestionView(
        id=question.id,
        kind=kind(question),
        number=_numbered(say, state.place),
        text=_WORDS if "{" in text else text,
        optional="" if question.required else say("(hoeft niet)"),
        help=_help(question.help, language),
        help_label=say("Hoe ziet dat eruit?") if is_scored(question) else say("Uitleg"),
        options=_options(question, language, state.chosen),
        value=state.value,
        error=state.error,
        lines=question.lines if isinstance(question, TextQuestion) else 1,
        max_length=question.max_length if isinstance(question, TextQuestion) else 0,
        unit=unit_in_words(question, language),
    )
    macros = vars(current_app.jinja_env.get_template("questions.html").module)
    return str(macros["question"](view))


def _numbered(say: Translator, place: tuple[int, int] | None) -> str:
    if place is None:
        return ""
    return say("Stelling {number} van {total}", number=place[0], total=place[1])


def _help(help: Text | None, language: str) -> Markup:
    words = help.to(language) if help else ""
    return Markup(_HELP) if "{" in words else to_html(words)  # noqa: S704  a slot


def _options(question: Question, language: str, chosen: tuple[str, ...]) -> list[OptionView]:
    if isinstance(question, TextQuestion | NumberQuestion):
        return []
    rating = isinstance(question, RatingQuestion)
    return [
        OptionView(
            id=option.id,
            label=option.label.to(language),
            chosen=option.id in chosen,
            apart=rating and option.points is None,
        )
        for option in question.options
    ]


def _filled_in(page: Page, question: Question, html: str) -> str:
    """Return a drawn question with the words of this visitor in it."""
    if _WORDS in html:
        html = html.replace(_WORDS, str(escape(page.words(question))))
    if _HELP in html and question.help:
        html = html.replace(_HELP, str(page.explained(question.help)))
    return html
