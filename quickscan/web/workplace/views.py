"""What editors see and do: all questionnaires, one version, publishing, the log."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.definitions.catalogue import UnknownQuestionnaireError
from quickscan.definitions.problems import Problem as Fault
from quickscan.definitions.problems import Severity
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.authoring import use_in_words
from quickscan.presentation.changes import changes_in_words
from quickscan.presentation.dates import long_date, moment, today
from quickscan.services.editions import RefusedUploadError
from quickscan.services.workplace import (
    ChangedMeanwhileError,
    NoSuchEditionError,
    OwnUploadError,
    PastDayError,
    VersionTakenError,
    WithdrawnInFolderError,
)
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services
from quickscan.web.workplace.sharing import (
    blueprint,
    find,
    frame,
    taken,
    to_version,
)
from quickscan.web.workplace.signing import editor
from quickscan.web.workplace.words import standing_in_words, step_in_words


@blueprint.get("/")
def home() -> str:
    """Show every questionnaire with its versions."""
    _ = say()
    return render_template(
        "workplace/home.html",
        shelves=[
            (
                shelf.id,
                shelf.title.to(language()),
                [(own.version, standing_in_words(own, _)) for own in shelf.standings],
            )
            for shelf in services().workplace.shelves()
        ],
        **frame(),
    )


@blueprint.get("/logboek")
def log() -> str:
    """Show who did what, and when."""
    _ = say()
    return render_template(
        "workplace/log.html",
        steps=[
            (moment(own.at, language()), own.email, step_in_words(own, _))
            for own in services().workplace.log()
        ],
        **frame(),
    )


# --- one version ------------------------------------------------------------------------


@blueprint.get("/<questionnaire>/v<int:version>")
def version(questionnaire: str, version: int) -> str:
    """Show one version: what was found, what it changes, and what can be done with it."""
    return _version_page(questionnaire, version)


def _version_page(id: str, number: int, problem: Problem | None = None) -> str:
    standing, own, edition = find(id, number)
    _ = say()
    checked = edition.check() if edition else None
    line = services().workplace.lineage(own)
    return render_template(
        "workplace/version.html",
        problems=(problem,) if problem else (),
        id=id,
        number=number,
        title=own.title.to(language()),
        standing=standing,
        words=standing_in_words(standing, _),
        edition=edition,
        is_own=edition is not None and edition.uploaded_by == editor().email,
        found=_counted(checked.problems) if checked else None,
        scenarios=len(checked.scenarios) if checked else 0,
        changes=changes_in_words(line, language()) if len(line) > 1 else None,
        use=_use(line[0]),
        today=today().isoformat(),
        day=request.form.get("dag", ""),
        **frame(),
    )


def _counted(faults: tuple[Fault, ...]) -> dict[str, int]:
    return {
        kind.name.lower(): sum(own.severity is kind for own in faults) for kind in Severity
    }


def _use(own: Questionnaire) -> str:
    use = services().usage.of(own.id, own.version)
    return use_in_words(use.unfinished, use.finished, own.version, say())


@blueprint.post("/<questionnaire>/v<int:version>/publiceren")
def publish(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Publish a version, now or on a day."""
    form = request.form
    try:
        services().workplace.publish(
            editor().email,
            questionnaire,
            version,
            seen=form.get("gezien", ""),
            day=_day() if form.get("wanneer") == "dag" else None,
        )
    except NoSuchEditionError as error:
        raise NotFound from error
    except _REFUSALS as error:
        return _not_now(questionnaire, version, _why_not(error))
    return to_version(questionnaire, version)


class NoDayError(ValueError):
    """What was sent is no day."""


_REFUSALS = (
    NoDayError,
    PastDayError,
    OwnUploadError,
    ChangedMeanwhileError,
    VersionTakenError,
    RefusedUploadError,
)


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("dag", ""))
    except ValueError as error:
        raise NoDayError from error


def _why_not(error: Exception) -> Problem:
    """Return why a version cannot be published, beside the field that mends it."""
    _ = say()
    if isinstance(error, VersionTakenError):
        return Problem("publiceren", taken(error))
    target, words = {
        NoDayError: ("dag", _("Kies een dag, bijvoorbeeld {example}.", example=_example())),
        PastDayError: (
            "dag",
            _("Die dag is voorbij. Kies vandaag of een dag die nog komt."),
        ),
        OwnUploadError: (
            "publiceren",
            _("Je zette deze versie zelf klaar. Een andere redacteur publiceert hem."),
        ),
        ChangedMeanwhileError: (
            "publiceren",
            _("Deze versie is intussen veranderd. Kijk hem eerst opnieuw na."),
        ),
        RefusedUploadError: (
            "publiceren",
            _("Deze versie heeft fouten. Lees hem na en zet hem opnieuw klaar."),
        ),
    }[type(error)]
    return Problem(target, words)


@blueprint.post("/<questionnaire>/v<int:version>/terugnemen")
def unplan(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Take back that a version will be published."""
    return _do(services().workplace.unplan, questionnaire, version)


@blueprint.post("/<questionnaire>/v<int:version>/intrekken")
def withdraw(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Let no new scan begin on a version."""
    return _do(services().workplace.withdraw, questionnaire, version)


@blueprint.post("/<questionnaire>/v<int:version>/aanbieden")
def offer(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Let new scans begin on a version again."""
    try:
        return _do(services().workplace.offer, questionnaire, version)
    except WithdrawnInFolderError:
        words = say()(
            "Deze versie is ingetrokken in de map op de server. Wie de server beheert, biedt "
            "hem weer aan met ‘quickscan publish’."
        )
        return _not_now(questionnaire, version, Problem("stand", words))


@blueprint.post("/<questionnaire>/v<int:version>/weggooien")
def discard(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Throw away a version that is not published."""
    gone = _do(services().workplace.discard, questionnaire, version)
    return gone if isinstance(gone, tuple) else see_other(url_for("workplace.home"))


def _do(
    step: Callable[[str, str, int], None], questionnaire: str, version: int
) -> AnyResponse | tuple[str, int]:
    """Take a step with a version, and show it; or say that it is no longer what it was."""
    try:
        step(editor().email, questionnaire, version)
    except (NoSuchEditionError, UnknownQuestionnaireError, ChangedMeanwhileError):
        words = say()("Dat kan niet meer: deze versie is intussen veranderd. Zo staat het nu.")
        return _not_now(questionnaire, version, Problem("stand", words))
    return to_version(questionnaire, version)


def _not_now(id: str, number: int, problem: Problem) -> tuple[str, int]:
    return _version_page(id, number, problem), HTTPStatus.UNPROCESSABLE_ENTITY


def _example() -> str:
    return long_date(today(), language())
