"""Word files: what a reader sees of them, and what their writers noted beside the text."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from factcheck.model import AnnotationKind, Article
from factcheck.reading import AS_IS, ReadOptions, read_bytes, word
from factcheck.reading.format import STRUCK
from factcheck.reading.word_styles import Styles
from factcheck.reading.word_walk import Walk
from tests.conftest import HOSTILE
from tests.reading.word_file import W, docx, p, r, style, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

ORIGINAL = ReadOptions(as_original=True)
OPENED = "The Forth Bridge opened on 4 March 1890 after eight years of work."
BUILT = "It took 54,000 tonnes of steel, and 4,600 men worked on it at a time."
STYLES = (
    '<w:style w:styleId="Haupt"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>'
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Unsere"><w:name w:val="House head"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:styleId="Stufe"><w:name w:val="Own"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:styleId="Bild"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="Kreis"><w:name w:val="A"/><w:basedOn w:val="Kreis2"/></w:style>'
    '<w:style w:styleId="Kreis2"><w:name w:val="B"/><w:basedOn w:val="Kreis"/></w:style>'
    '<w:style w:styleId="Geheim" w:type="character"><w:name w:val="C"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


def read(body: str, options: ReadOptions = AS_IS, links: Sequence[str] = (), **parts: str) -> Article:
    return word.read(docx(body, links=links, **parts), "a.docx", options)


def text(body: str, options: ReadOptions = AS_IS, **parts: str) -> str:
    return read(body, options, **parts).draft.text


def told(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, article.draft.text[block.start : block.end]) for block in article.draft.blocks]


def noted(article: Article) -> list[tuple[str, str, str]]:
    return [(article.draft.text[one.start : one.end], one.text, one.author) for one in article.draft.annotations]


def test_a_file_is_read_in_a_process_of_its_own_and_kept() -> None:
    data = docx(p(OPENED) + p(BUILT))
    article = read_bytes(data, "bridge.docx", ".docx")
    assert article.draft.text == f"{OPENED}\n\n{BUILT}"
    assert article.original is not None
    assert (article.original.data, article.original.media_type[-8:]) == (data, "document")


def test_tracked_changes_are_taken_in_or_left_out() -> None:
    body = p(
        r("The bridge opened in ")
        + f'<w:del w:id="1">{r("x").replace("w:t", "w:delText").replace(">x<", ">1889<")}</w:del>'
        + f'<w:ins w:id="2">{r("1890")}</w:ins>'
        + r(".")
    )
    moved = (
        p(f"<w:moveFrom>{r(BUILT)}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")
        + p("It was painted red.")
        + p(f"<w:moveTo>{r(BUILT)}</w:moveTo>", "<w:rPr><w:moveTo/></w:rPr>")
    )
    after, before = read(body + moved), read(body + moved, ORIGINAL)
    assert after.draft.text == f"The bridge opened in 1890.\n\nIt was painted red.\n\n{BUILT}"
    assert before.draft.text == f"The bridge opened in 1889.\n\n{BUILT}\n\nIt was painted red."
    assert any("--as-original" in warning for warning in after.warnings)
    assert any("before them" in warning for warning in before.warnings)


def test_what_is_struck_out_by_hand_is_left_out_and_told() -> None:
    body = p(r("The bridge opened in ") + r("1889", "<w:strike/>") + r("18", "<w:dstrike/>") + r("1890."))
    after, before = read(body), read(body, ORIGINAL)
    assert (after.draft.text, after.warnings) == ("The bridge opened in 1890.", (STRUCK,))
    assert (before.draft.text, before.warnings) == ("The bridge opened in 1889181890.", ())
    others = p(
        r("It opened. ", '<w:strike w:val="0"/>') + r("", "<w:strike/>") + r("It is red."), "<w:rPr><w:strike/></w:rPr>"
    )
    assert (text(others), read(others).warnings) == ("It opened. It is red.", ())


def test_a_paragraph_that_was_split_or_joined() -> None:
    joined = p("The bridge opened", "<w:rPr><w:del/></w:rPr>") + p("in 1890.")
    assert text(joined) == "The bridge opened in 1890."
    assert text(joined, ORIGINAL) == "The bridge opened\n\nin 1890."
    split = p("The bridge opened.", "<w:rPr><w:ins/></w:rPr>") + p("It was red.")
    assert text(split) == "The bridge opened.\n\nIt was red."
    assert text(split, ORIGINAL) == "The bridge opened. It was red."


def test_of_a_field_the_result_counts() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> DATE </w:instrText></w:r>"
    nested = mark("begin") + code + mark("begin") + code + mark("separate") + r("1") + mark("end")
    field = nested + mark("separate") + r("4 March 1890") + mark("end")
    assert text(p(r("It opened on ") + field + r("."))) == "It opened on 4 March 1890."
    assert text(p(f'<w:fldSimple w:instr="PAGE">{r("7")}</w:fldSimple>' + r(" piers"))) == "7 piers"
    assert text(p(r("It opened.") + mark("begin")) + p(BUILT)) == f"It opened.\n\n{BUILT}"


def test_what_is_in_a_run_beside_letters() -> None:
    run = (
        "<w:r><w:t>Span</w:t><w:tab/><w:t>521</w:t><w:noBreakHyphen/><w:t>metre</w:t><w:br/><w:t>engi</w:t>"
        "<w:softHyphen/><w:t>neers</w:t></w:r>"
    )
    tabs = '<w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs>'
    assert text(p(run, tabs)) == "Span\t521\u2011metre\nengineers"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    for drop in ("drop", "margin"):
        letter = p(OPENED[0], f'<w:framePr w:dropCap="{drop}" w:lines="3"/>')
        assert text(letter + p(OPENED[1:]) + p(BUILT)) == f"{OPENED}\n\n{BUILT}"
    framed = p("A note", '<w:framePr w:w="2000"/>')
    assert text(framed + p(OPENED)) == f"A note\n\n{OPENED}"


def test_symbols_are_what_they_draw() -> None:
    known = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + r(" 5, \uf061", '<w:rFonts w:ascii="Symbol"/>')
    assert text(p(known)) == "≥ 5, α"
    unknown = read(p('<w:r><w:sym w:font="House Dingbats" w:char="F041"/></w:r>' + r(OPENED)))
    assert unknown.draft.text == f"\ufffd{OPENED}"
    assert any("symbols" in warning for warning in unknown.warnings)


def test_what_is_raised_runs_into_no_figure() -> None:
    high, low = (f'<w:vertAlign w:val="{name}"/>' for name in ("superscript", "baseline"))
    styled = r("2", '<w:rStyle w:val="Mark"/>')
    body = (
        f"{r('By 1890')}{r('1', high)}{r(' a wind of 10')}{r('6', high)}{r(' pounds pressed on 900 m')}{r('2', high)}"
        f"{r(' of steel.')}{styled}"
        f'<w:hyperlink w:anchor="n3">{r("3", high)}</w:hyperlink>'
        f"{r(' It lost 1')}{r('1', high)}{r('/2 rivets in the 19')}{r('th', high)}{r(' century, or 10')}"
        f"{r('3', low)}{r('.')}"
    )
    mark = (
        '<w:style w:styleId="Mark" w:type="character"><w:name w:val="Mark"/><w:basedOn w:val="High"/></w:style>'
        f'<w:style w:styleId="High" w:type="character"><w:name w:val="High"/><w:rPr>{high}</w:rPr></w:style>'
    )
    expected = (
        "By 1890 a wind of 10⁶ pounds pressed on 900 m² of steel. It lost 1 1/2 rivets in the 19th century, or 103."
    )
    assert text(p(body), styles=mark) == expected
    lifted, lowered = (f'<w:position w:val="{height}"/>' for height in (8, -8))
    assert text(p(r("By 1890") + r("1", lifted) + r(" 10") + r("3", lowered))) == "By 1890 103"
    former = f'<w:rPrChange w:id="1"><w:rPr>{high}</w:rPr></w:rPrChange>'
    assert text(p(r("In 10") + r("3", former))) == "In 103"
    assert text(f"<w:p><w:pPr><w:rPr>{high}</w:rPr></w:pPr>{r('In 10')}{r('3')}</w:p>") == "In 103"


def test_text_in_links_controls_and_boxes_is_found_once() -> None:
    box = f"<w:txbxContent>{p('Cost: £3.2 million')}</w:txbxContent>"
    alternate = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
    )
    control = f"<w:sdt><w:sdtContent><w:sdt><w:sdtContent>{p(BUILT)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
    body = p(r("The ") + f"<w:hyperlink>{r('Forth Bridge')}</w:hyperlink>" + alternate + r(" opened.")) + control
    assert text(body) == f"The Forth Bridge opened.\n\nCost: £3.2 million\n\n{BUILT}"


def test_prompts_and_tables_of_contents_are_no_text() -> None:
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}</w:sdtContent></w:sdt>"
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('History 2')}</w:sdtContent></w:sdt>"
    assert text(prompt + contents + p(OPENED)) == OPENED


def test_hidden_text_is_left_out() -> None:
    hidden = r(" secret", "<w:vanish/>") + r(" too", '<w:rStyle w:val="Geheim"/>')
    shown = r(" seen", '<w:vanish w:val="0"/>') + r(" now", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    assert text(p(r("It is") + hidden + shown), styles=STYLES) == "It is seen now"


def test_rows_of_a_table_and_tables_that_lay_out_a_page() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row(p('Bridge'), p('Opened'), p(''))}{row(p(''), p(''))}{row(p(''), p('1890'))}</w:tbl>"
    layout = f"<w:tbl>{row(p(OPENED) + p(BUILT), p('Red'))}{row(p('Alone'))}</w:tbl>"
    assert text(table + layout) == f"Bridge | Opened | \n\n | 1890\n\n{OPENED}\n\n{BUILT}\n\nRed\n\nAlone"
    assert told(read(p(OPENED) + table))[1] == ("body", "Bridge | Opened |")
    controlled = (
        f"<w:tr>{''.join(f'<w:sdt><w:sdtContent><w:tc>{p(t)}</w:tc></w:sdtContent></w:sdt>' for t in 'AB')}</w:tr>"
    )
    assert text(f"<w:tbl>{controlled}</w:tbl>") == "A | B"


def test_styles_and_lists_say_what_a_paragraph_is() -> None:
    number = '<w:numPr><w:numId w:val="3"/></w:numPr>'
    body = (
        p("<w:r><w:t>How the Forth</w:t><w:br/><w:t>was crossed</w:t></w:r>", style("Haupt"))
        + p("Eight years, and seven million rivets", style("Untertitel"))
        + p(OPENED)
        + p("Steel for the first time", style("Unsere"))
        + p(BUILT)
        + p("Paint", style("Stufe"))
        + p("Three towers", number)
        + p("The bridge from the south shore", style("Bild"))
        + p("Round and round", style("Kreis"))
        + p(f"{BUILT} {BUILT} {BUILT}", style("Unsere"))
    )
    assert told(read(body, styles=STYLES)) == [
        ("headline", "How the Forth was crossed"),
        ("dek", "Eight years, and seven million rivets"),
        ("body", OPENED),
        ("crosshead", "Steel for the first time"),
        ("body", BUILT),
        ("crosshead", "Paint"),
        ("body", "Three towers"),
        ("caption", "The bridge from the south shore"),
        ("crosshead", "Round and round"),
        ("body", f"{BUILT} {BUILT} {BUILT}"),
    ]
    assert told(read(p("Crossing", style("berschrift1")) + p(OPENED), styles=STYLES))[0] == ("headline", "Crossing")


def test_the_head_of_a_story_is_told_by_its_styles() -> None:
    names = ("Title", "Author", "Date", "Abstract")
    styles = "".join(f'<w:style w:styleId="{one}"><w:name w:val="{one}"/></w:style>' for one in names)
    dek = "Eight years of work by four thousand men, and seven million rivets, end on a windy day in March."
    body = (
        p("Crossing", style("Title"))
        + p("Fowler", style("Author"))
        + p("Benjamin Baker", style("Author"))
        + p("4 March 1890", style("Date"))
        + p(dek, style("Abstract"))
        + p(OPENED)
        + p("William Arrol", style("Author"))
        + p(BUILT)
    )
    story = read(body, styles=styles)
    assert told(story) == [
        ("headline", "Crossing"),
        ("byline", "Fowler"),
        ("byline", "Benjamin Baker"),
        ("dateline", "4 March 1890"),
        ("dek", dek),
        ("body", OPENED),
        ("crosshead", "William Arrol"),
        ("body", BUILT),
    ]
    assert (story.byline, story.dek) == ("Fowler, Benjamin Baker", dek)


def test_a_kicker_above_the_title_is_no_crosshead() -> None:
    styles = '<w:style w:styleId="Title"><w:name w:val="Title"/></w:style>'
    story = read(p("ENGINEERING") + p("Crossing the Forth", style("Title")) + p(OPENED) + p(BUILT), styles=styles)
    assert told(story)[:2] == [("furniture", "ENGINEERING"), ("headline", "Crossing the Forth")]


def test_a_link_stands_on_its_words_and_within_a_note_behind_them() -> None:
    field = (
        r("It took ")
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://steel.example'
        '/t?a=1" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("54,000 tonnes")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + r(" of steel.")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    )
    halves = (
        f'<w:hyperlink r:id="web0">{r("on 4 March")}</w:hyperlink><w:hyperlink r:id="web0">{r(" 1890 ")}</w:hyperlink>'
    )
    simple = f'<w:fldSimple w:instr="HYPERLINK https://painted.example">{r("red")}</w:fldSimple>'
    elsewhere = "".join(
        f"<w:hyperlink {attribute}>{r(' long')}</w:hyperlink>"
        for attribute in ('w:anchor="n3"', 'r:id="web1"', 'r:id="web2"', 'r:id="web9"')
    )
    article = read(
        p(r("The bridge opened ") + halves + r("in rain.")) + p(field) + p(r("It is ") + simple + elsewhere),
        footnotes=f'<w:footnote w:id="2">{p(r("The ") + f"""<w:hyperlink r:id="web3">{r("log")}</w:hyperlink>""")}'
        "</w:footnote>",
        links=("https://opened.example", "mailto:ann@x.example", "file:///home/ann/plan.pdf", "http://log.example/1"),
    )
    kinds = [one.kind.value for one in article.draft.annotations]
    assert list(zip(kinds, noted(article), strict=True)) == [
        ("link", ("on 4 March 1890", "https://opened.example", "")),
        ("footnote", ("It took 54,000 tonnes of steel.", "The log (http://log.example/1)", "")),
        ("link", ("54,000 tonnes", "https://steel.example/t?a=1", "")),
        ("link", ("red", "https://painted.example", "")),
    ]


def comment(number: int, content: str, paragraph: str = "", author: str = "J. Baker") -> str:
    inner = p(content).replace("<w:p>", f'<w:p w14:paraId="{paragraph}">') if paragraph else p(content)
    return f'<w:comment w:id="{number}" w:author="{author}">{inner}</w:comment>'


def on(number: int, content: str) -> str:
    return (
        f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def test_a_comment_stands_on_its_words() -> None:
    body = p("First.") + p(r("The bridge opened on ") + on(0, r("4 March")) + r(" 1890."))
    assert noted(read(body, comments=comment(0, "Source: board minutes"))) == [
        ("4 March", "Source: board minutes", "J. Baker")
    ]


def test_comments_over_paragraphs_between_them_and_at_a_point() -> None:
    body = (
        '<w:commentRangeStart w:id="0"/>'
        + p(OPENED)
        + p(r("It is red.") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
        + p(r(f"{OPENED} It is long.") + '<w:r><w:commentReference w:id="1"/></w:r>' + r(" It stands."))
    )
    article = read(body, comments=comment(0, "All?") + comment(1, "How long?") + comment(2, "Lost"))
    assert noted(article) == [
        (f"{OPENED}\n\nIt is red.", "All?", "J. Baker"),
        ("It is long.", "How long?", "J. Baker"),
    ]
    assert any("comments 1 stand" in warning for warning in article.warnings)


def test_a_comment_on_words_that_were_deleted_stands_on_the_sentence_up_to_there() -> None:
    gone = f"<w:del>{r('x').replace('w:t', 'w:delText')}</w:del>"
    article = read(p(r(f"{OPENED} It is") + on(0, gone) + r(" red.")), comments=comment(0, "Cut"))
    assert noted(article) == [("It is", "Cut", "J. Baker")]


def test_answers_follow_their_comment_and_what_is_resolved_says_so() -> None:
    body = p(on(0, r("1890")) + r(" or ") + on(2, r("1889")))
    comments = comment(0, "Sure?", "AA") + comment(1, "Yes, see the plan.", "BB", "P. Fowler") + comment(2, "?", "CC")
    threads = (
        '<w15:commentEx w15:paraId="AA" w15:done="1"/><w15:commentEx w15:paraId="CC" w15:done="0"/>'
        '<w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="1"/>'
    )
    assert noted(read(body, comments=comments, commentsExtended=threads)) == [
        ("1890", "Sure?\n(resolved)", "J. Baker"),
        ("1890", "Yes, see the plan.", "P. Fowler"),
        ("1889", "?", "J. Baker"),
    ]


def test_a_mark_before_all_words_stands_on_the_sentence_behind_it() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    article = read(
        p(mark + r(f"{OPENED} It is red.")) + p(BUILT), footnotes=f'<w:footnote w:id="1">{p("Plan")}</w:footnote>'
    )
    assert noted(article) == [(OPENED, "Plan", "")]


def test_footnotes_are_beside_the_text_on_the_sentence_up_to_their_mark() -> None:
    def mark(kind: str, number: int, more: str = "") -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"{more}/></w:r>'

    custom = '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = p(
        r("Dr. Baker saw it.")
        + mark("footnote", 1)
        + r(" The bridge was red")
        + mark("endnote", 1)
        + r(" and long.")
        + custom
    )
    footnotes = "".join(f'<w:footnote w:id="{n}">{p(note)}</w:footnote>' for n, note in ((1, "Annals"), (3, "Plan")))
    article = read(body, footnotes=footnotes, endnotes=f'<w:endnote w:id="1">{p(" Paint list")}</w:endnote>')
    assert article.draft.text == "Dr. Baker saw it. The bridge was red and long."
    assert noted(article) == [
        ("Dr. Baker saw it.", "Annals", ""),
        ("The bridge was red", "Paint list", ""),
        ("The bridge was red and long.", "Plan", ""),
    ]
    assert {one.kind for one in article.draft.annotations} == {AnnotationKind.FOOTNOTE}


CORE = (
    "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><dcterms:created>1990-03-02T23:15:00Z</dcterms:created>"
    "<dcterms:modified>1990-03-04T10:00:00Z</dcterms:modified>"
)


def test_properties_fill_in_what_the_text_does_not_tell() -> None:
    article = read(p(f"{OPENED} {BUILT} {BUILT}"), core=CORE.format("The Forth crossed", "Joan Baker"))
    assert (article.title, article.byline) == ("The Forth crossed", "Joan Baker")
    assert article.published == date(1990, 3, 4)


def test_the_text_outweighs_the_properties() -> None:
    body = p("Forth crossed") + p("By Peter Fowler") + p("5 March 1890") + p(OPENED) + p(BUILT)
    article = read(body, core=CORE.format("Another", "Joan Baker"))
    assert (article.title, article.byline) == ("Forth crossed", "Peter Fowler")
    assert article.published == date(1890, 3, 5)


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Microsoft Word - bridge.doc", "user"),
        ("Document1", "Microsoft Office User"),
        ("bridge_final.docx", "ADMIN"),
        ("", ""),
        ("Untitled document", "Windows User"),
        ("Word Document", "jb"),
    ],
)
def test_what_a_program_filled_in_is_no_title_and_no_byline(title: str, author: str) -> None:
    article = read(p(f"{OPENED} {BUILT} {BUILT}"), core=CORE.format(title, author))
    assert article.title.startswith("The Forth Bridge opened")
    assert article.byline is None


def test_the_date_of_a_template_is_no_date() -> None:
    made = CORE.replace("1990-03-04T10:00", "1990-03-02T23:15")
    assert read(p(OPENED), core=made.format("", "Joan Baker")).published is None
    assert read(p(OPENED), core=CORE.replace("1990-03-04", "soon").format("", "")).published is None


def test_a_strict_file_in_utf_16_whose_parts_have_other_names() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    relations = (
        '<Relationships xmlns="urn:r"><Relationship Id="a" Target="/word/document2.xml" '
        'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></Relationships>'
    )
    document = f'<w:document xmlns:w="{strict}"><w:body>{p(BUILT)}</w:body></w:document>'
    files = {"_rels/.rels": relations.encode(), "word/document2.xml": document.encode("utf-16")}
    assert word.read(zipped(files), "a.docx").draft.text == BUILT


def test_text_that_is_not_ours_stays_text() -> None:
    assert text(p(f"{HOSTILE} &lt;b&gt; was there.")) == f"{HOSTILE} <b> was there."


def test_runs_in_a_style_that_changes_no_text_are_not_weighed_one_by_one() -> None:
    """As a word processor writes each link and each word in italics; a raised word is no part of the one before it."""
    styles = (
        '<w:style w:type="character" w:styleId="Link"><w:name w:val="link"/></w:style>'
        '<w:style w:type="character" w:styleId="Raised"><w:name w:val="raised"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )

    def seconds(style: str) -> float:
        run = r("The bridge opened in 1890. ", f'<w:rStyle w:val="{style}"/>')
        part = etree.fromstring(f"<w:document {W}>{p(run * 40) * 100}</w:document>")
        times = []
        for _ in range(7):
            began = time.process_time()
            walk = Walk(part, Styles(etree.fromstring(f"<w:styles {W}>{styles}</w:styles>")))
            times.append(time.process_time() - began)
            assert len(walk.paragraphs) == 100
        return min(times)

    assert 3 * seconds("Link") < seconds("Raised")
