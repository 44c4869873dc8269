"""Whole stories, read as a careful reader would: who says each quotation, and who stands behind what.

Each story is a name behind `#`, its text (`¶` parts paragraphs), for each speaker behind `>` how
the quotations begin, and behind `=` the sources: kind, name and cues, and through whom it came.
A source that is no person is told by the last word of its name.
"""

import pytest

from provenance import frames
from provenance.attribution import read
from provenance.model import Attribution, Quote

STORIES = """
# american-court
NASHUA, Ohio — A jury on Friday convicted Delroy Antwan Pickens of arson in the burning of a feed
mill. ¶ "This was never about money," Assistant District Attorney Lorna Vasquez said after the
verdict. "It was spite, plain and simple." ¶ Pickens, 44, did not testify. His lawyer, Seth
Abramowitz, said he would appeal.
> Lorna Vasquez: This was never | It was spite
= named: Lorna Vasquez: say
= named: Seth Abramowitz: say
# nigerian-politics
Governor Babatunde Oyetola-Cole has said that no teacher in Ondu State will be owed salaries
again. ¶ The governor, who spoke through his Chief Press Secretary, Mrs Ngozi Adeyemi, said: "We
have paid up to March and we shall not look back." ¶ But the union's chairman, Comrade Ifeanyi
Uzor, described the claim as "a fairy tale".
> Babatunde Oyetola-Cole: We have paid
> Ifeanyi Uzor: a fairy tale
= named: Babatunde Oyetola-Cole: say, say
= named: Ifeanyi Uzor: describe
# australian-sport
Wallaroo coach Brett Daniher says his side was "ten minutes off the pace" in Saturday's loss to
Geraldton. ¶ "We'll cop it on the chin," said Daniher, whose contract ends in October. "The boys
know. I don't need to tell them." ¶ Captain Tahlia Moss-Keating was less kind. "Rubbish," she
said.
> Brett Daniher: ten minutes off | We'll cop it | The boys know
> Tahlia Moss-Keating: Rubbish
= named: Brett Daniher: say, say
= named: Tahlia Moss-Keating: say
# science-journal
Bees that feed on heather live longer, according to a study published in Pollinator Letters. ¶
The team, led by Dr Hyun-woo Paik of the University of Tarn, followed 3,000 bees over two
summers. ¶ “We were astonished,” Paik said. “I went back and counted again.” ¶ Dr Annelise van
der Berg, who was not involved in the work, called it “a careful piece of natural history”.
> Hyun-woo Paik: We were astonished | I went back
> Annelise van der Berg: a careful piece
= document: study: according to
= named: Hyun-woo Paik: say
= named: Annelise van der Berg: call
# running-on-paragraphs
Pastor Eldridge Fontenot spoke for almost an hour. ¶ “When the water came I was in the choir loft
with my two girls,” Fontenot told the commissioners. ¶ “We sang, because there was nothing else
to do. We sang until the lights went. ¶ “And in the morning there was a boat, and in the boat was
a boy of nine.” ¶ The commissioners will vote on Thursday.
> Eldridge Fontenot: When the water | We sang, because | And in the morning
= named: Eldridge Fontenot: tell
# two-speakers-one-paragraph
“He was the best of us,” said Carla Bonetti, who shared a desk with him. “A prince,” said her
colleague, Dov Rabin. “I never heard him raise his voice.”
> Carla Bonetti: He was the best
> Dov Rabin: A prince | I never heard
= named: Carla Bonetti: say
= named: Dov Rabin: say
# statement-company
Brightwell Foods said in a statement that it had recalled four batches of its oat bars. ¶ "The
safety of our customers comes first," the company said. "We are sorry for the worry this has
caused." ¶ Shares in Brightwell fell 4% in London.
> company: The safety of | We are sorry
= organisation: brightwell foods: say
= organisation: company: say
# colon-after-name
Headteacher Philippa Oakes: “We will open on Monday whatever the weather.” ¶ Parents at the gate
were doubtful. Tom Ferris, whose twins are in year four, said: “Look at that roof.”
> Philippa Oakes: We will open
> Tom Ferris: Look at that roof
= named: Tom Ferris: say
# scare-quotes
The so-called “peace corridor” was shelled twice on Thursday, the army said. ¶ Rebel commander
Jaramogi Owek denied his men were involved and called the army “butchers”.
> nobody: peace corridor
> Jaramogi Owek: butchers
= organisation: army: say
= named: Jaramogi Owek: deny, call
# military-rank
Brig. Gen. Tomasz Wilczek, who commands the garrison, said the last of the mines had been lifted.
¶ “My sappers worked by hand,” Gen. Wilczek told reporters in Breslin. He thanked the villagers
for “the soup and the patience”.
> Tomasz Wilczek: My sappers worked | the soup and
= named: Tomasz Wilczek: say, tell, thank
# document-shows
Inspectors found rats in the kitchen of the Regent on three visits, council records show. ¶ A
letter seen by the Argus warns the owners that they face closure. "Immediate action is required,"
it reads. ¶ The owners could not be reached.
> letter: Immediate action is
= document: records: show
= document: letter: warn, read
# split-mid-sentence-double
“If the ice goes out before April,” the trapper, Elias Nakoochee, says, “then we’ve no road, and
if we’ve no road we’ve no flour.”
> Elias Nakoochee: If the ice goes | then we’ve no
= named: Elias Nakoochee: say
# inverted-long-apposition
“There is no plan B,” said Yevgenia Sorokina, a former deputy finance minister who now teaches at
the Baltic School of Economics in Tallinn and advises the opposition. ¶ “There never was one,”
she added.
> Yevgenia Sorokina: There is no plan | There never was
= named: Yevgenia Sorokina: say, add
# told-agency
The dam will not be finished before 2031, the energy minister, Bolormaa Ganbold, told Reuters in
an interview. ¶ “Concrete does not hurry,” she said. The ministry had earlier given a date of
2027. ¶ Analysts said the delay would cost at least $600 million.
> Bolormaa Ganbold: Concrete does not
= named: Bolormaa Ganbold: tell: Reuters
= named: Bolormaa Ganbold: say
= collective: analysts: say
# quoted-through-relative
Her brother, Sipho Dlamini-Reyes, said Nomsa had sounded cheerful on the phone. “She said, ‘Keep
me some cake,’” he recalled.
> Sipho Dlamini-Reyes: She said, ‘Keep
= named: Sipho Dlamini-Reyes: say, recall
# court-filing
In a complaint filed on Tuesday, the Securities and Exchange Commission alleged that Corvane
Capital had hidden losses of $80 million. ¶ The filing says the firm’s founder, Trent Mabry,
“papered over” the hole with loans. Mabry’s attorney, Claudine Ives, called the allegations
“fiction”.
> filing: papered over
> Claudine Ives: fiction
= organisation: securities and exchange commission: allege
= document: filing: say
= named: Claudine Ives: call
# thanks-to-apostrophes
The farmers' union leader, Gwil Probert, said members' patience was 'wearing thin'. 'It's the
'90s all over again,' he said. 'They're not listenin', and they don't want to.'
> Gwil Probert: wearing thin | It's the '90s | They're not listenin
= named: Gwil Probert: say, say
# email-statement
In an emailed statement, Loretta Quan-Hayes, the hospital’s chief executive, apologised for “the
distress caused”. ¶ “We got this wrong,” the statement said. ¶ The Care Quality Commission has
opened an inquiry.
> Loretta Quan-Hayes: the distress caused
> statement: We got this
= named: Loretta Quan-Hayes: apologise
= document: statement: say
# survey
Six in ten drivers would pay more for smoother roads, a survey by the Motorists’ League found. ¶
The poll of 2,004 adults suggests that men are angrier about potholes than women. League
president Cosmo Wray said the result was “a howl”.
> Cosmo Wray: a howl
= document: survey: find
= document: poll: suggest
= named: Cosmo Wray: say
# japanese-korean
“We must apologise from the heart,” Kenjiro Oshima, president of Tanikawa Steel, told a news
conference in Osaka, bowing for eight seconds. ¶ South Korea’s trade minister, Bae Soo-ah, said
Seoul would study the apology.
> Kenjiro Oshima: We must apologise
= named: Kenjiro Oshima: tell
= named: Bae Soo-ah: say
# hindi-honorific
Smt. Lakshmi Devi Prasad, sarpanch of Belagutti, said the borewell had run dry in February. ¶
"Tankers come once in ten days," she said. "What are we to drink, promises?" ¶ A senior official
in the water department, requesting anonymity, admitted that the pipeline was incomplete.
> Lakshmi Devi Prasad: Tankers come once | What are we to
= named: Lakshmi Devi Prasad: say, say
= anonymous: official: admit
# joint-statement
In a joint statement, France and Germany said they were “deeply concerned” by the vote. ¶ “Both
capitals know what they want,” said Luca Ferrante-Diaz of the think tank Quorum. “They just want
different things.”
> france and germany: deeply concerned
> Luca Ferrante-Diaz: Both capitals know | They just want
= organisation: france and germany: say
= named: Luca Ferrante-Diaz: say
# question-answer
Q: How long will it take? ¶ A: “As long as it takes,” said the engineer in charge, Pradeep
Wickramasinghe. “You cannot bully rock.”
> Pradeep Wickramasinghe: As long as it | You cannot bully
= named: Pradeep Wickramasinghe: say
# sheriff
Sheriff Dwayne LaFleur said deputies found the truck in a ditch off Route 9 about 2 a.m. ¶
"Whoever was driving it walked away," LaFleur said at a news conference. "They didn't walk far.
There was blood on the door." ¶ The FBI is assisting, the sheriff said.
> Dwayne LaFleur: Whoever was driving | They didn't walk
= named: Dwayne LaFleur: say, say, say
# strike
Union sources said the walkout would go ahead. One source close to the talks said: “They offered
us a biscuit.” ¶ Ministers insist the offer is generous.
> source: They offered us
= anonymous: union sources: say
= anonymous: source: say
= collective: ministers: insist
# cricket
Skipper Harpreet Sandhu-Bains refused to blame the pitch after India A were bowled out for 88. ¶
"No excuses, yaar," Sandhu-Bains said. "We batted like tourists." ¶ His opposite number, Craig
Vermeulen, called it "the best morning of my life".
> Harpreet Sandhu-Bains: No excuses | We batted like
> Craig Vermeulen: the best morning
= named: Harpreet Sandhu-Bains: say
= named: Craig Vermeulen: call
# multi-para
The Rev. Josiah Tuckwell rose last. ¶ “I buried four of them,” he said. “I buried a boy who sang
tenor. ¶ “I will not bury another because a valve cost eighty dollars.” ¶ No one clapped.
> Josiah Tuckwell: I buried four | I buried a boy | I will not bury
= named: Josiah Tuckwell: say
# facebook
In a Facebook post, actress Linnea Ruud wrote that she was “done with men who own boats”. ¶ Her
publicist declined to say which boat. Ruud, 39, starred in the film “The Lower Deck”.
> Linnea Ruud: done with men
= named: Linnea Ruud: write
# fire
At least four people died, the governor’s office said. Rescue workers told the Associated Press
that they expected the number to climb. ¶ “I heard them knocking,” said Enrique Salas Montoya,
33, a welder. “Then I didn’t hear them.”
> Enrique Salas Montoya: I heard them | Then I didn’t
= organisation: governor's office: say
= collective: rescue workers: tell: Associated Press
= named: Enrique Salas Montoya: say
# trial-nested
Prosecutor Ilse Vandamme told the court: ‘He turned to his brother and said, “Nobody will miss
her,” and then he drove home.’ ¶ The defendant, Noud Claes, 51, denies murder.
> Ilse Vandamme: He turned to
= named: Ilse Vandamme: tell
= named: Noud Claes: deny
"""
CASES = {
    block.partition("\n")[0]: block.partition("\n")[2]
    for block in STORIES.strip()[2:].split("\n# ")
}


@pytest.fixture
def understood(articles, lexicon):
    """The text of a story, its quotations and its attributions."""

    def _understood(block):
        lines = [line for line in block.splitlines() if line[:2] not in {"> ", "= "}]
        text = " ".join(lines).replace(" ¶ ", "\n\n")
        said = read(articles(text), lexicon)
        quotes = list(frames.rows(said.quotes, Quote))
        return text, quotes, frames.rows(said.attributions, Attribution)

    return _understood


def told(block, sign):
    """The lines behind a sign, each cut at its colons."""
    return [line[2:].split(": ") for line in block.splitlines() if line.startswith(f"{sign} ")]


def is_right(told_name, expected):
    """Whether a name is the one expected: that of a person whole, else by its last word."""
    if expected == "nobody":
        return told_name is None
    if expected[0].isupper() and " " in expected:
        return told_name == expected
    return expected.split()[-1].casefold() in (told_name or "").split()


@pytest.mark.parametrize("name", CASES)
def test_each_quotation_has_the_speaker_a_reader_would_name(name, understood):
    text, quotes, _ = understood(CASES[name])
    for speaker, beginnings in told(CASES[name], ">"):
        for words in beginnings.split(" | "):
            found = [quote.speaker for quote in quotes if text.startswith(words, quote.start)]
            assert len(found) == 1, (words, quotes)
            assert is_right(found[0], speaker), (words, found)


@pytest.mark.parametrize("name", CASES)
def test_each_statement_has_the_source_a_reader_would_name(name, understood):
    _, _, rows = understood(CASES[name])
    found = [(row.kind, row.cue, row.via or "", row.source) for row in rows]
    for kind, source, cues, *via in told(CASES[name], "="):
        for cue in cues.split(", "):
            same = [row for row in found if row[:3] == (kind, cue, "".join(via))]
            match = next((row for row in same if is_right(row[3], source)), None)
            assert match, (cue, source, found)
            found.remove(match)
