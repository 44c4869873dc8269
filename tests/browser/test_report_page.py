"""The report in a browser: one view at a time, found by keys, filters and addresses."""

import json

import pytest

from provenance import api
from provenance.reporters.html import render
from provenance.reporters.palette import Style

FERRY = "Ferry line carries 3 million and cuts 40 jobs"
QUOTED = "Bridge opening in sight, county engineer says"


def focused(watch):
    return watch.page.evaluate("document.activeElement.textContent.trim()")


def anchor_of(watch, title):
    """The anchor of an article, looked up in the table's own data."""
    number = watch.page.evaluate("(title) => table.data.title.indexOf(title) + 1", title)
    assert number
    return f"a{number}"


def test_the_overview_is_the_first_view(opened, sample_page):
    watch = opened(sample_page)
    assert watch.shown() == ["overview"]
    assert watch.page.locator("h2:visible").first.text_content() == "Gate failed"


def test_without_scripts_everything_stands_one_below_the_other(opened, sample_page):
    """A page that was mailed, or saved by an archive, may not run any."""
    watch = opened(sample_page, ready=False, java_script_enabled=False)
    for place in ("#overview", "#articles", "#pairs", "#a1", "#a39", "#p1"):
        assert watch.page.locator(place).is_visible(), place
    for tool in (".filters", ".tools", "#along", "#absent"):
        assert watch.page.locator(tool).is_hidden(), tool
    assert watch.page.locator("#rows tr").count() == 39


@pytest.mark.parametrize("kind", ["sample_page", "packed_page"])
def test_a_link_of_the_table_leads_to_the_article_and_back_to_the_table(opened, request, kind):
    watch = opened(request.getfixturevalue(kind), "#articles")
    watch.page.get_by_role("link", name=FERRY).click()
    anchor = anchor_of(watch, FERRY)
    watch.until(f"current.id === '{anchor}'")
    assert watch.shown() == [anchor]
    assert focused(watch) == FERRY
    assert watch.page.title() == f"{FERRY} · News text check"
    watch.page.go_back()
    watch.until("current.id === 'articles'")
    assert watch.shown() == ["articles"]
    assert watch.page.title() == "Articles · News text check"


@pytest.mark.parametrize("kind", ["sample_page", "packed_page"])
def test_an_address_with_an_anchor_opens_that_page(opened, request, kind):
    """So that an editor can send a colleague to one article, or one finding in it."""
    page = request.getfixturevalue(kind)
    assert opened(page, "#a5").shown() == ["a5"]
    assert opened(page, "#p2").shown() == ["p2"]
    ferry = anchor_of(opened(page), FERRY)
    watch = opened(page, f"#{ferry}n2")
    assert watch.shown() == [ferry]
    assert watch.page.evaluate("document.activeElement.id") == f"{ferry}n2"


def test_an_address_of_a_finding_that_is_gone_opens_its_article(opened, packed_page):
    assert opened(packed_page, "#a5n999").shown() == ["a5"]


def test_the_view_is_back_where_it_was_scrolled(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.evaluate("window.scrollTo(0, 400)")
    watch.until("scrolled.get('articles') === 400")
    watch.show("a1")
    assert watch.page.evaluate("window.scrollY") == 0
    watch.page.go_back()
    watch.until("current.id === 'articles' && window.scrollY === 400")


def test_an_unknown_address_says_so(opened, sample_page):
    watch = opened(sample_page, "#a9999")
    assert watch.shown() == ["absent"]
    assert "Nothing in this report" in watch.page.locator("#absent").text_content()
    watch.show("overview")
    assert watch.shown() == ["overview"]


def test_an_article_whose_page_was_left_out_says_so(opened, sample, monkeypatch):
    monkeypatch.setattr("provenance.reporters.html.paging.STANDING_FINDINGS", 0)
    monkeypatch.setattr("provenance.reporters.html.paging.MOST_PAGES", 2)
    watch = opened(render(sample, Style()), "#a1")
    assert watch.shown() == ["absent"]
    assert "was left out" in watch.page.locator("#absent").text_content()
    watch.show("articles")
    assert watch.page.locator("#rows a").count() == 2


def test_the_table_opens_with_most_errors_first(opened, sample_page):
    watch = opened(sample_page, "#articles")
    errors = watch.page.locator("#rows tr td:nth-child(6)").all_text_contents()
    assert list(map(int, errors)) == sorted(map(int, errors), reverse=True)
    assert watch.titles()[0] == FERRY


def test_the_script_draws_the_rows_that_were_written(opened, sample_page):
    """Readers with and without scripts see the same table."""
    plain = opened(sample_page, "#articles", ready=False, java_script_enabled=False)
    drawn = opened(sample_page, "#articles")
    rows = [
        [" ".join(text.split()) for text in watch.page.locator("#rows tr").all_text_contents()]
        for watch in (plain, drawn)
    ]
    assert [row.replace(" ", "") for row in rows[0]] == [row.replace(" ", "") for row in rows[1]]


def test_search_narrows_the_table_by_every_word_whatever_its_case(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.fill("#search", "HARBOUR gazette fire")
    assert watch.titles() == ["After the cannery fire, a town asks about a valve"]
    assert watch.page.locator("#shown").text_content() == "1 of 39 articles"


def test_search_overlooks_accents(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.fill("#search", "sagewerk geloscht")
    assert watch.titles() == ["Feuer im Sägewerk Hinterau schnell gelöscht"]


def test_filters_keep_what_has_such_findings(opened, sample, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.select_option("#family", label="figures (NUM)")
    watch.page.select_option("#severity", label="error")
    found = sample.findings
    expected = {
        article_id
        for rule_id, article_id, severity in found.select(
            "rule_id", "article_id", "severity"
        ).iter_rows()
        if rule_id.startswith("NUM") and severity == "error"
    }
    assert len(watch.titles()) == len(expected) == 1
    watch.page.get_by_role("button", name="Show all").click()
    assert len(watch.titles()) == 39


def test_the_outlet_filter_keeps_one_outlet(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.select_option("#outlet", label="NewsLoop")
    outlets = watch.page.locator("#rows .outlet").all_text_contents()
    assert outlets == ["NewsLoop"] * 4


def test_shared_text_can_be_asked_for_by_its_length(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.fill("#shared", "100")
    words = watch.page.locator("#rows td:last-child").all_text_contents()
    assert len(words) == 4
    assert min(map(int, words)) >= 100


def test_quotations_can_be_left_out_of_counts_and_pages(opened, sample_page):
    watch = opened(sample_page, "#articles")
    row = watch.page.locator("#rows tr", has_text=QUOTED)
    before = row.locator("td").all_text_contents()[4:]
    watch.page.check("#quotations")
    after = row.locator("td").all_text_contents()[4:]
    assert (before, after) == (["0", "1", "3", "20"], ["0", "0", "0", "0"])
    watch.show(anchor_of(watch, QUOTED))
    assert watch.page.locator("#pages > .current .finding:visible").count() == 0
    assert "quotations are left out" in watch.page.locator(".sifted").text_content()


@pytest.mark.parametrize("column", ["score", "title", "outlet", "date", "words", "shared"])
def test_a_heading_sorts_by_its_column_and_back(opened, sample_page, column):
    watch = opened(sample_page, "#articles")
    heading = watch.page.locator(f"th[data-column={column}]")
    place = watch.page.locator("#articles thead th").evaluate_all(
        "(all, column) => all.findIndex((th) => th.dataset.column === column)", column
    )
    heading.get_by_role("button").click()
    first = heading.get_attribute("aria-sort")
    once = cells(watch, place, column)
    heading.get_by_role("button").click()
    again = cells(watch, place, column)
    assert {first, heading.get_attribute("aria-sort")} == {"ascending", "descending"}
    rising = once if first == "ascending" else again
    falling = again if first == "ascending" else once
    assert rising == sorted(rising)
    assert falling == sorted(falling, reverse=True)
    assert watch.page.locator("th[aria-sort]").count() == 1


def cells(watch, place, column):
    """What stands in a column, of the rows that have a value there."""
    texts = watch.page.locator(f"#rows tr > :nth-child({place + 1})").evaluate_all(
        "all => all.map((cell) => cell.querySelector('a, b, bdi, span')?.textContent ?? cell.textContent)"
    )
    if column in ("score", "words", "shared"):
        return [int(text) for text in texts if text != "none"]
    return [text.lower() for text in texts]


def test_rows_without_a_value_come_last_whichever_way(opened, sample_page):
    """No score is neither a good nor a bad one."""
    watch = opened(sample_page, "#articles")
    for _ in range(2):
        watch.page.locator("th[data-column=score] button").click()
        texts = watch.page.locator("#rows .score").all_text_contents()
        assert texts[-1] == "none"
        assert texts[0] != "none"


def test_keys_search_and_step_through_findings(opened, sample_page):
    watch = opened(sample_page)
    watch.page.keyboard.press("/")
    watch.until("document.activeElement.id === 'search'")
    watch.page.keyboard.type("ferry line j")
    assert watch.page.input_value("#search") == "ferry line j"
    watch.show(anchor_of(watch, FERRY))
    for key, number in (("j", 1), ("j", 2), ("k", 1)):
        watch.page.keyboard.press(key)
        assert watch.page.evaluate("document.activeElement.id").endswith(f"n{number}")


def test_keys_step_through_the_articles_of_the_table(opened, packed_page):
    watch = opened(packed_page, "#articles")
    titles = watch.titles()
    watch.page.keyboard.press("n")
    watch.until("current.parentElement.id === 'pages'")
    assert focused(watch) == titles[0]
    watch.page.locator("#along-next").click()
    watch.until(f"document.title.startsWith({json.dumps(titles[1])})")
    watch.page.keyboard.press("p")
    watch.until(f"document.title.startsWith({json.dumps(titles[0])})")


def test_keys_can_be_switched_off(opened, sample_page):
    """Whoever speaks to the machine would set them off by speaking: WCAG 2.1.4."""
    watch = opened(sample_page)
    watch.page.keyboard.press("?")
    watch.page.uncheck("#keys")
    watch.page.locator("#main").focus()
    watch.page.keyboard.press("/")
    assert watch.shown() == ["overview"]


def test_everything_is_reached_by_tab(opened, sample_page):
    watch = opened(sample_page, "#articles")
    watch.page.locator("#search").focus()
    reached = []
    for _ in range(24):
        watch.page.keyboard.press("Tab")
        reached.append(
            watch.page.evaluate(
                "document.activeElement.id || document.activeElement.textContent.trim()"
            )
        )
    assert {"outlet", "family", "severity", "shared", "quotations", "reset"} <= set(reached)
    assert {"Score", "Article", "Errors", "Longest shared text"} <= set(reached)


def test_the_first_stop_skips_to_the_report(opened, sample_page):
    watch = opened(sample_page)
    watch.page.keyboard.press("Tab")
    assert focused(watch) == "Skip to the report"
    watch.page.keyboard.press("Enter")
    watch.until("document.activeElement.id === 'main'")
    assert watch.shown() == ["overview"]


@pytest.mark.parametrize(("scheme", "other"), [("light", "dark"), ("dark", "light")])
def test_colours_follow_the_machine_until_they_are_chosen(opened, sample_page, scheme, other):
    watch = opened(sample_page, color_scheme=scheme)
    grounds = {}
    for turn in (scheme, other):
        grounds[turn] = watch.page.evaluate("getComputedStyle(document.body).backgroundColor")
        watch.page.locator("#theme").click()
    assert grounds == {"light": "rgb(251, 250, 248)", "dark": "rgb(22, 24, 27)"}


def test_colours_can_be_chosen_without_storage(opened, sample_page, chromium):
    """Some browsers give a page from a disk none, and throw."""
    watch = opened(sample_page, color_scheme="light")
    watch.page.evaluate(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } })"
    )
    watch.page.locator("#theme").click()
    assert watch.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_printing_unfolds_what_is_folded_and_folds_it_again(opened, sample_page):
    watch = opened(sample_page, "#a10")
    folded = "document.querySelectorAll('main details:not([open])').length"
    before = watch.page.evaluate(folded)
    watch.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert (before > 0, watch.page.evaluate(folded)) == (True, 0)
    watch.page.emulate_media(media="print")
    assert watch.page.locator("nav, .tools, .along").first.is_hidden()
    assert watch.shown() == ["a10"]
    watch.page.emulate_media(media="screen")
    watch.page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert watch.page.evaluate(folded) == before


def test_all_of_it_can_be_printed(opened, sample_page):
    watch = opened(sample_page)
    watch.page.evaluate("window.print = () => {}")
    watch.page.locator("#print-all").click()
    watch.page.emulate_media(media="print")
    assert {"overview", "articles", "pairs", "a1", "a39", "p1"} <= set(watch.shown())


@pytest.mark.parametrize("width", [360, 640])
def test_nothing_runs_out_of_a_narrow_page(opened, sample_page, width):
    """360 pixels are a phone; 640 are 1,280 at 200 %."""
    watch = opened(sample_page)
    watch.page.set_viewport_size({"width": width, "height": 800})
    views = watch.page.evaluate("[...document.querySelectorAll('#pages > *')].map((e) => e.id)")
    for view in ("overview", "articles", "pairs", *views[::6], *views[-3:]):
        watch.show(view)
        assert watch.page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_many_articles_are_drawn_a_hundred_at_a_time(opened, sample_page, tmp_path):
    lines = [
        json.dumps({"id": f"r{number:03}", "title": f"Story <{number}>", "text": "Rain fell."})
        for number in range(250)
    ]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    watch = opened(render(api.check([str(tmp_path / "many.jsonl")]), Style()), "#articles")
    assert len(watch.titles()) == 100
    assert watch.page.locator("#where").text_content() == "1 to 100 of 250"
    watch.page.get_by_role("button", name="Next 100").click()
    watch.page.get_by_role("button", name="Next 100").click()
    assert watch.page.locator("#where").text_content() == "201 to 250 of 250"
    assert len(watch.titles()) == 50
    assert watch.page.locator("#after").is_disabled()
    watch.page.fill("#search", "story <17")
    assert watch.page.locator("#shown").text_content() == "11 of 250 articles"
    assert watch.page.locator("#turn").is_hidden()
