"""Who says it."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.model import Role
from tests.extraction.build import story


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“The dam leaked for weeks,” the engineer said.", "the engineer", "said"),
        ("“The dam leaked for weeks,” said engineer Ann Lee.", "Ann Lee", "said"),
        ("“The dam leaked for weeks,” Ann Lee told reporters on Monday.", "Ann Lee", "told"),
        ("Ann Lee said: “The dam leaked for weeks.”", "Ann Lee", "said"),
        ("“The dam leaked for weeks,” chairman, owner and founder Ann Lee said on Monday.", "Ann Lee", "said"),
        ("“The dam leaked for weeks,” said Ann Lee, who runs the plant.", "Ann Lee", "said"),
        ("“The dam leaked for weeks,” exhorted the keeper of the dam, Ann Lee.", "Ann Lee", "exhorted"),
        ("“The dam leaked for weeks,” exhorted Lee’s keeper.", "Lee’s keeper", "exhorted"),
        ("Concluded Ann Lee: “The dam leaked for weeks.”", "Ann Lee", "Concluded"),
        ("Added engineer Ann Lee: “The dam leaked for weeks.”", "Ann Lee", "Added"),
        ("“The dam leaked for weeks,” Texas engineer Mary Byrne, in a “Dry” hat, said.", "Mary Byrne", "said"),
        ("“The dam leaked for weeks.” — Ann Lee", "Ann Lee", None),
        ("Ann Lee: “The dam leaked for weeks.”", "Ann Lee", None),
        ("Ann Lee (Leeds):“The dam leaked for weeks.”", "Ann Lee", None),
        ('Ann Lee:"The dam leaked for weeks."', "Ann Lee", None),
        ("'The dam leaked for weeks,' the engineer said.", "the engineer", "said"),
        ("“The dam leaked for weeks,”Roebling said.", "Roebling", "said"),
        ("The end was no surprise to engineer John Roebling: “The dam leaked for weeks.”", "John Roebling", None),
        ("Chief engineer John Roebling: “The dam leaked for weeks.”", "Chief engineer John Roebling", None),
        ("Reporters kept on asking John Roebling: “Had the dam leaked for weeks?”", "Reporters", "asking"),
        (
            "“The dam is old. It leaked,” lead author John Roebling, an engineer at the Trenton Board, said.",
            "John Roebling",
            "said",
        ),
        (
            "It came. Said John Roebling, an engineer who had grown up by the dam in Trenton, “It leaked.”",
            "John Roebling",
            "Said",
        ),
        ("Asked about the dam, which he had built, John Roebling winced: “It leaked.”", "John Roebling", "winced"),
        ("American academic and professor Paul Samuelson said, “It leaked.”", "Paul Samuelson", "said"),
        ("Neighbour and friend Ann Lee said, “It leaked.”", "Ann Lee", "said"),
        ("Nixon and adviser Henry Kissinger said, “It leaked.”", "Nixon", "said"),
        ("British Ambassador to the United States James Bryce said, “It leaked.”", "James Bryce", "said"),
        ("The spokesman for Ann Lee said, “It leaked.”", "The spokesman for Ann Lee", "said"),
        ("Visitors found a sign reading “The dam leaked for weeks.”", "a sign", "reading"),
        ("“The dam leaked for weeks”, added Reuters.", "Reuters", "added"),
        ("The town was angry, with a farmer saying, “The dam leaked for weeks.”", "a farmer", "saying"),
        ("The town was angry, with another writing, “The dam leaked for weeks.”", "another", "writing"),
        ("The town was angry, with farmers of Leeds saying: “The dam leaked.”", "farmers of Leeds", "saying"),
        ("“The dam leaked for weeks,” Ann Lee-Roebling said.", "Ann Lee-Roebling", "said"),
        (
            "“The dam leaked for weeks,” Youssef Al-Azma, minister at war at the Damascus Gazette, said.",
            "Youssef Al-Azma",
            "said",
        ),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str, cue: str | None) -> None:
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.cue) == (speaker, cue)
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "named"),
    [
        ("A source said that the dam had leaked.", "A source", False),
        ("Police said that the dam had leaked.", "Police", True),
        ("The WHO said that the flu had spread.", "The WHO", True),
        ("WHO says that the flu spread to those who had had none.", "WHO", True),
        ("The flu had spread, according to the WHO.", "the WHO", True),
        ("French Ambassador to the United States Jules Jusserand said that it leaked.", "Jules Jusserand", True),
        (
            "The Bayless Pulp and Paper Company said that the dam had leaked.",
            "The Bayless Pulp and Paper Company",
            True,
        ),
        ("Authorities said that the dam had leaked.", "Authorities", False),
        ("A group of Londoners said that the dam had leaked.", "A group of Londoners", False),
        ("A number of engineers said that the dam had leaked.", "A number of engineers", False),
        ("The group of Londoners said that the dam had leaked.", "The group of Londoners", True),
        ("A group said that the dam had leaked.", "A group", True),
        ("Detectives said that the dam had leaked.", "Detectives", False),
        ("There has been word that the dam had leaked.", "word", False),
        ("There are rumours that the dam had leaked.", "rumours", False),
        ("Word on the street is that the dam had leaked.", "Word on the street", False),
        ("Rumor has it that Ann Lee sold the dam.", "Rumor", False),
        ("The dam had leaked, People reported.", "People", True),
        ("People reports that the dam had leaked.", "People", True),
        ("The dam had leaked, The Observer said.", "The Observer", True),
        ("The dam had leaked, an observer said.", "an observer", False),
        ("Observers said that the dam had leaked.", "Observers", False),
        ("The dam had leaked, some Witnesses said.", "some Witnesses", False),
        ("The leak was found late, per the council's report.", "the council's report", True),
        ("It saw levels reach a record when it rained in 1931, according to curator Ellen Lee.", "Ellen Lee", True),
        ("The dam had leaked for weeks, council records show.", "council records", True),
        ("The report said that the dam had leaked.", "The report", True),
        ("The dam had leaked for weeks, a new study reports.", "a new study", True),
        ("The dams, said Ann Lee, are mended every ten years.", "Ann Lee", True),
        ("The dams, says the mayor, were built in 1931.", "the mayor", True),
        ("The National Guard said that the dam had leaked.", "The National Guard", True),
        ("The coast guard said that the dam had leaked.", "The coast guard", True),
        ("A prison guard said that the dam had leaked.", "A prison guard", False),
        ("Its owner, claims the report, didn’t pay the men.", "the report", True),
        ("Ann Lee said that the dam had leaked.", "Ann Lee", True),
        ("Youssef al-Azma said that the dam had leaked.", "Youssef al-Azma", True),
        (
            "The National Institute on Dam Safety has also said that it leaked.",
            "The National Institute on Dam Safety",
            True,
        ),
        ("The engineers Ann Lee and Tom Ray said that the dam had leaked.", "The engineers Ann Lee and Tom Ray", True),
        ("The mayor said that the dam had leaked.", "The mayor", True),
        ("The dam had leaked, according to people familiar with it.", "people familiar with it", False),
        ("The dam had leaked, according to eyewitness accounts.", "eyewitness accounts", False),
        ("The dam had leaked, according to the Ministry of Works.", "the Ministry of Works", True),
    ],
)
def test_reported_speech_has_a_speaker_who_is_named_or_not(text: str, speaker: str, named: bool) -> None:
    (claim,) = extract(story(text)).claims
    assert claim.attribution is not None
    assert (claim.attribution.speaker, claim.attribution.named, claim.attribution.quote) == (speaker, named, False)
    assert text[claim.attribution.start : claim.attribution.end] == speaker


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A farmer said that the dam had leaked. The farmer said that it was old.", False),
        ("One poster said that the dam had leaked. The poster wrote that it was old.", False),
        ("The farmer said that it was old.", True),
        ("A company said that the dam had leaked. The company said that it was old.", True),
        ("A mayor said that the dam had leaked. The mayor of Leeds said that it was old.", True),
        ("A captain said that it leaked. Captain John Roebling came. The captain said that it was old.", True),
        ("A singer, Ann Lee, said that the dam had leaked. The singer said that it was old.", True),
        ("The unidentified farmer said that it was old.", False),
        ("Unidentified farmers said that it was old.", False),
        ("A post by an unknown author said that it was old.", False),
        ("The Unknown Soldier Trust said that it was old.", True),
        ("The whistleblower said that it was old.", False),
        ("The whistleblower, Ann Lee, said that it was old.", True),
    ],
)
def test_who_was_told_of_without_a_name_has_none_later(text: str, named: bool) -> None:
    last = extract(story(text)).claims[-1].attribution
    assert last is not None
    assert last.named is named


def test_a_rumour_does_not_speak_on_and_what_no_rumour_says_is_the_papers_own() -> None:
    told, denied, said = extract(
        story(
            "There is talk that the dam leaked.", "There is no word that it was mended.", "“Nobody knows of the leak.”"
        )
    ).claims
    assert told.attribution is not None
    assert told.attribution.speaker == "talk"
    assert denied.attribution is None
    assert denied.text == "There is no word that it was mended"
    assert said.attribution is None or said.attribution.speaker != "talk"


def test_a_second_quotation_in_the_paragraph_keeps_the_speaker() -> None:
    found = extract(story("“The dam leaked,” Ann Lee said. “Nobody looked at it for a year.”"))
    assert [quote.speaker for quote in found.quotes] == ["Ann Lee", "Ann Lee"]


def test_a_quotation_goes_on_in_the_next_paragraph_without_a_cue() -> None:
    found = extract(story("Ann Lee said: “The dam leaked for weeks.", "“Nobody looked at it for a year.”"))
    assert [(quote.speaker, quote.cue) for quote in found.quotes] == [("Ann Lee", "said"), ("Ann Lee", None)]


def test_a_fragment_has_a_speaker_and_its_claim_is_not_called_a_quotation() -> None:
    text = "The engineer said that the dam was “a danger to all of us” in spring."
    found = extract(story(text))
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [("“a danger to all of us”", "The engineer")]
    (claim,) = found.claims
    assert claim.attribution is not None
    assert not claim.attribution.quote


def test_the_title_of_a_work_is_no_quotation() -> None:
    assert extract(story("The actor played a judge in “Gone With the Storm” in 1999.")).quotes == ()


def test_a_paragraph_that_ends_in_a_colon_introduces_the_next_one() -> None:
    found = extract(story("Ann Lee told the council:", "“The dam leaked for weeks.”"))
    assert [quote.speaker for quote in found.quotes] == ["Ann Lee"]


def test_a_bracket_behind_a_quotation_that_was_announced_changes_nothing() -> None:
    found = extract(story("Ann Lee was blunt:", "“The dam leaked for weeks. They knew” (our translation)."))
    assert [quote.speaker for quote in found.quotes] == ["Ann Lee"]
    assert not extract(story("The town has two parks:", "“Water Park” (1912)")).quotes


def test_a_quotation_goes_on_in_a_paragraph_that_only_closes_it() -> None:
    found = extract(story('Ann Lee said, "The dam leaked for weeks.', 'Nobody looked at it for a year."'))
    assert [(quote.text, quote.speaker) for quote in found.quotes] == [
        ('"The dam leaked for weeks.', "Ann Lee"),
        ('Nobody looked at it for a year."', "Ann Lee"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The driver was late, and Ann Lee said that the dam had leaked.",
        "He met a friend of the family before Ann Lee said that the dam had leaked.",
        "Friends came to the dam. Ann Lee said that the dam had leaked.",
    ],
)
def test_who_speaks_beside_others_keeps_the_name(words: str) -> None:
    said = [claim.attribution for claim in extract(story(words)).claims]
    assert [(by.person, by.named) for by in said if by is not None] == [("Ann Lee", True)]


def test_a_fragment_that_tells_of_whoever_says_it_goes_on_with_the_speaker() -> None:
    text = "“It is a fine bridge,” said Emily Roebling. The river, which froze in 1875, is “as wide as I’ve ever seen.”"
    found = extract(story(text))
    assert [quote.speaker for quote in found.quotes] == ["Emily Roebling", "Emily Roebling"]
    whole = next(claim for claim in found.claims if claim.text.endswith("ever seen"))
    assert whole.attribution is not None
    assert whole.attribution.speaker == "Emily Roebling"


def test_what_is_told_within_what_is_told_is_a_claim_of_its_own() -> None:
    text = "The mayor said Roebling had told the city by letter in May that the cable was rotten."
    told = [(claim.text, claim.attribution and claim.attribution.speaker) for claim in extract(story(text)).claims]
    assert told == [
        ("Roebling had told the city by letter in May that the cable was rotten", "The mayor"),
        ("the cable was rotten", "Roebling"),
    ]


def test_a_fragment_belongs_to_the_outermost_speaker() -> None:
    (quote,) = extract(story("Ann Lee said that the mayor called the dam “a danger to all of us” in May.")).quotes
    assert quote.speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("According to the Gazette, Roebling called the dam “a joke” in May.", "Roebling"),
        ("According to the lawsuit, Roebling told the firm that the risk was “remote and small” in May.", "Roebling"),
        ("The miners chanted “Eight hours” in the square, the Chicago Tribune reports.", "The miners"),
        ("Roebling said that the mayor called the dam “a danger” in May, the Gazette reported.", "Roebling"),
        # what is told of an act is in the words of whoever tells it
        ("According to the lawsuit, the firm charged users a “hidden fee” in May.", "the lawsuit"),
        ("The Gazette reported that Roebling was dismissed for “gross neglect” in May.", "Gazette"),
        ("The dam was “a danger to all of us” in May, the Gazette reported.", "Gazette"),
    ],
)
def test_words_that_a_paper_passes_on_are_those_of_who_said_them(sentence: str, speaker: str) -> None:
    (quote,) = extract(story(sentence)).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We are sinking fast,” radioed the captain at noon.", "the captain"),
        ("“We won the match!” posted Emily Roebling.", "Emily Roebling"),
        ("“It is over.” Posted guards kept the gate shut.", None),
    ],
)
def test_whoever_stands_behind_a_verb_of_sending_speaks(text: str, speaker: str | None) -> None:
    (quote,) = extract(story(text)).quotes
    assert quote.speaker == speaker


def test_the_speaker_of_a_fragment_may_follow_it() -> None:
    (quote,) = extract(story("The leak is “roughly as big as it was in May,” reported the agency.")).quotes
    assert quote.speaker == "the agency"


def test_nobody_says_what_was_not_said() -> None:
    (claim,) = extract(story("Nobody who read the letters thinks that she left.")).claims
    assert claim.attribution is None


def test_who_is_told_is_no_speaker() -> None:
    found = extract(story("Ann Lee was told that the dam had leaked for weeks."))
    assert [claim.attribution for claim in found.claims] == [None]


def test_what_somebody_adds_is_theirs() -> None:
    found = extract(story("Ann Lee said that the dam had leaked, adding that nobody had looked at it.")).claims
    assert [(claim.text, claim.attribution and claim.attribution.speaker) for claim in found] == [
        ("the dam had leaked", "Ann Lee"),
        ("nobody had looked at it", "Ann Lee"),
    ]


def test_whom_a_quotation_speaks_of_is_not_who_speaks() -> None:
    found = extract(story("Robert Lee, 51, spoke to the council.", "“John Moss, 60, let it leak,” he said."))
    assert found.quotes[0].person == "Robert Lee"


def test_quoted_words_are_not_taken_for_their_own_speaker() -> None:
    found = extract(
        story("Lee called Moss a “friend,” a “rival” and a “joker such as I have never met before.”")
    ).quotes
    assert {quote.speaker for quote in found} == {"Lee"}


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Haldeman was quoted as saying that the tapes existed.", "the tapes existed", "Haldeman"),
        ("Nixon went on to say that the tapes were his own.", "the tapes were his own", "Nixon"),
        ("Lincoln warned the farmers the dam would break by May.", "the dam would break by May", "Lincoln"),
        ("Nixon believes the dam will hold and hopes that it will rain.", "it will rain", "Nixon"),
        ("Nixon bragged he had burned the tapes.", "he had burned the tapes", "Nixon"),
        ("Nixon was forced to admit that the tapes existed.", "the tapes existed", "Nixon"),
        ("The storm forced the company to admit that the wall leaked.", "the wall leaked", "the company"),
        ("The dam broke, prompting critics to argue that the wall leaked.", "the wall leaked", "critics"),
        ("What they saw led them to suspect that the wall leaked.", "the wall leaked", "them"),
        ("Nixon pointed out that the tapes were his own.", "the tapes were his own", "Nixon"),
        ("It was led by Ervin, who's argued for years that tapes can't be burned.", "tapes can't be burned", "Ervin"),
        ("He was told by doctors that the clot was dangerous.", "the clot was dangerous", "doctors"),
        ("The ministry closed the bridge. It said the dam had leaked.", "the dam had leaked", "It"),
        ("Nixon made clear that his talk with Dean was taped.", "his talk with Dean was taped", "Nixon"),
        ("Nixon made it very plain that he would stay on.", "he would stay on", "Nixon"),
        ("Nixon was clear that the tapes were his own.", "the tapes were his own", "Nixon"),
        (
            "On Sunday, Ervin made clear that his meeting with the mayor was not political, saying it was planned.",
            "it was planned",
            "Ervin",
        ),
        ("Engineers are of the view that the dam had leaked.", "the dam had leaked", "Engineers"),
        ("An analysis by Gallup showed the party won four times.", "the party won four times", "An analysis by Gallup"),
        ("As the Washington Post reported, the burglars had worked there.", "the burglars had worked there", "Post"),
        ("The treaty, which officials said would end the war, was signed.", "which officials said would", "officials"),
        ("Reporters read Nixon’s claim that the tapes did not exist.", "the tapes did not exist", "Nixon"),
        ("It closed after a report by the ministry that it had cracked.", "it had cracked", "the ministry"),
        ("Nixon issued a statement saying the tapes had been lost.", "the tapes had been lost", "Nixon"),
        ("The paper printed a letter saying the tapes had been lost.", "the tapes had been lost", "a letter"),
        ("The crowd left when Nixon said that the tapes had been lost.", "the tapes had been lost", "Nixon"),
        ("Dean, an analyst at the Bank of England, who said that it had failed, left.", "it had failed", "Dean"),
        ("It was an aide familiar with the plan, who said that it had failed.", "it had failed", "an aide"),
        ("It leaks every year, but, according to Lee, the wall has held.", "the wall has held", "Lee"),
        ("Lee has denied that she knew of the leak.", "Lee has denied that she knew of the leak", "Lee"),
        ("In a paper Lee brings a new warning: Engineers forget how old it is.", "Engineers forget", "Lee"),
        ("She also disputes Lee’s conclusions that rain has broken it.", "rain has broken it", "Lee"),
        ("The Titanic, records show, carried 20 lifeboats.", "The Titanic, records show, carried", "records"),
        ("During those years, port records show, the ship made no voyage.", "During those", "port records"),
        ("It cost $7 million in 1912, records show, and was sold.", "It cost $7 million in 1912", "records"),
        ("The ship left Belfast in May and, records show, did not return.", "did not return", "records"),
        ("Reuters reported, citing two officials, that the dam leaked.", "the dam leaked", "Reuters"),
        ("Lee spoke of loans, adding that the town was broke.", "the town was broke", "Lee"),
        (
            "Reuters has learned that according to an internal memo, the dam is being watched by police.",
            "the dam is being watched by police",
            "an internal memo",
        ),
        ("The Gazette reported that, according to a memo, the dam leaked.", "the dam leaked", "Gazette"),
        ("CNN has learned that the dam leaked.", "the dam leaked", "CNN"),
    ],
)
def test_what_is_reported_is_a_claim_of_its_own_with_its_speaker(text: str, claim: str, speaker: str) -> None:
    found = [one for one in extract(story(text)).claims if one.text.startswith(claim)]
    assert [one.attribution is not None and speaker in one.attribution.speaker for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Nixon would leave if he thought that the tapes had been lost.",
        "Film of the flood shows the wall fell at noon.",
        "The leak made it clear that the wall was old.",
        "The paper printed the claim that the tapes had been lost.",
        "Nixon did not say that the tapes had been lost.",
        "It's said that the tapes had been lost.",
        "Voters who say the war is lost stayed at home.",
        "Officials worry so much about the dam that they left the town.",
    ],
)
def test_what_nobody_says_has_no_speaker(text: str) -> None:
    assert [claim.attribution for claim in extract(story(text)).claims] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "It leaks every year, but, according to Lee, the wall has held.",
        "The yard has closed two docks and, according to the union, dismissed 300 welders.",
        "Lee sold the yard in May and, according to the Gazette, moved to Leeds in 1931.",
        "Lee has sold the yard and, according to the Gazette, moved to Leeds.",
    ],
)
def test_according_to_in_the_second_half_is_the_source_of_that_half_only(text: str) -> None:
    assert [claim.attribution is None for claim in extract(story(text)).claims] == [True, False]


def test_what_leads_to_somebodys_message_is_the_papers_own() -> None:
    said = {
        claim.text: claim.attribution for claim in extract(story("Ann Lee had one message: the dam has leaked.")).claims
    }
    assert [who and who.speaker for who in said.values()] == [None, "Ann Lee"]


def test_with_reports_saying_so_is_no_claim_beside_what_they_say() -> None:
    text = "The toll may be much higher, with some reports suggesting as many as 200 have been killed."
    assert [claim.text for claim in extract(story(text)).claims] == [
        "The toll may be much higher",
        "as many as 200 have been killed",
    ]


def test_what_is_told_of_a_speaker_or_before_a_colon_is_the_papers_own() -> None:
    text = (
        "The dam had leaked, according to an engineer who was dismissed in May. Opinion is split: half say it leaked."
    )
    said = {claim.text: claim.attribution is not None for claim in extract(story(text)).claims}
    assert said["The dam had leaked"]
    assert not any(own for words, own in said.items() if words.startswith(("who was", "Opinion")))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The tapes are mine,” an angry Nixon retaliated.", "Nixon"),
        ("Nixon shook his head, “The tapes are mine.”", "Nixon"),
        ("“The tapes are mine,” the governor shot back.", "the governor"),
        (
            "“We will see,” Fleet Engineer George Melville with the United States Navy Department said.",
            "George Melville",
        ),
        ("Nixon said,“The tapes are mine. They always were.”", "Nixon"),
        ('Sooner or later, the governor told reporters, "it starts to pay off."', "the governor"),
        ("Nixon winked at the crowd, telling them, “The tapes are mine.”", "Nixon"),
        ("The aide said Nixon would have to choose, saying, “The tapes are his.”", "The aide"),
        ("The aide said the plan was made by Nixon and added, “The tapes are his.”", "The aide"),
        ("Humphrey suggested a vote, while Wallace said that the “stakes are too high” for one.", "Wallace"),
        ("The press dismissed Nixon’s claim that the war “had been won” in May.", "Nixon"),
        ("Churchill referred to the border as the “Iron Curtain.”", "Churchill"),
        ("A Senate report found “no evidence of a second gunman.”", "A Senate report"),
        ("In the words of the senator, Sam Ervin, “The tapes are ours.”", "Sam Ervin"),
        ("After the aide criticized the plan, Nixon shot back, “The tapes are mine.”", "Nixon"),
        ("“You know, it happens, right?” Nixon went on, as if nobody had asked.", "Nixon"),
        ("Nixon emailed supporters saying: “The struggle continues.”", "Nixon"),
        ("Ford posted a message on the wall reading “Thank you Georgia” moments after polls closed.", "Ford"),
        ("Nixon thanked him for “standing up when nobody else did.”", "Nixon"),
        ("A man in the hall yelled “Stay there!”", "A man in the hall"),
        ("“Who burned the tapes?” Ervin repeated. Nixon was silent.", "Ervin"),
        ("As press secretary Ron Ziegler explained, three tapes were lost, “which is a small number.”", "Ron Ziegler"),
        ("The crowd heard Nixon’s promise of “law and order” in May.", "Nixon"),
        ("Nixon’s answer was that “the family is first.”", "Nixon"),
        ("Holding candles, the protesters chanted “Peace now, peace in Vietnam.”", "the protesters"),
        ("The miners left after Nixon’s remark that, “We shall close a lot of mines.”", "Nixon"),
        ("Ervin was shaken by Nixon’s answer: “The tapes are mine.”", "Nixon"),
        ("Nixon also embraced the bombing — “I think it is nothing beside what they would do.”", "Nixon"),
        ("Disraeli called Gladstone a “bully, I think, of the old school.”", "Disraeli"),
        ("Ann Lee, the mayor, called Mr. Nixon’s remarks on Saturday “a true wake-up call” to all.", "Ann Lee"),
        ("Ervin ruled that Nixon’s claim was “true in part,” in 1973.", "Ervin"),
        ("Nixon’s answer was “short and clear” in 1973.", "Nixon"),
    ],
)
def test_who_speaks_where_no_plain_cue_stands_beside_the_quotation(text: str, speaker: str) -> None:
    (quote,) = extract(story(text)).quotes
    assert quote.speaker == speaker


def test_who_speaks_before_a_colon_where_the_verb_comes_first() -> None:
    story_ = story("Added Sam Ervin:", "“I think that the tapes are ours.”")
    assert [quote.speaker for quote in extract(story_).quotes] == ["Sam Ervin"]


def test_a_quotation_alone_belongs_to_who_was_reported_before_it() -> None:
    found = extract(
        story(
            "“The tapes are mine,” Richard Nixon said.",
            "Sam Ervin said that the president had known of the break-in.",
            "“I am not going to let it rest.”",
        )
    ).quotes
    assert [quote.person for quote in found] == ["Richard Nixon", "Sam Ervin"]


def test_whoever_a_speaker_tells_of_does_not_speak_on() -> None:
    found = extract(
        story("Sam Ervin said that John Dean had told him that the tapes existed.", "“I did not believe it.”")
    ).quotes
    assert [quote.person for quote in found] == ["Sam Ervin"]


def test_what_stands_behind_a_semicolon_is_said_too() -> None:
    found = extract(story("Ervin said that eighteen minutes of tape were gone; nine tapes were never found.")).claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == ["Ervin", "Ervin"]


def test_in_whose_view_something_is_so() -> None:
    found = extract(story("The war was lost by 1968, in Cronkite’s view, and the army went on.")).claims
    assert [(claim.attribution and claim.attribution.speaker) for claim in found] == ["Cronkite", None]


def test_a_speakers_name_is_told_from_a_long_title() -> None:
    found = extract(story("U.S. Secretary of State Cyrus Vance said that the talks had failed.")).claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == ["Cyrus Vance"]


def test_a_firm_is_called_by_its_name() -> None:
    found = extract(story("The security firm Pinkerton said that the strike was over.")).claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == ["Pinkerton"]


def test_a_body_is_called_by_its_whole_name() -> None:
    found = extract(story("The Office of the Surveyor General said that the strike was over.")).claims
    assert [claim.attribution and claim.attribution.speaker for claim in found] == [
        "The Office of the Surveyor General"
    ]


def test_whoever_stands_before_a_misread_verb_speaks() -> None:
    text = "The leader of the guild, Gustave Eiffel, condemned Monday’s attack, saying that it was cruel."
    (claim,) = [one for one in extract(story(text)).claims if one.attribution is not None]
    assert claim.attribution is not None
    assert (claim.text, claim.attribution.speaker) == ("it was cruel", "Gustave Eiffel")


def test_of_a_long_name_more_is_left_than_how_many_they_are() -> None:
    (claim,) = extract(
        story(
            "Some of the members of the club of the owners of the dam at South Fork in the hills above Johnstown, "
            "Pennsylvania, said that it had leaked."
        )
    ).claims
    assert claim.attribution is not None
    assert claim.attribution.speaker == "Some of the members"


def test_whom_a_quotation_names_behind_it_does_not_speak() -> None:
    (quote,) = extract(story("Barnum has declared the whale to be “blessed” by God.")).quotes
    assert quote.speaker == "Barnum"


def test_results_show_what_they_show_unless_somebody_tells_of_them() -> None:
    found = extract(
        story("Results of the trials show barley grows faster. Ervin noted the results show it fails.")
    ).claims
    assert [(claim.text, claim.attribution and claim.attribution.speaker) for claim in found] == [
        ("barley grows faster", "Results of the trials"),
        ("the results show it fails", "Ervin"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nixon was asked, “What was on the tapes that you burned?”",
        "Nixon was asked, “What was on the tapes that you burned?” He answered, “Nothing.”",
        "When asked whether the tapes were “in the vaults of the White House or in some other place,” Nixon said no.",
    ],
)
def test_who_is_asked_does_not_speak(text: str) -> None:
    assert extract(story(text)).quotes[0].speaker is None


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It leaked,” Dean said. “It always had.” Ervin replied, “It had not.”", ["Dean", "Dean", "Ervin"]),
        ("Dean praised it in May. “It never leaked at all.” Ervin answered: “It had.”", ["Dean", "Ervin"]),
        ("“It leaked for a week.” Ervin added, “It always had.”", ["Ervin", "Ervin"]),
        ("“It leaked for a week!” Ervin added. “It always had.”", ["Ervin", "Ervin"]),
        ("“It leaked,” Dean said. “It always had.” Ervin said that it had not.", ["Dean", "Dean"]),
        ("“It leaked,” Dean said. “It always had.” Ervin went on to say:", ["Dean", "Dean"]),
        ("“It leaked for weeks on end.” Ann Lee said on Monday.", ["Ann Lee"]),
    ],
)
def test_a_cue_before_the_next_quotation_is_that_ones(text: str, speakers: list[str]) -> None:
    assert [quote.speaker for quote in extract(story(text)).quotes] == speakers


def test_a_quotation_after_a_paragraph_that_announces_a_statement_is_its_issuers() -> None:
    story_ = story("Richard Nixon released the following statement:", "“I shall resign at noon tomorrow.”")
    assert [quote.speaker for quote in extract(story_).quotes] == ["Richard Nixon"]


@pytest.mark.parametrize("announced", ["this claim by Richard Nixon", "the following claim by Richard Nixon in May"])
def test_a_quotation_after_a_paragraph_that_announces_somebodys_claim_is_theirs(announced: str) -> None:
    story_ = story(f"The paper looked at how others rated {announced}:", "“I shall resign at noon tomorrow.”")
    assert [quote.speaker for quote in extract(story_).quotes] == ["Richard Nixon"]


@pytest.mark.parametrize("before", ["“It leaked,” Dean said.", "Dean said that it leaked."])
def test_who_is_announced_speaks_whoever_spoke_before(before: str) -> None:
    found = extract(story(f"{before} Ervin told the press in May:", "“Nobody has looked at it.”")).quotes
    assert found[-1].speaker == "Ervin"


def test_a_fragment_that_begins_a_sentence_goes_on_with_the_speaker() -> None:
    text = "“The key is the South,” said Larry O’Brien. “Johnson won it” and may do so again."
    assert [quote.speaker for quote in extract(story(text)).quotes] == ["Larry O’Brien", "Larry O’Brien"]


def test_a_programme_that_is_told_something_is_no_quotation() -> None:
    assert extract(story("Nixon told “Meet the Press” after the vote that he had won.")).quotes == ()


@pytest.mark.parametrize(
    ("sentence", "words", "speaker"),
    [
        ("Wilson admired the emperor as a “man of peace” in May.", "“man of peace”", "Wilson"),
        ("Critics compared the treaty to a “peace of the vanquished” in May.", "“peace of the vanquished”", "Critics"),
        ("Jackson exhorted Democrats to “keep hope alive” in May.", "“keep hope alive”", "Jackson"),
        (
            "The dam was a “lawful source of power,” as a Senate memo put it.",
            "“lawful source of power,”",
            "a Senate memo",
        ),
        ("The ad uses footage of John Glenn asking, “Why are we not first?”", "“Why are we not first?”", "John Glenn"),
        ("Nixon’s answer was that Congress “would say anything” in 1972.", "“would say anything”", "Nixon"),
        ("Men marching through the streets chanted “What curfew?” and kept on.", "“What curfew?”", "Men"),
        (
            "Ann Lee called for Mayor Roe to resign for not calling the dam attack an act of “gross neglect.”",
            "“gross neglect.”",
            "Ann Lee",
        ),
    ],
)
def test_whose_words_a_fragment_is(sentence: str, words: str, speaker: str) -> None:
    (quote,) = extract(story(sentence)).quotes
    assert (quote.text, quote.speaker) == (words, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "Congress taxed the so-called “windfall profits” of the oil firms in 1980.",
        "The law, known as the “Clean Water Act” ever since, was passed in 1972.",
        "The show was put on to make the army look “strong” in 1968.",
    ],
)
def test_a_term_is_nobodys_words(sentence: str) -> None:
    assert extract(story(sentence)).quotes == ()


@pytest.mark.parametrize(
    ("sentence", "content", "speaker"),
    [
        ("The Supreme Court ruled that the tapes were evidence.", "the tapes were evidence", "The Supreme Court"),
        ("Many senators were afraid that the war was lost.", "the war was lost", "Many senators"),
        ("Officials were afraid that the war was lost.", "the war was lost", "Officials"),
        ("Kissinger’s view was that the war was lost.", "the war was lost", "Kissinger"),
        ("The valve ensured that the dam was dry.", "The valve ensured that the dam was dry", None),
        ("Nixon was so upset that he left the room.", "Nixon was so upset that he left the room", None),
    ],
)
def test_a_view_has_a_holder_whatever_it_hangs_on(sentence: str, content: str, speaker: str | None) -> None:
    (claim,) = extract(story(sentence)).claims
    assert (claim.text, claim.attribution and claim.attribution.speaker) == (content, speaker)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "On Sunday’s episode of The Night Show, the former vice president and current nominee said it was lost.",
            "the former vice president",
        ),
        ("At the dam on Staten Island, said to be leaking, the crew worked on.", None),
    ],
)
def test_a_verb_of_saying_has_the_noun_before_it_for_a_subject(sentence: str, speaker: str | None) -> None:
    claim = extract(story(sentence)).claims[-1]
    assert (claim.attribution and claim.attribution.speaker) == speaker


def test_of_two_subjects_the_nearer_one_speaks() -> None:
    text = "Holding signs calling Nixon “New Jersey’s Biggest Loser,” the protesters chanted “Dick Nixon: Bad for us.”"
    assert extract(story(text)).quotes[-1].speaker == "the protesters"


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        # a comma, another tense, or a word of saying ends what is told
        ("Captain Edward Smith told them that the ship was safe, and went to bed.", "went to bed", None),
        ("The captain told them that the ship would be safe and went to bed.", "went to bed", None),
        ("The captain said that the ship would be safe but did not slow it.", "did not slow it", None),
        ("The captain told the crew the ship was safe, and accused the mate.", "accused the mate", None),
        # without that, it goes on
        ("The mayor said that the dam had leaked and flooded two streets.", "flooded two streets", "The mayor"),
        ("The engineer said the train left the track, and hit a wall.", "hit a wall", "The engineer"),
        ("The mayor said that the crack was small and warned that it would grow.", "it would grow", "The mayor"),
    ],
)
def test_what_a_speaker_does_next_is_not_what_they_say(text: str, claim: str, speaker: str | None) -> None:
    found = {one.text: one.attribution for one in extract(story(text)).claims}
    attribution = found[claim]
    assert (attribution.speaker if attribution else None) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The fans can expect a song with “a little more joy than before.”",
        "The mayor’s claim was “a joke” about the dam.",
        "Churchill opposed “across-the-board toll freezes” and recalled the strike: “I saw how hard it was.”",
    ],
)
def test_nobody_is_made_to_say_what_is_not_theirs(text: str) -> None:
    assert not [quote for quote in extract(story(text)).quotes if quote.speaker not in (None, "Churchill")]


def test_what_a_crowd_shouts_is_a_quotation_whoever_it_is() -> None:
    (quote,) = extract(story("Churchill walked into the hall to cries of “Shame!” from both sides.")).quotes
    assert quote.text == "“Shame!”"


@pytest.mark.parametrize(
    "text",
    ["Churchill has been described as “a tall clown.”", "The plan was criticized as a “use it or lose it” approach."],
)
def test_what_somebody_is_called_is_a_quotation_whoever_said_it(text: str) -> None:
    assert [quote.speaker for quote in extract(story(text)).quotes] == [None]


def test_a_term_is_no_quotation() -> None:
    assert not extract(story("The farmers kept to a wall called the “old dam” in May.")).quotes


def test_a_name_in_marks_of_which_more_is_told_is_no_quotation() -> None:
    article = story("Ann Lee, the author of a long novel, “The Bridge,” which sold well, said the mayor was kind.")
    extraction = extract(article)
    assert not extraction.quotes
    said = {claim.text: claim.attribution for claim in extraction.claims}
    attribution = said["the mayor was kind"]
    assert attribution is not None
    assert attribution.speaker == "Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        "He wrote it in his memoir, “Water and Stone.”",
        "The mayor was seen in the film “Flood,” Churchill said.",
        "Churchill wrote under the pseudonym “Winter.”",
        "The dam was told of, according to “Water and Stone: A Life” by Ann Lee.",
        "The mayor remarked on it in “The Flood.”",
    ],
)
def test_the_name_of_a_work_is_no_quotation(text: str) -> None:
    assert not extract(story(text)).quotes


def test_what_somebody_says_in_a_work_is_a_quotation() -> None:
    (quote,) = extract(story("Churchill wrote in his memoir, “The dam was never safe.”")).quotes
    assert quote.speaker == "Churchill"


def test_a_quoted_heading_is_not_by_who_spoke_before_it() -> None:
    article = story("“The dam is old,” said Abraham Lincoln.", "'All Bets Are Off'", "The mayor left the hall at noon.")
    assert [quote.speaker for quote in extract(article).quotes] == ["Abraham Lincoln", None]


def test_what_a_paragraph_announces_is_by_the_paper_that_reported_it() -> None:
    article = story(
        "As the Leeds Post reported, Churchill was refusing to call the flood a crime:",
        "“The government is still waiting for the report of its engineers on the flood.”",
    )
    (quote,) = extract(article).quotes
    assert quote.speaker is not None
    assert quote.speaker.endswith("Leeds Post")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "John Roebling said that over the years he had begun to trust the wire, which he called “a good servant.”",
            "John Roebling",
        ),
        ("Dag Hammarskjold condemned what he called a “brazen breach” of the truce.", "Dag Hammarskjold"),
        ("Emily Warren said she recalled thinking, “The cables hold more than we know.”", "Emily Warren"),
        # somebody else, something beside what is told, and nobody who tells
        ("Emily Warren condemned what he called a “brazen breach” of the truce.", "he"),
        ("John Roebling was blamed when he called the council “lazy.”", "he"),
        ("John Roebling praised the wire, and he called the stone “lazy.”", "he"),
        ("John Roebling lost the contract because he called the council “lazy.”", "he"),
    ],
)
def test_a_speaker_who_is_named_in_the_sentence_is_told_by_name(text: str, speaker: str) -> None:
    (quote,) = extract(story(text)).quotes
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Winston Churchill was still speaking, aides said, as the crowd yelled: “You lie!”", "the crowd", "yelled"),
        ("Churchill denounced Chamberlain’s remarks as “hurtful and false” in the House.", "Churchill", "denounced"),
        ("Churchill pounded Neville Chamberlain as a “tired man.”", "Churchill", "pounded"),
        ("Churchill used the phrase “iron curtain” in his speech.", "Churchill", "used"),
        ("Wilson proclaimed a goal of “Peace Without Victory.”", "Wilson", "proclaimed"),
        ("The bridge was “the work of a lifetime. It was old,” Roebling wrote.", "Roebling", "wrote"),
        ("The union sent out a text message to members saying: “The bridge was just closed.”", "The union", "saying"),
        ("Roebling believes in work that “pays for itself.”", "Roebling", "believes"),
        ("The leak forced the mayor to admit a “grave mistake.”", "the mayor", "admit"),
        ("The leak forced Churchill to admit a “grave mistake.”", "Churchill", "admit"),
        ("Only old bridges are “safe” in Roebling’s eyes.", "Roebling", "eyes"),
        ("Emily Warren scolded him: “The cables hold more than you know,” she said.", "Emily Warren", "scolded"),
        ("Washington Roebling rose and said, “It will stand,” the Eagle reported.", "Washington Roebling", "said"),
        ("Emily Warren told the crew, “It will stand,” the Eagle reported.", "Emily Warren", "told"),
        ("The film ends with footage of Young saying in the hall, “We have nothing to fear.”", "Young", "saying"),
        (
            "A letter calls for the council to respond to the flood by recognizing that digging is a “threat.”",
            "A letter",
            "calls",
        ),
        (
            "John Roebling said the bridge was closed because the mayor feared a “second flood.”",
            "John Roebling",
            "said",
        ),
        ("In 2006, Pew found that “half of all readers” wanted shorter stories.", "Pew", "found"),
        ("The council blasted out a letter to farmers stating, “The dam will break.”", "The council", "stating"),
        ("In May, Churchill released a radio ad calling it “dangerous” to wait.", "Churchill", "calling"),
        ("He fought the council over it, at one point calling the mayor a “liar” who had to go.", "He", "calling"),
        ("The council sent out a letter stressing the cost. “We are poor,” read the letter.", "the letter", "read"),
        ("A footnote in the report makes that clear: “No plan is made for war.”", "A footnote in the report", "makes"),
        ("Churchill called the mayor’s claim of a right to the river “bold and wrong.”", "Churchill", "called"),
        ("Churchill called the mayor’s promise of “free bridges” a lie.", "the mayor", "promise"),
        ("Churchill pronounced the mayor “a friend” of the town.", "Churchill", "pronounced"),
        ("The report talked about giving workers the right to “choose whom they want.”", "The report", "talked"),
    ],
)
def test_the_speaker_of_quoted_words(text: str, speaker: str, cue: str) -> None:
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.cue) == (speaker, cue)


def test_the_second_half_of_a_sentence_has_its_own_speaker() -> None:
    found = extract(story("John Roebling said it would hold, and Emily Warren vowed to “finish the work” alone."))
    assert [quote.speaker for quote in found.quotes] == ["Emily Warren"]


def test_a_question_has_the_speaker_who_presses_for_an_answer() -> None:
    found = extract(story("“Would it be open to debate?” Murrow pressed. “Maybe let some people stay?”"))
    assert [quote.speaker for quote in found.quotes] == ["Murrow", "Murrow"]


@pytest.mark.parametrize(
    "text",
    [
        "Churchill never used the phrase “iron lady” in his speeches.",
        "Roebling would not comment on an order “to protect the workers” of the bridge.",
        "Murrow said in an interview with “Meet the Press” that the bridge was safe.",
    ],
)
def test_words_that_somebody_does_not_say_are_not_theirs(text: str) -> None:
    assert extract(story(text)).quotes == ()


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Workers, Grant notes, built the bridge in 1883.", None, "Grant"),
        ("Rush predicts that the bridge will last.", "the bridge will last", "Rush"),
        (
            "The bridge is safe, engineers in both cities insist, because new cables have come.",
            "new cables have come",
            "engineers in both cities",
        ),
        (
            "He said draining it could put thousands of people to work in upstate New York.",
            "draining it could put thousands of people to work in upstate New York",
            "He",
        ),
    ],
)
def test_reported_speech_that_is_misread_keeps_its_speaker(text: str, claim: str | None, speaker: str) -> None:
    found = {one.text: one.attribution for one in extract(story(text)).claims}
    attribution = found[claim or text.rstrip(".")]
    assert attribution is not None
    assert attribution.speaker == speaker


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("“The Eagle has landed,” Armstrong radioed.", "The Eagle has landed", "Armstrong"),
        (
            "The dead include Sir Sefton Brancker, the director of aviation, who had told friends that he was ill.",
            "he was ill",
            "Sefton Brancker",
        ),
        ("Coach Dean Cromwell is said to have wagged a finger: “You’ll run.”", "You’ll run", "Dean Cromwell"),
        ("Ann Lee told the Post in a statement that the dam had leaked.", "the dam had leaked", "Ann Lee"),
        ("The ship was safe, the company said; it sank in 1912.", "it sank in 1912", None),
        (
            "Ann Lee counts herself among those who want change - only she thinks Roe should do it.",
            "Ann Lee counts herself among those who want change",
            None,
        ),
        ("The ship was safe, the company said; it would sail in May.", "it would sail in May", "the company"),
        (
            "Counsel said Capone lost it all; a bookmaker estimated his losses at $60,000.",
            "a bookmaker estimated his losses at $60,000",
            None,
        ),
        (
            "The mold kills germs, researchers at the University of Oxford report in the Lancet.",
            "The mold kills germs",
            "researchers at the University of Oxford",
        ),
        ("McDonald’s said that it leaked.", "it leaked", "McDonald’s"),
        ("According to Moody’s, it leaked.", "it leaked", "Moody’s"),
        ("According to Lee’s and Roe’s lawyers, it leaked.", "it leaked", "Lee"),
        ("Lee’s brother-in-law thinks that it leaked.", "it leaked", "Lee’s brother-in-law"),
        ("It took an hour, according to Police Supt. Edward Fallon.", "It took an hour", "Edward Fallon"),
        ("The ship, Ann Lee said, was lost.", "The ship, Ann Lee said, was lost", "Ann Lee"),
        ("The dam, Lee said on Monday, had leaked.", "The dam, Lee said on Monday, had leaked", "Lee"),
        (
            "The judge ruled that truth was no defense and told jurors they needed to decide who printed it.",
            "they needed to decide who printed it",
            "The judge",
        ),
        ("“It is safe,” said Thomas Francis, 54, reading from a report.", "It is safe", "Thomas Francis"),
        ("Officials said the bridge will open in May, but work is running late.", "work is running late", None),
        ("Lee warned the men he commanded that mines were near.", "mines were near", "Lee"),
        ("Residents said that the wall leaked, which the army disputed.", "which the army disputed", None),
        ("“Three wars, two kings,” he said. He called it “a noise”.", "Three wars, two kings", "he"),
        ("She told the newspaper, “Absolutely Not.”", "Absolutely Not", "She"),
        (
            "Lloyd’s agent in Batavia, Mr. Schuit, cabled London: “Where Mount Krakatau stood the sea now plays.”",
            "Where Mount Krakatau stood the sea now plays",
            "Schuit",
        ),
        ("The message read: “It leaks in the rain.”", "It leaks in the rain", "The message"),
        ("One stewardess, Violet Jessop, insists it was a hymn.", "it was a hymn", "Violet Jessop"),
        (
            "Speaking only to this paper, a source close to the family said the violin was lost.",
            "the violin was lost",
            "a source close to the family",
        ),
        ("The mayor told a friend he would stay, it was claimed last night.", "he would stay", "The mayor"),
        (
            "Some pointed to loans, which rose to $8 billion, meaning that borrowers owed too much.",
            "meaning that borrowers owed too much",
            None,
        ),
        ("Scientists reported it, raising hopes that it may treat people.", "it may treat people", None),
        (
            "The panel warned that it could give people the disease, which his allies denied.",
            "which his allies denied",
            None,
        ),
        (
            (
                "The first passengers were Jean Pilatre and Francois Laurent, who landed beyond the city walls in "
                "1783, a courtier, who said he had watched the flight from the roof of the palace, told the Gazette."
            ),
            "The first passengers were Jean Pilatre and Francois Laurent, who landed beyond the city walls in 1783",
            "a courtier",
        ),
        (
            (
                "The crew were the brothers Jean Pilatre and Francois Laurent, who rose from a garden after their "
                "tents were burned by rioters in Monday night's fire, the courtier, who said he had spoken to men "
                "inside the garden, told Reuters."
            ),
            "The crew were the brothers Jean Pilatre and Francois Laurent",
            "the courtier",
        ),
    ],
)
def test_who_says_it_where_the_parse_points_elsewhere(text: str, claim: str, speaker: str | None) -> None:
    by = next((one.attribution for one in extract(story(text)).claims if one.text == claim), None)
    assert (by.speaker if by else None) == speaker


def test_whose_reply_it_is_that_stands_behind_a_colon() -> None:
    made = extract(story("Ann Lee cabled Tom Roe. His reply has already become famous: “We must redefine the tool.”"))
    by = made.claims[-1].attribution
    assert by is not None
    assert (by.speaker, by.person) == ("His", "Tom Roe")


def test_a_headline_that_ends_in_somebodys_words_is_cut_before_who_says_them() -> None:
    made = extract(
        story((Role.HEADLINE, "Moscow beats Washington; 'no cause for alarm,' says White House aide"), "It flew.")
    )
    said = [(claim.text, claim.attribution.speaker) for claim in made.claims if claim.attribution]
    assert said == [("no cause for alarm", "White House aide")]


def test_a_headline_with_an_infinitive_names_no_speaker() -> None:
    made = extract(story((Role.HEADLINE, "Nixon to resign: Ford will be sworn in at noon"), "Richard Nixon left."))
    assert {claim.attribution for claim in made.claims} == {None}


def test_what_happened_shows_something_and_says_nothing() -> None:
    text = "Lee opened the dam in 1931, and the wall breaking on its first day shows that it was badly built."
    assert [claim.attribution for claim in extract(story(text)).claims] == [None, None]


def test_a_headline_without_a_comma_ends_before_who_says_it() -> None:
    (claim,) = extract(story((Role.HEADLINE, "Dam is leaking Ann Lee says"))).claims
    assert (claim.text, claim.attribution and claim.attribution.speaker) == ("Dam is leaking", "Ann Lee")


def test_what_is_told_against_a_source_is_not_its_own() -> None:
    text = "There were 2,224 people aboard, according to the British inquiry, although the Senate put it at 2,220."
    said = [claim.attribution and claim.attribution.speaker for claim in extract(story(text)).claims]
    assert said == ["the British inquiry", None]


@pytest.mark.parametrize(
    "before",
    [
        "The crew landed in 1969 (see below) . ",
        "The dam broke.\u00a0",
        "The dam broke.\n",
        "He landed in 1969.” ",
        "He landed [in 1969.] ",
    ],
)
def test_a_colon_may_begin_a_sentence(before: str) -> None:
    assert extract(story(f"{before}: “We left at once, all of us.”")).quotes
