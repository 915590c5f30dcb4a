"""Whether a condition can hold at all.

Decided from option ids, roles and the conditions of the questions named; bands are free,
because which scores can be reached is not looked at. What is left open makes more possible,
never less: a condition that can hold is never refused.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import chain, combinations
from typing import Final

from quickscan.definitions.reading import WrittenCondition
from quickscan.domain.answers import Given
from quickscan.domain.conditions import (
    Condition,
    QuestionIs,
    QuestionIsNot,
    ThemeInBand,
    leaves,
)
from quickscan.domain.holding import holds
from quickscan.domain.ids import BandId, DimensionId, OptionId, QuestionId, RoleId, ThemeId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import MultipleQuestion, NumberQuestion, Question, TextQuestion

PATIENCE: Final = 20_000
"""How many combinations are tried before a condition is taken to be possible."""

_Theme = tuple[DimensionId, ThemeId]


def can_hold(
    written: WrittenCondition, questionnaire: Questionnaire, unsure: Container[str] = ()
) -> bool:
    """Say whether a role and answers exist for which the condition holds.

    A condition on a question that is unsure (it could not be read as a whole) may hold.
    """
    search = _Search(written.condition, questionnaire)
    if any(question.id in unsure for question in search.questions):
        return True
    return search.succeeds(written.roles)


class _Search:
    """A search through the answers that matter to one condition, in file order."""

    def __init__(self, condition: Condition, questionnaire: Questionnaire) -> None:
        self.condition = condition
        self.questionnaire = questionnaire
        self.mentions: dict[QuestionId, set[tuple[OptionId, ...]]] = {}
        self.themes: dict[_Theme, set[BandId]] = {}
        self._collect(condition)
        known = questionnaire.questions
        self.questions = [known[id] for id in known if id in self.mentions]
        self.left = PATIENCE

    def _collect(self, condition: Condition) -> None:
        for leaf in leaves(condition):
            match leaf:
                case QuestionIs(question, options) | QuestionIsNot(question, options):
                    new = question not in self.mentions
                    self.mentions.setdefault(question, set()).add(options)
                    when = self.questionnaire.questions[question].when
                    if new and when is not None:
                        self._collect(when)
                case ThemeInBand(dimension, theme, bands):
                    self.themes.setdefault((dimension, theme), set()).update(bands)
                case _:
                    pass

    def succeeds(self, owners: Sequence[str]) -> bool:
        everyone: tuple[RoleId | None, ...] = (*(r.id for r in self.questionnaire.roles), None)
        roles = [role for role in everyone if not owners or role in owners]
        return any(self._answer(0, {}, role) for role in roles)

    def _answer(
        self, number: int, heard: dict[QuestionId, Given], role: RoleId | None
    ) -> bool:
        self.left -= 1
        if self.left < 0:
            return True
        if number == len(self.questions):
            return self._holds(heard, role)
        question = self.questions[number]
        if self._is_asked(question, heard, role):
            for given in self._answers_to(question):
                if self._answer(number + 1, {**heard, question.id: given}, role):
                    return True
        return self._answer(number + 1, heard, role)

    def _is_asked(
        self, question: Question, heard: dict[QuestionId, Given], role: RoleId | None
    ) -> bool:
        if question.roles and role not in question.roles:
            return False
        return question.when is None or holds(question.when, self.questionnaire, heard, role)

    def _answers_to(self, question: Question) -> Iterator[Given]:
        """Yield one answer of every sort that the conditions can tell apart."""
        if isinstance(question, TextQuestion | NumberQuestion):
            return
        mentions = self.mentions[question.id]
        exclusive = question.exclusive if isinstance(question, MultipleQuestion) else ()
        sorts: dict[tuple[bool, ...], OptionId] = {}
        for option in question.options:
            mentioned = (option.id in options for options in mentions)
            sorts.setdefault((option.id in exclusive, *mentioned), option.id)
        options = sorted(sorts.values(), key=lambda id: not any(id in m for m in mentions))
        if not isinstance(question, MultipleQuestion):
            yield from options
            return
        free = [option for option in options if option not in exclusive]
        yield from ((option,) for option in options if option in exclusive)
        yield from chain.from_iterable(combinations(free, n + 1) for n in range(len(free)))

    def _holds(self, heard: dict[QuestionId, Given], role: RoleId | None) -> bool:
        return any(
            holds(self.condition, self.questionnaire, heard, role, bands)
            for bands in self._bands(list(self.themes), {})
        )

    def _bands(
        self, themes: list[_Theme], chosen: dict[_Theme, BandId]
    ) -> Iterator[dict[_Theme, BandId]]:
        """Yield every combination of bands that the condition can tell apart."""
        self.left -= 1
        if not themes or self.left < 0:
            yield chosen
            return
        first, *rest = themes
        for band in sorted(self.themes[first]):
            yield from self._bands(rest, {**chosen, first: band})
        yield from self._bands(rest, chosen)
