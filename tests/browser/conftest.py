"""Reports opened in a real browser, which tells of everything it was asked to do."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from provenance import api
from provenance.reporters.html import render
from provenance.reporters.palette import Style

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium():
    """A browser without a window; tests of pages are skipped where there is none to be had."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip(f"there is no {', '.join(BROWSERS)} on the path")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page with all that it said and asked for.

    Attributes:
        requests: Addresses that it wanted to load, its own first.
        said: What it wrote to the console, errors of scripts and refusals of its policy too.
        dialogs: Messages that it showed.
    """

    page: object
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def show(self, anchor):
        """Goes to a view as a link would, and waits until it stands."""
        self.page.evaluate("(anchor) => { location.hash = anchor; }", anchor)
        self.until(f"current?.id === '{anchor}'")

    def until(self, condition):
        """Waits for a condition; what playwright has for that is refused by the page's policy."""
        for _ in range(1_000):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(10)
        raise AssertionError(f"waited in vain for {condition}")

    def shown(self):
        """The ids of the views that can be seen."""
        return self.page.eval_on_selector_all(
            "main > section, #pages > *",
            "views => views.filter((view) => view.checkVisibility()).map((view) => view.id)",
        )

    def titles(self):
        """The titles in the table of articles, as drawn."""
        return self.page.locator("#rows th > a, #rows th > bdi:first-child").all_text_contents()


@pytest.fixture
def opened(chromium, tmp_path):
    """Opens a page from a disk. What it says or asks for besides itself fails the test."""
    contexts = []
    watched = []

    def _opened(page, anchor="", *, ready=True, **options):
        file = tmp_path / f"report-{len(contexts)}.html"
        file.write_bytes(page)
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        watch = Watched(context.new_page())
        watch.page.on("request", lambda request: watch.requests.append(request.url))
        watch.page.on("console", lambda message: watch.said.append(message.text))
        watch.page.on("pageerror", lambda error: watch.said.append(str(error)))
        watch.page.on(
            "dialog", lambda dialog: (watch.dialogs.append(dialog.message), dialog.dismiss())
        )
        context.on("page", lambda page: watch.said.append("another page was opened"))
        watch.page.goto(f"{file.as_uri()}{anchor}")
        if ready:
            watch.until("table.data !== null && current !== null")
        watched.append((watch, file.as_uri()))
        return watch

    yield _opened
    for watch, address in watched:
        others = [url for url in watch.requests if url.partition("#")[0] != address]
        assert (others, watch.said, watch.dialogs) == ([], [], [])
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def sample():
    """The report on the sample corpus."""
    return api.check([str(ROOT / "seeds")])


@pytest.fixture(scope="session")
def sample_page(sample):
    return render(sample, Style())


@pytest.fixture
def packed_page(sample, monkeypatch):
    """The same report as if it were too large for one document."""
    monkeypatch.setattr("provenance.reporters.html.paging.STANDING_FINDINGS", 0)
    monkeypatch.setattr("provenance.reporters.html.packing._PLAIN", 0)
    page = render(sample, Style())
    assert b"<article" not in page
    return page
