"""What the page says of the corpus: outlets, and the lists that lead to the pages."""

import re
from html import unescape

import pytest

from provenance.model import OutletScore, OutletShare
from provenance.reporters.html.listing import articles_section, pairs_section
from provenance.reporters.html.overview import overview
from provenance.reporters.html.table import rows
from provenance.reporters.html.view import View


def texts(markup, tag):
    """The texts of all elements of a tag."""
    found = re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", markup, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", each)).split()) for each in found]


def outlet(name, score, articles=1, **fields):
    low, high = (None, None) if score is None else (score - 5, score + 5)
    figures = {"units": 4, "own": 3, "republished": 1, "contested": 0}
    rest = {"letter": "B", "reason": None, "handling": 75, "shares": ()}
    named = {"outlet": name, "articles": articles, "score": score, "low": low, "high": high}
    return OutletScore(**named | figures | rest | fields)


@pytest.fixture
def outlets_of(report):
    """The names in the table of outlets, and the whole fragment."""

    def _outlets_of(*outlets):
        made = overview(View.of(report(outlets=outlets)))
        return re.findall(r'<th scope="row" class="wide"><bdi>(.*?)</bdi>', made), made

    return _outlets_of


def test_outlets_come_by_score_and_those_without_one_last(outlets_of):
    names, _ = outlets_of(
        outlet("None small", None, 1),
        outlet("Good", 95),
        outlet("None large", None, 9),
        outlet("Poor", 40),
    )
    assert names == ["Poor", "Good", "None large", "None small"]


def test_an_outlet_shows_score_interval_and_what_is_told_of_its_reports(outlets_of):
    shares = (
        OutletShare("uncredited", 2, 0.04, 0.35),
        OutletShare("boilerplate", 0, 0.0, 0.2),
    )
    _, made = outlets_of(outlet("Post", 71, shares=shares))
    cells = texts(made.partition("Outlets</h3>")[2], "td")
    assert cells == ["B", "71", "66–76", *"4310", "75", "1", "uncredited 2 of 4 (4–35 %)"]
    assert '<rect class="reach" x="66" width="10"' in made


def test_of_very_many_outlets_the_rest_is_counted(outlets_of):
    names, made = outlets_of(*(outlet(f"o{number:03}", 50) for number in range(230)))
    assert len(names) == 200
    assert "and 30 more outlets" in made


def test_an_outlets_name_is_text(outlets_of):
    names, _ = outlets_of(outlet("<script>\u202e</script>", 50))
    assert names == ["&lt;script&gt;\\u202e&lt;/script&gt;"]


def test_only_articles_with_a_page_are_linked(report, article):
    table = rows(View.of(report([article("a.txt", "A."), article("b.txt", "B.")])))
    made = articles_section(table, {"a2": 0})
    assert re.findall(r'href="#(\w+)"', made) == ["a2"]
    assert "1 of 2 articles have no page" in made


def test_the_table_holds_the_first_rows_for_readers_without_scripts(report, article):
    articles = [article(f"{number:03}.txt", "Text.") for number in range(130)]
    table = rows(View.of(report(articles)))
    made = articles_section(table, {row.anchor: -1 for row in table})
    assert made.count("<tr>") == 101
    assert "The first 100 of 130 articles" in made
    assert "have no page" not in made


@pytest.mark.parametrize(("label", "is_quotation"), [("quotation", True), ("edited", False)])
def test_pairs_are_listed_with_what_the_filters_need(report, article, region, label, is_quotation):
    articles = [article("left", "Some text.", title="One"), article("right", "Some text.")]
    regions = [region((0, 4), (0, 4), matched_words=17, label=label)]
    view = View.of(report(articles, regions=regions))
    made = pairs_section(view, {"p1": -1})
    assert texts(made, "td") == ["17", "One left", "right", label, "Compare One with right"]
    assert 'data-words="17"' in made
    assert ("data-quotation" in made) == is_quotation
    assert "No article shares text" in pairs_section(view, {})
