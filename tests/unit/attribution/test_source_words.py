"""The words of a language are checked when they are compiled, not when an article is read."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import rulebook
from provenance.attribution.source_words import SourceWords, trie
from provenance.model import SourceKind


@pytest.fixture
def own(source_tables):
    """The sources lexicon with one table replaced."""
    return lambda **tables: SourceWords.of({**source_tables, **tables}, {})


@pytest.fixture(scope="session")
def source_tables():
    """The tables of the sources lexicon, read by the program's own loader."""
    path = Path(__file__).parents[3] / "rules" / "lexicon" / "sources.en.yaml"
    book = rulebook.load([rulebook.RuleFile(path.name, path.read_text("utf-8"))])
    return book.lexicons["sources.en"]


@pytest.mark.parametrize("table", ["speech", "belief", "pronouns", "outlets", "anonymous"])
def test_a_missing_table_is_named(table, source_tables):
    """Whoever writes a lexicon for another language is told what is not there yet."""
    rest = {name: entries for name, entries in source_tables.items() if name != table}
    with pytest.raises(ValueError, match=table):
        SourceWords.of(rest, {})


def test_a_missing_key_is_named(own):
    with pytest.raises(ValueError, match=r"stops.*join"):
        own(stops={"clause": ("that",), "verb": ("is",)})


def test_every_form_of_a_verb_leads_to_its_canonical_form(own):
    words = own(speech={"mutter": ("mutter", "muttered")})
    assert words.cues["muttered"] == ("mutter", frozenset({"speech"}))


def test_a_form_keeps_all_groups_that_it_stands_in(own):
    words = own(speech={"moot": ("moots",)}, finding={"moot": ("moots",)})
    assert words.cues["moots"][1] == frozenset({"speech", "finding"})


def test_an_agency_is_an_agency_even_where_an_outlet_has_its_name(source_tables):
    words = SourceWords.of(source_tables, {"Karren Wire": ("Karren Wire", "KW")})
    assert words.outlets["KW"] == (SourceKind.AGENCY, "Karren Wire")


def test_a_cue_is_found_as_a_whole_word_only(lexicon):
    found = [match["word"] for match in lexicon.sources.cue.finditer(" unsaid saidness said it")]
    assert found == ["said"]


def test_the_longest_cue_is_found(lexicon):
    found = [match["word"] for match in lexicon.sources.cue.finditer(" he pointed out that")]
    assert found == ["pointed out"]


@given(st.sets(st.text(st.sampled_from("abc "), min_size=1, max_size=6), min_size=1), st.data())
def test_a_trie_finds_what_an_alternation_finds(words, data):
    """It is the same pattern, only faster; the longest word wins in both."""
    text = data.draw(st.text(st.sampled_from("abc "), max_size=12))
    longest = "|".join(re.escape(word) for word in sorted(words, key=lambda word: -len(word)))
    assert re.match(trie(words), text, re.DOTALL) is None or re.match(longest, text)
    ours, theirs = re.match(trie(words), text), re.match(longest, text)
    assert (ours and ours[0]) == (theirs and theirs[0])
