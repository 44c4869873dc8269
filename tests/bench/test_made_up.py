"""The corpus of made-up articles holds the faults that it says it holds."""

import json
import re
from dataclasses import replace
from datetime import datetime
from random import Random

import made_up
import polars as pl
import pytest

from provenance import api
from provenance.config import Config

SIZE = 60


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("made-up") / "corpus.jsonl"
    written = made_up.generate(path, SIZE)
    articles = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert written == sum(len(article["text"].encode()) for article in articles)
    return path, articles


def test_the_corpus_is_the_same_every_time(corpus, tmp_path):
    path, _ = corpus
    made_up.generate(tmp_path / "again.jsonl", SIZE)
    assert (tmp_path / "again.jsonl").read_bytes() == path.read_bytes()


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(corpus, tmp_path):
    path, _ = corpus
    made_up.generate(tmp_path / "few.jsonl", 7)
    assert path.read_bytes().startswith((tmp_path / "few.jsonl").read_bytes())


def test_every_tenth_article_is_nearly_the_one_before(corpus):
    _, articles = corpus
    for number in range(made_up.COPIES, SIZE, made_up.COPIES):
        before, copy = (set(articles[at]["text"].split()) for at in (number - 1, number))
        assert len(before & copy) > 0.8 * len(before)
        figures = re.compile(r"\d[\d,.]*")
        body = articles[number]["text"].removesuffix("\n\nAdvertisement")
        assert figures.findall(body) == figures.findall(articles[number - 1]["text"])


@pytest.mark.parametrize("seed", range(40))
def test_a_planted_date_has_another_weekday(seed):
    told = made_up.PLANTED[1].paragraph(Random(seed))
    weekday, day = re.search(r"on (\w+), (\d+ \w+ \d+)", told).groups()
    assert f"{datetime.strptime(day, '%d %B %Y'):%A}" != weekday


@pytest.mark.parametrize("seed", range(40))
def test_a_planted_increase_is_not_what_the_counts_give(seed):
    told = made_up.PLANTED[2].paragraph(Random(seed))
    before, after, share = (
        int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*\d|\d+", told)
    )
    assert abs(100 * (after - before) / before - share) >= 10


def test_what_is_found_is_counted_where_it_was_planted(corpus):
    path, articles = corpus
    report = api.check([str(path)], Config())
    counts = made_up.found(report)
    assert counts["BPL001"] == (3, 3)
    assert counts["DAT001"] == (3, 3)
    assert counts["NUM010"] == (3, 3)
    assert counts["copies"] == (5, 5)
    assert len(articles) == SIZE


def test_a_fault_found_elsewhere_does_not_count(corpus):
    path, _ = corpus
    report = api.check([str(path)], Config(ignore=("DAT001",)))
    moved = report.findings.with_columns(
        article_id=pl.when(pl.col("rule_id") == "BPL001")
        .then(pl.lit("a0000001"))
        .otherwise("article_id")
    )
    counts = made_up.found(replace(report, findings=moved))
    assert counts["BPL001"] == (0, 3)
    assert counts["DAT001"] == (0, 3)
