"""An album of every page and every state: taken once, looked at by many tests.

A picture is what the server sent for a page, with its address. A window can show exactly that
page again, with its own styles and scripts, and without asking the server.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Response, Route

from tests.e2e import album_rounds, album_together
from tests.e2e.rows import fail_report, put_report
from tests.e2e.service import Service
from tests.e2e.window import FORM, MAIN, Window

UNFOLD = "() => { for (const part of document.querySelectorAll('details')) part.open = true }"


@dataclass(frozen=True, slots=True)
class Picture:
    """One page in one state, as it was sent."""

    name: str
    url: str
    status: int
    headers: dict[str, str]
    html: str


def show(window: Window, picture: Picture, *, unfold: bool = True) -> None:
    """Show a page of the album, if wanted with everything unfolded that can be."""
    page, address = window.page, picture.url.partition("#")[0]

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            body = picture.html.encode()
            route.fulfill(status=picture.status, headers=picture.headers, body=body)
        else:
            route.fallback()

    page.route(address, answer)
    page.goto(address, wait_until="load")
    page.unroute(address)
    if unfold:
        page.evaluate(UNFOLD)


class Tour:
    """A walk past every page and every state, with a camera.

    The service must have no worker: reports are wanted and never made, and the tour itself
    says how it stands with them.
    """

    def __init__(self, window: Window, service: Service) -> None:
        self.window = window
        self.service = service
        self._last: Response | None = None
        window.page.on("response", self._keep)

    def _keep(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self._last = response

    def take(self, name: str, path: str = "") -> Picture:
        """Return what was sent for the page where the window is now, or for this path."""
        if path:
            self.window.go(path)
        response = self._last
        assert response is not None
        unwanted = ("set-cookie", "content-length", "connection", "date")
        return Picture(
            name=name,
            url=response.url,
            status=response.status,
            headers={k: v for k, v in response.headers.items() if k not in unwanted},
            html=response.text(),
        )

    def walk(self) -> Iterator[Picture]:
        """Go past everything."""
        yield from self._public_pages()
        yield from self._answering()
        ref = self.window.ref
        yield from self._kinds_of_questions()
        yield from self._after(ref)
        yield from self._next_measurement(ref)
        yield from album_together.walk(self)
        yield from album_rounds.walk(self)

    def _public_pages(self) -> Iterator[Picture]:
        for name, path in (
            ("home", "/"),
            ("introduction", f"/vragenlijst/{MAIN}/"),
            ("statements", f"/vragenlijst/{MAIN}/stellingen?rol=uitvoerder"),
            ("sample waiting", f"/vragenlijst/{MAIN}/voorbeeldrapport.pdf"),
            ("privacy", "/privacy"),
            ("accessibility", "/toegankelijkheid"),
            ("calculation", "/rekenen"),
            ("colophon", "/colofon"),
            ("gone", "/gewist"),
            ("left", "/afgesloten"),
            ("404", "/bestaat-niet"),
        ):
            yield self.take(name, path)
        self.window.go("/")
        self.window.page.fill("#code", "H47M")
        self._press("Ga verder")
        yield self.take("home with a wrong code")

    def _answering(self) -> Iterator[Picture]:
        """From the start to all answers; ends there, on the Implementatie-Quickscan."""
        yield self.take("start", f"/vragenlijst/{MAIN}/start")
        self.window.send()
        yield self.take("start with errors")
        self.window.choose("organisatie", "doen")
        self.window.page.fill("#interventie", "Stoepgesprek")
        self.window.send()
        yield self.take("code")
        self.window.forward()
        yield self.take("section")
        self.window.send()
        yield self.take("section with errors")
        ref = self.window.ref
        yield self.take("overview", f"/scan/{ref}/")
        yield self.take("start again", f"/scan/{ref}/start")
        yield self.take("review with open questions", f"/scan/{ref}/antwoorden")
        self.window.send()
        yield self.take("review with errors")
        self.window.go(f"/scan/{ref}/")
        self.window.forward()
        self.window.page.fill("#_notitie", "Vraag dit na.\nBij de gemeente.")
        self.window.send()
        self.window.go(f"/scan/{ref}/")
        self.window.forward().skip_to_review("een-begin")
        yield self.take("overview, all done", f"/scan/{ref}/")
        yield self.take("review", f"/scan/{ref}/antwoorden")

    def _kinds_of_questions(self) -> Iterator[Picture]:
        """A questionnaire without roles and without a path, up to who reads its result."""
        self.window.go("/vragenlijst/soorten/start")
        self.window.page.fill("#aantal", "veel")
        self.window.send()
        yield self.take("a number that does not fit")
        self.window.page.fill("#aantal", "3")
        self.window.send()
        self.window.go(f"/scan/{self.window.ref}/")
        self.window.forward()
        self.window.choose("wel", "ja")
        self.window.send()
        yield self.take("a page with a question that came up")
        self.window.page.fill("#wat", "Van alles.")
        self.window.send()
        self._tick("#welke--boek", "#welke--geen")
        self.window.send()
        yield self.take("options that exclude each other")
        self._tick("#welke--geen")
        self.window.send().send()
        yield self.take("result, report wanted")
        ref = self.window.ref
        fail_report(self.service.database, ref)
        yield self.take("result, report failed", f"/scan/{ref}/uitslag")
        put_report(self.service.database, ref)
        yield self.take("result, report ready", f"/scan/{ref}/uitslag")
        yield self.take("share", f"/scan/{ref}/delen")
        self._press("Maak een leescode")
        yield self.take("share with a code")
        reading = self.window.page.locator("a[href*='/lees/']").get_attribute("href")
        yield self.take("result for a reader", str(reading).removeprefix(self.window.site))

    def _after(self, ref: str) -> Iterator[Picture]:
        self.window.go(f"/scan/{ref}/antwoorden")
        self.window.send()
        yield self.take("409", f"/scan/{ref}/onderdeel/doen")
        yield self.take("actions", f"/scan/{ref}/acties")
        boxes = self.window.page.locator("main input[type=checkbox]").all()
        for box in boxes[:4]:
            box.check()
        self._press("Bewaar onze keuze")
        yield self.take("actions with errors")
        self.window.page.locator("main input[type=checkbox]").first.uncheck()
        self._press("Bewaar onze keuze")
        yield self.take("result with a choice")
        yield self.take("delete", f"/scan/{ref}/wissen")

    def _next_measurement(self, ref: str) -> Iterator[Picture]:
        yield self.take("following", f"/scan/{ref}/volgende")
        self.window.send().forward().skip_to_result("helemaal")
        yield self.take("result of all good answers")
        yield self.take("compare", f"/scan/{self.window.ref}/vergelijk")

    # --- small steps --------------------------------------------------------------------

    def _press(self, words: str) -> None:
        self.window.click(self.window.page.get_by_role("button", name=words).first)

    def _tick(self, *boxes: str) -> None:
        """Tick these boxes, and no others."""
        for box in self.window.page.locator(f"{FORM} input[type=checkbox]").all():
            box.uncheck()
        for box_id in boxes:
            self.window.page.check(box_id)
