"""Pages leave out what is accepted, and always say how much that is."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters import output
from provenance.reporters.accepted import accepted, told
from provenance.reporters.palette import Style
from provenance.reporters.text import render, summary

TEXT = "Share\nTweet\nIn the end 175 boats were destroyed.\n"


@pytest.fixture
def known(report, article, finding):
    """A report in which the baseline accepts one of two findings, and the settings all of a third.

    The texts are a.txt, with both kinds, and b.txt, with accepted ones alone.
    """
    one, other = article("a.txt", TEXT, title="Fire"), article("b.txt", TEXT)
    findings = [
        finding(one, "Share", message="the first label"),
        finding(one, "Tweet", "BPL002", message="the second label", accepted="baseline"),
        finding(other, "Share", message="the third label", accepted="settings", severity="error"),
        finding(other, "Tweet", message="the fourth label", accepted="baseline"),
    ]
    return report([one, other], findings)


def page(report, **style):
    return render(report, Style(**style)).decode()


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({}, ""),
        ({"baseline": 1}, "1 finding accepted by baseline"),
        ({"baseline": 1200}, "1,200 findings accepted by baseline"),
        ({"settings": 2}, "2 findings accepted by settings"),
        ({"settings": 2, "baseline": 1}, "1 finding accepted by baseline, 2 by settings"),
    ],
)
def test_what_is_accepted_is_counted_by_what_accepts_it(counts, line):
    assert told(Counter(counts)) == line


@given(st.lists(st.sampled_from([None, "baseline", "settings"]), max_size=9))
def test_every_accepted_finding_is_in_the_line(report, article, finding, kinds):
    one = article("a.txt", TEXT)
    found = [finding(one, "Share", message=str(n), accepted=by) for n, by in enumerate(kinds)]
    line = accepted(report([one], found).findings)
    numbers = [int(word) for word in line.replace(",", "").split() if word.isdigit()]
    assert sum(numbers) == sum(by is not None for by in kinds)


def test_accepted_findings_are_not_on_the_page_and_not_in_its_counts(known):
    shown = page(known)
    assert "the first label" in shown
    for message in ("second", "third", "fourth"):
        assert f"the {message} label" not in shown
    assert summary(known) == "2 articles, 1 finding: 0 errors, 1 warning, 0 info"


@pytest.mark.parametrize("quiet", [False, True])
def test_how_many_are_accepted_is_always_said(known, quiet):
    """A gate that passes because of a forgotten baseline must not look like a clean one."""
    lines = page(known, quiet=quiet).splitlines()
    assert (
        lines[lines.index(summary(known)) + 1] == "2 findings accepted by baseline, 1 by settings"
    )


def test_it_is_said_beside_reports_that_people_do_not_read(known, capfd):
    output.talk(known)
    assert "2 findings accepted by baseline, 1 by settings\n" in capfd.readouterr().err


def test_an_article_says_what_of_its_own_is_accepted(known):
    lines = page(known).splitlines()
    assert lines[1:3] == ["Fire", "1 finding accepted by baseline"]
    (clean,) = [line for line in lines if "b.txt" in line]
    assert lines.index("nothing found in") < lines.index(clean)
    assert clean.endswith("b.txt  1 finding accepted by baseline, 1 by settings")


def test_nothing_is_said_where_nothing_is_accepted(report, article, finding, capfd):
    one = article("a.txt", TEXT)
    plain = report([one], [finding(one, "Share")])
    output.talk(plain)
    assert "accepted" not in page(plain) + capfd.readouterr().err
