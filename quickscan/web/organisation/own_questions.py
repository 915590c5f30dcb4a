"""What an organisation asks itself in a round: writing it in the draft, and telling of it."""

from collections.abc import Sequence
from http import HTTPStatus

from flask import render_template, request, url_for
from werkzeug import Response as AnyResponse
from werkzeug.exceptions import NotFound

from quickscan.domain.anonymity import EXACT_FROM
from quickscan.domain.own_questions import MOST_QUESTIONS, OwnKind, OwnQuestion
from quickscan.presentation.markdown import to_html
from quickscan.services.own_questions import (
    FEWEST_OPTIONS,
    LONGEST_OPTION,
    LONGEST_QUESTION,
    MOST_OPTIONS,
    Fault,
    UnfitQuestionError,
    read_literally,
)
from quickscan.services.round import Round
from quickscan.web.entrance import account
from quickscan.web.organisation.sharing import blueprint, draft_of, frame
from quickscan.web.scan.at_hand import see_other
from quickscan.web.scan.contexts import Problem
from quickscan.web.speaking import say
from quickscan.web.wiring import services

PLACE = "eigen"
"""Where the questions stand on the page of a round."""


def told_of(own: Round) -> list[dict[str, object]]:
    """Return the questions of the organisation as a coordinator reads them over."""
    return [
        {"number": number, "words": each.words, "kind": _kind(each), "options": each.options}
        for number, each in enumerate(own.own_questions, 1)
    ]


def _kind(question: OwnQuestion) -> str:
    _ = say()
    match question.kind:
        case OwnKind.RATING:
            return _("Stelling, van helemaal niet mee eens tot helemaal mee eens")
        case OwnKind.CHOICE:
            return _("Keuze uit:")
        case OwnKind.TEXT:
            return _("Open vraag: wat mensen schrijven, wordt letterlijk gelezen")


# --- writing ----------------------------------------------------------------------------


@blueprint.route("/meting/<id>/vraag", methods=["GET", "POST"])
def new_question(id: str) -> AnyResponse | str | tuple[str, int]:
    """Write a question for a draft, behind those that are there."""
    own = draft_of(id)
    if len(own.own_questions) >= MOST_QUESTIONS:
        return _back_to(own)
    return _question_page(own, len(own.own_questions) + 1)


@blueprint.route("/meting/<id>/vraag/<int:number>", methods=["GET", "POST"])
def change_question(id: str, number: int) -> AnyResponse | str | tuple[str, int]:
    """Change a question of a draft."""
    own = draft_of(id)
    if not 1 <= number <= len(own.own_questions):
        raise NotFound
    return _question_page(own, number)


@blueprint.post("/meting/<id>/vragen")
def order_questions(id: str) -> AnyResponse:
    """Move a question of a draft up or down, or take it away."""
    own = draft_of(id)
    questions = list(own.own_questions)
    for act, step in (("omhoog", -1), ("omlaag", 1), ("weg", 0)):
        place = request.form.get(act, default=0, type=int) - 1
        if 0 <= place < len(questions):
            moved = questions.pop(place)
            if step:
                questions.insert(max(place + step, 0), moved)
            services().rounds.ask(account().email, id, questions)
            break
    return _back_to(own)


def _question_page(own: Round, number: int) -> AnyResponse | str | tuple[str, int]:
    questions = list(own.own_questions)
    before = questions[number - 1] if number <= len(questions) else None
    if request.method != "POST":
        return _drawn(own, before or OwnQuestion(kind=OwnKind.RATING, words=""), before)
    sent = _sent()
    questions[number - 1 : number] = [sent]
    try:
        services().rounds.ask(account().email, own.id, questions)
    except UnfitQuestionError as error:
        problems = [_problem(fault) for fault in error.faults]
        return _drawn(own, sent, before, problems), HTTPStatus.UNPROCESSABLE_ENTITY
    return _back_to(own)


def _sent() -> OwnQuestion:
    """Return the question that was sent; one of no kind we know is a statement."""
    form = request.form
    kinds = {kind.value: kind for kind in OwnKind}
    return OwnQuestion(
        kind=kinds.get(form.get("soort", ""), OwnKind.RATING),
        words=form.get("vraag", ""),
        options=tuple(form.get("antwoorden", "").splitlines()),
        switched_on="aan" in form,
    )


def _drawn(
    own: Round,
    question: OwnQuestion,
    before: OwnQuestion | None,
    problems: Sequence[Problem] = (),
) -> str:
    return render_template(
        "organisation/question.html",
        own=own,
        question=question,
        kinds=OwnKind,
        is_new=before is None,
        options="\n".join(question.options),
        problems=problems,
        wrong={problem.target: problem.words for problem in problems},
        announced=to_html(read_literally(say())),
        least=own.minimum,
        exact_from=max(EXACT_FROM, own.minimum),
        most_words=LONGEST_QUESTION,
        fewest=FEWEST_OPTIONS,
        most=MOST_OPTIONS,
        **frame(),
    )


def _back_to(own: Round) -> AnyResponse:
    return see_other(url_for("organisation.measurement", id=own.id) + f"#{PLACE}")


def _problem(fault: Fault) -> Problem:
    """Return where a fault is mended, and what to do."""
    if fault in {Fault.NO_WORDS, Fault.LONG_WORDS, Fault.BRACES}:
        return Problem("vraag", _of_words(fault))
    if fault is Fault.NOT_SWITCHED_ON:
        words = say()("Lees wat mensen erbij lezen, en zet de open vraag dan aan.")
        return Problem("aan", words)
    return Problem("antwoorden", _of_options(fault))


def _of_words(fault: Fault) -> str:
    _ = say()
    if fault is Fault.NO_WORDS:
        return _("Schrijf de vraag op.")
    if fault is Fault.LONG_WORDS:
        return _("Gebruik hooguit {number} tekens.", number=LONGEST_QUESTION)
    return _("Gebruik geen accolades.")


def _of_options(fault: Fault) -> str:
    _ = say()
    if fault is Fault.LONG_OPTION:
        return _("Gebruik per antwoord hooguit {number} tekens.", number=LONGEST_OPTION)
    if fault is Fault.SAME_OPTIONS:
        return _("Er staan twee dezelfde antwoorden. Haal er een weg.")
    if fault is Fault.BRACES_IN_OPTION:
        return _("Gebruik geen accolades.")
    return _(
        "Schrijf {fewest} tot en met {most} antwoorden op, elk op een eigen regel.",
        fewest=FEWEST_OPTIONS,
        most=MOST_OPTIONS,
    )
