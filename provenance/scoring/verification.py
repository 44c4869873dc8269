"""What came of recomputing the scores of a report: data only."""

from dataclasses import dataclass

from provenance.scoring.differences import Difference


@dataclass(frozen=True, slots=True)
class Recount:
    """One table that a report derives, recomputed.

    Attributes:
        noun: What its rows are, such as `score`.
        rows: How many there are.
        unlike: Those that came out otherwise: what each is about, and where it differs.
    """

    noun: str
    rows: int
    unlike: tuple[tuple[str, tuple[Difference, ...]], ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """A report, recomputed.

    Attributes:
        place: The report.
        version: Of the program that made it.
        recounts: Its tables, in the order in which they are derived.
        weights: Where its weights are not those of this program. That is no fault: the scores are
            recomputed by the weights of the report.
    """

    place: str
    version: str
    recounts: tuple[Recount, ...]
    weights: tuple[Difference, ...]

    @property
    def holds(self) -> bool:
        """Whether everything came out as it is stated."""
        return not any(each.unlike for each in self.recounts)
