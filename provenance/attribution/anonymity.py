"""Sources that would not be named, and whether it is said why.

In: a sentence with the attributions found in it. Out: the same, those of unnamed sources marked as
anonymous. A source is never taken for anonymous because no name is given, only where the text says
that it would not be named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from provenance.attribution.noun_phrases import before
from provenance.attribution.sentences import Sentence
from provenance.attribution.sources import source
from provenance.model import Attribution, Channel, SourceKind

# So many words behind the formula the reason is looked for.
_REASON_WORDS, _REASON_CHARS = 25, 400
_ANONYMOUS = SourceKind.ANONYMOUS
_UNNAMED = frozenset({SourceKind.ROLE, SourceKind.COLLECTIVE, _ANONYMOUS})
_PRESS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})


def unnamed(
    article_id: str,
    sentence: Sentence,
    masked: str,
    rows: list[Attribution],
    formulas: Sequence[str],
) -> list[Attribution]:
    """The attributions of a sentence, with those of unnamed sources.

    Args:
        article_id: Of the article.
        sentence: The sentence.
        masked: The writer's words of the whole article.
        rows: The attributions found in it.
        formulas: Those phrases of anonymity that the article holds somewhere.
    """
    if not formulas and _ANONYMOUS not in [row.kind for row in rows]:
        return rows  # as nearly always
    text = masked[sentence.start : sentence.end]
    at = min([text.find(each) for each in formulas if each in text], default=-1)
    explained = at >= 0 and _has_reason(sentence, text[at : at + _REASON_CHARS])
    found = [_marked(sentence, row, text, said=at >= 0, explained=explained) for row in rows]
    if at < 0 or any(row.kind == _ANONYMOUS for row in found):
        return found
    return [*found, *_spoken(article_id, sentence, sentence.start + at, found, explained=explained)]


def _has_reason(sentence: Sentence, behind: str) -> bool:
    """Whether a reason follows soon: "because he was not authorized to speak"."""
    near = " ".join(behind.split()[:_REASON_WORDS])
    return sentence.words.reason.search(near) is not None


def _marked(
    sentence: Sentence, row: Attribution, text: str, *, said: bool, explained: bool
) -> Attribution:
    if row.kind == _ANONYMOUS and not said:
        since = (row.source_end or row.end) - sentence.start
        explained = _has_reason(sentence, text[since : since + _REASON_CHARS])
    elif row.kind not in _UNNAMED or not said:
        return row
    return replace(row, kind=_ANONYMOUS, explained=explained)


def _spoken(
    article_id: str, sentence: Sentence, formula: int, rows: list[Attribution], *, explained: bool
) -> Iterable[Attribution]:
    """An unnamed source that no verb of speech tells: "an official, who spoke on condition of"."""
    last = sentence.index(formula) - 1
    while last >= 0 and sentence.word(last) in sentence.words.anonymous["verb"]:
        last -= 1
    phrase = before(sentence, last)
    who = source(sentence, phrase) if phrase else None
    if who is None or who.kind not in _UNNAMED:
        return
    press = next((row for row in rows if row.kind in _PRESS), None)
    yield Attribution(
        article_id=article_id,
        start=who.start,
        end=sentence.ends[sentence.index(formula)],
        statement_start=sentence.start,
        statement_end=sentence.end,
        kind=_ANONYMOUS,
        source=who.name,
        source_start=who.start,
        source_end=who.end,
        cue="speak",
        channel=Channel.OUTLET if press else Channel.SPEECH,
        via=press.source if press else None,
        explained=explained,
    )
