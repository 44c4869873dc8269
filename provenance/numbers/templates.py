"""Templates: how a language states that figures belong together, as data.

In: lines such as `@rise to {new:money} from {old:money}`. Out: where a sentence
says so, and which of its figures fill the slots. A template sees the sentence
as a row of tokens in which every figure, with its bound and unit, is one.

    word           that word, folded as `Words.low` is
    a|an           one of these words
    @rise          one of the phrases of the class `rise`
    {old}          a figure; `{old:count|money}` one of these kinds
    {part:count+@and}  a row of as many figures as stand there, one or more, with up to ten words
                   behind each and a phrase of the class `and`, with up to three words, in front
                   of the next; the slots are `part.0`, `part.1` and so on; with `!@total` behind
                   `@and` the row ends where these words begin with a phrase of the class `total`
    *  *6          up to three or six other words; no figure, no semicolon
    ~  ~6          the same without a comma, bracket or dash
    @key           under a key such as `rise|fall`: the class of that name; each line is read
                   for each of the names
    ?              behind a word, alternatives, a class or a slot: it may be missing

Each line is one regular expression, compiled when a sentence first holds the words and kinds of
figures that the line cannot do without; a line that cannot hold costs a look at a set. Gaps are
bounded and a sentence is read in pieces of bounded length, so the cost is linear in the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from provenance.text.sentence_tokens import phrase

# A `multiple` is no figure, but a word such as "doubled".
# The last row is what dates are read from; see `dates.items`.
KINDS = (
    "count", "percent", "money", "measure", "ratio", "multiple",
    "date", "month", "year", "weekday", "span", "number",
)  # fmt: skip

# Kinds of figures that amount to nothing: templates see their words, so that gaps run over them.
_WORDS = ("age", "ordinal", "rank")

_ITEM = re.compile(
    r"([*~][0-9]?|@[\w-]+|\{\w+(?::[\w|]+)?(?:\+@[\w-]+(?:!@[\w-]+)?)?\}|[^\s?{@*~]+)(\??)"
)
_SLOT = re.compile(r"\{(\w+)(?::([\w|]+))?(?:\+@([\w-]+)(?:!@([\w-]+))?)?\}")
_NUMBER = re.compile(r"<[a-z]+:([0-9]+)>")
_NUMBERED = re.compile(r"(?<=[a-z]):[0-9]+>")
_GAP = 3
_ROW_GAP = 10
_ROW_LEAD = 3
_ROW = 12
# One word of a gap: any token but a figure and a semicolon.
_WORD = r"(?![<;])\S+ "
_PLAIN_WORD = r"(?![<;,:()\[\]–—])(?!- )\S+ "

Classes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Template:
    """One line, checked; compiled when first asked for.

    Attributes:
        key: What the line is an instance of, such as `up`: the key it stands under.
        items: Its items as written, each with whether it may be missing.
        classes: The word classes it may name.
        slots: How many figures it needs at the least.
    """

    key: str
    items: tuple[tuple[str, bool], ...]
    classes: Classes = field(repr=False)
    slots: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """On `Sentence.skeleton`; a group for each slot holds the figure's number."""
        parts = (
            f"(?:{part})?" if optional else part
            for source, optional in self.items
            for part in (_part(source, self.classes),)
        )
        return re.compile("(?<= )" + "".join(parts))

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Sets of `marks`: a sentence in which the line holds has one of each."""
        needs = (_needed(source, self.classes) for source, optional in self.items if not optional)
        return tuple(dict.fromkeys(filter(None, needs)))


@dataclass(frozen=True)
class Templates:
    """The templates of one kind of relation, in the order of the file.

    Attributes:
        slots: The fewest figures that any of them needs.
    """

    lines: tuple[Template, ...]
    slots: int

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]], classes: Classes) -> "Templates":
        """Reads the lines of one table; compiles nothing.

        Raises:
            ValueError: A line is no template; the message names key and line.
        """
        lines = tuple(
            _template(key, line.replace("@key", f"@{key}"), classes)
            for keys, items in table.items()
            for line in items
            for key in keys.split("|")
        )
        return cls(lines, min((line.slots for line in lines), default=0))

    @cached_property
    def _by_mark(self) -> dict[str, list[int]]:
        """The lines by the marks of which they need one."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.lines):
            for mark in max(line.needs, key=_worth, default=()):
                found.setdefault(mark, []).append(number)
        return found

    @cached_property
    def _known(self) -> frozenset[str]:
        """All marks that some line needs."""
        return frozenset().union(*(need for line in self.lines for need in line.needs))

    @cached_property
    def _open(self) -> list[int]:
        """The lines that need no mark."""
        return [number for number, line in enumerate(self.lines) if not line.needs]

    def find(
        self, skeleton: str, figures: int, told: frozenset[str] | None = None
    ) -> Iterator[tuple[str, dict[str, int]]]:
        """Key and slots (name to number of the figure) of every place where a line matches.

        Args:
            skeleton: The sentence, as `Sentence.skeleton` is.
            figures: How many figures it holds.
            told: Its `marks`, where these are known; it may hold more.

        Lines are tried in order; a place found by two lines is told twice, so that callers keep
        the first reading of a figure.
        """
        if figures < self.slots:
            return
        for number in self._likely(figures, marks(skeleton) if told is None else told):
            line = self.lines[number]
            for match in line.pattern.finditer(skeleton):
                yield line.key, dict(_filled(match))

    def _likely(self, figures: int, told: frozenset[str]) -> list[int]:
        """The lines that may hold in a sentence of so many figures with the marks `told`."""
        known, by_mark = self._known & told, self._by_mark
        held = {*self._open}.union(*[by_mark[mark] for mark in known if mark in by_mark])
        likely = []
        for number in sorted(held):
            line = self.lines[number]
            if line.slots <= figures and not any(map(known.isdisjoint, line.needs)):
                likely.append(number)
        return likely


def marks(skeleton: str) -> frozenset[str]:
    """What lines are chosen by: the tokens of a skeleton, of a figure only `<` and its kind.

    >>> sorted(marks(" rose to <percent:0> . "))
    ['.', '<percent', 'rose', 'to']
    """
    return frozenset(_NUMBERED.sub("", skeleton).split())


def seen(low: Sequence[str], figures: Sequence[tuple[int, int, str]]) -> tuple[str, frozenset[str]]:
    """A sentence as templates see it, and its `marks`.

    Every token has a space behind it, and figures are one token. Ages, ordinals and ranks stay
    words.

    Args:
        low: Its tokens, folded, without padding.
        figures: First token, end and kind of each figure, in order, none overlapping.

    >>> seen(["rose", "to", "5", "%", "."], [(2, 4, "percent")])[0]
    ' rose to <percent:0> . '
    """
    parts, told, at = [""], set[str](), 0
    for number, (first, last, kind) in enumerate(figures):
        if kind in _WORDS:
            continue
        told.add(f"<{kind}")
        parts += low[at:first]
        told.update(low[at:first])
        parts.append(f"<{kind}:{number}>")
        at = last
    parts += low[at:]
    told.update(low[at:])
    return " ".join([*parts, ""]), frozenset(told)


def _filled(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The slots of one place; those of a row are numbered."""
    for name, value in match.groupdict().items():
        if value is not None and value.isdigit():
            yield name, int(value)
        elif value is not None:
            row = _NUMBER.findall(value)
            yield from ((f"{name}.{place}", int(number)) for place, number in enumerate(row))


def _template(key: str, line: str, classes: Classes) -> Template:
    """The line with its items, each of which can be compiled."""
    items: list[tuple[str, bool]] = []
    names: list[str] = []
    slots, at = 0, 0
    for item in _ITEM.finditer(line):
        if line[at : item.start()].strip():
            break
        source, optional = item.groups()
        if name := _checked(source, f"{key}: {line}", classes):
            names.append(name)
            slots += not optional
        items.append((source, bool(optional)))
        at = item.end()
    if line[at:].strip() or not items:
        raise ValueError(f"{key}: {line!r} is no template, from {line[at:].strip()!r} on")
    if len(set(names)) < len(names) or not all(name.isidentifier() for name in names):
        raise ValueError(f"{key}: {line!r} is no template: slots need names, each its own")
    return Template(key, tuple(items), classes, slots)


def _checked(source: str, place: str, classes: Classes) -> str | None:
    """The name of the slot that an item is, if it is one.

    Raises:
        ValueError: It names an unknown class or kind.
    """
    slot = _SLOT.fullmatch(source)
    name, kinds, *named = slot.groups() if slot else (None, None)
    for each in filter(None, named or [source[1:] if source[0] == "@" else None]):
        if each not in classes:
            raise ValueError(f"{place}: no class {each!r}")
    for kind in sorted(set((kinds or "count").split("|")) - set(KINDS)):
        raise ValueError(f"{place}: no kind of figure {kind!r}")
    return name


def _part(source: str, classes: Classes) -> str:
    """The expression of one item."""
    if source[0] in "*~":
        word = _WORD if source[0] == "*" else _PLAIN_WORD
        return f"(?:{word}){{0,{source[1:] or _GAP}}}?"
    if source[0] == "@":
        return _any_of(classes[source[1:]])
    if slot := _SLOT.fullmatch(source):
        name, kinds, joint, halt = slot.groups()
        if joint:
            ends = [_any_of(classes[item]) if item else "" for item in (joint, halt)]
            return _row(name, kinds or "[a-z]+", *ends)
        return f"<(?:{kinds or '[a-z]+'}):(?P<{name}>[0-9]+)> "
    return _any_of(tuple(source.split("|")))


def _needed(source: str, classes: Classes) -> frozenset[str]:
    """Marks of which one stands wherever the item does; none when nothing is known."""
    if source[0] in "*~":
        return frozenset()
    if slot := _SLOT.fullmatch(source):
        return frozenset(f"<{kind}" for kind in (slot[2] or "").split("|") if kind)
    return _one_of(classes[source[1:]] if source[0] == "@" else tuple(source.split("|")))


def _worth(need: frozenset[str]) -> tuple[bool, int]:
    """How much a set of marks tells sentences apart: words more than kinds, few more than many."""
    return not any(mark[0] == "<" for mark in need), -len(need)


def _row(name: str, kinds: str, joint: str, halt: str) -> str:
    """The expression of a row. It takes all that stand there or none, so nothing is tried twice."""
    figure = f"<(?:{kinds}):[0-9]+> "
    word = f"(?!{halt}){_WORD}" if halt else _WORD
    more = f"(?:{_WORD}){{0,{_ROW_GAP}}}?{joint}(?:{word}){{0,{_ROW_LEAD}}}?{figure}"
    return f"(?P<{name}>{figure}(?:{more}){{0,{_ROW}}}+)"


@lru_cache(maxsize=512)
def _any_of(phrases: tuple[str, ...]) -> str:
    """One of the phrases, the longer ones first."""
    arms = sorted((" ".join(phrase(item)) for item in phrases), key=lambda arm: (-len(arm), arm))
    return f"(?:{'|'.join(map(re.escape, arms))}) "


@lru_cache(maxsize=512)
def _one_of(phrases: tuple[str, ...]) -> frozenset[str]:
    """One token of each phrase, the longest; none when a phrase is empty."""
    arms = [phrase(item) for item in phrases]
    return frozenset(max(arm, key=len) for arm in arms) if all(arms) else frozenset()
