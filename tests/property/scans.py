"""Any questionnaire with any answers: what the laws of the presentation are tried on."""

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from quickscan.domain.answers import Answers
from quickscan.domain.assessment import Assessment, assess
from quickscan.domain.questionnaire import (
    AdviceId,
    AdviceRule,
    Band,
    BandId,
    ChoiceQuestion,
    Condition,
    CountsAs,
    Dimension,
    DimensionId,
    Effort,
    Language,
    Minutes,
    MultipleQuestion,
    Not,
    NumberQuestion,
    Option,
    OptionId,
    Position,
    Question,
    QuestionId,
    QuestionIs,
    Questionnaire,
    QuestionnaireId,
    RatingQuestion,
    Role,
    RoleId,
    ScaleId,
    Scoring,
    Section,
    SectionId,
    Source,
    SourceId,
    Status,
    Text,
    TextQuestion,
    Theme,
    ThemeId,
    ThemeInBand,
)

NL, EN = Language("nl"), Language("en")

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

words = st.sampled_from(TITLES)


def a_text(nl: str, en: str | None = None) -> Text:
    return Text(((NL, nl),) if en is None else ((NL, nl), (EN, en)))


texts = st.builds(a_text, words, st.none() | words)
sentences = texts.map(
    lambda t: Text(
        tuple((language, f"{title} met {{naam}}.") for language, title in t.versions)
    )
)


@st.composite
def scales(draw: st.DrawFn) -> tuple[Option, ...]:
    most = draw(st.integers(1, 6))
    scored = tuple(
        Option(id=OptionId(f"p{points}"), label=draw(texts), points=points)
        for points in range(most + 1)
    )
    unknown = Option(id=OptionId("weet-niet"), label=a_text("Weet ik niet"))
    nvt = Option(id=OptionId("nvt"), label=a_text("N.v.t."), counts_as=CountsAs.NOT_APPLICABLE)
    return (*scored, unknown, nvt)


@st.composite
def dimensions(draw: st.DrawFn, number: int) -> Dimension:
    ordered = draw(st.booleans())
    count = draw(st.integers(1, 4) | st.integers(5, 12))
    position = Position(question=QuestionId("waar"), ahead=draw(st.integers(0, 2)))
    return Dimension(
        id=DimensionId(f"d{number}"),
        title=draw(texts),
        ordered=ordered,
        position=position if ordered and number == 0 and draw(st.booleans()) else None,
        minimum_count=draw(st.integers(1, 3)),
        themes=tuple(
            Theme(id=ThemeId(f"t{i}"), title=draw(texts), goal=draw(st.none() | texts))
            for i in range(count)
        ),
    )


@st.composite
def questions(
    draw: st.DrawFn, number: int, axes: tuple[Dimension, ...], options: tuple[Option, ...]
) -> Question:
    places = tuple(
        (axis.id, draw(st.sampled_from(axis.themes)).id)
        for axis in axes
        if draw(st.booleans())
    )
    shared: dict[str, Any] = {
        "id": QuestionId(f"q{number}"),
        "text": draw(sentences),
        "weight": draw(st.integers(1, 3)),
        "roles": draw(st.sampled_from([(), (), (RoleId("r"),)])),
    }
    kind = draw(
        st.sampled_from(["rating", "rating", "rating", "choice", "multiple", "number"])
    )
    if kind == "number":
        return NumberQuestion(**shared, unit=draw(st.none() | texts))
    if kind == "multiple":
        none = Option(id=OptionId("geen"), label=a_text("Geen van deze"), points=0)
        many = tuple(o for o in options if o.points)
        return MultipleQuestion(**shared, themes=places, options=(*many, none))
    if kind == "choice":
        return ChoiceQuestion(**shared, themes=places, options=options)
    return RatingQuestion(
        **shared,
        themes=places,
        options=options,
        scale=ScaleId("s"),
        reversed=draw(st.booleans()),
        talk=draw(st.none() | sentences),
    )


@st.composite
def conditions(
    draw: st.DrawFn, axes: tuple[Dimension, ...], asked: tuple[Question, ...], bands: int
) -> Condition:
    axis = draw(st.sampled_from(axes))
    theme = draw(st.sampled_from(axis.themes))
    some = tuple(BandId(f"b{i}") for i in range(draw(st.integers(1, bands))))
    chosen = [q for q in asked if isinstance(q, RatingQuestion | ChoiceQuestion)]
    leaves: list[Condition] = [ThemeInBand(axis.id, theme.id, some)]
    if chosen:
        question = draw(st.sampled_from(chosen))
        picked = tuple(o.id for o in question.options if draw(st.booleans()))
        leaves.append(QuestionIs(question.id, picked))
    leaf = draw(st.sampled_from(leaves))
    return Not(leaf) if draw(st.booleans()) else leaf


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    axes = tuple(draw(dimensions(number)) for number in range(draw(st.integers(1, 3))))
    options = draw(scales())
    asked = tuple(
        draw(questions(number, axes, options)) for number in range(draw(st.integers(1, 12)))
    )
    name = TextQuestion(
        id=QuestionId("naam"), text=a_text("Wat?"), fallback=draw(st.none() | texts)
    )
    where = ChoiceQuestion(
        id=QuestionId("waar"),
        text=a_text("Waar?"),
        options=tuple(Option(id=OptionId(t.id), label=t.title) for t in axes[0].themes),
    )
    half = len(asked) // 2
    parts = ((name, where), asked[:half], asked[half:])
    bands = draw(st.integers(1, 5))
    starts = sorted(draw(st.sets(st.integers(1, 99), min_size=bands - 1, max_size=bands - 1)))
    rules = tuple(
        AdviceRule(
            id=AdviceId(f"a{number}"),
            themes=tuple(
                (axis.id, draw(st.sampled_from(axis.themes)).id)
                for axis in draw(st.permutations(axes))
            ),
            when=draw(conditions(axes, asked, bands)),
            title=draw(sentences),
            text=draw(sentences),
            steps=(draw(sentences),),
            effort=draw(st.sampled_from(Effort)),
            source=draw(st.sampled_from([None, SourceId("bron")])),
        )
        for number in range(draw(st.integers(0, 6)))
    )
    return Questionnaire(
        id=QuestionnaireId("vragenlijst"),
        version=1,
        status=draw(st.sampled_from(Status)),
        languages=(NL, EN),
        title=draw(texts),
        summary=draw(texts),
        minutes=Minutes(5, 10),
        roles=draw(st.sampled_from([(), (Role(id=RoleId("r"), label=a_text("Ik doe dit")),)])),
        sources=(Source(id=SourceId("bron"), title=draw(texts)),),
        dimensions=axes,
        sections=tuple(
            Section(id=SectionId(f"s{i}"), title=draw(texts), questions=part)
            for i, part in enumerate(parts)
            if part
        ),
        scoring=Scoring(
            minimum_answered=draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)])),
            overall=draw(st.sampled_from([None, axes[-1].id])),
        ),
        bands=tuple(
            Band(id=BandId(f"b{i}"), from_=Fraction(start), label=draw(texts))
            for i, start in enumerate([0, *starts])
        ),
        advice=rules,
    )


@st.composite
def any_answers(draw: st.DrawFn, questionnaire: Questionnaire) -> Answers:
    answers: dict[QuestionId, str | int | tuple[OptionId, ...]] = {}
    for question in questionnaire.questions.values():
        if draw(st.integers(0, 5)) == 0:
            continue
        match question:
            case TextQuestion():
                answers[question.id] = draw(
                    st.sampled_from(["Stoepgesprek", "*x* [y](z)", " "])
                )
            case NumberQuestion():
                answers[question.id] = draw(st.integers(0, 1000))
            case MultipleQuestion():
                free = [o.id for o in question.options if o.id not in question.exclusive]
                answers[question.id] = tuple(o for o in free if draw(st.booleans()))
            case _:
                answers[question.id] = draw(st.sampled_from(question.options)).id
    return answers


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    questionnaire = draw(questionnaires())
    role = draw(st.sampled_from([None, *(role.id for role in questionnaire.roles)]))
    return assess(questionnaire, draw(any_answers(questionnaire)), role)
