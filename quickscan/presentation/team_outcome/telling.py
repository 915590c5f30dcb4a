"""The sentences about a whole group: who took part, where it stands, how we know."""

from collections.abc import Iterator, Sequence

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.presentation.language import Translator
from quickscan.presentation.sentences import capital, enumeration, in_words, lowered
from quickscan.presentation.team_outcome.themes import APART, CLOSE
from quickscan.presentation.team_outcome.values import Showing, Side, TeamTheme


def took_part(count: int | None, population: int | None, _: Translator) -> str:
    """Return how many took part, of how many where that is known."""
    if count is None:
        return _("Te weinig antwoorden om te tonen.")
    if population is None:
        return _("{count} mensen deden mee.", count=capital(in_words(count, _)))
    if count >= population:
        return _("Het hele team deed mee: {count} mensen.", count=in_words(count, _))
    return _(
        "{count} van de {population} mensen deden mee.",
        count=capital(in_words(count, _)),
        population=in_words(population, _),
    )


def needed_for_any(minimum: int, population: int | None, _: Translator) -> str:
    """Return what it takes to show anything of a group; never how much is missing."""
    least = in_words(minimum, _)
    if population is None:
        return _("We tonen iets vanaf {least} mensen die meededen.", least=least)
    return _(
        "We tonen iets vanaf {least} mensen die meededen, en als dat minstens de helft van het"
        " team is.",
        least=least,
    )


def headline(themes: Sequence[TeamTheme], nouns: str, _: Translator) -> str:
    """Return which themes are highest and lowest, and on which people are divided."""
    scored = [own for own in themes if own.place.score is not None]
    if not scored:
        return _("Er zijn geen {places} met genoeg antwoorden om te tonen.", places=nouns)
    return " ".join((*_highest_and_lowest(scored, _), *_divided(scored, _)))


def _highest_and_lowest(scored: Sequence[TeamTheme], _: Translator) -> Iterator[str]:
    scores = [own.place.score or 0 for own in scored]
    top, least = max(scores), min(scores)
    if len(scored) == 1:
        yield f"{scored[0].place.title}: {scored[0].place.words}."
    elif top == least:
        titles = _titles(scored, _)
        yield _(
            "Even hoog staan {places}: {score}.", places=titles, score=scored[0].place.words
        )
    else:
        highest = [own for own in scored if own.place.score == top]
        lowest = [own for own in scored if own.place.score == least]
        yield _(
            "Het hoogst: {places}, {score}.", places=_titles(highest, _), score=_words(highest)
        )
        yield _(
            "Het laagst: {places}, {score}.", places=_titles(lowest, _), score=_words(lowest)
        )


def _words(themes: Sequence[TeamTheme]) -> str:
    return themes[0].place.words


def _titles(themes: Sequence[TeamTheme], _: Translator) -> str:
    return enumeration([lowered(own.place.title) for own in themes], _)


def _divided(scored: Sequence[TeamTheme], _: Translator) -> Iterator[str]:
    divided = [own for own in scored if own.is_divided]
    if divided:
        yield _("Verdeeld zijn jullie over {places}.", places=_titles(divided, _))


# --- the account ------------------------------------------------------------------------


def explanation(sides: Sequence[Side], noun: str, _: Translator) -> tuple[str, ...]:
    """Return how the figures are worked out, as far as these groups have them."""
    showings = {own.showing for side in sides for own in side.themes}
    rough = (Showing.ROUGH in showings) or (Showing.NEARLY_ALL in showings)
    return (
        _(
            "Ieder krijgt per {place} een score van 0 tot 100: de punten, gedeeld door het"
            " hoogste aantal dat kon. De score van de groep is het gemiddelde daarvan. Wie"
            " geen score heeft, telt niet mee.",
            place=noun,
        ),
        *((_rough(_),) if rough else ()),
        *((_exact(_),) if Showing.EXACT in showings else ()),
        _(
            "Of jullie het eens zijn, zegt r_wg: die vergelijkt hoe ver antwoorden uit elkaar"
            " liggen met wat toeval zou geven. Vanaf 0,70 noemen we dat eens, vanaf 0,50 deels"
            " eens, en daaronder verdeeld."
        ),
        _(
            "Iets gaat goed als minstens driekwart aan de goede kant van de schaal koos. Iets"
            " vraagt aandacht als minstens de helft de andere kant koos. Iets is uit te zoeken"
            " als minstens de helft het niet weet."
        ),
        _(
            "Een advies staat hier als het voor minstens de helft van de mensen geldt. Wat bij"
            " de laagste score hoort, staat voorop."
        ),
    )


def _rough(_: Translator) -> str:
    return _(
        "Met minder dan tien mensen ronden we een gemiddelde af op vijf, en tonen we"
        " antwoorden in drie delen van de schaal. Ook waar bijna iedereen hetzelfde gaf, of"
        " een paar mensen een vraag oversloegen, ronden we af. Sloeg iemand een vraag over,"
        " dan komt zo’n getal uit alle antwoorden samen."
    )


def _exact(_: Translator) -> str:
    return _(
        "Vanaf tien mensen staat er een heel getal, met het gebied waarin het gemiddelde van"
        " iedereen waarschijnlijk ligt: bij 95 van de 100 van zulke metingen klopt dat."
        " Scores liggen dicht bij elkaar als de standaardafwijking onder {close} punten is, en"
        " ver uiteen vanaf {apart}. Een halve ronden we naar boven af.",
        close=CLOSE,
        apart=APART,
    )


def rules(minimum: int, _: Translator) -> tuple[str, ...]:
    """Return what may be shown, and why."""
    least = in_words(minimum, _)
    return (
        _(
            "Over minder dan {least} mensen tonen we niets, ook niet hoeveel het er zijn. Zo"
            " kan niemand terugrekenen wat een ander koos.",
            least=least,
        ),
        _(
            "Met minder dan {exact} mensen tonen we minder precies. Vanaf {exact} zie je hele"
            " getallen en aantallen per antwoord.",
            exact=in_words(EXACT_FROM, _),
        ),
        _(
            "Gaf bijna iedereen hetzelfde antwoord, dan zeggen we dat in woorden. Een aantal"
            " zou verraden dat één iemand iets anders koos."
        ),
        _(
            "‘Te weinig antwoorden om te tonen’ is iets anders dan ‘niemand gaf antwoord’. Het"
            " eerste is verborgen, het tweede is leeg."
        ),
        _("Mensen met een verschillende rol staan nooit in één gemiddelde."),
    )


def privacy(sides: Sequence[Side], _: Translator) -> tuple[str, ...]:
    """Return what the figures mean for the people behind them, and what remains possible."""
    texts = _(
        "Bij een open vraag van de organisatie staat letterlijk wat mensen schreven. Dat is"
        " vooraf gezegd. Ga niet na wie wat schreef."
    )
    return (
        *((texts,) if any(own.asked and own.asked.has_texts for own in sides) else ()),
        _(
            "Hier staan alleen cijfers van groepen, nooit de antwoorden van één persoon. Wie"
            " de antwoorden van alle anderen al kent, kan een groepscijfer gebruiken om de"
            " laatste te raden. Vraag collega’s daarom niet wat zij invulden."
        ),
    )
