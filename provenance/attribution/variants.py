"""Several forms of one name, found in a text.

In: groups of forms, each beginning with a capital. Out: for each group the
forms that a text uses, with the first place of each. Nothing is judged.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Span = tuple[int, int]

# Capitals on both sides: the line is set in capitals, and a word in it may be an ordinary one.
_BEFORE = 40
_SHORT = 3
_SHOUTED = re.compile(r"\W+[A-Z]{2,}(?!\w)")


@dataclass(frozen=True, slots=True, repr=False)
class Variants:
    """Groups of forms of one name.

    Attributes:
        groups: The group of each form; null for names that hold a form and are no variant.
        pattern: Any form, as a whole word.
    """

    groups: Mapping[str, str | None]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]], owned: Iterable[str]) -> "Variants":
        """The groups of `table`; `owned` are names in which a form is no variant."""
        groups: dict[str, str | None] = dict.fromkeys(owned)
        groups |= {form: group for group, forms in table.items() for form in forms}
        forms = sorted(groups, key=lambda form: (-len(form), form))
        # No look behind in front, which would cost the search its first letters.
        return cls(groups, re.compile(rf"(?:{'|'.join(map(re.escape, forms))})(?!\w)"))

    def found(self, text: str) -> dict[str, dict[str, Span]]:
        """For each group the forms that `text` uses, with their first places, in order. Linear."""
        groups: dict[str, dict[str, Span]] = {}
        for match in self.pattern.finditer(text):
            group, form = self.groups[match[0]], match[0]
            if group is None or form in groups.get(group, ()) or _is_within(text, *match.span()):
                continue
            groups.setdefault(group, {})[form] = match.span()
        return groups


def _is_within(text: str, start: int, end: int) -> bool:
    """Whether a form is part of a longer word or name, or an ordinary word in capitals."""
    before = text[start - 1 : start] if start else ""
    if before.isalnum() or before in (".", "@", "#", "/", "_"):
        return True
    *ahead, word = [""] * 2 + text[max(0, start - _BEFORE) : start].split()
    begins = not ahead[-1] or ahead[-1][-1] in '.!?:”"'
    if word[:1].isupper() and word.isalpha() and len(word) > _SHORT and not begins:
        return True  # "Priorities USA"
    loud = len(word) > 1 and word.isupper() and text[start:end].isupper()
    return loud and _SHOUTED.match(text, end) is not None
