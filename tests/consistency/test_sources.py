from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.consistency import CHECKS, find
from factcheck.consistency.story import Story
from factcheck.model import Fact, FactKind, Role, Severity, Span
from tests.conftest import HOSTILE
from tests.consistency.build import body, extraction, findings, sides

if TYPE_CHECKING:
    from factcheck.model import Extraction

STORY = (
    (Role.HEADLINE, "Singer leaves the band after long quarrel over money"),
    (Role.BODY, "The singer has had enough, an insider said. The tour is off, the source added."),
    (Role.BODY, "The singer leaves the band after a long quarrel over the money, the confidante claimed."),
    (Role.BODY, "Rehearsals went on for weeks. Nobody came. The hall was cold. The drummer slept."),
    (Role.BODY, "The Evening Kettle first reported on the quarrel."),
)
SAID = (
    ("has had enough", "an insider", False),
    ("tour is off", "the source", False),
    ("leaves the band after a long", "the confidante", False),
)


def test_a_story_that_rests_on_one_anonymous_source() -> None:
    (finding,) = findings("anonymous", extraction(*STORY, said=SAID))
    assert "3 labels: one source or several?" in finding.message
    assert len(finding.spans) == 3


def test_a_pronoun_is_no_label_of_its_own() -> None:
    story = (*STORY[:2], (Role.BODY, "They said that the hall was empty."))
    said = (*SAID[:2], ("the hall was empty", "They", False))
    (finding,) = findings("anonymous", extraction(*story, said=said))
    assert "“the source” (2 times)" in finding.message
    assert "2 labels" in finding.message


def test_one_named_voice_is_enough() -> None:
    said = (*SAID[:2], ("leaves the band after a long", "the confidante", True))
    assert findings("anonymous", extraction(*STORY, said=said)) == []


def test_opinion_from_somebody_without_a_name() -> None:
    made = extraction(*STORY, said=SAID)
    opinion = replace(made, claims=tuple(replace(claim, checkable=claim.attribution is None) for claim in made.claims))
    assert len(findings("anonymous-opinion", opinion)) == 3
    assert findings("anonymous-opinion", made) == []


def test_a_quotation_from_somebody_who_asked_not_to_be_named() -> None:
    made = body("A member, who asked not to be named, called it “a hundred years late”. “Fine,” said Ida Brewer.")
    (finding,) = findings("anonymous-opinion", made)
    assert sides(made, finding) == ["A member, who asked not to be named", "“a hundred years late”"]


def test_a_quotation_of_whom_it_was_told_is_not_told_again() -> None:
    told = "An inspector who asked not to be named said the steel “was as good as any”."
    made = extraction((Role.HEADLINE, "Notes"), (Role.BODY, told), said=[("steel", "An inspector", False)])
    opinion = replace(made, claims=tuple(replace(claim, checkable=claim.attribution is None) for claim in made.claims))
    (finding,) = findings("anonymous-opinion", opinion)
    assert "“An inspector”" in finding.message
    assert len(findings("anonymous-opinion", made)) == 1


def test_what_the_headline_tells_as_fact_and_only_an_anonymous_source_says() -> None:
    (finding,) = findings("own-voice", extraction(*STORY, said=SAID))
    assert "only “the confidante” says so" in finding.message
    assert findings("own-voice", extraction(*STORY)) == []


def test_the_outlet_that_is_named_only_at_the_end() -> None:
    (finding,) = findings("late-credit", extraction(*STORY, said=SAID))
    assert finding.severity is Severity.LOW
    assert "Evening Kettle" in finding.message


def test_a_superlative_that_the_body_narrows() -> None:
    made = extraction(
        (Role.HEADLINE, "The First Map of the Moor"), (Role.BODY, "It is the first geological map of it.")
    )
    assert len(findings("overstated", made)) == 1
    same = extraction(
        (Role.HEADLINE, "The First Map of the Moor"), (Role.BODY, "It is the first map, a geological one.")
    )
    assert findings("overstated", same) == []


def praising(text: str, word: str) -> Extraction:
    """A story of one claim that has the word as a superlative."""
    made = body(text)
    start = made.article.draft.text.index(word)
    fact = Fact(FactKind.SUPERLATIVE, start, start + len(word), word, word)
    return replace(made, claims=tuple(replace(claim, facts=(fact,)) for claim in made.claims[-1:]))


def test_a_superlative_in_the_papers_own_voice() -> None:
    made = praising("It is the largest barn in Essex.", "largest")
    assert [finding.severity for finding in findings("superlative", made)] == [Severity.LOW]
    said = tuple(replace(claim, checkable=False) for claim in made.claims)
    assert findings("superlative", replace(made, claims=said)) == []


def test_findings_are_in_text_order_with_both_sides() -> None:
    made = extraction(*STORY, said=SAID)
    found = find(made)
    assert [finding.spans[0] for finding in found] == sorted(finding.spans[0] for finding in found)
    for finding in found:
        assert finding.message
        assert list(finding.spans) == sorted(finding.spans)
        assert set(finding.claims) <= {claim.id for claim in made.claims}


def test_nothing_is_found_in_nothing_and_hostile_text_passes() -> None:
    assert find(extraction((Role.FURNITURE, "Share"))) == ()
    assert find(body(HOSTILE, "", "“[/]” said [b].")) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "Smith, 48, said ",
        "from 5 to 6, a rise of 7 per cent, ",
        "Monday, May 3, 2020, was ",
        "“One two three four five.” ",
    ],
)
def test_a_text_without_stops_takes_linear_time(piece: str) -> None:
    started = time.process_time()
    assert len(find(body(piece * (60_000 // len(piece))))) < 500
    assert time.process_time() - started < 5


def test_the_table_names_each_check_once() -> None:
    assert len({check.run for check in CHECKS}) == len(CHECKS)
    assert all(check.kind == check.kind.lower() for check in CHECKS)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He was the oldest of three children.", "oldest"),
        ("Six came, the youngest of whom was 8.", "youngest"),
        ("It is one of the nation's largest mills.", "largest"),
        ("Hull is among the oldest ports.", "oldest"),
        ("The only way is up.", "only"),
        ("It wasn’t the only mill that burned.", "only"),
        ("Hull is not the county's oldest port.", "oldest"),
    ],
)
def test_a_superlative_that_is_qualified_or_idle(text: str, word: str) -> None:
    assert findings("superlative", praising(text, word)) == []


@pytest.mark.parametrize(
    ("claim", "behind", "told"),
    [
        ("The letter promised 'the quietest night", "'", "The letter promised 'the quietest night'"),
        ("The letter promised ‘the quietest night", "’", "The letter promised ‘the quietest night’"),
        ("The crew's letter promised 'rest' to the owners", "'", "The crew's letter promised 'rest' to the owners"),
        ("It was the owners", "'", "It was the owners"),
        ("It was the owners", ".", "It was the owners"),
    ],
)
def test_a_message_closes_what_a_claim_quotes(claim: str, behind: str, told: str) -> None:
    story = Story(body(f"{claim}{behind} wish"))
    start = story.text.index(claim)
    assert story.quoted(Span(start, start + len(claim))) == f"“{told}”"
