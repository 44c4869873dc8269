import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Cluster, Region
from provenance.reporters.html.pairing import MOST_PAIRS, PARTNERS, chosen


def pairs_of(region, *rows, clusters=()):
    """The pairs for regions given as left id, right id, words and label."""
    regions = [
        region((n * 10, n * 10 + 5), (0, 5), left_id=left, right_id=right,
               matched_words=words, label=label)
        for n, (left, right, words, label) in enumerate(rows)
    ]  # fmt: skip
    return chosen(frames.frame(regions, Region), frames.frame(clusters, Cluster))


def test_a_pair_is_named_by_its_place_in_the_order_of_words(region):
    found = pairs_of(region, ("a", "b", 20, "edited"), ("c", "d", 90, "verbatim"))
    assert [(pair.anchor, *ids) for ids, pair in found.items()] == [
        ("p1", "c", "d"),
        ("p2", "a", "b"),
    ]


def test_the_words_of_all_regions_count_and_each_label_is_told_once(region):
    (pair,) = pairs_of(
        region,
        ("a", "b", 20, "edited"),
        ("a", "b", 50, "quotation"),
        ("a", "b", 15, "edited"),
    ).values()
    assert (pair.matched_words, pair.labels) == (85, ("quotation", "edited"))


def test_no_regions_make_no_pairs(region):
    assert pairs_of(region) == {}


def test_of_many_partners_the_closest_are_shown(region):
    rows = [("a", f"b{n}", 100 - n, "edited") for n in range(10)]
    others = [(f"b{n}", f"c{n}{m}", 500, "edited") for n in range(10) for m in range(PARTNERS)]
    found = pairs_of(region, *rows, *others)
    assert [right for left, right in found if left == "a"] == [f"b{n}" for n in range(PARTNERS)]


def test_an_article_is_shown_beside_its_origin_whatever_shares_more(region):
    """An editor with a reprint wants to see what it was made from."""
    rows = [("o", "x", 50, "edited")]
    rows += [("x", f"y{n}", 60 + n, "edited") for n in range(PARTNERS + 2)]
    rows += [("o", f"z{n}", 90, "edited") for n in range(PARTNERS + 2)]
    members = [Cluster("o", name, "o", "date") for name in ("o", "x")]
    assert ("o", "x") not in pairs_of(region, *rows)
    assert ("o", "x") in pairs_of(region, *rows, clusters=members)


def test_there_are_never_more_than_the_limit(region):
    """Forty outlets with one story are 780 pairs."""
    names = [f"n{number:03}" for number in range(300)]
    rows = [(left, right, 30, "edited") for left, right in pairwise(names)]
    assert len(pairs_of(region, *rows)) == MOST_PAIRS


def test_best_partners_come_before_second_ones_when_room_is_short(region):
    first = [("x", "y", 900, "edited"), ("x", "z", 890, "edited")]
    second = [("y", "z", 880, "edited")]  # x is the best partner of both
    alone = [(f"l{n:03}", f"r{n:03}", 20, "edited") for n in range(MOST_PAIRS - 2)]
    found = pairs_of(region, *first, *second, *alone)
    assert set(found) == {(left, right) for left, right, *_ in first + alone}


@given(st.sets(st.sampled_from([(a, b) for a in "abcd" for b in "abcd" if a < b])), st.randoms())
def test_the_pairs_do_not_depend_on_the_order_of_rows(region, ids, order):
    rows = [(left, right, 20, "edited") for left, right in sorted(ids)]
    mixed = random.Random(order.random()).sample(rows, len(rows))
    found = pairs_of(region, *mixed)
    assert found == pairs_of(region, *rows)
    assert set(found) == set(ids), "four articles have three partners each"
