"""What the templates of a scan get: finished strings and plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from quickscan.domain.answers import Answers
from quickscan.domain.ids import QuestionId, SectionId
from quickscan.domain.progress import Progress, opening
from quickscan.domain.questionnaire import Questionnaire, Role, Section
from quickscan.domain.questions import (
    ChoiceQuestion,
    MultipleQuestion,
    NumberQuestion,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Text
from quickscan.presentation.language import Translator
from quickscan.presentation.markdown import to_html
from quickscan.presentation.sentences import minutes_in_words
from quickscan.presentation.wording import answer_in_words, worded, worded_markdown
from quickscan.web.forms import NOTE, mark, new_page


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One option to choose; `apart` is off the line of the scale."""

    id: str
    label: str
    chosen: bool = False
    apart: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One question with its answer in words, to be looked over."""

    id: str
    text: str
    answer: str
    first_input: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionState:
    """One section in the overview: `state` is done, begun, open, or later."""

    id: str
    title: str
    state: str
    words: str
    on_path: bool
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all views of one request share: who is asked, and in which words."""

    questionnaire: Questionnaire
    say: Translator
    answers: Answers

    def words(self, question: Question) -> str:
        """Return the words of a question in the language of the page."""
        return worded(question.text, self.say.language, self.questionnaire, self.answers)

    def explained(self, text: Text) -> Markup:
        """Return a Markdown text in the language of the page, as HTML."""
        language, answers = self.say.language, self.answers
        return to_html(worded_markdown(text, language, self.questionnaire, answers))


@dataclass(frozen=True, slots=True)
class Problem:
    """One line of the summary on top of a page: where to mend it, and what is wrong.

    Where the words are those of a question, `wrong` says what is wrong with its answer. `page`
    is the address of the page to mend it on; "" for the page itself.
    """

    target: str
    words: str
    wrong: str = ""
    page: str = ""


# --- questions --------------------------------------------------------------------------


def kind(question: Question) -> str:
    """Return the word for a kind of question, as in the questionnaire file."""
    match question:
        case RatingQuestion():
            return "rating"
        case ChoiceQuestion():
            return "choice"
        case MultipleQuestion():
            return "multiple"
        case TextQuestion():
            return "text"
        case NumberQuestion():
            return "number"
        case _:
            assert_never(question)


def first_input(question: Question) -> str:
    """Return the id of the input that a link to a question leads to."""
    if isinstance(question, TextQuestion | NumberQuestion):
        return question.id
    return f"{question.id}--{question.options[0].id}"


def unit_in_words(question: Question, language: str) -> str:
    """Return the unit of a number; "" where there is none."""
    if isinstance(question, NumberQuestion) and question.unit:
        return question.unit.to(language)
    return ""


def answer_views(page: Page, questions: Sequence[Question]) -> tuple[AnswerView, ...]:
    """Return questions with their answers in words."""
    language = page.say.language
    return tuple(
        AnswerView(
            id=question.id,
            text=page.words(question),
            answer=" ".join(
                part
                for part in (
                    answer_in_words(question, language, page.answers),
                    unit_in_words(question, language) if question.id in page.answers else "",
                )
                if part
            ),
            first_input=first_input(question),
            required=question.required,
        )
        for question in questions
    )


def seen(page: Page, questions: Sequence[Question], note: str | None = None) -> str:
    """Return the name of a new page and marks of what is stored now, to be sent back."""
    marks = [mark(q.id, page.answers.get(q.id, "")) for q in questions]
    return " ".join([new_page(), *marks, *([] if note is None else [mark(NOTE, note)])])


def problems_of(
    page: Page, questions: Sequence[Question], errors: Mapping[QuestionId, str]
) -> tuple[Problem, ...]:
    """Return a line for the summary for each question that has an error."""
    return tuple(
        Problem(
            first_input(question), page.words(question), _first_sentence(errors[question.id])
        )
        for question in questions
        if question.id in errors
    )


def _first_sentence(words: str) -> str:
    """Return what is wrong; how to mend it stands at the question itself."""
    first, stop, _ = words.partition(". ")
    return first + stop.rstrip()


def role_views(roles: Sequence[Role], chosen: str | None, say: Translator) -> list[OptionView]:
    """Return the roles to choose from."""
    return [
        OptionView(
            id=role.id,
            label=role.label.to(say.language),
            chosen=role.id == chosen,
            note=minutes_in_words(role.minutes, say) if role.minutes else "",
        )
        for role in roles
    ]


# --- sections ---------------------------------------------------------------------------


def section_states(
    page: Page, progress: Progress, saved: frozenset[SectionId], *, role_missing: bool = False
) -> tuple[SectionState, ...]:
    """Return every section that is asked, or will be later, with how far it is.

    The first page is not done while the role that is asked there is missing.
    """
    first = opening(page.questionnaire) if role_missing else None
    asked = progress.course.sections
    dimension = page.questionnaire.positioned
    themes = [theme.id for theme in dimension.themes] if dimension else []

    def view(section: Section) -> SectionState:
        state = section_state(section, progress, saved) if section in asked else "later"
        if section is first:
            state = "open"
        places = {q.theme(dimension.id) for q in section.questions} if dimension else set()
        return SectionState(
            id=section.id,
            title=section.title.to(page.say.language),
            state=state,
            words=_state_words(page.say, section, state, progress),
            on_path=bool(themes) and places <= set(themes),
            last=bool(themes) and places == {themes[-1]},
        )

    return tuple(
        view(section)
        for section in page.questionnaire.sections
        if section in asked or _is_later(section, progress)
    )


def _is_later(section: Section, progress: Progress) -> bool:
    return any(progress.not_asked.get(q.id) == "not_yet" for q in section.questions)


def section_state(section: Section, progress: Progress, saved: frozenset[SectionId]) -> str:
    """Return how far a section is: done, begun or open."""
    answered = progress.answered_in(section)
    if not progress.open_in(section) and (section.id in saved or answered):
        return "done"
    return "begun" if answered else "open"


def _state_words(_: Translator, section: Section, state: str, progress: Progress) -> str:
    asked, left = len(progress.asked_in(section)), len(progress.open_in(section))
    if state == "later":
        return _("Nog niet aan de orde.")
    total = _.many("{number} vraag", "{number} vragen", asked)
    if all(isinstance(q, RatingQuestion) for q in section.questions):
        total = _.many("{number} stelling", "{number} stellingen", asked)
    if state == "done":
        done = len(progress.answered_in(section))
        return _("Klaar. {done} van {total} beantwoord.", done=done, total=asked)
    if state == "begun":
        return _("Bezig. {total}, nog {left} open.", total=total, left=left)
    return _("Nog te doen. {total}.", total=total)
