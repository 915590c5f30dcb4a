"""Someone who measures teams, in a window of the browser and in one language."""

from datetime import date, timedelta

from tests.e2e.window import Window

PASSWORD = "een lange zin als wachtwoord"
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
        "none": "Bekijk de uitslag van team Zuid",
        "change": "Wijzig Noord",
        "ask": "Stel zelf een vraag",
        "change_other": "Wijzig Zuid",
        "along": "Maak een link om mee te lezen",
        "poster": "Poster (pdf)",
        "go_on": "Ga verder",
        "back": "Terug",
        "enter": "Meld aan",
        "leave": "Meld af",
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
        "none": "See the result of team Zuid",
        "change": "Change Noord",
        "ask": "Ask a question of your own",
        "change_other": "Change Zuid",
        "along": "Make a link to read along",
        "poster": "Poster (pdf)",
        "go_on": "Go on",
        "back": "Back",
        "enter": "Sign in",
        "leave": "Sign out",
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

    def account(self, email: str, how: str = "register") -> None:
        self.window.page.fill("#email", email)
        self.window.page.fill("#wachtwoord", PASSWORD)
        self.press(how)

    def begin(self) -> None:
        self.window.page.fill("#naam", "Stichting Voorbeeld")
        self.press("begin")
        for team in ("Noord", "Zuid"):
            self.window.page.fill("#team", team)
            self.press("add")

    def invite(self) -> str:
        """Make a link for a coordinator of all teams; return its path."""
        self.window.page.check("#team-alle")
        self.press("link")
        return self._path_of("/uitnodiging/")

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
            if size == "4":
                page.check("#manier--overig")
                self.press("save")

    def draw_cards(self) -> None:
        """Let the other team of a draft draw cards."""
        self.follow("change_other")
        self.window.page.check("#deelname--kaartjes")
        self.press("save")

    def share(self) -> str:
        """Make a link to read a round along; return its path."""
        self.press("along")
        return self._path_of("/meelezen/")

    def open(self) -> str:
        self.follow("read")
        self.press("open")
        return self._path_of("/meedoen/")

    def close(self) -> None:
        self.follow("close_now")
        self.press("close")

    def link_of_other(self) -> str:
        """Return the link of the other team, on the page of an open round."""
        return self._path_of("/meedoen/", 1)

    def _path_of(self, part: str, number: int = 0) -> str:
        found = self.window.page.locator(f"a[href*='{part}']")
        link = found.nth(number).get_attribute("href")
        return str(link).removeprefix(self.window.site)
