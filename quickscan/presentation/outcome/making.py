"""The assessment of a scan, put into words."""

from collections.abc import Mapping, Sequence
from datetime import date

from quickscan.domain.assessment import Assessment
from quickscan.domain.ids import AdviceId, QuestionId, SectionId
from quickscan.domain.questionnaire import Dimension, Questionnaire, Status
from quickscan.domain.questions import TextQuestion
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import out_of_100
from quickscan.presentation.outcome import telling
from quickscan.presentation.outcome.advices import FIRST, Placed, place_advice
from quickscan.presentation.outcome.grid import crossing, grid_of
from quickscan.presentation.outcome.lines import Lines, key_of, lines_of
from quickscan.presentation.outcome.places import places_of
from quickscan.presentation.outcome.values import (
    Dimensional,
    Divided,
    Line,
    MarkState,
    Outcome,
    Place,
)
from quickscan.presentation.outcome.voice import Voice, voice_of
from quickscan.presentation.wording import answer_in_words

STRENGTHS = 3
"""How many statements stand under "Dit gaat al goed"."""


def main_dimension(questionnaire: Questionnaire) -> Dimension:
    """Return the dimension of the path: with a position, else ordered, else the first."""
    dimensions = questionnaire.dimensions
    ordered = next((own for own in dimensions if own.ordered), dimensions[0])
    return questionnaire.positioned or ordered


def told_first(assessment: Assessment) -> Dimension:
    """Return the main dimension; where nothing of it was asked, the first that was.

    Else cover, summary and drawing would say nothing but that nothing was asked.
    """
    main = main_dimension(assessment.questionnaire)
    axes = (main, *assessment.questionnaire.dimensions)
    asked = (
        own for own in axes if any(score.asked for score in assessment.themes[own.id].values())
    )
    return next(asked, main)


def name_question(questionnaire: Questionnaire) -> TextQuestion | None:
    """Return the question that asks what the scan is about.

    That is the first text question with a fallback: the one that other texts name.
    """
    texts = (own for own in questionnaire.questions.values() if isinstance(own, TextQuestion))
    return next((question for question in texts if question.fallback), None)


def outcome(  # noqa: PLR0913  all that people gave beside the answers
    assessment: Assessment,
    language: str,
    *,
    finished: date,
    chosen: Sequence[AdviceId] = (),
    notes: Mapping[SectionId, str] | None = None,
    divided: Mapping[QuestionId, str] | None = None,
) -> Outcome:
    """Return an assessment in words, the same for the result page and the report.

    Notes of sections that are not asked are left out, and so is chosen advice that does not
    fire with these answers. `divided` is what people who filled it in together did not agree
    on, by question; None when it is of one person.
    """
    voice, questionnaire = voice_of(assessment, language), assessment.questionnaire
    _ = voice.translate
    main = told_first(assessment)
    lines = lines_of(voice, main)
    placed = place_advice(voice, main, lines, assessment.advice)
    kept = _kept(assessment, notes or {})

    def places(dimension: Dimension) -> tuple[Place, ...]:
        return places_of(voice, dimension, lines, placed, kept)

    own = places(main)
    crossed = crossing(voice, main)
    across = crossed[0] if crossed else None

    def dimensional(dimension: Dimension) -> Dimensional:
        return Dimensional(
            title=voice.title(dimension),
            ordered=dimension.ordered,
            apart=dimension not in crossed,
            places=places(dimension),
        )

    factors = dimensional(across) if across else None
    others = tuple(
        dimensional(dimension)
        for dimension in questionnaire.dimensions
        if dimension not in (main, across)
    )
    apart = tuple(place for each in others if each.apart for place in each.places)
    rest = [place for each in (factors, *others) if each for place in each.places]
    everywhere = (*own, *rest)
    advice = tuple(each.words for each in placed)
    scored = {question.id: lines[question.id] for question in assessment.scored}
    strengths = tuple(lines[question.id] for question in assessment.strengths[:STRENGTHS])
    find_out = tuple(lines[question.id] for question in assessment.to_find_out)
    noun, nouns = telling.nouns(voice, main)
    role = questionnaire.role(assessment.role)
    disagreed = _divided(voice, lines, divided or {})
    status = status_in_words(_, questionnaire.status)
    return Outcome(
        language=language,
        name=_name(assessment, language),
        title=voice.say(questionnaire.title),
        role=voice.say(role.label) if role else None,
        finished=long_date(finished, language),
        version=questionnaire.version,
        status=status,
        evidence=voice.say(questionnaire.evidence),
        headline=telling.headline(voice, (*own, *apart)),
        position=next((place for place in own if place.here), None),
        position_sentence=telling.position_sentence(voice, main, own),
        strengths=strengths,
        strengths_intro=telling.strengths_intro(voice, strengths, scored),
        improvements=advice[:FIRST],
        improvements_intro=telling.improvements_intro(voice, advice, everywhere, scored),
        main=voice.title(main),
        noun=noun,
        nouns=nouns,
        ordered=main.ordered or main.position is not None,
        places=own,
        factors=factors,
        others=others,
        grid=grid_of(voice, main, across, own, lines) if across else None,
        advised=_advised(placed, everywhere),
        advice=advice,
        find_out=find_out,
        find_out_intro=telling.find_out_intro(voice, find_out),
        skipped=_in_state(scored, MarkState.SKIPPED),
        not_applicable=_in_state(scored, MarkState.NOT_APPLICABLE),
        chosen=tuple(words for id in chosen for words in advice if words.id == id),
        notes=_notes(voice, kept),
        all_lines=_by_section(voice, lines),
        bands=telling.bands_in_words(voice),
        key=key_of(voice, scored),
        explanation=telling.explanation(voice),
        overall=out_of_100(assessment.overall, _) if assessment.overall is not None else None,
        overall_words=telling.overall_words(voice, nouns),
        together=divided is not None,
        divided=disagreed,
        divided_intro=telling.divided_intro(_, len(disagreed)) if divided is not None else "",
    )


def status_in_words(_: Translator, status: Status) -> str:
    """Return how well a questionnaire has been tried."""
    match status:
        case Status.CONCEPT:
            return _("concept")
        case Status.PROEF:
            return _("proefversie")
        case Status.ONDERZOCHT:
            return _("onderzocht")


def _name(assessment: Assessment, language: str) -> str:
    question = name_question(assessment.questionnaire)
    return answer_in_words(question, language, assessment.answers) if question else ""


def _kept(assessment: Assessment, notes: Mapping[SectionId, str]) -> Mapping[SectionId, str]:
    """Return the notes that say something, of the sections that are asked, in their order."""
    asked = assessment.progress.course.sections
    return {
        section.id: text for section in asked if (text := notes.get(section.id, "").strip())
    }


def _notes(voice: Voice, kept: Mapping[SectionId, str]) -> tuple[tuple[str, str], ...]:
    sections = {section.id: section for section in voice.questionnaire.sections}
    return tuple((voice.say(sections[id].title), text) for id, text in kept.items())


def _advised(placed: Sequence[Placed], places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places with advice, in the order in which they first come up."""
    advised = [place for place in places if place.advice or place.more]
    order = {
        placed_advice.words.id: i for i, placed_advice in reversed(list(enumerate(placed)))
    }
    return tuple(
        sorted(advised, key=lambda place: min(order[a.id] for a in place.advice + place.more))
    )


def _divided(
    voice: Voice, lines: Lines, notes: Mapping[QuestionId, str]
) -> tuple[Divided, ...]:
    """Return what people did not agree on, of what is asked, in the order of the file."""
    general = voice.translate("Waar zien jullie dit wel, en waar niet?")
    return tuple(
        Divided(line=own, note=notes[id].strip(), talk=own.talk or general)
        for id, own in lines.items()
        if id in notes
    )


def _in_state(lines: Lines, state: MarkState) -> tuple[Line, ...]:
    return tuple(line for line in lines.values() if line.mark.state is state)


def _by_section(voice: Voice, lines: Lines) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    grouped = (
        (
            voice.say(section.title),
            tuple(lines[q.id] for q in section.questions if q.id in lines),
        )
        for section in voice.questionnaire.sections
    )
    return tuple((title, own) for title, own in grouped if own)
