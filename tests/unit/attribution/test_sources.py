"""Who stands behind a statement is told apart: that is what an editor weighs."""

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("Mayor Ada Brenk said the dam held.", "named", "Ada Brenk"),
        ("The mayor said the dam held.", "role", "mayor"),
        ("A harbour pilot said the dam held.", "role", "harbour pilot"),
        ("Officials said the dam held.", "collective", "officials"),
        (
            "Dutch and Danish officials believe the dam held.",
            "collective",
            "dutch and danish officials",
        ),
        ("Danish intelligence say the dam held.", "collective", "danish intelligence"),
        ("Police said the dam held.", "collective", "police"),
        ("Mayor Ada Brenk and Colonel Ito Oda said the dam held.", "collective", None),
        ("The port authority said the dam held.", "organisation", "port authority"),
        ("The United Nations said the dam held.", "organisation", "united nations"),
        ("Save the Children said the dam held.", "organisation", "save the children"),
        ("The survey shows that the dam held.", "document", "survey"),
        ("The dam held, according to court records.", "document", "court records"),
        ("The dam held, according to a tally.", "document", "tally"),
        ("Reuters reported that the dam held.", "agency", "Reuters"),
        ("The Washington Post states that the dam held.", "outlet", "Washington Post"),
        ("The Karren Bay Herald reported that the dam held.", "outlet", "Karren Bay Herald"),
        ("The publication states that the dam held.", "outlet", "publication"),
        ("Intelligence sources cite a crack in the dam.", "anonymous", "intelligence sources"),
        ("A person familiar with the dam said it held.", "anonymous", "person"),
        ("It is believed that the dam held.", "agentless", None),
        ("The eels are not believed to be rare.", "agentless", None),
        ("The dam reportedly held.", "agentless", None),
        ("We said the dam held.", "untold", None),
    ],
)
def test_the_kind_of_a_source_is_told_from_its_words(text, kind, source, stated):
    (row,) = stated(text)
    assert row.kind == kind
    if source:
        assert row.source == source


def test_a_name_that_is_also_a_word_is_no_role(stated):
    """A "Speaker" alone, without an article, is somebody's name or a firm's."""
    assert [row.kind for row in stated("Speaker said the dam held.")] == ["organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "The dam is reportedly cracked, officials said.",
        "The dam is thought to be cracked, according to the mayor.",
        "It is believed that the dam is cracked, the mayor said.",
    ],
)
def test_a_belief_with_a_source_in_its_sentence_is_not_nobodys(text, stated):
    assert "agentless" not in {row.kind for row in stated(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The dam is expected to hold.",
        "The dam is believed by divers to be cracked.",
        "It is raining.",
    ],
)
def test_what_is_expected_is_no_belief_of_nobody(text, stated):
    """News plans ahead all the time; only a claim without a claimant counts."""
    assert "agentless" not in {row.kind for row in stated(text)}


@pytest.mark.parametrize(
    ("text", "kind", "source"),
    [
        ("The Economist said the dam held.", "outlet", "Economist"),
        ("Economist Ada Brenk said the dam held.", "named", "Ada Brenk"),
        ("State news agency Xinhua said the dam held.", "agency", "Xinhua"),
        ("The Interfax news agency said the dam held.", "agency", "Interfax"),
        ("A Reuters pilot said the dam held.", "role", "reuters pilot"),
        ("Dozens of pilots said the dam held.", "collective", "dozens"),
        ("One of the pilots said the dam held.", "role", "one"),
    ],
)
def test_a_name_counts_with_the_noun_beside_it(text, kind, source, stated):
    (row,) = stated(text)
    assert (row.kind, row.source) == (kind, source)
