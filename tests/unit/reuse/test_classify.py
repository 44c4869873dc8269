"""Each label has its reason, and the first that holds wins."""

import random
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Credit, Label, Match, Quote, Region
from provenance.reuse import classify, clusters, find
from provenance.reuse.breadth import UNCOUNTED

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")
SPOKEN = ("marked", "speech", 0, None, 90, 92, None, "unresolved")
TAGGED = ("tag", "article")


@pytest.fixture
def label(table, article, region):
    """The label of one region of the articles `a` and `b`."""

    def _label(
        *,
        left=(None, None),
        right=(None, None),
        texts=("x", "x"),
        quotes=(),
        spoken=False,
        credited=(),
        matches=(),
        **said,
    ):
        one, other = texts
        articles = table(Article, article("a", one, *left), article("b", other, *right))
        told = SPOKEN if spoken else UNTOLD
        regions = classify(
            table(Region, region("a", "b", **said)),
            articles,
            table(Quote, *(Quote(*span, True, 9, *told) for span in quotes)),
            table(Credit, *(Credit(name, 0, 9, *what, *TAGGED) for name, *what in credited)),
            table(Match, *(Match(*match) for match in matches)),
        )
        return regions["label"].item()

    return _label


AP = ("agency", "Associated Press")


def test_a_region_without_surroundings_keeps_its_label(label):
    assert label(label=Label.EDITED) == Label.EDITED
    assert label(label=Label.VERBATIM) == Label.VERBATIM


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_region_in_boilerplate_on_either_side_is_boilerplate(side, label):
    assert label(matches=[("BPL001", side, 0, 80)]) == Label.BOILERPLATE
    assert label(matches=[("BPL001", side, 0, 79)]) == Label.VERBATIM


def test_several_boilerplate_lines_add_up(label):
    matches = [("BPL001", "a", 0, 45), ("BPL002", "a", 40, 60), ("BPL001", "a", 70, 95)]
    assert label(matches=matches) == Label.BOILERPLATE


def test_damage_is_no_boilerplate(label):
    """A spun page is full of it, and its text is still copied."""
    assert label(matches=[("DMG001", "a", 0, 100)]) == Label.VERBATIM


def test_markup_left_in_the_text_is_boilerplate(label):
    """It is no text at all."""
    assert label(matches=[("DMG005", "b", 0, 80)]) == Label.BOILERPLATE


@pytest.mark.parametrize("side", ["a", "b"])
def test_a_region_in_quotation_marks_on_either_side_is_a_quotation(side, label):
    """Marks on one side say that the words are a third person's."""
    assert label(quotes=[(side, 0, 80)]) == Label.QUOTATION
    assert label(quotes=[(side, 0, 79)]) == Label.VERBATIM


def test_a_few_words_outside_the_marks_only_say_who_spoke(label):
    """Of 16 words 9 are quoted; the other 7 are too few to be a passage."""
    assert label(quotes=[("a", 0, 56)], left_words=16, right_words=16) == Label.QUOTATION
    assert label(quotes=[("a", 0, 49)], left_words=16, right_words=16) == Label.VERBATIM


POST = "— Ada Brenk (@adabrenk) May 3, 2024"
EARLIER, LATER = (None, "2024-05-03"), (None, "2024-05-04")


def test_forty_words_that_only_the_later_article_marks_need_somebody_who_says_them(label):
    """Or a story taken over whole would be a quotation as soon as marks were put around it."""
    marks = {"quotes": [("b", 0, 100)], "left": EARLIER, "right": LATER}
    assert label(**marks, matched_words=39) == Label.QUOTATION
    assert label(**marks, matched_words=40) == Label.VERBATIM
    assert label(**marks, matched_words=40, spoken=True) == Label.QUOTATION
    turned = {"quotes": [("a", 0, 100)], "left": LATER, "right": EARLIER}
    assert label(**turned, matched_words=40) == Label.VERBATIM


@pytest.mark.parametrize("dates", [(LATER, EARLIER), (EARLIER, EARLIER), ((None, None), LATER)])
def test_marks_of_the_article_that_may_have_run_first_are_believed(label, dates):
    """It lost nothing to the other that it could hide."""
    left, right = dates
    assert label(quotes=[("b", 0, 100)], left=left, right=right) == Label.QUOTATION


def test_marks_on_both_sides_need_nobody(label):
    both = [("a", 0, 100), ("b", 0, 80)]
    assert label(quotes=both, left=EARLIER, right=LATER) == Label.QUOTATION


def test_pieces_of_one_pair_count_together(table, article, region):
    """An ad between two paragraphs must not make each of them short enough."""
    pieces = [
        region("a", "b", matched_words=20, left_start=at, left_end=at + 99, right_start=at)
        for at in (0, 200)
    ]
    pieces[1] = replace(pieces[1], right_end=299)
    found = classify(
        table(Region, *pieces, region("a", "c", matched_words=30)),
        table(Article, *(article(name, "x", *when) for name, when in _OF.items())),
        table(Quote, Quote("b", 0, 300, True, 9, *UNTOLD), Quote("c", 0, 100, True, 9, *UNTOLD)),
        table(Credit),
        table(Match),
    )
    labels = found.group_by("right_id").agg(pl.col("label").unique()).sort("right_id")
    assert labels["label"].to_list() == [[Label.VERBATIM], [Label.QUOTATION]]


_OF = {"a": EARLIER, "b": LATER, "c": LATER}


def test_a_post_that_both_set_in_is_a_quotation(label):
    """Its writer's words, which stand there without marks."""
    text = f"{'x' * 80} {POST}"
    assert label(texts=(text, text)) == Label.QUOTATION
    assert label(texts=(text, "x" * 120)) == Label.VERBATIM


def test_one_outlet_may_use_its_text_again(label):
    assert label(left=("Gazette", None), right=("Gazette", None)) == Label.SELF_REUSE


def test_unknown_outlets_are_not_the_same(label):
    assert label() == Label.VERBATIM


def test_a_later_copy_with_an_agency_credit_is_syndicated(label):
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("a", *AP), ("b", *AP)],
    )
    assert found == Label.SYNDICATED


def test_an_agency_credit_on_a_copy_of_anothers_own_story_changes_nothing(label):
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("b", *AP)],
        right_share=0.8,
    )
    assert found == Label.VERBATIM


def test_a_credit_of_the_article_that_ran_first_does_not_credit_the_copy(label):
    found = label(
        left=("Gazette", "2024-05-03"), right=("Courier", "2024-05-04"), credited=[("a", *AP)]
    )
    assert found == Label.VERBATIM


def test_an_agency_credit_on_either_side_counts_when_the_dates_do_not_tell(label):
    assert label(credited=[("a", *AP)]) == Label.SYNDICATED
    assert label(credited=[("b", *AP)]) == Label.SYNDICATED


def test_two_near_duplicates_of_which_one_credits_an_agency_are_syndicated(label):
    """Both carry the agency's story, whichever ran first."""
    found = label(
        left=("Gazette", "2024-05-03"),
        right=("Courier", "2024-05-04"),
        credited=[("a", *AP)],
        right_share=0.8,
    )
    assert found == Label.SYNDICATED


def test_a_credit_to_the_other_outlet_makes_it_syndicated(label):
    right = "Courier", "2024-05-04"
    gazette = ("b", "outlet", "The Gazette")
    assert (
        label(left=("Gazette", "2024-05-03"), right=right, credited=[gazette]) == Label.SYNDICATED
    )
    assert label(left=("Ledger", "2024-05-03"), right=right, credited=[gazette]) == Label.VERBATIM


def test_boilerplate_goes_before_all_other_labels(label):
    found = label(
        left=("Gazette", None),
        right=("Gazette", None),
        quotes=[("a", 0, 100)],
        credited=[("a", *AP)],
        matches=[("BPL001", "a", 0, 100)],
    )
    assert found == Label.BOILERPLATE


def test_a_quotation_goes_before_reuse_and_credit(label):
    found = label(
        left=("Gazette", None),
        right=("Gazette", None),
        quotes=[("a", 0, 100)],
        credited=[("a", *AP)],
    )
    assert found == Label.QUOTATION


@pytest.fixture
def labels(table, article, region):
    """The labels of one passage in the given articles, each linked with the first."""

    def _labels(outlets, dates, credited=(), **said):
        known = [
            article(f"a{n:02}", "x" * 2000, outlet, date)
            for n, (outlet, date) in enumerate(zip(outlets, dates, strict=True))
        ]
        first, *others = [item.article_id for item in known]
        # In the middle of articles of which it is a tenth.
        said = {"left_share": 0.1, "right_share": 0.1} | said
        regions = classify(
            table(Region, *(region(first, other, **{**MIDDLE, **said}) for other in others)),
            table(Article, *known),
            table(Quote),
            table(Credit, *(Credit(name, 0, 9, *AP, *TAGGED) for name in credited)),
            table(Match),
        )
        return set(regions["label"])

    return _labels


def spans(start, end):
    return {"left_start": start, "left_end": end, "right_start": start, "right_end": end}


MIDDLE, TAIL = spans(900, 1100), spans(1800, 2000)


def days(count, apart=1):
    return [f"2024-05-{1 + n * apart:02}" for n in range(count)]


def test_what_an_outlet_prints_five_times_on_five_days_is_boilerplate(labels):
    assert labels(["Gazette"] * 5, days(5)) == {Label.BOILERPLATE}


def test_a_whole_story_run_again_and_again_is_no_stock_text(labels):
    """A series of reprints is one story, and its articles are to be one cluster."""
    whole = {"left_share": 1.0, "right_share": 0.8}
    assert labels(["Gazette"] * 5, days(5), **whole) == {Label.SELF_REUSE}
    assert labels(["Gazette"] * 4, days(4)) == {Label.SELF_REUSE}


def test_running_updates_of_one_or_two_days_are_self_reuse(labels):
    """Twelve updates with the same background, which may well stand at their end."""
    dates = sorted(days(2) * 6)
    assert labels(["Gazette"] * 12, dates) == {Label.SELF_REUSE}
    assert labels(["Gazette"] * 12, dates, **TAIL) == {Label.SELF_REUSE}


def test_at_one_end_of_otherwise_different_articles_three_days_are_enough(labels):
    dates = ["2024-05-01", "2024-05-01", "2024-05-02", "2024-05-02", "2024-05-03"]
    assert labels(["Gazette"] * 5, dates, **TAIL) == {Label.BOILERPLATE}
    assert labels(["Gazette"] * 5, dates) == {Label.SELF_REUSE}
    alike = {"left_share": 0.6, "right_share": 0.6}
    assert labels(["Gazette"] * 5, dates, **TAIL, **alike) == {Label.SELF_REUSE}


def test_twenty_articles_with_one_footer_need_no_dates(labels):
    assert labels(["Gazette"] * 20, [None] * 20, **TAIL) == {Label.BOILERPLATE}
    assert labels(["Gazette"] * 19, [None] * 19, **TAIL) == {Label.SELF_REUSE}
    assert labels(["Gazette"] * 20, [None] * 20) == {Label.SELF_REUSE}


def test_unknown_outlets_make_boilerplate_of_many_articles_at_one_end_only(labels):
    assert labels([None] * 20, days(20), **TAIL) == {Label.BOILERPLATE}
    assert labels([None] * 19, days(19), **TAIL) == {Label.VERBATIM}
    assert labels([None] * 20, days(20)) == {Label.VERBATIM}


def test_one_story_in_five_outlets_within_three_days_is_syndicated(labels):
    outlets = [f"Outlet {n}" for n in range(5)]
    assert labels(outlets, ["2024-05-03"] * 5) == {Label.SYNDICATED}
    assert labels(outlets, ["2024-05-03"] * 4 + ["2024-05-06"]) == {Label.SYNDICATED}
    assert labels(outlets, ["2024-05-03"] * 4 + ["2024-05-07"]) == {Label.VERBATIM}
    assert labels(outlets[:4], ["2024-05-03"] * 4) == {Label.VERBATIM}
    assert labels(outlets, [None] * 5) == {Label.VERBATIM}


def test_a_story_that_each_of_five_outlets_runs_at_its_top_is_not_boilerplate(labels):
    """A lead paragraph is pinned as well; what tells is that no outlet repeats it."""
    outlets = [f"Outlet {n}" for n in range(5)]
    assert labels(outlets, days(5), **spans(0, 200)) == {Label.VERBATIM}


def test_a_column_of_two_outlets_that_both_repeat_is_boilerplate(labels):
    assert labels(["Gazette", "Courier"] * 5, days(10)) == {Label.BOILERPLATE}


def test_a_short_phrase_that_is_all_two_articles_share_is_incidental(labels):
    two = ["Gazette", "Courier"], days(2)
    assert labels(*two, matched_words=24) == {Label.INCIDENTAL}
    assert labels(*two, matched_words=25) == {Label.VERBATIM}


def test_a_short_article_that_was_taken_whole_is_not_incidental(labels):
    two = ["Gazette", "Courier"], days(2)
    assert labels(*two, matched_words=24, right_share=0.5) == {Label.VERBATIM}


def test_a_short_phrase_that_two_subjects_say_is_incidental(table, article, region):
    """Briefs of two lines are all phrase: "raised its prime rate, effective immediately"."""
    said = "said it would close the kiln on Friday."
    found = classify(
        table(Region, region("a", "b", matched_words=8, left_start=5, right_start=6)),
        table(Article, article("a", f"Tolk {said} " * 9), article("b", f"Varnd {said} " * 9)),
        *(table(kind) for kind in (Quote, Credit, Match)),
    )
    assert found["label"].item() == Label.INCIDENTAL


def test_a_phrase_beside_quotations_is_incidental(table, article, region):
    """Who quotes one speaker also says in the same words who that is."""
    few = {"matched_words": 20, "left_share": 0.2, "right_share": 0.2}
    regions = table(Region, *(region("a", "b", **spans(at, at + 99), **few) for at in (0, 500)))
    articles = table(Article, article("a", "x" * 900), article("b", "x" * 900))
    marks = table(Quote, Quote("a", 490, 610, True, 9, *SPOKEN))
    found = classify(regions, articles, marks, table(Credit), table(Match))
    assert found["label"].to_list() == [Label.INCIDENTAL, Label.QUOTATION]


def test_a_form_filled_in_with_other_data_is_boilerplate(corpus, table):
    form = (
        "At the hall by the old bridge where the farmers of the valley meet eggs rose to {} crowns "
        "a dozen from {} and milk to {} crowns a litre from {} last week."
    )
    articles = corpus(form.format(31, 29, 14, 12), form.format(27, 22, 18, 15))
    nothing = [table(kind) for kind in (Quote, Credit, Match)]
    assert classify(find(articles, 12), articles, *nothing)["label"].to_list() == ["boilerplate"]


def test_a_phrase_in_articles_that_a_credit_links_is_not_incidental(labels):
    """The credit says that there is more to it."""
    found = labels(["Gazette", "Courier"], days(2), credited=["a00", "a01"], matched_words=24)
    assert found == {Label.SYNDICATED}


def test_one_of_two_passages_of_a_pair_is_not_incidental(table, article, region):
    short = {"matched_words": 20, "left_share": 0.2, "right_share": 0.2}
    regions = table(Region, *(region("a", "b", **spans(at, at + 99), **short) for at in (0, 500)))
    articles = table(Article, article("a", "x" * 900), article("b", "x" * 900))
    nothing = [table(kind) for kind in (Quote, Credit, Match)]
    assert classify(regions, articles, *nothing)["label"].to_list() == [Label.VERBATIM] * 2


def test_a_template_of_two_thousand_pages_is_boilerplate_and_no_story(corpus, story, table):
    """Two pages that share nothing else must not be joined by it, nor others through them."""
    template = " ".join(story(0, 60))
    texts = [f"{template}\n\n{' '.join(story(n, 70))}" for n in range(1, 2001)]
    articles = corpus(*texts)
    nothing = [table(kind) for kind in (Quote, Credit, Match)]
    regions = classify(find(articles, 12), articles, *nothing)
    assert set(regions["label"]) == {Label.BOILERPLATE}
    assert set(regions["articles"]) == {2000}
    assert len(clusters(regions, articles, nothing[1])) == 0


def test_no_regions_stay_no_regions(table):
    empty = classify(table(Region), *(table(kind) for kind in (Article, Quote, Credit, Match)))
    assert len(empty) == 0


@given(st.integers(0, 999))
def test_only_the_label_and_the_counts_change_and_the_order_of_the_rows_does_not_matter(
    table, article, region, shuffled, seed
):
    rnd = random.Random(seed)
    names = [f"a{n}" for n in range(5)]
    outlets = {name: rnd.choice([None, "Gazette", "Courier"]) for name in names}
    articles = table(Article, *(article(name, "x", outlets[name]) for name in names))
    regions = table(
        Region, *(region(a, b) for a in names for b in names if a < b and rnd.random() < 0.7)
    )
    quotes = table(
        Quote, *(Quote(name, 0, rnd.randint(1, 120), True, 9, *UNTOLD) for name in names)
    )
    credited = table(Credit, *(Credit(n, 0, 9, *AP, *TAGGED) for n in names if rnd.random() < 0.3))
    matches = table(Match, *(Match("BPL001", n, 0, rnd.randint(1, 120)) for n in names[:2]))
    found = classify(regions, articles, quotes, credited, matches)
    told = ["label", *UNCOUNTED]
    assert found.drop(told).equals(regions.drop(told))
    mixed = [shuffled(part, seed) for part in (regions, articles, quotes, credited, matches)]
    assert classify(*mixed).equals(found)
    assert {row.label for row in frames.rows(found, Region)} <= set(Label)
