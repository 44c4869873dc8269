"""What is said beside a name of what the person is."""

import pytest

from provenance.attribution.naming import people
from provenance.attribution.quotes import quotations
from provenance.attribution.story import Story
from provenance.model import Article


@pytest.fixture(scope="session")
def role(lexicon):
    """The role of the first person of one text."""

    def _role(text):
        article = Article("a0", "a0", 1, False, text, None, 0, None, None, None)
        story = Story(article, tuple(quotations(text, lexicon.quotes)))
        return people(story, lexicon.names)[0].role

    return _role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Brenk, the harbour master, said so.", "the harbour master"),
        ("Ada Brenk, 41, a nurse, said so.", "41, a nurse"),
        ("Ada Brenk, 41, said so.", "41"),
        ("Ada Brenk, a nurse and mother of two, said so.", "a nurse and mother of two"),
        ("Ada Brenk, a spokeswoman for the U.S. Army, said so.", "a spokeswoman for the U.S. Army"),
        ("Ada Brenk, an aide to Sen. Osk, said so.", "an aide to Sen. Osk"),
        ("Ada Brenk, the town’s fire chief, said so.", "the town’s fire chief"),
        ("Ada Brenk, director of the mill, said so.", "director of the mill"),
        ("Ada Brenk, the Vermont independent, said so.", "the Vermont independent"),
        ("Ada Brenk, a teacher working in Leeds, said so.", "a teacher working in Leeds"),
        ("Ada Brenk, a teacher who left Leeds, said so.", "a teacher"),
        ("Ada Brenk, a historian at the college.", "a historian at the college"),
    ],
)
def test_it_is_told_behind_the_name(role, text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It shut, the spokeswoman Ada Brenk said.", "spokeswoman"),
        ("It shut, the former harbour officer Ada Brenk said.", "former harbour officer"),
        ("It shut, naming teacher Ada Brenk as head.", "teacher"),
        ("It shut, said company chairman Ada Brenk.", "company chairman"),
        ("It was the owner of the mill, Ada Brenk, who shut it.", "the owner of the mill"),
        ("It was Osk’s lawyer, Ada Brenk, who shut it.", "Osk’s lawyer"),
        ("It shut for good, said the lawyer, Ada Brenk.", "the lawyer"),
    ],
)
def test_or_in_front_of_it(role, text, expected):
    assert role(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brenk, Joe Hallowell and a teacher said so.",
        "Ada Brenk, the two million members of the union would be glad, said so.",
        "In talks with Ada Brenk, the president returned to the matter.",
        "Ada Brenk, of Leeds, said so.",
        "Beating the winner of the vote, Ada Brenk won.",
        "When he met the teacher, Ada Brenk laughed.",
        "Ada Brenk was here. The teacher left.",
        "Ada Brenk",
    ],
)
def test_what_is_said_of_something_else_is_no_role(role, text):
    """A list, a clause or the next sentence says nothing of who she is."""
    assert role(text) is None


def test_a_later_mention_may_tell(role):
    """Many texts give the full name first and the office afterwards."""
    assert role("Ada Brenk said so. Brenk, a nurse, left.") == "a nurse"
