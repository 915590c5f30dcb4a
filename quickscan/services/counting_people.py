"""People on their own who ticked that their result counts: they begin to count together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.groups import Place, places
from quickscan.domain.publishing import FEWEST_NEW_PEOPLE, publish_people
from quickscan.domain.tallies import Tally, read_counts
from quickscan.services.publication import as_facts
from quickscan.services.scan import Questionnaires, from_rows
from quickscan.storage import contributions, publications, scans, tallies
from quickscan.storage.database import Transaction
from quickscan.storage.publications import PEOPLE, BenchmarkRow, Key
from quickscan.storage.scans import ScanRow
from quickscan.storage.tallies import PeopleTallyRow

Counted = Mapping[Key, Mapping[str, Assessment]]
"""What people gave, by version and role and by scan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who begin to count, their tallies, and what is shown of all who count."""

    scans: tuple[str, ...]
    tallies: tuple[PeopleTallyRow, ...]
    benchmarks: tuple[BenchmarkRow, ...]


def prepare(
    transaction: Transaction, questionnaires: Questionnaires, day: date, after: date
) -> People:
    """Work out who begin to count on a day, and what is then shown of a period.

    Fewer than five of a version and role wait for the next time: what changes in the figures
    is never what a few gave. Likewise a theme on which fewer than five have a score.
    """
    waiting = assessed(transaction, scans.contributed(transaction, day), questionnaires)
    new = {key: own for key, own in waiting.items() if len(own) >= FEWEST_NEW_PEOPLE}
    rows = tuple(row for key, own in new.items() for row in tallies_of_people(day, key, own))
    return People(
        scans=tuple(scan for own in new.values() for scan in own),
        tallies=rows,
        benchmarks=tuple(_shown(day, (*tallies.of_people(transaction, after), *rows))),
    )


def count(transaction: Transaction, people: People, day: date) -> bool:
    """Let people count from a day on; False when one of them took it back meanwhile."""
    if not contributions.count(transaction, people.scans, day):
        return False
    tallies.add_people(transaction, people.tallies)
    publications.add(transaction, people.benchmarks)
    return True


def assessed(
    transaction: Transaction, rows: Iterable[ScanRow], questionnaires: Questionnaires
) -> Counted:
    """Return what people gave, by version and role and by scan."""
    found: dict[Key, dict[str, Assessment]] = {}
    for row in rows:
        scan = from_rows(row, scans.sections(transaction, row.id), questionnaires)
        key = Key(
            questionnaire=row.questionnaire,
            version=row.version,
            role=row.role or "",
            part=PEOPLE,
        )
        person = assess(scan.questionnaire, scan.answers, scan.role)
        found.setdefault(key, {})[row.id] = person
    return found


def tallies_of_people(
    day: date, key: Key, people: Mapping[str, Assessment]
) -> tuple[PeopleTallyRow, ...]:
    """Count what people have who begin to count on one day, by theme."""
    own = tuple(people.values())
    rows = []
    for place in places(own[0].questionnaire):
        found = _tally(own, place)
        if found.people >= FEWEST_NEW_PEOPLE:
            dimension, theme = place
            rows.append(
                PeopleTallyRow(
                    day=day,
                    questionnaire=key.questionnaire,
                    version=key.version,
                    role=key.role,
                    dimension=dimension,
                    theme=theme,
                    people=len(own),
                    counts=found.written(),
                )
            )
    return tuple(rows)


def _tally(people: Iterable[Assessment], place: Place) -> Tally:
    dimension, theme = place
    shares: Counter[Fraction] = Counter()
    for person in people:
        share = person.themes[dimension][theme].share
        if share is not None:
            shares[share] += 1
    return Tally(counts=shares)


def _shown(day: date, rows: Iterable[PeopleTallyRow]) -> Iterable[BenchmarkRow]:
    """Return what is shown of all who count: with how often each score is there."""
    totals: dict[Key, dict[str, Tally]] = {}
    for row in rows:
        themes = totals.setdefault(row.key, {})
        theme = f"{row.dimension}×{row.theme}"
        themes[theme] = themes.get(theme, Tally()) + Tally(counts=read_counts(row.counts))
    for key, themes in totals.items():
        yield BenchmarkRow(
            day=day,
            key=key,
            themes={theme: _facts(own) for theme, own in themes.items()},
            reference={},
        )


def _facts(own: Tally) -> dict[str, Any]:
    facts = as_facts(publish_people(own))
    return facts if "why" in facts else {**facts, "counts": own.written()}
