"""What `rules/scoring.yaml` declares: every number behind a score, each with its reason.

A `key` is a rule id or what rule ids begin with (`BPL085`, `BPL`); the longest
key that a rule begins with is the one that holds for it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dimension:
    """One part of the score.

    Attributes:
        name: Such as `consistency`.
        weight: The most points it can take; all weights together are 100.
        counts: Keys of the rules whose findings it counts, and which it cannot be judged without.
        why: The reason for the weight.
    """

    name: str
    weight: int
    counts: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Points:
    """What findings of one key cost.

    Attributes:
        key: A rule id or what rule ids begin with.
        points: What the first finding takes; all findings of a key count as repeats of one fault.
        words: Where set, points grow with the words that the findings are about, up to `points`
            at this many, and not with their number; null else.
        why: The reason.
    """

    key: str
    points: int
    words: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A band of scores: those from `least` on, up to the band above."""

    letter: str
    least: int


@dataclass(frozen=True, slots=True)
class Cap:
    """A fault beside which nothing else of an article can make up for it.

    Attributes:
        name: Such as `lifted-text`.
        limit: The most that an article with it can have.
        rules: Keys of the rules that show it; information does not count.
        different: So many different rules must have been found at the least.
        words: They must be about so many words together at the least; null when words do not
            matter.
        why: The reason, as shown to the editor.
    """

    name: str
    limit: int
    rules: tuple[str, ...]
    different: int
    words: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Share:
    """A share of an outlet's units that is told beside its score.

    Attributes:
        name: Such as `uncredited`.
        rules: Keys of the rules of which a unit has a finding to be counted.
        severities: Those of the findings that count.
        why: What it tells.
    """

    name: str
    rules: tuple[str, ...]
    severities: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OutletWeights:
    """How articles roll up to outlets.

    Attributes:
        prior_units: How many units of the whole corpus are mixed into every outlet.
        minimum_units: With fewer units of its own an outlet cannot be judged.
        widest: Nor when its interval is wider than so many points.
        republished: Dimensions in which the republisher of a text answers for it.
        shares: What is told beside the score.
    """

    prior_units: int
    minimum_units: int
    widest: int
    republished: tuple[str, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """Every number behind the scores.

    Attributes:
        minimum_words: Articles with fewer words outside boilerplate get no score.
        minimum_coverage: Nor do articles of which dimensions of less weight than this were judged.
        repeat_share: What each repeat of a fault takes of what the one before took, in percent.
        dimensions: The parts of the score.
        points: What findings cost, each key once.
        defaults: What the first finding of a rule under no key costs, by severity.
        caps: The faults that nothing makes up for.
        grades: Bands of scores, the best first.
        outlets: How articles roll up.
    """

    minimum_words: int
    minimum_coverage: int
    repeat_share: int
    dimensions: tuple[Dimension, ...]
    points: tuple[Points, ...]
    defaults: dict[str, int]
    caps: tuple[Cap, ...]
    grades: tuple[Grade, ...]
    outlets: OutletWeights
