"""Who publishes what was checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes an article, and where, for the reviews that others' programs read."""

    organisation: str = ""
    url: str = ""
    """The organisation's own page."""
    articles: str = ""
    """The address below which articles stand, each under its slug."""
    rating_verified: str = "Verified"
    """The rating of a verified claim, as readers see it."""
    rating_disputed: str = "Disputed"
    page: str = ""
    """Where the one article stands that is exported; empty when that is below ``articles``."""

    def page_of(self, slug: str) -> str:
        """Where an article stands."""
        joined = self.articles if self.articles.endswith(("/", "=")) else f"{self.articles}/"
        return self.page or f"{joined}{slug}"


NO_PUBLISHER: Final = Publisher()
"""Nobody is said to publish anything."""
