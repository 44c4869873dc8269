from hypothesis import given
from hypothesis import strategies as st

from provenance.reporters.html.naming import named, placed
from provenance.reporters.safe import printable


def test_an_article_is_called_by_its_headline_with_its_file_beside_it(view, article):
    story = article("wire/a.txt", "Text.", title="Bridge shut", outlet="Post", date="2026-03-01")
    told = named(view([story]), story)
    assert (told.title, told.place) == ("Bridge shut", "wire/a.txt")
    assert (told.outlet, told.date, told.link) == ("Post", "2026-03-01", "#a1")


def test_without_a_headline_the_file_is_what_it_is_called(view, article):
    record = article("c.jsonl", "Text.", article_id="r7", line=3, embedded=True)
    told = named(view([record]), record)
    assert (told.title, told.place) == ("c.jsonl:3  r7", "")


def test_an_article_of_the_archive_has_no_page_to_lead_to(view, article):
    old = article("old.txt", "Text.")
    assert named(view([article("a.txt", "Text.")], archive=[old]), old).link is None


def test_a_place_is_its_words_in_their_line(view, article):
    story = article("a.txt", "First.\nHe saw 200 cars there.")
    place = placed(view([story]), ("a.txt", 14, 17), note="the figure", page="a.txt")
    assert (place.number, place.before, place.marked, place.after) == (
        2,
        "He saw ",
        "200",
        " cars there.",
    )
    assert (place.note, place.article, place.pair) == ("the figure", None, None)


def test_a_place_elsewhere_names_its_article_and_leads_to_both_side_by_side(view, article, region):
    stories = [article("a.txt", "Words here."), article("b.txt", "Words there.")]
    shared = region((0, 5), (0, 5), left_id="a.txt", right_id="b.txt")
    place = placed(view(stories, regions=[shared]), ("b.txt", 0, 5), note="", page="a.txt")
    assert (place.article.link, place.pair) == ("#a2", "#p1")


@given(st.text(alphabet="<>&'\"\u202e\xad\x00a ", min_size=1, max_size=12))
def test_names_from_strangers_are_shown_and_not_obeyed(view, article, parsed, text):
    story = article(f"p{text}", "Text.", title=text, outlet=text, date=text)
    told = named(view([story]), story)
    for shown in (told.title, told.outlet, told.date):
        assert parsed(shown).text() == printable(text)
    assert parsed(told.place).text() == printable(f"p{text}")
