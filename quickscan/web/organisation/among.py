"""A round among those of other organisations: letting it count, and the benchmark page."""

from collections.abc import Mapping

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.benchmark import PARTS_FROM, Class, Trait
from quickscan.domain.traits import Sector, Size
from quickscan.presentation.among import (
    Others,
    among_in_words,
    of_group,
)
from quickscan.presentation.dates import long_date
from quickscan.services.benchmarks import AmongOrganisations, AmongRole
from quickscan.services.round import Round
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import (
    blueprint,
    frame,
    organisation_of,
    own_round,
    whole_organisation_of,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.drawings import among
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services

# --- letting a round count --------------------------------------------------------------


def counting_of(own: Round) -> Mapping[str, object] | None:
    """Return whether a round counts among others, and since when; None: it shows nothing."""
    if own.result is None or not own.result["blocks"]:
        return None
    counted = services().benchmarks.counted(own)
    return {
        "shares": own.shares,
        "counted": long_date(counted, language()) if counted else "",
        "next": long_date(services().benchmarks.next, language()),
    }


@blueprint.post("/meting/<id>/meetellen")
def count(id: str) -> AnyResponse:
    """Let a closed round count among those of others from the next time on, or not."""
    services().rounds.share(account().email, id, shares=request.form.get("telt") == "ja")
    return see_other(url_for("organisation.measurement", id=id) + "#anderen")


# --- what an organisation tells of itself -----------------------------------------------


def sectors() -> Mapping[str, str]:
    """Return the sectors to choose from, in words."""
    _ = say()
    return {
        Sector.MUNICIPALITY: _("Gemeente"),
        Sector.YOUTH: _("Jeugd en gezin"),
        Sector.WELFARE: _("Welzijn en sociaal werk"),
        Sector.CARE: _("Zorg en gezondheid"),
        Sector.HOUSING: _("Wonen en opvang"),
        Sector.WORK: _("Werk en inkomen"),
        Sector.EDUCATION: _("Onderwijs"),
        Sector.SAFETY: _("Veiligheid en recht"),
        Sector.OTHER: _("Iets anders"),
    }


def sizes() -> Mapping[str, str]:
    """Return the sizes to choose from, in words."""
    _ = say()
    return {
        Size.TINY: _("minder dan 10 mensen"),
        Size.SMALL: _("10 tot 50 mensen"),
        Size.MIDDLE: _("50 tot 250 mensen"),
        Size.LARGE: _("250 tot 1000 mensen"),
        Size.HUGE: _("1000 mensen of meer"),
    }


@blueprint.post("/<id>/kenmerken")
def tell(id: str) -> AnyResponse | tuple[str, int]:
    """Tell the sector and the size of an organisation, or leave them untold."""
    whole_organisation_of(id)
    sector, size = request.form.get("sector", ""), request.form.get("omvang", "")
    if sector not in {"", *Sector} or size not in {"", *Size}:
        raise NotFound
    services().organisations.tell(
        account().email,
        id,
        sector=Sector(sector) if sector else None,
        size=Size(size) if size else None,
    )
    return see_other(url_for("organisation.organisation", id=id) + "#kenmerken")


# --- the page ---------------------------------------------------------------------------


@blueprint.get("/meting/<id>/benchmark")
def benchmark(id: str) -> str:
    """Show a closed round among all organisations, or among its like where that may be."""
    own = own_round(id)
    if own.closed is None:
        raise NotFound
    organisation = organisation_of(own.organisation)
    found = services().benchmarks.of_round(own, organisation, _chosen())
    return render_template(
        "organisation/benchmark.html",
        own=own,
        whose=organisation,
        title=own.questionnaire.title.to(language()),
        found=found,
        days=_days(found),
        choices=_choices(own, found),
        group=_part(found.part),
        parts_from=PARTS_FROM,
        counting=counting_of(own),
        roles=[_role(own, each) for each in found.roles],
        draw=among,
        others=Others.ORGANISATIONS,
        **frame(),
    )


def _chosen() -> Trait | None:
    wanted = request.args.get("met", "")
    return Trait(wanted) if wanted in set(Trait) else None


def _days(found: AmongOrganisations) -> Mapping[str, str]:
    days = {"next": found.next}
    if found.day and found.period:
        days |= {"day": found.day, "after": found.period[0], "until": found.period[1]}
    return {name: long_date(day, language()) for name, day in days.items()}


def _choices(own: Round, found: AmongOrganisations) -> list[tuple[str, str, bool]]:
    """Return with whom one can compare: the address, the words, and whether it is now."""
    parts: tuple[Class | None, ...] = (None, *found.offered)
    return [(_page(own, part), _part(part), part == found.part) for part in parts]


def _page(own: Round, part: Class | None) -> str:
    if part is None:
        return url_for("organisation.benchmark", id=own.id)
    return url_for("organisation.benchmark", id=own.id, met=part[0].value)


def _part(part: Class | None) -> str:
    if part is None:
        return say()("alle organisaties")
    trait, value = part
    if trait is Trait.SECTOR:
        return say()("jullie sector: {sector}", sector=sectors()[value])
    return say()("jullie grootte: {size}", size=sizes()[value])


def _role(own: Round, found: AmongRole) -> Mapping[str, object]:
    role = own.questionnaire.role(found.role)
    figures = {
        place: of_group(each.own, each.shown, each.place, language())
        for place, each in found.themes.items()
    }
    return {
        "name": role.label.to(language()) if role else "",
        "rounds": found.rounds,
        "dimensions": among_in_words(
            own.questionnaire, figures, language(), Others.ORGANISATIONS
        ),
    }
