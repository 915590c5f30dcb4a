"""What a round asks of people, what they are told, and who sees what of it."""

from collections.abc import Iterator

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.domain.progress import follow, opening
from quickscan.presentation.along.values import Chapter, TeamTold, Told
from quickscan.presentation.dates import long_date
from quickscan.presentation.language import Translator
from quickscan.presentation.promises import Promised, promises, small
from quickscan.presentation.sentences import capital, minutes_in_words, stopped
from quickscan.presentation.wording import answer_in_words, worded


def in_short(own: Told, _: Translator) -> Chapter:
    """Return what it is, on one glance."""
    questionnaire = own.questionnaire
    people = sum(team.size for team in own.teams)
    evidence = questionnaire.evidence.to(_.language) if questionnaire.evidence else ""
    facts = (
        (_("Wie meet"), own.organisation),
        (
            _("Vragenlijst"),
            _(
                "{title}, versie {number}.",
                title=questionnaire.title.to(_.language),
                number=questionnaire.version,
            )
            + " "
            + questionnaire.summary.to(_.language),
        ),
        (_("Hoe die is getoetst"), evidence),
        (
            _("Wanneer"),
            _(
                "Van {opens} tot en met {closes}",
                opens=long_date(own.opens, _.language),
                closes=long_date(own.closes, _.language),
            ),
        ),
        (_("Hoe lang invullen duurt"), capital(minutes_in_words(questionnaire.minutes, _))),
        (
            _("Wie"),
            _.many("Eén team", "{number} teams", len(own.teams))
            + ", "
            + _.many("één mens", "{number} mensen", people),
        ),
        (
            _("Kleinste groep"),
            _("Over minder dan {minimum} mensen laten we niets zien.", minimum=own.minimum),
        ),
        (
            _("Meedoen"),
            _("Zonder account en zonder naam. Niemand ziet wie wel of niet meedeed."),
        ),
    )
    return Chapter(
        name="kort",
        heading=_("In het kort"),
        facts=tuple((label, stopped(words)) for label, words in facts if words),
    )


def told_beforehand(own: Told, _: Translator) -> Chapter:
    """Return the words that participants read before their first question."""
    word = own.word or _("Er is geen woord van de organisatie.")
    alone = [team for team in own.teams if not team.together]
    largest = max(alone, key=lambda team: team.size, default=None)
    shown = tuple(promises(_promised(own, largest, _), _)) if largest else ()
    differently = tuple(
        _("Bij team {team}: {words}", team=team.name, words=small(team.size, _))
        for team in alone
        if team.size < own.minimum and team is not largest
    )
    return Chapter(
        name="vooraf",
        heading=_("Wat mensen lezen voor ze beginnen"),
        sentences=(
            _("Een woord van {organisation}", organisation=own.organisation) + ": " + word,
            _("Daaronder staat dit, voor het grootste team:"),
        )
        if largest
        else (word,),
        points=(*shown, *differently),
    )


def _promised(own: Told, team: TeamTold, _: Translator) -> Promised:
    return Promised(
        organisation=own.organisation,
        size=team.size,
        minimum=own.minimum,
        coordinators=team.coordinators,
        closes=long_date(own.closes, _.language),
        single_use=team.single_use,
        own_count=own.own_count,
        open_questions=own.open_questions,
        texts_from=max(EXACT_FROM, own.minimum),
    )


def teams(own: Told, _: Translator) -> Chapter:
    """Return what is known of each team beforehand, and what it can get to see."""
    sentences = (
        (_("Er zijn nog geen teams gekozen."),)
        if not own.teams
        else (_("Dit vult de coördinator vooraf in. Bij het openen staat het vast."),)
    )
    return Chapter(
        name="teams",
        heading=_("De teams"),
        sentences=sentences,
        facts=tuple((team.name, " ".join(_of_team(own, team, _))) for team in own.teams),
    )


def _of_team(own: Told, team: TeamTold, _: Translator) -> Iterator[str]:
    yield stopped(_.many("Eén mens", "{number} mensen", team.size))
    if team.together:
        yield _(
            "Dit team vult het samen in, op één scherm. Dat telt in geen cijfer mee, en de"
            " uitslag is alleen van het team zelf."
        )
        if own.own_count:
            yield _("Jullie eigen vragen krijgt dit team niet.")
    elif team.size < own.minimum:
        yield _("Hier komt nooit een eigen uitslag van.")
    elif team.size < EXACT_FROM:
        yield _("De uitslag is in grote lijnen.")
    role = own.questionnaire.role(team.role)
    if role:
        yield _("Ze vullen in als ‘{role}’.", role=role.label.to(_.language))
    elif own.questionnaire.roles:
        yield _("Iedereen kiest zelf een rol.")
    yield (
        _("Ieder trekt een kaartje met een code die één keer werkt.")
        if team.single_use
        else _("Ze doen mee met één link voor het team.")
    )
    first = opening(own.questionnaire)
    asked = follow(own.questionnaire, team.answers, team.role)
    for question in asked.asked_in(first) if first else ():
        answer = answer_in_words(question, _.language, team.answers)
        if answer:
            text = worded(question.text, _.language, own.questionnaire, team.answers)
            yield f"{text} {stopped(answer)}"


def seeing(own: Told, _: Translator) -> Chapter:
    """Return who gets to see what, and when."""
    return Chapter(
        name="wie-ziet-wat",
        heading=_("Wie ziet wat, en wanneer"),
        facts=(
            (
                _("Wie meedoet"),
                _(
                    "De eigen uitslag en het eigen rapport, meteen, met een code die alleen "
                    "die persoon heeft. Na sluiting de uitslag van het team."
                ),
            ),
            (
                _("Coördinatoren, zolang de meting loopt"),
                _(
                    "Per team alleen of er genoeg mensen meededen: nog niet, of ja. Dat "
                    "ververst één keer per dag."
                ),
            ),
            (
                _("Coördinatoren, na sluiting"),
                _(
                    "Dezelfde uitslag als het team, op hetzelfde moment. Nooit een antwoord "
                    "van één mens. Wie coördinator wordt na het openen, ziet deze meting niet."
                ),
            ),
            (
                _("Leidinggevenden en bestuur"),
                _("Hebben geen toegang. Wat zij krijgen, kiezen het team en de coördinator."),
            ),
            (
                _("Wie deze site beheert"),
                _(
                    "Kan technisch bij de antwoorden. Er staat geen naam bij, tenzij iemand "
                    "die zelf typt."
                ),
            ),
            (_("Hoe precies"), _how_exact(own, _)),
            (
                _("Hoe een teamrapport eruitziet"),
                _(
                    "Op de webpagina waar dit staat, is een voorbeeld te openen, met "
                    "verzonnen antwoorden."
                ),
            ),
        ),
    )


def _how_exact(own: Told, _: Translator) -> str:
    return _(
        "Er zijn alleen cijfers van groepen van minstens {minimum} mensen, als minstens de "
        "helft van het team meedeed. Tot negen mensen in grote lijnen, vanaf tien precies. "
        "Wat te klein is, telt alleen mee bij ‘overige teams samen’, of nergens. Niemand kan "
        "een cijfer van een kleinere groep vinden door af te trekken.",
        minimum=own.minimum,
    )
