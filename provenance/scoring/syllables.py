"""What readability asks of a single word: its syllables, and whether it is hard.

In: a word. Out: what textstat's dictionaries say of it. They come with its package and are loaded
at the first word: nothing is fetched, and a check without readability never waits for them.
"""

import functools
from typing import NamedTuple

# textstat names its dictionaries by locale where a language has several.
_LOCALES = {"en": "en_US"}
_POLYSYLLABLE = 3  # syllables, in the formulas of Gunning and McLaughlin
# A longer run of letters is a link, a table or an attack. Hyphenation takes 7 microseconds a
# letter, so it is asked for the first so many.
_LONGEST = 100


class WordFacts(NamedTuple):
    """One word as textstat counts it.

    Attributes:
        syllables: By the dictionary of pronunciation, else the places to hyphenate plus one.
        letters: Letters, digits and underscores.
        polysyllables: 1 for a word of three syllables and more, else 0.
        complex_words: 1 for such a word that is not on the list of easy words.
        unfamiliar: 1 for any word that is not on that list. It is one of English words; in other
            languages both are 0.
    """

    syllables: int
    letters: int
    polysyllables: int
    complex_words: int
    unfamiliar: int


# A bound, so that names and misprints of millions of articles do not fill the memory.
@functools.lru_cache(maxsize=1 << 18)
def word_facts(word: str, language: str) -> WordFacts:
    """What is to be known of `word`, cut out of its text as `reading_counts` does it.

    The first call takes half a second for the dictionaries; then 20 microseconds a new word.

    >>> word_facts("harbour", "en").syllables
    2
    """
    # 0.1 s and more, and `check` never needs it.
    from textstat.backend.counts import count_syllables  # noqa: PLC0415
    from textstat.backend.validations import is_difficult_word  # noqa: PLC0415

    known, locale = word[:_LONGEST], _LOCALES.get(language, language)
    syllables = count_syllables(known, locale)
    listed = language == "en"
    return WordFacts(
        syllables=syllables,
        letters=len(word) - word.count("'"),
        polysyllables=int(syllables >= _POLYSYLLABLE),
        complex_words=int(listed and is_difficult_word(known, _POLYSYLLABLE, locale)),
        unfamiliar=int(listed and is_difficult_word(known, 0, locale)),
    )


def release(language: str) -> None:
    """Lets go of the words that hyphenation keeps without bound; what `word_facts` knows stays."""
    from textstat.backend.utils import get_pyphen  # noqa: PLC0415  (as above)

    get_pyphen(_LOCALES.get(language, language)).hd.cache.clear()
