"""Tells the language of an article well enough to choose a rule pack.

A vote of function words: the language whose commonest words make up the
largest share of the text wins, if that share is large enough to be prose and
clearly larger than the next. Anything else is unknown, which is said, never
guessed. A trained identifier knows more languages; this one needs no model, no
import time and no dependency, and only has to tell the languages for which
packs exist or are likely.
"""

from collections import Counter
from collections.abc import Sequence

# The commonest function words of each language in news prose.
_FUNCTION_WORDS = {
    "en": "the of to and a in that is for on was with as it by at he from said his be are has not "
    "an have but were who had their which been this they will",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont la avec son aux été",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ha fue",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à",
    "it": "di che e la il un a per in una non è sono del da con si le della dei nel i alla più "
    "anche al come gli ha lo",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit "
    "door naar hij heeft die wordt",
}
_MEMBERS = {
    word: tuple(code for code, words in _FUNCTION_WORDS.items() if word in words.split())
    for words in _FUNCTION_WORDS.values()
    for word in words.split()
}
# Function words are 35 to 50 % of running English prose and 25 % or more in the others;
# headline lists and tables fall below 12 %.
_MINIMUM_SHARE = 0.12
_MINIMUM_WORDS = 20
_MINIMUM_LEAD = 1.15


def guess(words: Sequence[str]) -> str | None:
    """The language of a text from its folded words; null when it cannot be told.

    Args:
        words: Folded words, as from `provenance.text.tokens.tokenise`; the first 2,000 are used.

    >>> guess("the mayor said that the bridge was to be closed for a week and that it".split() * 2)
    'en'
    """
    sample = words[:2000]
    if len(sample) < _MINIMUM_WORDS:
        return None
    votes: Counter[str] = Counter()
    for word, count in Counter(sample).items():
        for code in _MEMBERS.get(word, ()):
            votes[code] += count
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _MINIMUM_SHARE * len(sample):
        return None
    if len(ranked) > 1 and ranked[0][1] < _MINIMUM_LEAD * ranked[1][1]:
        return None
    return ranked[0][0]
