"""What editors see and do: all questionnaires, one version, uploading, publishing, the log."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from pathlib import Path

from flask import Blueprint, Response, make_response, render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound, RequestEntityTooLarge

from quickscan.definitions.catalogue import UnknownQuestionnaireError
from quickscan.definitions.files import scenarios_of
from quickscan.definitions.problems import Problem as Fault
from quickscan.definitions.problems import Severity
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.authoring import use_in_words
from quickscan.presentation.changes import changes_in_words
from quickscan.presentation.dates import long_date, moment, today
from quickscan.services.editions import Edition, RefusedUploadError, Standing, Upload
from quickscan.services.workplace import (
    ChangedMeanwhileError,
    NoSuchEditionError,
    OwnUploadError,
    PastDayError,
    VersionTakenError,
)
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services
from quickscan.web.workplace.signing import PLACE, editor
from quickscan.web.workplace.words import standing_in_words, step_in_words

MOST_BYTES = 6 * 1024 * 1024
"""The largest upload: a workbook, and a little around it."""

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

blueprint = Blueprint("workplace", __name__, template_folder="templates", url_prefix=PLACE)


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
        **_frame(),
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
        **_frame(),
    )


@blueprint.get("/vragenlijsten.zip")
def folder() -> Response:
    """Hand out all that is published, as a folder of questionnaires."""
    content = services().workplace.folder()
    return _file(content, "vragenlijsten.zip", "application/zip")


# --- uploading --------------------------------------------------------------------------


@blueprint.route("/klaarzetten", methods=["GET", "POST"])
def upload() -> AnyResponse | str | tuple[str, int]:
    """Take in a version of a questionnaire, or say all that is wrong with it."""
    if request.method != "POST":
        return _upload_page()
    _ = say()
    request.max_content_length = MOST_BYTES
    try:
        sent = _sent()
    except RequestEntityTooLarge:
        words = _("Dit bestand is te groot: het mag hooguit {limit} MB zijn.", limit=5)
        return _upload_page(words), HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if not sent.content:
        return _upload_page(_("Kies eerst een bestand.")), HTTPStatus.UNPROCESSABLE_ENTITY
    return _take_in(sent)


def _take_in(sent: Upload) -> AnyResponse | tuple[str, int]:
    try:
        own = services().workplace.upload(editor().email, sent)
    except RefusedUploadError as error:
        if "kopie" in request.form and error.problems and sent.is_workbook:
            return _marked(sent, error.problems)
        words = error.words.to(language()) if error.words else ""
        page = _upload_page(words, sent=sent, faults=error.problems)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    except VersionTakenError as error:
        return _upload_page(_taken(error), sent=sent), HTTPStatus.UNPROCESSABLE_ENTITY
    return _see(own.id, own.version)


def _sent() -> Upload:
    file = request.files.get("bestand")
    name = Path(file.filename or "").name[:100] if file else ""
    return Upload(
        name=name or "vragenlijst.yaml",
        content=_read(file),
        scenarios=_read(request.files.get("scenarios")),
    )


def _read(file: FileStorage | None) -> bytes:
    if file is None:
        return b""
    with file.stream as stream:
        content: bytes = stream.read()
    return content


def _upload_page(
    problem: str = "", *, sent: Upload | None = None, faults: tuple[Fault, ...] = ()
) -> str:
    _ = say()
    wrong = [own for own in faults if own.severity is Severity.ERROR]
    if wrong:
        problem = _.many(
            "In het bestand staat {number} fout. Er is niets bewaard.",
            "In het bestand staan {number} fouten. Er is niets bewaard.",
            len(wrong),
        )
    return render_template(
        "workplace/upload.html",
        problems=(Problem("bestand", problem),) if problem else (),
        faults=[own.message(_.language) for own in wrong],
        is_workbook=sent is not None and sent.is_workbook and bool(wrong),
        **_frame(),
    )


def _marked(sent: Upload, faults: tuple[Fault, ...]) -> Response:
    """Hand back a copy of the workbook with the faults as notes in their cells."""
    from quickscan.definitions.workbook import marked  # noqa: PLC0415 - only here

    name = say()("{name}-met-fouten.xlsx", name=Path(sent.name).stem)
    return _file(marked(sent.content, faults, say().language), name, _XLSX)


# --- one version ------------------------------------------------------------------------


@blueprint.get("/<questionnaire>/v<int:version>")
def version(questionnaire: str, version: int) -> str:
    """Show one version: what was found, what it changes, and what can be done with it."""
    return _version_page(questionnaire, version)


def _version_page(id: str, number: int, problem: Problem | None = None) -> str:
    standing, own, edition = _found(id, number)
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
        before=line[0].version if len(line) > 1 else None,
        changes=changes_in_words(line, language()) if len(line) > 1 else None,
        use=_use(line[0]),
        today=today().isoformat(),
        day=request.form.get("dag", ""),
        **_frame(),
    )


def _found(id: str, number: int) -> tuple[Standing, Questionnaire, Edition | None]:
    for shelf in services().workplace.shelves():
        for standing in shelf.standings if shelf.id == id else ():
            if standing.version == number:
                own = standing.edition
                known = (
                    own.questionnaire() if own else services().catalogue.version(id, number)
                )
                return standing, known, own
    raise NotFound


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
    return _see(questionnaire, version)


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
        return Problem("publiceren", _taken(error))
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


def _taken(error: VersionTakenError) -> str:
    return say()(
        "Van ‘{id}’ is versie {version} of een latere al gepubliceerd. Wat gepubliceerd is, "
        "verandert nooit. Geef deze het nummer {free}.",
        id=error.id,
        version=error.version,
        free=error.free,
    )


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
    return _do(services().workplace.offer, questionnaire, version)


@blueprint.post("/<questionnaire>/v<int:version>/weggooien")
def discard(questionnaire: str, version: int) -> AnyResponse | tuple[str, int]:
    """Throw away a version that is not published."""
    gone = _do(services().workplace.discard, questionnaire, version)
    return gone if isinstance(gone, tuple) else _to(url_for("workplace.home"))


def _do(
    step: Callable[[str, str, int], None], questionnaire: str, version: int
) -> AnyResponse | tuple[str, int]:
    """Take a step with a version, and show it; or say that it is no longer what it was."""
    try:
        step(editor().email, questionnaire, version)
    except (NoSuchEditionError, UnknownQuestionnaireError, ChangedMeanwhileError):
        words = say()("Dat kan niet meer: deze versie is intussen veranderd. Zo staat het nu.")
        return _not_now(questionnaire, version, Problem("stand", words))
    return _see(questionnaire, version)


def _not_now(id: str, number: int, problem: Problem) -> tuple[str, int]:
    return _version_page(id, number, problem), HTTPStatus.UNPROCESSABLE_ENTITY


# --- taking along -----------------------------------------------------------------------


@blueprint.get("/<questionnaire>/v<int:version>.yaml")
def file(questionnaire: str, version: int) -> Response:
    """Hand out the very file of a version."""
    own = _edition(questionnaire, version)
    return _file(own.text.encode(), f"{own.id}-v{own.version}.yaml", "application/yaml")


@blueprint.get("/<questionnaire>/v<int:version>.scenarios.yaml")
def scenarios(questionnaire: str, version: int) -> Response:
    """Hand out the very file with the scenarios of a version."""
    own = _edition(questionnaire, version)
    if not own.scenarios:
        raise NotFound
    name = scenarios_of(Path(f"{own.id}-v{own.version}.yaml")).name
    return _file(own.scenarios.encode(), name, "application/yaml")


@blueprint.get("/<questionnaire>/v<int:version>.xlsx")
def workbook(questionnaire: str, version: int) -> Response:
    """Hand out a version as a workbook, also one that is a file."""
    from quickscan.definitions.workbook import to_workbook  # noqa: PLC0415 - only here

    _, own, edition = _found(questionnaire, version)
    examples = (
        edition.check().scenarios
        if edition
        else services().catalogue.scenarios(questionnaire, version)
    )
    content = to_workbook(own, examples, say().language)
    return _file(content, f"{own.id}-v{own.version}.xlsx", _XLSX)


def _edition(id: str, number: int) -> Edition:
    try:
        return services().workplace.edition(id, number)
    except NoSuchEditionError as error:
        raise NotFound from error


# --- what the pages share ---------------------------------------------------------------


def _frame() -> dict[str, object]:
    return {"editor": editor().email}


def _example() -> str:
    return long_date(today(), language())


def _see(id: str, number: int) -> Response:
    return _to(url_for("workplace.version", questionnaire=id, version=number))


def _to(address: str) -> Response:
    response = make_response("", HTTPStatus.SEE_OTHER)
    response.headers["Location"] = address
    return response


def _file(content: bytes, name: str, kind: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = kind
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
