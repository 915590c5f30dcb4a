"""What editors bring in and take along: workbooks, files, and the whole as a folder."""

from http import HTTPStatus
from pathlib import Path

from flask import Response, make_response, render_template, request
from werkzeug import Response as AnyResponse
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound, RequestEntityTooLarge

from quickscan.definitions.check import check_text
from quickscan.definitions.drafting import draft_texts
from quickscan.definitions.files import scenarios_of
from quickscan.definitions.problems import Problem as Fault
from quickscan.definitions.problems import Severity
from quickscan.services.editions import Edition, RefusedUploadError, Upload
from quickscan.services.workplace import NoSuchEditionError, VersionTakenError
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import language, say
from quickscan.web.wiring import services
from quickscan.web.workplace.sharing import blueprint, find, frame, taken, to_version
from quickscan.web.workplace.signing import editor

MOST_BYTES = 6 * 1024 * 1024
"""The largest upload: a workbook, and a little around it."""

_NEW = "mijn-vragenlijst"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
        return _upload_page(taken(error), sent=sent), HTTPStatus.UNPROCESSABLE_ENTITY
    return to_version(own.id, own.version)


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
        **frame(),
    )


def _marked(sent: Upload, faults: tuple[Fault, ...]) -> Response:
    """Hand back a copy of the workbook with the faults as notes in their cells."""
    from quickscan.definitions.workbook import marked  # noqa: PLC0415 - only here

    name = say()("{name}-met-fouten.xlsx", name=Path(sent.name).stem)
    return _file(marked(sent.content, faults, say().language), name, _XLSX)


# --- taking along -----------------------------------------------------------------------


@blueprint.get("/vragenlijsten.zip")
def folder() -> Response:
    """Hand out all that is published, as a folder of questionnaires."""
    content = services().workplace.folder()
    return _file(content, "vragenlijsten.zip", "application/zip")


@blueprint.get("/begin.xlsx")
def beginning() -> Response:
    """Hand out a small questionnaire as a workbook, to begin one of your own with."""
    from quickscan.definitions.workbook import to_workbook  # noqa: PLC0415 - only here

    checked = check_text(Path(_NEW), *draft_texts(_NEW))
    if checked.questionnaire is None:
        raise NotFound
    content = to_workbook(checked.questionnaire, checked.scenarios, say().language)
    return _file(content, f"{_NEW}.xlsx", _XLSX)


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

    _, own, edition = find(questionnaire, version)
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


def _file(content: bytes, name: str, kind: str) -> Response:
    response = make_response(content)
    response.headers["Content-Type"] = kind
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response
