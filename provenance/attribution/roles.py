"""What stands beside a name and says that it is a person's, or what the person is.

In: a story's own words and a candidate in them. Out: whether it is introduced
as a person, and the role as written ("the harbour master", "41, a nurse").
"""

import re

from provenance.attribution.candidates import Candidate
from provenance.attribution.name_words import NameWords

_SPACE = "[^\\S\r\n]"
# What stands between two commas; a full stop within initials or figures does not end it.
_APPOSITION = re.compile(
    rf",{_SPACE}(?P<role>(?:[^,.;:()\n\r–—“”\"\ufdd0]|\.(?=\w)|(?<=\b[A-Z])\."
    r"|(?<=\b(?:Mr|Ms|Dr|St))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen))\.){2,90})"
)
_CLAUSE = re.compile(
    r"\s(?:who|whom|whose|which|that|said|says|told|but|as|is|are|was|were|has|have|had)\b"
)
_COORDINATED = re.compile(r"(?:^|\s)(?:who|whom|whose|which|that|said|says|told|and|but|as)\s")
_HEAD = re.compile(r"\s(?:of|for|in|at|by|with|on|from|to|and|who|that|which|under|since|during)\s")
# "the party's" in front of a role; what may follow it: "a nurse working in".
_OWNER = re.compile(r"^.{1,50}[’']s? ")
_PARTICIPLES = ("ing", "ized", "ised")
_AGE = re.compile(r"\d{1,2}$")
# "(R-Texas)", ", D-Calif.", ", who", "(62)".
_PERSONAL = re.compile(
    rf",?{_SPACE}\(?[RDI]-[A-Z]|,{_SPACE}who(?:se)?\b|{_SPACE}\(\d\d\)|,{_SPACE}\d\d,"
)
_NEXT = re.compile(rf"{_SPACE}([a-z]+)")
_BREAK = re.compile(r"[,.;:()\n“”\"\ufdd0]")
# In front of a name: characters, and words of a role, that are looked at.
_BEFORE = 60
_WORDS_BEFORE = 4
# What stands in front of a role and is none of its words: "naming", "instructed".
_VERBAL = ("ing", "ed")
_ENDS = ',.;:()"“”\ufdd0'
# Words of the noun that says what somebody is, and of one that the lexicon does not know.
_LONGEST_HEAD = 8
_LONGEST_PHRASE = 4
_SMALL = frozenset(
    "of for in at by with on from to and or under as that but so now also what".split()
)


def is_introduced(text: str, each: Candidate, words: NameWords) -> bool:
    """Whether what stands beside several words tells them for a person's name."""
    if _PERSONAL.match(text, each.end) or speaks(text, each, words):
        return True
    if each.parts[0][-1] != "." and any(
        len(part) == 2 and part[1] == "." for part in each.parts[1:-1]
    ):
        return True
    return bool(_before(text, each, words) or _after(text, each, words, loosely=False))


def is_personal(text: str, each: Candidate, words: NameWords) -> bool:
    """Whether one word has an age behind it, or says something: "Brenk, 41,", "Brenk said"."""
    return bool(_PERSONAL.match(text, each.end)) or speaks(text, each, words)


def speaks(text: str, each: Candidate, words: NameWords) -> bool:
    """Whether a verb of speech stands beside the words, and no article in front."""
    before = text[max(0, each.whole - 8) : each.whole].split()
    last = before[-1].lower() if before else ""
    if last in ("the", "a", "an"):
        return False
    verb = _NEXT.match(text, each.end)
    return bool(verb and verb[1] in words.speech) or last in ("said", "says")


def role(text: str, each: Candidate, words: NameWords) -> str | None:
    """What the person is, as written beside this mention; null when nothing says so."""
    return _after(text, each, words, loosely=True) or _before(text, each, words)


def _after(text: str, each: Candidate, words: NameWords, *, loosely: bool) -> str | None:
    """The apposition behind the name; `loosely` any that begins as one does."""
    found = _APPOSITION.match(text, each.end)
    if not found:
        return None
    said = found["role"].strip()
    if _AGE.match(said):
        more = _APPOSITION.match(text, found.end())
        known = _role(more["role"], words, loosely=True) if more else None
        return f"{said}, {known}" if known else said
    return _role(said, words, loosely=loosely)


def _role(said: str, words: NameWords, *, loosely: bool) -> str | None:
    said = _CLAUSE.split(said.strip(), maxsplit=1)[0]
    head = _HEAD.split(f"{_OWNER.sub('', said)} ", maxsplit=1)[0].split()
    if not 0 < len(head) <= _LONGEST_HEAD or not words.finite.isdisjoint(head):
        return None
    ends_in_role = any(
        words.is_role(word) and (not behind or behind.endswith(_PARTICIPLES))
        for word, behind in zip(head, [*head[1:], ""], strict=True)
    )
    return said if ends_in_role or (loosely and _is_phrase(head, words)) else None


def _is_phrase(head: list[str], words: NameWords) -> bool:
    """Whether a few words of one thing begin as what somebody is: "the Vermont independent"."""
    return 1 < len(head) <= _LONGEST_PHRASE and (
        head[0] in words.determiners
        and head[-1].islower()
        and not head[-1].endswith(("s", *_VERBAL))
    )


def _before(text: str, each: Candidate, words: NameWords) -> str | None:
    """The role in front of a name: "spokeswoman Ada Brenk", "the leader of the group, Ada Brenk,".

    Before a comma it holds only when the name has one behind it.
    """
    ahead = text[max(0, each.whole - _BEFORE) : each.whole]
    if ahead.endswith((", ", ",\xa0")):
        between_commas = text[each.end : each.end + 1] in ",.;)"
        return _led_up(ahead[:-2], words) if between_commas else None
    taken: list[str] = []
    for word in reversed(ahead.rpartition("\n")[2].split()[-_WORDS_BEFORE:]):
        if not taken and not (words.is_role(word) or _opens_line(ahead, word, words)):
            return None
        if word.lower() in _SMALL or word in words.finite or word[-1] in _ENDS:
            break
        if word.lower() in words.determiners or word.endswith(_VERBAL) or words.is_small(word):
            break
        taken.append(word)
    return " ".join(reversed(taken)) or None


def _opens_line(ahead: str, word: str, words: NameWords) -> bool:
    """Whether a role has its capital because a sentence begins with it: "Striker Ada Brenk"."""
    before = ahead.rstrip()[: -len(word)].rstrip(" \t\xa0")
    return words.is_role(word.lower()) and (not before or before[-1] in '.!?\n\r”"')


def _led_up(ahead: str, words: NameWords) -> str | None:
    """The role at the end of `ahead`, from the last article or possessive on that makes one."""
    clause = _COORDINATED.split(_BREAK.split(ahead)[-1])[-1].split()
    begins = (
        place
        for place, word in enumerate(clause)
        if word.lower() in words.determiners or word.endswith(("’s", "'s", "s’", "s'"))
    )
    roles = [_role(" ".join(clause[place:]), words, loosely=False) for place in begins]
    return next((each for each in reversed(roles) if each), None)
