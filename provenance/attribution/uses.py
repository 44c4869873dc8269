"""What words are quoted for.

In: a text and a quotation of it. Out: `speech`, `phrase` or `title`. A title is told by
its capitals or the word before it; a phrase is a few words that stand inside the writer's own
sentence. All else is speech.
"""

import re

from provenance.attribution.quote_words import QuoteWords
from provenance.model import QuoteUse
from provenance.text.tokens import WORD, fold_word

_SPEECH, _PHRASE, _TITLE = QuoteUse.SPEECH, QuoteUse.PHRASE, QuoteUse.TITLE
MARKS = "\"“”„«»'‘’‚`"
# At most so many words are a phrase, and a title.
PHRASE_WORDS = 4
TITLE_WORDS = 12
_BLANKS = " \t\u00a0"
_BOUNDARIES = ".!?:;,—–-\r\n"
_SUBJECT_WORDS = 4
_ENDS = ".,!?…—–-"
# A word of four letters or more that begins with none that is a capital.
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z]\w{3,}")
# Characters looked at before and after a quotation.
_NEARBY = 40


def use(text: str, start: int, end: int, count: int, words: QuoteWords) -> QuoteUse:
    """What `text[start:end]`, which holds `count` words, is quoted for."""
    if count > TITLE_WORDS:
        return _SPEECH
    before = text[max(0, start - _NEARBY) : start].rstrip(MARKS + _BLANKS)
    if _is_title(text, start, end, before, words):
        return _TITLE
    if count > PHRASE_WORDS or _stands_alone(text, start, end, before):
        return _SPEECH
    return _PHRASE


def _is_title(text: str, start: int, end: int, before: str, words: QuoteWords) -> bool:
    if words.titling.search(before):
        return True
    if not text[start].isupper() and not text[start].isdigit():
        return False
    if words.kinds.search(before):
        return True
    after = text[end : end + _NEARBY]
    if not _in_title_case(text[start:end], words) or not _is_running_text(before, after, words):
        return False
    return not _at_boundary(before) or not _is_said(after, words)


def _in_title_case(quoted: str, words: QuoteWords) -> bool:
    """Whether all its words have capitals that need some, and two of them do."""
    found = [match.group() for match in WORD.finditer(quoted)]
    lower = [word for word in found if not word[0].isupper() and not word[0].isdigit()]
    if len(found) - len(lower) < 2:
        return False
    return found[-1] not in lower and all(fold_word(word) in words.small for word in lower)


def _is_running_text(before: str, after: str, words: QuoteWords) -> bool:
    """Whether the line around has ordinary words in lower case, as a headline may not."""
    line = before.rpartition("\n")[2] + " " + after.partition("\n")[0]
    return any(word not in words.small for word in _LOWER.findall(line))


def _at_boundary(before: str) -> bool:
    """Whether a quotation does not stand in the middle of the writer's own words."""
    return before == "" or before[-1] in _BOUNDARIES


def _is_said(after: str, words: QuoteWords) -> bool:
    """Whether a verb of speech follows as closely as in “Yes,” the old man said."""
    verb = words.said.search(after)
    return verb is not None and after[: verb.start()].count(" ") <= _SUBJECT_WORDS


def _stands_alone(text: str, start: int, end: int, before: str) -> bool:
    """Whether a few words are a sentence of their own, as are: “Yes,” he said. “Never”."""
    begins = text[start].isupper() and _at_boundary(before)
    return begins and (text[end - 1] in _ENDS or text[end : end + 2].strip(MARKS)[:1] in _ENDS)
