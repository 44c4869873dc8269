"""Measures the figures: false alarms on clean news, planted conflicts found, extraction.

    python bench/numbers_quality.py DATA [--only NAME] [--show]

DATA is the folder with `numbers/*.jsonl.gz`. A finding is a relation that does not fit and whose
rule is a warning or an error; those whose rule is information are told apart. Measured are

- findings for 1,000 clean items (ABC, WSJ), by rule: every one is a false alarm until somebody has
  read it;
- ContraDoc news texts with a planted numeric contradiction: in how many a place of a finding lies
  in the planted sentence, and all findings on the whole set, to be read by hand;
- NewsQuant: values found and right, one to one within a sentence, both ends for ranges (micro
  F1), and the class of the bound over matched values. A gold `up` or `down` is a direction and
  not a bound, so an exact figure is right there. Our ordinals, ages and ranks take part, though the
  gold holds few of them;
- Recognizers-Text cases with all their numbers, percentages, ranges or dimensions read as given.
  A gold range of one point (`equals 20`) is an exact figure here. Of dimensions value and unit are
  asked for; times and temperatures are models of their own there and left out of ours.

`--only` measures the files whose name holds NAME. `--show` prints what NewsQuant and Recognizers
get wrong and the information of the clean sets, for a person to read. The grammar and its lexicon
are mended on general grounds, never by adding an exception for one record.
"""

import argparse
import gzip
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from provenance import frames, numbers, rulebook
from provenance.model import Article, Quantity, Relation
from provenance.sources.packs import rule_files
from provenance.text import language, tokens

# NewsQuant's classes of bound, and ours.
CLASSES = {
    "=": {"exact", "range", "vague"},
    "~": {"about", "nearly", "vague"},
    ">": {"more-than"},
    "<": {"less-than", "up-to"},
    "up": {"exact"},
    "down": {"exact"},
}
# Names of units that mean the same here; "meter" is "metre" throughout.
UNITS = {
    "tonne": "ton",
    "metric ton": "ton",
}
# Units that are other models there: lengths of time, temperatures, points.
OTHER_MODELS = frozenset(
    "second minute hour day week fortnight month year decade century degree celsius fahrenheit "
    "point".split()
)
RANGE = re.compile(r"(-?[\d.]+)\s*-\s*(-?[\d.]+)")
INTERVAL = re.compile(r"[(\[](-?[\d.]*),(-?[\d.]*)[)\]]")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--only", default="", metavar="NAME")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    reader = Reader.of(rulebook.load(rule_files(())))
    for name, measured in MEASURED.items():
        if options.only in name:
            path = options.data / "numbers" / f"{name}.jsonl.gz"
            measured(path, reader, show=options.show)


@dataclass(frozen=True)
class Reader:
    """The program's reading of texts.

    Attributes:
        severities: By the name of a rule.
    """

    grammar: numbers.Grammar
    severities: dict[str, str]

    @classmethod
    def of(cls, book: rulebook.Rulebook) -> "Reader":
        severities = {rule.name: str(rule.severity) for rule in book.rules}
        return cls(numbers.Grammar.of(book.lexicons), severities)

    def read(self, texts: list[str]) -> tuple[list[list[Quantity]], list[Relation]]:
        """Figures of each text, and all relations; article ids are places in the list."""
        articles = [
            Article(f"{n:06}", "-", 1, False, text, None, 0, None, None, told(text))
            for n, text in enumerate(texts)
        ]
        reading = numbers.read(frames.frame(articles, Article), self.grammar)
        figures: list[list[Quantity]] = [[] for _ in texts]
        for row in frames.rows(reading.quantities, Quantity):
            figures[int(row.article_id)].append(row)
        return figures, list(frames.rows(reading.relations, Relation))

    def failing(self, relations: list[Relation], *severities: str) -> list[Relation]:
        """Those that do not fit and whose rule has one of the severities."""
        return [
            row
            for row in relations
            if not row.fits and self.severities.get(row.kind, "warning") in severities
        ]


def told(text: str) -> str | None:
    return language.guess(tokens.tokenise(text).words)


def records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def clean(path: Path, reader: Reader, *, show: bool) -> None:
    texts = [record["text"] for record in records(path)]
    start = time.process_time()
    figures, relations = reader.read(texts)
    seconds = time.process_time() - start
    loud, quiet = reader.failing(relations, "warning", "error"), reader.failing(relations, "info")
    print(
        f"{path.name}: {len(texts)} items, {sum(map(len, figures))} figures, "
        f"{len(loud)} warnings or errors, {len(loud) / len(texts) * 1000:.1f} for 1,000 items; "
        f"{len(quiet)} of information; "
        f"{sum(map(len, texts)) / 1e6 / seconds:.1f} MB/s with language and frames"
    )
    by_rule(relations)
    for relation in [*loud, *(quiet if show else ())]:
        tell(relation, texts)


def by_rule(relations: list[Relation]) -> None:
    seen, failing = Counter(row.kind for row in relations), Counter[str]()
    failing.update(row.kind for row in relations if not row.fits)
    for kind, count in sorted(seen.items()):
        print(f"  {kind}: {count} looked at, {failing[kind]} that do not fit")


def contradoc(path: Path, reader: Reader, *, show: bool) -> None:
    items = list(records(path))
    texts = [item["text"] for item in items]
    _, relations = reader.read(texts)
    planted = {n for n, item in enumerate(items) if item["numeric_label"]}
    for name, severities in (("warnings or errors", ("warning", "error")), ("info", ("info",))):
        found = reader.failing(relations, *severities)
        hit = {n for row in found if in_evidence(row, items[n := int(row.article_id)])}
        print(
            f"{path.name}, {name}: {len(hit & planted)} of {len(planted)} planted found, "
            f"{len(found)} findings on all {len(items)} texts"
        )
        by_rule(found)
        for relation in found if name != "info" or show else ():
            print(
                "   ", "planted" if in_evidence(relation, items[int(relation.article_id)]) else ""
            )
            tell(relation, texts)


def in_evidence(relation: Relation, item: dict) -> bool:
    """True when one of the places lies in the planted sentence."""
    start = item["text"].find(item["evidence"])
    end = start + len(item["evidence"])
    places = [(relation.start, relation.end), *((s.start, s.end) for s in relation.others)]
    return start >= 0 and any(start <= first and last <= end for first, last in places)


def tell(relation: Relation, texts: list[str]) -> None:
    print(f"    {relation.kind}: {relation.stated}, but {relation.expected} ({relation.held})")
    text = texts[int(relation.article_id)]
    for start, end in [
        (relation.start, relation.end),
        *((s.start, s.end) for s in relation.others),
    ]:
        context = " ".join(text[max(0, start - 80) : end + 80].split())
        print(f"      {text[start:end]!r} in {context!r}")


def newsquant(path: Path, reader: Reader, *, show: bool) -> None:
    items = list(records(path))
    figures, _ = reader.read([item["text"] for item in items])
    right = wrong = missed = bounds = 0
    for item, rows in zip(items, figures, strict=True):
        gold = [(ends_of(q["value"]), q["change"]) for q in item["quantities"]]
        false = []
        for row in rows:
            match = next((g for g in gold if same(g[0], ends(row))), None)
            if match is None:
                false.append(item["text"][row.start : row.end])
                continue
            gold.remove(match)
            right += 1
            bounds += row.bound in CLASSES[match[1]]
        wrong, missed = wrong + len(false), missed + len(gold)
        if show and (false or gold):
            print(f"    {item['text'][:300]!r}\n      too many {false}, missed {gold}")
    precision, recall = right / (right + wrong), right / (right + missed)
    print(
        f"{path.name}: value P {precision:.3f} R {recall:.3f} "
        f"F1 {2 * precision * recall / (precision + recall):.3f}, bound class {bounds / right:.3f}"
    )


def ends_of(value: str) -> tuple[float, ...]:
    both = RANGE.fullmatch(value)
    return tuple(sorted(map(float, both.groups()))) if both else (float(value),)


def ends(row: Quantity) -> tuple[float, ...]:
    two = row.bound in ("range", "vague") and row.high is not None
    return (row.low, row.high or 0.0) if two else (row.value,)


def same(gold: tuple[float, ...], mine: tuple[float, ...]) -> bool:
    return len(gold) == len(mine) and all(map(close, gold, mine))


def close(left: float | None, right: float | None) -> bool:
    if left is None or right is None:
        return left is right
    return abs(left - right) <= 1e-6 * max(abs(left), abs(right), 1e-9)


Read = Callable[[list[str], list[Quantity]], bool]


def recognizers(path: Path, reader: Reader, *, show: bool) -> None:
    items = list(records(path))
    figures, _ = reader.read([item["Input"] for item in items])
    model = path.name.removeprefix("recognizers_").removesuffix(".jsonl.gz")
    right = 0
    for item, rows in zip(items, figures, strict=True):
        told = [result["Resolution"] for result in item["Results"]]
        good = MODELS[model](told, rows)
        right += good
        if show and not good:
            mine = [(row.kind, row.value, row.low, row.high, row.bound, row.unit) for row in rows]
            print(f"    {item['Input']!r}\n      gold {told}\n      read {mine}")
    print(f"{path.name}: {right} of {len(items)} cases")


def as_numbers(gold: list[dict], rows: list[Quantity]) -> bool:
    values = [each.get("value") for each in gold]
    wanted = sorted(float(value.rstrip("%")) for value in values if value and value != "null")
    return same(tuple(wanted), tuple(sorted(row.value for row in rows)))


def as_ranges(gold: list[dict], rows: list[Quantity]) -> bool:
    wanted = list(filter(None, (interval(each.get("value")) for each in gold)))
    points = [low for low, high in wanted if low == high]
    mine = [(row.low, row.high) for row in rows if row.bound != "exact"]
    exact = [row.value for row in rows if row.bound == "exact"]
    mine += [(value, value) for value in points if value in exact]
    pairs = zip(sorted(wanted, key=str), sorted(mine, key=str), strict=False)
    return len(wanted) == len(mine) and all(
        close(a[0], b[0]) and close(a[1], b[1]) for a, b in pairs
    )


def interval(value: str | None) -> tuple[float, float | None] | None:
    found = INTERVAL.fullmatch(value or "")
    return (float(found[1] or 0), float(found[2]) if found[2] else None) if found else None


def as_dimensions(gold: list[dict], rows: list[Quantity]) -> bool:
    wanted: dict[str, list[float]] = defaultdict(list)
    for each in gold:
        if each["value"] is not None:
            wanted[spelled_alike(each["unit"])].append(float(each["value"]))
    mine: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.kind == "measure" and row.unit and row.unit not in OTHER_MODELS:
            mine[spelled_alike(row.unit)].append(row.value)
    return wanted.keys() == mine.keys() and all(
        same(tuple(sorted(wanted[unit])), tuple(sorted(mine[unit]))) for unit in wanted
    )


def spelled_alike(unit: str) -> str:
    """A name of a unit in the form in which theirs and ours are compared."""
    name = unit.lower().replace("metre", "meter").replace("litre", "liter")
    return UNITS.get(name, name)


MODELS = {
    "NumberModel": as_numbers,
    "PercentModel": as_numbers,
    "NumberRangeModel": as_ranges,
    "DimensionModel": as_dimensions,
}
MEASURED = {
    "clean_abc": clean,
    "clean_wsj": clean,
    "contradoc_news": contradoc,
    "newsquant": newsquant,
} | {f"recognizers_{model}": recognizers for model in MODELS}


if __name__ == "__main__":
    main()
