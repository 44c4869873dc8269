"""Readability of one text by textstat, for information only: it moves no score.

Formulas count words, sentences and syllables and know nothing of sources; on
news they do not tell good from bad. textstat keeps its language as global
state and answers 0.0 for an empty text, so it is wrapped: English only, a
minimum length, and no answer rather than a wrong one.
"""

from dataclasses import dataclass

_MINIMUM_WORDS = 100  # The Flesch formulas were fitted on samples of 100 words (Flesch 1948).


@dataclass(frozen=True, slots=True)
class Readability:
    """Readability scores with the counts behind them.

    Attributes:
        flesch_reading_ease: 0 to 100 for ordinary prose, higher is easier; may leave that range.
        flesch_kincaid_grade: United States school grade.
        gunning_fog: Years of schooling.
        words, sentences, syllables: textstat's own counts. It takes the full stops of "U.S."
            for sentence ends, so judge the scores by these.
    """

    flesch_reading_ease: float
    flesch_kincaid_grade: float
    gunning_fog: float
    words: int
    sentences: int
    syllables: int


def readability(text: str, language: str | None) -> Readability | None:
    """Readability of an English text of at least 100 words; null for anything else.

    About 150 ms for the import and a few ms an article, so it is computed only when asked for.
    """
    if language != "en":
        return None
    import textstat  # noqa: PLC0415  (0.1 s and more, and `check` never needs it)

    textstat.set_lang("en_US")
    words = textstat.lexicon_count(text)
    if words < _MINIMUM_WORDS:
        return None
    return Readability(
        textstat.flesch_reading_ease(text),
        textstat.flesch_kincaid_grade(text),
        textstat.gunning_fog(text),
        words,
        textstat.sentence_count(text),
        textstat.syllable_count(text),
    )
