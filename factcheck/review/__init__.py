"""What a checker does to claims, without a screen: each act is one committed transaction with its events.

The acts are imported when one of the names below is first asked for: the window is painted before any is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.review.article_acts import Review
    from factcheck.review.claim_acts import Outcome
    from factcheck.review.find import find_claim

__all__ = ["Outcome", "Review", "find_claim"]


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    from factcheck.review.article_acts import Review
    from factcheck.review.claim_acts import Outcome
    from factcheck.review.find import find_claim

    found = {"Outcome": Outcome, "Review": Review, "find_claim": find_claim}
    if name not in found:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals().update(found)
    return found[name]
