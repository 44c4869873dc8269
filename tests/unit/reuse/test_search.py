"""What is shared is found, with its place on both sides, whatever the order of the articles."""

import random
import unicodedata
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.errors import ConfigError
from provenance.model import Label, Region
from provenance.reuse import find
from provenance.reuse.search import _fresh, needed, search
from provenance.text.tokens import tokenise


def evidence(region, texts):
    """The two texts of a region."""
    left = texts[int(region.left_id[1:])][region.left_start : region.left_end]
    return left, texts[int(region.right_id[1:])][region.right_start : region.right_end]


def sentence(words):
    return " ".join(words).capitalize() + "."


def test_the_same_article_twice_is_contained_in_itself(regions_of, story):
    text = sentence(story(1))
    (region,) = regions_of(text, text)
    assert (region.left_containment, region.right_containment, region.jaccard) == (1.0, 1.0, 1.0)
    assert (region.left_share, region.right_share, region.estimate) == (1.0, 1.0, 1.0)
    assert region.label == Label.VERBATIM
    assert evidence(region, [text, text]) == (text[:-1], text[:-1])


def test_two_stories_have_nothing_in_common(regions_of, story):
    assert regions_of(sentence(story(1)), sentence(story(2))) == []


@given(st.integers(0, 10**6), st.integers(0, 80), st.integers(0, 100), st.booleans())
def test_a_verbatim_passage_of_forty_words_is_found_in_full(  # noqa: PLR0917  (fixtures)
    regions_of, story, at_speed, seed, at, into, large
):
    source, other = story(seed), story(seed + 1, 100)
    passage = source[at : at + 40]
    other = [word for word in other if word not in source]
    texts = [" ".join(source), " ".join(other[:into] + passage + other[into:])]
    with at_speed(large):
        (region,) = regions_of(*texts)
    assert evidence(region, texts) == (" ".join(passage), " ".join(passage))
    assert region.matched_words == region.left_words == region.right_words == 40


@given(st.integers(0, 10**6), st.integers(12, 20), st.booleans())
def test_the_shortest_passages_asked_for_are_found(  # noqa: PLR0917  (fixtures)
    regions_of, story, at_speed, seed, length, large
):
    source, other = story(seed, 90), story(seed + 1, 90)
    passage = source[30 : 30 + length]
    other = [word for word in other if word not in source]
    texts = [" ".join(source), " ".join(other[:50] + passage + other[50:])]
    with at_speed(large):
        assert len(regions_of(*texts, min_words=length)) == 1
        assert regions_of(*texts, min_words=length + 1) == []


@pytest.mark.parametrize(("words", "replaced", "least"), [(25, 0.1, 0.95), (40, 0.2, 0.95)])
def test_edited_passages_are_nearly_always_found(words, replaced, least, regions_of, story):
    """The bars of the design: 25 words with a tenth replaced, 40 words with a fifth."""
    found = 0
    for seed in range(200):
        rnd = random.Random(seed)
        source, other = story(seed), story(seed + 1000)
        copied = source[50 : 50 + words]
        passage = [f"{word}x" if rnd.random() < replaced else word for word in copied]
        texts = " ".join(source), " ".join(other[:60] + passage + other[60:])
        found += len(regions_of(*texts, min_words=12)) > 0
    assert found / 200 >= least


def test_the_order_of_the_articles_changes_nothing(corpus, shuffled, story, speed):
    assert speed in (False, True)
    texts = [story(n // 3) + story(n % 4, 40) for n in range(12)]
    articles = corpus(*map(" ".join, texts))
    straight = find(articles, 15)
    assert len(straight) > 12
    for seed in range(5):
        assert find(shuffled(articles, seed), 15).equals(straight)


def test_a_pair_is_the_same_from_both_sides(corpus, story):
    """Which article has the smaller id decides what is left and right, and nothing else."""
    source, other = story(1), story(2)
    copy = other[:30] + source[20:70] + other[30:]
    (one,) = find(corpus(" ".join(source), " ".join(copy), ids=["a", "b"]), 15).to_dicts()
    (two,) = find(corpus(" ".join(source), " ".join(copy), ids=["b", "a"]), 15).to_dicts()
    for name in ("start", "end", "words", "containment", "share"):
        assert one[f"left_{name}"] == two[f"right_{name}"]
        assert one[f"right_{name}"] == two[f"left_{name}"]
    for name in ("jaccard", "matched_words", "estimate", "label"):
        assert one[name] == two[name]


def test_two_unrelated_pairs_never_merge(regions_of, story):
    """Two stories in two copies each, all four sharing one stock phrase, make two pairs."""
    phrase = "of the first part and of the second part".split()
    one, two = story(1), story(2)
    texts = [" ".join(text[:n] + phrase + text[n:]) for text in (one, two) for n in (30, 60)]
    pairs = {(region.left_id, region.right_id) for region in regions_of(*texts)}
    assert pairs == {("a0000", "a0001"), ("a0002", "a0003")}


def test_a_template_of_a_few_words_links_nothing(corpus, story):
    """A hundred pages that share ten words and nothing else are a hundred stories."""
    template = "subscribe to our letter for more news from the coast".split()
    texts = [" ".join(story(n, 60) + template) for n in range(100)]
    assert len(find(corpus(*texts), 15)) == 0


def test_of_a_few_copies_every_pair_is_told(corpus, story):
    articles = corpus(*[sentence(story(1, 80))] * 6)
    rows = find(articles, 15).select("left_id", "right_id").rows()
    assert rows == list(combinations(articles["article_id"], 2))


def test_a_copy_among_many_alike_is_linked_to_the_one_it_was_made_from(corpus, story):
    """Forty pages of one template with other names; the last is a copy of the thirtieth."""
    template = story(1, 60)
    pages = []
    for n in range(40):
        names = iter(story(100 + n, 12))
        pages.append(" ".join(word if k % 5 else next(names) for k, word in enumerate(template)))
    articles = corpus(*pages, pages[30])
    rows = find(articles, 15).select("left_id", "right_id", "jaccard").rows()
    assert ("a0030", "a0040", 1.0) in rows


@pytest.mark.parametrize(
    "form",
    [
        str,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\r\n"),
        lambda text: "\ufeff" + text.replace("n", "n\u00ad"),
        lambda text: text.replace(" ", " 👩‍🚒 "),
        str.upper,
    ],
    ids=["as is", "NFD", "no-break", "CRLF", "BOM and soft hyphens", "emoji", "capitals"],
)
def test_the_same_words_are_found_however_they_are_written(form, regions_of, story, speed):
    """And the offsets fall on word edges of the text as it was read."""
    passage = "Vor der Küste sank das Schiff naïve façade élan".split() + story(3, 30)
    source, other = " ".join(story(1, 20) + passage), form(" ".join(story(2, 20) + passage))
    assert speed in (False, True)
    (region,) = regions_of(source, other)
    left, right = evidence(region, [source, other])
    assert tokenise(left).words == tokenise(right).words == tokenise(" ".join(passage)).words
    assert tokenise(right).starts[0] == 0
    assert tokenise(right).ends[-1] == len(right)


def test_scripts_without_spaces_are_compared_by_character(regions_of, speed):
    assert speed in (False, True)
    source = "知事は七日、老朽化した橋の架け替え工事を来年春に始めると発表した。"
    other = "市によると、" + source + "費用は未定だ。"
    (region,) = regions_of(source, other)
    assert region.matched_words == sum(character.isalnum() for character in source)
    assert evidence(region, [source, other])[0] == source[:-1]


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [""],
        ["", "", " \n\t "],
        ["word", "word"],
        ["so it is", "so it is"],
        ["👍🏽 👍🏽", "👍🏽 👍🏽"],
        ["e\u0301" * 50, "\u0301" * 50],
        ['"“„«»”' * 200, "''``…"],
    ],
    ids=lambda texts: repr(texts)[:30],
)
def test_odd_texts_are_read_and_share_nothing(texts, regions_of, speed):
    assert speed in (False, True)
    assert regions_of(*texts) == []


def test_a_long_repetitive_text_is_read_in_bounded_time(regions_of, speed):
    """Two letters at random: nearly every three words stand in the other text, thousands of times."""
    assert speed in (False, True)
    rnd = random.Random(5)
    left, right = (" ".join(rnd.choices("ab", k=4000)) for _ in range(2))
    for region in regions_of(left, right):
        assert region.matched_words <= min(region.left_words, region.right_words)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=60), max_size=5))
def test_regions_keep_their_promises(corpus, at_speed, texts):
    """Of any texts: sorted, in bounds, on word edges, left before right, all numbers in range."""
    texts = [" ".join(text) for text in texts]
    with at_speed(True):
        compiled = find(corpus(*texts), 15)
    table = find(corpus(*texts), 15)
    assert table.equals(compiled)
    rows = list(frames.rows(table, Region))
    keys = [(row.left_id, row.right_id, row.left_start, row.right_start) for row in rows]
    assert keys == sorted(set(keys))
    for row in rows:
        assert row.left_id < row.right_id
        left, right = (tokenise(text) for text in evidence(row, texts))
        assert (len(left.words), len(right.words)) == (row.left_words, row.right_words)
        assert left.starts[0] == right.starts[0] == 0
        assert 15 <= row.matched_words <= min(row.left_words, row.right_words)
        assert row.jaccard <= min(row.left_containment, row.right_containment) <= 1
        assert 0 < row.left_share <= 1
        assert 0 < row.right_share <= 1
        assert 0 <= row.estimate <= 1


written = st.lists(
    st.tuples(
        st.sampled_from(
            ["word", "cafe\u0301", "Ünal", "don’t", "ﬁre", "naïve", "o\u00adver", "각하"]
        ),
        st.sampled_from(
            [" ", "\r\n", "\u00a0", " 👩‍🚒 ", ", ", "\ufeff ", " — ", "\u2028", "\u00ad "]
        ),
    ),
    min_size=1,
    max_size=12,
)


@given(written, st.integers(0, 99), st.sampled_from(["", "\ufeff", "“", "\u0301", "橋", "\r\n"]))
def test_offsets_fall_on_word_edges_of_the_text_as_it_was_read(  # noqa: PLR0917  (fixtures)
    regions_of, story, at_speed, pieces, seed, opening
):
    """Whatever stands between the words, and in whatever form they are written."""
    passage = "".join(f"{word}{n}{gap}" for n, (word, gap) in enumerate(pieces))
    passage += " ".join(story(seed, 20))
    texts = [
        f"{opening}{' '.join(story(seed + 1, 15))}. {passage} {opening}zzz",
        f"{unicodedata.normalize('NFD', passage)} yyy {' '.join(story(seed + 2, 15))}",
    ]
    found = []
    for large in (False, True):
        with at_speed(large):
            found.append(regions_of(*texts, min_words=12))
    assert found[0] == found[1]
    (region,) = found[0]
    for side, text in zip(evidence(region, texts), texts, strict=True):
        assert tokenise(side).words == tokenise(passage).words
        assert (tokenise(side).starts[0], tokenise(side).ends[-1]) == (0, len(side))
        edges = tokenise(text)
        start = text.index(side)
        assert start in edges.starts
        assert start + len(side) in edges.ends


@pytest.mark.parametrize(
    ("change", "matched"),
    [
        (lambda words: [*words[:20], "otherwise", *words[21:]], 39),
        (lambda words: words[:20] + words[23:], 37),
        (lambda words: [*words[:20], "and", "so", "on", *words[20:]], 40),
        (lambda words: [*words[:13], "x", *words[14:26], "y", *words[27:]], 38),
    ],
    ids=["replaced", "left out", "put in", "two"],
)
def test_small_edits_do_not_split_a_region(change, matched, regions_of, story, speed):
    assert speed in (False, True)
    source, other = story(1), story(2)
    passage = source[40:80]
    (region,) = regions_of(source, other[:30] + change(passage) + other[30:])
    assert region.left_words == 40
    assert region.right_words == len(change(passage))
    assert region.matched_words == matched
    assert region.label == (
        Label.VERBATIM if matched >= 38 and region.right_words < 43 else "edited"
    )


def test_each_pair_of_small_pieces_is_told_by_its_own_name(corpus, story, speed):
    """Articles whose order by date is not that of their ids."""
    assert speed in (False, True)
    one, two = story(1, 30), story(2, 30)
    articles = corpus(two, one + two, one, ids=["z", "m", "a"])
    rows = find(articles, 12).select("left_id", "right_id", "left_words").rows()
    assert rows == [("a", "m", 30), ("m", "z", 30)]


def test_the_stages_are_named_in_their_order(corpus, story):
    """The command line shows them while a long search runs."""
    seen = []
    search(corpus(story(1), story(1)), 12, stage=seen.append)
    assert seen == ["words", "fingerprints", "passages", "sketches", "regions", "end"]


def test_find_gives_the_regions_of_the_search(corpus, story):
    articles = corpus(story(1), story(1))
    assert find(articles, 12).equals(search(articles, 12).regions)


def test_too_little_memory_is_said_with_what_would_do(corpus, story):
    with pytest.raises(ConfigError) as caught:
        search(corpus(story(1), story(1)), 12, memory=1_000_000)
    assert "memory" in str(caught.value)
    least = int(caught.value.hint.split("at least ")[1].split("M")[0])
    assert search(corpus(story(1), story(1)), 12, memory=least * 10**6).parts == 1


def test_what_a_search_needs_can_be_told_before_from_its_texts_and_words(corpus):
    """One word is 26 bytes with its space: at the bound it fails, and a byte more is enough.

    The keys are then sorted in as many parts as there ever are.
    """
    articles = corpus(*(f"{number:025} " * 400 for number in range(20)))
    least = needed(20 * 400 * 26, 20 * 400)
    with pytest.raises(ConfigError):
        search(articles, 12, memory=least)
    assert search(articles, 12, memory=least + 1).parts == 200


spans = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 20), st.integers(1, 9), st.integers(0, 20)),
    max_size=6,
)


@given(spans, spans)
def test_other_passages_are_new_unless_half_of_both_sides_is_known(known, others):
    def table(rows):
        rows = [(0, 1 + pair, a, a + size, 40 + c, 40 + c + size, 12) for pair, a, size, c in rows]
        return np.array(sorted(rows), np.int64).reshape(-1, 7)

    def inside(row, column, of_pair):
        return sum(
            max(0, min(row[column + 1], one[column + 1]) - max(row[column], one[column]))
            for one in of_pair
        )

    known, others = table(known), table(others)
    expected = []
    for row in others.tolist():
        of_pair = [one for one in known.tolist() if one[:2] == row[:2]]
        shares = [2 * inside(row, at, of_pair) >= row[at + 1] - row[at] for at in (2, 4)]
        expected.append(not all(shares))
    for large in (False, True):
        assert _fresh(known, others, large).tolist() == expected
