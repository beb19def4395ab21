"""From text to claims: quotations and their speakers, people, clauses, facts and priority.

spaCy is imported only inside functions, when there is text to parse.
"""

from __future__ import annotations

from factcheck.extraction.claims import Progressed, extract
from factcheck.extraction.facts import facts_of, find_facts
from factcheck.extraction.worthiness import check_worthiness

__all__ = ["Progressed", "check_worthiness", "extract", "facts_of", "find_facts"]
