"""Pictures of the pages: a few for the README, or all of them to look at.

What they show is the first worked example of the Implementatie-Quickscan, which is invented.
"""

import argparse
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from quickscan.config import PROJECT
from quickscan.definitions.catalogue import Catalogue
from quickscan.services.samples import SAMPLE_DAY
from tests.e2e.album import Picture, Tour, show
from tests.e2e.browser import launch
from tests.e2e.rows import finish_on, put_report
from tests.e2e.service import Service, serving
from tests.e2e.window import MAIN, REPORT_SECONDS, Window

README = PROJECT / "docs" / "pictures"
WIDTHS = (360, 768, 1280)

_HIGHEST = 1100
_WIDEST_REPORT = 1400
_GAP = 24
_WHERE_TO_CUT = """(highest) => {
  const boxes = (selector) => [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility())
    .map((element) => element.getBoundingClientRect());
  const whole = boxes("main :is(p, h2, h3, li, svg, table, a, button)");
  const isBetween = (y) => !whole.some(({ top, bottom }) => top < y - 1 && bottom > y + 1);
  const ends = boxes("main > *, main section, main li").map(({ bottom }) => bottom);
  return Math.round(Math.max(...ends.filter((end) => end <= highest && isBetween(end))));
}"""
_MAT = (225, 220, 210)


def main() -> None:
    """Make the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--all", type=Path, metavar="DIR", help="every page at 360, 768 and 1280 px, in DIR"
    )
    chosen = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = launch(playwright)
        if chosen.all:
            _take_all(browser, Path(folder), chosen.all)
        else:
            _take_readme(browser, Path(folder))
        browser.close()


# --- of the README ----------------------------------------------------------------------


def _take_readme(browser: Browser, folder: Path) -> None:
    README.mkdir(parents=True, exist_ok=True)
    with serving(folder, QUICKSCAN_WEB_PROCESSES="1") as service:
        with _window(browser, service, 1280) as window:
            window.go("/")
            _save(_top(window), README / "home.png")
            path = _example_result(window, service)
            window.wait_for_report()
            _save(_top(window), README / "result.png")
            cookies = window.page.context.cookies()
            report = _sample_report(window)
        with _window(browser, service, 360) as phone:
            phone.page.context.add_cookies([{**cookie} for cookie in cookies])  # type: ignore[typeddict-item]
            phone.go(path)
            _save(_top(phone), README / "result-phone.png")
    _save(_pages_side_by_side(report), README / "report.png")


def _example_result(window: Window, service: Service) -> str:
    """Answer the worked example, and return the address of its result."""
    catalogue = Catalogue.load([PROJECT / "questionnaires"])
    example = catalogue.scenarios(MAIN, 1)[0]
    answers: dict[str, object] = {str(id): given for id, given in example.answers.items()}
    answers["_rol"] = example.role
    window.go(f"/vragenlijst/{MAIN}/start")
    window.give(answers).forward()
    while "/onderdeel/" in window.path:
        window.give(answers)
    window.send()
    finish_on(service.database, window.ref, SAMPLE_DAY.isoformat())
    window.go(window.path)
    return window.path


def _sample_report(window: Window) -> bytes:
    until = time.monotonic() + REPORT_SECONDS
    while time.monotonic() < until:
        answer = window.page.context.request.get(
            f"{window.site}/vragenlijst/{MAIN}/voorbeeldrapport.pdf"
        )
        if answer.ok:
            return answer.body()
        time.sleep(0.5)
    raise TimeoutError("the sample report is not made")


def _top(window: Window) -> Image.Image:
    """Return the upper part of a page, cut where nothing is cut through."""
    size = window.page.viewport_size
    assert size is not None
    window.page.wait_for_load_state()
    window.find("async () => { await document.fonts.ready }")
    height = window.find(_WHERE_TO_CUT, _HIGHEST)
    clip = {"x": 0, "y": 0, "width": size["width"], "height": height}
    shot = window.page.screenshot(full_page=True, clip=clip)  # type: ignore[arg-type]
    return Image.open(BytesIO(shot))


def _pages_side_by_side(pdf: bytes) -> Image.Image:
    """Return the first two pages of a report on one picture."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.pdf"
        file.write_bytes(pdf)
        width = str((_WIDEST_REPORT - 3 * _GAP) // 2)
        command = ["pdftoppm", "-png", "-l", "2", "-scale-to-x", width, "-scale-to-y", "-1"]
        subprocess.run([*command, str(file), str(file.with_suffix(""))], check=True)
        pages = [
            Image.open(BytesIO(p.read_bytes())) for p in sorted(file.parent.glob("*.png"))
        ]
    size = (_WIDEST_REPORT, pages[0].height + 2 * _GAP)
    sheet = Image.new("RGB", size, _MAT)
    for number, page in enumerate(pages):
        sheet.paste(page, (_GAP + number * (page.width + _GAP), _GAP))
    return sheet


# --- all of them ------------------------------------------------------------------------


def _take_all(browser: Browser, folder: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    with serving(folder, QUICKSCAN_WORKERS="0", QUICKSCAN_WEB_PROCESSES="1") as service:
        with _window(browser, service, 1280) as window:
            album = [*Tour(window, service).walk(), *_example(window, service)]
        for width in WIDTHS:
            with _window(browser, service, width) as window:
                for number, picture in enumerate(album, 1):
                    show(window, picture, unfold="unfolded" in picture.name)
                    name = re.sub(r"[^a-z0-9]+", "-", picture.name.lower())
                    file = target / f"{number:02}-{name}-{width}.png"
                    window.page.screenshot(full_page=True, path=file)
    print(f"{len(album) * len(WIDTHS)} pictures in {target}")  # noqa: T201


def _example(window: Window, service: Service) -> Iterator[Picture]:
    tour = Tour(window, service)
    path = _example_result(window, service)
    put_report(service.database, window.ref)
    yield tour.take("result of the example", path)
    yield tour.take("result of the example, unfolded", path)


# --- together ---------------------------------------------------------------------------


@contextmanager
def _window(browser: Browser, service: Service, width: int) -> Iterator[Window]:
    context = browser.new_context(viewport={"width": width, "height": 800}, locale="nl-NL")
    yield Window(context.new_page(), service.address)
    context.close()


def _save(picture: Image.Image, file: Path) -> None:
    """Save a picture with a palette: a page has few colours."""
    colours = picture.convert("RGB").quantize(128, dither=Image.Dither.NONE)
    colours.save(file, optimize=True)
    print(f"{file.relative_to(PROJECT)} {picture.size} {file.stat().st_size // 1000} kB")  # noqa: T201
