"""What search engines are told of a published article, and what never leaves the desk this way."""

from __future__ import annotations

import dataclasses
import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.checklist import render
from factcheck.checklist.as_claimreview import advice
from factcheck.errors import ExportError, UsageError
from factcheck.model import (
    LEAD,
    Attribution,
    Publisher,
    Resolution,
    Source,
    SourceKind,
    State,
    Verdict,
)
from factcheck.review.choosing import chosen
from tests.checklist.conftest import PUBLISHER

if TYPE_CHECKING:
    from factcheck.model import Checklist, ClaimRecord


def reviews(checklist: Checklist) -> list[dict[str, Any]]:
    document = json.loads(render(checklist, "claimreview"))
    schema = json.loads(files("factcheck").joinpath("schemas/claimreview.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)
    graph: list[dict[str, Any]] = document["@graph"]
    return graph


def with_first(checklist: Checklist, **changes: Any) -> Checklist:
    first = dataclasses.replace(checklist.claims[0], **changes)
    return dataclasses.replace(checklist, claims=(first, *checklist.claims[1:]))


def said_by(record: ClaimRecord, speaker: str, *, person: str | None = None, named: bool = True) -> dict[str, Any]:
    return {"claim": dataclasses.replace(record.claim, attribution=Attribution(speaker, 0, 1, person, named=named))}


def test_verified_and_disputed_claims_are_told(published: Checklist) -> None:
    page = "https://desk.example/checks/moon-dust-sold"
    author = {"@type": "Organization", "name": "The Desk & Co", "url": "https://desk.example"}
    assert reviews(published) == [
        {
            "@type": "ClaimReview",
            "@id": f"{page}#claim-1",
            "url": page,
            "datePublished": "2026-03-14",
            "claimReviewed": "Mr. Vane paid $1,200 for the dust",
            "author": author,
            "reviewRating": {"@type": "Rating", "alternateName": "True"},
            "citation": ["https://example.org/a_b?x=`1`"],
        },
        {
            "@type": "ClaimReview",
            "@id": f"{page}#claim-2",
            "url": page,
            "datePublished": "2026-03-14",
            "claimReviewed": "It came back in 1969",
            "author": author,
            "reviewRating": {"@type": "Rating", "alternateName": "False"},
        },
    ]


def test_the_page_may_be_named_for_one_article(published: Checklist) -> None:
    elsewhere = dataclasses.replace(PUBLISHER, articles="", page="https://desk.example/2026/dust")
    assert reviews(dataclasses.replace(published, publisher=elsewhere))[0]["url"] == "https://desk.example/2026/dust"
    query = dataclasses.replace(PUBLISHER, articles="https://desk.example/?check=")
    told = reviews(dataclasses.replace(published, publisher=query))[0]["url"]
    assert told == "https://desk.example/?check=moon-dust-sold"


def test_what_the_desk_wrote_down_stays_there(published: Checklist) -> None:
    private = {key: f"private {key}" for key in ("note", "query", "answer", "replacement", "as_written", "assignee")}
    data = render(with_first(published, **private), "claimreview").decode()
    for word in ("private", "Ana", "Seen by me", "The dealer", "7946", "the dealer", "1970", "Auction book"):
        assert word not in data


@pytest.mark.parametrize(
    ("speaker", "person", "named", "told"),
    [
        ("Mr. Vane", None, True, {"@type": "Person", "name": "Mr. Vane"}),
        ("he", "Mr. Vane", True, {"@type": "Person", "name": "Mr. Vane"}),
        ("the auction house", None, True, {"@type": "Organization", "name": "the auction house"}),
        ("he", None, True, None),
        ("the insider", None, False, None),
        ("the insider", "Mr. Vane", False, None),
    ],
)
def test_who_says_it_is_told_when_the_article_names_them(
    published: Checklist, speaker: str, person: str | None, named: bool, told: dict[str, str] | None
) -> None:
    first = published.claims[0]
    review = reviews(with_first(published, **said_by(first, speaker, person=person, named=named)))[0]
    assert review.get("itemReviewed") == (None if told is None else {"@type": "Claim", "author": told})


@pytest.mark.parametrize("speaker", ["a source close to Mr. Vane", "an aide to Mr. Vane", "people who know Mr. Vane"])
def test_who_is_not_named_is_never_told_as_the_person_in_their_label(published: Checklist, speaker: str) -> None:
    claim = published.claims[0]
    named = reviews(with_first(published, **said_by(claim, speaker, person="Mr. Vane")))[0]
    assert "itemReviewed" not in named
    article = published.article.article
    text = f"{speaker} said: {article.draft.text}"
    start = text.index("Mr. Vane")
    by = Attribution("Mr. Vane", start, start + len("Mr. Vane"), named=True)
    changed = with_first(published, claim=dataclasses.replace(claim.claim, attribution=by))
    draft = dataclasses.replace(article.draft, text=text)
    record = dataclasses.replace(published.article, article=dataclasses.replace(article, draft=draft))
    assert "itemReviewed" not in reviews(dataclasses.replace(changed, article=record))[0]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?id=7&page=3", "?id=7&page=3"),
        ("?token=abc", ""),
        ("?id=7&access_token=abc&page=3", "?id=7&page=3"),
        ("?X-Amz-Signature=abc&X-Amz-Credential=x&v=2", "?v=2"),
        ("?utm_source=letter&q=tay+bridge", "?q=tay+bridge"),
        ("?api%5Fkey=abc&sessionid=9", ""),
        ("?keyword=bridge&monkey=1&passage=4&design=x", "?keyword=bridge&monkey=1&passage=4&design=x"),
        ('/The_"Tay"_Whale', "/The_%22Tay%22_Whale"),
        ("#access_token=abc", ""),
        ("#part-3", "#part-3"),
    ],
)
def test_an_address_is_cited_without_what_lets_somebody_in(published: Checklist, query: str, told: str) -> None:
    sources = (Source(SourceKind.PRIMARY, "A source", f"https://example.org/x{query}"),)
    assert reviews(with_first(published, sources=sources))[0]["citation"] == [f"https://example.org/x{told}"]


@pytest.mark.parametrize(
    ("kind", "locator", "note", "cited"),
    [
        (SourceKind.DOCUMENT, "https://example.org/x, p. 3", "", True),
        (SourceKind.PERSON, "https://example.org/profile", "", False),
        (SourceKind.PRIMARY, "https://example.org/x", f"{LEAD} an earlier claim", False),
        (SourceKind.PRIMARY, "p. 3", "", False),
        (SourceKind.PRIMARY, "javascript:alert(1)", "", False),
        (SourceKind.PRIMARY, "https://ann:secret@example.org/x", "", False),
        (SourceKind.PRIMARY, "http://intranet/x", "", False),
        (SourceKind.PRIMARY, "http://192.168.0.7/x", "", False),
        *(
            (SourceKind.PRIMARY, f"http://{host}/x", "", False)
            for host in ("files.internal", "printer.local", "0x7f.1", "127.1", "[64:ff9b::a00:1]", "[2002:a00:1::]")
        ),
    ],
)
def test_only_what_readers_can_look_at_is_cited(
    published: Checklist, kind: SourceKind, locator: str, note: str, cited: bool
) -> None:
    sources = (Source(kind, "A source", locator, note),)
    told = reviews(with_first(published, sources=sources))[0].get("citation")
    assert told == (["https://example.org/x"] if cited else None)


def test_what_was_cut_or_found_to_be_no_claim_is_not_told(published: Checklist) -> None:
    for changes in (
        {"resolution": Resolution.CUT},
        {"removed": True},
        {"verdict": Verdict.UNSOURCED},
        {"verdict": None},
    ):
        assert [review["@id"][-2:] for review in reviews(with_first(published, **changes))] == ["-2"]


def test_only_the_chosen_claims_are_told(published: Checklist) -> None:
    assert [review["claimReviewed"] for review in reviews(chosen(published, "disputed"))] == ["It came back in 1969"]


@pytest.mark.parametrize(
    ("publisher", "told"),
    [
        (Publisher(), r"wants organisation and url and articles \(or export --url\): set it under \[publish\]"),
        (Publisher("The Desk", "https://x.org"), r"wants articles \(or export --url\)"),
        (Publisher(url="https://x.org", page="https://x.org/1"), "wants organisation: "),
    ],
)
def test_a_missing_entry_is_named(published: Checklist, publisher: Publisher, told: str) -> None:
    with pytest.raises(ExportError, match=told):
        render(dataclasses.replace(published, publisher=publisher), "claimreview")


def test_an_article_under_check_is_refused(published: Checklist) -> None:
    checking = dataclasses.replace(published.article, state=State.CHECKING)
    with pytest.raises(ExportError, match="moon-dust-sold is not signed off"):
        render(dataclasses.replace(published, article=checking), "claimreview")


def test_without_a_review_there_is_nothing_to_publish(published: Checklist) -> None:
    with pytest.raises(
        ExportError, match=r"no claim of moon-dust-sold is verified or disputed \(open claims, 1 of 4\)"
    ):
        render(chosen(published, "open"), "claimreview")


def test_only_the_checklist_is_published(published: Checklist) -> None:
    with pytest.raises(UsageError, match="there is no change memo as 'claimreview'"):
        render(published, "claimreview", "memo")


def test_a_long_claim_is_told_and_not_cut(published: Checklist) -> None:
    assert advice(published) == ""
    words = "word " * 20
    long = with_first(published, claim=dataclasses.replace(published.claims[0].claim, text=words))
    assert advice(long) == "1 claim is longer than the 75 characters that ClaimReview advises: #1"
    assert reviews(long)[0]["claimReviewed"] == words.strip()


def test_no_text_can_close_a_script(published: Checklist) -> None:
    text = "</script><!--<script>\u202e\x1b\ud800&"
    data = render(with_first(published, claim=dataclasses.replace(published.claims[0].claim, text=text)), "claimreview")
    assert not {*"<>&\u202e\x1b"} & {*data.decode()}
    assert json.loads(data)["@graph"][0]["claimReviewed"] == text
