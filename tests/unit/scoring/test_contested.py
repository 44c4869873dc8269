"""Contested units count where they lower an outlet, and not where they would raise it."""

from itertools import combinations

import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring import contested
from provenance.scoring.bootstrap import means
from provenance.scoring.contested import weigh
from provenance.scoring.units import Standing

SCORES = st.integers(0, 100)
SOME = st.lists(SCORES, max_size=6)
POOL = [60, 90, 100]


def weighed(outlets, pool=POOL):
    """Score, low and high by outlet, of `{outlet: (own scores, contested scores)}`."""
    rows = [
        (outlet, f"{outlet} {place} {number}", standing.value, score)
        for outlet, scores in outlets.items()
        for place, standing in enumerate([Standing.OWN, Standing.CONTESTED])
        for number, score in enumerate(scores[place])
    ]
    kinds = dict.fromkeys(("outlet", "lineage_id", "standing"), pl.String) | {"score": pl.Int64}
    found = weigh(pl.DataFrame(rows, schema=kinds, orient="row"), pl.Series(pool), 8)
    return {outlet: tuple(told) for outlet, *told in found.rows()}


def one(own, disputed=()):
    return weighed({"a": (own, disputed)})["a"]


def test_a_contested_unit_without_fault_raises_nothing():
    assert one([50] * 6, [100] * 20)[0] == one([50] * 6)[0]


def test_a_contested_unit_with_faults_counts_in_full():
    """Whoever lets another outlet copy a bad report is not rid of it."""
    assert one([100] * 6, [20])[0] == one([100] * 6 + [20])[0]


def test_only_the_contested_units_that_lower_it_count():
    assert one([80] * 6, [10, 100, 30])[0] == one([80] * 6 + [10, 30])[0]


def test_an_outlet_with_contested_units_alone_has_no_score():
    assert weighed({"a": ([], [10])}) == {}


def test_units_without_a_score_count_for_nothing():
    assert one([80, None], [None]) == one([80])


def test_no_units_give_no_outlets():
    assert weighed({}) == {}


@given(st.lists(SCORES, min_size=1, max_size=6), SOME)
def test_no_way_to_count_them_gives_less(own, disputed):
    """The definition, reckoned over every subset of the contested units."""
    ways = [
        np.bincount([*own, *some], minlength=101)
        for size in range(len(disputed) + 1)
        for some in combinations(disputed, size)
    ]
    every = means(np.array(ways), np.array(POOL), 8)
    assert one(own, disputed)[:2] == (every.score.min(), every.low.min())


@given(st.lists(SCORES, min_size=1, max_size=6), SOME)
def test_the_upper_end_is_the_greatest_over_the_lowest_few_of_them(own, disputed):
    """An interval that left a way to count out would promise more than is known."""
    few = [sorted(disputed)[:size] for size in range(len(disputed) + 1)]
    ways = [np.bincount([*own, *some], minlength=101) for some in few]
    assert one(own, disputed)[2] == means(np.array(ways), np.array(POOL), 8).high.max()


@given(st.lists(SCORES, min_size=1, max_size=6), SOME, SCORES)
def test_one_more_contested_unit_raises_neither_score_nor_lower_end(own, disputed, more):
    before, after = one(own, disputed), one(own, [*disputed, more])
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@given(st.lists(SCORES, min_size=2, max_size=7), SOME)
def test_an_own_unit_that_becomes_contested_raises_neither(own, disputed):
    before, after = one(own, disputed), one(own[1:], [own[0], *disputed])
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@given(st.dictionaries(st.sampled_from("abcde"), st.tuples(SOME, SOME), max_size=5))
def test_every_outlet_is_weighed_for_itself(outlets):
    alone = [weighed({outlet: scores}) for outlet, scores in outlets.items()]
    assert weighed(outlets) == {outlet: told for found in alone for outlet, told in found.items()}


def test_batches_change_nothing(monkeypatch):
    """Rows are held a part at a time; an outlet at the border of two parts is still whole."""
    outlets = {f"o{n:02}": ([50 + n, 90], list(range(n))) for n in range(30)}
    whole = weighed(outlets)
    for rows in (1, 7, 64):
        monkeypatch.setattr(contested, "_ROWS", rows)
        assert weighed(outlets) == whole


def test_thousands_of_contested_units_of_one_outlet_are_weighed():
    """A mirror of everything: (10 * 90 + 10 * 0 + 8 * 83.3) / 28 = 55.9."""
    score, low, high = one([90] * 10, [100] * 3000 + [0] * 10)
    assert score == 56
    assert low < score < high
