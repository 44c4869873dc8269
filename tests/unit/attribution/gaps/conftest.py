"""What one text leaves open, by the kind of gap."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Gap


@pytest.fixture(scope="session")
def left_open(articles, lexicon):
    """The words at each gap of one kind in a text, in order."""

    def _left_open(kind, text, **about):
        rows = frames.rows(read(articles(text, **about), lexicon).gaps, Gap)
        return [text[row.start : row.end] for row in rows if row.kind == kind]

    return _left_open


@pytest.fixture(scope="session")
def gap_rows(articles, lexicon):
    """The gaps of one kind in a text, as rows."""

    def _gap_rows(kind, text, **about):
        rows = frames.rows(read(articles(text, **about), lexicon).gaps, Gap)
        return [row for row in rows if row.kind == kind]

    return _gap_rows
