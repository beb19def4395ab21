"""What a checker does to claims, without a screen: each act is one committed transaction with its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.lazily import lazily

if TYPE_CHECKING:
    from factcheck.review.article_acts import Review
    from factcheck.review.claim_acts import Outcome
    from factcheck.review.find import find_claim

__all__ = ["Outcome", "Review", "find_claim"]

__getattr__ = lazily(__name__, article_acts="Review", claim_acts="Outcome", find="find_claim")
