"""What a word tells by its form alone, kept for the words that come again.

In: a word as written or folded. Out: whether it ends a noun phrase or is a
plural, its singular, and the form in which it is compared. A text uses the same
words over and over, so each is looked at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from provenance.text.sentence_tokens import fold

Told = TypeVar("Told")

# What a word is to the noun phrase in which it stands.
ENDS, GOES_ON, PLURAL = 0, 1, 2
# So many words are kept of each kind; then all are looked at anew.
_MOST = 1 << 16
_ACRONYM = 5
# Endings that look like a plural and are none.
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")
_ES_PLURALS = ("ches", "shes", "sses", "xes", "zes")


class Memo(dict[str, Told]):
    """What `function` says of each word that was asked for; at most `_MOST` words are kept."""

    def __init__(self, function: Callable[[str], Told]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> Told:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = self._function(word)
        return told


@dataclass(frozen=True, slots=True, repr=False)
class Forms:
    """Answers by word.

    Attributes:
        stop: By the word as written, whether it ends a noun phrase; "US" and "IS" in capitals are
            names.
        plural: By the word as written, whether it has the form of a plural noun.
        noun: By the word as written, `ENDS`, `GOES_ON` or `PLURAL`.
        content: By the word as written, the form in which content words are compared; empty for
            a stop word and a sign.
        singular: By the folded word, the singular of a plural, synonyms folded; any other word
            as it is.
        canonical: By the folded word, the form in which names and nouns are compared: singular,
            one spelling for one name.
    """

    stop: Memo[bool]
    plural: Memo[bool]
    noun: Memo[int]
    content: Memo[str]
    singular: Memo[str]
    canonical: Memo[str]

    @classmethod
    def of(
        cls,
        stops: frozenset[str],
        words: Mapping[str, Mapping[str, str]],
        singulars: frozenset[str],
    ) -> "Forms":
        """The forms in one language.

        Args:
            stops: Words that end a noun phrase.
            words: The tables `plurals`, `synonyms` and `names`: word to word.
            singulars: Words that look like a plural and are none.
        """
        rules = _Rules(stops, words["plurals"], words["synonyms"], words["names"], singulars)
        return cls(
            stop=Memo(rules.is_stop),
            plural=Memo(rules.is_plural),
            noun=Memo(rules.noun),
            content=Memo(rules.content),
            singular=Memo(rules.singular),
            canonical=Memo(rules.canonical),
        )


@dataclass(frozen=True, slots=True)
class _Rules:
    """How the answers are found; see `Forms`."""

    stops: frozenset[str]
    plurals: Mapping[str, str]
    synonyms: Mapping[str, str]
    names: Mapping[str, str]
    singulars: frozenset[str]

    def is_stop(self, raw: str) -> bool:
        word = fold(raw)
        if word not in self.stops and (word := word.removesuffix("'s")) not in self.stops:
            return False
        return not (word in self.names and raw.isupper())

    def noun(self, raw: str) -> int:
        if not fold(raw)[:1].isalpha() or self.is_stop(raw):
            return ENDS
        return PLURAL if self.is_plural(raw) else GOES_ON

    def is_plural(self, raw: str) -> bool:
        """True for an irregular plural, and for what ends in s and is no acronym."""
        word = fold(raw)
        if word in self.plurals:
            return True
        if len(word) < 4 or word[-1] != "s" or word.endswith(_SINGULAR_ENDINGS):
            return False
        return word not in self.singulars and not (raw.isupper() and len(word) <= _ACRONYM)

    def content(self, raw: str) -> str:
        word = fold(raw)
        if word.isdigit() or (word[:1].isalnum() and not self.is_stop(raw)):
            return word.removesuffix("'s")
        return ""

    def singular(self, word: str) -> str:
        if (base := self.plurals.get(word)) is None:
            base = word
            if word.endswith("ies") and len(word) > 4:
                base = word[:-3] + "y"
            elif word.endswith(_ES_PLURALS):
                base = word[:-2]
            elif word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS):
                base = word[:-1]
        return self.synonyms.get(base, base)

    def canonical(self, word: str) -> str:
        word = word.removesuffix("'s")
        return self.names.get(word) or self.singular(word)
