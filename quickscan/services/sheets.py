"""What is published of one version and role, worked out from the tallies of all that share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import Any

from quickscan.domain.benchmark import Class, Standing, Trait, standing
from quickscan.domain.publishing import Published, means_of, places, publish
from quickscan.domain.tallies import Tally
from quickscan.services.publication import as_facts, part_name
from quickscan.services.tallying import as_tally
from quickscan.storage.publications import BenchmarkRow, Key, StandingRow
from quickscan.storage.tallies import SharedRow

References = Mapping[Key, Mapping[str, Sequence[str]]]
"""What the last precise figures were made of, by theme."""


def sheets(rows: Iterable[SharedRow]) -> Iterator["Sheet"]:
    """Return a sheet per version and role; the rows come in that order."""

    def key(row: SharedRow) -> Key:
        return Key(questionnaire=row.questionnaire, version=row.version, role=row.role)

    for own, of_key in groupby(rows, key):
        sheet = Sheet(own)
        for row in of_key:
            sheet.take_in(row)
        yield sheet


@dataclass(slots=True)
class Sheet:
    """What organisations have of one version and role."""

    key: Key
    _rounds: dict[str, set[str]] = field(default_factory=dict)
    _classes: dict[str, frozenset[Class]] = field(default_factory=dict)
    _tallies: dict[str, dict[str, Tally]] = field(default_factory=dict)

    def take_in(self, row: SharedRow) -> None:
        """Add what a round of an organisation has on a theme."""
        own = row.organisation_id
        self._rounds.setdefault(own, set()).add(row.round_id)
        self._classes[own] = _classes(row)
        theme = self._tallies.setdefault(f"{row.dimension}×{row.theme}", {})
        theme[own] = theme.get(own, Tally()) + as_tally(row)

    def published(
        self, day: date, before: References
    ) -> tuple[list[BenchmarkRow], list[StandingRow]]:
        """Return what is shown of each part, and where each organisation stands."""
        themes = {theme: self._everyone(theme) for theme in self._tallies}
        told = {own for each in self._classes.values() for own in each}
        rows, stands = [], _Stands(themes)
        for part in (None, *sorted(told)):
            key = replace(self.key, part=part_name(part))
            rows.append(_shown(day, key, part, themes, before.get(key, {}), stands))
        return rows, [
            StandingRow(
                day=day,
                organisation_id=own,
                key=self.key,
                rounds=tuple(sorted(rounds)),
                themes=stands.of[own],
            )
            for own, rounds in self._rounds.items()
            if own in stands.of
        ]

    def _everyone(self, theme: str) -> tuple[Standing, ...]:
        found = (
            standing(own, tally, self._classes[own])
            for own, tally in self._tallies[theme].items()
        )
        return tuple(own for own in found if own)


def _classes(row: SharedRow) -> frozenset[Class]:
    told = ((Trait.SECTOR, row.sector), (Trait.SIZE, row.size))
    return frozenset((trait, own) for trait, own in told if own)


class _Stands:
    """Where each organisation stands, by theme and by part."""

    def __init__(self, themes: Mapping[str, Sequence[Standing]]) -> None:
        self.of: dict[str, dict[str, Any]] = {}
        for theme, everyone in themes.items():
            for own in everyone:
                facts = {"mean": str(own.mean), "people": own.people, "places": {}}
                self.of.setdefault(own.organisation, {})[theme] = facts

    def put(
        self,
        theme: str,
        everyone: Sequence[Standing],
        part: Class | None,
        means: Sequence[Fraction],
    ) -> None:
        """Keep the place of each organisation of a part among these means."""
        place = places(means)
        for own in everyone:
            if part is None or part in own.classes:
                facts = self.of[own.organisation][theme]
                facts["places"][part_name(part)] = str(place[own.mean])


def _shown(  # noqa: PLR0913, PLR0917  a row and what it is made of
    day: date,
    key: Key,
    part: Class | None,
    themes: Mapping[str, Sequence[Standing]],
    before: Mapping[str, Sequence[str]],
    stands: _Stands,
) -> BenchmarkRow:
    shown: dict[str, Any] = {}
    reference = {theme: list(own) for theme, own in before.items()}
    for theme, everyone in themes.items():
        means = means_of(everyone, part)
        found = publish(everyone, part, [Fraction(own) for own in before.get(theme, ())])
        shown[theme] = as_facts(found)
        if isinstance(found, Published):
            stands.put(theme, everyone, part, means)
            if not found.is_rough:
                reference[theme] = [str(own) for own in means]
    return BenchmarkRow(day=day, key=key, themes=shown, reference=reference)
