"""What one language calls by several names, compiled from the lexicon `claims`."""

from collections.abc import Mapping
from dataclasses import dataclass

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, repr=False)
class ClaimWords:
    """Words that tell whether two texts are about one thing; build it once a run.

    Attributes:
        nouns: For a noun the one that stands for its class; nouns without one are left out.
        common: Words with capitals that name nothing, folded.
    """

    nouns: Mapping[str, str]
    common: frozenset[str]

    @classmethod
    def of(cls, lexicons: Mapping[str, Tables], locale: str = "en") -> "ClaimWords":
        """The words of `locale`, from tables by the lexicon's name and locale.

        Raises:
            ValueError: The lexicon or a table is missing; the message begins with its key.
        """
        key = f"claims.{locale}"
        if key not in lexicons:
            raise ValueError(f"{key}: there is no such lexicon")
        tables = lexicons[key]
        if missing := {"nouns", "words"} - tables.keys():
            raise ValueError(f"{key}: there is no table `{min(missing)}`")
        nouns = {noun: head for head, others in tables["nouns"].items() for noun in others}
        return cls(nouns, frozenset(tables["words"].get("common", ())))
