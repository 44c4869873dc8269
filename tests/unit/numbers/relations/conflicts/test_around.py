"""What stands around two figures says how sure it is that they are about one thing."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Article
from provenance.numbers.extract import story_of
from provenance.numbers.relations.conflicts.around import Around, running_total
from provenance.numbers.relations.conflicts.references import Reference


@pytest.fixture(scope="module")
def pair(grammar):
    """What is around the figures of a text, and the first figures of its first two sentences."""

    def _pair(text):
        article = Article("a", "a", 1, False, text, None, 0, None, None, "en")
        story = story_of(article, grammar.lexicon)
        left, right = (sentence.quantities[0] for sentence in story.sentences[:2])
        return Around(story, grammar), left, right

    return _pair


@pytest.fixture(scope="module")
def sure(pair):
    def _sure(text):
        around, left, right = pair(text)
        return around.confidence(left, right)

    return _sure


FIRST = "Hail destroyed 90 sheds near Orla."
SURER = {
    "the same words beat other words": (
        "Hail destroyed 70 sheds near Orla.",
        "Sudden frost then wrecked some 70 farm sheds near Orla.",
    ),
    "a shared place beats none": (
        "Hail destroyed 70 sheds near Orla.",
        "Hail destroyed 70 sheds near there.",
    ),
    "a shared place beats another one": (
        "Hail destroyed 70 sheds near Orla.",
        "Hail destroyed 70 sheds near Varn.",
    ),
    "a figure beats a vague word": (
        "Hail destroyed 70 sheds near Orla.",
        "Hail destroyed dozens of sheds near Orla.",
    ),
    "no day beats a day beside one": (
        "Hail destroyed 70 sheds near Orla.",
        "Hail destroyed 70 sheds near Orla on Monday.",
    ),
}


@pytest.mark.parametrize(("more", "less"), SURER.values(), ids=SURER.keys())
def test_it_is_surer_that_two_figures_are_about_one_thing(sure, more, less):
    assert sure(f"{FIRST} {more}") > sure(f"{FIRST} {less}")


@pytest.mark.parametrize(
    ("mine", "yours", "is_surer"),
    [
        (("brenk",), ("brenk",), True),
        (("brenk",), (), False),
        (("brenk",), ("varn",), False),
        ((), (), False),
    ],
)
def test_a_narrower_noun_speaks_for_one_thing_when_both_have_it(pair, mine, yours, is_surer):
    around, left, right = pair(f"{FIRST} Hail destroyed 70 sheds near Orla.")
    bare = around.confidence(left, right)
    found = around.confidence(replace(left, modifiers=mine), replace(right, modifiers=yours))
    assert (found > bare) is is_surer


def test_a_running_total_is_known_when_one_of_two_is_one(pair):
    text = "That brought the number of sheds destroyed to 70. Hail destroyed 90 sheds near Orla."
    _, left, right = pair(text)
    assert running_total(left, right) is left
    assert running_total(right, left) is left
    assert running_total(right, right) is None
    assert running_total(left, left) is None


def test_it_is_never_surer_than_sure_and_never_asks_for_an_order(pair):
    texts = [FIRST, *itertools.chain(*SURER.values())]
    for one, other in itertools.permutations(texts, 2):
        around, left, right = pair(f"{one} {other}")
        assert 0 <= around.confidence(left, right) <= 1
        assert around.confidence(left, right) == around.confidence(right, left)


DIFFERING = {
    "nothing in two like sentences": (
        "Hail destroyed 90 sheds near Orla. Hail destroyed 70 sheds near Orla.",
        set(),
    ),
    "names that each has alone": (
        "Hail destroyed 90 sheds near Orla. Hail destroyed 70 sheds near Varn.",
        {"names"},
    ),
    "not a name that only one has": (
        "Hail destroyed 90 sheds near Orla. Hail destroyed 70 sheds there.",
        set(),
    ),
    "other figures that each has alone": (
        "Hail destroyed 90 sheds on 12 farms. Hail destroyed 70 sheds on 14 farms.",
        {"numbers"},
    ),
    "amounts for which no name is shared": (
        "The old mill paid $90 for it. The old mill paid $70 for it.",
        {"numbers"},
    ),
    "not amounts for which one is": (
        "The mill in Orla paid $90 for it. The mill in Orla paid $70 for it.",
        set(),
    ),
    "shares beside a name that one of them lacks": (
        "Polls in Orla show 90 percent of farms pay. Polls there show 70 percent of farms pay.",
        {"numbers"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), DIFFERING.values(), ids=DIFFERING.keys())
def test_what_differs_is(pair, text, expected):
    """Both figures of a pair are asked for, so that each answer holds in both orders."""
    around, left, right = pair(text)
    assert around.differing(left, right) == expected
    assert around.differing(right, left) == expected


def test_words_beside_both_figures_are_counted_but_for_the_counted(pair):
    text = "Hail destroyed 90 sheds near Orla. Old hail destroyed 70 sheds near Orla."
    around, left, right = pair(text)
    assert around.beside(left, right) == around.beside(right, left) == 3  # hail, destroyed, Orla
    around, left, right = pair("Hail destroyed 90 sheds. Frost wrecked 70 sheds.")
    assert around.beside(left, right) == 0


def test_what_a_boat_can_hold_is_needed(pair):
    around, left, right = pair("A boat can carry 16 anglers. A boat had 19 anglers on it.")
    assert (around.needed(left), around.needed(right)) == (True, False)


def test_the_later_figure_refers_back(pair):
    around, left, right = pair("A barge with 16 anglers sank. The barge had 19 anglers on it.")
    assert around.reference(left, right) == Reference.THING
    around, left, right = pair("A barge with 16 anglers sank. A tram had 19 anglers on it.")
    assert around.reference(left, right) == Reference.NONE


def test_a_text_that_counts_on_lets_a_count_grow(pair):
    around, left, right = pair("It killed 4 cooks. It killed 5 cooks. A fifth cook died.")
    assert around.grows(left, right)
    around, left, right = pair("It killed 4 cooks. It killed 5 cooks. A third cook fled.")
    assert not around.grows(left, right)


@given(st.sampled_from(["It was dull. ", "Nobody in Varn slept. ", "Ada Brenk has goats.\n\n"]))
def test_sentences_without_figures_around_a_pair_change_nothing(sure, more):
    text = f"{FIRST} Hail destroyed 70 sheds near Orla."
    assert sure(more + text) == sure(f"{text} {more}") == sure(text)


def test_words_of_a_very_long_sentence_are_compared_as_far_as_needed(sure):
    """One sentence of a megabyte must not cost as much for each of its figures."""
    long = f"Hail destroyed 70 sheds near Orla {'and ever on ' * 60_000}."
    assert 0 <= sure(f"{FIRST} {long}") <= 1
