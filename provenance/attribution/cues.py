"""The verbs and phrases that may attribute, and what the words around them make of them.

In: a place of the sentence where a word of the lexicon stands. Out: a `Cue`: whether it is passive,
negated, said under a condition. Whether it fits a subject is `says`.
"""

from typing import NamedTuple

from provenance.attribution.sentences import Sentence
from provenance.attribution.source_words import BELIEF, FINDING, SPEECH
from provenance.attribution.sources import Source
from provenance.model import SourceKind

_OPENING = frozenset("\"“‘'«„")
_WHO_FINDS = frozenset(
    {SourceKind.DOCUMENT, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.AGENCY}
)


# Words between a subject and its verb; more are no English.
_FURTHEST = 12


class Cue(NamedTuple):
    """A verb or phrase that may attribute.

    Attributes:
        first, last: Its tokens.
        canonical, groups: As in the lexicon.
        form: As written.
        lead: The token in front of its auxiliaries and adverbs; -1 when nothing is.
        passed: What stands between: keys of the table `between`.
    """

    first: int
    last: int
    canonical: str
    groups: frozenset[str]
    form: str
    lead: int
    passed: frozenset[str]

    @classmethod
    def of(cls, sentence: Sentence, start: int, end: int, form: str) -> "Cue":
        """The cue `form` at the offsets `start` to `end`, with what stands in front of it."""
        first = at = sentence.index(start)
        canonical, groups = sentence.words.cues[form]
        passed = set[str]()
        while (
            first - at < _FURTHEST and "to" not in passed and (role := _between(sentence, at - 1))
        ):
            passed.add(role)
            at -= 3 if role == "aside" else 1
        last = sentence.index(end) - 1
        return cls(first, last, canonical, groups, form, at - 1, frozenset(passed))

    @property
    def passive(self) -> bool:
        """Whether its subject is not who says it: "was told"."""
        return "passive" in self.passed and not self.form.endswith("ing")

    @property
    def participle(self) -> bool:
        """Whether it has no subject of its own: "adding that"."""
        return self.form.endswith("ing") and self.lead == self.first - 1


def _between(sentence: Sentence, at: int) -> str:
    """What a word between subject and verb is; empty when it is none."""
    if at < 0:
        return ""
    word, words = sentence.low[at], sentence.words
    role = words.role.get(word)
    if role:
        return role if role != "day" or sentence.named(at) else ""
    if word == ",":
        aside = sentence.word(at - 1) in words.between["aside"] and sentence.word(at - 2) == ","
        return "aside" if aside else ""
    if word.endswith("n't"):
        return "negation"
    if word.endswith("ly") and not sentence.named(at):
        return "adverb"
    return "adverb" if word == "on" and sentence.word(at + 1) in words.between["day"] else ""


def is_said(sentence: Sentence, cue: Cue) -> bool:
    """Whether it was said at all: not "to say", "could say" or "did not say"."""
    silent = "negation" in cue.passed and cue.canonical in sentence.words.heard["silent"]
    return not silent and cue.passed.isdisjoint({"to", "modal"})


def says(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether the cue is a verb that agrees with its subject and can be said of it."""
    heard, after = sentence.words.heard, sentence.word(cue.last + 1)
    if cue.canonical in heard["object"] and after in heard["reduced"]:
        return False  # a participle: "accused of"
    if cue.form in heard["participle"] and cue.lead == cue.first - 1:
        return False
    opens = after == "that" or after in heard["question"]
    opens = opens or (not cue.participle and _is_beside(sentence, cue, who))
    if not opens and (cue.canonical in heard["clause"] or _is_loose(cue)):
        return False
    return _agrees(sentence, cue, who) and _suits(sentence, cue, who)


def _is_beside(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether the words themselves stand beside a cue: 'Brenk agreed: “...”', '“...,” she agreed'.

    Without a comma or colon they may be a phrase of the writer's: 'Brenk shared “the view”'.
    """
    ahead = min(cue.first, sentence.index(who.start)) - 1
    if ahead >= 0 and sentence.quoted(ahead):
        return True
    after = cue.last + 2
    if sentence.word(cue.last + 1) not in {":", ","} or after >= len(sentence.raw):
        return False
    return sentence.raw[after] in _OPENING or sentence.quoted(after)


def _is_loose(cue: Cue) -> bool:
    """Whether it only says with what hope something was done: "hoping to win"."""
    return cue.participle and SPEECH not in cue.groups


def _agrees(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether a form that may also be a noun ("states", "the report") is a verb here."""
    base = cue.form == cue.canonical
    third = cue.form.endswith("s") and not base
    helped = not cue.passed.isdisjoint({"auxiliary", "negation"})  # "does think", "don't think"
    past = helped or cue.canonical in sentence.words.unchanged
    if (base and not past and who.plural is False) or (third and who.plural):
        return False
    if who.kind is SourceKind.UNTOLD:
        return True  # a pronoun stands before no noun
    return not (base or third) or _begins_clause(sentence, cue, who)


def _begins_clause(sentence: Sentence, cue: Cue, who: Source) -> bool:
    words, at = sentence.words, cue.last + 1
    after = sentence.word(at)
    if words.role.get(after) in {"auxiliary", "passive", "modal"}:
        return False
    if cue.canonical not in words.heard["noun"]:
        return True
    if not after or after == ".":
        ahead = sentence.index(who.start) - 1  # “...”, police report.
        return ahead >= 0 and (sentence.raw[ahead] == "," or sentence.quoted(ahead))
    if after == "that" or after in words.pronouns:
        return True
    if after in words.leads or after in words.heard["question"] or after in '“"‘:':
        return True
    return sentence.named(at) or sentence.quoted(at)


def _suits(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether such a source can do what the verb says."""
    if SPEECH in cue.groups:
        return who.sure or cue.canonical in sentence.words.heard["any"]
    if not who.sure:
        return False
    if FINDING in cue.groups and (who.kind in _WHO_FINDS or sentence.word(cue.last + 1) == "that"):
        return True
    return BELIEF in cue.groups or sentence.quotes
