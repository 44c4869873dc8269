"""What one language calls by several names, compiled from the lexicon `claims`."""

from collections.abc import Mapping
from dataclasses import dataclass

Tables = Mapping[str, Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, repr=False)
class ClaimWords:
    """Words that tell whether two texts are about one thing; build it once a run.

    Attributes:
        nouns: For a noun the one that stands for its class; nouns without one are left out.
        page: Nouns for what a page counts of itself, such as pictures.
        common: Words with capitals that name nothing, folded.
        agencies: For the names that news agencies go by, the one under which they are reported.
    """

    nouns: Mapping[str, str]
    page: frozenset[str]
    common: frozenset[str]
    agencies: Mapping[str, str]

    @classmethod
    def of(cls, lexicons: Mapping[str, Tables], locale: str = "en") -> "ClaimWords":
        """The words of `locale`, from tables by the lexicon's name and locale.

        Agencies are those of the lexicon `credits`; none when there is no such lexicon.

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
        agencies = lexicons.get(f"credits.{locale}", {}).get("agencies", {})
        called = {other: name for name, others in agencies.items() for other in others}
        page, common = (frozenset(tables["words"].get(name, ())) for name in ("page", "common"))
        return cls(nouns, page, common, called)
