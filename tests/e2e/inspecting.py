"""Inspects every page of the album once, in every way, and keeps what was found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT

from tests.e2e.album import Picture, show
from tests.e2e.window import Window

Findings = Mapping[str, Mapping[str, list[str]]]
"""By what was looked for: the faults by the name of the page; a page without has no entry."""

_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_AXE = """async (tags) => {
  const options = { runOnly: tags, resultTypes: ["violations"], preload: false };
  const found = await axe.run(document, options);
  return found.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)}`));
}"""  # noqa: E501  JavaScript
_OWN = Path(__file__).with_suffix(".js").read_text()

_LOOKS: Mapping[tuple[int, int], tuple[str, ...]] = {
    (1280, 900): (
        "axe",
        "references",
        "groups",
        "headings",
        "targets",
        "cut",
        "letters",
        "spaced",
    ),
    (768, 900): ("cut", "letters", "sideways"),
    (360, 640): ("axe", "cut", "letters"),
    (320, 640): ("sideways", "targets", "cut", "letters", "spaced"),
    (320, 256): ("sideways",),
}
"""What is looked for at which size; the last is 1280 × 1024 at 400 %."""


def inspect(window: Window, album: Iterable[Picture]) -> Findings:
    """Return everything that is wrong, as in `cut at 320 × 640` and `flat`."""
    findings: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for picture in album:
        show(window, picture)
        for what, faults in _found(window):
            if faults:
                findings[what][picture.name] = faults
    return findings


def _found(window: Window) -> Iterable[tuple[str, list[str]]]:
    page = window.page
    prepare(window)
    for (width, height), looks in _LOOKS.items():
        page.set_viewport_size({"width": width, "height": height})
        for what in looks:
            yield f"{what} at {width} × {height}", look(window, what)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for what in ("flat", "moving"):
        yield what, look(window, what)
    page.emulate_media(forced_colors="none", reduced_motion="no-preference")


def prepare(window: Window) -> None:
    """Bring the tools of the inspection into the page."""
    window.page.evaluate(AXE_SCRIPT)
    window.page.evaluate(_OWN)


def look(window: Window, what: str) -> list[str]:
    """Look for one kind of fault, and return a sentence for each."""
    if what == "axe":
        faults = window.page.evaluate(_AXE, list(_AXE_TAGS))
    else:
        faults = window.page.evaluate(f"() => inspecting.{what}()")
    return [str(fault) for fault in faults]
