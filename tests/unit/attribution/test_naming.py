"""People: who counts as one, which mentions are joined, and what is left alone."""

import string
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.naming import people
from provenance.attribution.quotes import quotations
from provenance.attribution.story import Story
from provenance.model import Article


@pytest.fixture(scope="session")
def named(lexicon):
    """The people of one text."""

    def _named(text):
        article = Article("a0", "a0", 1, False, text, None, 0, None, None, None)
        story = Story(article, tuple(quotations(text, lexicon.quotes)))
        return people(story, lexicon.names)

    return _named


@pytest.fixture(scope="session")
def names(named):
    """The names of the people of one text."""
    return lambda text: [person.name for person in named(text)]


@pytest.fixture(scope="session")
def mentions(named):
    """Every form in which the people of one text are named, by person."""
    return lambda text: [[place.note for place in person.mentions] for person in named(text)]


# What makes a person


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge, said Patricia Hallowell, is closed.", "Patricia Hallowell"),
        ("They met Dr. Vorlund at noon.", "Vorlund"),
        ("They met Prime Minister Tavo Brekke at noon.", "Tavo Brekke"),
        ("They met Brekk Vorlund, 41, at noon.", "Brekk Vorlund"),
        ("They met Brekk Vorlund, who runs the mill.", "Brekk Vorlund"),
        ("They met Brekk Vorlund, a retired teacher, at noon.", "Brekk Vorlund"),
        ("They met the teacher Brekk Vorlund at noon.", "Brekk Vorlund"),
        ("They met the owner of the mill, Brekk Vorlund, at noon.", "Brekk Vorlund"),
        ("They met Brekk Vorlund (R-Ohio) at noon.", "Brekk Vorlund"),
        ("The mill is shut, Brekk Vorlund said.", "Brekk Vorlund"),
        ("The mill is shut, said Brekk Vorlund.", "Brekk Vorlund"),
        ("They met Brekk T. Vorlund at noon.", "Brekk T. Vorlund"),
    ],
)
def test_something_beside_the_words_makes_them_a_name(names, text, expected):
    """A capital alone says nothing; a title, first name, age, role or verb of speech does."""
    assert names(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They met Brekk Vorlund at noon.",
        "They went to New York and San Diego on Tuesday.",
        "General Motors said it would close the Trenton plant.",
        "The White House said so, and the Supreme Court agreed.",
        "The Vorlund Foundation said it would pay.",
        "The Murland Irrigation said it would pay.",
        "Officials said so. Police agreed.",
        "He read “The Sorrows of Patricia Hallowell” twice.",
        "He was sent to the Patricia Hallowell Memorial Hospital.",
        "an assistant U.S. attorney, and W. N. P. said nothing.",
    ],
)
def test_without_it_nobody_is_named(names, text):
    """A place, an institution or a title of a work that speaks as a person misleads all else."""
    assert names(text) == []


def test_a_headline_in_capitals_makes_nobody_a_person(names):
    """All its words have capitals, so that a name has no end there."""
    assert names("Patricia Hallowell Wins Harbour Vote\n\nRain fell on the town all day.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gov. Bill de Vries said so.", "Bill de Vries"),
        ("Rupert van der Meer said so.", "Rupert van der Meer"),
        ("Tarek al-Rashwani said so.", "Tarek al-Rashwani"),
        ("Seamus O’Hara said so.", "Seamus O’Hara"),
        ("Jean-Claude Durand said so.", "Jean-Claude Durand"),
        ("J.K. Hallowell said so.", "J.K. Hallowell"),
        ("Joe “Lucky” Hallowell said so.", "Joe “Lucky” Hallowell"),
        ("Martin Hallowell, Jr., said so.", "Martin Hallowell, Jr."),
        ("Kim Sung-il said so.", "Kim Sung-il"),
        ("José Núñez said so.", "José Núñez"),
    ],
)
def test_a_name_is_taken_whole(names, text, expected):
    """Particles, apostrophes, initials and nicknames belong to it."""
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("But Patricia Hallowell said so.", "Patricia Hallowell"),
        ("Iraqi Patricia Hallowell said so.", "Patricia Hallowell"),
        ("Physicist Patricia Hallowell said so.", "Patricia Hallowell"),
        ("Northgate Dairies Patricia Hallowell said so.", "Patricia Hallowell"),
        ("Patricia Hallowell Tuesday said so.", "Patricia Hallowell"),
        ("It was seen in Leeds. Patricia Hallowell said so.", "Patricia Hallowell"),
        ("We met Patricia Hallowell Patricia (Pat) in town.", "Patricia Hallowell"),
    ],
)
def test_what_stands_around_a_name_is_cut_off(names, text, expected):
    """The first word of a sentence has a capital too."""
    assert names(text) == [expected]


@pytest.mark.parametrize("surname", ["King", "Hill", "Price", "May", "Church"])
def test_a_surname_may_be_another_word(names, surname):
    """Steve King is no king."""
    assert names(f"Steve {surname} said so.") == [f"Steve {surname}"]


# Mentions


def test_a_surname_joins_the_full_name(mentions):
    text = "Mr Brenk sat down. Ada Brenk said so. Brenk left; Brenk’s car followed."
    assert mentions(text.replace("Mr", "Ms")) == [["Ms Brenk", "Ada Brenk", "Brenk", "Brenk"]]


def test_a_surname_with_a_title_makes_a_person_whom_it_joins_from_there_on(mentions):
    """Before the title nobody is told, and the word may be a town."""
    text = "They left Vorlund early. They met Dr. Vorlund, and later Vorlund again."
    assert mentions(text) == [["Dr. Vorlund", "Vorlund"]]


def test_words_alone_that_nobody_bears_are_nobody(names):
    """However many of them: "Vorlund, Brekk and Osk" may be towns."""
    assert names("They saw Vorlund, Brekk and Osk, and later Vorlund again.") == []


def test_a_word_alone_that_speaks_proves_the_longer_name(names):
    assert names("They met Brekk Vorlund there. But Vorlund said no.") == ["Brekk Vorlund"]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_a_headline_ends_at_any_line_end(names, end):
    """In a headline every word has a capital, so that these tell no name."""
    title = "The Mill Is Shut, Says Patricia Hallowell At Last"
    line = "They met at noon beside the harbour wall, where nothing could have been heard."
    assert names(f"{title}{end}{line}") == []
    assert names(f"{line}{end}{title}") == []


def test_particles_in_front_of_a_surname_do_not_matter(mentions):
    """Desks write al-Rashwani, Al-Rashwani and Rashwani of one man."""
    text = "Tarek al-Rashwani said so. Al-Rashwani left. Rashwani slept, as al-Rashwani does."
    forms = ["Tarek al-Rashwani", "Al-Rashwani", "Rashwani", "al-Rashwani"]
    assert mentions(text) == [forms]


def test_a_form_of_address_tells_two_bearers_of_a_surname_apart(mentions):
    """What he says must not be put into her mouth."""
    text = "Margaret Osk sat, and Peter Osk stood. Mrs. Osk spoke. Mr. Osk slept."
    assert mentions(text) == [["Margaret Osk", "Mrs. Osk"], ["Peter Osk", "Mr. Osk"]]


def test_a_title_that_one_bearer_has_is_theirs(mentions):
    text = "Peter Osk sat; Peter Osk stood. Senator Tom Osk spoke. Senator Osk slept."
    assert mentions(text)[1] == ["Senator Tom Osk", "Senator Osk"]


def test_an_address_that_fits_nobody_is_somebody_else(names):
    assert names("Margaret Osk sat. Mr. Osk slept.") == ["Margaret Osk", "Osk"]


def test_a_surname_alone_is_whom_the_text_is_about(mentions):
    """Relatives are named in full once; who is named so more often is called by surname."""
    text = "Peter Osk sat. Margaret Osk stood. Then Margaret Osk spoke. Osk left."
    assert mentions(text) == [["Peter Osk"], ["Margaret Osk", "Margaret Osk", "Osk"]]


def test_a_middle_initial_makes_nobody_else(named):
    (person,) = named("Ada Brenk said so. Ada T. Brenk left.")
    assert (person.name, len(person.mentions)) == ("Ada T. Brenk", 2)


def test_the_family_name_in_front_is_the_surname(named):
    people_ = named("Xi Jinping, the president, spoke. Mr. Xi left.")
    assert [(each.surname, len(each.mentions)) for each in people_] == [("xi", 2)]


def test_two_given_names_behind_one_family_name_are_two_people(names):
    """Two leaders of one family are not one."""
    assert names("Kim Sung-il said so. Kim Sung-un said no.") == ["Kim Sung-il", "Kim Sung-un"]


def test_an_adjective_made_of_a_name_is_no_mention(mentions):
    assert mentions("Ada Brenk said so. The Brenk-era rules hold.") == [["Ada Brenk"]]


def test_an_institution_with_the_name_is_no_mention(mentions):
    assert mentions("Ada Brenk said so. The Brenk Foundation paid.") == [["Ada Brenk"]]


def test_a_surname_that_is_a_word_does_not_begin_a_sentence_of_its_own(mentions):
    """“Brown bears” are not Mr Brown; what Brown said is his."""
    text = "Joe Brown said so. Brown bears came. Brown said no. They saw Brown."
    assert mentions(text) == [["Joe Brown", "Brown", "Brown"]]


def test_a_month_is_nobody_and_who_speaks_is_somebody(mentions):
    """A surname that is a month or an office counts where it can be nothing else."""
    text = "Theresa May sat. It rained in May then. May said so. The park of Tom Park was shut, Park said."
    assert mentions(text) == [["Theresa May", "May"], ["Tom Park", "Park"]]


def test_who_is_named_in_a_quotation_alone_is_nobody_here(names):
    """These are the speaker's words, and often the title of a work."""
    assert names("“Ada Brenk did it,” said Joe Hallowell.") == ["Joe Hallowell"]


# What is told of a person


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Maj. Gen. Ada Brenk said so.", "major general"),
        ("Major General Ada Brenk said so.", "major general"),
        ("Lt Col Ada Brenk said so.", "lieutenant colonel"),
        ("House Majority Leader Ada Brenk said so.", "leader"),
        ("Vice President Ada Brenk said so.", "vice president"),
        ("Iraqi Prime Minister Ada Brenk said so.", "prime minister"),
        ("Spokesman Capt. Ada Brenk said so.", "captain"),
        ("Ada Brenk said so.", None),
        ("Ms Brenk said so. Sen. Ada Brenk agreed.", "senator"),
    ],
)
def test_a_title_has_one_form(named, text, title):
    """The office or rank goes before the form of address."""
    (person,) = named(text)
    assert person.title == title


def test_the_place_of_a_person_holds_the_title_and_the_name_does_not(named):
    text = "On Monday Maj. Gen. Ada Brenk said so."
    (person,) = named(text)
    assert text[person.start : person.end] == "Maj. Gen. Ada Brenk"
    assert (person.name, person.surname) == ("Ada Brenk", "brenk")


def test_people_come_in_the_order_of_their_first_mention(names):
    assert names("Mr Brenk sat. Joe Hallowell stood. Tom Brenk spoke.") == [
        "Tom Brenk",
        "Joe Hallowell",
    ]


# Properties


@given(st.text(alphabet=string.ascii_letters + " .,-’'“”\n“é1()", max_size=300))
def test_mentions_are_what_stands_in_the_text(named, text):
    """The evidence shown is the text; no place is counted twice."""
    places = sorted(
        (place for person in named(text) for place in person.mentions),
        key=lambda place: place.start,
    )
    assert all(text[place.start : place.end] == place.note for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada Brenk said so.",
                "Brenk left.",
                "Mr. Brenk",
                "Gen. Tom Osk, 41, a miller,",
                "U.S.",
            ]
        ),
        max_size=20,
    )
)
def test_more_text_behind_never_takes_a_mention_away(named, pieces):
    """Nobody is forgotten because of what comes later."""
    few, many = (
        {(place.start, place.end) for person in named(" ".join(some)) for place in person.mentions}
        for some in (pieces[:-1], [*pieces[:-1], "; rain fell on it."])
    )
    assert few <= many


@pytest.mark.parametrize(
    "text",
    [
        "Ab " * 60_000,
        "A." * 100_000,
        "Mr. " * 60_000,
        "Al-" * 200_000,
        "O’" * 300_000,
        "A" * 600_000,
    ],
)
def test_a_line_without_end_is_read(named, text):
    """Scraped pages hold them; each would stop the run if the search were not linear."""
    assert isinstance(named(text), tuple)


# Names from many places, by the ways in which news introduces them


@pytest.mark.parametrize(
    ("text", "name", "surname"),
    [
        ("President Nguyen Van Thieu spoke.", "Nguyen Van Thieu", "nguyen"),
        ("Foreign Minister Wang Yi spoke.", "Wang Yi", "wang"),
        ("Sheikh Hassan bin Rashid spoke.", "Hassan bin Rashid", "rashid"),
        ("Luiz da Costa spoke.", "Luiz da Costa", "costa"),
        ("Ursula von der Heide spoke.", "Ursula von der Heide", "heide"),
        ("Søren Kjær, a fisherman, spoke.", "Søren Kjær", "kjær"),
        ("Zoltán Őri, a fisherman, spoke.", "Zoltán Őri", "őri"),
        ("Abdul-Rahman Haddad, a fisherman, spoke.", "Abdul-Rahman Haddad", "haddad"),
        ("María José Ruiz spoke.", "María José Ruiz", "ruiz"),
        ("D’Andre Osk, a fisherman, spoke.", "D’Andre Osk", "osk"),
        ("Patricia McAllister-Osk spoke.", "Patricia McAllister-Osk", "mcallister-osk"),
    ],
)
def test_names_of_many_languages_are_read(named, text, name, surname):
    """A checker that knows English names alone is blind to half of the news."""
    assert [(each.name, each.surname) for each in named(text)] == [(name, surname)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Initially, the talks were held in Oslo.",
        "They flew from Washington, D.C. Brekk rose.",
        "Cyclone Larry said nothing, and Boko Haram said less.",
        "Goldman Sachs said so; Deutsche Bank said no.",
        "Hong Kong said so; Saudi Arabia said no.",
        "Human Rights Watch, a group led by lawyers, said so.",
        "The report by Amnesty International said so.",
        "Virginia Beach, a resort, said so.",
        "St. Louis said so; Salt Lake City said no.",
        "The Wall Street Journal, which was first, said so.",
        "Happy Thanksgiving, said the sign in Times Square.",
    ],
)
def test_institutions_and_places_that_speak_are_no_people(names, text):
    """They are sources of another kind, which others look for."""
    assert names(text) == []


def test_an_empty_text_has_nobody(names):
    assert names("") == []


def test_a_text_without_line_ends_is_read_as_one_with_them(mentions):
    """Scraped text comes with any line end, and the same people are in it."""
    lines = ["Ada Brenk said so.", "Brenk left.", "Gen. Tom Osk, 41, spoke."]
    assert mentions("\r\n".join(lines)) == mentions("\n".join(lines)) == mentions(" ".join(lines))


def test_a_no_break_space_is_a_space(mentions):
    assert mentions("Mr.\xa0Osk spoke.") == [["Mr.\xa0Osk"]]


def test_a_name_over_a_line_end_is_two_halves(names):
    """Lines of a page are often lists; joining them makes people who do not exist."""
    assert names("Speakers: Ada\nBrenk and others") == []


def test_a_list_of_names_is_a_list_of_people(names):
    text = "They thanked Ada Brenk, Tom Osk, Peter Hale and Patricia Hallowell."
    assert names(text) == ["Ada Brenk", "Tom Osk", "Peter Hale", "Patricia Hallowell"]


def test_the_fullest_form_is_the_name(named):
    """It may come late, and the place shown is where it stands first."""
    text = "Ada Brenk spoke. Ada T. Brenk left. Ada T. Brenk came back."
    (person,) = named(text)
    assert (person.name, person.start) == ("Ada T. Brenk", text.index("Ada T."))


def test_a_later_title_is_the_person_s(named):
    (person,) = named("Ada Brenk spoke. Col. Brenk left.")
    assert (person.title, len(person.mentions)) == ("colonel", 2)


def test_every_row_belongs_to_its_article(named):
    """Spans of one article must not point into another one."""
    for person in named("Ada Brenk spoke. Gen. Osk left."):
        assert {place.article_id for place in person.mentions} == {person.article_id} == {"a0"}


def test_an_unknown_name_is_a_persons_when_its_surname_speaks_later(names):
    """Most first names of the world are in no list."""
    text = "The court heard Xqu Brenkovar for an hour. Brenkovar said he would appeal."
    assert names(text) == ["Xqu Brenkovar"]


def test_an_unknown_name_that_never_speaks_stays_unknown(names):
    assert names("The court heard Xqu Brenkovar for an hour. Brenkovar left.") == []


def test_a_first_name_that_speaks_is_the_only_one_who_bears_it(mentions):
    assert mentions("Ada Brenk came. “Yes,” Ada said.") == [["Ada Brenk", "Ada"]]


def test_a_first_name_of_two_is_neither(mentions):
    text = "Ada Brenk met Ada Holm. “Yes,” Ada said."
    assert mentions(text) == [["Ada Brenk"], ["Ada Holm"]]


def test_a_role_that_begins_a_sentence_introduces_a_name(named):
    (person,) = named("Striker Xqu Brenkovar left the club.")
    assert (person.name, person.role) == ("Xqu Brenkovar", "Striker")
