"""What comes of an edited draft, or of a file that comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.model.words import Carried

if TYPE_CHECKING:
    from factcheck.model.extraction import Claim
    from factcheck.model.record import ClaimRecord
    from factcheck.model.words import ClaimId, Verdict


@dataclass(frozen=True, slots=True)
class CarriedClaim:
    """What became of one claim when an edited draft was taken in."""

    id: ClaimId
    state: Carried
    verdict: Verdict | None
    """The one that holds from then on."""
    before: Claim
    """As it stood in the former draft."""
    after: Claim | None
    """As it stands in the new one; None when it has no place there."""
    went_in: bool = False
    """The change that was suggested is what it reads now."""

    @property
    def is_reframed(self) -> bool:
        """Whether it is to be checked again though its words stand, for what is said around them."""
        same = self.after is not None and self.after.text.split() == self.before.text.split()
        return same and self.state is Carried.RECHECK


@dataclass(frozen=True, slots=True)
class Rebased:
    """How the claims of an article came from one draft to the next."""

    former: int
    """Number of the draft before."""
    draft: int
    """Number of the new one."""
    claims: tuple[CarriedClaim, ...]
    """The former claims, in story order."""
    new: tuple[ClaimRecord, ...]
    """The claims that only the new draft has."""


@dataclass(frozen=True, slots=True)
class ImportChange:
    """One thing that a row changes."""

    claim: ClaimId
    number: int
    what: str
    """A column's name."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ImportQuestion:
    """Why a row is left."""

    place: str
    """Where it stands in the file."""
    claim: int | None
    """As the file says."""
    number: int | None
    """Of the claim on the desk; None when there is none."""
    text: str
    can_take: bool
    """Whether consent is enough; else the file wants to be mended."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A cell that was changed in a file, in a column that does not come back."""

    claim: ClaimId
    number: int | None
    """Of the claim; None for one that an edited draft had lost."""
    what: str
    """The column's name."""
    said: str
    """What stands there."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came, or would come, of a file."""

    changes: tuple[ImportChange, ...]
    questions: tuple[ImportQuestion, ...]
    same: int
    """Rows that change nothing."""
    not_taken: tuple[NotTaken, ...] = ()
    restored: bool = False
    """The article was not on the desk, and is there now with all that the file tells of it."""

    @property
    def claims(self) -> int:
        """How many claims are changed."""
        return len({change.claim for change in self.changes})

    @property
    def left(self) -> int:
        """How many rows are left for a checker to decide."""
        return len({question.place for question in self.questions})
