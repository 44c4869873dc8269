"""Edits that must not raise a score, and those that must not move it.

In: an article as a record with what a check found in it. Out: its text or its record after the
edit, or null where the edit has nothing to do. Whoever wants a better score can make every one
of them in a minute; none of them makes the report any better. What is put in is made up anew for
each article, since a sentence in all of them would be shared text.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Page:
    """An article with what was found in it.

    Attributes:
        record: `id`, `text` and its metadata, as in a file of JSON lines.
        body_start: Where the text after the headline begins.
        credits: Where the article says whose work it carries.
        clauses: Where it says on whose word a statement stands, no point being lost beside it.
    """

    record: Mapping[str, str | None]
    body_start: int = 0
    credits: tuple[Span, ...] = ()
    clauses: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        return self.record["text"] or ""

    def with_text(self, text: str) -> "Page":
        return replace(self, record={**self.record, "text": text})


Edit = Callable[[Page], str | None]

_PLACES = (
    "ferry mill orchard quay bridge dairy chapel meadow sawmill harbour station market".split()
)
_KINDS = "old new small grey narrow quiet wooden upper lower former open nearest".split()
_DOINGS = "faces borders serves joins follows crosses shelters overlooks meets touches".split()
_TIMES = "in spring|before dusk|all summer|after rain|most evenings|at low water|in fog".split("|")
_GIVEN = "Odile Marek Sunniva Teodor Wanda Ragnar Ilka Bastian Fenja Corvin Alma Joris".split()
_FAMILY = "Vanterpol Oxholm Brackel Quillard Ostrava Fennimore Tarbuck Wexcombe Zellner".split()
_POSTS = "a ferry captain|a county clerk|the head of the dairy|a harbour pilot|a teacher".split("|")


def neutral(page: Page) -> str:
    """A paragraph at the end that says nothing of interest."""
    return _appended(page, _paragraph(_chance(page), 4))


def boilerplate(page: Page) -> str:
    """Page furniture at the end: a label, a button, a list of teasers, a notice of rights."""
    chance = _chance(page)
    teasers = "\n".join(_sentence(chance).rstrip(".") for _ in range(2))
    lines = ("Advertisement", "Share this article", f"Related stories\n{teasers}")
    foot = "Sign up for our newsletter\nAll rights reserved."
    return _appended(page, "\n\n".join([*lines, foot]))


def label(page: Page) -> str:
    """One line of page furniture at the end."""
    return _appended(page, "Advertisement")


def named_quotes(page: Page) -> str:
    """Quotations of people who do not exist, each with a name and a post."""
    chance = _chance(page)
    return _appended(page, "\n\n".join(_quotation(chance) for _ in range(3)))


def agency_said(page: Page) -> str:
    """A sentence that leans on an agency without crediting the article to it."""
    told = _sentence(_chance(page)).rstrip(".")
    return _appended(page, f"{told}, according to Reuters.")


def agency_reported(page: Page) -> str:
    """The same with the agency as the one that reports."""
    told = _sentence(_chance(page)).rstrip(".")
    return _appended(page, f"Reuters reported on Tuesday that {told[0].lower()}{told[1:]}.")


def paragraph_twice(page: Page) -> str | None:
    """The longest paragraph stands once more behind itself."""
    found = _longest(page)
    if found is None:
        return None
    start, end = found
    return f"{page.text[:end]}\n\n{page.text[start:]}"


def paragraph_again(page: Page) -> str | None:
    """The longest paragraph stands once more at the end."""
    found = _longest(page)
    return None if found is None else _appended(page, page.text[slice(*found)])


def last_again(page: Page) -> str | None:
    """The last paragraph stands twice."""
    lines = page.text.rstrip().rsplit("\n", 1)
    return _appended(page, lines[-1]) if len(lines) == 2 else None


def without_credits(page: Page) -> str | None:
    """No sentence or line is left that credits somebody with the article."""
    text = page.text
    for start, end in sorted(page.credits, reverse=True):
        text = text[:start] + text[end:].lstrip(" ,.")
    return text if page.credits else None


def without_a_source(page: Page) -> str | None:
    """One statement stands on nobody's word any more."""
    for start, end in page.clauses:
        before, after = page.text[:start], page.text[end:]
        tail = re.match(r"[.](?=\s|$)", after)
        if tail and (stop := re.search(r",([”\"]?) $", before)):
            return f"{before[: stop.start()]}.{stop[1]}{after[1:]}"
        lead = re.match(r"(?: that|,|:)? (?=[A-Za-z])", after)
        if lead and re.search(r"(?:^|[.!?”\"]\s+|\n)$", before):
            rest = after[lead.end() :]
            return before + rest[0].upper() + rest[1:]
    return None


def without_byline(page: Page) -> str | None:
    """The line that names the writer is gone."""
    kept = re.sub(r"(?m)^By [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\n+", "", page.text, count=1)
    return kept if kept != page.text else None


def with_byline(page: Page) -> str:
    """A line that names a writer stands over the story."""
    chance = _chance(page)
    line = f"By {chance.choice(_GIVEN)} {chance.choice(_FAMILY)}\n\n"
    head, body = page.text[: page.body_start], page.text[page.body_start :]
    space = len(body) - len(body.lstrip())
    return head + body[:space] + line + body[space:]


def straight(page: Page) -> str | None:
    """Quotation marks and apostrophes as on a typewriter."""
    return _changed(page, page.text.translate(str.maketrans("“”‘’", "\"\"''")))


def curly(page: Page) -> str | None:
    """Quotation marks and apostrophes as in print."""
    text = re.sub(r"(?<![^\s(\[—–“‘\"'])\"(?=\S)", "“", page.text).replace('"', "”")
    text = re.sub(r"(?<![^\s(\[—–“])'(?=\S)", "‘", text).replace("'", "’")
    return _changed(page, text)


def fixed_spaces(page: Page) -> str | None:
    """Every space is one at which no line breaks."""
    return _changed(page, page.text.replace(" ", "\N{NO-BREAK SPACE}"))


def some_fixed_spaces(page: Page) -> str | None:
    """Every fifth space is one at which no line breaks."""
    parts = page.text.split(" ")
    joins = ["\N{NO-BREAK SPACE}" if at % 5 == 0 else " " for at in range(1, len(parts))]
    return _changed(page, "".join(map("".join, zip(parts, [*joins, ""], strict=True))))


def plain_spaces(page: Page) -> str | None:
    """No space is left at which no line breaks."""
    return _changed(page, page.text.replace("\N{NO-BREAK SPACE}", " "))


_SHORT = {
    f"{verb} not": f"{verb}n’t"
    for verb in "do does did is are was were has have had could would should".split()
} | {"will not": "won’t", "cannot": "can’t", "I am": "I’m"}
_SHORT |= {f"{who} are": f"{who}’re" for who in "we they you".split()}
_SHORT |= {f"{who} will": f"{who}’ll" for who in "we they you I he she".split()}
# "Do you have" has no short form.
_LONG = {short: long for long, short in _SHORT.items()} | {
    f"{who}’ve": f"{who} have" for who in "we they you I".split()
}


def contracted(page: Page) -> str | None:
    """Don't for do not, we're for we are."""
    return _changed(page, _replaced(page.text, _SHORT))


def expanded(page: Page) -> str | None:
    """Do not for don't, we are for we're."""
    plain = re.sub(r"(?<=\w)'(?=(?:t|re|ve|ll|m)\b)", "’", page.text)
    text = _replaced(plain, _LONG)
    return text if text != plain else None


NO_HIGHER: dict[str, Edit] = {
    "neutral paragraph at the end": neutral,
    "boilerplate at the end": boilerplate,
    "one ad label at the end": label,
    "invented quotations with names": named_quotes,
    "according to an agency": agency_said,
    "an agency reported": agency_reported,
    "longest paragraph twice": paragraph_twice,
    "longest paragraph again at the end": paragraph_again,
    "last paragraph twice": last_again,
    "credits removed": without_credits,
    "a source deleted": without_a_source,
}
SAME: dict[str, Edit] = {
    "byline in the text removed": without_byline,
    "byline in the text added": with_byline,
    "straight quotation marks": straight,
    "curly quotation marks": curly,
    "fixed spaces": fixed_spaces,
    "some fixed spaces": some_fixed_spaces,
    "plain spaces": plain_spaces,
    "contractions": contracted,
    "no contractions": expanded,
}


def renamed(outlets: Sequence[str]) -> dict[str, str]:
    """Another name for every outlet."""
    return {name: f"Paper {number}" for number, name in enumerate(sorted(set(outlets)), 1)}


def permuted(outlets: Sequence[str]) -> dict[str, str]:
    """The name of the next outlet for every one."""
    names = sorted(set(outlets))
    return dict(zip(names, [*names[1:], *names[:1]], strict=True))


def _chance(page: Page) -> random.Random:
    return random.Random(page.record["id"])


def _appended(page: Page, text: str) -> str:
    return f"{page.text.rstrip()}\n\n{text}\n"


def _paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: random.Random) -> str:
    """A sentence of some twelve words, of which hardly five in a row come twice."""
    kinds, places = chance.sample(_KINDS, 3), chance.sample(_PLACES, 3)
    doing, time = chance.choice(_DOINGS), chance.choice(_TIMES)
    return (
        f"The {kinds[0]} {places[0]} {doing} the {kinds[1]} {places[1]}"
        f" and {time} a {kinds[2]} {places[2]}."
    )


def _quotation(chance: random.Random) -> str:
    said = _sentence(chance).rstrip(".")
    name = f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}"
    return f"“{said},” said {name}, {chance.choice(_POSTS)}."


def _longest(page: Page) -> Span | None:
    """The longest line of the body, of 30 words or more that are no quotation."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", page.text) if m.start() >= page.body_start]
    plain = [span for span in lines if not re.search(r"[“”\"]", page.text[slice(*span)])]
    best = max(plain, key=lambda span: len(page.text[slice(*span)].split()), default=None)
    return best if best and len(page.text[slice(*best)].split()) >= 30 else None


def _changed(page: Page, text: str) -> str | None:
    return text if text != page.text else None


def _replaced(text: str, forms: Mapping[str, str]) -> str:
    """The text with each of the forms in place of its key, a capital kept."""
    keys = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))

    def other(found: re.Match[str]) -> str:
        form = forms.get(found[0]) or forms[found[0][0].lower() + found[0][1:]]
        return found[0][0] + form[1:] if found[0][0].lower() == form[0].lower() else form

    capital = "|".join(re.escape(key[0].upper() + key[1:]) for key in forms)
    return re.sub(rf"\b(?:{keys}|{capital})\b", other, text)
