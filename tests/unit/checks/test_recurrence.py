"""Stock text of an outlet is told once an article and passage, unless a rule has told it."""

import pytest

from provenance.checks import recurrence
from provenance.model import Status

FOOTER = "Wolden letters reach us at the old customs house until noon on every day but Sunday"


@pytest.fixture
def issues(story, art):
    """So many articles of one outlet, on as many days, that end with the footer."""

    def _issues(count, outlet="Gazette", name="a"):
        return [
            art(f"{name}{n}", f"{story(n)}\n\n{FOOTER}", f"2024-05-{n + 1:02}", outlet)
            for n in range(count)
        ]

    return _issues


def test_stock_text_is_told_in_every_article_that_has_it(issues, told_by):
    """Also in the first one: it is no less stock text there."""
    found = told_by(recurrence.CHECK, *issues(5))
    assert found == [(f"a{n}", "DUP006", FOOTER) for n in range(5)]


def test_the_finding_counts_the_others_and_shows_the_earliest(issues, corpus_of):
    found = recurrence.CHECK.run(corpus_of(*issues(6))).findings
    last = next(item for item in found if item.article_id == "a5")
    assert last.severity == "info"
    assert "also in 5 other articles, such as a0" in last.message
    (other,) = last.related
    assert (other.article_id, other.note) == ("a0", "also in a0, ran first on 2024-05-01")


def test_four_times_are_not_enough(issues, told_by):
    assert told_by(recurrence.CHECK, *issues(4)) == []


def test_what_a_boilerplate_rule_has_flagged_is_not_told_again(issues, told_by):
    articles = issues(5)
    start = articles[0].text.index(FOOTER)
    half = start + len(FOOTER) // 2 + 1
    found = told_by(recurrence.CHECK, *articles, boilerplate=[("a0", start, half)])
    assert [row[0] for row in found] == ["a1", "a2", "a3", "a4"]


def test_two_passages_of_an_article_are_two_findings(story, art, told_by):
    header = story(90, 20)
    articles = [
        art(f"a{n}", f"{header}\n\n{story(n)}\n\n{FOOTER}", f"2024-05-{n + 1:02}", "Gazette")
        for n in range(5)
    ]
    found = told_by(recurrence.CHECK, *articles)
    assert [row[2] for row in found if row[0] == "a0"] == [FOOTER, header]


def test_a_story_of_five_outlets_is_no_stock_text(story, art, told_by):
    articles = [
        art(f"a{n}", f"{story(50, 60)} {story(n)}", f"2024-05-{n + 1:02}") for n in range(6)
    ]
    assert told_by(recurrence.CHECK, *articles) == []


def test_stock_text_is_told_by_what_the_archive_holds(issues, told_by):
    *old, new = issues(6)
    assert told_by(recurrence.CHECK, new, archive=old) == [("a5", "DUP006", FOOTER)]


def test_one_article_alone_has_nothing_to_compare_with(issues, corpus_of):
    answer = recurrence.CHECK.run(corpus_of(*issues(1)))
    assert answer.skipped == {"a0": (Status.NOT_AVAILABLE, "nothing to compare with")}
