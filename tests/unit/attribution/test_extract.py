"""What stands in one place of a text is read as one thing: a credit is no statement."""

import pytest

from provenance.attribution import read


@pytest.fixture(scope="module")
def reading(articles, lexicon):
    return lambda text: read(articles(text), lexicon)


STORY = "The dam broke on Monday. Nobody was hurt, Ada Brenk, the mayor, said at the weir."


@pytest.mark.parametrize(
    "credit",
    [
        "(Additional reporting by Jo Kim in Oslo; Editing by Al Roe)",
        "(Reporting by Jo Kim)",
        "Tom Reed of the Associated Press contributed to this report.",
    ],
)
def test_a_credit_is_no_statement_of_a_source(reading, credit):
    found = reading(f"{STORY}\n\n{credit}")
    assert found.credits["article_id"].to_list()
    assert found.attributions["source"].to_list() == ["Ada Brenk"]


def test_a_quotation_begins_a_sentence(reading):
    """Else who would not be named in one sentence is taken for who speaks in the next."""
    text = "A clerk spoke on condition of anonymity. “The dam is old,” Ada Brenk, the mayor, said."
    kinds = dict(reading(text).attributions.select("source", "kind").iter_rows())
    assert kinds["Ada Brenk"] == "named"


def test_a_quotation_without_an_end_is_said_by_nobody_else(reading):
    """Its words may be the writer's own, with another speaker among them."""
    text = "“It held,” said Ada Brenk, a pilot. “It broke, said Tom Reed, a clerk."
    assert reading(text).quotes["speaker"].to_list()[0] == "Ada Brenk"
    assert reading(text).quotes["speaker"].to_list()[1] != "Ada Brenk"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f"])
def test_any_space_is_a_space(reading, space):
    """Else Bill Clinton and his wife would be one name, spelled in two ways."""
    text = (
        "LOWTOWN (Reuters) - It was Bill Clinton who spoke first on Monday, and the hall fell "
        "silent. Hillary Clinton answered. “We came late,” she said.\n\nThat raid was the last."
    )
    plain, spaced = reading(text), reading(text.replace(" ", space))
    assert [name for name, *_ in plain.people.select("name").rows()] != []
    for table in ("quotes", "people", "attributions", "gaps", "credits"):
        assert getattr(spaced, table).equals(getattr(plain, table))


@pytest.mark.parametrize("words", ["reportedly ", "X1a Y2b said. ", "he said he said "])
def test_a_line_of_nothing_but_cues_costs_no_more_than_its_length(reading, words):
    """Both were quadratic once: a tenth of this took half a minute."""
    found = reading(words * (300_000 // len(words)))
    assert len(found.quotes) == 0
