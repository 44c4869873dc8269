"""Tells what keeps a figure apart from others: when, where, who, says who, total or part.

In: the tokens of a sentence, a figure with what it counts, and the cues of the
sentence. Out: qualifiers such as `year:2014`, `place:fallujah`, `part`. A cue
too many makes a later comparison silent, a cue too few makes it wrong, so
where a word could be read both ways it is taken as a cue.
"""

from collections.abc import Iterable

from provenance.numbers import nouns, rejects
from provenance.numbers.context import Counted, Scene
from provenance.numbers.figures import Figure
from provenance.numbers.forms import ENDS
from provenance.numbers.lexicon import Lexicon
from provenance.text.sentence_tokens import Words

_NEAR = 8  # tokens around figure and event in which "not" and "could" are about them
_CLOSE_NEAR = 6
_NAME_WORDS = 5
_NAME_TOKENS = 8
_SPEECH_GAP = 4
# Cues that colour the whole sentence, those that must stand in the clause, and those that
# must stand right at the figure.
_SENTENCE = frozenset(["then", "now", "revised", "disputed"])
_CLAUSE = frozenset(["cumulative", "negated", "modal"])
_CLOSE = frozenset(["part", "rate"])
# What stands around a tag of speech whose subject follows its verb; the last is the end.
_TAG_OPENS = frozenset([",", "”", '"'])
_TAG_ENDS = frozenset([".", ",", ";", ""])
_MOVES = frozenset(["rise", "fall"])
_LINKS = frozenset(["and", "of", "the", "-"])
_YEAR_DIGITS = 4


def years(words: Words, places: Iterable[int], lexicon: Lexicon) -> frozenset[str]:
    """The years a sentence names, as `year:2014`, among its tokens at `places`."""
    low = words.low
    named = [
        f"year:{low[k]}"
        for k in places
        if len(low[k]) == _YEAR_DIGITS and low[k].isdigit() and rejects.is_year(words, k, lexicon)
    ]
    return frozenset(named)


def setting(scene: Scene) -> frozenset[str]:
    """What a sentence says of all its figures but the year: when, where, who says so.

    Linear in its tokens.
    """
    told = {name for _, name in scene.cues.values() if name in _SENTENCE}
    if scene.cues or scene.months:
        told |= _days(scene)
    if scene.places:
        told |= _places(scene)
    if scene.verbs or scene.sources:
        told.update(f"speaker:{name}" for name in _speakers(scene))
    return frozenset(told)


def qualifiers(
    scene: Scene, figure: Figure, what: Counted, place: frozenset[str]
) -> tuple[str, ...]:
    """The qualifiers of a figure, sorted. Looks at a bounded number of tokens.

    Args:
        scene: Its sentence.
        figure: The figure.
        what: What it counts.
        place: The `setting` of its sentence and its `years`.
    """
    told = set(place)
    if scene.hedges:
        told |= _cues(scene, figure, what)
    if what.event_at >= 0:
        told.update(f"actor:{name}" for name in _actors(scene, figure, what))
    if what.modifiers:
        told.update(f"subset:{word}" for word in what.subset)
        told.difference_update(f"place:{word}" for word in what.modifiers)  # N Brenk lorries
    if what.total:
        told.add("cumulative")
    if what.partitive:
        told.add("part")
    return tuple(sorted(told))


def _cues(scene: Scene, figure: Figure, what: Counted) -> set[str]:
    """The cues on either side of a figure, not beyond the end of its clause.

    Some must only stand in the clause, others within a few tokens and before anything joins
    another phrase.
    """
    event = what.event_at if what.event_at >= 0 else figure.first
    left = max(figure.first - event, 0) + _NEAR
    right = max(event - figure.last, 0) + _NEAR // 2
    low, roles, found = scene.words.low, scene.lexicon.roles, set[str]()
    for index in scene.hedges:
        if index < figure.first:
            between, reach, close = low[index : figure.first], left, _CLOSE | _MOVES
        elif index >= figure.last:
            between, reach, close = low[figure.last : index + 1], right, _CLOSE
        else:
            continue
        name = scene.cues[index][1]
        clause = name in _CLAUSE and len(between) <= reach
        near = name in close and len(between) <= _CLOSE_NEAR
        if not (clause or near) or _is_month_may(scene.words, index):
            continue
        apart = roles["clauses.break"] if clause else roles["clauses.break"] | roles["clauses.join"]
        if apart.isdisjoint(between):
            found.add(name)
    return found


def _is_month_may(words: Words, index: int) -> bool:
    return index > 0 and words.raw[index] == "May"


def _days(scene: Scene) -> set[str]:
    """The months and days a sentence names, but for the day on which somebody spoke."""
    words, lexicon = scene.words, scene.lexicon
    found = set[str]()
    for index, (_, name) in scene.cues.items():
        if name.startswith("day."):
            before = words.low[max(index - _SPEECH_GAP, 0) : index]
            if lexicon.roles["speech.verb"].isdisjoint(before):
                found.add(f"day:{name.removeprefix('day.')}")
    for index in scene.months:
        if words.raw[index][0].isupper() and index:
            month = lexicon.words["months"][words.low[index]]
            beside = [w for w in (words.low[index - 1], words.low[index + 1]) if w.isdigit()]
            found.add(f"day:{month}-{beside[0]}" if beside else f"month:{month}")
    return found


def _places(scene: Scene) -> set[str]:
    """Runs of capitalised words behind a preposition of place, as `place:orla`, but for days."""
    words, lexicon = scene.words, scene.lexicon
    raw, low, canonical = words.raw, words.low, lexicon.forms.canonical
    found = set[str]()
    for index in scene.places:
        if not (raw[index + 1][:1].isupper() or raw[index + 2][:1].isupper()):
            continue
        if index and not raw[index].islower():
            continue  # a title in capitals
        start = at = index + 1 + nouns.is_stop(words, index + 1, lexicon)
        while raw[at][:1].isupper() and at < start + _NAME_WORDS:
            at += 1
        day = start in scene.cues and scene.cues[start][1].startswith("day.")
        if at > start and not day and low[start] not in lexicon.words["months"]:
            found.add(f"place:{' '.join([canonical[word] for word in low[start:at]])}")
    return found


def _speakers(scene: Scene) -> set[str]:
    """Who says it: the words before a verb of speech or behind "according to"."""
    words, lexicon = scene.words, scene.lexicon
    found = set[str]()
    for index in scene.verbs:
        told = _phrase_before(words, index, lexicon)
        found |= told or _phrase_behind(words, index, lexicon)
    for index in scene.sources:
        if source := lexicon.phrases["sources"].at(words.low, index):
            first = index + source[1]
            first += words.low[first] in lexicon.roles["particles.article"]
            found |= _phrase_from(words, first, lexicon)
    return found


def _phrase_behind(words: Words, verb: int, lexicon: Lexicon) -> set[str]:
    """Who speaks behind the verb of a tag that ends its clause: ", said Ada Brenk."."""
    if words.low[verb - 1] not in _TAG_OPENS:
        return set()
    first = verb + 1 + (words.low[verb + 1] in lexicon.roles["particles.article"])
    last = first
    while last < first + _NAME_TOKENS and _carries_on(words, last, lexicon):
        last += 1
    return _names(words, first, last, lexicon) if words.low[last] in _TAG_ENDS else set()


def _actors(scene: Scene, figure: Figure, what: Counted) -> set[str]:
    """Who did what happened: the words behind "by", else the subject of an active verb."""
    words, lexicon = scene.words, scene.lexicon
    for index in range(what.event_at + 1, what.event_at + 4):
        if words.low[index] in lexicon.roles["agents.by"]:
            return _phrase_from(words, index + 1, lexicon)
    if what.total or what.event_at > figure.first:
        return set()
    return _phrase_before(words, what.event_at, lexicon) or _subject(scene, what.event_at)


def _subject(scene: Scene, end: int) -> set[str]:
    """The phrase a sentence begins with, up to its first event word, at most to token `end`."""
    words, lexicon = scene.words, scene.lexicon
    first = 0
    while first < min(end, _NAME_TOKENS) and nouns.is_stop(words, first, lexicon):
        first += 1
    events = (index for index, _, _ in scene.events if index > first)
    return _phrase_from(words, first, lexicon, min(next(events, end), end))


def _phrase_before(words: Words, end: int, lexicon: Lexicon) -> set[str]:
    """The names and nouns right before token `end`, auxiliaries skipped.

    Empty behind "and", whose subject stands further to the left.
    """
    last = end
    while last > max(end - 3, 0) and nouns.is_stop(words, last - 1, lexicon):
        last -= 1
    if words.low[end - 1] in lexicon.roles["particles.and"]:
        return set()
    first = _phrase_start(words, last, lexicon)
    if words.low[first - 1] in lexicon.roles["places.before"]:  # the fire at the mill killed
        last = first - 1
        first = _phrase_start(words, last, lexicon)
    return _names(words, first, last, lexicon)


def _phrase_start(words: Words, last: int, lexicon: Lexicon) -> int:
    first = last
    while first > max(last - _NAME_TOKENS, 0) and _carries_on(words, first - 1, lexicon):
        first -= 1
    return first


def _phrase_from(words: Words, first: int, lexicon: Lexicon, end: int | None = None) -> set[str]:
    """The names and nouns from token `first` on, at most to token `end`."""
    last, stop = first, first + _NAME_TOKENS if end is None else min(end, first + _NAME_TOKENS)
    while last < stop and _carries_on(words, last, lexicon):
        last += 1
    return _names(words, first, last, lexicon)


def _carries_on(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for tokens that a name or noun phrase may hold."""
    word = words.low[index]
    if word in _LINKS or (word and words.low[index - 1] == "-"):
        return True
    if lexicon.forms.noun[words.raw[index]] == ENDS:
        return False
    return word not in lexicon.roles["speech.verb"]


def _names(words: Words, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """The words of a phrase in canonical form; capitals side by side are one name."""
    raw, low, nouns = words.raw, words.low, lexicon.forms.noun
    found: list[str] = []
    joined = False
    for index in range(first, last):
        if nouns[raw[index]] == ENDS:
            joined = False
            continue
        name, capital = lexicon.forms.canonical[low[index]], raw[index][0].isupper()
        if joined and capital:
            found[-1] += f" {name}"
        else:
            found.append(name)
        joined = capital
    return set(found)
