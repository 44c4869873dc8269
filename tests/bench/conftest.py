"""The scripts of bench/ import one another as they do when they are run: from their own folder."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from base import own_base
from corpus import news


@pytest.fixture(scope="session")
def small_base():
    """A language of few words, so that a corpus takes no time."""
    return own_base(size=60_000, vocabulary=3_000)


@pytest.fixture(scope="session")
def small_news(small_base):
    return news(600, small_base)
