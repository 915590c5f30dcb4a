"""Small values of the domain for tests; every argument has a harmless default.

A questionnaire has one dimension, "fase", with the themes "weten" and "doen", an answer
scale of 0, 1 and 2 points, bands from 0 and from 50, and no advice.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.conditions import Condition, QuestionIs
from quickscan.domain.guide import AgendaItem, Guide, Meeting, Worksheet
from quickscan.domain.ids import (
    AdviceId,
    BandId,
    DimensionId,
    MeetingId,
    OptionId,
    Places,
    QuestionId,
    QuestionnaireId,
    RoleId,
    ScaleId,
    SectionId,
    ThemeId,
    WorksheetId,
)
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Effort,
    Minutes,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Theme,
)
from quickscan.domain.questions import (
    ChoiceQuestion,
    CountsAs,
    MultipleQuestion,
    Option,
    Question,
    RatingQuestion,
)
from quickscan.domain.texts import Language, Text

NL = Language("nl")
FASE = DimensionId("fase")
FACTOR = DimensionId("factor")
WETEN = ThemeId("weten")
DOEN = ThemeId("doen")


def text(words: str = "Tekst.") -> Text:
    return Text(((NL, words),))


def option(id: str, points: int | None = None, *, counts_as: str = "unknown") -> Option:
    return Option(
        id=OptionId(id), label=text(id), points=points, counts_as=CountsAs(counts_as)
    )


SCALE = (
    option("0", 0),
    option("1", 1),
    option("2", 2),
    option("weet-niet"),
    option("nvt", counts_as="not_applicable"),
)


def places(**themes: str) -> Places:
    return tuple((DimensionId(axis), ThemeId(theme)) for axis, theme in themes.items())


def rating(id: str = "q", *, themes: Places = ((FASE, WETEN),), **more: Any) -> RatingQuestion:
    values = {"options": SCALE, "text": text(id), "required": True, **more}
    return RatingQuestion(id=QuestionId(id), scale=ScaleId("mate"), themes=themes, **values)


def choice(id: str, *options: str | Option, **more: Any) -> ChoiceQuestion:
    own = tuple(option(each) if isinstance(each, str) else each for each in options)
    return ChoiceQuestion(id=QuestionId(id), text=text(id), options=own, **more)


def multiple(
    id: str, *options: str | Option, themes: Places = ((FASE, WETEN),), **more: Any
) -> MultipleQuestion:
    own = tuple(option(each) if isinstance(each, str) else each for each in options)
    return MultipleQuestion(
        id=QuestionId(id), text=text(id), options=own, themes=themes, **more
    )


def section(*questions: Question, id: str = "s") -> Section:
    return Section(id=SectionId(id), title=text(id), questions=questions)


def dimension(id: str, *themes: str, **more: Any) -> Dimension:
    own = tuple(Theme(id=ThemeId(theme), title=text(theme)) for theme in themes)
    return Dimension(id=DimensionId(id), title=text(id), themes=own, **more)


def band(id: str, start: int | Fraction) -> Band:
    return Band(id=BandId(id), from_=Fraction(start), label=text(id))


def when(question: str, *options: str) -> QuestionIs:
    return QuestionIs(QuestionId(question), tuple(OptionId(each) for each in options))


def advice(
    id: str, condition: Condition, *, themes: Places = ((FASE, WETEN),), **more: Any
) -> AdviceRule:
    return AdviceRule(
        id=AdviceId(id),
        themes=themes,
        when=condition,
        title=text(id),
        text=text(),
        steps=(text(),),
        effort=Effort.SMALL,
        **more,
    )


def worksheet(id: str, *questions: str, **more: Any) -> Worksheet:
    return Worksheet(
        id=WorksheetId(id), title=text(id), questions=tuple(map(text, questions)), **more
    )


def meeting(id: str, *worksheets: Worksheet, minutes: int = 30, **more: Any) -> Meeting:
    """A meeting with these worksheets; its agenda is one item."""
    values: dict[str, Any] = {
        "title": text(id),
        "aim": text(),
        "agenda": (AgendaItem(minutes=minutes, text=text()),),
        **more,
    }
    return Meeting(id=MeetingId(id), minutes=minutes, worksheets=worksheets, **values)


def guide(*meetings: Meeting, **more: Any) -> Guide:
    return Guide(title=text("Verder"), meetings=meetings, **more)


def questionnaire(*questions: Question | Section, **more: Any) -> Questionnaire:
    """A questionnaire of these sections, or of one section with these questions."""
    sections = tuple(each for each in questions if isinstance(each, Section))
    loose = tuple(each for each in questions if not isinstance(each, Section))
    values: dict[str, Any] = {
        "dimensions": (dimension("fase", "weten", "doen"),),
        "sections": sections or (section(*loose),),
        "scoring": Scoring(),
        "bands": (band("laag", 0), band("hoog", 50)),
        "advice": (),
        "roles": (),
        **more,
    }
    return Questionnaire(
        id=QuestionnaireId("klein"),
        version=values.pop("version", 1),
        languages=(NL,),
        title=text("Klein"),
        summary=text(),
        minutes=Minutes(5, 5),
        **values,
    )


def roles(*ids: str) -> tuple[Role, ...]:
    return tuple(Role(id=RoleId(id), label=text(id)) for id in ids)


def answers(**given: Any) -> Answers:
    """Answers by question; `_` in a name stands for `-`, a list for several options."""
    return {
        QuestionId(name.replace("_", "-")): tuple(each) if isinstance(each, list) else each
        for name, each in given.items()
    }


def assessed(
    own: Questionnaire, given: Mapping[str, Any], role: str | None = None
) -> Assessment:
    """What comes out of answers, each given by the id of its question."""
    return assess(own, answers(**given), None if role is None else RoleId(role))
