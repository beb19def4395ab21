"""How a claim is called in a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import DeskError
from factcheck.model import ClaimId

if TYPE_CHECKING:
    from factcheck.desk import Desk
    from factcheck.model import ClaimRecord


def find_claim(desk: Desk, key: str) -> ClaimRecord:
    """Find the claim that a checker means.

    Args:
        desk: The desk.
        key: The claim's id, or ``ARTICLE#number`` with the article's id or slug.

    Raises:
        ArticleError: when there is no such article; the nearest is suggested.
        DeskError: when there is no such claim.
    """
    article, mark, number = key.strip().rpartition("#")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        raise DeskError(f"{key!r} names no claim", "name it by its id on the desk, or as ARTICLE#number")
    if not mark:
        return desk.claims.get(ClaimId(int(number)))
    record = desk.articles.find(article)
    claims = desk.claims.of(record.id, removed=True)
    for claim in claims:
        if claim.number == int(number):
            return claim
    last = f"its claims go up to #{claims[-1].number}" if claims else "it has no claims yet"
    raise DeskError(f"there is no claim #{int(number)} in {record.slug}", last)
