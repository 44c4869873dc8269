"""Stories that tell one amount in two units or currencies, and stories with ranges.

Written the way reporters put them, not after the templates; names are invented. Sizes of units
are written down once more here, so that a slip in the rules shows.
"""

import math
from collections.abc import Callable
from random import Random

from generating import Case

TOWNS = ("Tarn", "Orla", "Brenk", "Morrow", "Varn", "Tessel", "Kelby", "Harwen")
# Name, short form and attributive form of two units, and how many of the second make the first.
LENGTHS = (
    (("kilometres", "km", "kilometre"), ("miles", "mi", "mile"), 0.62137),
    (("miles", "mi", "mile"), ("kilometers", "km", "kilometer"), 1.60934),
    (("metres", "m", "metre"), ("feet", "ft", "foot"), 3.28084),
    (("feet", "ft", "foot"), ("meters", "m", "meter"), 0.3048),
    (("inches", "in.", "inch"), ("centimetres", "cm", "centimetre"), 2.54),
    (("centimeters", "cm", "centimeter"), ("inches", "inches", "inch"), 0.393701),
    (("yards", "yards", "yard"), ("metres", "metres", "metre"), 0.9144),
    (("nautical miles", "nautical miles", "nautical-mile"), ("km", "km", "km"), 1.852),
)
ACRES, HECTARES = ("acres", "acres", "acre"), ("hectares", "ha", "hectare")
SQ_MILES = ("square miles", "sq miles", "square-mile")
SQ_KILOMETRES = ("square kilometres", "sq km", "square-kilometre")
SQ_METRES = ("square meters", "sq m", "square-meter")
SQ_FEET = ("square feet", "sq ft", "square-foot")
# The last figure is the factor of the lengths, which a slip takes for that of the areas.
AREAS = (
    (ACRES, HECTARES, 0.404686, 0.62),
    (HECTARES, ACRES, 2.47105, 1.61),
    (SQ_MILES, SQ_KILOMETRES, 2.58999, 1.60934),
    (SQ_KILOMETRES, SQ_MILES, 0.386102, 0.62137),
    (SQ_METRES, SQ_FEET, 10.7639, 3.28084),
    (SQ_FEET, SQ_METRES, 0.092903, 0.3048),
)
MASSES = (
    (("kilograms", "kg", "kilogram"), ("pounds", "lb", "pound"), 2.20462),
    (("pounds", "lbs", "pound"), ("kilos", "kg", "kilo"), 0.453592),
    (("grams", "g", "gram"), ("ounces", "oz", "ounce"), 0.035274),
    (("litres", "litres", "litre"), ("US gallons", "US gallons", "gallon"), 0.264172),
    (("gallons", "gallons", "gallon"), ("liters", "liters", "liter"), 3.78541),
    (("troy ounces", "troy ounces", "troy-ounce"), ("grams", "grams", "gram"), 31.1035),
)
SPEEDS = (
    (("miles per hour", "mph", "mph"), ("kilometers per hour", "km/h", "kph"), 1.60934),
    (("kilometres per hour", "kph", "km/h"), ("miles per hour", "mph", "mph"), 0.62137),
    (("knots", "knots", "knot"), ("kilometres per hour", "km/h", "km/h"), 1.852),
)
# {a} and {b} are figure and unit, {c} and {d} the same in front of a noun.
PLACES = (
    "The wreck lies {a} ({b}) off {town}.",
    "The boy was found some {a} [{b}] from his home in {town}.",
    "The new trail from {town} to the coast is about {a}, or {b}, long.",
    "A {c} ({d}) tunnel is to be dug beneath {town}.",
    "{town} is {a} — about {b} — from the sea.",
    "The lava had come to within {a} ({b}) of {town} by Friday.",
    "They drifted for {a} - roughly {b} - before a trawler near {town} saw them.",
    "The pit at {town}, {a} ({b}) deep, filled within a week.",
    "It was measured at {s} ({t}), the {town} museum said.",
    "The ditch, more than {a} ({b}) in length, was dug by hand.",
    "Up to {a} ({b}) of it is under water, said a farmer in {town}.",
    "The height, {a}, is equivalent to {b}.",
    "The course in {town} measures {s}/{t}.",
    "From {town} it is another {a}, that is {b}, to the pass.",
    "The record stands at {a} (or {b}).",
)
THINGS = (
    "The load weighed {a} ({b}), police in {town} said.",
    "Divers brought up {a} ({b}) of it near {town}.",
    "A shipment of {a}, or {b}, was held at {town}.",
    "Almost {a} ({b}) were stolen from the depot in {town}.",
    "The {town} plant used {a} — {b} — last winter.",
    "The tank holds {s} ({t}).",
    "Each box weighed about {a} ({b}).",
    "The thieves left {a} [{b}] behind in {town}.",
)
GROUNDS = (
    "The fire has burnt {a} ({b}) near {town}.",
    "The estate at {town} covers {a}, or {b}.",
    "A {c} ({d}) park is planned for {town}.",
    "About {a} ({b}) of marsh were drained.",
    "The island, some {a} ({b}) in size, lies off {town}.",
    "It covers {s} ({t}), the council of {town} said.",
    "The spill spread over {a} — roughly {b} — on Monday.",
)
RUSHES = (
    "The gusts over {town} reached {a} ({b}).",
    "She was clocked at {s} ({t}) outside {town}.",
    "The limit on the {town} road is {a}, or {b}.",
    "The train passes {town} at more than {a} ({b}).",
    "Winds of up to {a} [{b}] tore roofs off in {town}.",
)
WARMTHS = (
    "It was {a} ({b}) in {town} at noon.",
    "{town} woke to {a} ({b}) on Sunday.",
    "The water off {town} is at {a}, or {b}.",
    "Readings of {a} [{b}] were taken at {town}.",
    "At {a} ({b}), it was the hottest day in {town} since 1976.",
)
CHANGES = (
    "The {town} panel expects a warming of {a} ({b}) by 2100.",
    "Summers in {town} are now {a} ({b}) warmer than a century ago.",
    "The lake at {town} has warmed by {a} ({b}) since the survey began.",
    "It reported a rise of {a} ({b}) over thirty years.",
)
RANGES = (
    "The crater is between {l} and {h} {u} ({m} to {k} {v}) wide.",
    "Hail fell over {l} to {h} {u} ({m} to {k} {v}) near {town}.",
    "The pipe lies {l}-{h} {u} ({m}-{k} {v}) down.",
)


def unit_conversion(chance: Random) -> Case:
    """Lengths, areas, weights, speeds, temperatures, heights of people, ranges."""
    makers = (_length, _area, _mass, _speed, _warmth, _change, _person, _span, _tonnes, _time)
    return chance.choice(makers)(chance)


def currency_rates(chance: Random) -> Case:
    """A price and another one, at one rate."""
    rate = chance.uniform(1.1, 1.9)
    sign, other = chance.choice((("£", "${}m"), ("€", "${}m"), ("€", "£{}m")))
    first, second = chance.randint(20, 400), chance.randint(20, 400)
    line = chance.choice(
        (
            "The {town} bridge cost {s}{p}m ({q}). Its ramps took another {s}{r}m ({t}).",
            "They paid {s}{p}m ({q}) for the {town} mill, and {s}{r}m ({t}) for its machines.",
            "The club in {town} owes {s}{p}m ({q}).\nIts stand was built for {s}{r}m, or {t}.",
            "The fund of {s}{p}m, or about {q}, is spent.\n\n{town} asked for {s}{r}m ({t}) more.",
            "It lent {s}{p}m [{q}] to {town}. The mayor said {s}{r}m [{t}] would have been enough.",
        )
    )
    town, slip = chance.choice(TOWNS), chance.choice((1 / rate, rate * 1.35, rate / 10, rate * 10))

    def story(digits: int, factor: float) -> str:
        shown = other.format(_digits(first * rate, digits)), _digits(second * factor, digits)
        return line.format(
            town=town, s=sign, p=first, q=shown[0], r=second, t=other.format(shown[1])
        )

    return Case(story(4, rate), story(2, rate), story(4, slip))


def reversed_range(chance: Random) -> Case:
    """Numbers of people and things that are only roughly known."""
    low = chance.randint(2, 40) * chance.choice((1, 10, 100))
    high = low + math.ceil(low * chance.uniform(0.2, 3))
    line = chance.choice(
        (
            "Between {l} and {h} people stood outside the {town} court.",
            "The {town} council wants to plant between {l} and {h} trees.",
            "He reckons that between {l} and {h} tonnes of grit are needed in {town}.",
            "Repairs in {town} will take between {l} and {h} days.",
            "The mill at {town} employs between {l} and {h} workers.",
            "Between {l} and {h} per cent of households in {town} own a boat.",
            "Tickets are sold at between ${l} and ${h}.",
            "The herd near {town} numbers from {l} to {h} animals.",
            "The walk to {town} is between {l} and {h} kilometres long.",
            "Between {l} and {h} inches of snow fell on {town}.",
            "Repairs in {town} take {l} to {h} weeks.",
            "The camp in {town} serves {l} to {h} children a day.",
            "Prices in {town} range from ${l} to ${h}.",
            "The boats of {town} weigh from {l} to {h} tonnes.",
            "Police in {town} put the crowd at between {l} and {h} people.",
            "Anywhere from {l} to {h} houses in {town} are empty.",
            "A room in {town} costs ${l} to ${h} a night.",
            "Estimates for {town} range from {l} to {h} dead.",
        )
    )
    town = chance.choice(TOWNS)
    right = line.format(l=_grouped(low), h=_grouped(high), town=town)
    rounded = line.format(l=f"about {_grouped(low)}", h=_grouped(high), town=town)
    wrong = line.format(l=_grouped(high), h=_grouped(low), town=town)
    return Case(right, rounded, wrong)


def _length(chance: Random) -> Case:
    one, other, factor = chance.choice(LENGTHS)
    value = chance.choice((chance.randint(3, 99), chance.randint(100, 900), _tenths(chance)))
    slips = [1 / factor, factor * 10, factor / 10, factor * 1.4]
    return _case(chance, PLACES, (one, other, factor), value, slips)


def _area(chance: Random) -> Case:
    one, other, factor, linear = chance.choice(AREAS)
    value = chance.choice((chance.randint(3, 99), chance.randint(100, 9000)))
    return _case(chance, GROUNDS, (one, other, factor), value, [linear, 1 / factor, factor * 10])


def _mass(chance: Random) -> Case:
    one, other, factor = chance.choice(MASSES)
    value = chance.choice((chance.randint(3, 99), chance.randint(100, 9000), _tenths(chance)))
    return _case(
        chance, THINGS, (one, other, factor), value, [1 / factor, factor * 10, factor / 10]
    )


def _speed(chance: Random) -> Case:
    one, other, factor = chance.choice(SPEEDS)
    slips = [1 / factor, factor * 1.5, factor / 10]
    return _case(chance, RUSHES, (one, other, factor), chance.randint(15, 220), slips)


def _case(
    chance: Random,
    lines: tuple[str, ...],
    units: tuple[tuple[str, str, str], tuple[str, str, str], float],
    value: float,
    slips: list[float],
) -> Case:
    """One line with the true factor, with fewer digits, and with one of the slips."""
    line, town = chance.choice(lines), chance.choice(TOWNS)
    one, other, factor = units
    slip = chance.choice([slip for slip in slips if not 0.7 < slip / factor < 1.35])

    def story(digits: int, times: float) -> str:
        told, again = _grouped(value), _digits(value * times, digits)
        return line.format(
            town=town,
            a=f"{told} {one[0]}",
            b=f"{again} {other[0]}",
            c=f"{told}-{one[2]}",
            d=f"{again}-{other[2]}",
            s=f"{told} {one[1]}",
            t=f"{again} {other[1]}",
        )

    return Case(story(3, factor), story(2, factor), story(3, slip))


def _warmth(chance: Random) -> Case:
    """A temperature; the slip forgets the 32 degrees, or adds them twice."""
    celsius = chance.randint(-25, 45)
    line, town = chance.choice(WARMTHS), chance.choice(TOWNS)
    true = celsius * 9 / 5 + 32
    slip = chance.choice((true + 32, true - 32 if abs(celsius) > 8 else true + 40, true + 20))
    marks = chance.choice(
        (("C", "F"), (" degrees Celsius", " degrees Fahrenheit"), ("°C", "°F"), (" C", " F"))
    )

    def story(value: str) -> str:
        return line.format(town=town, a=f"{celsius}{marks[0]}", b=f"{value}{marks[1]}")

    return Case(story(f"{true:.1f}"), story(f"{true:.0f}"), story(f"{slip:.0f}"))


def _change(chance: Random) -> Case:
    """A difference of temperatures; the slip converts it as a temperature."""
    celsius = chance.choice((1, 1.5, 2, 3, 4, 0.8, 2.5))
    line, town = chance.choice(CHANGES), chance.choice(TOWNS)

    def story(value: float, digits: int) -> str:
        return line.format(town=town, a=f"{celsius}C", b=f"{value:.{digits}f}F")

    true = celsius * 9 / 5
    return Case(story(true, 2), story(true, 1), story(true + 32, 1))


def _person(chance: Random) -> Case:
    """Somebody's height or weight, in two parts."""
    if chance.random() < 0.5:
        feet, inches = chance.choice((5, 6)), chance.randint(1, 11)
        metres = feet * 0.3048 + inches * 0.0254
        told = chance.choice(
            ("{}ft {}in", "{} ft {} in", "{} feet {} inches", "{} foot {}", "{}ft {}")
        )
        told, unit = told.format(feet, inches), "m"
    else:
        feet, inches = chance.randint(8, 20), chance.randint(1, 13)
        metres = feet * 6.35029 + inches * 0.453592
        told = chance.choice(("{} stone {}", "{} stone {} lb", "{} stone {} pounds", "{}st {}lb"))
        told, unit = told.format(feet, inches), "kg"
    line = chance.choice(
        (
            "The suspect is said to be {a} ({b}).",
            "At {a} ({b}), she stood out in {town}.",
            "He left {town} at {a} ({b}) and came back thinner.",
        )
    )
    town, digits = chance.choice(TOWNS), 2 if unit == "m" else 1

    def story(value: float, digits: int) -> str:
        return line.format(town=town, a=told, b=f"{value:.{digits}f}{unit}")

    wrong = metres * chance.choice((1.25, 0.8, 2.2))
    return Case(story(metres, digits), story(metres, digits - 1), story(wrong, digits))


def _span(chance: Random) -> Case:
    """A range in two units."""
    one, other, factor = chance.choice(LENGTHS[:6])
    low = chance.randint(3, 60)
    high = low + chance.randint(5, 60)
    line, town = chance.choice(RANGES), chance.choice(TOWNS)

    def story(digits: int, times: float) -> str:
        ends = _digits(low * times, digits), _digits(high * times, digits)
        return line.format(town=town, l=low, h=high, u=one[0], m=ends[0], k=ends[1], v=other[0])

    return Case(story(3, factor), story(2, factor), story(3, 1 / factor))


def _tonnes(chance: Random) -> Case:
    """Millions of barrels, thousands of tonnes."""
    one, other, factor = chance.choice(
        (
            ("barrels", "gallons", 42.0),
            ("barrels", "litres", 158.987),
            ("tonnes", "tons", 1.10231),
            ("acres", "hectares", 0.404686),
        )
    )
    value = chance.randint(11, 99) / 10
    line = chance.choice(
        (
            "The {town} field gave {p} million {u} ({q} million {v}) last year.",
            "Some {p} million {u}, or {q} million {v}, were lost near {town}.",
            "It sold more than {p} million {u} ({q} million {v}).",
        )
    )
    town = chance.choice(TOWNS)

    def story(digits: int, times: float) -> str:
        return line.format(town=town, p=value, u=one, q=_digits(value * times, digits), v=other)

    return Case(
        story(3, factor), story(2, factor), story(3, factor * chance.choice((1.6, 0.1, 10)))
    )


def _time(chance: Random) -> Case:
    """Hours and minutes."""
    hours = chance.choice((1.5, 2.5, 3.5, 2, 3, 4, 1.75, 2.25))
    line = chance.choice(
        (
            "The crossing to {town} takes {m} minutes ({h} hours).",
            "They queued for {h} hours ({m} minutes) in {town}.",
        )
    )
    town = chance.choice(TOWNS)

    def story(minutes: float, shown: float) -> str:
        return line.format(town=town, m=f"{minutes:.0f}", h=f"{shown:g}")

    near = story(hours * 60 + chance.choice((-2, 2)), hours)
    return Case(story(hours * 60, hours), near, story(hours * 100, hours))


def _tenths(chance: Random) -> float:
    return chance.randint(21, 99) / 10


def _digits(value: float, digits: int) -> str:
    """The value with so many significant digits, as a newspaper writes it."""
    places = digits - 1 - math.floor(math.log10(value))
    rounded = round(value, places)
    return _grouped(int(rounded)) if places <= 0 else f"{rounded:.{places}f}"


def _grouped(value: float) -> str:
    return f"{value:,}"


KINDS: dict[str, Callable[[Random], Case]] = {
    "unit-conversion": unit_conversion,
    "currency-rates": currency_rates,
    "reversed-range": reversed_range,
}
