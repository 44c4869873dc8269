"""Every rule finds its own examples, leaves its counter-examples alone, and keeps out of prose.

The trial is the one that `provenance rules test` makes. Beside it some examples are tried without
it, each alone, so that a trial that looks at nothing cannot pass.
"""

import pytest

from provenance import api, checks, frames
from provenance.config import Config
from provenance.model import Article
from provenance.text.language import guess
from provenance.text.tokens import tokenise

BOOK = api.every_rule()
CODED = [rule for rule in BOOK.rules if rule.check]


@pytest.fixture(scope="module")
def trial():
    return api.try_rules()


def told(trial, rule):
    """What is wrong with a rule, as sentences."""
    return [
        f"{fault.message}: {fault.text}"
        for fault in trial.faults
        if fault.rule_id == rule.rule_id and not fault.is_note
    ]


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.rule_id)
def test_nothing_is_wrong_with_the_rule(trial, rule):
    assert told(trial, rule) == []


def test_every_example_of_every_rule_was_tried(trial):
    assert trial.rules == len(BOOK.rules)
    assert trial.hits == sum(len(rule.hits) for rule in BOOK.rules)
    assert trial.misses == sum(len(rule.misses) for rule in BOOK.rules)


def test_there_is_clean_prose_in_every_language_that_has_rules(trial):
    assert trial.without_prose == ()
    assert min(trial.prose.values()) >= 5


def headline(text):
    """A first line that stands alone and ends without a stop; null when there is none."""
    first, _, rest = text.partition("\n\n")
    return first if rest and first[-1].isalnum() and "\n" not in first else None


def found(rule, example):
    """Rule ids found in the first text; the others ran earlier, in one outlet or in others."""
    articles = [
        Article(
            article_id=f"article-{n}",
            path=f"article-{n}",
            line=1,
            embedded=False,
            text=text,
            title=headline(text),
            body_start=len(headline(text) or ""),
            outlet="Outlet" if rule.one_outlet else f"Outlet {n}",
            date=f"2026-03-{28 - n:02}",
            language=guess(tokenise(text).words),
            given=() if n else example.given,
            blank=() if n else example.blank,
        )
        for n, text in enumerate(example.texts)
    ]
    corpus = api.look(frames.frame(articles, Article), api.rules(), Config().min_words)
    findings, _ = checks.examine(corpus)
    return {item.rule_id for item in findings if item.article_id == "article-0"}


@pytest.mark.parametrize("rule", CODED, ids=lambda rule: rule.rule_id)
def test_a_coded_rule_finds_its_first_hit_alone_and_leaves_its_first_miss_alone(rule):
    assert rule.rule_id in found(rule, rule.hits[0])
    assert rule.rule_id not in found(rule, rule.misses[0])
