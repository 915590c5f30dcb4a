"""Invented teams that filled in the questionnaire of the project, as a team report."""

import random
from collections.abc import Sequence
from functools import cache

from quickscan.definitions.reader import read
from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import group_result
from quickscan.domain.own_questions import OwnKind, OwnQuestion, OwnQuestions
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Option, OptionQuestion
from quickscan.presentation.team_outcome import Group, Scope, TeamOutcome, team_outcome
from quickscan.report.document import TeamDocument, team_document
from quickscan.services.own_questions import with_own
from tests.integration.report import sample

LONG = "Team Wijkgezondheid en maatschappelijke ondersteuning Noord-Oost (voormalig Oudewater)"
UNBROKEN = "Arbeidsongeschiktheidsverzekeringsmaatschappij" * 3


@cache
def decisions() -> Questionnaire:
    """The questionnaire of the project that has a guide."""
    path = sample.FOLDER.parent / "beslissende-professional" / "v2.yaml"
    return read(path, path.read_text("utf-8"))


def people(
    count: int, seed: int = 1, own: Questionnaire | None = None
) -> tuple[Assessment, ...]:
    """So many people of one team: of one mind on some statements, divided on others."""
    dice = random.Random(seed)  # noqa: S311  invented answers
    own = own or sample.questionnaire()
    role = own.roles[0].id if own.roles else None
    asked = [each for each in own.questions.values() if isinstance(each, OptionQuestion)]
    lean = {each.id: (dice.uniform(0.1, 0.95), dice.choice((0.05, 0.4))) for each in asked}
    unsure = {each.id: dice.choice((0, 0, 0, 0.15, 0.7)) for each in asked}

    def given(question: OptionQuestion) -> Option:
        scored = [each for each in question.options if each.points is not None]
        rungs = scored or list(question.options)
        apart = [each for each in question.options if each not in rungs]
        if apart and dice.random() < unsure[question.id]:
            return apart[0]
        place = int(dice.gauss(*lean[question.id]) * len(rungs))
        return rungs[min(max(place, 0), len(rungs) - 1)]

    def person() -> Assessment:
        answers: Answers = {each.id: given(each).id for each in asked if dice.random() > 0.03}
        return assess(own, {**answers, sample.PLACE: "willen"}, role)

    return tuple(person() for _ in range(count))


def told(  # noqa: PLR0913  what a sample may have otherwise
    counts: Sequence[int],
    *,
    language: str = "nl",
    about: str = "Stoepgesprek",
    name: str = "Team Noord",
    names: Sequence[str] = (),
    own: Questionnaire | None = None,
    scope: Scope = Scope.TEAM,
) -> TeamOutcome:
    """The outcome of teams of so many people; several stand beside each other."""
    own = own or sample.questionnaire()
    groups = []
    for rank, count in enumerate(counts):
        part = Part(team="a", role=None, people=people(count, rank, own))
        blocks = cut([TeamParts(team="a", size=count + 2, parts=(part,))])
        title = (names[rank] if names else f"Team {'ABCDEFGH'[rank]}") if counts[1:] else ""
        groups.append(
            Group(result=group_result(own, blocks), name=title, population=count + 2)
        )
    return team_outcome(
        own, groups, language, name=name, about=about, finished=sample.DAY, scope=scope
    )


def report(counts: Sequence[int], **more: object) -> TeamDocument:
    """The document of such teams."""
    return team_document(told(counts, **more), sample.SOFTWARE)  # type: ignore[arg-type]


WRITTEN = (
    sample.NAUGHTY_NAME,
    UNBROKEN,
    "Eerste regel.\n\nDerde regel, na een lege.",
    *(f"Meer tijd voor huisbezoek {number}" for number in range(8)),
)
TOO_FEW = 9
ASKED = OwnQuestions(
    by=UNBROKEN[:80],
    questions=(
        OwnQuestion(kind=OwnKind.RATING, words="We hebben <genoeg> tijd."),
        OwnQuestion(kind=OwnKind.CHOICE, words="Wat eerst?", options=(UNBROKEN[:80], "Rust")),
        OwnQuestion(kind=OwnKind.TEXT, words="Wat mis je?", switched_on=True),
        OwnQuestion(kind=OwnKind.TEXT, words="Wat nog meer?", switched_on=True),
    ),
)


def asking() -> TeamDocument:
    """A team of eleven whose organisation asked itself, with words as they should not be."""
    own = with_own(sample.questionnaire(), ASKED)
    first, second, third, last = own.sections[-1].questions
    gave: Sequence[Answers] = [
        {first.id: "eens", second.id: f"optie_{1 + number % 2}", third.id: words}
        | ({last.id: words} if number < TOO_FEW else {})
        for number, words in enumerate(WRITTEN)
    ]
    everyone = tuple(
        assess(own, {**person.answers, **more}, person.role)
        for person, more in zip(people(len(WRITTEN)), gave, strict=True)
    )
    part = Part(team="a", role=None, people=everyone)
    blocks = cut([TeamParts(team="a", size=12, parts=(part,))])
    groups = [Group(result=group_result(own, blocks), population=12)]
    words = team_outcome(own, groups, "nl", name="Team Noord", finished=sample.DAY)
    return team_document(words, sample.SOFTWARE)


def long_names() -> TeamDocument:
    """Several groups with names that hardly fit, of which one is hidden."""
    names = (LONG, UNBROKEN, "Team عمر 👍", "<script>alert(1)</script> & co")
    about = sample.NAUGHTY_NAME[:80]
    return report((12, 6, 4, 9), names=names, name=LONG, about=about)
