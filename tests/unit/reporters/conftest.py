"""Small reports made by hand: a test names what matters and leaves the rest to defaults."""

import dataclasses
import re

import pytest

from provenance import frames
from provenance.model import (
    Article,
    Attribution,
    Cap,
    Claim,
    Cluster,
    Confidence,
    Credit,
    Dimension,
    Example,
    Finding,
    Grade,
    Lineage,
    Mention,
    Notice,
    Outcome,
    OutletScore,
    OutletWeights,
    Person,
    Points,
    Quantity,
    Quote,
    Region,
    Relation,
    Report,
    Reuse,
    Rule,
    Score,
    Severity,
    Share,
    Span,
    Unread,
    Verdict,
    Weights,
)
from provenance.reuse.comparison import Comparison, Half, Passage
from provenance.reuse.difference import difference

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")
TAGGED = ("tag", "article")

# One of a kind. Reports made by hand say what their scores are.
WEIGHTS = Weights(
    minimum_words=50,
    minimum_coverage=60,
    repeat_share=50,
    dimensions=(Dimension("consistency", 100, ("NUM",), "They must fit."),),
    points=(Points("NUM001", 8, None, "Both cannot hold."),),
    defaults={"error": 8, "warning": 3, "info": 0},
    caps=(Cap("headline", 74, ("NUM006",), 1, None, "All read it."),),
    grades=(Grade("A", 90), Grade("F", 0)),
    outlets=OutletWeights(
        8, 5, 30, ("consistency",), (Share("boilerplate", ("BPL",), ("warning",), "left in"),)
    ),
)

TABLES = {
    "articles": Article,
    "findings": Finding,
    "outcomes": Outcome,
    "scores": Score,
    "outlets": OutletScore,
    "regions": Region,
    "clusters": Cluster,
    "reuse": Reuse,
    "quantities": Quantity,
    "relations": Relation,
    "quotes": Quote,
    "credits": Credit,
    "people": Person,
    "attributions": Attribution,
    "lineages": Lineage,
    "claims": Claim,
    "mentions": Mention,
    "archive": Article,
}
LARGE = ("outcomes", "quantities", "quotes", "people", "attributions")


def make_article(path, text, **fields):
    defaults = {
        "article_id": path,
        "path": path,
        "line": 1,
        "embedded": False,
        "text": text,
        "title": None,
        "body_start": 0,
        "outlet": None,
        "date": None,
        "language": "en",
    }
    return Article(**defaults | fields)


def make_rule(rule_id, name, **fields):
    defaults = {
        "rule_id": rule_id,
        "name": name,
        "family": rule_id[:3],
        "category": "labels",
        "severity": Severity.WARNING,
        "confidence": Confidence.HIGH,
        "message": "a label of the page",
        "why": "Readers take it for the story.",
        "fix": "Take the line out.",
        "locale": "en",
        "check": None,
        "hits": (Example(("Share",)), Example(("Tweet",))),
        "misses": (Example(("They share a boat.",)), Example(("A tweet was heard.",))),
        "one_outlet": False,
        "since": "0.1",
        "place": "rules/labels.yaml:3",
    }
    return Rule(**defaults | fields)


def make_finding(article, evidence, rule_id="BPL001", **fields):
    """A finding on the first place of `evidence` in the article's text."""
    start = article.text.index(evidence)
    defaults = {
        "rule_id": rule_id,
        "article_id": article.article_id,
        "start": start,
        "end": start + len(evidence),
        "severity": "warning",
        "confidence": "high",
        "message": "a label of the page",
        "related": (),
        "extent": None,
        "deduction": 0,
    }
    return Finding(**defaults | fields)


def make_span(article, evidence, note=""):
    start = article.text.index(evidence)
    return Span(article.article_id, start, start + len(evidence), note)


def make_report(articles=(), findings=(), rules=None, scores=None, **parts):
    """A report; an article's score is 100 less its deductions unless `scores` says otherwise."""
    if scores is None:
        scores = [_score(article, findings) for article in articles]
    if rules is None:
        ids = sorted({finding.rule_id for finding in findings})
        rules = [make_rule(rule_id, f"rule-{rule_id.lower()}") for rule_id in ids]
    alone = [Reuse(article.article_id, 0.0, 0.0, 0, 0) for article in articles]
    rows = {"articles": articles, "findings": findings, "scores": scores, "reuse": alone} | parts
    tables = {name: frames.frame(rows.get(name, ()), row) for name, row in TABLES.items()}
    tables |= {name: tables[name].lazy() for name in LARGE}
    others = {
        "version": "0.1.0",
        "settings_digest": "0123456789abcdef",
        "rules": tuple(rules),
        "weights": WEIGHTS,
        "unread": (),
        "notices": (),
        "verdict": Verdict(0, ("no finding in 1 article",)),
    }
    named = {field.name for field in dataclasses.fields(Report)}
    assert parts.keys() <= named
    return Report(**others | {k: v for k, v in parts.items() if k not in TABLES} | tables)


def _score(article, findings):
    own = [finding for finding in findings if finding.article_id == article.article_id]
    lost = sum(finding.deduction for finding in own)
    return make_score(article.article_id, 100 - lost, len(article.text.split()))


def make_score(article_id, score, words, reason=None, **fields):
    """A score of all dimensions, judged; without one it lies anywhere."""
    defaults = {
        "article_id": article_id,
        "score": score,
        "grade": "N/A" if score is None else "A",
        "low": 0 if score is None else score,
        "high": 100 if score is None else score,
        "coverage": 100,
        "words": words,
        "reason": reason,
        "dimensions": (),
        "caps": (),
    }
    return Score(**defaults | fields)


def make_strange_report(text, other):
    """A report that holds `text` and `other` wherever something from outside can stand."""
    article = make_article(
        f"p{text}", text + other, article_id=f"i{other}", title=other, outlet=text, date=other
    )
    record = make_article("c", other + text, article_id="r", line=3, embedded=True, title=text)
    rule = make_rule("BPL001", text, why=other, fix=text, message=other, place=text, locale="en")
    related = (Span("r", 0, len(other), text), Span("r", 1, len(other + text), other))
    findings = [
        make_finding(article, other, message=text, related=related, deduction=3),
        make_finding(article, text, message=other, deduction=2),
        make_finding(record, text, message=other, severity="error"),
    ]
    return make_report(
        [article, record],
        findings,
        [rule],
        outcomes=[Outcome("r", other, "not_available", text), Outcome("r", text, "error", None)],
        quotes=[Quote("r", 0, 1, True, 1, *UNTOLD)],
        credits=[Credit("r", 0, 1, "agency", other, *TAGGED)],
        people=[Person("r", 0, 1, text, other, text, other, ())],
        attributions=[
            Attribution("r", 0, 1, 0, 1, "named", other, 0, 1, text, "speech", text, None)
        ],
        claims=[Claim(text, "figure", other, 2, 1, 1, 1, 1, 6, text)],
        mentions=[Mention(text, "r", 0, 1, "r", other, "named", text, other)],
        clusters=[Cluster("r", "r", None, "unknown")],
        unread=(Unread(text, other),),
        notices=(Notice(other, text),),
        verdict=Verdict(2, (text, other)),
    )


@pytest.fixture(scope="session")
def strange_report():
    return make_strange_report


@pytest.fixture(scope="session")
def article():
    return make_article


@pytest.fixture(scope="session")
def rule():
    return make_rule


@pytest.fixture(scope="session")
def finding():
    return make_finding


@pytest.fixture(scope="session")
def score():
    return make_score


@pytest.fixture(scope="session")
def span():
    return make_span


@pytest.fixture(scope="session")
def report():
    return make_report


def make_region(left_span, right_span, **fields):
    """A region of two spans; its numbers are 0 but for those that are given."""
    zeros = {field.name: 0.0 if field.type is float else 0 for field in dataclasses.fields(Region)}
    ids = {"left_id": "left", "right_id": "right", "span_days": None, "label": "edited"}
    places = ("left_start", "left_end", "right_start", "right_end")
    spans = dict(zip(places, (*left_span, *right_span), strict=True))
    return Region(**zeros | ids | spans | fields)


def _found(left, right, left_words, right_words):
    """The region of some words of both."""
    starts = left.text.index(left_words), right.text.index(right_words)
    ends = starts[0] + len(left_words), starts[1] + len(right_words)
    return make_region((starts[0], ends[0]), (starts[1], ends[1]))


def _passage(left, right, region):
    spans = (region.left_start, region.left_end), (region.right_start, region.right_end)
    return Passage(region, tuple(difference(left.text, spans[0], right.text, spans[1])))


def make_comparison(left, right, *shared, first=None, shares=((0.5, 0.25), (0.25, None))):
    """A comparison of two articles or texts.

    What is shared is given as regions, or as the words on the left and those on the right.
    """
    left = left if isinstance(left, Article) else make_article("a.txt", left)
    right = right if isinstance(right, Article) else make_article("b.txt", right)
    regions = [item if isinstance(item, Region) else _found(left, right, *item) for item in shared]
    passages = [_passage(left, right, item) for item in regions]
    return Comparison(
        left=Half(left, 10, *shares[0]),
        right=Half(right, 20, *shares[1]),
        first=first,
        min_words=12,
        passages=tuple(sorted(passages, key=lambda passage: passage.region.left_start)),
        version="0.1.0",
        settings_digest="0123456789abcdef",
    )


@pytest.fixture(scope="session")
def region():
    return make_region


@pytest.fixture(scope="session")
def comparison():
    return make_comparison


def fields_of(value, prefix=""):
    """Every field of a JSON tree as the document names it: `findings[].line`."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{prefix}{key}"
            yield from fields_of(item, f"{prefix}{key}.")
    if isinstance(value, list):
        for item in value:
            yield from fields_of(item, prefix.removesuffix(".") + "[].")


@pytest.fixture(scope="session")
def paths_of():
    return fields_of


@pytest.fixture
def documented(root):
    """The fields under one of the titles of docs/wire-schema.md, with their sections' prefixes."""

    def _documented(title):
        text = (root / "docs" / "wire-schema.md").read_text(encoding="utf-8")
        prefix, fields = "", set()
        for line in text.split("\n# ")[title].splitlines():
            section = re.match(r"#+ .*`(.+)`$", line)
            if section or line.startswith("#"):
                prefix = f"{section[1]}." if section else ""
            row = re.match(r"\| `([a-z0-9_]+)` \|", line)
            if row:
                fields.add(prefix + row[1])
        return fields

    return _documented
