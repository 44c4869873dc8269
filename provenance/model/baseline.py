"""An entry of the baseline, which accepts findings, and what became of it in a run."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Reach(StrEnum):
    """Where an entry accepts what it describes: in one article, or in every one."""

    ARTICLE = "article"
    CORPUS = "corpus"


Key = tuple[Reach, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that were accepted.

    Attributes:
        fingerprint: The sixteen digits of `Finding.fingerprint`; of an entry for the whole corpus
            those of `gate.everywhere`.
        rule: The rule's id; with the digits it decides. `article` and `text` are for people.
        scope: Where it holds.
        article: What the article is known by, as from `gate.keys`; empty for the whole corpus.
        text: The beginning of the words it is about, on one line; empty when there are none.
        count: How many findings of these digits it accepts, 1 or more; null for any number, as an
            entry for the whole corpus does.
        reason: Why, in the words of who accepted it; null when nothing was said.
        until: The last day on which it holds; null for ever.
        rule_digest: What the rule did when this was accepted, as from `gate.behaviour`.
    """

    fingerprint: str
    rule: str
    scope: Reach
    article: str
    text: str
    count: int | None
    reason: str | None
    until: date | None
    rule_digest: str

    @property
    def key(self) -> Key:
        """What tells it from other entries."""
        return self.scope, self.fingerprint

    def is_in_force(self, today: date) -> bool:
        """Whether it accepts anything on that day."""
        return self.until is None or today <= self.until


class Fate(StrEnum):
    """What became of an entry in a run.

    `HELD`: it accepts as many findings as it says. `FEWER`: it accepts some of these. `DEAD`: there
    is nothing left that it would accept. `EXPIRED`: its last day is over. `UNSEEN`: it accepted
    nothing, and the run did not look where it could have.
    """

    HELD = "held"
    FEWER = "fewer"
    DEAD = "dead"
    EXPIRED = "expired"
    UNSEEN = "unseen"


@dataclass(frozen=True, slots=True)
class Fared:
    """An entry and what became of it.

    Attributes:
        found: How many findings it accepts, or would if it had not expired.
    """

    entry: Entry
    fate: Fate
    found: int
