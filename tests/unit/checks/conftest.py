"""A corpus of hand-made matches: checks see frames, not rule files."""

import random

import pytest

from provenance import api, attribution, frames, reuse
from provenance.checks.corpus import Corpus
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Confidence,
    Credit,
    Gap,
    Line,
    Lineage,
    Match,
    Mention,
    Person,
    Quantity,
    Quote,
    Region,
    Relation,
    Rule,
    Severity,
)
from provenance.text import segment

EMPTY = {
    "quotes": Quote,
    "credits": Credit,
    "quantities": Quantity,
    "relations": Relation,
    "regions": Region,
    "clusters": Cluster,
    "people": Person,
    "attributions": Attribution,
    "gaps": Gap,
    "lineages": Lineage,
    "claims": Claim,
    "mentions": Mention,
}
LARGE = ("quotes", "people", "attributions", "quantities")


def _empty(name, row):
    """A table without rows, as `Corpus` has it."""
    table = frames.frame([], row)
    return table.lazy() if name in LARGE else table


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
        one_outlet=False,
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
        **{name: _empty(name, row) for name, row in EMPTY.items()},
    )


BOOK = api.rules()
LEXICON = attribution.Lexicon.of(BOOK.lexicons)
RULES = {rule.rule_id: rule for rule in BOOK.rules}


def made_up(seed, words=80):
    """A text of made-up words, none of them twice."""
    return " ".join(random.Random(seed).sample([f"w{seed}x{n}" for n in range(500)], words))


def made_article(article_id, text, date=None, outlet=None):
    outlet = outlet or f"Outlet of {article_id}"
    return Article(article_id, article_id, 1, False, text, None, 0, outlet, date, None)


def reuse_corpus(*articles, archive=(), rules=None, boilerplate=()):
    """A corpus in which all but boilerplate is what the stages find in the articles.

    `boilerplate` are spans (article id, start, end) that a rule has flagged.
    """
    judged, old = frames.frame(articles, Article), frames.frame(archive, Article)
    known = frames.frame([*articles, *archive], Article)
    quotes, credited = (
        attribution.read(known, LEXICON).quotes,
        attribution.credits(known, LEXICON.credits),
    )
    matches = frames.frame((Match("BPL001", *span) for span in boilerplate), Match)
    regions = reuse.classify(reuse.find(known, 12), known, quotes, credited, matches)
    return Corpus(
        articles=judged,
        archive=old,
        lines=frames.frame([], Line),
        matches=matches,
        people=frames.frame([], Person).lazy(),
        attributions=frames.frame([], Attribution).lazy(),
        gaps=frames.frame([], Gap),
        lineages=frames.frame([], Lineage),
        claims=frames.frame([], Claim),
        mentions=frames.frame([], Mention),
        quotes=quotes.lazy(),
        credits=credited,
        quantities=frames.frame([], Quantity).lazy(),
        relations=frames.frame([], Relation),
        regions=regions,
        clusters=reuse.clusters(regions, known, credited),
        rules=RULES if rules is None else rules,
    )


@pytest.fixture(scope="session")
def story():
    return made_up


@pytest.fixture(scope="session")
def art():
    return made_article


@pytest.fixture(scope="session")
def corpus_of():
    return reuse_corpus


@pytest.fixture(scope="session")
def told_by():
    """What a check finds, as (article id, rule id, the words of the span)."""

    def _told_by(check, *articles, **known):
        texts = {item.article_id: item.text for item in articles}
        return sorted(
            (item.article_id, item.rule_id, texts[item.article_id][item.start : item.end])
            for item in check.run(reuse_corpus(*articles, **known)).findings
        )

    return _told_by


@pytest.fixture(scope="session")
def rule():
    return text_rule


@pytest.fixture(scope="session")
def corpus():
    return text_corpus
