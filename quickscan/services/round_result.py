"""What a closed round shows: of which blocks, and which round there was before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from quickscan.domain.group_results import GroupResult
from quickscan.domain.ids import RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.services.frozen import Facts, from_facts
from quickscan.services.round import Round
from quickscan.services.scan import Questionnaires


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockResult:
    """What is shown of a block, or of blocks together: of which teams, and in which role."""

    teams: tuple[str, ...]
    role: RoleId | None
    population: int | None
    result: GroupResult

    @property
    def is_joined(self) -> bool:
        """Whether it is about several teams together."""
        return len(self.teams) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResult:
    """What is shown of a closed round: its blocks, and all blocks of a role together."""

    blocks: tuple[BlockResult, ...]
    together: tuple[BlockResult, ...]

    def of_team(self, team: str) -> tuple[BlockResult, ...]:
        """Return what is shown of one team: its own blocks, else the rest that it is in."""
        own = [block for block in self.blocks if block.teams == (team,)]
        return tuple(own or [block for block in self.blocks if team in block.teams])


def round_result(round_: Round) -> RoundResult | None:
    """Return what is shown of a round; None until it is closed."""
    if round_.result is None:
        return None
    return RoundResult(
        blocks=_blocks(round_, round_.result["blocks"]),
        together=_blocks(round_, round_.result["together"]),
    )


def _blocks(round_: Round, facts: Sequence[Facts]) -> tuple[BlockResult, ...]:
    return tuple(
        BlockResult(
            teams=tuple(own["teams"]),
            role=own["role"],
            population=own["population"],
            result=from_facts(own, round_.questionnaire),
        )
        for own in facts
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The round before one, closed; `between` are the versions between those of the two."""

    round: Round
    between: Sequence[Questionnaire]


def earlier(then: Round, now: Round, catalogue: Questionnaires) -> Earlier | None:
    """Return a round as the one before another; None where they ask different things.

    And where it was not closed when the other was: what a closed round shows never grows.
    """
    if then.closed is None or (now.closed is not None and then.closed > now.closed):
        return None
    if then.questionnaire.id != now.questionnaire.id:
        return None
    between = catalogue.between(then.questionnaire, now.questionnaire)
    return Earlier(round=then, between=between)
