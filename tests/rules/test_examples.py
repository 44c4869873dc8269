"""Every rule finds its own examples and leaves its counter-examples alone."""

import pytest

from provenance import api, checks, frames
from provenance.config import Config
from provenance.model import Article
from provenance.text.language import guess
from provenance.text.tokens import tokenise

BOOK = api.rules()
FEWEST = Config().min_words
HITS = [(rule, texts) for rule in BOOK.rules for texts in rule.hits]
MISSES = [(rule, texts) for rule in BOOK.rules for texts in rule.misses]


def found(rule, texts):
    """Rule ids found in the first text; the others ran earlier, in one outlet or in others."""
    articles = [
        Article(
            article_id=f"article-{n}",
            path=f"article-{n}",
            line=1,
            embedded=False,
            text=text,
            title=None,
            body_start=0,
            outlet="Outlet" if rule.one_outlet else f"Outlet {n}",
            date=f"2026-03-{28 - n:02}",
            language=guess(tokenise(text).words),
        )
        for n, text in enumerate(texts)
    ]
    corpus = api.look(frames.frame(articles, Article), BOOK, FEWEST)
    findings, _ = checks.examine(corpus)
    return {item.rule_id for item in findings if item.article_id == "article-0"}


def name(value):
    return value.rule_id if hasattr(value, "rule_id") else value[0][:30]


@pytest.mark.parametrize(("rule", "texts"), HITS, ids=name)
def test_the_rule_finds_what_it_says_it_finds(rule, texts):
    assert rule.rule_id in found(rule, texts)


@pytest.mark.parametrize(("rule", "texts"), MISSES, ids=name)
def test_the_rule_leaves_alone_what_it_says_it_leaves_alone(rule, texts):
    assert rule.rule_id not in found(rule, texts)
