"""Big corpora of news-like articles with planted reuse, and the truth of what was planted.

    python bench/corpus.py OUT.parquet --articles 100000
    python bench/corpus.py OUT.parquet --kind story --articles 20000 --copies 5000
    python bench/corpus.py OUT.parquet --kind template --articles 100000
    python bench/corpus.py OUT.parquet --articles 10000 --base ARTICLES.jsonl.gz

OUT.parquet has the columns article_id, text, outlet, date; OUT.truth.parquet one row for each
planted passage (see `Corpus`). The same arguments make the same bytes everywhere. Of `news`,
8 % of the articles are verbatim reprints of others, 8 % edited reprints (of the words 2, 5, 10, 15
or 20 %, half of the edits replace a word, a quarter deletes, a quarter inserts one), 6 % have one
passage of 12 to 60 words of another article in their middle (edited 0, 5, 10 or 20 %), 60 % end
in one of the two footers of their outlet, of which there are 400. Three in ten copies are of a
few stories that run everywhere.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from base import Base, Indices, own_base, read_base
from planting import EDITED, EXCERPT, PLAIN, VERBATIM, Plan, written

SHARES = (0.08, 0.08, 0.06)
EDITED_RATES = np.array([0.02, 0.05, 0.10, 0.15, 0.20])
EXCERPT_RATES = np.array([0.0, 0.05, 0.10, 0.20])
OUTLETS = 400
FOOTERS = 2 * OUTLETS
HOT_SHARE = 0.3
ARTICLES_PER_HOT_STORY = 5000


@dataclass(frozen=True)
class Corpus:
    """Articles and what was planted in them.

    Attributes:
        articles: Columns article_id, text, outlet, date, in the order of the ids.
        truth: One row for each article with planted text: kind (`verbatim`, `edited`,
            `excerpt`), source_id, copy_id, the chance that a word was edited (rate), and the
            spans of the original and of the copy: in words between blanks
            (source_first_word, source_words, copy_first_word, copy_words) and in code points
            (source_start, source_end, copy_start, copy_end).
    """

    articles: pl.DataFrame
    truth: pl.DataFrame


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--kind", choices=("news", "story", "template"), default="news")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--copies", type=int, default=5000, help="of the one story")
    parser.add_argument("--base", type=Path, help="JSONL whose words are used")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    base = read_base(options.base) if options.base else own_base()
    if options.kind == "story":
        corpus = story(options.copies, options.articles, base, options.seed)
    else:
        make = news if options.kind == "news" else template
        corpus = make(options.articles, base, options.seed)
    corpus.articles.write_parquet(options.out)
    corpus.truth.write_parquet(options.out.with_suffix(".truth.parquet"))
    size = corpus.articles["text"].str.len_bytes().to_numpy().sum() / 1e6
    print(f"{len(corpus.articles)} articles, {size:.1f} MB, {len(corpus.truth)} planted")


def news(articles: int, base: Base, seed: int = 1) -> Corpus:
    """Articles of many outlets, of which every fifth or so has text of another one."""
    chance = np.random.default_rng(seed)
    kind = _kinds(articles, chance)
    plain, planted = np.flatnonzero(kind == PLAIN), np.flatnonzero(kind != PLAIN)
    hot = plain[: max(2, articles // ARTICLES_PER_HOT_STORY)]
    source = np.arange(articles)
    source[planted] = np.where(
        chance.random(len(planted)) < HOT_SHARE,
        chance.choice(hot, len(planted)),
        chance.choice(plain, len(planted)),
    )
    own = np.where((kind == VERBATIM) | (kind == EDITED), 0, _lengths(articles, chance))
    words = np.where(kind == EXCERPT, chance.integers(12, 61, articles), own[source])
    rate = np.zeros(articles)
    for which, rates in ((EDITED, EDITED_RATES), (EXCERPT, EXCERPT_RATES)):
        rate[kind == which] = chance.choice(rates, int((kind == which).sum()))
    outlet = chance.integers(0, OUTLETS, articles)
    footer = np.where(
        chance.random(articles) < 0.6, 2 * outlet + chance.integers(0, 2, articles), -1
    )
    day = chance.integers(0, 360, articles)
    plan = Plan(
        kind=kind,
        own=own,
        source=source,
        first=(chance.random(articles) * (own[source] - words + 1)).astype(np.int64),
        words=np.where(kind == PLAIN, 0, words),
        cut=(own * chance.uniform(0.2, 0.8, articles)).astype(np.int64),
        rate=rate,
        footer=footer,
        outlet=outlet,
        day=np.where(kind == PLAIN, day, day[source] + chance.integers(0, 4, articles)),
    )
    footers = chance.integers(25, 46, FOOTERS)
    return Corpus(*written(plan, footers, base, chance))


def story(copies: int, articles: int, base: Base, seed: int = 1) -> Corpus:
    """One story with many copies, of which 0, 2 or 5 % of the words are edited, among others."""
    chance = np.random.default_rng(seed)
    # Drawn for all articles first, so that corpora with more and with fewer copies differ
    # by nothing else.
    lengths, order = _lengths(articles, chance), chance.permutation(articles)
    copied, source = order[1 : copies + 1], int(order[0])
    kind = np.full(articles, PLAIN)
    kind[copied] = EDITED
    own = np.where(kind == PLAIN, lengths, 0)
    plan = _unplanted(own, kind, chance)
    plan.source[copied] = source
    plan.words[copied] = own[source]
    plan.rate[copied] = chance.choice([0.0, 0.02, 0.05], len(copied))
    return Corpus(*written(plan, np.zeros(0, np.int64), base, chance))


def unrelated(articles: int, base: Base, seed: int = 1) -> Corpus:
    """Articles that share nothing but what chance gives."""
    chance = np.random.default_rng(seed)
    plan = _unplanted(_lengths(articles, chance), np.full(articles, PLAIN), chance)
    return Corpus(*written(plan, np.zeros(0, np.int64), base, chance))


def template(articles: int, base: Base, seed: int = 1, words: int = 60) -> Corpus:
    """Articles that all end in the same words and share nothing else."""
    chance = np.random.default_rng(seed)
    plan = _unplanted(_lengths(articles, chance), np.full(articles, PLAIN), chance)
    plan.footer[:] = 0
    return Corpus(*written(plan, np.array([words]), base, chance))


def _kinds(articles: int, chance: np.random.Generator) -> Indices:
    counts = [round(share * articles) for share in SHARES]
    kinds = np.repeat(np.arange(4), [articles - sum(counts), *counts])
    return chance.permutation(kinds)


def _lengths(articles: int, chance: np.random.Generator) -> Indices:
    return chance.normal(400, 90, articles).clip(150, 650).astype(np.int64)


def _unplanted(own: Indices, kind: Indices, chance: np.random.Generator) -> Plan:
    """A plan in which nothing is copied yet and nobody has a footer."""
    count = len(own)
    return Plan(
        kind=kind,
        own=own,
        source=np.arange(count),
        first=np.zeros(count, np.int64),
        words=np.zeros(count, np.int64),
        cut=np.zeros(count, np.int64),
        rate=np.zeros(count),
        footer=np.full(count, -1),
        outlet=chance.integers(0, OUTLETS, count),
        day=chance.integers(0, 360, count),
    )


if __name__ == "__main__":
    main()
