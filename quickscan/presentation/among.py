"""One among others in words: a round among organisations, or a scan among those of others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from quickscan.domain.anonymity import ShownTheme
from quickscan.domain.benchmark import NoBenchmark, WhyNoBenchmark
from quickscan.domain.groups import Place
from quickscan.domain.publishing import Published
from quickscan.domain.questionnaire import Dimension, Questionnaire
from quickscan.presentation.beside import score_in_words
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.numbers import out_of_100, whole
from quickscan.presentation.outcome import main_dimension


class Others(StrEnum):
    """Who the others are."""

    ORGANISATIONS = "organisations"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongFigures:
    """One theme: one's own score in words and as it is drawn, what is shown, one's place."""

    own: str
    score: int | None
    shown: Published | NoBenchmark
    place: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongRow:
    """One theme in words. `nothing` says why nothing is shown of others; "" where it is.

    `low`, `middle` and `high` are the quartiles as drawn (0-100); `where` says whether one's
    own lies in the middle half. `number` is how many others it is about, oneself among them.
    """

    title: str
    own: str
    score: int | None
    number: int = 0
    low: int = 0
    middle: int = 0
    high: int = 0
    middle_words: str = ""
    half: str = ""
    where: str = ""
    place: str = ""
    nothing: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongDimension:
    """The themes of one dimension. `nothing` is what all of them say, where they agree."""

    title: str
    rows: tuple[AmongRow, ...]

    @property
    def nothing(self) -> str:
        """Why nothing is shown of any theme; "" where something is, or reasons differ."""
        said = {row.nothing for row in self.rows}
        return said.pop() if len(said) == 1 else ""

    @property
    def number(self) -> int:
        """How many others it is about, where that is the same for all themes; else 0."""
        numbers = {row.number for row in self.rows if row.number}
        return numbers.pop() if len(numbers) == 1 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongKey:
    """What each mark in the drawing is."""

    own: str
    middle: str
    half: str
    hidden: str


def of_group(
    own: ShownTheme, shown: Published | NoBenchmark, place: Fraction | None, language: str
) -> AmongFigures | None:
    """Return the figures of a round; None for a theme that nobody in it was asked about."""
    if own.not_asked:
        return None
    score = None if own.mean is None else whole(own.mean)
    words = score_in_words(own, translator(language))
    return AmongFigures(own=words, score=score, shown=shown, place=place)


def of_person(
    own: Fraction | None, shown: Published | NoBenchmark, place: Fraction | None, language: str
) -> AmongFigures | None:
    """Return the figures of a scan; None for a theme without a score."""
    if own is None:
        return None
    words = out_of_100(own, translator(language))
    return AmongFigures(own=words, score=whole(own), shown=shown, place=place)


def among_in_words(
    questionnaire: Questionnaire,
    found: Mapping[Place, AmongFigures | None],
    language: str,
    others: Others,
) -> tuple[AmongDimension, ...]:
    """Return all themes in words, by dimension: the main one first, empty ones left out.

    A dimension of which nothing is shown for the same reason as of the main one is too.
    """
    main = main_dimension(questionnaire)
    rest = [own for own in questionnaire.dimensions if own is not main]
    every = [_dimension(own, found, language, others) for own in (main, *rest)]
    told = [own for own in every if own.rows]
    return tuple(
        own
        for own in told
        if own is told[0] or not own.nothing or own.nothing != told[0].nothing
    )


def among_key(language: str, others: Others) -> AmongKey:
    """Return what stands under the drawing."""
    _ = translator(language)
    if others is Others.PEOPLE:
        return AmongKey(
            own=_("jullie"),
            middle=_("het midden van anderen"),
            half=_("de middelste helft"),
            hidden=_("te weinig mensen"),
        )
    return AmongKey(
        own=_("jullie"),
        middle=_("het midden van de organisaties"),
        half=_("de middelste helft"),
        hidden=_("te weinig organisaties"),
    )


def _dimension(
    own: Dimension,
    found: Mapping[Place, AmongFigures | None],
    language: str,
    others: Others,
) -> AmongDimension:
    rows = []
    for theme in own.themes:
        figures = found.get((own.id, theme.id))
        if figures is not None:
            rows.append(_row(theme.title.to(language), figures, translator(language), others))
    return AmongDimension(title=own.title.to(language), rows=tuple(rows))


def _row(title: str, own: AmongFigures, _: Translator, others: Others) -> AmongRow:
    if isinstance(own.shown, NoBenchmark):
        nothing = _nothing(own.shown, _, others)
        spoken = _("{theme}: {own}. {nothing}", theme=title, own=own.own, nothing=nothing)
        return AmongRow(
            title=title, own=own.own, score=own.score, nothing=nothing, spoken=spoken
        )
    low, middle, high = map(whole, own.shown.quartiles)
    words = _middle(middle, _, is_rough=own.shown.is_rough)
    half = _half(low, high, _, is_rough=own.shown.is_rough)
    where = _where(own.score, low, high, _)
    return AmongRow(
        title=title,
        own=own.own,
        score=own.score,
        number=own.shown.number,
        low=low,
        middle=middle,
        high=high,
        middle_words=words,
        half=half,
        where=where,
        place="" if own.place is None else out_of_100(own.place, _),
        spoken=_spoken(title, own.own, (words, half, where), _),
    )


def _middle(middle: int, _: Translator, *, is_rough: bool) -> str:
    if is_rough:
        return _("rond {score} van 100", score=middle)
    return _("{score} van 100", score=middle)


def _half(low: int, high: int, _: Translator, *, is_rough: bool) -> str:
    if is_rough:
        return _("rond {low} tot rond {high}", low=low, high=high)
    return _("{low} tot {high}", low=low, high=high)


def _where(score: int | None, low: int, high: int, _: Translator) -> str:
    if score is None:
        return ""
    if score < low:
        return _("lager dan de middelste helft")
    return _("hoger dan de middelste helft") if score > high else _("in de middelste helft")


def _spoken(title: str, own: str, others: Sequence[str], _: Translator) -> str:
    middle, half, where = others
    said = _(
        "{theme}: {own}. Het midden is {middle}, de middelste helft is {half}.",
        theme=title,
        own=own,
        middle=middle,
        half=half,
    )
    return f"{said} {_('Jullie plek: {where}.', where=where)}" if where else said


def _nothing(why: NoBenchmark, _: Translator, others: Others) -> str:
    """Return why nothing is shown, and what more is needed."""
    if others is Others.PEOPLE:
        return _.many(
            "Te weinig mensen: er is er nog één nodig.",
            "Te weinig mensen: er zijn er nog {number} nodig.",
            why.needed,
        )
    match why.why:
        case WhyNoBenchmark.TOO_FEW:
            return _.many(
                "Te weinig organisaties: er is er nog één nodig.",
                "Te weinig organisaties: er zijn er nog {number} nodig.",
                why.needed,
            )
        case WhyNoBenchmark.ONE_TOO_LARGE:
            return _(
                "Eén organisatie heeft meer dan de helft van de antwoorden. Er is minstens "
                "nog één organisatie nodig."
            )
        case WhyNoBenchmark.TOO_FEW_FOR_PARTS | WhyNoBenchmark.SHOWS_OTHERS:
            return _("Van deze groep organisaties laten we dit thema niet zien.")
