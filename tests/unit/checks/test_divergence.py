"""A figure that stands differently in a copy is told; page dates, tables and other events are not."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.checks import divergence
from provenance.model import Status

# "{}" is where the copies differ.
STORY = """A landslip buried {} wagons of gravel below the quarry at Tolk on Monday. Nobody was
near, because the men had gone to a wedding, and the foreman said the track would be dug out by
hand as soon as the slope had been looked at from above by a surveyor."""

# Made-up words have digits, and a text of figures is a table.
_LETTERS = str.maketrans("0123456789", "abcdefghij")


@pytest.fixture
def told(art, told_by):
    """What is told of the later of two copies with these figures, of other outlets, a day apart."""

    def _told(here, there, text=STORY, dates=("2024-05-04", "2024-05-03"), outlets=(None, None)):
        return told_by(
            divergence.CHECK,
            art("late", text.format(here), dates[0], outlets[0]),
            art("soon", text.format(there), dates[1], outlets[1]),
        )

    return _told


@pytest.fixture
def told_in(art, told_by):
    """What is told of the later of two copies of a text with these rows of figures, a day apart."""

    def _told_in(text, late, soon):
        return told_by(
            divergence.CHECK,
            art("late", text.format(*late), "2024-05-04"),
            art("soon", text.format(*soon), "2024-05-03"),
        )

    return _told_in


def test_a_figure_that_differs_is_told_in_the_later_copy_with_both_places(art, corpus_of):
    soon, late = STORY.format("175"), STORY.format("200")
    corpus = corpus_of(art("late", late, "2024-05-04"), art("soon", soon, "2024-05-03"))
    (item,) = divergence.CHECK.run(corpus).findings
    assert (item.article_id, item.rule_id, item.severity) == ("late", "DUP007", "warning")
    assert late[item.start : item.end] == "200"
    (other,) = item.related
    assert (other.article_id, soon[other.start : other.end]) == ("soon", "175")
    assert other.note == "also in soon, ran first on 2024-05-03"
    alike = len(STORY.split()) - 1
    assert item.message.startswith(f"“200” here, “175” in soon, in {alike} words ")


@pytest.mark.parametrize(
    ("here", "there"),
    [("200", "175"), ("four", "five"), ("3.5", "2.5"), ("two", "12"), ("1,200", "1,300")],
)
def test_figures_in_digits_and_in_words_are_compared(told, here, there):
    assert told(here, there) == [("late", "DUP007", here)]


@pytest.mark.parametrize(
    ("here", "there"), [("200", "two hundred"), ("5", "five"), ("1,200", "1200"), ("2.0", "2")]
)
def test_one_value_written_in_two_ways_does_not_differ(told, here, there):
    assert told(here, there) == []


def test_a_date_that_differs_is_told(told):
    text = STORY.replace("on Monday", "on {}").replace("{} wagons", "some wagons")
    assert told("14 May", "7 May", text) == [("late", "DUP007", "14")]
    assert told("14 May", "15 June", text) == [("late", "DUP007", "14 May")]


def test_words_that_differ_are_no_figures(told):
    assert told("several", "many") == []
    assert told("200", "many") == []


def test_both_copies_are_told_when_the_dates_do_not_say_which_ran_first(told):
    for dates in ((None, None), ("2024-05-03", "2024-05-03")):
        found = told("200", "175", dates=dates)
        assert found == [("late", "DUP007", "200"), ("soon", "DUP007", "175")]


def test_an_update_is_information(told):
    """Later of the same outlet, or by two days and more."""
    outlets = ("Gazette", "The Gazette")
    assert told("200", "175", outlets=outlets) == [("late", "DUP010", "200")]
    assert told("200", "175", dates=("2024-05-05", "2024-05-03")) == [("late", "DUP010", "200")]
    hours = ("2024-05-03T10:00:00Z", "2024-05-03T08:00:00Z")
    assert told("200", "175", dates=hours) == [("late", "DUP007", "200")]
    assert told("200", "175", dates=hours, outlets=outlets) == [("late", "DUP010", "200")]


def test_a_figure_is_told_once_however_many_copies_have_the_other(art, told_by):
    copies = [art(f"soon{n}", STORY.format("175"), f"2024-05-0{n + 1}") for n in range(3)]
    late = art("late", STORY.format("200"), "2024-05-04")
    found = told_by(divergence.CHECK, late, *copies)
    assert found == [("late", "DUP010", "200")]


FORM = """The harbour office counted {} boats with herring, {} boats with cod, {} boats with plaice
and {} boats with eels when the auction began at the long hall by the lighthouse steps, where the
ice machine was working again after the fitters had been there for the better part of a week."""


@pytest.mark.parametrize(("differing", "told_of"), [(1, 1), (2, 0)])
def test_a_form_filled_in_anew_is_left_alone(art, told_by, differing, told_of):
    """Two figures that differ in 47 words are the data of a form."""
    late, soon = [41, 32, 23, 14], [51, 62, 73, 84]
    late[differing:] = soon[differing:]
    found = told_by(
        divergence.CHECK,
        art("late", f"Market news. {FORM.format(*late)}", "2024-05-04"),
        art("soon", f"Market news. {FORM.format(*soon)}", "2024-05-03"),
    )
    assert len(found) == told_of


LONG = f"""{STORY} Of the gravel {{}} tonnes were to go to Varn, where {{}} paths wait for it. The
quarry has belonged to two sisters since spring. They had asked for a wall below the slope, and the
council, which owns the track, had wanted to hear from the surveyor first. He had been ill for most
of the winter and said at the wedding that he was sorry. Sheep are kept off the meadow until then,
the foreman said, and whoever wants to reach the mill has to take the upper road by the chapel."""


@pytest.mark.parametrize(("differing", "told_of"), [(1, 1), (2, 2), (3, 3)])
def test_up_to_three_figures_that_differ_in_a_long_copy_are_told(told_in, differing, told_of):
    late, soon = [200, 41, 7], [175, 52, 9]
    late[differing:] = soon[differing:]
    assert len(told_in(LONG, late, soon)) == told_of


def test_a_report_of_another_day_is_left_alone(told_in):
    """Its day differs, and so does what happened on it; a day alone may be a slip."""
    text = LONG.replace("on Monday", "on {} May", 1)
    assert len(told_in(text, [200, 14, 41, 7], [200, 21, 41, 7])) == 1
    assert told_in(text, [200, 14, 41, 7], [175, 21, 41, 7]) == []


def test_tables_are_left_alone(told):
    """What one cell holds at another hour is no slip."""
    goods = "herring cod plaice mussels eel pike perch bream carp tench roach sprat".split()
    rows = "\n".join(f"{name} 4{n} last 5{n} up 1{n}" for n, name in enumerate(goods))
    assert told("12", "15", f"Prices in crowns at {{}} hours\n{rows}") == []


def test_one_side_of_a_fraction_is_no_figure(told):
    text = STORY.replace("{} wagons", "3-{}/4 wagons")
    assert told("1", "3", text) == []


@pytest.mark.parametrize(
    "line", ["Published {} May.", "Updated at {} hours", "Page {} of 9", "Copyright {}", "x_id: {}"]
)
def test_figures_of_the_page_are_left_alone(told, line):
    text = STORY.replace("{}", "some").replace("\n", " ") + f"\n{line}\n" + STORY[20:]
    text = text.replace("{}", "{0}", 1).replace("{}", "some")
    assert told("5", "6", text) == []


def test_a_line_that_a_rule_has_flagged_is_left_alone(art, told_by):
    late, soon = STORY.format("200"), STORY.format("175")
    articles = art("late", late, "2024-05-04"), art("soon", soon, "2024-05-03")
    assert told_by(divergence.CHECK, *articles, boilerplate=[("late", 0, 60)]) == []


def test_a_figure_in_a_sentence_about_somebody_else_is_left_alone(art, told_by):
    """Two banks issue two bonds in the same words."""
    other = STORY.replace("at Tolk", "at Brennick")
    found = told_by(
        divergence.CHECK,
        art("late", STORY.format("200"), "2024-05-04"),
        art("soon", other.format("175"), "2024-05-03"),
    )
    assert found == []


@pytest.mark.parametrize(("before", "told_of"), [("for fresh eels", 0), ("and for fresh eels", 1)])
def test_a_figure_at_the_edge_of_a_passage_is_left_alone(art, story, corpus_of, before, told_of):
    """The rest of the table may be beyond. The passage is cut by hand: it begins with `before`."""
    words = story(1).translate(_LETTERS)
    row = before + " {} " + story(7, 40).translate(_LETTERS)
    late, soon = f"{words} {row.format('200')}", f"{words} {row.format('175')}"
    corpus = corpus_of(art("late", late, "2024-05-04"), art("soon", soon, "2024-05-03"))
    start = pl.lit(late.index(before))
    cut = corpus.regions.with_columns(left_start=start, right_start=start).cast(
        corpus.regions.schema
    )
    assert len(cut) == 1
    assert len(divergence.CHECK.run(replace(corpus, regions=cut)).findings) == told_of


def test_quotations_are_left_to_the_check_of_quotations(told):
    assert told("200", "175", f"He wrote: “{STORY}”") == []


def test_evidence_may_lie_in_the_archive_but_no_finding(art, told_by):
    late, soon = art("late", STORY.format("200"), "2024-05-04"), art("soon", STORY.format("175"))
    assert told_by(divergence.CHECK, late, archive=[soon]) == [("late", "DUP007", "200")]


def test_a_rule_that_is_off_tells_nothing(art, corpus_of):
    articles = art("a", STORY.format("200")), art("b", STORY.format("175"))
    assert divergence.CHECK.run(corpus_of(*articles, rules={})).findings == []


def test_one_article_alone_has_nothing_to_compare_with(art, corpus_of):
    answer = divergence.CHECK.run(corpus_of(art("a", STORY)))
    assert answer.skipped == {"a": (Status.NOT_AVAILABLE, "nothing to compare with")}


@given(st.integers(13, 999), st.integers(13, 999))
def test_two_figures_are_told_exactly_when_their_values_differ(art, told_by, here, there):
    copies = art("a", STORY.format(here)), art("b", STORY.format(there))
    assert bool(told_by(divergence.CHECK, *copies)) == (here != there)
