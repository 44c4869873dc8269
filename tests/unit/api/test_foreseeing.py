"""A run whose articles will not fit into its memory ends early, and no other does."""

import polars as pl
import pytest

from provenance import api
from provenance.api import batches
from provenance.api.foreseeing import Foresight
from provenance.config import Config
from provenance.errors import ConfigError
from provenance.reuse.search import needed
from provenance.sources import stream

# 5,000 letters and as many spaces or line ends: 10,000 bytes in 5,000 words of one letter.
TEXT = "a b c d e " * 1000


def batch(texts):
    return pl.DataFrame({"text": texts})


def test_what_is_needed_is_the_texts_and_eight_bytes_a_word_and_some_to_spare():
    """Two arrays of 32-bit hashes beside the texts, as a large search has them."""
    assert needed(1000, 200) - needed(0, 0) == 1000 + 8 * 200


def test_a_tenth_of_the_input_that_needs_a_tenth_of_far_too_much_ends_the_run():
    """10,000 articles of 10 kB need 100 MB and eight bytes for each of 50 million words."""
    whole = 100_000_000 + 8 * 50_000_000
    seen = Foresight(whole // 2)
    with pytest.raises(ConfigError) as caught:
        seen.see(batch([TEXT] * 1000), 0.1)
    assert "250 MB of memory" in str(caught.value)
    assert "first 10 %" in str(caught.value)
    assert "--memory" in caught.value.hint


def test_the_hint_names_an_amount_that_does():
    seen = Foresight(100_000_000)
    with pytest.raises(ConfigError) as caught:
        seen.see(batch([TEXT] * 1000), 0.1)
    least = int(caught.value.hint.split("at least ")[1].split("M")[0])
    Foresight(least * 10**6).see(batch([TEXT] * 1000), 0.1)


def test_less_than_a_tenth_says_nothing_of_the_rest():
    Foresight(1).see(batch([TEXT]), 0.09)


def test_what_is_somewhat_too_much_may_fit_when_the_rest_is_shorter():
    """The search itself knows exactly, and says so."""
    whole = needed(100_000_000, 50_000_000)
    Foresight(whole * 9 // 10).see(batch([TEXT] * 1000), 0.1)


def test_batches_add_up():
    seen = Foresight(300_000_000)
    for share in (0.02, 0.04, 0.06, 0.08):
        seen.see(batch([TEXT] * 200), share)
    with pytest.raises(ConfigError):
        seen.see(batch([TEXT] * 200), 0.1)


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
    with pytest.raises(ConfigError, match="told from the first"):
        api.check(["seeds"], Config(memory=1_000_000), checkpoint=str(tmp_path / "kept"))
    assert len(asked) < 10
