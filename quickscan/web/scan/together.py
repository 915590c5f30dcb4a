"""Filling in together: one screen, one statement at a time, and what people disagree on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, request, url_for
from werkzeug import Response
from werkzeug.exceptions import NotFound

from quickscan.domain.ids import QuestionId, QuestionnaireId
from quickscan.domain.questions import Question
from quickscan.presentation.keys import KEYS
from quickscan.presentation.sentences import minutes_in_words
from quickscan.services.answering import LONGEST_DISAGREEMENT
from quickscan.services.scan import Scan
from quickscan.web.forms import Sent, read, tidy
from quickscan.web.scan.asking import drawn_questions
from quickscan.web.scan.at_hand import (
    only_unfinished,
    onward,
    opens_with_start,
    page_of,
    progress_of,
    question_url,
    scan_at_hand,
    sections_of,
    see_other,
)
from quickscan.web.scan.contexts import Problem, problems_of
from quickscan.web.scan.progress_line import progress_line
from quickscan.web.scan.views import TO_OVERVIEW, blueprint
from quickscan.web.speaking import language, say, speak_as
from quickscan.web.wiring import config, services

BACK = "_terug"
TICK, WORDS = "_oneens", "_verschil"


@blueprint.get("/vragenlijst/<questionnaire>/samen")
def together(questionnaire: str) -> str:
    """Say how people fill it in together and who sees what, before the first question."""
    wanted = services().catalogue.newest(QuestionnaireId(questionnaire))
    speak_as(wanted)
    return render_template(
        "scan/together.html",
        id=wanted.id,
        title=wanted.title.to(language()),
        minutes=minutes_in_words(wanted.minutes, say()),
        unfinished_days=config().unfinished_days,
        finished_months=config().finished_months,
    )


@dataclass(frozen=True, slots=True)
class SentDisagreement:
    """What came in on agreeing: what to save, and what is wrong with it.

    `words` is None when people agree, and "" when they do not and wrote nothing.
    """

    words: str | None
    error: str = ""


def read_disagreement(form: Mapping[str, str]) -> SentDisagreement:
    """Read the tick and the note of a page; a note without the tick is not guessed at."""
    _, words = say(), tidy(form.get(WORDS, ""))
    if len(words) > LONGEST_DISAGREEMENT:
        most = LONGEST_DISAGREEMENT
        too_long = _("Dit is te lang. Gebruik hooguit {number} tekens.", number=most)
        return SentDisagreement(words, too_long)
    if words and TICK not in form:
        return SentDisagreement(None, _("Zet het vinkje aan, of haal deze tekst weg."))
    return SentDisagreement(words if TICK in form else None)


@blueprint.get("/scan/<ref>/samen/<question>")
def statement(ref: str, question: str) -> Response | str:
    """Show one question, large, with whether people agree on it."""
    scan, found = _at_hand(ref, question)
    if found not in _asked(scan):
        return see_other(onward(scan))
    return _statement_page(scan, found)


@blueprint.post("/scan/<ref>/samen/<question>")
def save_statement(ref: str, question: str) -> Response | tuple[str, int]:
    """Save the answer to one question, and whether people agree on it."""
    scan, found = _at_hand(ref, question)
    sent, apart = read([found], request.form, say()), read_disagreement(request.form)
    kept = scan.divided.get(found.id) if apart.error else apart.words
    services().scans.save_together(scan.id, found.id, sent.answers, kept)
    scan = scan_at_hand(ref)
    if found not in _asked(scan):
        return see_other(onward(scan))
    is_valid = not (apart.error or sent.is_invalid)
    if TO_OVERVIEW in request.form and is_valid:
        return see_other(url_for("scan.overview", ref=scan.id))
    if BACK in request.form and is_valid:
        return see_other(_beside(scan, found, -1))
    if sent.errors or apart.error:
        return _statement_page(scan, found, (sent, apart)), 422
    return see_other(_beside(scan, found, +1))


def _at_hand(ref: str, question: str) -> tuple[Scan, Question]:
    """Return a scan that is filled in together, and a question that has a page of its own.

    Whether it is asked now depends on the answers; another screen may have changed them.
    """
    scan = scan_at_hand(ref)
    found = scan.questionnaire.questions.get(QuestionId(question))
    if found is None or not scan.together:
        raise NotFound
    if opens_with_start(scan.questionnaire, scan.questionnaire.section_of[found.id]):
        raise NotFound
    only_unfinished(scan)
    return scan, found


def _asked(scan: Scan) -> Sequence[Question]:
    """Return what is asked one by one, in the order in which it is shown."""
    progress = progress_of(scan)
    return [
        question
        for section in sections_of(scan, progress)
        if not opens_with_start(scan.questionnaire, section)
        for question in progress.asked_in(section)
    ]


def _beside(scan: Scan, question: Question, step: int) -> str:
    """Return the address of the question before or after one; else of what lies there."""
    asked = _asked(scan)
    place = asked.index(question) + step
    if place < 0:
        where = "scan.overview" if scan.round_team else "scan.start"
        return url_for(where, ref=scan.id)
    return question_url(scan, asked[place]) if place < len(asked) else onward(scan)


def _statement_page(
    scan: Scan, question: Question, sent: tuple[Sent, SentDisagreement] | None = None
) -> str:
    progress, asked = progress_of(scan), _asked(scan)
    page, section = page_of(scan, progress), scan.questionnaire.section_of[question.id]
    errors = sent[0].errors if sent else {}
    stored = scan.divided.get(question.id)
    apart = sent[1] if sent else SentDisagreement(stored)
    problems = problems_of(page, [question], errors)
    if apart.error:
        problems = (*problems, Problem(WORDS, apart.error))
    return render_template(
        "scan/statement.html",
        keys=KEYS,
        title=page.words(question),
        section=section.title.to(language()),
        line=progress_line(page, progress, scan.saved, section),
        number=asked.index(question) + 1,
        total=len(asked),
        question=drawn_questions(
            page,
            [question],
            typed=request.form if sent else None,
            errors=errors,
            numbered=False,
        ),
        problems=problems,
        is_divided=TICK in request.form if sent else stored is not None,
        words=request.form.get(WORDS, "") if sent else stored or "",
        words_error=apart.error,
        most=LONGEST_DISAGREEMENT,
        is_last=asked[-1] == question,
        overview_url=url_for("scan.overview", ref=scan.id),
    )
