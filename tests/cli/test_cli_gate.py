"""The gate as a pipeline meets it: it passes because it looked, never by accident."""

import dataclasses
import json
from pathlib import Path

import orjson
import pytest

from provenance import checks

TOWNS = ("Varn", "Soller", "Karren", "Dunsea", "Upland", "Ester", "Aldermoor", "Sallow")


@pytest.fixture
def corpus(folder, clean):
    """A folder of eight records, each its own story, none with a finding that fails."""
    story = Path(clean).read_text(encoding="utf-8")
    Path("corpus").mkdir()
    for place, town in enumerate(TOWNS):
        words = [f"{town}{n}" if n % 3 == 1 else word for n, word in enumerate(story.split())]
        fields = {"title": f"{town} reopens a bridge", "outlet": f"{town} Post", "byline": "A B"}
        record = {"id": town, "text": " ".join(words), "date": f"2026-03-0{place + 1}", **fields}
        Path(f"corpus/{town}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    return "corpus"


def settings(text):
    Path("provenance.toml").write_text(text, encoding="utf-8")


def verdict(done):
    return done.out.splitlines()[-1]


def measures(done):
    return {row["name"]: row for row in orjson.loads(done.out)["verdict"]["measures"]}


def test_an_ordinary_short_story_passes(run, folder):
    """What could not look at it says so; the rules for its text did."""
    (folder / "s.txt").write_text("Rain fell on the town on Monday.\n", encoding="utf-8")
    done = run("check", "s.txt")
    assert (done.code, verdict(done)) == (0, "gate passed: no finding in 1 article")


@pytest.mark.parametrize("policy", ["error", "never"])
def test_an_empty_folder_is_no_valid_run(run, folder, policy):
    (folder / "empty").mkdir()
    assert run("check", "empty", "--fail-on", policy).code == 2


def test_an_empty_folder_beside_a_full_one_is_no_valid_run(run, clean, folder):
    """One of two feeds that brought nothing must be seen, whatever the other brought."""
    (folder / "empty").mkdir()
    done = run("check", clean, "empty", "--fail-on", "never")
    assert done.code == 2
    assert verdict(done) == "not a valid run: 1 input could not be read (empty)"


@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff\xfe\x00", b"{not json\n"])
def test_a_failed_read_is_no_valid_run_beside_what_was_read(run, clean, folder, data):
    (folder / "bad.jsonl").write_bytes(data)
    done = run("check", ".", "--fail-on", "never")
    assert done.code == 2
    assert "could not be read (bad.jsonl" in verdict(done)


def test_half_the_corpus_deleted_fails_by_the_number_of_articles(run, corpus):
    """A truncated ingest has no findings, which is how it passes elsewhere."""
    settings("[gate.limits]\narticles = 8\n")
    assert run("check", corpus).code == 0
    for town in TOWNS[::2]:
        Path(corpus, f"{town}.jsonl").unlink()
    done = run("check", corpus)
    assert (done.code, verdict(done)) == (1, "gate failed: articles: 4 is under 8")


def test_a_check_that_raises_is_no_valid_run(run, clean, monkeypatch):
    def broken(_corpus):
        raise RuntimeError("boom")

    one, *others = checks.CHECKS
    monkeypatch.setattr(checks, "CHECKS", (*others, dataclasses.replace(one, run=broken)))
    done = run("check", clean, "--fail-on", "never")
    assert done.code == 2
    assert "internal error" in done.err


@pytest.mark.parametrize("code", [0, None, 1])
def test_a_check_that_ends_the_process_is_no_valid_run(run, clean, monkeypatch, code):
    """Else a check could pass the gate by `sys.exit(0)`."""

    def leaving(_corpus):
        raise SystemExit(code)

    one, *others = checks.CHECKS
    monkeypatch.setattr(checks, "CHECKS", (*others, dataclasses.replace(one, run=leaving)))
    done = run("check", clean, "--fail-on", "never")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"internal error: SystemExit: {code if code is not None else ''}")


def test_a_check_that_fails_on_one_article_is_no_valid_run(run, clean, monkeypatch):
    def failing(corpus):
        why = ("error", "it broke")
        return checks.Examined([], dict.fromkeys(corpus.articles["article_id"], why))

    one, *others = checks.CHECKS
    monkeypatch.setattr(checks, "CHECKS", (*others, dataclasses.replace(one, run=failing)))
    done = run("check", clean, "--fail-on", "never")
    assert done.code == 2
    assert f"checks failed on 1 article: {one.name} on clean.txt" in verdict(done)


def test_an_article_that_nothing_could_judge_is_no_valid_run(run, clean):
    """The only rules that take part are about records, and a text file is none."""
    done = run("check", clean, "--select", "MET")
    assert done.code == 2
    assert verdict(done) == ("not a valid run: no check could look at any of 1 article")


def test_a_lone_story_cannot_be_passed_by_its_score_but_in_an_archive(run, clean, corpus):
    """A hundred points of which thirty-five were never looked at are no hundred."""
    lone = run("check", clean, "--fail-under", "60")
    assert lone.code == 2
    assert "65 of 100 points" in verdict(lone)
    assert "--against" in verdict(lone)
    assert run("check", clean, "--fail-under", "60", "--against", corpus).code == 0


def test_a_story_under_the_score_fails_with_how_many_there_are(run, labelled, corpus):
    done = run("check", labelled, "--against", corpus, "--fail-under", "100")
    assert (done.code, verdict(done)) == (
        *(1,),
        "gate failed: 1 of 1 articles score under 100",
    )


def test_no_score_at_all_is_no_valid_run(run, folder):
    (folder / "s.txt").write_text("Rain fell on the town on Monday.\n", encoding="utf-8")
    done = run("check", "s.txt", "--fail-under", "0")
    assert done.code == 2
    assert "fail-under could not be judged: 1 of 1 articles have no score" in verdict(done)


def test_a_limit_on_what_a_lone_article_cannot_tell_is_no_valid_run(run, clean):
    done = run("check", clean, "--limit", "duplicated-text=1")
    assert done.code == 2
    assert "duplicated-text could not be judged" in verdict(done)
    assert "nothing to compare with" in verdict(done)


def test_a_limit_on_rules_that_are_switched_off_is_no_valid_run(run, corpus):
    done = run("check", corpus, "--limit", "boilerplate-text=1", "--ignore", "BPL")
    assert done.code == 2
    assert "its rules are switched off" in verdict(done)


@pytest.mark.parametrize(
    "off",
    [
        ("--ignore", "DUP001,DUP002,DUP003,DUP008"),
        ("--select", "DUP004"),
        ("--severity", "DUP001=off"),
    ],
)
def test_a_limit_on_reuse_needs_the_rules_of_reuse(run, corpus, off):
    """A limit of nothing must not be kept by looking for nothing."""
    limits = ("--limit", "duplicated-text=0", "--limit", "duplicated-articles=0")
    done = run("check", corpus, *limits, *off)
    assert done.code == 2
    assert "duplicated-text could not be judged: it rests on rules that are off" in verdict(done)
    assert "DUP001" in verdict(done)


def test_a_limit_is_held_against_the_share_and_the_flag_wins(run, corpus, labelled):
    settings("[gate.limits]\narticles-with-boilerplate = { warn = 0.05, error = 0.1 }\n")
    done = run("check", corpus, labelled)
    assert done.code == 1
    assert verdict(done) == "gate failed: articles-with-boilerplate: 11.11% is over 10%"
    assert "worst: BPL001 11.11%" in done.out
    assert run("check", corpus, labelled, "--limit", "articles-with-boilerplate=.2").code == 0


def test_beyond_a_warning_limit_the_run_passes_and_says_so(run, corpus, labelled):
    settings("[gate.limits]\narticles-with-boilerplate = { warn = 0.05 }\n")
    done = run("check", corpus, labelled, "-q")
    assert done.code == 0
    assert verdict(done).startswith("gate passed: no error among 1 finding in 9 articles; ")
    assert verdict(done).endswith(
        "beyond a warning limit: articles-with-boilerplate: 11.11% is over 5%"
    )


@pytest.mark.parametrize("text", ["[gate.limits]\narticels = 3\n", "[gate]\nfail_under = 3\n"])
def test_a_misspelt_limit_is_refused_with_the_nearest_name(run, clean, text):
    settings(text)
    done = run("check", clean)
    assert (done.code, done.out) == (2, "")
    assert "provenance.toml:2: error[P200] there is no " in done.err
    assert "did you mean " in done.err


@pytest.mark.parametrize("value", ["articles", "articles=many", "articles=nan", "pages=3"])
def test_a_limit_that_is_none_is_refused(run, clean, value):
    done = run("check", clean, "--limit", value)
    assert (done.code, done.out) == (2, "")
    assert "--limit" in done.err


def test_the_report_for_programs_has_the_whole_table(run, corpus, labelled):
    done = run("check", corpus, labelled, "-f", "json", "--limit", "mean-score=0")
    rows = measures(done)
    assert list(rows) == ["unread", "articles", "checked", "findings", "mean-score"]
    assert rows["articles"]["value"] == rows["checked"]["value"] == 9
    scores = [item["score"] for item in orjson.loads(done.out)["scores"]]
    assert rows["mean-score"]["value"] == sum(scores) / len(scores)


def test_the_order_of_the_files_changes_nothing(run, corpus, labelled):
    limits = "--limit=mean-score=99,duplicated-text=.1,articles-with-boilerplate=.1"
    told = {
        run("check", *paths, limits, "-q", "--fail-under", "99").out
        for paths in [(corpus, labelled), (labelled, corpus)]
    }
    assert len(told) == 1


def test_the_hash_seed_changes_nothing(start, corpus, labelled):
    told = {
        start(
            "check", corpus, labelled, "--limit=unresolved-figures=0", env={"PYTHONHASHSEED": seed}
        ).out
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "unresolved-figures" in told.pop()
