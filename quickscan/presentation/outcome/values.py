"""What an assessment looks like in words: plain values for the result page and the report."""

from dataclasses import dataclass
from enum import StrEnum

from quickscan.domain.ids import AdviceId, BandId, QuestionId, SectionId, ThemeId


class MarkState(StrEnum):
    """What an answer is, as a drawing."""

    POINTS = "points"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    SKIPPED = "skipped"
    GIVEN = "given"
    """An answer to a question that is not scored."""
    NOT_YET = "not_yet"
    """Not an answer: the mark in the key for what is not asked yet."""


class PlaceState(StrEnum):
    """Whether a theme has a score, and if not, why."""

    SCORED = "scored"
    TOO_FEW = "too_few"
    NOT_YET = "not_yet"
    NOT_ASKED = "not_asked"
    HIDDEN = "hidden"
    """Of a group: too few people to show a figure about."""


class CellKind(StrEnum):
    """What stands in a cell of the grid."""

    LINES = "lines"
    NO_SCORE = "no_score"
    """There are statements, but too few answers with points."""
    NOT_YET = "not_yet"
    NONE = "none"
    """No statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One answer as a drawing, with the words that say the same.

    `quarters` (0-4) is the share of the points, rounded down to quarters; only no points at
    all is empty and only all points is full, so that no mark promises more than the answer
    gave. Three quarters is what counts as going well.
    """

    state: MarkState
    label: str
    quarters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question with its answer. `points` is "3 van 4", weight included, or ""."""

    id: QuestionId
    section: SectionId
    text: str
    mark: Mark
    theme: str
    points: str = ""
    weight: int = 1
    talk: str | None = None
    help: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided:
    """A question on which people who filled it in together did not agree.

    `note` is what they wrote about it, or ""; `talk` is a question to go on with.
    """

    line: Line
    note: str
    talk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceWords:
    """One advice in words. `text` is Markdown; `steps` are plain.

    `because` are the answers that made it fire; `reason` is the one among them that lost
    the most points. `source` is "" where none is given.
    """

    id: AdviceId
    title: str
    text: str
    steps: tuple[str, ...]
    actor: str
    effort: str
    effort_short: str
    source: str
    source_url: str | None
    theme: str
    theme_id: ThemeId
    because: tuple[Line, ...]
    reason: Line | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One theme: where it stands, in figures and in words.

    `words` is "62 van 100" or "". `band` is the label of the band, or in words why there is
    no score. `fill` (0-1) is how full a station is drawn: the rank of the band. `spoken` is
    the sentence that a chart reads out. `calculation` has the very numbers.
    """

    id: ThemeId
    title: str
    state: PlaceState
    band: str
    spoken: str
    summary: str
    calculation: str
    goal: str = ""
    score: int | None = None
    words: str = ""
    band_id: BandId | None = None
    fill: float = 0.0
    here: bool = False
    here_words: str = ""
    counted: str = ""
    earned_of_possible: str = ""
    lines: tuple[Line, ...] = ()
    advice: tuple[AdviceWords, ...] = ()
    more: tuple[AdviceWords, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimensional:
    """One dimension with its places, other than the main one.

    It stands `apart` when it shares no statement with the main one; else it looks at the
    same answers in another way.
    """

    title: str
    ordered: bool
    apart: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """Where two themes meet. `words` says what marks cannot: why there is no score."""

    kind: CellKind
    words: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One theme of the main dimension across all columns.

    `whole` is what the row says in one cell when it has no marks at all, else "".
    """

    place: Place
    cells: tuple[GridCell, ...]
    whole: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The statements of two dimensions as marks.

    `columns` are the titles; the last may be for statements without a theme there.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandWords:
    """One band in the key: its label, from where to where, and how full its station is."""

    id: BandId
    label: str
    reach: str
    from_: str
    start: float
    fill: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An assessment in words, the same for the result page and the report.

    `name` is what the scan is about, or "". `places` are the themes of the main dimension,
    `factors` those of the grid's columns, `others` the remaining dimensions. `advised` are
    the places that have advice, in the order of the advice.
    """

    language: str
    name: str
    title: str
    role: str | None
    finished: str
    version: int
    status: str
    evidence: str
    headline: str
    position: Place | None
    position_sentence: str | None
    strengths: tuple[Line, ...]
    strengths_intro: str
    improvements: tuple[AdviceWords, ...]
    improvements_intro: str
    main: str
    noun: str
    """What one place of the main dimension is called: "fase", "stap" or "thema"."""
    nouns: str
    ordered: bool
    places: tuple[Place, ...]
    factors: Dimensional | None
    others: tuple[Dimensional, ...]
    grid: Grid | None
    advised: tuple[Place, ...]
    advice: tuple[AdviceWords, ...]
    find_out: tuple[Line, ...]
    find_out_intro: str
    skipped: tuple[Line, ...]
    not_applicable: tuple[Line, ...]
    chosen: tuple[AdviceWords, ...]
    notes: tuple[tuple[str, str], ...]
    all_lines: tuple[tuple[str, tuple[Line, ...]], ...]
    bands: tuple[BandWords, ...]
    key: tuple[Mark, ...]
    explanation: tuple[str, ...]
    overall: str | None
    overall_words: str
    together: bool = False
    """Whether several people filled it in, at one screen; only then is something `divided`."""
    divided: tuple[Divided, ...] = ()
    divided_intro: str = ""
