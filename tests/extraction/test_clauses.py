"""Which stretches of a sentence become claims."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.model import FactKind, Role
from tests.extraction.build import story


def claims(*paragraphs: str | tuple[Role, str]) -> list[str]:
    return [claim.text for claim in extract(story(*paragraphs)).claims]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The couple married in 2012 and bought a farm in Kent.",
            ["The couple married in 2012", "bought a farm in Kent"],
        ),
        (
            "The bridge opened in May, and the old ferry stopped in June.",
            ["The bridge opened in May", "the old ferry stopped in June"],
        ),
        (
            "The mayor died when the crew left and sank the boat.",
            ["The mayor died", "when the crew left", "sank the boat"],
        ),
        ("The team won three games, lost two and drew one.", None),
        (
            "According to the team's coach, Ann Lee, in their first game, the Leeds team's boat won two points.",
            ["in their first game, the Leeds team's boat won two points"],
        ),
        (
            "The fairs, which were moved to May before being put off to June, have closed.",
            [
                "The fairs, which were moved to May before being put off to June, have closed",
                "which were moved to May",
                "before being put off to June",
            ],
        ),
        ("He died after being shot by a guard in Leeds.", ["He died", "after being shot by a guard in Leeds"]),
        ("The mayor is known for being kind to all the boatmen.", None),
        ("The boats are old, especially when it comes to the ferries.", None),
        ("They left the hall when it came time to vote on it.", None),
        ("They saw the ship, when it came to Leeds in May.", ["They saw the ship", "when it came to Leeds in May"]),
        (
            "Lee left the hall, making it clear that he would not return.",
            ["Lee left the hall", "he would not return"],
        ),
        ("The mayor told the crew how she felt about the dam.", None),
        ("The mayor told the crew how she built the dam.", ["she built the dam"]),
        (
            "Lee sold the yard, a choice she defended in May.",
            ["Lee sold the yard", "a choice she defended in May"],
        ),
        ("Nobody forced the mayor to admit that the dam had leaked.", None),
        ("No report led them to say that the dam had leaked.", None),
        (
            "The leak led her to say that the dam was old.",
            ["The leak led her to say that the dam was old", "the dam was old"],
        ),
        ("The win led Will Hays to declare him the presumptive nominee.", None),
        ("The best way to keep the dam is by being kind to the boatmen.", None),
        ("Raised in Denver, Lee, in 1912, moved to Ohio.", None),
        ("Lee's last word was that he would pay for the dam.", None),
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
        ("Turns out, Lee and Roe married in 1904.", ["Lee and Roe married in 1904"]),
        ("As it turned out, the dam had leaked for weeks.", ["the dam had leaked for weeks"]),
        ("Regardless, the dam was closed in May.", ["the dam was closed in May"]),
        ("The mine exploded on Tuesday killing 12 miners.", ["The mine exploded on Tuesday", "killing 12 miners"]),
        (
            "The dam broke during a storm leaving 900 homes dark.",
            ["The dam broke during a storm", "leaving 900 homes dark"],
        ),
        ("The mayor took a train leaving Leeds in 1911.", None),
        ("A fog killing 12 people is rare.", None),
        ("The old road floods in May, especially when the upper dam is open for ships.", None),
        ("The old road is dry in May, except where the wall of the upper dam is broken.", None),
        (
            "The town wanted a road, especially since the old one had been washed away in 1912.",
            ["The town wanted a road", "especially since the old one had been washed away in 1912"],
        ),
        (
            "Lee told them of the ship! they were in the boat for nine days in May.",
            ["Lee told them of the ship", "they were in the boat for nine days in May"],
        ),
        (
            (
                "Storms are driven by a form of energy called latent heat, which is released by moisture evaporated "
                "from the sea that turns to rain."
            ),
            [
                "Storms are driven by a form of energy called latent heat",
                "which is released by moisture evaporated from the sea that turns to rain",
            ],
        ),
        ("Elections are about dreams, not just what is practical.", None),
        ("The crew was paid what was due, not what they had asked for.", None),
        ("She left in May, not when the dam broke in June.", None),
        (
            "She left in May, when the dam broke in June.",
            ["She left in May", "when the dam broke in June"],
        ),
        (
            "The mayor left the town after she learned that the dam had leaked for weeks.",
            ["The mayor left the town", "the dam had leaked for weeks"],
        ),
        ("The town sold the dam before it was known that it leaked.", None),
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
            "The rest are old boats which will be given to the town of Leeds.",
            ["The rest are old boats", "which will be given to the town of Leeds"],
        ),
        ("The mayor wants a law which will help all the boatmen.", None),
        ("The long queues can be avoided by walking from the old station.", None),
        (
            "The council cut its costs by closing the old station.",
            ["The council cut its costs", "by closing the old station"],
        ),
        (
            "John Roe, an aide to Ann Lee whose job has been to deal with the press, left.",
            [
                "John Roe, an aide to Ann Lee whose job has been to deal with the press, left",
                "whose job has been to deal with the press",
            ],
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
        ("One of the reasons that the river is falling is because the towns are building dams.", None),
        ("The inquiry found nothing about the ship that had not been reported before.", None),
        ("They found no one in the yard who had not been paid by the owner since 1912.", None),
        ("The harm of the flood depends on how high it is and when it comes.", None),
        (
            "The mayor, who was born in Leeds in 1960, opened the library.",
            ["The mayor, who was born in Leeds in 1960, opened the library", "who was born in Leeds in 1960"],
        ),
        ("Officials said that the dam had leaked for 3 weeks.", ["the dam had leaked for 3 weeks"]),
        ("Local officials said that the dam leaked in 1912.", ["the dam leaked in 1912"]),
        ("Local officials said Tuesday the dam had leaked.", ["the dam had leaked"]),
        (
            "A fisherman noticed the people and a warship was sent to the island.",
            ["A fisherman noticed the people", "a warship was sent to the island"],
        ),
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
        ("Ann Lee spent years writing in Leeds.", None),
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
        (
            "The union pointed to loans, meaning that they owed too much.",
            ["The union pointed to loans", "meaning that they owed too much"],
        ),
        ("The dam leaked, according to two engineers.", ["The dam leaked"]),
        ("The dam leaked, according to one of the engineers.", ["The dam leaked"]),
        ("The dam leaked, according to 57 percent of voters.", ["The dam leaked", "57 percent of voters"]),
        ("The plan was simple: build a dam and sell the water.", None),
        ("His advice was clear: leave Leeds by noon.", None),
        ("The law is clear: the town owns the river.", ["The law is clear", "the town owns the river"]),
        ("Note this: the dam leaks.", []),
        (
            "It’s an old tool, created to overload/create long lists and crash a page in Leeds.",
            ["It’s an old tool, created to overload/create long lists", "crash a page in Leeds"],
        ),
        ("She told the old saying, “Water wins.”", ["She told the old saying, “Water wins"]),
        ("Ann Lee left, saying, “The dam will hold.”", ["Ann Lee left", "The dam will hold"]),
        ("The workers left because they were paid too little.", None),
        ("The report comes as the town of Leeds debates the budget.", ["the town of Leeds debates the budget"]),
        ("Getting to Mars, while not easy, has been done before.", None),
        (
            "They argued about the price of the dam and whether it had leaked.",
            ["They argued about the price of the dam and whether it had leaked"],
        ),
        (
            "According to the report, the dam had leaked for three weeks.",
            ["the dam had leaked for three weeks"],
        ),
        (
            "According to Reuters, Ann Lee and John Roe were seen in Leeds.",
            ["Ann Lee and John Roe were seen in Leeds"],
        ),
        (
            "According to a statement from the Fair, Paris Mayor Ann Lee will also be there in May.",
            ["Paris Mayor Ann Lee will also be there in May"],
        ),
        (
            "According to John Roe, a clerk at the yard, the ship had leaked.",
            ["John Roe, a clerk at the yard", "the ship had leaked"],
        ),
        (
            "The dam leaked for three weeks, the report said.",
            ["The dam leaked for three weeks"],
        ),
        ("After all, she added, the dam had leaked for three weeks.", ["the dam had leaked for three weeks"]),
        ("For example, Ann Lee noted, the dam had leaked in May.", ["the dam had leaked in May"]),
        ("In May, the mayor said, the dam had leaked.", None),
        (
            "The plant closed because the owner went bankrupt.",
            ["The plant closed", "the owner went bankrupt"],
        ),
        (
            "Sales rose to 4,000 cars in June, up 12 percent from a year earlier.",
            ["Sales rose to 4,000 cars in June", "up 12 percent from a year earlier"],
        ),
        (
            "The lake (covering 12 percent of the valley) froze.",
            ["The lake (covering 12 percent of the valley) froze", "covering 12 percent of the valley"],
        ),
        (
            "The dam leaked for three weeks, according to the watchdog Rivers for All (RFA).",
            ["The dam leaked for three weeks"],
        ),
        (
            "“The president,” Lee said on the floor, “has strangled his own child.”",
            ["has strangled his own child"],
        ),
        (
            "No. There are 17 boats here and fewer than 5 of them are new.",
            [
                "There are 17 boats here",
                "fewer than 5 of them are new",
            ],
        ),
        (
            "A poll of 1,100 residents, conducted in January, found 61% favored ratification of the plan.",
            ["61% favored ratification of the plan"],
        ),
        ("Asked by Tom Roe who owned the dam, Ann Lee said it was the town's.", ["it was the town's"]),
        ("The pill is safe, a trial finds.", ["The pill is safe"]),
        ("Owens ran the 200m.", ["Owens ran the 200m"]),
        ("Owens won the long jump and the 200m (20.7).", ["Owens won the long jump and the 200m (20.7)"]),
        ("The office shut at 5 p.m.", ["The office shut at 5 p.m."]),
        (
            "Lee had added a third to the $500 that the shop paid for each of the boards.",
            ["Lee had added a third to the $500 that the shop paid for each of the boards"],
        ),
        (
            "Sir Edward Clarke had asked for the trial to be postponed.",
            ["Sir Edward Clarke had asked for the trial to be postponed"],
        ),
        ("2. It cost $35 million and came in under budget.", ["It cost $35 million", "came in under budget"]),
        ("He says now he’d never heard of the dam.", ["he’d never heard of the dam"]),
        (
            "The vote was approved by a count of 410 to 4.",
            ["The vote was approved by a count of 410 to 4"],
        ),
        ("No. 7 was lost.", ["No. 7 was lost"]),
        (
            (
                "The book, published in 1859, sold out within a day; a second edition of 3,000 copies followed in "
                "January 1860."
            ),
            [
                "The book, published in 1859, sold out within a day",
                "a second edition of 3,000 copies followed in January 1860",
            ],
        ),
        (
            "Officers found and arrested Crippen in 1910 and took him to London.",
            ["Officers found and arrested Crippen in 1910", "took him to London"],
        ),
        ("Roebling fell and broke his leg.", ["Roebling fell", "broke his leg"]),
        ("The group ranges from small firms to the yards of Roebling and SpaceX.", None),
        ("“Big Tom” ferries of the north were sold in 1931.", None),
        (
            "The team won three games, lost two and drew one in the final week of May.",
            ["The team won three games", "lost two", "drew one in the final week of May"],
        ),
        ("They have, as per instructions, taken down the dam.", None),
        ("The map shows the old dams, as far as the records of the county allow.", None),
        ("He left as soon as the dam of the valley had broken.", None),
        ("He declined later to state when the dam would be ready for boats.", None),
        (
            "The crew sailed the ship “a lot” before selling it for $400.",
            ["The crew sailed the ship “a lot", "before selling it for $400"],
        ),
        (
            "She pointed to the table with Campbell's Soup served with lemonade.",
            ["She pointed to the table with Campbell's Soup served with lemonade"],
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
        (
            "You see, the miners are protesting against the bill.",
            ["You see, the miners are protesting against the bill"],
        ),
        ("Prices rose 5%.", ["Prices rose 5%"]),
        ("Lee said on Thursday she was misquoted.", ["she was misquoted"]),
        (
            "Police in Leeds said on Thursday they had arrested four more people.",
            ["they had arrested four more people"],
        ),
        (
            "The suspects face charges including conspiracy to rob, receiving stolen money, and harbouring.",
            ["The suspects face charges including conspiracy to rob, receiving stolen money, and harbouring"],
        ),
        (
            "The bank charges 5 percent a year, making it the dearest in town.",
            ["The bank charges 5 percent a year", "making it the dearest in town"],
        ),
        ("Those named by police are:", []),
        ("What's next: The town remains without a dam.", ["The town remains without a dam"]),
        (
            "She left the navy in 1966, was recalled the next year, and left again in 1986.",
            ["She left the navy in 1966", "was recalled the next year", "left again in 1986"],
        ),
        (
            "Born Ann Lee in Leeds on 9 December 1906, the oldest of three children, she built boats.",
            [
                "Born Ann Lee in Leeds on 9 December 1906",
                "the oldest of three children",
                "she built boats",
            ],
        ),
        (
            "The girders were bent like straw, according to one, a clerk who gave no name.",
            ["The girders were bent like straw"],
        ),
        (
            "The yard cut its prices by a third, a move that cost it $2 million.",
            ["The yard cut its prices by a third", "a move that cost it $2 million"],
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
            "Turnover at the plant hit 370% last year: to keep 13,600 men at work the company had to hire 52,000.",
            [
                "Turnover at the plant hit 370% last year",
                "to keep 13,600 men at work the company had to hire 52,000",
            ],
        ),
        (
            "It has three aims: speed, beauty and comfort, and it met them.",
            ["It has three aims: speed, beauty and comfort", "it met them"],
        ),
        (
            "Neither side, it emerged, had asked Lee whether the dam leaked.",
            ["Neither side, it emerged, had asked Lee whether the dam leaked"],
        ),
        ("The yard was sold in 1912, it has emerged.", ["The yard was sold in 1912"]),
        ("Up next: The closing ceremony is at 7 p.m. on Sunday.", ["The closing ceremony is at 7 p.m. on Sunday"]),
        ("The verdict: guilty on all 12 counts.", ["The verdict: guilty on all 12 counts"]),
        ("Police did not say who had paid the fine.", ["Police did not say who had paid the fine"]),
        ("It was Ann Lee who paid the fine.", ["It was Ann Lee who paid the fine"]),
        (
            "Ann Lee scored for the club from Leeds and Tom Roe saved two shots.",
            ["Ann Lee scored for the club from Leeds", "Tom Roe saved two shots"],
        ),
        (
            "Ann Lee, who runs the yard where her brother works and who sailed to Cork in 2019, built the boat.",
            [
                "Ann Lee, who runs the yard where her brother works and who sailed to Cork in 2019, built the boat",
                "who runs the yard",
                "where her brother works",
                "who sailed to Cork in 2019",
            ],
        ),
        (
            "The ferry closed the gap and ended the club’s title hopes in May.",
            ["The ferry closed the gap", "ended the club’s title hopes in May"],
        ),
        (
            "The wall can either crack in the frost or lose its paint in the sun.",
            ["The wall can either crack in the frost or lose its paint in the sun"],
        ),
        (
            "The firm moved to Leeds where rents are lower.",
            ["The firm moved to Leeds", "where rents are lower"],
        ),
        (
            "The town’s new “Look up. Look out.” signs cost $4,000.",
            ["The town’s new “Look up. Look out.” signs cost $4,000"],
        ),
        (
            "The Rovers (6-5, 3-4) beat the Wanderers (4-7) in Leeds.",
            ["The Rovers (6-5, 3-4) beat the Wanderers (4-7) in Leeds"],
        ),
        (
            "The moon ― located 390 million miles away ― is small.",
            ["The moon ― located 390 million miles away ― is small", "located 390 million miles away"],
        ),
        (
            "Lee owns the largest yard in Leeds, one that builds ferries for the navy.",
            ["Lee owns the largest yard in Leeds", "one that builds ferries for the navy"],
        ),
        (
            "The plant has a pump that moves twice as much water as the old one.",
            ["The plant has a pump", "that moves twice as much water as the old one"],
        ),
        (
            "The opening of the plant is uncertain after heavy rain in the last days washed the only road away.",
            [
                "The opening of the plant is uncertain",
                "after heavy rain in the last days washed the only road away",
            ],
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
            "The spill would fill the dock (which holds 2,500 tons), and the yard (it had 40 men) was closed.",
            [
                "The spill would fill the dock",
                "which holds 2,500 tons",
                "the yard (it had 40 men) was closed",
                "it had 40 men",
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
            "The dam lost less water, but also cost more than the old one.",
            [
                "The dam lost less water",
                "cost more than the old one",
            ],
        ),
        ("What we have learned about the dam:", []),
        (
            "They do not tell of any repairs or leaks that the crew may have seen that could have cost $2 million.",
            None,
        ),
        (
            "It names the guards of the plant, who have used force to stop strikes in Ohio sparked by a cut in wages.",
            [
                "It names the guards of the plant",
                "who have used force to stop strikes in Ohio sparked by a cut in wages",
            ],
        ),
        (
            "The mayor promised to protect the dam and hammered Lee on her plan for the bridge.",
            ["The mayor promised to protect the dam", "hammered Lee on her plan for the bridge"],
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
        ("The firm denies that it dumped 40 tons of waste.", None),
        (
            (
                "Whigs in Ohio made gains even as they fell short of victory — their nominee for governor, Tom Corwin, "
                "lost by five points, a change from 1840."
            ),
            [
                "Whigs in Ohio made gains even as they fell short of victory",
                "their nominee for governor, Tom Corwin, lost by five points, a change from 1840",
            ],
        ),
        ("Oh, and nine million people watched it.", ["nine million people watched it"]),
        ("“Well, it leaked for years,” said Ann Lee.", ["it leaked for years"]),
        ("She disagreed on the remedy: using sand to close the dam.", None),
        (
            "Ohio Democrats beat Gov. James Rhodes in a state Nixon won by 20 points in 1972.",
            ["Ohio Democrats beat Gov. James Rhodes in a state", "Nixon won by 20 points in 1972"],
        ),
        ("This was the second winter storm where the old wall made the difference.", None),
        (
            "It is true that the engineers did not build the dam of stone.",
            ["the engineers did not build the dam of stone"],
        ),
        ("They gave a figure (or two) for the dam.", ["They gave a figure (or two) for the dam"]),
        (
            "In the report she brings a new warning: Engineers are forgetting the old dam.",
            ["In the report she brings a new warning", "Engineers are forgetting the old dam"],
        ),
        (
            "That is in part because the wall lost its paint in the sun.",
            ["That is in part because the wall lost its paint in the sun"],
        ),
        ("That wall is a danger to the town, Ann Lee said.", ["That wall is a danger to the town"]),
        (
            "Trump senior adviser Tom Roe said in a statement that the plan is working and the town needs it.",
            ["the plan is working", "the town needs it"],
        ),
        ("Police said the girl was peppered-sprayed in the square.", ["the girl was peppered-sprayed in the square"]),
        (
            "Four men were arrested on charges of disorderly conduct, obstructing an officer and trespass.",
            None,
        ),
        (
            "Since opening its doors in early June, the plant has lost $77 million.",
            ["Since opening its doors in early June", "the plant has lost $77 million"],
        ),
        (
            "A driver was charged with theft after he took a van from a yard in Leeds.",
            ["A driver was charged with theft", "after he took a van from a yard in Leeds"],
        ),
        ("The talk of the day on the Leeds ferry fire in 2019 (all times local):", []),
        (
            "The firm earned $5 million as the price of oil fell.",
            ["The firm earned $5 million", "the price of oil fell"],
        ),
        (
            "Lee went after Walker hours after the Leeds mayor threw his support behind Ann Roe.",
            ["Lee went after Walker", "hours after the Leeds mayor threw his support behind Ann Roe"],
        ),
        ("Records show that the dam had leaked.", ["the dam had leaked"]),
        ("When asked whether the dam would hold, she said: “It is safe.”", ["It is safe"]),
        ("Responding to the Leeds report, she said: “It is safe.”", ["It is safe"]),
        (
            "Lee and Roe were the only two members of the crew who did not compete in Leeds.",
            ["Lee and Roe were the only two members of the crew who did not compete in Leeds"],
        ),
        (
            "The ship laid 30,000 miles of cable, including the first that lasted across the sea.",
            ["The ship laid 30,000 miles of cable, including the first that lasted across the sea"],
        ),
        ("The tent had leaked, an officer, who asked not to be named, said.", ["The tent had leaked"]),
        ("A cook, who declined to be named, said that the tent had leaked.", ["the tent had leaked"]),
        ("A cook, speaking on condition of anonymity, said that the tent had leaked.", ["the tent had leaked"]),
        (
            "An officer who was not authorized to speak about the voyage said that the tent had leaked.",
            ["who was not authorized to speak about the voyage", "the tent had leaked"],
        ),
        (
            "The man, who was not identified, was buried in May.",
            ["The man, who was not identified, was buried in May", "who was not identified"],
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
        (
            "The firm will sell the ferry that the town ordered in May, capable of carrying 400 men.",
            [
                "The firm will sell the ferry that the town ordered in May, capable of carrying 400 men",
                "that the town ordered in May",
            ],
        ),
        ("It was the ferry that the town ordered in May.", None),
        ("He got word that the king died in May.", None),
        ("Lee intimated disappointment that voters sent Wilson a warning in 1914.", None),
        ("The storm did not lead critics to argue that the wall leaked.", None),
        ("The storm could force the mayor to admit that the wall leaked.", None),
        ("She asked the mayor to say that the wall leaked.", None),
        ("She used the report to argue that the wall leaked.", None),
        (
            "The party won in 1916 with the slogan “He kept us out of war.”",
            ["The party won in 1916 with the slogan “He kept us out of war"],
        ),
        ("Senators repealed the “don't ask, don't tell” policy in 2010.", None),
        ("The crew mended the engine while it was there.", None),
        ("The price of tea rose while it fell in Leeds.", ["The price of tea rose", "it fell in Leeds"]),
        ("While he was away, the mill burnt down.", ["he was away", "the mill burnt down"]),
        ("The guards left while the town slept.", ["The guards left", "the town slept"]),
        (
            "The fishery has its troubles — as nearly all fisheries do — but has been well run since 1912.",
            ["The fishery has its troubles — as nearly all fisheries do", "has been well run since 1912"],
        ),
        (
            "The town outlawed the group -- the Iron Guard, a band of old soldiers -- and began a search.",
            ["The town outlawed the group -- the Iron Guard, a band of old soldiers", "began a search"],
        ),
        (
            "She left — he had sold the mill — and never came back.",
            ["She left", "he had sold the mill", "never came back"],
        ),
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
        (
            "He won the 100 meters (10.3 seconds), the long jump and the 200.",
            ["He won the 100 meters (10.3 seconds), the long jump and the 200"],
        ),
        (
            "Dewey has 8 states, while Henry Wallace, the candidate, has 4, down from 7 in January.",
            ["Dewey has 8 states", "Henry Wallace, the candidate, has 4", "down from 7 in January"],
        ),
        ("The dam, the mayor said on Monday, had leaked.", ["The dam, the mayor said on Monday, had leaked"]),
        ("The fire, Police Sgt. Ann Lee said, began at noon.", ["The fire, Police Sgt. Ann Lee said, began at noon"]),
        ("The ship was lost, Navy Cmdr. Ann Lee told reporters.", ["The ship was lost"]),
        (
            "Born in Atchison, Kansas, on July 24, 1897, Earhart worked as a nurse’s aide in Toronto.",
            ["Born in Atchison, Kansas, on July 24, 1897", "Earhart worked as a nurse’s aide in Toronto"],
        ),
        (
            "Sales abroad grew fastest: Britain, up 40%; Germany, up 22%; Argentina, down 6%.",
            ["Sales abroad grew fastest: Britain, up 40%; Germany, up 22%; Argentina, down 6%"],
        ),
        (
            "Capone, 32, who ran the ring, faces up to 17 years in prison.",
            ["Capone, 32, who ran the ring, faces up to 17 years in prison", "who ran the ring"],
        ),
        (
            "Penicillin was found by Alexander Fleming, who noticed that a mold had killed the germs.",
            ["Penicillin was found by Alexander Fleming", "a mold had killed the germs"],
        ),
        (
            "The mold protects mice against germs, researchers at the University of Oxford report in the Lancet.",
            ["The mold protects mice against germs"],
        ),
        ("Concluded Oates: “The tent was cold.”", ["The tent was cold"]),
        (
            "Scott pleaded with the crew to stay, but Oates replied “I am just going outside.”",
            ["Scott pleaded with the crew to stay", "I am just going outside"],
        ),
        (
            "Fleming found a mould which kills many kinds of bacteria in the body.",
            ["Fleming found a mould", "which kills many kinds of bacteria in the body"],
        ),
        (
            "The film was handed in by someone who had found it in Paris in 1921.",
            ["The film was handed in by someone", "who had found it in Paris in 1921"],
        ),
        (
            "The wall cracked, to the extent that two houses in Pisa were cleared.",
            ["The wall cracked, to the extent", "two houses in Pisa were cleared"],
        ),
        (
            "As the ship sank in the icy sea, the band played on the deck.",
            ["the ship sank in the icy sea", "the band played on the deck"],
        ),
        ("As it rained, they left.", ["As it rained, they left"]),
        ("However, the tomb held two chariots.", ["the tomb held two chariots"]),
        (
            "By 1950, the tower would lean by either 5 degrees or by 6 degrees, depending on the soil.",
            ["By 1950, the tower would lean by either 5 degrees or by 6 degrees, depending on the soil"],
        ),
        (
            "With the hull of the ship almost complete, the yard announced that it would hire 300 men.",
            ["With the hull of the ship almost complete", "it would hire 300 men"],
        ),
        (
            "Italy won 2 – 1, with a late goal from the Italian striker Silvio Piola.",
            ["Italy won 2 – 1", "with a late goal from the Italian striker Silvio Piola"],
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
            "They gave up the hunt after they had lost all of the sledges.",
            ["They gave up the hunt", "after they had lost all of the sledges"],
        ),
        (
            "Engineers were dismissed after poor steel led to the fall of the bridge.",
            ["Engineers were dismissed", "after poor steel led to the fall of the bridge"],
        ),
        (
            "Usually, Everest is the first peak, but over the past 30 days it's been third - and nearly tied with K2.",
            ["Usually, Everest is the first peak", "over the past 30 days it's been third - and nearly tied with K2"],
        ),
        (
            "Scott’s tent was so weak that the rope broke every time her crew changed its load or course.",
            ["Scott’s tent was so weak that the rope broke every time her crew changed its load or course"],
        ),
        (
            "Brunel praised the ship launched last spring – one of the largest ships of the age.",
            ["Brunel praised the ship launched last spring", "one of the largest ships of the age"],
        ),
        (
            "Hilly and dark areas, thought to represent parts of the crust of Mars, represent 14 percent of the map.",
            ["Hilly and dark areas, thought to represent parts of the crust of Mars, represent 14 percent of the map"],
        ),
        (
            "The treaty would end in 1920 as promised, and the troops left.",
            ["The treaty would end in 1920 as promised", "the troops left"],
        ),
        ("There are moulds which kill many kinds of bacteria in the body.", None),
        ("Scott sailed in June, with his friend Wilson.", None),
        (
            "They estimated by 1950, growing trade and changing diet would increase food needs by 50 percent.",
            ["by 1950, growing trade and changing diet would increase food needs by 50 percent"],
        ),
        (
            (
                "The scientists found loss of ice by 1950 exceeded 10% of 1900 levels, slowly raising the sea, in all "
                "cases examined."
            ),
            [
                "loss of ice by 1950 exceeded 10% of 1900 levels, slowly raising the sea, in all cases examined",
                "slowly raising the sea",
            ],
        ),
        (
            "Roebling co-founded a yard in 1849 and re-opened the mill at Trenton in 1850.",
            ["Roebling co-founded a yard in 1849", "re-opened the mill at Trenton in 1850"],
        ),
        (
            "The piers stand on rock and the deck of the bridge will be of steel.",
            ["The piers stand on rock", "the deck of the bridge will be of steel"],
        ),
        (
            "The yard lost the ownership of the ship and the navy could not find a new buyer.",
            ["The yard lost the ownership of the ship", "the navy could not find a new buyer"],
        ),
        ("Nor would the mayor take a penny for the bridge.", None),
        (
            "The mayor took no toll, nor did the ferry cost a penny.",
            ["The mayor took no toll", "nor did the ferry cost a penny"],
        ),
        ("“(T)hose who build on sand lose the house,” Eiffel wrote.", ["(T)hose who build on sand lose the house"]),
        (
            "Her best speech was heard in 1913 when she said, “The vote is near.”",
            ["Her best speech was heard in 1913", "The vote is near"],
        ),
        ("Gustave Eiffel explained the plan by saying: “The old one had burned.”", ["The old one had burned"]),
        ("Gustave Eiffel continued:", []),
        ("The letter went on to say:", []),
        ("The paper bore out that story in May, reporting:", ["The paper bore out that story in May"]),
        ("One old film features a series of men declaring:", ["One old film features a series of men"]),
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
        (
            "As night fell, travelers breathed a sigh of relief as the worst of their fears failed to come true.",
            ["As night fell, travelers breathed a sigh of relief", "the worst of their fears failed to come true"],
        ),
        ("She wonders when the toll will be lower.", None),
        ("The rules of the guild were as follows:", []),
        (
            "A poll puts Lee ahead by 46 to 40 percent in a match-up, while Roe would win by 52 to 38 percent.",
            [
                "A poll puts Lee ahead by 46 to 40 percent in a match-up",
                "Roe would win by 52 to 38 percent",
            ],
        ),
        ("In a letter to the council of Paris he wrote:", []),
        ("The fair ended by closing its gates to the public in May.", None),
        ("Eiffel found this by weighing the iron of the two towers.", None),
        ("The guild responded by closing its gates to the public in May.", None),
        ("Eiffel went on, as if he had not heard the mayor of Paris.", None),
        (
            "As if the fire was not enough to close the mill, Lowell said he would not sell it.",
            ["he would not sell it"],
        ),
        ("The tower has a few faults when compared to the bridge.", None),
        (
            "The fact that the guild had paid for the tower in 1887 did not help it.",
            [
                "The fact that the guild had paid for the tower in 1887 did not help it",
                "the guild had paid for the tower in 1887",
            ],
        ),
        (
            "The fair closed in May despite the fact that Paris had lent it 300 men.",
            ["The fair closed in May despite the fact that Paris had lent it 300 men", "Paris had lent it 300 men"],
        ),
        ("Among its chief findings: the pier is older than the town.", ["the pier is older than the town"]),
        ("Among its chief findings: cracks in the pier and 12 leaks.", None),
        ("Yes, that’s it.", []),
        (
            "The pier reopened in 1901, with 300 guests walking to its end, albeit in heavy rain.",
            ["The pier reopened in 1901", "with 300 guests walking to its end, albeit in heavy rain"],
        ),
        (
            (
                "The halls were hung with red and white flags showing the state arms, one of which was a gift from "
                "1776, albeit only for a week in May."
            ),
            [
                "The halls were hung with red and white flags showing the state arms",
                "one of which was a gift from 1776, albeit only for a week in May",
            ],
        ),
        (
            "The fate of the bridge is open for the city after deep cracks in the west pier put the workers in danger.",
            [
                "The fate of the bridge is open for the city",
                "after deep cracks in the west pier put the workers in danger",
            ],
        ),
        ("Read the whole story here.", []),
        ("Yes the dam leaked in 1889.", ["the dam leaked in 1889"]),
        ("No dam leaked in 1889.", None),
        (
            "The bridge was opened in May 1883.https://t.co/a1B2 pic.twitter.com/c3D4",
            ["The bridge was opened in May 1883"],
        ),
        ("Who paid the fine?", []),
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
            "The fire burned down the old factory, killing 146 workers, most of them young women.",
            ["The fire burned down the old factory", "killing 146 workers, most of them young women"],
        ),
        ("Even if they don’t pull on the rope, holding it needs the crew to send a man to the deck.", None),
        ("This was, in short, just what Lincoln did.", None),
        ("He had the ability to raise money without raising taxes on trade in the town.", None),
        (
            "The tower — designed by Gustave Eiffel — stands in Paris.",
            ["The tower — designed by Gustave Eiffel — stands in Paris", "designed by Gustave Eiffel"],
        ),
        (
            "Three towers (including the one in Paris) still stand.",
            ["Three towers (including the one in Paris) still stand"],
        ),
        (
            "The flood broke the wall, leaving 2,209 people dead, many of them children.",
            ["The flood broke the wall", "leaving 2,209 people dead, many of them children"],
        ),
        ("That was when Edison lit the first street in New York.", None),
        (
            "Lincoln moved 80 men in the town of Beaufort after at least one shell landed near the fort.",
            ["Lincoln moved 80 men in the town of Beaufort", "after at least one shell landed near the fort"],
        ),
        (
            "Now yards will be much more comfortable in building and banks will lend to them.",
            ["Now yards will be much more comfortable in building", "banks will lend to them"],
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
            "A gale caused the roof to fall into the market, killing 107 or more and wounding 238.",
            ["A gale caused the roof to fall into the market", "killing 107 or more", "wounding 238"],
        ),
        (
            "He posted the plans, where he posts new prices and other things for members of his firm to ponder.",
            ["He posted the plans", "where he posts new prices and other things for members of his firm to ponder"],
        ),
        ("The journey is a duty of all Muslims who physically and financially can.", None),
        (
            "The yard sold two boats, something it had never done before.",
            ["The yard sold two boats", "something it had never done before"],
        ),
        (
            "Engineers opened the gates, something they had not done since 1910, Ann Lee said.",
            ["Engineers opened the gates", "something they had not done since 1910"],
        ),
        ("Wages fell 3 percent last year, adjusted for inflation.", None),
        (
            "Counting the four yards that closed last year, though, orders are off more than $182 million.",
            [
                "Counting the four yards that closed last year, though, orders are off more than $182 million",
                "that closed last year",
            ],
        ),
        ("Trouble started when yards began opening up across the border.", None),
        (
            "The strike began in May, when the firm sacked ten men.",
            ["The strike began in May", "when the firm sacked ten men"],
        ),
        ("The company reported revenue declines.", None),
        ("Four mills — Ashton, Barrow, Carr and Dale — reported year-over-year revenue declines.", None),
        (
            (
                "The town went on to be a home of the trade, with online revenue up nearly 36 percent in October and "
                "nearly 18 percent so far this year."
            ),
            [
                "The town went on to be a home of the trade",
                "with online revenue up nearly 36 percent in October and nearly 18 percent so far this year",
            ],
        ),
        (
            "The leak, which began last week, was caused by strong winds and heavy rain that led the wall to fall.",
            [
                "The leak, which began last week, was caused by strong winds and heavy rain",
                "which began last week",
                "that led the wall to fall",
            ],
        ),
        (
            "A bomb exploded at the market in May, killing women and children.",
            ["A bomb exploded at the market in May", "killing women and children"],
        ),
        ("Lee was convicted of theft, resisting an officer and trespass.", None),
    ],
)
def test_a_sentence_becomes_claims(sentence: str, expected: list[str] | None) -> None:
    assert claims(sentence) == ([sentence[:-1]] if expected is None else expected)


def test_two_long_offices_tell_who_somebody_is() -> None:
    who = (
        "Professor Ann Lee, Director of the National Dam Study, and Chairman of the Leeds Centre for Control of Floods"
    )
    assert claims(f"{who}, says it is closed.") == [who, "it is closed"]


def test_no_word_with_a_curly_apostrophe_is_cut() -> None:
    assert "when Congress won’t" in claims(
        "Ervin thanked the clerk for stepping up and taking action when Congress won’t."
    )


def test_as_somebody_said_names_the_speaker_and_is_no_part_of_the_claim() -> None:
    (found,) = extract(story("As Carter told The Times, the tomb held two chariots.")).claims
    assert (found.text, found.attribution and found.attribution.speaker) == ("the tomb held two chariots", "Carter")


def test_a_quotation_gives_a_claim_for_each_sentence_without_its_marks() -> None:
    found = extract(story("“The dam leaked. It had leaked for weeks, and nobody looked,” the engineer said.")).claims
    assert [claim.text for claim in found] == ["The dam leaked", "It had leaked for weeks", "nobody looked"]
    assert all(claim.attribution and claim.attribution.quote for claim in found)


def test_a_row_of_a_table_is_one_claim_where_it_has_a_figure() -> None:
    rows = ("Bridge | Opened | Length", "Forth Bridge Co. | 1890 | 2,467 m", "Tay Bridge | 13 July 1887 | 3,264 m")
    found = extract(story(*rows)).claims
    assert [claim.text for claim in found] == list(rows[1:])
    assert [fact.text for fact in found[0].facts if fact.kind is not FactKind.NAME] == ["1890", "2,467"]
    assert len(claims("The bridge opened in 1890 | The bridge over the Tay in the north fell in 1879")) > 1


@pytest.mark.parametrize(
    "result",
    [
        "Group B — Brazil 1 – 2 Uruguay",
        "Full time: Leeds 3-0 Hull",
        "Leeds 3-0 Hull",
        "New York Giants 47, Chicago Bears 7",
    ],
)
def test_the_result_of_a_game_is_one_claim_that_nobody_says(result: str) -> None:
    (claim,) = extract(story(result, "It was the last game of the cup.")).claims[:1]
    assert (claim.text, claim.attribution) == (result, None)
    assert any(fact.kind is FactKind.NUMBER for fact in claim.facts)
    assert claims("Brazil won and Uruguay lost in 1958.") == ["Brazil won", "Uruguay lost in 1958"]


def test_words_to_the_hearer_are_no_part_of_a_claim() -> None:
    text = "“You know, the bridge opened in 1883,” Roebling said. “But you know, Brooklyn, a city of its own.”"
    assert claims(text) == ["the bridge opened in 1883", "Brooklyn, a city of its own"]


def test_dashes_that_part_a_clause_from_the_next_one_are_its_comma() -> None:
    text = (
        "Although he never flew well — he had a fear of heights — Wright, 14 years a mechanic, kept a shop in Dayton."
    )
    assert claims("It was 1908.", text)[1:] == [
        "he never flew well",
        "he had a fear of heights",
        "Wright, 14 years a mechanic, kept a shop in Dayton",
    ]


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


def test_headlines_and_captions_need_no_verb() -> None:
    assert claims((Role.HEADLINE, "Dam leak feared"), (Role.CAPTION, "The dam near Leeds")) == [
        "Dam leak feared",
        "The dam near Leeds",
    ]


def test_as_behind_the_comma_of_a_headline_opens_a_claim_whatever_its_verb_was_read_as() -> None:
    headline = "Watergate row: Richard Nixon and aide Rose 'insisting he keeps the tapes', as judge steps in to decide"
    assert claims((Role.HEADLINE, headline))[-1] == "judge steps in to decide"


def test_furniture_bears_no_claim() -> None:
    roles = [role for role in Role if role.section is None]
    assert claims(*((role, "The dam leaked in May 2020.") for role in roles)) == []


def test_no_claim_holds_half_a_quotation_that_was_set_aside() -> None:
    text = "Discussing his fears in a statement, the minister, Bob Stone, said, “We met the engineers.”"
    assert claims(text)[-1] == "We met the engineers"
    assert not any("“" in claim for claim in claims(text))


def test_a_headline_in_title_case_is_read_as_a_sentence() -> None:
    found = claims(
        (Role.HEADLINE, "Mayor Opened The Bridge In May And Closed The Old Ferry"),
        "The mayor opened the old bridge in May and closed the ferry.",
    )
    assert found[:2] == ["Mayor Opened The Bridge In May", "Closed The Old Ferry"]


@pytest.mark.parametrize(
    "text",
    [
        "A video showing the moment a trapped climber was rescued by soldiers was released Monday.",
        "The divers, having slowly searched the wreck, left without finding the bell.",
        "The majority of costumes involved at least some parts sewn by hand, a rare display of skill.",
    ],
)
def test_a_sentence_that_is_misread_is_a_claim_as_a_whole(text: str) -> None:
    assert text[:-1] in claims(text)


def test_the_labels_of_an_interview_are_no_part_of_a_claim() -> None:
    assert claims("Q: Tell us about the wreck.", "A: Divers found it in 1985.") == ["Divers found it in 1985"]


@pytest.mark.parametrize(
    ("headline", "claim", "speaker"),
    [
        ("The Latest: Man pulled from the wreck of a Leeds train", "Man pulled from the wreck of a Leeds train", None),
        ("Police: Man pulled from the wreck of a Leeds train", "Man pulled from the wreck of a Leeds train", "Police"),
        ("Port news: Two ferries sank off Cork", "Two ferries sank off Cork", None),
        ("‘Look up. Look out.’: Critics mock the new signs in Leeds", "Critics mock the new signs in Leeds", None),
        ("Police: Man stole a ferry in Leeds", "Man stole a ferry in Leeds", "Police"),
        ("Police: 3 dead in Leeds ferry fire", "3 dead in Leeds ferry fire", "Police"),
        ("Ann Lee: The council hid the leak", "The council hid the leak", "Ann Lee"),
    ],
)
def test_a_label_before_a_headline_is_no_claim_but_may_name_who_says_it(
    headline: str, claim: str, speaker: str | None
) -> None:
    found = extract(story((Role.HEADLINE, headline), "The town has a harbour. Ann Lee lives there.")).claims[0]
    assert (found.text, found.attribution and found.attribution.speaker) == (claim, speaker)


def test_a_subject_with_a_past_of_its_own_keeps_its_verb() -> None:
    dek = "A page written on board hours before the collision goes on show for the first time"
    assert claims((Role.DEK, dek)) == [dek]


def test_what_many_claims_stand_in_is_none_itself() -> None:
    found = claims("He said the dam held, " * 20)
    assert found
    assert max(map(len, found)) < len("He said the dam held, ") * 14
    assert len(claims("He said the dam held, " * 5)) > 3


def test_a_paragraph_that_is_all_a_bracket_is_read() -> None:
    assert claims("The wall broke.", "(The dam leaked in May.)") == ["The wall broke", "The dam leaked in May"]
