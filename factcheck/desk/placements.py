"""Where claims stand in the drafts of an article other than the one they are in, and what the extraction said of them.

A claim's row tells of the draft that it is in. When it goes to another draft, what it was stays here, so that the way
back leads to just what was there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from factcheck.desk.claim_rows import CLAIM_COLUMNS, claim_row, fact_value
from factcheck.errors import ArticleError
from factcheck.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import Claim, ClaimId

_COLUMNS: Final = ("draft_id", "block_id", *(name for name in CLAIM_COLUMNS if name != "checkable"), "hidden")
"""Whether a claim is checkable is the checker's to say, in whatever draft."""
_QUOTED: Final = ", ".join(f'"{name}"' for name in _COLUMNS)
_FACTS: Final = (
    '(SELECT json_group_array(json_array(kind, start, "end", text, value, unit)) FROM facts WHERE claim_id = claims.id)'
)


class Placements:
    """The placements of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def put(self, draft_id: int, placed: Sequence[tuple[ClaimId, Claim]]) -> None:
        """Say where claims stand in a draft that they are not in yet.

        Args:
            draft_id: The draft.
            placed: Each claim with what the extraction says of it there, in offsets of that draft.
        """
        blocks = self._file.rows('SELECT start, "end", id, role FROM blocks WHERE draft_id = ?', (draft_id,))
        rows = []
        for claim_id, claim in placed:
            block, role = next((one[2:] for one in blocks if one[0] <= claim.start < one[1]), (None, Role.BODY))
            values = dict(zip(CLAIM_COLUMNS, claim_row(claim), strict=True))
            facts = [
                (fact.kind.value, fact.start, fact.end, fact.text, fact_value(fact), fact.unit) for fact in claim.facts
            ]
            place = {**values, "draft_id": draft_id, "block_id": block, "hidden": Role(role).section is None}
            rows.append((claim_id, *(place[name] for name in _COLUMNS), json.dumps(facts, ensure_ascii=False)))
        self._file.insert_all("placements", ("claim_id", *_COLUMNS, "facts"), rows)

    def go(self, claim_id: ClaimId, number: int) -> None:
        """Bring a claim to another draft of its article, where it has a place; what it was is kept.

        Args:
            claim_id: The claim.
            number: The number of the draft.

        Raises:
            ArticleError: when it has no place there.
        """
        place = self._file.row(
            f"SELECT {_QUOTED}, facts FROM placements WHERE claim_id = ?1 AND draft_id ="
            " (SELECT drafts.id FROM drafts JOIN claims USING (article_id) WHERE claims.id = ?1 AND number = ?2)",
            (claim_id, number),
        )
        if place is None:
            raise ArticleError(f"claim {claim_id} does not stand in draft {number}", "add it there as a claim")
        self._file.run(
            f"INSERT OR REPLACE INTO placements (claim_id, {_QUOTED}, facts) SELECT id, {_QUOTED}, {_FACTS}"
            " FROM claims WHERE id = ?",
            (claim_id,),
        )
        *values, facts = place
        settings = ", ".join(f'"{name}" = ?' for name in _COLUMNS)
        self._file.run(f"UPDATE claims SET {settings} WHERE id = ?", (*values, claim_id))
        self._file.run("DELETE FROM facts WHERE claim_id = ?", (claim_id,))
        self._file.insert_all(
            "facts",
            ("claim_id", "kind", "start", "end", "text", "value", "unit"),
            [(claim_id, *fact) for fact in json.loads(facts)],
        )
