"""Counts are those of textstat, which people know; sentences are those of the program."""

import dataclasses

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textstat.backend import counts
from textstat.backend.utils import get_pyphen

from provenance.model import Readability
from provenance.scoring.reading_counts import count

COASTAL = """Harbour reopens after U.S. inspection

Dr. Lena Smith's team didn't find oil in the basin, and the 3.5-mile boom "isn't needed", she said.
The well-known operator -- it's run from St. Ives -- paid £2,000,000 (about $2.7m) & apologised.
'Twas the boats' owners who'd pushed, I'm told; they'll be re-imbursed... Won't they?
"""
TYPOGRAPHIC = (
    "The mayor’s office—closed since May—won’t say why. “We’ve nothing to add,” a spokes­woman "
    "said.\r\n‘Nothing’, she’d repeat…\u00a0The café's naïve façade, at 12½ Main St., stands.\x0b"
    "Cooperation\u2028and e\u0301clair are 100% __fine__\x1fhere, İstanbul's ΟΔΟΣ too.\r***\r\n"
)
FOREIGN = {
    "de": "Der Bürgermeister von Überlingen sagte am Dienstag, daß die Straßenbahn nicht fährt.",
    "es": "El alcalde dijo que las compañías eléctricas no habían pagado todavía su deuda.",
    "fr": "L'ancien ministre n'a pas répondu aujourd'hui ; « c'est dommage », dit la députée.",
    "it": "Il sindaco ha detto che l'università della città non riaprirà prima di lunedì.",
    "nl": "De burgemeester zei dat de brug in 's-Hertogenbosch zo'n week gesloten blijft.",
    "ru": "Мэр города сказал, что мост через реку закрыт до понедельника.",
}
# Characters that Python and Polars may judge by different versions of Unicode are left out.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cn", "Co"]), max_size=90)
PIECES = [
    *("the", "Harbour", "didn't", "DON'T", "they'll", "o'clock", "2003", "x", "co-operation"),
    *("'", "''", "'s", "-", "--", "—", ".", "...", "’", "’s", "“", "_", "¼", "é", "e\u0301"),
    *(" ", "  ", "\n", "\r\n", "\t", "\u00a0", "\u2028", "\x1c", "\x85", "\u200b", "İ", "ß"),
]
WORDLIKE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def typed(text):
    """The text as it would be typed, which is what both count."""
    return text.replace("’", "'").replace("—", " ").replace("--", " ")


def counted(*texts, language="en"):
    """A row of counts for each text."""
    ids = [str(number) for number in range(len(texts))]
    columns = {"article_id": ids, "text": list(texts)}
    return count(pl.DataFrame(columns, dict.fromkeys(columns, pl.String)), language).to_dicts()


def by_textstat(text, locale="en_US"):
    """The same counts, each by its own pass of textstat over the whole text."""
    text, is_english = typed(text), locale == "en_US"
    return {
        "words": counts.count_words(text),
        "syllables": counts.count_syllables(text, locale),
        "letters": counts.count_letters(text),
        "characters": counts.count_chars(text, ignore_spaces=True),
        "pieces": counts.count_words(text, rm_punctuation=False),
        "polysyllables": counts.count_polysyllable_words(text, locale),
        "complex_words": is_english and counts.count_difficult_words(text, locale, 3),
        "unfamiliar": is_english and counts.count_difficult_words(text, locale, 0),
    }


def agrees(text, language="en", locale="en_US"):
    (found,) = counted(text, language=language)
    wanted = by_textstat(text, locale)
    return {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize("text", [COASTAL, TYPOGRAPHIC, COASTAL.upper(), "", "***"])
def test_all_counts_but_sentences_are_those_of_textstat(text):
    assert agrees(text)


@pytest.mark.parametrize("language", FOREIGN)
def test_counts_in_other_languages_are_those_of_textstat(language):
    assert agrees(FOREIGN[language], language, language)


@given(ANY_TEXT)
@example("''s")
@example("'-s")
@example("İİİ")
def test_any_characters_are_counted_as_textstat_counts_them(text):
    assert agrees(text)


@given(WORDLIKE)
def test_words_and_marks_in_any_order_are_counted_as_textstat_counts_them(text):
    assert agrees(text)


@given(st.lists(WORDLIKE, max_size=5))
def test_a_text_is_counted_the_same_alone_and_among_others(texts):
    """Words are looked up once for all texts of a part."""
    among = [{**row, "article_id": "0"} for row in counted(*texts)]
    assert among == [counted(text)[0] for text in texts]


def test_counts_by_hand():
    """Words: The, 35mile (textstat joins), race, isnt (typed: isn't), on."""
    (found,) = counted("The 3.5-mile race isn’t on.")
    assert found == {
        "article_id": "0",
        "words": 5,
        "sentences": 1,
        "syllables": 1 + 1 + 1 + 2 + 1,
        "letters": 3 + 6 + 4 + 4 + 2,
        "characters": 3 + 8 + 4 + 5 + 3,
        "pieces": 5,
        "polysyllables": 0,
        "complex_words": 0,
        "unfamiliar": 1,
    }


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The U.S. envoy left on Monday morning.", 1),
        ("It grew by 3.5 per cent in the last year.", 1),
        ("A surgeon, Dr. Okafor of the county clinic, spoke first.", 1),
        ("Where was it? In the bay! It had sunk.", 3),
        ("A headline without a mark\n\nThe story begins here.", 2),
        ("It sank.\n***\n- - -\nIt rose.", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_an_editor_sees_them_end(text, sentences):
    assert counted(text)[0]["sentences"] == sentences


def test_sentences_are_not_those_of_textstat():
    """It ends one at each full stop, and so calls the text easier than it is."""
    text = "Last year the firm and Dr. Okafor of the clinic in town grew by 3.5 per cent."
    assert counts.count_sentences(text) == 3
    assert counted(text)[0]["sentences"] == 1


def test_a_dash_between_words_parts_them():
    """textstat drops the dash and reads `officeclosed`."""
    assert counted("the office—closed since May")[0]["words"] == 5


def test_curly_and_straight_apostrophes_count_the_same():
    assert counted("They won’t, she’d say.") == counted("They won't, she'd say.")


def test_hyphenation_keeps_no_word_of_a_text():
    """Its store has no bound, and news has no end of names."""
    counted("Quorvellian brexitologists.")
    assert not get_pyphen("en_US").hd.cache


def test_every_count_is_a_field_of_the_row():
    names = set(counted("word")[0])
    assert names <= {field.name for field in dataclasses.fields(Readability)}


@pytest.mark.parametrize("unit", ["a", "a b ", "'", "-", ". ", "\n", "é'll", "\u00ad"])
def test_a_megabyte_of_one_line_is_counted(unit):
    (found,) = counted(unit * (1_000_000 // len(unit)))
    assert found["words"] <= found["pieces"] <= found["characters"]
