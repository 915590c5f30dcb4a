"""Drawing in SVG, in two flavours: classes for the page, attributes for the PDF.

A page follows the house colours and forced colours through CSS classes and needs no style
attribute, so a strict content security policy lets it through. A PDF has no such CSS:
there every shape carries its colour.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup, escape

from quickscan.presentation.colours import DEFAULT_PALETTE, Palette

FONT = "Atkinson Hyperlegible, sans-serif"

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


class Skin(StrEnum):
    """Where a drawing is shown."""

    PAGE = "page"
    PRINT = "print"


class Tint(StrEnum):
    """A role of the palette; the value is its name there."""

    ACCENT = "accent"
    PAPER = "paper"
    INK = "ink"
    MUTED = "muted"
    SOFT = "soft"
    EDGE = "edge"
    LINE = "line"
    NONE = "none"


_FILLS = {
    Tint.ACCENT: "fa",
    Tint.PAPER: "fp",
    Tint.INK: "fi",
    Tint.MUTED: "fm",
    Tint.SOFT: "fs",
    Tint.NONE: "fn",
}
_STROKES = {
    Tint.ACCENT: "sa",
    Tint.EDGE: "se",
    Tint.PAPER: "sp",
    Tint.LINE: "sl",
    Tint.INK: "si",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line is drawn: `dash` and `offset` as in SVG; `round` gives round ends."""

    tint: Tint = Tint.ACCENT
    width: float = 2
    dash: str = ""
    offset: float = 0
    round: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettering:
    """How a text is set: `anchor` is start, middle or end."""

    size: float
    bold: bool = False
    tint: Tint = Tint.INK
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws shapes in one flavour."""

    skin: Skin = Skin.PAGE
    palette: Palette = DEFAULT_PALETTE

    def circle(
        self,
        x: float,
        y: float,
        r: float,
        *,
        fill: Tint = Tint.NONE,
        line: Stroke | None = None,
    ) -> str:
        """Return a circle."""
        shape = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}"'
        return f"<circle {shape}{self._paint(fill, line)}/>"

    def box(  # noqa: PLR0913  a box has four sides, and a look
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        *,
        fill: Tint = Tint.NONE,
        line: Stroke | None = None,
        corner: float = 0,
    ) -> str:
        """Return a rectangle."""
        rounding = f' rx="{_n(corner)}"' if corner else ""
        shape = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"{rounding}'
        return f"<rect {shape}{self._paint(fill, line)}/>"

    def path(
        self,
        d: str,
        *,
        fill: Tint = Tint.NONE,
        line: Stroke | None = None,
        upright: float | None = None,
    ) -> str:
        """Return a path; `upright` is the x around which it stays as it is in a mirror."""
        stays = "" if upright is None else f' data-upright="{_n(upright)}"'
        return f'<path{stays} d="{d}"{self._paint(fill, line)}/>'

    def text(self, x: float, y: float, words: str, how: Lettering) -> str:
        """Return one line of text; `y` is its baseline."""
        if not words:
            return ""
        bold = ' font-weight="700"' if how.bold else ""
        anchor = f' text-anchor="{how.anchor}"' if how.anchor != "start" else ""
        font = f' font-family="{FONT}"' if self.skin is Skin.PRINT else ""
        place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(how.size)}"'
        paint = self._paint(how.tint, None)
        return f"<text {place}{bold}{anchor}{font}{paint}>{escape(_clean(words))}</text>"

    def lines(
        self, x: float, y: float, lines: Sequence[str], how: Lettering, leading: float
    ) -> str:
        """Return lines of text under each other; `y` is the first baseline."""
        return "".join(
            self.text(x, y + leading * number, line, how) for number, line in enumerate(lines)
        )

    def _paint(self, fill: Tint, line: Stroke | None) -> str:
        if self.skin is Skin.PAGE:
            return self._classes(fill, line) + _stroke_shape(line)
        stroke = f' stroke="{self._hex(line.tint)}"' if line else ""
        return f' fill="{self._hex(fill)}"{stroke}{_stroke_shape(line)}'

    def _classes(self, fill: Tint, line: Stroke | None) -> str:
        names = _FILLS[fill] + (f" {_STROKES[line.tint]}" if line else "")
        return f' class="{names}"'

    def _hex(self, tint: Tint) -> str:
        return "none" if tint is Tint.NONE else str(getattr(self.palette, tint.value))


def _stroke_shape(line: Stroke | None) -> str:
    if line is None:
        return ""
    dash = f' stroke-dasharray="{line.dash}"' if line.dash else ""
    dash += f' stroke-dashoffset="{_n(line.offset)}"' if line.offset else ""
    cap = ' stroke-linecap="round" stroke-linejoin="round"' if line.round else ""
    return f' stroke-width="{_n(line.width)}"{dash}{cap}'


def picture(  # noqa: PLR0913  the frame of every drawing
    width: float,
    height: float,
    parts: Sequence[str],
    *,
    title: str = "",
    skin: Skin = Skin.PAGE,
    classes: str = "",
    size: float | None = None,
) -> Markup:
    """Return a whole SVG; without a title it is decoration, hidden from who listens.

    The title reads out every figure in the drawing. `size` is the width at which it is
    shown, where that differs from the width in which it is drawn.
    """
    scale = (size or width) / width
    shown = f'width="{_n(width * scale)}" height="{_n(height * scale)}"'
    view = f'viewBox="0 0 {_n(width)} {_n(height)}" {shown}'
    named = f' class="{classes}"' if classes and skin is Skin.PAGE else ""
    space = ' xmlns="http://www.w3.org/2000/svg"' if skin is Skin.PRINT else ""
    spoken = ' role="img"' if title else ' aria-hidden="true"'
    heading = f"<title>{escape(_clean(title))}</title>" if title else ""
    body = "".join(parts)
    return Markup(f"<svg{space}{named}{spoken} {view}>{heading}{body}</svg>")  # noqa: S704


def _clean(words: str) -> str:
    """Leave out control characters, which XML does not allow."""
    return _FORBIDDEN.sub("", words)


def _n(number: float) -> str:
    """Return a coordinate with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def point(x: float, y: float) -> str:
    """Return a point as it is written in a path."""
    return f"{_n(x)} {_n(y)}"


number = _n
