"""The wire format: exact, deterministic, and described field by field."""

import dataclasses
import hashlib
import random
import re

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import (
    AppliedCap,
    Attribution,
    Claim,
    Cluster,
    Credit,
    DimensionScore,
    Lineage,
    Measure,
    Mention,
    Notice,
    Offender,
    Outcome,
    OutletScore,
    OutletShare,
    Person,
    Quantity,
    Quote,
    Region,
    Relation,
    Reuse,
    Rule,
    Standing,
    Unit,
    Unread,
    Verdict,
)
from provenance.reporters.json import as_document, in_pieces, render
from provenance.reporters.palette import Style

UNTOLD = ("marked", "speech", 0, None, None, None, None, "unresolved")
TAGGED = ("tag", "article")

UNREAD = Measure(
    name="unread",
    about="inputs that could not be read",
    unit=Unit.COUNT,
    at_least=False,
    value=1.0,
    warn=None,
    error=0.0,
    standing=Standing.FAILED,
    reason=None,
    worst=(Offender("b.txt", 1.0),),
)

LEFT = "Fire 🔥 said\r\nthe crew of 40 “all is lost” (Wire)"
RIGHT = "Later\nthe crew of 40"

# The parts whose rows have a span.
ROWS = (
    *("findings", "quantities", "relations", "quotes", "credits", "people", "attributions"),
    "mentions",
)


def document(report):
    return orjson.loads(render(report, Style()))


@pytest.fixture(scope="module")
def full(article, finding, span, report, rule, score):  # noqa: PLR0917
    """A report with a row of every kind."""
    left, right = article("a.txt", LEFT, title="Fire"), article("b.txt", RIGHT, outlet="Post")
    shared = "the crew of 40"
    at = (LEFT.index(shared), LEFT.index(shared) + len(shared))
    there = (RIGHT.index(shared), RIGHT.index(shared) + len(shared))
    number = LEFT.index("40")
    return report(
        [left, right],
        [finding(left, "40", "NUM001", related=(span(right, "40", "there"),), deduction=5)],
        [rule("NUM001", "conflict", check="figures")],
        scores=[
            score(
                "a.txt",
                95,
                8,
                dimensions=(DimensionScore("consistency", 100, 5, True, None),),
                caps=(AppliedCap("headline", 74, 0),),
            ),
            score("b.txt", 100, 8),
        ],
        outlets=[
            OutletScore(
                *("Post", 1, 1, 1, 0, 0, 98, 90, 100, "F", "1 unit of its own, 5 are needed", None),
                (OutletShare("boilerplate", 0, 0.0, 0.7301),),
            )
        ],
        outcomes=[Outcome("a.txt", "figures", "not_available", "why not")],
        regions=[
            Region(
                *("a.txt", *at, "b.txt", *there, 4, 4, 4, 1.0, 1, 1, 0.9, 0.5, 0.8, "verbatim"),
                *(2, 1, 2.0, 0, None, 0.0, 0.0),
            )
        ],
        clusters=[Cluster("a.txt", name, None, "unknown") for name in ("a.txt", "b.txt")],
        archive=[article("old.txt", RIGHT, outlet="Post")],
        quantities=[
            Quantity(
                *("a.txt", number, number + 2, 40.0, 40.0, None, 40.0, 60.5),
                *("count", None, "more-than", "crew", None, 1, ("whole",), ("part",)),
            )
        ],
        relations=[
            Relation(
                *("a.txt", number, number + 2, "conflict", False, "“40”", "50", "a crew"),
                (span(left, "crew", "the noun"),),
            )
        ],
        quotes=[Quote("a.txt", LEFT.index("all"), LEFT.index("”"), True, 3, *UNTOLD)],
        credits=[Credit("a.txt", LEFT.index("Wire"), LEFT.index(")"), "agency", "Wire", *TAGGED)],
        people=[
            Person(
                *("a.txt", *at, "Ada Brenk", "brenk", None, None),
                (span(left, "crew", "the crew"),),
            )
        ],
        attributions=[
            Attribution(
                *("a.txt", *at, *at, "named", "Ada Brenk", *at, "say", "speech", None, None)
            )
        ],
        lineages=[Lineage("a.txt", "a.txt", "a.txt", "own", None)],
        claims=[Claim("a.txt:5", "figure", "a crew of 40", 2, 2, 1, 1, 2, 2, "one source")],
        mentions=[Mention("a.txt:5", "a.txt", *at, "a.txt", None, None, None, None)],
        unread=(Unread("c.txt", "not text"),),
        notices=(Notice("d.pdf", "left out"),),
        verdict=Verdict(2, ("1 file could not be read",), (UNREAD,)),
    )


def test_a_finding_carries_its_evidence_and_its_place(full):
    (found,) = document(full)["findings"]
    assert found == {
        "rule_id": "NUM001",
        "article_id": "a.txt",
        "start": 25,
        "end": 27,
        "severity": "warning",
        "confidence": "high",
        "message": "a label of the page",
        "extent": None,
        "deduction": 5,
        "fingerprint": "",
        "accepted": None,
        "accepted_because": None,
        "line": 2,
        "column": 13,
        "evidence": "40",
        "related": [
            {
                "article_id": "b.txt",
                "start": 18,
                "end": 20,
                "note": "there",
                "line": 2,
                "column": 13,
                "evidence": "40",
            }
        ],
    }


def test_every_span_is_the_evidence_of_its_article_in_code_points(full):
    """An emoji and CR LF stand before them: bytes or UTF-16 units would be off."""
    told = document(full)
    texts = {"a.txt": LEFT, "b.txt": RIGHT}
    rows = [row for part in ROWS for row in told[part]]
    rows += [related for row in told["findings"] for related in row["related"]]
    rows += [other for row in told["relations"] for other in row["others"]]
    assert len(rows) == 10
    for row in rows:
        text = texts[row["article_id"]]
        assert text[row["start"] : row["end"]] == row["evidence"]
        line = text.replace("\r\n", "\n").split("\n")[row["line"] - 1]
        assert line[row["column"] - 1 :].startswith(row["evidence"])


def test_articles_come_without_their_text_but_with_its_length(full):
    first, second = document(full)["articles"]
    assert first["characters"] == len(LEFT)
    assert "text" not in first
    assert (first["title"], first["outlet"], second["outlet"]) == ("Fire", None, "Post")


def test_an_article_says_how_much_of_it_stands_elsewhere(article, report):
    known = [Reuse("a.txt", 0.62, None, 3, 2), Reuse("b.txt", 0.0, 0.0, 0, 0)]
    told = document(report([article("b.txt", "B"), article("a.txt", "A")], reuse=known))
    first, second = told["articles"]
    assert (first["article_id"], first["shared"], first["shared_prose"]) == ("a.txt", 0.62, None)
    assert (first["shared_articles"], first["shared_outlets"]) == (3, 2)
    assert (second["shared"], second["shared_articles"]) == (0.0, 0)


def test_a_region_has_places_on_both_sides(full):
    (region,) = document(full)["regions"]
    assert (region["left_line"], region["left_column"]) == (2, 1)
    assert (region["right_line"], region["right_column"]) == (2, 1)
    assert region["label"] == "verbatim"


def test_scores_and_deductions_add_up(full):
    told = document(full)
    for score in told["scores"]:
        lost = sum(
            f["deduction"] for f in told["findings"] if f["article_id"] == score["article_id"]
        )
        assert score["score"] == 100 - lost


def test_rules_come_without_the_place_of_their_file(full):
    """It differs from machine to machine; two equal runs must give equal bytes."""
    (rule,) = document(full)["rules"]
    left_out = {"hits", "misses", "one_outlet", "place"}
    assert set(rule) == {field.name for field in dataclasses.fields(Rule)} - left_out


def test_the_bytes_do_not_depend_on_the_order_of_the_rows(article, finding, report):
    texts = [article(f"{number}.txt", "Share it") for number in range(5)]
    found = [finding(text, word) for text in texts for word in ("Share", "it")]
    hashes = set()
    for seed in range(5):
        random.Random(seed).shuffle(texts)
        random.Random(seed).shuffle(found)
        hashes.add(hashlib.sha256(render(report(texts, found), Style())).hexdigest())
    assert len(hashes) == 1


def test_the_style_changes_nothing(full):
    assert render(full, Style(color=True, width=40, quiet=True)) == render(full, Style())


def test_lone_surrogates_of_file_names_do_not_stop_the_report(report):
    """File names need not be UTF-8, JSON must."""
    told = document(report(unread=(Unread("caf\udce9.txt", "not text"),)))
    assert told["unread"] == [
        {"place": "caf\\udce9.txt", "reason": "not text", "count": 1, "breaks_off": False}
    ]


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)


@given(text=TEXT, other=TEXT)
def test_whatever_an_article_holds_values_are_exact_and_the_bytes_harmless(
    strange_report, text, other
):
    shown = render(strange_report(text, other), Style()).decode()
    told = orjson.loads(shown)
    assert {article["title"] for article in told["articles"]} == {text, other}
    assert told["verdict"]["reasons"] == [text, other]
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown) == []


def test_every_field_is_documented_and_nothing_else_is(full, paths_of, documented):
    """Programs are written against the document."""
    assert set(paths_of(document(full))) == documented(0)


def test_the_documented_version_is_the_one_that_is_written(full, root):
    told = document(full)
    shown = (root / "docs" / "wire-schema.md").read_text(encoding="utf-8")
    assert f"`{told['schema']}`" in shown
    assert f"`{told['schema_version']}`" in shown


def test_places_in_the_archive_are_told_and_its_articles_are_apart(article, finding, span, report):
    """What is only compared with is evidence, and nothing is said about it."""
    draft, old = article("a.txt", LEFT), article("old.txt", RIGHT)
    found = finding(draft, "40", "NUM001", related=(span(old, "40", "there"),))
    told = document(report([draft], [found], archive=[old]))
    assert [item["article_id"] for item in told["articles"]] == ["a.txt"]
    assert [item["article_id"] for item in told["archive"]] == ["old.txt"]
    (related,) = told["findings"][0]["related"]
    assert (related["article_id"], related["evidence"]) == ("old.txt", "40")


@pytest.mark.parametrize("many", [0, 1, 199, 200, 201, 400, 401])
def test_a_list_written_in_pieces_is_the_list_written_whole(many):
    """Of a large corpus only the bytes are held, and nobody can tell by them."""
    items = [{"n": n, "parts": [{"text": "\u202ea"}, {}], "none": []} for n in range(many)]
    whole = {"first": 1, "items": items, "plain": [1, [2]], "last": {"a": None}}
    assert in_pieces(whole | {"items": iter(items)}) == as_document(whole)


TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.lists(st.dictionaries(st.text(), TREES, max_size=3), max_size=4), TREES)
def test_pieces_are_as_harmless_and_as_exact_as_a_whole_document(items, tree):
    whole = {"tree": tree, "items": items}
    assert in_pieces(whole | {"items": iter(items)}) == as_document(whole)
