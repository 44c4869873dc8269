"""Which quotations are parts of one utterance.

In: a text and its quotations between marks that stand in no other one. Out:
for each, where its utterance begins. Parts belong together when only "he said" parts
them, or when a paragraph leaves its quotation open and the next one opens again.
"""

from collections.abc import Sequence

from provenance.attribution.marks import Marked
from provenance.attribution.quote_words import QuoteWords
from provenance.attribution.uses import MARKS
from provenance.text.segment import sentence_spans

# "said Brenk, who runs the harbour office of the town," is about 60 characters long.
_LONGEST = 160
_INTERRUPTED = ",?!…—–-"
_CLAUSE_ENDS = ".;—–-"


def utterances(text: str, marked: Sequence[Marked], words: QuoteWords) -> list[int]:
    """The start of the first part of the utterance of each quotation; linear in the text."""
    begun: list[int] = []
    for number, item in enumerate(marked):
        last = marked[number - 1] if number else None
        joined = last is not None and (
            _carries_on(text, last, item) or _is_interrupted(text, last, item, words)
        )
        begun.append(begun[-1] if joined else item.start)
    return begun


def _carries_on(text: str, last: Marked, item: Marked) -> bool:
    return last.carried and text[last.end : item.start].strip(MARKS).isspace()


def _is_interrupted(text: str, last: Marked, item: Marked, words: QuoteWords) -> bool:
    """Whether one clause with one verb of speech stands between two quotations, and no more."""
    if not last.closed or item.start - last.end > _LONGEST:
        return False
    gap = text[last.end : item.start]
    clause = gap.strip(MARKS + " \t\u00a0")
    if not clause or "\n" in gap or "\r" in gap:
        return False
    # Behind a comma a capital begins what the clause introduces: Brenk added, “We will.”
    if clause[-1] not in _CLAUSE_ENDS and (clause[-1] != "," or text[item.start].isupper()):
        return False
    if text[last.end - 1] not in _INTERRUPTED and clause[0] not in _INTERRUPTED:
        return False
    main = clause.partition(" who ")[0]
    return len(words.said.findall(main)) == 1 and len(list(sentence_spans(clause))) == 1
