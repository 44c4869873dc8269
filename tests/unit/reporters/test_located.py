"""Findings one by one, each with everything that says where it is."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.located import counting, located
from provenance.reporters.places import Places


def test_a_finding_of_a_file_has_its_line_and_column_there(report, article, finding):
    text = article("a.md", "one\r\nShare it\r\n", line=4)
    (each,) = located(report([text], [finding(text, "it")]))
    assert (each.file_line, each.file_column) == (5, 7)
    assert (each.line, each.column, each.end_line, each.end_column) == (2, 7, 2, 9)
    assert (each.evidence, each.article, each.rule.rule_id) == ("it", text, "BPL001")


def test_a_finding_inside_a_record_has_the_line_of_the_record_and_no_column(
    report, article, finding
):
    """An annotation at a column of a record of 4,000 characters would point anywhere."""
    text = article("c.jsonl", "one\nShare\nit", article_id="x", line=17, embedded=True)
    (each,) = located(report([text], [finding(text, "Share\nit")]))
    assert (each.file_line, each.file_column) == (17, None)
    assert (each.line, each.column, each.end_line, each.end_column) == (2, 1, 3, 3)


def test_columns_count_code_points(report, article, finding):
    text = article("a.txt", "e\u0301 \U0001f6a2 Share")
    (each,) = located(report([text], [finding(text, "Share")]))
    assert (each.column, each.end_column) == (6, 11)


def test_those_that_are_accepted_come_with_the_others_and_do_not_count(report, article, finding):
    text = article("a.txt", "Share Tweet")
    known = finding(text, "Share", accepted="baseline")
    told = report([text], [known, finding(text, "Tweet")])
    assert [each.evidence for each in located(told)] == ["Share", "Tweet"]
    assert [each.evidence for each in counting(told)] == ["Tweet"]


def test_places_that_are_known_already_are_not_made_again(report, article, finding):
    text = article("a.txt", "Share")
    places = Places.of(report([text]).articles)
    (each,) = located(report([text], [finding(text, "Share")]), places)
    assert each.article is places.articles["a.txt"]


def test_articles_without_findings_are_not_read(monkeypatch, report, article, finding):
    """A million clean articles would else be held for one finding."""
    made = []
    of = Places.of
    monkeypatch.setattr(Places, "of", lambda *tables: made.append(of(*tables)) or made[-1])
    clean, told = article("a.txt", "Rain"), article("b.txt", "Share")
    (each,) = located(report([clean, told], [finding(told, "Share")]))
    assert each.evidence == "Share"
    assert [list(places.articles) for places in made] == [["b.txt"]]


NAMES = st.lists(st.tuples(st.sampled_from("ab"), st.integers(1, 12)), unique=True, max_size=8)


@given(names=NAMES, ids=st.permutations(range(8)))
def test_they_come_by_path_then_line_whatever_the_order_of_the_ids(
    report, article, finding, names, ids
):
    records = [
        article(path, "Share it", article_id=f"{number}", line=line, embedded=True)
        for number, (path, line) in zip(ids, names, strict=False)
    ]
    told = report(records, [finding(each, "it") for each in records])
    assert [(each.article.path, each.file_line) for each in located(told)] == sorted(names)


@given(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30), st.text("ab\r\n")
)
def test_the_evidence_is_the_text_between_its_places(strange_report, text, other):
    for each in located(strange_report(text, other + "x")):
        finding = each.finding
        assert each.evidence == each.article.text[finding.start : finding.end]
        assert (each.line, each.column) <= (each.end_line, each.end_column)
