"""The table of checks: who answers for which rule, and what could not be judged."""

from dataclasses import replace

import pytest

from provenance import api, checks, frames
from provenance.checks.corpus import Corpus
from provenance.config import Config
from provenance.model import (
    Article,
    Attribution,
    Claim,
    Cluster,
    Credit,
    Gap,
    Line,
    Lineage,
    Match,
    Mention,
    Outcome,
    Person,
    Quantity,
    Quote,
    Region,
    Relation,
    Severity,
)

RULES = {rule.rule_id: rule for rule in api.rules().rules}

ARTICLE = Article("a", "a", 1, False, "A boat.", None, 0, None, None, "en")
ROWS = {
    "articles": Article,
    "lines": Line,
    "matches": Match,
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


def outcomes(*rows):
    return frames.frame([Outcome(*row) for row in rows], Outcome)


def blind(table, rules=RULES):
    return set(checks.unlooked(table, rules).select("article_id", "key").rows())


def test_every_shipped_rule_is_reported_by_a_check():
    assert checks.unanswered(RULES.values()) == []


def test_every_coded_rule_that_a_check_decides_is_declared():
    assert {name for check in checks.CHECKS for name in check.rules} <= set(RULES)


@pytest.mark.parametrize("rule_id", ["ZZZ901", "NUM901", "DUP901", "MET901"])
def test_a_text_rule_that_no_check_reports_is_refused_with_its_place(rule_id):
    """It would take part, never be found, and look like a page without faults."""
    lost = replace(RULES["BPL001"], rule_id=rule_id, family=rule_id[:3], place="house.yaml:4")
    (fault,) = checks.unanswered([lost])
    assert (rule_id in fault.message, fault.place) == (True, "house.yaml:4")


def test_a_coded_rule_under_an_id_that_its_check_does_not_know_is_refused():
    lost = replace(RULES["NUM001"], rule_id="NUM777")
    assert len(checks.unanswered([lost])) == 1


def test_a_coded_rule_in_a_family_of_text_rules_is_refused():
    assert len(checks.unanswered([replace(RULES["BPL001"], check="boilerplate")])) == 1


def costing(*names):
    """The rules of these checks that can take points."""
    decided = [rule for rule in RULES.values() if rule.check in names]
    return {rule.rule_id for rule in decided if rule.severity is not Severity.INFO}


def test_a_check_that_could_not_look_leaves_open_the_rules_that_it_decides():
    table = outcomes(("a", "figures", "error", "broke"), ("b", "figures", "found", None))
    assert blind(table) == {("a", rule_id) for rule_id in costing("figures")}
    assert {"NUM001", "NUM006"} <= costing("figures")


def test_a_check_of_text_rules_that_could_not_look_leaves_open_its_families():
    table = outcomes(
        ("a", "boilerplate", "not_available", "no pack"),
        ("a", "damage", "clear", None),
        ("a", "quotations", "not_applicable", "no quotations"),
        ("b", "boilerplate", "found", None),
    )
    assert blind(table) == {("a", "BPL")}


def test_what_is_open_comes_with_the_check_that_could_not_look_and_why():
    table = outcomes(
        ("a", "boilerplate", "error", "broke"),
        ("a", "repetition", "not_available", "no language"),
    )
    told = checks.unlooked(table, RULES).select("key", "reason").rows()
    assert told == [("BPL", "boilerplate: broke"), ("DUP005", "repetition: no language")]


def test_an_article_alone_leaves_open_what_others_could_show_and_no_more():
    """It is looked at for repetition and for the speakers of its quotations all the same."""
    alone = "nothing to compare with"
    table = outcomes(
        ("a", "duplication", "not_available", alone),
        ("a", "drift", "not_available", alone),
        ("a", "repetition", "clear", None),
        ("a", "quotations", "clear", None),
    )
    assert blind(table) == {("a", key) for key in ("DUP001", "DUP002", "QUO001")}


def test_a_family_of_which_one_check_is_switched_off_is_not_open():
    off = "its rules are switched off"
    table = outcomes(
        ("a", "duplication", "clear", None),
        ("a", "repetition", "not_available", off),
        ("a", "figures", "not_available", off),
    )
    assert blind(table) == {("a", "NUM")}


def test_a_check_that_only_informs_leaves_nothing_open():
    """One story alone has no other accounts; its figures were judged all the same."""
    table = outcomes(
        ("a", "figures", "clear", None),
        ("a", "accounts", "not_available", "nothing to compare with"),
    )
    assert blind(table) == set()
    louder = RULES | {"NUM040": replace(RULES["NUM040"], severity=Severity.WARNING)}
    assert blind(table, louder) == {("a", "NUM040")}


def test_a_check_of_which_all_rules_are_off_is_not_asked():
    tables = {
        name: frames.frame([ARTICLE] if name == "articles" else [], row)
        for name, row in ROWS.items()
    }
    large = ("quotes", "people", "attributions", "quantities")
    tables |= {name: tables[name].lazy() for name in large}
    corpus = Corpus(**tables, rules={"DUP005": RULES["DUP005"]})
    rows = frames.rows(checks.examine(corpus)[1], Outcome)
    told = {row.check: row.reason for row in rows}
    assert told["repetition"] is None
    assert told["divergence"] == told["recurrence"] == "its rules are switched off"


def test_a_check_says_which_of_its_rules_it_looked_without(tmp_path, monkeypatch):
    """Clear of copies means little when the rule for copies is off."""
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(
            "The ferry left the harbour at dawn and came back at noon. " * 9
        )
    report = api.check(["."], Config(ignore=("DUP001",)))
    rows = frames.rows(report.outcomes, Outcome)
    (first, _) = (row for row in rows if row.check == "duplication")
    assert "DUP001 switched off" in (first.reason or "")


@pytest.mark.parametrize(
    "text",
    ["Η πόλη κοιμάται και η βροχή πέφτει στο λιμάνι όλη νύχτα. ", "Padał deszcz nad portem. "],
)
def test_a_text_in_a_language_that_is_not_recognised_has_no_score(tmp_path, monkeypatch, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(text * 40)
    (tmp_path / "two.txt").write_text(text.upper() * 41)
    assert api.check(["."]).scores["score"].to_list() == [None, None]
