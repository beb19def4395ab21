"""Who says what a claim tells, quoted or reported."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
from factcheck.model import Role
from tests.extraction.build import claims, story


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
        ("Mill representatives said that the dam had leaked.", "Mill representatives", False),
        ("Union and company representatives said that it leaked.", "Union and company representatives", False),
        (
            "U.S. law enforcement and security officials said that it leaked.",
            "U.S. law enforcement and security officials",
            False,
        ),
        ("Leeds council and police officials said that it leaked.", "Leeds council and police officials", False),
        ("Congress and senior officials said that it leaked.", "Congress and senior officials", True),
        ("The company and the officials said that it leaked.", "The company", True),
        ("The union of miners and workers said that it leaked.", "The union of miners and workers", True),
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


def test_what_is_told_within_what_is_told_is_a_claim_of_its_own() -> None:
    text = "The mayor said Roebling had told the city by letter in May that the cable was rotten."
    told = [(claim.text, claim.attribution and claim.attribution.speaker) for claim in extract(story(text)).claims]
    assert told == [
        ("Roebling had told the city by letter in May that the cable was rotten", "The mayor"),
        ("the cable was rotten", "Roebling"),
    ]


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


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Haldeman was quoted as saying that the tapes existed.", "the tapes existed", "Haldeman"),
        ("The Post quoted Haldeman as saying that the tapes existed.", "the tapes existed", "Haldeman"),
        ("The paper quotes a clerk as telling the town that it leaked.", "it leaked", "a clerk"),
        ("The Post quoted Haldeman saying the tapes existed.", "the tapes existed", "Haldeman"),
        ("Nixon quoted the song, saying that it was his own.", "it was his own", "Nixon"),
        ("The Eagle quoted Haldeman as saying that the tapes existed.", "the tapes existed", "Haldeman"),
        (
            "The navy said it sank, although the Eagle quoted the head of the yard, Karl Holt, as saying it floats.",
            "it floats",
            "Karl Holt",
        ),
        ("State radio cited officials as saying that the dam had leaked.", "the dam had leaked", "officials"),
        ("The report cites Roebling as its author, saying that the dam leaked.", "the dam leaked", "The report"),
        ("Nixon went on to say that the tapes were his own.", "the tapes were his own", "Nixon"),
        ("The men looking for Ann Lee said that she was gone.", "she was gone", "The men looking for Ann Lee"),
        ("A report by Ann Lee said that it leaked.", "it leaked", "Ann Lee"),
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
        ("The Titanic, divers found, lay in two halves.", "The Titanic, divers found, lay", "divers"),
        ("In 1985, the divers found, the hull lay in two halves.", "In 1985, the divers found, the hull", "divers"),
        ("The divers found, “an iron hull had lain there since 1912.”", "an iron hull had lain", "divers"),
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
        ("Grant went so far as to say the dam had leaked.", "the dam had leaked", "Grant"),
        ("Grant went as far as saying the dam had leaked.", "the dam had leaked", "Grant"),
        ("Grant went so far as to call the dam a fraud.", "Grant went so far as to call the dam a fraud", "Grant"),
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
        "When the storm passed, the divers found, among other things, a bell.",
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


def test_results_show_what_they_show_unless_somebody_tells_of_them() -> None:
    found = extract(
        story("Results of the trials show barley grows faster. Ervin noted the results show it fails.")
    ).claims
    assert [(claim.text, claim.attribution and claim.attribution.speaker) for claim in found] == [
        ("barley grows faster", "Results of the trials"),
        ("the results show it fails", "Ervin"),
    ]


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
        ("It burned the mill and the yard and police said two men died.", "police"),
        ("It burned the mill and the crew said it was lost.", "the crew"),
        ("He left the mayor and the police and said it leaked.", "He"),
        ("The yard had fought the town, claiming the e-tailer was acting as a bully.", "The yard"),
        ("The e-mail said that the dam had leaked.", "The e-mail"),
        ("Ann Lee denied that the dam had leaked, calling the claim “a lie.”", "Ann Lee"),
        ("Ann Lee said the firm paid too much, calling the deal a gift.", "the firm"),
        ("The charge stems from a complaint that the union had filed, alleging that the dam leaked.", "the union"),
        (
            "The case is one that the Department of Justice brought, claiming that the dam leaked.",
            "the Department of Justice",
        ),
        ("The airline fired the men that the union had backed, saying that they had lied.", "The airline"),
        ("The mayor read a letter that the union had written, saying that it was false.", "The mayor"),
    ],
)
def test_a_verb_of_saying_has_the_noun_before_it_for_a_subject(sentence: str, speaker: str | None) -> None:
    claim = extract(story(sentence)).claims[-1]
    assert (claim.attribution and claim.attribution.speaker) == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Lee has gone so far as to claim that it leaked.",
        "Lee went on to say in the hall in Leeds on Monday that it leaked.",
    ],
)
def test_what_only_leads_on_to_a_cue_is_no_claim(sentence: str) -> None:
    assert claims(sentence) == ["it leaked"]


def test_a_text_may_end_in_how_far_somebody_went() -> None:
    assert claims("The mayor went too far") == ["The mayor went too far"]


@pytest.mark.parametrize(
    "sentence",
    ["Grant did not go so far as to say the dam had leaked.", "Grant did not go so far as to call the dam a fraud."],
)
def test_nobody_says_what_they_do_not_go_so_far_as_to_say(sentence: str) -> None:
    (claim,) = extract(story(sentence)).claims
    assert (claim.text, claim.attribution) == (sentence[:-1], None)


@pytest.mark.parametrize(
    ("sentence", "claim", "speaker", "named"),
    [
        ("The Gazette quoted John Roebling as saying that the dam leaked.", "the dam leaked", "John Roebling", True),
        ("Reuters cited a source as saying the dam had leaked.", "the dam had leaked", "a source", False),
        ("State media quoted an aide as saying: “It will break.”", "It will break", "an aide", False),
        ("“It will break,” Reuters quoted an official as saying.", "It will break", "an official", False),
        (
            "The dam has leaked for years, Reuters quoted an aide as saying.",
            "The dam has leaked for years",
            "an aide",
            False,
        ),
        ("John Roebling was quoted by Reuters as saying that the dam leaked.", "the dam leaked", "John Roebling", True),
        ("The mayor quoted John Roebling: “It will break.”", "It will break", "The mayor", True),
    ],
)
def test_whoever_is_quoted_as_saying_so_speaks_and_not_the_paper(
    sentence: str, claim: str, speaker: str, *, named: bool
) -> None:
    (found,) = extract(story(sentence)).claims
    assert found.attribution is not None
    assert (found.text, found.attribution.speaker, found.attribution.named) == (claim, speaker, named)


@pytest.mark.parametrize(
    "before",
    [
        "Ernest Shackleton was brought ashore in Dover with slight burns to his left hand and wrist",
        "Ernest Shackleton was taken to the ship with cuts to his arm and leg",
    ],
)
def test_what_stands_before_and_somebody_said_is_the_papers_own(before: str) -> None:
    first, second = extract(story(f"{before} and a ship’s surgeon said he was well.")).claims
    assert (first.text, first.attribution) == (before, None)
    assert second.attribution is not None
    assert second.attribution.speaker == "a ship’s surgeon"


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
        ("The ruling said the dam had leaked and must be mended.", "must be mended", "The ruling"),
        # the speaker stands between two halves of what is told
        ("The dam broke at noon, the mayor said, and flooded 300 homes.", "flooded 300 homes", "the mayor"),
        ("The man was found in York, police said, and was held on Monday.", "was held on Monday", "police"),
        ("The strike is over, the union said Monday, and will not begin again.", "will not begin again", "the union"),
        ("The dam leaked, the mayor told reporters, and left the hall.", "left the hall", None),
        ("Divers searched, they found, and they told nobody.", "they told nobody", None),
        ("“It leaked,” the mayor said, and was led from the hall.", "was led from the hall", None),
        # with its only "and" a list ends
        (
            "The mate added that Smith came up after a minute, yelled for help, and began to swim.",
            "began to swim",
            "The mate",
        ),
        ("The captain said that Smith, the mate and the crew fled, and went to bed.", "went to bed", None),
        # no mill denies anything, and no wages ask
        (
            "The firm said the mill burned, denied blame, and promised to rebuild it.",
            "promised to rebuild it",
            None,
        ),
        (
            "Hoover said wages fell, blamed Europe, and asked Congress for $2 million.",
            "asked Congress for $2 million",
            None,
        ),
        ("The mayor said that the crack was small and warned that it would grow.", "it would grow", "The mayor"),
    ],
)
def test_what_a_speaker_does_next_is_not_what_they_say(text: str, claim: str, speaker: str | None) -> None:
    found = {one.text: one.attribution for one in extract(story(text)).claims}
    attribution = found[claim]
    assert (attribution.speaker if attribution else None) == speaker


@pytest.mark.parametrize(
    ("text", "claim", "speaker"),
    [
        ("Workers, Grant notes, built the bridge in 1883.", None, "Grant"),
        ("The dam, the mayor said, leaked for years and flooded the mill.", None, "the mayor"),
        ("There were, police said, 300 men in the mill.", None, "police"),
        ("It was, Rush said, the worst flood in 40 years.", None, "Rush"),
        ("It is, the mayor says, a lie.", None, "the mayor"),
        ("The firm lost, he said, $3 million.", None, "he"),
        ("Grant had been ill, the mayor said, when he hit the wall.", "when he hit the wall", "the mayor"),
        ("Rush predicts that the bridge will last.", "the bridge will last", "Rush"),
        (
            "The bridge is safe, engineers in both cities insist, because new cables have come.",
            "new cables have come",
            "engineers in both cities",
        ),
        (
            "In May, Lee told The Times, she found 12 boats.",
            "In May, Lee told The Times, she found 12 boats",
            "Lee",
        ),
        ("At the time, Lee told the court, he was asleep.", None, "Lee"),
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
