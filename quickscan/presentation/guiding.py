"""The guide of a questionnaire in words: finished texts, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quickscan.domain.guide import Meeting, Worksheet
from quickscan.domain.ids import SourceId
from quickscan.domain.questionnaire import Questionnaire
from quickscan.domain.texts import Text
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.outcome.advices import source_in_words
from quickscan.presentation.wording import worded, worded_markdown


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """What is done in a meeting, and for how long: "20 minuten"."""

    time: str
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetWords:
    """A sheet to fill in.

    `rows` holds the first cell of each row of the table, "" where it is to be filled in too;
    there are none without `columns`. Below each of `questions` come `lines` empty lines.
    """

    name: str
    title: str
    markdown: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    questions: tuple[str, ...]
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingWords:
    """One meeting; `figures` are the themes on the table, by the title of their dimension."""

    name: str
    title: str
    aim: str
    time: str
    figures: tuple[tuple[str, tuple[str, ...]], ...]
    dilemmas: str
    agenda: tuple[AgendaRow, ...]
    worksheets: tuple[WorksheetWords, ...]
    source: str
    source_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideWords:
    """A guide; `markdown` is its introduction. The meetings are in the order of the file."""

    title: str
    markdown: str
    meetings: tuple[MeetingWords, ...]
    source: str
    source_url: str


def guide_in_words(questionnaire: Questionnaire, language: str) -> GuideWords | None:
    """Return the guide in words, or None where there is none.

    A guide is for a team and not for one scan: a placeholder becomes the fallback of its
    question. `markdown` and `dilemmas` are Markdown, the rest is plain; "" is for nothing.
    """
    guide = questionnaire.guide
    if guide is None:
        return None
    teller = _Teller(questionnaire, translator(language))
    return GuideWords(
        title=teller.plain(guide.title),
        markdown=teller.markdown(guide.introduction),
        meetings=tuple(map(teller.meeting, guide.meetings)),
        source=teller.source(guide.source),
        source_url=teller.source_url(guide.source),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells a guide in one language."""

    questionnaire: Questionnaire
    say: Translator

    def plain(self, text: Text | None) -> str:
        return worded(text, self.say.language, self.questionnaire, {}) if text else ""

    def markdown(self, text: Text | None) -> str:
        return worded_markdown(text, self.say.language, self.questionnaire, {}) if text else ""

    def each(self, texts: Iterable[Text]) -> tuple[str, ...]:
        return tuple(map(self.plain, texts))

    def time(self, minutes: int) -> str:
        return self.say.many("één minuut", "{number} minuten", minutes)

    def meeting(self, own: Meeting) -> MeetingWords:
        return MeetingWords(
            name=own.id,
            title=self.plain(own.title),
            aim=self.plain(own.aim),
            time=self.time(own.minutes),
            figures=tuple(self.figures(own)),
            dilemmas=self.markdown(own.dilemmas),
            agenda=tuple(
                AgendaRow(time=self.time(item.minutes), markdown=self.markdown(item.text))
                for item in own.agenda
            ),
            worksheets=tuple(map(self.worksheet, own.worksheets)),
            source=self.source(own.source),
            source_url=self.source_url(own.source),
        )

    def source(self, id: SourceId | None) -> str:
        found = self.questionnaire.source(id)
        return source_in_words(found, self.plain) if found else ""

    def source_url(self, id: SourceId | None) -> str:
        found = self.questionnaire.source(id)
        return (found.url or "") if found else ""

    def figures(self, own: Meeting) -> Iterable[tuple[str, tuple[str, ...]]]:
        for id, places in groupby(own.figures, key=lambda place: place[0]):
            dimension = self.questionnaire.dimension(id)
            themes = self.each(dimension.theme(theme).title for _, theme in places)
            yield self.plain(dimension.title), themes

    def worksheet(self, own: Worksheet) -> WorksheetWords:
        empty = ("",) * own.lines if own.columns else ()
        return WorksheetWords(
            name=own.id,
            title=self.plain(own.title),
            markdown=self.markdown(own.introduction),
            columns=self.each(own.columns),
            rows=self.each(own.rows) or empty,
            questions=self.each(own.questions),
            lines=own.lines,
        )
