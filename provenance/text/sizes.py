"""How large texts are."""

import polars as pl


def byte_size(texts: pl.Series) -> int:
    """How many bytes texts take together in UTF-8; Polars itself counts up to 4 GiB only."""
    return int(texts.str.len_bytes().cast(pl.Int64).sum())
