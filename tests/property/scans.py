"""Any questionnaire with any answers: what the laws of the presentation are tried on.

Each is thrown from one number, so that a failing example is made again by that number.
"""

from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from quickscan.domain.answers import Answers, Given
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.conditions import Condition, Not, QuestionIs, ThemeInBand
from quickscan.domain.ids import (
    AdviceId,
    BandId,
    DimensionId,
    OptionId,
    QuestionId,
    QuestionnaireId,
    RoleId,
    ScaleId,
    SectionId,
    SourceId,
    ThemeId,
)
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Effort,
    Minutes,
    Position,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Source,
    Status,
    Theme,
)
from quickscan.domain.questions import (
    ChoiceQuestion,
    CountsAs,
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Language, Text

NL, EN = Language("nl"), Language("en")
ROLE = RoleId("r")

TITLES = (
    "Doen",
    "Blijven doen",
    "Samenwerkingspartners en opdrachtgevers van de organisatie",
    "Vertrouwenspersonenondersteuningsnetwerk",
    "GGZ & <b>wijk</b>",
    "IJburg “praat”",
    "العربية",
    "Wijk 🙂 in beeld",
    "Ik",
)


class Throw:
    """Throws a questionnaire and answers, the same for the same number."""

    def __init__(self, number: int) -> None:
        self.dice = Random(number)  # noqa: S311  no secret

    def often(self) -> bool:
        return self.dice.random() < 0.5

    def text(self) -> Text:
        versions = [(NL, self.dice.choice(TITLES))]
        if self.often():
            versions.append((EN, self.dice.choice(TITLES)))
        return Text(tuple(versions))

    def sentence(self) -> Text:
        return Text(
            tuple((own, f"{title} met {{naam}}.") for own, title in self.text().versions)
        )

    def options(self) -> tuple[Option, ...]:
        scored = tuple(
            Option(id=OptionId(f"p{points}"), label=self.text(), points=points)
            for points in range(self.dice.randint(2, 7))
        )
        unknown = Option(id=OptionId("weet-niet"), label=self.text())
        nvt = Option(id=OptionId("nvt"), label=self.text(), counts_as=CountsAs.NOT_APPLICABLE)
        return (*scored, unknown, nvt)

    def dimension(self, number: int) -> Dimension:
        ordered = self.often()
        position = Position(question=QuestionId("waar"), ahead=self.dice.randint(0, 2))
        count = self.dice.choice([1, 2, 3, 4, 6, 8, 12])
        return Dimension(
            id=DimensionId(f"d{number}"),
            title=self.text(),
            ordered=ordered,
            position=position if ordered and number == 0 and self.often() else None,
            minimum_count=self.dice.randint(1, 3),
            themes=tuple(
                Theme(id=ThemeId(f"t{i}"), title=self.text(), goal=self.text())
                for i in range(count)
            ),
        )

    def question(
        self, number: int, axes: tuple[Dimension, ...], options: tuple[Option, ...]
    ) -> Question:
        shared: dict[str, Any] = {
            "id": QuestionId(f"q{number}"),
            "text": self.sentence(),
            "weight": self.dice.randint(1, 3),
            "roles": (ROLE,) if self.dice.random() < 0.2 else (),
        }
        kind = self.dice.choice(["rating", "rating", "rating", "choice", "multiple", "number"])
        if kind == "number":
            return NumberQuestion(**shared, unit=self.text() if self.often() else None)
        shared["themes"] = tuple(
            (axis.id, self.dice.choice(axis.themes).id) for axis in axes if self.often()
        )
        if kind == "multiple":
            none = Option(id=OptionId("geen"), label=self.text(), points=0)
            many = tuple(option for option in options if option.points)
            return MultipleQuestion(**shared, options=(*many, none))
        if kind == "choice":
            return ChoiceQuestion(**shared, options=options)
        return RatingQuestion(
            **shared, options=options, scale=ScaleId("s"), reversed=self.dice.random() < 0.2
        )

    def condition(
        self, axes: tuple[Dimension, ...], asked: tuple[Question, ...], bands: tuple[Band, ...]
    ) -> Condition:
        axis = self.dice.choice(axes)
        some = tuple(band.id for band in bands if self.often())
        leaf: Condition = ThemeInBand(axis.id, self.dice.choice(axis.themes).id, some)
        chosen = [own for own in asked if isinstance(own, RatingQuestion | ChoiceQuestion)]
        if chosen and self.often():
            question = self.dice.choice(chosen)
            leaf = QuestionIs(
                question.id, tuple(o.id for o in question.options if self.often())
            )
        return Not(leaf) if self.dice.random() < 0.3 else leaf

    def bands(self) -> tuple[Band, ...]:
        starts = sorted(self.dice.sample(range(1, 100), self.dice.randint(0, 4)))
        return tuple(
            Band(id=BandId(f"b{i}"), from_=Fraction(start), label=self.text())
            for i, start in enumerate([0, *starts])
        )

    def rule(
        self,
        number: int,
        axes: tuple[Dimension, ...],
        asked: tuple[Question, ...],
        bands: tuple[Band, ...],
    ) -> AdviceRule:
        named = self.dice.sample(axes, self.dice.randint(1, len(axes)))
        return AdviceRule(
            id=AdviceId(f"a{number}"),
            themes=tuple((axis.id, self.dice.choice(axis.themes).id) for axis in named),
            when=self.condition(axes, asked, bands),
            title=self.sentence(),
            text=self.sentence(),
            steps=(self.sentence(),),
            effort=self.dice.choice(list(Effort)),
            source=SourceId("bron") if self.often() else None,
        )

    def sections(
        self, axes: tuple[Dimension, ...], asked: tuple[Question, ...]
    ) -> tuple[Section, ...]:
        name = TextQuestion(
            id=QuestionId("naam"),
            text=self.text(),
            fallback=self.text() if self.often() else None,
        )
        where = ChoiceQuestion(
            id=QuestionId("waar"),
            text=self.text(),
            options=tuple(Option(id=OptionId(t.id), label=t.title) for t in axes[0].themes),
        )
        half = len(asked) // 2
        return tuple(
            Section(id=SectionId(f"s{i}"), title=self.text(), questions=part)
            for i, part in enumerate(((name, where), asked[:half], asked[half:]))
            if part
        )

    def questionnaire(self) -> Questionnaire:
        axes = tuple(self.dimension(number) for number in range(self.dice.randint(1, 3)))
        options, bands = self.options(), self.bands()
        asked = tuple(
            self.question(number, axes, options) for number in range(self.dice.randint(1, 20))
        )
        least = self.dice.choice([Fraction(0), Fraction(1, 2), Fraction(1)])
        return Questionnaire(
            id=QuestionnaireId("vragenlijst"),
            version=1,
            status=self.dice.choice(list(Status)),
            languages=(NL, EN),
            title=self.text(),
            summary=self.text(),
            minutes=Minutes(5, 10),
            roles=(Role(id=ROLE, label=self.text()),) if self.often() else (),
            sources=(Source(id=SourceId("bron"), title=self.text()),),
            dimensions=axes,
            sections=self.sections(axes, asked),
            scoring=Scoring(
                minimum_answered=least, overall=axes[-1].id if self.often() else None
            ),
            bands=bands,
            advice=tuple(
                self.rule(number, axes, asked, bands)
                for number in range(self.dice.choice([0, 2, 12]))
            ),
        )

    def given(self, question: Question) -> Given:
        match question:
            case TextQuestion():
                return self.dice.choice(["Stoepgesprek", "*x* [y](http://z)", " "])
            case NumberQuestion():
                return self.dice.randint(0, 1000)
            case MultipleQuestion():
                free = [own.id for own in question.options if own.id not in question.exclusive]
                return tuple(own for own in free if self.often())
            case _:
                return self.dice.choice(question.options).id

    def answers(self, questionnaire: Questionnaire) -> Answers:
        eager = self.dice.choice([0.1, 0.9, 1])
        return {
            id: self.given(question)
            for id, question in questionnaire.questions.items()
            if self.dice.random() < eager
        }

    def assessment(self) -> Assessment:
        questionnaire = self.questionnaire()
        role = ROLE if questionnaire.roles and self.often() else None
        return assess(questionnaire, self.answers(questionnaire), role)


assessments = st.integers(0, 2**32).map(lambda number: Throw(number).assessment())


class ThrownTeam:
    """A thrown group of people who filled in one thrown questionnaire."""

    def __init__(self, number: int) -> None:
        throw = Throw(number)
        self.questionnaire = throw.questionnaire()
        role = ROLE if self.questionnaire.roles and throw.often() else None
        first = throw.answers(self.questionnaire)
        alike = throw.dice.choice([0, 0.5, 0.95])
        self.people = tuple(
            assess(
                self.questionnaire,
                first if throw.dice.random() < alike else throw.answers(self.questionnaire),
                role,
            )
            for _ in range(throw.dice.choice([3, 5, 7, 9, 10, 14, 40]))
        )
        self.size = len(self.people) + throw.dice.choice([0, 1, 3])


teams = st.integers(0, 2**32).map(ThrownTeam)
