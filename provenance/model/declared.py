"""What `rules/` declares of a rule. The weights of the score are in `weights.py`."""

from dataclasses import dataclass

from provenance.model.enums import Confidence, Removal, Severity

# The locale of rules for any language.
ANY = "und"


@dataclass(frozen=True, slots=True)
class Example:
    """A small corpus on which a rule is tested.

    Attributes:
        texts: The first is judged; the others are earlier articles, each of another day and, unless
            the rule's examples are of one outlet, each of another outlet.
        at: Where the finding must lie in the first text, as `LINE:COLUMN-LINE:COLUMN`, from 1, the
            end exclusive; null when any place will do.
        also: Other text rules that may find something in the first text as well, although it is
            to be left alone by the rule whose example it is.
        given: As `Article.given`, of the first text's record.
        blank: As `Article.blank`, of the first text's record.
    """

    texts: tuple[str, ...]
    at: str | None = None
    also: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clean:
    """How `provenance clean` takes out what a rule finds.

    Attributes:
        removal: What is taken out.
        replacement: What stands there instead; empty for nothing.
        safe: Whether nobody would miss it, so that it is done without being asked for by name.
    """

    removal: Removal
    replacement: str
    safe: bool


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
        hits: Examples that must be found.
        misses: Examples that must stay silent.
        one_outlet: Whether the articles of each example are of one outlet.
        clean: How what it finds is taken out of a text; null when it is not.
        tags: Words of the pack's author to group rules by.
        links: Where to read more.
        opt_in: Whether it takes part only when a setting names it.
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
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    one_outlet: bool
    since: str
    place: str
    clean: Clean | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    opt_in: bool = False
