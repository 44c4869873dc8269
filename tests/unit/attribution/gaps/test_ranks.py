"""Officers with a rank and without."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.attribution.gaps.ranks import KIND
from provenance.model import Gap


@pytest.fixture(scope="session")
def told(articles, lexicon):
    """The gaps of one text as what stands there and where the rank stands."""

    def _told(text):
        rows = frames.rows(read(articles(text), lexicon).gaps, Gap)
        return [
            (text[row.start : row.end], text[row.others[0].start : row.others[0].end])
            for row in rows
            if row.kind == KIND
        ]

    return _told


@pytest.mark.parametrize(
    ("text", "dropped", "ranked"),
    [
        ("Gen. Anton Osk sat. Mr. Osk rose. Mr. Osk left.", "Mr. Osk", "Gen. Anton Osk"),
        ("Lt Col Ruth Osk sat. Ms Osk rose.", "Ms Osk", "Lt Col Ruth Osk"),
        ("Ruth Osk sat. Maj. Osk rose. Mrs Osk left.", "Mrs Osk", "Maj. Osk"),
        (
            "Gen. Tarek al-Rashwani sat. Mr Rashwanni rose.",
            "Mr Rashwanni",
            "Gen. Tarek al-Rashwani",
        ),
    ],
)
def test_a_rank_that_becomes_a_form_of_address_is_told(told, text, dropped, ranked):
    """The first time only, and under a misspelled name as well."""
    assert told(text) == [(dropped, ranked)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Anton Osk sat. Gen. Osk rose. Osk left.",
        "Mr. Osk sat. Gen. Anton Osk rose.",
        "Retired Gen. Anton Osk sat. Mr. Osk rose.",
        "The former army Gen. Anton Osk sat. Mr. Osk rose.",
        "Gen. Anton Osk, a retired officer, sat. Mr. Osk rose.",
        "Capt. Anton Osk fell in the war. His father, Peter Osk, wept. Mr. Osk is 71.",
        "Sheriff Anton Osk sat. Mr. Osk rose.",
        "Senator Anton Osk sat. Mr. Osk rose.",
        "Mr. Osk sat.",
    ],
)
def test_other_changes_of_address_are_custom(told, text):
    """Who has left the service, the police and politicians are called Mr in many papers."""
    assert told(text) == []


@pytest.mark.parametrize(
    "kin",
    [
        "The son of",
        "The widow of Army",
        "His wife,",
        "Her brother",
        "The mother to",
        "The grandfather of",
        "The daughter of Marine",
    ],
)
def test_beside_one_of_the_family_the_other_may_be_meant(told, kin):
    """Mr Osk may be the father of the officer of whom it is told."""
    assert told(f"{kin} Capt. Anton Osk sat. Mr. Osk rose.") == []


@pytest.mark.parametrize("led", ["The aide of", "The season of", "His driver,", "The men under"])
def test_beside_anybody_else_the_officer_is_meant(told, led):
    text = f"{led} Capt. Anton Osk sat. Mr. Osk rose."
    assert told(text) == [("Mr. Osk", "Capt. Anton Osk")]
