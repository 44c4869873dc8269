"""What findings take, by the formula, within what their dimension can lose."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Finding
from provenance.scoring import deduct
from provenance.scoring.keys import price


@pytest.fixture(scope="module")
def losses(weights):
    """Points taken, in the order of the frame."""

    def _losses(*items):
        return deduct(frames.frame(items, Finding), weights)["deduction"].to_list()

    return _losses


def test_the_first_finding_of_a_rule_costs_its_declared_points(losses, a_finding):
    assert losses(a_finding()) == [8]


def test_information_costs_nothing(losses, a_finding):
    assert losses(a_finding("NUM001", "info"), a_finding("DUP001", "info", extent=500)) == [0, 0]


def test_each_repeat_costs_half_as_much_as_the_one_before(losses, a_finding):
    """8, 12, 14, 15 by the formula 8 * (2 - 2^(1-n))."""
    assert losses(*(a_finding(start=n) for n in range(4))) == [8, 4, 2, 1]


def test_rules_of_one_key_are_repeats_of_one_fault(losses, a_finding):
    """3, 4.5, 5.25: rounded half up 3, 5, 5; thirty labels cost no more than six points."""
    items = [a_finding(f"BPL{n:03}", start=n) for n in range(30)]
    assert losses(*items)[:3] == [3, 2, 0]
    assert sum(losses(*items)) == 6


def test_information_is_no_first_finding(losses, a_finding):
    """A fault does not get cheaper by a notice before it."""
    assert losses(a_finding("BPL001", "info", 0), a_finding("BPL002", "warning", 1)) == [0, 3]


def test_where_words_count_points_grow_with_them_up_to_all(losses, a_finding):
    """25 points at 150 words: 30 words are 5 points, 75 are 12.5."""
    assert losses(a_finding("DUP002", extent=30)) == [5]
    assert losses(a_finding("DUP002", extent=75)) == [13]
    assert losses(a_finding("DUP001", extent=900)) == [25]
    assert losses(a_finding("DUP001", extent=0)) == [0]


def test_words_of_several_passages_add_up(losses, a_finding):
    """Three lifted passages of 30 words are as many words as one of 90: 15 points."""
    items = [a_finding("DUP002", start=n, extent=30) for n in range(3)]
    assert losses(*items) == [5, 5, 5]


def test_a_finding_of_no_known_extent_counts_no_words(losses, a_finding):
    assert losses(a_finding("DUP001")) == [0]


def test_a_dimension_takes_no_more_than_its_weight(losses, a_finding):
    items = [a_finding(f"DMG00{n}", "error", start=n) for n in range(5)]
    assert sum(losses(*items)) == 15


def test_the_dearest_findings_are_counted_before_the_weight_cuts(losses, a_finding):
    """8 and 6 of 15 points are left for what costs 3."""
    dear = [a_finding(f"DMG00{n}", "error", start=90 + n) for n in range(1, 2)]
    cheap = [a_finding(f"DMG01{n}", "warning", start=n) for n in range(4)]
    assert losses(*cheap, *dear) == [3, 3, 1, 0, 8]


def test_a_family_outside_every_dimension_costs_nothing(losses, a_finding):
    assert losses(a_finding("STA001", "error")) == [0]


def test_articles_do_not_share_their_repeats(losses, a_finding):
    assert losses(a_finding(article_id="a"), a_finding(article_id="b")) == [8, 8]


def test_no_findings_are_no_deductions(losses):
    assert losses() == []


def test_deductions_of_an_earlier_run_are_not_looked_at(weights, a_finding):
    once = deduct(frames.frame([a_finding(start=n) for n in range(3)], Finding), weights)
    assert deduct(once, weights).equals(once)


def slow(items, weights):
    """The definition, one article and finding at a time, in exact fractions."""
    taken = {}
    for article in {item.article_id for item in items}:
        own = sorted(
            (item for item in items if item.article_id == article),
            key=lambda item: (
                -price(item.rule_id, item.severity, weights).points,
                item.rule_id,
                *(getattr(item, name) for name in Finding.ORDER),
            ),
        )
        counts, words, room = {}, {}, {each.name: each.weight for each in weights.dimensions}
        for item in own:
            told = price(item.rule_id, item.severity, weights)
            before, seen = counts.get(told.key, 0), words.get(told.key, 0)
            counts[told.key], words[told.key] = before + 1, seen + (item.extent or 0)
            if told.words:
                ends = [
                    Fraction(told.points) * min(told.words, many) / told.words
                    for many in (seen, words[told.key])
                ]
            else:
                ends = [told.points * (2 - Fraction(2) / 2**n) for n in (before, before + 1)]
            low, high = (int(end + Fraction(1, 2)) for end in ends)
            loss = min(high - low, room.get(told.dimension, 0))
            if told.dimension:
                room[told.dimension] -= loss
            taken[item] = taken.get(item, 0) + loss
    return taken


RULES = ["NUM001", "NUM006", "BPL001", "BPL085", "DMG001", "DUP001", "DUP002", "STA001", "ATT020"]


@st.composite
def some_findings(draw):
    made = st.tuples(
        st.sampled_from(RULES),
        st.sampled_from(["error", "warning", "info"]),
        st.integers(0, 9),
        st.sampled_from("ab"),
    )
    rows = draw(st.lists(made, max_size=40, unique_by=lambda row: (row[0], row[2], row[3])))
    words = draw(st.lists(st.integers(0, 200), min_size=len(rows), max_size=len(rows)))
    return [
        (*row, many if row[0].startswith("DUP") else None)
        for row, many in zip(rows, words, strict=True)
    ]


@given(some_findings())
def test_the_columns_take_what_the_definition_takes(weights, a_finding, rows):
    items = [a_finding(*row) for row in rows]
    scored = frames.rows(deduct(frames.frame(items, Finding), weights), Finding)
    wanted = slow(items, weights)
    for item in scored:
        (plain,) = (
            each
            for each in items
            if (each.article_id, each.start, each.rule_id, each.severity)
            == (item.article_id, item.start, item.rule_id, item.severity)
        )
        assert item.deduction == wanted[plain]


@given(some_findings(), some_findings())
def test_one_more_finding_never_gives_points_back(losses, a_finding, rows, more):
    few, many = ([a_finding(*row) for row in each] for each in (rows, rows + more))
    assert sum(losses(*many)) >= sum(losses(*few))


@given(some_findings(), st.randoms())
def test_the_order_of_the_findings_does_not_matter(losses, a_finding, rows, random):
    items = [a_finding(*row) for row in rows]
    shuffled = random.sample(items, len(items))
    assert losses(*shuffled) == losses(*items)


@pytest.mark.parametrize("count", [1, 10, 10_000])
def test_repeating_one_fault_for_ever_costs_less_than_twice_its_points(losses, a_finding, count):
    assert 8 <= sum(losses(*(a_finding(start=n) for n in range(count)))) <= 16
