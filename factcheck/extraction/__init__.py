"""From text to claims: quotations, speakers, people, clauses, facts and priority. spaCy is imported only when it is needed."""

from __future__ import annotations

from factcheck.extraction.claims import Progressed, extract
from factcheck.extraction.facts import find_facts
from factcheck.extraction.worthiness import check_worthiness

__all__ = ["Progressed", "check_worthiness", "extract", "find_facts"]
