"""The formulas of readability, over columns of counts.

In: columns as in `Readability`. Out: one expression a formula. A formula is null where it was not
made for: outside its language, and under the amount of text that it was fitted on. Constants are
those of the papers named here, as textstat has them.
"""

import polars as pl

# The formulas were fitted on samples of 100 words and more (Flesch 1948, Dale and Chall 1948,
# Gunning 1952, Senter and Smith 1967, Coleman and Liau 1975, Kincaid 1975).
MINIMUM_WORDS = 100
# McLaughlin 1969 counts in 30 sentences and says nothing of fewer; textstat asks for none.
_SMOG_SENTENCES = 30
# Flesch's formula in each language: a constant, less so much a word of a sentence, less so much a
# syllable of a word. Versions without a paper that fits them (Hungarian in textstat) are left out.
_EASE = {
    "de": (180.0, 1.0, 58.5),  # Amstad 1978
    "en": (206.835, 1.015, 84.6),  # Flesch 1948
    "es": (206.84, 1.02, 60.0),  # Fernández Huerta 1959
    "fr": (207.0, 1.015, 73.6),  # Kandel and Moles 1958
    "it": (217.0, 1.3, 60.0),  # Franchina and Vacca 1986
    "nl": (206.835, 0.93, 77.0),  # Douma 1960
    "ru": (206.835, 1.3, 60.1),  # Oborneva 2006
}
LANGUAGES = tuple(_EASE)

_words, _sentences = pl.col("words"), pl.col("sentences")
_sentence_words = _words / _sentences
_word_syllables = pl.col("syllables") / _words
_complex_share = 100 * pl.col("complex_words") / _words
_unfamiliar_share = 100 * pl.col("unfamiliar") / _words


def formulas() -> dict[str, pl.Expr]:
    """Every formula by its column in `Readability`; null columns of counts give nulls.

    >>> counts = dict(language="de", words=100, sentences=10, syllables=200)
    >>> pl.DataFrame(counts).select(formulas()["flesch_reading_ease"]).item()
    53.0
    """
    english = {
        # Kincaid et al. 1975
        "flesch_kincaid_grade": 0.39 * _sentence_words + 11.8 * _word_syllables - 15.59,
        # Gunning 1952
        "gunning_fog": 0.4 * (_sentence_words + _complex_share),
        "dale_chall": _dale_chall(),
        "smog": _smog(),
        # Coleman and Liau 1975
        "coleman_liau": 0.058 * (pl.col("letters") / _words * 100)
        - 0.296 * (_sentences / _words * 100)
        - 15.8,
        # Senter and Smith 1967
        "automated": 4.71 * (pl.col("characters") / pl.col("pieces"))
        + 0.5 * _sentence_words
        - 21.43,
    }
    is_english = pl.col("language") == "en"
    ease = {"flesch_reading_ease": _reading_ease()}
    return {
        name: pl.when(_words >= MINIMUM_WORDS).then(formula).alias(name)
        for name, formula in (
            ease | {name: pl.when(is_english).then(each) for name, each in english.items()}
        ).items()
    }


def _reading_ease() -> pl.Expr:
    constant, per_word, per_syllable = (
        pl.col("language").replace_strict(
            {language: values[place] for language, values in _EASE.items()},
            default=None,
            return_dtype=pl.Float64,
        )
        for place in range(3)
    )
    return constant - per_word * _sentence_words - per_syllable * _word_syllables


def _dale_chall() -> pl.Expr:
    """Dale and Chall 1948: harder by a constant where more than 5 % of the words are unfamiliar."""
    raw = 0.1579 * _unfamiliar_share + 0.0496 * _sentence_words
    return pl.when(_unfamiliar_share > 5).then(raw + 3.6365).otherwise(raw)


def _smog() -> pl.Expr:
    """McLaughlin 1969, by his regression rather than his rule of thumb."""
    in_thirty = 30 * (pl.col("polysyllables") / _sentences)
    return pl.when(_sentences >= _SMOG_SENTENCES).then(1.043 * in_thirty.sqrt() + 3.1291)
