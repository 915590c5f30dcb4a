"""Tallies of a closed round as rows, and back."""

from collections.abc import Sequence

from quickscan.domain.anonymity import Block
from quickscan.domain.assessment import Assessment
from quickscan.domain.groups import Place, places
from quickscan.domain.ids import RoleId
from quickscan.domain.tallies import Tally, read_counts, tally
from quickscan.services.round import Round
from quickscan.storage.tallies import TallyRow


def tallies_of(round_: Round, blocks: Sequence[Block[Assessment]]) -> tuple[TallyRow, ...]:
    """Count what the people of a round have, per role and theme; only what is shown counts."""
    rows = []
    for role in dict.fromkeys(block.role for block in blocks):
        own = [block for block in blocks if block.role == role]
        for place in places(round_.questionnaire):
            found = tally(own, place, round_.minimum)
            if found.people:
                rows.append(_as_row(round_.id, role, place, found))
    return tuple(sorted(rows, key=lambda row: (row.role, row.dimension, row.theme)))


def _as_row(round_id: str, role: RoleId | None, place: Place, own: Tally) -> TallyRow:
    dimension, theme = place
    return TallyRow(
        round_id=round_id,
        role=role or "",
        dimension=dimension,
        theme=theme,
        counts=own.written(),
        rough=own.rough,
        earned=own.earned,
        possible=own.possible,
    )


def as_tally(row: TallyRow) -> Tally:
    """Return a tally that was kept.

    Raises:
        TallyError: no people can have this.
    """
    return Tally(
        counts=read_counts(row.counts),
        rough=row.rough,
        earned=row.earned,
        possible=row.possible,
    )
