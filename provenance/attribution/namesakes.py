"""Whether two names may be those of one person.

Goes in: names of speakers as an article gives them. Comes out: keys to look
others up by. Surnames tell people apart; where both first names are known they
must begin alike, so that "Mike" may be "Michael" but one brother is not the
other. Nobody named may be anybody. It never says that two names are one person.
"""

import re

# A word with a point behind it is a title, an initial or "Jr.".
_WORDS = re.compile(r"[^\W\d_]{2,}+(?!\.)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Before a surname, these belong to it.
_PARTICLES = frozenset(
    "al el bin bint ibn abu van von der den de del della da di do dos du la le st san ter".split()
)
# First names that begin with so many letters in common may be one: "Mike", "Michael".
_ALIKE = 2
# Filed under a name's place: whoever is asked for, and those who are not named.
_ANYBODY, _NOBODY = "*", "?"


def surname(name: str | None) -> str | None:
    """The name by which people are told apart first; null for none.

    >>> surname("Maj. Gen. Ismail al-Varni Jr."), surname("Varni")
    ('varni', 'varni')
    """
    words = [word.casefold() for word in _LETTERS.findall(name or "")]
    return next((word for word in reversed(words) if word not in _SUFFIXES), None)


def filed(name: str | None) -> tuple[str, ...]:
    """The keys under which a name is to be found; see `asked`."""
    last = surname(name)
    if last is None:
        return _ANYBODY, _NOBODY
    return _ANYBODY, last, f"{last}/{_first(name, last)}"


def asked(name: str | None) -> tuple[str, ...]:
    """The keys under which those are filed who may be the same person, each under one of them.

    >>> any(key in filed("Olof Berg") for key in asked("Karin Berg"))
    False
    >>> [any(key in filed(name) for key in asked("Karin Berg")) for name in ("Berg", None)]
    [True, True]
    """
    last = surname(name)
    if last is None:
        return (_ANYBODY,)
    first = _first(name, last)
    return (_NOBODY, f"{last}/{first}", f"{last}/") if first else (_NOBODY, last)


def _first(name: str | None, last: str) -> str:
    """How the first name begins; empty without one."""
    words = (word.casefold() for word in _WORDS.findall(name or ""))
    first = next((word for word in words if word not in _PARTICLES), "")
    return "" if first == last else first[:_ALIKE]
