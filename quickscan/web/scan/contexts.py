"""What the templates of a scan get: finished strings and plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from quickscan.domain.answers import Answers, given_options
from quickscan.domain.progress import Progress, asked_sections
from quickscan.domain.questionnaire import (
    ChoiceQuestion,
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    QuestionId,
    Questionnaire,
    RatingQuestion,
    Role,
    Section,
    SectionId,
    TextQuestion,
)
from quickscan.presentation.language import Translator
from quickscan.presentation.markdown import to_html
from quickscan.presentation.wording import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionView:
    """One option as shown; `apart` is off the line of the scale."""

    id: str
    label: str
    chosen: bool
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question as shown, with what was typed and what is wrong with it."""

    id: str
    kind: str
    text: str
    number: str
    help: Markup | None
    options: tuple[OptionView, ...] = ()
    value: str = ""
    error: str = ""
    required: bool = False
    lines: int = 1
    max_length: int = 0
    unit: str = ""

    @property
    def first_input(self) -> str:
        """The id of the input that a link to this question leads to."""
        return f"{self.id}--{self.options[0].id}" if self.options else self.id


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
    """Who is asked and in which words: what all views of one request share."""

    questionnaire: Questionnaire
    say: Translator
    answers: Answers

    def words(self, question: Question) -> str:
        """Return the words of a question in the language of the page."""
        return worded(question.text, self.say.language, self.questionnaire, self.answers)


def question_views(
    page: Page,
    questions: Sequence[Question],
    *,
    typed: "MultiDict[str, str] | None" = None,
    errors: Mapping[QuestionId, str] | None = None,
) -> tuple[QuestionView, ...]:
    """Return questions as shown: with what was just typed, else with what is stored."""
    ratings = [question for question in questions if isinstance(question, RatingQuestion)]
    numbers = {
        question.id: page.say("Stelling {number} van {total}", number=i, total=len(ratings))
        for i, question in enumerate(ratings, 1)
    }
    return tuple(
        _question_view(
            page,
            question,
            numbers.get(question.id, ""),
            typed if typed is not None and question.id in typed else None,
            (errors or {}).get(question.id, ""),
        )
        for question in questions
    )


def _question_view(
    page: Page,
    question: Question,
    number: str,
    typed: "MultiDict[str, str] | None",
    error: str,
) -> QuestionView:
    language = page.say.language
    return QuestionView(
        id=question.id,
        kind=kind(question),
        text=page.words(question),
        number=number,
        help=to_html(question.help.to(language)) if question.help else None,
        error=error,
        required=question.required,
        options=_option_views(page, question, typed),
        value=_value(page, question, typed),
        lines=question.lines if isinstance(question, TextQuestion) else 1,
        max_length=question.max_length if isinstance(question, TextQuestion) else 0,
        unit=_unit(question, language),
    )


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


def _option_views(
    page: Page, question: Question, typed: "MultiDict[str, str] | None"
) -> tuple[OptionView, ...]:
    if isinstance(question, TextQuestion | NumberQuestion):
        return ()
    if typed is None:
        chosen = {option.id for option in given_options(question, page.answers)}
    else:
        chosen = set(typed.getlist(question.id))  # type: ignore[arg-type]
    rating = isinstance(question, RatingQuestion)
    language = page.say.language
    return tuple(
        OptionView(
            id=option.id,
            label=option.label.to(language),
            chosen=option.id in chosen,
            apart=rating and option.points is None,
        )
        for option in question.options
    )


def _value(page: Page, question: Question, typed: "MultiDict[str, str] | None") -> str:
    if not isinstance(question, TextQuestion | NumberQuestion):
        return ""
    if typed is not None:
        return typed.get(question.id, "")
    return str(page.answers.get(question.id, ""))


def _unit(question: Question, language: str) -> str:
    if isinstance(question, NumberQuestion) and question.unit:
        return question.unit.to(language)
    return ""


def option_views(
    roles: Sequence[Role], chosen: str | None, say: Translator
) -> tuple[OptionView, ...]:
    """Return the roles to choose from."""
    return tuple(
        OptionView(
            id=role.id,
            label=role.label.to(say.language),
            chosen=role.id == chosen,
            apart=False,
        )
        for role in roles
    )


def section_states(
    page: Page, progress: Progress, saved: frozenset[SectionId]
) -> tuple[SectionState, ...]:
    """Return every section that is asked, or will be later, with how far it is."""
    questionnaire = page.questionnaire
    asked = asked_sections(questionnaire, progress)
    later = [
        section
        for section in questionnaire.sections
        if section not in asked and _is_later(section, progress)
    ]
    dimension = questionnaire.positioned
    themes = [theme.id for theme in dimension.themes] if dimension else []

    def view(section: Section) -> SectionState:
        state = section_state(section, progress, saved) if section in asked else "later"
        on_path = {q.theme(dimension.id) for q in section.questions} if dimension else set()
        return SectionState(
            id=section.id,
            title=section.title.to(page.say.language),
            state=state,
            words=_state_words(page.say, section, state, progress),
            on_path=bool(themes) and on_path <= set(themes),
            last=bool(themes) and on_path == {themes[-1]},
        )

    order = {section.id: i for i, section in enumerate(questionnaire.sections)}
    listed = sorted((*asked, *later), key=lambda section: order[section.id])
    return tuple(view(section) for section in listed)


def _is_later(section: Section, progress: Progress) -> bool:
    return any(progress.not_asked.get(q.id) == "not_yet" for q in section.questions)


def section_state(section: Section, progress: Progress, saved: frozenset[SectionId]) -> str:
    """Return how far a section is: done, begun or open."""
    if not progress.open_in(section) and (
        section.id in saved or progress.answered_in(section)
    ):
        return "done"
    return "begun" if progress.answered_in(section) else "open"


def _state_words(_: Translator, section: Section, state: str, progress: Progress) -> str:
    asked, left = len(progress.asked_in(section)), len(progress.open_in(section))
    if state == "later":
        return _("Nog niet aan de orde.")
    total = _.many("{number} vraag", "{number} vragen", asked)
    if any(isinstance(q, RatingQuestion) for q in section.questions):
        total = _.many("{number} stelling", "{number} stellingen", asked)
    if state == "done":
        done = len(progress.answered_in(section))
        return _("Klaar. {done} van {total} beantwoord.", done=done, total=asked)
    if state == "begun":
        return _("Bezig. {total}, nog {left} open.", total=total, left=left)
    return _("Nog te doen. {total}.", total=total)


def chosen_label(options: tuple[Option, ...], language: str) -> str:
    """Return the labels of chosen options, joined by commas."""
    return ", ".join(option.label.to(language) for option in options)
