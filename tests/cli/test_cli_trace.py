"""`provenance trace`: where an article came from, and who stands behind it."""

import json

import orjson
import pytest

WORDS = "We will not open the gates before the water has gone down, and the crews know that too"
FIRST = f"""Gates of Lower Ebb stay shut

“{WORDS},” Mayor Ada Brenk told reporters at the town hall of Lower Ebb on Monday. She was asked
about the meadows behind the Sallow Bridge, where 6,000 ewes have been standing since last week.

Farmers from Upper Ebb have brought hay in boats. The dyke is watched at night by a dozen people.
"""
SECOND = f"""Water leaves the meadows of Ebb slowly

Boats carry hay to the Sallow Bridge near Lower Ebb, where about 6,000 ewes wait for dry ground.
The herd was driven there when the dyke of Upper Ebb began to leak, and nobody knows for how long.

Ada Brenk, the mayor, does not want to be hurried. “{WORDS},” Brenk said.
"""


@pytest.fixture
def story(folder):
    """Two reports of one press conference, and a reprint of the first."""
    (folder / "one.txt").write_text(FIRST, encoding="utf-8")
    (folder / "two.txt").write_text(SECOND, encoding="utf-8")
    (folder / "zcopy.txt").write_text(FIRST.replace("Gates", "The gates", 1), encoding="utf-8")
    return "one.txt"


def test_a_page_tells_where_it_came_from_and_who_stands_behind_it(run, story):
    done = run("trace", story, ".")
    assert done.code == 0
    assert done.out.startswith("one.txt\n")
    headings = ["where it came from", "who stands behind it", "what others say too"]
    assert [line for line in done.out.splitlines() if line in headings] == headings
    assert "2 articles, one report" in done.out
    assert "shares most of its prose with zcopy.txt" in done.out
    assert "─ Ada Brenk" in done.out


def test_two_reports_and_a_copy_on_one_speaker_are_one_source(run, story):
    done = run("trace", story, ".", "--format", "json")
    document = orjson.loads(done.out)
    (quotation,) = [each for each in document["claims"] if each["kind"] == "quotation"]
    assert (quotation["articles"], quotation["lineages"]) == (3, 2)
    assert (quotation["fewest"], quotation["most"], quotation["item"]) == (1, 1, 3)
    assert {row["primary"] for row in quotation["mentions"]} == {"Ada Brenk"}
    assert all(row["evidence"].startswith("We will not") for row in quotation["mentions"])


def test_a_text_page_shows_the_range_and_the_number_of_the_item(run, story):
    page = run("trace", story, ".").out
    assert "3 articles, 2 reports, independent sources: 1\n" in page
    assert "Admiralty item 3: several reports rest on the same source" in page


def test_json_names_its_schema_and_holds_no_text(run, story):
    document = orjson.loads(run("trace", story, ".", "-f", "json").out)
    assert document["schema"] == "provenance/trace"
    assert document["article"]["article_id"] == "one.txt"
    assert "text" not in document["article"]
    assert [row["article_id"] for row in document["members"]] == ["one.txt", "zcopy.txt"]
    assert document["lineage"]["reason"] == "copy"


def test_an_archive_is_evidence(run, story):
    """Only what shares a passage is looked at; it stands in the tree all the same."""
    done = run("trace", "two.txt", "--against", ".")
    assert done.code == 0
    assert "one.txt:3:2  Ada Brenk (named)" in done.out


def test_an_article_that_shares_nothing_says_so(run, clean):
    done = run("trace", clean)
    assert "nothing shows that it came from another article" in done.out
    assert "no quotation and no figure of it stands in another article" in done.out


def test_an_article_of_a_corpus_is_traced_by_its_id(run, folder):
    records = [{"id": f"note-{n}", "text": FIRST, "outlet": f"Outlet {n}"} for n in range(3)]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    done = run("trace", "note-1", "c.jsonl")
    assert done.out.startswith("c.jsonl:2  note-1\n")
    assert "3 articles, one report" in done.out


def test_a_file_of_several_articles_asks_for_one_of_them(run, folder):
    records = [{"id": f"note-{n}", "text": FIRST} for n in range(2)]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    done = run("trace", "c.jsonl")
    assert (done.code, done.out) == (2, "")
    assert "provenance trace ID c.jsonl" in done.err


def test_what_is_no_file_needs_the_file_it_is_in(run, folder):
    done = run("trace", "note-1")
    assert (done.code, done.out) == (2, "")
    assert "provenance trace ID corpus.jsonl" in done.err


def test_an_empty_archive_is_wrong_use(run, story):
    assert run("trace", story, "--against", "").code == 2


def test_a_page_goes_to_a_file_but_never_over_what_was_read(run, story, folder):
    assert run("trace", story, "-o", "page.txt").code == 0
    assert (folder / "page.txt").read_text(encoding="utf-8").startswith("one.txt\n")
    refused = run("trace", story, ".", "-o", "two.txt")
    assert refused.code == 2
    assert (folder / "two.txt").read_text(encoding="utf-8") == SECOND


def test_the_order_of_the_paths_does_not_show(run, story):
    there = run("trace", story, "two.txt", "zcopy.txt", "-f", "json").out
    assert run("trace", story, "zcopy.txt", "two.txt", "-f", "json").out == there


def test_what_an_article_holds_does_not_reach_the_terminal(run, folder):
    text = FIRST.replace("Mayor Ada", "\x1b[31mMayor\u202e Ada")
    (folder / "one.txt").write_text(text, encoding="utf-8")
    page = run("trace", "one.txt", "--color", "never").out
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_an_article_that_could_not_be_read_makes_the_run_invalid_and_is_named(run, story, folder):
    """The one that was not read may be where the article came from."""
    (folder / "broken.txt").write_bytes(b"\xff\xfe not text \x00")
    done = run("trace", story, ".")
    assert done.code == 2
    assert "could not be read, so not compared with" in done.out
    assert "broken.txt" in done.out
    document = orjson.loads(run("trace", story, ".", "--format", "json").out)
    assert [item["place"] for item in document["unread"]] == ["broken.txt:1"]


def test_records_that_could_not_be_read_can_be_passed_over(run, story, folder):
    records = [json.dumps({"id": f"n-{n}", "text": f"{FIRST} Note {n}."}) for n in range(150)]
    (folder / "c.jsonl").write_text("\n".join([*records, "{"]), encoding="utf-8")
    assert run("trace", "n-1", "c.jsonl").code == 2
    done = run("trace", "n-1", "c.jsonl", "--keep-going")
    assert done.code == 0
    assert "c.jsonl:151" in done.out
    assert "unread-share" not in done.err
    assert run("trace", "n-1", "c.jsonl", "none.txt", "--keep-going").code == 2
    (folder / "c.jsonl").write_text("\n".join([*records, "{", "{", "{"]), encoding="utf-8")
    done = run("trace", "n-1", "c.jsonl", "--keep-going")
    assert done.code == 2
    assert "unread-share: 1.96% is over 1%" in done.err
    (folder / "provenance.toml").write_text("[gate.limits]\nunread-share = { error = 0.1 }\n")
    assert run("trace", "n-1", "c.jsonl", "--keep-going").code == 0
