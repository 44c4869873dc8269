"""The words of a language are built from its lexicons, and a fault names the lexicon it is in."""

import pytest

from provenance import api
from provenance.attribution import Lexicon

LEXICONS = api.rules().lexicons
KEYS = [f"{name}.en" for name in ("names", "sources", "credits", "quotes", "gaps")]


def changed(key, tables):
    return {**LEXICONS, key: tables}


@pytest.mark.parametrize("key", KEYS)
def test_a_lexicon_that_is_missing_is_named(key):
    rest = {name: tables for name, tables in LEXICONS.items() if name != key}
    with pytest.raises(ValueError, match=rf"^{key}: there is no such lexicon$"):
        Lexicon.of(rest)


@pytest.mark.parametrize(
    ("key", "table"),
    [
        ("names.en", "particles"),
        ("sources.en", "between"),
        ("credits.en", "agencies"),
        ("credits.en", "picture-agencies"),
        ("credits.en", "shares"),
        ("quotes.en", "works"),
        ("gaps.en", "things"),
    ],
)
def test_a_table_that_is_missing_is_named_behind_its_lexicon(key, table):
    """The message begins with the key, from which the user is told the file to mend."""
    rest = {name: entries for name, entries in LEXICONS[key].items() if name != table}
    with pytest.raises(ValueError, match=rf"^{key}: .*{table}"):
        Lexicon.of(changed(key, rest))


@pytest.mark.parametrize(
    ("key", "table", "entry"),
    [
        ("names.en", "first-names", "she"),
        ("sources.en", "stops", "join"),
        ("credits.en", "shares", "staff"),
        ("quotes.en", "works", "kinds"),
        ("gaps.en", "nobody", "told"),
    ],
)
def test_a_key_that_is_missing_is_named_behind_its_lexicon(key, table, entry):
    entries = {name: words for name, words in LEXICONS[key][table].items() if name != entry}
    with pytest.raises(ValueError, match=rf"^{key}: .*{entry}"):
        Lexicon.of(changed(key, {**LEXICONS[key], table: entries}))


def test_another_language_is_asked_for_its_own_lexicons():
    with pytest.raises(ValueError, match=r"^[a-z]+\.nl: there is no such lexicon$"):
        Lexicon.of(LEXICONS, "nl")
