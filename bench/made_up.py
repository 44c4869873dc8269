"""A corpus of made-up articles of any size, with faults planted in it, and how many are found.

    from made_up import generate, found

The articles recombine the English sentences of seeds/: half of the words are drawn anew, as often
as they stand there, so that no sentence stands in many articles. Every tenth is a copy of the one
before, one word in 25 changed, but no name and no figure, which would make it another story; some
have a fault of `PLANTED` behind their text. All of it is the same on every machine.
"""

import json
import random
from calendar import day_name, month_name
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import polars as pl

from provenance.model import Report
from provenance.text.language import guess
from provenance.text.segment import sentence_spans
from provenance.text.tokens import tokenise

SEEDS = Path(__file__).parents[1] / "seeds"
# Every so many articles one is a copy, of so few words another one in so many.
COPIES, CHANGED = 10, 25
_COPIED = ("DUP001", "DUP002", "DUP003", "DUP004")
_WORDS = 470


class Fault(NamedTuple):
    """A fault in every `every`-th article, counted from `first`: its rule, and what makes it."""

    rule_id: str
    every: int
    first: int
    paragraph: Callable[[random.Random], str]


def _misdated(chance: random.Random) -> str:
    day = date(chance.randint(2012, 2024), chance.randint(1, 12), chance.randint(1, 28))
    other = day_name[(day.weekday() + chance.randint(1, 6)) % 7]
    told = f"{other}, {day.day} {month_name[day.month]} {day.year}"
    return f"The crossing was closed on {told}, after {chance.randint(11, 99)} complaints."


def _miscounted(chance: random.Random) -> str:
    before, share = 100 * chance.randint(2, 40), 5 * chance.randint(3, 9)
    after = before + before * share // 100
    wrong = share + chance.choice((10, 15, 20))
    return f"Membership of the choir went from {before:,} to {after:,}, a {wrong}% increase."


PLANTED = (
    Fault("BPL001", 20, 0, lambda _: "Advertisement"),
    Fault("DAT001", 25, 3, _misdated),
    Fault("NUM010", 25, 7, _miscounted),
)


def generate(path: Path, size: int) -> int:
    """Writes `size` articles as JSONL; returns the bytes of their texts."""
    chance = random.Random(20260301)
    sentences = [
        text[start:end]
        for source in sorted(SEEDS.rglob("*.md"))
        for text in [source.read_text(encoding="utf-8").split("---\n", 2)[-1]]
        if guess(tokenise(text).words) == "en"
        for start, end in sentence_spans(text)
    ]
    words = [word for sentence in sentences for word in sentence.split()]
    plain = [word for word in words if word.islower() and word.isalpha()]
    written, previous = 0, ""
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            fresh = number % COPIES or not previous
            text = _story(chance, sentences, words) if fresh else _edited(chance, previous, plain)
            previous = text
            faults = [each for each in PLANTED if number % each.every == each.first]
            text = "\n\n".join([text, *(each.paragraph(chance) for each in faults)])
            written += len(text.encode())
            day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}"
            record = {"id": _name(number), "outlet": f"outlet-{number % 97}", "date": day}
            file.write(json.dumps({**record, "text": text}) + "\n")
    return written


def found(report: Report) -> dict[str, tuple[int, int]]:
    """How many of the planted faults are found where they stand, and how many were planted.

    By rule; the copies as `copies`, each found where it or the article before is told to be one.
    """
    size = len(report.articles)
    told = report.findings.select("article_id", "rule_id").unique()

    def having(*rules: str) -> frozenset[str]:
        return frozenset(told.filter(pl.col("rule_id").is_in(rules))["article_id"])

    counts = {}
    for each in PLANTED:
        planted, here = range(each.first, size, each.every), having(each.rule_id)
        counts[each.rule_id] = sum(_name(number) in here for number in planted), len(planted)
    copies, copied = range(COPIES, size, COPIES), having(*_COPIED)
    seen = sum(not copied.isdisjoint((_name(number), _name(number - 1))) for number in copies)
    return counts | {"copies": (seen, len(copies))}


def _name(number: int) -> str:
    return f"a{number:07}"


def _story(chance: random.Random, sentences: list[str], words: list[str]) -> str:
    paragraphs, count = [], 0
    while count < _WORDS:
        sentence = chance.choice(sentences).split()
        drawn = [chance.choice(words) if chance.random() < 0.5 else word for word in sentence]
        paragraphs.append(" ".join(drawn))
        count += len(drawn)
    return "\n\n".join(paragraphs)


def _edited(chance: random.Random, text: str, words: list[str]) -> str:
    """A copy in which plain words stand for one plain word in so many."""

    def other(word: str) -> str:
        return chance.choice(words) if word.islower() and chance.random() < 1 / CHANGED else word

    return "\n\n".join(" ".join(map(other, line.split())) for line in text.split("\n\n"))
