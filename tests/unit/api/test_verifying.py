"""Every score follows from the report alone, and whoever changes a number is found out."""

import contextlib
import json
import re

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import api
from provenance.errors import InputError
from provenance.reporters.json import render
from provenance.reporters.palette import Style

LABELS = "Advertisement\n\n{}\n\nShare\n\nThe harbour lights were mended on Friday by two crews.\n"
STORY = (
    "The council of Ostwick opened the new ferry landing on Monday, said Mara Ellin, the harbour "
    "master. More than 200 boats were moored at the pier in the morning. The landing took two "
    "winters to build, and the old one will be taken down in May. Fishers had asked for a deeper "
    "channel, and the council means to talk about it before the summer. Visitors came from the "
    "islands by the first ferry, and a band played on the quay until the rain set in. A bakery "
    "gave out bread and the school choir sang two songs. The master of the first ferry, who has "
    "sailed the sound for thirty years, said the turn was easier than before. Some neighbours "
    "complained about the noise of the engines at night. The council will measure it for a month "
    "and tell the result at its next meeting. The road to the landing stays closed to lorries. "
    "About 55 boats were moored at the pier in the morning. Tickets cost as much as before."
)
RECORDS = [
    {"id": "a", "text": LABELS.format(STORY), "outlet": "Post", "date": "2026-03-01"},
    {"id": "b", "text": LABELS.format(STORY), "outlet": "Echo", "date": "2026-03-04"},
    {"id": "c", "text": "A short note about the weather.", "outlet": "Post", "date": ""},
    {"id": "d", "text": STORY.replace("ferry", "train"), "outlet": "Gazette", "title": ""},
]


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """A report with deductions, a cap, an article without a score, and outlets."""
    path = tmp_path_factory.mktemp("told") / "c.jsonl"
    path.write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    made = orjson.loads(render(api.check([str(path)]), Style()))
    assert {row["score"] for row in made["scores"]} & {None}
    assert [row for row in made["scores"] if row["caps"]]
    assert made["outlets"]
    return made


@pytest.fixture(scope="module")
def verified(tmp_path_factory):
    path = tmp_path_factory.mktemp("verified") / "report.json"

    def _verified(document):
        data = document if isinstance(document, bytes) else orjson.dumps(document)
        path.write_bytes(data)
        return api.verify(str(path))

    return _verified


def copied(document):
    return orjson.loads(orjson.dumps(document))


def changed(document, path, value):
    """The document with another value at a path of keys and numbers."""
    made = copied(document)
    *above, last = path
    place = made
    for key in above:
        place = place[key]
    place[last] = value
    return made


def numbers(tree, path=()):
    """Every whole number in a tree, by its path."""
    if isinstance(tree, dict | list):
        items = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for key, item in items:
            yield from numbers(item, (*path, key))
    elif type(tree) in (int, float):
        yield path


def test_a_report_as_it_was_written_is_reproduced(document, verified):
    told = verified(document)
    assert told.holds
    assert told.weights == ()
    assert [(each.noun, each.rows, each.unlike) for each in told.recounts] == [
        ("deduction", len(document["findings"]), ()),
        ("score", 4, ()),
        ("outlet", 3, ()),
    ]


def test_the_articles_of_an_archive_count_as_in_the_check(tmp_path, verified):
    """They tell who ran first, and so whose report a unit is."""
    for name, records in (("new", RECORDS[1:]), ("old", RECORDS[:1])):
        lines = "\n".join(map(json.dumps, records))
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    against = [str(tmp_path / "old.jsonl")]
    report = api.check([str(tmp_path / "new.jsonl")], against=against)
    assert len(report.archive) == 1
    assert verified(render(report, Style())).holds


def test_the_order_of_rows_does_not_matter(document, verified):
    made = copied(document)
    for name in ("articles", "findings", "outcomes", "scores", "outlets", "lineages", "rules"):
        made[name].reverse()
    assert verified(made).holds


def derived(document):
    """The numbers of a report that follow from its others. Words are counted in the texts."""
    for name in ("scores", "outlets"):
        yield from (path for path in numbers(document[name], (name,)) if path[-1] != "words")
    for number in range(len(document["findings"])):
        yield "findings", number, "deduction"


@settings(max_examples=60)
@given(data=st.data(), by=st.integers(-100, 100).filter(bool))
def test_a_change_of_any_number_that_is_derived_is_noticed(document, verified, data, by):
    path = data.draw(st.sampled_from(sorted(derived(document), key=repr)))
    value = document
    for key in path:
        value = value[key]
    told = verified(changed(document, path, value + by))
    assert not told.holds
    (row,) = [unlike for each in told.recounts for unlike in each.unlike]
    (difference,) = row[1]
    assert difference.field.rpartition(".")[2] == path[-1]
    assert difference.stated == str(value + by)
    assert difference.recomputed == str(value)


@given(data=st.data(), by=st.integers(1, 40))
def test_other_weights_are_told_or_make_a_difference(document, verified, data, by):
    """Who lowers the price of a fault in the report gets the scores reproduced, and is told of."""
    path = data.draw(st.sampled_from(list(numbers(document["scoring"], ("scoring",)))))
    value = document
    for key in path:
        value = value[key]
    with contextlib.suppress(InputError):
        told = verified(changed(document, path, value + by))
        assert [each.stated for each in told.weights] == [str(value + by)]


@pytest.mark.parametrize("field", ["grade", "reason"])
def test_a_change_of_a_word_is_noticed_too(document, verified, field):
    told = verified(changed(document, ("scores", 0, field), "Z"))
    assert [unlike[1][0].field for each in told.recounts for unlike in each.unlike] == [field]


def test_a_severity_that_was_changed_changes_what_follows_from_it(document, verified):
    costing = next(n for n, row in enumerate(document["findings"]) if row["deduction"])
    assert not verified(changed(document, ("findings", costing, "severity"), "info")).holds


def test_a_finding_that_was_taken_out_or_a_score_that_is_missing_is_noticed(document, verified):
    for name in ("findings", "scores", "outlets"):
        made = copied(document)
        del made[name][next(n for n, row in enumerate(made[name]) if row.get("deduction") != 0)]
        assert not verified(made).holds


def test_rows_that_only_one_side_has_are_among_those_that_were_compared(document, verified):
    """`1 of 3 is not reproduced` would hide that a fourth was to be there."""
    less, more = copied(document), copied(document)
    del less["scores"][0]
    more["outlets"].append(more["outlets"][0] | {"outlet": "Nobody"})
    for made, noun in ((less, "score"), (more, "outlet")):
        (told,) = [each for each in verified(made).recounts if each.noun == noun]
        assert (told.rows, len(told.unlike)) == (4, 1)


def test_a_check_that_could_not_look_is_no_longer_a_dimension_that_was_judged(document, verified):
    rows = enumerate(document["outcomes"])
    number = next(n for n, row in rows if row["check"] == "figures" and row["article_id"] == "d")
    made = changed(document, ("outcomes", number, "status"), "not_available")
    told = verified(changed(made, ("outcomes", number, "reason"), "no language"))
    fields = {each.field for table in told.recounts for row in table.unlike for each in row[1]}
    assert {"coverage", "dimensions.consistency.judged"} <= fields


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        (("schema",), "other/report", "is no report"),
        (("schema_version",), "1.4", "is not of version 1.6"),
        (("schema_version",), 1.6, "is not of version 1.6"),
        (("articles",), {}, "`articles` must be a list, it is an object"),
        (("articles", 1), None, "`articles[1]` must be an object, it is null"),
        (("articles", 1, "date"), "soon", "`articles[1].date` is no date"),
        (("articles", 1, "article_id"), "a", "`articles[1]` tells again"),
        (("findings", 0, "start"), "0", "`findings[0].start` must be a whole number"),
        (("findings", 0, "extent"), 10**20, "`findings[0].extent` must be a whole number"),
        (("findings", 0, "rule_id"), "XYZ999", "`findings[].rule_id`: 'XYZ999' is not known"),
        (("findings", 0, "article_id"), "z", "`findings[].article_id`: 'z' is not known"),
        (("findings", 0, "severity"), "fatal", "`findings[].severity`: 'fatal' is not known"),
        (("scores", 0, "article_id"), "d", "`scores[3]` tells again"),
        (("scores", 0, "low"), 10**13, "`scores[0].low` is beyond"),
        (("outcomes", 0, "check"), "\x1b[31m", "`outcomes[].check`: '\\x1b[31m' is not known"),
        (("outcomes", 0, "status"), "fine", "`outcomes[].status`: 'fine' is not known"),
        (("lineages", 0, "article_id"), "z", "`lineages[].article_id`: 'z' is not known"),
        (("outcomes",), [], "`outcomes[]` does not tell of every check on 'a'"),
        (("rules", 0, "severity"), "grave", "`rules[0].severity` must be one of error"),
        (("scoring", "repeat_share"), 100, "not from 0 to 100"),
        (("scoring", "dimensions", 0, "weight"), -1, "not from 0 to 100"),
        (("scoring", "minimum_words"), "many", "`scoring.minimum_words` must be a whole number"),
        (("scoring", "defaults"), {"error": 8}, "`scoring.defaults` must hold"),
        (("scoring", "outlets", "minimum_units"), 0, "a number under 1"),
        (("scoring", "outlets", "prior_units"), -1, "under 0"),
        (("scoring", "outlets", "prior_units"), 10**6, "is over 1,000"),
        (("scoring", "dimensions"), [], "do not add up to 100"),
        (("scoring", "dimensions", 0, "weight"), 29, "do not add up to 100"),
        (("scoring", "grades"), [], "do not fall to 0"),
        (("scoring", "grades", 0, "least"), 10, "do not fall to 0"),
        (("scoring", "caps", 0, "limit"), 99, "do not stand with the strictest first"),
        (("scoring", "caps", 0, "name"), "headline-figure", "`scoring.caps[3]` tells again"),
    ],
)
def test_a_report_that_is_not_whole_is_refused_with_the_place(
    document, verified, path, value, fault
):
    with pytest.raises(InputError) as told:
        verified(changed(document, path, value) if value != 10**20 else huge(document))
    assert fault in told.value.message
    assert told.value.place.endswith("report.json")
    assert "provenance check PATHS -f json" in told.value.hint


def huge(document):
    """A number that only a program of many digits can write."""
    made = changed(document, ("findings", 0, "extent"), -77)
    return orjson.dumps(made).replace(b"-77", str(10**20).encode())


@pytest.mark.parametrize("name", ["findings", "scoring", "rules", "version", "credits", "outlets"])
def test_a_part_that_is_missing_is_named(document, verified, name):
    made = copied(document)
    del made[name]
    with pytest.raises(InputError, match=f"`{name}` is missing"):
        verified(made)


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"[]", b"NaN", b'{"schema": ', b"\xff\xfe", b"[" * 100_000, b"7" * 1_000_000],
)
def test_what_is_no_report_is_refused(verified, data):
    with pytest.raises(InputError, match="the report is no"):
        verified(data)


def test_no_article_is_no_report_to_verify(document, verified):
    """A run over nothing is not a pass."""
    empty = {name: [] for name in ("articles", "findings", "outcomes", "scores", "outlets")}
    with pytest.raises(InputError, match="holds no article"):
        verified(document | empty | {"lineages": [], "credits": []})


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match=re.escape("none.json")):
        api.verify(str(tmp_path / "none.json"))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(data=st.data(), value=JUNK)
def test_junk_anywhere_is_refused_or_reckoned_with(document, verified, data, value):
    """A stranger's report must not bring the program down."""
    path = data.draw(st.sampled_from(places(document)))
    with contextlib.suppress(InputError):
        verified(changed(document, path, value))


def places(document):
    """Every place that is read, of each table the first row."""
    tables = ("articles", "findings", "outcomes", "scores", "outlets", "lineages", "rules")
    found = [(name,) for name in (*tables, "scoring", "credits", "archive")]
    found += [(name, 0, key) for name in tables for key in document[name][0]]
    found += [("scoring", key) for key in document["scoring"]]
    found += [("scoring", "outlets", key) for key in document["scoring"]["outlets"]]
    return found + [("scoring", "dimensions", 0, key) for key in ("name", "weight", "counts")]
