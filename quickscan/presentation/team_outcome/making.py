"""What is shown of one or several groups, put into words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from quickscan.domain.anonymity import SMALLEST_GROUP
from quickscan.domain.answers import Answers
from quickscan.domain.group_results import GroupResult
from quickscan.domain.highlights import highlights
from quickscan.domain.ids import ThemeId
from quickscan.domain.questionnaire import Dimension, Questionnaire
from quickscan.domain.questions import Question
from quickscan.presentation.dates import long_date
from quickscan.presentation.outcome.advices import Spot, advice_in_words, spot_of
from quickscan.presentation.outcome.making import (
    main_dimension,
    name_question,
    status_in_words,
)
from quickscan.presentation.outcome.telling import bands_in_words, nouns
from quickscan.presentation.outcome.values import AdviceWords
from quickscan.presentation.outcome.voice import Speaker
from quickscan.presentation.team_outcome import telling
from quickscan.presentation.team_outcome.asked import asked_itself, without_own
from quickscan.presentation.team_outcome.guide import team_guide
from quickscan.presentation.team_outcome.statements import Statements, key_of, statements_of
from quickscan.presentation.team_outcome.themes import team_theme
from quickscan.presentation.team_outcome.values import (
    Scope,
    Side,
    Statement,
    TeamOutcome,
    TeamTheme,
    Themes,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group whose result is told: `name` is "" for the only one.

    `population` is how many it could have been, where that is known.
    """

    result: GroupResult
    name: str = ""
    population: int | None = None


def team_outcome(  # noqa: PLR0913  what a result says beside its figures
    questionnaire: Questionnaire,
    groups: Sequence[Group],
    language: str,
    *,
    name: str,
    finished: date,
    about: str = "",
    minimum: int = SMALLEST_GROUP,
    scope: Scope = Scope.TEAM,
) -> TeamOutcome:
    """Return team results in words; several groups stand beside each other.

    `name` is the team, `about` what was measured: it stands where texts of the questionnaire
    name it. What people typed stands nowhere. `minimum` is that of the results.
    """
    speaker = Speaker(questionnaire, language, _known(questionnaire, about))
    _ = speaker.translate
    main = _told_first(questionnaire, groups)
    noun, many = nouns(speaker, main)
    sides = tuple(_side(speaker, main, group, minimum) for group in groups)
    return TeamOutcome(
        language=language,
        name=name,
        about=about,
        title=speaker.say(questionnaire.title),
        finished=long_date(finished, language),
        version=questionnaire.version,
        status=status_in_words(_, questionnaire.status),
        evidence=speaker.say(questionnaire.evidence),
        main=speaker.title(main),
        noun=noun,
        nouns=many,
        ordered=main.ordered or main.position is not None,
        bands=bands_in_words(speaker),
        scope=scope,
        sides=sides,
        guide=team_guide(questionnaire, main, sides, language)
        if scope is Scope.TEAM
        else None,
        explanation=telling.explanation(sides, noun, _),
        rules=telling.rules(minimum, _),
        privacy=telling.privacy(sides, _),
    )


def _known(questionnaire: Questionnaire, about: str) -> Answers:
    question = name_question(questionnaire)
    return {question.id: about} if question and about else {}


def _told_first(questionnaire: Questionnaire, groups: Sequence[Group]) -> Dimension:
    """Return the main dimension; where nobody was asked about it, the first that was."""
    main = main_dimension(questionnaire)
    shown = [own for group in groups for own in group.result.themes.items()]
    asked = {place[0] for place, own in shown if own.not_asked is None}
    axes = (main, *questionnaire.dimensions)
    return next((own for own in axes if own.id in asked), main)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells the parts of one group's result."""

    speaker: Speaker
    main: Dimension
    result: GroupResult
    statements: Statements
    minimum: int

    def themes(self, dimension: Dimension) -> tuple[TeamTheme, ...]:
        """Return where the group stands on the themes of a dimension."""
        return tuple(
            team_theme(
                self.speaker,
                theme,
                self.result.themes[dimension.id, theme.id],
                self.of(self._told_under(dimension, theme.id)),
                self._advice((dimension.id, theme.id)),
                self.minimum,
            )
            for theme in dimension.themes
        )

    def _told_under(self, dimension: Dimension, theme: ThemeId) -> Iterator[Question]:
        """Yield the questions of a theme; what is on the main dimension is told there."""
        for question in self.speaker.questionnaire.questions.values():
            told_there = dimension != self.main and question.theme(self.main.id)
            if question.theme(dimension.id) == theme and not told_there:
                yield question

    def _advice(self, spot: Spot) -> tuple[AdviceWords, ...]:
        return tuple(
            advice_in_words(self.speaker, rule, spot)
            for rule in self.result.advice
            if spot_of(self.main, rule) == spot
        )

    def unscored(self) -> Iterator[Question]:
        """Yield the questions of the questionnaire itself that are on no theme."""
        for question in self.speaker.questionnaire.questions.values():
            if not question.themes:
                yield question

    def of(self, questions: Iterable[Question]) -> tuple[Statement, ...]:
        """Return these questions with their answers, as far as anyone was asked them."""
        return tuple(self.statements[own.id] for own in questions if own.id in self.statements)


def _side(speaker: Speaker, main: Dimension, group: Group, minimum: int) -> Side:
    _, result = speaker.translate, group.result
    hidden = result.is_hidden
    every = {} if hidden else statements_of(speaker, main, result, minimum)
    statements = without_own(result, every)
    teller = _Teller(speaker, main, result, statements, minimum)
    found = highlights(result)
    themes = teller.themes(main)
    _noun, many = nouns(speaker, main)
    return Side(
        name=group.name,
        is_hidden=hidden,
        took_part=telling.took_part(result.count, group.population, _),
        needed=telling.needed_for_any(minimum, group.population, _) if hidden else "",
        headline="" if hidden else telling.headline(themes, many, _),
        themes=themes,
        others=()
        if hidden
        else tuple(
            Themes(title=speaker.title(own), themes=teller.themes(own))
            for own in speaker.questionnaire.dimensions
            if own != main
        ),
        strengths=teller.of(found.strengths),
        attention=teller.of(found.attention),
        divided=teller.of(found.divided),
        to_find_out=teller.of(found.to_find_out),
        advice=tuple(
            advice_in_words(speaker, rule, spot_of(main, rule)) for rule in result.advice
        ),
        own=teller.of(teller.unscored()),
        key=key_of(speaker, statements),
        asked=asked_itself(speaker, result, every, minimum),
    )
