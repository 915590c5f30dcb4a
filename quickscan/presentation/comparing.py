"""Then and now, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from quickscan.domain.assessment import Assessment
from quickscan.domain.comparison import Comparison, ThemeChange, WhyNotCompared, compare
from quickscan.domain.questionnaire import Dimension, Questionnaire
from quickscan.domain.questions import Option
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.numbers import whole
from quickscan.presentation.outcome import main_dimension
from quickscan.presentation.wording import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeRow:
    """One theme: both scores (whole numbers or a dash) and the difference in words."""

    title: str
    then: str
    now: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One statement that was answered differently."""

    text: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """Two measurements side by side; `then` and `now` are the days of finishing."""

    then: str
    now: str
    summary: str
    cautions: tuple[str, ...]
    dimensions: tuple[tuple[str, tuple[ThemeRow, ...]], ...]
    changed: tuple[AnswerRow, ...]


def then_and_now(
    then: Assessment,
    now: Assessment,
    language: str,
    *,
    days: tuple[date, date],
    between: Sequence[Questionnaire] = (),
) -> ThenAndNow:
    """Return two measurements in words; differences are those of the rounded scores shown.

    `between` are the versions of the questionnaire between those of the two.
    """
    _ = translator(language)
    found = compare(then, now, between)
    return ThenAndNow(
        then=long_date(days[0], language),
        now=long_date(days[1], language),
        summary=_summary(found, main_dimension(now.questionnaire), _),
        cautions=_cautions(found, _),
        dimensions=tuple(
            (dimension.title.to(language), tuple(_rows(dimension, found, _)))
            for dimension in now.questionnaire.dimensions
        ),
        changed=_changed(now, found, _),
    )


def _summary(found: Comparison, main: Dimension, _: Translator) -> str:
    own = (change for change in found.themes if change.dimension == main.id)
    seen = [_shown(change) for change in own]
    up = sum(1 for each in seen if each is not None and each > 0)
    down = sum(1 for each in seen if each is not None and each < 0)
    same = sum(1 for each in seen if each == 0)
    if not up + down + same:
        return _("Er is nog geen score die je met de vorige keer kunt vergelijken.")
    return _(
        "{dimension}: {up} hoger dan de vorige keer, {down} lager, {same} gelijk.",
        dimension=main.title.to(_.language),
        up=up,
        down=down,
        same=same,
    )


def _cautions(found: Comparison, _: Translator) -> tuple[str, ...]:
    if not found.same_role:
        return (
            _(
                "De rol is niet dezelfde als de vorige keer. Dan gaan de vragen over iets"
                " anders, en vergelijken we de scores niet."
            ),
        )
    return (
        _(
            "Het zijn jullie eigen antwoorden op twee momenten. Praat erover: is er iets"
            " veranderd, of kijken jullie er anders naar?"
        ),
    )


def _rows(dimension: Dimension, found: Comparison, _: Translator) -> Iterable[ThemeRow]:
    for change in found.themes:
        if change.dimension == dimension.id:
            yield ThemeRow(
                title=dimension.theme(change.theme).title.to(_.language),
                then=_figure(change.then),
                now=_figure(change.now),
                words=_words(change, _),
            )


def _figure(value: Fraction | None) -> str:
    return "–" if value is None else str(whole(value))


def _shown(change: ThemeChange) -> int | None:
    """Return the difference between the figures as shown; None when not comparable."""
    if change.why or change.then is None or change.now is None:
        return None
    return whole(change.now) - whole(change.then)


def _words(change: ThemeChange, _: Translator) -> str:
    if change.why is None:
        return _difference(_shown(change) or 0, _)
    return {
        WhyNotCompared.OTHER_ROLE: _("andere rol"),
        WhyNotCompared.OTHER_QUESTIONS: _("andere vragen"),
        WhyNotCompared.NOT_YET: _("nog niet aan de orde"),
        WhyNotCompared.NO_SCORE: _("geen score"),
        WhyNotCompared.NO_SCORE_NOW: _("nu geen score"),
        WhyNotCompared.NO_SCORE_THEN: _("nu voor het eerst"),
    }[change.why]


def _difference(points: int, _: Translator) -> str:
    if points > 0:
        return _("{number} hoger", number=points)
    if points < 0:
        return _("{number} lager", number=-points)
    return _("gelijk")


def _changed(now: Assessment, found: Comparison, _: Translator) -> tuple[AnswerRow, ...]:
    questionnaire = now.questionnaire
    return tuple(
        AnswerRow(
            text=worded(
                questionnaire.questions[change.question].text,
                _.language,
                questionnaire,
                now.answers,
            ),
            then=_labels(change.then, _),
            now=_labels(change.now, _),
        )
        for change in found.answers
    )


def _labels(options: tuple[Option, ...], _: Translator) -> str:
    labels = ", ".join(option.label.to(_.language) for option in options)
    return labels or _("geen antwoord")
