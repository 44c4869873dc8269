"""What settings keep out of the scores is told."""

from provenance import api
from provenance.api.noticing import unscored
from provenance.config import Config


def told(**settings):
    config = Config(**settings)
    return [notice.message for notice in unscored(config, api.rules(config))]


def test_rules_as_shipped_need_no_notice():
    assert told() == []


def test_a_rule_that_takes_points_and_is_ignored_or_made_information_is_named():
    """Else a score without the rule for copies would pass for one with it."""
    (ignored,) = told(ignore=("DUP001",))
    assert "(DUP001)" in ignored
    (lowered,) = told(severity=(("DMG001", "info"),))
    assert "(DMG001)" in lowered


def test_a_rule_that_takes_no_point_is_not_named():
    assert told(ignore=("BPL041", "ATT005")) == []


def test_of_many_rules_the_first_are_named_and_the_others_counted():
    (message,) = told(select=("NUM",))
    assert " more)" in message


def test_passages_that_are_too_short_to_be_reported_are_told():
    assert told(min_words=1000) == [
        "shared passages under 1000 words are not reported; scores may be higher for it"
    ]
