"""What a group answered to the questions of its own organisation."""

from collections.abc import Iterator

from quickscan.domain.anonymity import EXACT_FROM, Detail, ShownTexts
from quickscan.domain.group_results import GroupResult
from quickscan.domain.own_questions import own_section
from quickscan.domain.questionnaire import Section
from quickscan.domain.questions import Question
from quickscan.presentation.language import Translator
from quickscan.presentation.outcome.voice import Speaker
from quickscan.presentation.sentences import capital, in_words
from quickscan.presentation.team_outcome.statements import Statements, key_of
from quickscan.presentation.team_outcome.values import Asked, Showing, Statement


def asked_itself(
    speaker: Speaker, result: GroupResult, statements: Statements, minimum: int
) -> Asked | None:
    """Return what the organisation asked itself, with the answers; None where it did not."""
    section = own_section(result.questionnaire)
    if section is None or result.is_hidden:
        return None
    chosen = {own.id: statements[own.id] for own in section.questions if own.id in statements}
    written = {
        own.id: _in_own_words(speaker, section, own, result.texts[own.id], minimum)
        for own in section.questions
        if own.id in result.texts
    }
    return Asked(
        title=speaker.say(section.title),
        key=key_of(speaker, chosen),
        chosen=tuple(chosen.values()),
        written=tuple(written.values()),
    )


def without_own(result: GroupResult, statements: Statements) -> Statements:
    """Return the statements of the questionnaire itself."""
    section = own_section(result.questionnaire)
    own = {question.id for question in section.questions} if section else set()
    return {id: told for id, told in statements.items() if id not in own}


def _in_own_words(
    speaker: Speaker, section: Section, question: Question, shown: ShownTexts, minimum: int
) -> Statement:
    _ = speaker.translate
    showing = _showing(shown)
    return Statement(
        id=question.id,
        text=speaker.say(question.text),
        theme=speaker.say(section.title),
        showing=showing,
        words=_words(shown, showing, _),
        more=tuple(_more(shown, showing, minimum, _)),
        texts=shown.texts,
    )


def _showing(shown: ShownTexts) -> Showing:
    if shown.is_empty:
        return Showing.EMPTY
    return Showing.HIDDEN if shown.detail is Detail.HIDDEN else Showing.EXACT


def _words(shown: ShownTexts, showing: Showing, _: Translator) -> str:
    if showing is Showing.EMPTY:
        return _("Niemand gaf antwoord")
    if shown.is_apart:
        return _("Deze antwoorden tonen we niet")
    if showing is Showing.HIDDEN:
        return _("Te weinig antwoorden om te tonen")
    count = capital(in_words(len(shown.texts), _))
    return _("{count} mensen schreven iets", count=count)


def _more(shown: ShownTexts, showing: Showing, minimum: int, _: Translator) -> Iterator[str]:
    if showing is Showing.EMPTY:
        yield _("Hier is niets ingevuld.")
    elif shown.is_apart:
        yield _(
            "Wat mensen schrijven, tonen we alleen van één team waarin iedereen dezelfde rol"
            " heeft. Anders valt er te raden wie wat schreef."
        )
    elif showing is Showing.HIDDEN:
        least = in_words(max(EXACT_FROM, minimum), _)
        yield _("We tonen dit vanaf {least} mensen die iets schreven.", least=least)
    else:
        yield _("Woord voor woord, in een willekeurige volgorde.")
