"""Versions of a questionnaire: which themes stay comparable, and why others do not.

Source: docs/questionnaire-format.md, "A new version".
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quickscan.domain.changes import Part, changed_parts
from quickscan.domain.ids import DimensionId, QuestionId, ThemeId
from quickscan.domain.questionnaire import Dimension, Questionnaire, Role
from quickscan.domain.questions import Question, is_scored, options_of
from quickscan.domain.texts import changed_languages

Lineage = Sequence[Questionnaire]
"""Versions of one questionnaire, the oldest first: from the one compared to the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Why a theme measures something else: one question, or (without one) the minimum.

    `parts` is empty for a question that is new to the theme or gone from it; `is_new` tells
    which.
    """

    question: QuestionId | None
    parts: tuple[Part, ...] = ()
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparability:
    """Whether scores of one theme may stand beside each other, and if not, why."""

    dimension: DimensionId
    theme: ThemeId
    differences: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether the theme measures the same in both versions."""
        return not self.differences


_MEASURING = frozenset({Part.KIND, Part.WEIGHT, Part.REVERSED, Part.ROLES, Part.WHEN})
"""What makes a question another one when it changes, beside its options and its words."""


def comparability(lineage: Lineage) -> tuple[Comparability, ...]:
    """Return for every theme of the last version whether it measures what the first did.

    It does when it has the same questions with the same kind, options, points, weight,
    `reversed`, roles and `when`, under the same minimums and position. Changed words of a
    question or of its options make another question, unless the version that changed them
    lists the question under `same_meaning`.
    """
    old, new = lineage[0], lineage[-1]
    if old is new:
        return tuple(
            Comparability(dimension=dimension.id, theme=theme.id, differences=())
            for dimension in new.dimensions
            for theme in dimension.themes
        )
    return tuple(
        Comparability(
            dimension=dimension.id,
            theme=theme.id,
            differences=tuple(_differences(lineage, dimension, theme.id)),
        )
        for dimension in new.dimensions
        for theme in dimension.themes
    )


def _differences(
    lineage: Lineage, dimension: Dimension, theme: ThemeId
) -> Iterator[Difference]:
    old, new = lineage[0], lineage[-1]
    was = next((own for own in old.dimensions if own.id == dimension.id), None)
    before, after = _of_theme(old, dimension.id, theme), _of_theme(new, dimension.id, theme)
    for id in before:
        if id not in after:
            yield Difference(question=id)
    for id in after:
        if id not in before:
            yield Difference(question=id, is_new=True)
        elif parts := differing_parts(lineage, id):
            yield Difference(question=id, parts=parts)
    if was and _rules(old, was) != _rules(new, dimension):
        yield Difference(question=None)


def _of_theme(
    questionnaire: Questionnaire, dimension: DimensionId, theme: ThemeId
) -> tuple[QuestionId, ...]:
    return tuple(
        question.id
        for question in questionnaire.questions.values()
        if is_scored(question) and question.theme(dimension) == theme
    )


def _rules(questionnaire: Questionnaire, dimension: Dimension) -> Hashable:
    """Return what decides about a score beside its questions: minimums and position."""
    position = dimension.position
    asked = (position.question, position.ahead) if position else None
    return (questionnaire.scoring.minimum_answered, dimension.minimum_count, asked)


def differing_parts(lineage: Lineage, id: QuestionId) -> tuple[Part, ...]:
    """Return the parts that make a question of the last version another than in the first."""
    old, new = lineage[0].questions.get(id), lineage[-1].questions.get(id)
    if old is None or new is None or old is new:
        return ()
    found = {own.part for own in changed_parts(old, new) if own.part in _MEASURING}
    if _measure(old) != _measure(new):
        found.add(Part.OPTIONS)
    if not keeps_meaning(lineage, id):
        found |= _changed_words(old, new)
    return tuple(part for part in Part if part in found)


def _measure(question: Question) -> Hashable:
    """Return the options of a question without their words."""
    return tuple((own.id, own.points, own.counts_as) for own in options_of(question))


def keeps_meaning(lineage: Lineage, id: QuestionId) -> bool:
    """Say whether every version that changed a question's words says they mean the same."""
    steps = [own for own in lineage if id in own.questions]
    return all(
        id in newer.same_meaning
        or not _changed_words(older.questions[id], newer.questions[id])
        for older, newer in pairwise(steps)
    )


def _changed_words(old: Question, new: Question) -> set[Part]:
    """Return whether the words of a question changed, or those of its options, or both."""
    labels = {own.id: own.label for own in options_of(new)}
    answers = [(own.label, labels[own.id]) for own in options_of(old) if own.id in labels]
    found: set[Part] = set()
    if changed_languages(old.text, new.text):
        found.add(Part.TEXT)
    if any(changed_languages(before, after) for before, after in answers):
        found.add(Part.ANSWER_WORDS)
    return found


def touched_roles(
    old: Questionnaire, new: Questionnaire, questions: Iterable[QuestionId]
) -> tuple[Role, ...]:
    """Return the roles of the newer version that any of these questions is asked of."""
    touched: set[str] = set()
    everyone = {role.id for role in new.roles}
    for id in questions:
        for questionnaire in (old, new):
            own = questionnaire.questions.get(id)
            if own is not None:
                touched |= set(own.roles) or everyone
    return tuple(role for role in new.roles if role.id in touched)
