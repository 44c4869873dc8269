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
    "{w}'s fire at {t} ({m} {d}, {y}) left six people without a home.",
    "A man was charged {w}, {s} {d}, {y}, with setting fire to {t}.",
    "FILE - In this {w}, {m} {d}, {y}, photo, workers clear {t}.",
    "The sale of {t} takes effect {w} ({m} {d}, {y}).",
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
    "She was last seen on {0}, and her coat was found on {1}.",
    "The sale was put off from {0}, to {1}, for want of bids.",
    "Visitation is {0}. The burial is {1}.",
    "The choir sings in Tarn ({0}) and in Orla ({1}).",
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
    "The pool is open from June 1 to {0}.",
    "The judge ruled on {0} that the mill must close.",
    "Rain is rare between May 4 and {0}, farmers say.",
    "The attack of {0} killed five.",
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
            f"{chance.randrange(32, 40)} {_MONTHS[month - 1]} {year}",
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
    "Shortly after {0} on Sunday, a wall gave way.",
    "From noon to {0} yesterday two men sat on the roof of the mill.",
    "The call came in at {0} Friday, dispatchers said.",
    "Polls close at {0} today.",
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
            f"{chance.randrange(24, 29)}:{chance.randrange(1, 60):02}",
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
    "{n} was arrested in {0} and released in {1}.",
    "The ferry was launched in {0} and sank in {1}.",
    "{n} ruled the valley from {0} until his death in {1}.",
    "{n} was the poet of the valley, {0}-{1}.",
    "The ban was imposed in {0} and lifted in {1}.",
    "The {0}-{1} war emptied the valley.",
    "The mill opened in {0} and went bankrupt in {1}.",
)


_PAST = (
    "{n} was elected in {0}.",
    "The mill was founded in {0}, and burned down a year later.",
    "{n} retired in {0} after a long career.",
    "The ferry sank in March {0}, a court was told.",
    "{n} died on May 4, {0}, at home.",
    "In {0}, the council sold the mill.",
    "{n} has lived in Tarn since {0}.",
    "The novel was published in {0} by a small press.",
    "The bridge, which was built in {0}, carried trams.",
    "In June {0}, {n} won the cup again.",
    "The bank failed in {0}.",
    "{n} married in {0} and moved to Orla.",
    "During {0}, prices fell by half.",
)


def implausible_year(chance: Random) -> Case:
    """Two digits changed over, or one of them mistyped; rounded is a plan for a far year."""
    line, name = chance.choice(_PAST), chance.choice(_NAMES)
    year = chance.randrange(2010, 2020)
    wrong = chance.choice(
        (f"21{year % 10}{chance.randrange(10)}", f"2{chance.choice('3456789')}{year % 100}")
    )
    plan = f"The valley will be under water by {chance.randrange(2061, 2200)}, a forecast says."
    return Case(line.format(year, n=name), plan, line.format(wrong, n=name))


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
    "{n}, {a}, died in {e}. {p} was born in {b}.",
    "{n} was born in {b} and lived to be {a}, dying in {e}.",
    "{p} died in {e} at the age of {a}. Born in {b}, {q} grew up by the sea.",
    "{n} ({b}-{e}) died aged {a}.",
    "{n} was {a} when {q} left Tarn in {e}. {p} was born in {b}.",
    "{n}, who was {a} when {q} died in {e}, was born in {b}.",
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
    "The {h}-year reign of the old duke, from {0} to {1}, was a quiet one.",
    "From {0} to {1}, {n} led a {h}-year effort to drain the marsh.",
    "Elected in {0}, {n} left office in {1} after {c} years.",
    "{n} was the mayor from {0} to {1}, serving {c} years.",
    "The {h}-year search ran from {0} to {1} and found nothing.",
    "The mill was in use from {0} until {1}, {c} years in all.",
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
    "The trial began on {0} and ended {c} days later, on {1}.",
    "He was shot on {0} and died {c} days later on {1}.",
    "She was charged on {1}, {c} days after the {0} fire.",
    "{C} days before the {1} vote, on {0}, the files were lost.",
    "The jury went out on {0} and came back on {1}, {c} days later.",
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
    "implausible-year": implausible_year,
    "reversed-years": reversed_years,
    "age-and-birth-year": age_and_birth_year,
    "duration-and-years": duration_and_years,
    "date-chain": date_chain,
}
