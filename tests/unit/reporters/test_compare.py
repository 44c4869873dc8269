"""The page on which two articles stand beside each other, and the same as JSON."""

import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.compare import PAGES, render_json, render_text
from provenance.reporters.palette import Style

LEFT = "The blaze destroyed 175 boats at the quay, Ames said, and nobody was hurt."
RIGHT = "The blaze destroyed 200 boats at the quay, Roth said, and somebody was hurt."
ESCAPE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def page(comparison, *, full=False, **style):
    return render_text(comparison, Style(**style), full=full).decode()


@pytest.fixture
def pair(article):
    """Two articles with all that can be known of them."""
    known = {"title": "Fire", "outlet": "Quay Post", "date": "2024-05-06"}
    return article("a.txt", LEFT, **known), article("b.txt", RIGHT, date="2024-05-09")


@pytest.fixture
def fire(comparison, region, pair):
    numbers = {"matched_words": 11, "left_words": 14, "right_words": 14, "jaccard": 0.5}
    shares = {"left_containment": 0.75, "right_containment": 0.6}
    shared = region((0, len(LEFT) - 1), (0, len(RIGHT) - 1), **numbers, **shares)
    return comparison(*pair, shared, first="left")


def test_the_whole_page_of_two_short_articles(fire):
    """The layout is what editors see first; a change must be meant."""
    assert (
        page(fire, width=80)
        == f"""\
A  a.txt
   Fire · Quay Post · 2024-05-06
   10 words, 50% also in B, 25% outside quotations and boilerplate
B  b.txt
   2024-05-09
   20 words, 25% also in A; the rest of it is quotations or boilerplate
A ran first: on 2024-05-06, and B on 2024-05-09

1 shared passage
   1  edited      A 1:1  B 1:1
      11 words match, of 14 in A and 14 in B; containment 0.75 of A, 0.60 of B;
      Jaccard 0.50

marks: [-word-] only in A and {{+word+}} only in B; [!word!] and {{!word!}} where a
figure, a name or a negation differs

-- 1 of 1: edited {"-" * 62}
   1 The blaze destroyed [!175!] boats |    1 The blaze destroyed {{!200!}} boats
     at the quay, [!Ames!] said, and   |      at the quay, {{!Roth!}} said, and
     [!nobody!] was hurt.              |      {{!somebody!}} was hurt.

figures changed
  175 -> 200  (A 1:21, B 1:21)

names changed
  Ames -> Roth  (A 1:44, B 1:44)

negations changed
  nobody -> somebody  (A 1:59, B 1:59)
"""
    )


def test_nothing_shared_is_said(comparison):
    text = page(comparison("One thing.", "Another."))
    assert text.endswith("nothing shared: no passage of 12 words or more stands in both\n")
    assert "Another." not in text


def test_a_full_page_shows_both_texts_though_nothing_is_shared(comparison):
    assert "One thing." in page(comparison("One thing.", "Another."), full=True)


def test_equal_passages_have_no_marks_to_explain(comparison):
    text = page(comparison(LEFT, LEFT, (LEFT, LEFT)))
    assert "marks:" not in text
    assert "changed" not in text


@pytest.mark.parametrize(
    ("first", "told"),
    [("left", "A ran first: on 2024-05-06, and B on 2024-05-09"), (None, "not known")],
)
def test_who_ran_first_is_told_when_it_is_known(comparison, pair, first, told):
    assert told in page(comparison(*pair, first=first))


def test_the_later_one_may_be_the_left_one(comparison, pair):
    left, right = pair
    assert "B ran first: on 2024-05-06, and A on 2024-05-09" in page(
        comparison(right, left, first="right")
    )


def test_an_article_too_short_to_tell_has_no_share(comparison):
    assert "   10 words\n" in page(comparison("One.", "Two.", shares=((None, None), (0.0, 0.0))))


def test_a_passage_in_another_order_says_so(comparison, region):
    left = right = "one two three four"
    found = comparison(
        *(left, right),
        region((0, 7), (8, 18), matched_words=9),
        region((8, 18), (0, 7), matched_words=3),
    )
    assert "-- 2 of 2: edited, in another order in B --" in page(found)


def test_what_was_taken_out_is_told_as_nothing(comparison):
    left, right = "he did not leave the town", "he did leave the town"
    assert "\n  not -> nothing  (A 1:8, B 1:7)\n" in page(comparison(left, right, (left, right)))


def test_a_long_change_is_cut_in_the_list(comparison):
    left = "they met " + "Roth " * 40 + "there"
    text = page(comparison(left, "they met there", (left, "they met there")))
    (line,) = re.findall(r"^  Roth .*$", text, re.MULTILINE)
    assert len(line) < 100


def test_lines_of_a_file_are_told_as_the_file_counts_them(comparison, article, region):
    """Front matter stands above the text; a text in a record has lines of its own."""
    left, right = article("a.md", RIGHT, line=7), article("c.jsonl", RIGHT, line=7, embedded=True)
    assert "A 7:1  B 1:1" in page(comparison(left, right, (RIGHT, RIGHT)))


@pytest.mark.parametrize("name", PAGES)
@given(text=st.text(max_size=40), other=st.text(max_size=40))
def test_whatever_an_article_holds_the_bytes_are_harmless(comparison, article, name, text, other):
    fields = {"title": other, "outlet": text, "date": other, "article_id": text}
    left = article(f"p{text}", f"{text} then {other}", **fields)
    right = article(f"q{other}", f"{other} then {text}", **fields)
    found = comparison(left, right, (left.text, right.text), first="right")
    shown = PAGES[name](found, Style(), full=True).decode()
    assert ESCAPE.findall(shown) == []


@pytest.fixture
def document(fire):
    return orjson.loads(render_json(fire, Style(), full=False))


def test_the_document_holds_both_articles_without_their_texts(document):
    assert (document["left"]["title"], document["left"]["words"]) == ("Fire", 10)
    assert (document["right"]["shared"], document["right"]["shared_prose"]) == (0.25, None)
    assert document["left"]["characters"] == len(LEFT)
    assert "text" not in document["left"]
    assert (document["first"], document["min_words"]) == ("left", 12)


def test_the_evidence_of_every_edit_is_the_text_at_its_spans(document):
    (passage,) = document["passages"]
    assert [(edit["changed"], edit["left_evidence"]) for edit in passage["edits"]] == [
        *(("number", "175"), ("name", "Ames"), ("negation", "nobody")),
    ]
    for edit in passage["edits"]:
        assert LEFT[edit["left_start"] : edit["left_end"]] == edit["left_evidence"]
        assert RIGHT[edit["right_start"] : edit["right_end"]] == edit["right_evidence"]
        assert (edit["left_line"], edit["left_column"]) == (1, edit["left_start"] + 1)


def test_equal_comparisons_give_equal_bytes(fire):
    assert render_json(fire, Style(), full=True) == render_json(fire, Style(), full=False)


def test_every_field_is_documented_and_nothing_else_is(document, paths_of, documented):
    """Programs are written against the document."""
    left = {path for path in paths_of(document) if not path.startswith("right.")}
    right = {path for path in paths_of(document) if path.startswith("right.")}
    assert left | {"right"} == documented(1)
    assert {path.replace("right.", "left.") for path in right} <= left


def test_the_documented_version_is_the_one_that_is_written(document, root):
    shown = (root / "docs" / "wire-schema.md").read_text(encoding="utf-8").split("\n# ")[1]
    assert f"`{document['schema']}`" in shown
    assert f"`{document['schema_version']}`" in shown
