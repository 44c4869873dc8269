"""What the search promises of a whole corpus: every run, no square, the same bytes, within memory."""

import io
import random
from collections import Counter
from itertools import combinations

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.errors import ConfigError
from provenance.model import Article, Credit, Match, Quote, Region
from provenance.reuse import classify, clusters, find, lsh, reading, verify, winnow
from provenance.reuse import search as engine
from provenance.reuse.join import LARGEST, joined
from provenance.reuse.search import search
from provenance.reuse.shingle import words
from provenance.text.tokens import tokenise

MIN_WORDS = 12


def common_runs(left, right, least):
    """All maximal stretches of equal words of two texts, by brute force: places and lengths."""
    places = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    for i, word in enumerate(left):
        for j in places.get(word, []):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            n = 1
            while i + n < len(left) and j + n < len(right) and left[i + n] == right[j + n]:
                n += 1
            if n >= least:
                yield i, j, n


def planted(seed, vocabulary, count=6, length=60):
    """Texts at random with runs of one another in them, some of the runs edited at their edges."""
    rnd = random.Random(seed)
    texts = [rnd.choices(vocabulary, k=rnd.randint(length // 2, length)) for _ in range(count)]
    for _ in range(2 * count):
        source, target = rnd.sample(range(count), 2)
        at = rnd.randrange(max(1, len(texts[source]) - 8))
        run = texts[source][at : at + rnd.randint(8, 30)]
        for place in rnd.sample(range(len(run)), rnd.randint(0, len(run) // 8)):
            run[place] = rnd.choice(vocabulary)
        into = rnd.randint(0, len(texts[target]))
        texts[target] = texts[target][:into] + run + texts[target][into:]
    return texts


def crowded(texts):
    """Runs of five words that stand so often that their bucket is a giant."""
    counts = Counter(tuple(text[at : at + 5]) for text in texts for at in range(len(text) - 4))
    return {shingle for shingle, count in counts.items() if count > LARGEST}


def proposed(found, rows):
    """The diagonals of anchors of fingerprints, by pair of articles."""
    bits = len(found.hashes).bit_length()
    pairs = joined(winnow.fingerprints(found), bits, rows, found.large).pairs
    left, right = (pairs >> np.uint64(32)).astype(int), (pairs & np.uint64(0xFFFFFFFF)).astype(int)
    one, two = (np.searchsorted(found.bounds, side, side="right") - 1 for side in (left, right))
    places = zip(
        one.tolist(),
        two.tolist(),
        (left - found.bounds[one]).tolist(),
        (right - found.bounds[two]).tolist(),
        strict=True,
    )
    return set(places)


def check_anchors(words_at, rows_of, texts):
    giants = crowded(texts)
    for large in (False, True):
        found = words_at(large, *texts)
        anchors = proposed(found, rows_of(found.bounds))
        for (a, left), (b, right) in combinations(enumerate(texts), 2):
            for i, j, n in common_runs(left, right, winnow.GUARANTEE):
                if any(tuple(left[at : at + 5]) in giants for at in range(i, i + n - 4)):
                    continue
                assert any((a, b, i + at, j + at) in anchors for at in range(n - 4)), (a, b, i, j)


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=40), min_size=2, max_size=4))
def test_every_run_of_eight_words_is_proposed_in_any_texts(words_at, rows_of, texts):
    """Of three words only, so that nearly all texts have runs in common by themselves."""
    check_anchors(words_at, rows_of, texts)


@pytest.mark.parametrize("vocabulary", [4, 12, 60, 1000])
def test_every_run_of_eight_words_is_proposed_in_random_corpora(vocabulary, words_at, rows_of):
    names = [f"w{n}" for n in range(vocabulary)]
    for seed in range(8):
        check_anchors(words_at, rows_of, planted(seed, names))


def spans_in_words(region, texts):
    """The words of a region on both sides, by their numbers in the texts."""
    found = []
    for side in ("left", "right"):
        number = int(getattr(region, f"{side}_id")[1:])
        tokens = tokenise(" ".join(texts[number]))
        first = tokens.starts.index(getattr(region, f"{side}_start"))
        found.append((number, first, tokens.ends.index(getattr(region, f"{side}_end")) + 1))
    return found


def check_regions(corpus, texts):
    assert crowded(texts) == set()
    regions = {}
    for row in frames.rows(find(corpus(*map(" ".join, texts)), MIN_WORDS), Region):
        (a, first, end), (b, other_first, other_end) = spans_in_words(row, texts)
        regions.setdefault((a, b), []).append((first, end, other_first, other_end))
    count = 0
    for (a, left), (b, right) in combinations(enumerate(texts), 2):
        spans, runs = regions.get((a, b), []), list(common_runs(left, right, 3))
        for i, j, n in runs:
            if n < MIN_WORDS:
                continue
            held = any(
                first <= i and i + n <= end and other_first <= j and j + n <= other_end
                for first, end, other_first, other_end in spans
            )
            # What a text says twice may lie by half in other regions, which tell its words.
            is_repeated = any(
                (i < k + m and k < i + n) or (j < h + m and h < j + n)
                for k, h, m in runs
                if (k, h) != (i, j)
            )
            told = [
                sum(any(span[side] <= word < span[side + 1] for span in spans) for word in words)
                for side, words in ((0, range(i, i + n)), (2, range(j, j + n)))
            ]
            count += not is_repeated
            place = f"{n} words from {i} of text {a} and from {j} of text {b}"
            assert held or (is_repeated and 2 * max(told) >= n), place
    return count


@pytest.mark.parametrize("vocabulary", [300, 5000])
def test_every_run_of_the_fewest_words_lies_in_a_region(vocabulary, corpus, speed):
    """On both sides, of every pair, whatever edits stand beside it: recall 1.00 by brute force.

    Of what one of the texts has twice, the words are told at least once.
    """
    assert speed in (False, True)
    names = [f"w{n}" for n in range(vocabulary)]
    assert sum(check_regions(corpus, planted(seed, names)) for seed in range(25)) > 60


@given(st.integers(0, 10**6), st.integers(2, 5))
def test_every_run_of_the_fewest_words_lies_in_a_region_of_any_corpus(corpus, seed, count):
    check_regions(corpus, planted(seed, [f"w{n}" for n in range(200)], count, 40))


# ---- giants


@pytest.mark.parametrize(("count", "large"), [(300, False), (5000, True)])
def test_copies_of_one_story_are_linked_in_linear_time(count, large, corpus, at_speed, story):
    """A star to the earliest and a chain: each copy is in a region, and nothing is squared."""
    with at_speed(large):
        found = search(corpus(*[" ".join(story(1, 24))] * count), MIN_WORDS)
    fingerprints = 24 - winnow.GUARANTEE + 1
    assert found.anchors <= 2 * fingerprints * count
    linked = set(found.regions["left_id"]) | set(found.regions["right_id"])
    assert len(linked) == count
    assert set(found.regions["left_id"].unique()) >= {"a0000"}
    assert len(found.regions) == 2 * count - 3
    assert found.regions["matched_words"].unique().to_list() == [24]


@pytest.mark.parametrize(("count", "large"), [(40, False), (2000, True)])
def test_edited_copies_of_one_story_stay_linear(count, large, corpus, at_speed, story):
    """Each copy is edited in another way: alike enough to meet nearly all others."""
    rnd = random.Random(3)
    base = story(1, 60)
    texts = [
        " ".join(word if rnd.random() > 0.03 else f"{word}x" for word in base) for _ in range(count)
    ]
    with at_speed(large):
        found = search(corpus(*texts), MIN_WORDS)
    assert found.anchors < 2 * 60 * count
    linked = set(found.regions["left_id"]) | set(found.regions["right_id"])
    assert len(linked) == count


def test_giants_are_counted_by_outlet(article, table, story, speed):
    """Nothing is left out in silence: how many buckets, and whose articles stand in them."""
    assert speed in (False, True)
    text = " ".join(story(1, 24))
    names = ["wire"] + ["north"] * 20 + [None] * 3
    items = [article(f"a{n:04}", text, outlet=name) for n, name in enumerate(names)]
    items.append(article("b", " ".join(story(2, 24)), outlet="south"))
    found = search(table(Article, *items), MIN_WORDS)
    assert found.giants > 0
    counts = dict(found.outlets.rows())
    assert counts == dict.fromkeys(["wire", "north", None], found.giants)


def test_where_there_is_no_giant_none_is_counted(corpus, story, speed):
    assert speed in (False, True)
    found = search(corpus(*[story(1, 40)] * LARGEST), MIN_WORDS)
    assert found.giants == 0
    assert found.outlets.rows() == []
    assert len(found.regions) == LARGEST * (LARGEST - 1) // 2


def test_two_unrelated_pairs_in_one_bucket_never_merge(corpus, story, speed):
    """All share one phrase of eleven words, small bucket or giant; words decide, not buckets."""
    assert speed in (False, True)
    phrase = "of the first part and of the second part as well".split()
    texts, expected = [], set()
    for number in range(12):
        one = story(number, 60)
        texts += [one[:20] + phrase + one[20:], one[:40] + phrase + one[40:]]
        expected.add((f"a{2 * number:04}", f"a{2 * number + 1:04}"))
    for count in (2, 12):
        found = find(corpus(*texts[: 2 * count]), MIN_WORDS)
        pairs = set(found.select("left_id", "right_id").rows())
        assert pairs == set(sorted(expected)[:count])


def test_a_template_of_a_few_words_links_nothing(corpus, story, speed):
    """A hundred pages that share ten words and nothing else are a hundred stories."""
    assert speed in (False, True)
    template = "subscribe to our letter for more news from the coast".split()
    texts = [" ".join(story(n, 60) + template) for n in range(100)]
    assert len(find(corpus(*texts), MIN_WORDS)) == 0


def test_a_template_of_two_thousand_pages_makes_no_cluster(at_speed, article, table, story):
    """Sixty words on every page of an outlet, and under them each day something else."""
    template = " ".join(story(10**6, 60))
    items = [
        article(
            f"a{n:04}",
            f"{' '.join(story(n, 90))} {template}",
            outlet="north",
            date=f"2026-{1 + n % 12:02}-{1 + n % 28:02}",
        )
        for n in range(2000)
    ]
    articles = table(Article, *items)
    with at_speed(True):
        found = search(articles, MIN_WORDS)
    assert found.giants > 0
    linked = set(found.regions["left_id"]) | set(found.regions["right_id"])
    assert len(linked) == 2000
    nothing = [table(kind) for kind in (Quote, Credit, Match)]
    regions = classify(found.regions, articles, *nothing)
    assert set(regions["label"].unique()) == {"boilerplate"}
    assert len(clusters(regions, articles, nothing[1])) == 0


# ---- the same bytes


def bytes_of(table):
    stream = io.BytesIO()
    table.write_ipc(stream)
    return stream.getvalue(), table.write_csv()


def memory_for(articles, parts):
    """So much memory that the fingerprints are sorted in so many parts."""
    found = words(articles)
    texts = int(articles["text"].str.len_bytes().sum())
    keys = int(0.45 * 8 * len(found.hashes))
    return texts + 2 * found.hashes.nbytes + engine._MARGIN + engine._KEYS * -(-keys // parts)


@pytest.fixture(scope="session")
def busy(article, table, story):
    """A corpus with everything in it: copies, edits, giants, dates, outlets, repeats, scripts."""
    rnd = random.Random(8)
    template = " ".join(story(999, 20))
    items = []
    for number in range(120):
        base = story(number // 4, 70)
        text = [word if rnd.random() > 0.06 * (number % 4) else f"{word}x" for word in base]
        text = " ".join(text[rnd.randrange(20) :])
        if number % 3 == 0:
            text += f" {template}"
        if number % 10 == 0:
            text = "So it is. " * 20 + text + " 橋は閉鎖されたと発表した" * 2
        date = f"2026-01-{1 + rnd.randrange(28):02}" if number % 5 else None
        items.append(article(f"a{number:04}", text, outlet=f"o{number % 7}", date=date))
    return table(Article, *items)


@pytest.fixture(scope="session")
def expected(busy, at_speed):
    with at_speed(False):
        found = search(busy, MIN_WORDS)
    assert found.parts == 1
    assert found.giants > 0
    assert len(found.regions) > 100
    return found


def in_pieces(monkeypatch):
    """Small stretches, so that even a small corpus is worked on in many."""
    monkeypatch.setattr(reading, "_BYTES", 2000)
    monkeypatch.setattr(winnow, "_WORDS", 500)
    monkeypatch.setattr(lsh, "_WINDOWS", 50)
    monkeypatch.setattr(verify, "_PASSAGES", 20)


@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("parts", [1, 2, 7])
def test_parts_threads_order_and_speed_do_not_show(  # noqa: PLR0917  (fixtures)
    parts, threads, speed, busy, expected, shuffled, monkeypatch
):
    in_pieces(monkeypatch)
    memory = None if parts == 1 else memory_for(busy, parts)
    found = search(shuffled(busy, 10 * parts + threads), MIN_WORDS, memory=memory, threads=threads)
    assert speed in (False, True)
    # Every thread sorts a part of its own, and all of them share the memory.
    assert found.parts >= max(parts, threads if speed else 1)
    assert found.regions.equals(expected.regions)
    assert bytes_of(found.regions) == bytes_of(expected.regions)
    assert (found.anchors, found.giants) == (expected.anchors, expected.giants)
    assert found.outlets.equals(expected.outlets)


def test_many_anchors_are_grown_on_threads_as_on_one(corpus, story, at_speed):
    """So many that they are shared out; no article's anchors may be torn apart."""
    texts = [" ".join(story(n // 12, 300)) for n in range(144)]
    found = []
    with at_speed(True):
        found = [search(corpus(*texts), MIN_WORDS, threads=threads) for threads in (1, 2)]
    assert found[0].anchors > 1 << 16
    assert found[0].regions.equals(found[1].regions)
    assert len(found[0].regions) == 12 * 66


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=60), max_size=6), st.randoms())
def test_speed_and_order_do_not_show_in_any_corpus(corpus, shuffled, at_speed, texts, rnd):
    articles = corpus(*map(" ".join, texts))
    plain = search(articles, MIN_WORDS)
    with at_speed(True):
        compiled = search(shuffled(articles, rnd.random()), MIN_WORDS, threads=2)
    assert compiled.regions.equals(plain.regions)
    assert (compiled.anchors, compiled.giants) == (plain.anchors, plain.giants)


# ---- archives


def split_up(articles, judged):
    known = pl.col("article_id").is_in(judged)
    return articles.filter(known), articles.filter(~known)


def test_two_articles_of_an_archive_are_never_compared(busy, speed):
    assert speed in (False, True)
    ids = busy["article_id"].to_list()
    judged = set(ids[::5])
    articles, archive = split_up(busy, judged)
    found = search(articles, MIN_WORDS, archive=archive)
    pairs = found.regions.select("left_id", "right_id").rows()
    assert any(left not in judged or right not in judged for left, right in pairs)
    assert all(left in judged or right in judged for left, right in pairs)


def test_an_archive_changes_nothing_between_the_articles_that_are_judged(corpus, speed):
    """Where no bucket is a giant; verbatim runs, which are found whatever else is known."""
    assert speed in (False, True)
    names = [f"w{n}" for n in range(3000)]
    for seed in range(5):
        every = corpus(*map(" ".join, planted(seed, names, count=10)))
        articles, archive = split_up(every, [f"a{n:04}" for n in range(0, 10, 2)])
        alone, within = find(articles, MIN_WORDS), search(articles, MIN_WORDS, archive=archive)
        assert within.giants == 0
        judged = set(articles["article_id"])
        between = within.regions.filter(
            pl.col("left_id").is_in(judged), pl.col("right_id").is_in(judged)
        )
        assert between.equals(alone)


def test_with_an_archive_the_regions_are_those_of_all_articles_with_a_judged_side(corpus, speed):
    assert speed in (False, True)
    names = [f"w{n}" for n in range(3000)]
    for seed in range(5):
        every = corpus(*map(" ".join, planted(seed, names, count=10)))
        judged = [f"a{n:04}" for n in range(0, 10, 3)]
        articles, archive = split_up(every, judged)
        expected = find(every, MIN_WORDS).filter(
            pl.col("left_id").is_in(judged) | pl.col("right_id").is_in(judged)
        )
        assert find(articles, MIN_WORDS, archive=archive).equals(expected)


def test_a_draft_is_found_in_an_archive_full_of_copies(corpus, story, speed):
    """The bucket is a giant of the archive; the draft is linked to the earliest all the same."""
    assert speed in (False, True)
    text = " ".join(story(1, 40))
    archive = corpus(*[text] * 40)
    draft = corpus(text, ids=["draft"])
    pairs = find(draft, MIN_WORDS, archive=archive).select("left_id", "right_id").rows()
    assert ("a0000", "draft") in pairs
    assert all("draft" in pair for pair in pairs)


def test_an_empty_archive_is_none(busy, expected):
    found = find(busy, MIN_WORDS, archive=busy.clear())
    assert found.equals(expected.regions)


def test_an_archive_alone_has_nothing_to_be_judged(busy, speed):
    assert speed in (False, True)
    found = search(busy.clear(), MIN_WORDS, archive=busy)
    assert len(found.regions) == 0


# ---- memory


@pytest.mark.parametrize("memory", [0, 1, 10_000_000, 64 << 20])
def test_too_little_memory_is_refused_before_anything_is_sorted(memory, busy):
    """With what would do, rather than being killed by the system an hour later."""
    stages = []
    with pytest.raises(ConfigError) as caught:
        search(busy, MIN_WORDS, memory=memory, stage=stages.append)
    assert caught.value.hint
    assert stages == ["words"]


def test_the_memory_that_is_asked_for_is_enough(busy, expected):
    with pytest.raises(ConfigError) as caught:
        search(busy, MIN_WORDS, memory=1)
    least = int(caught.value.hint.split("at least ")[1].split("M")[0])
    assert find(busy, MIN_WORDS, memory=least * 10**6).equals(expected.regions)


# ---- hostile texts

SENTENCE = "The cat sat down on the old mat and looked out of it. "
HOSTILE = {
    "one word": ("so ", 200_000, "so ", 200_000),
    "two words in turn": ("so it ", 100_000, "so it ", 90_000),
    "one sentence": (SENTENCE, 3000, SENTENCE, 3000),
    "no spaces": ("a", 1_000_000, "a", 1_000_000),
    "apostrophes": ("a'", 500_000, "a'", 500_000),
    "marks": ("e\u0301", 300_000, "\u0301", 300_000),
    "ideographs": ("橋", 100_000, "橋", 100_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_in_linear_time(name, corpus, speed):
    """What would be a square for a search of all pairs ends in about a second.

    The interpreter takes a tenth of it: even that would be minutes if it were squared.
    """
    left, left_times, right, right_times = HOSTILE[name]
    shrink = 1 if speed else 10
    texts = (left * (left_times // shrink), right * (right_times // shrink))
    for region in frames.rows(find(corpus(*texts), MIN_WORDS), Region):
        assert region.matched_words <= min(region.left_words, region.right_words)
        assert region.left_end <= len(texts[0])
        assert region.right_end <= len(texts[1])


@pytest.mark.parametrize("word", ["so", "橋"])
def test_one_word_thousands_of_times_is_one_region(word, corpus, speed):
    assert speed in (False, True)
    text = f"{word} " * 20_000
    (region,) = frames.rows(find(corpus(text, text), MIN_WORDS), Region)
    assert region.matched_words == region.left_words == 20_000
    assert (region.jaccard, region.left_share) == (1.0, 1.0)


def test_more_words_than_an_anchor_can_name_are_refused(busy, monkeypatch):
    """Half of its 64 bits hold the index of a word; one more would name another word."""
    count = len(words(busy).hashes)
    monkeypatch.setattr(engine, "_MOST_WORDS", count)
    assert len(search(busy, MIN_WORDS).regions) > 0
    monkeypatch.setattr(engine, "_MOST_WORDS", count - 1)
    with pytest.raises(ConfigError, match="more than") as caught:
        search(busy, MIN_WORDS)
    assert caught.value.hint
