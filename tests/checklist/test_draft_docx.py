"""The marked-up draft: a Word comment on the exact words of each claim, and suggested changes tracked."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checklist import KINDS, render
from factcheck.checklist.entry import visible
from factcheck.model import (
    Annotation,
    AnnotationKind,
    Article,
    ArticleId,
    ArticleRecord,
    Block,
    Checklist,
    Claim,
    ClaimId,
    ClaimRecord,
    Draft,
    Progress,
    Resolution,
    Role,
    Section,
    State,
    Verdict,
)
from factcheck.reading import read_bytes
from tests.checklist.word_read import Read, parts, read_back, root
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WHEN = datetime(2026, 3, 12, 9, 5, 7, tzinfo=UTC)
STORY = (
    "Bridge falls in a gale",
    "A train went down with the high girders",
    "DUNDEE, 28 December 1879",
    "The first Tay Bridge fell on 28 December 1879, and a train with 75 people went into the firth.",
    "The inquiry",
    "It was opened in 1878. Its designer, Sir Thomas Bouch, was knighted in 1879 and died in 1880.",
    "The piers stand to this day.",
)
ROLES = (Role.HEADLINE, Role.DEK, Role.DATELINE, Role.BODY, Role.CROSSHEAD, Role.BODY, Role.CAPTION)


def drafted(*paragraphs: str, roles: Sequence[Role] = ()) -> Draft:
    blocks, at = [], 0
    for index, words in enumerate(paragraphs):
        blocks.append(Block(at, at + len(words), roles[index] if index < len(roles) else Role.BODY))
        at += len(words) + 2
    return Draft("\n\n".join(paragraphs), tuple(blocks))


def claimed(draft: Draft, number: int, words: str | tuple[int, int], **kwargs: object) -> ClaimRecord:
    start, end = words if isinstance(words, tuple) else (draft.text.index(words), draft.text.index(words) + len(words))
    checkable = bool(kwargs.pop("checkable", True))
    claim = Claim(f"c{number}", start, end, draft.text[start:end], Section.BODY, checkable=checkable)
    return ClaimRecord(ClaimId(number), number, claim, **kwargs)  # type: ignore[arg-type]  # ClaimRecord's own


def listed(draft: Draft, *claims: ClaimRecord, title: str = "Bridge falls") -> Checklist:
    article = Article(title, draft, "bridge.txt")
    return Checklist(
        ArticleRecord(ArticleId(1), "bridge-falls", article, State.CHECKING, 1, extracted=True),
        claims,
        (),
        (),
        "Ben Bouch",
        WHEN,
        Progress(len(claims), 0, 0, 0, len(claims)),
    )


def anchors(read: Read) -> dict[int, str]:
    """On which words the comment of each claim stands."""
    told = ((re.match(r"#(\d+) ", one.text), one.words) for one in read.comments)
    return {int(head[1]): words for head, words in told if head}


@pytest.fixture
def story() -> Draft:
    return drafted(*STORY, roles=ROLES)


def test_paragraphs_have_the_styles_of_their_roles_and_the_text_of_the_draft(story: Draft) -> None:
    read = read_back(render(listed(story), "docx", "draft"))
    assert read.text == story.text
    assert read.styles == ("Title", "Subtitle", "Dateline", "", "Heading2", "", "Caption")


def test_line_breaks_and_tabs_of_a_paragraph_stay() -> None:
    draft = drafted("Sold:\n\t12 tons\tof iron\n  and rivets", "Next")
    record = claimed(draft, 1, "tons\tof iron\n  and")
    read = read_back(render(listed(draft, record), "docx", "draft"))
    assert read.text == draft.text
    assert anchors(read) == {1: "tons\tof iron\n  and"}


def test_text_in_no_block_is_not_lost() -> None:
    text = "  \n\nOne line\nand its second\n \nTwo is a block\n\n\nThree\n"
    at = text.index("Two")
    draft = Draft(text, (Block(at, at + 14, Role.HEADLINE),))
    read = read_back(render(listed(draft, claimed(draft, 1, "Three")), "docx", "draft"))
    assert (read.text, read.styles) == ("One line\nand its second\n\nTwo is a block\n\nThree", ("", "Title", ""))
    assert anchors(read) == {1: "Three"}


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_an_empty_draft_is_an_empty_page_that_keeps_its_comments(text: str) -> None:
    draft = Draft(text, (), annotations=(Annotation(0, len(text), AnnotationKind.COMMENT, "Where is it?", "Ed"),))
    read = read_back(render(listed(draft), "docx", "draft"))
    assert (read.text, read.styles) == ("", ("",))
    assert [(one.text, one.words) for one in read.comments] == [("Where is it?", "")]


def test_a_comment_says_what_was_recorded_in_the_checkers_name(checklist: Checklist) -> None:
    first, second, fifth = read_back(render(checklist, "docx", "draft")).comments
    assert (first.author, first.initials, first.date) == ("Ana [b]", "AB", "2026-03-12T09:05:07Z")
    assert first.text == (
        "#1 ✓ verified: resolution open\n"
        "Source, primary: Auction book, https://example.org/a_b?x=`1`, accessed 2026-03-11, "
        f"sha256 {'c0' * 32} (page 3)\n"
        "Source, person: The dealer, +44 20 7946 0000\n"
        "Note: Seen by me\n# not a heading"
    )
    assert second.words == "It came back in 1969"
    assert second.text == (
        "#2 ✗ disputed: resolution query, for the lawyer\n"
        "Speaker: the dealer (anonymous, quoted)\n"
        "Query to the writer: Was it *1969* or 1970? [b]\n"
        "Answer: =1969\n"
        "Should be: It came back in <1970>\n"
        "Finding, high: Two years for one event: 1969 and <b>1970</b>"
    )
    assert (fifth.author, fifth.date) == ("factcheck", None), "nobody has checked it, so nobody says so"
    assert fifth.text.startswith(
        "#5 ↻ re-check (was: disputed): resolution open\nIn a draft before: The dust came back in 1968 [b]"
    )


def test_a_second_read_and_a_missing_source_are_told(story: Draft) -> None:
    record = claimed(
        story,
        1,
        "It was opened in 1878",
        verdict=Verdict.VERIFIED,
        second=Verdict.DISPUTED,
        second_reader="Cy",
        second_at=WHEN,
        assignee="Dee",
    )
    (comment,) = read_back(render(listed(story, record), "docx", "draft")).comments
    assert comment.text == (
        "#1 ✓ verified: resolution open, for Dee\nVerified without a source\n"
        "Second read: disputed, Cy, 2026-03-12 09:05:07 UTC"
    )


def test_names_are_no_longer_than_word_reads(story: Draft) -> None:
    record = claimed(story, 1, "The inquiry", verdict=Verdict.VERIFIED, checker=f"{'ß ' * 12}{'x' * 300}")
    (comment,) = read_back(render(listed(story, record), "docx", "draft")).comments
    assert (len(comment.author), len(comment.initials)) == (255, 9)


def test_unchecked_claims_say_so_removed_ones_and_opinions_without_a_word_say_nothing(story: Draft) -> None:
    opinion = claimed(story, 3, "The piers stand", checkable=False)
    data = render(
        listed(
            story,
            claimed(story, 1, "A train went down"),
            claimed(story, 2, "It was opened in 1878", removed=True, verdict=Verdict.DISPUTED),
            opinion,
            claimed(story, 4, "to this day", checkable=False, note="Cut it"),
            claimed(story, 5, "was knighted in 1879", resolution=Resolution.STET),
            claimed(story, 6, "The inquiry", checkable=False, resolution=Resolution.CUT),
        ),
        "docx",
        "draft",
    )
    assert {one.text: one.author for one in read_back(data).comments} == {
        "#1 · unchecked: resolution open": "factcheck",
        "#4 · unchecked: opinion, resolution open\nNote: Cut it": "Ben Bouch",
        "#5 · unchecked: resolution stet": "Ben Bouch",
        "#6 · unchecked: opinion, resolution cut": "Ben Bouch",
    }


def test_times_are_told_in_utc(story: Draft) -> None:
    at = WHEN.astimezone(timezone(timedelta(hours=5, minutes=30)))
    record = claimed(story, 1, "The inquiry", verdict=Verdict.VERIFIED, checker="Ana", checked_at=at)
    (comment,) = read_back(render(listed(story, record), "docx", "draft")).comments
    assert comment.date == "2026-03-12T09:05:07Z"


def test_overlapping_nested_and_touching_claims_each_have_their_words(story: Draft) -> None:
    words = (
        "The first Tay Bridge fell on 28 December 1879, and a train with 75 people went into the firth.",
        "The first Tay Bridge fell on 28 December 1879",
        "fell on 28 December 1879, and a train with 75 people",
        ", and ",
        "a train with 75 people went into the firth",
        "75 people",
        "75",
        "people",
        ".",
    )
    claims = [claimed(story, number, one) for number, one in enumerate(words, 1)]
    read = read_back(render(listed(story, *claims), "docx", "draft"))
    assert anchors(read) == dict(enumerate(words, 1)) | {9: read.text[read.spans[8][0] : read.spans[8][1]]}
    assert read.text == story.text
    assert read.spans == tuple((one.claim.start, one.claim.end) for one in claims)


def test_a_claim_over_the_end_of_a_paragraph_begins_in_one_and_ends_in_the_other(story: Draft) -> None:
    start, end = story.text.index("the high girders"), story.text.index("DUNDEE") + 6
    blank = story.text.index("\n\n", end)
    claims = (
        claimed(story, 1, (start, end)),
        claimed(story, 2, (start, blank + 2)),
        claimed(story, 3, (blank, blank + 9)),
    )
    read = read_back(render(listed(story, *claims), "docx", "draft"))
    assert anchors(read) == {
        1: "the high girders\n\nDUNDEE",
        2: "the high girders\n\nDUNDEE, 28 December 1879",
        3: "The fir",
    }


def test_blocks_on_one_line_are_one_paragraph() -> None:
    text = "LEITH - The docks closed in 1981, the port said.Two more.\n\nEnd"
    bounds = [(0, 7, Role.DATELINE), (8, 48, Role.BODY), (48, 57, Role.BODY), (59, 62, Role.CREDIT)]
    point = Annotation(48, 48, AnnotationKind.COMMENT, "Here?", "Ed")
    draft = Draft(text, tuple(Block(*one) for one in bounds), annotations=(point,))
    claims = (
        claimed(draft, 1, "LEITH - The docks closed"),
        claimed(draft, 2, "the port said."),
        claimed(draft, 3, "Two"),
    )
    read = read_back(render(listed(draft, *claims), "docx", "draft"))
    assert (read.text, read.styles) == (text, ("", "Credit"))
    assert anchors(read) == {one.number: one.claim.text for one in claims}
    assert [(one.text, read.spans[number]) for number, one in enumerate(read.comments) if not one.words] == [
        ("Here?", (48, 48))
    ]


def test_what_the_writer_wrote_beside_the_text_goes_back_in(story: Draft) -> None:
    start = story.text.index("knighted in 1879")
    notes = (
        Annotation(start, start + 16, AnnotationKind.COMMENT, "Gazette, 26 June\n1879 & <later>", "Walt Writer"),
        Annotation(start, start + 16, AnnotationKind.FOOTNOTE, "https://example.org/gazette", ""),
        Annotation(start, start + 16, AnnotationKind.COMMENT, "Who says so?", " "),
        Annotation(len(story.text), len(story.text), AnnotationKind.COMMENT, "More to come", "Walt Writer"),
        Annotation(start - 40, start + 3, AnnotationKind.COMMENT, f"{HOSTILE}\x1b[2J", f"{HOSTILE}\x1b"),
    )
    draft = dataclasses.replace(story, annotations=notes)
    record = claimed(draft, 1, "was knighted in 1879")
    read = read_back(render(listed(draft, record), "docx", "draft"))
    *said, mine = read.comments
    authors = ["Walt Writer", "Footnote", "Comment", "Walt Writer", " ".join(visible(f"{HOSTILE}\x1b").split())[:255]]
    assert [(one.text, one.author, one.words) for one in said] == [
        (visible(one.text), author, draft.text[one.start : one.end]) for one, author in zip(notes, authors, strict=True)
    ]
    assert all(one.date is None for one in said)
    assert mine.words == "was knighted in 1879"


def test_the_writers_links_lead_where_they_led_and_are_no_comments(story: Draft) -> None:
    start = story.text.index("knighted in 1879")
    link = Annotation(start, start + 16, AnnotationKind.LINK, "https://example.org/a?b=%22c%22&d=é")
    data = render(
        listed(dataclasses.replace(story, annotations=(link,)), claimed(story, 1, "was knighted in")), "docx", "draft"
    )
    assert [one.words for one in read_back(data).comments] == ["was knighted in"]
    assert read_back(data).text == read_back(render(listed(story), "docx", "draft")).text
    assert read_bytes(data, "back.docx", ".docx").draft.annotations[-1] == link


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https:x", "ms-word:ofe|u|https://x.org", ""]
)
def test_what_leads_to_no_page_is_no_link(story: Draft, address: str) -> None:
    link = Annotation(0, 5, AnnotationKind.LINK, address)
    data = render(listed(dataclasses.replace(story, annotations=(link,))), "docx", "draft")
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert b"HYPERLINK" not in file.read("word/document.xml")
    assert read_back(data).text == read_back(render(listed(story), "docx", "draft")).text


def test_a_thousand_claims_each_have_their_words() -> None:
    draft, claims = long(1000)
    for what in ("draft", "tracked"):
        read = read_back(render(listed(draft, *claims), "docx", what))
        assert anchors(read) == {one.number: one.claim.text for one in claims}
        assert read.text == draft.text


def long(count: int) -> tuple[Draft, list[ClaimRecord]]:
    """An article in which every sentence is a claim, every third one of which overlaps with the one before."""
    sentences = [f"In year {1000 + at} the town of number {at} built {at * 7} houses." for at in range(count)]
    draft = drafted(*(" ".join(sentences[at : at + 5]) for at in range(0, count, 5)))
    claims = []
    for number, sentence in enumerate(sentences, 1):
        start, end = draft.text.index(sentence), draft.text.index(sentence) + len(sentence) - 1
        back = 12 if number % 3 == 0 and number % 5 != 1 else 0
        change = draft.text[start - back : end].replace("built", "built or bought") if number % 4 == 0 else ""
        claims.append(claimed(draft, number, (start - back, end), replacement=change, verdict=Verdict.DISPUTED))
    return draft, claims


def test_tracked_changes_accepted_give_the_changed_words(story: Draft) -> None:
    changes = {
        "A train went down with the high girders": "Two trains went down with the high girders",
        "fell on 28 December 1879": "fell on the evening of 28 December 1879",
        "It was opened in 1878": "It was opened on 1 June 1878",
        "Its designer, Sir Thomas Bouch": "The designer, Thomas Bouch, who was to be Sir Thomas",
        "died in 1880": "died on 30 October 1880",
        "The piers stand to this day": "The stumps of the piers",
    }
    claims = [
        claimed(story, number, words, replacement=change, checker="Ana", checked_at=WHEN, verdict=Verdict.DISPUTED)
        for number, (words, change) in enumerate(changes.items(), 1)
    ]
    data = render(listed(story, *claims), "docx", "tracked")
    before, after = read_back(data), read_back(data, accepted=True)
    assert before.text == story.text
    assert anchors(before) == dict(enumerate(changes, 1))
    assert anchors(after) == dict(enumerate(changes.values(), 1))
    expected = story.text
    for words, change in changes.items():
        expected = expected.replace(words, change)
    assert after.text == expected
    tracked = list(root(data).iter("{*}ins", "{*}del"))
    assert {node.get(f"{node.tag[: node.tag.index('}') + 1]}author") for node in tracked} == {"Ana"}
    numbers = [node.get(f"{node.tag[: node.tag.index('}') + 1]}id") for node in tracked]
    assert len(numbers) == len(set(numbers))


def test_only_the_words_that_differ_are_tracked(story: Draft) -> None:
    record = claimed(
        story, 1, "a train with 75 people went into the firth", replacement="a train with 60 people went down"
    )
    document = root(render(listed(story, record), "docx", "tracked"))
    assert [node.text for node in document.iter("{*}delText")] == ["75", "into the firth"]
    assert ["".join(node.itertext()) for node in document.iter("{*}ins")] == ["60", "down"]


def test_what_is_decided_or_suggests_nothing_is_not_tracked(story: Draft) -> None:
    words = "It was opened in 1878"
    for record in (
        claimed(story, 1, words, replacement="It was opened in 1877", resolution=Resolution.STET),
        claimed(story, 1, words, replacement="It was opened in 1877", removed=True),
        claimed(story, 1, words, replacement=words),
        claimed(story, 1, words),
    ):
        assert not list(root(render(listed(story, record), "docx", "tracked")).iter("{*}ins", "{*}del"))
    record = claimed(story, 1, words, replacement="It was opened in 1877")
    assert not list(root(render(listed(story, record), "docx", "draft")).iter("{*}ins", "{*}del"))


def test_what_is_decided_and_not_in_the_draft_yet_is_tracked(story: Draft) -> None:
    words = "It was opened in 1878"
    changed = claimed(story, 1, words, replacement="It was opened in 1877", resolution=Resolution.CHANGED)
    document = root(render(listed(story, changed), "docx", "tracked"))
    assert [node.text for node in document.iter("{*}delText")] == ["1878"]
    assert ["".join(node.itertext()) for node in document.iter("{*}ins")] == ["1877"]
    told = render(listed(story, changed), "md", "memo").decode()
    assert "changed, not in the draft yet, " in told
    assert "1878 → It was opened in 1877" in told
    for suggestion in ("", "It was opened in 1877"):
        cut = claimed(story, 1, words, replacement=suggestion, resolution=Resolution.CUT)
        document = root(render(listed(story, cut), "docx", "tracked"))
        assert [node.text for node in document.iter("{*}delText")] == [words, ". "]
        assert not list(document.iter("{*}ins"))
        told = render(listed(story, cut), "md", "memo").decode()
        assert "cut, not in the draft yet, " in told
        assert "1877" not in told.partition("Changed, stet, cut")[2]


def test_a_claim_that_is_its_whole_sentence_is_cut_with_its_full_stop() -> None:
    draft = drafted("The toll was 55 cents. It rose in May, and fell in June! “It paid,” he said. It closed.")
    cuts = ("The toll was 55 cents", "It rose in May", "fell in June", "It paid", "It closed")
    claims = [claimed(draft, number, words, resolution=Resolution.CUT) for number, words in enumerate(cuts, 1)]
    read = read_back(render(listed(draft, *claims), "docx", "tracked"), accepted=True)
    assert read.text == "! “,” he said. ", "what only a writer can put right stays"
    first = read_back(render(listed(draft, claims[0]), "docx", "tracked"), accepted=True)
    assert first.text == draft.text.removeprefix("The toll was 55 cents. ")


@pytest.mark.parametrize(
    ("paragraph", "words", "expected"),
    [
        ("It rose in May, and fell in June.", "fell in June", "It rose in May."),
        ("It rose in May and fell in June!", "fell in June", "It rose in May!"),
        ("It was a bridge, which was red. It fell.", "which was red", "It was a bridge. It fell."),
        ("He met an editor who drove it.", "who drove it", "He met an editor."),
        ("It rose – and it fell.", "it fell", "It rose."),
        ("It was a brand of steel.", "of steel", "It was a brand."),
        ("He said: “It fell.”", "It fell", "He said: “.”"),
        ("The bridge, which was red, fell.", "which was red", "The bridge fell."),
        ("The bridge (it was red) fell.", "it was red", "The bridge fell."),
        ("The bridge – it was red – fell.", "it was red", "The bridge fell."),
        ("In May, it rose; it fell.", "it rose", "In May, ; it fell."),
    ],
)
def test_a_part_of_a_sentence_is_cut_with_what_joins_it(paragraph: str, words: str, expected: str) -> None:
    draft = drafted(paragraph)
    data = render(listed(draft, claimed(draft, 1, words, resolution=Resolution.CUT)), "docx", "tracked")
    assert read_back(data, accepted=True).text == expected
    assert read_back(data).text == paragraph


@pytest.mark.parametrize(
    ("paragraph", "words", "change", "expected"),
    [
        ("It opened in 1878.", "It opened in 1878", "It opened in 1877.", "It opened in 1877."),
        ("He left at 10 a.m.", "He left at 10 a.m", "He left at 11 a.m.", "He left at 11 a.m."),
        ("It rose by 3%.", "It rose by 3", "It rose by 4%", "It rose by 4%."),
        ("It cost $6 million.", "6 million", "$8 million.", "It cost $8 million."),
        ("He said: “It fell.”", "It fell", "“It sank.”", "He said: “It sank.”"),
        ("It fell in May, he said.", "It fell in May", "It fell in June,", "It fell in June, he said."),
        ('He called it "a "big" one".', 'a "big"', 'a "fine"', 'He called it "a "fine" one".'),
        ('It is "a "big"".', 'a "big"', 'a "fine"', 'It is "a "fine"".'),
        ("It fell.", "It fell", "It fell. It sank.", "It fell. It sank."),
        ("He called it “a gale”.", "He called it “a gale", "He called it “a storm.”", "He called it “a storm”."),
        ("It fell.", "It fell", "“It fell.”", "“It fell”."),
        ("It went on.", "It went on", "It went on and on...", "It went on and on..."),
        ("It fell 👩‍🚒.", "It fell", "It sank 👩‍👩‍👧", "It sank 👩‍👩‍👧 👩‍🚒."),
    ],
)
def test_marks_of_a_suggestion_that_stand_beside_its_claim_already_are_not_set_twice(
    paragraph: str, words: str, change: str, expected: str
) -> None:
    draft = drafted(paragraph)
    data = render(listed(draft, claimed(draft, 1, words, replacement=change)), "docx", "tracked")
    assert read_back(data, accepted=True).text == expected
    assert read_back(data).text == paragraph


def test_what_has_gone_in_is_not_tracked(story: Draft) -> None:
    words = "It was opened in 1878"
    for record in (
        claimed(story, 1, words, replacement=words, as_written="It opened in 1877", resolution=Resolution.CHANGED),
        claimed(story, 1, words, replacement="It opened in 1878", as_written="In 1877", resolution=Resolution.CHANGED),
        claimed(story, 1, words, resolution=Resolution.CHANGED),
    ):
        assert not list(root(render(listed(story, record), "docx", "tracked")).iter("{*}ins", "{*}del"))
        assert "not in the draft yet" not in render(listed(story, record), "md", "memo").decode()


def test_of_two_changes_of_the_same_words_one_is_tracked_and_the_other_says_that_it_is_not(story: Draft) -> None:
    claims = (
        claimed(story, 1, "The first Tay Bridge fell on 28 December 1879", replacement="The bridge fell in 1879"),
        claimed(story, 2, "fell on 28 December 1879", replacement="fell on 29 December 1879"),
        claimed(story, 3, "was knighted in 1879 and died in 1880", replacement="was knighted in 1878 and died in 1880"),
        claimed(story, 4, "knighted in 1879", replacement="knighted in 1878"),
        claimed(story, 5, "girders\n\nDUNDEE", replacement="girders at DUNDEE"),
    )
    data = render(listed(story, *claims), "docx", "tracked")
    after = read_back(data, accepted=True)
    assert after.text == story.text.replace(
        "The first Tay Bridge fell on 28 December 1879", "The bridge fell in 1879"
    ).replace("knighted in 1879", "knighted in 1878")
    assert anchors(after)[4] == "knighted in 1878", "what two changes share is done once"
    told = ["Not tracked: " in one.text for one in after.comments]
    assert told == [False, True, False, False, True]


def test_words_that_come_in_belong_to_the_claim_that_they_are_suggested_for() -> None:
    draft = drafted("Steel is cheap. Iron is dear.")
    claims = (
        claimed(draft, 1, "Steel is cheap", replacement="Steel is cheap now"),
        claimed(draft, 2, ".", replacement=". And"),
        claimed(draft, 3, " Iron is dear", replacement=" Today Iron is dear"),
        claimed(draft, 4, "dear.", replacement="Very dear."),
    )
    read = read_back(render(listed(draft, *claims), "docx", "tracked"), accepted=True)
    assert read.text == "Steel is cheap now. And Today Iron is Very dear."
    assert anchors(read) == {1: "Steel is cheap now", 2: ". And", 3: " Today Iron is Very dear", 4: "Very dear."}


NASTY = (
    "\x00\x01\x07\x08\x0b\x0c\x0e\x1b[31m\x1f\x7f\x85\x9b\ud800\udfff\ufffe\uffff\u202e\u2066<w:t>&amp;]]>\"' שלום עולם"
)


@pytest.mark.parametrize("what", [what for what, kind in KINDS.items() if "docx" in kind.formats])
def test_any_text_goes_in(checklist: Checklist, what: str) -> None:
    data = render(hostile(checklist, f"{HOSTILE} {NASTY}"), "docx", what)
    for part in parts(data).values():
        text = part.decode("utf-8")
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202e\u2066]", text)
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.author.startswith("[b] [/]")
    text = "".join(root(data).itertext()) + "".join(root(data, "word/comments.xml").itertext())
    assert "␀␁␇␈␋␌␎␛[31m␟␡" in text
    assert "<w:t>&amp;]]>" in text
    assert "東京 👩‍👩‍👧‍👦 e\u0301 שלום" in text


def hostile(checklist: Checklist, words: str) -> Checklist:
    """The checklist with the words in each of its texts."""
    draft = drafted(words, f"So {words} it is", roles=(Role.HEADLINE,))
    half = len(words) // 2
    spans = ((0, len(words)), (half, len(words)), (0, half), (len(words) + 2, len(draft.text)))
    full = dict.fromkeys(("note", "query", "answer", "replacement", "checker", "as_written", "assignee"), words) | {
        "second": Verdict.VERIFIED,
        "second_reader": words,
        "verdict": Verdict.DISPUTED,
    }
    source, contact = checklist.claims[0].sources[0], checklist.claims[1].contacts[0]
    sources = (dataclasses.replace(source, name=words, locator=words, note=words),)
    contacts = (dataclasses.replace(contact, who=words, note=words),)
    claims = [
        claimed(draft, number, span, **full, sources=sources, contacts=contacts) for number, span in enumerate(spans, 1)
    ]
    article = dataclasses.replace(
        checklist.article.article,
        title=words,
        byline=words,
        source=words,
        draft=dataclasses.replace(draft, annotations=(Annotation(2, 9, AnnotationKind.COMMENT, words, words),)),
    )
    finding = dataclasses.replace(checklist.findings[0], message=words, kind=words, claims=("c1",))
    return dataclasses.replace(
        checklist,
        article=dataclasses.replace(checklist.article, article=article, slug=words),
        claims=tuple(claims),
        findings=(finding, dataclasses.replace(finding, dismissed=words)),
        made_by=words,
        lost=(dataclasses.replace(claims[0], lost=checklist.lost[0].lost),),
    )


def test_hostile_words_are_anchored_as_they_show(checklist: Checklist) -> None:
    made = hostile(checklist, f"{HOSTILE} {NASTY}")
    read = read_back(render(made, "docx", "draft"))
    shown = {
        one.number: re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", visible(one.claim.text)) for one in made.claims
    }
    assert anchors(read) == shown


def test_text_from_right_to_left_begins_at_the_right() -> None:
    draft = drafted("שלום עולם, said the sign", "The sign said שלום")
    first, second = root(render(listed(draft), "docx", "draft")).iter("{*}p")
    assert first.find(".//{*}bidi") is not None
    assert first.find(".//{*}rtl") is not None
    assert second.find(".//{*}bidi") is None


def test_python_docx_reads_the_comments(story: Draft) -> None:
    record = claimed(story, 1, "It was opened in 1878", verdict=Verdict.DISPUTED, checker="Ana", checked_at=WHEN)
    document = docx.Document(io.BytesIO(render(listed(story, record), "docx", "draft")))
    (comment,) = document.comments
    assert (comment.author, comment.initials, comment.text) == ("Ana", "A", "#1 ✗ disputed: resolution open")
    assert comment.timestamp == WHEN


words = st.text(st.sampled_from("ab .,1\n\t<&\x1b\u0301ש"), min_size=1, max_size=12)


@given(st.data(), st.lists(words, min_size=1, max_size=4))
def test_every_claim_has_just_its_words_whatever_the_claims_are(data: st.DataObject, texts: list[str]) -> None:
    draft = drafted(*(f"x{one}x" for one in texts))
    places = st.integers(0, len(draft.text))
    spans = data.draw(st.lists(st.tuples(places, places).filter(lambda one: one[0] < one[1]), max_size=8, unique=True))
    claims = [
        claimed(draft, number, span, replacement=data.draw(st.just("") | words)) for number, span in enumerate(spans, 1)
    ]
    for what in ("draft", "tracked"):
        read = read_back(render(listed(draft, *claims), "docx", what))
        assert read.text == visible(draft.text)
        for record, said in zip(claims, read.comments, strict=True):
            inside = record.claim.text.strip("\n") if "\n\n" in record.claim.text else record.claim.text
            assert said.words.strip("\n") == visible(inside).strip("\n")


changes = st.text(st.sampled_from("ab ;:1\n\t>%\x07\u0300ש"), min_size=1, max_size=12)
"""With other marks than the words have: those at an edge that stand there already are not set twice."""


@given(st.lists(st.tuples(words, st.just("") | changes), min_size=1, max_size=5))
def test_changes_of_claims_that_do_not_overlap_are_exact(pieces: list[tuple[str, str]]) -> None:
    draft = drafted("".join(before for before, _ in pieces))
    claims, at = [], 0
    for number, (before, after) in enumerate(pieces, 1):
        claims.append(claimed(draft, number, (at, at + len(before)), replacement=after))
        at += len(before)
    read = read_back(render(listed(draft, *claims), "docx", "tracked"), accepted=True)
    assert anchors(read) == {number: visible(after or before) for number, (before, after) in enumerate(pieces, 1)}


@given(st.data(), st.text("ab .,1", min_size=2, max_size=20), st.text("ab ;:1", min_size=1, max_size=20))
def test_a_change_is_exact_whatever_claims_lie_across_it(data: st.DataObject, text: str, change: str) -> None:
    draft = drafted(f"x{text}x")
    places = st.integers(0, len(draft.text))
    spans = st.lists(st.tuples(places, places).filter(lambda one: one[0] < one[1]), min_size=1, max_size=6, unique=True)
    (start, end), *others = data.draw(spans)
    changed = claimed(draft, 1, (start, end), replacement=change)
    claims = (changed, *(claimed(draft, number, span) for number, span in enumerate(others, 2)))
    read = read_back(render(listed(draft, *claims), "docx", "tracked"), accepted=True)
    assert read.text == draft.text[:start] + change + draft.text[end:]
    assert anchors(read)[1] == change
    for number, (first, last) in enumerate(others, 2):
        if last <= start or end <= first:
            assert anchors(read)[number] == draft.text[first:last], "beside the change nothing changes"


office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")


def converted(to: str, folder: Path, **files: bytes) -> dict[str, bytes]:
    """What LibreOffice makes of files, by their names."""
    out = folder / f"as-{to}"
    given_ = [folder / f"{name}.docx" for name in files]
    for path, data in zip(given_, files.values(), strict=True):
        path.write_bytes(data)
    home = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = ["soffice", "--headless", home, "--convert-to", to, "--outdir", str(out), *map(str, given_)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    made = {name: out / f"{name}.{to}" for name in files}
    assert all(path.exists() for path in made.values()), done.stderr
    return {name: path.read_bytes() for name, path in made.items()}


@office
def test_libreoffice_makes_pages_of_all(checklist: Checklist, tmp_path: Path) -> None:
    made = hostile(checklist, f"{HOSTILE} {NASTY}")
    kinds = [what for what, kind in KINDS.items() if "docx" in kind.formats]
    files = {what: render(made, "docx", what) for what in kinds}
    files |= {f"plain-{what}": render(checklist, "docx", what) for what in kinds}
    assert all(page.startswith(b"%PDF") for page in converted("pdf", tmp_path, **files).values())


@office
def test_libreoffice_keeps_the_comments_on_their_words(story: Draft, tmp_path: Path) -> None:
    start = story.text.index("knighted")
    note = Annotation(start, start + 8, AnnotationKind.COMMENT, "See the Gazette", "Walt Writer")
    draft = dataclasses.replace(story, annotations=(note,))
    texts = (
        "Bridge falls in a gale",
        "The first Tay Bridge fell on 28 December 1879, and a train with 75 people went into the firth",
        "fell on 28 December 1879",
        "a train with 75 people",
        "75 people went into the firth",
        "was knighted in 1879",
        "died in 1880",
    )
    claims = [
        claimed(
            draft,
            number,
            one,
            verdict=Verdict.DISPUTED,
            checker="Ana Bell",
            checked_at=WHEN,
            note="Two\nlines",
            replacement=one.replace("18", "19") if number > 4 else "",
        )
        for number, one in enumerate(texts, 1)
    ]
    sent = {what: render(listed(draft, *claims), "docx", what) for what in ("draft", "tracked")}
    for what, data in converted("docx", tmp_path, **sent).items():
        before, again = read_back(sent[what]), read_back(data)
        assert again.text == before.text == story.text
        assert anchors(again) == dict(enumerate(texts, 1))
        assert sorted((one.author, one.words) for one in again.comments) == sorted(
            (one.author, one.words) for one in before.comments
        )
        kept = next(one for one in again.comments if one.text.startswith("#3 "))
        assert kept.text == before.comments[3].text
        assert (kept.initials, (kept.date or "")[:19]) == ("AB", "2026-03-12T09:05:07")
        accepted = read_back(data, accepted=True), read_back(sent[what], accepted=True)
        assert anchors(accepted[0]) == anchors(accepted[1])
