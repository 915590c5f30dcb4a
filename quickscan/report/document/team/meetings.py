"""The guide at the end of a team report: meetings, with what the team has on the table."""

from collections.abc import Iterator, Sequence

from quickscan.presentation.language import Translator
from quickscan.presentation.sentences import capital, stopped
from quickscan.presentation.team_outcome import OnTable, Statement, TeamMeeting, TeamOutcome
from quickscan.report.document.naming import clipped
from quickscan.report.document.team.front import general_question
from quickscan.report.document.team.tables import IN_TABLE, cell
from quickscan.report.document.team.values import (
    Meetings,
    MeetingSheet,
    Question,
    Table,
    WorksheetSheet,
)
from quickscan.report.document.values import Entry, Fact

DILEMMAS = 3
"""How many statements a group has to talk about in one meeting: it has half an hour."""

NAME = "bijeenkomsten"


def meetings(outcome: TeamOutcome, _: Translator) -> Meetings | None:
    """Return the guide of a team, or None where its questionnaire has none."""
    guide = outcome.guide
    if guide is None:
        return None
    needed = next((own.needed for own in outcome.sides if own.is_hidden), "")
    return Meetings(
        name=NAME,
        heading=guide.words.title,
        markdown=guide.words.markdown,
        source=_source(guide.words.source, guide.words.source_url, _),
        meetings=tuple(
            _meeting(number, own, needed, _) for number, own in enumerate(guide.meetings, 1)
        ),
    )


def entries_of(own: Meetings) -> Iterator[Entry]:
    """Yield the lines of the contents for the guide."""
    yield Entry(name=own.name, title=own.heading)
    for each in own.meetings:
        yield Entry(name=each.name, title=each.short)


def _meeting(number: int, own: TeamMeeting, needed: str, _: Translator) -> MeetingSheet:
    words = own.words
    return MeetingSheet(
        name=f"{NAME}-{number}",
        over=_("Bijeenkomst {number}, {time}", number=number, time=words.time),
        title=words.title,
        short=_("Bijeenkomst {number}: {title}", number=number, title=words.title),
        aim_heading=_("Doel"),
        aim=words.aim,
        agenda_heading=_("Agenda"),
        agenda_columns=(_("Tijd"), _("Wat")),
        agenda=tuple((row.time, row.markdown) for row in words.agenda),
        figures=_figures(words.figures, own.sides, _),
        hidden="" if own.sides or not words.figures else needed,
        dilemmas_heading=_("Waar jullie over verdeeld zijn") if words.dilemmas else "",
        dilemmas=words.dilemmas,
        questions=tuple(_questions(own.sides, _)) if words.dilemmas else (),
        without=_without(own.sides, _) if words.dilemmas else "",
        worksheets=tuple(
            WorksheetSheet(
                name=f"{NAME}-{number}-{rank}",
                over=_("Werkblad bij bijeenkomst {number}", number=number),
                title=sheet.title,
                markdown=sheet.markdown,
                columns=sheet.columns,
                rows=sheet.rows,
                questions=sheet.questions,
                lines=sheet.lines,
            )
            for rank, sheet in enumerate(words.worksheets, start=1)
        ),
        source=_source(words.source, words.source_url, _),
    )


def _source(words: str, url: str, _: Translator) -> Fact | None:
    if not words:
        return None
    return Fact(label=url, words=_("Bron: {source}", source=stopped(words)), url=url)


# --- the team's own ---------------------------------------------------------------------


def _figures(
    titles: Sequence[tuple[str, Sequence[str]]], sides: Sequence[OnTable], _: Translator
) -> Table | None:
    """Return a row for each theme of the meeting and a column for each group."""
    if not sides or not titles:
        return None
    themes = [theme for _title, themes in titles for theme in themes]
    names = (clipped(own.name, IN_TABLE) or _("Score van 0 tot 100") for own in sides)
    return Table(
        caption=_("Jullie cijfers"),
        columns=(_("Thema"), *names),
        rows=tuple(
            (theme, tuple(cell(own.themes[place], _).replace("\n", ", ") for own in sides))
            for place, theme in enumerate(themes)
        ),
    )


def _questions(sides: Sequence[OnTable], _: Translator) -> Iterator[Question]:
    for own in sides:
        for statement in own.dilemmas[:DILEMMAS]:
            yield Question(
                statement=statement.text,
                words=_said(own, statement),
                question=statement.talk or general_question(_),
            )


def _said(own: OnTable, statement: Statement) -> str:
    told = stopped(capital(statement.brief))
    return f"{stopped(own.name)} {told}" if own.name else told


def _without(sides: Sequence[OnTable], _: Translator) -> str:
    """Return what to do where no statement is on the table, or where there are more."""
    if not sides:
        return ""
    if not any(own.dilemmas for own in sides):
        return _(
            "Er is hier geen stelling waarover jullie verdeeld zijn. Kies er een die jullie"
            " verraste."
        )
    if any(own.dilemmas[DILEMMAS:] for own in sides):
        return _("De andere stellingen staan bij ‘Om over te praten’.")
    return ""
