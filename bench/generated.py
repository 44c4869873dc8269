"""Measures the arithmetic, conversion and date checks on generated cases.

    python bench/generated.py [--kind NAME] [--cases 500] [--show] [--write DAY]

For each kind of relation so many stories are made from a fixed seed, each in three versions:
right, right only by rounding, and wrong by more than rounding. Told are how many of the wrong ones
have a finding of the kind (recall; bar .98), of how many of the others anything is said at warning
or error (bar 0), and of how many right ones the relation was seen at all.
"""

import argparse
import random
from collections.abc import Callable
from pathlib import Path

from generating import Case, changes, conversions, dates, parts

from provenance import frames, numbers, rulebook
from provenance.model import Article, Relation
from provenance.sources.packs import rule_files

SEED = 20_261_121
AREAS = (changes, parts, conversions, dates)
REPORT = Path(__file__).parents[1] / "reports" / "bench" / "generated.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--kind", default="")
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--write", default="", metavar="DAY")
    options = parser.parse_args()
    book = rulebook.load(rule_files(()))
    grammar = numbers.Grammar.of(book.lexicons)
    loud = {rule.name for rule in book.rules if rule.severity in ("warning", "error")}
    makers = {kind: make for area in AREAS for kind, make in area.KINDS.items()}
    rows = [
        measure(kind, make, grammar, loud, options)
        for kind, make in makers.items()
        if options.kind in kind
    ]
    if not rows:
        parser.error(f"no kind has {options.kind!r} in its name; there are {', '.join(makers)}")
    table = "\n".join(
        [
            "| relation | cases | wrong: found | right: seen | right: alarms | rounded: alarms |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    )
    print(table)
    if options.write:
        REPORT.write_text(HEAD.format(day=options.write) + table + "\n", "utf-8")


def measure(
    kind: str,
    make: Callable[[random.Random], Case],
    grammar: numbers.Grammar,
    loud: set[str],
    options: argparse.Namespace,
) -> str:
    """A row of the table."""
    chance = random.Random(f"{SEED}-{kind}")
    cases = [make(chance) for _ in range(options.cases)]
    versions = {
        name: related([getattr(case, name) for case in cases], grammar)
        for name in ("right", "rounded", "wrong")
    }
    found = [any(row.kind == kind and not row.fits for row in rows) for rows in versions["wrong"]]
    seen = [any(row.kind == kind for row in rows) for rows in versions["right"]]
    alarms = {
        name: [any(not row.fits and row.kind in loud | {kind} for row in rows) for rows in each]
        for name, each in versions.items()
    }
    if options.show:
        show("not found", [case.wrong for case, ok in zip(cases, found, strict=True) if not ok])
        for name in ("right", "rounded"):
            told = zip(cases, alarms[name], strict=True)
            show(f"alarm, {name}", [getattr(case, name) for case, alarm in told if alarm])
    return (
        f"| {kind} | {len(cases)} | {sum(found) / len(cases):.3f} "
        f"| {f'{sum(seen) / len(cases):.3f}' if any(seen) else '-'} "
        f"| {sum(alarms['right'])} | {sum(alarms['rounded'])} |"
    )


def related(texts: list[str], grammar: numbers.Grammar) -> list[list[Relation]]:
    """The relations of each text."""
    articles = [
        Article(f"{n:06}", "-", 1, False, text, None, 0, None, None, "en")
        for n, text in enumerate(texts)
    ]
    found: list[list[Relation]] = [[] for _ in texts]
    reading = numbers.read(frames.frame(articles, Article), grammar)
    for row in frames.rows(reading.relations, Relation):
        found[int(row.article_id)].append(row)
    return found


def show(what: str, texts: list[str]) -> None:
    print(f"{what}: {len(texts)}")
    for text in texts[:20]:
        print(f"    {text!r}")


HEAD = """# Arithmetic, conversion and date checks on generated cases

As of {day}, by `python bench/generated.py --write DAY`: 500 stories a relation from a fixed seed,
each in three versions. `wrong: found` is the share of the wrong ones with a finding of the relation
(bar .98); `right: seen` the share of the right ones in which the relation was held against its
figures, `-` for a date, time or year that stands alone and is told only where there is none such;
`alarms` count stories with a warning, an error or a finding of the relation (bar 0). The
stories were written beside the templates, so these figures show that the arithmetic holds, not how
many ways of telling a relation are read.

"""


if __name__ == "__main__":
    main()
