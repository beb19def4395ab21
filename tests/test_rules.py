"""What the desk demands of sources, and which sources count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import Attribution, Claim, ClaimId, ClaimRecord, Section, Source, SourceKind, Verdict
from factcheck.rules import NO_RULES, Rules, host_of, independent, parse_rule
from tests.conftest import HOSTILE

PRIMARY, SECONDARY, PERSON = SourceKind.PRIMARY, SourceKind.SECONDARY, SourceKind.PERSON
SPEAKER = Attribution("a guard", 0, 3)
RECORD = ClaimRecord(ClaimId(9), 4, Claim("c4", 0, 3, "abc", Section.BODY), verdict=Verdict.VERIFIED)
DESK = Rules(parse_rule("1 primary or 2 secondary"), parse_rule("2 independent"))
WANTS = "the desk wants 1 primary or 2 secondary"
LEAD = "lead from “Old bridge”, 01 May 2025"


def source(kind: SourceKind, name: str, locator: str = "", note: str = "") -> Source:
    return Source(kind, name, locator, note)


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("1 primary or 2 secondary", "1 primary or 2 secondary"),
        (" One PRIMARY  or two secondary sources", "1 primary or 2 secondary"),
        ("2 independent", "2 independent"),
        ("2 independent sources or 1 document", "2 independent or 1 document"),
        ("3 independent persons", "3 independent person"),
        ("1 source", "1 source"),
        ("2", "2 sources"),
    ],
)
def test_a_rule_reads_as_it_is_meant(text: str, reads: str) -> None:
    assert str(parse_rule(text)) == reads
    assert parse_rule(reads) == parse_rule(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "a number of sources is missing"),
        ("1 primary or", "a number of sources is missing"),
        ("0 primary", "'0' is no number"),
        ("1.5 primary", "'1.5' is no number"),
        ("-1 primary", "'-1' is no number"),
        ("primary", "'primary' is no number"),
        ("2 tertiary", "'tertiary' is no kind of source; the kinds are primary, secondary, person, document, other"),
        ("2 primary secondary", "'primary secondary' is no kind"),
        ("2 secondary independent", "'secondary independent' is no kind"),
        (HOSTILE, "is no number"),
        ("9" * 9000, "is no number"),
    ],
)
def test_a_rule_that_cannot_be_read_says_why(text: str, says: str) -> None:
    with pytest.raises(ValueError, match="source") as caught:
        parse_rule(text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("sources", "lacks"),
    [
        ((), f"is verified without a source; {WANTS}"),
        ((source(SECONDARY, "Times"),), f"is verified by 1 secondary source; {WANTS}"),
        ((source(PERSON, "Ann"), source(SECONDARY, "Times")),
         f"is verified by 1 secondary and 1 person sources; {WANTS}"),
        ((source(PRIMARY, "Act", note=LEAD),), f"is verified without a source; {WANTS}"),
        ((source(SECONDARY, "Times", "p. 1"), source(SECONDARY, "TIMES", "p. 2")),
         f"is verified by 2 secondary sources (of 1 name); {WANTS}"),
        ((source(PRIMARY, "Act"),), ""),
        ((source(SECONDARY, "Times"), source(SECONDARY, "Post")), ""),
    ],
)  # fmt: skip
def test_a_verified_claim_with_too_few_sources_is_told(sources: tuple[Source, ...], lacks: str) -> None:
    record = replace(RECORD, sources=sources)
    assert DESK.shortfall(record) == lacks
    assert NO_RULES.shortfall(record) == ""
    assert DESK.shortfall(replace(record, verdict=Verdict.DISPUTED)) == ""
    assert DESK.shortfall(replace(record, verdict=None)) == ""


def test_an_anonymous_claim_has_a_rule_of_its_own() -> None:
    claim = replace(RECORD.claim, attribution=SPEAKER)
    sources = (source(SECONDARY, "Times", "https://a.example/x"), source(SECONDARY, "Post", "https://a.example/y"))
    record = replace(RECORD, claim=claim, sources=sources)
    assert DESK.shortfall(record) == (
        "is verified by 2 secondary sources (1 independent); the desk wants 2 independent"
    )
    named = replace(claim, attribution=replace(SPEAKER, named=True))
    assert DESK.shortfall(replace(record, claim=named)) == ""
    assert replace(DESK, anonymous=None).shortfall(record) == ""
    apart = (sources[0], source(SECONDARY, "Post", "https://b.example/y"))
    assert DESK.shortfall(replace(record, sources=apart)) == ""


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        ((), 0),
        ((("Ann", ""), ("Ben", "")), 2),
        ((("Ann", "x"), ("ÁNN", "y")), 1),
        ((("Ann", "https://www.e.example/1"), ("Ben", "http://E.example:80/2")), 1),
        ((("Ann", "https://a.example"), ("Ann", "https://b.example"), ("Ben", "https://a.example")), 2),
        ((("A", "www.a.example"), ("A", "www.b.example"), ("B", "www.b.example"), ("B", "www.c.example"),
          ("C", "www.a.example")), 3),
        ((("Ann", "file.pdf p. 3"), ("Ben", "file.pdf p. 3")), 2),
    ],
)  # fmt: skip
def test_independent_sources_differ_in_name_and_in_host(sources: tuple[tuple[str, str], ...], count: int) -> None:
    given = [source(PERSON, *one) for one in sources]
    assert independent(given) == count
    assert independent(given[::-1]) == count


@pytest.mark.parametrize("locator", ["", "+44 20 7946 0000", "plan.pdf p. 3", "https://[::", "12:30", HOSTILE])
def test_what_is_no_address_has_no_host(locator: str) -> None:
    assert host_of(locator) == ""


@pytest.mark.parametrize("sources", [(), (source(PRIMARY, "Act", note=LEAD),)])
def test_a_verified_claim_without_a_source_says_so(sources: tuple[Source, ...]) -> None:
    record = replace(RECORD, sources=sources)
    assert record.lacks_source
    assert not replace(record, verdict=Verdict.UNSOURCED).lacks_source
    assert not replace(record, sources=(*sources, source(PRIMARY, "Act"))).lacks_source
