"""The rows of what an article says about who says it.

As in `provenance.model.rows`: spans are half-open and point into `Article.text` as it was read.
"""

from dataclasses import dataclass
from typing import ClassVar

from provenance.model.rows import Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation, without its marks.

    Attributes:
        closed: False when the closing mark is missing and no later paragraph carries on.
        words: How many words it holds.
        form: `marked` (between quotation marks) or `block` (a paragraph without marks, told by the
            line of attribution below it).
        use: `speech`; `phrase` (a few words quoted inside the writer's own sentence), `title` (of
            a work) or `nested` (quoted by who is quoted).
        utterance: `start` of the first quotation of the same utterance: of one that "he said"
            interrupts, or that runs over paragraphs. Its own `start` when it stands alone.
        speaker: Who says it, as `Attribution.source`; null when nobody is told, or only by a word
            whose meaning could not be told.
        speaker_start, speaker_end: The words that tell who, such as "the mayor" or "she"; null
            when nothing does.
        speaker_kind: What the speaker is; see `SourceKind`; null when `speaker` is.
        resolution: How the speaker was told; see `Resolution`.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end")

    article_id: str
    start: int
    end: int
    closed: bool
    words: int
    form: str
    use: str
    utterance: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_kind: str | None
    resolution: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A place where the article says whose words or work it carries.

    Attributes:
        kind: `agency` (a news agency is credited) or `outlet` (another outlet is).
        source: The credited name in its canonical form.
        form: Where it stands; see `CreditForm`.
        subject: What is credited: `article`, or a `teaser` or `picture` on its page.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end")

    article_id: str
    start: int
    end: int
    kind: str
    source: str
    form: str
    subject: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the article names.

    Attributes:
        start, end: Where the fullest form of the name stands first, its title with it.
        name: That form without its title, such as "Ada Brenk".
        surname: Its last part, folded and without particles in front ("al-", "van"): what later
            mentions are told by.
        title: Rank or form of address in front of it, in its canonical form ("general", "mr");
            null when there is none.
        role: What the person is, as written beside a mention ("the harbour master", "41, a
            nurse"); null when the article never says.
        mentions: Every place that names the person, each `note` the form used; titles included.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end")

    article_id: str
    start: int
    end: int
    name: str
    surname: str
    title: str | None
    role: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """A place that says on whose word a statement stands.

    Attributes:
        start, end: From the first to the last word of source and cue: "Brenk said", "according to
            the report", "it is believed".
        statement_start, statement_end: What stands on it: its sentence, with the quotations that
            it introduces.
        kind: What the source is; see `SourceKind`.
        source: The person's name (`Person.name`), the canonical name of an agency or outlet, else
            the head of the phrase, folded ("police", "intelligence sources"); null when there is
            no source, or a pronoun's person could not be told.
        source_start, source_end: The words that name the source; null when there are none.
        cue: The verb or phrase, in its canonical form ("say", "according to").
        channel: How it reached the article; see `Channel`.
        via: The outlet or agency through which it came ("told Reuters"); null when none is named.
        explained: Whether it is said why an anonymous source is not named; null for other kinds.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end", "kind")

    article_id: str
    start: int
    end: int
    statement_start: int
    statement_end: int
    kind: str
    source: str | None
    source_start: int | None
    source_end: int | None
    cue: str
    channel: str
    via: str | None
    explained: bool | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where a text leaves open who is meant, or says it in two ways.

    Attributes:
        kind: What is open, such as `speaker-never-introduced`: the name of the rule that reports
            it.
        detail: What the rule's message needs to be told, in words.
        others: The other places, most telling first.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("article_id", "start", "end", "kind")

    article_id: str
    start: int
    end: int
    kind: str
    detail: str
    others: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """One article's place in a lineage: the articles that are, as far as is known, one report.

    Attributes:
        lineage_id: The smallest article id of the lineage, joined by what is certain: verified
            copies and credits.
        wide_id: The same with what is uncertain: shared passages whose direction is unknown, one
            agency credited by articles on one story.
        reason: Why it stands in its lineage, or `own`; see `LineageReason`.
        through: The article, agency or outlet by which it does; null when `reason` is `own`.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("lineage_id", "article_id")

    article_id: str
    lineage_id: str
    wide_id: str
    reason: str
    through: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim that several places make: one quotation, or one figure for one thing.

    Attributes:
        claim_id: Article and offsets of its first mention, as `article_id:start-end`.
        kind: `quotation` or `figure`.
        label: What is claimed, for people to read.
        articles: How many articles make it.
        lineages: How many lineages these are.
        primaries: How many sources stand behind it that are told apart.
        fewest: Independent sources when everything uncertain counts as dependence: the size of a
            maximum matching of lineages and primary sources.
        most: The same when everything uncertain counts as independence; `fewest` or more.
        item: The Admiralty Code's number for the item, 1 (confirmed) to 6 (cannot be judged).
        reason: Why that number, as a clause.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("claim_id",)

    claim_id: str
    kind: str
    label: str
    articles: int
    lineages: int
    primaries: int
    fewest: int
    most: int
    item: int
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article makes a claim.

    Attributes:
        primary: Who stands behind it here: a source as in `Attribution.source`; null when nobody
            is told.
        primary_kind: What that is; see `SourceKind`; null when `primary` is.
        event: What makes statements of one source one event, such as a briefing on one day: equal
            for mentions that share a primary event; null when nothing tells.
        via: The outlet or agency through which it came; null when none is named.
    """

    ORDER: ClassVar[tuple[str, ...]] = ("claim_id", "article_id", "start", "end")

    claim_id: str
    article_id: str
    start: int
    end: int
    lineage_id: str
    primary: str | None
    primary_kind: str | None
    event: str | None
    via: str | None
