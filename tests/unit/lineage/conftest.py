"""Rows made by hand: a test names what matters and leaves the rest to defaults."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from provenance import attribution, frames, rulebook
from provenance.lineage import ClaimWords, Told, trace
from provenance.lineage.statements import Stated
from provenance.model import (
    Article,
    Attribution,
    Cluster,
    Credit,
    Lineage,
    Quantity,
    Quote,
    Region,
    Relation,
)

LEXICON = Path(__file__).parents[3] / "rules" / "lexicon" / "claims.en.yaml"
BOOK = rulebook.load([rulebook.RuleFile(LEXICON.name, LEXICON.read_text("utf-8"))])


@pytest.fixture(scope="session")
def words():
    """The words of the lexicon, read by the program's own loader."""
    return ClaimWords.of(BOOK.lexicons)


def _article(article_id, text="", **fields):
    defaults = {
        "path": article_id,
        "line": 1,
        "embedded": False,
        "title": None,
        "body_start": 0,
        "outlet": None,
        "date": None,
        "language": "en",
    }
    return Article(article_id=article_id, text=text, **defaults | fields)


def _region(left, right, share=0.9, label="verbatim", words=100):
    """A passage of `words` words that is `share` of either article."""
    return Region(
        left_id=left,
        left_start=0,
        left_end=10,
        right_id=right,
        right_start=0,
        right_end=10,
        left_words=words,
        right_words=words,
        matched_words=words,
        jaccard=1.0,
        left_containment=1.0,
        right_containment=1.0,
        estimate=1.0,
        left_share=share,
        right_share=share,
        label=label,
        articles=2,
        outlets=0,
        per_outlet=1.0,
        days=0,
        span_days=None,
        pinned=0.0,
        apart=0.0,
    )


def _credit(article_id, source, **fields):
    defaults = {"start": 0, "end": 1, "kind": "agency", "form": "tag", "subject": "article"}
    return Credit(article_id=article_id, source=source, **defaults | fields)


def _attribution(article_id, source, statement=(0, 10_000), **fields):
    defaults = {
        "start": statement[0],
        "end": statement[0] + 1,
        "kind": "named",
        "source_start": statement[0] if source else None,
        "source_end": statement[0] + 1 if source else None,
        "cue": "say",
        "channel": "speech",
        "via": None,
        "explained": None,
    }
    return Attribution(
        article_id=article_id,
        source=source,
        statement_start=statement[0],
        statement_end=statement[1],
        **defaults | fields,
    )


def _quote(article_id, start, end, speaker=None, **fields):
    defaults = {
        "closed": True,
        "words": 10,
        "form": "marked",
        "use": "speech",
        "utterance": start,
        "speaker_start": None,
        "speaker_end": None,
        "speaker_kind": "named" if speaker else None,
        "resolution": "cue" if speaker else "unresolved",
    }
    return Quote(article_id=article_id, start=start, end=end, speaker=speaker, **defaults | fields)


def _figure(article_id, start, end, value, noun, **fields):
    defaults = {
        "low": value,
        "high": value,
        "soft_low": value,
        "soft_high": value,
        "kind": "count",
        "unit": None,
        "bound": "exact",
        "event": None,
        "sentence": 0,
        "modifiers": (),
        "qualifiers": (),
    }
    return Quantity(
        article_id=article_id, start=start, end=end, value=value, noun=noun, **defaults | fields
    )


def _place(article_id, primary=None, kind="named", **fields):
    defaults = {"start": 0, "end": 1, "channel": "speech", "via": None}
    return Stated(
        article_id=article_id,
        primary=primary,
        primary_kind=kind if primary else None,
        **defaults | fields,
    )


def _lineage(article_id, narrow=None, wide=None):
    narrow = narrow or article_id
    return Lineage(article_id, narrow, wide or narrow, "own", None)


@pytest.fixture(scope="session")
def make():
    """Builders of rows."""
    return SimpleNamespace(
        article=_article,
        region=_region,
        credit=_credit,
        attribution=_attribution,
        quote=_quote,
        figure=_figure,
        place=_place,
        lineage=_lineage,
    )


@pytest.fixture(scope="session")
def graph(words):
    """The graph of lists of rows; those left out are empty."""
    kinds = {
        "articles": Article,
        "regions": Region,
        "clusters": Cluster,
        "credits": Credit,
        "quotes": Quote,
        "attributions": Attribution,
        "quantities": Quantity,
        "relations": Relation,
    }

    def _graph(**rows):
        tables = {name: frames.frame(rows.get(name, ()), kind) for name, kind in kinds.items()}
        utterances = attribution.utterances(tables["articles"], tables["quotes"])
        told = Told(
            quotes=tables["quotes"].lazy(),
            utterances=utterances.lazy(),
            attributions=tables["attributions"].lazy(),
            credits=tables["credits"],
            quantities=tables["quantities"].lazy(),
            relations=tables["relations"],
        )
        return trace(tables["articles"], tables["regions"], tables["clusters"], told, words)

    return _graph
