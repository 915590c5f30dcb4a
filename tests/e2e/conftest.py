"""Chromium, the real service, and windows in which nothing may come from elsewhere."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.e2e.album import Picture, Tour
from tests.e2e.browser import launch
from tests.e2e.inspecting import Findings, inspect
from tests.e2e.service import Service, serving
from tests.e2e.window import OpenWindow, Window
from tests.postgres import Postgres

_SECONDS = 20


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Quickscan with a worker."""
    with serving(tmp_path_factory.mktemp("service")) as started:
        yield started


@pytest.fixture(scope="session")
def on_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres: Postgres
) -> Iterator[Service]:
    """Quickscan with a worker, on PostgreSQL."""
    folder, url = tmp_path_factory.mktemp("postgres"), postgres.create()
    with serving(folder, QUICKSCAN_DATABASE_URL=url) as started:
        yield started
    postgres.drop(url)


@pytest.fixture(scope="session")
def workless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Quickscan without a worker: here reports are wanted and never made."""
    folder = tmp_path_factory.mktemp("workless")
    with serving(folder, QUICKSCAN_WORKERS="0", QUICKSCAN_WEB_PROCESSES="1") as started:
        yield started


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    browser = launch(playwright)
    yield browser
    browser.close()


class Watcher:
    """Hears what goes on in windows: what is asked elsewhere, and what goes wrong."""

    def __init__(self) -> None:
        self.sites: set[str] = set()
        self.elsewhere: list[str] = []
        self.faults: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._watch_page)

    def check(self) -> None:
        assert self.elsewhere == []
        assert self.faults == []

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" not in self.sites:
            self.elsewhere.append(url)

    def _watch_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda message: self._said(message.text))

    def _said(self, words: str) -> None:
        if "Content Security Policy" in words or "Permissions policy" in words:
            self.faults.append(words)


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    """Fails the test that asked another site for anything, or whose scripts failed."""
    own = Watcher()
    yield own
    own.check()


@pytest.fixture
def open_window(chromium: Browser, service: Service, watcher: Watcher) -> Iterator[OpenWindow]:
    """Opens windows of visitors who share nothing, each as wide and able as told."""
    contexts: list[BrowserContext] = []

    def open_one(
        site: str = "", *, width: int = 1280, height: int = 900, **can: Any
    ) -> Window:
        site = site or service.address
        watcher.sites.add(site)
        context = chromium.new_context(
            viewport={"width": width, "height": height}, **{"locale": "nl-NL", **can}
        )
        context.set_default_timeout(1000 * _SECONDS)
        watcher.watch(context)
        contexts.append(context)
        return Window(context.new_page(), site)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def window(open_window: Callable[..., Window]) -> Window:
    """A Dutch visitor at a desk who has just arrived."""
    return open_window()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    return tmp_path


@pytest.fixture(scope="session")
def album(chromium: Browser, workless: Service) -> tuple[Picture, ...]:
    """Every page in every state, as the service sent it."""
    with _settled(chromium, workless) as window:
        return tuple(Tour(window, workless).walk())


@contextmanager
def _settled(chromium: Browser, service: Service) -> Iterator[Window]:
    """Open a window for longer than one test; in it too, nothing comes from elsewhere."""
    watcher = Watcher()
    watcher.sites.add(service.address)
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(1000 * _SECONDS)
    watcher.watch(context)
    yield Window(context.new_page(), service.address)
    context.close()
    watcher.check()


@pytest.fixture(scope="session")
def findings(chromium: Browser, album: tuple[Picture, ...], workless: Service) -> Findings:
    """Everything that is wrong with the pages of the album, by what was looked for."""
    with _settled(chromium, workless) as window:
        found = inspect(window, album)
    return defaultdict(dict, found)
