"""The roles of blocks on whole pages of different shapes, all written for these tests."""

from __future__ import annotations

import pytest

from factcheck.model import Role
from factcheck.reading import blocks, read_bytes
from tests.conftest import HOSTILE

LONG = (
    "The old bridge at Millport fell into the river on Monday night, the council said. Nobody was on it when it "
    "gave way, but a ferry with 40 passengers had passed below it minutes before."
)
MORE = "Divers will look for the cause this week. The bridge was built in 1911 and was last inspected in 2019."


def told(text: str) -> list[tuple[str, str]]:
    """Each block's role and text."""
    return [(block.role.value, text[block.start : block.end]) for block in blocks(text)]


def page(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def test_a_plain_story_is_headline_and_body() -> None:
    assert told(page("Bridge falls at Millport", LONG, MORE)) == [
        ("headline", "Bridge falls at Millport"),
        ("body", LONG),
        ("body", MORE),
    ]


def test_a_gossip_page_with_slugs_credits_and_captions() -> None:
    text = page(
        " date 2024-05-05 or\nSinger Lena Holt 'Helping' Friend Mia Dorn Through Her Split From Tom Vane",
        "Composite photo of Lena Holt, Mia Dorn and Tom Vane.\nSource: WIREPIX",
        "The friend claimed the two 'speak every day.'",
        "By:",
        "May 5 2024, Published 8:00 a.m. ET",
        LONG,
        "lena holt helping mia dorn split tom vane\nSource: WIREPIX",
        "Lena Holt has 'been there every day' since the split, the friend said.",
        MORE,
    )
    assert [role for role, _ in told(text)] == [
        "furniture", "headline", "caption", "credit", "dek", "byline", "dateline", "body", "slug", "credit", "caption",
        "body",
    ]  # fmt: skip


def test_a_wire_story_with_dateline_and_credits() -> None:
    text = page(
        "Bridge falls at Millport",
        f"MILLPORT, Scotland (Wire) - {LONG}",
        MORE,
        "(Reporting by Jo Bloggs; Editing by Ann Other)",
        "© Wire",
    )
    assert told(text) == [
        ("headline", "Bridge falls at Millport"),
        ("dateline", "MILLPORT, Scotland (Wire) -"),
        ("body", LONG),
        ("body", MORE),
        ("credit", "(Reporting by Jo Bloggs; Editing by Ann Other)"),
        ("credit", "© Wire"),
    ]


def test_a_page_with_menu_rubric_byline_and_promotion() -> None:
    text = page(
        "Skip to main content",
        "Home | News | Sport",
        "Local news",
        "Bridge falls at Millport - Harbour Times",
        "Divers look for the cause after a ferry had a narrow escape",
        "By Jo Bloggs, Staff Writer",
        "Updated May 7, 2024 at 3:15 PM",
        "3 min read",
        LONG,
        "Advertisement",
        "Read more: Five bridges that fell",
        "A long history",
        MORE,
        "Jo Bloggs is a reporter for the Harbour Times. Follow her on Twitter @jobloggs.",
        "Most read",
        "Ferry workers walk out",
        "Harbour to be dredged at last",
    )
    assert told(text) == [
        ("furniture", "Skip to main content"),
        ("furniture", "Home | News | Sport"),
        ("furniture", "Local news"),
        ("headline", "Bridge falls at Millport"),
        ("furniture", "- Harbour Times"),
        ("dek", "Divers look for the cause after a ferry had a narrow escape"),
        ("byline", "By Jo Bloggs, Staff Writer"),
        ("dateline", "Updated May 7, 2024 at 3:15 PM"),
        ("furniture", "3 min read"),
        ("body", LONG),
        ("furniture", "Advertisement"),
        ("furniture", "Read more: Five bridges that fell"),
        ("crosshead", "A long history"),
        ("body", MORE),
        ("furniture", "Jo Bloggs is a reporter for the Harbour Times. Follow her on Twitter @jobloggs."),
        ("furniture", "Most read"),
        ("furniture", "Ferry workers walk out"),
        ("furniture", "Harbour to be dredged at last"),
    ]


def test_a_byline_that_introduces_its_author_is_no_claim() -> None:
    who = "By Jo Bloggs, a senior editor of the Harbour Times. She’s written on ferries for ten years, and on bridges."
    text = page("Bridge falls at Millport", who, LONG, MORE)
    assert told(text) == [
        ("headline", "Bridge falls at Millport"),
        ("byline", who),
        ("body", LONG),
        ("body", MORE),
    ]
    assert read_bytes(text.encode(), "a.txt").byline == "Jo Bloggs"


def test_captions_stand_next_to_their_credits() -> None:
    text = page(
        "Bridge falls at Millport",
        LONG,
        "The bridge as it was in 1950. Photo: Jo Bloggs.",
        MORE,
        "FILE - In this May 5, 2019, photo, an inspector walks below the bridge. (AP Photo/Jo Bloggs)",
        "Ferries wait at the quay.\nPhoto by Jo Bloggs/Getty Images",
        "The last piece is lifted from the river (left)",
        "Picture: Harbour Wire",
        "He did not say when the bridge would be built again.",
    )
    assert told(text)[2:] == [
        ("caption", "The bridge as it was in 1950."),
        ("credit", "Photo: Jo Bloggs."),
        ("body", MORE),
        ("caption", "FILE - In this May 5, 2019, photo, an inspector walks below the bridge."),
        ("credit", "(AP Photo/Jo Bloggs)"),
        ("caption", "Ferries wait at the quay."),
        ("credit", "Photo by Jo Bloggs/Getty Images"),
        ("caption", "The last piece is lifted from the river (left)"),
        ("credit", "Picture: Harbour Wire"),
        ("body", "He did not say when the bridge would be built again."),
    ]


def test_a_caption_with_a_label_of_its_own_has_the_credit_above_it() -> None:
    text = page(
        "Bridge falls at Millport",
        LONG,
        MORE,
        "Image source, Harbour Wire\nImage caption, The bridge with its builders in 1911",
        "'Not quite sure'",
        "He did not say when the bridge would be built again.",
    )
    assert told(text)[2:] == [
        ("body", MORE),
        ("credit", "Image source, Harbour Wire"),
        ("furniture", "Image caption,"),
        ("caption", "The bridge with its builders in 1911"),
        ("crosshead", "'Not quite sure'"),
        ("body", "He did not say when the bridge would be built again."),
    ]


def test_an_entry_of_a_list_of_dates_is_no_heading() -> None:
    text = page("Bridge falls at Millport", LONG, "Key dates\n1911: Bridge opened\nMay 1950 – Bridge shut", MORE)
    assert told(text)[2:5] == [
        ("crosshead", "Key dates"),
        ("body", "1911: Bridge opened"),
        ("body", "May 1950 – Bridge shut"),
    ]


def test_names_in_capitals_head_the_paragraphs_below_though_a_list_was_promised() -> None:
    text = page(
        "Three ferries on show", LONG, "Here are the highlights:", "SEA BREEZE", MORE, "MV20 DART", MORE + " Soon."
    )
    assert [line for role, line in told(text) if role == "crosshead"] == ["SEA BREEZE", "MV20 DART"]


def test_a_heading_that_a_paragraph_begins_with_is_no_caption() -> None:
    text = page("Bridge falls at Millport", LONG, "The road to Millport", "The road to Millport was long.", MORE)
    assert told(text)[2:4] == [("crosshead", "The road to Millport"), ("body", "The road to Millport was long.")]


def test_a_place_and_a_day_with_no_other_headline_below_are_the_headline() -> None:
    assert told(page("Pearl Harbor, December 7, 1941", LONG, MORE))[0][0] == "headline"
    assert told(page("London, 12 March 1947", "Bridge falls at Millport", LONG))[:2] == [
        ("dateline", "London, 12 March 1947"),
        ("headline", "Bridge falls at Millport"),
    ]


def test_a_picture_that_is_described_twice_has_two_captions() -> None:
    seen = "The bridge is seen with its builders in 1911"
    text = page("Bridge falls at Millport", LONG, f"{seen}\n\n{seen} (Image: Harbour Wire)", MORE)
    assert told(text)[2:5] == [("caption", seen), ("caption", seen), ("credit", "(Image: Harbour Wire)")]


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO —",
        "OSLO—",
        "ST. LOUIS, Missouri (Wire)—",
        "OSLO (AP) —",
        "OSLO, May 5 (Wire) -",
        "OSLO, Norway/MILLPORT (Wire) -",
        "ST. LOUIS, Missouri/OSLO/MILLPORT, Scotland, May 5 (Wire) -",
        "OSLO, Norway (Harbour Wire) -",
        "NEW ORLEANS, La. --",
        "LONDON, 12 March —",
        "OSLO (AP) _",
        "OSLO, March 17, 1978 /PRNewswire/ --",
        "OSLO, Norway--(BUSINESS WIRE)--",
        "Dekalb, Ill. —",
        "Oslo –",
        "Oslo, Norway —",
        "(Wire) --",
        "Washington, DC, United States:",
        "NEW DELHI:",
        "St. John’s, Newfoundland —",
        "Thursday, May 2, 2024",
    ],
)
def test_a_dateline_is_a_block_before_the_first_paragraph(dateline: str) -> None:
    text = page(
        "Bridge falls at Millport", f"{dateline}{'' if dateline.endswith((')--', 'O—', ')—')) else ' '}{LONG}", MORE
    )
    assert told(text)[1:3] == [("dateline", dateline), ("body", LONG)]


@pytest.mark.parametrize(
    "line",
    [
        "OSLO, 12 March 1947 -",
        "OSLO, 12 March 1947",
        "Oslo, Norway, March 12",
        "Port Stanley – Wednesday, 12 March 1947",
        "ST. JOHN’S, Newfoundland (Wire), 12 March",
        "Oslo 12 March 1947.",
    ],
)
def test_place_and_day_on_a_line_of_their_own_are_no_claim(line: str) -> None:
    for head in (["Bridge falls at Millport"], ["Bridge falls at Millport", "By Lena Holt"]):
        assert told(page(*head, line, LONG, MORE))[len(head) :] == [("dateline", line), ("body", LONG), ("body", MORE)]
    assert told(page("Bridge falls at Millport", line, "By Lena Holt", LONG))[1:3] == [
        ("dateline", line),
        ("byline", "By Lena Holt"),
    ]
    assert told(page(line, "Bridge falls at Millport", LONG))[:2] == [
        ("dateline", line),
        ("headline", "Bridge falls at Millport"),
    ]


def test_a_sentence_with_the_mark_of_its_source_is_no_crosshead() -> None:
    for mark in ("[1]", "[a]", " [12]", "[1][2]", "¹"):
        told_now = told(
            page("Bridge falls at Millport", LONG, f"Nobody was on it.{mark}", f"“It was old.”{mark}", MORE)
        )
        assert [role for role, _ in told_now] == ["headline", "body", "body", "body", "body"]


@pytest.mark.parametrize("credit", ["Jo Bloggs—Getty Images", "Ann Other/AP", "Lee Ray / Reuters"])
def test_a_credit_set_right_behind_the_caption_is_cut_off(credit: str) -> None:
    text = page("Bridge falls at Millport", LONG, f"Divers stand on the pier on Quay Street.{credit}", MORE)
    assert ("credit", credit) in told(text)


@pytest.mark.parametrize("credit", ["(Wire file photo)", "(Courtesy photo)", "(Millport Harbour Trust archive image)"])
def test_a_file_photo_below_the_story_has_a_caption(credit: str) -> None:
    text = page("Bridge falls at Millport", LONG, f"Divers stand on the pier on Quay Street. {credit}", MORE)
    assert told(text)[2:4] == [("caption", "Divers stand on the pier on Quay Street."), ("credit", credit)]


@pytest.mark.parametrize("line", ["The pier on Quay Street after the storm", "Was the pier on Quay Street too old?"])
def test_names_in_square_brackets_tell_that_a_line_is_a_caption(line: str) -> None:
    text = page("Bridge falls at Millport", LONG, f"{line} [Harbour Wire via Reuters]", MORE)
    assert told(text)[2:4] == [("caption", line), ("credit", "[Harbour Wire via Reuters]")]


@pytest.mark.parametrize(
    "line",
    [
        "How the pier was built [Video]",
        "Nobody was hurt. [Reuters]",
        "The old pier [sic]",
        "We built the pier [Laughter]",
    ],
)
def test_other_words_in_square_brackets_tell_of_no_picture(line: str) -> None:
    text = page("Bridge falls at Millport", LONG, line, MORE)
    assert told(text)[2][0] != "caption"


def test_a_byline_in_letters_without_capitals_is_one() -> None:
    assert told(page("Bridge falls at Millport", "By جمال عبد", LONG, MORE))[1][0] == "byline"
    assert told(page("Bridge falls at Millport", LONG, "By 1916 it was old", MORE))[2][0] != "byline"


def test_an_address_and_a_telephone_number_leave_a_byline_one() -> None:
    line = "By Jo Bloggs jo.bloggs@example.org(509) 555-0100"
    assert told(page("Bridge falls at Millport", line, LONG, MORE))[1] == ("byline", line)


def test_a_job_below_a_byline_is_part_of_it() -> None:
    for job in ("Staff writers", "Harbour Wire Writer", "Health correspondent"):
        text = page("Bridge falls at Millport", f"By Lena Holt\n{job}", LONG, MORE)
        assert ("byline", job) in told(text)
    assert told(page("Bridge falls at Millport", "Health correspondents", LONG))[1][0] != "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Apollo 11, 20 July 1969",
        "Lena Holt, 12 March 1890 – 3 May 1947",
        "Born in Oslo, 12 March 1947",
        "Paris, May 1968",
        "Millport, 12 March 1947: the bridge falls",
        "Millport 3, Oslo 2",
    ],
)
def test_what_tells_more_than_place_and_day_stays_in_the_story(line: str) -> None:
    assert "dateline" not in dict(told(page("Bridge falls at Millport", line, LONG, MORE)))


@pytest.mark.parametrize(
    "opening",
    [
        "Millport – the town where the bridge fell – has 4,000 people, the council said. It was built in 1911.",
        "MILLPORT—The town where the bridge fell—has 4,000 people, the council said. It was built in 1911.",
        "Organic materials - carbon-based compounds - play a role. They were found in 2004.",
        "BREAKING: The bridge at Millport has fallen into the river, police said on Monday. Nobody was hurt.",
        "HOLT: It fell in the night, and people want to know why. Tell us.\n\nVANE: It was old.\n\nHOLT: Who knew?",
        "Thursday, May 2, 2024, was the wettest day in the town since 1911. It rained for hours.",
        "Lena Holt (R-Millport) — Announced her bid in May. It was hers from the start, her friends say.",
    ],
)
def test_what_only_looks_like_a_dateline_stays_in_the_story(opening: str) -> None:
    text = page("Bridge falls at Millport", opening, MORE)
    assert told(text)[1] == ("body", opening.partition("\n\n")[0])


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Bridge falls at Millport | World news | The Harbour", "Bridge falls at Millport"),
        ("Bridge falls at Millport - HarbourNews.com", "Bridge falls at Millport"),
        ("Bridge falls at Millport – BBC News", "Bridge falls at Millport"),
        ("Bridge falls at Millport Tuesday, May 7, 2024", "Bridge falls at Millport"),
        ("Opinion | Why the bridge had to fall", "Why the bridge had to fall"),
        ("Analysis: Why the bridge fell", "Analysis: Why the bridge fell"),
        ("Video: Bridge falls into river at Millport", "Video: Bridge falls into river at Millport"),
        ("Mayor to resign - reports", "Mayor to resign - reports"),
        ("Rovers 3 - 1 United", "Rovers 3 - 1 United"),
        ("MARKETS: Shares fall after bridge collapse", "MARKETS: Shares fall after bridge collapse"),
        ("‘It just fell’: ferry passengers tell of escape", "‘It just fell’: ferry passengers tell of escape"),
        ("Bridge falls.", "Bridge falls."),
        ("橋が崩落", "橋が崩落"),
    ],
)
def test_the_headline_is_freed_of_what_the_site_adds(line: str, headline: str) -> None:
    found = told(page(line, LONG, MORE))
    assert ("headline", headline) in found
    assert found[-2:] == [("body", LONG), ("body", MORE)]


def test_a_story_without_a_headline_has_none() -> None:
    assert told(page(LONG, MORE)) == [("body", LONG), ("body", MORE)]
    assert told(page(f"OSLO (AP) — {LONG}", MORE))[0] == ("dateline", "OSLO (AP) —")


def test_a_repeated_headline_bears_no_claims_twice() -> None:
    found = told(page("Bridge falls at Millport", "Bridge falls at Millport", LONG, MORE))
    assert [role for role, _ in found] == ["headline", "furniture", "body", "body"]


def test_lists_of_facts_are_story_and_lists_of_links_are_not() -> None:
    text = page(
        "Bridge falls at Millport",
        LONG,
        "The bridges of the town are:",
        "Kings Bridge, Millport",
        "Mill Bridge, Westport",
        "• Two were built before 1911",
        MORE,
        "BY THE NUMBERS",
        "Span: 90 feet, on 3 piers",
        "Killed: 2",
        "The bridge in 1911",
        MORE,
        "Read more:",
        "Ferry workers walk out",
        "Harbour to be dredged at last",
    )
    found = told(text)
    assert [role for role, _ in found[:7]] == ["headline", *["body"] * 6]
    assert [line for role, line in found if role == "crosshead"] == ["BY THE NUMBERS", "The bridge in 1911"]
    assert [role for role, _ in found[-3:]] == ["furniture"] * 3


def test_what_stands_below_the_sources_is_no_story() -> None:
    text = page("Bridge falls at Millport", LONG, MORE, "Sources", "Why the bridge fell, Millport Post")
    assert [role for role, _ in told(text)] == ["headline", "body", "body", "furniture", "furniture"]


def test_the_title_of_another_story_within_the_body_is_no_claim() -> None:
    title = "'It's gone': Ferry pilot tells how the Millport bridge came down"
    assert [role for role, _ in told(page("Bridge falls at Millport", LONG, title, MORE))] == [
        "headline",
        "body",
        "furniture",
        "body",
    ]


def test_interviews_and_corrections_are_story() -> None:
    text = page(
        "Lena Holt on the bridge",
        LONG,
        "How did you hear of it?",
        "My brother called. He said that it was gone.",
        "Yes.",
        "Correction: An earlier version of this story gave the year as 1912. It was 1911.",
    )
    assert [role for role, _ in told(text)] == ["headline", "body", "body", "body", "body", "body"]


@pytest.mark.parametrize(
    "name", ["Lena Holt, Political Editor", "Lena Holt in Oslo", "Lena Holt and Tom van Vane", "LENA HOLT"]
)
def test_a_name_under_the_headline_is_the_byline(name: str) -> None:
    text = page("Bridge falls at Millport", name, LONG, MORE)
    assert told(text)[1] == ("byline", name)


def test_a_sentence_between_headline_and_date_is_the_dek() -> None:
    text = page("Bridge falls at Millport", "Nobody was hurt, but a ferry had passed below.", "5 May 2024", LONG)
    assert told(text)[1] == ("dek", "Nobody was hurt, but a ferry had passed below.")


def test_a_sentence_between_headline_and_dateline_is_the_dek() -> None:
    text = page(
        "Bridge falls at Millport", "Nobody was hurt, but a ferry had passed below.", f"MILLPORT - {LONG}", MORE
    )
    assert [role for role, _ in told(text)] == ["headline", "dek", "dateline", "body", "body"]


def test_a_first_paragraph_of_one_sentence_is_no_dek() -> None:
    lead = "The old bridge at Millport fell into the river on Monday night, but nobody was hurt."
    assert told(page("Bridge falls at Millport", lead, LONG, MORE))[1] == ("body", lead)


def test_a_date_below_many_short_paragraphs_makes_none_of_them_a_dek() -> None:
    story = ["Nobody was hurt there.", "A ferry had passed below.", "Divers came at dawn.", "The pier was shut."]
    text = page("Bridge falls at Millport", *story, "(Published Monday, Nov. 18, 2019)", LONG)
    assert [role for role, _ in told(text)] == ["headline", *["body"] * 4, "dateline", "body"]


@pytest.mark.parametrize(
    "title", ["3 Ferries Collide Outside Harbor at Port Stanley", "Diver Reports 'Great Loss' Below Old Millport Pier"]
)
def test_a_title_between_two_sentences_bears_no_claims(title: str) -> None:
    told_now = told(page("Bridge falls at Millport", LONG, "Nobody was hurt.", title, "Divers came at dawn.", MORE))
    assert told_now[3] == ("crosshead", title)


@pytest.mark.parametrize(
    "line", ["Group F — Millport Rovers 1 – 0 Stanley United", "“Nobody Was Hurt,” Says Mayor Holt"]
)
def test_a_result_and_a_quotation_between_two_sentences_are_told(line: str) -> None:
    told_now = told(page("Bridge falls at Millport", LONG, "Nobody was hurt.", line, "Divers came at dawn.", MORE))
    assert told_now[3] == ("body", line)


def test_every_role_has_a_reason() -> None:
    text = page("Bridge falls at Millport", "By Jo Bloggs", LONG, "Advertisement", "What next", MORE, "© Wire")
    assert all(block.reason for block in blocks(text))


def test_text_of_all_scripts_and_marks_is_kept() -> None:
    text = page(
        f"Headline {HOSTILE[:30]}", f"{HOSTILE} said so. It was so.", "٣٠ شخصا في المدينة.", "東京で地震があった。"
    )
    assert "".join(part for _, part in told(text)).split() == text.replace("\n\n", "").split()
    assert [block.role for block in blocks(text)][1:] == [Role.BODY, Role.BODY, Role.BODY]
