"""Rows of codes with which one person takes part once."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select

from quickscan.storage.database import Transaction
from quickscan.storage.tables import single_use_code, unused_code


def add(connection: Transaction, round_team_id: str, hmacs: Iterable[str]) -> None:
    """Let a team take part by these codes, all still unused.

    They go in by their HMAC, so that nothing tells which number on the sheet each has.
    """
    own = sorted(hmacs)
    rows = [{"hmac": hmac, "round_team_id": round_team_id} for hmac in own]
    connection.execute(insert(single_use_code), rows)
    connection.execute(insert(unused_code), [{"hmac": hmac} for hmac in own])


def team(connection: Transaction, hmac: str) -> str | None:
    """Return which team in a round a code is of, used or not; None when of none."""
    query = select(single_use_code.c.round_team_id).where(single_use_code.c.hmac == hmac)
    return connection.execute(query).scalar_one_or_none()


def forget_unused(connection: Transaction, round_team_ids: Iterable[str]) -> None:
    """Forget of these teams which codes were used and which were not."""
    own = select(single_use_code.c.hmac).where(
        single_use_code.c.round_team_id.in_(tuple(round_team_ids))
    )
    connection.execute(delete(unused_code).where(unused_code.c.hmac.in_(own)))


def use_up(connection: Transaction, hmac: str) -> bool:
    """Use a code; say whether it still could be, which only one who asks is told."""
    query = delete(unused_code).where(unused_code.c.hmac == hmac)
    return bool(connection.execute(query).rowcount)
