"""Small runs for the gate to judge: a test names what matters and leaves the rest to defaults."""

import dataclasses

import pytest

from provenance import frames
from provenance.gate import Evidence
from provenance.model import Article, Cluster, Finding, Outcome, Region, Score

CHECKS = ("boilerplate", "dates", "duplication", "figures")
RULES = {
    **dict.fromkeys(["BPL001", "NUM001", "DAT002", "DUP001", "DUP002"], "warning"),
    **dict.fromkeys(["DUP003", "DUP004", "DUP008"], "info"),
}
TABLES = {
    "articles": Article,
    "findings": Finding,
    "outcomes": Outcome,
    "scores": Score,
    "regions": Region,
    "clusters": Cluster,
}


def make_article(article_id="a", text="x" * 100, outlet=None, path=None):
    path = path or f"{article_id}.txt"
    return Article(article_id, path, 1, False, text, None, 0, outlet, None, "en")


def make_finding(kind="error:BPL001", article_id="a", span=(0, 1), accepted=None):
    """A finding from words such as `error:NUM001`."""
    severity, _, rule_id = kind.partition(":")
    rule_id = rule_id or "BPL001"
    return Finding(
        rule_id, article_id, *span, severity, "high", "m", (), None, 0, accepted=accepted
    )


def make_score(article_id="a", score=100, coverage=100):
    reason = "too short" if score is None else None
    low, high = (0, 100) if score is None else (score, score)
    return Score(article_id, score, "A", low, high, coverage, 200, reason, (), ())


def make_region(left, right, label="verbatim"):
    """A region from (article id, start, end) of both sides."""
    zeros = {field.name: 0.0 if field.type is float else 0 for field in dataclasses.fields(Region)}
    sides = {
        f"{side}_{part}": value
        for side, place in (("left", left), ("right", right))
        for part, value in zip(("id", "start", "end"), place, strict=True)
    }
    return Region(**zeros | {"span_days": None, "label": label} | sides)


def make_evidence(articles=1, findings=(), unread=(), rules=RULES, **parts):
    """What a run found. Articles are given, or only how many there are.

    Every check could look at every article, and each has a score of 100, unless `outcomes` and
    `scores` say otherwise. Rules of all that is measured took part.
    """
    if isinstance(articles, int):
        articles = [make_article("abcdefgh"[number]) for number in range(articles)]
    ids = [article.article_id for article in articles]
    rows = {
        "articles": articles,
        "findings": findings,
        "outcomes": [Outcome(key, check, "clear", None) for key in ids for check in CHECKS],
        "scores": [make_score(key) for key in ids],
    } | parts
    assert rows.keys() <= TABLES.keys()
    tables = {name: frames.frame(rows.get(name, ()), row) for name, row in TABLES.items()}
    tables["outcomes"] = tables["outcomes"].lazy()
    return Evidence(**tables, unread=tuple(unread), rules=rules)


@pytest.fixture(scope="session")
def rules():
    """The severities of the rules that took part."""
    return RULES


@pytest.fixture(scope="session")
def article():
    return make_article


@pytest.fixture(scope="session")
def found():
    return make_finding


@pytest.fixture(scope="session")
def scored():
    return make_score


@pytest.fixture(scope="session")
def region():
    return make_region


@pytest.fixture(scope="session")
def evidence():
    return make_evidence
