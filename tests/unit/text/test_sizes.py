"""The bytes of texts are counted, however many there are."""

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.sizes import byte_size


@given(st.lists(st.text(max_size=20), max_size=9))
def test_the_size_of_texts_is_that_of_their_utf_8(texts):
    expected = len("".join(texts).encode())
    assert byte_size(pl.Series(texts, dtype=pl.String)) == expected


def test_more_than_four_gibibytes_are_counted():
    """5,000 texts of a megabyte, all of which are one in memory."""
    texts = pl.Series(["x" * 1_000_000]).new_from_index(0, 5000)
    assert byte_size(texts) == 5_000_000_000
