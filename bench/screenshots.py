"""Pictures of the HTML report on seeds/, one for each kind of view, and a printed page.

    python bench/screenshots.py OUT [--chromium PROGRAM]

OUT gets a PNG for each name in VIEWS and `printed.pdf`. The same program and fonts make the same
pictures.
"""

import argparse
import contextlib
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from provenance import api
from provenance.reporters.html import render
from provenance.reporters.palette import Style

ROOT = Path(__file__).parents[1]
DESK, PHONE = (1280, 900), (360, 740)
ARTICLE = "Convoy Crushed As Rockslide Shuts Vellmar Pass"
COPY = "Port at a standstill after night shift talks fail"

# Name: size of the window, colours, view, and what is done to it before the picture.
VIEWS = {
    "overview": (DESK, "light", "overview", ""),
    "overview-dark": (DESK, "dark", "overview", ""),
    "articles": (DESK, "light", "articles", ""),
    "articles-filtered": (DESK, "light", "articles", "byId('family').value = '1'; sift();"),
    "article": (DESK, "light", ARTICLE, ""),
    "article-dark": (DESK, "dark", ARTICLE, ""),
    "pair": (DESK, "light", COPY, "document.querySelector('.current a[href^=\"#p\"]').click();"),
    "article-phone": (PHONE, "light", ARTICLE, ""),
    "articles-phone": (PHONE, "dark", "articles", ""),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        file = Path(scratch) / "report.html"
        with contextlib.chdir(ROOT):  # So that paths are shown as from the checkout.
            file.write_bytes(render(api.check(["seeds"]), Style()))
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"]
        )
        for name, (size, scheme, view, act) in VIEWS.items():
            page = opened(browser, file, size, scheme, view)
            page.evaluate(act)
            page.wait_for_timeout(300)
            page.screenshot(path=options.out / f"{name}.png")
            page.context.close()
        page = opened(browser, file, DESK, "light", ARTICLE)
        page.pdf(path=options.out / "printed.pdf", format="A4")
        browser.close()


def opened(browser: Browser, file: Path, size: tuple[int, int], scheme: str, view: str) -> Page:
    """The report at a view: one of its parts, or the page of the article with that title."""
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(
        """async (view) => {
          while (!table.data) await new Promise((done) => setTimeout(done, 5));
          const row = table.data.title.indexOf(view);
          await go(row < 0 ? view : `a${row + 1}`);
          document.activeElement.blur();
        }""",
        view,
    )
    return page


if __name__ == "__main__":
    main()
