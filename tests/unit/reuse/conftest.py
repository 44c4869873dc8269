"""Articles of made-up words, whose overlaps are known because they were put there."""

import random
from contextlib import contextmanager

import numpy as np
import polars as pl
import pytest

from provenance import frames
from provenance.model import Article, Label, Region
from provenance.reuse import find, shingle
from provenance.reuse.breadth import UNCOUNTED
from provenance.reuse.join import Rows

SYLLABLES = "ba ne ro ti ka lu mo sen dra vi pol mar es ton gre ha".split()


@pytest.fixture(scope="session")
def vocabulary():
    """20,000 different words, so that two stories share no three of them by chance."""
    rnd = random.Random(11)
    words = {"".join(rnd.choices(SYLLABLES, k=rnd.randint(2, 5))) for _ in range(40_000)}
    return sorted(words)[:20_000]


@pytest.fixture(scope="session")
def story(vocabulary):
    """A text of so many words, the same for the same seed, with no word in it twice."""

    def _story(seed, words=120):
        return random.Random(seed).sample(vocabulary, words)

    return _story


@pytest.fixture(scope="session")
def article():
    """One article; what is not said is unknown."""

    def _article(article_id, text, outlet=None, date=None):
        text = text if isinstance(text, str) else " ".join(text)
        return Article(article_id, article_id, 1, False, text, None, 0, outlet, date, None)

    return _article


@pytest.fixture(scope="session")
def corpus(article):
    """A frame of articles named a0000, a0001 ... with the given texts, or with the given ids."""

    def _corpus(*texts, ids=None):
        names = ids or [f"a{n:04}" for n in range(len(texts))]
        items = [article(name, text) for name, text in zip(names, texts, strict=True)]
        return frames.frame(items, Article)

    return _corpus


@pytest.fixture(scope="session")
def regions_of(corpus):
    """The regions of texts, as rows."""

    def _regions_of(*texts, min_words=15):
        return list(frames.rows(find(corpus(*texts), min_words), Region))

    return _regions_of


@pytest.fixture(scope="session")
def region():
    """A region of two articles; only what matters needs to be said."""

    def _region(left_id, right_id, **said):
        values = {
            "left_start": 0,
            "left_end": 100,
            "right_start": 0,
            "right_end": 100,
            "left_words": 40,
            "right_words": 40,
            "matched_words": 40,
            "jaccard": 1.0,
            "left_containment": 1.0,
            "right_containment": 1.0,
            "estimate": 1.0,
            "left_share": 0.5,
            "right_share": 0.5,
            "label": Label.VERBATIM,
            **UNCOUNTED,
        }
        return Region(left_id=left_id, right_id=right_id, **{**values, **said})

    return _region


@pytest.fixture(scope="session")
def table():
    """A frame of rows of one type, in any order."""
    return lambda kind, *rows: frames.frame(rows, kind)


@pytest.fixture(scope="session")
def hashes():
    """An array of 64-bit values."""
    return lambda *values: np.array(values, np.uint64)


@pytest.fixture(scope="session")
def indices():
    return lambda *values: np.array(values, np.int64)


@pytest.fixture(scope="session")
def shuffled():
    """A frame with its rows in another order."""

    def _shuffled(frame: pl.DataFrame, seed=0):
        order = list(range(len(frame)))
        random.Random(seed).shuffle(order)
        return frame[order]

    return _shuffled


@pytest.fixture(scope="session")
def at_speed():
    """Within it, input of any size runs compiled, or none does."""

    @contextmanager
    def _at_speed(large):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(shingle, "LARGE", 0 if large else 1 << 62)
            yield

    return _at_speed


@pytest.fixture(params=[False, True], ids=["plain", "compiled"])
def speed(request, at_speed):
    """Runs a test at both speeds."""
    with at_speed(request.param):
        yield request.param


@pytest.fixture(scope="session")
def words_at(at_speed, corpus):
    """The words of texts, to be worked on at one of the speeds."""

    def _words_at(large, *texts, threads=1):
        with at_speed(large):
            return shingle.words(corpus(*texts), threads)

    return _words_at


@pytest.fixture(scope="session")
def rows_of():
    """What the join has to know of words; all articles judged and of one outlet if not said."""

    def _rows_of(bounds, judged=None, outlets=None):
        count = len(bounds) - 1
        owners = np.searchsorted(bounds, np.arange(0, bounds[-1] + 1, 64), side="right") - 1
        return Rows(
            bounds=np.asarray(bounds, np.int64),
            owners=np.minimum(owners, max(count - 1, 0)).astype(np.uint32),
            judged=np.ones(count, np.bool_) if judged is None else np.array(judged, np.bool_),
            outlets=np.zeros(count, np.int64) if outlets is None else np.array(outlets, np.int64),
            count=1 if outlets is None else max(outlets) + 1,
        )

    return _rows_of


@pytest.fixture(scope="session")
def unpacked():
    """Pairs as tuples of two numbers."""
    return lambda pairs: [(pair >> 32, pair & 0xFFFFFFFF) for pair in pairs.tolist()]
