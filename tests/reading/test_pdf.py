"""PDF files: their lines put together to paragraphs, and where pages begin."""

from __future__ import annotations

import sys
import zlib
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ArticleError
from factcheck.model import Role
from factcheck.reading import pdf as reader
from factcheck.reading import read_bytes
from tests.reading.cost import cost
from tests.reading.pdf_file import MARK, At, column, pdf, put_together
from tests.reading.word_file import docx, p

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.model import Article

FIRST = (
    "The Forth Bridge opened on 4 March 1890 after eight years of work by as",
    "many as 4,600 men, who put 54,000 tonnes of steel into its three towers",
    "and the spans between them.",
)
SECOND = (
    "It was the longest bridge of its kind until 1917, when the one at Quebec",
    "was opened after it had fallen twice while it was built.",
)


def read(*pages: Sequence[At], title: str = "", author: str = "") -> Article:
    return reader.read(pdf(*pages, title=title, author=author), "bridge.pdf")


def text(*pages: Sequence[At]) -> str:
    return read(*pages).draft.text


def joined(*lines: str) -> str:
    return " ".join(lines)


def test_a_file_is_read_in_a_process_of_its_own_and_kept() -> None:
    data = pdf(column(*FIRST))
    article = read_bytes(data, "bridge.pdf", ".pdf")
    assert article.draft.text == joined(*FIRST)
    assert article.original is not None
    assert (article.original.data, article.original.media_type) == (data, "application/pdf")
    assert any("line breaks" in warning for warning in article.warnings)


def test_lines_are_paragraphs_by_what_is_between_them() -> None:
    spaced = [*column(*FIRST), *column(*SECOND, down=160)]
    assert text(spaced) == f"{joined(*FIRST)}\n\n{joined(*SECOND)}"


def test_a_first_sentence_in_letters_like_the_others_is_no_headline() -> None:
    article = read(
        [*column("The Forth Bridge opened on 4 March 1890.", down=60), *column(*FIRST), *column(*SECOND, down=160)]
    )
    assert {block.role for block in article.draft.blocks} == {Role.BODY}


def test_lines_are_paragraphs_by_indents() -> None:
    full = ("The Forth Bridge opened on 4 March 1890. Eight years of work were over.", *FIRST[:2])
    lines = column(">" + full[0], *full[1:], *FIRST[2:], ">" + SECOND[0], *SECOND[1:], ">" + full[0], indent=15)
    assert text(lines) == f"{joined(*full, *FIRST[2:])}\n\n{joined(*SECOND)}\n\n{full[0]}"


def test_lines_are_paragraphs_by_how_full_they_are() -> None:
    assert text(column(*FIRST, *SECOND)) == f"{joined(*FIRST)}\n\n{joined(*SECOND)}"


def test_a_hyphen_before_a_gap_stays() -> None:
    page = [*column(*FIRST), *column("The men were paid by the half-", down=160), At("Another story", 300)]
    assert text(page) == f"{joined(*FIRST)}\n\nThe men were paid by the half-\n\nAnother story"


def test_items_of_a_list_hang() -> None:
    items = column("1. the first tower of the three", ">Inchgarvie, on a rock", "2. Fife", indent=15)
    assert text(items) == "1. the first tower of the three Inchgarvie, on a rock\n\n2. Fife"


def test_the_mark_of_an_item_in_a_font_of_symbols_is_a_bullet() -> None:
    page = column(
        f"{MARK} It took 54,000 tonnes of steel to build", ">the bridge.", f"{MARK} It cost 57 lives.", indent=10
    )
    assert text(page) == "• It took 54,000 tonnes of steel to build the bridge.\n\n• It cost 57 lives."


def test_columns_are_read_one_after_the_other() -> None:
    short = [line[:35] for line in FIRST]
    left, right = column(*short, *short), column(*short[:2], left=320)
    assert text([*left, *right]).split() == [*joined(*short, *short, *short[:2]).split()]


def test_large_letters_are_a_headline_and_headings() -> None:
    page = [
        At("How the Forth was crossed", 60, size=24),
        *column(*FIRST),
        At("Twice fallen", 160, size=14),
        *column(*SECOND, down=180),
    ]
    article = read(page)
    assert [block.role.value for block in article.draft.blocks] == ["headline", "body", "crosshead", "body"]
    assert article.title == "How the Forth was crossed"


@pytest.mark.parametrize(
    ("before", "after", "elsewhere", "whole"),
    [
        ("The men who put together the tow-", "ers were paid by the week.", "", "towers"),
        ("The bridge at the south of the al-", "Tanf road was of stone.", "", "al-Tanf"),
        ("The engineer was well known, self-", "taught and of great patience.", "", "self-taught"),
        ("The bridge has been open since 1914-", "18, when it was guarded.", "", "1914-18"),
        ("He was a man of seventy, a twenty-", "year-old helped him.", "", "twenty-year-old"),
        ("The towers are of a high-strength rail-", "way steel.", "A rail-way bridge.", "rail-way"),
        ("The yard was lit all night and poorly", "-paid men worked there.", "", "poorly -paid"),
        ("The old yard at Queensferry had brightly-", "painted sheds.", "", "brightly-painted"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(before: str, after: str, elsewhere: str, whole: str) -> None:
    assert whole in text([*column(before, after), At(elsewhere, 300)])


def test_running_heads_and_page_numbers_are_no_text() -> None:
    def page(number: int, *lines: str) -> list[At]:
        return [At(f"The Packet, page {number}", 30), *column(*lines), At(f"- {number} -", 780)]

    article = read(page(7, *FIRST), page(8, *SECOND), page(9, "It was painted again and again in 1890."))
    assert article.draft.text == f"{joined(*FIRST)}\n\n{joined(*SECOND)}\n\nIt was painted again and again in 1890."
    assert text([*column(*FIRST), At("1", 780)]) == joined(*FIRST)
    chapter = [[At("Steel", 30), *column(line)] if 3 < at < 7 else column(line) for at, line in enumerate(FIRST * 3)]
    assert "Steel" not in text(*chapter)
    assert text(column(*FIRST), column("1890", down=30)) == f"{joined(*FIRST)}\n\n1890"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("3/4/90, 9:05 AM The Forth Bridge | The Packet", "https://packet.example/forth?page=2 1/1"),
        ("04.03.1990, 17:05 The Packet", "file:///home/ada/forth.html"),
    ],
)
def test_what_a_browser_prints_around_a_page_is_no_text(head: str, foot: str) -> None:
    assert text([At(head, 15, 25, 8), *column(*FIRST), At(foot, 785, 25, 8)]) == joined(*FIRST)
    assert foot in text(column(*FIRST, *SECOND, *FIRST, foot)), "the text may end with an address of its own"


def test_what_is_left_out_at_the_edges_of_pages_is_told() -> None:
    pages = [[At("The Packet, 4 March 1990", 30), *column(line), At(f"{at}", 780)] for at, line in enumerate(FIRST, 1)]
    told = "Left out as running heads, feet and page numbers: “The Packet, 4 March 1990”, “1”."
    assert read(*pages).warnings[1:] == (told,)
    assert read(column(*FIRST)).warnings[1:] == ()


def test_lines_at_the_edges_of_pages_that_differ_in_a_number_are_text() -> None:
    rows = [f"Ward {number}: {number * 7} votes for the bridge, 12 against" for number in range(1, 61)]
    for each in (3, 5, 10):
        pages = [column(*rows[at : at + each]) for at in range(0, len(rows), each)]
        with_numbers = [[*lines, At(f"Page {at}", 780)] for at, lines in enumerate(pages, 1)]
        for article in (read(*pages), read(*with_numbers)):
            assert [row for row in rows if row not in article.draft.text] == []
            assert "Page" not in article.draft.text


def test_a_list_of_paragraphs_loses_none_at_the_edges_of_pages() -> None:
    items = [f"{number}. In {1880 + number} the yard at Queensferry had {number * 9} men." for number in range(1, 41)]
    pages = [[At(item, 100 + 20 * at) for at, item in enumerate(items[first : first + 8])] for first in range(0, 40, 8)]
    assert [item for item in items if item not in text(*pages)] == []
    headed = [[At("THE PACKET", 60, left=250), *lines] for lines in pages]
    assert [item for item in items if item not in text(*headed)] == []
    assert "PACKET" not in text(*headed)


def test_a_head_in_small_letters_close_to_the_text_is_none() -> None:
    pages = [[At("The Packet", 86, size=7), *column(*FIRST, *SECOND)] for _ in range(3)]
    assert "Packet" not in text(*pages)
    refrain = [column("It is open.", *FIRST, *SECOND) for _ in range(3)]
    assert text(*refrain).count("It is open.") == 3


def test_pages_begin_where_their_first_words_are() -> None:
    article = read(column(*FIRST, SECOND[0]), column(*SECOND[1:]), [], column("In 1917 it was outdone."))
    draft = article.draft
    assert draft.text == f"{joined(*FIRST)}\n\n{joined(*SECOND)}\n\nIn 1917 it was outdone."
    assert [draft.text[at:][:9] for at in draft.pages] == ["The Forth", "was opene", "In 1917 i", "In 1917 i"]
    assert [draft.page_of(at) for at in (0, draft.pages[1] - 2, draft.pages[1], len(draft.text) - 1)] == [1, 1, 2, 4]
    assert any(warning.startswith("Page 3 has no text") for warning in article.warnings)


def test_properties_fill_in_what_the_text_does_not_tell() -> None:
    long = column(*FIRST, *FIRST, *SECOND)
    article = read(long, title="The Forth crossed", author="Joan Baker")
    assert (article.title, article.byline) == ("The Forth crossed", "Joan Baker")
    broken = pdf(long, title="a title 1890").replace(b"(a title 1890)", b"<FEFFD8000041>")
    assert reader.read(broken, "bridge.pdf").title.startswith("The Forth Bridge opened")
    assert read(long, title="bridge.html").title.startswith("The Forth Bridge opened")


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        reader.read(data, "bridge.pdf")
    assert caught.value.todo
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"The bridge", "is no PDF but text or damaged: give its name the ending that fits"),
        (docx(p("The bridge")), "is no PDF but a Word document"),
        (b"%PDF-1.7\n" + bytes(50), "is damaged and cannot be opened"),
        (pdf(column(*FIRST))[:300], "is damaged and cannot be opened"),
        (pdf(column(*FIRST), locked=True), "is locked with a password: save it without one"),
        (pdf([], []), "has no text layer: its pages are pictures: run text recognition"),
        (pdf(*[column("x")] * (reader.MAX_PAGES + 1)), "has 501 pages: save the pages of the article"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(data: bytes, told: str) -> None:
    assert told in refusal(data)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert refusal(pdf(column(*FIRST))).endswith(r"wants one more package: install factcheck-desk[pdf]")


def _packed(content: bytes) -> bytes:
    """A PDF with one page of this content, which is packed."""
    packed = zlib.compress(content, 9)
    return put_together(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources 6 0 R >>",
            b"<< /Font << /F 3 0 R >> >>",
        ],
        "/Root 1 0 R",
    )


def _bomb() -> bytes:
    return _packed(b" " * 400_000_000)


def _letters() -> bytes:
    return _packed(b"BT /F 10 Tf 72 700 Td (It opened in 1890. ) Tj ET\n" * 2_000_000)


def _pages() -> bytes:
    return pdf(*[column("x")] * 10_000)


def _many_lines() -> bytes:
    return pdf(*[column(*["It was painted red in 1890"] * 2_000)] * 25)


@pytest.mark.skipif(sys.platform == "win32", reason="there only the waiting time is limited")
@pytest.mark.parametrize("make", [_bomb, _letters, _pages, _many_lines])
def test_a_hostile_file_costs_little(make: Callable[[], bytes], tmp_path: Path) -> None:
    _, seconds, kilobytes = cost(make(), ".pdf", tmp_path)
    assert seconds < 20
    assert kilobytes < 300_000


def test_what_is_raised_runs_into_no_figure_and_breaks_no_line() -> None:
    digit, left = 5.56, 72  # Helvetica's, of 10 points
    for behind in ("", " and the next in 1917"):
        end = left + 4 * digit
        raised = [At("1890", 100), At("1", 96, end, 6), At(behind, 100, end + 4)]
        assert text([*raised[: 3 if behind else 2], At("was the year.", 112)]) == f"1890{behind} was the year."
    assert (
        text([At("10", 100), At("6", 96, left + 2 * digit, 6), At(" tonnes", 100, left + 2 * digit + 4)])
        == "10⁶ tonnes"
    )
    low = [At("10", 100), At("6", 102, left + 2 * digit, 6)]
    assert "⁶" not in text(low)


def test_a_first_letter_over_several_lines_belongs_to_its_word() -> None:
    beside = [At(FIRST[0][1:], 100, 90), At(FIRST[1], 112, 90), At(FIRST[2], 124)]
    letter = At(FIRST[0][0], 112, 72, 26)
    for page in ([letter, *beside], [*beside, letter]):
        story = read([At("The bridge at Queensferry", 60, size=20), *page])
        assert story.title == "The bridge at Queensferry"
        assert joined(*FIRST) in story.draft.text
