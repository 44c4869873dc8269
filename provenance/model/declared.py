"""What `rules/` declares: rules and the weights of the score."""

from dataclasses import dataclass

from provenance.model.enums import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as declared in `rules/`: everything but how it looks for its text.

    Attributes:
        rule_id: Three letters of the family and three digits; stable for ever.
        family: The three letters.
        category: What users switch on and off together, such as `share-bar`.
        message: What the editor reads; `{braces}` are filled by the check or with the match.
        why: The reason the rule exists, with its source.
        fix: What the editor can do.
        locale: Language the rule is for; `und` for any.
        check: The check that decides it; null for a text rule, decided by its patterns.
        hits: Examples that must be found. Each is the texts of one small corpus; the first is
            judged, the others are earlier articles of other outlets, each of another day.
        misses: Examples that must stay silent, in the same form.
        one_outlet: Whether the articles of each example are of one outlet instead.
        place: `file:line` of the declaration.
    """

    rule_id: str
    name: str
    family: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    fix: str
    locale: str
    check: str | None
    hits: tuple[tuple[str, ...], ...]
    misses: tuple[tuple[str, ...], ...]
    one_outlet: bool
    since: str
    place: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One part of the score.

    Attributes:
        name: Such as `consistency`.
        families: Rule families whose findings it counts.
        cap: The most points it can take.
    """

    name: str
    families: tuple[str, ...]
    cap: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The score's weights, as declared in `rules/scoring.yaml`.

    Attributes:
        minimum_words: Articles with fewer words outside boilerplate get no score.
        minimum_coverage: Nor do articles of which less than this share of the dimensions' points,
            in percent, could be judged.
        points: Points for the first finding of a rule, by rule id.
        defaults: Points for rules not named in `points`, by severity.
    """

    minimum_words: int
    minimum_coverage: int
    dimensions: tuple[Dimension, ...]
    points: dict[str, int]
    defaults: dict[str, int]
