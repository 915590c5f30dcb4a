"""A questionnaire on paper: to prepare, or to fill in together with a pen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from quickscan.domain.conditions import AllOf, AnyOf, Condition, Not, QuestionIs, QuestionIsNot
from quickscan.domain.ids import QuestionId, RoleId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.questions import (
    MultipleQuestion,
    NumberQuestion,
    Option,
    Question,
    RatingQuestion,
    TextQuestion,
)
from quickscan.domain.texts import Text
from quickscan.presentation.charts import Skin, logo
from quickscan.presentation.colours import DEFAULT_PALETTE, Palette
from quickscan.presentation.keys import key_of
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.sentences import (
    alternatives,
    capital,
    lowered,
    minutes_in_words,
    quoted,
)
from quickscan.presentation.wording import worded, worded_markdown
from quickscan.report.document.naming import in_margin

ON_ONE_LINE = 34
"""The most characters of a label that may stand beside others; what is longer, below them."""

LINES_FOR_NOTES = 3
"""How many lines a section has to write on; a question of text has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box to tick: the key that chooses it on the website, and what it says."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question; `help` is Markdown. `beside`: do its boxes fit next to each other?"""

    number: int
    text: str
    help: str
    only_if: str
    how: str
    boxes: tuple[Box, ...]
    beside: bool
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The questions that the website shows on one page; `introduction` is Markdown."""

    title: str
    introduction: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole questionnaire to fill in by hand, for one role."""

    template: ClassVar[str] = "paper.html"
    styles: ClassVar[tuple[str, ...]] = ("rapport.css", "papier.css")
    spoken: ClassVar[tuple[str, ...]] = ()
    links: ClassVar[Mapping[str, str]] = {}

    language: str
    title: str
    description: str
    running: str
    of: str
    brand: str
    logo: str
    heading: str
    lines: tuple[str, ...]
    steps_heading: str
    steps: tuple[str, ...]
    notes_heading: str
    notes_lines: int
    parts: tuple[Sheet, ...]
    imprint: str
    palette: Palette


def paper(
    questionnaire: Questionnaire,
    role: RoleId | None,
    language: str,
    *,
    palette: Palette = DEFAULT_PALETTE,
) -> Paper:
    """Return a questionnaire on paper, with every question that this role may get."""
    _ = translator(language)
    title = questionnaire.title.to(language)
    own = questionnaire.role(role)
    minutes = (own.minutes if own else None) or questionnaire.minutes
    lines = (
        *((_("Voor: {role}", role=lowered(own.label.to(language))),) if own else ()),
        capital(minutes_in_words(minutes, _)),
    )
    version = _("{title}, versie {number}.", title=title, number=questionnaire.version)
    return Paper(
        language=language,
        title=_("{name}: op papier", name=title),
        description=questionnaire.summary.to(language),
        running=in_margin(title, _),
        of=_("van"),
        brand=_("Quickscan"),
        logo=logo(skin=Skin.PRINT, palette=palette),
        heading=title,
        lines=lines,
        steps_heading=_("Zo vul je dit in"),
        steps=tuple(_steps(questionnaire, _)),
        notes_heading=_("Ruimte voor notities"),
        notes_lines=LINES_FOR_NOTES,
        parts=tuple(_Filling(questionnaire, role, _).sheets()),
        imprint=version,
        palette=palette,
    )


def _steps(questionnaire: Questionnaire, _: Translator) -> Iterator[str]:
    yield _("Kruis aan wat nu het best past, niet wat je zou willen.")
    yield _("Weet je iets niet? Kruis dat dan aan: ook dat is een uitkomst.")
    yield _(
        "Vul je dit samen in? Laat eerst ieder voor zich kiezen. Praat over de verschillen en "
        "kruis dan samen één antwoord aan."
    )
    if questionnaire.positioned:
        yield _(
            "Over wat nog ver weg is, stelt de website geen vragen. Die mag je hier overslaan."
        )
    yield _(
        "Neem de antwoorden daarna over op de website: het cijfer of de letter bij een "
        "vakje is de toets die het kiest."
    )
    yield _("Een naam hoeft er niet op. Bewaar dit papier alleen zolang je het nodig hebt.")


class _Filling:
    """The questions of one role, numbered."""

    def __init__(
        self, questionnaire: Questionnaire, role: RoleId | None, _: Translator
    ) -> None:
        self._questionnaire = questionnaire
        self._translator = _
        self._role = role
        asked = filter(self._may_be_asked, questionnaire.questions.values())
        self._numbers = {own.id: number for number, own in enumerate(asked, 1)}

    def _may_be_asked(self, question: Question) -> bool:
        return not question.roles or self._role is None or self._role in question.roles

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sections with a question for this role."""
        language = self._translator.language
        for section in self._questionnaire.sections:
            items = tuple(
                self._item(own) for own in section.questions if own.id in self._numbers
            )
            if items:
                yield Sheet(
                    title=section.title.to(language),
                    introduction=self._markdown(section.introduction),
                    items=items,
                )

    def _item(self, question: Question) -> Item:
        _ = self._translator
        boxes: tuple[Box, ...] = ()
        if not isinstance(question, TextQuestion | NumberQuestion):
            boxes = tuple(
                Box(key=key_of(place), label=option.label.to(_.language))
                for place, option in enumerate(question.options)
            )
        return Item(
            number=self._numbers[question.id],
            text=worded(question.text, _.language, self._questionnaire, {}),
            help=self._markdown(question.help),
            only_if=self._only_if(question.when) if question.when else "",
            how=_how(question, _),
            boxes=boxes,
            beside=isinstance(question, RatingQuestion)
            and all(len(box.label) <= ON_ONE_LINE for box in boxes),
            lines=_lines(question),
        )

    def _markdown(self, text: Text | None) -> str:
        """Return a text with what stands in for answers that are not there yet."""
        if text is None:
            return ""
        return worded_markdown(text, self._translator.language, self._questionnaire, {})

    def _only_if(self, condition: Condition) -> str:
        _ = self._translator
        return _("Alleen invullen als: {condition}.", condition=self._clause(condition))

    def _clause(self, condition: Condition) -> str:
        _ = self._translator
        match condition:
            case QuestionIs(id, options):
                return _(
                    "bij {number} is gekozen: {options}",
                    number=self._named(id),
                    options=self._labels(id, options),
                )
            case QuestionIsNot(id, options):
                return _(
                    "bij {number} is iets anders gekozen dan: {options}",
                    number=self._named(id),
                    options=self._labels(id, options),
                )
            case AllOf(conditions):
                return _(", en ").join(map(self._clause, conditions))
            case AnyOf(conditions):
                return _(", of ").join(map(self._clause, conditions))
            case Not(inner):
                return _("dit niet zo is: {condition}", condition=self._clause(inner))
            case _other:  # roles and bands: a question asks by `roles`, and never by a band
                return _("de website erom vraagt")

    def _named(self, id: QuestionId) -> str:
        _, number = self._translator, self._numbers.get(id)
        text = self._questionnaire.questions[id].text.to(_.language)
        return _("vraag {number}", number=number) if number else quoted(text)

    def _labels(self, id: QuestionId, wanted: tuple[str, ...]) -> str:
        _ = self._translator
        question = self._questionnaire.questions[id]
        options: tuple[Option, ...] = getattr(question, "options", ())
        labels = [own.label.to(_.language) for own in options if own.id in wanted]
        return alternatives([quoted(label) for label in labels], _)


def _how(question: Question, _: Translator) -> str:
    """Return how many boxes may be ticked, or in what a number is counted."""
    if isinstance(question, MultipleQuestion):
        return _("Meer antwoorden mogen.")
    if isinstance(question, NumberQuestion) and question.unit:
        return _("In: {unit}", unit=question.unit.to(_.language))
    return ""


def _lines(question: Question) -> int:
    if isinstance(question, TextQuestion):
        return max(2, question.lines)
    return int(isinstance(question, NumberQuestion))
