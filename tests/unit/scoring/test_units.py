"""Whose report a unit is: only what dates and credits show."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reuse import precedes
from provenance.scoring.units import Standing, members, units

OWN, REPUBLISHED, CONTESTED = Standing.OWN, Standing.REPUBLISHED, Standing.CONTESTED


def a_corpus(*rows, credited=(), archive=()):
    """Units of rows `(outlet, date, score)` that are one lineage; a fourth value names another.

    Articles are numbered; `credited` are `(number, source)`, or with a form as a third value.
    """
    full = [(*row, "story")[:4] for row in (*rows, *archive)]
    ids = [f"a{number}" for number in range(len(full))]
    columns = dict(
        zip(("outlet", "date", "score", "lineage_id"), zip(*full, strict=True), strict=True)
    )
    kinds = {"outlet": pl.String, "date": pl.String, "score": pl.Int64, "lineage_id": pl.String}
    every = pl.DataFrame(columns, schema=kinds).with_columns(article_id=pl.Series(ids))
    credits_ = [
        (ids[number], source, *(form or ("tag",)), "article") for number, source, *form in credited
    ]
    names = ["article_id", "source", "form", "subject"]
    credits_ = pl.DataFrame(credits_, schema=dict.fromkeys(names, pl.String), orient="row")
    scores = every.select("article_id", "score").head(len(rows))
    return units(members(every, scores, every), credits_)


def standing(*rows, **more):
    """The standing of each outlet's unit, by its name as outlets are told apart."""
    found = a_corpus(*rows, **more)
    return dict(found.select("outlet", "standing").iter_rows())


def test_a_report_that_nobody_else_ran_is_the_outlets_own():
    assert standing(("Gazette", None, 90)) == {"gazette": OWN}


def test_who_ran_first_owns_it_and_who_ran_later_republished_it():
    rows = [("Gazette", "2024-05-01", 90), ("Herald", "2024-05-02", 90)]
    assert standing(*rows) == {"gazette": OWN, "herald": REPUBLISHED}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2024-05-01", "2024-05-01"),
        (None, "2024-05-01"),
        (None, None),
        ("2024-05-01", "2024-05-02T07:00:00Z"),
    ],
)
def test_without_an_order_nobody_owns_it_and_nobody_took_it_over(left, right):
    rows = [("Gazette", left, 90), ("Herald", right, 90)]
    assert standing(*rows) == {"gazette": CONTESTED, "herald": CONTESTED}


def test_a_time_is_held_against_a_day_only_when_they_are_two_days_apart():
    rows = [("Gazette", "2024-05-01", 90), ("Herald", "2024-05-03T07:00:00Z", 90)]
    assert standing(*rows) == {"gazette": OWN, "herald": REPUBLISHED}


def test_who_ran_before_some_articles_of_a_unit_but_not_before_all_was_not_first():
    """The Herald's day is before one of the Gazette's articles, and too near the other to tell."""
    rows = [("Gazette", "2024-05-05", 90), ("Gazette", "2024-05-03T10:00:00Z", 90)]
    found = standing(*rows, ("Herald", "2024-05-04", 90))
    assert found == {"gazette": CONTESTED, "herald": CONTESTED}


def test_one_undated_copy_of_ones_own_makes_a_republished_unit_contested_and_not_own():
    rows = [("Gazette", "2024-05-01", 90), ("Herald", "2024-05-02", 90), ("Herald", None, 90)]
    assert standing(*rows) == {"gazette": CONTESTED, "herald": CONTESTED}


def test_an_article_without_an_outlet_may_be_anybodys():
    rows = [("Gazette", "2024-05-01", 90), (None, "2024-05-01", 90)]
    assert standing(*rows) == {"gazette": CONTESTED}


def test_an_archive_tells_who_ran_first_and_has_no_unit():
    assert standing(("Gazette", "2024-05-02", 90), archive=[("Herald", "2024-05-01", None)]) == {
        "gazette": REPUBLISHED
    }


def test_an_older_version_of_the_outlets_own_in_the_archive_keeps_it_first():
    rows = [("Gazette", "2024-05-03", 90), ("Herald", "2024-05-02", 90)]
    found = standing(*rows, archive=[("Gazette", "2024-05-01", None)])
    assert found == {"gazette": OWN, "herald": REPUBLISHED}


def test_a_unit_that_credits_an_agency_throughout_was_taken_over():
    rows = [("Gazette", "2024-05-01", 90), ("Gazette", "2024-05-02", 90)]
    assert standing(*rows, credited=[(0, "Reuters"), (1, "AFP")]) == {"gazette": REPUBLISHED}
    assert standing(*rows, credited=[(0, "Reuters")]) == {"gazette": CONTESTED}


def test_crediting_itself_or_who_shared_in_it_is_no_debt():
    """An agency signs its own reports, and a contributor's agency did not write the report."""
    assert standing(("Reuters", None, 90), credited=[(0, "Reuters")]) == {"reuters": OWN}
    assert standing(("Gazette", None, 90), credited=[(0, "Reuters", "share")]) == {"gazette": OWN}


def test_spellings_of_one_outlet_are_one_unit():
    rows = [("The Gazette", "2024-05-01", 90), ("gazette ", "2024-05-02", 80)]
    assert a_corpus(*rows).rows() == [("gazette", "story", OWN, 80)]


def test_a_unit_has_the_worst_score_of_its_articles_and_none_when_none_has_one():
    rows = [("Gazette", None, 90), ("Gazette", None, None), ("Gazette", None, None, "other")]
    assert a_corpus(*rows).select("lineage_id", "score").rows() == [("other", None), ("story", 90)]


DATES = [None, "2024-05-01", "2024-05-02", "2024-05-03", "2024-05-05"]
DATES += ["2024-05-02T10:00:00Z", "2024-05-03T10:00:00Z", "2024-05-02T10:00:00"]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["P", "Q", "R", None]),
        st.sampled_from(DATES),
        st.sampled_from([90]),
        st.sampled_from(["one", "two"]),
    ),
    min_size=1,
    max_size=9,
)


def slowly(rows):
    """The standing of each unit by its definition, each article held against each other."""
    found = {}
    for outlet, _, _, story in rows:
        if outlet is not None:
            mine = [row[1] for row in rows if row[0] == outlet and row[3] == story]
            others = [row[1] for row in rows if row[0] != outlet and row[3] == story]
            first = all(any(precedes(own, other) for own in mine) for other in others)
            late = any(all(precedes(other, own) for own in mine) for other in others)
            unit = (outlet.lower(), story)
            found[unit] = REPUBLISHED if late else OWN if first else CONTESTED
    return found


@given(ROWS)
def test_standings_are_those_of_the_slow_definition(rows):
    found = a_corpus(*rows).select("outlet", "lineage_id", "standing").rows()
    assert {(outlet, story): told for outlet, story, told in found} == slowly(rows)


def test_five_thousand_copies_of_one_story_take_no_quadratic_time():
    """A template that every outlet ran is one lineage; pairs of its articles would be 25 million."""
    rows = [(f"Outlet {number}", f"2024-05-{1 + number % 28:02}", 90) for number in range(5000)]
    found = a_corpus(*rows)["standing"].value_counts()
    assert dict(found.iter_rows())[CONTESTED] == sum(row[1] == "2024-05-01" for row in rows)
