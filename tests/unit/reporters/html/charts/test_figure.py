"""A figure has its caption, its drawing and its numbers, each only when there is one."""

from markupsafe import Markup

from provenance.reporters.html.charts.figure import Chart, Table, linked
from provenance.reporters.html.charts.figure import figure as whole
from provenance.reporters.html.charts.svg import WIDTH, tag

HOSTILE = "</figure><script>alert(1)</script>{{ 7*7 }}"


def made(**fields):
    return Chart(**{"name": "n", "title": "Title", "caption": "About."} | fields)


def test_a_drawing_is_an_image_with_a_name_and_a_description(figure):
    """Who does not see it hears what it shows."""
    found = figure(whole(made(height=50, parts=(tag("g"),))))
    (svg,) = found.shapes("svg")
    assert svg.get("role") == "img"
    ids = svg.get("aria-labelledby").split()
    texts = {each.get("id"): each.text for each in svg if each.get("id")}
    assert [texts[each] for each in ids] == ["Title", "About."]
    assert found.box == (0, 0, WIDTH, 50)


def test_a_drawing_with_links_is_no_image(figure):
    """An image has no parts, so that its links could not be reached."""
    (svg,) = figure(whole(made(parts=(tag("a", href="#a1"),), links=True))).shapes("svg")
    assert svg.get("role") == "group"


def test_without_parts_there_is_only_the_caption(figure):
    found = figure(whole(made()))
    assert found.caption.split("\n") == ["Title", "About."]
    assert found.shapes("svg") == []
    assert found.tables() == []


def test_a_table_heads_its_rows_and_columns(figure):
    found = figure(whole(made(tables=(Table(("what", "many"), [("a", 1_234), ("b", None)]),))))
    assert found.tables() == [[["a", "1,234"], ["b", "not known"]]]
    (row, _) = found.root.iter("tbody").__next__()
    assert [(cell.tag, cell.get("scope")) for cell in row] == [("th", "row"), ("td", None)]
    assert row[1].get("class") == "num"
    (head,) = found.root.iter("thead")
    assert [cell.get("scope") for cell in head[0]] == ["col", "col"]


def test_nothing_from_outside_is_markup(figure):
    table = Table(("what",), [(HOSTILE,), (linked(HOSTILE, "a1"),)])
    drawn = whole(
        made(title=HOSTILE, caption=HOSTILE, parts=(tag("text", HOSTILE),), tables=(table,))
    )
    assert "<script" not in drawn
    assert figure(drawn).tables() == [[[HOSTILE], [HOSTILE]]]


def test_there_is_no_style_and_no_script_of_its_own():
    """The page's content policy would refuse them, and the chart would lose its looks."""
    drawn = whole(made(parts=(tag("rect", class_="bar", x=1),), tables=(Table(("a",), [("b",)]),)))
    assert "style=" not in drawn
    assert " on" not in drawn


def test_a_place_of_the_page_is_linked_where_there_is_one():
    assert linked("a<b", "a1") == Markup('<a href="#a1">a&lt;b</a>')
    assert linked("a<b", None) == "a<b"
    assert not isinstance(linked("a<b", None), Markup)
