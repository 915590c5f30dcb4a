"""Two versions of a questionnaire side by side: what was added, dropped, moved or changed."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from quickscan.domain.guide import Guide, Meeting, Worksheet
from quickscan.domain.questionnaire import (
    AdviceRule,
    Band,
    Dimension,
    Questionnaire,
    Role,
    Section,
    Source,
    Theme,
)
from quickscan.domain.questions import (
    AnswerScale,
    NumberQuestion,
    Question,
    RatingQuestion,
    TextQuestion,
    options_of,
)


class Thing(StrEnum):
    """What a change is about."""

    QUESTIONNAIRE = "questionnaire"
    ROLE = "role"
    SCALE = "scale"
    DIMENSION = "dimension"
    THEME = "theme"
    SECTION = "section"
    QUESTION = "question"
    BAND = "band"
    ADVICE = "advice"
    GUIDE = "guide"
    MEETING = "meeting"
    WORKSHEET = "worksheet"
    SOURCE = "source"


class How(StrEnum):
    """What happened to it."""

    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    CHANGED = "changed"


class Part(StrEnum):
    """Which part of it changed."""

    TITLE = "title"
    LABEL = "label"
    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    GOAL = "goal"
    STATUS = "status"
    EVIDENCE = "evidence"
    LANGUAGES = "languages"
    MINUTES = "minutes"
    MINIMUM = "minimum"
    OVERALL = "overall"
    ORDERED = "ordered"
    POSITION = "position"
    FROM = "from"
    KIND = "kind"
    TEXT = "text"
    HELP = "help"
    TALK = "talk"
    FALLBACK = "fallback"
    SCALE = "scale"
    OPTIONS = "options"
    ANSWER_WORDS = "answer_words"
    WEIGHT = "weight"
    REVERSED = "reversed"
    THEMES = "themes"
    ROLES = "roles"
    WHEN = "when"
    REQUIRED = "required"
    LIMITS = "limits"
    STEPS = "steps"
    ACTOR = "actor"
    EFFORT = "effort"
    FIGURES = "figures"
    DILEMMAS = "dilemmas"
    AGENDA = "agenda"
    WORKSHEETS = "worksheets"
    COLUMNS = "columns"
    ROWS = "rows"
    QUESTIONS = "questions"
    LINES = "lines"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: of what, which one, what happened to it, and both values.

    `id` is the id in the file ("dimension/theme" for a theme, the id of the questionnaire for
    the questionnaire itself and for its guide). `part` is None for what was added, dropped or
    moved; `old` and `new` are then the whole things (the sections, for a question that moved),
    or None.
    """

    thing: Thing
    id: str
    how: How
    part: Part | None = None
    old: object = None
    new: object = None


def changes(old: Questionnaire, new: Questionnaire) -> tuple[Change, ...]:
    """Return everything that differs between two versions, as the file is ordered."""
    return (
        *_parts(Thing.QUESTIONNAIRE, new.id, old, new, _OF_QUESTIONNAIRE),
        *_named(Thing.SOURCE, old.sources, new.sources, _OF_SOURCE),
        *_named(Thing.ROLE, old.roles, new.roles, _OF_ROLE),
        *_named(Thing.SCALE, old.scales, new.scales, _OF_SCALE),
        *_named(Thing.DIMENSION, old.dimensions, new.dimensions, _OF_DIMENSION),
        *_theme_changes(old, new),
        *_named(Thing.SECTION, old.sections, new.sections, _OF_SECTION),
        *_question_changes(old, new),
        *_named(Thing.BAND, old.bands, new.bands, _OF_BAND),
        *_named(Thing.ADVICE, old.advice, new.advice, _OF_ADVICE),
        *_guide_changes(new.id, old.guide, new.guide),
    )


def _limits(question: Question) -> Hashable:
    match question:
        case TextQuestion():
            return (question.max_length, question.lines)
        case NumberQuestion():
            return (question.minimum, question.maximum, question.unit)
        case _:
            return None


Getters = tuple[tuple[Part, Callable[..., object]], ...]

_OF_QUESTIONNAIRE: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.SUMMARY, lambda own: own.summary),
    (Part.INTRODUCTION, lambda own: own.introduction),
    (Part.STATUS, lambda own: own.status),
    (Part.EVIDENCE, lambda own: own.evidence),
    (Part.LANGUAGES, lambda own: own.languages),
    (Part.MINUTES, lambda own: own.minutes),
    (Part.MINIMUM, lambda own: own.scoring.minimum_answered),
    (Part.OVERALL, lambda own: own.scoring.overall),
)
_OF_SOURCE: Getters = (
    (Part.TITLE, lambda own: (own.title, own.publisher, own.year, own.url)),
)
_OF_ROLE: Getters = (
    (Part.LABEL, lambda own: own.label),
    (Part.MINUTES, lambda own: own.minutes),
)
_OF_SCALE: Getters = ((Part.OPTIONS, lambda own: own.options),)
_OF_DIMENSION: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.ORDERED, lambda own: own.ordered),
    (Part.POSITION, lambda own: own.position),
    (Part.MINIMUM, lambda own: own.minimum_count),
)
_OF_THEME: Getters = ((Part.TITLE, lambda own: own.title), (Part.GOAL, lambda own: own.goal))
_OF_SECTION: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.INTRODUCTION, lambda own: own.introduction),
)
_OF_QUESTION: Getters = (
    (Part.KIND, type),
    (Part.TEXT, lambda own: own.text),
    (Part.HELP, lambda own: own.help),
    (Part.TALK, lambda own: own.talk),
    (Part.FALLBACK, lambda own: own.fallback),
    (Part.SCALE, lambda own: own.scale if isinstance(own, RatingQuestion) else None),
    (Part.OPTIONS, options_of),
    (Part.WEIGHT, lambda own: own.weight),
    (Part.REVERSED, lambda own: own.reversed),
    (Part.THEMES, lambda own: frozenset(own.themes)),
    (Part.ROLES, lambda own: frozenset(own.roles)),
    (Part.WHEN, lambda own: own.when),
    (Part.REQUIRED, lambda own: own.required),
    (Part.LIMITS, _limits),
    (Part.SOURCE, lambda own: own.source),
)
_OF_BAND: Getters = ((Part.LABEL, lambda own: own.label), (Part.FROM, lambda own: own.from_))
_OF_ADVICE: Getters = (
    (Part.WHEN, lambda own: own.when),
    (Part.THEMES, lambda own: own.themes),
    (Part.ROLES, lambda own: frozenset(own.roles)),
    (Part.TITLE, lambda own: own.title),
    (Part.TEXT, lambda own: own.text),
    (Part.STEPS, lambda own: own.steps),
    (Part.ACTOR, lambda own: own.actor),
    (Part.EFFORT, lambda own: own.effort),
    (Part.SOURCE, lambda own: own.source),
)
_OF_GUIDE: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.INTRODUCTION, lambda own: own.introduction),
    (Part.SOURCE, lambda own: own.source),
)
_OF_MEETING: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.GOAL, lambda own: own.aim),
    (Part.MINUTES, lambda own: own.minutes),
    (Part.FIGURES, lambda own: own.figures),
    (Part.DILEMMAS, lambda own: own.dilemmas),
    (Part.AGENDA, lambda own: own.agenda),
    (Part.WORKSHEETS, lambda own: tuple(sorted(each.id for each in own.worksheets))),
    (Part.SOURCE, lambda own: own.source),
)
_OF_WORKSHEET: Getters = (
    (Part.TITLE, lambda own: own.title),
    (Part.INTRODUCTION, lambda own: own.introduction),
    (Part.COLUMNS, lambda own: own.columns),
    (Part.ROWS, lambda own: own.rows),
    (Part.QUESTIONS, lambda own: own.questions),
    (Part.LINES, lambda own: own.lines),
)

Named = (
    Source
    | Role
    | AnswerScale
    | Dimension
    | Theme
    | Section
    | Band
    | AdviceRule
    | Meeting
    | Worksheet
)


def _parts(
    thing: Thing, id: str, old: object, new: object, getters: Getters
) -> Iterator[Change]:
    for part, value_of in getters:
        was, is_ = value_of(old), value_of(new)
        if was != is_:
            yield Change(thing=thing, id=id, how=How.CHANGED, part=part, old=was, new=is_)


def _named(
    thing: Thing,
    old: Sequence[Named],
    new: Sequence[Named],
    getters: Getters,
    prefix: str = "",
) -> Iterator[Change]:
    before: dict[str, Named] = {own.id: own for own in old}
    after: dict[str, Named] = {own.id: own for own in new}
    for id, own in before.items():
        if id not in after:
            yield Change(thing=thing, id=prefix + id, how=How.DROPPED, old=own)
    for id, own in after.items():
        if id not in before:
            yield Change(thing=thing, id=prefix + id, how=How.ADDED, new=own)
        else:
            yield from _parts(thing, prefix + id, before[id], own, getters)
    for id in _displaced([*before], [*after]):
        yield Change(thing=thing, id=prefix + id, how=How.MOVED, old=before[id], new=after[id])


def _theme_changes(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    before = {dimension.id: dimension for dimension in old.dimensions}
    for dimension in new.dimensions:
        was = before.get(dimension.id)
        if was:
            prefix = f"{dimension.id}/"
            yield from _named(Thing.THEME, was.themes, dimension.themes, _OF_THEME, prefix)


def changed_parts(old: Question, new: Question) -> Iterator[Change]:
    """Yield the parts of one question that differ between two versions."""
    return _parts(Thing.QUESTION, new.id, old, new, _OF_QUESTION)


def _question_changes(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    for id, own in old.questions.items():
        if id not in new.questions:
            yield Change(thing=Thing.QUESTION, id=id, how=How.DROPPED, old=own)
    moved = set(_displaced([*old.questions], [*new.questions]))
    for id, own in new.questions.items():
        was = old.questions.get(id)
        if was is None:
            yield Change(thing=Thing.QUESTION, id=id, how=How.ADDED, new=own)
            continue
        sections = old.section_of[id], new.section_of[id]
        if sections[0].id != sections[1].id or id in moved:
            yield Change(
                thing=Thing.QUESTION, id=id, how=How.MOVED, old=sections[0], new=sections[1]
            )
        for change in changed_parts(was, own):
            if not (change.part is Part.OPTIONS and _same_scale(was, own)):
                yield change


def _guide_changes(id: str, old: Guide | None, new: Guide | None) -> Iterator[Change]:
    """Yield what differs between two guides; of one that came or went only that it did."""
    if old is None or new is None:
        if old or new:
            how = How.ADDED if new else How.DROPPED
            yield Change(thing=Thing.GUIDE, id=id, how=how, old=old, new=new)
        return
    yield from _parts(Thing.GUIDE, id, old, new, _OF_GUIDE)
    yield from _named(Thing.MEETING, old.meetings, new.meetings, _OF_MEETING)
    yield from _named(Thing.WORKSHEET, old.worksheets, new.worksheets, _OF_WORKSHEET)


def _same_scale(was: Question, own: Question) -> bool:
    """Say whether both take the options of one scale, whose change is told once."""
    return (
        isinstance(was, RatingQuestion)
        and isinstance(own, RatingQuestion)
        and was.scale == own.scale
    )


def _displaced(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the least of the ids in both that stand in another order than before."""
    before = [id for id in old if id in new]
    after = [id for id in new if id in old]
    if before == after:
        return []
    kept = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {before[block.a + i] for block in kept for i in range(block.size)}
    return [id for id in after if id not in stayed]
