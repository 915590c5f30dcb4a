"""The parts of a questionnaire file that are more than a record: each with its own rules."""

import re
from fractions import Fraction

from quickscan.definitions.conditions import ConditionShape, refer_theme
from quickscan.definitions.nodes import Mapping, Node, Sequence
from quickscan.definitions.reading import Reading, WrittenCondition
from quickscan.definitions.scalars import Exact, Json, Whole, word
from quickscan.definitions.shapes import Keyed, ListOf, Record
from quickscan.domain.ids import DimensionId, Places, ThemeId
from quickscan.domain.questionnaire import AdviceRule, Band, Dimension, Minutes, Theme
from quickscan.domain.questions import AnswerScale
from quickscan.domain.texts import Language

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Languages:
    """The languages of a questionnaire, the default first."""

    instead = (Language("nl"),)

    def read(self, node: Node, reading: Reading) -> tuple[Language, ...] | None:
        """Return the languages and make them known to the texts that follow."""
        if type(node) is not Sequence or not node.items:
            reading.problems.refuse(node, "languages_wanted")
            reading.unsure.add("language")
            return None
        languages: list[Language] = []
        for item in node.items:
            language = word(item, reading, "languages_wanted")
            if language is None:
                reading.unsure.add("language")
            elif not _LANGUAGE.fullmatch(language):
                reading.problems.refuse(item, "no_language", value=language)
                reading.unsure.add("language")
            elif language in languages:
                reading.problems.refuse(item, "listed_twice", value=language)
            else:
                languages.append(Language(language))
        if languages:
            reading.languages = tuple(languages)
        return tuple(languages) or None

    def schema(self) -> Json:
        """Return the JSON Schema of a list of languages."""
        item = {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}
        return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}


class MinutesShape:
    """How long it takes: a whole number, or the least and the most of them."""

    instead = Minutes(1, 1)

    def __init__(self) -> None:
        self._whole = Whole(1, 600)

    def read(self, node: Node, reading: Reading) -> Minutes | None:
        """Return the minutes; None, with the problem noted, when they are none."""
        if type(node) is not Sequence:
            number = self._whole.read(node, reading)
            return None if number is None else Minutes(number, number)
        if len(node.items) != 2:  # noqa: PLR2004 - the least and the most
            reading.problems.refuse(node, "minutes_wanted")
            return None
        low, high = (self._whole.read(item, reading) for item in node.items)
        if low is None or high is None:
            return None
        if high < low:
            reading.problems.refuse(node, "minutes_wanted")
            return None
        return Minutes(low, high)

    def schema(self) -> Json:
        """Return the JSON Schema of a number or a pair of numbers."""
        number = self._whole.schema()
        pair = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
        return {"anyOf": [number, pair]}


class Themes(Keyed[Theme]):
    """The themes of the dimension that is being read."""

    def read(self, node: Node, reading: Reading) -> tuple[Theme, ...] | None:
        """Return the themes, which bear their names within this dimension only."""
        return self.read_as(f"theme {reading.dimension}", node, reading)


class Dimensions(Keyed[Dimension]):
    """The dimensions, of which a later part of the file names themes."""

    def read_one(self, name: str, node: Node, reading: Reading) -> Dimension | None:
        """Return one dimension."""
        reading.dimension = name
        dimension = super().read_one(name, node, reading)
        if dimension is None or not dimension.themes:
            reading.unsure.add(f"theme {name}")
        return dimension


class PlacesShape:
    """At most one theme on each dimension: `{dimension: theme}`."""

    instead: Places = ()

    def __init__(self, least: int = 0) -> None:
        self.least = least

    def read(self, node: Node, reading: Reading) -> Places | None:
        """Return the themes that can be found; the others are noted as problems."""
        if type(node) is not Mapping:
            reading.problems.refuse(node, "themes_wanted")
            reading.unsure.add("coverage")
            return None
        if len(node.pairs) < self.least:
            reading.problems.refuse(node, "themes_wanted")
        places: list[tuple[DimensionId, ThemeId]] = []
        for dimension, theme in node.pairs:
            place = refer_theme(dimension, theme, reading)
            if place is None:
                reading.unsure.add("coverage")
            elif place[0] not in dict(places):
                places.append(place)
        return tuple(places)

    def schema(self) -> Json:
        """Return the JSON Schema of themes by dimension."""
        slug = {"$ref": "#/$defs/slug"}
        return {
            "type": "object",
            "propertyNames": slug,
            "additionalProperties": slug,
            "minProperties": self.least,
        }


class Bands(ListOf[Band]):
    """The bands, which start at 0 and rise."""

    def __init__(self, record: Record[Band]) -> None:
        super().__init__(record)

    def read(self, node: Node, reading: Reading) -> tuple[Band, ...] | None:
        """Return the bands; where they do not rise is noted as a problem."""
        bands = super().read(node, reading)
        if bands is None:
            reading.unsure.add("band")
            return None
        before: Fraction | None = None
        for band in bands:
            if band.from_ == Exact.instead:
                continue  # it has no start that can be used, which was noted already
            start = reading.place_of(band, "from")
            if before is None and band.from_ != 0:
                reading.problems.refuse(start, "bands_start")
            elif before is not None and band.from_ <= before:
                reading.problems.refuse(start, "bands_rise")
            before = band.from_
        return bands


class Scales(Keyed[AnswerScale]):
    """The answer scales, which ratings are read with."""

    def read_one(self, name: str, node: Node, reading: Reading) -> AnswerScale | None:
        """Return one scale and keep it for the questions that use it."""
        scale = super().read_one(name, node, reading)
        if scale is not None:
            reading.scales[name] = scale
        return scale


class AdviceRecord(Record[AdviceRule]):
    """An advice with the condition on which it is given."""

    def read(self, node: Node, reading: Reading, **given: object) -> AdviceRule | None:
        """Return the advice and keep its condition, to see whether it can hold."""
        advice = super().read(node, reading, **given)
        if advice is not None and advice.when is not ConditionShape.instead:
            place = reading.place_of(advice, "when")
            reading.conditions.append(WrittenCondition(advice.when, advice.roles, place))
        return advice
