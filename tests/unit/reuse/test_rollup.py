"""How much of an article stands elsewhere, and what of it is its own prose."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import api, frames
from provenance.model import Article, Label, Match, Quote, Region, Reuse
from provenance.reuse import rollup

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")


@pytest.fixture
def told(table, article, region):
    """The row of article `a`, of 1,000 characters.

    `shared` are (start, end, label, what else a region says), each with another article.
    """

    def _told(*shared, quotes=(), matches=(), outlets=None, length=1000):
        regions = []
        for n, (start, end, label, *said) in enumerate(shared):
            place = {"left_start": start, "left_end": end}
            regions.append(region("a", f"b{n}", label=label, **place, **dict(*said)))
        outlets = outlets or {}
        names = sorted({"a"} | {item.right_id for item in regions})
        articles = (article(name, "x" * length, outlets.get(name)) for name in names)
        rows = frames.rows(
            rollup(
                table(Region, *regions),
                table(Article, *articles),
                table(Quote, *(Quote("a", *span, True, 9, *UNTOLD) for span in quotes)),
                table(Match, *(Match(rule, "a", *span) for rule, *span in matches)),
            ),
            Reuse,
        )
        return next(row for row in rows if row.article_id == "a")

    return _told


def test_an_article_that_shares_nothing_says_so(told):
    assert told() == Reuse("a", 0.0, 0.0, 0, 0)


def test_what_several_others_share_counts_once(told):
    row = told((0, 300, "verbatim"), (100, 400, "edited"), (700, 800, "syndicated"))
    assert (row.shared, row.shared_prose) == (0.5, 0.5)
    assert row.shared_articles == 3


def test_quotations_are_taken_out_of_both_sides(told):
    """Of 1,000 characters 500 are shared and 200 quoted: of the other 800, 300 are shared."""
    row = told((0, 500, "verbatim"), quotes=[(100, 300)])
    assert (row.shared, row.shared_prose) == (0.5, 0.375)


def test_a_quotation_that_nobody_shares_is_taken_out_too(told):
    row = told((0, 400, "verbatim"), quotes=[(500, 1000)])
    assert row.shared_prose == 0.8


def test_boilerplate_is_taken_out_of_both_sides(told):
    row = told((0, 600, "verbatim"), matches=[("BPL001", 400, 600), ("DMG001", 0, 100)])
    assert (row.shared, row.shared_prose) == (0.6, 0.5)


@pytest.mark.parametrize("label", [Label.QUOTATION, Label.BOILERPLATE])
def test_regions_that_are_quotation_or_boilerplate_are_taken_out(told, label):
    row = told((0, 400, "verbatim"), (600, 1000, label))
    assert row.shared == 0.8
    assert row.shared_prose == pytest.approx(400 / 600)


def test_an_article_that_is_one_quotation_has_no_prose_to_share(told):
    row = told((0, 980, "quotation"), quotes=[(0, 961)])
    assert row.shared_prose is None


def test_an_article_of_a_few_characters_has_no_share(told):
    assert told(length=39).shared is None
    assert told(length=40).shared == 0.0


def test_boilerplate_makes_no_partner(told):
    row = told((0, 300, "boilerplate", {"articles": 900}), (400, 600, "verbatim"))
    assert row.shared_articles == 1


def test_articles_that_the_search_did_not_link_count_as_well(told):
    row = told((0, 300, "verbatim", {"articles": 40, "outlets": 12}), outlets={"a": "Gazette"})
    assert (row.shared_articles, row.shared_outlets) == (39, 11)


def test_the_own_outlet_is_no_other(told):
    shared = ((0, 300, "verbatim"), (300, 400, "verbatim"), (400, 500, "verbatim"))
    outlets = {"a": "Gazette", "b0": "The Gazette", "b1": "Courier"}
    assert told(*shared, outlets=outlets).shared_outlets == 1
    assert told(*shared, outlets={"b1": "Courier"}).shared_outlets == 1


@given(st.integers(0, 999))
def test_shares_are_counted_character_by_character_and_in_any_order(
    table, article, region, shuffled, seed
):
    rnd = random.Random(seed)

    def span():
        start = rnd.randrange(90)
        return start, rnd.randint(start + 1, 100)

    regions = [
        region("a", f"b{n}", left_start=s, left_end=e, label=rnd.choice(list(Label)))
        for n, (s, e) in enumerate(span() for _ in range(rnd.randrange(4)))
    ]
    quoted = {span() for _ in range(rnd.randrange(3))}
    frames_ = (
        table(Region, *regions),
        table(Article, *(article(name, "x" * 100) for name in ["a", "b0", "b1", "b2"])),
        table(Quote, *(Quote("a", *each, True, 1, *UNTOLD) for each in quoted)),
        table(Match),
    )
    found = rollup(*frames_)
    row = next(row for row in frames.rows(found, Reuse) if row.article_id == "a")
    aside = {Label.QUOTATION, Label.BOILERPLATE}
    shared = {n for item in regions for n in range(item.left_start, item.left_end)}
    out = {n for s, e in quoted for n in range(s, e)}
    out |= {n for r in regions if r.label in aside for n in range(r.left_start, r.left_end)}
    assert row.shared == len(shared) / 100
    rest = 100 - len(out)
    assert row.shared_prose == (len(shared - out) / rest if rest >= 40 else None)
    assert rollup(*(shuffled(part, seed) for part in frames_)).equals(found)


def test_what_stands_around_the_words_does_not_count(tmp_path):
    """Two equal files share all of their text, the quotation mark and the full stop too."""
    text = (
        "“The ferry to the outer islands will run twice a day from May, the harbour master said.”\n"
    )
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(text)
    report = api.check([str(tmp_path)])
    assert report.reuse["shared"].to_list() == [1.0, 1.0]
