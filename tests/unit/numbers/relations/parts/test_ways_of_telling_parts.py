"""Ways in which reporters tell parts and wholes, each read in three versions.

A bracket holds what stands in the right version, in one that is right by rounding, and in one
that does not fit. They were written without a look at the templates.
"""

import re

import pytest

WORDING = re.compile(r"\[([^][|]*)\|([^][|]*)\|([^][|]*)\]")


SUM_OF_PARTS = (
    "The attack killed [12|12|14] people: 7 men, 3 women and 2 children.",
    "[Twelve|Twelve|Fifteen] people were killed, seven men, three women and two children.",
    "The team won [10|10|13] medals: four gold, three silver and three bronze.",
    "The council has [40|40|46] members: 22 Democrats and 18 Republicans.",
    "The vote was [9|9|12] in all, with five in favor and four against.",
    "The company employs [500|500|620] people, 300 in Leeds and 200 in York.",
    "Police arrested [15|15|19] people, nine men and six women.",
    "The class of [30|30|36] has 16 girls and 14 boys.",
    "The 100-seat chamber has 54 Republicans, 44 Democrats and [two|two|seven] independents.",
    "He scored 30 points: 12 in the first half and [18|18|24] in the second.",
    "The firm sold 2,000 cars in May and 3,000 in June, a total of [5,000|5,000|7,000].",
    "Ten men and six women were on board, [16|16|21] people in all.",
    "The fund raised $40,000: $25,000 from donors and [$15,000|$15,000|$22,000] from ticket sales.",
    "There were [8|8|11] survivors: a man, four women and three children.",
    (
        "The project will cost $90 million, with $60 million coming from the state and [$30 "
        "million|$30 million|$45 million] from the city."
    ),
    "The 24 hostages, 14 men and [10|10|17] women, were freed.",
    "In the poll, 45 percent said yes, 40 percent said no and [15|14|29] percent were unsure.",
    "Of the 50 workers, 20 took the offer and the remaining [30|30|41] refused.",
    "The bomb killed [nine|nine|12] people: four soldiers, three police officers and two civilians.",
    "The bus carried [30|30|37] people, 18 women and 12 men.",
    "The jury is made up of [12|12|15] people: seven men and five women.",
    "The country won 20 medals: eight gold, seven silver and [five|five|nine] bronze.",
    "The school has 200 boys and 150 girls, [350|350|480] pupils in all.",
    "Of the 90 votes, 50 were for, 30 were against and the remaining [10|10|22] were abstentions.",
    "The gang stole $10,000: $6,000 in cash and [$4,000|$4,000|$7,000] in jewels.",
    "The company has 60 offices in Europe and 40 in Asia, a total of [100|100|130].",
    "The fire killed [six|six|nine] people - two adults and four children.",
    "The museum has 500 works: 300 paintings, 150 drawings and [50|50|90] sculptures.",
    "In the survey, 50 percent said yes, 30 percent said no and [20|20|35] percent did not know.",
    "Three men and four women were arrested, for a total of [seven|seven|ten] people.",
    "The team is made up of [15|15|20] players: nine from Brazil and six from Peru.",
)


PART_ABOVE_WHOLE = (
    "The bus carried 40 passengers, [12|40|52] of whom were hurt.",
    "[Twelve|Forty|Fifty] of the 40 members voted no.",
    "Of the 200 houses in the village, [50|200|260] were destroyed.",
    "Police arrested 30 people, including [12|30|45] women.",
    "[8|20|25] of the 20 players were injured.",
    "Of 50 people on board, [45|50|63] died.",
    "[Three|Nine|Eleven] of its nine board members resigned.",
    "The school has 400 pupils, of whom [120|400|520] are girls.",
    "The explosion killed 25 people, [seven|25|33] of them children.",
    "Of the 12 jurors, [10|12|15] voted to convict.",
    "[Fifteen|Forty|Fifty-five] out of 40 students passed the exam.",
    "Among the 60 dead were [20|60|75] children.",
    "He has won [seven|ten|13] of his last 10 games.",
    "The quarterback completed [15|24|31] of 24 passes.",
    "The firm has 300 workers, [100|300|420] of them part-time.",
    "[Two|Five|Eight] of the five suspects have been charged.",
    "A total of 80 people applied and [20|80|97] of them were hired.",
    "The 150 guests included [30|150|190] children.",
    "Out of 500 samples, [23|500|640] tested positive.",
    "The storm left 90 dead, [60|90|112] of them in Haiti.",
    "Some 200 migrants were on the boat, including [40|200|260] children.",
    "[Six|Eight|Nine] of the eight planets have been visited.",
    "She made [9|12|14] of 12 free throws.",
    "The village has 700 residents and [600|700|880] of them have been evacuated.",
    "[Six|Ten|13] of the 10 ships were sunk.",
    "Of the 60 people on the plane, [40|60|75] were killed.",
    "A bomb killed 20 people, including [five|20|28] children.",
    "[Eleven|Fifteen|Nineteen] of the 15 students passed.",
    "The law firm has 50 partners, [10|50|65] of whom are women.",
    "He has lost [three|five|eight] of his last five matches.",
    "Out of 100 patients, [20|100|130] died.",
    "The dead included 30 people, [12|30|44] of them women.",
    "Police detained 40 protesters, among them [ten|40|55] students.",
    "[Seven|Nine|Twelve] members of the nine-member board resigned.",
    "Of 300 flights, [200|300|390] were canceled.",
)


PERCENT_OF_COUNT = (
    "Of the 48 members, [12|12|17] (25%) voted no.",
    "[12|13|30] of 48 members ([25%|27%|25%]) voted no.",
    "Of the 200 people asked, [80|81|120], or [40|40|40] percent, said they would move.",
    "[60|61|90] of the 120 students, [50|51|50] percent, passed.",
    "The firm will lay off 300 workers, or [15|15|35] percent of its staff of 2,000.",
    "Some 25 percent of the 400 respondents, [100|102|160] people, disagreed.",
    "About 10% of its 5,000 employees, or [500|510|900], will be affected.",
    "Women hold [20|20|34] of the 100 seats, or 20 percent.",
    "[45|45|72] percent of the 200 pupils - 90 children - walk to school.",
    "Turnout was 60%, with 6,000 of [10,000|10,020|16,000] registered voters casting ballots.",
    "Of 1,000 adults polled, [340|342|510] (34 percent) said the economy was bad.",
    "He won 5,500 of the 10,000 votes cast, or [55|55|65] percent.",
    "Thirty percent of the 50 houses, or [15|15|24], were empty.",
    "The company has 800 employees, of whom [200|201|340], or 25 percent, are women.",
    "Only [8|8|15]% of the 250 schools - 20 in total - met the target.",
    "Out of 60 samples, [15|15|24] tested positive (25%).",
    "The union has 40,000 members, and 10,000 of them - [25|25|45]% - live in the north.",
    "Nine of the 12 jurors, [75|75|85] percent, agreed.",
    "The department has 150 officers; [30|30|50] of them, 20 percent, are black.",
    "Smith received 3,000 votes, or [60|60|75] percent, of the 5,000 cast.",
    "The survey found that 120 of 300 homes, or [40|40|55]%, had lead paint.",
    "[35|36|60] percent ([70|71|70]) of the 200 respondents agreed.",
    "With 400 of 500 precincts reporting, or [80|80|95] percent, Jones led.",
    "In all, 18 of 24 patients ([75|75|90] per cent) recovered.",
    "The state will cut 5 percent of its 20,000 jobs, or [1,000|1,010|2,500].",
    "Four of the 16 teams, or [25|25|40] percent, are from London.",
    "The bank holds $200 million in bad loans, [10|10|30] percent of its $2 billion portfolio.",
    "Of the 500 voters, [200|201|300] (40 percent) were women.",
    "[30|30|50] of 120 schools, or 25%, were closed.",
    "About 60 percent of the 50 members, or [30|31|48], agreed.",
    "The study found that 90 of the 300 children ([30|30|50]%) were overweight.",
    "The bank will cut 1,000 jobs, or [10|10|25] percent of its 10,000 workers.",
    "Of 80 trees, 20 were felled, or [25|25|40] percent.",
    "Eighteen of the 60 firms, [30|30|45] percent, went bankrupt.",
    "He got 450 of the 900 votes, or [50|50|70]%.",
    "Twenty percent of the 250 patients, or [50|51|90] people, got sick.",
    "Women make up 30 of the 120 members, or [25|25|45] percent.",
    "A total of [150|150|240] of 600 voters (25 percent) stayed home.",
    "Out of 40 cars tested, 10, or [25|25|50] percent, failed.",
)


RATE_TIMES_COUNT = (
    "He bought 6 chairs at $15 each, paying [$90|$90|$120] in total.",
    "She sold 200 tickets at $10 each, for a total of [$2,000|$2,000|$3,000].",
    "The club bought 20 bikes at £300 each, spending [£6,000|£6,000|£9,000].",
    "The city will buy 10 buses at $400,000 each, for [$4 million|$4 million|$6 million].",
    "The company sold 5,000 shares at $12 a share for [$60,000|$60,000|$90,000].",
    "Five tickets at $10 each cost him [$50|$50|$80].",
    "The 12 workers each received $500, a total of [$6,000|$6,000|$9,000].",
    "They paid $25 each for 8 tickets, or [$200|$200|$350] in all.",
    "He worked 40 hours a week at $12 an hour, earning [$480|$480|$700] a week.",
    (
        "The buyers will get 300 homes for $200,000 apiece, a total of [$60 million|$60 "
        "million|$85 million]."
    ),
    "The farm sold 400 sheep for $150 each, making [$60,000|$60,000|$82,000].",
    "At $5 a ticket, the 3,000 tickets brought in [$15,000|$15,000|$22,000].",
    "She paid rent of $900 a month for 12 months, or [$10,800|$10,800|$14,000].",
    "The fund bought 1 million shares at $30 each, or [$30 million|$30 million|$45 million].",
    "The 20 families will get $1,500 each, or [$30,000|$30,000|$45,000] altogether.",
    "Each of the 50 students paid $40, for a total of [$2,000|$2,000|$3,100].",
    (
        "The army ordered 30 tanks costing $4 million each, a deal worth [$120 million|$120 "
        "million|$180 million]."
    ),
    (
        "The deal covers 15 jets at $80 million apiece, or [$1.2 billion|$1.2 billion|$1.9 "
        "billion] in total."
    ),
    "He was fined $200 for each of the 15 violations, a total of [$3,000|$3,000|$4,400].",
    "The shop sold 80 cakes at £12.50 each, raising [£1,000|£1,000|£1,600] for charity.",
    (
        "Ten winners will share the prize, each getting $1,000, for a total of "
        "[$10,000|$10,000|$16,000]."
    ),
    (
        "The company offered $20 a share for 2 million shares, or [$40 million|$40 "
        "million|$65 million]."
    ),
    "He ordered four pizzas at $12 each, for a bill of [$48|$48|$72].",
    (
        "The landlord owns 25 flats that rent for $800 a month each, bringing in "
        "[$20,000|$20,000|$31,000] a month."
    ),
    "The $60 bill was split among four friends, who paid [$15|$15|$22] each.",
    "They bought 10 tickets at $20 each, for a total of [$200|$200|$300].",
    "She sold 30 paintings for $100 each, making [$3,000|$3,000|$4,500].",
    "The city bought 5 trucks at $60,000 apiece, or [$300,000|$300,000|$450,000] in total.",
    "He paid [$120|$120|$180] for eight shirts at $15 each.",
    "The firm gave its 200 workers $500 each, a total of [$100,000|$100,000|$160,000].",
    "At $3 each, 50 burgers cost [$150|$150|$220].",
    "He works 30 hours at $10 an hour and earns [$300|$300|$450].",
    "The 40 guests paid £25 each, raising [£1,000|£1,000|£1,600].",
    "They ordered 12 bottles of wine at $30 a bottle, for [$360|$360|$520].",
    "The farmer sold 20 cows at $800 a head for [$16,000|$16,000|$25,000].",
    "A family of four paid $12 each, [$48|$48|$70] in all.",
    "He bought 500 shares at $40 a share, spending [$20,000|$20,000|$32,000].",
)


IMPOSSIBLE_AVERAGE = (
    "The [10|10|10] players scored an average of [2.3|2.3|2.35] goals each.",
    "The 5 families have an average of [1.8|1.8|1.75] children.",
    "A survey of 20 households found an average of [2.45|2.5|2.43] cars.",
    "The eight students made an average of [3.5|3.5|3.43] mistakes.",
    "Each of the six teams scored [2.5|2.5|2.6] goals on average.",
    "In 10 games he has averaged [1.4|1.4|1.45] goals.",
    "He has scored an average of [21.5|21.5|21.6] points in four games.",
    "The team averaged [3.2|3.2|3.25] goals in its last five games.",
    "The three sisters have an average of [2.33|2.3|2.5] children.",
    "The 16 women had [1.75|1.8|1.72] children on average.",
    "The eight buses carried an average of [30.5|30.5|30.69] passengers.",
    "Across 25 towns, there were on average [1.24|1.24|1.23] fires.",
    "Among the 10 children, the mean number of cavities was [2.1|2.1|2.15].",
    "The 5 men drank on average [3.4|3.4|3.5] beers.",
    "She is averaging [9.5|9.5|9.6] rebounds over four games.",
    "The four clubs have won an average of [2.75|2.8|2.6] titles.",
    "The six officers fired an average of [4.5|4.5|4.6] shots.",
    "The company's 8 stores sold an average of [12.5|12.5|12.69] cars.",
    "In a study of 15 patients, the average number of seizures was [2.4|2.4|2.45].",
    "An average of [5.5|5.5|5.7] goals were scored in the two matches.",
    "The 20 voters had [1.15|1.2|1.17] cars on average.",
    "The average for the five drivers was [2.6|2.6|2.5] accidents.",
    "Each of the four siblings has on average [1.5|1.5|1.6] children.",
    "The 5 players averaged [2.4|2.4|2.5] goals.",
    "The 10 schools reported an average of [3.4|3.4|3.45] fires.",
    "In four matches the team scored an average of [1.75|1.8|1.6] goals.",
    "The six drivers had an average of [1.5|1.5|1.6] accidents.",
    "He averaged [20.5|20.5|20.6] points in four games.",
    "The three candidates got an average of [12.33|12.3|12.5] votes.",
    "Each of the five teams has won [2.2|2.2|2.3] games on average.",
    "A poll of 20 families found an average of [1.35|1.4|1.33] cars.",
    "The 4 doctors saw an average of [10.25|10.3|10.4] patients.",
)


COUNT_OF_LIST = (
    (
        "The three countries, France, Germany [and Italy|and Italy|, Italy, Spain and "
        "Portugal], signed the deal."
    ),
    (
        "Three cities - Paris, London [and Rome|and Rome|, Rome, Madrid and Berlin] - have "
        "bid for the games."
    ),
    "He speaks three languages: English, French [and German|and German|, German and Dutch].",
    "She has two children, Anna [and Ben|and Ben|, Ben and Carl].",
    "The two winners were Maria Lopez [and Ann Lee|and Ann Lee|, Ann Lee and Joan Fry].",
    (
        "The company has offices in four cities: Boston, Chicago, Dallas [and Denver|and "
        "Denver|, Denver, Miami and Atlanta]."
    ),
    "There are three reasons: cost, safety [and speed|and speed|, speed, comfort and style].",
    "Two teams, the Lions [and the Bears|and the Bears|, the Bears and the Eagles], are unbeaten.",
    (
        "The four victims were Amy Hall, Bob King, Cal Ross [and Dan Wood|and Dan Wood|, Dan "
        "Wood, Eve Long and Fay Moore]."
    ),
    "Three others - Smith, Jones [and Brown|and Brown|, Brown, Clark and Davis] - were injured.",
    (
        "He named five players: Adams, Baker, Clark, Davis [and Evans|and Evans|, Evans, "
        "Frank and Gomez]."
    ),
    "The deal was signed by three nations: Iran, Iraq [and Syria|and Syria|, Syria and Turkey].",
    "The survivors include three sons, Mark, Luke [and John|and John|, John and Peter].",
    (
        "The four Gulf states - Qatar, Kuwait, Oman [and Bahrain|and Bahrain|, Bahrain, Yemen "
        "and Iraq] - agreed."
    ),
    "The menu has three soups: tomato, leek [and onion|and onion|, onion and pea].",
    (
        "The report makes three recommendations: raise taxes, cut spending [and sell "
        "assets|and sell assets|, sell assets, freeze pay and close schools]."
    ),
    "The group has three leaders: Adams, Burns [and Cole|and Cole|, Cole and Dunn].",
    "Four countries - Spain, Italy, Greece [and Malta|and Malta|, Malta and Cyprus] - objected.",
    "She visited two cities, Prague [and Vienna|and Vienna|, Vienna and Berlin].",
    "The show has two stars: Lee [and Moore|and Moore|, Moore and Nash].",
    (
        "The five rivers are the Rhine, the Elbe, the Oder, the Main [and the Weser|and the "
        "Weser|, the Weser and the Ems]."
    ),
    "It has four colors: red, green, blue [and white|and white|, white and black].",
    "Two states, Iowa [and Maine|and Maine|, Maine and Ohio], have passed the law.",
    (
        "The three finalists are Amy Lane, Beth Cole [and Cara Dodd|and Cara Dodd|, Cara Dodd "
        "and Dana Fox]."
    ),
)


RANK_CLASH = (
    (
        "Lyon is France's second-largest city. Officials in Lyon, the "
        "[second|second|third]-largest city in France, said so."
    ),
    (
        "Mosul, Iraq's second-largest city, fell in June. The army retook Mosul, Iraq's "
        "[second|second|third]-largest city, in July."
    ),
    (
        "Osaka, the third-largest city in Japan, was hit. Osaka is Japan's "
        "[third|third|second]-largest city."
    ),
    (
        "Brazil, the world's fifth-largest country, held a vote. Brazil is the world's "
        "[fifth|fifth|sixth]-largest country by area."
    ),
    (
        "China is the world's second-biggest economy. Growth in China, the world's "
        "[second|second|third]-biggest economy, slowed."
    ),
    (
        "Chad is Africa's fifth-largest nation. Chad, Africa's [fifth|5th|seventh]-largest "
        "nation, is poor."
    ),
    (
        "Heathrow is Europe's busiest airport. Heathrow, Europe's "
        "[busiest|busiest|second-busiest] airport, was shut."
    ),
    (
        "Chicago, the third-most populous city in the U.S., had snow. Chicago is the "
        "[third|third|second]-most populous city in the U.S."
    ),
    (
        "Birmingham is Britain's second largest city. Police in Birmingham, Britain's "
        "[second|second|third] largest city, made arrests."
    ),
    (
        "India, the world's third-largest importer of oil, will buy less. India is the "
        "world's [third|third|fourth]-largest importer of oil."
    ),
    (
        "Basra is Iraq's second-largest city. The governor of Basra, which is Iraq's "
        "[second|second|third]-largest city, quit."
    ),
    (
        "Cebu is the second-oldest city in Spain. Cebu, the [second|second|third]-oldest city "
        "in Spain, is lovely."
    ),
    (
        "Guadalajara, Mexico's second-largest city, is in Jalisco. Guadalajara is the "
        "[second|second|fifth]-largest city in Mexico."
    ),
    (
        "Denali is the highest peak in Alaska. Denali, the [highest|highest|third-highest] "
        "peak in Alaska, was closed."
    ),
    (
        "Iran has the world's fourth-largest reserves of oil. Iran has the world's "
        "[fourth|4th|third]-largest reserves of oil."
    ),
    (
        "Aleppo, Syria's largest city, is in ruins. The fight for Aleppo, the "
        "[largest|largest|second-largest] city in Syria, goes on."
    ),
    (
        "Lagos is Nigeria's largest city. Lagos, the [largest|largest|second-largest] city in "
        "Nigeria, was flooded."
    ),
    (
        "Cork, Ireland's second-largest city, voted no. Cork is Ireland's "
        "[second|second|third]-largest city."
    ),
    (
        "Porto is the second-largest city in Portugal. In Porto, Portugal's "
        "[second|second|third]-largest city, trams stopped."
    ),
    (
        "Russia, the world's second-largest oil exporter, agreed. Russia is the world's "
        "[second|second|third]-largest oil exporter."
    ),
    (
        "Montreal, Canada's second-largest city, got snow. Montreal is the "
        "[second|second|third]-largest city in Canada."
    ),
    (
        "Peru, the world's second-biggest copper producer, had a strike. Peru is the world's "
        "[second|second|third]-biggest copper producer."
    ),
    (
        "Mount Kenya is Africa's second-highest mountain. Mount Kenya, Africa's "
        "[second|second|third]-highest mountain, is popular."
    ),
)

STORIES = [
    (kind, story)
    for kind, stories in (
        ("sum-of-parts", SUM_OF_PARTS),
        ("part-above-whole", PART_ABOVE_WHOLE),
        ("percent-of-count", PERCENT_OF_COUNT),
        ("rate-times-count", RATE_TIMES_COUNT),
        ("impossible-average", IMPOSSIBLE_AVERAGE),
        ("count-of-list", COUNT_OF_LIST),
        ("rank-clash", RANK_CLASH),
    )
    for story in stories
]


def version(story, number):
    """The first, second or third wording of each bracket; " ," has no blank before it."""
    return WORDING.sub(lambda bracket: bracket[number], story).replace(" , ", ", ")


@pytest.mark.parametrize(("kind", "story"), STORIES)
def test_figures_that_do_not_fit_are_told(relate, kind, story):
    """A way of telling that is not read is an error that nobody sees."""
    assert False in [row.fits for row in relate(version(story, 3), kind)]


@pytest.mark.parametrize(("kind", "story"), STORIES)
@pytest.mark.parametrize("number", [1, 2])
def test_figures_that_fit_are_left_alone(relate, kind, story, number):
    """Neither its own relation nor one of its package may misread the story."""
    kinds = {kind for kind, _ in STORIES}
    rows = relate(version(story, number))
    assert [row for row in rows if row.kind in kinds and not row.fits] == []


@pytest.mark.parametrize(("kind", "story"), STORIES[::3])
def test_the_text_around_a_story_does_not_matter(relate, kind, story):
    text = version(story, 3)
    before = "The harbour was closed in fog.\n\n"
    around = f"{before}{text}\n\nNobody else was asked."
    moved = [(row.start - len(before), row.end - len(before)) for row in relate(around, kind)]
    assert moved == [(row.start, row.end) for row in relate(text, kind)]


@pytest.mark.parametrize(("kind", "story"), STORIES[1::3])
def test_every_place_told_is_evidence(relate, kind, story):
    """Places stand in the text, hold something, and no two of one relation are the same."""
    text = version(story, 3)
    for row in relate(text, kind):
        places = [(row.start, row.end), *((other.start, other.end) for other in row.others)]
        assert len(set(places)) == len(places)
        assert all(text[start:end].strip() == text[start:end] != "" for start, end in places)
        assert row.fits or (row.stated and row.expected and row.held)


@pytest.mark.parametrize(("kind", "story"), STORIES[2::3])
def test_a_story_told_twice_is_told_twice(relate, kind, story):
    """Articles repeat themselves; each place is a finding of its own."""
    text = version(story, 3)
    once = [row.start for row in relate(text, kind) if not row.fits]
    twice = [row.start for row in relate(f"{text}\n\n{text}", kind) if not row.fits]
    assert set(once) < set(twice)


@pytest.mark.parametrize(("kind", "story"), STORIES[::4])
def test_a_story_cut_off_anywhere_is_read(relate, kind, story):
    """Feeds cut articles in the middle of a sentence."""
    text = version(story, 3)
    for end in range(0, len(text), 7):
        assert all(row.end <= end for row in relate(text[:end], kind))
