"""`provenance score`: the scores of articles and outlets in a table."""

import json

import orjson
import pytest

ORCHARD = """Pickers return to the orchards of Upper Ebb

The first pickers came back to the orchards of Upper Ebb on Tuesday, a week later than last year.
Frost had held the blossom back in April, and growers did not know until June whether there would
be apples at all. Odo Karlen, who keeps nine rows of old trees above the chapel, said that he had
lost the pears and saved the rest by burning straw between the rows for four nights.

The growers share one press, which stands in the former dairy. It was taken apart in winter and
cleaned, and the council paid for a new belt. Juice will be sold at the gate from the end of the
month. Schools may send their classes to help on Fridays, as they did before, and each child takes
a bottle home. Whoever wants to pick for a wage has to put a name on the list in the dairy by
Sunday evening, since beds in the village are few and the inn is full. Rain is expected at the
weekend, but the growers hope that most of the early fruit will be under a roof by then.
"""


@pytest.fixture
def stories(folder, labelled):
    """A story with a label of the page in it, one without, and a brief."""
    (folder / "orchard.txt").write_text(ORCHARD, encoding="utf-8")
    (folder / "brief.txt").write_text("The bridge is open again, they said.\n", encoding="utf-8")
    return "."


@pytest.fixture
def corpus(folder, clean):
    """The story with its label gone and left, as records of two outlets."""
    text = (folder / clean).read_text(encoding="utf-8")
    outlets = ["Ebb Herald", "Ebb Herald", "Sallow Post", None]
    records = [
        {"id": f"n-{place}", "text": f"{text}\nNote {place}.", "outlet": outlet}
        for place, outlet in enumerate(outlets)
    ]
    (folder / "c.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return "c.jsonl"


def ids(done, name="articles", key="article_id"):
    return [row[key] for row in orjson.loads(done.out)[name]]


def test_the_worst_article_comes_first_with_what_took_the_points(run, stories):
    done = run("score", stories)
    assert done.code == 0
    rows = [line for line in done.out.splitlines() if line.endswith(".txt")]
    assert [line.split()[-1] for line in rows][-1] == "brief.txt"
    assert "BPL001 ad-label" in done.out
    assert "3 articles: 2 scored" in done.out


@pytest.mark.parametrize("seen", ["words outside boilerplate", "150 are needed"])
def test_an_article_without_a_score_says_why(run, stories, seen):
    assert seen in run("score", stories).out


def test_a_bad_score_is_no_failure(run, labelled):
    """`score` shows, `check` judges."""
    assert run("score", labelled).code == 0


def test_rows_add_up(run, stories):
    for row in orjson.loads(run("score", stories, "-f", "json").out)["articles"]:
        taken = sum(loss["points"] for loss in row["lost"])
        taken += sum(cap["taken"] for cap in row["caps"])
        assert row["score"] in (None, 100 - taken)


def test_rows_are_sorted_turned_round_and_cut(run, stories):
    asked = ("score", stories, "-f", "json")
    assert ids(run(*asked)) == ["labelled.txt", "orchard.txt", "brief.txt"]
    assert ids(run(*asked, "--reverse")) == ["orchard.txt", "labelled.txt", "brief.txt"]
    assert ids(run(*asked, "--sort", "id")) == ["labelled.txt", "orchard.txt", "brief.txt"]
    assert ids(run(*asked, "--limit", "1")) == ["labelled.txt"]


def test_a_dimension_sorts_by_what_was_lost_in_it(run, stories):
    assert ids(run("score", stories, "-f", "json", "--sort", "integrity"))[0] == "labelled.txt"


def test_an_unknown_key_is_refused_before_anything_is_read(run, folder):
    done = run("score", "nothing-there.txt", "--sort", "beauty")
    assert (done.code, done.out) == (2, "")
    assert "an article cannot be sorted by 'beauty'" in done.err
    assert "integrity" in done.err


def test_scores_are_those_of_the_report(run, stories):
    """Two commands that told different scores of one article would both be worthless."""
    report = {row["article_id"]: row for row in _report(run, stories)["scores"]}
    for row in orjson.loads(run("score", stories, "-f", "json").out)["articles"]:
        there = report.pop(row["article_id"])
        assert {name: row[name] for name in there} == there
    assert report == {}


def test_outlets_are_those_of_the_report(run, corpus):
    document = orjson.loads(
        run("score", corpus, "--by", "outlet", "--sort", "name", "-f", "json").out
    )
    there = {row["outlet"]: row for row in _report(run, corpus)["outlets"]}
    assert {row["outlet"]: row for row in document["outlets"]} == there


def test_points_are_those_of_the_findings_of_the_report(run, stories):
    found = [each for each in _report(run, stories)["findings"] if each["deduction"]]
    (row,) = [
        row
        for row in orjson.loads(run("score", stories, "-f", "json").out)["articles"]
        if row["article_id"] == "labelled.txt"
    ]
    own = [each for each in found if each["article_id"] == "labelled.txt"]
    assert sum(loss["points"] for loss in row["lost"]) == sum(each["deduction"] for each in own)
    assert {loss["rule_id"] for loss in row["lost"]} == {each["rule_id"] for each in own}


def _report(run, path):
    return orjson.loads(run("check", path, "-f", "json").out)


def test_the_key_of_the_outlet_can_be_named(run, folder):
    record = {"id": "n-1", "text": ORCHARD, "paper": "Ebb Herald"}
    (folder / "c.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = run("score", "c.jsonl", "--by", "outlet", "--outlet-field", "paper")
    assert "Ebb Herald" in done.out


def test_a_text_can_come_from_standard_input(start):
    done = start("score", "-", stdin=ORCHARD.encode())
    assert done.code == 0
    assert "1 article: 1 scored" in done.out


def test_a_rule_file_that_cannot_be_used_scores_nothing(run, folder, clean):
    (folder / "own.yaml").write_text("pack: [", encoding="utf-8")
    done = run("score", clean, "--rules", "own.yaml")
    assert (done.code, done.out) == (2, "")
    assert "own.yaml" in done.err


def test_a_key_of_articles_is_none_of_outlets(run, corpus):
    done = run("score", corpus, "--by", "outlet", "--sort", "integrity")
    assert done.code == 2
    assert "uncredited" in done.err


def test_outlets_are_rolled_up_and_one_with_few_units_cannot_be_judged(run, corpus):
    done = run("score", corpus, "--by", "outlet")
    assert done.code == 0
    assert "2 outlets: 0 judged; 2 that cannot be judged" in done.out
    assert "1 article without an outlet, in no row" in done.out
    told = run("score", corpus, "--by", "outlet", "--sort", "name", "-f", "json")
    assert ids(told, "outlets", "outlet") == ["Ebb Herald", "Sallow Post"]


def test_stories_without_an_outlet_have_no_outlet_to_score(run, stories):
    done = run("score", stories, "--by", "outlet")
    assert done.code == 0
    assert "--outlet-field" in done.out


def test_readability_is_shown_when_asked_for(run, clean):
    asked = ("score", clean, "-f", "json")
    (row,) = orjson.loads(run(*asked, "--readability").out)["articles"]
    assert row["readability"]["words"] > 150
    assert row["readability"]["gunning_fog"] is not None
    assert "Gunning fog" in run("score", clean, "--readability").out
    assert "Gunning fog" not in run("score", clean).out


def test_readability_moves_no_score(run, clean):
    def told(*more):
        (row,) = orjson.loads(run("score", clean, "-f", "json", *more).out)["articles"]
        return {name: value for name, value in row.items() if name != "readability"}

    assert told("--readability") == told()


def test_readability_is_not_told_of_outlets(run, corpus):
    done = run("score", corpus, "--by", "outlet", "--readability")
    assert (done.code, done.out) == (2, "")


def test_an_archive_is_compared_with_and_not_scored(run, folder, clean):
    (folder / "archive").mkdir()
    (folder / "archive" / "old.txt").write_text(
        "Before all.\n\n" + (folder / clean).read_text(encoding="utf-8"), encoding="utf-8"
    )
    done = run("score", clean, "--against", "archive", "-f", "json")
    assert ids(done) == ["clean.txt"]


def test_what_was_read_is_scored_though_the_run_is_not_valid(run, stories, folder):
    (folder / "broken.txt").write_bytes(b"\xff\xfe not text \x00")
    done = run("score", stories)
    assert done.code == 2
    assert "labelled.txt" in done.out
    assert "could not be read\n  broken.txt" in done.out
    document = orjson.loads(run("score", stories, "-f", "json").out)
    assert [item["place"] for item in document["unread"]] == ["broken.txt:1"]


@pytest.mark.parametrize("bad", [1, 3])
def test_unread_records_are_passed_over_as_in_a_check(run, folder, bad):
    """One in a hundred by default, and none at all unless it is asked for."""
    lines = [json.dumps({"text": f"{ORCHARD} Note {n}."}) for n in range(150)] + ["{"] * bad
    (folder / "c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert run("score", "c.jsonl", "-f", "json").code == 2
    done = run("score", "c.jsonl", "-f", "json", "--keep-going")
    assert done.code == (0 if bad == 1 else 2)
    assert len(ids(done)) == 150
    assert ("unread-share: 1.96% is over 1%" in done.err) == (bad == 3)
    assert ("[gate.limits] unread-share" in done.err) == (bad == 3)
    (folder / "provenance.toml").write_text("[gate]\nkeep-going = true\n", encoding="utf-8")
    assert run("score", "c.jsonl", "-f", "json").code == done.code
    assert run("score", "c.jsonl", "none.txt", "-f", "json").code == 2


def test_findings_that_fail_a_check_fail_no_score(run, stories, folder):
    settings = '[gate]\nkeep-going = true\nfail-on = "info"\nfail-under = 100\n'
    (folder / "provenance.toml").write_text(settings, encoding="utf-8")
    assert run("check", stories).code == 1
    assert run("score", stories).code == 0


def test_a_table_goes_to_a_file_but_never_among_what_is_read(run, stories, folder, monkeypatch):
    monkeypatch.delattr("provenance.api.check")
    for name in ("orchard.txt", "scores.txt"):
        done = run("score", stories, "-o", name)
        assert (done.code, done.out) == (2, "")
        assert f"{name}: error[P500]" in done.err
    assert (folder / "orchard.txt").read_text(encoding="utf-8") == ORCHARD
    assert not (folder / "scores.txt").exists()


def test_a_file_that_is_not_there_is_told(run, folder):
    done = run("score", "nothing-there.txt")
    assert done.code == 2
    assert "0 articles: 0 scored" in done.out
    assert "nothing-there.txt: does not exist" in done.out


@pytest.mark.parametrize("asked", [(), ("clean.txt", "--limit", "0")])
def test_nothing_to_score_and_no_row_to_show_are_wrong_use(run, clean, asked):
    done = run("score", *asked)
    assert (done.code, done.out) == (2, "")


def test_the_table_goes_to_a_file_but_never_over_what_was_read(run, stories, folder):
    assert run("score", stories, "-o", "scores.out").code == 0
    assert "labelled.txt" in (folder / "scores.out").read_text(encoding="utf-8")
    assert run("score", stories, "-o", "orchard.txt").code == 2
    assert (folder / "orchard.txt").read_text(encoding="utf-8") == ORCHARD


def test_the_order_of_the_paths_does_not_show(run, stories):
    there = run("score", "orchard.txt", "labelled.txt", "brief.txt").out
    assert run("score", "brief.txt", "labelled.txt", "orchard.txt").out == there


def test_what_an_article_is_called_does_not_reach_the_terminal(run, folder, clean):
    text = (folder / clean).read_text(encoding="utf-8")
    record = {"id": "a\x1b[31m\u202eb", "text": text, "outlet": "Ebb\x1b[2J Herald"}
    (folder / "c.jsonl").write_text(json.dumps(record), encoding="utf-8")
    for by in ("article", "outlet"):
        page = run("score", "c.jsonl", "--by", by, "--color", "never").out
        assert "\x1b" not in page
        assert "\u202e" not in page
