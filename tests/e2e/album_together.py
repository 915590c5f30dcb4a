"""The pages of filling in together for the album, and those of a team that is too small."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.e2e.coordinating import Coordinator
from tests.e2e.window import MAIN

if TYPE_CHECKING:
    from tests.e2e.album import Picture, Tour


def walk(tour: "Tour") -> Iterator["Picture"]:
    """Go past everything of one scan at one screen, up to its result."""
    window = tour.window
    yield tour.take("together", f"/vragenlijst/{MAIN}/samen")
    window.forward()
    yield tour.take("together, start")
    window.choose("organisatie", "ontwikkelen")
    window.send()
    yield tour.take("together, code")
    window.forward()
    yield tour.take("together, statement")
    window.page.check("#_oneens")
    window.page.fill("#_verschil", "De een ziet het wel, de ander niet.")
    window.send()
    yield tour.take("together, statement with errors")
    window.page.uncheck("#_oneens")
    window.page.locator(".statement input").first.check()
    window.send()
    yield tour.take("together, note with errors")
    window.page.check("#_oneens")
    window.send()
    while "/samen/" in window.path:
        window.page.locator(".statement input").nth(1).check()
        window.send()
    yield tour.take("together, review")
    yield tour.take("together, overview", f"/scan/{window.ref}/")
    window.go(f"/scan/{window.ref}/antwoorden")
    window.send()
    yield tour.take("together, result")


def small_team(tour: "Tour", own: Coordinator) -> Iterator["Picture"]:
    """Join a team that is too small with another, and take them apart again; in a draft."""
    page, draft = own.window.page, own.window.path
    page.get_by_role("link", name="Wijzig Zuid").click()
    yield tour.take("round, small team")
    page.check("#manier--voeg")
    own.press("save")
    yield tour.take("round, join")
    page.get_by_role("button", name="Verder").click()
    yield tour.take("round, join with errors")
    page.locator("[name=team]:not(:checked)").first.check()
    page.get_by_role("button", name="Verder").click()
    yield tour.take("round, joined")
    page.fill("#grootte", "3")
    own.press("save")
    yield tour.take("round, joined with errors")
    own.window.go(draft)
