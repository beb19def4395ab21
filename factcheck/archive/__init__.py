"""Earlier claims: which of them bear on a claim, and whether they say the same or contradict it."""

from __future__ import annotations

from factcheck.archive.candidates import CandidateSearch
from factcheck.archive.matching import Query, match, match_article

__all__ = ["CandidateSearch", "Query", "match", "match_article"]
