"""Outlets are tied by pairs of articles that share a passage, each pair counted once."""

import dataclasses
import random

from provenance.reporters.html.charts.sharing import OUTLETS, Tie, sharing

EARLY, LATE = "2026-03-01T09:00:00Z", "2026-03-02T09:00:00Z"


def corpus(article, *told):
    """Articles by number of (outlet, date)."""
    return [
        article(f"{at:03}", "text", outlet=outlet, date=date)
        for at, (outlet, date) in enumerate(told)
    ]


def test_two_outlets_are_tied_once_for_each_pair_of_articles(report, article, shared):
    a, b, c = corpus(article, ("Post", EARLY), ("Times", LATE), ("Times", EARLY))
    regions = [shared(a, b), shared(a, b, left_start=5), shared(a, c)]
    found = sharing(report([a, b, c], regions=regions))
    assert [(each.name, each.articles, each.pairs) for each in found.outlets] == [
        ("Times", 2, 2),
        ("Post", 1, 2),
    ]
    # Of the two pairs one has two passages; in one Post ran first, in the other both ran at once.
    assert found.ties == (Tie(0, 1, pairs=2, passages=3, left_first=0, right_first=1),)


def test_which_one_ran_first_is_told_from_either_side(report, article, shared):
    a, b = corpus(article, ("Zebra", LATE), ("Ant", EARLY))
    (tie,) = sharing(report([a, b], regions=[shared(a, b)])).ties
    outlets = [each.name for each in sharing(report([a, b], regions=[shared(a, b)])).outlets]
    first = {"Ant": tie.left_first, "Zebra": tie.right_first}
    assert outlets == ["Ant", "Zebra"]
    assert first == {"Ant": 1, "Zebra": 0}


def test_a_day_and_the_next_morning_tell_nothing(report, article, shared):
    """A zone moves a day by as much."""
    a, b = corpus(article, ("Ant", "2026-03-01"), ("Bee", LATE))
    (tie,) = sharing(report([a, b], regions=[shared(a, b)])).ties
    assert (tie.left_first, tie.right_first) == (0, 0)


def test_boilerplate_and_chance_tie_nobody(report, article, shared):
    a, b = corpus(article, ("Ant", EARLY), ("Bee", LATE))
    regions = [shared(a, b, label="boilerplate"), shared(a, b, left_start=5, label="incidental")]
    found = sharing(report([a, b], regions=regions))
    assert (found.outlets, found.ties, found.unknown_pairs) == ((), (), 0)


def test_spellings_of_one_outlet_are_one_and_its_own_copies_are_no_tie(report, article, shared):
    told = [("The Ant", EARLY), ("Ant", LATE), ("ANT", LATE), ("Ant", LATE), ("Bee", LATE)]
    a, b, c, d, e = corpus(article, *told)
    found = sharing(report([a, b, c, d, e], regions=[shared(a, b), shared(b, e)]))
    assert [(each.name, each.articles) for each in found.outlets] == [("Ant", 4), ("Bee", 1)]
    assert [tie.pairs for tie in found.ties] == [1]


def test_pairs_of_unknown_outlets_are_counted_and_left_out(report, article, shared):
    a, b, c = corpus(article, ("Ant", EARLY), (None, LATE), (" ", LATE))
    found = sharing(report([a, b, c], regions=[shared(a, b), shared(b, c)]))
    assert (found.ties, found.unknown_pairs) == ((), 2)


def test_the_archives_articles_count(report, article, shared):
    a, b = corpus(article, ("Ant", LATE), ("Bee", EARLY))
    found = sharing(report([a], archive=[b], regions=[shared(a, b)]))
    assert {each.name for each in found.outlets} == {"Ant", "Bee"}


def test_outlets_beyond_the_room_are_counted(report, article, shared):
    """One agency and thirty takers: the agency and 23 of them are shown."""
    articles = corpus(article, ("Agency", EARLY), *[(f"Taker {at:02}", LATE) for at in range(30)])
    regions = [shared(articles[0], each) for each in articles[1:]]
    found = sharing(report(articles, regions=regions))
    assert len(found.outlets) == OUTLETS
    assert found.outlets[0].name == "Agency"
    assert len(found.ties) == OUTLETS - 1
    assert (found.other_outlets, found.other_pairs) == (7, 7)


def test_nobody_is_shown_without_the_one_it_shares_most_with(report, article, shared):
    """Else a picture of many couples would have outlets and no line."""
    articles = corpus(
        article, *[(f"{side} {at:02}", None) for side in "AB" for at in range(OUTLETS)]
    )
    couples = zip(articles[:OUTLETS], articles[OUTLETS:], strict=True)
    found = sharing(report(articles, regions=[shared(*each) for each in couples]))
    assert len(found.ties) == OUTLETS // 2
    assert {end for tie in found.ties for end in (tie.left, tie.right)} == set(range(OUTLETS))
    assert found.other_pairs == OUTLETS // 2


def test_the_order_of_rows_changes_nothing(report, article, shared):
    chance = random.Random(5)
    outlets = ["Ant", "Bee", "the bee", "Cat", None]
    dates = [EARLY, LATE, "2026-03-01", None]
    told = [(chance.choice(outlets), chance.choice(dates)) for _ in range(40)]
    articles = corpus(article, *told)
    pairs = {tuple(sorted(chance.sample(range(40), 2))) for _ in range(80)}
    regions = [shared(articles[a], articles[b]) for a, b in sorted(pairs)]
    made = report(articles, regions=regions)
    turned = dataclasses.replace(
        made,
        regions=made.regions.sample(fraction=1, shuffle=True, seed=1),
        articles=made.articles.sample(fraction=1, shuffle=True, seed=2),
    )
    assert sharing(turned) == sharing(made)
    counted = sharing(made)
    own = sum(_key(articles[a]) == _key(articles[b]) for a, b in pairs if articles[a].outlet)
    assert sum(tie.pairs for tie in counted.ties) + counted.unknown_pairs + own == len(pairs)


def _key(one):
    return one.outlet and one.outlet.casefold().removeprefix("the ")
