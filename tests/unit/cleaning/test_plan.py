"""From matches to cuts: what is safe, what a credit holds back, what is left alone."""

import random
from dataclasses import replace

import pytest

from provenance import frames
from provenance.cleaning.cuts import cleaned
from provenance.cleaning.plan import plan
from provenance.model import (
    Article,
    Clean,
    Confidence,
    Credit,
    Match,
    Removal,
    Rule,
    Severity,
)

TAGGED = ("tag", "article")

STORY = "Rain shuts the pass\n\nThe pass was shut at noon.\n\nAd\n\nWire/Ana Ruiz\n"


def article(article_id, text, body_start=0):
    return Article(
        article_id, f"{article_id}.txt", 1, False, text, None, body_start, None, None, None
    )


def rule(rule_id, removal="line", *, safe=True, severity="warning", replacement=""):
    way = Clean(Removal(removal), replacement, safe) if removal else None
    return Rule(
        *(rule_id, rule_id.lower(), rule_id[:3], "house", Severity(severity), Confidence.HIGH),
        *("message", "why", "fix", "und", None, (), (), False, "0.1", "house.yaml:1"),
        clean=way,
    )


def match(item, words, rule_id):
    start = item.text.index(words)
    return Match(rule_id, item.article_id, start, start + len(words))


def credit(item, words):
    start = item.text.index(words)
    return Credit(item.article_id, start, start + len(words), "agency", "Wire", *TAGGED)


def planned(articles, matches, rules, credits_=(), *, after=None, unsafe=False):
    return plan(
        frames.frame(articles, Article),
        frames.frame(matches, Match),
        frames.frame(credits_, Credit),
        rules,
        after or {},
        unsafe=unsafe,
    )


@pytest.fixture
def story():
    return article("a", STORY, STORY.index("The pass"))


def left(item, found):
    return cleaned(item.text, found.cuts[item.article_id])


def test_what_a_rule_calls_safe_goes(story):
    found = planned([story], [match(story, "Ad", "BPL001")], [rule("BPL001")])
    assert left(story, found) == STORY.replace("Ad\n\n", "")
    assert (found.spared, found.held) == ((), {})


def test_what_is_unsafe_goes_only_when_asked_for(story):
    matches = [match(story, "Ad", "BPL001"), match(story, "Wire/Ana Ruiz", "BPL002")]
    rules = [rule("BPL001"), rule("BPL002", safe=False)]
    found = planned([story], matches, rules)
    assert left(story, found) == STORY.replace("Ad\n\n", "")
    assert found.held == {"BPL002": 1}
    found = planned([story], matches, rules, unsafe=True)
    assert left(story, found) == STORY[: STORY.index("\nAd")]
    assert found.held == {}


def test_a_rule_that_does_not_say_how_takes_out_nothing(story):
    found = planned([story], [match(story, "Ad", "BPL001")], [rule("BPL001", None)])
    assert (found.cuts, found.held) == ({}, {})


@pytest.mark.parametrize(
    ("words", "removal"), [("Ana Ruiz", "line"), ("Wire/", "match"), ("Ad", "rest")]
)
def test_what_would_take_a_credit_along_is_not_safe(story, words, removal):
    """Where an article comes from must not be cleaned away by a rule that did not think of it."""
    matches, credits_ = [match(story, words, "BPL001")], [credit(story, "Wire")]
    found = planned([story], matches, [rule("BPL001", removal)], credits_)
    assert (found.cuts, found.held) == ({}, {"BPL001": 1})
    assert planned([story], matches, [rule("BPL001", removal)], credits_, unsafe=True).cuts


def test_a_credit_beside_what_goes_stays(story):
    found = planned(
        [story], [match(story, "Ad", "BPL001")], [rule("BPL001")], [credit(story, "Wire")]
    )
    assert left(story, found) == STORY.replace("Ad\n\n", "")


def test_a_credit_right_before_what_goes_stays(story):
    found = planned(
        [story], [match(story, "Ana Ruiz", "A")], [rule("A", "match")], [credit(story, "Wire/")]
    )
    assert left(story, found) == STORY.replace("Ana Ruiz", "")


@pytest.fixture
def teasers():
    """A heading with teasers below it, and one without."""
    return article("a", "Rain fell.\n\nMore\n\nOne day\nTwo days\n\nIt stopped.\nMore\n")


def test_a_heading_stays_as_long_as_what_it_was_found_by_does(teasers):
    """Else the teasers would read as the story, and nothing would tell them from it any more."""
    first, last = teasers.text.index("More"), teasers.text.rindex("More")
    matches = [Match("BPL001", "a", at, at + 4) for at in (first, last)]
    matches += [match(teasers, words, "BPL002") for words in ("One day", "Two days")]
    rules, after = [rule("BPL001"), rule("BPL002", safe=False)], {"BPL002": {"BPL001", "BPL002"}}
    found = planned([teasers], matches, rules, after=after)
    assert left(teasers, found) == teasers.text.removesuffix("More\n")
    assert found.held == {"BPL001": 1, "BPL002": 2}
    found = planned([teasers], matches, rules, after=after, unsafe=True)
    assert left(teasers, found) == "Rain fell.\n\nIt stopped.\n"


def test_headings_stay_through_a_chain_of_rules(teasers):
    matches = [match(teasers, "More", "BPL001"), match(teasers, "One day", "BPL002")]
    matches.append(match(teasers, "Two days", "BPL003"))
    rules = [rule("BPL001"), rule("BPL002"), rule("BPL003", safe=False)]
    after = {"BPL002": {"BPL001"}, "BPL003": {"BPL002"}}
    assert planned([teasers], matches, rules, after=after).cuts == {}
    safe = [*rules[:2], rule("BPL003")]
    assert len(planned([teasers], matches, safe, after=after).cuts["a"]) == 3


def test_a_line_that_was_found_by_itself_goes(teasers):
    """What stands below it does not rest on it."""
    matches = [match(teasers, "More", "BPL001"), match(teasers, "One day", "BPL002")]
    rules = [rule("BPL001"), rule("BPL002", safe=False)]
    found = planned([teasers], matches, rules, after={"BPL002": {"BPL003"}})
    assert found.held == {"BPL002": 1}


def test_unsafe_places_that_went_with_something_safe_are_not_offered(story):
    matches = [match(story, "Ad", "BPL001"), match(story, "Ad", "BPL002")]
    found = planned([story], matches, [rule("BPL001"), rule("BPL002", safe=False)])
    assert found.held == {}


def test_an_article_of_which_nothing_would_be_left_stays(story):
    """A rule that is wrong about one article must not cost the article."""
    whole = match(story, STORY[story.body_start :].strip(), "BPL001")
    found = planned([story], [whole], [rule("BPL001")])
    assert (found.cuts, found.spared) == ({}, ("a",))
    assert planned([replace(story, body_start=0)], [whole], [rule("BPL001")]).spared == ()


def test_of_two_rules_of_a_line_the_more_severe_is_named(story):
    matches = [match(story, "Ad", "BPL001"), match(story, "Ad", "BPL002")]
    found = planned([story], matches, [rule("BPL001", severity="info"), rule("BPL002")])
    assert [cut.rule_id for cut in found.cuts["a"]] == ["BPL002"]


def test_the_order_of_articles_matches_and_rules_does_not_matter():
    items = [article(name, STORY) for name in "cab"]
    words = ("Ad", "Wire/Ana Ruiz", "pass was", "shut at")
    matches = [match(item, some, f"BPL00{n}") for item in items for n, some in enumerate(words)]
    rules = [rule("BPL000"), rule("BPL001", safe=False), rule("BPL002", "match")]
    rules.append(rule("BPL003", "match", replacement="closed at"))
    told = set()
    for seed in range(5):
        for some in (items, matches, rules):
            random.Random(seed).shuffle(some)
        found = planned(items, matches, rules)
        told.add(repr((list(found.cuts.items()), found.spared, found.held)))
    assert len(told) == 1


def test_thousands_of_unsafe_places_beside_safe_ones_take_linear_time():
    item = article("a", "Text of it\n" + "Ad\nBy\n" * 20_000)
    starts = range(11, len(item.text), 6)
    matches = [Match("BPL001", "a", at, at + 2) for at in starts]
    matches += [Match("BPL002", "a", at + 3, at + 5) for at in starts]
    found = planned([item], matches, [rule("BPL001"), rule("BPL002", safe=False)])
    assert left(item, found) == "Text of it\n" + "By\n" * 20_000
    assert found.held == {"BPL002": 20_000}
