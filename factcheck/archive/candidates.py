"""The one seam behind which any engine can look for candidates among earlier claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from factcheck.model import ArticleId, ClaimId


class CandidateSearch(Protocol):
    """Finds the few earlier claims that are worth scoring; the desk's index is the one at hand."""

    def candidates(
        self, claims: Sequence[str], *, limit: int = ..., exclude: Collection[ArticleId] = ..., wide: bool = ...
    ) -> Sequence[Sequence[tuple[ClaimId, float]]]:
        """For each normalised claim the candidates, heaviest first.

        When it is to look wide, claims in quite other words are wanted, too, however long that takes. The weights rank
        them, and say roughly what share of the claim each has, from 0 (nothing) to 1 (all of it).
        """

    def normalised(self, claims: Collection[ClaimId]) -> Mapping[ClaimId, str]:
        """The normalised texts of candidates, which the scorer compares."""

    def size(self) -> int:
        """How many claims are searched."""

    def weights(self, words: Collection[str]) -> Mapping[str, float]:
        """How much each stem tells about which claim it is (idf)."""
