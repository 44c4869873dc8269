"""Looks for edits that raise a score, and for edits that move one they must not move.

    python bench/metamorphic.py PATH ... [--data DATA] [--articles 200] [--alone 10] [--out FILE]

Each PATH is a corpus by itself, as `provenance check` reads it; DATA is the folder with
`attribution/polnear_*.jsonl.gz`, of which the first so many articles are one more. Every edit is
made in every second article at once and then in the others, so that edited copies meet unedited
originals; in a corpus of at most so many articles (`--alone`) in each article by itself. A fault is
a score or grade that rises, or any difference at all where none must be. Where an article has no
score, what it could have at most is compared. `--out` keeps the table in a file.
"""

import argparse
import gzip
import itertools
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from edits import NO_HIGHER, SAME, Edit, Page, permuted, renamed

from provenance import api
from provenance.config import Config
from provenance.model import Report
from provenance.sources import read

Record = dict[str, str | None]
_MINIMUM_WORDS = 150


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one article; `high` is its score, or what it could be where it has none."""

    score: int | None
    grade: str
    high: int
    words: int
    lost: Mapping[str, int]
    caps: tuple[str, ...]


# Score, lower end and letter of an outlet.
Rolled = tuple[int | None, int | None, str]

# What a copy says otherwise than the article; an outlet named so is numbered.
OTHERS = "Copy"
COPIES: Mapping[str, Record] = {
    "by others, undated": {"outlet": OTHERS, "date": None},
    "by others, of the same day": {"outlet": OTHERS},
    "by the same outlet": {},
    "by nobody known": {"outlet": None},
}


@dataclass(frozen=True, slots=True)
class Base:
    """A corpus before any edit."""

    records: tuple[Record, ...]
    judged: Mapping[str, Judged]
    rolled: Mapping[str, Rolled]
    pages: Mapping[str, Page]

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Base":
        kept = tuple(records)
        report = checked(kept)
        return cls(kept, judged(report), rolled(report), pages(kept, report))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--data", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--alone", type=int, default=10)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    corpora = [(Path(path).name, Base.of(records(path))) for path in options.paths]
    if options.data:
        some = list(polnear(options.data))[: options.articles]
        corpora.append(("PolNeAR", Base.of(some)))
    lines = list(told(corpora, options.alone))
    if options.out:
        options.out.write_text("\n".join(lines) + "\n")
    print("\n".join(lines))
    sys.exit(any(line.startswith("  ") for line in lines))


def records(path: str) -> Iterator[Record]:
    """The articles at a path as records."""
    columns = "article_id", "text", "title", "outlet", "date"
    for row in read([path], Config(), "txt").articles.select(columns).iter_rows():
        yield dict(zip(("id", *columns[1:]), row, strict=True))


def polnear(data: Path) -> Iterator[Record]:
    for path in sorted((data / "attribution").glob("polnear_*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                named = {"title": row.get("title"), "date": row.get("date")}
                yield {"id": row["id"], "text": row["text"], "outlet": row.get("outlet"), **named}


def told(corpora: Iterable[tuple[str, Base]], alone: int) -> Iterator[str]:
    """A line for each edit and corpus, and one for each fault."""
    for name, base in corpora:
        yield f"{name}: {len(base.records)} articles, {_graded(base)}"
        for edit_name, edit in (NO_HIGHER | SAME).items():
            edited, faults = tried(base, edit, same=edit_name in SAME, alone=alone)
            yield f"{edit_name}: {edited} edited, {len(faults)} faults"
            yield from (f"  {fault}" for fault in faults)
        for edit_name, names in (("outlets renamed", renamed), ("outlets permuted", permuted)):
            faults = moved(base, with_outlets(base.records, names(outlets(base.records))))
            yield f"{edit_name}: {len(base.records)} edited, {len(faults)} faults"
            yield from (f"  {fault}" for fault in faults)
        for times, (kind, otherwise) in itertools.product((1, 3), COPIES.items()):
            faults = copied(base, times, otherwise)
            yield f"copies {kind}, {times}: {len(base.records)} judged, {len(faults)} faults"
            yield from (f"  {fault}" for fault in faults)
        yield ""


def tried(base: Base, edit: Edit, *, same: bool, alone: int = 0) -> tuple[int, list[str]]:
    """How many articles an edit changed, and what it did that it must not do."""
    texts = {key: text for key, page in base.pages.items() if (text := edit(page)) is not None}
    ids, faults = sorted(texts), list[str]()
    parts = [[key] for key in ids] if len(base.records) <= alone else [ids[::2], ids[1::2]]
    for part in filter(None, parts):
        chosen = frozenset(part)
        after = judged(checked(_edited(base.records, texts, chosen)))
        faults += _faults(base, after, part, same=same)
    return len(ids), faults


def moved(base: Base, changed: Sequence[Record]) -> list[str]:
    """What is different in a corpus that must be judged as before."""
    return _faults(base, judged(checked(changed)), sorted(base.judged), same=True)


def copied(base: Base, times: int, otherwise: Record) -> list[str]:
    """What copies of half of the articles raise: articles, and outlets rolled up."""
    faults = list[str]()
    for part in (base.records[::2], base.records[1::2]):
        more = [
            {**record, **_numbered(otherwise, number), "id": f"{record['id']}~{number}"}
            for record in part
            for number in range(times)
        ]
        report = checked([*base.records, *more])
        faults += _faults(base, judged(report), sorted(base.judged), same=False)
        faults += _raised(base.rolled, rolled(report))
    return faults


def _numbered(otherwise: Record, number: int) -> Record:
    others = {"outlet": f"{OTHERS} {number}"} if otherwise.get("outlet") == OTHERS else {}
    return {**otherwise, **others}


def _raised(before: Mapping[str, Rolled], after: Mapping[str, Rolled]) -> Iterator[str]:
    """The outlets whose score or lower end is higher; one that had none may get one."""
    for outlet, (score, low, letter) in before.items():
        new_score, new_low, new_letter = after[outlet]
        if score is None or low is None or new_score is None or new_low is None:
            continue
        if new_score > score or new_low > low:
            told = f"{score} from {low} ({letter}) -> {new_score} from {new_low} ({new_letter})"
            yield f"{outlet}: {told}"


def outlets(some: Iterable[Record]) -> list[str]:
    return [record["outlet"] for record in some if record["outlet"]]


def with_outlets(some: Iterable[Record], names: Mapping[str, str]) -> list[Record]:
    """The articles, their outlets called otherwise."""
    return [{**each, "outlet": names.get(each["outlet"] or "")} for each in some]


def checked(some: Iterable[Record]) -> Report:
    """The report on articles, which are written to a file for the time of the check."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in some))
        return api.check([str(path)])


def judged(report: Report) -> dict[str, Judged]:
    return {
        row["article_id"]: Judged(
            **{name: row[name] for name in ("score", "grade", "high", "words")},
            lost={part["name"]: part["lost"] for part in row["dimensions"]},
            caps=tuple(cap["name"] for cap in row["caps"]),
        )
        for row in report.scores.iter_rows(named=True)
    }


def rolled(report: Report) -> dict[str, Rolled]:
    return {
        row["outlet"].casefold().removeprefix("the "): (row["score"], row["low"], row["letter"])
        for row in report.outlets.iter_rows(named=True)
    }


def pages(some: Iterable[Record], report: Report) -> dict[str, Page]:
    """The articles with what the edits ask of them."""
    starts = dict(report.articles.select("article_id", "body_start").iter_rows())
    credited = _spans(report.credits.filter(subject="article"))
    clauses = _spans(_untouched(report))
    return {
        key: Page(record, starts[key], credited.get(key, ()), clauses.get(key, ()))
        for record in some
        if (key := record["id"] or "") in starts
    }


def _untouched(report: Report) -> pl.DataFrame:
    """Attributions to named people in whose statements no point is lost."""
    columns = ["article_id", "start", "end"]
    costing = report.findings.filter(pl.col("deduction") > 0)
    beside = costing.select(pl.col("related").explode()).drop_nulls().unnest("related")
    places = pl.concat([costing.select(columns), beside.select(columns)])
    named = report.attributions.filter(kind="named").collect()
    touched = named.join(places, on="article_id", suffix="_lost").filter(
        pl.col("statement_start") < pl.col("end_lost"),
        pl.col("start_lost") < pl.col("statement_end"),
    )
    return named.join(touched, on=columns, how="anti")


def _spans(table: pl.DataFrame) -> dict[str, tuple[tuple[int, int], ...]]:
    grouped = table.sort("article_id", "start").group_by("article_id", maintain_order=True)
    return {
        str(key): tuple(zip(rows["start"], rows["end"], strict=True)) for (key,), rows in grouped
    }


def _edited(
    some: Iterable[Record], texts: Mapping[str, str], chosen: frozenset[str]
) -> list[Record]:
    return [
        {**each, "text": texts[each["id"] or ""]} if each["id"] in chosen else each for each in some
    ]


def _faults(
    base: Base, after: Mapping[str, Judged], ids: Iterable[str], *, same: bool
) -> list[str]:
    faults = list[str]()
    for key in ids:
        one, other = base.judged[key], after[key]
        if _differ(one, other) if same else _rises(one, other):
            faults.append(f"{key}: {_shown(one)} -> {_shown(other)}")
    return faults


def _rises(one: Judged, other: Judged) -> bool:
    """Whether a score, or what stands for it, is higher, or there is one without enough words."""
    appears = one.score is None and other.score is not None and other.words < _MINIMUM_WORDS
    return other.high > one.high or appears


def _differ(one: Judged, other: Judged) -> bool:
    """Whether anything of the score is different, but that it is given or not for its words."""
    known = one.score is not None and other.score is not None
    return (one.high, one.lost, one.caps) != (other.high, other.lost, other.caps) or (
        known and one.grade != other.grade
    )


def _shown(one: Judged) -> str:
    lost = ", ".join(f"{name} -{points}" for name, points in one.lost.items() if points)
    return f"{one.high} {one.grade} ({lost or 'nothing lost'})"


def _graded(base: Base) -> str:
    grades = [one.grade for one in base.judged.values()]
    return ", ".join(f"{grades.count(grade)} {grade}" for grade in sorted(set(grades)))


if __name__ == "__main__":
    main()
