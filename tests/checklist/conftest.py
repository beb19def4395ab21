from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from factcheck.model import (
    Article,
    ArticleId,
    ArticleRecord,
    AsideClaim,
    Attribution,
    Block,
    Carried,
    Checklist,
    Claim,
    ClaimId,
    ClaimRecord,
    Contact,
    ContactOutcome,
    ContactWay,
    Draft,
    Event,
    Fact,
    FactKind,
    Finding,
    Person,
    Progress,
    Publisher,
    Resolution,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    Span,
    State,
    Verdict,
)
from tests.conftest import HOSTILE

TEXT = (
    "Moon dust sold\n\n"
    "Mr. Vane paid $1,200 for the dust. “It came back in 1969,” the dealer said. Nobody else bid.\n\n"
    f"=SUM(A1) {HOSTILE}\n\n"
    "The dust came back in 1970."
)
WHEN = datetime(2026, 3, 12, 9, 5, 7, tzinfo=UTC)
PRIMARY = Source(
    SourceKind.PRIMARY, "Auction book", "https://example.org/a_b?x=`1`", "page 3", date(2026, 3, 11), "c0" * 32
)
PUBLISHER = Publisher("The Desk & Co", "https://desk.example", "https://desk.example/checks", "True", "False")
PERSON = Source(SourceKind.PERSON, "The dealer", "+44 20 7946 0000")


def _block(text: str, role: Role, reason: str = "") -> Block:
    start = TEXT.index(text)
    end = TEXT.find("\n\n", start)
    return Block(start, len(TEXT) if end < 0 else end, role, reason)


def record(number: int, text: str, section: Section, **kwargs: object) -> ClaimRecord:
    """A claim record for the words of TEXT; Claim's own fields and ClaimRecord's are told apart by their names."""
    start = TEXT.index(text)
    own = {key: kwargs.pop(key) for key in ("kinds", "checkable", "priority", "attribution", "facts") if key in kwargs}
    claim = Claim(f"c{number}", start, start + len(text), text, section, **own)  # type: ignore[arg-type]  # see above
    return ClaimRecord(ClaimId(number + 100), number, claim, **kwargs)  # type: ignore[arg-type]  # see above


@pytest.fixture
def checklist() -> Checklist:
    """Four claims, hostile text and a removed one among them, and two that an edited draft lost."""
    draft = Draft(
        TEXT,
        (
            _block("Moon dust sold", Role.HEADLINE, "the first block"),
            _block("Mr. Vane", Role.BODY),
            _block("=SUM", Role.BODY),
            _block("The dust came", Role.CAPTION),
        ),
    )
    article = Article("Moon dust sold", draft, "dust.txt", byline="By A. Writer", published=date(2026, 3, 11))
    money = Fact(FactKind.MONEY, TEXT.index("$1,200"), TEXT.index("$1,200") + 6, "$1,200", 1200, "USD")
    speaker = TEXT.index("the dealer")
    claims = (
        record(
            1,
            "Mr. Vane paid $1,200 for the dust",
            Section.BODY,
            kinds=("name", "money"),
            priority=0.91,
            facts=(money,),
            verdict=Verdict.VERIFIED,
            note="Seen by me\n# not a heading",
            sources=(PRIMARY, PERSON),
            checker="Ana [b]",
            checked_at=WHEN,
            revision=2,
        ),
        record(
            2,
            "It came back in 1969",
            Section.BODY,
            kinds=("date", "quote"),
            priority=0.7,
            attribution=Attribution("the dealer", speaker, speaker + 10, None, "said", named=False, quote=True),
            verdict=Verdict.DISPUTED,
            resolution=Resolution.QUERY,
            query="Was it *1969* or 1970? [b]",
            answer="=1969",
            replacement="It came back in <1970>",
            legal=True,
            contacts=(
                Contact("The dealer", ContactWay.PHONE, "2026-03-12 08:55", ContactOutcome.NO_ANSWER),
                Contact("=Ann [b]", ContactWay.IN_PERSON, "2026-03-12", ContactOutcome.CORRECTED, "<1970>"),
            ),
            checker="Ana [b]",
            checked_at=WHEN,
        ),
        record(3, "Nobody else bid", Section.BODY, removed=True),
        record(4, f"=SUM(A1) {HOSTILE}", Section.BODY, checkable=False),
        record(
            5,
            "The dust came back in 1970",
            Section.CAPTION,
            kinds=("date",),
            priority=0.8,
            manual=True,
            former=Verdict.DISPUTED,
            as_written="The dust came back in 1968 [b]",
        ),
    )
    edited = (
        ClaimRecord(
            ClaimId(106),
            1,
            Claim("c1", 9, 27, "The room was empty", Section.BODY),
            former=Verdict.VERIFIED,
            lost=Carried.ORPHANED,
            revision=3,
        ),
        ClaimRecord(
            ClaimId(107),
            2,
            Claim("c2", 40, 56, "It weighed <1> g", Section.BODY),
            verdict=Verdict.DISPUTED,
            note="The scales said two [b]",
            sources=(PRIMARY,),
            checker="Ana [b]",
            checked_at=WHEN,
            lost=Carried.CUT,
            revision=2,
        ),
    )
    placed = ClaimRecord(ClaimId(99), 3, Claim("c3", 1, 7, "Dust <3", Section.BODY), note="It lives on", revision=4)
    year = TEXT.index("1969")
    findings = (
        Finding(
            "date-mismatch",
            "Two years for one event: 1969 and <b>1970</b>",
            Severity.HIGH,
            (Span(year, year + 4), Span(len(TEXT) - 5, len(TEXT) - 1)),
            ("c2", "c5"),
        ),
        Finding(
            "superlative",
            "Nobody else",
            Severity.LOW,
            (Span(TEXT.index("Nobody"), TEXT.index("Nobody") + 6),),
            ("c2",),
            dismissed="=the auction book *says* so",
        ),
    )
    marked = ({"verdict": None}, {"verdict": "verified"})
    renamed = ({"title": "x"}, {"title": "Moon dust sold"})
    history = (
        Event(1, WHEN, "Ana [b]", "mark", ArticleId(7), ClaimId(101), *marked, 1, None, "aa"),
        Event(2, WHEN, "Ana [b]", "meta", ArticleId(7), None, *renamed, 2, None, "bb"),
    )
    return Checklist(
        article=ArticleRecord(ArticleId(7), "moon-dust-sold", article, State.CHECKING, 9, extracted=True),
        claims=claims,
        findings=findings,
        history=history,
        made_by="Ana [b]",
        made_at=WHEN,
        progress=Progress(4, 1, 1, 0, 2, recheck=1, opinion=1),
        lost=edited,
        people=(Person("Mr. Vane", (Span(16, 24),), titles=("Mr.",), roles=("buyer [b]",), ages=(48,)),),
        aside=(AsideClaim(placed, here=False, hidden=False, withdrawn=False, placed=True),),
    )


@pytest.fixture
def published(checklist: Checklist) -> Checklist:
    """The same, signed off two days later, by somebody who publishes."""
    to = ({"state": "checking"}, {"state": "signed-off"})
    signed_off = Event(3, WHEN + timedelta(days=2), "Ana", "sign-off", ArticleId(7), None, *to, 3, None, "cc")
    return replace(
        checklist,
        article=replace(checklist.article, state=State.SIGNED_OFF),
        history=(*checklist.history, signed_off),
        publisher=PUBLISHER,
    )
