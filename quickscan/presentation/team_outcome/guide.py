"""The guide of a questionnaire for one team: meetings, with what it has on the table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quickscan.domain.groups import Place
from quickscan.domain.guide import Meeting
from quickscan.domain.questionnaire import Dimension, Questionnaire
from quickscan.presentation.guiding import GuideWords, guide_in_words
from quickscan.presentation.team_outcome.values import (
    OnTable,
    Side,
    Statement,
    TeamGuide,
    TeamMeeting,
    TeamTheme,
)


def team_guide(
    questionnaire: Questionnaire, main: Dimension, sides: Sequence[Side], language: str
) -> TeamGuide | None:
    """Return the guide with the figures and dilemmas of a team; None where there is no guide.

    A team of several roles has its figures per role, as everywhere. What is hidden stays so.
    """
    words = guide_in_words(questionnaire, language)
    if words is None or questionnaire.guide is None:
        return None
    return _Table(questionnaire, main, sides).guide(words, questionnaire.guide.meetings)


@dataclass(frozen=True, slots=True)
class _Table:
    """Finds what a team has on the table in a meeting."""

    questionnaire: Questionnaire
    main: Dimension
    sides: Sequence[Side]

    def guide(self, words: GuideWords, meetings: Sequence[Meeting]) -> TeamGuide:
        return TeamGuide(
            words=words,
            meetings=tuple(
                TeamMeeting(words=told, sides=tuple(self._on_table(meeting)))
                for told, meeting in zip(words.meetings, meetings, strict=True)
            ),
        )

    def _on_table(self, meeting: Meeting) -> Iterator[OnTable]:
        for side in self.sides:
            if side.is_hidden:
                continue
            themes = self._themes(side)
            yield OnTable(
                name=side.name,
                themes=tuple(themes[place] for place in meeting.figures),
                dilemmas=tuple(own for own in side.divided if self._is_about(meeting, own)),
            )

    def _is_about(self, meeting: Meeting, statement: Statement) -> bool:
        return meeting.is_about(self.questionnaire.questions[statement.id])

    def _themes(self, side: Side) -> Mapping[Place, TeamTheme]:
        others = [own for own in self.questionnaire.dimensions if own != self.main]
        axes = [(self.main, side.themes)]
        axes += [(own, told.themes) for own, told in zip(others, side.others, strict=True)]
        return {
            (dimension.id, theme.id): told
            for dimension, themes in axes
            for theme, told in zip(dimension.themes, themes, strict=True)
        }
