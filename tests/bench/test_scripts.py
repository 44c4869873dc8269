"""The scripts that measure still run, at sizes that take no time, and say what they could not do."""

import importlib.util
import json
import platform
import sys
from pathlib import Path

import corpus
import measure
import peers
import planted
import polars as pl
import pytest
import reuse as bench_reuse

from provenance import reuse

BENCH = Path(measure.__file__).parent


@pytest.fixture
def in_this_process(monkeypatch, small_base):
    """Jobs and corpora without a process each; `of(script)` names the script whose jobs are run."""

    def generated(path, kind="news", articles=0, copies=0, base=None):
        makers = {"news": corpus.news, "template": corpus.template}
        made = (
            corpus.story(copies, articles, small_base)
            if kind == "story"
            else makers[kind](articles, small_base)
        )
        made.articles.write_parquet(path)
        made.truth.write_parquet(measure.truth_of(path))
        return measure.truth_of(path)

    def of(script):
        def apart(name, *, threads=1, **arguments):
            said = json.loads(json.dumps(arguments | {"threads": threads}, default=str))
            return json.loads(json.dumps(script.JOBS[name](**said)))

        monkeypatch.setattr(measure, "apart", apart)

    monkeypatch.setattr(measure, "generated", generated)
    return of


@pytest.fixture
def run(monkeypatch, tmp_path):
    """The figures and the tables that a script keeps."""

    def run(script, *arguments):
        out = tmp_path / "bench" / "figures.json"
        monkeypatch.setattr(sys, "argv", ["script", *arguments, "--out", str(out)])
        script.main()
        return json.loads(out.read_text()), out.with_suffix(".md").read_text()

    return run


def test_the_reuse_script_measures_recall_speed_and_clusters(in_this_process, run, monkeypatch):
    in_this_process(bench_reuse)
    monkeypatch.setattr(bench_reuse, "STORY_ARTICLES", 40)
    figures, tables = run(
        bench_reuse, "--articles", "100,200", "--threads", "1", "--story", "8", "--template", "20"
    )
    large = figures["news"][-1]["regions"]
    assert large["cpu_s"] > 0
    assert large["megabytes"] == pytest.approx(0.5, abs=0.1)
    assert {row["kind"] for row in large["recall"]} == {"verbatim", "edited", "excerpt"}
    assert [row["recall"] for row in large["recall"] if row["kind"] == "verbatim"] == [1.0]
    assert figures["growth"]["regions, 1 threads"] > 0
    assert figures["story"][0]["regions"]["stories"]["clusters"] == 1
    assert figures["template"][0]["regions"]["stories"]["clusters"] == 0
    assert "| 8 | 40 | regions |" in tables


def test_planted_passages_are_looked_for_in_every_way(run, monkeypatch, small_base):
    monkeypatch.setattr(planted, "own_base", lambda: small_base)
    figures, tables = run(planted, "--cases", "15", "--grid", "1")
    assert [row["recall"] >= 0.8 for row in figures["generated"][:5]] == [True] * 5
    assert "| 12 | 0.0 | exact | 15 | 1.0 |" in tables


def test_peers_are_measured_in_turn_on_one_corpus(in_this_process, run, monkeypatch):
    turns = []
    figure = dict.fromkeys(("cpu_s", "wall_s", "mb_per_cpu_s", "peak_mb"), 4.0)
    monkeypatch.setattr(peers, "JOBS", {name: lambda **_: figure for name in ("one", "two")})
    in_this_process(peers)
    apart = measure.apart
    monkeypatch.setattr(
        measure, "apart", lambda name, **more: turns.append(name) or apart(name, **more)
    )
    figures, _ = run(peers, "--articles", "40", "--rounds", "2", "--only", "one;two")
    assert turns == ["one", "two", "one", "two"]
    assert figures["corpora"][0]["tools"]["two"]["runs_cpu_s"] == [4.0, 4.0]


def test_a_peer_that_is_not_installed_is_said_to_be(in_this_process, run, monkeypatch):
    """A tool left out in silence would look like one that was beaten."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    in_this_process(peers)
    figures, tables = run(
        peers, "--articles", "40", "--rounds", "1", "--only", "rensa;gaoya;datasketch"
    )
    assert figures["corpora"][0]["tools"]["gaoya"] == {"absent": "not installed: gaoya"}
    assert tables.count("not installed") == 3


def test_our_regions_and_clusters_are_among_the_peers(in_this_process, run):
    in_this_process(peers)
    figures, _ = run(
        peers, "--articles", "80", "--rounds", "1", "--only", "ours: regions;ours: clusters"
    )
    tools = figures["corpora"][0]["tools"]
    assert tools["ours: regions"]["regions"] > 0
    there = hasattr(reuse, "duplicates")
    assert tools["ours: clusters"].get("recall", "not there") == (1.0 if there else "not there")


def test_clusters_are_rated_by_what_they_join(tmp_path, small_news):
    path = tmp_path / "news.parquet"
    small_news.articles.write_parquet(path)
    small_news.truth.write_parquet(measure.truth_of(path))
    peers.similar(path, measure.truth_of(path))
    truth = pl.read_parquet(measure.truth_of(path)).filter("similar")
    pairs = [[int(a[1:]), int(b[1:])] for a, b in truth.select("source_id", "copy_id").rows()]
    assert peers.rated(str(path), pairs, 1)["recall"] == 1.0
    assert peers.rated(str(path), pairs, 1)["strangers"] == 0
    assert peers.rated(str(path), [], 1)["recall"] == 0.0
    used = {number for pair in pairs for number in pair}
    stranger = next(number for number in range(600) if number not in used)
    assert peers.rated(str(path), [[*pairs[0], stranger]], 1)["strangers"] == 1


def test_similarity_is_that_of_word_5_grams():
    """6 of 10 words in a row: 2 of the 6 5-grams of each are the same, of 10 together."""
    left = "a b c d e f g h i j"
    assert peers.jaccard(left, "A, b c d e f! q r s t") == 2 / 10


def test_a_job_has_a_process_of_its_own(tmp_path, monkeypatch, small_news):
    path = tmp_path / "news.parquet"
    small_news.articles.head(20).write_parquet(path)
    monkeypatch.setattr(sys, "argv", [str(BENCH / "reuse.py")])
    figures = measure.apart("regions", threads=1, corpus=path, judge=False)
    assert figures["cpu_s"] >= 0
    assert figures["peak_mb"] > 10


def test_a_job_that_fails_is_told_and_the_others_go_on(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", [str(BENCH / "reuse.py")])
    figures = measure.apart("duplicates-of-nothing", corpus="none")
    assert "KeyError" in figures["failed"]
    assert "KeyError" in capsys.readouterr().err


def test_the_machine_is_told_without_its_name():
    facts = json.dumps(measure.machine("polars"))
    assert platform.node() not in facts
    assert str(Path.home()) not in facts
    assert measure.machine("no-such-package")["packages"] == {"no-such-package": None}


def test_the_corpus_script_writes_articles_and_truth(tmp_path, monkeypatch, capsys, small_base):
    out = tmp_path / "out.parquet"
    monkeypatch.setattr(corpus, "own_base", lambda: small_base)
    monkeypatch.setattr(sys, "argv", ["corpus.py", str(out), "--articles", "60"])
    corpus.main()
    assert capsys.readouterr().out.startswith("60 articles, ")
    assert len(pl.read_parquet(out)) == 60
    assert len(pl.read_parquet(measure.truth_of(out))) == 14
