"""What a figure counts and what happened to it, told from the words nearby."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.context import Scene
from provenance.text.sentence_tokens import split


@pytest.mark.parametrize(
    ("text", "noun", "event"),
    [
        # the object of an active verb, the subject of a passive one
        ("The storm destroyed 200 lorries.", "lorry", "destroy"),
        ("About 55 lorries were destroyed by the storm.", "lorry", "destroy"),
        ("Dozens of fishermen were arrested.", "fisherman", "arrest"),
        ("The raid freed 30 of their miners.", "miner", "rescue"),
        ("The mill laid off 140 workers.", "worker", "lay-off"),
        ("Some 3,000 people attended the march.", "person", "attend"),
        # nouns that are the event
        ("There were 20 deaths in Tarn.", "person", "kill"),
        ("Police made 14 arrests.", "person", "arrest"),
        # no noun: people are meant where the event says so
        ("The blast killed 20.", "person", "kill"),
        ("The blast killed 20 and injured 30.", "person", "kill"),
        ("In the blast 20 were killed.", "person", "kill"),
        ("The blast left 20 dead.", "person", "kill"),
        # the number of something
        ("The number of lorries destroyed rose to 175.", "lorry", "destroy"),
        ("It brought the number of army lorries destroyed by hail to 175.", "lorry", "destroy"),
        ("The death toll stood at 52.", "person", "kill"),
        ("A total of 54 miners were rescued.", "miner", "rescue"),
        # shares
        ("Farms grow 14 percent of the wheat.", "wheat", "grow"),
        ("A third of the sheep died.", "sheep", "kill"),
        # measures and money
        ("They sold 500 tonnes of wheat.", "wheat", "sell"),
        ("They raised $5 million.", None, "raise"),
        # an attributive number describes a thing and counts nothing that happened
        ("Police arrested a 12-member gang.", "member", None),
        ("They sold a 10-inch knife.", "knife", None),
        # nothing near enough
        ("The valley has 200 farms.", "farm", None),
        ("Only 100 remain.", None, None),
        ("The valley has 200 farms; a miner was killed.", "farm", None),
        ("The valley has 200 farms (a miner was killed there).", "farm", None),
        # the word that is counted is not its own event
        ("The bill has 51 votes.", "vote", None),
        ("Two-thirds of the deaths were old.", "death", None),
    ],
)
def test_a_figure_counts_this_and_this_happened(read, text, noun, event):
    row = read(text)[0]
    assert (row.noun, row.event) == (noun, event)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 20 people and injured 30.", ["kill", "injure"]),
        ("It killed 20 men, and 30 were arrested.", ["kill", "arrest"]),
        ("It destroyed 200 lorries and killed dozens of men.", ["destroy", "kill"]),
        ("In the raid many were killed, 20 of the men were injured.", ["injure"]),
        ("They rescued 5 men while 40 boats were destroyed.", ["rescue", "destroy"]),
    ],
)
def test_each_figure_takes_the_event_of_its_own_clause(read, text, expected):
    assert [row.event for row in read(text)] == expected


def test_an_event_far_away_is_not_taken(read):
    text = "Killed in a fall, the old keeper of the far and windy lighthouse of Arrel had 30 goats."
    assert read(text)[0].event is None


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("It hit 20 army lorries.", ("army",)),
        ("It hit 20 old US army lorries.", ("army", "old", "us")),
        ("It hit 20 lorries.", ()),
        ("It hit 20.", ()),
    ],
)
def test_modifiers_are_the_words_between_figure_and_noun(read, text, modifiers):
    assert read(text)[0].modifiers == modifiers


@pytest.mark.parametrize(
    ("text", "subset"),
    [
        ("It hit 20 burned lorries.", {"subset:burned"}),
        ("It hit 20 Iraqi lorries.", set()),
        ("It hit 14 percent of the city's lorries.", set()),
    ],
)
def test_a_modifier_makes_a_subset_unless_it_is_a_name_or_an_owner(read, text, subset):
    told = read(text)[0].qualifiers
    assert {item for item in told if item.startswith("subset:")} == subset


def test_the_longer_of_two_cues_is_taken(lexicon):
    text = "a total of men were laid off no longer"
    scene = Scene.of(split(text, 0, len(text)), lexicon)
    assert [name for _, name in scene.cues.values()] == [
        "cumulative",
        "event.lay-off",
        "negated",
    ]
    assert [name for _, _, name in scene.events] == ["lay-off"]


@given(st.lists(st.sampled_from("20 men killed , and of the total rose to ; boats".split())))
def test_any_row_of_words_is_read(read, chosen):
    for row in read(" ".join(chosen)):
        assert row.noun is None or row.noun == row.noun.lower()
        assert (row.noun is None) <= (not row.modifiers)


@given(st.sampled_from(["20 men", "about 20 men", "20 to 30 men", "dozens of men"]))
def test_the_event_does_not_depend_on_how_the_figure_is_bounded(read, figure):
    (row,) = read(f"The blast killed {figure} in Tarn.")
    assert (row.noun, row.event) == ("man", "kill")


def test_a_sentence_full_of_events_is_read(read):
    assert len(read("killed 20 men and " * 500)) == 500
