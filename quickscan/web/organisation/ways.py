"""How a team takes part in a round: each alone, together, or joined with other teams."""

from collections.abc import Sequence
from enum import StrEnum

from flask import request

from quickscan.services.round import RoundTeam
from quickscan.web.scan.contexts import OptionView, Problem
from quickscan.web.speaking import say

WAY = "manier"


class Way(StrEnum):
    """What is chosen on the page of a team; a team that is too small must choose."""

    ALONE = "eigen"
    TOGETHER = "samen"
    REST = "overig"
    """Each alone, in a team so small that it only counts among the others."""
    JOIN = "voeg"


SMALL = (Way.JOIN, Way.TOGETHER, Way.REST)
LARGE = (Way.ALONE, Way.TOGETHER)


def sent_way() -> Way | None:
    """Return what was chosen; None for nothing that can be."""
    sent = request.form.get(WAY, "")
    return Way(sent) if sent in set(Way) else None


def stored_way(before: RoundTeam | None, *, is_small: bool) -> Way | None:
    """Return what was chosen for a team before; None where it is still to be chosen."""
    if before is None:
        return None if is_small else Way.ALONE
    if before.together:
        return Way.TOGETHER
    return Way.REST if is_small else Way.ALONE


def way_problem(size: int, minimum: int, way: Way | None) -> Problem | None:
    """Return what to choose first: of a team below the minimum nothing is ever shown."""
    if size >= minimum or way in SMALL:
        return None
    words = say()("Met {size} mensen komt er nooit een eigen uitslag.", size=size)
    more = say()("Kies hoe dit team meedoet.")
    return Problem(f"{WAY}--{SMALL[0]}", f"{words} {more}")


def way_views(chosen: Way | None, *, is_small: bool, is_joined: bool) -> Sequence[OptionView]:
    """Return the ways to choose from, each with what follows from it."""
    _ = say()
    words = {
        Way.JOIN: (
            _("We voegen nog een team toe") if is_joined else _("We voegen teams samen"),
            _(
                "Ze doen dan mee als één team, met één link en één uitslag. Hierna kies je"
                " welke."
            ),
        ),
        Way.TOGETHER: (
            _("Ze vullen het samen in"),
            _(
                "Eén scan op één scherm, met een begeleider. Dat is niet vertrouwelijk. Het"
                " telt in geen cijfer van de meting mee, en de uitslag is alleen van het team"
                " zelf."
            ),
        ),
        Way.REST: (
            _("Iedereen vult het zelf in"),
            _("Het team telt alleen mee bij ‘overige teams samen’, als er nog zo’n team is."),
        ),
        Way.ALONE: (
            _("Iedereen vult het zelf in"),
            _("Vertrouwelijk. Na sluiting zijn er cijfers van de groep."),
        ),
    }
    return [
        OptionView(id=way, label=words[way][0], note=words[way][1], chosen=way == chosen)
        for way in (SMALL if is_small else LARGE)
    ]
