"""Finds the noun that a figure counts, without a parser.

In: the tokens of a sentence and where to look. Out: the noun in the singular
and the words that narrow it. English helps: a count above one forces a plural
and modifiers stay singular, so the first plural behind the figure is the noun.
Passive subjects, pronouns and ellipsis ("another 40") are out of reach.
"""

from dataclasses import dataclass

from provenance.numbers.lexicon import Lexicon
from provenance.text.sentence_tokens import Words

# Between a figure and its noun stand at most this many words ("20 more young Turkish army men").
_REACH = 5
_ACRONYM = 5
# Endings that look like a plural and are none.
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")
_ES_PLURALS = ("ches", "shes", "sses", "xes", "zes")


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
    word = words.low[index]
    if word in lexicon.words["plurals"]:
        return True
    if len(word) < 4 or word[-1] != "s" or word.endswith(_SINGULAR_ENDINGS):
        return False
    if word in lexicon.roles["singulars.singular"]:
        return False
    return not (words.raw[index].isupper() and len(word) <= _ACRONYM)


def singular(word: str, lexicon: Lexicon) -> str:
    """The singular of a plural, synonyms folded; any other word as it is."""
    if (base := lexicon.words["plurals"].get(word)) is None:
        base = word
        if word.endswith("ies") and len(word) > 4:
            base = word[:-3] + "y"
        elif word.endswith(_ES_PLURALS):
            base = word[:-2]
        elif word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS):
            base = word[:-1]
    return lexicon.words["synonyms"].get(base, base)


def canonical(word: str, lexicon: Lexicon) -> str:
    """The form in which names and nouns are compared: singular, one spelling for one name."""
    word = word.removesuffix("'s")
    return lexicon.words["names"].get(word) or singular(word, lexicon)


def is_stop(words: Words, index: int, lexicon: Lexicon) -> bool:
    """True for a word that ends a noun phrase; "US" and "IS" in capitals are names."""
    word = words.low[index]
    if word not in lexicon.stops and (word := word.removesuffix("'s")) not in lexicon.stops:
        return False
    return not (word in lexicon.words["names"] and words.raw[index].isupper())


def _noun(words: Words, run: list[int], lexicon: Lexicon) -> Noun:
    """The last word of `run`, narrowed by those before it."""
    return Noun(singular(words.low[run[-1]], lexicon), run[-1], tuple(run[:-1]))


def _run(words: Words, start: int, lexicon: Lexicon) -> tuple[list[int], bool]:
    """Tokens from `start` on that can belong to one noun phrase, up to the first plural.

    Returns:
        The tokens, and whether the last one is a plural.
    """
    run: list[int] = []
    index = start
    while len(run) < _REACH:
        word = words.low[index]
        if word == "-" and run and words.joined(index):
            index += 1
            continue
        if not word[:1].isalpha() or is_stop(words, index, lexicon):
            break
        run.append(index)
        if is_plural(words, index, lexicon):
            return run, True
        index += 1
    return run, False
