"""What is read of one article for a checker: its claims and findings as they were last read, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Checklist, Progress
from factcheck.review.acts import not_here
from factcheck.review.gate import NOTHING_EARLIER, OpenItem, open_items
from factcheck.review.importing import Importing
from factcheck.review.links import Links, links
from factcheck.review.orphans import is_taken, places_for
from factcheck.review.reproducible import export_time
from factcheck.rules import NO_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from factcheck.checklist.sheet import Sheet
    from factcheck.desk import Desk
    from factcheck.model import (
        ArticleId,
        ArticleRecord,
        ClaimId,
        ClaimRecord,
        Event,
        Finding,
        Imported,
        Match,
        Person,
        Source,
        Span,
    )
    from factcheck.rules import Rules


def _reads_as(old: ClaimRecord, new: ClaimRecord) -> bool:
    """Whether a claim is the same in the same words."""
    return (old.id, old.claim, old.as_written) == (new.id, new.claim, new.as_written)


class Opened:
    """One article as it was last read; ``refresh`` brings in what was done since.

    Args:
        desk: The desk.
        article_id: The article.
        rules: What the desk demands of sources and second reads.

    Raises:
        ArticleError: when there is no such article.
    """

    def __init__(self, desk: Desk, article_id: ArticleId, *, rules: Rules = NO_RULES) -> None:
        self._desk = desk
        self._id = article_id
        self._rules = rules
        self.earlier: Mapping[ClaimId, Sequence[Match]] = NOTHING_EARLIER
        """Which earlier claims bear on its claims, given by whoever looked them up: a conflict wants an answer."""
        self._links: Mapping[ClaimId, Links] = {}
        self._linked: tuple[ClaimRecord, ...] = ()
        self._progress: tuple[tuple[ClaimRecord, ...], Progress] | None = None
        self.refresh()

    def refresh(self) -> None:
        """Read the article again: others' changes, and claims that an extraction has added."""
        with self._desk.reading():
            self.article: ArticleRecord = self._desk.articles.get(self._id)
            """The article with its present draft."""
            everything = self._desk.claims.of(self._id, removed=True)
            self.findings: tuple[Finding, ...] = self._desk.findings.of(self._id)
            """What does not agree in it."""
            self.people: tuple[Person, ...] = self._desk.people.of(self._id)
            """Whom it names."""
        self.claims: tuple[ClaimRecord, ...] = tuple(record for record in everything if not record.removed)
        """The claims on the list, in story order."""
        self.removed: tuple[ClaimRecord, ...] = tuple(record for record in everything if record.removed)
        """What checkers said to be no claims."""
        self._places = {record.id: place for place, record in enumerate(self.claims)}

    def links_of(self, claim_id: ClaimId) -> Links:
        """Where else the article tells the same fact as a claim, and where it did before an edit."""
        return self._all_links().get(claim_id, Links())

    def _all_links(self) -> Mapping[ClaimId, Links]:
        before = self._linked
        if before is not self.claims:
            pairs = zip(before, self.claims, strict=False)
            if len(before) != len(self.claims) or not all(old is new or _reads_as(old, new) for old, new in pairs):
                self._links = links(self.claims, self._desk.claims.wordings(self._id))
            self._linked = self.claims
        return self._links

    @property
    def lost(self) -> tuple[ClaimRecord, ...]:
        """The claims of former drafts that have no place in the present one: cut, or orphaned."""
        return self._desk.claims.lost(self._id)

    @property
    def progress(self) -> Progress:
        """How far the checking is."""
        if self._progress is None or self._progress[0] is not self.claims:
            self._progress = self.claims, Progress.of(self.claims)
        return self._progress[1]

    def claim(self, claim_id: ClaimId) -> ClaimRecord:
        """A claim as it was last read; also one that was removed.

        Raises:
            DeskError: when the article has no such claim.
        """
        place = self._places.get(claim_id)
        if place is not None:
            return self.claims[place]
        for record in self.removed:
            if record.id == claim_id:
                return record
        raise not_here(claim_id)

    @property
    def open_items(self) -> tuple[OpenItem, ...]:
        """What is to be answered before the article can be signed off."""
        return self.open_among(self.claims)

    def open_among(self, claims: Sequence[ClaimRecord]) -> tuple[OpenItem, ...]:
        """The same as far as it can be told from some of the claims."""
        draft = self.article.article.draft
        return open_items(claims, self.findings, draft, self.lost, self._rules, self.earlier, self._all_links())

    def position(self) -> ClaimId | None:
        """The claim at which this checker stopped; when it left the list, the one after it."""
        saved = self._desk.positions.get(self._id)
        if saved is None or saved in self._places or not self.claims:
            return saved if self.claims else None
        number = self._desk.claims.get(saved).number
        return next((record.id for record in self.claims if record.number >= number), self.claims[-1].id)

    def places_for(self, claim_id: ClaimId) -> tuple[Span, ...]:
        """Where an orphaned claim may stand in the present draft.

        Raises:
            DeskError: when there is no such claim.
        """
        return places_for(self.article.article.draft, self._desk.claims.get(claim_id).claim.text, self.claims)

    def taken_at(self, places: Collection[Span]) -> tuple[ClaimRecord, ...]:
        """The claims at some places that no orphaned one can become: something is recorded about them already."""
        listed = self._desk.claims.of(self._id, removed=True)
        return tuple(record for record in listed if record.span in places and is_taken(record))

    def compare_sheet(self, sheet: Sheet, take: Callable[[int], bool] = lambda _: False) -> Imported:
        """Tell what would come of a filled-in checklist; nothing is written.

        Raises:
            UsageError: when the article is not under check.
            SheetError: when the file is of another desk.
        """
        return Importing(self._desk, self.article, sheet, take).taken

    def known_sources(self) -> tuple[Source, ...]:
        """Sources that stand under some claim of the desk, those used last first: to complete what is typed."""
        return self._desk.sources.known()

    def known_contacts(self) -> tuple[str, ...]:
        """Whom somebody asked about some claim of the desk, the last ones first: to complete what is typed."""
        return self._desk.claims.contacts.names()

    def history(self, claim_id: ClaimId) -> tuple[Event, ...]:
        """What was done to a claim, oldest first."""
        return self._desk.events.of_claim(claim_id)

    def checklist(self) -> Checklist:
        """Gather what leaves the desk, as it is now."""
        with self._desk.reading():
            self.refresh()
            lost, aside = self.lost, self._desk.claims.aside(self._id)
            history = self._desk.events.of(self._id)
        return Checklist(
            article=self.article,
            claims=tuple(sorted((*self.claims, *self.removed), key=lambda record: record.number)),
            findings=self.findings,
            history=history,
            made_by=self._desk.who,
            made_at=export_time(self._desk.clock),
            progress=self.progress,
            lost=lost,
            aside=aside,
            people=self.people,
        )

    def _reread(self, claim_id: ClaimId) -> ClaimRecord:
        """Read one claim again: a mark is to be seen at once, also among thousands."""
        record = self._desk.claims.get(claim_id)
        place = self._places.get(claim_id)
        if place is None or record.removed or record.number != self.claims[place].number:
            self.refresh()
        else:
            self.claims = (*self.claims[:place], record, *self.claims[place + 1 :])
        return record
