"""One round of an organisation among organisations: read from what was published, and no more.

A page costs one row per role and part, however many scans are stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from quickscan.domain.anonymity import ShownTheme
from quickscan.domain.benchmark import FEWEST, Class, NoBenchmark, Trait, WhyNoBenchmark
from quickscan.domain.groups import Place
from quickscan.domain.ids import RoleId
from quickscan.domain.publishing import Published
from quickscan.services.clock import REAL, Clock
from quickscan.services.organisations import Organisation
from quickscan.services.publication import from_facts, next_date, part_name, period
from quickscan.services.round import Round
from quickscan.services.round_result import BlockResult, round_result
from quickscan.storage import publications
from quickscan.storage.database import Database
from quickscan.storage.publications import Key, StandingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongTheme:
    """One theme: what the round shows, what is shown of organisations, and one's place.

    `mean` and `place` (0-100) are those of one's organisation in what was published, over all
    its rounds that count; None when it is not in it.
    """

    own: ShownTheme
    shown: Published | NoBenchmark
    mean: Fraction | None = None
    place: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongRole:
    """One role; `rounds` is how many rounds of the organisation are in what was published."""

    role: RoleId | None
    rounds: int
    themes: Mapping[Place, AmongTheme]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmongOrganisations:
    """A round among organisations, as last published on `day`; None when nothing ever was.

    `part` is with which organisations it is compared, None for all; `offered` are the parts
    that may be chosen. `organisations` is how many are in it. `is_in` says whether this round
    counts in what was published.
    """

    day: date | None
    period: tuple[date, date] | None
    next: date
    part: Class | None
    offered: tuple[Class, ...]
    organisations: int
    is_in: bool
    roles: tuple[AmongRole, ...]


class Benchmarks:
    """What coordinators see of organisations together."""

    def __init__(self, database: Database, *, clock: Clock = REAL) -> None:
        self._database = database
        self._today = clock.today

    def counted(self, round_: Round) -> date | None:
        """Return since which day a round counts in what is shown now; None: it does not."""
        with self._database.reading() as transaction:
            day = publications.latest(transaction)
            if day is None:
                return None
            own = publications.standings(transaction, day, *_whose(round_))
        return day if any(round_.id in each.rounds for each in own) else None

    @property
    def next(self) -> date:
        """The next fixed date on which benchmarks are published."""
        return next_date(self._today())

    def of_round(
        self, round_: Round, organisation: Organisation, trait: Trait | None = None
    ) -> AmongOrganisations:
        """Return a closed round among all organisations, or among its like if offered."""
        of_role = _by_role(round_)
        told = _told(organisation)
        with self._database.reading() as transaction:
            day = publications.latest(transaction)
            if day is None:
                stands, facts = {}, {}
            else:
                own = publications.standings(transaction, day, *_whose(round_))
                stands = {row.key.role: row for row in own}
                keys = [_key(round_, role, part) for role in of_role for part in (None, *told)]
                facts = {key: publications.shown(transaction, day, key) or {} for key in keys}

        def found(role: RoleId | None, part: Class | None) -> Mapping[str, Any]:
            return facts.get(_key(round_, role, part), {})

        offered = tuple(p for p in told if any(_is_shown(found(r, p)) for r in of_role))
        part = next((own for own in offered if own[0] is trait), None)
        return AmongOrganisations(
            day=day,
            period=period(day) if day else None,
            next=self.next,
            part=part,
            offered=offered,
            organisations=max((_number(found(role, part)) for role in of_role), default=0),
            is_in=any(round_.id in own.rounds for own in stands.values()),
            roles=tuple(
                _among(block, found(role, part), stands.get(role or ""), part)
                for role, block in of_role.items()
            ),
        )


def _by_role(round_: Round) -> Mapping[RoleId | None, BlockResult]:
    """Return what a round shows of each role: all blocks together, or the only one."""
    shown = round_result(round_)
    if shown is None:
        return {}
    return {own.role: own for own in (*shown.blocks, *shown.together)}


def _whose(round_: Round) -> tuple[str, str, int]:
    return round_.organisation, round_.questionnaire.id, round_.questionnaire.version


def _key(round_: Round, role: RoleId | None, part: Class | None) -> Key:
    return Key(
        questionnaire=round_.questionnaire.id,
        version=round_.questionnaire.version,
        role=role or "",
        part=part_name(part),
    )


def _told(organisation: Organisation) -> tuple[Class, ...]:
    told = ((Trait.SECTOR, organisation.sector), (Trait.SIZE, organisation.size))
    return tuple((trait, own.value) for trait, own in told if own)


def _is_shown(facts: Mapping[str, Any]) -> bool:
    return any("quartiles" in own for own in facts.values())


def _number(facts: Mapping[str, Any]) -> int:
    """Return how many organisations there are in what is shown; 0 where nothing is."""
    return max((own.get("number", 0) for own in facts.values()), default=0)


def _among(
    block: BlockResult,
    facts: Mapping[str, Any],
    stand: StandingRow | None,
    part: Class | None,
) -> AmongRole:
    mine = stand.themes if stand else {}
    return AmongRole(
        role=block.role,
        rounds=len(stand.rounds) if stand else 0,
        themes={
            place: _theme(own, facts.get("×".join(place)), mine.get("×".join(place)), part)
            for place, own in block.result.themes.items()
        },
    )


def _theme(
    own: ShownTheme,
    facts: Mapping[str, Any] | None,
    mine: Mapping[str, Any] | None,
    part: Class | None,
) -> AmongTheme:
    nothing = NoBenchmark(why=WhyNoBenchmark.TOO_FEW, needed=FEWEST)
    place = mine["places"].get(part_name(part)) if mine else None
    return AmongTheme(
        own=own,
        shown=from_facts(facts) if facts else nothing,
        mean=Fraction(mine["mean"]) if mine else None,
        place=Fraction(place) if place else None,
    )
