"""The kernel that reads words out of UTF-8: cuts, folds and hashes them in one pass.

Goes in: the bytes of many texts. Comes out: one 32-bit hash a word, its place
in code points, and which words hold characters that are not folded one by one;
those are hashed by `folding` in the ordinary way. The words are those of
`provenance.text.tokens`, to the letter; a property holds the two together.

It is not written for the eye: eight bytes are looked at in one step, since
looking at each costs twice the time of all that follows.
"""

import numpy as np

from provenance.reuse.compiled import Value, kernel

# What a byte below 128 is, or a code point; a byte that is none of the first three is a letter or
# digit, and stands in the table in lower case.
OTHER, APOSTROPHE, WIDE, LETTER, MARK, UNSPACED = range(6)
# In the table of folded code points: one that is left out, and one that needs its whole word.
INVISIBLE = 0xFFFFFFFE
CONTEXT = 0xFFFFFFFF

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
LAST_MULTIPLIER = np.uint64(0xFF51AFD7ED558CCD)

# Numbers without a sign throughout: a signed index could count from the end, and every access
# would have to look whether it does.
_0, _1, _2, _3, _4, _6, _8, _12, _18, _32, _56, _63, _64 = (
    np.uint64(value) for value in (0, 1, 2, 3, 4, 6, 8, 12, 18, 32, 56, 63, 64)
)
_QUOTE, _CURLY = np.uint64(0x27), np.uint64(0x2019)
_TAIL, _CONTINUED = np.uint64(0x3F), np.uint64(0x80)
_TWO, _THREE, _FOUR = np.uint64(0xC0), np.uint64(0xE0), np.uint64(0xF0)
# The same in all eight bytes of a block.
_TOPS = np.uint64(0x8080808080808080)
_ONES = np.uint64(0x0101010101010101)
_LOWER = np.uint64(0x2020202020202020)
# What carries a byte of seven bits over 0x7F when it is `a` or more, more than `z`, `0` or more,
# more than `9`.
_FROM_A = np.uint64(0x1F1F1F1F1F1F1F1F)
_OVER_Z = np.uint64(0x0505050505050505)
_FROM_0 = np.uint64(0x5050505050505050)
_OVER_9 = np.uint64(0x4646464646464646)


def _eight(blocks: Value, at: Value) -> tuple[Value, Value]:
    """Eight bytes from a place on, in lower case, and how many of them begin with ASCII letters."""
    block, shift = at >> _3, (at & np.uint64(7)) << _3
    found = blocks[block] >> shift
    # In two steps, since a shift by 64 is not defined.
    found |= (blocks[block + _1] << (_63 - shift)) << _1
    seven = found & ~_TOPS
    lower = seven | _LOWER
    letters = (lower + _FROM_A) & ~(lower + _OVER_Z)
    digits = (seven + _FROM_0) & ~(seven + _OVER_9)
    other = ~((letters | digits) & ~found) & _TOPS
    if other == _0:
        return lower, _8
    # The bits below the first other byte, one of each byte counted by a multiplication.
    below = (other & (~other + _1)) - _1
    return lower, (((below & _ONES) * _ONES) >> _56) - _1


def _decoded(data: Value, at: Value) -> tuple[Value, Value]:
    """The code point at a lead byte of valid UTF-8, and how many bytes it takes."""
    lead = np.uint64(data[at])
    second = np.uint64(data[at + _1]) & _TAIL
    if lead < _THREE:
        return ((lead & np.uint64(0x1F)) << _6) | second, _2
    third = np.uint64(data[at + _2]) & _TAIL
    if lead < _FOUR:
        return ((lead & np.uint64(0x0F)) << _12) | (second << _6) | third, _3
    fourth = np.uint64(data[at + _3]) & _TAIL
    point = ((lead & np.uint64(0x07)) << _18) | (second << _12)
    return point | (third << _6) | fourth, _4


def _pushed(state: Value, chunk: Value, shift: Value, byte: Value) -> tuple[Value, Value, Value]:
    """A hash with one more byte; eight at a time are mixed in."""
    chunk |= byte << shift
    shift += _8
    if shift < _64:
        return state, chunk, shift
    state = (state ^ chunk) * MULTIPLIER
    return state ^ (state >> _32), _0, _0


def _pushed_point(
    state: Value, chunk: Value, shift: Value, point: Value
) -> tuple[Value, Value, Value]:
    """A hash with the UTF-8 of one more code point."""
    if point < _CONTINUED:
        return _pushed(state, chunk, shift, point)
    if point < np.uint64(0x800):
        state, chunk, shift = _pushed(state, chunk, shift, _TWO | (point >> _6))
        return _pushed(state, chunk, shift, _CONTINUED | (point & _TAIL))
    if point < np.uint64(0x10000):
        state, chunk, shift = _pushed(state, chunk, shift, _THREE | (point >> _12))
    else:
        state, chunk, shift = _pushed(state, chunk, shift, _FOUR | (point >> _18))
        state, chunk, shift = _pushed(state, chunk, shift, _CONTINUED | ((point >> _12) & _TAIL))
    state, chunk, shift = _pushed(state, chunk, shift, _CONTINUED | ((point >> _6) & _TAIL))
    return _pushed(state, chunk, shift, _CONTINUED | (point & _TAIL))


def _continues(data: Value, at: Value, kinds: Value, classes: Value) -> Value:
    """Whether a letter stands at a place, so that an apostrophe before it is inside a word."""
    kind = kinds[data[at]]
    if kind != WIDE:
        return kind > WIDE
    point, _ = _decoded(data, at)
    return classes[point] == LETTER


def _rest(
    data: Value,
    at: Value,
    ahead: Value,
    state: Value,
    chunk: Value,
    shift: Value,
    kinds: Value,
    classes: Value,
    folds: Value,
) -> tuple[Value, Value, Value, Value]:
    """Goes on with a word to its end: the hash, the place, the surplus bytes, whether it is odd."""
    is_odd = False
    while True:
        kind = kinds[data[at]]
        width = _1
        if kind > WIDE:
            state, chunk, shift = _pushed(state, chunk, shift, np.uint64(kind))
        elif kind == OTHER:
            break
        else:
            point = _QUOTE
            if kind == WIDE:
                point, width = _decoded(data, at)
            if point == _QUOTE or point == _CURLY:
                if not _continues(data, at + width, kinds, classes):
                    break
                state, chunk, shift = _pushed(state, chunk, shift, _QUOTE)
            else:
                group = classes[point]
                if group != LETTER and group != MARK:
                    break
                is_odd |= folds[point] == CONTEXT
                if folds[point] < INVISIBLE:
                    state, chunk, shift = _pushed_point(
                        state, chunk, shift, np.uint64(folds[point])
                    )
        at += width
        ahead += width - _1
    return _finished(state, chunk, shift), at, ahead, is_odd


def _finished(state: Value, chunk: Value, shift: Value) -> Value:
    """The hash of a word that has ended."""
    if shift != _0:
        state = (state ^ chunk) * MULTIPLIER
        state ^= state >> _32
    return np.uint32((state * LAST_MULTIPLIER) >> _32)


def _opening(blocks: Value, at: Value) -> tuple[Value, Value, Value, Value]:
    """The hash of the ASCII letters with which a word begins, and the place behind them."""
    state = _0
    chunk, size = _eight(blocks, at)
    while size == _8:
        state = (state ^ chunk) * MULTIPLIER
        state ^= state >> _32
        at += _8
        chunk, size = _eight(blocks, at)
    shift = size << _3
    return state, chunk & ((_1 << shift) - _1), shift, at + size


def _wide(
    data: Value, at: Value, ahead: Value, kinds: Value, classes: Value, folds: Value
) -> tuple[Value, Value, Value, Value, Value]:
    """Whether a word begins with a character that is not ASCII; and as `_rest` has it."""
    point, width = _decoded(data, at)
    at += width
    ahead += width - _1
    group = classes[point]
    if group != LETTER and group != UNSPACED:
        return False, np.uint32(0), at, ahead, False
    is_odd = folds[point] >= INVISIBLE
    state, chunk, shift = _pushed_point(_0, _0, _0, np.uint64(folds[point]))
    if group == UNSPACED:
        return True, _finished(state, chunk, shift), at, ahead, is_odd
    value, at, ahead, is_odd_inside = _rest(
        data, at, ahead, state, chunk, shift, kinds, classes, folds
    )
    return True, value, at, ahead, is_odd | is_odd_inside


@kernel(_eight, _decoded, _pushed, _pushed_point, _finished, _continues, _rest, _opening, _wide)
def scan(
    data: Value,
    blocks: Value,
    text_ends: Value,
    kinds: Value,
    classes: Value,
    folds: Value,
    hashes: Value,
    starts: Value,
    ends: Value,
    word_ends: Value,
    odd: Value,
) -> tuple[int, int]:
    """Writes the words of texts; returns how many, and how many of them are odd.

    Args:
        data: The texts in UTF-8, a line feed after each, and at least 9 bytes to spare.
        blocks: The same memory as 64-bit numbers.
        text_ends: Where the line feed behind each text stands.
        kinds, classes, folds: What each byte and code point is and folds to; see `folding`.
        hashes, starts, ends: Room for one value for every second byte. Places are code points
            from the beginning of the word's text.
        word_ends: Room for a number a text: how many words there are up to its end.
        odd: Rows of the number of a word, its first byte and the byte behind it.
    """
    count, odd_count, at = _0, _0, _0
    for text in range(len(text_ends)):
        stop = np.uint64(text_ends[text])
        ahead = at  # the bytes before this text, and those of its characters after the first
        while at < stop:
            kind = kinds[data[at]]
            begin, first = at, at - ahead
            if kind > WIDE:
                state, chunk, shift, at = _opening(blocks, at)
                is_odd = False
                if kinds[data[at]] == OTHER:  # as nearly all words end
                    value = _finished(state, chunk, shift)
                else:
                    value, at, ahead, is_odd = _rest(
                        data, at, ahead, state, chunk, shift, kinds, classes, folds
                    )
            elif kind != WIDE:
                at += _1
                continue
            else:
                is_word, value, at, ahead, is_odd = _wide(data, at, ahead, kinds, classes, folds)
                if not is_word:
                    continue
            if is_odd:
                odd[odd_count, 0], odd[odd_count, 1], odd[odd_count, 2] = count, begin, at
                odd_count += _1
            hashes[count], starts[count], ends[count] = value, first, at - ahead
            count += _1
        at = stop + _1
        word_ends[text] = count
    return int(count), int(odd_count)
