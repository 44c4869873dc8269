"""The words around a figure or date, by which near-identical sentences are told.

In: the tokens of a sentence and where the figure or date stands. Out: the content words to its
left and right, nearest first, with the names, times and cues among them, and how alike two such
windows are. Nothing is said of the figures themselves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.numbers.lexicon import Lexicon
from provenance.numbers.nouns import canonical
from provenance.numbers.story import Sentence
from provenance.text.sentence_tokens import Words

_REACH = 10  # content words on each side
_TOKENS = 30  # and so many tokens at most
_NEAR = 5  # content words on each side that are next to the figure
_CUE_TOKENS = 10  # behind the figure, and not beyond a fence
_ABBREVIATION = 2  # "Mr." and "Dr." end no sentence
_YEAR = 4

# Near-identical sentences, by the content words they share: so many at least, and such a share of
# those that could be shared. With few words they must be the same words in the same order.
_FEW = 4
_MANY, _MANY_SHARE = 7, 0.75
_NEAR_SHARE = 0.85
_SUBJECT = 3  # content words before the figure in which the name stands
_REPEATED = 8  # words besides the figure in a sentence without a name that is the same otherwise
_WHOLE = 5  # tokens of a sentence that stands word for word in the other


@dataclass
class Window:
    """What stands around a figure or date in its sentence; most of it is only read if asked for.

    Attributes:
        words, first, last: The sentence and the tokens of the figure or date.
        left, right: Content words in lower case, nearest first; other figures as what they allow.
        places: The tokens of these.
        clause: The tokens of the clause and before.
        lexicon: The words of figures.
    """

    words: Words
    first: int
    last: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    places: tuple[int, ...]
    clause: range
    lexicon: Lexicon

    @cached_property
    def names(self) -> frozenset[str]:
        """Content words with a capital, but for days and months; none in a title."""
        return _names(self.words, self.places, self.lexicon)

    @cached_property
    def opener(self) -> str:
        """The word that opens the sentence, which has a capital for that alone."""
        low = self.words.low
        return next(
            (canonical(low[at], self.lexicon) for at in self.clause if low[at].isalnum()), ""
        )

    @cached_property
    def _cues(self) -> dict[int, str]:
        at, low = self.lexicon.cues.at, self.words.low
        return {index: cue[0] for index in self.clause if (cue := at(low, index))}

    @property
    def cues(self) -> frozenset[str]:
        """Names of cues in the clause and before, such as `cue.then`, `day.monday`."""
        return frozenset(self._cues.values())

    @property
    def cues_before(self) -> frozenset[str]:
        """Those before the figure."""
        return frozenset(cue for at, cue in self._cues.items() if at < self.first)

    @property
    def years(self) -> frozenset[str]:
        """Years named in the clause or before."""
        low = self.words.low
        return frozenset(low[at] for at in self.clause if _is_year(low[at]))

    @property
    def months(self) -> frozenset[str]:
        """Months named in the clause or before."""
        raw, low, months = self.words.raw, self.words.low, self.lexicon.words["months"]
        told = (at for at in self.clause if low[at] in months and raw[at][:1].isupper())
        return frozenset(months[low[at]] for at in told)

    @property
    def numbers(self) -> set[str]:
        """The other figures and numbers next to it."""
        return _numbers((*self.left[:_NEAR], *self.right[:_NEAR]))

    @property
    def all_numbers(self) -> set[str]:
        """Those and the ones further off."""
        return _numbers((*self.left, *self.right))


def _numbers(words: Iterable[str]) -> set[str]:
    return {word for word in words if word[0] == "=" or word.isdigit()}


def of_figure(sentence: Sentence, index: int, lexicon: Lexicon) -> Window:
    """The window of the figure `index` of a sentence; made once."""
    made: dict[int, Window] = sentence.kept.setdefault(Window, {})
    if index not in made:
        figure = sentence.figures[index]
        place = figure.first, figure.last
        made[index] = window(sentence.words, place, _masks(sentence), lexicon)
    return made[index]


def window(
    words: Words, place: tuple[int, int], others: Mapping[int, str], lexicon: Lexicon
) -> Window:
    """The window of the figure or date at the tokens `place`. Looks at a bounded number of tokens.

    Args:
        words: Its sentence.
        place: Its tokens, half-open.
        others: For each token of another figure the figure's name, or nothing for all but one.
        lexicon: The words of figures.
    """
    first, last = place
    start, end = _bounds(words, first, last)
    left = _content(words, range(first - 1, start - 1, -1), others, lexicon)
    right = _content(words, range(last, end), others, lexicon)
    return Window(
        words=words,
        first=first,
        last=last,
        left=tuple(left.values()),
        right=tuple(right.values()),
        places=(*left, *right),
        clause=range(start, _fence(words, last, lexicon)),
        lexicon=lexicon,
    )


def before(words: Words, first: int, lexicon: Lexicon) -> tuple[str, ...]:
    """`Window.left` of a date that begins at token `first`."""
    start, _ = _bounds(words, first, first)
    return tuple(_content(words, range(first - 1, start - 1, -1), {}, lexicon).values())


def _bounds(words: Words, first: int, last: int) -> tuple[int, int]:
    """The tokens to which the sentence reaches, or far enough."""
    low, start, end = (
        words.low,
        max(first - _TOKENS, 0),
        max(min(last + _TOKENS, words.count), last),
    )
    if "." in low[start:first]:
        before = range(first - 1, start - 1, -1)
        start = next((at + 1 for at in before if _ends(words, at)), start)
    if "." in low[last:end]:
        end = next((at for at in range(last, end) if _ends(words, at)), end)
    return start, end


def _content(
    words: Words, steps: range, others: Mapping[int, str], lexicon: Lexicon
) -> dict[int, str]:
    """Content words by their tokens, from the figure outwards."""
    raw, content = words.raw, lexicon.forms.content
    found: dict[int, str] = {}
    for at in steps:
        if told := others[at] if at in others else content[raw[at]]:
            found[at] = told
            if len(found) == _REACH:
                break
    return found


def _names(words: Words, places: Iterable[int], lexicon: Lexicon) -> frozenset[str]:
    """The words with a capital in one spelling for one name; none where all have one."""
    told = [at for at in places if words.low[at][:1].isalpha()]
    capital = [at for at in told if words.raw[at][:1].isupper()]
    if len(capital) == len(told):
        return frozenset()
    days, months = lexicon.phrases["weekdays"].first, lexicon.words["months"]
    named = (words.low[at] for at in capital)
    return frozenset(
        canonical(word, lexicon) for word in named if word not in days and word not in months
    )


def _ends(words: Words, at: int) -> bool:
    """A full stop in a sentence that was not cut there: behind a longer word or a number."""
    before = words.raw[at - 1] if at else ""
    return words.low[at] == "." and not before[:1].isupper() and len(before) > _ABBREVIATION


def _fence(words: Words, last: int, lexicon: Lexicon) -> int:
    """The token that ends the clause of a figure that ends before token `last`."""
    at, end = last, min(last + _CUE_TOKENS, words.count)
    while at < end and words.low[at] != "," and words.low[at] not in lexicon.roles["clauses.break"]:
        at += 1
    return at


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit() and "1800" < word < "2100"


def _masks(sentence: Sentence) -> dict[int, str]:
    """For each token of a figure what stands for it: the value at the first, then nothing."""
    told: dict[int, str] = {}
    for figure, row in zip(sentence.figures, sentence.quantities, strict=True):
        told |= dict.fromkeys(range(figure.first, figure.last), "")
        told[figure.first] = f"={row.low:g}-{row.high} {row.unit or row.kind}"
    return told


def both_differ(mine: Iterable[str], yours: Iterable[str]) -> bool:
    """True when each holds something that the other does not."""
    mine, yours = set(mine), set(yours)
    return bool(mine - yours) and bool(yours - mine)


def alike(one: Window, other: Window) -> bool:
    """True when the two stand at the same place of two near-identical sentences.

    Either most of the content words on both sides are shared, or nearly all of those next to the
    figure, or one sentence stands word for word in the other. A few shared words must hold a name:
    "that post was shared 40 times" is said of many a post. Lines of a text that was wrapped are no
    sentences, and what sets them apart may stand in the next one.
    """
    if not (complete(one.words) and complete(other.words)):
        return False
    shared, possible = _shared(one, other, _REACH)
    if shared >= _MANY:
        parallel = _parallel(one.left, other.left)
        if shared >= _MANY_SHARE * possible:
            return not parallel and not _parallel(*_cut(one.right, other.right))
        near, nearest = _shared(one, other, _NEAR)
        if near >= _MANY and near >= _NEAR_SHARE * nearest:
            return not parallel
    if not named(one, other):
        return False
    if shared >= _FEW:
        return _follows(one.left, other.left) and _follows(one.right, other.right)
    return shared == possible and _within(one, other)


def of_one_name(one: Window, other: Window) -> bool:
    """True for "Brenk was jailed for six years" twice: a name with a verb, or with a word behind.

    The name opens both sentences; numbers beside it are those of a list.
    """
    mine, yours = one.left, other.left
    subject = set(mine[:_SUBJECT]) & set(yours[:_SUBJECT])
    if not (complete(one.words) and complete(other.words)) or not _follows(mine, yours):
        return False
    if _numbers(subject) or min(len(mine), len(yours)) > _SUBJECT:
        return False
    if not (subject & one.names & other.names and named(one, other)):
        return False
    return len(subject) > 1 or one.right[:1] == other.right[:1] != ()


def repeated(one: Window, other: Window) -> bool:
    """True when two longer sentences that begin with "the" are the same but for the figure."""
    mine, yours = one.words, other.words
    around = [
        (*each.low[: window.first], "", *each.low[window.last : each.count])
        for each, window in ((mine, one), (yours, other))
    ]
    return around[0] == around[1] and around[0][0] == "the" and _tokens(one) >= _REPEATED


def named(one: Window, other: Window) -> bool:
    """True when the two share a name; a word that opens both sentences may be none."""
    common = one.names & other.names
    return bool(common - {one.opener} or common - {other.opener})


def shared(one: Window, other: Window) -> list[str]:
    """The content words next to the two that they share, in the order of the first."""
    around = (*reversed(one.left[:_NEAR]), *one.right[:_NEAR])
    common = set(other.left) | set(other.right)
    return [word for word in dict.fromkeys(around) if word in common and word[0] != "="]


def complete(words: Words) -> bool:
    """True for a sentence that begins with anything but a small letter and ends in a mark."""
    first = next((word for word in words.raw if word[:1].isalnum()), "")
    return (
        bool(words.count) and not first[:1].islower() and not words.raw[words.count - 1].isalnum()
    )


def alike_before(one: Window, other: Window) -> bool:
    """True when the two sentences are the same up to the two, and hold a name there.

    What follows must not run on in parallel with other figures in it.
    """
    if one.left != other.left or len(one.left) < _FEW or not named(one, other):
        return False
    follow = [_numbers(window.right) for window in (one, other)]
    return not (set(one.right) & set(other.right) and both_differ(*follow))


def _shared(one: Window, other: Window, reach: int) -> tuple[int, int]:
    """How many of the nearest content words are shared, and how many could be."""
    shared = possible = 0
    for left, right in ((one.left, other.left), (one.right, other.right)):
        mine, yours = left[:reach], right[:reach]
        common = set(mine).intersection(yours)
        shared += sum([min(mine.count(word), yours.count(word)) for word in common])
        possible += min(len(mine), len(yours))
    return shared, possible


def _follows(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """True when the one is as the other begins."""
    size = min(len(mine), len(yours))
    return mine[:size] == yours[:size]


def _parallel(mine: tuple[str, ...], yours: tuple[str, ...]) -> bool:
    """True when more than one word stands for another one: "among white voters", "among women"."""
    return min(len(set(mine) - set(yours)), len(set(yours) - set(mine))) > 1


def _cut(mine: tuple[str, ...], yours: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both without what follows the last word that the other one has too."""
    ends = [
        max((place for place, word in enumerate(one, 1) if word in other), default=0)
        for one, other in ((mine, yours), (yours, mine))
    ]
    return mine[: ends[0]], yours[: ends[1]]


def _within(one: Window, other: Window) -> bool:
    """True when the shorter of the two sentences stands word for word in the other."""
    run = 0
    for step in (-1, 1):
        mine = one.first - 1 if step < 0 else one.last
        yours = other.first - 1 if step < 0 else other.last
        while 0 <= mine < one.words.count and 0 <= yours < other.words.count:
            if one.words.low[mine] != other.words.low[yours]:
                break
            run, mine, yours = run + one.words.low[mine].isalnum(), mine + step, yours + step
    return run >= max(_WHOLE, min(_tokens(one), _tokens(other)))


def _tokens(window: Window) -> int:
    """Words of the sentence without the figure."""
    low = window.words.low
    return sum(word.isalnum() for word in (*low[: window.first], *low[window.last :]))
