"""Keeping a baseline: what is written, and what a run may take out of it."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.gate.acceptance import Accepted, accept
from provenance.gate.fates import fates, pruned
from provenance.gate.fingerprints import fingerprint
from provenance.gate.renewal import renewed, wordless
from provenance.gate.usage import Run, used
from provenance.model import Article, Confidence, Example, Finding, Outcome, Rule, Severity
from provenance.model.baseline import Fate, Reach

TODAY = date(2026, 11, 21)
PAST = date(2026, 11, 20)
NOW, OLD = "1" * 16, "2" * 16


def rule(rule_id, check=None, texts=("Share",)):
    shown = (Example(texts),)
    return Rule(
        rule_id=rule_id,
        name=rule_id.lower(),
        family=rule_id[:3],
        category="labels",
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        message="m",
        why="w",
        fix="f",
        locale="en",
        check=check,
        hits=shown,
        misses=shown,
        one_outlet=False,
        since="0.1",
        place="",
    )


RULES = (rule("BPL001"), rule("BPL002"), rule("DUP002", "duplication", ("a", "b")))


def article(text, name="a.txt"):
    return Article(name, name, 1, False, text, None, 0, None, None, "en")


def run(*articles, entries=(), ignores=(), blind=(), rules=RULES, only=""):
    """A run that finds every line, `dup` as DUP002 and others as BPL001, under a baseline."""
    findings = []
    for each in articles:
        at = 0
        for line in each.text.split("\n"):
            found = "DUP002" if line == "dup" else "BPL001"
            row = (found, each.article_id, at, at + len(line), "error", "high", "m", (), None, 0)
            findings += [Finding(*row)] if line and found.startswith(only) else []
            at += len(line) + 1
    table = frames.frame(articles, Article)
    marked = fingerprint(frames.frame(findings, Finding), table)
    terms = Accepted(today=TODAY, entries=entries, paths=ignores, declared=("BPL001",))
    marked, _ = accept(marked, table, terms)
    outcomes = [Outcome(key, check, "not_available", None) for key, check in blind]
    return Run(
        findings=marked,
        articles=table,
        known=table,
        outcomes=frames.frame(outcomes, Outcome).lazy(),
        rules=rules,
        declared={"BPL001", "BPL002", "DUP002"},
        behaviour={"BPL001": NOW},
        today=TODAY,
    )


def written(*articles, **fields):
    return renewed((), run(*articles), **fields)


def counting(found):
    return found.findings.filter(pl.col("accepted").is_null()).height


def test_every_finding_that_counts_gets_an_entry_that_says_what_it_is_about():
    (entry,) = written(article("Share\nShare"), reason="known", until=TODAY)
    assert (entry.rule, entry.scope, entry.article, entry.text) == (
        *("BPL001", Reach.ARTICLE, "a.txt", "Share"),
    )
    assert (entry.count, entry.reason, entry.until, entry.rule_digest) == (2, "known", TODAY, NOW)


def test_long_words_are_shown_by_their_beginning_on_one_line():
    (entry,) = written(article("one  two\t" + "x" * 200))
    assert entry.text == "one two " + "x" * 71 + "…"


def test_entries_in_force_keep_their_reason_and_their_day():
    before = written(article("Share"), reason="first", until=TODAY)
    again = run(article("Share\nTweet"), entries=before)
    after = {entry.text: entry for entry in renewed(before, again, reason="second")}
    assert (after["Share"].reason, after["Share"].until) == ("first", TODAY)
    assert (after["Tweet"].reason, after["Tweet"].until) == ("second", None)


def test_one_more_of_the_same_raises_the_count_of_its_entry():
    before = written(article("Share"), reason="first")
    (after,) = renewed(before, run(article("Share\nShare"), entries=before), reason="second")
    assert (after.count, after.reason) == (2, "first")


def test_entries_of_what_was_not_read_stay():
    before = written(article("Share", "other.txt"))
    after = renewed(before, run(article("Tweet"), entries=before))
    assert {entry.article for entry in after} == {"other.txt", "a.txt"}


def test_an_expired_entry_is_accepted_anew_under_the_new_terms():
    before = [replace(each, until=PAST) for each in written(article("Share"), reason="first")]
    found = run(article("Share"), entries=before)
    (after,) = renewed(before, found, until=TODAY)
    assert (after.reason, after.until) == ("first", TODAY)
    (said,) = renewed(before, found, reason="second")
    assert (said.reason, said.until) == ("second", None)


def test_writing_accepts_entries_of_an_older_rule_anew():
    before = [replace(each, rule_digest=OLD) for each in written(article("Share"))]
    unseen = [replace(each, rule_digest=OLD) for each in written(article("Share", "other.txt"))]
    known = [*before, *unseen]
    after = renewed(known, run(article("Share"), entries=known))
    assert {each.article: each.rule_digest for each in after} == {"a.txt": NOW, "other.txt": OLD}


def test_what_the_settings_pass_over_needs_no_entry_and_hides_none():
    """Two articles under one title share their digits; the second is still accepted."""
    articles = [
        replace(article("Share", path), article_id=f"{path}:1", embedded=True, title="Rain")
        for path in ("old/a.jsonl", "a.jsonl")
    ]
    ignores = (("a.jsonl", ("BPL",)),)
    assert renewed((), run(*articles, ignores=ignores)) == ()
    ignores = (("old", ("BPL",)),)
    (entry,) = renewed((), run(*articles, ignores=ignores))
    assert counting(run(*articles, entries=[entry], ignores=ignores)) == 0


def test_writing_makes_a_new_entry_for_one_that_names_another_rule():
    """Else its findings would count for ever, however often they were accepted."""
    before = [replace(each, rule="BPL002") for each in written(article("Share"), reason="first")]
    (after,) = renewed(before, run(article("Share"), entries=before), reason="second")
    assert (after.rule, after.reason) == ("BPL001", "second")


def test_rules_that_find_what_has_no_words_are_told_by_name():
    """All that two such findings share is that they have none, in this article and every other."""
    found = run(article("Share\n \ndup"))
    assert wordless(found, ["BPL", "DUP"]) == ("BPL001",)
    assert wordless(found, ["DUP"]) == wordless(found, []) == ()
    assert wordless(run(article("Share\nTweet")), ["BPL"]) == ()


def test_an_empty_place_has_no_words():
    found = run(article("Share"))
    empty = found.findings.with_columns(end=pl.col("start"))
    assert wordless(replace(found, findings=empty), ["BPL"]) == ("BPL001",)


def test_a_phrase_accepted_everywhere_is_one_entry_for_all_articles():
    articles = [article("Share\nShare", f"{n}.txt") for n in range(3)]
    (entry,) = renewed((), run(*articles), wide=["BPL"], reason="house")
    assert (entry.scope, entry.article, entry.count) == (Reach.CORPUS, "", None)
    assert counting(run(*articles, article("share", "new.txt"), entries=[entry])) == 0


def test_only_the_rules_named_are_accepted_everywhere():
    scopes = {e.rule: e.scope for e in written(article("Share\ndup"), wide=["BPL0"])}
    assert scopes == {"BPL001": Reach.CORPUS, "DUP002": Reach.ARTICLE}


LINES = st.lists(st.sampled_from(["Share", "Tweet", "dup", "Rain"]), min_size=1, max_size=5)
CORPORA = st.lists(LINES.map("\n".join), min_size=1, max_size=3)


@given(before=CORPORA, after=CORPORA, wide=st.sampled_from([(), ("BPL",), ("BPL", "DUP002")]))
def test_after_writing_nothing_counts_and_writing_again_changes_nothing(before, after, wide):
    old = [article(text, f"{n}.txt") for n, text in enumerate(before)]
    new = [article(text, f"{n}.txt") for n, text in enumerate(after)]
    entries = renewed((), run(*old), wide=wide)
    entries = renewed(entries, run(*new, entries=entries), wide=wide)
    again = run(*new, entries=entries)
    assert counting(again) == 0
    assert renewed(entries, again, wide=wide) == entries


def fate(entries, found, **fields):
    return [each.fate for each in fates(entries, found, **fields)]


def test_an_entry_that_accepts_all_it_says_holds():
    entries = written(article("Share\nShare"))
    assert fate(entries, run(article("Share\nShare\nShare"))) == [Fate.HELD]


def test_an_entry_whose_finding_is_gone_from_an_article_that_was_read_is_dead():
    entries = written(article("Share"))
    assert fate(entries, run(article("Rain"))) == [Fate.DEAD]
    assert pruned(fates(entries, run(article("Rain")))) == ()


def test_an_entry_that_accepts_more_than_there_is_can_hide_something_new():
    entries = written(article("Share\nShare\nShare"))
    (fared,) = fates(entries, run(article("Share")))
    assert (fared.fate, fared.found) == (Fate.FEWER, 1)
    assert [entry.count for entry in pruned([fared])] == [1]


def test_an_entry_that_names_another_rule_is_dead_where_that_rule_looked():
    entries = [replace(each, rule="BPL002") for each in written(article("Share"))]
    found = run(article("Share"), entries=entries)
    assert counting(found) == 1
    assert fate(entries, found) == [Fate.DEAD]


def test_expired_entries_are_told_and_taken_out_wherever_they_are():
    entries = [
        replace(entry, until=PAST)
        for entry in written(article("Share"), article("Tweet", "other.txt"))
    ]
    found = run(article("Share"))
    assert fate(entries, found) == [Fate.EXPIRED, Fate.EXPIRED]
    assert pruned(fates(entries, found)) == ()


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (run(article("Rain", "other.txt")), "its article was not read"),
        (run(article("Rain"), rules=RULES[1:]), "its rule took no part"),
        (run(article("Rain"), blind=[("a.txt", "boilerplate")]), "its check could not look"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_where_a_run_did_not_look_nothing_is_dead(found, why):
    """Pruning on half of the corpus must not throw away the other half."""
    entries = written(article("Share"))
    assert fate(entries, found) == [Fate.UNSEEN]
    assert pruned(fates(entries, found)) == entries


def test_what_compares_articles_can_only_be_dead_in_the_whole_corpus():
    """The copy that it was about may lie among those that were not read."""
    entries = written(article("dup"))
    assert fate(entries, run(article("Rain"))) == [Fate.UNSEEN]
    assert fate(entries, run(article("Rain")), everything=True) == [Fate.DEAD]


def test_a_phrase_for_the_corpus_can_only_be_dead_in_the_whole_corpus():
    entries = written(article("Share"), wide=["BPL"])
    assert fate(entries, run(article("Rain"))) == [Fate.UNSEEN]
    assert fate(entries, run(article("Rain")), everything=True) == [Fate.DEAD]


def test_in_the_whole_corpus_what_is_not_there_is_no_more():
    entries = written(article("Share", "gone.txt"))
    assert fate(entries, run(article("Rain")), everything=True) == [Fate.DEAD]


def test_rules_that_are_switched_off_lose_nothing_and_rules_that_are_no_more_do():
    entries = written(article("Share"))
    off = run(article("Rain"), rules=())
    assert fate(entries, off, everything=True) == [Fate.UNSEEN]
    assert fate(entries, replace(off, declared=()), everything=True) == [Fate.DEAD]


def test_what_the_settings_pass_over_is_counted_for_no_entry():
    entries = written(article("Share"))
    found = run(article("Share"), entries=entries, ignores=(("a.txt", ("BPL",)),))
    assert used(entries, found).total() == 0


@given(before=CORPORA, after=CORPORA)
def test_pruning_opens_nothing_and_a_second_time_does_nothing(before, after):
    old = [article(text, f"{n}.txt") for n, text in enumerate(before)]
    new = [article(text, f"{n}.txt") for n, text in enumerate(after)]
    entries = written(*old)
    found = run(*new, entries=entries)
    left = pruned(fates(entries, found, everything=True))
    again = run(*new, entries=left)
    assert counting(again) == counting(found)
    assert {each.fate for each in fates(left, again, everything=True)} <= {Fate.HELD}
