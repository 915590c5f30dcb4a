"""What is told to people before they take part in a round: who will see what."""

from collections.abc import Iterator
from dataclasses import dataclass

from quickscan.presentation.language import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """On what it depends.

    `coordinators` is how many see the figures; `closes` is a day in words, up to and
    including which people can take part. With `single_use` each has a code of their own.
    """

    organisation: str
    size: int
    minimum: int
    coordinators: int
    closes: str
    single_use: bool = False

    @property
    def is_small(self) -> bool:
        """Whether the team can never get a result of its own."""
        return self.size < self.minimum


def promises(own: Promised, _: Translator) -> Iterator[str]:
    """Yield, in a sentence or two each, who will see what, and until when one can erase."""
    yield _(
        "Jouw antwoorden ziet niemand anders: {organisation} niet, je collega’s niet en je "
        "leidinggevende niet.",
        organisation=own.organisation,
    )
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
        "Zolang de meting loopt, ziet niemand een uitslag. {organisation} ziet alleen of er "
        "genoeg mensen meededen, één keer per dag.",
        organisation=own.organisation,
    )
    yield _(
        "Wissen kan tot en met {closes}. Daarna kun je je eigen antwoorden nog wissen, maar "
        "je aandeel in het cijfer van de groep blijft.",
        closes=own.closes,
    )
    yield _(
        "We vragen geen naam en bewaren geen internetadres en geen tijdstip. Dertig dagen na "
        "sluiting weten we ook niet meer bij welk team je antwoorden horen."
    )
    if own.single_use:
        yield _(
            "Iedereen trekt een kaartje met een eigen code, zonder te kijken. Wie welke code "
            "heeft, staat nergens. Niemand kan zien of een code gebruikt is."
        )


def small(size: int, _: Translator) -> str:
    """Return what is told to a team that can never get a result of its own."""
    return _(
        "Jullie team heeft {size} mensen. Daarmee komt er nooit een eigen uitslag: jullie "
        "antwoorden tellen alleen mee bij ‘overige teams samen’.",
        size=size,
    )


def _joined(*sentences: str) -> str:
    return " ".join(sentences)
