"""Outlets are rolled up from reports, and copies of an article never raise one."""

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import (
    Article,
    Credit,
    Dimension,
    Finding,
    Grade,
    Lineage,
    OutletScore,
    OutletWeights,
    Share,
    Weights,
)
from provenance.scoring import outlets

SHARES = (
    Share("uncredited", ("DUP001", "DUP002"), ("error", "warning"), "why"),
    Share("furniture", ("BPL",), ("warning",), "why"),
)
WEIGHTS = Weights(
    minimum_words=150,
    minimum_coverage=60,
    repeat_share=50,
    dimensions=(
        Dimension("consistency", 60, ("NUM",), "why"),
        Dimension("originality", 25, ("DUP",), "why"),
        Dimension("integrity", 15, ("BPL", "DUP005"), "why"),
    ),
    points=(),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(),
    grades=tuple(Grade(*each) for each in [("A", 90), ("B", 75), ("C", 60), ("D", 40), ("F", 0)]),
    outlets=OutletWeights(8, 5, 30, ("originality", "integrity"), SHARES),
)
FIELDS = ("outlet", "date", "score", "lineage", "credit")


def rolled(rows, found=(), weights=WEIGHTS):
    """The outlets of rows `(outlet, date, score, lineage, credited source)`, by name.

    `found` are `(row, rule, severity, deduction)`.
    """
    ids = [f"a{number:03}" for number in range(len(rows))]
    named = [dict(zip(FIELDS, row, strict=False)) for row in rows]
    articles = [
        Article(key, "f", 1, False, "text", None, 0, row["outlet"], row["date"], "en")
        for key, row in zip(ids, named, strict=True)
    ]
    scores = {"article_id": ids, "score": [row["score"] for row in named]}
    lineages = [
        Lineage(key, row.get("lineage") or key, key, "own", None)
        for key, row in zip(ids, named, strict=True)
    ]
    credited = [
        Credit(key, 0, 1, "agency", row["credit"], "tag", "article")
        for key, row in zip(ids, named, strict=True)
        if row.get("credit")
    ]
    findings = [
        Finding(rule, ids[row], 0, 1, severity, "high", "m", (), None, lost)
        for row, rule, severity, lost in found
    ]
    table = outlets(
        frames.frame(articles, Article),
        pl.DataFrame(scores, schema={"article_id": pl.String, "score": pl.Int64}),
        frames.frame(findings, Finding),
        frames.frame(lineages, Lineage),
        frames.frame(credited, Credit),
        weights,
    )
    return {row.outlet: row for row in frames.rows(table, OutletScore)}


def reports(outlet, *scores):
    """An own report for each score."""
    return [(outlet, "2024-05-01", score) for score in scores]


def test_the_score_is_the_mean_of_the_reports_drawn_toward_the_corpus():
    """Five at 80 and eight of the corpus, whose mean is (5 * 80 + 5 * 100) / 10 = 90: 86.2."""
    found = rolled(reports("Gazette", *[80] * 5) + reports("Herald", *[100] * 5))
    assert (found["Gazette"].score, found["Gazette"].letter) == (86, "B")


def test_forty_reprints_of_one_wire_story_are_one_unit():
    rows = reports("Gazette", 90, 80) + [("Gazette", "2024-05-01", 10, "wire")] * 40
    row = rolled(rows)["Gazette"]
    assert (row.articles, row.units, row.own) == (42, 3, 3)


@pytest.mark.parametrize("number", [1, 4])
def test_few_reports_get_no_letter_however_good_they_are(number):
    row = rolled(reports("Gazette", *[100] * number))["Gazette"]
    assert (row.letter, row.score) == ("F", 100)
    assert row.reason == f"units of its own with a score: {number} of the 5 that are needed"


def test_republished_and_contested_reports_are_not_enough_to_judge():
    early, late = "2024-05-01", "2024-05-02"
    rows = [("Herald", early, 90, f"h{n}") for n in range(6)]
    rows += [("Gazette", late if n < 3 else early, 90, f"h{n}") for n in range(6)]
    row = rolled(rows)["Gazette"]
    assert (row.own, row.republished, row.contested) == (0, 3, 3)
    assert (row.score, row.low, row.high, row.letter) == (None, None, None, "F")


def test_republished_reports_do_not_help_four_of_its_own_to_a_letter():
    rows = reports("Gazette", *[90] * 4) + [("Herald", "2024-05-01", 90, name) for name in "xyz"]
    row = rolled([*rows, *(("Gazette", "2024-05-02", 90, name) for name in "xyz")])["Gazette"]
    assert (row.own, row.units, row.letter) == (4, 7, "F")


def test_a_wide_interval_gets_no_letter():
    row = rolled(reports("Gazette", 0, 0, 0, 100, 100, 100))["Gazette"]
    assert row.letter == "F"
    assert (
        row.reason == f"its interval is {row.high - row.low} points wide, 30 at most tell anything"
    )


def test_an_interval_exactly_as_wide_as_declared_still_gets_a_letter():
    rows = reports("Gazette", 60, 70, 80, 90, 100, 100)
    row = rolled(rows)["Gazette"]
    width = row.high - row.low
    assert width > 1
    for widest, judged in ((width, True), (width - 1, False)):
        declared = replace(WEIGHTS, outlets=replace(WEIGHTS.outlets, widest=widest))
        assert (rolled(rows, weights=declared)["Gazette"].letter != "F") == judged


@pytest.mark.parametrize(
    ("score", "letter"),
    [(100, "A"), (90, "A"), (89, "B"), (75, "B"), (74, "C"), (59, "D"), (39, "E"), (0, "E")],
)
def test_letters_are_those_of_the_admiralty_code(score, letter):
    """`E` is the worst that can be judged, since `F` is for what cannot."""
    row = rolled(reports("Gazette", *[score] * 6))["Gazette"]
    assert (row.score, row.letter, row.reason) == (score, letter, None)


def test_the_name_is_the_spelling_of_most_articles():
    rows = reports("GAZETTE", 90) + reports("the gazette", 90, 90) + reports("Gazette", 90, 90)
    assert list(rolled(rows)) == ["Gazette"]


def test_articles_without_an_outlet_are_in_no_row_and_in_the_corpus():
    """(5 * 100 + 8 * 50) / 13 = 69.2, the corpus being five at 100 and five at 0."""
    found = rolled(reports("Gazette", *[100] * 5) + reports(None, *[0] * 5))
    assert [(row.outlet, row.score) for row in found.values()] == [("Gazette", 69)]


def test_nothing_is_rolled_up_to_nothing():
    assert rolled([]) == {}


def test_outlets_without_any_score_have_rows_that_say_so():
    row = rolled(reports("Gazette", None, None))["Gazette"]
    assert (row.units, row.own, row.score, row.letter) == (2, 0, None, "F")


def test_a_republisher_answers_for_credits_and_furniture_alone():
    """Its two units lost 25 and 3 + 6 where it answers: (75 + 91) / 2 = 83."""
    rows = [("Herald", "2024-05-01", 90, name) for name in "xy"]
    rows += [("Gazette", "2024-05-02", 90, name) for name in "xy"]
    lost = [(2, "DUP001", "warning", 25), (2, "NUM001", "warning", 8)]
    lost += [(3, "BPL001", "warning", 3), (3, "DUP005", "warning", 6), (0, "BPL001", "warning", 3)]
    found = rolled(rows, lost)
    assert (found["Gazette"].handling, found["Herald"].handling) == (83, None)


def test_of_several_copies_of_one_report_the_worst_handled_counts():
    rows = [("Herald", "2024-05-01", 90, "x")] + [("Gazette", "2024-05-02", 90, "x")] * 3
    assert rolled(rows, [(2, "DUP001", "warning", 20)])["Gazette"].handling == 80


def test_shares_count_units_and_not_findings():
    rows = reports("Gazette", 90, 90, None) + [("Gazette", "2024-05-01", 90, "x")] * 4
    lost = [(number, "BPL001", "warning", 3) for number in (0, 0, 2, 3, 4, 5)]
    lost += [(1, "BPL001", "info", 0), (1, "DUP001", "error", 9)]
    uncredited, furniture = rolled(rows, lost)["Gazette"].shares
    assert (uncredited.name, uncredited.units) == ("uncredited", 1)
    assert (furniture.name, furniture.units) == ("furniture", 3)
    # By hand: z^2 = 2.7055; p = 3/4 of n = 4: (.75 + .3382 -+ 1.6449 * sqrt(.0469 + .0423)) / 1.6764
    assert (furniture.low, furniture.high) == pytest.approx((0.3561, 0.9421), abs=0.001)


def test_no_shares_declared_are_none_told():
    declared = OutletWeights(8, 5, 30, (), ())
    weights = Weights(
        **{name: getattr(WEIGHTS, name) for name in WEIGHTS.__slots__} | {"outlets": declared}
    )
    assert rolled(reports("Gazette", 90), weights=weights)["Gazette"].shares == ()


OUTLETS = ["P", "Q", "R", "the p", None]
DATES = [None, "2024-05-01", "2024-05-02", "2024-05-03", "2024-05-02T10:00:00Z"]
LATER = [0, 0, 1, 5]
ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        st.sampled_from(DATES),
        st.sampled_from([None, 0, 40, 59, 90, 97, 100]),
        st.sampled_from([None, None, "one", "two", "three"]),
        st.sampled_from([None, None, None, "Reuters", "P", "Q"]),
    ),
    min_size=1,
    max_size=25,
)
COPIES = st.tuples(
    st.integers(0, 24),
    st.sampled_from([*OUTLETS, "S"]),
    st.sampled_from(["same", "later", "unknown"]),
    st.sampled_from([1, 2, 40]),
    st.sampled_from([0, 59, 97, 100]),
)
PLAIN = ("articles", "units", "own", "republished", "contested", "score", "low", "letter")


def with_copies(rows, copies):
    """The rows with copies of one of them: in its lineage, with its credits, not before it."""
    place, outlet, when, number, score = copies
    place %= len(rows)
    _, date, old_score, lineage, credit = rows[place]
    lineage = lineage or f"a{place:03}"
    if when == "unknown" or date is None:
        date = None
    elif when == "later":
        date = date.replace("2024-05-0", "2024-06-0")
    # A copy of what is too short to have a score has none either.
    copy = (outlet, date, None if old_score is None else score, lineage, credit)
    return [
        *rows[:place],
        (*rows[place][:3], lineage, credit),
        *rows[place + 1 :],
        *[copy] * number,
    ]


def folded(found):
    return {name.lower().removeprefix("the "): row for name, row in found.items()}


def band(score):
    return next(each.letter for each in WEIGHTS.grades if score >= each.least).replace("F", "E")


@given(ARTICLES, COPIES)
@example([("P", "2024-05-01", 0, None, None)] * 6, (0, "Q", "same", 1, 0))
@example(
    [("P", "2024-05-01", 0, None, None)] * 6 + [("Q", None, 100, None, None)],
    (6, "P", "same", 40, 100),
)
def test_copies_of_an_article_raise_no_outlet(rows, copies):
    """Neither its score nor its lower end; no letter gets better, and no outlet gets one by number.

    An `F` for a wide interval may become a letter when scores fall, but none above its score.
    """
    before, after = folded(rolled(rows)), folded(rolled(with_copies(rows, copies)))
    for name, row in after.items():
        old = before.get(name)
        if row.score is None:
            assert row.letter == "F"
        else:
            assert old.score is not None
            assert row.score <= old.score
            assert row.low <= old.low
            assert row.own <= old.own
            assert row.letter >= (old.letter if old.letter != "F" else band(old.score))


@given(ARTICLES.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_articles_does_not_matter(pair):
    rows, shuffled = ([(*row[:3], row[3] or f"{row}", *row[4:]) for row in each] for each in pair)
    assert rolled(rows) == rolled(shuffled)


@given(ARTICLES, st.permutations(["P", "Q", "R"]))
def test_renaming_outlets_renames_rows_and_nothing_else(rows, names):
    new = dict(zip(["P", "Q", "R"], names, strict=True)) | {None: None}
    rows = [(row[0] if row[0] in new else "P", *row[1:4], None) for row in rows]
    renamed = rolled([(new[row[0]], *row[1:]) for row in rows])
    for name, row in rolled(rows).items():
        assert [getattr(row, field) for field in PLAIN] == [
            getattr(renamed[new[name]], field) for field in PLAIN
        ]


@given(ARTICLES)
def test_every_row_is_in_its_bounds(rows):
    for row in rolled(rows, [(0, "DUP001", "warning", 25)]).values():
        assert row.own + row.republished + row.contested <= row.units <= row.articles
        assert (row.letter == "F") == (row.reason is not None)
        assert row.score is None or 0 <= row.low <= row.score <= row.high <= 100
        assert row.handling is None or 0 <= row.handling <= 100
