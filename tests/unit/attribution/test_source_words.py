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


@pytest.mark.parametrize(
    ("forms", "unchanged"),
    [
        (("read", "reads", "reading"), True),
        (("put it", "puts it", "putting it"), True),
        (("moot", "moots", "mooted", "mooting"), False),
        (("mooted",), False),
        (("moots", "mooting"), False),
    ],
)
def test_a_verb_without_a_past_of_its_own_is_unchanged(forms, unchanged, own):
    """Of "the letter read" nothing but the list of its forms tells that it is a past."""
    words = own(speech={forms[0] if unchanged else "moot": forms})
    assert (forms[0] in words.unchanged) is unchanged


@pytest.mark.parametrize("table", ["speech", "finding", "beside"])
def test_each_table_of_verbs_may_hold_one(table, own):
    assert "bid" in own(**{table: {"bid": ("bid", "bids", "bidding")}}).unchanged


def test_phrases_are_no_verbs(own):
    assert "citing" not in own(phrases={"citing": ("citing", "Citing")}).unchanged


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("report", SourceKind.DOCUMENT),
        ("company", SourceKind.ORGANISATION),
        ("pilot", SourceKind.ROLE),
        ("pilots", SourceKind.COLLECTIVE),
        ("intelligence", SourceKind.COLLECTIVE),
        ("one", SourceKind.ROLE),
        ("another", SourceKind.ROLE),
        ("newspaper", SourceKind.OUTLET),
        ("sources", SourceKind.ANONYMOUS),
        ("insider", SourceKind.ANONYMOUS),
        ("tide", None),
    ],
)
def test_a_noun_is_a_head_of_one_kind(noun, kind, lexicon):
    assert lexicon.sources.heads.get(noun) is kind


def test_owners_are_pronouns_that_begin_a_noun_phrase(lexicon):
    """Of the two, "his aide" is somebody, "he aide" is nothing."""
    assert "his" in lexicon.sources.leads
    assert "his" not in lexicon.sources.halts
    assert "he" in lexicon.sources.halts


def test_no_word_stands_between_in_two_ways(source_tables):
    """The role of a word between subject and verb is one, whatever the order of the tables."""
    roles = "adverb day auxiliary passive modal negation to".split()
    words = [word for role in roles for word in set(source_tables["between"][role])]
    assert sorted(words) == sorted(set(words))


def test_every_form_is_a_cue_that_is_found(lexicon):
    words = lexicon.sources
    lost = [form for form in words.cues if (words.cue.match(f" {form} ") or [None])[0] is None]
    assert lost == []


def test_every_word_that_is_guarded_is_a_verb(source_tables):
    """A guard for a verb that no table knows would guard nothing."""
    tables = ("speech", "belief", "finding", "beside")
    verbs = {verb for table in tables for verb in source_tables[table]}
    for guard in ("object", "any"):
        assert set(source_tables["heard"][guard]) <= verbs


def test_one_syllable_verbs_double_their_last_letter(lexicon):
    """“Snaped” is in no text: a verb whose past is misspelled is never found in the past."""
    single = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
    known = lexicon.sources.cues
    verbs = {word for word in known if single.fullmatch(word) and f"{word}s" in known}
    assert {"beg", "brag", "dub", "slam", "snap"} <= verbs
    assert {word for word in verbs if f"{word}ed" in known or f"{word}ing" in known} == set()


@pytest.mark.parametrize("form", ["begged", "bragged", "snapped", "regretted", "presumed"])
def test_the_past_of_a_verb_is_known(lexicon, form):
    assert form in lexicon.sources.cues
