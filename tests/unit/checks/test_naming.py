"""People and organisations named in two ways, as findings."""

from dataclasses import replace

import pytest

from provenance import api, attribution, frames
from provenance.checks import naming
from provenance.model import Gap, Span, Status

RULES = [rule for rule in api.rules().rules if rule.check == "naming"]
LEXICON = attribution.Lexicon.of(api.rules().lexicons)
TEXT = "Gen. Tarek al-Rashwani of the US sat. Mr Rashwanni of the U.S. rose."


@pytest.fixture
def examined(corpus):
    """What the check answers about one text, with the gaps that are really read."""

    def _examined(text, rules=RULES, language="en"):
        made = corpus({"a0": (text, language)}, [], rules)
        return naming.CHECK.run(replace(made, gaps=attribution.read(made.articles, LEXICON).gaps))

    return _examined


def test_each_gap_becomes_the_finding_of_its_rule(examined):
    found = {(each.rule_id, TEXT[each.start : each.end]) for each in examined(TEXT).findings}
    assert found == {("ATT020", "Mr Rashwanni"), ("ATT021", "Mr Rashwanni"), ("ATT022", "US")}


def test_the_message_holds_both_forms(examined):
    """Who reads the message alone should know what to look for."""
    messages = {each.rule_id: each.message for each in examined(TEXT).findings}
    assert "Rashwanni" in messages["ATT020"]
    assert "Tarek al-Rashwani" in messages["ATT020"]
    assert "Gen. Tarek al-Rashwani" in messages["ATT021"]
    assert "US, U.S." in messages["ATT022"]


def test_the_other_place_is_shown(examined):
    (finding,) = (each for each in examined(TEXT).findings if each.rule_id == "ATT020")
    assert [TEXT[each.start : each.end] for each in finding.related] == ["Gen. Tarek al-Rashwani"]


def test_a_rule_that_is_switched_off_is_not_told(examined):
    rules = [rule for rule in RULES if rule.rule_id == "ATT022"]
    assert [each.rule_id for each in examined(TEXT, rules).findings] == ["ATT022"]


def test_gaps_of_other_checks_are_theirs(corpus):
    """A kind without a rule here must not become a finding, nor stop the run."""
    made = corpus({"a0": TEXT}, [], RULES)
    other = Gap("a0", 0, 4, "something-else", "detail", (Span("a0", 5, 6, "there"),))
    found = naming.CHECK.run(replace(made, gaps=frames.frame([other], Gap)))
    assert found.findings == []


def test_a_text_in_another_language_was_not_looked_at(examined):
    """Silence about it would pass for praise."""
    answer = examined("Gen. Tarek al-Rashwani kam. Mr Rashwanni ging.", language="de")
    assert answer.findings == []
    assert answer.skipped["a0"][0] == Status.NOT_AVAILABLE
