"""Which stretches of what is quoted or reported become claims."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from tests.extraction.build import claims, story


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Lee said the board had offered to pay him provided that he obeyed the law.",
            ["the board had offered to pay him provided that he obeyed the law"],
        ),
        ("Detectives said last night they had no suspect.", ["they had no suspect"]),
        ("Lee said late on Friday the dam would close.", ["the dam would close"]),
        ("Lee said last week’s storm broke the dam.", ["last week’s storm broke the dam"]),
        ("Workers must show that they are sober and live in a clean home.", None),
        ("Owners had to prove that the dam was theirs.", None),
        (
            "Apple spent $78 million developing the machine, according to the Post.",
            ["Apple spent $78 million developing the machine"],
        ),
        ("The mayor told the crew how she felt about the dam.", None),
        ("The mayor told the crew how she built the dam.", ["she built the dam"]),
        ("No report led them to say that the dam had leaked.", None),
        (
            "The leak led her to say that the dam was old.",
            ["The leak led her to say that the dam was old", "the dam was old"],
        ),
        ("He kept saying “We will win the war.”", ["We will win the war"]),
        (
            "The film is about Lee saying “We will win the war.”",
            ["The film is about Lee", "We will win the war"],
        ),
        ("He is fond of saying “The war is lost at last.”", ["The war is lost at last"]),
        (
            "“It did not leak, but that’s not who I am and that’s not what I want to be,” Lee said.",
            ["It did not leak", "that’s not who I am", "that’s not what I want to be"],
        ),
        (
            "Lee writes in the Atlantic that Trump exhibits “high pride and low spirits” along with classic signs.",
            ["Trump exhibits “high pride and low spirits” along with classic signs"],
        ),
        (
            "Lee told them of the ship! they were in the boat for nine days in May.",
            ["Lee told them of the ship", "they were in the boat for nine days in May"],
        ),
        ("The crew was paid what was due, not what they had asked for.", None),
        ("Guards shouted “Clear the hall!” at the gate in May.", None),
        (
            "The crowd chanted “What curfew?” in the square. It left in May.",
            ["The crowd chanted “What curfew?” in the square", "It left in May"],
        ),
        (
            "Ann Lee issued a statement on Monday saying the dam had leaked for weeks.",
            ["Ann Lee issued a statement on Monday", "the dam had leaked for weeks"],
        ),
        (
            "The mayor got a note saying the dam leaked, and he closed the road.",
            ["The mayor got a note", "the dam leaked", "he closed the road"],
        ),
        (
            "A study published in the journal Nature on Monday said the dam had leaked.",
            ["published in the journal Nature on Monday", "the dam had leaked"],
        ),
        (
            "A survey of 1,709 pupils carried out in Leeds in 1912 showed that half of them could swim.",
            ["A survey of 1,709 pupils carried out in Leeds in 1912", "half of them could swim"],
        ),
        ("A group called 40 Acres said the dam had leaked.", ["the dam had leaked"]),
        ("The firm is, according to the county, owned by Lee.", None),
        ("The firm receives, according to one report, $234 million in contracts.", None),
        (
            "The agency said the ship had carried arms, with the help of a gang, into the port of Leeds.",
            ["the ship had carried arms, with the help of a gang, into the port of Leeds"],
        ),
        ("The inquiry found nothing about the ship that had not been reported before.", None),
        ("Officials said that the dam had leaked for 3 weeks.", ["the dam had leaked for 3 weeks"]),
        ("Local officials said that the dam leaked in 1912.", ["the dam leaked in 1912"]),
        ("Local officials said Tuesday the dam had leaked.", ["the dam had leaked"]),
        (
            "Teachers chanted, “Fund our schools,” and “Put kids first,” in the hall.",
            ["Teachers chanted, “Fund our schools,” and “Put kids first,” in the hall"],
        ),
        ("They held signs reading, “Less Money on Testing.”", ["They held signs reading, “Less Money on Testing"]),
        (
            "The crew left, saying in a statement, “The dam leaked for weeks.”",
            ["The crew left", "The dam leaked for weeks"],
        ),
        ("The crew left, writing on a wall “The dam leaked for weeks.”", ["The crew left", "The dam leaked for weeks"]),
        ("Ann Lee left, telling the town on Monday: “The dam leaked.”", ["Ann Lee left", "The dam leaked"]),
        (
            "Roebling admitted to taking the money, writing in a letter “I have taken all of it.”",
            ["Roebling admitted to taking the money", "I have taken all of it"],
        ),
        (
            "Ann Lee posted a photo, writing: “The dam leaked for weeks.”",
            ["Ann Lee posted a photo", "The dam leaked for weeks"],
        ),
        ("Ann Lee warned, writing in the Gazette, “The dam will not hold.”", ["The dam will not hold"]),
        (
            "Ann Lee was seen writing on the wall. “It leaks,” she said.",
            ["Ann Lee was seen writing on the wall", "It leaks"],
        ),
        (
            "The town was angry, with a farmer saying, “We were never told.”",
            ["The town was angry", "We were never told"],
        ),
        ("The town was angry, with one writing “How can we sleep?”", ["The town was angry", "How can we sleep"]),
        ("The dam leaked, according to two engineers.", ["The dam leaked"]),
        ("The dam leaked, according to one of the engineers.", ["The dam leaked"]),
        ("The dam leaked, according to 57 percent of voters.", ["The dam leaked", "57 percent of voters"]),
        ("She told the old saying, “Water wins.”", ["She told the old saying, “Water wins"]),
        ("Ann Lee left, saying, “The dam will hold.”", ["Ann Lee left", "The dam will hold"]),
        (
            "They argued about the price of the dam and whether it had leaked.",
            ["They argued about the price of the dam and whether it had leaked"],
        ),
        (
            "The dam leaked for three weeks, the report said.",
            ["The dam leaked for three weeks"],
        ),
        ("In May, the mayor said, the dam had leaked.", None),
        (
            "The dam leaked for three weeks, according to the watchdog Rivers for All (RFA).",
            ["The dam leaked for three weeks"],
        ),
        (
            "“The president,” Lee said on the floor, “has strangled his own child.”",
            ["has strangled his own child"],
        ),
        ("Asked by Tom Roe who owned the dam, Ann Lee said it was the town's.", ["it was the town's"]),
        (
            "Sir Edward Clarke had asked for the trial to be postponed.",
            ["Sir Edward Clarke had asked for the trial to be postponed"],
        ),
        ("He says now he’d never heard of the dam.", ["he’d never heard of the dam"]),
        ("“Big Tom” ferries of the north were sold in 1931.", None),
        ("The map shows the old dams, as far as the records of the county allow.", None),
        (
            "The crew sailed the ship “a lot” before selling it for $400.",
            ["The crew sailed the ship “a lot", "before selling it for $400"],
        ),
        ("Ferries, said Ann Lee, are mended every ten years.", ["Ferries, said Ann Lee, are mended every ten years"]),
        ("The dam had leaked for weeks, a new study reports.", ["The dam had leaked for weeks"]),
        (
            "John Moss, chief engineer of the Roebling Works, an old maker of wire and cable, said the dam had leaked.",
            [
                "John Moss, chief engineer of the Roebling Works",
                "the Roebling Works, an old maker of wire and cable",
                "the dam had leaked",
            ],
        ),
        ("“The dam leaked for three weeks”, added Reuters.", ["The dam leaked for three weeks"]),
        ("Lee said on Thursday she was misquoted.", ["she was misquoted"]),
        (
            "Police in Leeds said on Thursday they had arrested four more people.",
            ["they had arrested four more people"],
        ),
        (
            "The girders were bent like straw, according to one, a clerk who gave no name.",
            ["The girders were bent like straw"],
        ),
        (
            "The court struck down the law, a decision that critics said would cost 400 jobs.",
            ["The court struck down the law", "a decision that critics said would cost 400 jobs"],
        ),
        (
            "The yard said it would double its pay to $5 a day and cut the working day from nine hours to eight.",
            ["it would double its pay to $5 a day", "cut the working day from nine hours to eight"],
        ),
        (
            "Neither side, it emerged, had asked Lee whether the dam leaked.",
            ["Neither side, it emerged, had asked Lee whether the dam leaked"],
        ),
        ("Police did not say who had paid the fine.", ["Police did not say who had paid the fine"]),
        (
            "The ferry closed the gap and ended the club’s title hopes in May.",
            ["The ferry closed the gap", "ended the club’s title hopes in May"],
        ),
        (
            "The town’s new “Look up. Look out.” signs cost $4,000.",
            ["The town’s new “Look up. Look out.” signs cost $4,000"],
        ),
        (
            "More than 40 percent of the fish died in May, new council records show.",
            [
                "More than 40 percent of the fish died in May",
            ],
        ),
        ("Asked whether the dam is safe, 75 percent of the residents said yes.", None),
        (
            "Forty percent of the residents say the dam is unsafe, and half of them said that it leaked.",
            ["Forty percent of the residents say the dam is unsafe", "half of them said that it leaked"],
        ),
        (
            "Six in 10 think that the dam is old, and 64 percent call it ugly.",
            ["Six in 10 think that the dam is old", "64 percent call it ugly"],
        ),
        (
            "The race is close, with 47 percent of Londoners saying they will vote for the bridge.",
            ["The race is close", "with 47 percent of Londoners saying they will vote for the bridge"],
        ),
        (
            (
                "The dam held, John Roebling, a bridge engineer at Britain's Royal Water Board in Leeds, Yorkshire, "
                "and Trinity College in Cambridge, said in a letter."
            ),
            [
                "The dam held",
                (
                    "John Roebling, a bridge engineer at Britain's Royal Water Board in Leeds, Yorkshire, and Trinity "
                    "College in Cambridge"
                ),
            ],
        ),
        (
            "The bridge is unsafe, according to a poll of 400 drivers held in May.",
            ["The bridge is unsafe", "a poll of 400 drivers held in May"],
        ),
        ("The bridge is unsafe, according to a report of the board of 1911.", ["The bridge is unsafe"]),
        (
            (
                "The race is close, with 47 percent of Londoners saying they will back Robert Peel over Disraeli, who "
                "gained support from only 15 percent."
            ),
            [
                "The race is close",
                "with 47 percent of Londoners saying they will back Robert Peel over Disraeli",
                "who gained support from only 15 percent",
            ],
        ),
        (
            "One in three said the board does not care about rail and one in four said the board was hostile.",
            [
                "One in three said the board does not care about rail",
                "one in four said the board was hostile",
            ],
        ),
        (
            "One in three said the board does not care about rail and two-thirds said the board was hostile.",
            [
                "One in three said the board does not care about rail",
                "two-thirds said the board was hostile",
            ],
        ),
        (
            "Three out of four said the board does not care about rail and one in five said the board was hostile.",
            [
                "Three out of four said the board does not care about rail",
                "one in five said the board was hostile",
            ],
        ),
        ("About 4 in 10 say they want the bridge to be closed.", None),
        ("The dam is safe, two-thirds of the residents said.", None),
        ("The second half of the report says that the dam leaked.", ["the dam leaked"]),
        (
            "They do not tell of any repairs or leaks that the crew may have seen that could have cost $2 million.",
            None,
        ),
        (
            (
                "“It leaks,” said Ann Lee, Research and Safety Director for the Harbour Works and South Wales at the "
                "Bridge Institute."
            ),
            [
                "It leaks",
                "Ann Lee, Research and Safety Director for the Harbour Works and South Wales at the Bridge Institute",
            ],
        ),
        ("“Well, it leaked for years,” said Ann Lee.", ["it leaked for years"]),
        ("That wall is a danger to the town, Ann Lee said.", ["That wall is a danger to the town"]),
        (
            "Trump senior adviser Tom Roe said in a statement that the plan is working and the town needs it.",
            ["the plan is working", "the town needs it"],
        ),
        ("Police said the girl was peppered-sprayed in the square.", ["the girl was peppered-sprayed in the square"]),
        ("Records show that the dam had leaked.", ["the dam had leaked"]),
        ("When asked whether the dam would hold, she said: “It is safe.”", ["It is safe"]),
        ("Responding to the Leeds report, she said: “It is safe.”", ["It is safe"]),
        ("The tent had leaked, an officer, who asked not to be named, said.", ["The tent had leaked"]),
        ("A cook, who declined to be named, said that the tent had leaked.", ["the tent had leaked"]),
        ("A cook, speaking on condition of anonymity, said that the tent had leaked.", ["the tent had leaked"]),
        (
            "An officer who was not authorized to speak about the voyage said that the tent had leaked.",
            ["who was not authorized to speak about the voyage", "the tent had leaked"],
        ),
        (
            "The club had spent $8,993 by the time the tent tore, its records show.",
            ["The club had spent $8,993 by the time the tent tore"],
        ),
        ("That was a mistake, the mayor said.", ["That was a mistake"]),
        ("The mayor said that would cost the town a year.", ["that would cost the town a year"]),
        ("The mayor said that falling prices hurt the town.", ["falling prices hurt the town"]),
        ("The mayor said that the dam leaked and that it broke.", ["the dam leaked", "it broke"]),
        ("He wrote the song that the choir sang on Monday.", ["He wrote the song", "that the choir sang on Monday"]),
        ("He wrote the book that the town banned.", None),
        ("She wrote a letter to the king that the ship had sunk.", ["the ship had sunk"]),
        ("He told the crew that the dam would break.", ["the dam would break"]),
        ("The Times reported the news that the king was ill.", ["the king was ill"]),
        ("She asked the mayor to say that the wall leaked.", None),
        (
            "The party won in 1916 with the slogan “He kept us out of war.”",
            ["The party won in 1916 with the slogan “He kept us out of war"],
        ),
        ("Senators repealed the “don't ask, don't tell” policy in 2010.", None),
        ("Added Captain Oates: “The tent was cold.”", ["The tent was cold"]),
        (
            "Ann Lee, an engineer who built the dam, said it leaked.",
            ["Ann Lee, an engineer", "who built the dam", "it leaked"],
        ),
        (
            "The judge ruled that truth was no defense and told jurors they needed only to decide who printed it.",
            ["truth was no defense", "they needed only to decide who printed it"],
        ),
        (
            "“It is safe,” said Thomas Francis, 54, reading from a report that took 120 men a year.",
            ["It is safe", "reading from a report", "that took 120 men a year"],
        ),
        ("The dam, the mayor said on Monday, had leaked.", ["The dam, the mayor said on Monday, had leaked"]),
        ("The fire, Police Sgt. Ann Lee said, began at noon.", ["The fire, Police Sgt. Ann Lee said, began at noon"]),
        ("The ship was lost, Navy Cmdr. Ann Lee told reporters.", ["The ship was lost"]),
        ("Concluded Oates: “The tent was cold.”", ["The tent was cold"]),
        (
            "Scott pleaded with the crew to stay, but Oates replied “I am just going outside.”",
            ["Scott pleaded with the crew to stay", "I am just going outside"],
        ),
        (
            "With the hull of the ship almost complete, the yard announced that it would hire 300 men.",
            ["With the hull of the ship almost complete", "it would hire 300 men"],
        ),
        (
            "After the match, Vittorio Pozzo, team coach, said, “We won.”",
            ["Vittorio Pozzo, team coach", "We won"],
        ),
        (
            "In his last book, “Mardi and a Voyage Thither”, Melville left the sea.",
            ["In his last book, “Mardi and a Voyage Thither”, Melville left the sea"],
        ),
        (
            "Hilly and dark areas, thought to represent parts of the crust of Mars, represent 14 percent of the map.",
            ["Hilly and dark areas, thought to represent parts of the crust of Mars, represent 14 percent of the map"],
        ),
        ("“(T)hose who build on sand lose the house,” Eiffel wrote.", ["(T)hose who build on sand lose the house"]),
        (
            "Her best speech was heard in 1913 when she said, “The vote is near.”",
            ["Her best speech was heard in 1913", "The vote is near"],
        ),
        ("Gustave Eiffel explained the plan by saying: “The old one had burned.”", ["The old one had burned"]),
        ("The letter went on to say:", []),
        (
            "“Emile and I left. He said, ‘The tower leans.’ And I said, ‘It does not,’” Eiffel recalled.",
            ["Emile and I left", "The tower leans", "It does not"],
        ),
        ("“Is the tower safe?” Eiffel asked quietly.", ["Is the tower safe"]),
        (
            "As the Times noted in a report Thursday, the dam “has surprisingly few friends in Leeds.”",
            ["the dam “has surprisingly few friends in Leeds"],
        ),
        (
            "The leader of the guild, Gustave Eiffel, condemned Monday’s attack, saying that it was cruel.",
            ["The leader of the guild, Gustave Eiffel, condemned Monday’s attack", "it was cruel"],
        ),
        ("Few hold the view, as argued in the new paper, that the dam will leak.", None),
        ("In a letter to the council of Paris he wrote:", []),
        ("Eiffel went on, as if he had not heard the mayor of Paris.", None),
        (
            "As if the fire was not enough to close the mill, Lowell said he would not sell it.",
            ["he would not sell it"],
        ),
        (
            "Roebling said he had bought the land to build a mill, and that he hired 20 men.",
            ["he had bought the land to build a mill", "he hired 20 men"],
        ),
        (
            (
                "The fair’s gate opens a road into the old town as it seeks to combine the halls of both shows, "
                "extend its famous rail line and take a larger share of the trade from parks."
            ),
            None,
        ),
        (
            "Edison may be selling those at a loss or as show pieces only to win buyers over in London.",
            ["Edison may be selling those at a loss or as show pieces only to win buyers over in London"],
        ),
        (
            "The sales were a disappointment, as many of the mills reported in-line or better than expected results.",
            [
                "The sales were a disappointment",
                "many of the mills reported in-line or better than expected results",
            ],
        ),
        (
            (
                "The key positive from the 1911 season of races is that even on the open sea, the ships did not exceed "
                "the limit and were largely full, say captains."
            ),
            [
                (
                    "The key positive from the 1911 season of races is that even on the open sea, the ships did not "
                    "exceed the limit"
                ),
                "were largely full",
            ],
        ),
        (
            "Engineers opened the gates, something they had not done since 1910, Ann Lee said.",
            ["Engineers opened the gates", "something they had not done since 1910"],
        ),
        (
            "The yard is fighting a ruling that said it, too, had sold the ships.",
            ["The yard is fighting a ruling", "it, too, had sold the ships"],
        ),
        (
            "Ann Lee said a law requiring owners to mend dams passed in May.",
            ["a law requiring owners to mend dams passed in May"],
        ),
        (
            "Ann Lee said a plan allowing ships to land cattle failed on Monday.",
            ["a plan allowing ships to land cattle failed on Monday"],
        ),
        (
            "The yard had fought the town, claiming the e-tailer was acting as a bully.",
            ["The yard had fought the town", "the e-tailer was acting as a bully"],
        ),
        ("The pastor said a prayer honoring the men killed in 1911.", None),
        (
            "The keeper said he drove to the mill, saw the fire and called for help.",
            ["he drove to the mill", "saw the fire and called for help"],
        ),
        (
            "The mate said Smith came up, exhausted by the swim, and went home.",
            ["Smith came up", "exhausted by the swim", "went home"],
        ),
        ("The mate said the call came as the ship left the harbor.", ["the ship left the harbor"]),
        ("The company reported revenue declines.", None),
        ("Four mills — Ashton, Barrow, Carr and Dale — reported year-over-year revenue declines.", None),
        (
            "The wire had rusted, said study co-author Ann Lee, an engineer at the Roebling Works.",
            ["The wire had rusted", "study co-author Ann Lee, an engineer at the Roebling Works"],
        ),
        ("It leaked, said ex-mayor Jo Roe, a shipwright.", ["It leaked", "ex-mayor Jo Roe, a shipwright"]),
        ("That suggested the dam had leaked.", None),
        (
            "It leaked for years, which suggests that it was old.",
            ["It leaked for years", "which suggests that it was old"],
        ),
        ("Lee joined the group, which argues that it is old.", ["Lee joined the group", "it is old"]),
        ("She told the crew to use the boat that the firm had built.", None),
        ("Alice Roe asked the choir to sing a song that the town had heard.", None),
        ("He urged the court to find that the firm was guilty.", None),
        ("She asked to see the boat that Lee had built.", None),
        ("She claimed to know that the dam leaked.", ["the dam leaked"]),
        ("He claims to have found that the dam leaked.", ["the dam leaked"]),
        ("The mayor warned the crew to its face that the dam would break.", ["the dam would break"]),
        ("Lee told the men who came to mend the wall that it leaked.", ["who came to mend the wall", "it leaked"]),
        ("They discussed where the dam broke, when it broke, how it was built.", None),
        ("She knows where it began, when it began and how they met.", None),
        ("They learned how the firm was sold, why it failed, and what came next.", None),
        ("There is not much word of their rise, how they came to the firm.", None),
        ("He knows who built the dam, who died in 1920.", ["He knows who built the dam", "who died in 1920"]),
        (
            "She asked what had leaked, when the wall broke.",
            ["She asked what had leaked", "when the wall broke"],
        ),
        (
            "The mayor told the town how it broke, and when she left, the crew wept.",
            ["it broke", "when she left, the crew wept"],
        ),
        ("She told them what it cost, and who paid is unknown.", ["She told them what it cost", "who paid is unknown"]),
        ("The minister published a report that the firm had kept secret.", None),
        ("Lee made a complaint that police ignored.", None),
        ("He repeated the allegation that Roe had denied.", None),
        ("The firm read the findings that the court kept back.", None),
        (
            "The firm issued a statement that it had closed.",
            ["The firm issued a statement that it had closed", "it had closed"],
        ),
        (
            "He rejected her claim that he took money.",
            ["He rejected her claim that he took money", "he took money"],
        ),
        ("He told the town that the wall gave way.", ["the wall gave way"]),
        ("He would say only that the dam was old.", ["the dam was old"]),
        ("She said that only the dam was old.", ["only the dam was old"]),
        ("Lee said only the dam was old.", ["only the dam was old"]),
    ],
)
def test_what_somebody_says_becomes_claims(sentence: str, expected: list[str] | None) -> None:
    assert claims(sentence) == ([sentence[:-1]] if expected is None else expected)


def test_as_somebody_said_names_the_speaker_and_is_no_part_of_the_claim() -> None:
    (found,) = extract(story("As Carter told The Times, the tomb held two chariots.")).claims
    assert (found.text, found.attribution and found.attribution.speaker) == ("the tomb held two chariots", "Carter")


def test_a_quotation_gives_a_claim_for_each_sentence_without_its_marks() -> None:
    found = extract(story("“The dam leaked. It had leaked for weeks, and nobody looked,” the engineer said.")).claims
    assert [claim.text for claim in found] == ["The dam leaked", "It had leaked for weeks", "nobody looked"]
    assert all(claim.attribution and claim.attribution.quote for claim in found)


def test_words_to_the_hearer_are_no_part_of_a_claim() -> None:
    text = "“You know, the bridge opened in 1883,” Roebling said. “But you know, Brooklyn, a city of its own.”"
    assert claims(text) == ["the bridge opened in 1883", "Brooklyn, a city of its own"]


def test_in_speech_what_only_says_who_is_meant_stays_with_them_unless_it_has_a_figure() -> None:
    assert claims("“We met the captains that bought one of these old boats,” Ann Lee said.") == [
        "We met the captains that bought one of these old boats"
    ]
    assert claims("“We met the captains that bought 30 old boats,” Ann Lee said.") == [
        "We met the captains",
        "that bought 30 old boats",
    ]


def test_questions_and_orders_count_only_inside_quotations_and_are_not_checkable() -> None:
    found = extract(story("“Did the dam leak? Look at the wall,” the engineer said.")).claims
    assert [(claim.text, claim.checkable) for claim in found] == [
        ("Did the dam leak", False),
        ("Look at the wall", False),
    ]


def test_no_claim_holds_half_a_quotation_that_was_set_aside() -> None:
    text = "Discussing his fears in a statement, the minister, Bob Stone, said, “We met the engineers.”"
    assert claims(text)[-1] == "We met the engineers"
    assert not any("“" in claim for claim in claims(text))
