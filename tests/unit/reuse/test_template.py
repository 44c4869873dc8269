"""A template shared by two pages is not a story shared by two outlets."""

import random

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.model import Article, Region
from provenance.reuse import find, template
from provenance.reuse.template import templates

MENU = (
    "Home | Buy | Rent | Sold Prices | Find Agents | Mortgages | Advice | Sign In | Saved Homes\n"
    "Filter: Any Price | 1+ Bed | 2+ Bed | 3+ Bed | Garden | Garage | Parking | New Build | Auction"
)
FOOTER = (
    "About Us | Careers | Press Office | Privacy Notice | Cookie Settings | Site Map | Contact\n"
    "Branches: Alder Bay | Birch Heath | Cold Ford | Dunmere | East Quay | Fenwick | Gorse Hill"
)
LISTING = (
    "{menu}\n{street}, {town}\n{text}\nPrice: {price} | Tenure | Tax Band | Floor Plan\n{footer}"
)
COTTAGE = LISTING.format(
    menu=MENU,
    street="14 Orchard Row",
    town="Cold Ford",
    text="A stone cottage with a long garden that runs down to the river, sold with two sheds "
    "and a claim to the old ferry landing.",
    price="312,000",
    footer=FOOTER,
)
FLAT = LISTING.format(
    menu=MENU,
    street="Flat 9, Signal House",
    town="East Quay",
    text="Top floor, lift, no chain. The balcony looks over the harbour and the seller has "
    "already found another place, so the keys could change hands before the summer.",
    price="198,500",
    footer=FOOTER,
)

# The paragraphs of one agency story.
LEAD = (
    "At least 41 people were hurt when a tram left the rails in the centre of Velin on Tuesday, "
    "the fire service said, and rescue teams were still at the scene in the evening."
)
CAUSE = (
    "The driver told investigators that the brakes had not answered on the slope above the "
    "market, where work on the track was finished only a week ago. The operator, which has run "
    "the line for 12 years, said that it would wait for the report before it spoke of a cause."
)
REACTION = (
    "The mayor went to the hospital at noon and promised help for the families. She said that "
    "the line would be closed until every tram of the same type had been looked at, which could "
    "take until the end of the month."
)
STORY = f"{LEAD}\n\n{CAUSE}\n\n{REACTION}"

FORECAST = (
    "{town} weather: what the week has in store\n"
    "It will be {sky} in {town} on Monday, with a high of {high} degrees and a light wind from "
    "the west. People in {town} should take a coat on Tuesday, when the rain is expected to "
    "reach the coast. {own} The rest of the week is going to be much as the days before it, and "
    "the next forecast for {town} will be here at seven."
)
HARBOUR = FORECAST.format(
    town="Marlow", sky="bright", high=19, own="The ferries may be late until the swell goes down."
)
MOOR = FORECAST.format(
    town="Tarrant",
    sky="dull",
    high=12,
    own="On the hills there could be hail in the night and the upper road is best avoided.",
)

FIXTURE = (
    "{home} against {away}: kick-off and how to watch\n"
    "{home} are at home to {away} in the second round of the cup. The doors are open from six "
    "and the game begins at {time}. {own} Those who cannot be there can hear all of {home} "
    "against {away} on the radio, and the report of how {home} and {away} fared is on this page "
    "after the final whistle."
)


@pytest.fixture
def is_template(article):
    """Whether all that two texts share is their template; their regions are looked for."""

    def _is_template(left, right, languages=(None, None)):
        texts = pl.Series([left, right])
        articles = frames.frame([article("a", left), article("b", right)], Article)
        articles = articles.with_columns(text=texts, language=pl.Series(languages, dtype=pl.String))
        regions = find(articles, 12)
        assert len(regions), "the texts share nothing that could be judged"
        (told,) = set(templates(regions, articles))
        return told

    return _is_template


def test_two_listings_on_one_site_are_a_template(is_template):
    assert is_template(COTTAGE, FLAT)


def test_one_forecast_for_two_towns_is_a_template(is_template):
    """All of it is prose; only whom it is about tells."""
    assert is_template(HARBOUR, MOOR)


def test_one_preview_of_two_matches_is_a_template(is_template):
    left = FIXTURE.format(
        home="Ravens", away="Corinth", time="half past seven", own="It is their first meeting."
    )
    right = FIXTURE.format(
        home="Albion",
        away="Wanderers",
        time="eight",
        own="They met twice last year and the visitors won both games by the odd goal in five, "
        "which nobody in the town has forgotten.",
    )
    assert is_template(left, right)


def test_a_results_table_with_other_results_is_a_template(is_template):
    parties = "Greens Union Labour Farmers Liberal Centre Reform Pirates Seniors Home".split()
    left, right = (
        f"{place} Results\nShare of Votes | Seats by Party | Back to Map\n"
        + "\n".join(
            f"Party List {name} Votes {rnd.randint(100, 9999)} Change in Votes {rnd.random():.3f}"
            for name in parties
        )
        for place, rnd in (("Northam", random.Random(1)), ("Sutterby", random.Random(2)))
    )
    assert is_template(f"{left}\n{FOOTER}", f"{right}\n{FOOTER}")


def test_agency_copy_with_two_numbers_changed_is_no_template(is_template):
    assert not is_template(STORY, STORY.replace("41", "43").replace("12", "13"))


def test_a_story_with_updated_figures_and_a_new_paragraph_is_no_template(is_template):
    """The later version of a running story is the commonest edited copy there is."""
    update = (
        "One of the injured died in the night, a doctor said, and nine people were still being "
        "treated on Wednesday. The police have taken the log of the tram and the phones of two "
        "workers, and asked those who filmed the slope to come forward."
    )
    later = f"{STORY.replace('41', '57').replace('Tuesday', 'Wednesday')}\n\n{update}"
    assert not is_template(STORY, later)


def test_copies_under_two_headlines_are_no_template(is_template):
    left = f"Dozens hurt as tram derails in Velin\n\n{STORY}\n\nMore on Velin: Trams, Roads, Rail"
    right = f"Mayor closes line after crash\n\n{STORY}\n\nRelated: Mayor, Budget, Mayor, Schools"
    assert not is_template(left, right)


def test_a_story_on_a_page_full_of_links_is_no_template(is_template):
    """An aggregator runs the copy between its menus, and the menus are its own."""
    assert not is_template(f"{MENU}\n{STORY}\n{FOOTER}", STORY)


def test_a_story_on_two_pages_of_one_design_is_no_template(is_template):
    """What is shared is list and prose: the list beside a shared story is part of the find."""
    left = f"{MENU}\n{STORY}\n{FOOTER}"
    right = f"{MENU}\nTram Crash Special\n{LEAD}\n{REACTION}\n{FOOTER}"
    assert not is_template(left, right)


def test_a_page_with_a_new_price_is_no_template(is_template):
    """The same page read on two days differs by a date, a price, a counter."""
    assert not is_template(COTTAGE, COTTAGE.replace("312,000", "305,000"))


def test_a_list_that_stands_in_a_long_text_is_no_template(is_template):
    """Whoever prints a programme has it from there; one page is no frame of the other."""
    programme = f"Velin Festival Programme\n{MENU}\n{FOOTER}"
    assert not is_template(programme, f"{STORY}\n\n{STORY[::-1]}\n\n{STORY}\n\n{programme}")


def test_a_long_price_list_with_some_new_prices_is_no_template(is_template):
    """Twenty new prices are many, yet the list is the same list."""
    rows = [f"Item {n} for Garden {n} and Shed | Price {n * 7} Euro | Stock" for n in range(300)]
    newer = [f"{row} Low" if n % 12 == 0 else row for n, row in enumerate(rows)]
    assert not is_template("\n".join(rows), "\n".join(newer))


def test_a_short_caption_with_other_numbers_is_no_template(is_template):
    """Three words of thirty are more than a twentieth, and still only a correction."""
    caption = (
        "Velin Tram Museum Gallery: Plate {} of the Slope, Market Hall, Depot and Bell Tower, "
        "Summer {}. Museum Archive Prints, Velin, Box {}, Shelf Nine"
    )
    assert not is_template(caption.format(4, 1931, 17), caption.format(6, 1938, 22))


def test_a_stub_beside_the_full_story_is_no_template(is_template):
    """A headline may have no function words; a dozen words say nothing of a page."""
    headline = "Tram Crash Velin Leaves Dozens Hurt Mayor Closes Line Market Slope Brakes Failed"
    assert not is_template(headline, f"{headline}\n\n{STORY}")


def test_another_spelling_of_the_name_in_the_headline_is_no_template(is_template):
    """Outlets spell names as their style books say, everywhere in a text."""
    own = (
        "The bridge is closed until the swell goes down, and so is the school on the shore, where "
        "the children were sent home at noon with a note for their parents."
    )
    assert not is_template(HARBOUR, FORECAST.format(town="Merlo", sky="dull", high=12, own=own))


def test_a_word_that_is_not_in_the_headline_is_no_subject(is_template):
    """Outlets also call things by other words; a page's subject stands at its top."""
    body = (
        "The {bank} said it would stay open. Clients of the {bank} had waited in the rain for "
        "hours, and some of them were told to come back. The {bank} did not say when. {own}"
    )
    top = "Queues in the rain as savers wait for word from the capital on what they will get back"
    left = body.format(bank="lender", own="Nobody was hurt.")
    right = body.format(
        bank="institution",
        own="In the square a man sold tea from a cart and the police let him, since it kept the "
        "crowd calm and he asked no more for it than on any other day.",
    )
    assert not is_template(f"{top}. {left}", f"{top}. {right}")


def test_a_name_that_the_other_page_knows_as_well_is_no_other_subject(is_template):
    right = MOOR + " For the coast see the page of Marlow."
    assert not is_template(HARBOUR, right)


@pytest.mark.parametrize(
    "languages", [("de", "de"), ("en", "de"), (None, "fi")], ids=["both", "one", "unknown"]
)
def test_another_language_is_not_judged(languages, is_template):
    assert not is_template(COTTAGE, FLAT, languages)


def test_two_english_pages_are_judged(is_template):
    assert is_template(COTTAGE, FLAT, ("en", "en"))


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(
            "Tramwaj wyskoczył z szyn w centrum i rannych zostało kilkadziesiąt osób, a on sam to "
            "widział, powiedział świadek i dodał, że pojechał do szpitala na własną rękę.",
            id="Polish",
        ),
        pytest.param(
            "Trem tergelincir dari rel di pusat kota dan puluhan orang terluka, kata petugas "
            "pemadam kebakaran yang masih bekerja di tempat kejadian sampai malam hari.",
            id="Indonesian",
        ),
    ],
)
def test_prose_of_an_untold_language_is_not_taken_for_a_list(sentence, is_template):
    """It has few of the English function words, some of them by chance."""
    assert not is_template(sentence, " ".join([sentence, *sentence.split()[::-1]]))


def test_no_regions_are_no_templates(corpus):
    articles = corpus("a", "b")
    assert list(templates(find(articles, 12), articles)) == []


@pytest.fixture(scope="module")
def judged(article):
    """The regions and the articles of texts by id."""

    def _judged(texts):
        items = [article(key, text) for key, text in texts.items()]
        articles = frames.frame(items, Article)
        regions = find(articles, 12)
        return regions, articles

    return _judged


PAGES = {"a": COTTAGE, "b": FLAT, "c": STORY, "d": f"{MENU}\n{STORY}", "e": HARBOUR, "f": MOOR}
TEMPLATES = {("a", "b"), ("e", "f")}


def _told(regions, articles):
    marked = regions.with_columns(template=templates(regions, articles))
    return set(marked.filter("template").select("left_id", "right_id").iter_rows())


def test_each_pair_of_a_corpus_is_judged_for_itself(judged, monkeypatch):
    regions, articles = judged(PAGES)
    assert _told(regions, articles) == TEMPLATES
    monkeypatch.setattr(template, "_BATCH", 1)
    assert _told(regions, articles) == TEMPLATES


@given(data=st.data())
def test_neither_order_nor_names_nor_sides_matter(data, judged):
    """Same input, same output: left and right are only what the ids make them."""
    names = dict(zip(PAGES, data.draw(st.permutations("uvwxyz")), strict=True))
    regions, articles = judged({names[key]: text for key, text in PAGES.items()})
    order = data.draw(st.permutations(range(len(regions))))
    told = _told(regions[order], articles[::-1])
    assert told == {tuple(sorted((names[a], names[b]))) for a, b in TEMPLATES}


@given(seed=st.integers(0, 999), edits=st.integers(0, 60))
def test_prose_about_one_subject_is_never_a_template(seed, edits, judged):
    """However many words are put in: function words stay, and nobody is put in another's place."""
    rnd = random.Random(seed)
    words = f"Tram derails in Velin\n{STORY}".split(" ")
    for n in range(edits):
        words.insert(rnd.randrange(12, len(words)), f"word{chr(97 + n % 26)} of the")
    regions, articles = judged({"a": STORY, "b": " ".join(words)})
    assert not templates(regions, articles).any()


def test_hostile_regions_and_texts_are_survived(article, region):
    """Shares of nothing, a line of a million characters, signs that are no letters."""
    million = "of " * 333_333
    texts = {"a": million, "b": million[::-1], "c": "�" * 1_000, "d": "\u0130" * 1_000, "e": ""}
    articles = frames.frame([article(key, text) for key, text in texts.items()], Article)
    span = {"left_words": 400, "right_words": 400, "matched_words": 200, "right_end": 900_000}
    regions = frames.frame(
        [
            region("a", "b", **span, left_end=900_000, left_share=0.9, right_share=0.9),
            region("a", "e", **span, left_share=0.0, right_share=0.0),
            region("c", "d", **span, left_share=0.9, right_share=0.9),
            region("d", "e", **span, left_share=1.0, right_share=1e-9),
        ],
        Region,
    )
    assert not templates(regions, articles).any()
