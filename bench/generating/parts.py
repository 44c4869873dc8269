"""Stories about parts and wholes: sums, shares, rates, averages, lists and ranks.

Written the way reporters put them, not after the templates; names are invented.
"""

import math
from collections.abc import Callable, Sequence
from random import Random

from generating import Case

WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
TOWNS = ("Tarn", "Orla", "Brenk", "Morrow", "Varn", "Tessel", "Kelby", "Harwen")
PARTIES = ("Labour", "the Greens", "the Liberals", "the Farmers", "the Unionists")
SPEAKERS = ("police", "the mayor", "officials", "the coroner", "the union")


def sum_of_parts(chance: Random) -> Case:
    """Men and women, seats and parties, sums of money, answers to a poll."""
    make = chance.choice((_people, _people, _seats, _money, _poll))
    return make(chance)


def part_above_whole(chance: Random) -> Case:
    """Members of a council, people in an accident."""
    whole = chance.randint(4, 60)
    part, over = chance.randint(2, whole), whole + chance.randint(1, 9)
    town, who = chance.choice(TOWNS), chance.choice(("councillors", "members", "deputies"))
    line = chance.choice(
        (
            "{p} of the {w} {who} voted for the plan, the {town} council said.",
            "The plan was backed by {p} of its {w} {who}, a clerk in {town} said.",
            "In {town}, {p} of {w} {who} stayed away from the meeting.",
            "{p} out of the {w} {who} of the {town} council signed the letter.",
            "A landslide near {town} killed {w} people, including {p} children.",
            "The ferry to {town} sank with {w} passengers, among them {p} students.",
            "A bus with {w} people on board, {p} of them tourists, left the road near {town}.",
            "{w} workers, {p} of whom were women, were laid off at the {town} mill.",
            "Of the {w} {who} in {town}, {p} of them voted no.",
            "{p} members of the {w}-member {town} council resigned on Monday.",
            "The {w} guests in {town} included {p} children.",
            "Among the {w} dead in {town} were {p} children.",
            "Of the {w} homes in {town}, {p} were destroyed.",
            "Police in {town} arrested {w} protesters, including {p} women.",
            "Letters went to all of its {w} {who}; {p} of the {w} {who} answered.",
        )
    )
    right, wrong = (line.format(p=_n(n, chance), w=whole, who=who, town=town) for n in (part, over))
    loose = line.format(p=f"at least {part}", w=whole, who=who, town=town)
    return Case(_cap(right), _cap(loose), _cap(wrong))


def percent_of_count(chance: Random) -> Case:
    """A part, its whole and their percentage."""
    whole = chance.randint(8, 400)
    part = chance.randint(1, whole - 1)
    share = 100 * part / whole
    if chance.random() < 0.3:
        part = whole // 4 + 1
        whole, share = 4 * part, 25.0
    digits = chance.choice((0, 0, 1))
    percent = chance.choice(("%", " percent", " per cent"))
    off = chance.choice((-1, 1)) * chance.randint(3, 12)
    wrong = share + off if 1 < share + off < 99 else share - off
    town, what = chance.choice(TOWNS), chance.choice(("homes", "schools", "patients", "workers"))
    line = chance.choice(
        (
            "Inspectors in {town} failed {p} of {w} ({s}) {what}.",
            "In {town}, {p} of the {w} {what}, or {s}, were checked.",
            "The survey covered {s} ({p} of {w}) of the {what} in {town}.",
            "{p} of the {w} {what} in {town} ({s}) had no heating, the report said.",
            "Only {s} of the {w} {what} in {town}, or {p}, took part.",
            "Of the {w} {what} on the list, {p}, or {s}, were visited in {town} last year.",
            "Of {w} {what} surveyed, {p} ({s}) had a complaint.",
            "{p} out of {w} {what} – {s} – were found to be at risk in {town}.",
            "{p}, or {s}, of the {w} {what} in {town} were moved.",
            "The fault was found in {p} ({s}) of {w} {what}, the {town} office said.",
            "By Friday {p} out of the {w} {what} in {town} ({s}) had been reached.",
            "That is {s}, or {p} of the {w} {what} on the list, {town} officials said.",
            "The list for {town} had {w} {what}, of which {p}, or {s}, were closed.",
            "{town} has {w} {what}, and {p} of them, {s}, are new.",
            "In {town}, {s} of the {w} {what} - {p} in total - were checked.",
        )
    )

    def told(value: float, places: int) -> str:
        shown = f"{value:.{places}f}{percent}"
        return line.format(p=part, w=whole, s=shown, town=town, what=what)

    exact = next(k for k in range(8) if k == 7 or round(share, k) == share)
    right = told(share, min(exact, 2))
    return Case(_cap(right), _cap(told(share, digits)), _cap(told(wrong, digits)))


def rate_times_count(chance: Random) -> Case:
    """A price for each, how many, and what they came to."""
    count, rate = chance.randint(2, 40), chance.choice((3, 5, 8, 10, 12, 15, 25, 40, 75, 120))
    total, what = count * rate, chance.choice(("tickets", "chairs", "lamps", "books", "bikes"))
    sign, unit = chance.choice((("$", ""), ("£", ""), ("", " dollars"), ("€", "")))
    line = chance.choice(
        (
            "She bought {n} {what} at {r} each, for {t}.",
            "The club sold {n} {what} at {r} each for a total of {t}.",
            "He paid {t} for {n} {what} at {r} apiece.",
            "The school ordered {n} {what} at {r} each, {t} in all.",
            "{n} {what} at {r} each came to {t}, the receipt shows.",
            "The town took {n} {what} for {r} apiece, or {t} altogether.",
            "Visitors bought {n} {what} costing {r} each, raising {t}.",
            "They spent {t} on {n} {what} at {r} each.",
            "The firm pays {n} workers {r} each, a total of {t}.",
            "At {r} each, {n} {what} cost {t}.",
            "At {r} apiece for {n} {what}, the bill was {t}.",
            "The firm pays {n} workers {r} an hour, {t} an hour in all.",
            "It charges {r} a person for {n} persons, {t} in total.",
            "The {t} was shared among {n} winners, who got {r} each.",
            "Each of the {n} winners got {r}, a total of {t}.",
            "He was fined {r} for each of the {n} lapses, a total of {t}.",
            "{n} {what} at {r} each cost them {t}.",
            "The firm ordered {n} {what} costing {r} each, a deal worth {t}.",
        )
    )

    def told(price: float, sum_: float) -> str:
        money = [f"{sign}{_amount(value)}{unit}" for value in (price, sum_)]
        return _cap(line.format(n=_n(count, chance), what=what, r=money[0], t=money[1]))

    off = max(round(total * chance.uniform(0.08, 0.4)), 1) * chance.choice((-1, 1))
    cents = rate + 0.99
    return Case(told(rate, total), told(cents, round(count * cents, 2)), told(rate, total + off))


def impossible_average(chance: Random) -> Case:
    """Averages of whole things over a few."""
    count = chance.randint(3, 9)
    digits = 1 if count < 7 and chance.random() < 0.5 else 2
    unit = 10**digits
    reached = {math.floor(k / count * unit + 0.5) / unit for k in range(12 * count)}
    reached |= {math.ceil(k / count * unit - 0.5) / unit for k in range(12 * count)}
    every = {k / unit for k in range(2 * unit, 9 * unit)}
    possible = sorted(value for value in reached if 2 < value < 9 and value % 1)
    missing = sorted(every - reached)
    what = chance.choice(("books", "siblings", "goals", "dogs", "visits", "calls"))
    line = chance.choice(
        (
            "There was an average of {m} {what} among the {n} children.",
            "The {n} families had an average of {m} {what}.",
            "The {n} players averaged {m} {what} each.",
            "Among the {n} children the average was {m} {what}.",
            "An average of {m} {what} was counted across {n} classes.",
            "On average the {n} teachers had {m} {what}.",
            "The {n} pupils counted {m} {what} each on average.",
            "The mean number of {what} was {m} for the {n} homes.",
            "She averaged {m} {what} a game in {n} games.",
            "He had {m} {what} per match over {n} matches on average.",
            "Each of the {n} clubs has {m} {what} on average.",
            "In {n} games she scored an average of {m} goals.",
        )
    )
    exact = [value for value in possible if abs(value * count - round(value * count)) < 1e-9]

    def told(values: Sequence[float]) -> str:
        mean = f"{chance.choice(values):.{digits}f}"
        return _cap(line.format(m=mean, n=_n(count, chance), what=what))

    return Case(told(exact or possible), told(possible), told(missing or [possible[0] + 0.5]))


def count_of_list(chance: Random) -> Case:
    """Years, names behind a colon, and headlines over numbered lists."""
    return chance.choice((_years, _names, _headline))(chance)


def rank_clash(chance: Random) -> Case:
    """One town or firm with two ranks."""
    name, land = chance.sample(TOWNS, 2)
    noun = chance.choice(("city", "port", "employer", "island", "bank"))
    order = chance.sample(("second", "third", "fourth", "fifth", "sixth"), 2)
    plain = chance.random() < 0.2  # the largest
    first = chance.choice(
        (
            "{name}, {land}'s {rank}-largest {noun}, was without power on Monday.",
            "Power failed in {name}, the {rank}-largest {noun} in {land}.",
            "{name} is the {rank} largest {noun} in {land}.",
            "Trains to {land}'s {rank}-largest {noun}, {name}, were late.",
        )
    )
    second = chance.choice(
        (
            "{name} is the {rank}-largest {noun} in {land}.",
            "As {land}'s {rank}-largest {noun}, {name} has two stations.",
            "Officials in {name}, {land}'s {rank}-biggest {noun}, gave no reason.",
            "{name}, the {rank} biggest {noun} in {land}, is used to storms.",
            "{name} remains {land}'s {rank}-largest {noun}.",
        )
    )
    middle = " Repairs went on through the night. "

    def told(one: str, other: str) -> str:
        start = first.format(name=name, land=land, noun=noun, rank=one)
        start = start.replace(f"{order[0]}-", "").replace(f"{order[0]} ", "") if plain else start
        end = second.format(name=name, land=land, noun=noun, rank=other)
        if plain and other == order[0]:
            end = end.replace(f"{other}-", "").replace(f"{other} ", "")
        return start + middle + end

    third = chance.choice([town for town in TOWNS if town not in (name, land)])
    other_land = first.format(name=name, land=land, noun=noun, rank=order[0])
    other_land += middle + second.format(name=name, land=third, noun=noun, rank=order[1])
    return Case(told(order[0], order[0]), other_land, told(*order))


def _people(chance: Random) -> Case:
    one, two = chance.randint(2, 30), chance.randint(2, 30)
    pair = chance.choice((("men", "women"), ("boys", "girls"), ("adults", "children")))
    line = chance.choice(
        (
            "{t} people, {a} {x} and {b} {y}, were killed when the dam broke.",
            "The blast killed {t}: {a} {x} and {b} {y}.",
            "{a} {x} and {b} {y}, {t} in all, were brought ashore, {s} said.",
            "Rescuers found {a} {x} and {b} {y}, a total of {t} people.",
            "The dead, {t} in number, were {a} {x} and {b} {y}.",
            "{t} people ({a} {x} and {b} {y}) were taken to hospital.",
            "{t} people – {a} {x} and {b} {y} – were freed on Friday.",
            "The group was made up of {t} hikers: {a} {x} and {b} {y}.",
            "Of the {t} people on board, {a} were {x} and {b} were {y}.",
            "A panel of {t} people, comprising {a} {x} and {b} {y}, heard the case.",
            "{s} said {t} people had died: {a} {x} and {b} {y}.",
            "{a} {x} and {b} {y} were found, making {t} altogether.",
        )
    )
    off, speaker = chance.choice((-2, -1, 1, 2, 3)), chance.choice(SPEAKERS)

    def told(total: str) -> str:
        values = {"a": _n(one, chance), "b": _n(two, chance), "x": pair[0], "y": pair[1]}
        return _cap(line.format(t=total, s=speaker, **values))

    total = one + two
    return Case(
        told(_n(total, chance)),
        told(f"about {total + (total > 10)}"),
        told(_n(total + off, chance)),
    )


def _seats(chance: Random) -> Case:
    one, two, three = (chance.randint(3, 40) for _ in range(3))
    parties = chance.sample(PARTIES, 3)
    line = chance.choice(
        (
            "Of the {t} seats, {a} went to {x}, {b} to {y} and the remaining {c} to {z}.",
            "Of its {t} seats, {a} are held by {x}, {b} by {y} and the other {c} by {z}.",
            "{cx} won {a} of the {t} seats, {y} took {b} and {z} the remaining {c}.",
            "{t} seats were filled: {a} by {x}, {b} by {y} and {c} by {z}.",
            "{cx} took {a} seats, {y} took {b} and {z} took {c}, a total of {t}.",
            "{cx} won {a} seats, {y} {b} seats and {z} {c} seats, {t} in all.",
            "Of the {t} seats, {a} were won by {x}, {b} by {y}, and the remaining {c} by {z}.",
            "There are {t} seats: {a} for {x}, {b} for {y} and {c} for {z}.",
        )
    )
    off = chance.choice((-3, -2, -1, 1, 2, 4))
    names = {"x": parties[0], "y": parties[1], "z": parties[2], "cx": _cap(parties[0])}

    def told(total: str, last: int) -> str:
        return line.format(t=total, a=one, b=two, c=last, **names)

    total = one + two + three
    return Case(
        told(str(total), three), told(f"about {total + 1}", three), told(str(total + off), three)
    )


def _money(chance: Random) -> Case:
    one, two = (chance.randint(11, 90) / 10 for _ in range(2))
    things = chance.sample(("roads", "schools", "bridges", "parks", "buses"), 2)
    line = chance.choice(
        (
            "It set aside ${a} million for {x} and ${b} million for {y}, a total of ${t} million.",
            "The package is worth ${t} million: ${a} million for {x} and ${b} million for {y}.",
            "It spent ${a} million on {x} and ${b} million on {y}, ${t} million in all.",
            "Of the ${t} million, ${a} million is for {x} and the remaining ${b} million for {y}.",
            "The council will spend ${t} million – ${a} million on {x} and ${b} million on {y}.",
            "It will cost ${t} million, with ${a} million from {x} and ${b} million from {y}.",
        )
    )

    def told(total: float) -> str:
        return line.format(t=f"{total:.1f}", a=one, b=two, x=things[0], y=things[1])

    off = chance.choice((-1, 1)) * max(round((one + two) * chance.uniform(0.1, 0.3), 1), 0.3)
    return Case(told(one + two), told(one + two + 0.1), told(one + two + off))


def _poll(chance: Random) -> Case:
    yes, no = chance.randint(35, 55), chance.randint(20, 38)
    rest = 100 - yes - no
    percent = chance.choice(("%", " percent", " per cent"))
    line = chance.choice(
        (
            "In the poll, {a}{p} said yes, {b}{p} said no and {c}{p} were undecided.",
            "The survey found {a}{p} in favour and {b}{p} opposed, with {c}{p} undecided.",
            "{a}{p} approve of the mayor, {b}{p} disapprove and {c}{p} have no opinion.",
            "{a}{p} of voters support the plan while {b}{p} oppose it and {c}{p} are not sure.",
            "Asked about the port, {a}{p} were for it, {b}{p} against and {c}{p} did not know.",
            "{a}{p} said they would vote yes, {b}{p} no, and {c}{p} were unsure.",
        )
    )
    off = chance.choice((-9, -7, -5, 4, 6, 9))

    def told(last: int) -> str:
        return line.format(a=yes, b=no, c=last, p=percent)

    return Case(
        told(rest),
        told(rest + chance.choice((-1, 1))),
        told(rest + off if rest + off > 0 else rest + 9),
    )


def _years(chance: Random) -> Case:
    count = chance.randint(3, 5)
    years = sorted(chance.sample(range(1985, 2020), count + 1))
    what = chance.choice(("tours", "titles", "terms", "seasons", "elections"))
    line = chance.choice(
        (
            "She led {n} {what} in {l}.",
            "The team had {n} good {what}, in {l}.",
            "He took part in {n} {what} in {l}, his family said.",
            "There were {n} {what} in {l}.",
        )
    )

    def told(listed: Sequence[int], comma: str = "") -> str:
        row = f"{', '.join(map(str, listed[:-1]))}{comma} and {listed[-1]}"
        return line.format(n=_n(count, chance), what=what, l=row)

    wrong = years if chance.random() < 0.5 or count == 3 else years[:-2]
    return Case(told(years[:-1]), told(years[:-1], ","), told(wrong))


def _names(chance: Random) -> Case:
    count = chance.randint(3, 5)
    towns = chance.sample(TOWNS, count + 1)
    line = chance.choice(
        (
            "The storm cut off {n} towns: {l}.",
            "The league has {n} main rivals: {l}.",
            "Trains stop at {n} stations: {l}.",
            "The water was turned off in {n} places: {l}.",
            "{n} cities are on the list: {l}.",
            "The {n} towns, {l}, were cut off.",
            "{n} towns - {l} - were cut off.",
            "The storm cut off {n} towns, {l}.",
        )
    )

    def told(listed: Sequence[str], comma: str = "") -> str:
        row = f"{', '.join(listed[:-1])}{comma} and {listed[-1]}"
        return _cap(line.format(n=_n(count, chance), l=row))

    wrong = towns if chance.random() < 0.5 or count == 3 else towns[:-2]
    return Case(told(towns[:-1]), told(towns[:-1], ","), told(wrong))


def _headline(chance: Random) -> Case:
    count = chance.randint(4, 12)
    what = chance.choice(("things to know about", "reasons to visit", "tips for", "facts about"))
    head = f"{count} {what} {chance.choice(TOWNS)}"
    mark = chance.choice(("{}. ", "{}) ", "• ", "- "))

    def told(listed: int, blank: str = "\n") -> str:
        items = [
            f"{mark.format(k)}The {_n(k, chance)} stop is by the river."
            for k in range(1, listed + 1)
        ]
        return f"{head}\n\n" + blank.join(items) + "\n"

    return Case(told(count), told(count, "\n\n"), told(count + chance.choice((-1, 1))))


def _n(value: int, chance: Random) -> str:
    """The number in words where newspapers would, and sometimes in digits all the same."""
    return (
        WORDS[value] if value < len(WORDS) and (value < 10 or chance.random() < 0.3) else str(value)
    )


def _amount(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


KINDS: dict[str, Callable[[Random], Case]] = {
    "sum-of-parts": sum_of_parts,
    "part-above-whole": part_above_whole,
    "percent-of-count": percent_of_count,
    "rate-times-count": rate_times_count,
    "impossible-average": impossible_average,
    "count-of-list": count_of_list,
    "rank-clash": rank_clash,
}
