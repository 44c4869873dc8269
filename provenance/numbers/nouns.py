"""Finds the noun that a figure counts, without a parser.

In: the tokens of a sentence and where to look. Out: the noun in the singular
and the words that narrow it. English helps: a count above one forces a plural
and modifiers stay singular, so the first plural behind the figure is the noun.
Passive subjects, pronouns and ellipsis ("another 40") are out of reach.
"""

from dataclasses import dataclass

from provenance.numbers.forms import ENDS, PLURAL
from provenance.numbers.lexicon import Lexicon
from provenance.text.sentence_tokens import Words

# Between a figure and its noun stand at most this many words ("20 more young Turkish army men").
_REACH = 5


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted.

    Attributes:
        word: Singular, lower case, synonyms folded.
        index: Its token.
        modifiers: Tokens that narrow it.
    """

    word: str
    index: int
    modifiers: tuple[int, ...]


def plural_behind(words: Words, start: int, lexicon: Lexicon) -> Noun | None:
    """The first plural in the noun phrase that begins at token `start`."""
    run, plural = _run(words, start, lexicon)
    return _noun(words, run, lexicon) if plural else None


def noun_behind(words: Words, start: int, lexicon: Lexicon) -> Noun | None:
    """The first plural, else the last word, of the noun phrase that begins at token `start`."""
    run, _ = _run(words, start, lexicon)
    return _noun(words, run, lexicon) if run else None


def has_plural(words: Words, start: int, lexicon: Lexicon) -> bool:
    """Whether `plural_behind` finds one."""
    return _run(words, start, lexicon)[1]


def is_plural(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for the form of a plural noun: irregular, or ending in s and not an acronym."""
    return lexicon.forms.plural[words.raw[index]]


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of a plural, synonyms folded; any other word as it is."""
    return lexicon.forms.singular[word]


def canonical(word: str, lexicon: Lexicon) -> str:
    """The form in which names and nouns are compared: singular, one spelling for one name."""
    return lexicon.forms.canonical[word]


def is_stop(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for a word that ends a noun phrase; "US" and "IS" in capitals are names."""
    return lexicon.forms.stop[words.raw[index]]


def _noun(words: Words, run: list[int], lexicon: Lexicon) -> Noun:
    """The last word of `run`, narrowed by those before it."""
    return Noun(singular(words.low[run[-1]], lexicon), run[-1], tuple(run[:-1]))


def _run(words: Words, start: int, lexicon: Lexicon) -> tuple[list[int], bool]:
    """Tokens from `start` on that can belong to one noun phrase, up to the first plural.

    Returns:
        The tokens, and whether the last one is a plural.
    """
    raw, nouns = words.raw, lexicon.forms.noun
    run: list[int] = []
    index = start
    while len(run) < _REACH:
        form = nouns[raw[index]]
        if form != ENDS:
            run.append(index)
            if form == PLURAL:
                return run, True
        elif not (run and raw[index] == "-" and words.joined(index)):
            break
        index += 1
    return run, False
