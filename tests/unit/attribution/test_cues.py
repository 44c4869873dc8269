"""A verb of speech counts where it was said, by somebody who can say it."""

import pytest

from provenance.attribution.cast import Cast
from provenance.attribution.cues import Cue, is_said, says
from provenance.attribution.sentences import Sentence
from provenance.attribution.sources import Source
from provenance.model import SourceKind


@pytest.fixture(scope="session")
def cue(lexicon):
    """A sentence and its cue: the one word of it between square brackets."""

    def _cue(marked):
        start, text = marked.index("["), marked.replace("[", "").replace("]", "")
        form = marked[start + 1 : marked.index("]")]
        sentence = Sentence.of(text, (0, len(text)), Cast.of(()), lexicon.sources)
        return sentence, Cue.of(sentence, start, start + len(form), form)

    return _cue


def who(kind=SourceKind.ROLE, *, sure=True, plural=False):
    """A source at the beginning of its sentence."""
    return Source(kind, "somebody", 0, 3, sure=sure, plural=plural)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("The mayor [said] so", set()),
        ("The mayor has [said] so", {"auxiliary"}),
        ("The mayor would [say] so", {"modal"}),
        ("The mayor never [said] so", {"negation"}),
        ("The mayor didn't [say] so", {"negation"}),
        ("The mayor mustn’t [say] so", {"negation"}),
        ("The mayor was [told] so", {"passive"}),
        ("The mayor also [said] so", {"adverb"}),
        ("The mayor grudgingly [said] so", {"adverb"}),
        ("The mayor Monday [said] so", {"day"}),
        ("The mayor on Monday [said] so", {"adverb", "day"}),
        ("The mayor, however, [said] so", {"aside"}),
        ("The mayor has since often [said] so", {"auxiliary", "adverb"}),
        ("The mayor could not have been [told] so", {"modal", "negation", "auxiliary", "passive"}),
    ],
)
def test_what_stands_between_subject_and_verb_is_kept(text, passed, cue):
    """And the word in front of it all is where the subject ends."""
    sentence, found = cue(text)
    assert found.passed == passed
    assert sentence.word(found.lead) == "mayor"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("The mayor on ice [said] so", "ice"),
        ("The mayor of Barely [said] so", "barely"),
        ("Her Sunday school [said] so", "school"),
        ("The mayor, perhaps, [said] so", ","),
        ("The mayor wanted to [say] so", "wanted"),
        ("[said] so", ""),
    ],
)
def test_what_is_no_adverb_ends_the_subject(text, lead, cue):
    sentence, found = cue(text)
    assert sentence.word(found.lead) == lead


def test_nothing_is_looked_for_in_front_of_to(cue):
    """Of "has never wanted to say" only "to" is the infinitive's."""
    assert cue("The mayor has not to [say] so")[1].passed == {"to"}


def test_a_cue_of_two_words_has_both_tokens(cue):
    sentence, found = cue("The mayor [pointed out] that it held")
    assert sentence.raw[found.first : found.last + 1] == ["pointed", "out"]
    assert (found.canonical, found.form) == ("point out", "pointed out")


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("The mayor was [told] so", True),
        ("The mayor has been [told] so", True),
        ("The mayor got [told] so", True),
        ("The mayor [told] so", False),
        ("The mayor was [saying] so", False),
    ],
)
def test_who_is_told_something_says_nothing(text, passive, cue):
    assert cue(text)[1].passive is passive


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("He left, [adding] so", True),
        ("He was [adding] so", False),
        ("He left and [added] so", False),
    ],
)
def test_a_participle_has_no_subject_of_its_own(text, participle, cue):
    assert cue(text)[1].participle is participle


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The mayor [said] so", True),
        ("The mayor has [said] so", True),
        ("The mayor did not [say] so", False),
        ("The mayor never [told] them", False),
        ("The mayor did not [comment]", False),
        ("The mayor does not [believe] it", True),
        ("The mayor never [feared] it", True),
        ("The mayor would [say] so", False),
        ("The mayor may [believe] it", False),
        ("The mayor came to [say] so", False),
    ],
)
def test_what_was_not_said_is_no_statement(text, said, cue):
    """To believe something not is a belief; to say something not is none."""
    assert is_said(*cue(text)) is said


@pytest.mark.parametrize(
    ("text", "plural", "fits"),
    [
        ("The mayor [says] it held", False, True),
        ("The mayors [says] it held", True, False),
        ("The mayor [say] it held", False, False),
        ("The mayors [say] it held", True, True),
        ("The police [say] it held", None, True),
        ("The police [says] it held", None, True),
        ("The mayor [said] it held", False, True),
        ("The mayors [said] it held", True, True),
        ("The mayor did [say] it held", False, True),
        ("The mayor does not [believe] it held", False, True),
        ("The mayor doesn’t [believe] it held", False, True),
        ("The bureau [forecast] that it would hold", False, True),
    ],
)
def test_a_verb_agrees_with_its_subject(text, plural, fits, cue):
    """What "the mayor say" holds is a noun beside a noun; after "did", or in "forecast", it is a past."""
    assert says(*cue(text), who(plural=plural)) is fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("The fire [reports] that it held", True),
        ("The fire [reports] the loss", True),
        ("The fire [reports] Danish losses", True),
        ("The fire [reports] how it held", True),
        ("The fire [reports] it", True),
        ("The fire [reports]: it held", True),
        ("The fire [reports] were late", False),
        ("The fire [reports] could wait", False),
        ("The fire [reports] losses", False),
        ("The fire [reports]", False),
        ("The fire [reports].", False),
        ("The fire [reports], and waits", False),
    ],
)
def test_a_noun_that_is_also_a_verb_begins_a_clause(text, fits, cue):
    assert says(*cue(text), who()) is fits


def test_at_the_end_it_is_a_verb_behind_a_comma(cue):
    """A text "It held, police report." ends on a verb; "He read police reports." on a noun."""
    sentence, found = cue("It held, police [report].")
    start = sentence.starts[sentence.raw.index("police")]
    behind = Source(SourceKind.COLLECTIVE, "police", start, start + 6, sure=True, plural=True)
    assert says(sentence, found, behind)
    sentence, found = cue("He wrote a police [report].")
    start = sentence.starts[sentence.raw.index("police")]
    behind = Source(SourceKind.COLLECTIVE, "police", start, start + 6, sure=True, plural=True)
    assert not says(sentence, found, behind)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Two men [accused] of theft", False),
        ("Two men [accused] by her", False),
        ("Two men [accused] the mayor", True),
        ("The bay [known] that way", False),
        ("The bay had [known] that it held", True),
        ("Both sides [share] the bay", False),
        ("Both sides [share] that it held", True),
        ("Both sides [share] how it held", True),
        ("Both sides left, [hoping] to win", False),
        ("Both sides left, [hoping] that it held", True),
        ("Both sides left, [warning] the bay", True),
    ],
)
def test_some_verbs_say_something_only_before_a_clause(text, fits, cue):
    assert says(*cue(text), who(plural=None)) is fits


@pytest.mark.parametrize(
    ("text", "kind", "sure", "fits"),
    [
        ("The tide [said] it held", SourceKind.ROLE, False, True),
        ("The tide [insisted] it held", SourceKind.ROLE, False, False),
        ("The tide [insisted] it held", SourceKind.ROLE, True, True),
        ("The tide [showed] a crack", SourceKind.DOCUMENT, True, True),
        ("The tide [showed] a crack", SourceKind.ORGANISATION, True, True),
        ("The tide [showed] a crack", SourceKind.AGENCY, True, True),
        ("The tide [showed] a crack", SourceKind.OUTLET, True, True),
        ("The tide [showed] a crack", SourceKind.DOCUMENT, False, False),
        ("The tide [showed] a crack", SourceKind.ROLE, True, False),
        ("The tide [showed] that it held", SourceKind.ROLE, True, True),
        ("The tide [feared] a crack", SourceKind.ROLE, True, True),
        ("The tide [feared] a crack", SourceKind.ROLE, False, False),
        ("The tide [praised] the crew", SourceKind.NAMED, True, False),
        ("The tide [praised] the “\ufdd0\ufdd0”", SourceKind.NAMED, True, True),
    ],
)
def test_a_source_can_do_what_its_verb_says(text, kind, sure, fits, cue):
    """Only "said" and its like make a speaker of a word that is not known to be one."""
    assert says(*cue(text), who(kind, sure=sure)) is fits


@pytest.mark.parametrize("filler", ["also ", "not ", "was ", "Monday ", ", however, "])
def test_only_so_much_as_english_puts_there_stands_between(filler, cue):
    """A scraper's loop of one word before each of a thousand verbs must not be gone over each time."""
    sentence, found = cue("The mayor " + filler * 20_000 + "[said] so")
    assert found.first - found.lead <= 16
    sentence, found = cue("The mayor " + filler * 3 + "[said] so")
    assert sentence.word(found.lead) in {"mayor", ","}
