import pytest

from provenance.model import Cluster
from provenance.reporters.html.pair import MOST_TEXT, pair_page
from provenance.reporters.html.pairs import pairs
from provenance.reporters.safe import printable

LEFT = "Ada Brenk said 200 cars stood there.\nThe road is shut."
RIGHT = "Ada Brenk said 175 cars stood there.\nNobody knows why."
SPAN = (0, 36)


@pytest.fixture
def page(view, article, region, parsed):
    """The page of two texts that share a span each, read."""

    def _page(left=LEFT, right=RIGHT, spans=(SPAN, SPAN), about=({}, {}), archive=False, **parts):
        one, other = (
            article(path, text, **fields)
            for path, text, fields in zip("ab", (left, right), about, strict=True)
        )
        numbers = {"label": "edited", "matched_words": 6, "left_share": 0.6, "right_share": 0.75}
        shared = region(*spans, left_id="a", right_id="b", **numbers)
        old = {"archive": [other]} if archive else {}
        seen = view([one] if archive else [one, other], regions=[shared], **old, **parts)
        return parsed(pair_page(seen, pairs(seen)[0]))

    return _page


def test_the_head_tells_what_the_two_are_and_how_much_they_share(page):
    first, second = (
        page(about=({"title": "Jam", "outlet": "Post"}, {})).of("heads")[0].children[1::2]
    )
    assert first.words() == "A Jam Post · 11 words a 60% of its words also in B"
    assert second.words() == "B b 10 words 75% of its words also in A"
    assert [link.attributes["href"] for link in first.of("a") + second.of("a")] == ["#a1", "#a2"]


def test_dates_tell_which_ran_first(page):
    about = ({"date": "2026-03-05"}, {"date": "2026-03-03"})
    told = page(about=about).of("p")[0].words()
    assert told == "B ran first: on 2026-03-03, and A on 2026-03-05."


def test_without_dates_the_order_is_not_known(page):
    assert page().of("p")[0].words() == "Which ran first is not known."


def test_the_cluster_tells_where_they_come_from_and_why(page):
    members = [Cluster("a", each, "b", "credit") for each in "ab"]
    told = page(clusters=members).of("p")[0].words()
    assert "among 2 near copies whose origin is B: all others credit its outlet." in told
    unknown = [Cluster("a", each, None, "tie") for each in "ab"]
    assert "whose origin is not known: all are dated" in page(clusters=unknown).of("p")[0].words()


def test_changed_figures_are_listed_with_a_link_to_their_passage(page):
    read = page()
    row = read.of("tr")[-1]
    assert row.words() == "figure 200 175 1"
    assert row.of("a")[0].attributes["href"] == "#p1s1"
    assert [h.attributes["id"] for h in read.of("h4")] == ["p1s1"]


def test_what_is_not_shared_is_folded_away_and_counted(page):
    (folded,) = page().of("details")
    assert folded.of("summary")[0].words() == "Not shared: 4 words of A, 3 of B"
    assert "open" not in folded.attributes
    assert "Nobody knows why." in folded.words()


def test_an_article_of_the_archive_is_named_without_a_link(page):
    links = [link.attributes["href"] for link in page(archive=True).of("heads")[0].of("a")]
    assert links == ["#a1"]


def test_of_many_passages_some_are_listed_and_all_are_shown(view, article, region, parsed):
    text = "".join(f"Line {n} of the story stands here.\n" for n in range(100, 160))
    size = len(text) // 60
    shared = [
        region((at, at + size - 2), (at, at + size - 2), left_id="a", right_id="b", label="edited")
        for at in range(0, len(text), size)
    ]
    seen = view([article(name, text) for name in "ab"], regions=shared)
    read = parsed(pair_page(seen, pairs(seen)[0]))
    assert read.of("h3")[0].words() == "60 shared passages"
    assert len(read.of("tr")) == 1 + 50
    assert "and 10 more" in read.words()
    assert read.of("h4")[-1].words() == "60 of 60: edited"


def test_a_passage_in_another_order_says_so(view, article, region, parsed):
    one, two = "First words of it stand here.", "Then come some other words."
    shared = [
        region((0, 29), (28, 57), left_id="a", right_id="b", matched_words=6),
        region((30, 57), (0, 27), left_id="a", right_id="b", matched_words=5),
    ]
    seen = view([article("a", f"{one}\n{two}"), article("b", f"{two}\n{one}")], regions=shared)
    told = [h.words() for h in parsed(pair_page(seen, pairs(seen)[0])).of("h4")]
    assert told == ["1 of 2: edited", "2 of 2: edited, in another order in B"]


def test_texts_too_long_to_compare_are_named_and_not_aligned(page):
    """Two books would make a page of megabytes, and take seconds."""
    read = page(left=LEFT + " more" * MOST_TEXT)
    assert read.of("cell") == []
    assert "provenance compare" in read.words()
    assert read.of("td")[0].words() == "edited"
    assert [link.attributes["href"] for link in read.of("a")] == ["#a1", "#a2"]


def test_markup_from_anywhere_is_shown_and_not_obeyed(page):
    payload = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e'
    text = f"{payload} said 200 cars stood there."
    about = {"title": payload, "outlet": payload, "date": payload}
    read = page(text, text.replace("200", payload), ((0, len(text) - 1),) * 2, (about, about))
    assert {e.tag for e in read.walk()} & {"script", "img"} == set()
    assert not any(name.startswith("on") for e in read.walk() for name in e.attributes)
    assert printable(payload) in read.of("h2")[0].text()
    assert printable(payload) in read.of("passage")[0].of("cell-a")[0].text()


def test_headings_stand_in_order_and_no_id_is_given_twice(page):
    read = page()
    assert [e.tag for e in read.walk() if e.tag in {"h2", "h3", "h4"}] == [
        "h2", "h3", "h3", "h3", "h4",
    ]  # fmt: skip
    ids = [e.attributes["id"] for e in read.walk() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    named = {
        e.attributes["aria-labelledby"] for e in read.walk() if "aria-labelledby" in e.attributes
    }
    assert named <= set(ids)
