"""The pages for everyone."""

from importlib.metadata import version

from flask import (
    Blueprint,
    Response,
    current_app,
    make_response,
    render_template,
    request,
    url_for,
)
from markupsafe import Markup
from werkzeug import Response as AnyResponse

from quickscan.domain.assessment import assess
from quickscan.domain.ids import QuestionnaireId, RoleId
from quickscan.domain.progress import follow
from quickscan.domain.questionnaire import Questionnaire
from quickscan.presentation.charts import facing, path_home
from quickscan.presentation.outcome import outcome
from quickscan.presentation.sentences import minutes_in_words
from quickscan.services.codes import MistypedCodeError
from quickscan.services.reading_codes import BeingChangedError
from quickscan.services.samples import SAMPLE_DAY
from quickscan.services.stored import NoSuchScanError
from quickscan.services.taking_part import NoSuchInvitationError
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Page, Problem, kind
from quickscan.web.scan.drawings import profile
from quickscan.web.scan.held import held, hold
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import config, services

blueprint = Blueprint("pages", __name__, template_folder="templates")

_EXAMPLES = "quickscan-examples"
_MOST_LOOKED_AT = 3


@blueprint.get("/")
def home() -> str:
    """Say what the Quickscan gives, how long it takes, and where to start."""
    return _home()


def _home(*, typed: str = "", problem: str = "") -> str:
    offered = services().catalogue.offered
    main = offered[0] if offered else None
    return render_template(
        "pages/home.html",
        main=_card(main) if main else None,
        others=[_card(each) for each in offered[1:]],
        typed=typed,
        problems=(Problem("code", problem),) if problem else (),
        at_hand=_at_hand(),
        example=_example(main) if main else "",
        unfinished_days=config().unfinished_days,
    )


def _example(questionnaire: Questionnaire) -> Markup:
    """Draw the result of the first worked example, once; nothing where there is none."""
    drawn: dict[tuple[str, int, str], Markup] = current_app.extensions.setdefault(
        _EXAMPLES, {}
    )
    key = (questionnaire.id, questionnaire.version, language())
    if key not in drawn:
        drawn[key] = _draw_example(questionnaire)
    return drawn[key]


def _draw_example(questionnaire: Questionnaire) -> Markup:
    examples = services().catalogue.scenarios(questionnaire.id, questionnaire.version)
    if not examples:
        return Markup()
    example = examples[0]
    assessment = assess(questionnaire, example.answers, example.role)
    words = outcome(assessment, language(), finished=SAMPLE_DAY)
    drawings = profile(words, wide=True, classes="between") + profile(words, wide=False)
    return drawings + Markup(render_template("pages/example.html", o=words))  # noqa: S704  ours


def _card(questionnaire: Questionnaire) -> dict[str, object]:
    """Return what the home page tells about a questionnaire."""
    speaks = language()
    dimension = questionnaire.positioned or next(
        (each for each in questionnaire.dimensions if each.ordered), None
    )
    stations = dimension.themes if dimension else ()
    return {
        "id": questionnaire.id,
        "title": questionnaire.title.to(speaks),
        "summary": questionnaire.summary.to(speaks),
        "minutes": minutes_in_words(questionnaire.minutes, say()),
        "status": questionnaire.status.value,
        "stations": [
            (theme.title.to(speaks), theme.goal.to(speaks) if theme.goal else "")
            for theme in stations
        ],
        "path": facing(path_home(len(stations)), language()) if stations else "",
    }


def _at_hand() -> str:
    """Return the address of the scan this browser was last busy with, or nothing."""
    for ref, code in list(held(request).items())[:_MOST_LOOKED_AT]:
        try:
            scan = services().scans.load(ref, [code])
        except NoSuchScanError:
            continue
        return url_for("scan.overview", ref=scan.id)
    return ""


@blueprint.post("/verder")
def resume() -> AnyResponse | str | tuple[str, int]:
    """Go on with a return code, or look with a reading code."""
    typed = request.form.get("code", "")[:100]
    limits = services().limits
    limits.check(request.remote_addr)
    try:
        scan = services().scans.find(typed)
    except MistypedCodeError:
        words = say()(
            "Deze code klopt niet: er is een teken verkeerd of vergeten. "
            "Kijk hem na en probeer het nog eens."
        )
        return _home(typed=typed, problem=words), 422
    except NoSuchScanError:
        return _look(typed)
    response = make_response("", 303)
    response.headers["Location"] = url_for("scan.overview", ref=scan.id)
    hold(response, scan.id, services().scans.tidy(typed))
    return response


def _is_of_team(typed: str) -> bool:
    """Say whether a code is that of a team in a round."""
    try:
        services().taking_part.invitation(typed)
    except NoSuchInvitationError:
        return False
    return True


def _look(typed: str) -> AnyResponse | tuple[str, int]:
    """Go to the result that a reading code shows, or say that the code opens nothing."""
    limits = services().limits
    try:
        services().scans.read(typed)
    except BeingChangedError:
        words = say()("De uitslag bij deze leescode wordt nu aangepast. Kijk later nog eens.")
        return _home(typed=typed, problem=words), 422
    except NoSuchScanError:
        if _is_of_team(typed):
            return see_other(url_for("team.invitation", code=services().scans.tidy(typed)))
        limits.failed(request.remote_addr)
        words = say()(
            "Bij deze code hoort geen scan meer. "
            "Misschien is hij gewist, of is de bewaartijd voorbij."
        )
        return _home(typed=typed, problem=words), 422
    response = make_response("", 303)
    response.headers["Location"] = url_for("reading.result", code=services().scans.tidy(typed))
    return response


@blueprint.get("/vragenlijst/<questionnaire>/")
def introduction(questionnaire: str) -> str:
    """Introduce a questionnaire, and say in five sentences what happens with answers."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    speaks = language()
    return render_template(
        "pages/introduction.html",
        card=_card(wanted),
        introduction=wanted.introduction.to(speaks) if wanted.introduction else "",
        evidence=wanted.evidence.to(speaks) if wanted.evidence else "",
        roles=[(each.id, each.label.to(speaks)) for each in wanted.roles],
        unfinished_days=config().unfinished_days,
        finished_months=config().finished_months,
    )


@blueprint.get("/vragenlijst/<questionnaire>/stellingen")
def statements(questionnaire: str) -> str:
    """Show every question on one page, for all roles or one, to prepare."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    role = wanted.role(RoleId(request.args.get("rol", "")))
    page = Page(questionnaire=wanted, say=say(), answers={})
    progress = follow(wanted, {}, role.id) if role else None
    sections = []
    for section in wanted.sections:
        asked = progress.asked_in(section) if progress else section.questions
        if asked:
            lines = [
                (page.words(q), kind(q), q.help.to(language()) if q.help else "")
                for q in asked
            ]
            sections.append((section.title.to(language()), lines))
    return render_template(
        "pages/statements.html",
        card=_card(wanted),
        sections=sections,
        roles=[(each.id, each.label.to(language())) for each in wanted.roles],
        role=role.id if role else "",
    )


@blueprint.get("/vragenlijst/<questionnaire>/voorbeeldrapport.pdf")
def sample(questionnaire: str) -> Response:
    """Give the sample report, of an invented example."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    pdf = services().reports.sample_pdf(wanted, language())
    return _printed(pdf, "voorbeeldrapport", say()("Het voorbeeldrapport komt eraan"))


@blueprint.get("/vragenlijst/<questionnaire>/papier.pdf")
def paper(questionnaire: str) -> Response:
    """Give the questionnaire to fill in by hand: for the role in `rol`, else the first."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    chosen = wanted.role(RoleId(request.args.get("rol", "")))
    role = chosen.id if chosen else next((own.id for own in wanted.roles), None)
    pdf = services().reports.paper_pdf(wanted, role, language())
    return _printed(pdf, f"{questionnaire}-papier", say()("De vragenlijst komt eraan"))


def _printed(pdf: bytes | None, name: str, coming: str) -> Response:
    """Give a PDF, or ask for patience under the heading `coming` while there is none."""
    if pdf is None:
        page = render_template(
            "pages/printing.html", coming=coming, again=request.full_path.rstrip("?")
        )
        response = make_response(page, 503)
        response.headers["Retry-After"] = "5"
        return response
    response = make_response(pdf)
    response.headers["Content-Type"] = "application/pdf"
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


@blueprint.get("/<any(privacy, toegankelijkheid, rekenen, colofon):name>")
def about(name: str) -> str:
    """Show one of the pages on what we promise and how we work."""
    settings = config()
    speaks = language()
    offered = [
        {
            "title": each.title.to(speaks),
            "version": each.version,
            "status": each.status.value,
            "evidence": each.evidence.to(speaks) if each.evidence else "",
            "sources": [
                (
                    source.title.to(speaks),
                    source.publisher.to(speaks) if source.publisher else "",
                    source.year,
                    source.url,
                )
                for source in each.sources
            ],
            "bands": [(band.label.to(speaks), band.from_) for band in each.bands],
        }
        for each in services().catalogue.offered
    ]
    return render_template(
        f"pages/{name}.html",
        offered=offered,
        unfinished_days=settings.unfinished_days,
        finished_months=settings.finished_months,
        contact=settings.contact,
        organisation=settings.organisation,
        software=version("quickscan"),
    )


@blueprint.get("/gewist")
def gone() -> str:
    """Say that everything is deleted."""
    return render_template("pages/gone.html")


@blueprint.get("/afgesloten")
def left() -> str:
    """Say that this device holds nothing any more."""
    return render_template("pages/left.html")


@blueprint.get("/healthz")
def alive() -> Response:
    """Say that the web server answers."""
    return _plain("ok", 200)


@blueprint.get("/readyz")
def ready() -> Response:
    """Say whether the database answers and old answers were purged within 48 hours."""
    trouble = services().housekeeping.trouble()
    return _plain(trouble or "ok", 503 if trouble else 200)


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Let search engines come: personal pages tell them `noindex`, which they must read."""
    return _plain("User-agent: *\nDisallow:\n", 200)


def _plain(words: str, status: int) -> Response:
    response = make_response(words + "\n", status)
    response.headers["Content-Type"] = "text/plain; charset=utf-8"
    return response
