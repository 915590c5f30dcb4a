"""A round put into words for who reads it along."""

from collections.abc import Iterator

from quickscan.domain.progress import opening
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import (
    MultipleQuestion,
    NumberQuestion,
    Question,
    TextQuestion,
)
from quickscan.presentation.along.chapters import in_short, seeing, teams, told_beforehand
from quickscan.presentation.along.privacy import kept, possible, responsible, start_of_dpia
from quickscan.presentation.along.values import Along, QuestionWords, SectionWords, Told
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.sentences import enumeration
from quickscan.presentation.wording import worded


def along(own: Told, language: str) -> Along:
    """Return a round in words."""
    _ = translator(language)
    questionnaire = own.questionnaire
    return Along(
        language=language,
        title=_("Lees mee met de meting ‘{name}’", name=own.name),
        lead=_state(own, _),
        before=(
            in_short(own, _),
            told_beforehand(own, _),
            teams(own, _),
            seeing(own, _),
            kept(own, _),
            responsible(own, _),
        ),
        questions_heading=_("Alle vragen"),
        questions_intro=_(
            "Dit zijn alle vragen, met de antwoorden die je kunt kiezen. Bij elk onderdeel "
            "kan iemand voor zichzelf een notitie maken. Die ziet niemand anders."
        ),
        sections=tuple(_sections(questionnaire, _)),
        after=(start_of_dpia(own, _), possible(own, _)),
        foot=_(
            "{title}, versie {number}.",
            title=questionnaire.title.to(language),
            number=questionnaire.version,
        ),
    )


def _state(own: Told, _: Translator) -> str:
    if own.is_fixed:
        return _(
            "{organisation} heeft deze meting geopend. Wat hier staat, verandert niet meer, "
            "behalve een latere laatste dag.",
            organisation=own.organisation,
        )
    return _(
        "Dit is een concept van {organisation}. Het kan nog veranderen. Deze bladzijde laat "
        "steeds zien hoe het nu is.",
        organisation=own.organisation,
    )


def _sections(questionnaire: Questionnaire, _: Translator) -> Iterator[SectionWords]:
    first = opening(questionnaire)
    for section in questionnaire.sections:
        intro = ""
        if first is not None and section.id == first.id:
            intro = _(
                "Deze vragen beantwoordt de coördinator vooraf, één keer per team. Wie "
                "meedoet, krijgt ze niet."
            )
        yield _section(questionnaire, section, intro, _)


def _section(
    questionnaire: Questionnaire, section: Section, intro: str, _: Translator
) -> SectionWords:
    return SectionWords(
        title=section.title.to(_.language),
        intro=intro,
        questions=tuple(
            QuestionWords(
                text=worded(own.text, _.language, questionnaire, {}),
                notes=tuple(_notes(questionnaire, own, _)),
                answers=_answers(own, _),
            )
            for own in section.questions
        ),
    )


def _notes(questionnaire: Questionnaire, question: Question, _: Translator) -> Iterator[str]:
    if question.roles:
        labels = [
            role.label.to(_.language)
            for role in questionnaire.roles
            if role.id in question.roles
        ]
        yield _("Alleen voor: {roles}.", roles=enumeration(labels, _))
    if question.when:
        yield _("Alleen als een eerder antwoord erom vraagt.")
    if isinstance(question, TextQuestion):
        yield _("Open vraag: je typt zelf een antwoord.")
    elif isinstance(question, NumberQuestion):
        yield _("Je vult een getal in.")
    elif isinstance(question, MultipleQuestion):
        yield _("Meer antwoorden mogen.")
    if not question.required:
        yield _("Overslaan mag.")


def _answers(question: Question, _: Translator) -> tuple[str, ...]:
    if isinstance(question, TextQuestion | NumberQuestion):
        return ()
    return tuple(option.label.to(_.language) for option in question.options)
