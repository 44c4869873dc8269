"""The verdict, the gate's table and what was not read or judged."""

import re
from html import unescape

import pytest

from provenance.model import Measure, Notice, Offender, Outcome, Standing, Unit, Unread, Verdict
from provenance.reporters.html.gate import gate
from provenance.reporters.html.view import View


def words(markup):
    """The text of a fragment, its white space as one blank each."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", markup)).split())


@pytest.fixture
def shown(report):
    def _shown(*args, **kwargs):
        return gate(View.of(report(*args, **kwargs)))

    return _shown


@pytest.mark.parametrize(
    ("code", "answer"), [(0, "Gate passed"), (1, "Gate failed"), (2, "Not a valid run")]
)
def test_the_verdict_comes_first_with_its_reasons(shown, code, answer):
    told = words(shown(verdict=Verdict(code, ("reason one", "reason <two>"))))
    assert told.startswith(f"{answer} reason one reason <two>")


@pytest.mark.parametrize("code", [1, 2])
def test_no_verdict_but_a_passed_one_looks_passed(shown, code):
    assert "passed" not in shown(verdict=Verdict(code, ("reason",)))


def test_accepted_findings_are_left_out_of_the_counts_and_told(report, article, finding):
    story = article("a.txt", "Share Tweet Mail")
    found = [
        finding(story, "Share", accepted="baseline"),
        finding(story, "Tweet", accepted="settings"),
        finding(story, "Mail"),
    ]
    made = report([story], found)
    told = words(gate(View.of(made)))
    assert "1 finding accepted by baseline, 1 by settings; they stay" in told
    assert "1 article 0 errors 1 warning 0 info 0 inputs not read" in told


def measure(**fields):
    defaults = {
        "name": "duplicated-text",
        "about": "characters that also stand elsewhere",
        "unit": Unit.SHARE,
        "at_least": False,
        "value": 0.125,
        "warn": 0.05,
        "error": 0.3,
        "standing": Standing.WARNED,
        "reason": None,
        "worst": (),
    }
    return Measure(**defaults | fields)


def test_a_measure_is_a_row_with_value_limits_and_result(shown):
    told = words(shown(verdict=Verdict(0, ("fine",), (measure(),))))
    assert (
        "characters that also stand elsewhere duplicated-text 12.5% "
        "at most 5%, else warns at most 30%, else fails warning" in told
    )


def test_what_could_not_be_measured_is_unknown_and_says_why(shown):
    odd = measure(value=None, standing=Standing.UNKNOWN, reason="no article has a score")
    told = words(shown(verdict=Verdict(2, ("no",), (odd,))))
    assert "duplicated-text unknown" in told
    assert "not measured no article has a score" in told


def test_the_worst_are_linked_where_they_are_articles_of_the_report(shown, article):
    worst = (Offender("a.txt", 0.5), Offender("The Post", 0.25))
    made = shown([article("a.txt", "Text.")], verdict=Verdict(1, ("x",), (measure(worst=worst),)))
    assert '<a href="#a1"><bdi>a.txt</bdi></a>' in made
    assert "The Post (25%)" in words(made)
    assert made.count("<a ") == 1


def test_an_archived_article_has_no_page_to_link(shown, article):
    worst = (Offender("old.txt", 0.5),)
    made = shown(
        [article("a.txt", "Text.")],
        archive=[article("old.txt", "Text.")],
        verdict=Verdict(1, ("x",), (measure(worst=worst),)),
    )
    assert "old.txt" in made
    assert "<a " not in made


@pytest.mark.parametrize("limit", ["warn", "error"])
def test_a_value_just_beyond_a_limit_does_not_read_like_the_limit(shown, limit):
    """A row that failed at 30 of at most 30 percent would look like a fault of the program."""
    row = measure(value=0.300001, **{"warn": None, "error": None, limit: 0.3})
    told = words(shown(verdict=Verdict(1, ("x",), (row,))))
    assert "duplicated-text 30.0001% at most 30%, else" in told


def test_every_input_that_was_not_read_is_named_with_the_reason(shown):
    told = words(shown(unread=(Unread("a.jsonl:7", "not JSON"), Unread("b.txt", "empty"))))
    assert "Could not be read (2)" in told
    assert "a.jsonl:7 not JSON b.txt empty" in told


def test_of_very_many_inputs_not_read_the_rest_is_counted(shown):
    """A page that names a million files is one that nobody can open."""
    unread = tuple(Unread(f"f{number:04}.txt", "bad") for number in range(1_500))
    told = words(shown(unread=unread))
    assert "Could not be read (1,500)" in told
    assert told.count(".txt bad") == 200
    assert "and 1,300 more" in told


def test_notices_and_checks_that_could_not_look_are_told(shown, article):
    articles = [article("a.txt", "A."), article("b.txt", "B.")]
    outcomes = [
        Outcome("a.txt", "sourcing", "not_available", "language nl"),
        Outcome("b.txt", "sourcing", "not_available", "language nl"),
        Outcome("a.txt", "quotations", "error", None),
        Outcome("b.txt", "quotations", "clear", None),
    ]
    told = words(shown(articles, outcomes=outcomes, notices=(Notice("x.toml:3", "unused"),)))
    assert "x.toml:3 : unused" in told
    assert "(2) Check Why Articles quotations error 1 sourcing language nl 2" in told


def test_nothing_from_outside_becomes_markup(shown, strange_report, payloads):
    for payload in payloads:
        made = gate(View.of(strange_report(payload.encode("utf-8", "replace").decode(), "b")))
        tags = set(re.findall(r"<(/?[a-z0-9]+)", made))
        assert tags <= {
            *("div", "/div", "h2", "/h2", "h3", "/h3", "span", "/span", "ul", "/ul", "li", "/li"),
            *("b", "/b", "table", "/table", "thead", "/thead", "tbody", "/tbody", "tr", "/tr"),
            *("th", "/th", "td", "/td", "bdi", "/bdi", "details", "/details", "summary"),
            "/summary",
        }
