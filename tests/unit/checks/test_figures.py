"""Figures that do not fit become findings that show both places and what was held equal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames, numbers, rulebook
from provenance.checks.corpus import Corpus
from provenance.checks.figures import CHECK
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
    Person,
    Quote,
    Region,
    Severity,
    Status,
)
from provenance.numbers import Grammar

RULES = Path(__file__).parents[3] / "rules"
CLASH = (
    "Hail destroyed more than 200 sheds in the Orla valley. "
    "In the Orla valley the hail destroyed about 55 sheds."
)
TOTAL = (
    "Gunners destroyed 90 barges on the Tessel canal. "
    "That brought the number of barges destroyed by the gunners to 64."
)


def load(*paths):
    return rulebook.load([rulebook.RuleFile(path.name, path.read_text("utf-8")) for path in paths])


BOOK = load(RULES / "figures.yaml")
GRAMMAR = Grammar.of(load(*sorted((RULES / "lexicon").glob("*.yaml"))).lexicons)


def examine(*texts, language="en", without=()):
    """What the check answers for articles a0, a1, ... of these texts."""
    articles = frames.frame(
        [
            Article(f"a{n}", f"a{n}", 1, False, text, None, 0, None, None, language)
            for n, text in enumerate(texts)
        ],
        Article,
    )
    empty = {
        "lines": Line,
        "matches": Match,
        "quotes": Quote,
        "credits": Credit,
        "regions": Region,
        "clusters": Cluster,
        "people": Person,
        "attributions": Attribution,
        "gaps": Gap,
        "lineages": Lineage,
        "claims": Claim,
        "mentions": Mention,
    }
    reading = numbers.read(articles, GRAMMAR)
    corpus = Corpus(
        articles=articles,
        quantities=reading.quantities.lazy(),
        relations=reading.relations,
        rules={rule.rule_id: rule for rule in BOOK.rules if rule.rule_id not in without},
        **{name: frames.frame([], row).lazy() for name, row in empty.items()},
    )
    return CHECK.run(corpus)


def only(examined):
    (finding,) = examined.findings
    return finding


def test_the_check_makes_findings_of_its_family_only():
    assert CHECK.families == ("NUM",)
    assert {rule.family for rule in BOOK.rules} == {"NUM"}
    assert {rule.check for rule in BOOK.rules} == {CHECK.name}


def test_a_clash_is_a_warning_at_the_first_figure():
    finding = only(examine(CLASH))
    assert (finding.rule_id, finding.severity) == ("NUM001", Severity.WARNING)
    assert CLASH[finding.start : finding.end] == "more than 200"


def test_the_other_figure_is_a_related_place_with_its_reach():
    (span,) = only(examine(CLASH)).related
    assert CLASH[span.start : span.end] == "about 55"
    assert span.note == "the other figure: 50 to 60"


def test_repeats_are_related_places_too():
    text = f"{CLASH} Hail destroyed 55 sheds there."
    spans = only(examine(text)).related
    assert [(text[span.start : span.end], span.note) for span in spans] == [
        ("about 55", "the other figure: 50 to 60"),
        ("55", "also here"),
    ]


def test_the_message_shows_both_figures_what_was_held_equal_and_what_could_explain_it():
    message = only(examine(CLASH)).message
    assert message == (
        "figures that do not fit: “more than 200” (200 or more) and “about 55” (50 to 60), "
        "both counts of sheds destroyed; nothing in the text tells them apart, though another day, "
        "place, source or group could"
    )


def test_a_total_below_a_part_is_told_at_the_total():
    finding = only(examine(TOTAL))
    assert finding.rule_id == "NUM002"
    assert TOTAL[finding.start : finding.end] == "64"
    (span,) = finding.related
    assert (TOTAL[span.start : span.end], span.note) == ("90", "the part: 90")
    assert "the total so far, “64”, is below “90”" in finding.message


def test_a_changed_figure_is_told_with_the_words_that_both_sentences_share():
    text = (
        "The Orla cannery fills up to 40,000 tins per hour in winter. "
        "The Orla cannery fills only 90 tins per hour."
    )
    finding = only(examine(text))
    assert (finding.rule_id, finding.severity) == ("NUM003", Severity.WARNING)
    assert finding.message == (
        "figures that do not fit: “up to 40,000” (0 to 40,000) and “90”, beside the same words: "
        "orla, cannery, fills, tins, hour; another case, day or source could explain it"
    )


def test_two_sources_are_information_and_no_warning():
    """An editor who gets a warning for good reporting stops reading warnings."""
    text = (
        "Hail destroyed 340 sheds in the Orla valley, the mayor said. "
        "Hail destroyed 210 sheds in the Orla valley, according to the insurers."
    )
    finding = only(examine(text))
    assert (finding.rule_id, finding.severity) == ("NUM004", Severity.INFO)
    assert "told apart by their sources: “340” and “210”" in finding.message


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("1,250,000", "55", "“1,250,000”"),
        ("more than 1.5 million", "55", "“more than 1.5 million” (1,500,000 or more)"),
        ("fewer than 50", "90", "“fewer than 50” (0 to 50)"),
        ("100 to 120", "90", "“100 to 120” (100 to 120)"),
        ("dozens of", "900", "“dozens” (24 to 99)"),
    ],
)
def test_a_figure_is_shown_as_written_and_with_its_reach(left, right, shown):
    text = (
        f"Hail destroyed {left} sheds in the Orla valley. "
        f"In the Orla valley the hail destroyed {right} sheds."
    )
    assert shown in only(examine(text)).message


def test_shares_are_shown_in_percent():
    text = (
        "Arrel grows less than 10% of the country's apples and pears. "
        "Arrel is growing more than a third of the country's apples and pears."
    )
    message = only(examine(text)).message
    assert "“less than 10%” (0% to 10%)" in message
    assert "“more than a third” (33.33% or more)" in message
    assert "both shares of apples grown" in message


@pytest.mark.parametrize("text", ["“quoted” {braces}", "{0} {left}", "%s %d"])
def test_braces_in_the_article_do_no_harm(text):
    """Messages are filled by str.format; an article may hold anything."""
    assert only(examine(f"{CLASH} {text}")).rule_id == "NUM001"


def test_an_article_that_fits_is_looked_at_and_clear():
    examined = examine("Hail destroyed 200 sheds. Hail damaged 90 mills.")
    assert (examined.findings, examined.skipped) == ([], {})


def test_an_article_without_figures_is_not_applicable():
    assert examine("Nothing to count.").skipped == {"a0": (Status.NOT_APPLICABLE, "no figures")}


def test_an_article_in_another_language_is_not_available():
    """No finding there does not mean that its figures fit."""
    status, reason = examine(CLASH, language="de").skipped["a0"]
    assert status == Status.NOT_AVAILABLE
    assert reason == "no grammar of figures for language de"


def test_an_article_of_unknown_language_is_looked_at():
    examined = examine(CLASH, "Hail destroyed 20 sheds.", language=None)
    assert (only(examined).rule_id, examined.skipped) == ("NUM001", {})


def test_each_article_is_judged_alone():
    examined = examine(CLASH, "Hail destroyed 20 sheds.", TOTAL)
    assert {item.article_id: item.rule_id for item in examined.findings} == {
        "a0": "NUM001",
        "a2": "NUM002",
    }


@pytest.mark.parametrize(
    ("without", "expected"),
    [((), {"NUM001", "NUM002"}), (("NUM001",), {"NUM002"}), (("NUM001", "NUM002"), set())],
)
def test_a_rule_that_takes_no_part_makes_no_finding(without, expected):
    found = examine(CLASH, TOTAL, without=without).findings
    assert {item.rule_id for item in found} == expected


def test_articles_are_skipped_for_the_same_reasons_when_no_rule_takes_part():
    assert examine("Nothing.", without=("NUM001", "NUM002")).skipped["a0"][1] == "no figures"


@pytest.mark.parametrize("word", ["contradict", "fake", "false", "wrong", "lie", "error"])
def test_findings_state_facts_and_no_verdict(word):
    for finding in examine(CLASH, TOTAL).findings:
        assert word not in finding.message.lower()


@given(st.permutations([CLASH, TOTAL, "Nothing.", "Hail destroyed 20 sheds."]))
def test_the_order_of_the_articles_does_not_change_what_is_found(texts):
    examined = examine(*texts)
    found = {texts[int(item.article_id[1:])]: item.message for item in examined.findings}
    assert set(found) == {CLASH, TOTAL}


@given(st.lists(st.sampled_from([CLASH, TOTAL, "Varn was spared.", "It rained.\n"]), max_size=4))
def test_every_place_of_a_finding_is_evidence_in_the_article(parts):
    text = " ".join(parts)
    for finding in examine(text).findings:
        for place in (finding, *finding.related):
            assert GRAMMAR.lexicon.gate.search(text[place.start : place.end])
