"""The page that gives every reason behind a score."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import UsageError
from provenance.model import Outcome, Quantity, Quote, Relation, Score, Unread
from provenance.reporters import explain
from provenance.reporters.palette import Style
from provenance.scoring.readability import Readability

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")


def page(*parts):
    return explain.article_page(*parts, Style()).decode()


def test_a_target_that_is_nothing_gets_near_names(rule):
    rules = [rule("BPL001", "share-label"), rule("NUM001", "same-quantity-conflict")]
    fault = explain.unknown_target(rules, "same-quantity-conflct")
    assert "'same-quantity-conflct' is no rule and no file" in str(fault)
    assert "did you mean same-quantity-conflict?" in str(fault)
    assert "did you mean NUM001" in str(explain.unknown_target(rules, "NUM0001"))
    assert "did you mean" not in str(explain.unknown_target(rules, "zzz"))


def test_an_article_is_found_by_id_and_by_the_file_it_fills(report, article):
    told = report([article("a.txt", "x"), article("b.txt", "y", article_id="b-7")])
    assert explain.find_article(told, "b-7").path == "b.txt"
    assert explain.find_article(told, "b.txt").article_id == "b-7"


def test_a_file_of_several_articles_asks_for_one_of_them(report, article):
    records = [article("c.jsonl", "x", article_id=f"r{n:02}", line=n) for n in range(1, 13)]
    with pytest.raises(UsageError) as fault:
        explain.find_article(report(records), "c.jsonl")
    assert "c.jsonl holds 12 articles" in str(fault.value)
    assert "r01, r02" in str(fault.value)
    assert "r10, ..." in str(fault.value)


@pytest.mark.parametrize("target", ["news", "./news/"])
def test_a_folder_of_several_articles_asks_for_one_of_them(report, article, target):
    told = report([article(path, "x") for path in ("a.txt", "news/b.txt", "news/in/c.txt")])
    with pytest.raises(UsageError) as fault:
        explain.find_article(told, target)
    assert f"{target} holds 2 articles" in str(fault.value)
    assert "with ID one of news/b.txt, news/in/c.txt" in str(fault.value)


def test_the_current_folder_holds_all_and_a_beginning_of_a_name_is_no_folder(report, article):
    told = report([article(path, "x") for path in ("a.txt", "news/b.txt")])
    with pytest.raises(UsageError, match=r"\. holds 2 articles"):
        explain.find_article(told, ".")
    with pytest.raises(UsageError, match="there is no article 'new'"):
        explain.find_article(told, "new")


def test_an_article_that_is_not_there_gets_near_ids(report, article):
    told = report([article("c.jsonl", "x", article_id="story-17")])
    with pytest.raises(UsageError, match="did you mean story-17"):
        explain.find_article(told, "story-71")


def test_an_article_that_could_not_be_read_gives_the_reason(report):
    with pytest.raises(UsageError, match=r"a\.txt: not text"):
        explain.find_article(report(unread=(Unread("a.txt", "not text"),)), "a.txt")


@pytest.fixture
def fire(article):
    text = "Share\nMore than 200 boats, “all is lost”."
    return article("a.txt", text, title="Fire", date="2024-05-06")


@pytest.fixture
def burnt(report, finding, fire):
    """One article with two findings, of which one takes points."""
    figure = Quantity(
        *("a.txt", 6, 19, 200.0, 200.0, None, 200.0, 299.0, "count", None, "more-than", "boat"),
        *("destroy", 0, ("wooden",), ("cumulative", "day:tuesday")),
    )
    return report(
        [fire],
        [
            finding(fire, "Share", deduction=3),
            finding(fire, "200", "NUM001", severity="info", confidence="low"),
        ],
        scores=[Score("a.txt", 97, 8, None)],
        outcomes=[
            Outcome("a.txt", "boilerplate", "found", None),
            Outcome("a.txt", "damage", "clear", None),
            Outcome("a.txt", "duplication", "not_available", "nothing to compare with"),
        ],
        quantities=[figure],
        quotes=[Quote("a.txt", 28, 39, True, 3, *UNTOLD)],
    )


@pytest.mark.parametrize(
    ("low", "told"),
    [(35_500_000.0, "35,500,000"), (0.225, "0.225"), (1 / 3, "0.333333"), (99_999.5, "99,999.5")],
)
def test_a_figure_is_told_without_an_exponent(report, fire, low, told):
    row = Quantity(
        *("a.txt", 6, 19, low, low, None, low, None, "money", "EUR", "more-than", None),
        *(None, 0, (), ()),
    )
    assert f"money {told} to no limit EUR\n" in page(report([fire], quantities=[row]), fire, None)


def test_relations_are_told_whether_they_fit_or_not(report, fire, span):
    """What was held against what shows an editor how the text was read."""
    rows = [
        Relation(
            "a.txt", 6, 19, "conflict", False, "“200”", "55", "boats", (span(fire, "all", ""),)
        ),
        Relation("a.txt", 16, 19, "sum", True, "", "", "", ()),
    ]
    told = page(report([fire], relations=rows), fire, None)
    assert (
        "  2 relations of figures and dates, 1 fit\n"
        "    2:1      conflict, does not fit: “More than 200” | “all”\n"
        "    2:11     sum, fits: “200”\n"
    ) in told


def test_the_whole_page_of_an_article(burnt, fire):
    assert page(burnt, fire, None) == (
        "a.txt\n"
        "  title        Fire\n"
        "  outlet       not known\n"
        "  date         2024-05-06\n"
        "  language     en\n"
        "\n"
        "  a.txt:1:1  warning BPL001 rule-bpl001: a label of the page\n"
        "       1 | Share\n"
        "    takes 3 points, confidence high\n"
        "\n"
        "  a.txt:2:11  info NUM001 rule-num001: a label of the page\n"
        "       2 | More than 200 boats, “all is lost”.\n"
        "         |           ^^^\n"
        "    takes no point, confidence low\n"
        "\n"
        "  score 97 = 100 - 3 (BPL)\n"
        "  100 - 3 = 97\n"
        "  judged on 8 words outside boilerplate\n"
        "\n"
        "  checks\n"
        "    boilerplate   findings above\n"
        "    damage        looked, found nothing\n"
        "    duplication   could not look: nothing to compare with\n"
        "\n"
        "  1 direct quotation, 0 credits, 1 figure\n"
        "    2:1      More than 200: count 200 to no limit wooden boat destroy "
        "[cumulative, day:tuesday]\n"
        "  who says what\n"
        "    2:23     unresolved, speech: “all is lost”\n"
        "\n"
        "  readability: not told (English texts of 100 words and more only)\n"
    )


def test_readability_comes_with_its_counts_and_moves_no_score(burnt, fire):
    shown = page(burnt, fire, Readability(61.25, 9.04, 11.0, 250, 12, 400))
    assert (
        "  readability (by textstat, for information, moves no score)\n"
        "    Flesch reading ease   61.2\n"
        "    Flesch-Kincaid grade  9.0\n"
        "    Gunning fog           11.0\n"
        "    counted: 250 words, 12 sentences, 400 syllables\n"
    ) in shown
    assert "  score 97 = 100 - 3 (BPL)\n" in shown


def test_an_article_without_a_score_says_why_and_shows_no_sum(report, fire):
    short = report([fire], scores=[Score("a.txt", None, 4, "4 words, 50 are needed")])
    shown = page(short, fire, None)
    assert "  no score: 4 words, 50 are needed\n" in shown
    assert "100" not in shown.replace("100 words and more", "")


@given(losses=st.lists(st.integers(0, 12), max_size=6))
def test_the_sum_shown_can_be_added_up_by_the_reader(report, article, finding, losses):
    text = article("a.txt", "Share " * 6)
    found = [
        finding(text, "Share", start=6 * n, end=6 * n + 5, deduction=loss)
        for n, loss in enumerate(losses)
    ]
    shown = page(report([text], found), text, None)
    told = re.findall(r"^  100((?: - \d+)+) = (\d+)$", shown, re.MULTILINE)
    sums = [(100 - sum(map(int, re.findall(r"\d+", taken))), int(left)) for taken, left in told]
    assert sums == [(100 - sum(losses),) * 2] * any(losses)


def test_input_that_could_not_be_compared_with_is_named(report, fire):
    """The score may rest on less than the reader thinks."""
    told = report([fire], unread=(Unread("b.txt", "not text"),))
    assert page(told, fire, None).endswith(
        "\n\n  could not be read, so not compared with\n    b.txt: not text\n"
    )


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_its_page_has_no_control_characters(strange_report, text, other):
    told = strange_report(text, other)
    article = explain.find_article(told, f"i{other}")
    assert CONTROLS.findall(page(told, article, None)) == []
