from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from factcheck.archive import Op, Run, difference
from factcheck.model import (
    ArticleId,
    Attribution,
    Claim,
    ClaimId,
    ClaimRecord,
    Draft,
    Finding,
    Match,
    Person,
    Relation,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from factcheck.tui.paragraphs import about, compared, moment, with_earlier
from tests.conftest import HOSTILE

if TYPE_CHECKING:
    from factcheck.tui.flow import Paragraph

DRAFT = Draft("It opened. Ada says\nthe bridge cost 47 million [/] in all. It is long.", ())
RECORD = ClaimRecord(ClaimId(1), 1, Claim("c1", 20, 46, "the bridge cost 47 million", Section.BODY, priority=0.5))


def match(relation: Relation, text: str) -> Match:
    return Match(ClaimId(9), ArticleId(2), HOSTILE, None, text, 80.0, relation, verdict=Verdict.DISPUTED)


def words(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces)


def test_a_comparison_reads_without_colour() -> None:
    runs = (Run(Op.EQUAL, "it cost", "it cost"), Run(Op.CHANGED, "47", "52"), Run(Op.THERE, "", "million"))
    assert "".join(piece.text for piece in compared(runs)) == "it cost [-52-] {+47+} [-million-]"


def test_what_alarms_comes_first() -> None:
    finding = Finding("number", "two costs", Severity.HIGH, ())
    conflict = match(Relation.CONFLICT, "The bridge cost 52 million")
    paragraphs = about(RECORD, DRAFT, (finding,), (conflict,), difference)
    assert [paragraph.label for paragraph in paragraphs] == ["#1", "claim", "finding", "earlier", "", "priority"]
    assert words(paragraphs[3]) == f"≠ conflict · then ✗ disputed · {HOSTILE}"
    assert words(paragraphs[4]) == "the bridge cost [-52-] {+47+} million"


def test_a_claim_is_told_from_the_rest_of_its_sentence() -> None:
    pieces = about(RECORD, DRAFT, (), ())[1].pieces
    assert [(piece.text, piece.style) for piece in pieces] == [
        ("Ada says\n", "quiet"),
        ("the bridge cost 47 million", "claim"),
        (" [/] in all.", "quiet"),
    ]


def test_a_long_sentence_leaves_the_alarms_in_sight() -> None:
    text = f"{'long ' * 90}the bridge cost 47 million{' too' * 90}."
    start = text.index("the bridge")
    record = replace(RECORD, claim=replace(RECORD.claim, start=start, end=start + 26))
    paragraphs = about(record, Draft(text, ()), (), ())
    told = {paragraph.label: words(paragraph) for paragraph in paragraphs}
    assert "… long long" in told["claim"]
    assert "the bridge cost 47 million too" in told["claim"]
    assert len(told["claim"]) < 250


def test_words_that_have_little_in_common_are_not_compared() -> None:
    near = match(Relation.NEAR, "Nobody asked who would pay for the bridge")
    assert words(about(RECORD, DRAFT, (), (near,), difference)[3]) == "Nobody asked who would pay for the bridge"


def test_a_verdict_without_a_source_says_so() -> None:
    verified = replace(RECORD, verdict=Verdict.VERIFIED)
    assert "✓ verified · no source · " in words(about(verified, DRAFT, (), ())[0])
    sourced = replace(verified, sources=(Source(SourceKind.PERSON, "Ann"),))
    assert "no source" not in words(about(sourced, DRAFT, (), ())[0])


def test_what_was_not_looked_up_says_so() -> None:
    assert "not looked up yet" in [words(paragraph) for paragraph in about(RECORD, DRAFT, (), None)]


def test_an_earlier_verdict_says_who_and_when() -> None:
    paragraphs = list(with_earlier(match(Relation.NEAR, "x")))
    assert [(paragraph.label, words(paragraph)) for paragraph in paragraphs] == [
        ("then", "✗ disputed"),
        ("likeness", "80 of 100"),
    ]


def test_a_day_without_a_time_stays_that_day() -> None:
    assert moment(datetime(2012, 4, 14, tzinfo=UTC)) == "14 Apr 2012"
    assert moment(datetime(2012, 4, 14, 12, 30, tzinfo=UTC)).startswith("14 Apr 2012 ")


def test_whom_a_claim_names_and_who_says_it_are_told_of() -> None:
    said = replace(RECORD.claim, attribution=Attribution("Ada", 11, 14, "Ada Brewer", "says"))
    speaker = Person("Ada Brewer", (Span(11, 14),), probable=True, ages=(48, 47), roles=("a\nmason",))
    other = Person("Bo Moss", (Span(24, 30),), titles=("Mayor",))
    elsewhere = Person("Cy Lane", (Span(60, 64),), titles=("Dr.",))
    bare = Person("Di Ford", (Span(24, 30),))
    paragraphs = about(replace(RECORD, claim=said), DRAFT, (), (), people=(speaker, other, elsewhere, bare))
    assert [words(paragraph) for paragraph in paragraphs if paragraph.label == "who"] == [
        "Ada Brewer · 48 · 47 · a mason · probably a person",
        "Bo Moss · Mayor",
    ]
