"""The made-up scan of the design: six phases, five factors, Stoepgesprek."""

from datetime import date
from fractions import Fraction
from typing import Any

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import assess
from quickscan.domain.conditions import QuestionIs
from quickscan.domain.ids import (
    AdviceId,
    BandId,
    DimensionId,
    OptionId,
    QuestionId,
    QuestionnaireId,
    RoleId,
    ScaleId,
    SectionId,
    SourceId,
    ThemeId,
)
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Effort,
    Minutes,
    Position,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Source,
    Status,
    Theme,
)
from quickscan.domain.questions import (
    ChoiceQuestion,
    CountsAs,
    Option,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Language, Text
from quickscan.presentation.outcome import Outcome, outcome

FINISHED = date(2026, 11, 14)
NL, EN = Language("nl"), Language("en")
FASE, FACTOR, PLAN = DimensionId("fase"), DimensionId("factor"), DimensionId("planmatig")

SCALE = (
    ("nog-niet", "Nog niet", 0),
    ("een-begin", "Een begin", 1),
    ("voor-een-deel", "Voor een deel", 2),
    ("grotendeels", "Grotendeels", 3),
    ("helemaal", "Helemaal", 4),
)

STATEMENTS = {
    "ontwikkelen": (
        ("ow-plek", "We proberen {interventie} eerst op één plek uit.", "ontwikkelaars"),
        ("ow-buurt", "Uitvoerders hebben bekeken of het bij hun buurt past.", "gebruikers"),
        (
            "ow-speelt",
            "Er ligt een beschrijving van wat er in onze buurten speelt.",
            "context",
        ),
        (
            "ow-werk",
            "{interventie} sluit aan bij het gewone werk van onze teams.",
            "interventie",
        ),
    ),
    "weten": (
        (
            "we-plan",
            "Er is een plan waarin staat wie van {interventie} moet weten.",
            "ontwikkelaars",
        ),
        (
            "we-collega",
            "Collega’s die het al doen, vertellen er andere teams over.",
            "gebruikers",
        ),
        (
            "we-teams",
            "Alle teams die ermee te maken krijgen, zijn op de hoogte.",
            "organisatie",
        ),
        (
            "we-huisarts",
            "Huisartsen en wijkagenten in de buurt kennen {interventie}.",
            "context",
        ),
    ),
    "begrijpen": (
        (
            "be-handboek",
            "Het handboek ligt op een plek die elke uitvoerder kent.",
            "interventie",
        ),
        (
            "be-training",
            "Elke uitvoerder heeft de training van {interventie} gevolgd.",
            "gebruikers",
        ),
        (
            "be-woorden",
            "Uitvoerders vertellen in eigen woorden waardoor {interventie} werkt.",
            "gebruikers",
        ),
        (
            "be-uren",
            "Elke uitvoerder weet hoeveel uur per week {interventie} vraagt.",
            "organisatie",
        ),
        (
            "be-weg",
            "We hebben op papier wat de uitvoering in de weg kan staan.",
            "context",
        ),
    ),
    "willen": (
        (
            "wi-proef",
            "Uitvoerders kunnen {interventie} uitproberen voordat we beslissen.",
            "gebruikers",
        ),
        (
            "wi-bezwaar",
            "Bezwaren van uitvoerders staan op de agenda van het teamoverleg.",
            "gebruikers",
        ),
        (
            "wi-besluit",
            "De directie heeft besloten dat we met {interventie} werken.",
            "organisatie",
        ),
        ("wi-opdracht", "Het staat in de opdracht van de gemeente.", "context"),
        (
            "wi-oplevert",
            "Uitvoerders zien wat {interventie} bewoners oplevert.",
            "interventie",
        ),
    ),
    "doen": (
        ("do-coach", "Uitvoerders kunnen met vragen bij iemand terecht.", "organisatie"),
        ("do-tijd", "Elke uitvoerder heeft er elke week tijd voor.", "organisatie"),
        ("do-kern", "We doen {interventie} zoals het bedoeld is.", "interventie"),
    ),
    "blijven-doen": (
        ("bl-werk", "{interventie} hoort bij het gewone werk.", "organisatie"),
        ("bl-geld", "Er is geld voor de komende drie jaar.", "context"),
        (
            "bl-nieuw",
            "Nieuwe collega’s leren {interventie} in hun eerste maand.",
            "gebruikers",
        ),
    ),
    "planmatig": (
        ("pl-plan", "Er ligt een plan met doelen.", None),
        ("pl-wie", "Eén persoon is het aanspreekpunt.", None),
        ("pl-meten", "We meten elk half jaar hoe het gaat.", None),
        ("pl-bij", "We stellen het plan bij als dat nodig is.", None),
    ),
}

GIVEN = {
    "interventie": "Stoepgesprek",
    "huidige-fase": "begrijpen",
    **dict(zip(("ow-plek", "ow-buurt", "ow-speelt", "ow-werk"), (2, 3, 4, 4), strict=True)),
    **dict(
        zip(("we-plan", "we-collega", "we-teams", "we-huisarts"), (1, 2, 3, 0), strict=True)
    ),
    "be-handboek": 4,
    "be-training": 3,
    "be-woorden": 2,
    "be-uren": 1,
    "be-weg": "weet-niet",
    "wi-proef": 1,
    "wi-bezwaar": 2,
    "wi-besluit": 2,
    "wi-opdracht": 3,
    "wi-oplevert": 3,
    **dict(zip(("pl-plan", "pl-wie", "pl-meten", "pl-bij"), (3, 4, 1, 1), strict=True)),
}

ADVICE = (
    (
        "uren",
        "begrijpen",
        "be-uren",
        "Zet taken en uren op één bladzijde",
        "Wie vooraf weet hoeveel tijd {interventie} vraagt, begint rustiger.",
        (
            "Schrijf per taak op wie het doet en hoeveel uur per week het kost.",
            "Leg de bladzijde voor aan twee uitvoerders: klopt dit met jullie week?",
            "Bespreek hem in het teamoverleg en pas hem aan.",
        ),
    ),
    (
        "woorden",
        "begrijpen",
        "be-woorden",
        "Vertel elkaar waardoor het werkt",
        "Wie weet waarom iets helpt, houdt de kern vast als het druk is.",
        ("Vraag een half uur in het teamoverleg.", "Laat ieder één gesprek navertellen."),
    ),
    (
        "proeftijd",
        "willen",
        "wi-proef",
        "Spreek een proeftijd van zes weken af",
        "Wie het heeft gedaan, beslist beter.",
        ("Kies één team.", "Prik nu al de dag waarop jullie terugkijken."),
    ),
    (
        "huisartsen",
        "weten",
        "we-huisarts",
        "Vertel huisartsen en wijkagenten over {interventie}",
        "Zij sturen mensen door.",
        ("Maak een kaartje.",),
    ),
    (
        "wie-weten",
        "weten",
        "we-plan",
        "Schrijf op wie ervan moet weten",
        "Dan vergeet je niemand.",
        ("Maak een lijst.",),
    ),
    (
        "plek",
        "ontwikkelen",
        "ow-plek",
        "Begin op één plek",
        "Klein beginnen geeft rust.",
        ("Kies een plek.",),
    ),
)


def text(nl: str, en: str = "") -> Text:
    versions = ((NL, nl), (EN, en)) if en else ((NL, nl),)
    return Text(versions)


def options() -> tuple[Option, ...]:
    scored = tuple(
        Option(id=OptionId(id), label=text(label), points=points)
        for id, label, points in SCALE
    )
    unknown = Option(
        id=OptionId("weet-niet"), label=text("Weet ik niet"), counts_as=CountsAs.UNKNOWN
    )
    nvt = Option(
        id=OptionId("nvt"),
        label=text("Niet van toepassing"),
        counts_as=CountsAs.NOT_APPLICABLE,
    )
    return (*scored, unknown, nvt)


def statement(phase: str, id: str, words: str, factor: str | None) -> RatingQuestion:
    main = (PLAN if phase == "planmatig" else FASE, ThemeId(phase))
    across = ((FACTOR, ThemeId(factor)),) if factor else ()
    return RatingQuestion(
        id=QuestionId(id),
        text=text(words),
        themes=(main, *across),
        scale=ScaleId("mate"),
        options=options(),
        required=True,
        talk=text("Hoe weet je dat?") if id == "be-uren" else None,
    )


PHASES = (
    ("ontwikkelen", "Ontwikkelen"),
    ("weten", "Weten"),
    ("begrijpen", "Begrijpen"),
    ("willen", "Willen"),
    ("doen", "Doen"),
    ("blijven-doen", "Blijven doen"),
)
FACTORS = ("ontwikkelaars", "gebruikers", "organisatie", "context", "interventie")


def themes(*pairs: tuple[str, str]) -> tuple[Theme, ...]:
    return tuple(Theme(id=ThemeId(id), title=text(title)) for id, title in pairs)


def opening() -> Section:
    name = TextQuestion(
        id=QuestionId("interventie"),
        text=text("Om welke interventie gaat het?"),
        fallback=text("de interventie"),
        max_length=80,
        lines=1,
    )
    where = ChoiceQuestion(
        id=QuestionId("huidige-fase"),
        text=text("In welke fase zitten jullie nu?"),
        options=(
            *(Option(id=OptionId(id), label=text(title)) for id, title in PHASES),
            Option(id=OptionId("verschilt"), label=text("Dat verschilt per plek")),
        ),
    )
    return Section(
        id=SectionId("start"), title=text("Over jullie interventie"), questions=(name, where)
    )


def sections() -> tuple[Section, ...]:
    titles = dict(PHASES) | {"planmatig": "Planmatig werken"}
    return (
        opening(),
        *(
            Section(
                id=SectionId(phase),
                title=text(titles[phase]),
                questions=tuple(statement(phase, *each) for each in statements),
            )
            for phase, statements in STATEMENTS.items()
        ),
    )


def advice() -> tuple[AdviceRule, ...]:
    low = tuple(OptionId(id) for id, _label, points in SCALE if points < 3)
    return tuple(
        AdviceRule(
            id=AdviceId(id),
            themes=((FASE, ThemeId(phase)),),
            when=QuestionIs(QuestionId(question), low),
            title=text(title),
            text=text(why),
            steps=tuple(text(step) for step in steps),
            actor=text("Teamleider"),
            effort=Effort.SMALL,
            source=SourceId("nji"),
        )
        for id, phase, question, title, why, steps in ADVICE
    )


def stoepgesprek() -> Questionnaire:
    """The questionnaire of the design's example."""
    return Questionnaire(
        id=QuestionnaireId("implementatie-quickscan"),
        version=1,
        status=Status.PROEF,
        evidence=text("Nog niet met gebruikers onderzocht."),
        languages=(NL, EN),
        title=text("Implementatie-Quickscan", "Implementation quickscan"),
        summary=text("Zie in tien minuten wat er al goed gaat."),
        minutes=Minutes(10, 10),
        roles=(Role(id=RoleId("organisatie"), label=text("Ik geef leiding")),),
        sources=(
            Source(
                id=SourceId("nji"),
                title=text("Implementatie en borging"),
                publisher=text("NJi"),
                url="https://www.nji.nl/",
            ),
        ),
        dimensions=(
            Dimension(
                id=FASE,
                title=text("Implementatiefasen"),
                ordered=True,
                position=Position(question=QuestionId("huidige-fase"), ahead=1),
                themes=themes(*PHASES),
            ),
            Dimension(
                id=FACTOR,
                title=text("Beïnvloedende factoren"),
                minimum_count=3,
                themes=themes(*((id, id.capitalize()) for id in FACTORS)),
            ),
            Dimension(
                id=PLAN,
                title=text("Planmatig werken"),
                themes=themes(("planmatig", "Planmatig werken")),
            ),
        ),
        sections=sections(),
        scoring=Scoring(minimum_answered=Fraction(1, 2)),
        bands=(
            Band(id=BandId("aandacht"), from_=Fraction(0), label=text("Vraagt aandacht")),
            Band(id=BandId("op-weg"), from_=Fraction(50), label=text("Op weg")),
            Band(id=BandId("sterk"), from_=Fraction(75), label=text("Gaat goed")),
        ),
        advice=advice(),
    )


def answers(**changes: Any) -> Answers:
    """The example's answers; points stand for the option with those points."""
    labels = {points: id for id, _label, points in SCALE}
    given = {**GIVEN, **{key.replace("_", "-"): value for key, value in changes.items()}}
    return {
        QuestionId(id): labels[value] if isinstance(value, int) else str(value)
        for id, value in given.items()
        if value is not None
    }


def told(language: str = "nl", **changes: Any) -> Outcome:
    """The example's outcome, with some answers changed."""
    assessment = assess(stoepgesprek(), answers(**changes), RoleId("organisatie"))
    return outcome(assessment, language, finished=FINISHED)
