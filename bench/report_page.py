"""Measures the HTML report: how long it takes to make and to open, and how quick its table is.

    python bench/report_page.py [--findings 5000 50000] [--articles 100000] [--keep DIR]

A report of that many findings, or articles, is the report on seeds/ as often as it takes, every
copy with ids, files and words of its own: other vowels and consonants, so that it compresses no
better than other text. Told are the CPU-seconds of making the page and the most memory until then;
then, each page opened from a disk in a new Chromium, three times, medians in milliseconds: `paint`
is the first paint of content and `ready` when the table can be searched, both from the start of
navigation; `search` and `sort` are the time of one input until the new rows stand; `page` is the
way from the table to an article's page, focus and all.
`--chromium` names the browser. `--write DAY` puts the table into reports/bench/report_page.md.
"""

import argparse
import dataclasses
import random
import resource
import statistics
import tempfile
import time
from pathlib import Path

import polars as pl
from playwright.sync_api import Browser, sync_playwright

from provenance import api
from provenance.model import Report
from provenance.reporters.html import render
from provenance.reporters.palette import Style

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
WRITTEN = ROOT / "reports" / "bench" / "report_page.md"
FRAMES = (
    *("articles", "findings", "outcomes", "scores", "regions", "clusters", "reuse", "quantities"),
    *("relations", "quotes", "credits", "people", "attributions"),
)
COLUMNS = ("articles", "findings", "CPU s", "GB", "MB", "load", "paint", "ready", "search", "sort")
HEAD = "| " + " | ".join((*COLUMNS, "page")) + " |\n" + "|---" * 11 + "|"
ROUNDS = 3

# Milliseconds of an action up to the frame in which its result stands.
TIMED = """async (act) => {
  const begun = performance.now();
  await act();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""
OPENED = """() => ({
  load: performance.getEntriesByType("navigation")[0].loadEventEnd,
  paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
})"""
READY = """async () => {
  while (!table.kept.length) await new Promise((done) => setTimeout(done, 1));
  return performance.now();
}"""
SEARCH = """async () => {
  document.getElementById("search").value = "strike";
  document.getElementById("search").dispatchEvent(new Event("input"));
}"""
SORT = """async () => document.querySelector("th[data-column=title] button").click()"""
PAGE = """async () => {
  document.getElementById("reset").click();
  document.querySelector("th[data-column=errors] button").click();
  document.querySelector("#rows a").click();
  const isThere = () => document.querySelector("#pages > .current h2") === document.activeElement;
  while (!isThere()) await new Promise((done) => setTimeout(done, 1));
}"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--findings", type=int, nargs="*", default=[5_000, 50_000])
    parser.add_argument("--articles", type=int, nargs="*", default=[100_000])
    parser.add_argument("--keep", type=Path, help="folder to leave the pages in")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--write", default="", metavar="DAY")
    options = parser.parse_args()
    seeds = api.check([str(SEEDS)])
    copies = [-(-number // len(seeds.findings)) for number in options.findings]
    copies += [-(-number // len(seeds.articles)) for number in options.articles]
    rows = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"]
        )
        for count in copies:
            rows.append(measure(multiplied(seeds, count), options.keep or Path(scratch), browser))
            print("\n".join([HEAD, *rows]) if len(rows) == 1 else rows[-1], flush=True)
        browser.close()
    if options.write:
        WRITTEN.write_text(f"# The HTML report, {options.write}\n\n" + "\n".join([HEAD, *rows, ""]))


def multiplied(report: Report, copies: int) -> Report:
    """The report as often as that, each copy with ids and paths of its own."""
    numbers = pl.DataFrame({"copy": [f"{number:05}" for number in range(copies)]})
    frames = {name: _copied(getattr(report, name), numbers) for name in FRAMES}
    frames["articles"] = frames["articles"].with_columns(
        pl.struct("article_id", name).map_elements(_reworded, pl.String).alias(name)
        for name in ("text", "title")
    )
    return dataclasses.replace(report, **frames)


def _reworded(row: dict[str, str | None]) -> str | None:
    """A text with its letters swapped, in every copy in another way."""
    article_id, text = row.values()
    chance = random.Random(str(article_id).split("/")[0])
    letters = [chance.sample(group, len(group)) for group in ("aeiou", "bdlmnrst", "cfghkp")]
    swapped = str.maketrans(
        "aeioubdlmnrstcfghkp", "".join(each for group in letters for each in group)
    )
    return text and text.translate(swapped)


def _copied(table: pl.DataFrame, copies: pl.DataFrame) -> pl.DataFrame:
    ids = [name for name in table.columns if name.endswith("_id") and name != "rule_id"]
    spans = [
        name
        for name, kind in table.schema.items()
        if isinstance(kind, pl.List) and "article_id" in str(kind)
    ]
    named = [*ids, *(name for name in ("path",) if name in table.columns)]
    changed = [_prefixed(pl.col(name)).alias(name) for name in named]
    crossed = table.join(copies, how="cross").with_columns(changed)
    for name in spans:
        crossed = _with_spans(crossed, name)
    order = [name for name in ("article_id", "left_id", "cluster_id") if name in table.columns]
    return crossed.drop("copy").sort(order, maintain_order=True)


def _prefixed(column: pl.Expr) -> pl.Expr:
    return pl.concat_str(pl.lit("copy-"), pl.col("copy"), pl.lit("/"), column)


def _with_spans(table: pl.DataFrame, name: str) -> pl.DataFrame:
    """A column of lists of spans with the ids of the copy."""
    numbered = table.with_row_index("row")
    single = numbered.select("row", "copy", name).explode(name).drop_nulls(name)
    ids = _prefixed(pl.col(name).struct.field("article_id"))
    renamed = single.with_columns(
        pl.col(name).struct.with_fields(ids.alias("article_id")).alias(name)
    )
    lists = renamed.group_by("row", maintain_order=True).agg(name)
    joined = numbered.drop(name).join(lists, on="row", how="left", maintain_order="left")
    empty = pl.lit([], dtype=table.schema[name])
    return joined.with_columns(pl.col(name).fill_null(empty)).select(table.columns)


def measure(report: Report, folder: Path, browser: Browser) -> str:
    begun = time.process_time()
    page = render(report, Style())
    seconds = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    file = folder / f"report-{len(report.articles)}.html"
    file.write_bytes(page)
    times = [opened(file, browser) for _ in range(ROUNDS)]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    counts = (f"{len(report.articles):,}", f"{len(report.findings):,}")
    made = (f"{seconds:.1f}", f"{memory:.1f}", f"{len(page) / 1e6:.1f}")
    return "| " + " | ".join((*counts, *made, *(f"{each:.0f}" for each in medians))) + " |"


def opened(file: Path, browser: Browser) -> tuple[float, ...]:
    """Load, first paint, table ready, one search, one sort, one page; in milliseconds."""
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"file://{file}")
    ready = page.evaluate(READY)
    told = page.evaluate(OPENED)
    page.wait_for_timeout(3_000)  # It gets ready for searches and sorts when idle.
    page.evaluate("go('articles')")
    acts = [page.evaluate(f"({TIMED})({act})") for act in (SEARCH, SORT, PAGE)]
    context.close()
    return told["load"], told["paint"], ready, *acts


if __name__ == "__main__":
    main()
