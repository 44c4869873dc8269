"""A cap holds when its rules were found, however good the rest is."""

import pytest

from provenance import frames
from provenance.model import Finding
from provenance.scoring.caps import held


@pytest.fixture
def caps(weights):
    """The names of the caps that hold, by article."""

    def _caps(*items):
        found = held(frames.frame(items, Finding), weights).iter_rows()
        return [(article_id, weights.caps[place].name) for article_id, place in found]

    return _caps


def test_one_rule_is_enough_where_the_cap_asks_for_no_more(caps, a_finding):
    assert caps(a_finding("NUM006")) == [("a", "headline")]


def test_two_different_rules_are_needed_where_the_cap_asks_for_two(caps, a_finding):
    """One habit of a writer is no mark of a machine."""
    assert caps(a_finding("DMG001", start=1), a_finding("DMG001", start=2)) == []
    assert caps(a_finding("DMG001"), a_finding("DMG003")) == [("a", "spun")]


def test_words_of_all_findings_together_must_reach_what_the_cap_asks_for(caps, a_finding):
    passages = [a_finding("DUP002", start=n, extent=50) for n in range(3)]
    assert caps(*passages[:2]) == []
    assert caps(*passages) == [("a", "lifted")]
    assert caps(*passages[:2], a_finding("DUP001", start=9, extent=50)) == [("a", "lifted")]


def test_findings_of_another_article_do_not_count(caps, a_finding):
    assert caps(a_finding("DMG001"), a_finding("DMG003", article_id="b")) == []


def test_information_holds_no_cap(caps, a_finding):
    assert caps(a_finding("NUM006", "info"), a_finding("DUP001", "info", extent=900)) == []


def test_several_caps_come_strictest_first(caps, a_finding):
    items = [a_finding("NUM006"), a_finding("DUP001", extent=150)]
    assert caps(*items) == [("a", "lifted"), ("a", "headline")]


def test_nothing_found_is_nothing_held(caps):
    assert caps() == []
