"""The table of articles."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.table import Kind, columns, rows, worst_first
from provenance.reporters.html.view import View


@pytest.fixture
def listed(report):
    """The rows of a report made of these parts."""

    def _listed(*args, **kwargs):
        return rows(View.of(report(*args, **kwargs)))

    return _listed


def test_a_row_tells_what_is_known_of_an_article(listed, article, score):
    story = article(
        "b.txt", "One two three.", title="A title", outlet="The Post", date="2026-03-01"
    )
    (row,) = listed([story], scores=[score("b.txt", 88, 3)])
    told = (row.title, row.place, row.outlet, row.date, row.score, row.grade, row.words)
    assert told == ("A title", "b.txt", "The Post", "2026-03-01", 88, "A", 3)


def test_an_article_without_a_title_is_called_by_its_place(listed, article):
    record = article("c.jsonl", "Text.", article_id="r7", line=12, embedded=True)
    (row,) = listed([record])
    assert (row.title, row.place) == ("c.jsonl:12  r7", "")


def test_rows_come_in_reading_order_with_the_anchors_of_the_page(listed, article):
    articles = [article("z.txt", "Z."), article("a.txt", "A."), article("m.txt", "M.")]
    told = [(row.article_id, row.anchor) for row in listed(articles)]
    assert told == [("a.txt", "a1"), ("m.txt", "a2"), ("z.txt", "a3")]


def test_findings_are_counted_by_severity(listed, article, finding):
    story = article("a.txt", "Share Tweet Mail")
    found = [
        finding(story, "Share", "BPL001", severity="error"),
        finding(story, "Tweet", "NUM001", severity="error"),
        finding(story, "Mail", "BPL001", severity="info"),
    ]
    (row,) = listed([story], found)
    assert [row.count(level) for level in ("error", "warning", "info")] == [2, 0, 1]


def test_an_accepted_finding_counts_nowhere(listed, article, finding):
    """It would be shown again on every run, which is what it was accepted against."""
    story = article("a.txt", "Share Tweet")
    found = [finding(story, "Share", accepted="baseline"), finding(story, "Tweet")]
    (row,) = listed([story], found)
    assert row.found == ((Kind("BPL", "warning", quotation=False), 1),)


def test_findings_on_quoted_words_are_kept_apart(listed, article, finding):
    story = article("a.txt", "Share Tweet Mail Like")
    rules = {"Share": "QUO001", "Tweet": "DUP004", "Mail": "DUP001", "Like": "BPL001"}
    found = [finding(story, words, rule_id) for words, rule_id in rules.items()]
    (row,) = listed([story], found)
    told = {(kind.family, kind.quotation) for kind, _ in row.found}
    assert told == {("QUO", True), ("DUP", True), ("DUP", False), ("BPL", False)}


def test_shared_text_is_the_longest_passage_that_is_no_boilerplate(listed, article, region):
    articles = [article("left", "Some text."), article("right", "Some text."), article("c", "C.")]
    regions = [
        region((0, 4), (0, 4), left_words=20, right_words=22, label="edited"),
        region((1, 4), (1, 4), left_words=31, right_words=30, label="quotation"),
        region((2, 4), (2, 4), left_words=99, right_words=99, label="boilerplate"),
    ]
    told = {
        row.article_id: (row.shared, row.shared_prose) for row in listed(articles, regions=regions)
    }
    assert told == {"left": (31, 20), "right": (30, 22), "c": (0, 0)}


def test_the_worst_come_first(listed, article, finding, score):
    """Errors before points: they fail the gate. No score is no good score, and no bad one."""
    names = ("clean", "unscored", "poor", "two-errors", "one-error")
    articles = [article(name, "Share Tweet") for name in names]
    scores = [
        score(name, points, 2) for name, points in zip(names, (100, None, 40, 90, 80), strict=True)
    ]
    found = [
        finding(articles[3], "Share", severity="error"),
        finding(articles[3], "Tweet", severity="error"),
        finding(articles[4], "Share", severity="error"),
        finding(articles[2], "Share"),
    ]
    table = listed(articles, found, scores=scores)
    told = [row.article_id for row in worst_first(table)]
    assert told == ["two-errors", "one-error", "poor", "clean", "unscored"]


def decoded(table):
    """The columns back as counts by article, read as the page's script does."""
    for number, codes in enumerate(table["found"]):
        outlet = table["outlet"][number]
        found = {}
        for code, count in zip(codes[::2], codes[1::2], strict=True):
            family = table["families"][code // 6][0]
            found[family, ("error", "warning", "info")[code // 2 % 3], bool(code % 2)] = count
        yield table["title"][number], "" if outlet < 0 else table["outlets"][outlet], found


@st.composite
def many_findings(draw):
    rules = st.sampled_from(["BPL001", "DUP004", "NUM001", "QUO002", "XYZ999"])
    levels = st.sampled_from(["error", "warning", "info"])
    outlets = st.sampled_from([None, "Post", "Ledger"])
    one = st.tuples(outlets, st.lists(st.tuples(rules, levels), max_size=6))
    return draw(st.lists(one, max_size=5))


@given(many_findings())
def test_the_columns_tell_the_same_as_the_rows(report, article, finding, drawn):
    articles, found, expected = [], [], []
    for number, (outlet, kinds) in enumerate(drawn):
        story = article(f"{number}.txt", "Share", outlet=outlet, title=f"T{number}")
        articles.append(story)
        found += [
            finding(story, "Share", rule_id, severity=level, message=f"m{place}")
            for place, (rule_id, level) in enumerate(kinds)
        ]
        counts = {}
        for rule_id, level in kinds:
            key = rule_id[:3], level, rule_id in ("DUP004", "QUO002")
            counts[key] = counts.get(key, 0) + 1
        expected.append((f"T{number}", outlet or "", counts))
    table = columns(rows(View.of(report(articles, found))))
    assert list(decoded(table)) == expected
    json.dumps(table)


def test_a_family_of_rules_has_a_name_and_one_of_a_stranger_its_code(listed, article, finding):
    story = article("a.txt", "Share Tweet")
    found = [finding(story, "Share", "NUM001"), finding(story, "Tweet", "XYZ001")]
    table = columns(listed([story], found))
    assert table["families"] == [["NUM", "figures"], ["XYZ", "XYZ"]]


def test_strange_texts_stay_on_one_short_line(listed, article):
    title = "a\n\u202eb\x1b[2J" + "c" * 5_000_000
    (row,) = listed([article("a.txt", "Text.", title=title, outlet="x\x00y")])
    assert row.title.startswith("a \\u202eb\\x1b[2Jccc")
    assert row.title.endswith("…")
    assert len(row.title) == 200
    assert row.outlet == "x\\x00y"


def test_no_article_is_no_row(listed):
    assert listed() == []
    assert columns([])["title"] == []
