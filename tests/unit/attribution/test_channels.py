"""How a source's words came: through another outlet they are second-hand."""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Attribution


@pytest.fixture(scope="session")
def stated(articles, lexicon):
    """The attributions of one text."""

    def _stated(text):
        return list(frames.rows(read(articles(text), lexicon).attributions, Attribution))

    return _stated


@pytest.mark.parametrize(
    ("text", "channel", "via"),
    [
        ("The mayor said the dam held.", "speech", None),
        ("The mayor told reporters that the dam held.", "event", None),
        ("The mayor told a news conference that the dam held.", "event", None),
        ("The mayor said at a briefing in the harbour that the dam held.", "event", None),
        ("The mayor said in a statement that the dam held.", "writing", None),
        ("The mayor tweeted that the dam held.", "writing", None),
        ("The survey shows that the dam held.", "writing", None),
        ("The mayor told Reuters that the dam held.", "outlet", "Reuters"),
        ("The mayor told the Associated Press that the dam held.", "outlet", "Associated Press"),
        ("The mayor told CNN’s night desk that the dam held.", "outlet", "CNN"),
        ("The mayor told the Karren Bay Herald that the dam held.", "outlet", "Karren Bay Herald"),
        ("The mayor said in an interview with CNN that the dam held.", "outlet", "CNN"),
        ("Reuters reported that the dam held.", "outlet", None),
        ("The mayor said that a statement would follow.", "speech", None),
        ("The mayor told her sister that the dam held.", "speech", None),
    ],
)
def test_the_words_behind_the_verb_tell_the_channel(text, channel, via, stated):
    row = stated(text)[0]
    assert (row.channel, row.via) == (channel, via)


def test_an_agency_beside_a_name_without_a_verb_is_told(stated):
    """A line below a block of quoted words says who was asked, and by whom."""
    (row,) = stated("Ada Brenk, a 47-year-old pilot contacted by AFP")
    assert (row.kind, row.source) == ("agency", "Agence France-Presse")


def test_contacted_by_anybody_else_tells_nothing(stated):
    assert stated("Ada Brenk, a 47-year-old pilot contacted by divers") == []
