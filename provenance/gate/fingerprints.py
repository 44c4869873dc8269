"""What makes a finding the same finding in another run, however its text moved.

Goes in: findings and the articles that they are in. Comes out: the findings
with their fingerprints.
"""

from collections import Counter
from hashlib import blake2b

import polars as pl

from provenance import frames
from provenance.model import Finding


def fingerprint(findings: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """The findings with `fingerprint` filled.

    Args:
        findings: A frame of `Finding`.
        articles: A frame of `Article`: all that findings and their related places lie in.
    """
    texts = dict(articles.select("article_id", "text").iter_rows())
    counts: Counter[str] = Counter()
    told = []
    for row in frames.rows(findings, Finding):
        seed = "\x00".join(
            (row.rule_id, row.article_id, texts[row.article_id][row.start : row.end])
        )
        digest = blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        counts[digest] += 1
        told.append(f"{digest}:{counts[digest]}")
    return findings.with_columns(fingerprint=pl.Series(told, dtype=pl.String))
