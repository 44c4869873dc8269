from provenance.reporters.html.pairs import pair_of, pairs


def test_pairs_come_as_they_are_listed(view, article, region):
    seen = view(
        [article(name, "Words.") for name in "abc"],
        regions=[
            region((0, 5), (0, 5), left_id="a", right_id="b", matched_words=12),
            region((0, 5), (0, 5), left_id="b", right_id="c", matched_words=40),
        ],
    )
    assert [(pair.anchor, pair.left_id, pair.right_id) for pair in pairs(seen)] == [
        ("p1", "b", "c"),
        ("p2", "a", "b"),
    ]


def test_a_pair_is_found_from_either_side(view, article, region):
    """A link to it stands on the pages of both articles."""
    seen = view(
        [article(name, "Words.") for name in "abc"],
        regions=[region((0, 5), (0, 5), left_id="a", right_id="b", matched_words=12)],
    )
    assert pair_of(seen, "b", "a") == pair_of(seen, "a", "b") == pairs(seen)[0]
    assert pair_of(seen, "a", "c") is None


def test_articles_that_share_boilerplate_alone_are_no_pair(view, article, region):
    shared = region((0, 5), (0, 5), left_id="a", right_id="b", label="boilerplate")
    assert pairs(view([article(name, "Words.") for name in "ab"], regions=[shared])) == []
