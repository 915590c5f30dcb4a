"""From questions to form fields and back: WTForms validates, templates write the inputs."""

import secrets
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never
from unicodedata import category
from zlib import crc32

from werkzeug.datastructures import MultiDict
from wtforms import Field, SelectMultipleField, StringField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import QuestionId
from quickscan.domain.questions import (
    ChoiceQuestion,
    MultipleQuestion,
    NumberQuestion,
    OptionQuestion,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.presentation.language import Translator

# An underscore keeps these apart from question ids, which are slugs.
ROLE = "_rol"
NOTE = "_notitie"
SEEN = "_gezien"
_PAGE = "p-"
_MOST_DIGITS = 9
NOTE_LENGTH = 5000
"""The most characters of what someone wants to remember about a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What came in for some questions: the valid answers, and a sentence for each fault.

    `missing` are the faults that are no more than an answer that is not there yet.
    """

    answers: Answers
    errors: Mapping[QuestionId, str]
    missing: frozenset[QuestionId] = frozenset()

    @property
    def is_invalid(self) -> bool:
        """Whether something was sent that cannot be saved."""
        return bool(self.errors.keys() - self.missing)


def read(
    questions: Sequence[Question],
    form: "MultiDict[str, str]",
    _: Translator,
    again: Container[str] = (),
) -> Sent:
    """Validate a sent page.

    A valid answer is kept whatever happens to its neighbours. An empty text or number
    clears what was there; a rating or choice that was not sent is only missing. What is
    the same as when the page was made is left out: another page may have changed it since.
    `again` names what this very page changed itself (see `written_before`).
    """
    fields = BaseForm([(question.id, _field(question, _)) for question in questions])
    fields.process(form)
    fields.validate()
    answers: dict[QuestionId, Given] = {}
    errors: dict[QuestionId, str] = {}
    seen = form.get(SEEN, "").split()
    for question in questions:
        field = fields[question.id]
        if field.errors:
            errors[question.id] = str(field.errors[0])
        elif (given := _given(question, field)) is not None and (
            question.id in again or mark(question.id, given) not in seen
        ):
            answers[question.id] = given
    missing = frozenset(id for id in errors if _is_empty(fields[id]))
    return Sent(answers=answers, errors=errors, missing=missing)


def new_page() -> str:
    """Return a name for a page that is made now; it stands first among what was seen."""
    return f"{_PAGE}{secrets.token_hex(8)}"


def mark(name: str, value: Given) -> str:
    """Return a short mark of a value, by which a sent page tells what it was made with."""
    return f"{crc32(repr((name, value)).encode()):08x}"


def _field(question: Question, _: Translator) -> "UnboundField[Any]":
    checks = [_Fits(question, _)]
    match question:
        case RatingQuestion() | ChoiceQuestion():
            return UnboundField(StringField, validators=checks)
        case MultipleQuestion():
            return UnboundField(
                SelectMultipleField,
                choices=_choices(question),
                validate_choice=False,
                filters=[_without_marker],
                validators=checks,
            )
        case TextQuestion():
            return UnboundField(StringField, filters=[tidy], validators=checks)
        case NumberQuestion():
            return UnboundField(StringField, filters=[_whole_number], validators=checks)
        case _:
            assert_never(question)


def _choices(question: OptionQuestion) -> list[str]:
    return [option.id for option in question.options]


def tidy(text: str | None) -> str:
    """Return what was typed with one kind of line end and without control characters."""
    lines = (text or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(c for c in lines if c in "\n\t" or category(c) != "Cc")


def _without_marker(chosen: list[str] | None) -> list[str]:
    """Return what was chosen, without the empty value that tells the question was sent."""
    return [option for option in chosen or [] if option]


def _whole_number(typed: str | None) -> int | str:
    """Return the number typed (`1.200` too), or what was typed when it is none."""
    text = (typed or "").strip()
    digits = text.replace(".", "").replace(" ", "")
    is_number = digits.removeprefix("-").isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_number else text


@dataclass(frozen=True, slots=True, kw_only=True)
class SentNote:
    """What came in for the note of a section: what to save, and what is wrong with it.

    `words` is None when there is nothing new to save.
    """

    words: str | None
    error: str = ""


def read_note(
    form: "MultiDict[str, str]", _: Translator, again: Container[str] = ()
) -> SentNote:
    """Read the note of a section, which may be left out, unchanged or too long."""
    if NOTE not in form:
        return SentNote(words=None)
    note = tidy(form[NOTE])
    if NOTE not in again and mark(NOTE, note) in form.get(SEEN, "").split():
        return SentNote(words=None)
    if len(note) > NOTE_LENGTH:
        return SentNote(words=None, error=_too_long(NOTE_LENGTH, _))
    return SentNote(words=note)


def written_before(form: "MultiDict[str, str]", stored: str | None) -> frozenset[str]:
    """Return what this very page changed when it was sent before; nothing for another page.

    A browser that goes back shows a page as it was left, with the marks it was made with.
    """
    page, *written = (stored or "").split() or [""]
    return frozenset(written) if page and page == _page(form) else frozenset()


def writing(
    form: "MultiDict[str, str]", before: Iterable[str], sent: Sent, note: SentNote
) -> str | None:
    """Return the name of a sent page with all that it changed, to keep with the section.

    None for what is no page of ours, such as a program.
    """
    noted = () if note.words is None else (NOTE,)
    changed = sorted({*before, *sent.answers, *noted})
    return " ".join([_page(form), *changed]) if _page(form) else None


def _page(form: "MultiDict[str, str]") -> str:
    first = form.get(SEEN, "").partition(" ")[0]
    return first if first.startswith(_PAGE) else ""


def _too_long(most: int, _: Translator) -> str:
    return _("Dit is te lang. Gebruik hooguit {number} tekens.", number=most)


class _Fits:
    """Refuses a value that the question does not take, in words that say what to do."""

    def __init__(self, question: Question, _: Translator) -> None:
        self.question = question
        self.say = _

    def __call__(self, _form: BaseForm, field: Field) -> None:
        if _is_empty(field):
            if self.question.required:
                raise StopValidation(missing(self.question, self.say))
            raise StopValidation
        try:
            field.data = parse(self.question, field.data)
        except InvalidAnswerError:
            raise StopValidation(_mend(self.question, self.say)) from None


def _is_empty(field: Field) -> bool:
    raw = [value for value in (field.raw_data or []) if str(value).strip()]
    return not raw


def missing(question: Question, _: Translator) -> str:
    """Return what to say when a required answer was not given."""
    match question:
        case RatingQuestion():
            unknown = next((o for o in question.options if o.points is None), None)
            if unknown:
                return _(
                    "Kies een antwoord. Weet je het niet? Kies dan ‘{option}’.",
                    option=unknown.label.to(_.language),
                )
            return _("Kies een antwoord.")
        case ChoiceQuestion():
            return _("Kies een antwoord.")
        case MultipleQuestion():
            return _("Kies minstens één antwoord.")
        case TextQuestion() | NumberQuestion():
            return _("Vul hier iets in.")
        case _:
            assert_never(question)


def _mend(question: Question, _: Translator) -> str:
    match question:
        case RatingQuestion() | ChoiceQuestion():
            return _("Kies een van de antwoorden die er staan.")
        case MultipleQuestion():
            return _("Deze antwoorden gaan niet samen. Haal er een weg.")
        case TextQuestion():
            return _too_long(question.max_length, _)
        case NumberQuestion():
            return _number_hint(question, _)
        case _:
            assert_never(question)


def _number_hint(question: NumberQuestion, _: Translator) -> str:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None:
        return _("Vul een heel getal in van {low} tot en met {high}.", low=low, high=high)
    if low is not None:
        return _("Vul een heel getal in van {low} of hoger.", low=low)
    if high is not None:
        return _("Vul een heel getal in van {high} of lager.", high=high)
    return _("Vul een heel getal in, bijvoorbeeld 12.")


def _given(question: Question, field: Field) -> Given | None:
    """Return the answer of a valid field; None when nothing was sent or nothing is new."""
    if _is_empty(field):
        return _cleared(question) if field.raw_data else None
    given: Given = field.data
    return given


def _cleared(question: Question) -> Given | None:
    match question:
        case MultipleQuestion():
            return ()
        case TextQuestion() | NumberQuestion():
            return ""
        case RatingQuestion() | ChoiceQuestion():
            return None
        case _:
            assert_never(question)
