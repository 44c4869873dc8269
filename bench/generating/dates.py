"""Stories about dates: weekdays, days, times, years, ages, spans and chains.

What is "right only by rounding" here is what counting allows: the other way to write a date, both
ends of a span counted, a birthday that has not come, "about" before a span.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from generating import Case

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NAMES = ("Ida Holm", "Marek Tolan", "Ruth Abara", "Osei Lind", "Clara Venn", "Tomas Reyl")
_THINGS = ("the harbour bridge", "a grain ship", "the town archive", "the old mill", "a bakery")

# {w} weekday, {d} day, {o} day with its ending, {m} month, {s} month cut short, {y} year
_WITH_YEAR = (
    "{t} burned down on {w}, {d} {m} {y}, the fire service said.",
    "On {w}, {m} {d}, {y}, the owners closed {t} without a word.",
    "The vote on {t} was put off until {w}, {s} {d}, {y}.",
    "The town sold {t} on {w}, the {o} of {m} {y}, for a token sum.",
    "It was late on {w} {d} {m} {y} when divers reached {t}.",
    "Repairs to {t} ended on {d} {m} {y}, a {w}, under a clear sky.",
    "{m} {d}, {y}, was a {w}, and {t} stood empty.",
    "The hearing about {t} ({w}, {m} {o}, {y}) drew forty people.",
    "Inspectors looked at {t} on {w} morning, {m} {d}, {y}, and found nothing.",
    "Witnesses last saw {t} whole on {w}, the {o} {m} {y}.",
    "{w}, {d} {m} {y}: {t} opens its doors to the public.",
    "Since {w}, {s} {o}, {y}, nobody has set foot in {t}.",
)


def weekday_of_date(chance: Random) -> Case:
    day = date(1925, 1, 1) + timedelta(chance.randrange(36_000))
    one, other = chance.sample(_WITH_YEAR, 2)
    thing = chance.choice(_THINGS)
    off = (day.weekday() + chance.randrange(1, 7)) % 7
    return Case(
        _dated(one, day, day.weekday(), thing),
        _dated(other, day, day.weekday(), thing),
        _dated(one, day, off, thing),
    )


_TWO = (
    "The fair opens on {0} and closes on {1}.",
    "Shops shut early on {0}. They will do so again on {1}, the guild said.",
    "Rain fell on {0}, and it did not stop until {1}, when the wind turned.",
    "The first hearing is on {0}, the second on {1}.",
    "Anglers may fish from {0} to {1}, the park said.",
    "Ballots go out on {0}. The count begins on {1}.",
    "A ship was seen off Tarn on {0}; by {1} it had gone.",
    "The club meets on {0}. Members vote on {1} whether to go on.",
)
_DAY_FORMS = ("{w}, {m} {d}", "{w} {d} {m}", "{w}, {d} {m}", "{w}, {s} {d}", "{w}, the {o} of {m}")


def weekdays_of_one_year(chance: Random) -> Case:
    first = date(chance.randrange(1990, 2025), chance.randrange(1, 10), chance.randrange(1, 29))
    last = first + timedelta(chance.randrange(3, 70))
    form, line = chance.choice(_DAY_FORMS), chance.choice(_TWO)
    # Six of these days off is another kind of year when a leap day may lie between.
    off = (last.weekday() + chance.randrange(2, 6)) % 7
    begin, end = _dated(form, first, first.weekday()), _dated(form, last, last.weekday())
    winter = date(first.year, 12, 20) + timedelta(chance.randrange(10))
    january = winter + timedelta(chance.randrange(14, 24))
    turn = (_dated(form, each, each.weekday()) for each in (winter, january))
    return Case(
        line.format(begin, end),
        line.format(*turn),
        line.format(begin, _dated(form, last, off)),
    )


_LATE = (
    "The lease runs out on {0}, the landlord said.",
    "All claims must be filed by {0}.",
    "She left Tarn on {0}, and never came back.",
    "The pier has been shut since {0}, a notice says.",
    "Nobody was on duty on {0}, records show.",
    "The works will go on until {0}.",
    "The letter is dated {0} and bears no name.",
    "Sales begin on {0} at noon.",
)


def impossible_date(chance: Random) -> Case:
    line, year = chance.choice(_LATE), chance.randrange(1950, 2030)
    month = chance.choice((2, 4, 6, 9, 11))
    last = 30 if month != 2 else 28
    leap = year - year % 4
    wrong = chance.choice(
        (
            f"{last + 1} {_MONTHS[month - 1]} {leap + 1}",
            f"{_MONTHS[month - 1]} {last + 1}, {leap + 1}",
            f"{_SHORT[month - 1]} {last + 1}, {leap + 2}",
            f"the {_ordinal(last + 1)} of {_MONTHS[month - 1]} {leap + 1}",
            f"{_MONTHS[month - 1]} {last + 3}"
            if last == 28
            else f"{_MONTHS[month - 1]} {last + 1}",
            f"{_ordinal(31)} {_MONTHS[month - 1]}",
            f"{last + 1}/{month}/{leap + 1}",
        )
    )
    return Case(
        line.format(f"{last} {_MONTHS[month - 1]} {year}"),
        line.format(f"29 February {leap}"),
        line.format(wrong),
    )


_CLOCK = (
    "The doors open at {0} and the first speaker follows.",
    "The ferry leaves at {0} on Tuesday.",
    "Police were called at {0} yesterday, a spokesman said.",
    "The mayor spoke until {0} local time.",
    "The power went out at {0} GMT in three towns.",
    "Trains stopped from {0} in the evening.",
    "By {0} on Friday the fire was out.",
    "The council met at about {0} on Monday.",
)


def impossible_time(chance: Random) -> Case:
    line, hour, minute = chance.choice(_CLOCK), chance.randrange(1, 13), chance.randrange(60)
    wrong = chance.choice(
        (
            f"{hour}:{chance.randrange(60, 100)}",
            f"{chance.randrange(13, 24)}:{chance.randrange(60, 100)}",
            f"{hour}:{chance.randrange(60, 100)} {chance.choice(('am', 'pm', 'a.m.', 'p.m.'))}",
            f"{chance.randrange(13, 24)}:{minute:02} {chance.choice(('a.m.', 'pm'))}",
            f"{chance.randrange(13, 24)} {chance.choice(('a.m.', 'p.m.'))}",
        )
    )
    half = chance.choice(("am", "pm", "a.m.", "p.m."))
    return Case(
        line.format(f"{hour}:{minute:02} {half}"),
        line.format(f"{chance.randrange(24)}:{minute:02}"),
        line.format(wrong),
    )


_PERIODS = (
    "{n} led the port authority from {0} to {1}.",
    "Between {0} and {1}, the herd grew by half.",
    "The painter {n} ({0}-{1}) never sold a picture.",
    "From {0} until {1} the mill stood idle, and nobody asked why.",
    "{n} was born in {0} and died in {1}.",
    "The works ran from early {0} to late {1}, at a loss.",
    "Prices doubled between {0} and {1}, the bank found.",
    "In the years {0}–{1} no ship called at Tarn.",
    "A study that ran from March {0} through May {1} found no harm.",
    "{n} ({0} – {1}) wrote nine plays.",
    "The line was built from {0} to {1} by convicts.",
)


def reversed_years(chance: Random) -> Case:
    line, name = chance.choice(_PERIODS), chance.choice(_NAMES)
    first = chance.randrange(1900, 1980)
    last = first + chance.randrange(1, 45)
    return Case(
        line.format(first, last, n=name),
        line.format(first, first + 1, n=name),
        line.format(last, first, n=name),
    )


_LIVES = (
    "Born in {b}, {n} was {a} when the port was sold in {e}.",
    "{n} was born in {b} in Tarn. {p} died in {e}, aged {a}.",
    "{n}, who was born in {b}, died in {e} at the age of {a}.",
    "{n}, born on 3 May {b}, died in {e} aged {a}.",
    "In {e}, at the age of {a}, {n}, born in {b}, took over the mill.",
    "{n}, born in {b}, became mayor in {e} at {a}.",
    "{n} was born in {b}. In {e}, when {q} was {a}, the family moved to Tarn.",
    "{n} was born on a farm in {b}. {p} was {a} years old when the war began in {e}.",
    "Born in March {b}, {n} turned {a} in {e}.",
    "{n} was born in {b} and died in {e} at age {a}.",
)


def age_and_birth_year(chance: Random) -> Case:
    line, name = chance.choice(_LIVES), chance.choice(_NAMES)
    birth, age = chance.randrange(1880, 1975), chance.randrange(18, 90)
    wrong = age + chance.choice((-10, -7, -5, -3, 3, 4, 8, 10))
    pronouns = chance.choice((("He", "he"), ("She", "she")))
    values = {"b": birth, "e": birth + age, "n": name, "p": pronouns[0], "q": pronouns[1]}
    return Case(
        line.format(a=age, **values),
        line.format(a=age - 1, **values),
        line.format(a=wrong, **values),
    )


_SPANS = (
    "{n} chaired the union from {0} to {1}, a {h}-year term.",
    "The strike lasted {c} years, from {0} to {1}, and ruined the yard.",
    "The kiln was built in {0} and {c} years later, in {1}, it was torn down.",
    "For {c} years, from {0} to {1}, no ship called at Tarn.",
    "{n} spent {c} years in prison, from {0} until {1}.",
    "During the {c} years between {0} and {1}, the herd doubled.",
    "{n} served a {h}-year term from {0} to {1}.",
    "The drought began in {0} and ended in {1}, after {c} years.",
    "Between {0} and {1}, a period of {c} years, the lake shrank.",
    "{n} joined the bank in {0} and left in {1}, {c} years later.",
    "His {h}-year reign ({0}-{1}) was a quiet one.",
)


def duration_and_years(chance: Random) -> Case:
    line, name = chance.choice(_SPANS), chance.choice(_NAMES)
    first, years = chance.randrange(1900, 2000), chance.randrange(3, 20)

    def told(number: int) -> str:
        words = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
        return line.format(first, first + years, c=words, h=words, n=name)

    far = years + chance.choice((3, 4, 6, 10))
    return Case(told(years), told(years + chance.choice((-1, 1))), told(far))


_CHAINS = (
    "The strike began on {0}. {C} days later, on {1}, the yard reopened.",
    "On {0} the dam gave way, and {c} days later, on {1}, the river was back in its bed.",
    "{C} days after the vote on {0}, the count began on {1}.",
    "The letter came on {1}, {c} days after the {0} fire.",
    "She left Tarn on {0} and was found on {1}, {c} days later.",
    "On {1}, {c} days after the talks of {0}, both sides met again.",
    "The ship was seen on {0}. On {1}, {c} days later, it was gone.",
)
_BY_NAME = (
    "{C} days after {0}'s storm, on {1}, the lights came back.",
    "On {1}, {c} days after {0}'s vote, the count began.",
    "The storm came on {0}. {C} days later, on {1}, the lights were back.",
    "The dam broke on {0}, and {c} days later, on {1}, the water was gone.",
)


def date_chain(chance: Random) -> Case:
    first = date(2001, 3, 1) + timedelta(chance.randrange(300))
    days = chance.randrange(2, 7)
    wrong = days + chance.choice((1, 2, 3) if days < 4 else (-2, -1, 1))
    last = first + timedelta(days)
    if chance.random() < 0.4:
        line = chance.choice(_BY_NAME)
        names = _DAYS[first.weekday()], _DAYS[last.weekday()]
    else:
        form, line = chance.choice(("{m} {d}", "{d} {m}", "{s} {d}")), chance.choice(_CHAINS)
        names = _dated(form, first, 0), _dated(form, last, 0)
    return Case(*(_chain(line, names, each) for each in (days, days, wrong)))


def _chain(line: str, names: tuple[str, str], days: int) -> str:
    word = _NUMBERS[days]
    return line.format(*names, c=word, C=word.capitalize())


def _dated(line: str, day: date, weekday: int, thing: str = "") -> str:
    text = line.format(
        w=_DAYS[weekday],
        d=day.day,
        o=_ordinal(day.day),
        m=_MONTHS[day.month - 1],
        s=_SHORT[day.month - 1],
        y=day.year,
        t=thing,
    )
    return text[0].upper() + text[1:]


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number < 14 else ending}"


KINDS: dict[str, Callable[[Random], Case]] = {
    "weekday-of-date": weekday_of_date,
    "weekdays-of-one-year": weekdays_of_one_year,
    "impossible-date": impossible_date,
    "impossible-time": impossible_time,
    "reversed-years": reversed_years,
    "age-and-birth-year": age_and_birth_year,
    "duration-and-years": duration_and_years,
    "date-chain": date_chain,
}
