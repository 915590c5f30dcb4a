"""The questions of an organisation in a round: what fits, how they are kept and asked."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Any

from quickscan.domain.ids import OptionId, ScaleId
from quickscan.domain.own_questions import (
    MOST_QUESTIONS,
    OWN_SECTION,
    OwnKind,
    OwnQuestion,
    OwnQuestions,
    extended,
    own_id,
)
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import (
    ChoiceQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Language, Text
from quickscan.presentation.language import LANGUAGES, Translator, translator
from quickscan.presentation.wording import as_markdown
from quickscan.services.storing import clean

LONGEST_QUESTION = 300
LONGEST_OPTION = 80
"""The most characters of a question, and of an option to choose."""

FEWEST_OPTIONS, MOST_OPTIONS = 2, 8

LONGEST_ANSWER = 500
"""The most characters of what someone writes to a question in their own words."""

_LINES = 4


class Fault(StrEnum):
    """What can be wrong with a question of an organisation."""

    NO_WORDS = "no_words"
    LONG_WORDS = "long_words"
    BRACES = "braces"
    FEW_OPTIONS = "few_options"
    MANY_OPTIONS = "many_options"
    LONG_OPTION = "long_option"
    SAME_OPTIONS = "same_options"
    BRACES_IN_OPTION = "braces_in_option"
    NOT_SWITCHED_ON = "not_switched_on"


class UnfitQuestionError(ValueError):
    """A question of an organisation cannot be asked as it is."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(f"the question does not fit: {', '.join(faults)}")
        self.faults = faults


class TooManyQuestionsError(ValueError):
    """An organisation wants to ask more questions of its own than there can be."""

    def __init__(self) -> None:
        super().__init__(f"an organisation asks {MOST_QUESTIONS} questions of its own at most")


# --- what fits --------------------------------------------------------------------------


def fitting(questions: Sequence[OwnQuestion]) -> tuple[OwnQuestion, ...]:
    """Return questions with their words tidied.

    Raises:
        TooManyQuestionsError: there are more than four.
        UnfitQuestionError: one of them cannot be asked.
    """
    if len(questions) > MOST_QUESTIONS:
        raise TooManyQuestionsError
    return tuple(_fitting(own) for own in questions)


def _fitting(question: OwnQuestion) -> OwnQuestion:
    is_choice = question.kind is OwnKind.CHOICE
    options = filter(None, map(_on_one_line, question.options)) if is_choice else ()
    own = OwnQuestion(
        kind=question.kind,
        words=_on_one_line(question.words),
        options=tuple(options),
        switched_on=question.switched_on and question.kind is OwnKind.TEXT,
    )
    faults = tuple(_faults(own))
    if faults:
        raise UnfitQuestionError(faults)
    return own


def _on_one_line(words: str) -> str:
    return " ".join(clean(words).split())


def _faults(own: OwnQuestion) -> Sequence[Fault]:
    """Return what is wrong; braces would stand for an answer, see `presentation.wording`."""
    of_words = {
        Fault.NO_WORDS: not own.words,
        Fault.LONG_WORDS: len(own.words) > LONGEST_QUESTION,
        Fault.BRACES: _has_braces(own.words),
    }
    of_options = {
        Fault.FEW_OPTIONS: len(own.options) < FEWEST_OPTIONS,
        Fault.MANY_OPTIONS: len(own.options) > MOST_OPTIONS,
        Fault.LONG_OPTION: any(len(each) > LONGEST_OPTION for each in own.options),
        Fault.SAME_OPTIONS: len({each.casefold() for each in own.options}) < len(own.options),
        Fault.BRACES_IN_OPTION: any(map(_has_braces, own.options)),
    }
    found = [fault for fault, is_so in of_words.items() if is_so]
    if own.kind is OwnKind.CHOICE:
        found += [fault for fault, is_so in of_options.items() if is_so]
    if own.kind is OwnKind.TEXT and not own.switched_on:
        found.append(Fault.NOT_SWITCHED_ON)
    return found


def _has_braces(words: str) -> bool:
    return "{" in words or "}" in words


# --- as they are kept -------------------------------------------------------------------


def as_facts(own: OwnQuestions | None) -> dict[str, Any] | None:
    """Return questions as plain values; None where there are none."""
    if own is None or not own.questions:
        return None
    return {
        "by": own.by,
        "questions": [
            {
                "kind": each.kind.value,
                "words": each.words,
                "options": list(each.options),
                "switched_on": each.switched_on,
            }
            for each in own.questions
        ],
    }


def from_facts(facts: Mapping[str, Any] | None) -> OwnQuestions | None:
    """Return questions that were kept; None where there are none."""
    if facts is None:
        return None
    return OwnQuestions(
        by=facts["by"],
        questions=tuple(
            OwnQuestion(
                kind=OwnKind(each["kind"]),
                words=each["words"],
                options=tuple(each["options"]),
                switched_on=each["switched_on"],
            )
            for each in facts["questions"]
        ),
    )


# --- as they are asked ------------------------------------------------------------------


@lru_cache(maxsize=512)
def with_own(questionnaire: Questionnaire, own: OwnQuestions | None) -> Questionnaire:
    """Return a questionnaire as it is asked in a round; the same value for the same round.

    Much that follows from a questionnaire is remembered with it.
    """
    if own is None:
        return questionnaire
    return extended(questionnaire, _section(questionnaire, own))


def _section(questionnaire: Questionnaire, own: OwnQuestions) -> Section:
    languages = tuple(dict.fromkeys((*LANGUAGES, *questionnaire.languages)))
    asking = _Asking(languages)
    by = own.by.replace("{", "(").replace("}", ")")  # braces would stand for an answer
    return Section(
        id=OWN_SECTION,
        title=asking.text(lambda _: _("Vragen van {organisation}", organisation=by)),
        introduction=asking.text(lambda _: _introduction(own, by, _)),
        questions=tuple(
            asking.question(number, each) for number, each in enumerate(own.questions, 1)
        ),
    )


def _introduction(own: OwnQuestions, by: str, _: Translator) -> str:
    """Return whose questions these are and who sees the answers, as Markdown."""
    first = _(
        "Deze vragen stelt {organisation} zelf. Ze tellen niet mee in je uitslag, en je mag ze"
        " overslaan.",
        organisation=as_markdown(by),
    )
    if all(each.kind is OwnKind.TEXT for each in own.questions):
        return first
    return f"{first} " + _(
        "Van wat je kiest, zien je team en de coördinatoren na sluiting alleen cijfers van de"
        " groep, volgens dezelfde regels als bij de andere vragen."
    )


def read_literally(_: Translator) -> str:
    """Return what is said with a question in one's own words, as Markdown."""
    return _(
        "**Wat je hier schrijft, wordt letterlijk gelezen** door je team en de coördinatoren,"
        " na sluiting en als minstens tien mensen van je team iets schreven. Er staat geen"
        " naam, dag of rol bij, en de volgorde is willekeurig. Na sluiting kun je het niet"
        " meer weghalen. Schrijf geen namen op, en niets waaraan iemand jou of een ander"
        " herkent."
    )


class _Asking:
    """Makes questions in the words of the organisation, with ours in every language."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = languages

    def text(self, words: Callable[[Translator], str]) -> Text:
        """Return a text of ours in all languages."""
        return Text(tuple((Language(own), words(translator(own))) for own in self._languages))

    def theirs(self, words: str) -> Text:
        """Return what the organisation wrote: the same on a page in any language."""
        return Text(((Language(self._languages[0]), words),))

    def question(self, number: int, own: OwnQuestion) -> Question:
        """Return a question as one of the questionnaire; nobody needs to answer it."""
        id, text = own_id(number), self.theirs(own.words)
        match own.kind:
            case OwnKind.RATING:
                return RatingQuestion(
                    id=id, text=text, scale=ScaleId("eigen_schaal"), options=self._scale()
                )
            case OwnKind.CHOICE:
                options = tuple(
                    Option(id=OptionId(f"optie_{place}"), label=self.theirs(each))
                    for place, each in enumerate(own.options, 1)
                )
                return ChoiceQuestion(id=id, text=text, options=options)
            case OwnKind.TEXT:
                return TextQuestion(
                    id=id,
                    text=text,
                    help=self.text(read_literally),
                    max_length=LONGEST_ANSWER,
                    lines=_LINES,
                )

    def _scale(self) -> tuple[Option, ...]:
        """Return how far one agrees, from least to most, and not knowing."""
        agree: tuple[tuple[str, Callable[[Translator], str]], ...] = (
            ("helemaal-oneens", lambda _: _("Helemaal niet mee eens")),
            ("oneens", lambda _: _("Niet mee eens")),
            ("midden", lambda _: _("Niet eens, niet oneens")),
            ("eens", lambda _: _("Mee eens")),
            ("helemaal-eens", lambda _: _("Helemaal mee eens")),
        )
        steps = tuple(
            Option(id=OptionId(id), label=self.text(words), points=points)
            for points, (id, words) in enumerate(agree)
        )
        unknown = self.text(lambda _: _("Weet ik niet"))
        return (*steps, Option(id=OptionId("weet-niet"), label=unknown))
