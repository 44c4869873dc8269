from provenance import api, frames
from provenance.checks.statistics import CHECK
from provenance.model import Finding, Status
from provenance.scoring import deduct

TEXT = "Ferry stays\nPass shut\nThe board met."


def test_a_statistic_is_told_on_the_line_that_was_flagged(corpus, rule):
    made = corpus({"a": TEXT}, [("STA040", "a", "Ferry stays")], [rule("STA040", "info")])
    (finding,) = CHECK.run(made).findings
    assert (finding.rule_id, TEXT[finding.start : finding.end]) == ("STA040", "Ferry stays")
    assert finding.severity == "info"


def test_rules_of_other_families_are_left_to_other_checks(corpus, rule):
    made = corpus({"a": TEXT}, [("BPL001", "a", "Pass shut")], [rule("BPL001")])
    assert CHECK.run(made).findings == []


def test_an_article_in_any_language_is_measured(corpus, rule):
    """Few statistics ask for a language, so none is without a pack."""
    made = corpus({"a": ("Das Schiff", "de"), "b": ("x", None)}, [], [rule("STA009")])
    assert CHECK.run(made).skipped == {}


def test_an_article_without_words_is_not_clear(corpus, rule):
    made = corpus({"a": " … \n"}, [], [rule("STA001")])
    assert CHECK.run(made).skipped == {"a": (Status.NOT_APPLICABLE, "no words to measure")}


def test_statistics_take_no_points_even_as_errors(corpus, rule):
    """Whoever makes one an error wants the gate to fail, not the score to fall."""
    made = corpus({"a": TEXT}, [("STA040", "a", "Ferry stays")], [rule("STA040", "error")])
    found = frames.frame(CHECK.run(made).findings, Finding)
    assert deduct(found, api.rules().weights)["deduction"].to_list() == [0]
