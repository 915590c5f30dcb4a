from dataclasses import replace
from typing import Any

import pytest

from quickscan.domain.answers import Answers
from quickscan.domain.ids import OptionId, QuestionId, SectionId
from quickscan.domain.questionnaire import Questionnaire, Section
from quickscan.domain.questions import MultipleQuestion, NumberQuestion, Option, TextQuestion
from quickscan.presentation.markdown import to_html
from quickscan.presentation.wording import worded, worded_markdown
from tests.unit.presentation.examples import stoepgesprek, text


def a_questionnaire() -> Questionnaire:
    """The example with a number, a choice of many, and a text without a fallback."""
    extra = (
        NumberQuestion(id=QuestionId("plekken"), text=text("Hoeveel?"), unit=text("plekken")),
        MultipleQuestion(
            id=QuestionId("wie"),
            text=text("Wie?"),
            options=tuple(
                Option(id=OptionId(id), label=text(id)) for id in ("Anna", "Bo", "Cem")
            ),
        ),
        TextQuestion(id=QuestionId("los"), text=text("Wat nog?")),
    )
    section = Section(id=SectionId("extra"), title=text("Extra"), questions=extra)
    questionnaire = stoepgesprek()
    return replace(questionnaire, sections=(*questionnaire.sections, section))


def filled(words: str, **answers: Any) -> str:
    given: Answers = {QuestionId(id.replace("_", "-")): value for id, value in answers.items()}
    return worded(text(words), "nl", a_questionnaire(), given)


@pytest.mark.parametrize(
    ("words", "answers", "shown"),
    [
        ("Elke uitvoerder kent {interventie}.", {"interventie": "Stoep"}, "kent Stoep."),
        ("Elke uitvoerder kent {interventie}.", {}, "kent de interventie."),
        ("Elke uitvoerder kent {interventie}.", {"interventie": "  "}, "kent de interventie."),
        ("{interventie} past bij ons.", {}, "De interventie past bij ons."),
        ("Het loopt op {plekken} plekken.", {"plekken": 12}, "op 12 plekken."),
        ("Het loopt op {plekken} plekken.", {"plekken": 0}, "op 0 plekken."),
        ("Fase: {huidige-fase}", {"huidige_fase": "blijven-doen"}, "Fase: Blijven doen"),
        ("Met {wie}.", {"wie": ("Anna", "Bo", "Cem")}, "Met Anna, Bo en Cem."),
        ("Ook {los}.", {}, "Ook …."),
        ("Ook {bestaat-niet}.", {}, "Ook …."),
        ("Op {interventie}", {"interventie": "één\nregel"}, "Op één regel"),
        ("Op {interventie}", {"interventie": "{huidige-fase}"}, "Op {huidige-fase}"),
    ],
)
def test_an_answer_or_its_fallback_stands_in_the_text(words, answers, shown):
    assert filled(words, **answers).endswith(shown)


def test_what_a_visitor_typed_is_not_markdown():
    answers: Answers = {QuestionId("interventie"): "**x** [y](https://z.nl) <b>"}

    markdown = worded_markdown(text("Over {interventie}."), "nl", a_questionnaire(), answers)

    assert to_html(markdown) == "<p>Over **x** [y](https://z.nl) &lt;b&gt;.</p>\n"
