"""Contacts: who was asked about a claim, and with what outcome."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from factcheck.desk.connection import clean
from factcheck.desk.sources import MOST_KNOWN
from factcheck.model import Contact, ContactOutcome, ContactWay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.desk.connection import DeskFile
    from factcheck.model import ClaimId

_COLUMNS: Final = ("claim_id", "position", "who", "how", "when", "outcome", "note")


class Contacts:
    """The contacts of one desk.

    Args:
        file: The desk file.
    """

    def __init__(self, file: DeskFile) -> None:
        self._file = file

    def under(self, where: str, values: Sequence[object]) -> Mapping[ClaimId, tuple[Contact, ...]]:
        """The contacts of the claims that an SQL condition on ``claims`` picks, in the order they were given."""
        found: dict[ClaimId, list[Contact]] = defaultdict(list)
        rows = self._file.rows(
            'SELECT claim_id, who, how, "when", outcome, contacts.note FROM contacts'
            " JOIN claims ON claims.id = claim_id"
            f" WHERE {where} ORDER BY claim_id, position",
            values,
        )
        for claim_id, *row in rows:
            found[claim_id].append(_contact(*row))
        return {claim_id: tuple(contacts) for claim_id, contacts in found.items()}

    def give(self, claim_id: ClaimId, contacts: Iterable[Contact]) -> None:
        """Make these the contacts of a claim, in this order."""
        with self._file.writing():
            self._file.run("DELETE FROM contacts WHERE claim_id = ?", (claim_id,))
            rows = [(claim_id, position, *self.words(contact).values()) for position, contact in enumerate(contacts)]
            self._file.insert_all("contacts", _COLUMNS, rows)

    def names(self) -> tuple[str, ...]:
        """Whom somebody asked about some claim, the last ones first."""
        with self._file.reading():
            sql = "SELECT who FROM contacts GROUP BY who ORDER BY max(rowid) DESC LIMIT ?"
            rows = self._file.rows(sql, (MOST_KNOWN,))
        return tuple(who for (who,) in rows)

    @staticmethod
    def words(contact: Contact) -> dict[str, object]:
        """A contact in the words of the log, as the desk keeps them, so that the same one is known again."""
        return {
            "who": clean(contact.who),
            "how": contact.how.value,
            "when": contact.when,
            "outcome": contact.outcome.value,
            "note": clean(contact.note),
        }

    @staticmethod
    def meant(words: Mapping[str, Any]) -> Contact:
        """The contact that words of the log mean."""
        return _contact(words["who"], words["how"], words["when"], words["outcome"], words["note"])


def _contact(who: str, how: str, when: str, outcome: str, note: str) -> Contact:
    return Contact(who, ContactWay(how), when, ContactOutcome(outcome), note)
