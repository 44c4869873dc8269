"""Loads every rule file into one `Rulebook`, or tells every fault of every file at once.

There are three kinds of file, told apart by their first key; each has a module
that reads it. What concerns several files is decided here: ids and names are
unique, rules that others name exist, and each regex is one the engine takes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.errors import FaultList
from provenance.model import Rule, Severity, Weights
from provenance.rulebook import document, lexicons, packs, weights
from provenance.rulebook.document import Node, Table
from provenance.rulebook.faults import FaultLog, Place, nearest
from provenance.rulebook.files import RuleFile
from provenance.rulebook.lexicons import Lexicon, Tables
from provenance.rulebook.matchers import MATCHERS
from provenance.rulebook.packs import Entry
from provenance.rulebook.patterns import Pattern, Term
from provenance.rulebook.weights import Scoring

MOST_RULES = 5_000
# What is used when no file declares weights: nothing is counted in any dimension.
UNWEIGHTED = Weights(
    minimum_words=0,
    minimum_coverage=0,
    dimensions=(),
    points={},
    defaults={level.value: 0 for level in Severity},
)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rule files, read and found without fault.

    Attributes:
        rules: Every rule, by id.
        patterns: How the text rules look for their text, by rule id.
        weights: The score's weights.
        lexicons: Tables of phrases by the lexicon's name and locale, such as `numbers.en`.
    """

    rules: tuple[Rule, ...]
    patterns: tuple[Pattern, ...]
    weights: Weights
    lexicons: dict[str, Tables]


def load(files: Sequence[RuleFile]) -> Rulebook:
    """The rulebook of `files`. Linear in the files; the order of the files does not matter.

    Raises:
        FaultList: Of `RuleError`, in the order of the files and their lines.
    """
    entries: list[Entry] = []
    found: list[Lexicon] = []
    scorings: list[Scoring] = []
    logs = [FaultLog(file) for file in files]
    for log in logs:
        node = document.parse(log)
        kind = _kind(node, log)
        if node is None or kind is None:
            continue
        if kind == "pack":
            entries += packs.read(node, log)
        elif kind == "lexicon":
            found.append(lexicons.read(node, log))
        else:
            scorings.append(weights.read(node, log))
    _cross_check(entries, found, scorings)
    faults = [fault for log in logs for fault in log.faults()]
    if faults:
        raise FaultList(faults)
    entries.sort(key=lambda entry: entry.rule.rule_id)
    return Rulebook(
        rules=tuple(entry.rule for entry in entries),
        patterns=tuple(entry.pattern for entry in entries if entry.pattern),
        weights=scorings[0].weights if scorings else UNWEIGHTED,
        lexicons={lexicon.key: lexicon.tables for lexicon in found},
    )


def _kind(node: Node | None, log: FaultLog) -> str | None:
    """The first key of the document, which tells what it is; null and a fault when none does."""
    kinds = ("pack", "lexicon", "scoring")
    if isinstance(node, Table) and node.entries and node.entries[0][0].text in kinds:
        return node.entries[0][0].text
    if not log.faults():
        at = node.at if node else Place(1, 1)
        advice = f"begin it with one of {', '.join(f'`{kind}:`' for kind in kinds)}"
        log.add(at, "this is not a rule file", advice)
    return None


def _cross_check(entries: list[Entry], found: list[Lexicon], scorings: list[Scoring]) -> None:
    """Adds the faults that no file has alone."""
    _unique("rule id", ((e.rule.rule_id, e.at, e.log) for e in entries))
    _unique("rule name", ((e.rule.name, e.at, e.log) for e in entries))
    _unique("lexicon", ((each.key, each.at, each.log) for each in found))
    _unique("scoring file", (("scoring", each.at, each.log) for each in scorings))
    for entry in entries[MOST_RULES : MOST_RULES + 1]:
        entry.log.add(entry.at, f"there are more than {MOST_RULES:,} rules", "take some out")
    _check_references(entries)
    _check_terms(entries)
    if entries:
        _check_points({entry.rule.rule_id for entry in entries}, scorings)


def _unique(what: str, keys: Iterable[tuple[str, Place, FaultLog]]) -> None:
    first: dict[str, str] = {}
    for key, at, log in keys:
        if key in first:
            log.add(at, f"the {what} `{key}` is declared a second time", f"first: {first[key]}")
        elif key:
            first[key] = f"{log.file.place}:{at.line}:{at.column}"


def _check_references(entries: list[Entry]) -> None:
    """`after` names text rules that do not themselves wait for another line."""
    chained = {e.rule.rule_id: bool(e.pattern.after) for e in entries if e.pattern}
    for entry in entries:
        for rule_id in entry.pattern.after if entry.pattern else ():
            if rule_id not in chained:
                advice = nearest(rule_id, chained)
                entry.log.add(entry.at, f"`after` names no text rule: `{rule_id}`", advice)
            elif chained[rule_id] and rule_id != entry.rule.rule_id:
                message = f"`after` names `{rule_id}`, which has an `after` of its own"
                entry.log.add(entry.at, message)


def _check_terms(entries: list[Entry]) -> None:
    """Asks about all phrases at once, and about all regexes at once."""
    terms = [
        (term, entry.log)
        for entry in entries
        if entry.pattern
        for term in (*entry.pattern.match, *entry.pattern.exceptions)
        if term.value
    ]
    for refusals in {matcher.refusals for matcher in MATCHERS.values()}:
        some = [(term, log) for term, log in terms if MATCHERS[term.kind].refusals is refusals]
        answers = refusals([term.value for term, _ in some])
        for (term, log), refusal in zip(some, answers, strict=True):
            if refusal:
                log.add(_inside(term, refusal.offset, log), refusal.message, refusal.advice)


def _inside(term: Term, offset: int, log: FaultLog) -> Place:
    """The place `offset` characters into the term, where the file writes it as it is."""
    quote = log.first_character(term.at)
    if term.at.width == 1 or quote == '"' or "\n" in term.value:
        return term.at
    column = term.at.column + offset
    if quote == "'":
        column += 1 + term.value[:offset].count("'")
    return Place(term.at.line, column)


def _check_points(known: set[str], scorings: list[Scoring]) -> None:
    for scoring in scorings:
        for rule_id, at in scoring.points_at.items():
            if rule_id not in known:
                advice = nearest(rule_id, known)
                scoring.log.add(at, f"points for a rule that does not exist: `{rule_id}`", advice)
