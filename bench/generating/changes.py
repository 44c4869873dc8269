"""Stories that tell a change, a multiple or a fraction: right, right by rounding, or not right.

What a story says in figures is worked out here from unrounded values, in plain arithmetic that
shares nothing with the program.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from generating import Case


@dataclass(frozen=True, slots=True)
class Amount:
    """A way to write amounts.

    Attributes:
        low, high: The range of its values.
        decimals: How many are shown.
        before, behind: What is written around the number.
        topic: What grows or shrinks.
        grouped: True when thousands are set off by commas.
    """

    low: float
    high: float
    decimals: int
    before: str
    behind: str
    topic: str
    grouped: bool = True

    def write(self, value: float) -> str:
        digits = f"{value:,.{self.decimals}f}" if self.grouped else f"{value:.{self.decimals}f}"
        return f"{self.before}{digits}{self.behind}"

    def shown(self, value: float) -> float:
        return round(value, self.decimals)


AMOUNTS = (
    Amount(110, 980, 0, "", " members", "membership of the rowing club"),
    Amount(1_100, 9_800, 0, "", " visitors", "attendance at the lido"),
    Amount(12_100, 98_000, 0, "", "", "the number of passengers"),
    Amount(1.5, 9.5, 1, "$", " million", "revenue at the brewery"),
    Amount(12, 95, 1, "£", "m", "turnover at the shipyard"),
    Amount(1.2, 8.8, 2, "€", " billion", "the group's order book"),
    Amount(21, 940, 0, "", " tonnes", "the herring catch"),
    Amount(11, 99, 1, "", " million dollars", "sales at the mill"),
    Amount(4.2, 99, 2, "$", "", "the price of a season ticket"),
    Amount(120, 990, 0, "", "", "the number of burglaries"),
)
PER_CENT = ("%", " percent", " per cent")

# {T} topic, {new} and {old} amounts, {p} the percentage, {up} "rose", {noun} "rise", {side} "up".
CHANGES = (
    "The company said {T} {up} {p} to {new} from {old}.",
    "In the year to March {T} {up} by {p}, from {old} to {new}, the council said.",
    "{T} {up} from {old} to {new}, {a} {p} {noun}.",
    "{T} {up} to {new} last year from {old}, or {p}.",
    "{T} stood at {new}, {side} {p} from {old} a year earlier.",
    "{T} was {new}, compared with {old} in the previous year, a {noun} of {p}.",
    "{T} came to {new} ({side} {p} from {old}).",
    "Figures show a {noun} of {p} in {topic}, from {old} to {new}.",
    "{T} went from {old} to {new}, {a} {noun} of {p}, according to the report.",
    "There was {a} {p} {noun} in {topic}, to {new} from {old}.",
    "The board put {topic} at {new}, {side} {p} on last year's {old}.",
    "{T} {up} from {old} to {new} ({p}) between 2014 and 2015.",
    "{T} {up} {p} in the three months to June, to {new} from {old} in the same period of 2016.",
    "{T} reached {new} against {old} the year before, {a} {noun} of {p}.",
    "At {new}, {topic} was {p} {than} the {old} of 2011.",
    "{T} was {old} in 2014 and {new} in 2015, {a} {noun} of {p}.",
    "In 2014 {topic} was {old}; by 2016 it was {new}, {a} {p} {noun}.",
    "{T}, which stood at {old} a decade ago, has since {done} {p} to {new}.",
    "{T} {up} {p}, from {old} to {new}.",
)
WAYS = (
    {"up": ("rose", "climbed", "grew", "jumped", "increased"), "done": ("risen", "grown"),
     "noun": ("rise", "increase", "jump"),
     "side": ("up",), "than": ("higher than", "more than")},
    {"up": ("fell", "dropped", "declined", "slipped", "shrank"), "done": ("fallen",),
     "noun": ("fall", "decline"),
     "side": ("down",), "than": ("lower than", "less than")},
)  # fmt: skip


def percent_change(chance: Random) -> Case:
    kind = chance.choice(AMOUNTS)
    phrase = chance.choice(CHANGES)
    rises = chance.random() < 0.6
    words = {name: chance.choice(items) for name, items in WAYS[not rises].items()}
    sign = chance.choice(PER_CENT)
    decimals = chance.choice((0, 0, 1))
    old = chance.uniform(kind.low, kind.high)
    new = old * (1 + (1 if rises else -1) * chance.uniform(0.06, 0.85))
    from_shown = abs(kind.shown(new) / kind.shown(old) - 1) * 100
    unrounded = abs(new / old - 1) * 100 if kind.decimals else from_shown
    off = chance.choice((-1, 1)) * (max(4.0, 0.25 * from_shown) + 100 * room(kind, old, new))
    wrong = from_shown + off if from_shown + off > 1 else from_shown - off

    def tell(percent: float) -> str:
        shown = f"{percent:.{decimals}f}{sign}"
        return sentence(phrase, kind, old, new, {**words, "p": shown, "a": article(shown)})

    cut = int(from_shown * 10**decimals) / 10**decimals
    return Case(tell(from_shown), tell(chance.choice((unrounded, cut))), tell(wrong))


def room(kind: Amount, old: float, new: float) -> float:
    """How far the ratio may be off because amounts are shown rounded."""
    if not kind.decimals and not kind.behind.startswith(" tonnes"):
        return 0.0
    half = 0.5 * 10**-kind.decimals
    return new / old * (half / old + half / new) * 1.5


def sentence(phrase: str, kind: Amount, old: float, new: float, words: dict[str, str]) -> str:
    topic = kind.topic
    filled = phrase.format(
        T=topic[0].upper() + topic[1:],
        topic=topic,
        old=kind.write(old),
        new=kind.write(new),
        **words,
    )
    return filled[0].upper() + filled[1:]


def article(number: str) -> str:
    return "an" if number.startswith(("8", "11 ", "11%", "11.", "18")) else "a"


POINTS = (
    "{T} rose {d} to {new}{s} from {old}{s}.",
    "{T} rose from {old}{s} to {new}{s}, an increase of {d}.",
    "{T} was {new}{s}, up {d} from {old}{s} in May.",
    "{T} climbed by {d} from {old}{s} to {new}{s}, the ministry said.",
    "{T} went from {old}{s} to {new}{s}, a rise of {d}.",
    "The survey put {topic} at {new}{s}, compared with {old}{s} a year ago, a rise of {d}.",
    "There was a rise of {d} in {topic}, to {new}{s} from {old}{s}.",
    "{T} increased from {old}{s} to {new}{s}, up {d}.",
    "{T} stood at {new}{s} (up {d} from {old}{s}).",
    "In May {topic} was {old}{s}; by June it was {new}{s}, a rise of {d}.",
)
RATES = ("the jobless rate", "support for the mayor", "turnout in the valley", "the vacancy rate")


def percentage_point(chance: Random) -> Case:
    decimals = chance.choice((0, 1, 1))
    step = 10**-decimals
    old = round(chance.uniform(4, 40), decimals)
    gain = round(chance.uniform(3, 20), decimals)
    phrase, topic, sign = chance.choice(POINTS), chance.choice(RATES), chance.choice(PER_CENT)

    def tell(told: float, unit: str) -> str:
        return phrase.format(
            T=topic[0].upper() + topic[1:],
            topic=topic,
            s=sign,
            d=f"{told:.{decimals}f}{unit}",
            old=f"{old:.{decimals}f}",
            new=f"{old + gain:.{decimals}f}",
        )

    points = chance.choice((" percentage points", " points", " percentage points"))
    relative = 100 * gain / old
    slack = 1.5 * 100 * step / old * (1 + (old + gain) / old)
    confused = abs(relative - gain) > max(3.0, slack)
    wrong = tell(gain, sign) if confused else tell(gain + 4 * step + 2, points)
    return Case(tell(gain, points), tell(gain + chance.choice((-step, 0, step)), points), wrong)


MULTIPLES = (
    "{T} {verb} to {new} from {old}.",
    "{T} {verb} from {old} to {new} in two years.",
    "{T} more than {verb} to {new} last year from {old}, the union said.",
    "{T} nearly {verb}, from {old} to {new}.",
    "{T} came to {new}, {times} the {old} of 2009.",
    "{T} reached {new}, {times} as much as the {old} of the year before.",
    "{T} saw a {fold} increase to {new} from {old}.",
    "{T} rose {fold}, from {old} to {new}, over the decade.",
    "{T} has {verb} since 2010, from {old} to {new}.",
    "{T} almost {verb} to {new}, compared with {old} a year earlier.",
    "{T} was {new}, {times} as much as in the north, which had {old}.",
    "Last year {topic} was {old}; this year it is {new}, {times} as much.",
)
NAMES = {
    2: ("doubled", "twice", "twofold"),
    3: ("tripled", "three times", "threefold"),
    4: ("quadrupled", "four times", "fourfold"),
    5: ("quintupled", "five times", "fivefold"),
}


def multiple(chance: Random) -> Case:
    kind, phrase = chance.choice(AMOUNTS), chance.choice(MULTIPLES)
    by = chance.choice((2, 2, 2, 3, 3, 4, 5))
    old = chance.uniform(kind.low, kind.high)
    verb, times, fold = NAMES[by]
    words = {"verb": verb, "times": times, "fold": fold}
    low, high = (1.0, 1.12) if "more than" in phrase else (0.92, 1.08)
    if "nearly" in phrase or "almost" in phrase:
        low, high = 0.9, 1.0
    exact = (low + high) / 2
    worse = chance.choice((0.55, 0.65)) if by < 3 or low >= 1 else chance.choice((0.6, 1.7))

    def tell(factor: float) -> str:
        return sentence(phrase, kind, old, old * by * factor, words)

    return Case(tell(exact), tell(chance.uniform(low + 0.005, high - 0.005)), tell(worse))


SHARES = {
    1 / 2: "half", 1 / 3: "a third", 2 / 3: "two-thirds", 1 / 4: "a quarter",
    3 / 4: "three-quarters", 1 / 5: "a fifth", 1 / 10: "a tenth",
}  # fmt: skip
IN_WORDS = {1 / 5: "one in five", 1 / 4: "one in four", 3 / 4: "three out of four",
            1 / 3: "one in three", 1 / 10: "one in 10", 2 / 3: "two out of three"}  # fmt: skip
FRACTIONS = (
    "{S} of the {whole} {who}, or {part}, signed the petition.",
    "{part}, or {s} of the {whole} {who}, signed the petition.",
    "Of the {whole} {who} who were asked, {part}, or {s}, signed the petition.",
    "{S} of the {whole} {who} ({part} in all) signed the petition.",
    "{part} of the {whole} {who}, or {s}, signed the petition.",
    "The petition was signed by {part} of the {whole} {who} ({s}).",
    "{S} of the {whole} {who}, {part} people, signed the petition.",
    "{S} of the {whole} {who}, {part} in all, signed the petition.",
    "The {whole} {who} included {part} women, {s} of the total.",
)
PERCENTS = (
    "{S} ({p}) of the {who} signed the petition.",
    "{S} of the {who}, or {p}, signed the petition.",
    "About the petition {s} of the {who} ({p}) had heard before.",
    "{S}, or {p}, signed the petition.",
    "{p}, or {s}, of the {who} signed the petition.",
    "{S} of {who} polled ({p}) were in favour.",
)
PEOPLE = ("workers", "farmers", "students", "residents")


def fraction(chance: Random) -> Case:
    share = chance.choice(list(SHARES))
    words = SHARES[share]
    if share in IN_WORDS and chance.random() < 0.25:
        words = IN_WORDS[share]
    who = chance.choice(PEOPLE)
    counts = chance.random() < 0.5 and words == SHARES[share]
    phrase = chance.choice(FRACTIONS if counts else PERCENTS)
    base = 60 * chance.randint(2, 60)
    sign = chance.choice(PER_CENT)

    def tell(value: float, whole: int) -> str:
        filled = phrase.format(
            S=words[0].upper() + words[1:],
            s=words,
            who=who,
            whole=f"{whole:,}",
            part=f"{round(value * whole):,}",
            p=f"{100 * value:.0f}{sign}",
        )
        return filled[0].upper() + filled[1:]

    off = share + chance.choice((-1, 1)) * max(0.07, 0.3 * share)
    off = off if 0.02 < off < 1 else share + 0.1
    near = share * chance.uniform(0.985, 1.015)
    return Case(tell(share, base), tell(near, base + chance.randint(1, 30)), tell(off, base))


KINDS: dict[str, Callable[[Random], Case]] = {
    "percent-change": percent_change,
    "percentage-point": percentage_point,
    "multiple": multiple,
    "fraction-of-count": fraction,
}
