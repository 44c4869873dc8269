"""Two articles side by side."""

from dataclasses import replace

from provenance import __version__, frames, reuse, sources
from provenance.api.configured import rules
from provenance.api.judging import rollup
from provenance.api.run import look, named_twice
from provenance.config import Config
from provenance.model import Article
from provenance.reuse.comparison import SIDES, Comparison


def compare(
    left: str, right: str, config: Config | None = None, *, stdin_format: str = "txt"
) -> Comparison:
    """What two articles share, and what differs in it.

    Args:
        left: A file, or `-` for standard input; `file#ID` for one of several articles in it.
        right: Likewise.
        config: Settings; the defaults when left out.
        stdin_format: How to read standard input.

    Raises:
        InputError: One of them cannot be read.
        UsageError: A name tells no single article, or both mean standard input.
        FaultList: As for `check`.
    """
    config = config or Config()
    book = rules(config)
    if sources.is_stdin(left) and sources.is_stdin(right):
        raise named_twice()
    pair = (
        sources.read_one(left, config, stdin_format),
        sources.read_one(right, config, stdin_format),
    )
    sides = [replace(article, article_id=side) for article, side in zip(pair, SIDES, strict=True)]
    corpus = look(frames.frame(sides, Article), book, config.min_words, memory=config.memory)
    made_by = __version__, config.digest()
    return reuse.compared(pair, corpus.regions, rollup(corpus), config.min_words, made_by)
