"""How long a round is kept, who is responsible, and a start for a DPIA.

Sources: the General Data Protection Regulation (EU 2016/679), articles 4, 17, 28 and 35; the
Dutch law on works councils (Wet op de ondernemingsraden), article 27.
"""

from quickscan.presentation.along.values import Chapter, Told
from quickscan.presentation.language import Translator


def kept(own: Told, _: Translator) -> Chapter:
    """Return how long what is kept."""
    return Chapter(
        name="bewaren",
        heading=_("Hoe lang het bewaard wordt"),
        facts=(
            (
                _("Een scan die niet af is"),
                _(
                    "Gaat {days} dagen na de laatste dag van de meting weg.",
                    days=own.unfinished_days,
                ),
            ),
            (
                _("Een afgeronde scan"),
                _(
                    "Gaat {months} maanden na de eerste dag van de meting weg.",
                    months=own.finished_months,
                ),
            ),
            (
                _("Bij welk team een scan hoort"),
                _("Weten we vanaf {days} dagen na sluiting niet meer.", days=own.link_days),
            ),
            (
                _("Zelf wissen"),
                _(
                    "Kan altijd, met de eigen code. Tot en met de laatste dag tel je dan niet "
                    "mee. Daarna blijft je aandeel in het cijfer van de groep."
                ),
            ),
            (
                _("Cijfers van de groep"),
                _(
                    "Blijven, met het rapport. Ze veranderen niet, en worden niet vanzelf "
                    "gewist."
                ),
            ),
            (
                _("Logboeken"),
                _(
                    "Geen internetadres, geen code, geen antwoord en geen tijdstip. Wie codes "
                    "probeert die niet kloppen, tellen we hooguit een uur. Een server vóór "
                    "deze site kan zelf wel iets bewaren: vraag de beheerder."
                ),
            ),
            (
                _("Reservekopieën"),
                _(
                    "Bewaren wat gewist is, zo lang als ze zelf bewaard worden. Vraag wie "
                    "deze site beheert hoe lang dat is."
                ),
            ),
        ),
    )


def responsible(own: Told, _: Translator) -> Chapter:
    """Return who is controller and who processor, as far as the program knows."""
    host = own.host.name or _(
        "Wie deze site beheert. De naam is hier niet ingevuld: vraag ernaar."
    )
    contact = (_("Vragen over privacy"), own.host.contact) if own.host.contact else None
    facts = (
        (
            _("Verwerkingsverantwoordelijke (AVG, artikel 4, onder 7)"),
            _(
                "{organisation}: die bepaalt waarom er gemeten wordt, wat, bij wie en "
                "wanneer.",
                organisation=own.organisation,
            ),
        ),
        (_("Verwerker (AVG, artikel 4, onder 8)"), host),
        (
            _("Verwerkersovereenkomst (AVG, artikel 28)"),
            _(
                "Spreken de verantwoordelijke en de verwerker samen af. Het programma regelt "
                "dat niet. Is het één en dezelfde organisatie, dan is die niet nodig."
            ),
        ),
        (
            _("Andere ontvangers"),
            _(
                "Geen. Pagina’s en rapporten laden niets van andere bedrijven, en er gaat "
                "niets naar een ander land door dit programma. Waar de server staat, weet de "
                "beheerder."
            ),
        ),
        (
            _("Rechten van wie meedoet"),
            _(
                "Inzien, veranderen en wissen kan iedereen zelf, met de eigen code. Wie de "
                "code kwijt is, kunnen we niet vinden: er staat geen naam bij de antwoorden."
            ),
        ),
    )
    return Chapter(
        name="verantwoordelijk",
        heading=_("Wie is verantwoordelijk"),
        facts=(*facts, *((contact,) if contact else ())),
    )


def start_of_dpia(own: Told, _: Translator) -> Chapter:
    """Return what a privacy officer can begin an assessment with."""
    questionnaire = own.questionnaire
    return Chapter(
        name="dpia",
        heading=_("Een begin voor een DPIA"),
        sentences=(
            _(
                "Dit is een begin voor een beoordeling van de gevolgen voor privacy (AVG, "
                "artikel 35). Wat alleen jullie weten, vul je zelf in: de grondslag, de "
                "afspraken met het team en wat er met de uitslag gebeurt."
            ),
            _(
                "Is er een ondernemingsraad? Kijk dan of die moet instemmen (Wet op de "
                "ondernemingsraden, artikel 27, eerste lid, onder k en l)."
            ),
        ),
        facts=(
            (
                _("Doel"),
                _(
                    "Teams laten zien waar ze staan met ‘{title}’, waar ze het eens zijn en "
                    "waar niet, zodat ze erover kunnen praten. Niet: mensen beoordelen.",
                    title=questionnaire.title.to(_.language),
                ),
            ),
            (
                _("Gegevens"),
                _(
                    "Antwoorden op de vragen in dit stuk, een rol, een taal en notities die "
                    "iemand zelf typt. Dagen zijn voor allen gelijk: de eerste en de laatste "
                    "dag van de meting. Geen naam, geen mailadres, geen internetadres en geen "
                    "tijdstip. Van coördinatoren: een mailadres en een hash van het "
                    "wachtwoord."
                ),
            ),
            (_("Bijzondere gegevens"), _special(_)),
            (
                _("Wie het betreft"),
                _.many(
                    "Eén mens van {organisation}.",
                    "{number} mensen van {organisation}.",
                    sum(team.size for team in own.teams),
                    organisation=own.organisation,
                ),
            ),
            (
                _("Noodzaak"),
                _(
                    "Zonder antwoorden van mensen is er geen beeld van een team. Het "
                    "programma zelf vraagt geen naam en geen leeftijd. Of elke vraag nodig "
                    "is, beoordeel je bij de vragen. Lichter kan ook: alleen praten, of samen "
                    "één scan invullen."
                ),
            ),
            (_("Grondslag"), _("Vul zelf in. Meedoen moet vrij zijn, en niet meedoen ook.")),
            *_risks(own, _),
        ),
    )


def _special(_: Translator) -> str:
    return _(
        "Of een vraag over gezondheid, geloof, afkomst of iets dergelijks gaat, kan alleen "
        "een mens beoordelen. Lees de vragen na. In een open vraag of een notitie kan iemand "
        "van alles typen."
    )


def _risks(own: Told, _: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Risico: iemand wordt herkend in een cijfer"),
            _(
                "Maatregel: geen groep kleiner dan {minimum}, grote lijnen tot tien, en niets "
                "valt af te trekken. Dat beslist één plek in het programma, en tests proberen "
                "het te kraken.",
                minimum=own.minimum,
            ),
        ),
        (
            _("Risico: iemand durft niet eerlijk te zijn"),
            _(
                "Maatregel: voor de eerste vraag staat wie wat ziet. Wie meedeed, is voor "
                "niemand te zien."
            ),
        ),
        (
            _("Risico: druk om mee te doen, of om niet mee te doen"),
            _(
                "Maatregel: niemand kan zien wie meedeed. Het programma kan niet voorkomen "
                "dat iemand ernaar vraagt. Spreek af dat dat niet gebeurt."
            ),
        ),
        (
            _("Risico: de uitslag wordt gebruikt om te straffen"),
            _(
                "Maatregel: er is geen totaalcijfer en geen ranglijst. Spreek af waarvoor de "
                "uitslag dient, voor de meting opengaat."
            ),
        ),
        (
            _("Risico: de antwoorden lekken"),
            _(
                "Maatregel: geen namen bij antwoorden, codes van mensen alleen als hash, en "
                "na {days} dagen geen band meer met een team. De beveiliging van de server "
                "hoort bij de verwerkersovereenkomst.",
                days=own.link_days,
            ),
        ),
    )


def possible(own: Told, _: Translator) -> Chapter:
    """Return what remains possible whatever the program does."""
    points = [
        _(
            "Een coördinator kan zelf antwoorden verzinnen en meesturen. Wie weet wat er "
            "verzonnen is, kan van de rest meer raden. Doen er meer mensen mee dan het team "
            "heeft, dan komt er geen uitslag."
        ),
        _(
            "Vertellen allen behalve één elkaar wat ze invulden, dan kunnen ze van die ene "
            "uitrekenen wat die gaf."
        ),
        _("Gaf iedereen hetzelfde, dan weet je van ieder wat die gaf."),
        _(
            "Een klein team kent elkaar. Bij één mens die lager zit, denkt iedereen te weten "
            "wie dat is. Dat kan ook fout zijn."
        ),
        _(
            "Wie de database kan lezen, kan de antwoorden lezen. Bij welk team ze horen ook, "
            "tot {days} dagen na sluiting.",
            days=own.link_days,
        ),
    ]
    if any(team.single_use for team in own.teams):
        points.append(
            _(
                "Wie het vel met kaartjes heeft, kan een code proberen. Dan is hij op, en "
                "blijft er een te weinig. Wie een code gebruikte, is zo niet te zien. Een "
                "coördinator kan kaartjes achterhouden en zelf invullen."
            )
        )
    if any(not team.single_use for team in own.teams):
        points.append(_("Wie de link van een team heeft, kan vaker dan één keer meedoen."))
    return Chapter(
        name="mogelijk", heading=_("Wat toch mogelijk blijft"), points=tuple(points)
    )
