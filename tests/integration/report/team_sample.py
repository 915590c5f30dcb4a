"""Invented teams that filled in the questionnaire of the project, as a team report."""

import random
from collections.abc import Sequence
from functools import cache

from quickscan.definitions.reader import read
from quickscan.domain.anonymity import Part, TeamParts, cut
from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.group_results import group_result
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import Option, OptionQuestion
from quickscan.presentation.team_outcome import Group, Scope, TeamOutcome, team_outcome
from quickscan.report.document import TeamDocument, team_document
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


def long_names() -> TeamDocument:
    """Several groups with names that hardly fit, of which one is hidden."""
    names = (LONG, UNBROKEN, "Team عمر 👍", "<script>alert(1)</script> & co")
    about = sample.NAUGHTY_NAME[:80]
    return report((12, 6, 4, 9), names=names, name=LONG, about=about)
