"""What is told to people before they take part in a round: who will see what."""

from collections.abc import Iterator
from dataclasses import dataclass

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.presentation.language import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """On what it depends.

    `coordinators` is how many see the figures; `closes` is a day in words, up to and
    including which people can take part. With `single_use` each has a code of their own.
    `own_count` is how many questions the organisation asks itself; `open_questions` are those
    that people answer in their own words, shown where `texts_from` people wrote something.
    """

    organisation: str
    size: int
    minimum: int
    coordinators: int
    closes: str
    single_use: bool = False
    own_count: int = 0
    open_questions: tuple[str, ...] = ()
    texts_from: int = EXACT_FROM

    @property
    def is_small(self) -> bool:
        """Whether the team can never get a result of its own."""
        return self.size < self.minimum


def promises(own: Promised, _: Translator) -> Iterator[str]:
    """Yield, in a sentence or two each, who will see what, and until when one can erase."""
    yield from _of_answers(own, _)
    yield _("Je krijgt zelf meteen je eigen uitslag, met een code die alleen jij hebt.")
    if own.is_small:
        yield small(own.size, _)
    else:
        yield _(
            "Na sluiting zijn er alleen cijfers van groepen van minstens {minimum} mensen. "
            "Tot negen mensen in grote lijnen, vanaf tien precies.",
            minimum=own.minimum,
        )
        yield _(
            "Doet minder dan de helft van het team mee, of doen er minder dan {minimum} mee? "
            "Dan komt er geen eigen uitslag.",
            minimum=own.minimum,
        )
    yield _joined(
        _.many(
            "De cijfers zien jullie team en de ene coördinator van {organisation}, op "
            "hetzelfde moment.",
            "De cijfers zien jullie team en de {number} coördinatoren van {organisation}, op "
            "hetzelfde moment.",
            own.coordinators,
            organisation=own.organisation,
        ),
        _("Wie later coördinator wordt, ziet deze meting niet."),
    )
    yield _(
        "{organisation} mag na sluiting de gemiddelden laten meetellen bij die van andere "
        "organisaties. Daar staat geen naam bij, ook niet van {organisation}.",
        organisation=own.organisation,
    )
    yield _(
        "Zolang de meting loopt, ziet niemand een uitslag. {organisation} ziet alleen of er "
        "genoeg mensen meededen, één keer per dag.",
        organisation=own.organisation,
    )
    erasing = _(
        "Wissen kan tot en met {closes}. Daarna kun je je eigen antwoorden nog wissen, maar "
        "je aandeel in het cijfer van de groep blijft.",
        closes=own.closes,
    )
    written = _("Ook wat je schreef, blijft dan te lezen.") if own.open_questions else ""
    yield _joined(erasing, written)
    forgetting = _(
        "We vragen geen naam en bewaren geen internetadres en geen tijdstip. Dertig dagen na "
        "sluiting weten we ook niet meer bij welk team je antwoorden horen."
    )
    gone = _(
        "Dan wissen we ook wat je bij de vragen van {organisation} invulde.",
        organisation=own.organisation,
    )
    yield _joined(forgetting, gone if own.own_count else "")
    if own.single_use:
        yield _(
            "Iedereen trekt een kaartje met een eigen code, zonder te kijken. Wie welke code "
            "heeft, staat nergens. Niemand kan zien of een code gebruikt is."
        )


def _of_answers(own: Promised, _: Translator) -> Iterator[str]:
    """Yield who sees what someone answers, and what the organisation asks itself."""
    if own.open_questions:
        yield _(
            "Wat jij kiest, ziet niemand anders: {organisation} niet, je collega’s niet en je "
            "leidinggevende niet.",
            organisation=own.organisation,
        )
        yield read_word_for_word(own, _)
    else:
        yield _(
            "Jouw antwoorden ziet niemand anders: {organisation} niet, je collega’s niet en "
            "je leidinggevende niet.",
            organisation=own.organisation,
        )
    if own.own_count:
        yield _.many(
            "{organisation} stelt na de vragenlijst zelf nog één vraag. Die telt in geen "
            "score mee.",
            "{organisation} stelt na de vragenlijst zelf nog {number} vragen. Die tellen in "
            "geen score mee.",
            own.own_count,
            organisation=own.organisation,
        )


def read_word_for_word(own: Promised, _: Translator) -> str:
    """Return what happens with what people write in their own words."""
    first = _.many(
        "Eén vraag beantwoord je in eigen woorden: ‘{questions}’. Wat je daar schrijft, wordt "
        "letterlijk gelezen.",
        "{number} vragen beantwoord je in eigen woorden: ‘{questions}’. Wat je daar schrijft, "
        "wordt letterlijk gelezen.",
        len(own.open_questions),
        questions="’, ‘".join(own.open_questions),
    )
    if own.size < own.texts_from:
        then = _(
            "Dat gebeurt alleen bij teams van minstens {least} mensen. Jullie team is "
            "kleiner: wat jullie schrijven, leest niemand. Overslaan mag.",
            least=own.texts_from,
        )
    else:
        then = _(
            "Dat doen je team en de coördinatoren van {organisation}, na sluiting, en alleen "
            "als minstens {least} mensen van je team iets schreven en iedereen dezelfde rol "
            "heeft. Er staat geen naam, dag of rol bij. Overslaan mag.",
            organisation=own.organisation,
            least=own.texts_from,
        )
    return _joined(first, then)


def stressed(own: Promised, _: Translator) -> frozenset[str]:
    """Return the sentences that nobody should miss."""
    found = {small(own.size, _)} if own.is_small else set()
    if own.open_questions:
        found.add(read_word_for_word(own, _))
    return frozenset(found)


def small(size: int, _: Translator) -> str:
    """Return what is told to a team that can never get a result of its own."""
    return _(
        "Jullie team heeft {size} mensen. Daarmee komt er nooit een eigen uitslag: jullie "
        "antwoorden tellen alleen mee bij ‘overige teams samen’.",
        size=size,
    )


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
