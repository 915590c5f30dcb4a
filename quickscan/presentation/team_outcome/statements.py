"""What a group answered to one question, in words and in counts."""

from collections.abc import Iterable, Iterator, Mapping

from quickscan.domain.anonymity import EXACT_FROM, Detail, ShownQuestion, Third, third_of
from quickscan.domain.group_results import GroupResult
from quickscan.domain.ids import OptionId, QuestionId
from quickscan.domain.questionnaire import Dimension
from quickscan.domain.questions import MultipleQuestion, OptionQuestion
from quickscan.domain.statistics import Agreement
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import decimal
from quickscan.presentation.outcome.voice import Speaker
from quickscan.presentation.sentences import (
    alternatives,
    capital,
    enumeration,
    in_words,
    lowered,
    quoted,
)
from quickscan.presentation.team_outcome.values import Showing, Statement, Tally

Statements = Mapping[QuestionId, Statement]
"""The questions that anyone in the group was asked, in file order."""

_FILLS = {Third.LOWER: 0.0, Third.MIDDLE: 0.5, Third.HIGHER: 1.0}


def statements_of(
    speaker: Speaker, main: Dimension, result: GroupResult, minimum: int
) -> Statements:
    """Return what a group answered to each question that someone in it was asked."""
    return {
        question.id: _statement(speaker, main, question, shown, minimum)
        for question, shown in _asked(result)
    }


def _asked(result: GroupResult) -> Iterator[tuple[OptionQuestion, ShownQuestion]]:
    for id, shown in result.questions.items():
        question = result.questionnaire.questions[id]
        if isinstance(question, OptionQuestion) and shown.not_asked is None:
            yield question, shown


def _statement(
    speaker: Speaker,
    main: Dimension,
    question: OptionQuestion,
    shown: ShownQuestion,
    minimum: int,
) -> Statement:
    _ = speaker.translate
    showing = _showing(shown)
    theme = question.theme(main.id)
    section = speaker.questionnaire.section_of[question.id]
    tallies = tuple(_tallies(speaker, question, shown))
    return Statement(
        id=question.id,
        text=speaker.say(question.text),
        theme=speaker.title(main.theme(theme)) if theme else speaker.say(section.title),
        showing=showing,
        words=_words(speaker, question, shown),
        brief=_brief(speaker, question, shown),
        more=tuple(_more(shown, showing, minimum, _)),
        tallies=tallies,
        spoken=_spoken(tallies, _),
        help=speaker.say(question.help),
        talk=speaker.say(question.talk),
        is_divided=shown.word is Agreement.DIVIDED,
        rwg=decimal(shown.agreement, 2, speaker.language)
        if shown.agreement is not None
        else "",
    )


def _showing(shown: ShownQuestion) -> Showing:
    if shown.is_empty:
        return Showing.EMPTY
    if shown.detail is Detail.HIDDEN:
        return Showing.HIDDEN
    if shown.nearly_all is not None:
        return Showing.NEARLY_ALL
    if shown.counts is not None:
        return Showing.EXACT
    return Showing.ROUGH if shown.thirds is not None else Showing.HIDDEN


# --- in words ---------------------------------------------------------------------------


def _words(speaker: Speaker, question: OptionQuestion, shown: ShownQuestion) -> str:
    _ = speaker.translate
    match _showing(shown):
        case Showing.EMPTY:
            return _("Niemand gaf antwoord")
        case Showing.HIDDEN:
            return _("Te weinig antwoorden om te tonen")
        case Showing.NEARLY_ALL if shown.most_unknown:
            answer = _alike(speaker, question, shown)
            return _("Van wie het weet, koos bijna iedereen {answer}", answer=answer)
        case Showing.NEARLY_ALL:
            return _("Bijna iedereen koos {answer}", answer=_alike(speaker, question, shown))
    return capital(agreement_in_words(shown.word, _))


def agreement_in_words(word: Agreement | None, _: Translator) -> str:
    """Return whether people are of one mind, to them; "" where it has no meaning."""
    match word:
        case Agreement.AGREED:
            return _("jullie zijn het eens")
        case Agreement.PARTLY:
            return _("jullie zijn het deels eens")
        case Agreement.DIVIDED:
            return _("jullie zijn verdeeld")
        case None:
            return ""


def third_in_words(third: Third, _: Translator) -> str:
    """Return what a part of the scale is called."""
    match third:
        case Third.LOWER:
            return _("lager")
        case Third.MIDDLE:
            return _("midden")
        case Third.HIGHER:
            return _("hoger")


def _alike(speaker: Speaker, question: OptionQuestion, shown: ShownQuestion) -> str:
    """Return what nearly everyone chose: a part of the scale where there are too few."""
    by_third = shown.detail is Detail.ROUGH and bool(third_of(question))
    if by_third and not isinstance(question, MultipleQuestion):
        return third_in_words(Third(str(shown.nearly_all)), speaker.translate)
    option = question.option(OptionId(str(shown.nearly_all)))
    return quoted(lowered(speaker.say(option.label))) if option else ""


def _more(
    shown: ShownQuestion, showing: Showing, minimum: int, _: Translator
) -> Iterator[str]:
    """Return why there are no numbers, and that many do not know."""
    if showing is Showing.NEARLY_ALL:
        yield _("Bij zo weinig verschil tonen we geen aantallen.")
    elif showing is Showing.EMPTY:
        yield _("Hier is niets ingevuld.")
    elif showing is Showing.HIDDEN:
        least = minimum if shown.detail is Detail.HIDDEN else EXACT_FROM
        yield _(
            "We tonen dit vanaf {least} mensen met een antwoord dat telt.",
            least=in_words(least, _),
        )
    if shown.most_unknown:
        yield _("De helft of meer weet dit niet.")


def _brief(speaker: Speaker, question: OptionQuestion, shown: ShownQuestion) -> str:
    """Return the parts of the scale in a few words: "1 lager, 2 midden, 6 hoger"."""
    _ = speaker.translate
    if shown.nearly_all is not None:
        return _("bijna iedereen {answer}", answer=_alike(speaker, question, shown))
    counts = dict(shown.thirds or {})
    if shown.counts is not None:
        for option, third in third_of(question).items():
            counts[third] = counts.get(third, 0) + shown.counts.get(option, 0)
    return ", ".join(_counted(third, counts[third], _) for third in Third if counts.get(third))


def _counted(third: Third, number: int, _: Translator) -> str:
    match third:
        case Third.LOWER:
            return _("{number} lager", number=number)
        case Third.MIDDLE:
            return _("{number} midden", number=number)
        case Third.HIGHER:
            return _("{number} hoger", number=number)


# --- in counts --------------------------------------------------------------------------


def _tallies(
    speaker: Speaker, question: OptionQuestion, shown: ShownQuestion
) -> Iterator[Tally]:
    if shown.thirds is None and shown.counts is None:
        return
    thirds = third_of(question)
    for third in Third:
        if shown.thirds is not None and third in thirds.values():
            label = third_in_words(third, speaker.translate)
            yield Tally(label=label, number=shown.thirds[third], fill=_FILLS[third])
    steps = max(len(shown.counts or ()) - 1, 1)
    for rank, (id, number) in enumerate((shown.counts or {}).items()):
        fill = rank / steps if thirds else 1.0
        yield Tally(label=_label(speaker, question, id), number=number, fill=fill)
    for id, number in (shown.apart or {}).items():
        if number:
            yield Tally(label=_label(speaker, question, id), number=number, apart=True)


def _label(speaker: Speaker, question: OptionQuestion, id: OptionId) -> str:
    option = question.option(id)
    return lowered(speaker.say(option.label)) if option else ""


def _spoken(tallies: Iterable[Tally], _: Translator) -> str:
    """Return the counts in one sentence, those off the scale behind the others."""
    told = {
        apart: ", ".join(f"{t.label}: {t.number}" for t in tallies if t.apart is apart)
        for apart in (False, True)
    }
    if not told[False]:
        return ""
    if not told[True]:
        return capital(told[False]) + "."
    return capital(f"{told[False]}. ") + _("Daarnaast {answers}.", answers=told[True])


def key_of(speaker: Speaker, statements: Statements) -> str:
    """Return what lower, middle and higher mean; "" where nothing is told in these words."""
    _ = speaker.translate
    rough = [
        question
        for id, own in statements.items()
        if own.showing in (Showing.ROUGH, Showing.NEARLY_ALL)
        and isinstance(question := speaker.questionnaire.questions[id], OptionQuestion)
        and third_of(question)
    ]
    if not any(own.showing is Showing.ROUGH for own in statements.values()):
        return ""
    meanings = {_meaning(speaker, question) for question in rough}
    if len(meanings) > 1:
        return _(
            "Elk teken is één antwoord. ‘Lager’ en ‘hoger’ zijn de twee helften van de schaal,"
            " ‘midden’ is de stap ertussen."
        )
    return _("Elk teken is één antwoord. {meaning}.", meaning=capital(meanings.pop()))


def _meaning(speaker: Speaker, question: OptionQuestion) -> str:
    _ = speaker.translate
    thirds = third_of(question)
    labels = {
        third: [
            quoted(_label(speaker, question, id)) for id, own in thirds.items() if own is third
        ]
        for third in Third
    }
    told = [
        _("{part} is {answers}", part=third_in_words(third, _), answers=alternatives(own, _))
        for third, own in labels.items()
        if own
    ]
    return enumeration(told, _)
