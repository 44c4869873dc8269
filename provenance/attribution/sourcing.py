"""The places of a story that say on whose word a statement stands.

In: a story with its people. Out: rows of `Attribution`. A cue (a verb or
phrase of the lexicon `sources`) is looked for in the writer's own words, and
its source beside it. A cue without a source beside it is none, but for a belief of nobody.
"""

from collections.abc import Iterator

from provenance.attribution.anonymity import unnamed
from provenance.attribution.cast import Cast
from provenance.attribution.channels import channel
from provenance.attribution.cues import Cue
from provenance.attribution.name_words import NameWords
from provenance.attribution.pronouns import told
from provenance.attribution.recalled import recalled
from provenance.attribution.sentences import Sentence
from provenance.attribution.source_words import ADVERB, BESIDE, FORMULA, SourceWords
from provenance.attribution.sources import Source
from provenance.attribution.story import QUOTED, Story
from provenance.attribution.subjects import subject
from provenance.model import Attribution, Channel, SourceKind

__all__ = ["SourceWords", "attributions"]

_SPEECH, _AGENTLESS = Channel.SPEECH, SourceKind.AGENTLESS
_BESIDE = frozenset({BESIDE})
# What has no subject of its own.
_WITHOUT = frozenset({ADVERB, FORMULA})

Span = tuple[int, int]
# Offsets of what may be a cue, and the form of the lexicon that it is.
Place = tuple[int, int, str]


def attributions(
    story: Story, cast: Cast, words: SourceWords, names: NameWords
) -> tuple[Attribution, ...]:
    """Who stands behind the statements of a story, in order. Linear in its text.

    Args:
        story: The article with its quotations.
        cast: Its people.
        words: What tells a source and its verb.
        names: What tells a name; it knows who is a he or a she.
    """
    masked, found = story.masked, list[Attribution]()
    formulas = words.formulas_in(masked)
    for span, cues in _sentences(story, words):
        sentence = Sentence.of(masked, span, cast, words)
        places = [Cue.of(sentence, start, end, form) for start, end, form in cues]
        rows = _stated(story.article.article_id, sentence, places)
        found += unnamed(story.article.article_id, sentence, masked, rows, formulas)
    found.sort(key=lambda row: (row.start, row.end, row.kind))
    return tuple(told(story, recalled(story, found, cast, words), cast, words, names))


def _sentences(story: Story, words: SourceWords) -> Iterator[tuple[Span, list[Place]]]:
    """The sentences that hold what may be a cue, each with the places of these."""
    spans = iter(story.sentences)
    sentence: Span = (0, 0)
    cues: list[Place] = []
    # One literal sign in front lets the pattern leap from word to word.
    spaced = " " + story.masked.replace("\n", " ").replace("\xa0", " ")
    for match in words.cue.finditer(spaced):
        start, end = match.start("word") - 1, match.end("word") - 1
        if start >= sentence[1]:
            if _is_worth_reading(story, sentence, cues, words):
                yield sentence, cues
            cues = []
            while start >= sentence[1]:
                sentence = next(spans)
        cues.append((start, end, match["word"]))
    if _is_worth_reading(story, sentence, cues, words):
        yield sentence, cues


def _is_worth_reading(story: Story, sentence: Span, cues: list[Place], words: SourceWords) -> bool:
    """Whether a sentence may attribute: some verbs only do beside a quotation."""
    for _, _, form in cues:
        if words.cues[form][1] != _BESIDE:
            return True
    return bool(cues) and story.masked.find(QUOTED, *sentence) >= 0


def _stated(article_id: str, sentence: Sentence, cues: list[Cue]) -> list[Attribution]:
    """The attributions of one sentence. It stands on nobody's word only if it has no source."""
    found, earlier = list[Attribution](), None
    for cue in cues:
        who = None if cue.groups & _WITHOUT else subject(sentence, cue, earlier)
        if who:
            earlier = who
            found.append(_row(article_id, sentence, cue, who))
    return found or [
        _row(article_id, sentence, cue, None) for cue in cues if _is_nobodys(sentence, cue)
    ]


def _is_nobodys(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue is a belief of nobody: "it is believed", "are thought to", "reportedly"."""
    if ADVERB in cue.groups:
        return True
    if not cue.passive or cue.form not in sentence.words.participles:
        return False
    after = sentence.word(cue.last + 1)
    return after == "to" or (sentence.word(cue.lead) == "it" and after != "by")


def _row(article_id: str, sentence: Sentence, cue: Cue, who: Source | None) -> Attribution:
    start, end = sentence.starts[cue.first], sentence.ends[cue.last]
    if who is None:
        first = cue.lead if sentence.word(cue.lead) == "it" else cue.lead + 1
        start = sentence.starts[min(first, cue.first)]
        how, via = _SPEECH, None
    else:
        how, via = channel(sentence, cue, who)
    return Attribution(
        article_id=article_id,
        start=min(start, who.start) if who else start,
        end=max(end, who.end) if who else end,
        statement_start=sentence.start,
        statement_end=sentence.end,
        kind=who.kind if who else _AGENTLESS,
        source=who.name if who else None,
        source_start=who.start if who else None,
        source_end=who.end if who else None,
        cue=cue.canonical,
        channel=how,
        via=via,
        explained=None,
    )
