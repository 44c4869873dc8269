"""Who counts as one source."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.lineage.primaries import count, fewest, heard, identity, most, people
from provenance.lineage.statements import Stated
from provenance.model import Lineage


def make_place(article_id, primary=None, kind="named", via=None):
    return Stated(article_id, 0, 1, primary, kind if primary else None, "speech", via)


def lineage_of(article_id, narrow=None, wide=None):
    narrow = narrow or article_id
    return Lineage(article_id, narrow, wide or narrow, "own", None)


TWO = {"a": lineage_of("a"), "b": lineage_of("b")}
KINDS = ["named", "organisation", "document", "role", "collective", "anonymous", "outlet", "agency"]
PLACES = st.builds(
    make_place,
    st.sampled_from("abcdef"),
    st.sampled_from([None, "Ada Brenk", "Brenk", "Olm", "the Port", "officials"]),
    st.sampled_from(KINDS),
    via=st.sampled_from([None, None, "Reuters", "Talbote"]),
)
# a and b are one report for certain, c may be one with them, and d with e.
SIX = {
    "a": lineage_of("a"),
    "b": lineage_of("b", "a"),
    "c": lineage_of("c", "c", "a"),
    "d": lineage_of("d"),
    "e": lineage_of("e", "e", "d"),
    "f": lineage_of("f"),
}


def both(*places, lineages=TWO):
    return fewest(places, lineages), most(places, lineages)


def test_nobody_anywhere_is_no_source():
    assert (both(), people([])) == ((0, 0), 0)


def test_a_speaker_told_by_role_elsewhere_is_no_second_one():
    """“The minister said” in one paper is “Brenk said” in the other: one quotation, one mouth."""
    role = make_place("b", "minister", "role")
    assert heard([make_place("a", "Ada Brenk"), role]) == 1
    assert heard([make_place("a", "Ada Brenk"), make_place("b", "Nils Olm"), role]) == 2
    assert (heard([role]), heard([make_place("a")]), heard([])) == (1, 0, 0)


def test_two_papers_on_one_person_are_one():
    assert both(make_place("a", "Ada Brenk"), make_place("b", "Brenk")) == (1, 1)


def test_two_papers_on_two_people_are_two():
    assert both(make_place("a", "Ada Brenk"), make_place("b", "Olm")) == (2, 2)


def test_one_paper_on_two_people_is_one():
    assert both(make_place("a", "Ada Brenk"), make_place("a", "Olm")) == (1, 1)


def test_two_papers_without_a_source_may_be_one_or_two():
    assert both(make_place("a"), make_place("b")) == (1, 2)


def test_a_paper_without_a_source_may_have_it_from_the_one_with():
    """The figure of seeds 001 and 002: a general says it in one, nobody in the other."""
    assert both(make_place("a", "Talib Kessar"), make_place("b")) == (1, 2)


def test_unnamed_sources_of_two_papers_may_be_the_same_people():
    officials = [make_place(key, "officials", "collective") for key in "ab"]
    assert both(*officials) == (1, 2)


def test_a_person_may_speak_for_an_organisation():
    port = make_place("a", "the Port", "organisation")
    assert both(port, make_place("b", "Ada Brenk")) == (1, 2)


def test_two_organisations_are_two():
    port, union = (
        make_place(*each, "organisation") for each in (("a", "the Port"), ("b", "Union"))
    )
    assert both(port, union) == (2, 2)


def test_an_organisation_is_the_same_with_and_without_its_article():
    ports = [make_place(*each, "organisation") for each in (("a", "the Port"), ("b", "port"))]
    assert both(*ports) == (1, 1)
    assert count(ports) == 1


def test_what_came_through_one_agency_is_one_when_in_doubt():
    told = [make_place("a", "Brenk", via="Reuters"), make_place("b", "Olm", via="REUTERS")]
    assert both(*told) == (1, 2)


def test_a_lineage_that_is_only_likely_counts_one_way():
    likely = {"a": lineage_of("a"), "b": lineage_of("b", "b", "a")}
    assert both(make_place("a", "Brenk"), make_place("b", "Olm"), lineages=likely) == (1, 2)


def test_only_people_with_a_name_are_counted_as_people():
    named = make_place("a", "Ada Brenk")
    assert people([named, make_place("b", "Brenk"), make_place("b")]) == 1
    assert people([named, make_place("b", "mayor", "role"), make_place("b", "Olm")]) == 2


def test_a_source_is_compared_by_its_words():
    assert identity(make_place("a", "The  Port-Union", "organisation")) == "port union"
    assert identity(make_place("a")) == ""


@given(st.lists(PLACES, max_size=8))
def test_the_range_never_turns_over(places):
    low, high = both(*places, lineages=SIX)
    assert low <= high <= len({SIX[place.article_id].lineage_id for place in places})
    assert bool(low) == bool(places)


@given(st.lists(PLACES, min_size=1, max_size=7), st.data())
def test_a_copy_of_an_article_never_raises_the_range(places, data):
    """Forty reprints of one story are one report."""
    copied = data.draw(st.sampled_from([place.article_id for place in places]))
    origin = SIX[copied]
    lineages = SIX | {"z": lineage_of("z", origin.lineage_id, origin.wide_id)}
    copies = [
        make_place("z", place.primary, place.primary_kind, via=place.via)
        for place in places
        if place.article_id == copied
    ]
    before, after = both(*places, lineages=SIX), both(*places, *copies, lineages=lineages)
    assert after == before


@given(st.lists(PLACES, max_size=7))
def test_a_new_report_with_a_new_source_raises_the_range_by_one_at_most(places):
    lineages = SIX | {"z": lineage_of("z")}
    before = both(*places, lineages=SIX)
    after = both(*places, make_place("z", "Vell"), lineages=lineages)
    assert all(low <= high <= low + 1 for low, high in zip(before, after, strict=True))
    assert after[1] == before[1] + 1


@given(st.lists(PLACES, max_size=8), st.randoms())
def test_the_order_of_the_places_does_not_show(places, shuffle):
    mixed = list(places)
    shuffle.shuffle(mixed)
    assert both(*mixed, lineages=SIX) == both(*places, lineages=SIX)


def test_five_thousand_reprints_are_one():
    lineages = {f"{n}": lineage_of(f"{n}", "0") for n in range(5000)}
    assert both(*(make_place(key, "Brenk") for key in lineages), lineages=lineages) == (1, 1)
