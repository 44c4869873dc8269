"""Parts that are said to make up a whole: "14 people, nine men and five women".

In: a story. Out: wholes held against the sum of their parts. A row of figures is a sum only where
the text says that it is complete: behind a colon or "made up of", before "in all", with "the
remaining", or when its parts leave nothing out (men and women). Open lists are left alone.
"""

from collections.abc import Iterator, Mapping, Sequence

from provenance.model import Quantity, Relation
from provenance.numbers import nouns
from provenance.numbers.grammar import Grammar
from provenance.numbers.intervals import Interval, meet
from provenance.numbers.relations.parts.stated import (
    entire,
    interval,
    plain,
    relation,
)
from provenance.numbers.shown import number
from provenance.numbers.story import Sentence, Story

KIND = "sum-of-parts"
# A whole that is not even near the sum is no whole of these parts.
_NEAR = 1.7
# A part announced by a colon or dash is at most a slip larger than its whole.
_OVER = 1.15
_TAIL = 6
_SOURCE = 3  # words from a part to "from"
_YEAR = 4  # digits


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every whole whose parts are told in its sentence. Linear in the text."""
    templates = grammar.templates[KIND]
    for sentence in story.several:
        if len(sentence.figures) < templates.slots or not _addable(sentence):
            continue
        if not entire(story, sentence):
            continue
        taken = set[int]()
        for key, slots in sentence.find(templates):
            total, parts = _whole_and_parts(key, slots)
            if taken.isdisjoint((total, *parts)) and _is_sum(key, sentence, total, parts, grammar):
                taken.update((total, *parts))
                yield _relation(story, sentence, total, parts, grammar)


def _addable(sentence: Sentence) -> bool:
    """True when three figures, at least, are of one kind, or bare counts go with a measure."""
    kinds = [row.kind for row in sentence.quantities]
    elliptic = kinds.count("count") > 1 and "measure" in kinds
    return elliptic or any(kinds.count(kind) > 2 for kind in ("count", "money", "measure"))


def _whole_and_parts(key: str, slots: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    parts = sorted(
        figure for name, figure in slots.items() if name.startswith("part") or name == "last"
    )
    if key == "summed-row":
        return parts[-1], tuple(parts[:-1])
    return slots["total"], tuple(parts)


def _is_sum(
    key: str, sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar
) -> bool:
    whole, *rows = (sentence.quantities[figure] for figure in (total, *parts))
    if len(rows) < 2 or not _same_measure([whole, *rows]) or not plain(*rows):
        return False
    most = whole.value * (_OVER if key == "announced" else _NEAR)
    added = sum(row.value for row in rows)
    near = whole.value / _NEAR <= added <= whole.value * _NEAR
    if not near or any(not 0 < row.value <= most for row in rows):
        return False
    if _is_open(sentence, total, parts, grammar):
        return False
    return _is_complete(key, sentence, total, parts, grammar)


def _same_measure(rows: Sequence[Quantity]) -> bool:
    """True for one unit; "30 points: 12 before the break, 18 after" names it once."""
    whole, *parts = rows
    bare = all(row.kind == "count" and row.noun is None for row in parts)
    return len({(row.kind, row.unit) for row in rows}) == 1 or (bare and whole.kind == "measure")


def _is_complete(
    key: str, sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar
) -> bool:
    """True when the way of telling, or what the parts are, leaves nothing out."""
    whole = sentence.quantities[total].noun
    persons = grammar.classes["parts.persons"]
    if key == "announced" and _crosses(sentence, parts, grammar):
        return False
    if key == "appositive":
        whole_of = persons | grammar.classes["parts.seats"]
        return (whole is None or whole in whole_of) and _is_partition(sentence, parts, grammar)
    if key == "sources":
        return _is_sourced(sentence, parts, grammar)
    if key == "elliptic":
        return whole is not None and _is_elliptic(sentence, total, parts, grammar)
    if key.startswith("summed") and whole is not None:
        counted = {sentence.quantities[part].noun for part in parts}
        return whole in counted or (whole in persons and not persons.isdisjoint(counted))
    return True


def _is_elliptic(sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar) -> bool:
    """True for "fourteen died, nine on Monday and five on Tuesday".

    Not for "14 in Tarn, nine in Orla", where the first is one of the row, nor for "20 of them
    students and 15 of them women", who may be the same.
    """
    low, figures = sentence.words.low, sentence.figures
    behind = {low[figures[part].last] for part in parts}
    head = low[figures[total].last : figures[parts[0]].first]
    roles = grammar.lexicon.roles
    places = roles["places.before"] - roles["particles.of"]
    return len(behind) == 1 and behind <= places and behind.isdisjoint(head)


def _is_sourced(sentence: Sentence, parts: Sequence[int], grammar: Grammar) -> bool:
    """True for "$60 million from the state and $30 million coming from the town"."""
    source = grammar.classes["parts.source"]
    ends = (sentence.figures[part].last for part in parts)
    return all(not source.isdisjoint(sentence.words.low[end : end + _SOURCE]) for end in ends)


def _is_open(sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar) -> bool:
    """True when a word between the first and the last figure says that more is meant."""
    figures, low = sentence.figures, sentence.words.low
    places = [figures[index] for index in (total, *parts)]
    first = min(figure.first for figure in places)
    last = max(figure.last for figure in places)
    head = low[figures[total].last : figures[parts[0]].first]
    if ")" in head:
        return True
    inner = [
        low[index]
        for index in range(first, last)
        if not any(figure.first <= index < figure.last for figure in places)
    ]
    if any(_is_number(word, grammar) for word in inner):
        return True
    return not grammar.classes["parts.open"].isdisjoint(inner) or _runs_on(low, last, grammar)


def _is_number(word: str, grammar: Grammar) -> bool:
    """True for a number that was not read as a figure, such as a label; years are none."""
    spelled = grammar.lexicon.values["cardinals"].get(word, 1.0) != 1.0
    return spelled or (word[:1].isdigit() and len(word) != _YEAR)


def _runs_on(low: Sequence[str], last: int, grammar: Grammar) -> bool:
    """True for "and several others" behind the last figure."""
    joints, tail = grammar.classes["parts.joint"], grammar.classes["parts.open-tail"]
    return any(
        low[index - 1] in joints and low[index] in tail for index in range(last + 1, last + _TAIL)
    )


def _is_partition(sentence: Sentence, parts: Sequence[int], grammar: Grammar) -> bool:
    """True when the parts are such as leave nothing out, each told right behind its figure."""
    told = {_singular_behind(sentence, part, grammar) for part in parts}
    partitions = (set(phrase.split()) for phrase in grammar.classes["parts.partition"])
    return len(told) == len(parts) and told in partitions


def _crosses(sentence: Sentence, parts: Sequence[int], grammar: Grammar) -> bool:
    """True for "eight men and four tourists": one part tells the sex, another no sex or age."""
    told = {_singular_behind(sentence, part, grammar) for part in parts}
    return "" in told and not told.isdisjoint(grammar.classes["parts.sexes"])


def _singular_behind(sentence: Sentence, part: int, grammar: Grammar) -> str:
    """The first word of a partition within a few words behind a figure."""
    words, figures = sentence.words, sentence.figures
    known = {word for phrase in grammar.classes["parts.partition"] for word in phrase.split()}
    last = figures[part].last
    end = min(
        [last + _TAIL, words.count]
        + [figures[index].first for index in (part + 1,) if index < len(figures)]
    )
    for index in range(last, end):
        word = nouns.singular(words.low[index], grammar.lexicon)
        if word in known:
            return word
    return ""


def _relation(
    story: Story, sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar
) -> Relation:
    whole = sentence.quantities[total]
    rows = [sentence.quantities[part] for part in parts]
    added = _added(rows)
    single = _single(sentence, total, parts, grammar)
    held = interval(whole)
    fits = meet(held, added) or (single > 0 and _fits_single(held, added, single))
    notes = [(row, "a part") for row in rows]

    def told() -> tuple[str, str]:
        names = " + ".join(number(row.value, row) for row in rows)
        return f"its parts come to {number(sum(row.value for row in rows), whole)}", names

    return relation(story, KIND, whole, notes, None if fits else told)


def _added(rows: Sequence[Quantity]) -> Interval:
    reaches = [interval(row) for row in rows]
    return sum(low for low, _ in reaches), sum(high for _, high in reaches)


def _fits_single(held: Interval, added: Interval, single: int) -> bool:
    """True when one or more single things ("and a child") make up the difference."""
    return any(meet(held, (added[0] + more, added[1] + more)) for more in range(1, single + 1))


def _single(sentence: Sentence, total: int, parts: Sequence[int], grammar: Grammar) -> int:
    """How many parts in the row have "a" or "one" for a number and are no figures."""
    words, figures = sentence.words, sentence.figures
    joints, lexicon = grammar.classes["parts.joint"], grammar.lexicon
    ones = {word for word, value in lexicon.values["cardinals"].items() if value == 1}
    ones |= lexicon.roles["particles.article"]
    counted = {figure.first for figure in figures}
    first = min(figures[parts[0]].first, figures[total].last) - 1
    last = figures[max(*parts, total)].last + 2 * _TAIL
    return sum(
        words.low[index] in ones
        and index not in counted
        and words.low[index + 1] not in grammar.classes["parts.in-all"]
        and _joins(words.low[index - 1], joints)
        for index in range(max(first, 1), min(last, words.count))
    )


def _joins(word: str, joints: frozenset[str]) -> bool:
    return word in joints or word in (":", "(", "-", "—", "–")
