"""Which findings count: those that neither the baseline nor the settings accept."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.gate.acceptance import Accepted, accept
from provenance.gate.fingerprints import everywhere, fingerprint
from provenance.model import Article, Finding
from provenance.model.baseline import Entry, Reach

TODAY = date(2026, 11, 21)
DIGEST = "fedcba9876543210"


def article(text, article_id="news/a.txt", **fields):
    row = Article(article_id, article_id, 1, False, text, None, 0, None, None, "en")
    return replace(row, **fields)


def on_lines(*articles, rule="BPL001"):
    """A finding on each line of the articles, with their fingerprints."""
    findings = []
    for each in articles:
        at = 0
        for line in each.text.split("\n"):
            row = (rule, each.article_id, at, at + len(line), "error", "high", "m", (), None, 3)
            findings.append(Finding(*row))
            at += len(line) + 1
    return fingerprint(frames.frame(findings, Finding), frames.frame(articles, Article))


def entry(digits, count=1, **fields):
    row = Entry(digits[:16], "BPL001", Reach.ARTICLE, "a.txt", "", count, "known", None, DIGEST)
    return replace(row, **fields)


def ask(findings, articles, *entries, **fields):
    """What accepts each finding with its reason, and the notices."""
    terms = Accepted(today=TODAY, entries=entries, place="b.jsonl", **fields)
    found, notices = accept(findings, frames.frame(articles, Article), terms)
    assert found.drop("accepted", "accepted_because").equals(
        findings.drop("accepted", "accepted_because")
    )
    return found.select("accepted", "accepted_because").rows(), notices


COUNTS = (None, None)


def test_a_finding_that_nothing_accepts_counts():
    text = article("Share")
    assert ask(on_lines(text), [text]) == ([COUNTS], ())


def test_an_entry_accepts_its_finding_with_its_reason():
    text = article("Share\nTweet")
    findings = on_lines(text)
    share = findings["fingerprint"][0]
    assert ask(findings, [text], entry(share))[0] == [("baseline", "known"), COUNTS]


def test_an_entry_accepts_as_many_as_it_says():
    text = article("Share\nRain fell.\nShare\nShare")
    findings = on_lines(text)
    rows, _ = ask(findings, [text], entry(findings["fingerprint"][0], 2, reason=None))
    assert rows == [("baseline", None), COUNTS, ("baseline", None), COUNTS]


def test_an_entry_of_another_article_accepts_nothing_here():
    here, there = article("Share"), article("Share", "news/b.txt")
    findings = on_lines(here, there)
    assert ask(findings, [here, there], entry(findings["fingerprint"][1]))[0][0] == COUNTS


def test_an_entry_for_the_corpus_accepts_a_phrase_in_every_article_any_number_of_times():
    articles = [article("Share\nRain fell.\nshare"), article("Share", "b.txt")]
    findings = on_lines(*articles)
    digits = everywhere(findings, frames.frame(articles, Article))
    wide = entry(digits[0], None, scope=Reach.CORPUS)
    rows, _ = ask(findings, articles, wide)
    assert [row == COUNTS for row in rows] == [each != digits[0] for each in digits]
    assert sum(row != COUNTS for row in rows) == 3


def test_an_entry_that_names_another_rule_accepts_nothing():
    """Who reads the file must not be told of one rule while another one's finding passes."""
    text = article("Share")
    findings = on_lines(text)
    digits = everywhere(findings, frames.frame([text], Article))[0]
    for known in (
        entry(findings["fingerprint"][0]),
        entry(digits, None, scope=Reach.CORPUS),
    ):
        assert ask(findings, [text], known)[0] == [("baseline", "known")]
        assert ask(findings, [text], replace(known, rule="BPL002"))[0] == [COUNTS]


def test_the_digits_of_an_article_are_no_digits_for_the_corpus():
    text = article("Share")
    findings = on_lines(text)
    wide = entry(findings["fingerprint"][0], None, scope=Reach.CORPUS)
    assert ask(findings, [text], wide)[0] == [COUNTS]


@pytest.mark.parametrize(("until", "holds"), [(TODAY, True), (date(2026, 11, 20), False)])
def test_an_entry_holds_through_its_last_day_and_then_says_that_it_is_over(until, holds):
    text = article("Share")
    findings = on_lines(text)
    rows, notices = ask(findings, [text], entry(findings["fingerprint"][0], until=until))
    assert rows == [("baseline", "known") if holds else COUNTS]
    messages = ["1 entry expired (first 2026-11-20); what they accepted counts again"]
    assert [notice.message for notice in notices] == ([] if holds else messages)


def test_entries_that_were_made_under_another_rule_hold_and_are_told():
    """A changed phrase must not open a thousand findings, and must not pass in silence."""
    text = article("Share\nTweet")
    findings = on_lines(text)
    entries = [entry(digits) for digits in findings["fingerprint"]]
    rows, notices = ask(findings, [text], *entries, behaviour={"BPL001": "0" * 16})
    assert COUNTS not in rows
    (notice,) = notices
    assert (notice.place, "2 entries were accepted under an older BPL001" in notice.message) == (
        "b.jsonl",
        True,
    )
    assert ask(findings, [text], *entries, behaviour={"BPL001": DIGEST})[1] == ()


RULES = ("BPL001", "NUM001")


@pytest.mark.parametrize(
    ("paths", "outlets", "passed"),
    [
        ((("news", ("BPL",)),), (), True),
        ((("*.txt", ("BPL001",)),), (), True),
        ((("news/*.md", ("BPL",)),), (), False),
        ((("news", ("NUM",)),), (), False),
        ((), (("the VARN  courier", ("BPL",)),), True),
        ((), (("Varn Courier Evening", ("BPL",)),), False),
    ],
)
def test_settings_pass_over_rules_by_path_and_by_outlet(paths, outlets, passed):
    text = article("Share", outlet="Varn Courier")
    terms = {"paths": paths, "outlets": outlets, "declared": RULES}
    ((accepted, because),), notices = ask(on_lines(text), [text], **terms)
    assert accepted == ("settings" if passed else None)
    table = "per-path-ignores" if paths else "per-outlet-ignores"
    assert because == (f"{table}: {(paths or outlets)[0][0]}" if passed else None)
    assert [notice.place for notice in notices] == ([] if passed else [table])


def test_of_several_ignores_the_first_is_the_reason_and_all_were_of_use():
    text = article("Share", outlet="Varn Courier")
    paths, outlets = (
        (("*.txt", ("BPL", "BPL001")), ("news", ("BPL",))),
        (("varn courier", ("BPL",)),),
    )
    terms = {"paths": paths, "outlets": outlets, "declared": RULES}
    rows, notices = ask(on_lines(text), [text], **terms)
    assert (rows, notices) == ([("settings", "per-path-ignores: *.txt")], ())


def test_an_article_of_no_known_outlet_is_passed_over_by_none():
    text = article("Share")
    outlets = (("", ("BPL",)), ("The ", ("BPL",)))
    assert ask(on_lines(text), [text], outlets=outlets, declared=RULES)[0] == [COUNTS]


def test_the_settings_win_over_the_baseline():
    text = article("Share")
    findings = on_lines(text)
    known = entry(findings["fingerprint"][0])
    terms = {"paths": (("news", ("BPL",)),), "declared": RULES}
    assert ask(findings, [text], known, **terms)[0] == [("settings", "per-path-ignores: news")]


def test_ignores_that_did_nothing_and_rules_that_do_not_exist_are_one_line_each():
    text = article("Share")
    paths = (("a", ("NUM",)), ("b", ("NUM", "XXX")), ("c", ("NUM",)), ("d", ("NUM",)))
    _, notices = ask(on_lines(text), [text], paths=paths, declared=RULES)
    assert [notice.message for notice in notices] == [
        "no rule has such an id: XXX in b",
        "nothing to pass over in this run: NUM in a, NUM in b, NUM in c and 1 more",
    ]


PHRASES = st.lists(st.sampled_from(["Share", "Tweet", "Rain fell.", "12 left"]), max_size=6)


@given(before=PHRASES, after=PHRASES)
def test_one_finding_for_another_is_new(before, after):
    """As many findings as before is no reason to pass: those gone do not pay for new ones."""
    old, new = article("\n".join(before)), article("\n".join(after))
    entries = {}
    for digits in on_lines(old)["fingerprint"]:
        base, _, number = digits.partition(":")
        entries[base] = entry(base, int(number))
    rows, _ = ask(on_lines(new), [new], *entries.values())
    counting = [line for line, row in zip(new.text.split("\n"), rows, strict=True) if row == COUNTS]
    expected = new.text.split("\n")
    for line in old.text.split("\n"):
        if line in expected:
            expected.remove(line)
    assert sorted(counting) == sorted(expected)


def test_hostile_names_are_compared_and_nothing_else():
    text = article("Share", "\x1b[31m/a\x00.txt", outlet="[" * 100 + "\u202e")
    paths, outlets = (("\x1b*", ("BPL",)),), ((text.outlet, ("BPL",)),)
    rows, _ = ask(on_lines(text), [text], paths=paths, declared=RULES)
    assert rows[0][0] == "settings"
    assert ask(on_lines(text), [text], outlets=outlets, declared=RULES)[0][0][0] == "settings"
