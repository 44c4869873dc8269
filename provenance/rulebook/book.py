"""Loads every rule file into one `Rulebook`, or tells every fault of every file at once.

There are five kinds of file, told apart by their first key; each has a module
that reads it. What concerns several files is decided here: ids and names are
unique, rules that others name exist, and each regex is one the engine takes.
"""

import gc
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from provenance.errors import FaultList
from provenance.model import ANY, Grade, OutletWeights, Rule, Scope, Severity, Weights
from provenance.rulebook import document, lexicons, measured, packs, prose, weights
from provenance.rulebook.document import Node, Table
from provenance.rulebook.faults import FaultLog, Place, nearest, shown
from provenance.rulebook.files import RuleFile
from provenance.rulebook.lexicons import Lexicon, Tables
from provenance.rulebook.matchers import MATCHERS
from provenance.rulebook.measured import Measured, Measurement
from provenance.rulebook.packs import Entry
from provenance.rulebook.patterns import Pattern
from provenance.rulebook.prose import Prose
from provenance.rulebook.terms import Term
from provenance.rulebook.weights import Scoring

MOST_RULES = 5_000
_KINDS = ("pack", "lexicon", "scoring", "prose", "measured")
_HEAD = re.compile(rf"^({'|'.join(_KINDS)}):", re.MULTILINE)
_CODED = re.compile(r"^  check:", re.MULTILINE)
_OPT_IN = re.compile(r"^opt-in: *true\s*$", re.MULTILINE)
_LOCALE = re.compile(r"^locale: *([a-z]{2,3})\s*$", re.MULTILINE)
# What is used when no file declares weights: nothing is counted in any dimension.
UNWEIGHTED = Weights(
    minimum_words=0,
    minimum_coverage=0,
    repeat_share=0,
    dimensions=(),
    points=(),
    defaults={level.value: 0 for level in Severity},
    caps=(),
    grades=(Grade("A", 0),),
    outlets=OutletWeights(0, 1, 100, (), ()),
)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rule files, read and found without fault.

    Attributes:
        rules: Every rule, by id.
        patterns: How the text rules look for their text, by rule id.
        weights: The score's weights.
        lexicons: Tables of phrases by the lexicon's name and locale, such as `numbers.en`.
        prose: Articles in which no rule may find a fault, by language.
        measured: What the rules were measured to flag in labelled lines.
        off: Families of which settings leave no rule.
        quieted: Rules, by id, that warn as declared and that settings leave out or make
            information.
    """

    rules: tuple[Rule, ...]
    patterns: tuple[Pattern, ...]
    weights: Weights
    lexicons: dict[str, Tables]
    prose: dict[str, tuple[str, ...]]
    measured: tuple[Measured, ...]
    off: frozenset[str] = frozenset()
    quieted: tuple[str, ...] = ()


def load(files: Sequence[RuleFile]) -> Rulebook:
    """The rulebook of `files`. Linear in the files; the order of the files does not matter.

    Raises:
        FaultList: Of `RuleError`, in the order of the files and their lines.
    """
    with _uncollected():
        return _load(files, _cross_check)


def load_bundled(files: Sequence[RuleFile], languages: Collection[str]) -> Rulebook:
    """The rulebook of those of the program's own `files` that articles in `languages` need.

    Text rules for other languages, `opt-in` ones, prose and measurements are passed over, and what
    concerns several files is taken on trust, since the tests hold it: reading all packs takes a
    third of the time in which five articles are checked.

    Raises:
        FaultList: As `load`.
    """
    wanted = {*languages, ANY}
    with _uncollected():
        return _load([file for file in files if _is_needed(file, wanted)], lambda *_: None)


def speaking(book: Rulebook, languages: Collection[str]) -> Rulebook:
    """The rulebook with only the text rules for `languages` and those for any; and all coded ones.

    What a check cannot read it says itself.
    """
    spoken = {*languages, ANY}
    rules = tuple(rule for rule in book.rules if rule.check or rule.locale in spoken)
    patterns = tuple(pattern for pattern in book.patterns if pattern.locale in spoken)
    return replace(book, rules=rules, patterns=patterns)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Looks for no garbage: nearly all that is made here stays, and looking takes a quarter."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_needed(file: RuleFile, languages: Collection[str]) -> bool:
    head = _HEAD.search(file.text)
    if head is None or head[1] in ("lexicon", "scoring"):
        return True
    if head[1] == "pack" and _CODED.search(file.text):
        return True
    locale = _LOCALE.search(file.text)
    if head[1] != "pack" or _OPT_IN.search(file.text):
        return False
    return locale is None or locale[1] in languages


def _load(files: Sequence[RuleFile], cross_check: Callable[..., None]) -> Rulebook:
    entries: list[Entry] = []
    found: list[Lexicon] = []
    scorings: list[Scoring] = []
    clean: list[Prose] = []
    measurements: list[Measurement] = []
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
        elif kind == "prose":
            clean.append(prose.read(node, log))
        elif kind == "measured":
            measurements.append(measured.read(node, log))
        else:
            scorings.append(weights.read(node, log))
    cross_check(entries, found, scorings, measurements)
    faults = [fault for log in logs for fault in log.faults()]
    if faults:
        raise FaultList(faults)
    entries.sort(key=lambda entry: entry.rule.rule_id)
    return Rulebook(
        rules=tuple(entry.rule for entry in entries),
        patterns=tuple(entry.pattern for entry in entries if entry.pattern),
        weights=scorings[0].weights if scorings else UNWEIGHTED,
        lexicons={lexicon.key: lexicon.tables for lexicon in found},
        prose=prose.by_locale(clean),
        measured=measurements[0].sets if measurements else (),
    )


def _kind(node: Node | None, log: FaultLog) -> str | None:
    """The first key of the document, which tells what it is; null and a fault when none does."""
    if isinstance(node, Table) and node.entries and node.entries[0][0].text in _KINDS:
        return node.entries[0][0].text
    if not log.faults():
        at = node.at if node else Place(1, 1)
        advice = f"begin it with one of {', '.join(f'`{kind}:`' for kind in _KINDS)}"
        log.add(at, "this is not a rule file", advice)
    return None


def _cross_check(
    entries: list[Entry],
    found: list[Lexicon],
    scorings: list[Scoring],
    measurements: list[Measurement],
) -> None:
    """Adds the faults that no file has alone."""
    _unique("rule id", ((e.rule.rule_id, e.at, e.log) for e in entries))
    _unique("rule name", ((e.rule.name, e.at, e.log) for e in entries))
    _unique("lexicon", ((each.key, each.at, each.log) for each in found))
    _unique("scoring file", (("scoring", each.at, each.log) for each in scorings))
    _unique("measured file", (("measured", each.at, each.log) for each in measurements))
    for entry in entries[MOST_RULES : MOST_RULES + 1]:
        entry.log.add(entry.at, f"there are more than {MOST_RULES:,} rules", "take some out")
    _check_references(entries)
    _check_terms(entries)
    if entries:
        known = {entry.rule.rule_id for entry in entries}
        for each in scorings:
            _check_keys(each, known)
        _check_named("counts", known, [(each.rules_at, each.log) for each in measurements])


def _unique(what: str, keys: Iterable[tuple[str, Place, FaultLog]]) -> None:
    first: dict[str, str] = {}
    for key, at, log in keys:
        if key in first:
            log.add(at, f"the {what} `{key}` is declared a second time", f"first: {first[key]}")
        elif key:
            first[key] = f"{log.file.place}:{at.line}:{at.column}"


def _check_references(entries: list[Entry]) -> None:
    """`after` and `also` name rules that there are, and that `after` can wait for."""
    patterns = {entry.rule.rule_id: entry.pattern for entry in entries}
    for entry in entries:
        for rule_id in entry.pattern.after if entry.pattern else ():
            if reason := _unfit(rule_id, entry, patterns.get(rule_id)):
                advice = "" if rule_id in patterns else nearest(rule_id, patterns)
                entry.log.add(entry.at, f"`after` names {reason}", advice)
        named = {
            each for example in (*entry.rule.hits, *entry.rule.misses) for each in example.also
        }
        for rule_id in sorted(named - patterns.keys()):
            advice = nearest(rule_id, patterns)
            entry.log.add(entry.at, f"`also` names no rule: {shown(rule_id)}", advice)


def _unfit(rule_id: str, entry: Entry, other: Pattern | None) -> str | None:
    """Why a rule cannot stand above a line of another; null when it can."""
    mine = entry.pattern
    if mine and rule_id == mine.rule_id:
        alone = set(mine.after) == {rule_id}
        return f"only `{rule_id}` itself, which then never begins" if alone else None
    if other is None:
        return f"no text rule: {shown(rule_id)}"
    if other.after:
        return f"`{rule_id}`, which has an `after` of its own"
    if other.request or other.scope is not Scope.LINE:
        return f"`{rule_id}`, which does not look for phrases or regexes in lines"
    if mine and ANY not in (mine.locale, other.locale) and mine.locale != other.locale:
        return f"`{rule_id}`, which is for another language"
    return None


def _check_terms(entries: list[Entry]) -> None:
    """Asks about all phrases at once, and about all regexes at once."""
    terms = [
        (term, entry.log)
        for entry in entries
        if entry.pattern
        for term in _every_term(entry.pattern)
        if term.value
    ]
    for refusals in {matcher.refusals for matcher in MATCHERS.values()}:
        some = [(term, log) for term, log in terms if MATCHERS[term.kind].refusals is refusals]
        answers = refusals([term.value for term, _ in some])
        for (term, log), refusal in zip(some, answers, strict=True):
            if refusal:
                log.add(_inside(term, refusal.offset, log), refusal.message, refusal.advice)


def _every_term(pattern: Pattern) -> tuple[Term, ...]:
    asked = pattern.request.terms if pattern.request else ()
    return (*pattern.match, *pattern.exceptions, *asked)


def _inside(term: Term, offset: int, log: FaultLog) -> Place:
    """The place `offset` characters into the term, where the file writes it as it is."""
    quote = log.first_character(term.at)
    if term.at.width == 1 or quote == '"' or "\n" in term.value:
        return term.at
    column = term.at.column + offset
    if quote == "'":
        column += 1 + term.value[:offset].count("'")
    return Place(term.at.line, column)


def _check_named(
    what: str, known: set[str], named: Iterable[tuple[Mapping[str, Place], FaultLog]]
) -> None:
    """Adds a fault for every rule named in a file about rules that does not exist."""
    for places, log in named:
        for rule_id, at in places.items():
            if rule_id not in known:
                advice = nearest(rule_id, known)
                log.add(at, f"{what} for a rule that does not exist: `{rule_id}`", advice)


def _check_keys(scoring: Scoring, known: set[str]) -> None:
    """Adds a fault for every key of the scoring file that no rule begins with."""
    beginnings = {rule_id[:length] for rule_id in known for length in range(3, len(rule_id) + 1)}
    for key, at in scoring.keys:
        if key not in beginnings:
            advice = nearest(key, known)
            scoring.log.add(at, f"no rule begins with `{key}`", advice)
