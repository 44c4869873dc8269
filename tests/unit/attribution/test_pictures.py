"""A credit of a picture is told by its form; a poll or a report of the same agency is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.attribution.pictures import PictureWords, pictures


@pytest.fixture(scope="session")
def pictured(tables):
    """The credits of pictures in a text, as their words and agency."""
    words = PictureWords.of(tables)

    def _pictured(text, start=0):
        return [
            (text[a:b], source)
            for a, b, source in pictures(text, start, words, words.names.held(text))
        ]

    return _pictured


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A lock (Ann Morrow/Reuters) at dawn", [("Ann Morrow/Reuters", "Reuters")]),
        ("A lock. Ann Morrow / AFP", [("Ann Morrow / AFP", "Agence France-Presse")]),
        ("Image copyright AFP Image caption A lock", [("Image copyright AFP", "Agence France-Presse")]),
        ("Reuters photo: Ann Morrow", [("Reuters photo: Ann Morrow", "Reuters")]),
        ("A lock. REUTERS/Ann Morrow", [("REUTERS/Ann Morrow", "Reuters")]),
        ("Photo courtesy of the Associated Press", [("Photo courtesy of the Associated Press", "Associated Press")]),
    ],
)  # fmt: skip
def test_a_credit_of_a_picture_is_found_wherever_it_stands(text, found, pictured):
    assert pictured(text) == found


def test_an_archive_behind_an_agency_is_credited_too(pictured):
    found = pictured("A lock (Ann Morrow/AFP via Getty Images)")
    assert found == [
        ("Ann Morrow/AFP", "Agence France-Presse"),
        ("Getty Images", "Getty Images"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A Reuters/Ipsos poll found that most like the lock.",
        "The Dunsea News/Reuters poll found that most like the lock.",
        "The AP photo showed a lock, and the video was seen by Reuters.",
        "Reuters reported that a photo by Ann Morrow was sold.",
        "“The picture is clear,” the keeper told AP.",
        "Her photo. Reuters said that it was old.",
        "",
    ],
)
def test_a_mention_is_no_credit_of_a_picture(text, pictured):
    assert pictured(text) == []


def test_what_stands_before_the_start_is_not_searched(pictured):
    text = "Image: Reuters\nThe lock held."
    assert pictured(text, start=len("Image: Reuters\n")) == []


pieces = st.sampled_from(
    ["AP", "Getty Images", "Photo", "by", "/", "Ann", "via", "\n", "(", ":", ","]
)


@given(st.lists(pieces, max_size=30))
def test_credits_of_pictures_lie_in_order_and_do_not_overlap(tables, parts):
    """Whoever counts them counts each once."""
    text, words = " ".join(parts), PictureWords.of(tables)
    found = list(pictures(text, 0, words, words.names.held(text)))
    last = 0
    for start, end, _ in found:
        assert last <= start < end <= len(text)
        last = end
