"""Earlier claims: which of them bear on a claim, and whether they say the same or contradict it."""

from __future__ import annotations

from factcheck.archive.backlog import AddReport, add
from factcheck.archive.candidates import CandidateSearch
from factcheck.archive.difference import Op, Run, difference
from factcheck.archive.matching import Query, match, match_article, search
from factcheck.archive.queries import read_queries

__all__ = [
    "AddReport",
    "CandidateSearch",
    "Op",
    "Query",
    "Run",
    "add",
    "difference",
    "match",
    "match_article",
    "read_queries",
    "search",
]
