"""A pronoun is somebody only where it can be nobody else."""

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


@pytest.fixture
def meant(stated):
    """Kind and source of the last attribution of a text."""
    return lambda text: (stated(text)[-1].kind, stated(text)[-1].source)


ANNA, PAUL = ("named", "Anna Brenk"), ("named", "Paul Oda")
UNTOLD = ("untold", None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paul Oda said the dam held. He added that it was old.", PAUL),
        ("Paul Oda said he believes the dam held.", PAUL),
        ("Paul Oda built the dam. He says it held.", PAUL),
        ("Paul Oda met Anna Brenk. She said the dam held.", ANNA),
        ("Anna Brenk met Paul Oda. He said the dam held.", PAUL),
        ("Paul Oda said the dam held.\n\nRain fell.\n\nHe said it was old.", PAUL),
        (
            "Paul Oda said the dam held.\n\nAdvertisement\n\nShare\n\nRain fell.\n\nHe said so.",
            PAUL,
        ),
        ("Paul Oda said the dam held. It was built by Ivan Tal. He added that it was old.", UNTOLD),
        ("Paul Oda waited for Ivan Tal. He said the dam held.", PAUL),
        ("In Karren, Paul Oda met Ivan Tal. He said the dam held.", UNTOLD),
        ("Paul Oda built the dam. She says it held.", UNTOLD),
        ("Paul Oda built the dam. It held, according to him.", PAUL),
        ("Rain fell on the bay. He says the dam held.", UNTOLD),
        ("Paul Oda built the dam. The Maine senator paid. He says it held.", UNTOLD),
        ("The mayor said the dam held. He added that it was old.", ("role", "mayor")),
        ("Paul Oda left. A reporter asked why. He said the dam held.", PAUL),
        ("The divers said the dam held. They added that it was old.", ("collective", "divers")),
        (
            "The port authority said it held. It added that it was old.",
            ("organisation", "port authority"),
        ),
        ("Paul Oda said the dam held. They added that it was old.", UNTOLD),
        ("We said the dam held.", UNTOLD),
    ],
)
def test_a_pronoun_is_the_one_person_whom_it_can_mean(text, who, meant):
    assert meant(text) == who


def test_nobody_is_looked_for_beyond_two_paragraphs_of_prose(meant):
    """Whoever was named long before is not whom a reader thinks of."""
    between = "Rain fell on the bay for hours.\n\n" * 3
    assert meant(f"Paul Oda built the dam.\n\n{between}He says it held.") == UNTOLD


def test_the_words_stay_those_of_the_pronoun(stated):
    text = "Paul Oda built the dam. He says it held."
    row = stated(text)[-1]
    assert text[row.source_start : row.source_end] == "He"


def test_pronouns_go_on_from_pronouns(stated):
    text = "Paul Oda built the dam. He says it held.\n\n" + "He adds that it is old.\n\n" * 6
    assert {row.source for row in stated(text)} == {"Paul Oda"}
