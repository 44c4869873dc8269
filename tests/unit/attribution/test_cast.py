"""Who is named where."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.cast import Cast
from provenance.model import Person, Span


def person(name, *places):
    spans = tuple(Span("a0", start, end, "") for start, end in places)
    return Person("a0", *places[0], name, name.split()[-1].lower(), None, None, spans)


ADA = person("Ada Brenk", (10, 19), (40, 45))
TOM = person("Tom Brenk", (25, 34))
CAST = Cast.of((ADA, TOM))


def found(places):
    return [(each.person.name, each.start) for each in places]


def test_the_places_of_all_people_are_in_order():
    assert found(CAST.places) == [("Ada Brenk", 10), ("Tom Brenk", 25), ("Ada Brenk", 40)]


def test_an_offset_within_a_mention_tells_the_person():
    assert [CAST.at(at) and CAST.at(at).person.name for at in (9, 10, 18, 19, 25)] == [
        None,
        "Ada Brenk",
        "Ada Brenk",
        None,
        "Tom Brenk",
    ]


def test_a_span_tells_the_first_person_on_it():
    assert CAST.at(0, 11).person is ADA
    assert CAST.at(19, 30).person is TOM
    assert CAST.at(0, 10) is None
    assert CAST.at(45, 99) is None


def test_mentions_within_a_span_lie_wholly_in_it():
    assert found(CAST.within(10, 45)) == [("Ada Brenk", 10), ("Tom Brenk", 25), ("Ada Brenk", 40)]
    assert found(CAST.within(11, 44)) == [("Tom Brenk", 25)]


def test_mentions_before_an_offset_come_nearest_first():
    """A pronoun means whom the text named last."""
    assert found(CAST.before(40)) == [("Tom Brenk", 25), ("Ada Brenk", 10)]
    assert found(CAST.before(40, since=20)) == [("Tom Brenk", 25)]
    assert found(CAST.before(33)) == [("Ada Brenk", 10)]


def test_a_surname_may_have_several_bearers():
    assert CAST.bearing("brenk") == (ADA, TOM)
    assert CAST.bearing("osk") == ()


def test_nobody_is_found_where_nobody_is_named():
    nobody = Cast.of(())
    assert (nobody.at(0), nobody.within(0, 9), list(nobody.before(9))) == (None, (), [])


@given(st.lists(st.integers(0, 60), unique=True), st.integers(0, 200), st.integers(0, 200))
def test_the_answers_are_those_of_looking_at_every_place(starts, start, length):
    """The search by halves must not lose a place at either end."""
    places = [(3 * each, 3 * each + 2) for each in starts]
    cast = Cast.of((person("Ada Brenk", *places),) if places else ())
    end = start + length
    inside = sorted(each for each in places if start <= each[0] and each[1] <= end)
    assert [(each.start, each.end) for each in cast.within(start, end)] == inside
    before = sorted((each for each in places if each[1] <= end), reverse=True)
    assert [(each.start, each.end) for each in cast.before(end)] == before
    here = [each for each in places if each[0] <= start < each[1]]
    at = cast.at(start)
    assert ([(at.start, at.end)] if at else []) == here
