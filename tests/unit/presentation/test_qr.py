"""A QR code is drawn as it was computed, dark on light, with room around it."""

import re

import segno

from quickscan.presentation.charts import Skin, qr_drawn
from quickscan.presentation.charts.codes import QUIET
from quickscan.presentation.colours import DEFAULT_PALETTE

LINK = "https://scan.example/meedoen/H47M-K2XW-9RTD"
TITLE = f"QR-code naar {LINK}"


def modules(svg: str) -> set[tuple[int, int]]:
    """The dark modules in a drawing, each by its column and row, with the room around it."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", svg)
    assert all(there == back for _, _, there, back in runs)
    return {(int(x) + step, int(y)) for x, y, wide, _ in runs for step in range(int(wide))}


def test_every_dark_module_is_drawn_and_no_other():
    matrix = segno.make(LINK, error="m", micro=False).matrix
    dark = {
        (x + QUIET, y + QUIET)
        for y, row in enumerate(matrix)
        for x, module in enumerate(row)
        if module
    }

    assert modules(qr_drawn(LINK, title=TITLE)) == dark


def test_there_is_room_around_it_as_the_standard_asks():
    svg = qr_drawn(LINK, title=TITLE)
    (width,) = re.findall(r'viewBox="0 0 (\d+) \1"', svg)
    places = {place for spot in modules(svg) for place in spot}

    assert min(places) == QUIET
    assert max(places) == int(width) - QUIET - 1


def test_it_says_where_it_leads():
    assert f"<title>{TITLE}</title>" in qr_drawn(LINK, title=TITLE)
    assert 'role="img"' in qr_drawn(LINK, title=TITLE)


def test_it_is_dark_on_light_also_in_print():
    svg = qr_drawn(LINK, title=TITLE, skin=Skin.PRINT)

    assert f'fill="{DEFAULT_PALETTE.ink}"' in svg
    assert f'fill="{DEFAULT_PALETTE.paper}"' in svg
    assert 'class="fi"' in qr_drawn(LINK, title=TITLE)
