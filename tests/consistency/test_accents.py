"""Letters whose accents are characters of their own."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from factcheck.consistency import examine
from factcheck.consistency.accents import has_accents_apart
from factcheck.reading import read_bytes

if TYPE_CHECKING:
    from factcheck.extraction import Progressed
    from factcheck.model import Article, Claim, Extraction

TEXT = """Göteborg exhibition opens

By Åsa Ek

The Göteborg exhibition opened on 8 May 1923, José Núñez, the consul of Málaga, told reporters.

“Göteborg is the oldest port of the kingdom,” Núñez said.

It drew 4.2 million people, Nuñez added.

Caption: The Liseberg gardens in Göteborg cost 2.5 million kronor.
"""


def _read(form: Literal["NFC", "NFD"]) -> Article:
    return read_bytes(unicodedata.normalize(form, TEXT).encode(), "story.txt")


def _told(claims: tuple[Claim, ...], text: str) -> list[tuple[object, ...]]:
    return [
        (
            _composed(text[one.start : one.end]),
            _composed(one.text),
            one.attribution and (_composed(text[one.attribution.start : one.attribution.end]), one.attribution.person),
            one.attribution and _composed(one.attribution.speaker),
            [
                (fact.kind, _composed(text[fact.start : fact.end]), _composed(fact.text), fact.value)
                for fact in one.facts
            ],
        )
        for one in claims
    ]


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_accents_apart_make_no_difference_and_offsets_lead_to_the_draft() -> None:
    apart, whole = _read("NFD"), _read("NFC")
    assert has_accents_apart(apart)
    assert not has_accents_apart(whole)
    found, expected = examine(apart), examine(whole)
    text = apart.draft.text
    assert found.article == apart
    assert all(claim.text == text[claim.start : claim.end] for claim in found.claims)
    assert _told(found.claims, text) == _told(expected.claims, whole.draft.text)
    assert _quotes(found) == _quotes(expected)
    assert _people(found) == _people(expected)
    assert _findings(found) == _findings(expected)
    assert [finding.kind for finding in found.findings] == ["name"]


def test_what_is_told_on_the_way_is_told_of_the_draft() -> None:
    told: list[Progressed] = []
    found = examine(_read("NFD"), progress=told.append)
    assert tuple(claim for report in told for claim in report.claims) == found.claims


def _quotes(found: Extraction) -> list[tuple[object, ...]]:
    text = found.article.draft.text
    return [
        (
            _composed(text[one.start : one.end]),
            _composed(one.text),
            _composed(text[one.speaker_start : one.speaker_end]),
            _composed(one.speaker or ""),
        )
        for one in found.quotes
    ]


def _people(found: Extraction) -> list[tuple[str, list[str]]]:
    text = found.article.draft.text
    return [(one.name, [_composed(text[at.start : at.end]) for at in one.mentions]) for one in found.people]


def _findings(found: Extraction) -> list[tuple[str, list[str]]]:
    text = found.article.draft.text
    return [(one.message, [_composed(text[at.start : at.end]) for at in one.spans]) for one in found.findings]
