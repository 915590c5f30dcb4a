"""An organisation in a browser: from registration through two rounds to the reports."""

from datetime import date, timedelta

import pytest

from tests.e2e.inspecting import look, prepare
from tests.e2e.window import OpenWindow, Window

PASSWORD = "een lange zin als wachtwoord"
LOOKS = ("axe", "references", "groups", "headings", "targets", "cut", "letters", "sideways")
PRESS = {
    "nl": {
        "register": "Maak een account",
        "begin": "Maak de organisatie aan",
        "add": "Voeg toe",
        "plan": "Zet een meting klaar",
        "save": "Bewaar",
        "join": "laat meedoen",
        "read": "Lees na en open",
        "open": "Open de meting",
        "close": "Sluit de meting",
        "close_now": "Sluit de meting nu",
        "next": "Begin een volgende meting",
        "result": "Bekijk de uitslag van team Noord",
        "invite": "Nodig een coördinator uit",
        "link": "Maak een link",
        "accept": "Word coördinator",
        "used": "Deze uitnodiging werkt niet",
        "six": "Zes van de acht mensen deden mee.",
    },
    "en": {
        "register": "Make an account",
        "begin": "Make the organisation",
        "add": "Add",
        "plan": "Prepare a round",
        "save": "Save",
        "join": "let it take part",
        "read": "Read it over and open",
        "open": "Open the round",
        "close": "Close the round",
        "close_now": "Close the round now",
        "next": "Start the next measurement",
        "result": "See the result of team Noord",
        "invite": "Invite a coordinator",
        "link": "Make a link",
        "accept": "Become a coordinator",
        "used": "This invitation does not work",
        "six": "Six of the eight people took part.",
    },
}


class Coordinator:
    """Someone who measures teams, in one language."""

    def __init__(self, window: Window, language: str) -> None:
        self.window = window
        self.words = PRESS[language]

    def press(self, what: str) -> None:
        name = self.words[what]
        self.window.click(self.window.page.get_by_role("button", name=name, exact=True).first)

    def follow(self, what: str) -> None:
        name = self.words[what]
        self.window.click(self.window.page.get_by_role("link", name=name).first)

    def register(self, email: str) -> None:
        self.window.go("/organisatie/account")
        self.account(email)

    def account(self, email: str) -> None:
        self.window.page.fill("#email", email)
        self.window.page.fill("#wachtwoord", PASSWORD)
        self.press("register")

    def begin(self) -> None:
        self.window.page.fill("#naam", "Stichting Voorbeeld")
        self.press("begin")
        for team in ("Noord", "Zuid"):
            self.window.page.fill("#team", team)
            self.press("add")

    def draft(self) -> None:
        self.follow("plan")
        page = self.window.page
        page.fill("#naam", "Najaar")
        page.fill("#sluit", (date.today() + timedelta(days=10)).isoformat())  # noqa: DTZ011
        self.press("save")
        for size in ("8", "4"):
            self.follow("join")
            page.fill("#grootte", size)
            page.check("#rol--uitvoerder")
            page.check("#huidige-fase--doen")
            page.fill("#interventie", "Stoepgesprek")
            self.press("save")

    def open(self) -> str:
        self.follow("read")
        self.press("open")
        link = self.window.page.locator("a[href*='/meedoen/']").first.get_attribute("href")
        return str(link).removeprefix(self.window.site)

    def close(self) -> None:
        self.follow("close_now")
        self.press("close")


def take_part(open_window: OpenWindow, link: str, option: str) -> None:
    """Someone follows the link of the team and answers everything."""
    person = open_window()
    person.go(link)
    person.send().forward().skip_to_result(option)
    assert person.path.endswith("/uitslag")
    person.page.context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_organisation_measures_its_teams_twice(
    open_window: OpenWindow, language: str
) -> None:
    own = Coordinator(open_window(locale=language), language)
    own.register(f"{language}@voorbeeld.example")
    own.begin()
    own.draft()
    for _round in range(2):
        round_ = own.window.path
        link = own.open()
        for option in ("helemaal", "nog-niet") * 3:
            take_part(open_window, link, option)
        own.window.go(round_)
        own.close()
        own.follow("result")
        assert own.words["six"] in own.window.page.locator("main").inner_text()
        pdf = own.window.fetch(own.window.wait_for_report())
        assert pdf.startswith(b"%PDF-1.7")
        member = open_window(locale=language)
        member.go(link + "/uitslag")
        assert own.words["six"] in member.page.locator("main").inner_text()
        own.window.go(round_)
        own.press("next")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_colleague_is_invited_and_becomes_a_coordinator(
    open_window: OpenWindow, language: str
) -> None:
    own = Coordinator(open_window(locale=language), language)
    own.register(f"vraagt-{language}@voorbeeld.example")
    own.begin()
    own.follow("invite")
    own.window.page.check("#team-alle")
    own.press("link")
    link = own.window.page.locator("a[href*='/uitnodiging/']").first.get_attribute("href")

    colleague = Coordinator(open_window(locale=language), language)
    colleague.window.go(str(link).removeprefix(own.window.site))
    colleague.follow("register")
    colleague.account(f"komt-{language}@voorbeeld.example")
    colleague.press("accept")

    colleague.follow("plan")
    own.window.go(str(link).removeprefix(own.window.site))
    assert own.window.page.title().startswith(own.words["used"])


@pytest.mark.parametrize("width", [1280, 768, 320])
def test_the_pages_of_a_round_are_for_everybody(open_window: OpenWindow, width: int) -> None:
    window = open_window(width=width)
    own = Coordinator(window, "nl")
    found = {
        "aanmelden": _faults(window, "/organisatie/aanmelden"),
        "account": _faults(window, "/organisatie/account"),
    }
    own.register(f"breed-{width}@voorbeeld.example")
    found["organisaties"] = _faults(window)
    own.begin()
    organisation = window.path
    found["organisatie"] = _faults(window)
    found["uitnodigen"] = _faults(window, f"{organisation}uitnodiging")
    window.page.get_by_role("button", name="Maak een link").click()
    found["uitnodigen, fout"] = _faults(window)
    window.page.check("#team-alle")
    window.page.get_by_role("button", name="Maak een link").click()
    found["uitnodigingen"] = _faults(window)
    link = window.page.locator("a[href*='/uitnodiging/']").first.get_attribute("href")
    invitation = str(link).removeprefix(window.site)
    found["uitgenodigd"] = _faults(window, invitation)
    found["uitgenodigd, wie"] = _faults(open_window(width=width), invitation)
    found["plan"] = _faults(window, f"{organisation}meting")
    window.go(organisation)
    own.draft()
    round_ = window.path
    found["concept"] = _faults(window)
    window.page.get_by_role("link", name="Wijzig Noord").click()
    found["team"] = _faults(window)
    window.page.fill("#grootte", "veel")
    own.press("save")
    found["team, fout"] = _faults(window)
    found["openen"] = _faults(window, f"{round_}/openen")
    window.go(round_)
    link = own.open()
    found["open"] = _faults(window)
    found["uitnodiging"] = _faults(window, link)
    found["sluiten"] = _faults(window, f"{round_}/sluiten")
    for option in ("helemaal", "nog-niet", "voor-een-deel") * 2:
        take_part(open_window, link, option)
    window.go(round_)
    own.close()
    found["gesloten"] = _faults(window)
    own.follow("result")
    found["uitslag"] = _faults(window)
    window.go(round_)
    window.page.get_by_role("link", name="Bekijk de uitslag van team Zuid").click()
    found["te weinig"] = _faults(window)
    found["wachtwoord"] = _faults(window, "/organisatie/wachtwoord")

    assert {name: faults for name, faults in found.items() if faults} == {}


def _faults(window: Window, path: str = "") -> dict[str, list[str]]:
    if path:
        window.go(path)
    prepare(window)
    return {what: found for what in LOOKS if (found := look(window, what))}
