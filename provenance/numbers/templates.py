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

Compiled to one regular expression for each template. Gaps are bounded and a
sentence is read in pieces of bounded length, so the cost is linear in the text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.numbers.tokens import phrase

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
_GAP = 3
_ROW_GAP = 10
_ROW_LEAD = 3
_ROW = 12
# One word of a gap: any token but a figure and a semicolon.
_WORD = r"(?![<;])\S+ "
_PLAIN_WORD = r"(?![<;,:()\[\]–—])(?!- )\S+ "

Classes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Template:
    """One compiled line.

    Attributes:
        key: What the line is an instance of, such as `up`: the key it stands under.
        pattern: On `Sentence.skeleton`; a group for each slot holds the figure's number.
        slots: How many figures it needs at the least.
    """

    key: str
    pattern: re.Pattern[str]
    slots: int


@dataclass(frozen=True, slots=True)
class Templates:
    """The templates of one kind of relation, in the order of the file.

    Attributes:
        slots: The fewest figures that any of them needs.
    """

    lines: tuple[Template, ...]
    slots: int

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str]], classes: Classes) -> "Templates":
        """Compiles the lines of one table.

        Raises:
            ValueError: A line is no template; the message names key and line.
        """
        lines = tuple(
            _compile(key, line.replace("@key", f"@{key}"), classes)
            for keys, items in table.items()
            for line in items
            for key in keys.split("|")
        )
        return cls(lines, min((line.slots for line in lines), default=0))

    def find(self, skeleton: str, figures: int) -> Iterator[tuple[str, dict[str, int]]]:
        """Key and slots (name to number of the figure) of every place where a line matches.

        Args:
            skeleton: The sentence, as `Sentence.skeleton` is.
            figures: How many figures it holds.

        Lines are tried in order; a place found by two lines is told twice, so that callers keep
        the first reading of a figure.
        """
        if figures < self.slots:
            return
        for line in self.lines:
            if line.slots > figures:
                continue
            for match in line.pattern.finditer(skeleton):
                yield line.key, dict(_filled(match))


def skeleton(low: Sequence[str], figures: Sequence[tuple[int, int, str]]) -> str:
    """A sentence as templates see it: every token with a space behind it, figures as one token.

    Ages, ordinals and ranks stay words.

    Args:
        low: Its tokens, folded, without padding.
        figures: First token, end and kind of each figure, in order, none overlapping.

    >>> skeleton(["rose", "to", "5", "%", "."], [(2, 4, "percent")])
    ' rose to <percent:0> . '
    """
    parts, at = [""], 0
    for number, (first, last, kind) in enumerate(figures):
        if kind in _WORDS:
            continue
        parts += low[at:first]
        parts.append(f"<{kind}:{number}>")
        at = last
    return " ".join([*parts, *low[at:], ""])


def _filled(match: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The slots of one place; those of a row are numbered."""
    for name, value in match.groupdict().items():
        if value is not None and value.isdigit():
            yield name, int(value)
        elif value is not None:
            row = _NUMBER.findall(value)
            yield from ((f"{name}.{place}", int(number)) for place, number in enumerate(row))


def _compile(key: str, line: str, classes: Classes) -> Template:
    parts, slots, at = [], 0, 0
    for item in _ITEM.finditer(line):
        if line[at : item.start()].strip():
            break
        source, optional = item.groups()
        part, is_slot = _part(source, f"{key}: {line}", classes)
        slots += is_slot and not optional
        parts.append(f"(?:{part})?" if optional else part)
        at = item.end()
    if line[at:].strip() or not parts:
        raise ValueError(f"{key}: {line!r} is no template, from {line[at:].strip()!r} on")
    try:
        return Template(key, re.compile("(?<= )" + "".join(parts)), slots)
    except re.error as fault:
        raise ValueError(f"{key}: {line!r} is no template: {fault}") from fault


def _part(source: str, place: str, classes: Classes) -> tuple[str, bool]:
    """The expression of one item, and whether it is a slot."""
    if source[0] in "*~":
        word = _WORD if source[0] == "*" else _PLAIN_WORD
        return f"(?:{word}){{0,{source[1:] or _GAP}}}?", False
    if source[0] == "@":
        if source[1:] not in classes:
            raise ValueError(f"{place}: no class {source[1:]!r}")
        return _any_of(classes[source[1:]]), False
    if slot := _SLOT.fullmatch(source):
        name, kinds, joint, halt = slot.groups()
        unknown = sorted(set((kinds or "count").split("|")) - set(KINDS))
        if unknown:
            raise ValueError(f"{place}: no kind of figure {unknown[0]!r}")
        if joint:
            ends = [_part(f"@{item}", place, classes)[0] if item else "" for item in (joint, halt)]
            return _row(name, kinds or "[a-z]+", *ends), True
        return f"<(?:{kinds or '[a-z]+'}):(?P<{name}>[0-9]+)> ", True
    return _any_of(source.split("|")), False


def _row(name: str, kinds: str, joint: str, halt: str) -> str:
    """The expression of a row. It takes all that stand there or none, so nothing is tried twice."""
    figure = f"<(?:{kinds}):[0-9]+> "
    word = f"(?!{halt}){_WORD}" if halt else _WORD
    more = f"(?:{_WORD}){{0,{_ROW_GAP}}}?{joint}(?:{word}){{0,{_ROW_LEAD}}}?{figure}"
    return f"(?P<{name}>{figure}(?:{more}){{0,{_ROW}}}+)"


def _any_of(phrases: Sequence[str]) -> str:
    """One of the phrases, the longer ones first."""
    arms = sorted((" ".join(phrase(item)) for item in phrases), key=lambda arm: (-len(arm), arm))
    return f"(?:{'|'.join(map(re.escape, arms))}) "
