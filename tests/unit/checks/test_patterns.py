"""What the checks of text rules share: the words matched, the messages, the skipped articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.checks import patterns
from provenance.model import Severity, Status


def words(corpus, families=("TST",)):
    return patterns.matches(corpus, families)["words"].to_list()


def test_a_match_comes_with_its_line_and_its_words(corpus, rule):
    table = patterns.matches(
        corpus({"a": "Rain.\n\n  Harbour shut\n"}, [("TST001", "a", "shut")], [rule("TST001")]),
        ("TST",),
    )
    row = table.row(0, named=True)
    assert (row["number"], row["words"], row["rule_id"]) == (3, "shut", "TST001")


def test_each_article_has_its_own_lines(corpus, rule):
    made = corpus(
        {"a": "x\n\n\n\nshut", "b": "open\nshut"},
        [("TST001", "a", "shut"), ("TST001", "b", "shut"), ("TST001", "b", "open")],
        [rule("TST001")],
    )
    rows = patterns.matches(made, ("TST",)).select("article_id", "number", "words").rows()
    assert rows == [("a", 5, "shut"), ("b", 1, "open"), ("b", 2, "shut")]


def test_only_the_asked_families_and_rules_that_take_part_are_taken(corpus, rule):
    made = corpus(
        {"a": "one two three"},
        [("TST001", "a", "one"), ("TST002", "a", "two"), ("XYZ001", "a", "three")],
        [rule("TST001"), rule("XYZ001")],
    )
    assert words(made) == ["one"]
    assert words(made, ("TST", "XYZ")) == ["one", "three"]


@pytest.mark.parametrize(("length", "expected"), [(79, 79), (80, 80), (81, 81), (500, 81)])
def test_long_words_are_cut_and_the_cut_is_shown(corpus, rule, length, expected):
    text = "é" * length
    (shown,) = words(corpus({"a": text}, [("TST001", "a", text)], [rule("TST001")]))
    assert len(shown) == expected
    assert shown.endswith("…") is (length > 80)


def test_no_space_stands_before_the_cut(corpus, rule):
    text = "x" * 79 + " " + "y" * 20
    (shown,) = words(corpus({"a": text}, [("TST001", "a", text)], [rule("TST001")]))
    assert shown == "x" * 79 + "…"


def test_findings_carry_the_rule_and_the_words(corpus, rule):
    made = corpus(
        {"a": "x {0} y"}, [("TST001", "a", "{0}")], [rule("TST001", "error", "saw {match}")]
    )
    (finding,) = patterns.findings(made, patterns.matches(made, ("TST",)))
    assert (finding.rule_id, finding.article_id) == ("TST001", "a")
    assert (finding.start, finding.end) == (2, 5)
    assert finding.severity == Severity.ERROR
    assert finding.message == "saw {0}"
    assert (finding.related, finding.deduction) == ((), 0)


def test_articles_in_a_language_without_rules_say_so(corpus, rule):
    made = corpus({"a": ("Regen fiel.", "de"), "b": "Rain fell."}, [], [rule("TST001")])
    assert patterns.skipped(made, ("TST",), set(), "test") == {
        "a": (Status.NOT_AVAILABLE, "no test pack for language de")
    }


def test_articles_whose_language_is_not_known_say_so_when_nothing_was_found(corpus, rule):
    made = corpus({"a": ("Share", None), "b": ("x", None)}, [], [rule("TST001")])
    assert patterns.skipped(made, ("TST",), {"a"}, "test") == {
        "b": (
            Status.NOT_AVAILABLE,
            "language not recognised; the English rules found nothing",
        )
    }


@pytest.mark.parametrize(
    ("locales", "named"),
    [(("en", "de"), "German and English"), (("xx",), "xx"), ((), "language-free")],
)
def test_the_reason_names_the_rules_that_there_are(corpus, rule, locales, named):
    rules = [rule(f"TST00{n}", locale=locale) for n, locale in enumerate((*locales, "und"))]
    made = corpus({"a": ("x", None)}, [], rules)
    _, reason = patterns.skipped(made, ("TST",), set(), "test")["a"]
    assert reason == f"language not recognised; the {named} rules found nothing"


def test_a_language_that_only_another_family_has_rules_for_is_not_judged(corpus, rule):
    """A German pack of one family must not make the other families clear for German."""
    made = corpus({"a": ("Regen fiel.", "de")}, [], [rule("TST001"), rule("XYZ001", locale="de")])
    assert patterns.skipped(made, ("XYZ",), set(), "test") == {}
    assert list(patterns.skipped(made, ("TST",), set(), "test")) == ["a"]


def test_nothing_makes_nothing(corpus, rule):
    made = corpus({}, [], [rule("TST001")])
    assert patterns.findings(made, patterns.matches(made, ("TST",))) == []
    assert patterns.skipped(made, ("TST",), set(), "test") == {}


PIECES = st.text(alphabet="aé😀\u0301{} ", min_size=1, max_size=9).filter(str.strip)


@given(lines=st.lists(PIECES, min_size=1, max_size=6))
def test_the_words_are_the_text_between_start_and_end(corpus, rule, lines):
    """A line is matched whole, without the white space around it."""
    numbered = [f"{n}{line}".strip() for n, line in enumerate(lines)]
    text = "\r\n".join(numbered)
    made = corpus({"a": text}, [("TST001", "a", line) for line in numbered], [rule("TST001")])
    table = patterns.matches(made, ("TST",))
    assert table["words"].to_list() == numbered
    assert table["number"].to_list() == list(range(1, len(lines) + 1))
    for row in table.iter_rows(named=True):
        assert row["words"] == text[row["start"] : row["end"]]
