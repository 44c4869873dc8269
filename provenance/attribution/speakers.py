"""Who says a quotation.

In: a story with its people and attributions. Out: rows of `Quote`. The cue
beside a quotation tells, or the line of attribution below it; then another part
of the same utterance; then the quotation in the sentence before. What is left
is unresolved, and so is a pronoun whose person could not be told: its words are
told, but no speaker. Titles and what is quoted by who is quoted have no speaker.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from provenance.attribution.cast import Cast, Named
from provenance.attribution.proximity import Proximity
from provenance.attribution.quotes import Quotation
from provenance.attribution.sourcing import SourceWords
from provenance.attribution.story import Story
from provenance.attribution.tags import tagged
from provenance.model import Attribution, Quote, QuoteUse, Resolution, SourceKind

# The name at the beginning of a line of attribution.
_NAMED = re.compile(r"[-–—―]?\s?(?P<name>[^\W\d_][^,;:(\d\r\n]{1,60}?)\s?(?:,|$)")


_SPEECH, _PHRASE, _NESTED = QuoteUse.SPEECH, QuoteUse.PHRASE, QuoteUse.NESTED
_UNRESOLVED, _CUE = Resolution.UNRESOLVED, Resolution.CUE
_NAMED_KIND = SourceKind.NAMED
# What is so called by anybody is said by nobody.
_SO_CALLED = re.compile(r"\bso-called\s[\"'“‘«„]?$")
_LONGEST_CALLED = 16


@dataclass(slots=True)
class Voice:
    """Who says a quotation, and the words that tell; see `Quote`."""

    speaker: str | None
    start: int
    end: int
    kind: str | None
    resolution: str

    def by(self, resolution: Resolution) -> "Voice":
        """The same person, told for another quotation by another way."""
        told = self.resolution != _UNRESOLVED
        how = resolution if told else _UNRESOLVED
        return Voice(self.speaker, self.start, self.end, self.kind, how)


def spoken(
    story: Story,
    cast: Cast,
    sources: tuple[Attribution, ...],
    words: SourceWords,
) -> tuple[Quote, ...]:
    """The quotations of a story with their speakers, in order. Linear in its text."""
    near = Proximity.of(story, sources, words)
    voices = [_own(quote, near, cast, words) for quote in story.quotes]
    uttered: dict[int, Voice] = {}
    for quote, voice in zip(story.quotes, voices, strict=True):
        if voice and _speaks(quote):
            uttered.setdefault(quote.utterance, voice)
    last: tuple[Quotation, Voice | None] | None = None
    for number, quote in enumerate(story.quotes):
        if quote.use == _NESTED:
            continue
        told = voices[number]
        if told is None and _speaks(quote) and quote.closed:
            told = (
                _shared(quote, uttered, near)
                or _carried(quote, last, near)
                or _following(quote, near, words)
            )
        if told and _speaks(quote):
            uttered[quote.utterance] = told  # who spoke last says what follows
        voices[number] = told
        last = quote, told
    return tuple(_row(story, *pair) for pair in zip(story.quotes, voices, strict=True))


def unspoken(story: Story) -> Iterator[Quote]:
    """The quotations of a story, no speaker told."""
    return (_row(story, quote, None) for quote in story.quotes)


def _speaks(quote: Quotation) -> bool:
    return quote.use == _SPEECH


def _own(quote: Quotation, near: Proximity, cast: Cast, words: SourceWords) -> Voice | None:
    """Who is told by what stands beside or below the quotation itself."""
    if quote.line is not None:
        return _lined(near.story.text, quote.line, cast, words)
    if quote.use not in (_SPEECH, _PHRASE):
        return None
    if _SO_CALLED.search(near.story.text, max(0, quote.start - _LONGEST_CALLED), quote.start):
        return None
    source = near.beside(quote)
    if source is None and _speaks(quote):
        source = near.announced(quote)
    if source is not None:
        return _voiced(source, near.story.text, words)
    named = tagged(quote, near, cast, words) if _speaks(quote) else None
    return _by_name(named, _CUE) if named else None


def _lined(text: str, line: tuple[int, int], cast: Cast, words: SourceWords) -> Voice | None:
    """Who is named at the beginning of a line of attribution."""
    found = _NAMED.match(text, *line)
    named = cast.at(*found.span("name")) if found else None
    if named:
        return _by_name(named, Resolution.LINE)
    if found:
        name, start = _bare(found["name"], words), found.start("name")
        return Voice(name, start, start + len(name), SourceKind.NAMED, Resolution.LINE)
    return None


def _bare(name: str, words: SourceWords) -> str:
    """A name without the occasion behind it: "Brenk in a briefing"."""
    parts = name.split(" ")
    ends = (place for place, part in enumerate(parts) if part in words.prepositions and place)
    first = next((place for place in ends if parts[place] != "of"), len(parts))
    return " ".join(parts[:first])


def _by_name(named: Named, resolution: Resolution) -> Voice:
    return Voice(named.person.name, named.start, named.end, _NAMED_KIND, resolution)


def _voiced(source: Attribution, text: str, words: SourceWords) -> Voice | None:
    """The voice of an attribution; none where it tells nobody, as in "it is believed"."""
    start, end = source.source_start, source.source_end
    if start is None or end is None:
        return None
    if source.source is None:
        return Voice(None, start, end, None, _UNRESOLVED)
    is_pronoun = text[start:end].casefold() in words.pronouns
    how = Resolution.PRONOUN if is_pronoun else _CUE
    return Voice(source.source, start, end, source.kind, how)


def _shared(quote: Quotation, uttered: Mapping[int, Voice], near: Proximity) -> Voice | None:
    """Who says another part of the same utterance."""
    voice = uttered.get(quote.utterance)
    if voice is None:
        return None
    same = near.paragraph(voice.start) == near.paragraph(quote.start)
    return voice.by(Resolution.SPLIT if same else Resolution.RUNS_ON)


def _carried(
    quote: Quotation, last: tuple[Quotation, Voice | None] | None, near: Proximity
) -> Voice | None:
    """Who says the quotation of the sentence before, in the same paragraph."""
    if last is None or last[1] is None or not near.begins_sentence(quote):
        return None
    if near.paragraph(last[0].start) != near.paragraph(quote.start):
        return None
    apart = near.sentence(quote.start) - near.sentence(last[0].end)
    return last[1].by(Resolution.SPLIT) if apart <= 1 else None


def _following(quote: Quotation, near: Proximity, words: SourceWords) -> Voice | None:
    """Who is the source of the sentence before a quotation that is a paragraph of its own."""
    source = near.followed(quote)
    voice = _voiced(source, near.story.text, words) if source else None
    return voice.by(Resolution.FOLLOWS) if voice else None


def _row(story: Story, quote: Quotation, voice: Voice | None) -> Quote:
    return Quote(
        article_id=story.article.article_id,
        start=quote.start,
        end=quote.end,
        closed=quote.closed,
        words=quote.words,
        form=quote.form,
        use=quote.use,
        utterance=quote.utterance,
        speaker=voice.speaker if voice else None,
        speaker_start=voice.start if voice else None,
        speaker_end=voice.end if voice else None,
        speaker_kind=voice.kind if voice else None,
        resolution=voice.resolution if voice else _UNRESOLVED,
    )
