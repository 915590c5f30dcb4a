"""What a questionnaire file looks like: every key, what may stand there, what it means.

The reader and the JSON Schema for editors are both made from these declarations.
"""

from typing import Final

from quickscan.definitions.conditions import ConditionShape
from quickscan.definitions.guide import GUIDE
from quickscan.definitions.questions import OPTIONS, QuestionShape
from quickscan.definitions.scalars import Exact, Flag, Id, Link, OneOf, Reference, Slug, Whole
from quickscan.definitions.shapes import Key, Keyed, ListOf, Record
from quickscan.definitions.special import (
    AdviceRecord,
    Bands,
    Dimensions,
    Languages,
    MinutesShape,
    PlacesShape,
    Scales,
    Themes,
)
from quickscan.definitions.texts import Words
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Effort,
    Order,
    Position,
    Questionnaire,
    Role,
    Scoring,
    Section,
    Source,
    Status,
    Theme,
)
from quickscan.domain.questions import AnswerScale

SOURCE: Final = Record(
    "source",
    Source,
    {
        "title": Key(Words(of="name"), "The title of the work.", needed=True),
        "publisher": Key(Words(of="name"), "Who published it."),
        "year": Key(Whole(1, 9999), "The year of publication."),
        "url": Key(Link(), "Where it can be read; https only."),
    },
)
ROLE: Final = Record(
    "role",
    Role,
    {
        "label": Key(Words(), "What the visitor picks.", needed=True),
        "minutes": Key(MinutesShape(), "How long it takes in this role: 10 or [8, 12]."),
    },
)
SCALE: Final = Record(
    "scale",
    AnswerScale,
    {"options": Key(OPTIONS, "The answers, from lowest to highest.", needed=True)},
)
THEME: Final = Record(
    "theme",
    Theme,
    {
        "title": Key(Words(), "What the visitor reads.", needed=True),
        "goal": Key(Words(), "What is reached when this goes well."),
    },
)
POSITION: Final = Record(
    "position",
    Position,
    {
        "question": Key(Reference("question"), "The question that tells it.", needed=True),
        "ahead": Key(Whole(0), "How many themes beyond it are still asked.", needed=True),
        "order": Key(OneOf(Order), "The order of the sections. Default file."),
    },
)
DIMENSION: Final = Record(
    "dimension",
    Dimension,
    {
        "title": Key(Words(), "What the visitor reads.", needed=True),
        "ordered": Key(Flag(), "True: its themes follow each other. Default false."),
        "position": Key(POSITION, "Which question tells where people are."),
        "minimum_count": Key(
            Whole(1), "The least answers with points for a score. Default 1."
        ),
        "themes": Key(Themes("theme", THEME), "The places on this axis.", needed=True),
    },
)
SECTION: Final = Record(
    "section",
    Section,
    {
        "id": Key(Id("section"), "Its name, stable for ever.", needed=True),
        "title": Key(Words(), "The heading of the page.", needed=True),
        "introduction": Key(Words(markdown=True), "Above the questions."),
        "questions": Key(ListOf(QuestionShape()), "The questions of this page.", needed=True),
    },
)
SCORING: Final = Record(
    "scoring",
    Scoring,
    {
        "minimum_answered": Key(
            Exact(1, "share_wanted"),
            "The least share of a theme's questions answered with points. Default 1/2.",
        ),
        "overall": Key(Reference("dimension"), "The dimension of the overall mean."),
    },
)
BAND: Final = Record(
    "band",
    Band,
    {
        "id": Key(Id("band"), "Its name, stable for ever.", needed=True),
        "from": Key(
            Exact(100, "score_wanted"), "Where it starts, 0-100.", needed=True, field="from_"
        ),
        "label": Key(Words(), "What the visitor reads.", needed=True),
    },
)
ADVICE: Final = AdviceRecord(
    "advice",
    AdviceRule,
    {
        "id": Key(Id("advice"), "Its name, stable for ever.", needed=True),
        "themes": Key(PlacesShape(1), "Where it is printed.", needed=True),
        "when": Key(ConditionShape(), "When it is given.", needed=True),
        "title": Key(Words(), "What to do, in a few words.", needed=True),
        "text": Key(Words(markdown=True), "Why, in two sentences.", needed=True),
        "steps": Key(ListOf(Words()), "What to do on Monday.", needed=True),
        "actor": Key(Words(), "Who acts."),
        "effort": Key(OneOf(Effort), "How much work it is.", needed=True),
        "roles": Key(ListOf(Reference("role")), "For whom; left out: everyone."),
        "source": Key(Reference("source"), "Where the advice comes from."),
    },
)
QUESTIONNAIRE: Final = Record(
    "questionnaire",
    Questionnaire,
    {
        "id": Key(Slug(), "Its name, stable for ever; also its folder.", needed=True),
        "version": Key(Whole(1), "A whole number; never changes once published.", needed=True),
        "status": Key(OneOf(Status), "How well it has been tried. Default concept."),
        "evidence": Key(Words(), "What that status rests on."),
        "languages": Key(Languages(), "The languages, the default first.", needed=True),
        "title": Key(Words(), "What it is called.", needed=True),
        "summary": Key(Words(), "What it gives, in one sentence.", needed=True),
        "introduction": Key(Words(markdown=True), "Before it starts."),
        "minutes": Key(MinutesShape(), "How long it takes: 10 or [8, 12].", needed=True),
        "sources": Key(Keyed("source", SOURCE), "Where facts and advice come from."),
        "roles": Key(Keyed("role", ROLE), "As who someone can answer."),
        "scales": Key(Scales("scale", SCALE), "Answers that many questions share."),
        "dimensions": Key(Dimensions("dimension", DIMENSION), "The axes.", needed=True),
        "sections": Key(ListOf(SECTION), "The pages, in order.", needed=True),
        "scoring": Key(SCORING, "How scores are made.", needed=True),
        "bands": Key(Bands(BAND), "Named ranges of scores.", needed=True),
        "advice": Key(ListOf(ADVICE, 0), "When to advise what.", needed=True),
        "guide": Key(GUIDE, "How a team goes on: meetings, worksheets."),
        "same_meaning": Key(
            ListOf(Reference("question"), 0),
            "Questions whose words changed since the version before, and not their meaning.",
        ),
    },
    first=("languages", "sources", "roles", "scales", "dimensions", "bands", "sections"),
)
