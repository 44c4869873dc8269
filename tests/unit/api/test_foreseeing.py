"""A run whose articles will not fit into its memory ends early, and no other does."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import api, sources
from provenance.api import batches
from provenance.api.foreseeing import Foresight
from provenance.config import Config
from provenance.errors import ConfigError
from provenance.reuse.search import needed
from provenance.sources import stream
from provenance.text.tokens import tokenise

# 5,000 letters and as many spaces or line ends: 10,000 bytes in 5,000 words of one letter.
TEXT = "a b c d e " * 1000


def batch(texts):
    return pl.DataFrame({"text": texts})


def test_what_is_needed_is_the_texts_and_eight_bytes_a_word_and_some_to_spare():
    """Two arrays of 32-bit hashes beside the texts, as a large search has them."""
    assert needed(1000, 200) - needed(0, 0) == 1000 + 8 * 200


def test_what_is_read_counts_as_it_is():
    """1,000 articles of 10 kB are 10 MB and eight bytes for each of 5 million words: 50 MB."""
    least = needed(10_000_000, 5_000_000)
    Foresight(least).see(batch([TEXT] * 1000), 1)
    with pytest.raises(ConfigError) as caught:
        Foresight(least * 9 // 10).see(batch([TEXT] * 1000), 1)
    assert f"{least // 10**6} MB, by" in str(caught.value)


def test_of_the_rest_a_quarter_as_much_text_is_expected():
    """A tenth is read: 10 MB, and 9 times a quarter of that, so 32.5 MB, and words alike.

    What is told is what the whole would need if the rest is like it.
    """
    least = needed(32_500_000, 16_250_000)
    Foresight(least).see(batch([TEXT] * 1000), 0.1)
    with pytest.raises(ConfigError) as caught:
        Foresight(least * 9 // 10).see(batch([TEXT] * 1000), 0.1)
    likely = needed(100_000_000, 50_000_000)
    assert f"about {likely // 10**6} MB" in str(caught.value)
    assert "--memory" in caught.value.hint


def test_too_little_says_nothing_of_the_rest():
    least = needed(10_000_000, 5_000_000)
    Foresight(least).see(batch([TEXT] * 1000), 0.04)


@given(
    st.text(st.sampled_from("abzñ語'’ \u00ad\u200b.,-\n"), min_size=1, max_size=400),
    st.integers(1, 20),
    st.floats(0.001, 1),
)
def test_no_run_ends_that_fits_where_the_rest_has_a_quarter_as_much_text(text, articles, share):
    """Held against what the search itself knows of such texts."""
    size = articles * len(text.encode())
    words = articles * len(tokenise(text).words)
    more = 1 + 0.25 * (1 - share) / share
    Foresight(needed(int(more * size) + 1, int(more * words) + 1)).see(
        batch([text] * articles), share
    )


def test_the_hint_names_an_amount_that_does():
    seen = Foresight(100_000_000)
    with pytest.raises(ConfigError) as caught:
        seen.see(batch([TEXT] * 1000), 0.1)
    least = int(caught.value.hint.split("at least ")[1].split("M")[0])
    Foresight(least * 10**6).see(batch([TEXT] * 1000), 0.1)


def test_batches_add_up():
    seen = Foresight(needed(40_000_000, 20_000_000))
    for _ in range(4):
        seen.see(batch([TEXT] * 1000), 1)
    with pytest.raises(ConfigError):
        seen.see(batch([TEXT] * 1000), 1)


def test_words_are_counted_of_the_first_hundred_articles_and_taken_for_the_others():
    """Twice as many articles, all with the words of the first hundred."""
    one, other = Foresight(None), Foresight(None)
    one.see(batch([TEXT] * 200), 1)
    other.see(batch([TEXT] * 100 + ["x" * len(TEXT)] * 100), 1)
    assert one == other


def test_texts_without_a_word_need_their_bytes():
    seen = Foresight(70_000_000)
    with pytest.raises(ConfigError):
        seen.see(batch(["–" * 10_000] * 1000), 1)


def test_where_the_memory_is_not_known_nothing_is_foreseen():
    Foresight(None).see(batch([TEXT] * 1000), 1)


def test_a_run_ends_before_anything_is_looked_at(monkeypatch, tmp_path):
    monkeypatch.setattr(stream, "BATCH_ARTICLES", 5)
    asked = []
    monkeypatch.setattr(batches, "look_within", asked.append)
    with pytest.raises(ConfigError, match="read so far"):
        api.check(["seeds"], Config(memory=1_000_000), checkpoint=str(tmp_path / "kept"))
    assert asked == []


@pytest.mark.parametrize("alike", [True, False])
def test_the_rest_is_foreseen_only_of_files_of_one_format(monkeypatch, tmp_path, alike):
    """A tenth is read; with the rest it is too much, without it is not."""
    articles = sources.read(["seeds/archive.jsonl"], Config()).articles
    texts = articles.with_columns(text=pl.lit(TEXT * 100))
    size = 1_000_000 * len(texts)
    config = Config(memory=needed(2 * size, size))
    monkeypatch.setattr(batches, "look_within", lambda _: 0)
    with batches.workshop(config, 1, str(tmp_path / "kept")) as shop:
        expected = ConfigError if alike else KeyError  # nothing is looked at, so nothing is kept
        with pytest.raises(expected):
            shop.survey([texts], lambda: 0.1, alike=alike)
