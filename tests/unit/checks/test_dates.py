"""Dates that do not fit become findings; every article in English counts as looked at."""

import pytest

from provenance import api, checks, frames
from provenance.checks.dates import CHECK
from provenance.config import Config
from provenance.model import Article, Severity, Status

WRONG = "The mill burned on Thursday, 27 June 2017, the fire service said."
PLAIN = "Fruit rolled down the stairs as far as the river, and dogs ran after it."


@pytest.fixture(scope="module")
def examined():
    """The findings of the check, and its outcome for each article."""

    def _examined(*texts, language="en"):
        articles = [
            Article(f"a{n}", f"a{n}", 1, False, text, None, 0, None, None, language)
            for n, text in enumerate(texts)
        ]
        frame = frames.frame(articles, Article)
        corpus = api.look(frame, api.rules(), Config().min_words)
        findings, outcomes = checks.examine(corpus)
        mine = outcomes.filter(check=CHECK.name).sort("article_id")
        found = [item for item in findings if item.rule_id in CHECK.rules]
        return found, list(mine.select("status", "reason").iter_rows())

    return _examined


def test_a_finding_names_both_repairs(examined):
    (finding,), outcomes = examined(WRONG)
    assert (finding.rule_id, finding.severity) == ("DAT001", Severity.ERROR)
    assert WRONG[finding.start : finding.end] == "Thursday, 27 June 2017"
    assert "27 June 2017 is a Tuesday" in finding.message
    assert "the nearest Thursday is 29 June 2017" in finding.message
    assert outcomes == [(Status.FOUND, None)]


def test_an_english_article_without_a_date_was_looked_at(examined):
    """Not to have found a date is an answer: there was none to go wrong."""
    assert examined(PLAIN) == ([], [(Status.CLEAR, None)])


def test_an_article_in_another_language_was_not_looked_at(examined):
    reason = "no grammar of dates for language de"
    assert examined("Am Donnerstag, 27. Juni 2017.", language="de") == (
        [],
        [(Status.NOT_AVAILABLE, reason)],
    )


def test_of_an_unknown_language_only_what_was_found_counts(examined):
    findings, outcomes = examined(WRONG, PLAIN, language=None)
    assert len(findings) == 1
    assert [status for status, _ in outcomes] == [Status.FOUND, Status.NOT_AVAILABLE]


def test_every_rule_of_the_family_is_decided_here():
    assert CHECK.families == ("DAT",)
    assert len(CHECK.rules) == len(set(CHECK.rules)) == 9


def test_every_rule_says_what_did_not_fit(examined):
    """The message of each rule has a place for what the relation tells."""
    for text in (
        "It ends on 31 April.",
        "It ran from 2014 to 2011.",
        "It began at 25:10 on Tuesday.",
    ):
        (finding,), _ = examined(text)
        assert "“" in finding.message
        assert "{" not in finding.message
