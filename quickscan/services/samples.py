"""What is printed of all that is offered: sample reports, also of a team, and papers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import assess
from quickscan.domain.ids import QuestionnaireId, RoleId
from quickscan.domain.questionnaire import Questionnaire, Role
from quickscan.presentation.language import LANGUAGES, translator
from quickscan.presentation.team_outcome import Group
from quickscan.services.invented import SIZE, invented_result
from quickscan.services.press import Blank, Manuscript, TeamManuscript
from quickscan.services.scan import Questionnaires
from quickscan.storage.subjects import Subject

SAMPLE_DAY = date(2026, 1, 1)
"""The day that stands on samples: always the same, so that they are printed once."""

_CHOSEN_IN_SAMPLE = 3


class WorkedExample(Protocol):
    """A scenario of a questionnaire."""

    @property
    def role(self) -> RoleId | None:
        """As who it answers."""

    @property
    def answers(self) -> Answers:
        """What it answers."""


class Library(Questionnaires, Protocol):
    """The questionnaires, and which of them are offered."""

    @property
    def offered(self) -> Sequence[Questionnaire]:
        """The questionnaires that visitors can begin."""

    def scenarios(self, id: QuestionnaireId, version: int, /) -> Sequence[WorkedExample]:
        """Return the worked examples of a version; the first is its sample report."""


def sample(questionnaire: Questionnaire, language: str) -> Subject:
    """Return under what the sample report of a questionnaire is kept."""
    return Subject(sample=f"{questionnaire.id}/{questionnaire.version}", language=language)


def team_sample(questionnaire: Questionnaire, language: str) -> Subject:
    """Return under what the sample of a team report is kept."""
    name = f"{questionnaire.id}/{questionnaire.version}/team"
    return Subject(sample=name, language=language)


def paper(questionnaire: Questionnaire, role: RoleId | None, language: str) -> Subject:
    """Return under what a questionnaire on paper is kept, for one role or for everyone."""
    name = f"{questionnaire.id}/{questionnaire.version}/papier/{role or ''}"
    return Subject(sample=name, language=language)


def printed(
    library: Library,
) -> Mapping[Subject, Callable[[], Manuscript | Blank | TeamManuscript]]:
    """Return what is printed of all that is offered, samples first, each with its making.

    Nothing is assessed here: whoever prints one of them makes only that one. A questionnaire
    without a worked example has no sample.
    """
    spoken = [
        (questionnaire, language)
        for questionnaire in library.offered
        for language in dict.fromkeys((*LANGUAGES, *questionnaire.languages))
    ]
    samples = {
        sample(questionnaire, language): partial(
            _manuscript, questionnaire, examples[0], language
        )
        for questionnaire, language in spoken
        if (examples := library.scenarios(questionnaire.id, questionnaire.version))
    }
    papers = {
        paper(questionnaire, role, language): partial(
            Blank, questionnaire=questionnaire, role=role, language=language
        )
        for questionnaire, language in spoken
        for role in _ids(questionnaire.roles)
    }
    teams = {
        team_sample(questionnaire, language): partial(
            _of_team,
            questionnaire,
            library.scenarios(questionnaire.id, questionnaire.version),
            language,
        )
        for questionnaire, language in spoken
    }
    return {**samples, **papers, **teams}


def _of_team(
    questionnaire: Questionnaire, examples: Sequence[WorkedExample], language: str
) -> TeamManuscript:
    example = examples[0].answers if examples else {}
    return TeamManuscript(
        questionnaire=questionnaire,
        groups=(Group(result=invented_result(questionnaire, example), population=SIZE),),
        language=language,
        name=translator(language)("Een verzonnen team"),
        finished=SAMPLE_DAY,
        sample=True,
    )


def _manuscript(
    questionnaire: Questionnaire, example: WorkedExample, language: str
) -> Manuscript:
    assessment = assess(questionnaire, example.answers, example.role)
    return Manuscript(
        assessment=assessment,
        language=language,
        finished=SAMPLE_DAY,
        sample=True,
        chosen=[advice.rule.id for advice in assessment.advice[:_CHOSEN_IN_SAMPLE]],
    )


def _ids(roles: Sequence[Role]) -> Sequence[RoleId | None]:
    """Return who gets a paper of their own: each role, or everyone."""
    return [role.id for role in roles] or [None]
