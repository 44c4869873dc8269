"""The lexicon of English names: every entry does what its table says."""

from pathlib import Path

import pytest

from provenance import rulebook
from provenance.attribution.naming import people
from provenance.attribution.story import Story
from provenance.model import Article

FILE = Path(__file__).parents[3] / "rules" / "lexicon" / "names.en.yaml"
TABLES = rulebook.load([rulebook.RuleFile(FILE.name, FILE.read_text("utf-8"))]).lexicons["names.en"]
TITLES = [
    (canonical, form)
    for table in ("ranks", "police", "offices", "courtesies")
    for canonical, forms in TABLES[table].items()
    for form in forms
]


@pytest.fixture(scope="session")
def named(lexicon):
    """The people of one text without quotations."""

    def _named(text):
        article = Article("a0", "a0", 1, False, text, None, 0, None, None, None)
        return people(Story(article, ()), lexicon.names)

    return _named


@pytest.mark.parametrize(("canonical", "form"), TITLES, ids=[form for _, form in TITLES])
def test_every_title_makes_a_person_of_a_name(named, canonical, form):
    """A title that another table hides would be dead."""
    (person,) = named(f"Then {form} Vorlund came home.")
    assert (person.name, person.title) == ("Vorlund", canonical)


@pytest.mark.parametrize("form", sorted({form for _, form in TITLES if len(form.split()[-1]) < 5}))
def test_every_short_title_may_have_a_full_stop(named, form):
    """American desks write one, British desks do not."""
    dotted = " ".join(f"{word}." if len(word) < 5 else word for word in form.split())
    (person,) = named(f"Then {dotted} Vorlund came home.")
    assert person.name == "Vorlund"


@pytest.mark.parametrize("pronoun", ["he", "she", "either"])
def test_every_first_name_that_is_sure_makes_a_person(named, pronoun):
    doubtful = {*TABLES["first-names"]["doubtful"]}
    lost = [
        name
        for name in TABLES["first-names"][pronoun]
        if name not in doubtful
        and [person.name for person in named(f"Then {name} Vorlund came home.")]
        != [f"{name} Vorlund"]
    ]
    assert lost == []


def test_no_first_name_is_sure_for_both_pronouns():
    """One of the two would be wrong, and a pronoun would find the wrong person."""
    first = TABLES["first-names"]
    assert {*first["he"]} & {*first["she"]} == set()


def test_a_name_that_tells_nothing_makes_nobody(named):
    """Alone in front of a surname it may as well be a place, a month or a verb."""
    found = {
        name
        for name in TABLES["first-names"]["doubtful"]
        if named(f"Then {name} Vorlund came home.")
    }
    assert found == set()


@pytest.mark.parametrize("table", ["heads", "places", "peoples", "times", "organisations"])
def test_what_is_no_person_speaks_without_becoming_one(named, table):
    """Institutions, countries and days say things in every paper."""
    wrong = [word for word in TABLES["others"][table] if named(f"On that day the {word} said so.")]
    assert wrong == []


def test_a_name_in_front_of_an_institution_s_word_is_the_institution_s(named):
    ordinary = {*TABLES["surnames"]["ordinary"]}
    first = {name for names in TABLES["first-names"].values() for name in names}
    titles = {form for _, form in TITLES}
    wrong = [
        word
        for word in TABLES["others"]["heads"]
        if word not in ordinary | first | titles and named(f"Then Patricia Vorlund {word} shut.")
    ]
    assert wrong == []


def test_every_role_introduces_a_person(named):
    lost = [
        noun
        for noun in TABLES["roles"]["nouns"]
        if " " not in noun
        and [person.role for person in named(f"Then Brekk Vorlund, a {noun}, came home.")]
        != [f"a {noun}"]
    ]
    assert lost == []


@pytest.mark.parametrize("verb", TABLES["speech"]["verbs"])
def test_every_verb_of_speech_tells_a_name(named, verb):
    assert [person.name for person in named(f"Brekk Vorlund {verb} so.")] == ["Brekk Vorlund"]


@pytest.mark.parametrize("table", ["labels", "spellings"])
def test_a_group_of_forms_has_two_at_least_and_each_begins_with_a_capital(table):
    """The search begins at capitals; a form in small letters would never be found."""
    for forms in TABLES[table].values():
        assert len(forms) > 1
        assert all(form[0].isupper() for form in forms)
