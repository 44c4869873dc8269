"""What is shared is found, with its place on both sides, whatever the order of the articles."""

import random
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Label, Region
from provenance.reuse import find
from provenance.reuse.search import search
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


@given(st.integers(0, 10**6), st.integers(0, 80), st.integers(0, 100))
def test_a_verbatim_passage_of_forty_words_is_found_in_full(regions_of, story, seed, at, into):
    source, other = story(seed), story(seed + 1, 100)
    passage = source[at : at + 40]
    other = [word for word in other if word not in source]
    texts = [" ".join(source), " ".join(other[:into] + passage + other[into:])]
    (region,) = regions_of(*texts)
    assert evidence(region, texts) == (" ".join(passage), " ".join(passage))
    assert region.matched_words == region.left_words == region.right_words == 40


@given(st.integers(0, 10**6), st.integers(12, 20))
def test_the_shortest_passages_asked_for_are_found(regions_of, story, seed, length):
    source, other = story(seed, 90), story(seed + 1, 90)
    passage = source[30 : 30 + length]
    other = [word for word in other if word not in source]
    texts = [" ".join(source), " ".join(other[:50] + passage + other[50:])]
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
        found += len(regions_of(*texts)) > 0
    assert found / 200 >= least


def test_the_order_of_the_articles_changes_nothing(corpus, shuffled, story):
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


def test_three_hundred_copies_are_linked_without_comparing_all_pairs(corpus, story):
    articles = corpus(*[sentence(story(1, 80))] * 300)
    found = search(articles, 15)
    assert found.candidates < 3 * 300
    linked = set(found.regions["left_id"]) | set(found.regions["right_id"])
    assert len(linked) == 300
    assert found.giants > 0


def test_edited_copies_of_one_story_stay_linear(corpus, story):
    """Each of 300 copies is edited in another way: alike enough to meet nearly all others."""
    rnd = random.Random(3)
    base = story(1, 150)
    texts = [
        " ".join(word if rnd.random() > 0.03 else f"{word}x" for word in base) for _ in range(300)
    ]
    found = search(corpus(*texts), 15)
    assert found.candidates < 30 * 300
    linked = set(found.regions["left_id"]) | set(found.regions["right_id"])
    assert len(linked) == 300


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
def test_the_same_words_are_found_however_they_are_written(form, regions_of, story):
    """And the offsets fall on word edges of the text as it was read."""
    passage = "Vor der Küste sank das Schiff naïve façade élan".split() + story(3, 30)
    source, other = " ".join(story(1, 20) + passage), form(" ".join(story(2, 20) + passage))
    (region,) = regions_of(source, other)
    left, right = evidence(region, [source, other])
    assert tokenise(left).words == tokenise(right).words == tokenise(" ".join(passage)).words
    assert tokenise(right).starts[0] == 0
    assert tokenise(right).ends[-1] == len(right)


def test_scripts_without_spaces_are_compared_by_character(regions_of):
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
def test_odd_texts_are_read_and_share_nothing(texts, regions_of):
    assert regions_of(*texts) == []


def test_one_word_fifty_thousand_times_is_one_region(regions_of):
    (region,) = regions_of("so " * 50_000, "so " * 50_000)
    assert region.matched_words == 50_000


def test_a_long_repetitive_text_is_read_in_bounded_time(regions_of):
    """Two letters at random: nearly every three words stand in the other text, thousands of times."""
    rnd = random.Random(5)
    left, right = (" ".join(rnd.choices("ab", k=4000)) for _ in range(2))
    for region in regions_of(left, right):
        assert region.matched_words <= min(region.left_words, region.right_words)


@given(st.lists(st.lists(st.sampled_from("abcdef"), max_size=60), max_size=5))
def test_regions_keep_their_promises(corpus, texts):
    """Of any texts: sorted, in bounds, on word edges, left before right, all numbers in range."""
    texts = [" ".join(text) for text in texts]
    rows = list(frames.rows(find(corpus(*texts), 15), Region))
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
