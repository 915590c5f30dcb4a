"""Two rounds of a team, or two teams, beside each other in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from quickscan.domain.anonymity import Detail, ShownTheme, roughly
from quickscan.domain.group_comparison import Chance, ThemeBeside, WhyNotBeside, WhyNoWord
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.numbers import out_of_100, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideRow:
    """One theme: both scores in words, and what may be said of the difference."""

    title: str
    other: str
    own: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow:
    """Groups beside what they showed in an earlier round.

    `then` and `now` are the days on which the two were closed, in words; each group has its
    name, "" where there is only one.
    """

    then: str
    now: str
    groups: tuple[tuple[str, tuple[BesideRow, ...]], ...]


def beside_in_words(
    found: Sequence[ThemeBeside], questionnaire: Questionnaire, language: str
) -> tuple[BesideRow, ...]:
    """Return themes in words, as far as anything is shown of them on either side."""
    _ = translator(language)
    return tuple(
        BesideRow(
            title=questionnaire.dimension(own.place[0]).theme(own.place[1]).title.to(language),
            other=score_in_words(own.other, _),
            own=score_in_words(own.own, _),
            words=_difference(own, _),
        )
        for own in found
        if {own.own.detail, own.other.detail} != {Detail.HIDDEN}
    )


def score_in_words(shown: ShownTheme, _: Translator) -> str:
    """Return what a group shows of a theme: a score, or that it is hidden."""
    if shown.mean is None:
        return _("te weinig antwoorden")
    if shown.detail is Detail.EXACT and not shown.nearly_all:
        return out_of_100(shown.mean, _)
    return _("rond {score} van 100", score=whole(roughly(shown.mean)))


def _difference(own: ThemeBeside, _: Translator) -> str:
    if own.why is not None:
        return _why(own.why, _)
    said = _points(own, _)
    if own.word is not None:
        beyond = own.word is Chance.BEYOND
        word = _("groter dan toeval") if beyond else _("kan toeval zijn")
        return _("{difference}: {word}", difference=said, word=word)
    rounded = _("afgerond, dus over het verschil zeggen we niets")
    return {
        WhyNoWord.WHOLE: rounded if own.difference is None else said,
        WhyNoWord.TOO_SMALL: _("te klein om toeval uit te sluiten"),
        WhyNoWord.ROUNDED: rounded,
        WhyNoWord.ALIKE: _("bijna iedereen gaf hetzelfde, dus over toeval zeggen we niets"),
    }[own.why_no_word or WhyNoWord.ROUNDED]


def _points(own: ThemeBeside, _: Translator) -> str:
    """Return the difference of the whole numbers that stand beside each other."""
    if own.own.mean is None or own.other.mean is None:
        return ""
    points = whole(own.own.mean) - whole(own.other.mean)
    if not points:
        return _("even hoog")
    if points > 0:
        return _.many("één punt hoger", "{number} punten hoger", points)
    return _.many("één punt lager", "{number} punten lager", -points)


def _why(why: WhyNotBeside, _: Translator) -> str:
    return {
        WhyNotBeside.OTHER_TEAM: _("niet te vergelijken: niet hetzelfde team"),
        WhyNotBeside.OTHER_ROLE: _("niet te vergelijken: een andere rol"),
        WhyNotBeside.OTHER_SUBJECT: _("niet te vergelijken: over iets anders"),
        WhyNotBeside.OTHER_VERSION: _("niet te vergelijken: een andere versie"),
        WhyNotBeside.OTHER_QUESTIONS: _("niet te vergelijken: andere vragen"),
        WhyNotBeside.HIDDEN: _("niet te vergelijken: te weinig antwoorden"),
    }[why]
