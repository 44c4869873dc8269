"""The picture of who shares with whom: discs, lines and arrows where the numbers put them."""

import re
from math import hypot

import pytest

from provenance.reporters.html.charts.network import LARGEST, LINES, SMALLEST, THICK, THIN, network
from provenance.reporters.html.charts.oval import REACH
from provenance.reporters.html.charts.svg import WIDTH
from provenance.reporters.safe import encodable

EARLY, LATE = "2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"
CONTROLS = {"\x00", "\x1b"}


@pytest.fixture
def networked(report, article, shared, view):
    """The network of articles told as (outlet, date), and pairs of their numbers."""

    def _networked(told, pairs):
        articles = [
            article(f"{at:04}", "text", outlet=outlet, date=date)
            for at, (outlet, date) in enumerate(told)
        ]
        regions = [shared(articles[a], articles[b]) for a, b in pairs]
        return network(view(report(articles, regions=regions)))

    return _networked


def lines(found):
    """Lines between outlets, without those of the key."""
    return [each for each in found.shapes("path", "tie") if "Q" in each.get("d")]


def ends(line):
    numbers = [float(each) for each in re.findall(r"-?[\d.]+", line.get("d"))]
    return tuple(numbers[:2]), tuple(numbers[-2:])


def test_without_shared_passages_there_is_no_chart(networked):
    assert networked([("Ant", EARLY)], []) == ""


def test_without_known_outlets_there_is_a_sentence(networked, figure):
    """Nothing at all would look as if nothing were shared."""
    found = figure(networked([("Ant", EARLY), (None, LATE)], [(0, 1)]))
    assert "No two known outlets share a passage." in found.caption
    assert "1 pair of articles of unknown outlets" in found.caption


def test_an_arrow_leads_from_who_ran_first(networked, figure):
    """Ant is on the left at 230, Bee on the right at 530; the line ends at the arrow on the right."""
    found = figure(networked([("Ant", EARLY), ("Bee", LATE)], [(0, 1)]))
    assert found.numbers("circle", "outlet", "cx", "r") == [
        (WIDTH / 2 - REACH, LARGEST),
        (WIDTH / 2 + REACH, LARGEST),
    ]
    (line,) = lines(found)
    start, end = ends(line)
    assert start == (WIDTH / 2 - REACH + LARGEST, 26)
    assert end == (WIDTH / 2 + REACH - LARGEST - 1.5 - (5 + THIN), 26)
    assert line.get("class") == "tie"
    assert len(found.shapes("polygon", "arrow")) == 2  # this one's, and the key's


def test_where_dates_do_not_tell_there_is_no_arrow_and_the_line_is_dotted(networked, figure):
    found = figure(networked([("Ant", EARLY), ("Bee", None)], [(0, 1)]))
    assert [line.get("class") for line in lines(found)] == ["tie open"]
    assert len(found.shapes("polygon", "arrow")) == 1  # the key's


def test_who_ran_first_in_turns_has_arrows_at_both_ends(networked, figure):
    told = [("Ant", EARLY), ("Bee", LATE), ("Ant", LATE), ("Bee", EARLY)]
    found = figure(networked(told, [(0, 1), (2, 3)]))
    assert (
        len(found.shapes("polygon", "arrow")) == 2 + 2
    )  # the key has one for 1 and one for 2 pairs
    assert found.tables()[0] == [["Ant", "Bee", "2", "2", "1", "1"]]


def test_lines_are_as_thick_as_they_have_pairs(networked, figure):
    """Of 19 pairs the line is thickest; one of 10 is half as much thicker than one of a single."""
    told = [("Ant", EARLY), ("Bee", LATE), ("Cat", LATE), ("Dog", LATE)]
    told += [("Ant", EARLY)] * 18
    pairs = [(0, 1), (0, 2), (0, 3)]
    pairs += [(1, at) for at in range(4, 22)] + [(2, at) for at in range(4, 13)]
    found = figure(networked(told, pairs))
    strokes = [float(line.get("stroke-width")) for line in lines(found)]
    assert strokes == [THICK, (THIN + THICK) / 2, THIN]


def test_discs_grow_with_the_articles_by_area(networked, figure):
    """A quarter of the articles is half of the radius."""
    told = [("Ant", EARLY), ("Bee", LATE), *[("Bee", None)] * 3]
    found = figure(networked(told, [(0, 1)]))
    assert sorted(r for (r,) in found.numbers("circle", "outlet", "r")) == [LARGEST / 2, LARGEST]
    told = [("Ant", EARLY), ("Bee", LATE), *[("Bee", None)] * 200]
    found = figure(networked(told, [(0, 1)]))
    assert min(found.numbers("circle", "outlet", "r")) == (SMALLEST,)


def test_a_crowd_is_drawn_without_anything_out_of_the_box(networked, figure):
    """Thirty outlets, each with each: 24 outlets and 40 lines are drawn, and the table has all."""
    told = [(f"Outlet {at:02}", EARLY if at % 3 else LATE) for at in range(30)]
    pairs = [(a, b) for a in range(30) for b in range(a + 1, 30)]
    found = figure(networked(told, pairs))
    _, _, wide, high = found.box
    assert len(found.shapes("circle", "outlet")) == 24
    assert len(lines(found)) == LINES
    assert len(found.tables()[0]) == 24 * 23 / 2
    assert "Of 276 lines 40 are drawn" in found.caption
    assert "Left out: 6 outlets more with 159 pairs of articles." in found.caption
    for line in lines(found):
        assert all(0 < x < wide and 0 < y < high for x, y in ends(line))
    for x, y in found.numbers("text", None, "x", "y"):
        assert 0 <= x <= wide
        assert 0 < y < high


def test_each_outlet_keeps_a_line_when_not_all_are_drawn(networked, figure):
    """One outlet hangs by a single pair beside 22 that share in many."""
    told = [(f"Outlet {at:02}", EARLY) for at in range(12) for _ in range(2)] + [("Zebra", EARLY)]
    pairs = [(a, b) for a in range(24) for b in range(a + 1, 24) if a // 2 != b // 2]
    found = figure(networked(told, [*pairs, (0, 24)]))
    assert len(lines(found)) == LINES
    titles = ["".join(each.itertext()) for each in found.shapes("title")]
    assert "Outlet 00 and Zebra: 1 pair of articles, 1 passage" in titles


def test_the_box_holds_lines_between_any_outlets(networked, figure):
    """Ends of lines stay on their discs' rims, however near these are."""
    told = [(f"Outlet {at}", f"2026-03-0{at + 1}") for at in range(5)]
    found = figure(networked(told, [(a, b) for a in range(5) for b in range(a + 1, 5)]))
    discs = found.numbers("circle", "outlet", "cx", "cy", "r")
    for line in lines(found):
        for x, y in ends(line):
            near = min(hypot(x - cx, y - cy) - r for cx, cy, r in discs)
            assert 0 <= near + 0.02 <= 1.5 + 5 + THICK


def test_hostile_names_are_only_text(networked, figure, payloads):
    """Lone surrogates cannot stand in a frame, so that readers write them out before."""
    names = [
        *map(encodable, payloads),
        "</text><script>alert(1)</script>",
        "N" * 10_000,
        "\u202eabc",
        "\x00\x1b",
    ]
    told = [("Hub", EARLY), *[(name + str(at), LATE) for at, name in enumerate(names)]]
    for begin in range(1, len(told), 23):
        part = [told[0], *told[begin : begin + 23]]
        markup = networked(part, [(0, at) for at in range(1, len(part))])
        assert "<script" not in markup
        assert CONTROLS.isdisjoint(markup)
        allowed = {"text", "title", "desc", "circle", "path", "polygon", "g", "svg"}
        found = figure(markup)
        inside = {each.tag.rpartition("}")[2] for svg in found.shapes("svg") for each in svg.iter()}
        assert inside == allowed
        assert len(markup) < 100_000
