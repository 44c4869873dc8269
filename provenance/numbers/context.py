"""Tells what a figure counts and what happened to it.

In: the tokens of a sentence, a figure, and the cues of the sentence. Out: the
noun with its modifiers and the class of the nearest event. Windows are bounded
and nothing is parsed: where the words do not settle it, the answer is null.
"""

from typing import NamedTuple

from provenance.model import Bound
from provenance.numbers import nouns, placed
from provenance.numbers.figures import Figure
from provenance.numbers.lexicon import CUE, MONTH, PLACE, SOURCE, SPEECH, Lexicon
from provenance.numbers.nouns import Noun
from provenance.numbers.numerals import past_hyphen
from provenance.text.sentence_tokens import Words

_EVENT_CHARS = 60
_EVENT_TOKENS = 14
# What a comma, an "and" or another clause between figure and event counts for, in characters.
_JOIN_CHARS = 25
_PREDICATE_TOKENS = 15
_NEAR_TOKENS = 3


class Counted(NamedTuple):
    """What a figure counts.

    Attributes:
        noun: Singular; null when not told.
        modifiers: Words that narrow the noun, canonical, sorted.
        subset: Those of them that are no names, as written.
        event: Event class; null when none is near.
        event_at: Token of the event word; -1 when there is none.
        total: True for "the number of X rose to N".
        partitive: True for "N of the X".
    """

    noun: str | None
    modifiers: tuple[str, ...]
    subset: tuple[str, ...]
    event: str | None
    event_at: int
    total: bool
    partitive: bool


class Scene(NamedTuple):
    """A sentence with what is found in it.

    Attributes:
        cues: End and name, such as `negated` or `day.monday`, by the token they begin with.
        events: First token, end and class of each event, in order.
        hedges: Tokens of the other cues but for days.
        months: Tokens that may be months; `places` prepositions of place, `verbs` verbs of speech,
            `sources` the beginnings of "according to".
    """

    words: Words
    lexicon: Lexicon
    cues: dict[int, tuple[int, str]]
    events: list[tuple[int, int, str]]
    hedges: list[int]
    months: list[int]
    places: list[int]
    verbs: list[int]
    sources: list[int]

    @classmethod
    def of(cls, words: Words, lexicon: Lexicon) -> "Scene":
        """The scene of a sentence; of overlapping cues the longer. Linear in the tokens."""
        low, marks = words.low, lexicon.marks
        scene = cls(words, lexicon, {}, [], [], [], [], [], [])
        resume = 0
        for index in words.places(marks):
            mark = marks[low[index]]
            if mark == PLACE:
                scene.places.append(index)
                continue
            if mark & CUE and index >= resume and (cue := lexicon.cues.at(low, index)):
                resume = index + cue[1]
                family, _, name = cue[0].partition(".")
                scene.cues[index] = (resume, name if family == "cue" else cue[0])
                if family == "event":
                    scene.events.append((index, resume, name))
                elif family == "cue":
                    scene.hedges.append(index)
            if mark & PLACE:
                scene.places.append(index)
            if mark & SPEECH:
                scene.verbs.append(index)
            if mark & MONTH:
                scene.months.append(index)
            if mark & SOURCE:
                scene.sources.append(index)
        return scene


def counted(scene: Scene, figure: Figure) -> Counted:
    """What `figure` counts. Looks at a bounded number of tokens."""
    words, lexicon = scene.words, scene.lexicon
    start, partitive = _behind_of(words, figure.last, lexicon)
    noun, total = _noun(words, figure, start, lexicon), False
    first, last = figure.first, max(figure.last, noun.index + 1 if noun else 0)
    if noun is None and (subject := _subject(words, figure, lexicon)):
        noun, total = subject
        first, last = (noun.index, noun.index + 1) if noun else (first, last)
    itself = noun.index if noun else -1
    still = not scene.events or figure.attributive or figure.kind in placed.KINDS
    at, event = (-1, None) if still else _event(scene, first, last, itself)
    if at == itself and event and figure.kind != "count":
        at, event = -1, None  # a share of the deaths
    word = noun.word if noun else None
    if event and (noun is None or at == itself) and (total or _near(words, figure, at)):
        word = lexicon.implied.get(event, word) if figure.kind == "count" else word
    return Counted(
        noun=word,
        modifiers=_modifiers(words, noun, lexicon) if noun and noun.modifiers else (),
        subset=_subset(words, noun) if noun and noun.modifiers else (),
        event=event,
        event_at=at,
        total=total,
        partitive=partitive and figure.kind == "count",
    )


def _behind_of(words: Words, last: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Where the noun phrase of "dozens of X", "55 of their X", "10 of the 20 X" begins."""
    if words.low[last] not in lexicon.roles["particles.of"]:
        return last, False
    start, whole = last + 1, False
    if words.low[start] in lexicon.roles["determiners.whole"]:
        start, whole = start + 1, True
    elif words.low[start] in lexicon.roles["determiners.owner"]:
        start += 1
    if words.low[start][:1].isdigit() or words.low[start] in lexicon.values["cardinals"]:
        start += 1
    return start, whole


def _noun(words: Words, figure: Figure, start: int, lexicon: Lexicon) -> Noun | None:
    """The noun behind the figure."""
    if figure.attributive:
        at = past_hyphen(words, figure.last, lexicon)
        if figure.kind != "count":
            return nouns.noun_behind(words, at, lexicon)
        return Noun(nouns.singular(words.low[at], lexicon), at, ())  # a 12-member gang
    if figure.kind in ("rank", "ordinal"):
        return nouns.noun_behind(words, figure.last, lexicon)
    if figure.kind == "count":
        one = figure.value == 1 and figure.bound == Bound.EXACT
        return (nouns.noun_behind if one else nouns.plural_behind)(words, start, lexicon)
    if start > figure.last and figure.kind != "money":
        return nouns.noun_behind(words, start, lexicon)
    return None


def _subject(words: Words, figure: Figure, lexicon: Lexicon) -> tuple[Noun | None, bool] | None:
    """The noun of "the number of X rose to N"; null noun for a bare toll."""
    low = words.low
    if figure.kind != "count" or figure.attributive:
        return None
    if low[figure.first - 1] not in lexicon.roles["totals.verb"]:
        return None
    for index in range(figure.first - 2, max(figure.first - 2 - _PREDICATE_TOKENS, -1), -1):
        if low[index] in lexicon.roles["clauses.break"]:
            return None
        if low[index] in lexicon.roles["totals.noun"]:
            start, _ = _behind_of(words, index + 1, lexicon)
            of = start > index + 1
            return (nouns.plural_behind(words, start, lexicon) if of else None), True
    return None


def _modifiers(words: Words, noun: Noun, lexicon: Lexicon) -> tuple[str, ...]:
    narrowing = {nouns.canonical(words.low[index], lexicon) for index in noun.modifiers}
    return tuple(sorted(narrowing))


def _subset(words: Words, noun: Noun) -> tuple[str, ...]:
    """Modifiers in lower case; the genitive of an owner ("the city's") makes no subset."""
    lower = {words.low[index] for index in noun.modifiers if words.raw[index].islower()}
    return tuple(sorted(word for word in lower if not word.endswith("'s")))


def _event(scene: Scene, first: int, last: int, noun: int) -> tuple[int, str | None]:
    """Token and class of the event word nearest to the tokens `first` to `last`.

    The token `noun` counts itself ("200 votes") and is an event only where that implies what
    is counted ("20 deaths").
    """
    best: tuple[int, int, str | None] = (_EVENT_CHARS + 1, -1, None)
    for index, end, event in scene.events:
        if not first - _EVENT_TOKENS <= index < last + _EVENT_TOKENS:
            continue
        if index == noun and event not in scene.lexicon.implied:
            continue
        left, right = (end, first) if index < first else (last, index)
        distance = _distance(scene, left, right) if left < right else 0
        if distance < best[0]:
            best = (distance, index, event)
    return best[1], best[2]


def _distance(scene: Scene, left: int, right: int) -> int:
    """Characters between two tokens, more where a clause ends between them."""
    words, lexicon = scene.words, scene.lexicon
    inner = words.low[left:right]
    if not lexicon.roles["clauses.break"].isdisjoint(inner):
        return _EVENT_CHARS + 1
    joins = sum(word in lexicon.roles["clauses.join"] for word in inner)
    return words.starts[right] - words.ends[left - 1] + _JOIN_CHARS * joins


def _near(words: Words, figure: Figure, at: int) -> bool:
    """True when the event stands right beside: 20 were killed, killing 20, 20 deaths."""
    behind = at >= figure.last
    between = words.low[figure.last : at] if behind else words.low[at + 1 : figure.first]
    return len(between) <= _NEAR_TOKENS and all(word.isalpha() for word in between)
