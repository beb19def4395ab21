"""What a checker does to claims, without a screen: each act is one committed transaction with its events."""

from factcheck.review.article_acts import Review
from factcheck.review.claim_acts import Outcome
from factcheck.review.find import find_claim

__all__ = ["Outcome", "Review", "find_claim"]
