"""A window of the browser in which a visitor goes about, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, Response

MAIN = "implementatie-quickscan"
REPORT_LINK = 'a[type="application/pdf"]:not([rel=help])'
REPORT_SECONDS = 60
WAY_FORWARD = 'main a[rel="next"]'
FORM = "form[data-next]"

CHOOSE = """([option, form]) => {
  for (const group of document.querySelectorAll(`${form} fieldset`)) {
    const wanted = group.querySelector(`input[value="${option}"]`);
    if (wanted) wanted.checked = true;
  }
}"""

ANSWER = """async (option) => {
  let url = location.href;
  for (let pages = 0; url.includes("/onderdeel/") && pages < 20; pages += 1) {
    const page = new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
    const form = page.querySelector("form[data-next]");
    for (const group of form.querySelectorAll("fieldset"))
      group.querySelector(`input[value="${option}"]`).checked = true;
    const body = new URLSearchParams(new FormData(form));
    url = (await fetch(url, { method: "POST", body })).url;
  }
  return new URL(url).pathname;
}"""

OpenWindow = Callable[..., "Window"]


class Window:
    """One window, on one site; it knows only links with `rel=next` and `form[data-next]`."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site

    # --- going about --------------------------------------------------------------------

    def go(self, path: str) -> Response:
        """Open a page of the site."""
        response = self.page.goto(self.site + path, wait_until="domcontentloaded")
        assert response is not None
        return response

    def forward(self) -> "Window":
        """Follow the one link that is the way forward."""
        return self.click(self.page.locator(WAY_FORWARD).first)

    def send(self) -> "Window":
        """Send the one form that is the way forward, with its first button."""
        return self.click(self.first_button)

    def click(self, what: Locator) -> "Window":
        """Click on something that leads to another page, and wait for that page."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            what.click()
        return self

    def begin(
        self, *, role: str = "organisatie", phase: str = "doen", name: str = "Stoepgesprek"
    ) -> "Window":
        """Go from the introduction to the first statements of the Implementatie-Quickscan."""
        if not self.path.startswith("/vragenlijst/"):
            self.go(f"/vragenlijst/{MAIN}/")
        self.forward()
        self.page.locator(f'{FORM} input[value="{role}"]').check()
        self.page.locator(f'{FORM} input[name="huidige-fase"][value="{phase}"]').check()
        self.page.locator(f'{FORM} input[name="interventie"]').fill(name)
        return self.send().forward()

    def answer_page(self, option: str = "grotendeels") -> "Window":
        """Choose the same answer for every statement on the page, and send."""
        self.choose(option)
        return self.send()

    def choose(self, *options: str) -> None:
        """Choose these options wherever the form offers them."""
        for option in options:
            self.page.evaluate(CHOOSE, [option, FORM])

    def click_page(self, option: str) -> "Window":
        """Click on the same answer for every statement on the page, and send."""
        for statement in self.page.locator(f"{FORM} fieldset").all():
            statement.locator(f'input[value="{option}"]').check()
        return self.send()

    def give(self, answers: Mapping[str, object]) -> "Window":
        """Give these answers, as far as the page asks for them, and send."""
        for field in self.page.locator(
            f"{FORM} :is(input:not([type=hidden]), textarea)"
        ).all():
            answer = answers.get(field.get_attribute("name") or "")
            given = list(answer) if isinstance(answer, tuple) else [answer]
            if field.get_attribute("type") not in ("radio", "checkbox"):
                field.fill(str(answer or ""))
            elif field.get_attribute("value") in given:
                field.check()
        return self.send()

    def answer_all(self, option: str = "grotendeels") -> "Window":
        """Choose the same answer on page after page, until all answers are shown."""
        while "/onderdeel/" in self.page.url:
            self.answer_page(option)
        return self

    def skip_to_review(self, option: str = "grotendeels") -> "Window":
        """Have all pages from here on answered without looking at them."""
        self.go(self.page.evaluate(ANSWER, option))
        return self

    def skip_to_result(self, option: str = "grotendeels") -> "Window":
        """Have everything from here on answered without looking, and finish."""
        return self.skip_to_review(option).send()

    # --- looking ------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """The address of the page within the site."""
        return self.page.url.removeprefix(self.site)

    @property
    def ref(self) -> str:
        """The reference of the scan in the address."""
        return self.path.split("/")[2]

    @property
    def first_button(self) -> Locator:
        """The first button of the form that is the way forward."""
        return self.page.locator(f"{FORM} button").first

    @property
    def report(self) -> Locator:
        """The link to the finished report."""
        return self.page.locator(REPORT_LINK).first

    def wait_for_report(self) -> str:
        """Wait until the page shows by itself that the report is there; return its address."""
        self.report.wait_for(timeout=1000 * REPORT_SECONDS)
        return str(self.report.get_attribute("href"))

    def fetch(self, path: str) -> bytes:
        """Get a file with the cookies of this window."""
        response = self.page.context.request.get(self.site + path)
        assert response.ok, response.status
        return response.body()

    def find(self, script: str, argument: Any = None) -> Any:
        """Return what a function of JavaScript finds on the page."""
        return self.page.evaluate(script, argument)
