"""Parts of a questionnaire as their authors would say them."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import assert_never

from quickscan.domain.changes import Part
from quickscan.domain.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Not,
    QuestionIs,
    QuestionIsNot,
    RoleIs,
    ThemeInBand,
)
from quickscan.domain.guide import AgendaItem
from quickscan.domain.questionnaire import Effort, Minutes, Position, Questionnaire, Status
from quickscan.domain.questions import Option
from quickscan.domain.texts import Text, changed_languages
from quickscan.presentation.language import Translator
from quickscan.presentation.numbers import shortest
from quickscan.presentation.sentences import enumeration


def part_in_words(part: Part, _: Translator) -> str:
    """Return what a part is called, for an author."""
    names = {
        Part.TITLE: _("de titel"),
        Part.LABEL: _("het opschrift"),
        Part.SUMMARY: _("de samenvatting"),
        Part.INTRODUCTION: _("de inleiding"),
        Part.GOAL: _("het doel"),
        Part.STATUS: _("de status"),
        Part.EVIDENCE: _("de onderbouwing"),
        Part.LANGUAGES: _("de talen"),
        Part.MINUTES: _("de minuten"),
        Part.MINIMUM: _("het minimum voor een score"),
        Part.OVERALL: _("het totaal"),
        Part.ORDERED: _("de volgorde"),
        Part.POSITION: _("de vraag naar de plek"),
        Part.FROM: _("het begin"),
        Part.KIND: _("het soort vraag"),
        Part.TEXT: _("de tekst"),
        Part.HELP: _("de uitleg"),
        Part.TALK: _("de gespreksvraag"),
        Part.FALLBACK: _("de vervanging"),
        Part.SCALE: _("de antwoordschaal"),
        Part.OPTIONS: _("de antwoorden"),
        Part.ANSWER_WORDS: _("de woorden van de antwoorden"),
        Part.WEIGHT: _("het gewicht"),
        Part.REVERSED: _("de omkering"),
        Part.THEMES: _("de thema’s"),
        Part.ROLES: _("de rollen"),
        Part.WHEN: _("de voorwaarde"),
        Part.REQUIRED: _("of een antwoord nodig is"),
        Part.LIMITS: _("de grenzen"),
        Part.STEPS: _("de stappen"),
        Part.ACTOR: _("wie iets doet"),
        Part.EFFORT: _("de moeite"),
        Part.FIGURES: _("de cijfers op tafel"),
        Part.DILEMMAS: _("wat je doet met verschillen"),
        Part.AGENDA: _("de agenda"),
        Part.WORKSHEETS: _("de werkbladen"),
        Part.COLUMNS: _("de kolommen"),
        Part.ROWS: _("de rijen"),
        Part.QUESTIONS: _("de vragen"),
        Part.LINES: _("de lege regels"),
        Part.SOURCE: _("de bron"),
    }
    return names[part]


def both_in_words(
    old: object, new: object, within: tuple[Questionnaire, Questionnaire], _: Translator
) -> tuple[str, str]:
    """Return both sides of a change; of texts in the languages in which they differ."""
    if not (isinstance(old, Text) and isinstance(new, Text)):
        return value_in_words(old, within[0], _), value_in_words(new, within[1], _)
    languages = changed_languages(old, new)
    if languages == (_.language,):
        return old.to(_.language), new.to(_.language)
    every = languages or (*old.languages, *new.languages)
    return _in_languages(old, every), _in_languages(new, every)


def _in_languages(text: Text, languages: Sequence[str]) -> str:
    there = dict.fromkeys(own for own in languages if own in text.languages)
    return " ".join(f"[{language}] {text.to(language)}" for language in there)


def roles_in_words(roles: Iterable[str], within: Questionnaire, _: Translator) -> str:
    """Return roles by their labels; "alle rollen" for none."""
    ids = set(roles)
    labels = [own.label.to(_.language) for own in within.roles if own.id in ids]
    return enumeration(labels, _) or _("alle rollen")


def value_in_words(  # noqa: PLR0911  one return for each kind of value
    value: object, within: Questionnaire, _: Translator
) -> str:
    """Return a value of a questionnaire as its author would say it; "–" for nothing."""
    match value:
        case None | () | "":
            return "–"
        case bool():
            return _("ja") if value else _("nee")
        case Text():
            return value.to(_.language)
        case Option():
            return option_in_words(value, _)
        case AgendaItem(minutes=minutes, text=text):
            return _("{minutes} minuten: {text}", minutes=minutes, text=text.to(_.language))
        case frozenset() | tuple():
            return _several_in_words(value, within, _)
        case _ if isinstance(value, Condition):
            return condition_in_words(value, _)
        case _:
            return _single_in_words(value, _)


def _single_in_words(value: object, _: Translator) -> str:
    match value:
        case Status() | Effort():
            return value.value
        case Fraction():
            return shortest(value, _.language)
        case Minutes():
            return str(value.low) if value.low == value.high else f"{value.low}–{value.high}"
        case Position():
            return _("{question}, {ahead} vooruit", question=value.question, ahead=value.ahead)
        case type():
            return value.__name__.removesuffix("Question").lower()
        case _:
            return str(value)


def _several_in_words(
    values: frozenset[object] | tuple[object, ...], within: Questionnaire, _: Translator
) -> str:
    if isinstance(values, frozenset) and values <= {own.id for own in within.roles}:
        return roles_in_words(map(str, values), within, _)
    each = sorted(values, key=str) if isinstance(values, frozenset) else values
    return "; ".join(
        ": ".join(map(str, own)) if isinstance(own, tuple) else value_in_words(own, within, _)
        for own in each
        if own is not None
    )


def use_in_words(unfinished: int, finished: int, version: int, _: Translator) -> str:
    """Return what happens to the scans that were made with a version."""
    return _(
        "{unfinished} niet afgerond: die gaan verder op versie {version}. "
        "{finished} afgerond: hun uitslag en rapport blijven zoals ze zijn.",
        unfinished=unfinished,
        finished=finished,
        version=version,
    )


def option_in_words(option: Option, _: Translator) -> str:
    """Return an answer with its points: "Grotendeels (3)"."""
    label = option.label.to(_.language)
    return label if option.points is None else f"{label} ({option.points})"


def condition_in_words(condition: Condition, _: Translator) -> str:
    """Return a condition as a sentence would say it, with the ids that stand in the file."""
    match condition:
        case AllOf(conditions):
            return _joined(conditions, _("en"), _)
        case AnyOf(conditions):
            return _joined(conditions, _("of"), _)
        case Not(inner):
            return _("niet ({condition})", condition=condition_in_words(inner, _))
        case QuestionIs() | QuestionIsNot() | ThemeInBand() | RoleIs():
            return _leaf_in_words(condition, _)
        case _:
            assert_never(condition)


def _joined(conditions: Sequence[Condition], word: str, _: Translator) -> str:
    return f" {word} ".join(f"({condition_in_words(own, _)})" for own in conditions)


def _leaf_in_words(
    condition: QuestionIs | QuestionIsNot | ThemeInBand | RoleIs, _: Translator
) -> str:
    match condition:
        case QuestionIs(question, options):
            return _("{question} is {options}", question=question, options=_or(options, _))
        case QuestionIsNot(question, options):
            options_ = _or(options, _)
            return _("{question} is niet {options}", question=question, options=options_)
        case ThemeInBand(dimension, theme, bands):
            place = f"{dimension}: {theme}"
            return _("{theme} staat op {bands}", theme=place, bands=_or(bands, _))
        case RoleIs(roles):
            return _("de rol is {roles}", roles=_or(roles, _))


def _or(words: Sequence[str], _: Translator) -> str:
    return f" {_('of')} ".join(words)
