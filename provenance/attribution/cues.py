"""The verbs and phrases that may attribute, and what the words around them make of them.

In: a place of the sentence where a word of the lexicon stands. Out: a `Cue`: whether it is passive,
negated, said under a condition. Whether it fits a subject is `says`.
"""

from bisect import bisect_left
from dataclasses import dataclass

from provenance.attribution.facts import BETWEEN, CLOSES, LEAD, NAMED, PRONOUN
from provenance.attribution.sentences import Sentence
from provenance.attribution.source_words import BELIEF, FINDING, SPEECH
from provenance.attribution.sources import Source
from provenance.model import SourceKind

_OPENING = frozenset("\"“‘'«„")
_BEGINS = frozenset('“"‘:')
_WHO_FINDS = frozenset(
    {SourceKind.DOCUMENT, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.AGENCY}
)
_UNTOLD = SourceKind.UNTOLD
_UNSAID = frozenset({"to", "modal"})
_HELPED = frozenset({"auxiliary", "negation"})  # "does think", "don't think"
_HELPING = frozenset({"auxiliary", "passive", "modal"})
_NOTHING = frozenset[str]()

# Words between a subject and its verb; more are no English.
_FURTHEST = 12


# Not frozen, nor are sources and phrases: setting their fields took a twentieth of all time.
@dataclass(slots=True, eq=False)
class Cue:
    """A verb or phrase that may attribute.

    Attributes:
        first, last: Its tokens.
        canonical, groups: As in the lexicon.
        form: As written.
        lead: The token in front of its auxiliaries and adverbs; -1 when nothing is.
        passed: What stands between: keys of the table `between`.
        participle: Whether it has no subject of its own: "adding that".
    """

    first: int
    last: int
    canonical: str
    groups: frozenset[str]
    form: str
    lead: int
    passed: frozenset[str]
    participle: bool

    @classmethod
    def of(cls, sentence: Sentence, start: int, end: int, form: str) -> "Cue":
        """The cue `form` at the offsets `start` to `end`, with what stands in front of it."""
        first = last = bisect_left(sentence.starts, start)
        if sentence.ends[first] < end:
            last = sentence.index(end) - 1
        canonical, groups = sentence.words.cues[form]
        at, passed = first, _NOTHING
        if sentence.facts[first - 1] & BETWEEN:
            at, passed = _passed(sentence, first)
        lead = at - 1
        participle = lead == first - 1 and form.endswith("ing")
        return cls(first, last, canonical, groups, form, lead, passed, participle)

    @property
    def passive(self) -> bool:
        """Whether its subject is not who says it: "was told"."""
        return "passive" in self.passed and not self.form.endswith("ing")


def _passed(sentence: Sentence, first: int) -> tuple[int, frozenset[str]]:
    """Where what stands between the subject and the verb at `first` begins, and what it is."""
    at, passed = first, set[str]()
    while first - at < _FURTHEST and "to" not in passed and (role := _between(sentence, at - 1)):
        passed.add(role)
        at -= 3 if role == "aside" else 1
    return at, frozenset(passed)


def _between(sentence: Sentence, at: int) -> str:
    """What a word between subject and verb is; empty when it is none."""
    if at < 0 or not sentence.facts[at] & BETWEEN:
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
    if not cue.passed:  # as nearly all
        return True
    silent = "negation" in cue.passed and cue.canonical in sentence.words.heard["silent"]
    return not silent and cue.passed.isdisjoint(_UNSAID)


def says(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether the cue is a verb that agrees with its subject and can be said of it."""
    if not _suits(sentence, cue, who):
        return False
    heard, after, canonical = sentence.words.heard, sentence.word(cue.last + 1), cue.canonical
    if canonical in heard["object"] and after in heard["reduced"]:
        return False  # a participle: "accused of"
    if cue.form in heard["participle"] and cue.lead == cue.first - 1:
        return False
    if canonical in heard["clause"] or _is_loose(cue):
        opens = after == "that" or after in heard["question"]
        if not opens and (cue.participle or not _is_beside(sentence, cue, who)):
            return False
    return _agrees(sentence, cue, who, after)


def _is_beside(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether the words themselves stand beside a cue: 'Brenk agreed: “...”', '“...,” she agreed'.

    Without a comma or colon they may be a phrase of the writer's: 'Brenk shared “the view”'.
    """
    ahead = min(cue.first, sentence.index(who.start)) - 1
    if ahead >= 0 and sentence.quoted(ahead):
        return True
    after = cue.last + 2
    if after >= len(sentence.raw) or sentence.raw[after - 1] not in (":", ","):
        return False
    return sentence.raw[after] in _OPENING or sentence.quoted(after)


def _is_loose(cue: Cue) -> bool:
    """Whether it only says with what hope something was done: "hoping to win"."""
    return cue.participle and SPEECH not in cue.groups


def _agrees(sentence: Sentence, cue: Cue, who: Source, after: str) -> bool:
    """Whether a form that may also be a noun ("states", "the report") is a verb here."""
    base = cue.form == cue.canonical
    third = not base and cue.form.endswith("s")
    if not (base or third):
        return True
    if third and who.plural:
        return False
    past = cue.canonical in sentence.words.unchanged or not cue.passed.isdisjoint(_HELPED)
    if base and who.plural is False and not past:
        return False
    if who.kind is _UNTOLD:
        return True  # a pronoun stands before no noun
    return _begins_clause(sentence, cue, who, after)


def _begins_clause(sentence: Sentence, cue: Cue, who: Source, after: str) -> bool:
    words, at = sentence.words, cue.last + 1
    if words.role.get(after) in _HELPING:
        return False
    if cue.canonical not in words.heard["noun"]:
        return True
    if not after or after == ".":
        ahead = sentence.index(who.start) - 1  # “...”, police report.
        return ahead >= 0 and (sentence.raw[ahead] == "," or sentence.quoted(ahead))
    if after == "that" or after in words.heard["question"] or after in _BEGINS:
        return True
    return bool(sentence.facts[at] & (PRONOUN | LEAD | NAMED | CLOSES))


def _suits(sentence: Sentence, cue: Cue, who: Source) -> bool:
    """Whether such a source can do what the verb says."""
    if SPEECH in cue.groups:
        return who.sure or cue.canonical in sentence.words.heard["any"]
    if not who.sure:
        return False
    if FINDING in cue.groups and (who.kind in _WHO_FINDS or sentence.word(cue.last + 1) == "that"):
        return True
    return BELIEF in cue.groups or sentence.quotes
