"""The rows of what is judged: articles, the parts of their scores, and outlets."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension of one article's score.

    Attributes:
        name: The dimension's.
        weight: The most points it can take.
        lost: Points that its findings take, 0 to `weight`.
        judged: Whether every check that it rests on could look.
        reason: Why it could not be judged; null when it was.
    """

    name: str
    weight: int
    lost: int
    judged: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class AppliedCap:
    """A cap that holds for one article.

    Attributes:
        name: The cap's.
        limit: The most that the article can have.
        taken: Points that the cap takes besides the deductions; 0 when these took as many, and of
            several caps the strictest takes all.
    """

    name: str
    limit: int
    taken: int


@dataclass(frozen=True, slots=True)
class Score:
    """An article's score: 100 less the deductions of its findings and what a cap takes.

    Attributes:
        score: 0 to 100; null when there is too little to judge.
        grade: `A` to `F`, or `N/A` without a score.
        low: What it would be if everything that could not be judged were at its worst.
        high: What it would be if that were without fault: the score, where there is one.
        coverage: Weight of the dimensions that were judged, 0 to 100.
        words: Words of the article outside boilerplate.
        reason: Why the score is null; null when there is one.
        dimensions: Every dimension, in the order declared.
        caps: The caps that hold, the strictest first.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id",)

    article_id: str
    score: int | None
    grade: str
    low: int
    high: int
    coverage: int
    words: int
    reason: str | None
    dimensions: tuple[DimensionScore, ...]
    caps: tuple[AppliedCap, ...]


@dataclass(frozen=True, slots=True)
class OutletShare:
    """How many of an outlet's units have a kind of finding, with a 90 % Wilson interval.

    Attributes:
        name: As in `Weights.outlets.shares`.
        units: How many units have it.
        low, high: Between what shares it lies, in [0, 1].
    """

    name: str
    units: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class OutletScore:
    """An outlet, rolled up from its units. A unit is a lineage: all articles of one report.

    Attributes:
        outlet: Its name as most of its articles give it.
        articles: How many articles of it were read.
        units: How many reports these are.
        own: Units of its own that have a score: any other outlet's article is shown to have run
            later, and it credits nobody else.
        republished: Units with a score that it took over: another outlet's article is shown to
            have run before, or all articles credit somebody else.
        contested: Units with a score of which nobody can tell whether they are its own. They count
            where they lower the score, and not where they would raise it.
        score: 0 to 100, from its own units, drawn toward the mean of the corpus; null when it has
            none.
        low, high: 90 % interval of the score, 0 to 100; null when the score is.
        letter: The Admiralty Code's letter for a source: `A` to `E`, or `F` for one that cannot be
            judged.
        reason: Why the letter is `F`; null when it is not.
        handling: 0 to 100: the mean over its republished units of what credits and integrity left
            of 100; null when it has none.
        shares: What is told of all its units, in the order declared.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("outlet",)

    outlet: str
    articles: int
    units: int
    own: int
    republished: int
    contested: int
    score: int | None
    low: int | None
    high: int | None
    letter: str
    reason: str | None
    handling: int | None
    shares: tuple[OutletShare, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard an article is to read, for information only: it moves no score.

    The counts are null where no formula was fitted to the language, the formulas also where there
    is too little text. Counts are of the text behind the headline, and but for sentences they are
    those of textstat.

    Attributes:
        language: As of the article.
        words: What white space separates, punctuation left out: hyphens join words.
        sentences: Those that hold a word; a label or a subhead is one.
        syllables: Of all words: in English by a dictionary of pronunciation, of other words as
            many as hyphenation finds, which is often one too few.
        letters: Letters, digits and underscores of all words.
        characters: All but white space.
        pieces: What white space separates, lone punctuation too.
        polysyllables: Words of three syllables and more.
        complex_words: Those of them that are not on a list of easy words; names and inflected
            forms count, which Gunning left out. English only.
        unfamiliar: Words of any length that are not on that list: names, numbers, and inflected
            forms of words on it (`says`), which Dale and Chall left out. English only.
        flesch_reading_ease: 0 to 100 for ordinary prose, higher is easier; may leave that range.
            In the version for the language.
        flesch_kincaid_grade: School grade in the United States; English only, as all below.
        gunning_fog: Years of schooling.
        dale_chall: Up to 4.9 for grade 4 and lower, from 10 for college graduates. It runs high,
            as `unfamiliar` does.
        smog: School grade; null under 30 sentences, its sample.
        coleman_liau: School grade.
        automated: School grade, by the Automated Readability Index.
        reason: Why there is no formula at all; null when there is one.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id",)

    article_id: str
    language: str | None
    words: int | None
    sentences: int | None
    syllables: int | None
    letters: int | None
    characters: int | None
    pieces: int | None
    polysyllables: int | None
    complex_words: int | None
    unfamiliar: int | None
    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    gunning_fog: float | None
    dale_chall: float | None
    smog: float | None
    coleman_liau: float | None
    automated: float | None
    reason: str | None
