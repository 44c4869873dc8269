"""A lexicon is checked before it is used: a fault names the table and the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.numbers.lexicon import TABLES, Lexicon, bounds

NUMBER_WORDS = ["one", "twelve", "thirty", "dozens", "hundreds", "half", "third", "7", "½"]


def changed(tables, name, key, phrases):
    """The tables with one key set to other phrases; null takes the key out."""
    table = dict(tables[name])
    if phrases is None:
        del table[key]
    else:
        table[key] = tuple(phrases)
    return {**tables, name: table}


def fault(tables):
    with pytest.raises(ValueError, match=r".+") as caught:
        Lexicon.of(tables)
    return str(caught.value)


def test_the_lexicon_of_the_rules_has_every_table(tables):
    assert set(tables) == TABLES


def test_number_words_have_their_values(lexicon):
    assert lexicon.values["cardinals"]["seventeen"] == 17
    assert lexicon.values["scales"]["billion"] == 1e9
    assert lexicon.values["fractions"]["thirds"] == pytest.approx(1 / 3)


def test_a_missing_table_is_named(tables):
    rest = {name: table for name, table in tables.items() if name != "units"}
    assert fault(rest) == "units: table is missing"


def test_an_unknown_table_is_named(tables):
    """Most likely a typing mistake: its phrases would never be used."""
    assert fault({**tables, "unit": {}}) == "unit: no such table"


@pytest.mark.parametrize(
    ("name", "key", "phrases", "words"),
    [
        ("cardinals", "many", ["umpteen"], ["cardinals", "'many'", "no number"]),
        ("fractions", "1/0", ["nothingth"], ["fractions", "'1/0'", "no number"]),
        ("vague", "lots", ["lots of"], ["vague", "'lots'", "low-high"]),
        ("vague", "9-3", ["lots of"], ["vague", "'9-3'", "low-high"]),
        ("before", "roughly", ["ish"], ["before", "'roughly'", "no bound"]),
        ("after", "above", ["and up"], ["after", "'above'", "no bound"]),
        ("clock", "zone", ["zulu"], ["clock", "'zone'", "no key"]),
        ("cues", "rate", None, ["cues", "'rate'", "is missing"]),
        ("speech", "verb", None, ["speech", "'verb'", "is missing"]),
        ("units", "furlong", [" "], ["units", "'furlong'", "empty"]),
        ("units", "furlong", ["Furlong"], ["units", "'furlong'", "'Furlong'", "capitals"]),
        ("names", "us", ["united states"], ["names", "'us'", "more than one word"]),
        ("units", "furlong", ["mile"], ["units", "'furlong'", "'mile'", "stands also under"]),
        ("events", "sing", ["killed"], ["events", "'killed'", "'kill'"]),
        ("cues", "rise", ["arrested"], ["cues", "'rise'", "'arrested'", "'arrest'"]),
        ("implied", "horse", ["gallop"], ["implied", "'horse'", "'gallop'"]),
    ],
)
def test_a_fault_names_the_table_the_key_and_what_is_wrong(tables, name, key, phrases, words):
    message = fault(changed(tables, name, key, phrases))
    assert message.startswith(name)
    assert [word for word in words if word not in message] == []


def test_editors_can_add_an_event(tables):
    added = Lexicon.of(changed(tables, "events", "fell-trees", ["felled"]))
    assert added.cues.at(["felled"], 0) == ("event.fell-trees", 1)


def test_the_longest_phrase_wins(lexicon):
    low = ["no", "more", "than", "20", ""]
    assert lexicon.phrases["before"].ending(low, 3) == ("up-to", 3)
    assert lexicon.phrases["before"].ending(low[1:], 2) == ("more-than", 2)


def test_a_phrase_must_stand_there_as_a_whole(lexicon):
    assert lexicon.phrases["percents"].at(["per", "cent", ""], 0) == ("percent", 2)
    assert lexicon.phrases["percents"].at(["per", "head", ""], 0) is None


def test_no_phrase_ends_before_the_first_token(lexicon):
    assert lexicon.phrases["before"].ending(["than", "20"], 0) is None


@pytest.mark.parametrize(("key", "expected"), [("24-99", (24, 99)), ("2-3", (2, 3))])
def test_the_ends_of_a_vague_word_stand_in_its_key(key, expected):
    assert bounds(key) == expected


@pytest.mark.parametrize("key", ["24", "a-b", "3-3", "-3-9", ""])
def test_other_keys_have_no_ends(key):
    with pytest.raises(ValueError, match="low-high"):
        bounds(key)


@pytest.mark.parametrize("word", NUMBER_WORDS)
@pytest.mark.parametrize("change", [str, str.capitalize, str.upper])
def test_the_gate_opens_for_a_number_word_in_any_case(lexicon, word, change):
    assert lexicon.gate.search(f"There were {change(word)}.")


@pytest.mark.parametrize("text", ["", "No news today.", "Bones, phone, alone", "a an the"])
def test_the_gate_stays_shut_for_a_text_without_one(lexicon, text):
    assert not lexicon.gate.search(text)


@given(st.lists(st.sampled_from(["the", "mill", "stood", *NUMBER_WORDS]), max_size=8))
def test_the_gate_opens_exactly_when_a_number_word_is_there(lexicon, chosen):
    found = bool(lexicon.gate.search(" ".join(chosen)))
    assert found == any(word in NUMBER_WORDS for word in chosen)


def test_the_gate_is_linear_on_a_long_word(lexicon):
    assert not lexicon.gate.search("x" * 1_000_000)
