"""A part that is said to be larger than its whole: "12 of the 10 councillors".

In: a story. Out: parts held against their wholes. Who is not of the same sort ("two families,
including five children") is no part, and neither is a mark out of ten.
"""

from collections.abc import Iterator

from provenance.model import Bound, Quantity, Relation
from provenance.numbers import nouns
from provenance.numbers.grammar import Grammar
from provenance.numbers.relations.parts.stated import interval, relation
from provenance.numbers.shown import shown
from provenance.numbers.story import Sentence, Story

KIND = "part-above-whole"
_FIRST = 3  # tokens before the whole, as in "Of all the 12"


def find(story: Story, grammar: Grammar) -> Iterator[Relation]:
    """Every part whose whole is told right beside it. Linear in the text."""
    templates, cues = grammar.templates[KIND], grammar.classes["parts.part-cue"]
    for sentence in story.several:
        kinds = [row.kind for row in sentence.quantities]
        if kinds.count("count") < 2 or cues.isdisjoint(sentence.tokens):
            continue
        for key, slots in sentence.find(templates):
            part, whole = (sentence.quantities[slots[name]] for name in ("part", "whole"))
            vague = Bound.VAGUE in (part.bound, whole.bound)
            if not vague and _is_part(key, sentence, slots, grammar):
                yield _relation(story, part, whole)


def _is_part(key: str, sentence: Sentence, slots: dict[str, int], grammar: Grammar) -> bool:
    part, whole = (sentence.quantities[slots[name]] for name in ("part", "whole"))
    if sentence.figures[slots["part"]].attributive:
        return False
    named = (
        whole.noun in grammar.classes["parts.persons"]
        or whole.noun in grammar.classes["parts.seats"]
    )
    if sentence.figures[slots["whole"]].attributive and not named:
        return False  # 300 of its 32-bit processors
    if key in ("of", "owner"):
        return _of(key, sentence, slots, grammar)
    single = whole.noun is not None and whole.noun not in grammar.classes["parts.collective"]
    if key == "of-them":
        return single and _refers(sentence, slots, grammar)
    opens = key != "of-first" or _opens(sentence, slots, grammar)
    elliptic = key == "of-first" and _is_elliptic(sentence, slots, grammar)
    return opens and (elliptic or _alike(part, whole, grammar))


def _is_elliptic(sentence: Sentence, slots: dict[str, int], grammar: Grammar) -> bool:
    """True for "Of the 200 homes, 60 burned": no noun is told with the part.

    That it "tested positive" makes it persons, but names none.
    """
    part, whole = (sentence.quantities[slots[name]] for name in ("part", "whole"))
    behind = sentence.words.low[sentence.figures[slots["part"]].last]
    named = nouns.singular(behind, grammar.lexicon) in grammar.classes["parts.persons"]
    bare = part.noun is None or (part.noun in grammar.classes["parts.persons"] and not named)
    return bare and whole.noun is not None and whole.noun not in grammar.classes["parts.peopled"]


def _alike(part: Quantity, whole: Quantity, grammar: Grammar) -> bool:
    """True for figures of one noun, and for those of persons."""
    persons = grammar.classes["parts.persons"]
    if part.noun is None:
        return whole.noun in persons
    return part.noun == whole.noun or {part.noun, whole.noun} <= persons


def _of(key: str, sentence: Sentence, slots: dict[str, int], grammar: Grammar) -> bool:
    """True for "12 of the 10 members", "of France's 10 members", "12 men of the 10-man crew"."""
    part = sentence.figures[slots["part"]]
    words, row = sentence.words, sentence.quantities[slots["whole"]]
    if key == "owner":
        owner = words.low[sentence.figures[slots["whole"]].first - 1]
        return owner.endswith("'s") and row.noun is not None
    openers = {phrase.split()[0] for phrase in grammar.classes["parts.of-whole"]}
    if words.low[part.last] in openers:
        return row.noun is not None
    between = nouns.plural_behind(words, part.last, grammar.lexicon)
    return between is not None and between.word == row.noun


def _refers(sentence: Sentence, slots: dict[str, int], grammar: Grammar) -> bool:
    """True when "15 of them" can only be of the whole: nothing before it is as large.

    Not for "between the two of them".
    """
    first = sentence.figures[slots["part"]].first
    before = sentence.words.low[max(first - 2, 0) : first]
    roles = grammar.lexicon.roles
    if before[-1] in roles["determiners.whole"] and before[0] not in roles["particles.of"]:
        return False
    part = sentence.quantities[slots["part"]]
    return not any(
        row.kind == "count" and row.value >= part.value
        for row in sentence.quantities[: slots["whole"]]
    )


def _opens(sentence: Sentence, slots: dict[str, int], grammar: Grammar) -> bool:
    """True for "Of the 12 members, 10 voted": the whole opens its clause, a word follows."""
    words, whole = sentence.words, sentence.figures[slots["whole"]].first
    before = words.low[max(whole - 4, 0) : whole]
    behind = words.low[sentence.figures[slots["part"]].last]
    told = behind.isalpha() and behind not in grammar.lexicon.roles["particles.and"]
    return told and (whole <= _FIRST or not before[0].isalpha())


def _relation(story: Story, part: Quantity, whole: Quantity) -> Relation:
    fits = interval(part)[0] <= interval(whole)[1]

    def told() -> tuple[str, str]:
        return f"its whole, {shown(whole, story.text)}", "a part and its whole"

    return relation(story, KIND, part, [(whole, "the whole")], None if fits else told)
