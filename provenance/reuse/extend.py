"""Passages grown from anchors.

Goes in: `Words` and anchors, pairs of words of two articles from which a
passage may run in both. Comes out: `Passages`, pairs of word spans that are
one passage. Nothing here takes a hash of a shingle for its words: the words
themselves are compared.

An anchor is grown in both directions, word by word, over a few other words
where two equal ones follow; a skipped word costs half of what a matched
one earns, and a passage ends where it has earned most. Grown segments are
chained over gaps of up to 16 words by a local alignment (Smith and Waterman
1981) of segments instead of words. So a passage is dense with matches from its
first word to its last.
"""

import numpy as np

from provenance.reuse.compiled import Value, each, kernel
from provenance.reuse.shingle import Hashes, Indices, Words, owner

# Words between two segments of one passage, and by how many the two articles may differ there.
LARGEST_GAP = 16
LARGEST_DRIFT = 10
# Two spans with fewer matched words than this share of the longer one are no passage; nor are those
# of fewer than 20 matched words, unless they match more densely: of these as many are chance.
DENSITY = 0.5
SHORT = 20
SHORT_DENSITY = 0.8
# The share of the fewest words of a passage that must stand in runs of three or more.
RUN_SHARE = 0.5
RUN = 3
# What a skipped word costs where a matched one earns 2, and by how much a passage may fall below
# its best before it ends.
COST = 1
DROP = 12
# Segments that a segment is compared with; bounds the time on text that repeats itself.
LOOK_BACK = 32
# Other words over which a passage goes on where two equal words follow: so many on either side,
# and so many replaced one by one.
LARGEST_SKIP = 3
LARGEST_REPLACED = 6
_SKIPS = np.array(
    sorted(
        {
            *((i, j) for i in range(LARGEST_SKIP + 1) for j in range(LARGEST_SKIP + 1)),
            *((i, i) for i in range(LARGEST_REPLACED + 1)),
        }
        - {(0, 0)},
        key=lambda skip: (max(skip), sum(skip), skip),
    ),
    np.int64,
)
# Anchors of one article from which growing them compiled wins, on small input too: the time grows
# with the square of the passages of a pair, as when text repeats itself or its order was changed.
MANY = 3_000
_32, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)
# The columns of a segment, and of a passage behind its two articles.
_LEFT, _LEFT_END, _RIGHT, _RIGHT_END, _MATCHED, _IN_RUNS = range(6)
COLUMNS = 7


def passages(words: Words, anchors: Hashes, min_words: int) -> Indices:
    """The passages that run through anchors.

    Args:
        words: The words of all articles.
        anchors: Two indices of words each, that of the earlier article times 2**32; sorted.
        min_words: Fewest words of a passage that must match.

    Returns:
        A row a passage: the two articles, first word and word behind the last one in the first
        article, the same in the second one, and how many words the alignment pairs. By the first
        article, then the second. A passage that lies by half or more in stronger ones on both
        sides is left out. Linear in the anchors and in the words of the passages.
    """
    of_articles = np.diff(np.searchsorted(anchors, words.bounds.astype(np.uint64) << _32))
    large = words.large or int(of_articles.max(initial=0)) > MANY
    size = max(1 << 16, len(anchors) // (4 * words.threads)) if large else len(anchors)
    # Every stretch of anchors begins with an article.
    lefts = (anchors[size::size] >> _32).astype(np.int64) if size else anchors
    articles = np.searchsorted(words.bounds, lefts, side="right") - 1
    firsts = words.bounds[articles].astype(np.uint64) << _32
    cuts = np.unique([0, *np.searchsorted(anchors, firsts).tolist(), len(anchors)])

    def found(at: int) -> Indices:
        first, last = int(cuts[at]), int(cuts[at + 1])
        room = np.empty((2 * (last - first), COLUMNS), np.int64)
        hashes = words.hashes if large else words.hashes.tolist()
        count = extend.at(large)(
            hashes, words.bounds, words.owners, anchors, first, last, min_words, room
        )
        return room[:count].copy()

    parts = each(found, range(len(cuts) - 1), words.threads)
    return np.concatenate([np.zeros((0, COLUMNS), np.int64), *parts])


def grow(words: Value, i: Value, j: Value, i_stop: Value, j_stop: Value, step: int) -> Value:
    """The first words past a passage that goes on with words i and j; words matched, in runs."""
    matched, in_runs, score = 0, 0, 0
    best, best_i, best_j, best_matched, best_in_runs = 0, i, j, 0, 0
    while True:
        streak = 0
        while i != i_stop and j != j_stop and words[i] == words[j]:
            i, j, streak = i + step, j + step, streak + 1
        # The first streak goes on with the anchor, which is a run.
        in_runs += streak if streak >= RUN or matched == 0 else 0
        matched += streak
        score += 2 * streak
        if score > best:
            best, best_i, best_j, best_matched, best_in_runs = score, i, j, matched, in_runs
        found = False
        for skip in range(len(_SKIPS)):
            k, m = i + step * _SKIPS[skip, 0], j + step * _SKIPS[skip, 1]
            if (i_stop - k) * step < 2 or (j_stop - m) * step < 2:
                continue
            if words[k] == words[m] and words[k + step] == words[m + step]:
                score -= COST * max(_SKIPS[skip, 0], _SKIPS[skip, 1])
                while k - i == m - j and i != k:  # words that match alone between replaced ones
                    matched += words[i] == words[j]
                    score += (2 + COST) * (words[i] == words[j])
                    i, j = i + step, j + step
                i, j, found = k, m, True
                break
        if not found or score < best - DROP:
            return best_i, best_j, best_matched, best_in_runs


def in_common(words: Value, i: Value, i_end: Value, j: Value, j_end: Value, row: Value) -> Value:
    """The longest common subsequence of two gaps, in words."""
    row[: j_end - j + 1] = 0
    for at in range(i, i_end):
        diagonal = 0
        for column in range(j_end - j):
            above = row[column + 1]
            if words[at] == words[j + column]:
                row[column + 1] = diagonal + 1
            elif row[column] > above:
                row[column + 1] = row[column]
            diagonal = above
    return row[j_end - j]


def segment(
    words: Value,
    bounds: Value,
    pair: Value,
    anchors: Value,
    first: Value,
    last: Value,
    found: Value,
) -> Value:
    """Writes the grown anchors of one pair of articles, those inside another left out."""
    left, right = pair
    count = 0
    for at in range(first, last):
        i, j = np.int64(anchors[at] & _LOW), np.int64(anchors[at] >> _32)
        covered = False
        for s in range(max(0, count - LOOK_BACK), count):
            if found[s, _LEFT] <= i < found[s, _LEFT_END] and j < found[s, _RIGHT_END]:
                ahead, behind = j - found[s, _RIGHT], found[s, _RIGHT_END] - j
                ahead -= i - found[s, _LEFT]
                behind -= found[s, _LEFT_END] - i
                covered |= found[s, _RIGHT] <= j and min(abs(ahead), abs(behind)) <= LARGEST_DRIFT
        if covered:
            continue
        i_end, j_end, ahead, runs_ahead = grow(words, i, j, bounds[left + 1], bounds[right + 1], 1)
        i_begin, j_begin, behind, runs_behind = grow(
            words, i - 1, j - 1, bounds[left] - 1, bounds[right] - 1, -1
        )
        found[count, _LEFT], found[count, _LEFT_END] = i_begin + 1, i_end
        found[count, _RIGHT], found[count, _RIGHT_END] = j_begin + 1, j_end
        found[count, _MATCHED], found[count, _IN_RUNS] = ahead + behind, runs_ahead + runs_behind
        count += 1
    return count


def link_segments(segments: Value, count: Value, before: Value, score: Value) -> None:
    """For each segment: the best chain that ends in it, and the segment before it there, or -1."""
    for s in range(count):
        before[s], score[s] = -1, 2 * segments[s, _MATCHED]
        for p in range(max(0, s - LOOK_BACK), s):
            left_gap = segments[s, _LEFT] - segments[p, _LEFT_END]
            right_gap = segments[s, _RIGHT] - segments[p, _RIGHT_END]
            widest = max(left_gap, right_gap)
            fits = min(left_gap, right_gap) >= 0 and widest <= LARGEST_GAP
            if not fits or abs(left_gap - right_gap) > LARGEST_DRIFT:
                continue
            total = score[p] + 2 * segments[s, _MATCHED] - COST * widest
            if total > score[s]:
                before[s], score[s] = p, total


def is_passage(spans: Value, matched: Value, in_runs: Value, min_words: int) -> Value:
    """Whether enough words of two spans match, and lie densely enough."""
    longest = max(spans[1] - spans[0], spans[3] - spans[2])
    density = SHORT_DENSITY if matched < SHORT else DENSITY
    return matched >= max(min_words, density * longest) and in_runs >= RUN_SHARE * min_words


def is_told(spans: Value, told: Value, first: Value, last: Value) -> Value:
    """Whether half of both sides lies in passages of the pair that are written already."""
    left, right = 0, 0
    for at in range(first, last):
        left += max(0, min(spans[1], told[at, 3]) - max(spans[0], told[at, 2]))
        right += max(0, min(spans[3], told[at, 5]) - max(spans[2], told[at, 4]))
    return 2 * left >= spans[1] - spans[0] and 2 * right >= spans[3] - spans[2]


def is_inside(spans: Value, told: Value, first: Value, last: Value) -> Value:
    """Whether both sides lie in one passage of the pair that is written already."""
    inside = False
    for at in range(first, last):
        inside |= (
            told[at, 2] <= spans[0]
            and spans[1] <= told[at, 3]
            and told[at, 4] <= spans[2]
            and spans[3] <= told[at, 5]
        )
    return inside


def longest_run(words: Value, whole: Value, min_words: int) -> Value:
    """The spans of the longest run of equal words in two others; empty if it is too short."""
    left, left_end, right, right_end = whole[0], whole[1], whole[2], whole[3]
    best, spans = min_words - 1, (left, left, right, right)
    # The two sides drift by what was put in and left out.
    drift = abs((left_end - left) - (right_end - right)) + LARGEST_DRIFT
    for shift in range(right - left - drift, right - left + drift + 1):
        length = 0
        for i in range(max(left, right - shift), min(left_end, right_end - shift)):
            length = length + 1 if words[i] == words[i + shift] else 0
            if length > best:
                best = length
                spans = (i + 1 - best, i + 1, i + shift + 1 - best, i + shift + 1)
    return spans


def write(pair: Value, spans: Value, matched: Value, out: Value, written: Value) -> Value:
    """Writes a passage; returns how many are written by then."""
    out[written, 0], out[written, 1] = pair
    out[written, 2], out[written, 3], out[written, 4], out[written, 5] = spans
    out[written, 6] = matched
    return written + 1


def chain(
    words: Value,
    segments: Value,
    count: Value,
    pair: Value,
    min_words: int,
    row: Value,
    out: Value,
    written: Value,
) -> Value:
    """Joins the segments of one pair, the best chain first, and writes those that are passages."""
    before, score = np.empty(count, np.int64), np.empty(count, np.int64)
    link_segments(segments, count, before, score)
    used = np.zeros(count, np.bool_)
    begin = written
    for end in np.argsort(-score, kind="mergesort"):
        if used[end]:
            continue
        left, left_end = segments[end, _LEFT], segments[end, _LEFT_END]
        right, right_end = segments[end, _RIGHT], segments[end, _RIGHT_END]
        matched, in_runs = segments[end, _MATCHED], segments[end, _IN_RUNS]
        used[end] = True
        at = before[end]
        while at >= 0 and not used[at]:
            used[at] = True
            matched += segments[at, _MATCHED]
            matched += in_common(
                words, segments[at, _LEFT_END], left, segments[at, _RIGHT_END], right, row
            )
            in_runs += segments[at, _IN_RUNS]
            left, right = segments[at, _LEFT], segments[at, _RIGHT]
            at = before[at]
        spans = (left, left_end, right, right_end)
        if is_passage(spans, matched, in_runs, min_words) and not is_told(
            spans, out, begin, written
        ):
            written = write(pair, spans, matched, out, written)
    # What is guaranteed: no run of the fewest words is lost to what stands around it.
    for at in range(count):
        whole = segments[at, _LEFT : _RIGHT_END + 1]
        if segments[at, _MATCHED] < min_words or is_inside(whole, out, begin, written):
            continue
        spans = longest_run(words, whole, min_words)
        if spans[1] > spans[0] and not is_told(spans, out, begin, written):
            written = write(pair, spans, spans[1] - spans[0], out, written)
    return written


@kernel(
    owner,
    grow,
    in_common,
    segment,
    link_segments,
    is_passage,
    is_told,
    is_inside,
    longest_run,
    write,
    chain,
)
def extend(
    words: Value,
    bounds: Value,
    owners: Value,
    anchors: Value,
    first: int,
    last: int,
    min_words: int,
    out: Value,
) -> int:
    """Writes the passages of the anchors from `first` to before `last`; returns how many.

    Args:
        words, bounds, owners: Of `Words`: `hashes`, `bounds`, `owners`.
        anchors: Sorted. Those of one earlier article must not be torn apart.
        first, last: Rows of `anchors`.
        min_words: As for `passages`.
        out: Room for two rows an anchor.
    """
    written, at = 0, first
    row = np.zeros(LARGEST_GAP + 1, np.int64)
    while at < last:
        left = owner(np.int64(anchors[at] >> _32), bounds, owners)
        stop = at
        while stop < last and np.int64(anchors[stop] >> _32) < bounds[left + 1]:
            stop += 1
        # Turned over, so that the anchors of one later article lie side by side.
        turned = (anchors[at:stop] << _32) | (anchors[at:stop] >> _32)
        turned.sort()
        segments = np.empty((len(turned), 6), np.int64)
        begin = 0
        while begin < len(turned):
            right = owner(np.int64(turned[begin] >> _32), bounds, owners)
            end = begin
            while end < len(turned) and np.int64(turned[end] >> _32) < bounds[right + 1]:
                end += 1
            pair = (left, right)
            count = segment(words, bounds, pair, turned, begin, end, segments)
            if count > 1 or segments[0, _MATCHED] >= min_words:  # most are chance
                written = chain(words, segments, count, pair, min_words, row, out, written)
            begin = end
        at = stop
    return written
