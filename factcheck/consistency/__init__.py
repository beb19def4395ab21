"""What in an article does not agree with itself. Each check is one small function; one table lists them.

Checks prefer to be silent: a checker who meets false alarms stops to look at them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from factcheck.consistency import changes, dates, figures, people, sources, sums, wording
from factcheck.consistency.story import Story
from factcheck.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.extraction import Progressed
    from factcheck.model import Article, Claim, Extraction, Finding

__all__ = ["CHECKS", "Check", "examine", "find"]


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which an article can contradict itself."""

    name: str
    """What it looks for, in a few words for the checker."""
    run: Callable[[Story], Iterable[Finding]]


CHECKS: Final = (
    Check("quotations that differ", wording.quote_mismatch),
    Check("paraphrases that leave a word out", wording.paraphrase),
    Check("ages of one person", people.ages),
    Check("birth, death and age", people.lifetimes),
    Check("the age at death", people.deaths),
    Check("spellings of one name", people.spelling),
    Check("numbers with swapped digits", figures.twins),
    Check("one figure with two magnitudes", figures.magnitudes),
    Check("headline and caption numbers", figures.sections),
    Check("two numbers side by side", figures.side_by_side),
    Check("from, to and by how much", changes.changes),
    Check("parts and their total", sums.sums),
    Check("parts and their whole", sums.portions),
    Check("majorities", sums.majorities),
    Check("shares that make a hundred", sums.remainders),
    Check("how many times", changes.multiples),
    Check("conversions", sums.conversions),
    Check("fractions and per cent", sums.fractions),
    Check("years between two dates", changes.elapsed),
    Check("weekdays", dates.weekdays),
    Check("headline and caption dates", dates.sections),
    Check("dates after publication", dates.after_publication),
    Check("anonymous sources", sources.anonymous),
    Check("assertions that only an anonymous source makes", sources.own_voice),
    Check("credit at the end", sources.late_credit),
    Check("superlatives that the body narrows", sources.broader_above),
    Check("superlatives", sources.superlatives),
)
"""Every check, in the order in which its findings matter where they stand at one place."""


def find(extraction: Extraction) -> tuple[Finding, ...]:
    """Look for what does not agree in an article.

    Args:
        extraction: What was pulled out of it; only what its text and claims say is used, no model.

    Returns:
        Findings in text order, each with the ids of the claims that its spans touch.
    """
    story = Story(extraction)
    found = dict.fromkeys(_with_claims(finding, extraction.claims) for check in CHECKS for finding in check.run(story))
    return tuple(sorted(found, key=lambda finding: finding.spans[0]))


def examine(
    article: Article, *, pipeline: str | None = None, progress: Callable[[Progressed], None] | None = None
) -> Extraction:
    """Pull the claims out of an article and look for what does not agree.

    Args:
        article: As it was read.
        pipeline: Name of an installed spaCy pipeline, None for the default one.
        progress: Called as the extraction goes on; what it raises is let through.

    Raises:
        ExtractError: The pipeline is not installed.
    """
    extraction = extract(article, pipeline=pipeline, progress=progress)
    return replace(extraction, findings=find(extraction))


def _with_claims(finding: Finding, claims: Iterable[Claim]) -> Finding:
    """The finding with the claims that one of its spans touches."""
    touched = (
        claim.id for claim in claims if any(span.start < claim.end and claim.start < span.end for span in finding.spans)
    )
    return replace(finding, claims=tuple(touched))
