"""The language that generated articles are written in: a stream of words, and what follows what.

`own_base` makes a language up: function words of English, words built of syllables, a vocabulary
used as Zipf's law has it, stock phrases, sentences, paragraphs, figures, accents and typographic
quotes. `read_base` takes the words of articles in a JSONL file instead, for text whose common
phrases are those of real news. Either way `Base.chain` writes new articles word by word, each
word one that follows the last one somewhere in the stream; with numbers, never with strings.
"""

import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import orjson
import polars as pl
from numpy.typing import NDArray

# The chance that the next word is drawn from the whole stream, not from what follows the last.
JUMP = 0.15
# Longer words are addresses and rubble.
LONGEST = 32

FUNCTION_WORDS = (
    "the of and to in a that for on is was with as he it by at from be his are have this has "
    "had its they not but were an said who which their will she her or one been would when "
    "about more there after than we all out up into two if new what so can also some other "
    "over could first no time last them only most years now any because before while did "
    "where through against between under during three many made being our you such both since "
    "around even those still well next off then my much here how another four former per own "
    "again down each few later near every early along less without though five never until"
).split()
ONSETS = "b c d f g h j k l m n p r s t v w b d l m n r s t ch dr gr pr sh st tr".split()
NUCLEI = "a e i o u a e i o ai ea ou".split()
CODAS = [*[""] * 12, *"n r s l t m nd st".split()]
SYLLABLES = [onset + nucleus + coda for onset in ONSETS for nucleus in NUCLEI for coda in CODAS]
ACCENTS = str.maketrans("aeou", "åéöü")

PREFIXES = ("", "^", "“^")
SUFFIXES = (" ", ", ", ". ", ".\n\n", ".” ", ".”\n\n")
Ids = NDArray[np.int32]
Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Base:
    """Words with the white space after them ("pieces"), by number, and which follow which.

    Attributes:
        pieces: Their text.
        chars: Code points of a piece; `bare` without its white space.
        ends: Whether a piece ends a sentence.
        heads: Pieces that open paragraphs, as often as they do; `tails` close them, `openers`
            open sentences, `inner` do not.
        followers: The pieces that follow piece `i`: `counts[i]` of them from `firsts[i]` on.
    """

    pieces: pl.Series
    chars: Indices
    bare: Indices
    ends: NDArray[np.bool_]
    heads: Ids
    tails: Ids
    openers: Ids
    inner: Ids
    followers: Ids
    firsts: Indices
    counts: Indices

    @classmethod
    def of(cls, pieces: list[str], stream: Ids) -> "Base":
        """From the vocabulary and the text as numbers of pieces."""
        bare = np.array([len(piece.rstrip()) for piece in pieces])
        ends = np.array([piece.rstrip()[-1:] in ".!?”" for piece in pieces])
        breaks = np.array(["\n" in piece for piece in pieces])
        before = np.roll(stream, 1)
        order = np.argsort(stream, kind="stable")
        counts = np.bincount(stream, minlength=len(pieces))
        return cls(
            pieces=pl.Series(pieces, dtype=pl.String),
            chars=np.array([len(piece) for piece in pieces]),
            bare=bare,
            ends=ends,
            heads=stream[breaks[before]],
            tails=stream[breaks[stream]],
            openers=stream[ends[before]],
            inner=stream[~ends[before]],
            followers=np.roll(stream, -1)[order],
            firsts=np.cumsum(counts) - counts,
            counts=counts,
        )

    def chain(self, lengths: Indices, chance: np.random.Generator) -> Ids:
        """Articles of `lengths` pieces, end to end; each opens and closes as a paragraph does."""
        order = np.argsort(-lengths, kind="stable")
        longest = int(lengths.max(initial=0))
        rows = np.zeros((longest, len(lengths)), np.int32)
        word = drawn(self.heads, len(lengths), chance)
        active = len(lengths) - np.searchsorted(np.sort(lengths), np.arange(longest), "right")
        for step, count in enumerate(active.tolist()):
            word = word[:count] if step == 0 else self._next(word[:count], chance)
            rows[step, :count] = word
        inverse = np.empty_like(order)
        inverse[order] = np.arange(len(order))
        by_article = np.ascontiguousarray(rows.T)[inverse]
        by_article[np.arange(len(lengths)), lengths - 1] = drawn(self.tails, len(lengths), chance)
        return by_article[np.arange(longest) < lengths[:, None]]

    def _next(self, word: Ids, chance: np.random.Generator) -> Ids:
        """For each word one that follows it, or by chance one from anywhere."""
        luck = chance.random(len(word))
        step = ((luck - JUMP) / (1 - JUMP) * self.counts[word]).astype(np.int64)
        following = self.followers[self.firsts[word] + np.maximum(step, 0)]
        jumps = np.flatnonzero(luck < JUMP)
        anywhere = luck[jumps] / JUMP
        opener = self.openers[(anywhere * len(self.openers)).astype(np.int64)]
        inner = self.inner[(anywhere * len(self.inner)).astype(np.int64)]
        following[jumps] = np.where(self.ends[word[jumps]], opener, inner)
        return following


def drawn(values: Ids, count: int, chance: np.random.Generator) -> Ids:
    return values[chance.integers(0, len(values), count)]


def own_base(seed: int = 7, size: int = 1_500_000, vocabulary: int = 40_000) -> Base:
    """A language of its own, the same for the same numbers; about a second for the defaults."""
    chance = np.random.default_rng(seed)
    words = [*FUNCTION_WORDS, *_content_words(vocabulary, chance), *_figures(chance)]
    plain = len(FUNCTION_WORDS) + vocabulary
    stream = _phrases(plain, size, chance)
    figures = chance.random(size) < 0.015
    stream[figures] = chance.integers(plain, len(words), int(figures.sum()))
    prefix, suffix = _punctuation(size, chance)
    codes = (stream * len(PREFIXES) + prefix) * len(SUFFIXES) + suffix
    used, ids = np.unique(codes, return_inverse=True)
    return Base.of([_piece(words, code) for code in used.tolist()], ids.astype(np.int32))


def _content_words(count: int, chance: np.random.Generator) -> list[str]:
    """Words of one to four syllables, common ones first: some have accents or are names."""
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = chance.choice([1, 2, 3, 4], count, p=[0.15, 0.45, 0.3, 0.1]).tolist()
        sounds = chance.random((count, 4)) * len(SYLLABLES)
        kinds = chance.random(count).tolist()
        for number, sound, kind in zip(syllables, sounds.astype(int).tolist(), kinds, strict=True):
            word = "".join(SYLLABLES[each] for each in sound[:number])
            found[_varied(word, kind)] = None
    made = list(found)[:count]
    # Common words are short as a rule.
    lengths = np.array([len(word) for word in made])
    order = np.argsort(lengths + chance.normal(0, 3, count), kind="stable")
    return [made[at] for at in order.tolist()]


def _varied(word: str, kind: float) -> str:
    """The word, by chance with accents, as a name or as a possessive."""
    if kind < 0.03:
        return word.translate(ACCENTS)
    if kind < 0.13:
        return word.capitalize()
    return word + "’s" if kind < 0.15 else word


def _figures(chance: np.random.Generator) -> list[str]:
    small = [str(number) for number in chance.integers(2, 2030, 1500).tolist()]
    large = [f"{number:,}" for number in chance.integers(1000, 900_000, 800).tolist()]
    shares = [f"{number / 10}%" for number in chance.integers(1, 990, 400).tolist()]
    return [*small, *large, *shares]


def _phrases(words: int, size: int, chance: np.random.Generator) -> Indices:
    """A stream of stock phrases of two to five words; words and phrases as Zipf's law has them."""
    lengths = chance.integers(2, 6, 80_000)
    ends = np.cumsum(lengths)
    said = _zipf(words, 2.7, int(ends[-1]), chance)
    phrases = _zipf(len(lengths), 50.0, size // 2 + 1, chance)
    return said[gather(ends[phrases] - lengths[phrases], lengths[phrases])][:size]


def _zipf(count: int, offset: float, size: int, chance: np.random.Generator) -> Indices:
    weights = np.cumsum(1 / (np.arange(count) + offset))
    found = np.searchsorted(weights, chance.random(size) * weights[-1])
    return np.asarray(found, np.int64)


def _punctuation(size: int, chance: np.random.Generator) -> tuple[Indices, Indices]:
    """What stands before and after each word: sentences of 7 to 28 words, 2 to 4 a paragraph."""
    lengths = chance.integers(7, 29, size // 7 + 1)
    ends = np.cumsum(lengths) - 1
    ends = ends[ends < size]
    quoted = chance.random(len(ends)) < 0.1
    paragraph = chance.random(len(ends)) < 0.35
    suffix = np.where(chance.random(size) < 0.05, 1, 0)
    suffix[ends] = 2 + 2 * quoted + paragraph
    prefix = np.zeros(size, np.int64)
    prefix[np.append(0, ends[:-1] + 1)] = 1 + quoted
    return prefix, suffix


def _piece(words: list[str], code: int) -> str:
    rest, suffix = divmod(code, len(SUFFIXES))
    word, prefix = divmod(rest, len(PREFIXES))
    text = words[word]
    if prefix:
        text = PREFIXES[prefix].replace("^", text[0].upper() + text[1:])
    return text + SUFFIXES[suffix]


def read_base(path: Path) -> Base:
    """The words of the articles in a JSONL file (`text` of each record; `.gz` is unpacked)."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as lines:
        texts = pl.Series([orjson.loads(line)["text"] for line in lines])
    pieces = (
        (texts.str.strip_chars() + "\n\n")
        .str.replace_all(r"\s*\n\s*", "\n\n")
        .str.replace_all(r"[^\S\n]+", " ")
        .str.extract_all(r"\S+\s*")
        .explode()
        .drop_nulls()
        .rename("piece")
        .to_frame()
        .filter(
            pl.col("piece").str.len_bytes() <= LONGEST,
            ~pl.col("piece").str.contains(r"[\x00-\x09\x0b-\x1f]"),
        )
    )
    known = pieces.unique().sort("piece").with_row_index("id")
    ids = pieces.join(known, on="piece", how="left", maintain_order="left")["id"]
    return Base.of(known["piece"].to_list(), ids.to_numpy().astype(np.int32))


def gather(starts: Indices, lengths: Indices) -> Indices:
    """The indices `starts[i]` to `starts[i] + lengths[i]`, run after run.

    >>> gather(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.asarray(np.repeat(starts - ends + lengths, lengths) + np.arange(total))
