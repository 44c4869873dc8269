"""An unnamed source is no fault; whether it is said why, the text tells."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Attribution


@pytest.fixture(scope="session")
def stated(articles, lexicon):
    """The attributions of one text."""

    def _stated(text):
        return list(frames.rows(read(articles(text), lexicon).attributions, Attribution))

    return _stated


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("An official said on condition of anonymity that the dam held.", False),
        ("An official, who declined to be named, said the dam held.", False),
        ("An official said on condition of anonymity because of fear that it held.", True),
        ("Two officials, who were not authorized to discuss it, said the dam held.", True),
        ("A source said the dam held.", False),
        ("A source, unnamed for fear of revenge, said the dam held.", True),
    ],
)
def test_a_source_that_would_not_be_named_is_anonymous(text, explained, stated):
    row = stated(text)[0]
    assert (row.kind, row.explained) == ("anonymous", explained)


def test_a_source_without_a_name_is_not_yet_anonymous(stated):
    """A bare "an official said" is how every town hall is quoted."""
    (row,) = stated("An official said the dam held because it is strong.")
    assert (row.kind, row.explained) == ("role", None)


def test_a_named_source_beside_the_formula_stays_named(stated):
    rows = stated("Mayor Ada Brenk said the clerk spoke on condition of anonymity.")
    assert rows[0].kind == "named"


def test_who_speaks_through_an_outlet_is_told_apart_from_it(stated):
    text = "The Washington Post cites one of the officials, who spoke on condition of anonymity."
    outlet, official = stated(text)
    assert (outlet.kind, outlet.source) == ("outlet", "Washington Post")
    assert (official.kind, official.via, official.channel) == (
        "anonymous",
        "Washington Post",
        "outlet",
    )
    assert text[official.source_start : official.source_end] == "one of the officials"


def test_an_unnamed_source_needs_no_verb_of_speech(stated):
    (row,) = stated("The officials spoke on condition of anonymity.")
    assert (row.kind, row.source, row.cue) == ("anonymous", "officials", "speak")


def test_the_reason_stands_near(stated):
    far = " ".join(["word"] * 30)
    (row,) = stated(f"A source said the dam held {far} because of rain.")
    assert row.explained is False
