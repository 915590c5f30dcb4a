"""What a team result looks like in words: plain values for the page and the report."""

from dataclasses import dataclass
from enum import StrEnum

from quickscan.domain.ids import QuestionId
from quickscan.presentation.guiding import GuideWords, MeetingWords
from quickscan.presentation.outcome.values import AdviceWords, BandWords, Place


class Showing(StrEnum):
    """How a figure is told, which follows from how many people it is about."""

    EXACT = "exact"
    ROUGH = "rough"
    NEARLY_ALL = "nearly_all"
    """All or all but one gave the same: in words, without numbers."""
    HIDDEN = "hidden"
    """Hatched: too few answers; it says what is needed, never how many there are."""
    EMPTY = "empty"
    """Dotted: nobody gave an answer."""
    NOT_ASKED = "not_asked"
    """Nobody was asked, or not yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many people gave an answer. `fill` (0-1) is how far along the scale it lies.

    What is `apart` does not lie on the scale: *weet ik niet*. Where nobody chose that, it is
    left out.
    """

    label: str
    number: int
    fill: float = 0.0
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A question and what a group answered.

    `words` is the line below it: of one mind or not, what nearly everyone chose, or that it
    is hidden or empty. `more` says why there are no numbers, or that many do not know.
    `tallies` are the options (exact) or the parts of the scale (rough), with `spoken` the
    sentence that reads them out; both empty where there are no numbers. `brief` is the same
    in a few words. `talk` is the question to talk about. `rwg` has two decimals, "" where
    there is none: it is for an appendix. `texts` are what people wrote, in no one's order.
    """

    id: QuestionId
    text: str
    theme: str
    showing: Showing
    words: str
    brief: str = ""
    more: tuple[str, ...] = ()
    tallies: tuple[Tally, ...] = ()
    spoken: str = ""
    help: str = ""
    talk: str = ""
    is_divided: bool = False
    rwg: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamTheme:
    """Where a group stands on a theme.

    `place` is what drawings of places take: title, goal, rounded score, "rond 60 van 100",
    and as its `band` whether people are of one mind, or why there is no score. `label` is the
    word for the score itself, "" without one. `interval` is "58 tot 66", from `low` to
    `high`; `spoken` reads out the drawing of it. `statements` are told once, under the main
    dimension where they are on it.
    """

    place: Place
    showing: Showing
    label: str
    agreement: str
    sentences: tuple[str, ...]
    people: str
    statements: tuple[Statement, ...]
    low: int | None = None
    high: int | None = None
    interval: str = ""
    spoken: str = ""
    is_divided: bool = False
    rwg: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether anyone was asked about it."""
        return self.showing is not Showing.NOT_ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Themes:
    """A dimension other than the main one, with its themes."""

    title: str
    themes: tuple[TeamTheme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The questions of the organisation itself: those to choose at, and those to write at.

    `key` is as in `Side`, for these questions alone.
    """

    title: str
    key: str
    chosen: tuple[Statement, ...]
    written: tuple[Statement, ...]

    @property
    def has_texts(self) -> bool:
        """Whether what people wrote is shown anywhere."""
        return any(own.texts for own in self.written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One group, next to others or alone: a team, or one role of it.

    `name` is "" where there is only one. When `is_hidden` nothing is known but `took_part`
    and `needed`, which say that it is hidden and what more is needed; all the rest is empty.
    `headline` is where it stands in a few sentences. `own` are questions without a score.
    `key` says what lower, middle and higher mean, "" where no marks are shown. The themes of
    all sides are the same ones, in the same order. `asked` are the questions of the
    organisation itself, None where it has none.
    """

    name: str
    is_hidden: bool
    took_part: str
    needed: str
    headline: str
    themes: tuple[TeamTheme, ...]
    others: tuple[Themes, ...]
    strengths: tuple[Statement, ...]
    attention: tuple[Statement, ...]
    divided: tuple[Statement, ...]
    to_find_out: tuple[Statement, ...]
    advice: tuple[AdviceWords, ...]
    own: tuple[Statement, ...]
    key: str
    asked: Asked | None = None


class Scope(StrEnum):
    """Whose result it is: then the groups beside each other are roles, groups or teams."""

    TEAM = "team"
    GROUPS = "groups"
    """Any groups of people in one file."""
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTable:
    """What one group has on the table in a meeting; `name` is "" where there is only one.

    `themes` are those that the meeting is about, in its order; `dilemmas` the statements of
    these on which the group is divided.
    """

    name: str
    themes: tuple[TeamTheme, ...]
    dilemmas: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMeeting:
    """A meeting of the guide; `sides` are the groups of which something is shown."""

    words: MeetingWords
    sides: tuple[OnTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamGuide:
    """How a team goes on: the guide of the questionnaire, with the figures of this team."""

    words: GuideWords
    meetings: tuple[TeamMeeting, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOutcome:
    """A team result in words, the same for page and report.

    `name` is the team, or with another `scope` the organisation or what was measured; `about`
    is what was measured, or "". `sides` stand beside each other: one, or one per role or
    group. `guide` is for one team only. `explanation` tells how the figures are worked out,
    `rules` what may be shown and why, `privacy` what that means for people.
    """

    language: str
    name: str
    about: str
    title: str
    finished: str
    version: int
    status: str
    evidence: str
    main: str
    noun: str
    nouns: str
    ordered: bool
    bands: tuple[BandWords, ...]
    scope: Scope
    sides: tuple[Side, ...]
    guide: TeamGuide | None
    explanation: tuple[str, ...]
    rules: tuple[str, ...]
    privacy: tuple[str, ...]

    @property
    def has_texts(self) -> bool:
        """Whether anything stands here that people wrote."""
        return any(own.asked and own.asked.has_texts for own in self.sides)
