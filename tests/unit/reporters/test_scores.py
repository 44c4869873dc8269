"""The table of scores: what stands in it, what is below it, and the same for programs."""

import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import (
    AppliedCap,
    DimensionScore,
    Notice,
    OutletScore,
    OutletShare,
    Readability,
    Unread,
)
from provenance.reporters.cells import cells
from provenance.reporters.palette import Style
from provenance.reporters.scores import PAGES
from provenance.reporters.scores_order import Listing

TEXT = "Share this. The bridge is open again."
SHARES = (OutletShare("uncredited", 2, 0.0396, 0.3549), OutletShare("nameless", 0, 0.0, 0.1528))
HEADER = "score  interval  judged  sour  inte  words  article"
UNREAD = (Unread("broken.txt", "not text"),)


@pytest.fixture(scope="session")
def listed(report):
    """The page of a report in a format, as wide as asked for."""

    def _listed(made, form="text", width=100, reading=None, color=False, **asked):
        return PAGES[form](made, Listing(**asked), Style(color, width), reading).decode()

    return _listed


@pytest.fixture(scope="session")
def lines(listed):
    def _lines(made, **asked):
        return listed(made, **asked).splitlines()

    return _lines


@pytest.fixture
def scored(article, finding, score, report):
    """One article that lost points to a finding and a cap, and one that is too short."""
    long, short = article("a.txt", TEXT), article("b.txt", "Brief.")
    parts = (part("sourcing", 30), part("integrity", 15, lost=3))
    caps = (AppliedCap("lifted-text", 59, 38),)
    return report(
        [long, short],
        [finding(long, "Share", deduction=3)],
        scores=[
            score("a.txt", 59, 1200, grade="D", dimensions=parts, caps=caps),
            score("b.txt", None, 45, "45 words, 150 are needed", dimensions=parts),
        ],
    )


def part(name, weight, lost=0, judged=True):
    return DimensionScore(name, weight, lost, judged, None if judged else "no rules")


def outlet(**fields):
    counts = {"articles": 20, "units": 15, "own": 9, "republished": 4, "contested": 2}
    figures = {"score": 88, "low": 81, "high": 94, "letter": "B", "handling": 75}
    besides = {"outlet": "The Ebb Herald", "reason": None, "shares": SHARES}
    return OutletScore(**counts | figures | besides | fields)


def test_a_row_tells_the_score_what_took_the_points_and_the_article(lines, scored):
    there = lines(scored)
    assert there[1:4] == [
        HEADER,
        " 59 D             100 %     ·     3  1,200  a.txt",
        "      -3 BPL001 rule-bpl001, -38 cap lifted-text at 59",
    ]


def test_an_article_without_a_score_says_why(lines, article, score, report):
    scores = [score("a.txt", None, 45, "45 words outside boilerplate, 150 are needed")]
    there = lines(report([article("a.txt", "Brief.")], scores=scores))
    assert there[1].split() == ["N/A", "0-100", "100", "%", "45", "a.txt"]
    assert there[2] == "      45 words outside boilerplate, 150 are needed"


def test_what_was_not_judged_is_a_question_and_leaves_an_interval(lines, article, score, report):
    """A nought would say that somebody had looked."""
    parts = (part("originality", 25, judged=False), part("integrity", 15, 3, judged=False))
    scores = [score("a.txt", 97, 200, low=60, coverage=60, dimensions=parts)]
    row = lines(report([article("a.txt", TEXT)], scores=scores))[2]
    assert row.split() == ["97", "A", "60-97", "60", "%", "?", "3?", "200", "a.txt"]


def test_a_narrow_page_leaves_the_dimensions_out_and_keeps_the_reasons(lines, scored):
    there = lines(scored, width=50)
    assert there[0].split() == ["score", "interval", "judged", "words", "article"]
    assert any("-3 BPL001" in line for line in there)


def test_rows_past_the_limit_are_counted_and_still_summed_up(lines, scored):
    there = lines(scored, limit=1)
    assert "and 1 more article" in there
    assert "2 articles: 1 scored from 59 to 59, the middle one 59; 1 without a score" in there


def test_articles_are_called_as_explain_knows_them(lines, article, score, report):
    row = article("c.jsonl", TEXT, article_id="r-7", line=7, embedded=True)
    assert lines(report([row], scores=[score("r-7", 88, 200)]))[1].endswith("c.jsonl:7  r-7")


def test_the_page_says_what_a_score_is_not(listed, scored):
    for by in ("article", "outlet"):
        told = " ".join(listed(scored, by=by).split())
        assert "does not tell whether an article is true" in told
        assert "rules/scoring.yaml" in told


def test_input_that_was_not_read_and_notices_stand_at_the_end(listed, report, article):
    made = report(
        [article("a.txt", TEXT)], unread=UNREAD, notices=(Notice("", "x"), Notice("c.txt:1", "y"))
    )
    end = "\ncould not be read\n  broken.txt: not text\n\nplease note\n  x\n  c.txt:1: y\n"
    assert listed(made).endswith(end)


def test_a_run_that_read_nothing_has_no_table(listed, report):
    page = listed(report(unread=UNREAD))
    assert page.startswith("0 articles: 0 scored\n")
    assert "interval" not in page.splitlines()[0]


def test_readability_stands_below_each_article_and_is_said_to_move_nothing(listed, scored):
    row = dict.fromkeys(frames.schema(Readability)) | {"article_id": "a.txt"}
    table = frames.frame([Readability(**row | {"gunning_fog": 11.94})], Readability)
    page = listed(scored, reading=table)
    assert "\n      Gunning fog 11.9\n" in page
    assert "moves no score" in page
    assert "moves no score" not in listed(scored)


def test_an_outlet_has_its_letter_its_units_and_its_shares(lines, report):
    there = lines(report(outlets=[outlet()]), by="outlet")
    assert there[1].split() == [*"B 88 81-94 15 9 4 2 75 20".split(), "The", "Ebb", "Herald"]
    assert there[2] == "      uncredited 2 of 15 (4-35 %), nameless 0 of 15 (0-15 %)"


def test_an_outlet_that_cannot_be_judged_says_why(lines, report):
    nothing = dict.fromkeys(("score", "low", "high", "handling"))
    there = lines(report(outlets=[outlet(letter="F", reason="2 units", **nothing)]), by="outlet")
    assert there[1].split()[:3] == ["F", "-", "-"]
    assert there[2] == "      2 units"


def test_articles_without_an_outlet_are_counted(listed, report, article):
    named, nameless = article("a.txt", TEXT, outlet="The Ebb Herald"), article("b.txt", TEXT)
    made = report([named, nameless], outlets=[outlet()])
    assert "\n1 article without an outlet, in no row\n" in listed(made, by="outlet")


def test_a_run_without_any_outlet_says_how_to_tell_it(listed, scored):
    assert "no article names its outlet" in listed(scored, by="outlet")


def test_each_share_is_explained_once(listed, report):
    page = listed(report(outlets=[outlet(outlet=name) for name in "ab"]), by="outlet")
    assert page.count("\nboilerplate: left in\n") == 1


@pytest.mark.parametrize("by", ["article", "outlet"])
def test_colours_are_only_added_to_the_page(listed, scored, report, by):
    made = report(outlets=[outlet()]) if by == "outlet" else scored
    plain, painted = listed(made, by=by), listed(made, by=by, color=True)
    assert painted != plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


NAMES = st.lists(st.from_regex(r"[a-z]{1,9}(/[a-z]{1,9}){0,9}", fullmatch=True), unique=True)


@given(NAMES)
def test_every_article_is_in_the_table_of_a_narrow_terminal(listed, article, score, report, names):
    made = report(
        [article(name, TEXT) for name in names], scores=[score(name, 88, 200) for name in names]
    )
    page = listed(made, width=40)
    assert page.count(" 88 A ") == len(names)
    shown = "".join(page.split())
    assert all(name in shown for name in names)


@given(st.lists(st.sampled_from("ABCDEF"), max_size=9), st.integers(40, 120))
def test_every_outlet_is_in_the_table_and_in_the_picture(listed, report, letters, width):
    rows = [outlet(outlet=f"Paper {n}", letter=letter) for n, letter in enumerate(letters)]
    page = listed(report(outlets=rows), by="outlet", width=width)
    assert all(f"Paper {n}" in page for n in range(len(letters)))
    told = re.search(r"(\d+) outlets?: (\d+) judged", page)
    assert not letters or (int(told[1]), int(told[2])) == (
        len(letters),
        len(letters) - letters.count("F"),
    )


STRANGE = st.text(min_size=1, max_size=40)


@given(STRANGE, STRANGE, st.integers(40, 120))
def test_no_name_and_no_note_is_obeyed_by_a_terminal(listed, strange_report, text, other, width):
    made = strange_report(text, other)
    page = listed(made, width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert all(cells(line) <= width for line in page.splitlines())


@given(STRANGE, st.integers(40, 120))
def test_no_outlet_is_obeyed_by_a_terminal(listed, report, text, width):
    made = report(outlets=[outlet(outlet=text, reason=text)])
    page = listed(made, by="outlet", width=width)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_programs_get_what_was_asked_for_and_null_for_the_rest(listed, scored):
    document = orjson.loads(listed(scored, form="json", limit=1))
    assert (document["schema"], document["schema_version"]) == ("provenance/scores", "1.0")
    asked = {key: document[key] for key in ("by", "sort", "reverse", "limit")}
    assert asked == {"by": "article", "sort": "score", "reverse": False, "limit": 1}
    assert document["outlets"] is None
    (row,) = document["articles"]
    assert (row["article_id"], row["score"], row["readability"]) == ("a.txt", 59, None)
    assert document["summary"]["rows"] == 2


def test_programs_get_no_articles_when_they_ask_for_outlets(listed, scored):
    """An empty list would say that there are none."""
    document = orjson.loads(listed(scored, form="json", by="outlet"))
    assert (document["articles"], document["outlets"]) == (None, [])


def test_programs_can_add_up_a_row(listed, scored):
    (row, _) = orjson.loads(listed(scored, form="json"))["articles"]
    taken = sum(each["points"] for each in row["lost"]) + sum(cap["taken"] for cap in row["caps"])
    assert 100 - taken == row["score"]


def test_the_text_of_an_article_is_not_in_the_document(listed, scored):
    assert "bridge" not in listed(scored, form="json")


def test_every_field_of_the_document_is_documented(listed, report, scored, paths_of, documented):
    row = dict.fromkeys(frames.schema(Readability)) | {"article_id": "a.txt"}
    reading = frames.frame([Readability(**row)], Readability)
    outlets = report(outlets=[outlet()], unread=UNREAD, notices=(Notice("", "x"),))
    fields = {
        *paths_of(orjson.loads(listed(scored, form="json", reading=reading))),
        *paths_of(orjson.loads(listed(outlets, form="json", by="outlet"))),
    }
    assert documented(4) == fields


@given(STRANGE, STRANGE)
def test_the_document_is_the_same_tree_however_strange_the_texts(
    listed, strange_report, text, other
):
    page = listed(strange_report(text, other), form="json")
    names = {row["path"] for row in orjson.loads(page)["articles"]}
    assert names == {f"p{text}", "c"}
