"""A corpus of hand-made matches: checks see frames, not rule files."""

import pytest

from provenance import frames
from provenance.checks.corpus import Corpus
from provenance.model import (
    Article,
    Attribution,
    Cluster,
    Confidence,
    Match,
    Quantity,
    Quote,
    Region,
    Rule,
    Severity,
)
from provenance.text import segment

EMPTY = {
    "quotes": Quote,
    "credits": Attribution,
    "quantities": Quantity,
    "regions": Region,
    "clusters": Cluster,
}


def text_rule(rule_id, severity="warning", message="found: {match}", locale="en"):
    """A rule as declared, with nothing in it that these tests do not ask about."""
    return Rule(
        rule_id=rule_id,
        name=rule_id.lower(),
        family=rule_id[:3],
        category="test",
        severity=Severity(severity),
        confidence=Confidence.HIGH,
        message=message,
        why="Because.",
        fix="Take it out.",
        locale=locale,
        check=None,
        hits=(),
        misses=(),
        since="0.1",
        place="rules.yaml:1",
    )


def text_corpus(texts, matched, rules):
    """A corpus of text articles.

    `texts` is text, or (text, language), by id; `matched` are (rule id, article id, the words
    matched), the words being looked up in the text.
    """
    texts = {key: each if isinstance(each, tuple) else (each, "en") for key, each in texts.items()}
    articles = frames.frame(
        [
            Article(key, key, 1, False, text, None, 0, None, None, language)
            for key, (text, language) in texts.items()
        ],
        Article,
    )
    matches = []
    for rule_id, key, words in matched:
        start = texts[key][0].index(words)
        matches.append(Match(rule_id, key, start, start + len(words)))
    return Corpus(
        articles=articles,
        lines=segment.lines(articles),
        matches=frames.frame(matches, Match),
        rules={rule.rule_id: rule for rule in rules},
        **{name: frames.frame([], row) for name, row in EMPTY.items()},
    )


@pytest.fixture(scope="session")
def rule():
    return text_rule


@pytest.fixture(scope="session")
def corpus():
    return text_corpus
