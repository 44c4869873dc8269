"""Who stands behind a place of an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.lineage.statements import Statements, through
from provenance.model import Attribution


@pytest.fixture(scope="session")
def statements(make):
    """The statements of article `a`, from names and spans."""

    def _statements(*told, outlet=None, **fields):
        rows = [make.attribution("a", name, span, **fields) for name, *span in told]
        return Statements.of(frames.frame(rows, Attribution), {"a": outlet})

    return _statements


def source(found):
    return found and found.source


def test_nobody_stands_behind_what_no_statement_covers(statements):
    told = statements(("Brenk", 10, 20))
    assert [source(told.at("a", at)) for at in (9, 10, 19, 20)] == [None, "Brenk", "Brenk", None]
    assert told.at("b", 10) is None


def test_the_narrowest_statement_tells(statements):
    assert source(statements(("Brenk", 0, 90), ("Olm", 10, 20)).at("a", 12)) == "Olm"


def test_a_source_goes_before_none(statements):
    """“It is believed, Brenk said” has a source."""
    assert source(statements(("Brenk", 0, 90), (None, 10, 20)).at("a", 12)) == "Brenk"


def test_of_two_cues_of_one_source_the_first_tells_how_it_came(make):
    """“Brenk told Reuters and wrote” came by what stands first, whatever the rows' order."""
    first = make.attribution("a", "Brenk", (0, 90), start=0, channel="speech", via="Reuters")
    second = make.attribution("a", "Brenk", (0, 90), start=9, channel="written", source_start=0)
    for rows in ([first, second], [second, first]):
        told = Statements.of(frames.frame(rows, Attribution), {"a": None})
        assert told.sources["a", 0] == first


def test_a_figure_takes_over_what_the_attribution_tells(statements, make):
    told = statements(("Brenk", 0, 90), via="Reuters", channel="event", kind="named")
    place = told.stated(make.figure("a", 5, 9, 3.0, "ewe"))
    assert (place.start, place.end, place.primary, place.primary_kind) == (5, 9, "Brenk", "named")
    assert (place.channel, place.via) == ("event", "Reuters")


def test_a_figure_nobody_stands_behind_has_no_kind_of_source(statements, make):
    told = statements((None, 0, 90), kind="agentless")
    place = told.stated(make.figure("a", 5, 9, 3.0, "ewe"))
    assert (place.primary, place.primary_kind) == (None, None)
    assert statements().stated(make.figure("a", 5, 9, 3.0, "ewe")).primary is None


SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), max_size=6, unique=True)


@given(SPANS, st.integers(0, 40))
def test_it_is_the_shortest_of_those_around_a_place(statements, spans, at):
    told = statements(
        *((f"s{n}", start, start + length) for n, (start, length) in enumerate(spans))
    )
    around = [length for start, length in spans if start <= at < start + length]
    found = told.at("a", at)
    assert (found and found.statement_end - found.statement_start) == min(around, default=None)


def test_thousands_of_statements_in_one_article_are_read(statements):
    told = statements(*((f"s{n}", n * 10, n * 10 + 10) for n in range(5000)))
    assert source(told.at("a", 49_995)) == "s4999"


def test_what_an_outlet_was_told_itself_came_through_nobody(statements):
    """“Told the Gazette” stands in the Gazette as well."""
    for outlet, via in (("Gazette", None), ("The Gazette", None), ("Post", "Gazette")):
        told = statements(("Brenk", 0, 90), via="Gazette", outlet=outlet)
        assert told.at("a", 5).via == via


@pytest.mark.parametrize(
    ("kind", "via", "expected"),
    [
        ("agency", None, "Talbote"),
        ("outlet", None, "Talbote"),
        ("named", None, None),
        ("named", "Post", "Post"),
        ("outlet", "Post", "Post"),
    ],
)
def test_a_statement_comes_through_an_outlet_or_is_its_own(make, kind, via, expected):
    table = frames.frame([make.attribution("a", "Talbote", kind=kind, via=via)], Attribution)
    assert table.select(through()).to_series().to_list() == [expected]
