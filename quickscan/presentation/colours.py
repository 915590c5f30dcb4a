"""The four house colours, the colours mixed from them, and whether they can be read.

An organisation may change ground, ink, accent and signal. Everything else is mixed from
those four, in the page by CSS and in the PDF by this module, with the same outcome. A
choice that people with low vision cannot read is refused. Source: WCAG 2.2, 1.4.3 (text)
and 1.4.11 (what is not text); the mixing is CSS Color 4 `color-mix(in oklab, …)`.
"""

import re
from dataclasses import dataclass, fields
from fractions import Fraction
from functools import cached_property

from quickscan.presentation.language import DUTCH, translator
from quickscan.presentation.numbers import decimal

TEXT = 4.5
"""The least contrast of text with what is behind it."""

NOT_TEXT = 3.0
"""The least contrast of lines and shapes that mean something."""

WHITE = "#ffffff"

_HEX = re.compile(r"#[0-9a-f]{6}")

Triple = tuple[float, float, float]


class ColourError(ValueError):
    """A colour is not written as a hash and six hexadecimal digits."""

    def __init__(self, name: str, written: str) -> None:
        super().__init__(f"--{name}: {written!r} is no colour; write it as #0b5563")
        self.name = name
        self.written = written


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """How well one colour can be told from the one behind it."""

    front: str
    back: str
    ratio: float
    needed: float

    @property
    def is_enough(self) -> bool:
        """Say whether the ratio, not rounded, reaches what is needed."""
        return self.ratio >= self.needed

    def in_words(self, language: str = DUTCH) -> str:
        """Return the pair with its ratio, rounded down so that it never flatters."""
        return translator(language)(
            "--{front} op --{back}: contrast {ratio}, nodig is {needed}",
            front=self.front,
            back=self.back,
            ratio=_down(self.ratio, language),
            needed=_down(self.needed, language),
        )


class ContrastError(ValueError):
    """Some colours have too little contrast; holds each pair with its ratio."""

    def __init__(self, pairs: tuple[Contrast, ...]) -> None:
        super().__init__("; ".join(pair.in_words("en") for pair in pairs))
        self.pairs = pairs

    def message(self, language: str = DUTCH) -> str:
        """Return every pair with its ratio and what is needed."""
        return "; ".join(pair.in_words(language) for pair in self.pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseColours:
    """The four colours that an organisation may set, as #rrggbb.

    Raises:
        ColourError: one of them is not written so.
    """

    ground: str = "#fbf5ea"
    ink: str = "#26221d"
    accent: str = "#0b5563"
    signal: str = "#a3310f"

    def __post_init__(self) -> None:
        for field in fields(self):
            written = getattr(self, field.name)
            if not _HEX.fullmatch(written.lower()):
                raise ColourError(field.name, written)


@dataclass(frozen=True, kw_only=True)
class Palette:
    """All colours as hexadecimals, for what cannot mix them itself: the PDF."""

    house: HouseColours = HouseColours()

    @property
    def ground(self) -> str:
        """What everything lies on."""
        return self.house.ground

    @property
    def ink(self) -> str:
        """Text."""
        return self.house.ink

    @property
    def accent(self) -> str:
        """The path, bars and marks, links and buttons."""
        return self.house.accent

    @property
    def signal(self) -> str:
        """Errors only."""
        return self.house.signal

    @cached_property
    def paper(self) -> str:
        """Fields and cells."""
        return mix(self.ground, WHITE, 0.20)

    @cached_property
    def soft(self) -> str:
        """A chosen answer."""
        return mix(self.accent, WHITE, 0.13)

    @cached_property
    def muted(self) -> str:
        """The second voice in text."""
        return mix(self.ink, self.ground, 0.78)

    @cached_property
    def edge(self) -> str:
        """Borders of controls."""
        return mix(self.ink, self.ground, 0.62)

    @cached_property
    def line(self) -> str:
        """Hairlines; never the only carrier of a meaning."""
        return mix(self.ink, self.ground, 0.20)

    @property
    def on_accent(self) -> str:
        """Text on a filled button."""
        return WHITE


DEFAULT_PALETTE = Palette()

PAIRS = (
    ("ink", "ground", TEXT),
    ("ink", "paper", TEXT),
    ("ink", "soft", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_accent", "ink", TEXT),
    ("muted", "ground", TEXT),
    ("muted", "paper", TEXT),
    ("signal", "ground", TEXT),
    ("signal", "paper", TEXT),
    ("accent", "ground", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "soft", TEXT),
    ("edge", "ground", NOT_TEXT),
    ("edge", "paper", NOT_TEXT),
)
"""Which colour stands on which, and the contrast it needs."""


def contrasts(palette: Palette) -> tuple[Contrast, ...]:
    """Return the contrast of every pair that must be told apart."""
    return tuple(
        Contrast(
            front=front.replace("_", "-"),
            back=back,
            ratio=contrast(getattr(palette, front), getattr(palette, back)),
            needed=needed,
        )
        for front, back, needed in PAIRS
    )


def check(colours: HouseColours) -> Palette:
    """Return the palette of house colours that can be read.

    Raises:
        ContrastError: some pairs have too little contrast; it names them all.
    """
    palette = Palette(house=colours)
    refused = tuple(pair for pair in contrasts(palette) if not pair.is_enough)
    if refused:
        raise ContrastError(refused)
    return palette


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _down(ratio: float, language: str) -> str:
    return decimal(Fraction(int(ratio * 10), 10), 1, language)


# --- mixing -----------------------------------------------------------------------------


def mix(one: str, other: str, share: float) -> str:
    """Return a mix of two colours in Oklab, as CSS does: `share` (0-1) of the first."""
    pairs = zip(_oklab(_linear(one)), _oklab(_linear(other)), strict=True)
    lightness, a, b = (share * first + (1 - share) * second for first, second in pairs)
    return _hexadecimal(_from_oklab((lightness, a, b)))


def _linear(colour: str) -> Triple:
    red, green, blue = (_to_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return red, green, blue


def _to_linear(channel: float) -> float:
    """Undo the sRGB transfer curve (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _from_linear(channel: float) -> float:
    low = min(max(channel, 0.0), 1.0)
    return 12.92 * low if low <= 0.0031308 else 1.055 * low ** (1 / 2.4) - 0.055  # noqa: PLR2004


def _oklab(linear: Triple) -> Triple:
    """Return linear sRGB in Oklab. Source: Ottosson (2020), "A perceptual color space"."""
    red, green, blue = linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(oklab: Triple) -> Triple:
    lightness, a, b = oklab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _hexadecimal(linear: Triple) -> str:
    return "#" + "".join(f"{round(255 * _from_linear(channel)):02x}" for channel in linear)
