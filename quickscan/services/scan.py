"""One visitor's scan as a value, and how it is read from its rows."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NewType, Protocol

from quickscan.domain.answers import Answers, Given, InvalidAnswerError, parse
from quickscan.domain.ids import AdviceId, QuestionId, QuestionnaireId, RoleId, SectionId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import ChoiceQuestion, RatingQuestion
from quickscan.services.own_questions import from_facts, with_own
from quickscan.storage.scans import ScanRow, SectionRow

ScanId = NewType("ScanId", str)
"""Names a scan in addresses of pages; no secret: only with a code does it open anything."""


class Questionnaires(Protocol):
    """The questionnaires that this installation knows, by id and version."""

    def version(self, id: QuestionnaireId, version: int, /) -> Questionnaire:
        """Return one version, offered or not."""

    def newest(self, id: QuestionnaireId, /) -> Questionnaire:
        """Return the version that is offered now."""

    def between(self, old: Questionnaire, new: Questionnaire, /) -> Sequence[Questionnaire]:
        """Return the versions that lie between two, the oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One visitor's run of one questionnaire.

    `answers` is everything that was given, also to questions that are not asked now;
    `saved` are the sections that were sent at least once, `pages` which page of a browser
    did    that last and what it wrote. `expires` is the last day on
    which the scan is there. `round_team` is the team in a round for which it was made.
    Of one that is filled in `together`, `divided` has a note, perhaps an empty one, for each
    question on which people did not agree.
    """

    id: ScanId
    questionnaire: Questionnaire
    role: RoleId | None
    language: str
    answers: Answers
    notes: Mapping[SectionId, str]
    saved: frozenset[SectionId]
    pages: Mapping[SectionId, str]
    chosen: tuple[AdviceId, ...]
    started: date
    finished: date | None
    expires: date
    previous: ScanId | None
    round_team: str | None = None
    together: bool = False
    divided: Mapping[QuestionId, str] = field(default_factory=dict)

    @property
    def disagreement(self) -> Mapping[QuestionId, str] | None:
        """What people did not agree on; None for a scan of one person."""
        return self.divided if self.together else None


def from_rows(
    row: ScanRow, sections: Iterable[SectionRow], questionnaires: Questionnaires
) -> Scan:
    """Return a scan as its rows tell it."""
    sections = tuple(sections)
    questionnaire = questionnaire_of(row, questionnaires)
    return Scan(
        id=ScanId(row.id),
        questionnaire=questionnaire,
        role=None if row.role is None else RoleId(row.role),
        language=row.language,
        answers=_answers(questionnaire, sections),
        notes={SectionId(own.section_id): own.note for own in sections if own.note},
        saved=frozenset(SectionId(own.section_id) for own in sections),
        pages={SectionId(own.section_id): own.page for own in sections if own.page},
        chosen=tuple(AdviceId(id) for id in row.chosen),
        started=row.started,
        finished=row.finished,
        expires=row.expires,
        previous=None if row.previous_id is None else ScanId(row.previous_id),
        round_team=row.round_team_id,
        together=row.together,
        divided={QuestionId(id): note for own in sections for id, note in own.divided.items()},
    )


def questionnaire_of(row: ScanRow, questionnaires: Questionnaires) -> Questionnaire:
    """Return the questionnaire of a scan, with what is asked in its round only."""
    version = questionnaires.version(QuestionnaireId(row.questionnaire), row.version)
    return with_own(version, from_facts(row.own_questions))


def _answers(questionnaire: Questionnaire, sections: Iterable[SectionRow]) -> Answers:
    """Return the stored answers that fit.

    A published questionnaire never changes, so all fit. What does not, such as an answer that
    was given before its version was published, is left out.
    """
    stored: dict[str, object] = {}
    for section in sections:
        stored |= section.answers
    answers: dict[QuestionId, Given] = {}
    choices = _choices(questionnaire)
    for id, question in questionnaire.questions.items():
        raw = stored.get(id)
        if raw is None:
            continue
        if isinstance(raw, str) and raw in choices.get(id, ()):
            answers[id] = raw
            continue
        with suppress(InvalidAnswerError):
            answers[id] = parse(question, raw)
    return answers


@lru_cache(maxsize=512)
def _choices(questionnaire: Questionnaire) -> Mapping[QuestionId, frozenset[str]]:
    """Return what can be chosen at each question that takes one option.

    Nearly all answers are such a choice, and every page reads all of them.
    """
    return {
        id: frozenset(option.id for option in question.options)
        for id, question in questionnaire.questions.items()
        if isinstance(question, RatingQuestion | ChoiceQuestion)
    }
