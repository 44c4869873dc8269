"""Whole stories: every figure read as a sub-editor would, and only true clashes told."""

import pytest

# A story patched together from three others, as spinners do.
SPUN = """\
Trucks Lost On The Arrel Road

A rockslide above Arrel has wrecked more than 200 trucks on the only road to the coast and killed dozens of mules, the road office said on Thursday.

Advertisement

In 2014 the same slope had closed the road for almost four weeks.

Rocks fell on the road again before dawn. That brought the number of Brenk trucks wrecked by the rockslide near Arrel to 175. A ditch of 3.1 miles (five kilometers) is being dug.

The road office believes that about 55 Brenk trucks were wrecked by the rockslide near Arrel.

In his view the rockslide wrecked 55 of their trucks.

Video
Hundreds Of Brenk Trucks Wrecked
"""

# Everything in it looks as if it might clash, and nothing does.
CLEAN = """\
Voters Turn Out In Arrel

Arrel, 12 November 2016 - About 68 percent of the 41,300 voters on the roll voted on Saturday,
the electoral office said at 11 p.m. It was the 14th election since 1958.

In 2012, only 61 percent of voters voted, and 55 percent did so in 2008. The Harbour party won
23 of the 45 seats, the Upland party 18. The remaining four seats went to independents.

Ada Brenk, 41, of the Harbour party was elected mayor with 52 per cent of the vote, against
48 per cent for Rolf Inderby (39). Four years ago Mr Inderby won with 51 per cent.

Police arrested three people at Ward 6, and another two at Ward 9. No. 7 bus services were late.
Police said five people in all had been arrested.

The council could hire up to 120 clerks next year, up from 80 now. It costs $3.5 million a year
(about 3.2 million euros) to run. One in five clerks is over 60.
"""

BRIEF = """\
Fire Kills Four In Varn
A fire killed four people and injured 12 at a cannery in Varn on Monday. The fire, which began
at 02:15, destroyed two sheds and damaged some 40 boats. It took 65 firefighters three hours to
put it out. In 2009 a fire at the same cannery killed nine people.
"""


def evidence(text, rows):
    return [text[row.start : row.end] for row in rows]


def one_line(text):
    """Paragraphs on one line each, as scraped news has them."""
    return "\n".join(block.replace("\n", " ") for block in text.split("\n\n"))


def test_the_figures_of_the_spun_page(read):
    text = one_line(SPUN)
    assert evidence(text, read(text)) == [
        "more than 200",
        "dozens",
        "almost four weeks",
        "175",
        "3.1 miles",
        "five kilometers",
        "about 55",
        "55",
        "Hundreds",
    ]


def test_the_spun_page_has_two_clashes_and_no_more(clashes):
    """Every other pair is a repeat, a part of the total, or about something else."""
    assert clashes(one_line(SPUN)) == [
        (False, "more than 200", "about 55"),
        (True, "175", "more than 200"),
    ]


@pytest.mark.parametrize(
    ("figure", "noun", "event"),
    [
        ("more than 200", "truck", "destroy"),
        ("dozens", "mule", "kill"),
        ("175", "truck", "destroy"),
        ("about 55", "truck", "destroy"),
        ("55", "truck", "destroy"),
        ("Hundreds", "truck", "destroy"),
    ],
)
def test_what_the_figures_of_the_spun_page_count(read, figure, noun, event):
    text = one_line(SPUN)
    (row,) = [row for row in read(text) if text[row.start : row.end] == figure]
    assert (row.noun, row.event) == (noun, event)


def test_the_figures_of_the_clean_story(read):
    text = one_line(CLEAN)
    assert evidence(text, read(text)) == [
        "About 68 percent",
        "41,300",
        "61 percent",
        "55 percent",
        "23",
        "45",
        "18",
        "four",
        "41",
        "52 per cent",
        "48 per cent",
        "Four years",
        "51 per cent",
        "three",
        "two",
        "five",
        "up to 120",
        "80",
        "$3.5 million",
        "about 3.2 million euros",
        "One in five",
        "over 60",
    ]


def test_the_clean_story_is_silent(clashes):
    assert clashes(one_line(CLEAN)) == []


@pytest.mark.parametrize("word", ["Upland", "Harbour", "Saturday", "Ward 6, and", " ago"])
def test_the_clean_story_stays_silent_when_a_word_is_lost(clashes, word):
    """Scraping loses words; silence must not hang by one of them."""
    assert clashes(one_line(CLEAN).replace(word, "")) == []


@pytest.mark.parametrize(
    ("figure", "kind", "noun", "event"),
    [
        ("four", "count", "person", "kill"),
        ("12", "count", "person", "injure"),
        ("two", "count", "shed", "destroy"),
        ("some 40", "count", "boat", "damage"),
        ("65", "count", "firefighter", None),
        ("three hours", "measure", None, None),
        ("nine", "count", "person", "kill"),
    ],
)
def test_what_the_figures_of_the_brief_count(read, figure, kind, noun, event):
    text = one_line(BRIEF)
    row = next(row for row in read(text) if text[row.start : row.end] == figure)
    assert (row.kind, row.noun) == (kind, noun)
    assert event is None or row.event == event


def test_the_brief_is_silent_for_two_fires_are_years_apart(clashes):
    assert clashes(one_line(BRIEF)) == []


def test_without_the_year_the_two_fires_clash(clashes):
    """What keeps the brief silent is the year and nothing else."""
    text = one_line(BRIEF).replace("In 2009 a fire", "A fire").replace(" on Monday", "")
    assert clashes(text) == [(False, "four", "nine")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("more than 200", "more than two hundred"),
        ("175", "one hundred and seventy-five"),
        ("about 55", "roughly fifty-five"),
        ("trucks", "lorries"),
        ("Arrel", "Port Sallow"),
        ("wrecked by the rockslide", "destroyed by the rockslide"),
        ("said on Thursday", "told reporters on Thursday"),
        ("\n", "\r\n"),
        ("\n", "\n\n"),
        (" ", "  "),
        ("Thursday", "Thursday 😀"),
    ],
)
def test_the_clashes_are_found_in_other_words(clashes, old, new):
    """Words, spelling and line ends change; the clash is the same."""
    found = clashes(one_line(SPUN).replace(old, new))
    assert [total for total, *_ in found] == [False, True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("more than 200", "more than 40"),
        ("more than 200", "up to 200"),
        ("more than 200 trucks", "more than 200 carts"),
        ("has wrecked", "could have wrecked"),
        ("A rockslide above", "In 1999 a rockslide above"),
    ],
)
def test_the_clashes_are_gone_when_the_first_figure_fits_or_is_told_apart(clashes, old, new):
    text = one_line(SPUN).replace(old, new).replace("Hundreds", "Dozens")
    assert [pair for pair in clashes(text) if "200" in pair[1] + pair[2]] == []
