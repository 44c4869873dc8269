"""A planted passage counts as found when it is, and only then."""

import polars as pl
import pytest
import recall

SPANS = ["left_start", "left_end", "right_start", "right_end"]


def truth_of(*spans, kind="excerpt", rate=0.0):
    """Of copy `c` and source `s`: the source's span, then the copy's."""
    names = ["source_start", "source_end", "copy_start", "copy_end"]
    return pl.DataFrame([spans], names, orient="row").with_columns(
        kind=pl.lit(kind), copy_id=pl.lit("c"), source_id=pl.lit("s"),
        rate=pl.lit(rate), source_words=pl.lit(15),
    )  # fmt: skip


def regions_of(*rows, words=12):
    """Each row is a left and a right id with their spans."""
    names = ["left_id", "right_id", *SPANS]
    schema = dict(zip(names, [pl.String] * 2 + [pl.Int64] * 4, strict=True))
    return pl.DataFrame(rows, schema, orient="row").with_columns(matched_words=pl.lit(words))


def judged(truth, *rows):
    (row,) = recall.found(truth, regions_of(*rows)).to_dicts()
    return row["pair"], row["reached"], row["covered"]


def test_a_region_over_the_whole_passage_finds_it():
    assert judged(truth_of(100, 200, 0, 100), ("c", "s", 0, 100, 100, 200)) == (1, 1, 1)


def test_which_article_is_left_does_not_matter():
    assert judged(truth_of(100, 200, 0, 100), ("s", "c", 100, 200, 0, 100)) == (1, 1, 1)


def test_the_side_that_is_covered_less_is_what_counts():
    pair, reached, covered = judged(truth_of(100, 200, 0, 100), ("c", "s", 0, 80, 100, 140))
    assert (pair, reached, covered) == (0.4, 0.8, pytest.approx(0.6))


def test_two_halves_cover_a_passage_but_none_alone_is_it():
    rows = ("c", "s", 0, 40, 100, 140), ("c", "s", 60, 100, 160, 200)
    assert judged(truth_of(100, 200, 0, 100), *rows) == (0.4, 0.4, pytest.approx(0.8))


def test_a_region_beside_the_passage_does_not_find_it():
    assert judged(truth_of(100, 200, 0, 100), ("c", "s", 500, 600, 100, 200))[0] == 0


def test_a_region_with_a_third_article_reaches_the_copy_only():
    assert judged(truth_of(100, 200, 0, 100), ("c", "x", 0, 100, 0, 100)) == (0, 1, 0)


def test_what_no_region_touches_is_not_found():
    assert judged(truth_of(100, 200, 0, 100)) == (0, 0, 0)


def test_the_table_counts_by_kind_length_and_rate():
    truth = pl.concat([truth_of(0, 9, 0, 9, rate=0.1), truth_of(0, 9, 50, 59, rate=0.1)])
    found = recall.found(truth, regions_of(("c", "s", 0, 9, 0, 9)))
    (row,) = recall.by_kind(found)
    assert (row["kind"], row["words"], row["rate"], row["planted"]) == ("excerpt", "12-19", 0.1, 2)
    assert (row["recall"], row["recall_rare"], row["reached"]) == (0.5, 0.5, 0.5)


def test_only_regions_between_stories_and_outlets_are_unexplained():
    ids = ["a", "b", "c", "s"]
    articles = pl.DataFrame({"article_id": ids, "outlet": ["one", "one", "two", "three"]})
    regions = regions_of(
        ("c", "s", 0, 9, 0, 9), ("a", "b", 0, 9, 0, 9), ("a", "s", 0, 9, 0, 9), words=14
    )
    assert recall.unexplained(regions, truth_of(0, 9, 0, 9), articles) == {
        "regions": 3,
        "unexplained": 1,
        "unexplained_share": 0.33333,
        "unexplained_words": 14.0,
    }
