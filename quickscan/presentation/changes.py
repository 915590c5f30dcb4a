"""What changed between two versions of a questionnaire, in words for its authors."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from quickscan.domain.changes import Change, How, Part, Thing, changes
from quickscan.domain.comparability import (
    Comparability,
    Difference,
    Lineage,
    comparability,
    keeps_meaning,
)
from quickscan.domain.guide import Guide
from quickscan.domain.ids import QuestionId
from quickscan.domain.questionnaire import AdviceRule, Questionnaire, Section
from quickscan.domain.questions import Question, is_scored
from quickscan.domain.texts import Text
from quickscan.presentation.authoring import both_in_words, part_in_words, roles_in_words
from quickscan.presentation.language import Translator, translator
from quickscan.presentation.sentences import capital, enumeration, quoted

MOST_NAMED = 3
"""How many questions that differ in the same way are named; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """One change: what it is, and where they say anything how it was and how it becomes."""

    words: str
    was: str = ""
    becomes: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """Changes of one part of the questionnaire, under a heading."""

    title: str
    changes: tuple[ChangeWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWords:
    """Two versions side by side, in words.

    `groups` holds only what changed, `roles` a line per role, `comparable` and
    `incomparable` a line per theme.
    """

    title: str
    groups: tuple[ChangeGroup, ...]
    roles: tuple[str, ...]
    comparable: tuple[str, ...]
    incomparable: tuple[str, ...]


def changes_in_words(lineage: Lineage, language: str) -> VersionWords:
    """Return what changed from the first version of a line to the last, in words."""
    teller = _Teller(lineage, translator(language))
    _ = teller.say
    return VersionWords(
        title=_(
            "{title}: van versie {old} naar versie {new}",
            title=teller.new.title.to(language),
            old=teller.old.version,
            new=teller.new.version,
        ),
        groups=tuple(teller.groups()),
        roles=tuple(teller.roles()),
        comparable=tuple(teller.comparable()),
        incomparable=tuple(teller.incomparable()),
    )


@dataclass(frozen=True)
class _Teller:
    """Tells about two versions in one language."""

    lineage: Lineage
    say: Translator

    @property
    def old(self) -> Questionnaire:
        return self.lineage[0]

    @property
    def new(self) -> Questionnaire:
        return self.lineage[-1]

    # --- the groups ---------------------------------------------------------------------

    def groups(self) -> Iterator[ChangeGroup]:
        found = changes(self.old, self.new)
        _ = self.say
        for title, things in (
            (_("Over de vragenlijst"), (Thing.QUESTIONNAIRE, Thing.SOURCE, Thing.ROLE)),
            (_("Antwoorden"), (Thing.SCALE,)),
            (_("Dimensies en thema’s"), (Thing.DIMENSION, Thing.THEME)),
            (_("Onderdelen"), (Thing.SECTION,)),
            (_("Vragen"), (Thing.QUESTION,)),
            (_("Niveaus"), (Thing.BAND,)),
            (_("Adviezen"), (Thing.ADVICE,)),
            (_("Gids"), (Thing.GUIDE, Thing.MEETING, Thing.WORKSHEET)),
        ):
            told = tuple(self._told(each) for each in found if each.thing in things)
            if told:
                yield ChangeGroup(title=title, changes=told)

    def _told(self, change: Change) -> ChangeWords:
        _ = self.say
        name = self._name(change)
        match change.how:
            case How.ADDED:
                return ChangeWords(
                    words=_("Erbij: {name}", name=name), note=self._where(change.new, self.new)
                )
            case How.DROPPED:
                return ChangeWords(
                    words=_("Weg: {name}", name=name), note=self._where(change.old, self.old)
                )
            case How.MOVED:
                return self._moved(change, name)
            case How.CHANGED:
                return self._changed(change, name)
            case _:
                assert_never(change.how)

    def _moved(self, change: Change, name: str) -> ChangeWords:
        _ = self.say
        was, is_ = change.old, change.new
        if isinstance(was, Section) and isinstance(is_, Section) and was.id != is_.id:
            words = _("Verplaatst: {name}", name=name)
            return ChangeWords(
                words=words, was=self._text(was.title), becomes=self._text(is_.title)
            )
        return ChangeWords(words=_("Staat op een andere plek: {name}", name=name))

    def _changed(self, change: Change, name: str) -> ChangeWords:
        _ = self.say
        part = change.part
        assert part is not None  # noqa: S101  every changed thing has its part
        note = self._meaning(change) if part in (Part.TEXT, Part.OPTIONS) else ""
        if change.thing is Thing.SCALE:
            note = self._reach(change)
        was, becomes = both_in_words(change.old, change.new, (self.old, self.new), _)
        words = _("{part} van {name}", part=capital(part_in_words(part, _)), name=name)
        return ChangeWords(words=words, was=was, becomes=becomes, note=note)

    def _meaning(self, change: Change) -> str:
        """Return whether other words make another question."""
        _ = self.say
        own = self.new.questions.get(QuestionId(change.id))
        if change.thing is not Thing.QUESTION or own is None or not is_scored(own):
            return ""
        if keeps_meaning(self.lineage, own.id):
            return _("Telt als dezelfde vraag.")
        return _(
            "Telt als een andere vraag. Betekent zij hetzelfde? Zet dan {id} onder "
            "same_meaning.",
            id=own.id,
        )

    def _reach(self, change: Change) -> str:
        asked = sum(
            getattr(own, "scale", None) == change.id for own in self.new.questions.values()
        )
        return self.say.many("Bij {number} vraag.", "Bij {number} vragen.", asked)

    # --- names and values ---------------------------------------------------------------

    def _text(self, text: Text | None) -> str:
        return text.to(self.say.language) if text else ""

    def _name(self, change: Change) -> str:
        """Return what a change is about: its words where it has any, and its id."""
        if change.thing is Thing.QUESTIONNAIRE:
            return self.say("de vragenlijst")
        if change.thing is Thing.GUIDE:
            return self.say("de gids")
        key = (change.thing, change.id)
        words = self._text(_names(self.new).get(key) or _names(self.old).get(key))
        return f"{quoted(words)} ({change.id})" if words else f"‘{change.id}’"

    def _where(self, thing: object, within: Questionnaire) -> str:
        """Return where what came or went stands and for whom, or how much it is."""
        _ = self.say
        if isinstance(thing, Guide):
            number = len(thing.meetings)
            return _.many("{number} bijeenkomst.", "{number} bijeenkomsten.", number)
        if isinstance(thing, AdviceRule):
            return _("Voor: {roles}.", roles=roles_in_words(thing.roles, within, _))
        if isinstance(thing, Question):
            return _(
                "In ‘{section}’, voor: {roles}.",
                section=self._text(within.section_of[thing.id].title),
                roles=roles_in_words(thing.roles, within, _),
            )
        return ""

    # --- for whom, and what stays comparable --------------------------------------------

    def roles(self) -> Iterator[str]:
        """Return per role how many scored questions it has, before and after."""
        _ = self.say
        for role in self.new.roles or (None,):
            label = self._text(role.label) if role else _("Iedereen")
            was = _scored_for(self.old, role.id if role else None)
            now = _scored_for(self.new, role.id if role else None)
            yield _(
                "{role}: van {old} naar {new} stellingen, {more} erbij en {less} weg.",
                role=label,
                old=len(was),
                new=len(now),
                more=len(now - was),
                less=len(was - now),
            )

    def comparable(self) -> Iterator[str]:
        for own in comparability(self.lineage):
            if own.holds:
                yield self._theme(own)

    def incomparable(self) -> Iterator[str]:
        _ = self.say
        for own in comparability(self.lineage):
            if not own.holds:
                alike: dict[tuple[Part, ...], list[Difference]] = {}
                for each in own.differences:
                    alike.setdefault(each.parts if each.question else (), []).append(each)
                reasons = [words for same in alike.values() for words in self._reasons(same)]
                yield f"{self._theme(own)}: {enumeration(reasons, _)}."

    def _theme(self, own: Comparability) -> str:
        dimension = self.new.dimension(own.dimension)
        title, theme = (
            self._text(dimension.title),
            self._text(dimension.theme(own.theme).title),
        )
        return f"{title}, {theme}" if title != theme else theme

    def _reasons(self, alike: Sequence[Difference]) -> Iterator[str]:
        """Yield why, each question by name unless many differ in the same parts."""
        _ = self.say
        if alike[0].parts and len(alike) > MOST_NAMED:
            parts = ", ".join(part_in_words(part, _) for part in alike[0].parts)
            yield _("{number} vragen zijn anders ({parts})", number=len(alike), parts=parts)
        else:
            yield from map(self._reason, alike)

    def _reason(self, own: Difference) -> str:
        _ = self.say
        if own.question is None:
            return _("andere regels voor de score")
        if own.parts:
            parts = [part_in_words(part, _) for part in own.parts]
            return _(
                "{question} is anders ({parts})", question=own.question, parts=", ".join(parts)
            )
        if own.is_new:
            return _("{question} is erbij", question=own.question)
        return _("{question} is weg", question=own.question)


@lru_cache(maxsize=64)
def _names(questionnaire: Questionnaire) -> Mapping[tuple[Thing, str], Text]:
    """Return what authors call the parts of a questionnaire, by kind and id."""
    own = questionnaire
    themes = [(axis, theme) for axis in own.dimensions for theme in axis.themes]
    meetings = own.guide.meetings if own.guide else ()
    worksheets = own.guide.worksheets if own.guide else ()
    return {
        **{(Thing.QUESTION, str(id)): each.text for id, each in own.questions.items()},
        **{(Thing.THEME, f"{axis.id}/{theme.id}"): theme.title for axis, theme in themes},
        **{(Thing.ROLE, str(each.id)): each.label for each in own.roles},
        **{(Thing.BAND, str(each.id)): each.label for each in own.bands},
        **{(Thing.DIMENSION, str(each.id)): each.title for each in own.dimensions},
        **{(Thing.SECTION, str(each.id)): each.title for each in own.sections},
        **{(Thing.ADVICE, str(each.id)): each.title for each in own.advice},
        **{(Thing.MEETING, str(each.id)): each.title for each in meetings},
        **{(Thing.WORKSHEET, str(each.id)): each.title for each in worksheets},
        **{(Thing.SOURCE, str(each.id)): each.title for each in own.sources},
    }


def _scored_for(questionnaire: Questionnaire, role: str | None) -> set[str]:
    known = {own.id for own in questionnaire.roles}
    if role is not None and role not in known:
        return set()
    return {
        own.id
        for own in questionnaire.questions.values()
        if is_scored(own) and (not own.roles or role is None or role in own.roles)
    }
