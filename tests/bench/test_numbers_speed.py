"""The script that measures the numeric pass runs, on what it is given and on hostile lines."""

import gzip
import json
import sys

import numbers_speed
import pytest


@pytest.fixture
def run(monkeypatch, capsys, small_news):
    monkeypatch.setattr(numbers_speed, "own_base", lambda: None)
    monkeypatch.setattr(numbers_speed, "news", lambda count, base: small_news)
    monkeypatch.setattr(numbers_speed, "MEGABYTE", 3_000)

    def _run(*arguments):
        monkeypatch.setattr(sys, "argv", ["numbers_speed.py", *map(str, arguments)])
        numbers_speed.main()
        rows = capsys.readouterr().out.splitlines()[2:]
        return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]

    return _run


def test_a_text_and_a_packed_list_of_articles_are_measured(run, tmp_path):
    (tmp_path / "a.txt").write_text("Hail killed 20 cows.\n", "utf-8")
    with gzip.open(tmp_path / "b.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(
            json.dumps({"text": f"Hail killed {n} cows."}) + "\n" for n in range(2, 7)
        )
    rows = run(tmp_path / "a.txt", tmp_path / "b.jsonl.gz", "--articles", "5", "--only", ".")
    assert [row[:2] + row[3:4] for row in rows] == [["a.txt", "1", "1"], ["b.jsonl.gz", "5", "5"]]


def test_the_generated_articles_and_every_hostile_line_are_measured(run, small_news):
    rows = run()
    assert [row[0] for row in rows] == [
        "generated", *(f"1 MB of {name}" for name in numbers_speed.HOSTILE)
    ]  # fmt: skip
    assert int(rows[0][1]) == len(small_news.articles)
    assert int(rows[0][3]) > 0


def test_the_report_says_of_what_day_it_is(run, tmp_path, monkeypatch):
    monkeypatch.setattr(numbers_speed, "REPORT", tmp_path / "numbers.md")
    run("--only", "digits", "--write", "1 June 2031")
    told = (tmp_path / "numbers.md").read_text("utf-8")
    assert "As of 1 June 2031" in told
    assert "1 MB of digits" in told


def test_few_articles_of_a_long_list_are_taken_from_all_of_it(run, tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text("".join(json.dumps({"text": f"{n} cows"}) + "\n" for n in range(90)), "utf-8")
    ((_, texts), *_) = numbers_speed.texts_of([path], 3)
    assert texts == ["0 cows", "30 cows", "60 cows"]
