"""People as English news brings them in: who they are, what they are called, and where they return."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import frames
from provenance.attribution import read
from provenance.model import Person


@pytest.fixture(scope="module")
def people(articles, lexicon):
    """The people of one text, in order."""
    return lambda text: list(frames.rows(read(articles(text), lexicon).people, Person))


@pytest.fixture(scope="module")
def cast(people):
    """Every form in which each person of a text is named, by full name."""

    def _cast(text):
        return {row.name: [place.note for place in row.mentions] for row in people(text)}

    return _cast


INTRODUCED = [
    # In front of the name.
    ("Harbour master Ada Brenk closed the lock.", "Ada Brenk", None, "Harbour master"),
    ("The harbour master, Ada Brenk, closed the lock.", "Ada Brenk", None, "The harbour master"),
    ("Its chief engineer, Tom Osk, agreed.", "Tom Osk", None, "Its chief engineer"),
    ("The union’s lawyer, Ruth Vell, agreed.", "Ruth Vell", None, "union’s lawyer"),
    ("Former striker Tom Osk bought the mill.", "Tom Osk", None, "Former striker"),
    ("A spokesman for the mill, Tom Osk, agreed.", "Tom Osk", None, "A spokesman for the mill"),
    ("They asked farmer and poet Ada Brenk.", "Ada Brenk", None, "poet"),
    # Behind the name.
    ("Ada Brenk, the harbour master, closed the lock.", "Ada Brenk", None, "the harbour master"),
    ("Ada Brenk, a nurse from Varn, agreed.", "Ada Brenk", None, "a nurse from Varn"),
    ("Ada Brenk, 41, agreed.", "Ada Brenk", None, "41"),
    ("Ada Brenk, 41, a nurse, agreed.", "Ada Brenk", None, "41, a nurse"),
    ("Ada Brenk, who heads the board, agreed.", "Ada Brenk", None, None),
    ("Ada Brenk, head of the board, agreed.", "Ada Brenk", None, "head of the board"),
    ("Tom Osk, professor of law at Varn, agreed.", "Tom Osk", None, "professor of law at Varn"),
    ("Tom Osk, the mill’s owner, agreed.", "Tom Osk", None, "the mill’s owner"),
    (
        "Tom Osk, editor-in-chief of the paper, agreed.",
        "Tom Osk",
        None,
        "editor-in-chief of the paper",
    ),
    # By a title.
    ("Mayor Ada Brenk agreed.", "Ada Brenk", "mayor", None),
    ("Sen. Ada Brenk, D-Ohio, agreed.", "Ada Brenk", "senator", None),
    ("Rep. Tom Osk (R-Texas) agreed.", "Tom Osk", "representative", None),
    ("Dr. Ada Brenk agreed.", "Ada Brenk", "dr", None),
    ("Prof. Ada Brenk agreed.", "Ada Brenk", "professor", None),
    ("Sir Tom Osk agreed.", "Tom Osk", "sir", None),
    ("Dame Ada Brenk agreed.", "Ada Brenk", "dame", None),
    ("Lord Tom Osk agreed.", "Tom Osk", "lord", None),
    ("Pope Tom Osk agreed.", "Tom Osk", "pope", None),
    ("Rabbi Tom Osk agreed.", "Tom Osk", "rabbi", None),
    ("Judge Ruth Vell agreed.", "Ruth Vell", "judge", None),
    ("Chief Justice Ruth Vell agreed.", "Ruth Vell", "justice", None),
    ("District Attorney Ruth Vell agreed.", "Ruth Vell", "attorney", None),
    ("Attorney General Ruth Vell agreed.", "Ruth Vell", "attorney general", None),
    ("Secretary-General Ruth Vell agreed.", "Ruth Vell", "secretary general", None),
    ("Foreign Minister Ruth Vell agreed.", "Ruth Vell", "minister", None),
    ("Deputy Prime Minister Ruth Vell agreed.", "Ruth Vell", "deputy prime minister", None),
    ("Lt. Gov. Ruth Vell agreed.", "Ruth Vell", "lieutenant governor", None),
    ("Lt. Gen. Ruth Vell agreed.", "Ruth Vell", "lieutenant general", None),
    ("Brig. Gen. Ruth Vell agreed.", "Ruth Vell", "brigadier general", None),
    ("Staff Sgt. Ruth Vell agreed.", "Ruth Vell", "sergeant", None),
    ("Rear Adm. Ruth Vell agreed.", "Ruth Vell", "rear admiral", None),
    ("Detective Chief Inspector Ruth Vell agreed.", "Ruth Vell", "inspector", None),
    ("Chief Supt Ruth Vell agreed.", "Ruth Vell", "superintendent", None),
    ("Police Chief Ruth Vell agreed.", "Ruth Vell", "police chief", None),
    ("Sheriff Tom Osk agreed.", "Tom Osk", "sheriff", None),
    ("Ayatollah Hassan Rashid agreed.", "Hassan Rashid", "ayatollah", None),
    ("Crown Prince Hassan Rashid agreed.", "Hassan Rashid", "prince", None),
    # By a verb of speech alone.
    ("The lock is shut, Vorla Brekk said.", "Vorla Brekk", None, None),
    ("The lock is shut, said Vorla Brekk.", "Vorla Brekk", None, None),
    ("Vorla Brekk told the board so.", "Vorla Brekk", None, None),
]


@pytest.mark.parametrize(("text", "name", "title", "role"), INTRODUCED)
def test_news_brings_people_in_with_what_they_are(people, text, name, title, role):
    """Whoever weighs a source needs what stands beside the name."""
    (person,) = people(text)
    assert (person.name, person.title, person.role) == (name, title, role)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Martin Osk Jr.", "osk"),
        ("Martin Osk, Jr.", "osk"),
        ("Martin Osk III", "osk"),
        ("Martin Luther Osk Sr.", "osk"),
        ("Anna-Lena Osk", "osk"),
        ("Anna Brenk-Osk", "brenk-osk"),
        ("Willem van den Osk", "osk"),
        ("Otto von Osk", "osk"),
        ("Pedro de la Cruz", "cruz"),
        ("Luigi di Marco", "marco"),
        ("Omar al-Haddad", "haddad"),
        ("Omar el-Haddad", "haddad"),
        ("Omar Al-Haddad", "haddad"),
        ("Omar bin Haddad", "haddad"),
        ("Yosef ben Haddad", "haddad"),
        ("Sean O’Brekk", "o'brekk"),
        ("Sean O'Brekk", "o'brekk"),
        ("Xi Jinping", "xi"),
        ("Kim Jong-un", "kim"),
        ("Park Geun-hye", "park"),
        ("Shinzo Abe", "abe"),
        ("Moon Jae-in", "moon"),
        ("Kim Davis", "davis"),
        ("J. R. Osk", "osk"),
        ("J.R. Osk", "osk"),
        ("Harry S. Osk", "osk"),
    ],
)
def test_the_surname_is_what_the_next_paragraph_calls_them(people, name, surname):
    """Without particles and suffixes, and in front where the family stands in front."""
    (person,) = people(f"Mayor {name}, 60, spoke.")
    assert (person.name.rstrip("."), person.surname) == (name.rstrip("."), surname)


RETURNS = [
    # Every way in which the second sentence names a person of the first one.
    ("Ada Brenk said so. Brenk left.", {"Ada Brenk": ["Ada Brenk", "Brenk"]}),
    ("Ada Brenk said so. Ms. Brenk left.", {"Ada Brenk": ["Ada Brenk", "Ms. Brenk"]}),
    ("Ada Brenk said so. Brenk’s car left.", {"Ada Brenk": ["Ada Brenk", "Brenk"]}),
    ("Ada Brenk said so. Mayor Brenk left.", {"Ada Brenk": ["Ada Brenk", "Mayor Brenk"]}),
    ("Omar al-Haddad said so. Haddad left.", {"Omar al-Haddad": ["Omar al-Haddad", "Haddad"]}),
    ("Xi Jinping, 60, spoke. Mr. Xi left.", {"Xi Jinping": ["Xi Jinping", "Mr. Xi"]}),
    ("Mr. Osk rose. Tom Osk said so.", {"Tom Osk": ["Mr. Osk", "Tom Osk"]}),
    ("Martin Osk Jr. said so. Osk left.", {"Martin Osk Jr.": ["Martin Osk Jr.", "Osk"]}),
    # Namesakes.
    (
        "Peter Osk said so. Ruth Osk said no. Mrs. Osk left.",
        {"Peter Osk": ["Peter Osk"], "Ruth Osk": ["Ruth Osk", "Mrs. Osk"]},
    ),
    (
        "Peter Osk said so. Ruth Osk said no. Mr. Osk left.",
        {"Peter Osk": ["Peter Osk", "Mr. Osk"], "Ruth Osk": ["Ruth Osk"]},
    ),
    (
        "Gen. Peter Osk said so. Mayor Tom Osk said no. Mayor Osk left. Gen. Osk stayed.",
        {"Peter Osk": ["Gen. Peter Osk", "Gen. Osk"], "Tom Osk": ["Mayor Tom Osk", "Mayor Osk"]},
    ),
    (
        "Kim Jong-un, 30, spoke. Kim Yong-nam, 80, agreed.",
        {"Kim Jong-un": ["Kim Jong-un"], "Kim Yong-nam": ["Kim Yong-nam"]},
    ),
    # Somebody else with half of the name.
    ("Ada Brenk said so. The Brenk Institute paid.", {"Ada Brenk": ["Ada Brenk"]}),
    ("Ada Brenk said so. Brenkville is far.", {"Ada Brenk": ["Ada Brenk"]}),
    (
        "Ada Brenk said so. “Brenk is a liar,” Tom Osk said.",
        {"Ada Brenk": ["Ada Brenk"], "Tom Osk": ["Tom Osk"]},
    ),
]


@pytest.mark.parametrize(("text", "forms"), RETURNS)
def test_who_returns_is_who_was_there(cast, text, forms):
    """What is said of one must not be told of another."""
    assert cast(text) == forms


@pytest.mark.parametrize(
    "text",
    [
        "The Old Bridge and the New Bridge were closed.",
        "North Varn and South Brekk voted no.",
        "The National Bank of Varn said so.",
        "The House of Lords said no.",
        "Lake Victoria rose; Mount Elbert was white.",
        "High Street and Station Road were closed.",
        "Airbus said so, and Deutsche Telekom agreed.",
        "Happy New Year, said the sign.",
        "Last March and next May are dry months.",
        "Queen Elizabeth Hospital is full.",
        "The Jane Austen Museum is open.",
        "General Electric paid.",
        "The Prime Minister’s Office said so.",
        "The Senate Judiciary Committee said so.",
        "Catholic Relief Services said so.",
        "Republican Senators said so.",
        "The Black Sea Fleet said so.",
        "Manchester United said so.",
    ],
)
def test_capitals_make_nobody_a_person(people, text):
    """Streets, seas, banks and banners bear the names of people and are none."""
    assert people(text) == []


@given(
    st.sampled_from(["Ada", "Tom", "Ruth", "Omar", "Ines", "Boris"]),
    st.sampled_from(["Vorlund", "Brekk", "al-Haddad", "O’Brekk", "Kowalsky", "van der Lund"]),
    st.sampled_from(["Mayor", "Gen.", "Dr.", "Sen.", "Judge"]),
    st.sampled_from(["spoke at noon", "said so", "left by the back door", "was hurt"]),
)
def test_a_title_a_name_and_a_return_are_one_person(people, first, last, title, did):
    """Whatever the name: the rows hold both places and what stands there."""
    text = f"On Monday {title} {first} {last} {did}. Later {title} {last} {did} again."
    (person,) = people(text)
    assert person.name == f"{first} {last}"
    assert [place.note for place in person.mentions] == [
        f"{title} {first} {last}",
        f"{title} {last}",
    ]
    assert all(text[place.start : place.end] == place.note for place in person.mentions)


@given(st.permutations(["Ada Brenk", "Tom Osk", "Ruth Vell", "Omar Haddad"]))
def test_a_list_of_speakers_is_read_in_any_order(people, names):
    text = " ".join(f"The lock is shut, {name} said." for name in names)
    assert [person.name for person in people(text)] == list(names)


def test_what_somebody_is_may_be_told_at_the_second_mention(people):
    """Headlines and first lines are short of words."""
    (person,) = people("Ada Brenk closed the lock. Brenk, the harbour master, was asked why.")
    assert person.role == "the harbour master"


def test_the_role_that_stands_first_is_kept(people):
    (person,) = people("Ada Brenk, a nurse, spoke. Brenk, a mother of two, left.")
    assert person.role == "a nurse"


def test_roles_of_two_people_are_not_mixed(people):
    text = "Ada Brenk, the harbour master, and Tom Osk, a miller, closed the lock."
    assert [(row.name, row.role) for row in people(text)] == [
        ("Ada Brenk", "the harbour master"),
        ("Tom Osk", "a miller"),
    ]
