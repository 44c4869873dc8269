"""Sources that a text leaves open, as findings."""

from dataclasses import replace

import pytest

from provenance import api, attribution, frames
from provenance.checks import sourcing
from provenance.model import Gap, Status

RULES = [rule for rule in api.rules().rules if rule.check == "sourcing"]
LEXICON = attribution.Lexicon.of(api.rules().lexicons)
TEXT = "The pumps reportedly failed.\n\nThey were repaired by noon, according to Qureshi."


@pytest.fixture
def examined(corpus):
    """What the check answers about one text, with the gaps that are really read."""

    def _examined(text, rules=RULES, language="en"):
        made = corpus({"a0": (text, language)}, [], rules)
        return sourcing.CHECK.run(replace(made, gaps=attribution.read(made.articles, LEXICON).gaps))

    return _examined


def test_each_gap_becomes_the_finding_of_its_rule(examined):
    found = {(each.rule_id, TEXT[each.start : each.end]) for each in examined(TEXT).findings}
    assert found == {("ATT007", "reportedly"), ("ATT002", "Qureshi")}


def test_the_message_tells_who_is_meant(examined):
    (finding,) = (each for each in examined(TEXT).findings if each.rule_id == "ATT002")
    assert "Qureshi" in finding.message


def test_every_rule_has_a_question_that_can_answer_it():
    """A rule whose name no question gives would pass for clear."""
    assert {rule.name for rule in RULES} <= attribution.gaps.GAPS.keys()
    assert {rule.rule_id for rule in RULES} == set(sourcing.CHECK.rules)


def test_a_rule_that_is_switched_off_is_not_told(examined):
    rules = [rule for rule in RULES if rule.rule_id == "ATT007"]
    assert [each.rule_id for each in examined(TEXT, rules).findings] == ["ATT007"]


def test_gaps_of_other_checks_are_theirs(corpus):
    made = corpus({"a0": TEXT}, [], RULES)
    other = Gap("a0", 0, 4, "something-else", "detail", ())
    assert sourcing.CHECK.run(replace(made, gaps=frames.frame([other], Gap))).findings == []


def test_a_text_in_another_language_was_not_looked_at(examined):
    """Silence about it would pass for praise."""
    answer = examined("Die Pumpen fielen aus.", language="de")
    assert answer.findings == []
    assert answer.skipped["a0"][0] == Status.NOT_AVAILABLE
