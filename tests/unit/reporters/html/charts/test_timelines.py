"""Lines of time: marks stand where their times are, and links lead only where there is something."""

import dataclasses
import random
from itertools import combinations

import pytest

from provenance.model import Cluster
from provenance.reporters.html.charts.svg import SVG_NAMESPACE, WIDTH
from provenance.reporters.html.charts.timelines import (
    LEFT,
    METER,
    METER_WIDE,
    PITCH,
    RIGHT,
    TOP,
    timelines,
)
from provenance.reporters.html.view import View
from provenance.reporters.safe import encodable

LINK = f"{{{SVG_NAMESPACE}}}a"


def hour(number):
    return f"2026-03-01T{number:02}:00:00Z"


@pytest.fixture
def told(article, report, lineage, view):
    """The timelines of one story, of articles told as (outlet, date)."""

    def _told(*runs, archive=(), **parts):
        articles = [
            article(f"{at:03}", "text", outlet=outlet, date=date, title=f"Title {at}")
            for at, (outlet, date) in enumerate([*runs, *archive])
        ]
        judged, kept = articles[: len(runs)], articles[len(runs) :]
        made = report(judged, archive=kept, lineages=lineage(*articles), **parts)
        return timelines(view(made))

    return _told


@pytest.fixture
def build(report, lineage):
    """A view of articles in lineages."""

    def _build(articles, groups, **parts):
        lineages = [row for group in groups for row in lineage(*group)]
        return View.of(report(articles, lineages=lineages, **parts))

    return _build


THREE = ("Ant", hour(0)), ("Bee", hour(5)), ("Cat", hour(10))
# Ten hours with .4 of an hour, but half an hour at least, on both sides.
PER_HOUR = (RIGHT - LEFT) / 11


def test_without_a_story_there_is_no_chart(told):
    assert told(("Ant", hour(1)), ("Bee", hour(2))) == ""


def test_marks_stand_at_their_times(told, figure):
    found = figure(told(*THREE))
    first, second = found.numbers("circle", "uncredited", "cx", "cy")[:2]
    assert first == (pytest.approx(LEFT + 5.5 * PER_HOUR, abs=0.01), TOP + PITCH + PITCH / 2 - 3)
    assert second[0] == pytest.approx(LEFT + 10.5 * PER_HOUR, abs=0.01)
    (origin, _) = found.shapes("path", "origin")  # the other one is in the key
    assert origin.get("d").startswith(f"M{LEFT + 0.5 * PER_HOUR:.2f},")


def test_a_line_leads_from_when_the_origin_ran(told, figure):
    found = figure(told(*THREE))
    lines = found.numbers("line", "since", "x1", "x2")
    start = pytest.approx(LEFT + 0.5 * PER_HOUR, abs=0.01)
    assert lines == [
        (start, pytest.approx(LEFT + hours * PER_HOUR, abs=0.01)) for hours in (5.5, 10.5)
    ]


def test_a_day_is_a_bar_of_a_day(told, figure):
    """From 1 to 4 March are three days and one; margins are a 25th of these on both sides."""
    found = figure(
        told(*((name, f"2026-03-0{day}") for name, day in [("A", 1), ("B", 2), ("C", 4)]))
    )
    per_day = (RIGHT - LEFT) / (4 * 1.08)
    boxes = found.numbers("rect", "run", "x", "width")
    starts = [LEFT + (days + 0.16) * per_day for days in (0, 1, 3)]
    assert [x for x, _ in boxes] == pytest.approx(starts, abs=0.01)
    assert [wide for _, wide in boxes] == pytest.approx([per_day] * 3, abs=0.01)
    assert "1 Mar 2026 to 4 Mar 2026." in found.caption


def test_a_time_without_a_zone_beside_others_spans_what_it_may_be(told, figure):
    """Cut at the ends of the line."""
    found = figure(told(*THREE, ("Dog", "2026-03-01T06:00:00")))
    assert found.numbers("line", "reach", "x1", "x2") == [(LEFT, RIGHT)]
    assert "where no zone is told" in found.caption


def test_such_a_span_is_fourteen_hours_before_and_twelve_behind(told, figure):
    """Zones go from +14 to -12. The line has ten days and .4 on both sides."""
    days = [
        ("Ant", "2026-03-01T00:00:00Z"),
        ("Bee", "2026-03-05T00:00:00"),
        ("Cat", "2026-03-11T00:00:00Z"),
    ]
    per_day = (RIGHT - LEFT) / 10.8
    ((start, end),) = figure(told(*days)).numbers("line", "reach", "x1", "x2")
    assert start == pytest.approx(LEFT + (4.4 - 14 / 24) * per_day, abs=0.01)
    assert end == pytest.approx(LEFT + (4.4 + 12 / 24) * per_day, abs=0.01)


def test_times_of_one_form_need_no_such_span(told, figure):
    found = figure(told(*((name, f"2026-03-01T0{at}:00:00") for at, name in enumerate("ABC"))))
    assert found.shapes("line", "reach") == []
    assert "(zone not told)" in found.caption


def test_equal_times_have_a_line_of_time_and_no_origin(told, figure):
    found = figure(told(*((name, hour(4)) for name in "ABC")))
    assert "1 Mar 2026, 04:00 (UTC)." in found.caption
    assert "do not tell which is the origin" in found.caption
    middle = pytest.approx((LEFT + RIGHT) / 2)
    assert [x for (x,) in found.numbers("circle", "run", "cx")][:3] == [middle] * 3
    assert found.shapes("line", "since") == []


def test_an_origin_by_credit_may_have_run_last(told, figure):
    """Dates out of order are drawn as they are."""
    clusters = [Cluster("000", f"00{at}", "002", "credit") for at in range(3)]
    found = figure(told(*THREE, clusters=clusters))
    assert all(x2 < x1 for x1, x2 in found.numbers("line", "since", "x1", "x2"))
    assert "Origin: Cat; all others credit it." in found.caption


def test_meters_are_as_long_as_what_is_carried(told, figure, region):
    ids = {"left_id": "000", "right_id": "001"}
    sides = {"left_words": 4, "right_words": 4, "left_share": 0.25, "right_share": 0.5}
    found = figure(told(*THREE, regions=[region((0, 4), (0, 4), **ids, **sides)]))
    assert found.numbers("rect", "carried", "x", "width") == [(METER, METER_WIDE * 0.25)]
    assert found.words("value") == ["25%"]
    assert found.tables()[0][1][3:5] == ["25", "50"]
    assert found.tables()[0][2][3:5] == ["not known", "not known"]


def test_judged_articles_are_linked_and_those_of_the_archive_are_not(told, figure):
    found = figure(told(*THREE[1:], archive=THREE[:1]))
    assert [each.get("href") for each in found.root.iter(LINK)] == ["#a1", "#a2"]
    assert [each.get("href") for each in found.root.iter("a")] == ["#a1", "#a2"]


def test_labels_say_when_and_what_is_credited(told, figure, article, credit):
    given = [credit(article("001", ""), "Reuters")]
    found = figure(told(*THREE, credits=given))
    assert found.words("quiet")[-3:] == [
        "1 Mar 00:00, origin",
        "1 Mar 05:00, credits Reuters",
        "1 Mar 10:00, no credit",
    ]
    assert [row[5] for row in found.tables()[0]] == ["origin", "Reuters", "nothing"]


def test_the_archive_is_not_said_to_credit_nothing(told, figure):
    """Nobody looked."""
    found = figure(told(*THREE[:2], archive=THREE[2:]))
    assert "1 Mar 10:00, in the archive" in found.words("quiet")
    assert found.tables()[0][2][5] == "not known"


def test_what_is_left_out_is_counted(told, figure):
    many = [(f"Outlet {at}", hour(at)) for at in range(15)]
    found = figure(told(*many, ("Late", None)))
    assert "3 more are left out. 1 article without a date left out." in found.caption
    assert len(found.tables()[0]) == 12
    assert found.box == (0, 0, WIDTH, TOP + 12 * PITCH + 34)


def test_everything_lies_in_the_box(told, figure):
    dates = ["0001-01-01", "9999-12-31", "2026-03-01T00:00:00", hour(3), "1999-12-31T23:59:59Z"]
    found = figure(told(*((f"Outlet {at}", date) for at, date in enumerate(dates))))
    _, _, wide, high = found.box
    assert all(0 <= x <= wide and 0 < y < high for x, y in found.numbers("text", None, "x", "y"))
    for x, long in found.numbers("rect", "run", "x", "width"):
        assert LEFT <= x <= x + long <= RIGHT + 0.01


def test_hostile_words_are_only_text(build, article, credit, figure, payloads):
    words = [*map(encodable, payloads), "T" * 10_000, "\u202eabc", "\x00\x1b[31m"]
    for at in range(0, len(words) - 2, 12):
        articles = [
            article(f"{number:03}", "text", outlet=word, title=word, date=hour(number))
            for number, word in enumerate(words[at : at + 12])
        ]
        credits_ = [credit(each, each.outlet) for each in articles]
        markup = timelines(build(articles, [articles], credits=credits_))
        assert "<script" not in markup
        assert not {"\x00", "\x1b", "\u202e"} & set(markup)
        links = {each.get("href") for each in figure(markup).root.iter(LINK)}
        assert links == {f"#a{number}" for number in range(1, len(articles) + 1)}


def test_the_order_of_rows_changes_nothing(build, article, shared, credit):
    chance = random.Random(7)
    articles = [
        article(f"{at:03}", "text", outlet=chance.choice("ABC"), date=hour(chance.randrange(24)))
        for at in range(30)
    ]
    groups = [articles[at : at + 6] for at in range(0, 30, 6)]
    regions = [
        shared(left, right, left_share=0.01 * at, right_share=0.02 * at)
        for group in groups
        for at, (left, right) in enumerate(combinations(group, 2))
    ]
    given = build(articles, groups, regions=regions, credits=[credit(articles[3], "B")])
    tables = {
        name: getattr(given.report, name).sample(fraction=1, shuffle=True, seed=3)
        for name in ("articles", "lineages", "regions")
    }
    turned = View.of(dataclasses.replace(given.report, **tables))
    assert timelines(turned) == timelines(given)
    assert timelines(given).count("<figure") == 5
