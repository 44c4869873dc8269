"""Axe, the checker behind most browsers' audits, on every view of the report."""

from pathlib import Path

import pytest

from provenance import api
from provenance.reporters.html import render
from provenance.reporters.palette import Style

axe_playwright = pytest.importorskip(
    "axe_playwright_python.base", reason="axe-playwright-python is not installed"
)

ROOT = Path(__file__).parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(options) => axe.run(document, options)"


@pytest.fixture(scope="session")
def axe():
    """Axe's own script."""
    return axe_playwright.AXE_FILE_PATH.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report():
    """A few articles of the sample corpus."""
    return api.check([str(ROOT / "seeds" / name) for name in ("newsloop", "reuters")])


def violations(watch, axe):
    """Rules that the page breaks as it stands, with the places."""
    if not watch.page.evaluate("'axe' in window"):
        watch.page.evaluate(axe)
    options = {"runOnly": TAGS, "resultTypes": ["violations"]}
    found = watch.page.evaluate(RUN, options)["violations"]
    return [
        (each["id"], each["impact"], [node["target"] for node in each["nodes"]]) for each in found
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_breaks_a_rule(opened, packed_page, axe, scheme):
    """Pages are unpacked one at a time, so that axe has only the one to look at."""
    watch = opened(packed_page, color_scheme=scheme)
    broken = {}
    for view in ("overview", "articles", "pairs", "a18", "p4"):
        watch.show(view)
        if found := violations(watch, axe):
            broken[view] = found
    assert broken == {}


def test_no_view_breaks_a_rule_on_a_phone_with_everything_unfolded(opened, packed_page, axe):
    watch = opened(packed_page)
    watch.page.set_viewport_size({"width": 360, "height": 800})
    broken = {}
    for view in ("overview", "articles", "a10", "p1"):
        watch.show(view)
        watch.page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = 1; })")
        if found := violations(watch, axe):
            broken[view] = found
    assert broken == {}


def test_the_long_document_breaks_no_rule(opened, report, axe):
    """Without scripts all views stand below one another, headings and regions too."""
    watch = opened(render(report, Style()))
    assert {"a1", "a2"} <= set(
        watch.page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    )
    watch.page.evaluate("document.documentElement.classList.remove('scripted')")
    assert violations(watch, axe) == []


def test_a_broken_rule_would_be_seen(opened, packed_page, axe):
    """A checker that never ran finds nothing either."""
    watch = opened(packed_page)
    watch.page.evaluate("byId('overview').append(document.createElement('img'))")
    assert [rule for rule, _, _ in violations(watch, axe)] == ["image-alt"]
