"""The rows of every frame.

A field typed `X | None` is a nullable column, and its docstring says what null means.
`ORDER` names the columns by which a frame of these rows is sorted; together they tell two
rows apart, so that equal input gives equal bytes.
"""

from dataclasses import dataclass
from typing import ClassVar

# What a record can say of an article besides its text and language, sorted.
METADATA = ("byline", "date", "outlet", "title")


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read.

    Attributes:
        article_id: Unique within a run: the record's own id, else `path` or `path:line`.
        path: The file as the user named it; `-` for standard input.
        line: Line of `path`, from 1, where the record or the text begins.
        embedded: True when the text is a value inside a record (JSONL), so that its lines
            are not lines of the file.
        text: The text, not a character changed.
        title: The headline; null when unknown. It may or may not stand in the text.
        body_start: Offset in `text` after the title line; 0 when the title is not in the text.
        outlet: Who published it; null when the record does not say.
        date: Day of publication, UTC time (`2026-03-01T09:00:00Z`) or time without a zone, in
            ISO 8601; null when the record does not say.
        language: Primary language subtag such as `en`; null when it could not be told.
        given: Those of `METADATA` that its record fills, sorted; empty without a record. Who wrote
            it is not kept.
        blank: Those that its record has and leaves empty, or fills with what cannot be used.
        field: Where in its record the text stands, such as `body`; null when it is no record's.
        url: Its canonical URL; null when the record does not say.
        encoding: The character encoding of its bytes, such as `utf-8`; null where its format does
            not leave it open.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id",)

    article_id: str
    path: str
    line: int
    embedded: bool
    text: str
    title: str | None
    body_start: int
    outlet: str | None
    date: str | None
    language: str | None
    given: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    field: str | None = None
    url: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an article with the white space around it taken off; blank lines are left out.

    Attributes:
        number: Line in the article's text, from 1, blank lines counted.
        start: Offset of the first character that is not white space.
        end: Offset after the last one; `article.text[start:end] == text`.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "number")

    article_id: str
    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """One place where a text rule holds.

    Attributes:
        detail: What the rule counted or compared, in words; null for a rule that only looks for
            words.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end", "rule_id")

    rule_id: str
    article_id: str
    start: int
    end: int
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A verified, aligned pair of spans that two articles share; `left_id < right_id`.

    Attributes:
        left_words: Words of the left span; likewise `right_words`.
        matched_words: Words that the alignment pairs, at most the smaller of the two.
        jaccard: Exact Jaccard similarity of the two spans' word shingles, in [0, 1].
        left_containment: Share of the left span's shingles found in the right one, in [0, 1];
            `right_containment` the other way round.
        estimate: The sketch's estimate of `jaccard`, from 128 minima of each span, in [0, 1].
        left_share: Share of the left article's words that lie in regions shared with the
            right article, in [0, 1]; `right_share` the other way round.
        label: What the region is; see `Label`.
        articles: In how many articles the passage stands, these two counted; 2 or more. This and
            what follows is what the label rests on besides the words.
        outlets: How many known outlets published these; 0 when none is known.
        per_outlet: Articles for each outlet, an article of unknown outlet counting as an outlet
            of its own. Here and for `days`, `pinned` and `apart` copies of one article count once.
        days: On how many known days they ran; 0 when none is known.
        span_days: Days from the first known day to the last; null when none is known.
        pinned: Share of these articles of which the passage is the very beginning, or of which
            it is the very end, whichever is larger, in [0, 1].
        apart: Share of the passage's pairs of articles that have less than half of either one's
            words in common, in [0, 1].
    """

    ORDER: ClassVar[tuple[str, ...]] = ("left_id", "right_id", "left_start", "right_start")

    left_id: str
    left_start: int
    left_end: int
    right_id: str
    right_start: int
    right_end: int
    left_words: int
    right_words: int
    matched_words: int
    jaccard: float
    left_containment: float
    right_containment: float
    estimate: float
    left_share: float
    right_share: float
    label: str
    articles: int
    outlets: int
    per_outlet: float
    days: int
    span_days: int | None
    pinned: float
    apart: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """One article's place in a cluster of near-duplicate articles, joined by verified regions.

    Attributes:
        cluster_id: The smallest article id of the cluster.
        origin_id: The article that the others are copies of; null when nothing tells.
        reason: Why it is the origin, or why there is none; see `OriginReason`.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("cluster_id", "article_id")

    cluster_id: str
    article_id: str
    origin_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """How much of one article also stands in others.

    Attributes:
        shared: Share of its characters that lie in a region, in [0, 1]; null when it has too few
            to tell.
        shared_prose: The same of its characters outside quotations and boilerplate; null when
            too few are left.
        shared_articles: With how many other articles it has a passage in common that is no
            boilerplate.
        shared_outlets: How many known outlets other than its own published these.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id",)

    article_id: str
    shared: float | None
    shared_prose: float | None
    shared_articles: int
    shared_outlets: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure in the text, with what it counts and how far its words let it reach.

    Attributes:
        start, end: The figure with its bound and unit ("more than 200", "about 5 km"), without
            what is counted.
        value: The figure itself; for a range or a vague word the middle of what it allows.
            A ratio is a share of 1: "a third" is 0.333.
        low, high: What the words strictly allow; a null `high` means no upper limit.
        soft_low, soft_high: What a reader takes them to mean.
        kind: `count`, `percent`, `money`, `measure` or `ratio` ("a third", "one in five"); or what
            places and is compared with no count: `age` ("47-year-old", "Reyes, 41,"), `rank`
            ("second-largest", "ranked fifth"; the value is the place) and `ordinal` ("the third
            time", "25th anniversary").
        unit: Currency or unit in its canonical form, of an age as a rule `year`; null for the other
            kinds.
        bound: See `Bound`.
        noun: What is counted, singular and lower case; null when not told.
        event: Class of what happened to it ("destroy"), from the lexicon; null when none is near.
        sentence: Number of the sentence in the article, from 0.
        modifiers: Words that narrow the noun ("isis"), singular, lower case, sorted.
        qualifiers: What keeps the figure apart from others, sorted: `cumulative`, `part`,
            `rate`, `negated`, `modal`, `then`, `now`, `rise`, `fall`, `revised`, `disputed`;
            `year:2014`, `month:june`, `day:tuesday`, `day:june-5`, `place:fallujah`,
            `actor:coalition`, `speaker:brenk`; `subset:armoured` for modifiers that are no
            names.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end")

    article_id: str
    start: int
    end: int
    value: float
    low: float
    high: float | None
    soft_low: float
    soft_high: float | None
    kind: str
    unit: str | None
    bound: str
    noun: str | None
    event: str | None
    sentence: int
    modifiers: tuple[str, ...]
    qualifiers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A second place that a finding rests on, in the same article or in another one.

    Attributes:
        note: What this place is to the finding, such as `also here` or `a total of 175`.
    """

    article_id: str
    start: int
    end: int
    note: str


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures or dates of one text that were held against one another.

    Attributes:
        start, end: The figure or date that is held against the others.
        kind: What was asked, such as `percent-change`: the name of the rule that reports it.
        fits: Whether what is stated can follow from the others.
        stated: The figure as written, with what its words allow; empty when it fits.
        expected: What the others say or come to, as shown to the editor; empty when it fits.
        held: What was taken to be equal or to belong together; empty when it fits.
        others: The other places, most telling first.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end", "kind")

    article_id: str
    start: int
    end: int
    kind: str
    fits: bool
    stated: str
    expected: str
    held: str
    others: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an editor should look at, with its evidence.

    Attributes:
        rule_id: The rule that declares it, such as `NUM001`.
        start, end: The first place, in `article_id`.
        severity, confidence: The rule's, unless the settings say otherwise.
        message: One sentence for the editor, with the values in it.
        related: The other places, most telling first.
        extent: Words of the article that it is about, of a rule whose points grow with them; null
            for other rules.
        deduction: Points this finding takes from the article's score, 0 or more.
        fingerprint: Sixteen hexadecimal digits that stay when text around the finding moves, a
            colon, and the number of the finding among those with equal digits, from 1; unique
            within a run. Empty until findings are complete.
        accepted: What accepts the finding, so that the gate passes over it; see `Acceptance`. Null
            for one that counts.
        accepted_because: The reason that was given for it; null when none was.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end", "rule_id", "message")

    rule_id: str
    article_id: str
    start: int
    end: int
    severity: str
    confidence: str
    message: str
    related: tuple[Span, ...]
    extent: int | None
    deduction: int
    fingerprint: str = ""
    accepted: str | None = None
    accepted_because: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one check on one article.

    Attributes:
        status: See `Status`.
        reason: Why the check could not look, or which of its rules it looked without; null when
            it looked with all.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "check")

    article_id: str
    check: str
    status: str
    reason: str | None
