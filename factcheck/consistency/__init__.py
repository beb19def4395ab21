"""What in an article does not agree with itself. Each check is one small function; one table lists them.

Checks prefer to be silent: a checker who meets false alarms stops to look at them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from factcheck.consistency import changes, copies, dates, figures, names, people, sources, sums, wholes, wording
from factcheck.consistency.accents import Composed, has_accents_apart
from factcheck.consistency.story import Story
from factcheck.extraction import extract
from factcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.consistency.story import Doubt
    from factcheck.extraction import Progressed
    from factcheck.model import Article, Claim, Extraction, Span

__all__ = ["CHECKS", "Check", "examine", "find"]


@dataclass(frozen=True, slots=True)
class Check:
    """One way in which an article can contradict itself."""

    kind: str
    """The kind of its findings; what several checks look for may be of one kind."""
    severity: Severity
    run: Callable[[Story], Iterator[Doubt]]


CHECKS: Final = (
    Check("quote-mismatch", Severity.HIGH, wording.quote_mismatch),
    Check("paraphrase", Severity.MEDIUM, wording.paraphrase),
    Check("age", Severity.HIGH, people.ages),
    Check("age", Severity.HIGH, people.lifetimes),
    Check("age", Severity.HIGH, people.deaths),
    Check("name", Severity.HIGH, names.spelling),
    Check("name", Severity.HIGH, names.bodies),
    Check("name", Severity.MEDIUM, names.capitals),
    Check("name", Severity.MEDIUM, names.misprints),
    Check("number", Severity.HIGH, figures.twins),
    Check("number", Severity.HIGH, figures.magnitudes),
    Check("number", Severity.HIGH, figures.sections),
    Check("number", Severity.MEDIUM, figures.ordinals),
    Check("number", Severity.MEDIUM, figures.repeats),
    Check("number", Severity.MEDIUM, copies.slips),
    Check("two-numbers", Severity.HIGH, figures.side_by_side),
    Check("change", Severity.HIGH, changes.changes),
    Check("change", Severity.HIGH, changes.multiples),
    Check("change", Severity.HIGH, changes.elapsed),
    Check("sum", Severity.HIGH, sums.sums),
    Check("sum", Severity.HIGH, wholes.wholes),
    Check("sum", Severity.HIGH, sums.portions),
    Check("sum", Severity.HIGH, sums.remainders),
    Check("sum", Severity.MEDIUM, sums.majorities),
    Check("sum", Severity.HIGH, sums.conversions),
    Check("sum", Severity.HIGH, sums.fractions),
    Check("weekday", Severity.HIGH, dates.weekdays),
    Check("date-order", Severity.HIGH, dates.backwards),
    Check("date", Severity.MEDIUM, dates.sections),
    Check("date", Severity.MEDIUM, dates.swapped_years),
    Check("date", Severity.MEDIUM, dates.after_publication),
    Check("anonymous", Severity.MEDIUM, sources.anonymous),
    Check("anonymous-opinion", Severity.LOW, sources.anonymous_opinion),
    Check("own-voice", Severity.MEDIUM, sources.own_voice),
    Check("overstated", Severity.MEDIUM, sources.broader_above),
    Check("late-credit", Severity.LOW, sources.late_credit),
    Check("superlative", Severity.LOW, sources.superlatives),
)
"""Every check. To add one, write its function and a line here."""


_MOST_OF_A_CHECK: Final = 50
"""A check that raises more has met a text that it was not made for."""


def find(extraction: Extraction) -> tuple[Finding, ...]:
    """Look for what does not agree in an article.

    Args:
        extraction: What was pulled out of it; only what its text and claims say is used, no model.

    Returns:
        Findings in text order, each with the ids of the claims that its spans touch.
    """
    story = Story(extraction)
    found: dict[tuple[str, tuple[Span, ...]], Finding] = {}
    for check in CHECKS:
        for doubt in islice(check.run(story), _MOST_OF_A_CHECK):
            touched = _touched(doubt, extraction.claims)
            finding = Finding(check.kind, doubt.message, check.severity, doubt.spans, touched)
            found.setdefault((check.kind, doubt.spans), finding)  # what two checks see, the first of them tells
    return tuple(sorted(found.values(), key=lambda finding: finding.spans[0]))


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
    if has_accents_apart(article):
        composed = Composed(article)
        return composed.extraction(_examined(composed.article, pipeline, composed.progress(progress)))
    return _examined(article, pipeline, progress)


def _examined(article: Article, pipeline: str | None, progress: Callable[[Progressed], None] | None) -> Extraction:
    extraction = extract(article, pipeline=pipeline, progress=progress)
    return replace(extraction, findings=find(extraction))


def _touched(doubt: Doubt, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of the claims that one of its spans lies in, wholly or in part."""
    spans = [(span.start, span.end) for span in doubt.spans]
    return tuple(claim.id for claim in claims if any(start < claim.end and claim.start < end for start, end in spans))
