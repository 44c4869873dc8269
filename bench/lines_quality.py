"""Measures the boilerplate and damage packs on labelled lines and on clean articles.

    python bench/lines_quality.py DATA [--rules FILE ...] [--show BPL022] [--limit 30]

DATA is the folder with `boilerplate/*_lines.jsonl.gz` and `attribution/`. One page is one
article, its lines joined by newlines; a line is flagged when a BPL finding at warning or error
covers at least half of it. Lines whose label does not tell (Zyte's `mixed`) are left out; L3S
user comments count as content, its related links as boilerplate. A Zyte line too short for
its label counts as content when it is a whole line of the page's gold text.

`--show` prints the lines that a rule gets wrong: for a person to read, to see what kind of line
it is. Rules are mended on general grounds, never by adding an exception for one record.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from provenance import frames, rulebook
from provenance.model import Article, Match
from provenance.text import language, segment, tokens

ROOT = Path(__file__).parent.parent
LABELS = {
    "boilerplate": False,
    "related": False,
    "content": True,
    "fulltext": True,
    "headline": True,
    "supplemental": True,
    "comments": None,
    "mixed": None,
}
Labelled = tuple[str, bool | None]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--rules", type=Path, nargs="+", default=packs())
    parser.add_argument("--show", default="")
    parser.add_argument("--limit", type=int, default=30)
    options = parser.parse_args()
    files = [rulebook.RuleFile(str(path), path.read_text("utf-8")) for path in options.rules]
    book = rulebook.load(files)
    totals = []
    for path in sorted((options.data / "boilerplate").glob("*_lines.jsonl.gz")):
        judged = judge(pages(path), book)
        report(path.name, judged, book)
        totals.append(judged)
        show(judged, options.show, options.limit)
    report("all sets", pl.concat(totals), book)
    clean(options.data / "attribution" / "polnear_train.jsonl.gz", book, options)


def packs() -> list[Path]:
    return [ROOT / "rules" / f"{name}.en.yaml" for name in ("boilerplate", "damage")]


def pages(path: Path) -> Iterator[tuple[str, list[Labelled]]]:
    """Each page's id and its lines with their labels: content, not content, or not told."""
    for record in records(path):
        gold = {line.strip() for line in record.get("gold", "").splitlines()}
        lines = []
        for line in record["lines"]:
            text, label = (line["t"], line["y"]) if isinstance(line, dict) else line
            text = " ".join(text.split("\n"))
            if not text.strip():
                continue
            told = text.strip() in gold if label == "short" else LABELS.get(label, bool(label))
            lines.append((text, told))
        yield record["id"], lines


def records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def article(article_id: str, text: str) -> Article:
    told = language.guess(tokens.tokenise(text).words)
    return Article(article_id, article_id, 1, False, text, None, 0, None, None, told)


def judge(labelled: Iterator[tuple[str, list[Labelled]]], book: rulebook.Rulebook) -> pl.DataFrame:
    """One row for each line and each rule that covers half of it; `rule_id` null for none."""
    articles, labels = [], []
    for article_id, lines in labelled:
        articles.append(article(article_id, "\n".join(text for text, _ in lines)))
        labels += [(article_id, number, told) for number, (_, told) in enumerate(lines, 1)]
    table = frames.frame(articles, Article)
    lines = segment.lines(table)
    matches = rulebook.match(book.patterns, lines, table)
    covered = matches.join(lines, on="article_id", suffix="_line").filter(
        (pl.col.start >= pl.col.start_line)
        & (pl.col.end <= pl.col.end_line)
        & ((pl.col.end - pl.col.start) * 2 >= pl.col.end_line - pl.col.start_line)
    )
    severities = {rule.rule_id: rule.severity.value for rule in book.rules}
    truth = pl.DataFrame(
        labels,
        schema={"article_id": pl.String, "number": pl.Int64, "content": pl.Boolean},
        orient="row",
    )
    return (
        lines.join(truth, on=["article_id", "number"])
        .join(
            covered.select("article_id", "number", "rule_id"),
            on=["article_id", "number"],
            how="left",
        )
        .filter(pl.col.content.is_not_null())
        .with_columns(severity=pl.col.rule_id.replace_strict(severities, default=None))
    )


def report(name: str, judged: pl.DataFrame, book: rulebook.Rulebook) -> None:
    """Prints precision, recall and the share of content flagged, over all and per rule."""
    bpl = pl.col.rule_id.str.starts_with("BPL") & pl.col.severity.is_in(["warning", "error"])
    lines = judged.group_by("article_id", "number").agg(
        pl.col.content.first(), flagged=bpl.any().fill_null(value=False)
    )
    flagged = lines.filter("flagged")
    false = flagged["content"].sum()
    right, junk = len(flagged) - false, (~lines["content"]).sum()
    print(f"\n{name}: {len(lines):,} lines, {junk:,} not content")
    print(
        f"  precision {right / max(1, len(flagged)):.4f}  recall {right / max(1, junk):.4f}"
        f"  content flagged {false / max(1, lines['content'].sum()):.4%} ({false})"
    )
    by_rule = (
        judged.filter(pl.col.rule_id.is_not_null())
        .group_by("rule_id")
        .agg(hits=pl.len(), false=pl.col.content.sum())
    )
    rows = {rule_id: (hits, wrong) for rule_id, hits, wrong in by_rule.iter_rows()}
    for rule in book.rules:
        hits, wrong = rows.get(rule.rule_id, (0, 0))
        share = f"{1 - wrong / hits:.3f}" if hits else "  -  "
        print(f"  {rule.rule_id} {rule.severity:8}{hits:6}{wrong:6}  {share}  {rule.name}")


def show(judged: pl.DataFrame, rule_id: str, limit: int) -> None:
    wrong = (
        judged.filter(pl.col.content & (pl.col.rule_id == rule_id)) if rule_id else judged.clear()
    )
    for article_id, text in wrong.select("article_id", "text").head(limit).iter_rows():
        print(f"    {article_id[:24]}  {text[:140]!r}")


def clean(path: Path, book: rulebook.Rulebook, options: argparse.Namespace) -> None:
    """Prints how many of the clean articles the packs warn about; shows some of the places."""
    if not path.exists():
        return
    articles = [article(record["id"], record["text"]) for record in records(path)]
    table = frames.frame(articles, Article)
    texts = {item.article_id: item.text for item in articles}
    matches = rulebook.match(book.patterns, segment.lines(table), table)
    levels = {rule.rule_id: rule.severity.value for rule in book.rules}
    found = [item for item in frames.rows(matches, Match) if levels[item.rule_id] != "info"]
    print(f"\n{path.name}: {len(articles)} articles, warnings and errors")
    for family in ("BPL", "DMG"):
        mine = [item for item in found if item.rule_id.startswith(family)]
        touched = len({item.article_id for item in mine})
        print(f"  {family}: {len(mine)} in {touched} articles ({touched / len(articles):.2%})")
        shown = [item for item in mine if item.rule_id.startswith(options.show or family)]
        for item in shown[:: max(1, len(shown) // options.limit)][: options.limit]:
            text = texts[item.article_id]
            context = text[max(0, item.start - 30) : item.end + 30]
            print(f"    {item.rule_id} {context[:160]!r}")


if __name__ == "__main__":
    main()
