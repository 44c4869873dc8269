"""How many sources are independent, against the plain meaning of the words on every small case.

The oracle tries every set of places and asks of each two whether they are independent. It knows
neither graphs nor matchings.
"""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.admiralty import rate
from provenance.lineage.primaries import count, fewest, identity, most, people
from provenance.lineage.statements import Stated
from provenance.model import Lineage

NAMED = {"named", "organisation"}
KINDS = ["named", "organisation", "document", "role", "collective", "anonymous", "outlet", "agency"]
NAMES = ["Ada Brenk", "Gen. Brenk", "Nils Olm", "the Port of Varn", "officials"]


def place(article_id, primary=None, kind="named", via=None):
    return Stated(article_id, 0, 1, primary, kind if primary else None, "speech", via)


def lineage(article_id, narrow=None, wide=None):
    narrow = narrow or article_id
    return Lineage(article_id, narrow, wide or narrow, "own", None)


PLACES = st.lists(
    st.builds(
        place,
        st.sampled_from("abcdef"),
        st.sampled_from([None, *NAMES]),
        st.sampled_from(KINDS),
        st.sampled_from([None, None, "Reuters", "reuters", "Talbote"]),
    ),
    min_size=1,
    max_size=7,
)


@st.composite
def joined(draw):
    """Lineages of six articles; the wide ones join narrow ones, never part them."""
    narrow = {
        key: draw(st.sampled_from([each for each in "abcdef" if each <= key])) for key in "abcdef"
    }
    narrow = {key: narrow[narrow[narrow[narrow[narrow[head]]]]] for key, head in narrow.items()}
    wide = {head: draw(st.sampled_from(sorted(set(narrow.values())))) for head in narrow.values()}
    wide = {head: min(head, wide[head]) for head in wide}
    for _ in range(5):
        wide = {head: wide[other] for head, other in wide.items()}
    return {key: lineage(key, head, wide[head]) for key, head in narrow.items()}


def largest_set(places, are_independent):
    """The size of the largest set of places of which each two are independent: all are tried."""
    for size in range(len(places), 1, -1):
        for chosen in combinations(places, size):
            if all(are_independent(one, other) for one, other in combinations(chosen, 2)):
                return size
    return min(1, len(places))


def maybe(lineages):
    """Whether two places may be independent: other reports, and not one source by name."""

    def _maybe(one, other):
        if lineages[one.article_id].lineage_id == lineages[other.article_id].lineage_id:
            return False
        told = {"named", "organisation", "outlet", "agency"}
        same_kind = one.primary_kind == other.primary_kind
        if not (same_kind and one.primary_kind in told):
            return True
        return identity(one) != identity(other)

    return _maybe


def surely(lineages, places):
    """Whether two places are independent for sure: nothing joins their reports or their sources."""
    near = {}
    for each in places:
        wide = lineages[each.article_id].wide_id
        near.setdefault(wide, set())
        if each.via:
            near[wide].add(each.via.casefold())

    def reach(wide):
        found, vias = {wide}, set(near[wide])
        while more := {other for other in near if near[other] & vias} - found:
            found |= more
            vias.update(*(near[other] for other in more))
        return found

    def _surely(one, other):
        if lineages[other.article_id].wide_id in reach(lineages[one.article_id].wide_id):
            return False
        same_kind = one.primary_kind == other.primary_kind
        return same_kind and one.primary_kind in NAMED and identity(one) != identity(other)

    return _surely


@given(PLACES, joined())
def test_most_is_the_largest_set_of_sources_that_may_be_independent(places, lineages):
    assert most(places, lineages) == largest_set(places, maybe(lineages))


@given(PLACES, joined())
def test_fewest_is_the_largest_set_of_sources_that_surely_are(places, lineages):
    assert fewest(places, lineages) == largest_set(places, surely(lineages, places))


@given(PLACES, joined())
def test_no_more_sources_than_reports_are_independent(places, lineages):
    """One report is one source at the most, however many people it asks."""
    ids = {each.article_id for each in places}
    assert 1 <= fewest(places, lineages) <= len({lineages[key].wide_id for key in ids})
    assert most(places, lineages) <= len({lineages[key].lineage_id for key in ids})


@given(PLACES, joined(), st.sampled_from(["Reuters", "Talbote"]))
def test_coming_through_an_outlet_never_makes_independent(places, lineages, outlet):
    through = [place(each.article_id, each.primary, each.primary_kind, outlet) for each in places]
    without = [place(each.article_id, each.primary, each.primary_kind) for each in places]
    assert fewest(through, lineages) <= fewest(places, lineages) <= fewest(without, lineages)
    assert fewest(through, lineages) == 1
    assert most(through, lineages) == most(without, lineages)


@given(PLACES, joined())
def test_joining_reports_never_raises_either_number(places, lineages):
    """To learn that two articles are one report is to lose a source, or none."""
    for left, right in combinations(sorted({row.lineage_id for row in lineages.values()}), 2):
        together = {
            key: lineage(key, left, left) if row.lineage_id in {left, right} else row
            for key, row in lineages.items()
        }
        assert most(places, together) <= most(places, lineages)


@given(PLACES, joined())
def test_what_is_only_likely_never_counts_as_independence(places, lineages):
    """Wide lineages made as narrow as the certain ones give more sources for sure, not fewer."""
    certain = {key: lineage(key, row.lineage_id) for key, row in lineages.items()}
    assert fewest(places, lineages) <= fewest(places, certain) <= most(places, lineages)
    assert most(places, certain) == most(places, lineages)


@given(PLACES, joined(), st.randoms())
def test_the_order_and_the_names_of_articles_do_not_show(places, lineages, shuffle):
    names = list("uvwxyz")
    shuffle.shuffle(names)
    called = dict(zip("abcdef", names, strict=True))
    renamed = [
        place(called[each.article_id], each.primary, each.primary_kind, each.via) for each in places
    ]
    rows = {
        called[key]: lineage(called[key], called[row.lineage_id], called[row.wide_id])
        for key, row in lineages.items()
    }
    shuffle.shuffle(renamed)
    assert fewest(renamed, rows) == fewest(places, lineages)
    assert most(renamed, rows) == most(places, lineages)


@given(PLACES)
def test_people_are_told_apart_by_surname(places):
    named = {identity(each) for each in places if each.primary_kind == "named"}
    assert people(places) == len(named)


@given(PLACES)
def test_sources_that_are_told_apart_are_no_more_than_places(places):
    assert 0 <= count(places) <= len(places)
    assert count(places + places) == count(places)
    assert count([place("a"), *places]) == count(places)


# The Admiralty Code, as a table: who is named where, and what that makes of the claim.

BRENK, OLM, PORT = (
    place("a", "Ada Brenk"),
    place("b", "Nils Olm"),
    place("c", "the port", "organisation"),
)
PAPER, NOBODY = place("a", "the report", "document"), place("b")
SOME, HIDDEN = place("a", "officials", "collective"), place("b", "a source", "anonymous")
TOLD, HEARD = place("a", "Ada Brenk", via="Reuters"), place("b", "Nils Olm", via="Talbote")
# places, lineages, fewest, most, number
TABLE = [
    ([BRENK], 1, 1, 1, 3),
    ([BRENK, BRENK], 1, 1, 1, 3),
    ([BRENK, BRENK], 2, 1, 1, 3),
    ([BRENK, NOBODY], 2, 1, 2, 2),
    ([BRENK, HIDDEN], 2, 1, 2, 2),
    ([BRENK, OLM], 2, 2, 2, 1),
    ([BRENK, OLM, PORT], 3, 2, 3, 1),
    ([BRENK, OLM], 2, 1, 2, 2),
    ([PORT], 1, 1, 1, 3),
    ([PAPER], 1, 1, 1, 3),
    ([PAPER, NOBODY], 2, 1, 2, 2),
    ([SOME], 1, 1, 1, 4),
    ([SOME, HIDDEN], 2, 1, 2, 4),
    ([HIDDEN, NOBODY], 2, 1, 2, 4),
    ([TOLD], 1, 1, 1, 4),
    ([TOLD, TOLD], 2, 1, 1, 4),
    ([TOLD, HEARD], 2, 2, 2, 1),
    ([TOLD, BRENK], 2, 1, 1, 3),
    ([TOLD, HIDDEN], 2, 1, 1, 4),
    ([NOBODY], 1, 1, 1, 6),
    ([NOBODY, NOBODY], 2, 1, 2, 6),
]


@pytest.mark.parametrize(("places", "lineages", "least", "greatest", "number"), TABLE)
def test_the_number_of_a_claim_follows_from_who_stands_behind_it(
    places, lineages, least, greatest, number
):
    assert rate(places, lineages, (least, greatest), contradicted=False)[0] == number
    assert rate(places, lineages, (least, greatest), contradicted=True)[0] == 5


def test_every_number_of_the_code_is_in_the_table():
    assert {row[-1] for row in TABLE} == {1, 2, 3, 4, 6}  # 5 is for what is contradicted


def test_each_number_gives_its_own_reason():
    """A reader sees the clause; two numbers with one clause would be a riddle."""
    reasons = {}
    for places, lineages, least, greatest, number in TABLE:
        reason = rate(places, lineages, (least, greatest), contradicted=False)[1]
        reasons.setdefault(reason, set()).add(number)
    assert all(len(numbers) == 1 for numbers in reasons.values())
    assert len(reasons) == 7


@given(PLACES, st.integers(1, 4), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
def test_more_independent_sources_never_make_a_claim_less_certain(
    places, lineages, least, more, further
):
    top = 1 + least + more
    few = rate(places, lineages, (1 + least, top), contradicted=False)[0]
    many = rate(places, lineages, (1 + least, top + further), contradicted=False)[0]
    sure = rate(places, lineages, (top, top + further), contradicted=False)[0]
    assert sure <= many <= few
    assert 1 <= sure <= 6
