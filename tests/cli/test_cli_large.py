"""A run over many articles: it goes on after a kill, and says what it was made of."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

# As the command does it, with batches so small that a few articles fill several; and killed, when
# a number is given, at so many things that it has begun to do with the store.
_MAIN = """
import os, shutil, signal, sys
from pathlib import Path
from provenance import cli
from provenance.scale import store
from provenance.sources import stream

stream.BATCH_ARTICLES = 10
left = int(sys.argv.pop(1))

def counted(function):
    def call(*arguments, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return call

if left:
    store._sync = counted(store._sync)
    Path.replace = counted(Path.replace)
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.fixture
def corpus(folder, root):
    """The articles of the sample corpus as records, in the current folder."""
    records = [
        {
            "id": f"{file.parent.name}/{file.stem}",
            "outlet": file.parent.name,
            "text": file.read_text(encoding="utf-8"),
        }
        for file in sorted((root / "seeds").rglob("*.md"))
    ]
    Path("corpus.jsonl").write_text("".join(json.dumps(each) + "\n" for each in records))
    return len(records)


def finished(*arguments, kill_at=0):
    """Exit code and talk of a run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _MAIN, str(kill_at), "check", "corpus.jsonl", *arguments],
        capture_output=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stderr.decode()


def test_a_run_that_was_killed_goes_on_and_writes_the_same_bytes(corpus):
    """At a moment early in the batches, in the middle of one, and after the last of them."""
    code, _ = finished("-f", "json=whole.json")
    again = "-f", "json=parts.json", "--checkpoint", "runs", "--workers", "1"
    for moment in (2, 20, 33):
        assert finished(*again, kill_at=moment)[0] == -signal.SIGKILL
        assert not Path("parts.json").exists()
    assert finished(*again)[0] == code
    assert Path("parts.json").read_bytes() == Path("whole.json").read_bytes()


def test_findings_can_be_read_before_the_run_is_over(corpus):
    """They stand in the folder as Parquet, batch by batch."""
    import polars as pl  # noqa: PLC0415

    finished("-f", "jsonl=all.jsonl", "--checkpoint", "runs")
    parts = [pl.read_parquet(file) for file in Path("runs").glob("*/findings.parquet")]
    assert len(parts) == -(-corpus // 10)
    told = [json.loads(line) for line in Path("all.jsonl").read_text().splitlines()]
    within = {each["rule_id"] for each in told if each.get("rule_id", "").startswith("BPL")}
    assert within
    assert within <= set(pl.concat(parts)["rule_id"])


def test_two_runs_in_one_folder_are_refused(corpus):
    from provenance.scale import opened  # noqa: PLC0415

    with opened(Path("runs")):
        code, said = finished("--checkpoint", "runs")
    assert code == 2
    assert "another run" in said


def test_a_checkpoint_among_other_things_is_refused_with_the_next_step(run, corpus):
    done = run("check", "corpus.jsonl", "--checkpoint", ".")
    small = run("check", "corpus.jsonl", "--checkpoint", "runs")
    assert done.code == 2
    assert "name an empty folder" in done.err
    assert small.code in (0, 1)


def test_a_manifest_is_written_where_it_is_wanted(run, corpus):
    done = run("check", "corpus.jsonl", "--manifest", "out/run.json")
    document = json.loads(Path("out/run.json").read_bytes())
    assert document["exit_code"] == done.code
    assert document["counts"]["articles"] == corpus
    assert {each["stage"] for each in document["stages"]} >= {"reading", "rules", "figures"}


def test_a_manifest_never_replaces_what_was_read(run, corpus):
    before = Path("corpus.jsonl").read_bytes()
    done = run("check", "corpus.jsonl", "--manifest", "corpus.jsonl")
    assert done.code == 2
    assert Path("corpus.jsonl").read_bytes() == before


def test_a_checkpoint_within_the_input_is_no_input(run, corpus):
    """Else the same command could never go on."""
    first = run("check", ".", "--checkpoint", "run", "-f", "json")
    again = run("check", ".", "--checkpoint", "run", "-f", "json")
    one, two = json.loads(first.out), json.loads(again.out)
    assert len(two["articles"]) == len(one["articles"]) == corpus
    assert any("batches of a run" in notice["message"] for notice in two["notices"])


@pytest.mark.parametrize("place", ["-", "out.json", "./out.json"])
def test_a_manifest_has_a_place_of_its_own(run, corpus, place):
    done = run("check", "corpus.jsonl", "-f", "json=out.json", "--manifest", place)
    assert done.code == 2
    assert "--manifest" in done.err
    assert not Path("out.json").exists()


def test_a_sample_is_told_as_one(run, corpus):
    done = run("check", "corpus.jsonl", "--sample", "3")
    assert f"3 of {corpus} articles were looked at" in done.out + done.err


@pytest.mark.parametrize("wrong", [("--workers", "0"), ("--sample", "0"), ("--workers", "many")])
def test_numbers_that_mean_nothing_are_wrong_use(run, corpus, wrong):
    assert run("check", "corpus.jsonl", *wrong).code == 2
