"""Who says the words of a quotation."""

from __future__ import annotations

import pytest

from factcheck.extraction import extract
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
        ("“The dam is safe,” the paper quoted Ann Lee as saying.", "Ann Lee", "saying"),
        ("“The dam is safe,” The Gazette quoted a clerk as saying.", "a clerk", "saying"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, speaker: str, cue: str | None) -> None:
    (quote,) = extract(story(text)).quotes
    assert (quote.speaker, quote.cue) == (speaker, cue)
    assert quote.speaker_start is not None
    assert text[quote.speaker_start : quote.speaker_end] == speaker


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


def test_a_fragment_that_tells_of_whoever_says_it_goes_on_with_the_speaker() -> None:
    text = "“It is a fine bridge,” said Emily Roebling. The river, which froze in 1875, is “as wide as I’ve ever seen.”"
    found = extract(story(text))
    assert [quote.speaker for quote in found.quotes] == ["Emily Roebling", "Emily Roebling"]
    whole = next(claim for claim in found.claims if claim.text.endswith("ever seen"))
    assert whole.attribution is not None
    assert whole.attribution.speaker == "Emily Roebling"


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


def test_whom_a_quotation_speaks_of_is_not_who_speaks() -> None:
    found = extract(story("Robert Lee, 51, spoke to the council.", "“John Moss, 60, let it leak,” he said."))
    assert found.quotes[0].person == "Robert Lee"


def test_quoted_words_are_not_taken_for_their_own_speaker() -> None:
    found = extract(
        story("Lee called Moss a “friend,” a “rival” and a “joker such as I have never met before.”")
    ).quotes
    assert {quote.speaker for quote in found} == {"Lee"}


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
        ("After a long dive, the divers found, “a great many rivets were of poor iron.”", "the divers"),
        ("After the war, the pollsters found, “many men expect prices to fall.”", "the pollsters"),
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


def test_whom_a_quotation_names_behind_it_does_not_speak() -> None:
    (quote,) = extract(story("Barnum has declared the whale to be “blessed” by God.")).quotes
    assert quote.speaker == "Barnum"


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
        ("Lee was loud, going so far as to call the wall “rotten.”", "“rotten.”", "Lee"),
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


def test_of_two_subjects_the_nearer_one_speaks() -> None:
    text = "Holding signs calling Nixon “New Jersey’s Biggest Loser,” the protesters chanted “Dick Nixon: Bad for us.”"
    assert extract(story(text)).quotes[-1].speaker == "the protesters"


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
        ("“It held until Friday,” the Eagle quoted John Roebling as saying.", "John Roebling", "saying"),
        (
            "“It held until Friday,” the Eagle quoted a source close to Nixon as saying.",
            "a source close to Nixon",
            "saying",
        ),
        ("“It held until Friday,” John Roebling was quoted by the Eagle as saying.", "John Roebling", "saying"),
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
        "Churchill did not go so far as to call the bridge “rotten.”",
    ],
)
def test_words_that_somebody_does_not_say_are_not_theirs(text: str) -> None:
    assert extract(story(text)).quotes == ()


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
