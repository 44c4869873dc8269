"""Every kind of source in the many ways in which English-language news words it."""

import pytest

from provenance.model import SourceKind

# By kind: a text with one attribution, and its source.
WORDINGS = {
    SourceKind.NAMED: [
        ("Ada Brenk told the council that the quay was safe.", "Ada Brenk"),
        ("According to Dr. Mia Sund, the water is clean.", "Mia Sund"),
        ("Col. Ito Oda, who commands the base, insisted that no shell was fired.", "Ito Oda"),
        ("Ferry owner Ada Brenk predicts that fares will rise.", "Ada Brenk"),
        ("In a letter, Ada Brenk warned that fares would rise.", "Ada Brenk"),
        ("Fares will rise, warned Ada Brenk, who owns the ferry.", "Ada Brenk"),
        ("Harbour master Ivan Tal, 61, recalled that the pier shook.", "Ivan Tal"),
        ("“Nobody slept,” recalled Mia Sund.", "Mia Sund"),
        ("Her brother, Paul Oda, believes that fares will rise.", "Paul Oda"),
        ("The mayor, Ada Brenk, said the quay was safe.", "Ada Brenk"),
        ("Ada Brenk does not believe that the quay is safe.", "Ada Brenk"),
    ],
    SourceKind.ROLE: [
        ("A police spokeswoman said the road was shut.", "police spokeswoman"),
        ("The ferry’s captain said the engine had failed.", "ferry's captain"),
        ("The road was shut, a fire chief said.", "fire chief"),
        ("“It burned all night,” a neighbour recalled.", "neighbour"),
        ("The finance minister insists that the budget is balanced.", "finance minister"),
        ("According to a witness, the van turned twice.", "witness"),
        ("A former aide wrote that the plan was old.", "former aide"),
        ("Its chief executive warned of losses.", "chief executive"),
        ("One of the pilots said the fog was thick.", "one"),
        ("Another said the fog was thick.", "another"),
        ("Another pilot said the fog was thick.", "another pilot"),
    ],
    SourceKind.ORGANISATION: [
        ("The World Health Organization said the water was clean.", "world health organization"),
        ("The company denied that the pipe leaked.", "company"),
        ("The city council announced that the quay would close.", "city council"),
        ("Greenpeace warned that the eels were dying.", "greenpeace"),
        ("Norway said its ships would stay.", "norway"),
        ("The Pentagon confirmed that a drone was lost.", "pentagon"),
        ("A charity said tents were needed.", "charity"),
        ("The court found that the quay was unsafe.", "court"),
        ("Amnesty International estimates that 40 people fled.", "amnesty international"),
        ("The Department of Transport says the bridge is closed.", "department"),
    ],
    SourceKind.DOCUMENT: [
        ("The report says the quay is unsafe.", "report"),
        ("A poll found that most voters are tired.", "poll"),
        ("According to the indictment, the money was hidden.", "indictment"),
        ("Satellite images show that the quay is gone.", "satellite images"),
        ("The letter warned that the pipe leaked.", "letter"),
        ("Court papers allege that the money was hidden.", "court papers"),
        ("An audit concluded that the money was gone.", "audit"),
        ("Research suggests that eels sleep.", "research"),
        ("The statement read: “The quay is closed.”", "statement"),
        ("The pilot resigned, citing a report on fatigue.", "report"),
    ],
    SourceKind.COLLECTIVE: [
        ("Firefighters said the blaze was out.", "firefighters"),
        ("Three ministers complained that the hall was cold.", "three ministers"),
        ("Witnesses described “a wall of water” in the bay.", "witnesses"),
        ("Local residents and farmers said the water smelled.", "local residents and farmers"),
        ("According to neighbours, the van turned twice.", "neighbours"),
        ("“It was dark,” several passengers said.", "several passengers"),
        ("Some voters say the hall was cold.", "some voters"),
        ("Critics of the plan say it is dear.", "critics"),
        ("Norwegians say the fish is dear.", "norwegians"),
        ("Ada Brenk and Paul Oda said the money was gone.", "ada brenk and paul oda"),
        ("Dozens of divers said the water was cold.", "dozens"),
        ("“It was dark,” said two of the passengers.", "two"),
    ],
    SourceKind.ANONYMOUS: [
        ("Sources said the deal was dead.", "sources"),
        ("A person close to the talks said the deal was dead.", "person"),
        ("People briefed on the plan said the deal was dead.", "people"),
        ("An aide with knowledge of the plan said the deal was dead.", "aide"),
        ("A diplomat, speaking on condition of anonymity, said the deal was dead.", "diplomat"),
        ("One official, who declined to be identified, said so.", "one official"),
        ("An insider said the deal was dead.", "insider"),
        ("The deal was dead, said a banker who asked not to be named.", "banker"),
        ("According to a source close to the family, the deal was dead.", "source"),
        ("The woman, who did not want to be named, said the deal was dead.", "woman"),
    ],
    SourceKind.AGENTLESS: [
        ("It is understood that the deal is dead.", None),
        ("It was thought that the quay was safe.", None),
        ("The men are alleged to have fled.", None),
        ("The ship is believed to have sunk.", None),
        ("Allegedly, the money was hidden.", None),
        ("The minister is reported to be ill.", None),
        ("It has been claimed that the quay is unsafe.", None),
        ("The thieves supposedly fled by boat.", None),
        ("The eels were said to be rare.", None),
        ("It has long been suspected that the pipe leaks.", None),
    ],
    SourceKind.OUTLET: [
        ("CNN reported that the quay is closed.", "CNN"),
        ("According to the Wall Street Journal, the quay is closed.", "Wall Street Journal"),
        ("The BBC said the quay was closed.", "BBC"),
        ("Politico first reported that the quay is closed.", "Politico"),
        ("The Valley Chronicle reported that the quay is closed.", "Valley Chronicle"),
        ("The newspaper reported that the quay is closed.", "newspaper"),
        ("The deal, first reported by Axios, fell through.", "Axios"),
        ("“The quay is closed,” the Boston Globe wrote.", "Boston Globe"),
        ("The quay is closed, the New York Times reports.", "New York Times"),
        ("The broadcaster CNN said the quay was closed.", "CNN"),
    ],
    SourceKind.AGENCY: [
        ("Reuters said the quay was closed.", "Reuters"),
        ("The quay is closed, according to the Associated Press.", "Associated Press"),
        ("AFP reported that the quay is closed.", "Agence France-Presse"),
        ("The AP said the quay was closed.", "Associated Press"),
        ("The quay is closed, as reported by Reuters.", "Reuters"),
        ("The quay is closed, Reuters reports.", "Reuters"),
        ("The Interfax news agency reported that the quay is closed.", "Interfax"),
        ("State news agency Xinhua said the quay was closed.", "Xinhua"),
        ("Citing Reuters, he left.", "Reuters"),
    ],
    SourceKind.UNTOLD: [
        ("He said the dam held.", None),
        ("She warned that the dam may break.", None),
        ("They believe that the dam held.", None),
        ("It said the dam held.", None),
        ("The dam held, he said.", None),
        ("The dam held, according to them.", None),
        ("“It held,” she said.", None),
        ("He’s said that the dam held.", None),
        ("He did say that the dam held.", None),
    ],
}


@pytest.mark.parametrize(
    ("kind", "text", "source"),
    [(kind, *wording) for kind, wordings in WORDINGS.items() for wording in wordings],
)
def test_each_way_to_word_a_source_tells_its_kind(kind, text, source, stated):
    assert [(row.kind, row.source) for row in stated(text)] == [(kind, source)]


def test_every_kind_has_its_wordings():
    """Whoever adds a kind says here how the news words it."""
    assert set(WORDINGS) == set(SourceKind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Reuters reporter said the quay was closed.", SourceKind.ROLE),
        ("The CNN anchor said the quay was closed.", SourceKind.ROLE),
        ("A report author said the quay was closed.", SourceKind.ROLE),
        ("The company’s lawyers said the quay was closed.", SourceKind.COLLECTIVE),
        ("The source of the river, officials said, is dry.", SourceKind.COLLECTIVE),
        ("A spokesman for Reuters said the quay was closed.", SourceKind.ROLE),
        ("The editor of the Boston Globe said the quay was closed.", SourceKind.ROLE),
        ("The Star Alliance said the quay was closed.", SourceKind.ORGANISATION),
    ],
)
def test_a_word_of_another_kind_beside_the_head_does_not_count(text, kind, stated):
    """Of "a Reuters reporter" one person speaks, not the agency."""
    assert [row.kind for row in stated(text)] == [kind]
