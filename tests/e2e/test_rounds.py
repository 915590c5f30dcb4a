"""An organisation in a browser: from registration through two rounds to the reports."""

import pytest

from tests.e2e.coordinating import Coordinator
from tests.e2e.window import OpenWindow


def take_part(open_window: OpenWindow, site: str, link: str, option: str) -> None:
    """Someone follows the link of the team and answers everything."""
    person = open_window(site)
    person.go(link)
    person.send().forward().skip_to_result(option)
    assert person.path.endswith("/uitslag")
    person.page.context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("database", ["service", "on_postgres"])
def test_an_organisation_measures_its_teams_twice(
    open_window: OpenWindow, request: pytest.FixtureRequest, database: str, language: str
) -> None:
    site = request.getfixturevalue(database).address
    own = Coordinator(open_window(site, locale=language), language)
    own.register(f"{language}@voorbeeld.example")
    own.begin()
    own.draft()
    for _round in range(2):
        round_ = own.window.path
        link = own.open()
        for option in ("helemaal", "nog-niet") * 3:
            take_part(open_window, site, link, option)
        own.window.go(round_)
        own.close()
        own.follow("result")
        assert own.words["six"] in own.window.page.locator("main").inner_text()
        pdf = own.window.fetch(own.window.wait_for_report())
        assert pdf.startswith(b"%PDF-1.7")
        member = open_window(site, locale=language)
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
    link = own.invite()

    colleague = Coordinator(open_window(locale=language), language)
    colleague.window.go(link)
    colleague.follow("register")
    colleague.account(f"komt-{language}@voorbeeld.example")
    colleague.press("accept")

    colleague.follow("plan")
    own.window.go(link)
    assert own.window.page.title().startswith(own.words["used"])
