"""A filled-in checklist comes back to the desk: what it changes, and what only a checker can decide.

A row is written as a whole or not at all, so that a claim never gets half of what somebody wrote: what stands in the
way becomes a question, the row is left, and can be imported once more when it is mended. Nothing is guessed:

- a claim that was changed on the desk since the export, or reads otherwise there, is written only with consent;
- of a claim that stands in the file twice, no row is written;
- a word that is not known is not written; what it may mean is said;
- an emptied verdict is a question, as a lost cell looks the same; an emptied note, query or suggestion is taken off;
- what somebody does on the desk in person, asking around and reading a second time, is told and not written;
- what factcheck read in the draft, such as the claim's words and its speaker, is told where the file has it otherwise,
  and not written: the rest of the row is.

A new verdict is that of the checker whom the row names anew, else that of the one who imports. All rows are one act in
one transaction, which one undo takes back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from factcheck.checklist.entry import entry_of
from factcheck.errors import ArticleError, SheetError, UsageError
from factcheck.model import (
    IMPORTED,
    ClaimId,
    ImportChange,
    Imported,
    ImportQuestion,
    NotTaken,
    State,
)
from factcheck.review.filled import changes_of, edited, equal, same_but_for_damage, sides, wanted
from factcheck.review.not_taken import is_read_anew, not_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.checklist.entry import Entry
    from factcheck.checklist.sheet import Row, Sheet
    from factcheck.desk import Desk
    from factcheck.model import ArticleRecord, ClaimRecord, Event
    from factcheck.review.acts import Act
    from factcheck.review.filled import Values

IMPORT: Final = "import"
"""The event's word."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A row that is to be written."""

    record: ClaimRecord
    row: Row
    values: Values


def find_article(desk: Desk, sheet: Sheet) -> ArticleRecord | None:
    """The article on the desk that a file is of; None when it is not here.

    Raises:
        SheetError: when it is of another text, or of another desk.
    """
    by_slug = _by_slug(desk, sheet.slug) if sheet.slug else None
    by_text = desk.articles.by_text(sheet.sha256) if sheet.sha256 else None
    if by_text and sheet.slug and by_text.slug != sheet.slug:
        if _came_from_a_file(desk.events.of(by_text.id)):
            return by_text
        what = f"{sheet.name} is of another desk: its article {sheet.slug} is {by_text.slug} here"
        raise SheetError(what, "import it into the desk that it came from")
    if by_slug and sheet.sha256 and not by_text:
        what = f"{sheet.name} is of another text of {by_slug.slug}"
        raise SheetError(what, f"export {by_slug.slug} anew, and fill that file in")
    if not (sheet.slug or sheet.sha256):
        return _by_claims(desk, sheet)
    return by_slug or by_text


def _by_slug(desk: Desk, slug: str) -> ArticleRecord | None:
    try:
        record = desk.articles.find(slug)
    except ArticleError:
        return None
    return record if record.slug == slug else None


def _by_claims(desk: Desk, sheet: Sheet) -> ArticleRecord | None:
    """Where no column tells the article, the claims may."""
    found = {article for row in sheet.rows if row.claim_id and (article := _article_of(desk, row.claim_id))}
    if len(found) > 1:
        raise SheetError(f"{sheet.name} is of several articles", "import one checklist at a time")
    return desk.articles.get(found.pop()) if found else None


def _article_of(desk: Desk, claim_id: int) -> Any:
    from factcheck.errors import DeskError

    try:
        return desk.claims.article_of(ClaimId(claim_id))
    except DeskError:
        return None


class Importing:
    """A file beside an article on the desk.

    Args:
        desk: The desk.
        article: The article that the file is of.
        sheet: The file.
        take: Says by its number whether a claim is to be written as the file has it, though it was changed since.

    Raises:
        UsageError: when the article is not under check.
        SheetError: when none of its claims is here.
    """

    def __init__(self, desk: Desk, article: ArticleRecord, sheet: Sheet, take: Callable[[int], bool]) -> None:
        if article.state is not State.CHECKING:
            raise UsageError(f"{article.slug} is {article.state}", "only an article under check takes a checklist")
        self._desk = desk
        self._article = article
        self._sheet = sheet
        self._take = take
        self._same = equal if sheet.exact else same_but_for_damage
        with desk.reading():
            listed = (*desk.claims.of(article.id, removed=True), *desk.claims.lost(article.id))
            events = desk.events.of(article.id)
            self._findings = desk.findings.of(article.id)
            extracted = desk.articles.extracted_at(article.id)
        self._events: defaultdict[ClaimId | None, list[Event]] = defaultdict(list)
        for event in events:
            self._events[event.claim_id].append(event)
        self._read_anew = is_read_anew(sheet.exported_at, extracted, self._events[None])
        self._records = {record.id: record for record in listed}
        self._by_number = {record.number: record for record in listed if record.lost is None}
        self._knows_ids = True
        """Whether the file has the ids of this desk; an article that came from a file may have got new ones."""
        if _came_from_a_file(events):
            found = ((row, self._find(row)) for row in sheet.rows if row.claim_id is not None and not row.problem)
            self._knows_ids = any(record and _reads_as(row, record) for row, record in found)
        rows_of = Counter(record.id for row in sheet.rows if (record := self._find(row)))
        self._twice = {claim_id for claim_id, rows in rows_of.items() if rows > 1}
        """The claims that stand in the file more than once: which row is meant, only a checker knows."""
        self._filled: list[_Filled] = []
        if sheet.rows and not any(self._find(row) for row in sheet.rows if not row.problem):
            if all(row.problem for row in sheet.rows):
                first = sheet.rows[0]
                raise SheetError(f"{sheet.name}: {first.place} {first.problem}", "mend the file, and import it again")
            raise SheetError(
                f"{sheet.name} is of another desk: none of its claims is here", "import it where it was exported"
            )
        self.taken = self._compare()
        """What comes of it."""

    def write(self, act: Act) -> None:
        """Write what the file changes, if anything, inside the transaction of whoever calls."""
        if not self._filled:
            return
        about = {"file": self._sheet.name, "claims": self.taken.claims}
        act.log(IMPORT, None, {"file": ""}, about)
        for filled in self._filled:
            _write(self._desk, act, filled)

    def _compare(self) -> Imported:
        changes: list[ImportChange] = []
        questions: list[ImportQuestion] = []
        cells: list[NotTaken] = []
        same = 0
        for row in self._sheet.rows:
            record = self._find(row)
            problems, values = self._read(row, record)
            asked = [(text, False) for text in problems]
            if record is not None and values and not problems:
                asked = self._doubts(row, record, values)
                if record.lost is None and all(can_take for _, can_take in asked) and self._take(record.number):
                    asked = []
            if record is None or asked:
                number = record.number if record and record.lost is None else None
                questions += [ImportQuestion(row.place, row.claim_id, number, text, can) for text, can in asked]
                continue
            entry, own = self._entry(record), self._events[record.id]
            cells += not_taken(row, entry, own, values, self._same, read_anew=self._read_anew)
            if values:
                self._filled.append(_Filled(record, row, values))
                changes += changes_of(record, values)
            else:
                same += 1
        return Imported(tuple(changes), tuple(questions), same, tuple(cells))

    def _entry(self, record: ClaimRecord) -> Entry:
        """The claim as an export would tell it now."""
        return entry_of(record, self._article.article.draft, self._findings)

    def _find(self, row: Row) -> ClaimRecord | None:
        """The claim with a row's id; where the file has no ids of ours, the one with its number and its words.

        A claim that an edited draft had lost has no number: it is the only one of those with its words.
        """
        if row.claim_id is not None and self._knows_ids:
            return self._records.get(ClaimId(row.claim_id))
        if row.number is not None or row.claim_id is None:
            found = self._by_number.get(row.number or 0)
            return found if found and row.text is not None and _reads_as(row, found) else None
        same = [one for one in self._records.values() if one.lost and row.text is not None and _reads_as(row, one)]
        return same[0] if len(same) == 1 else None

    def _read(self, row: Row, record: ClaimRecord | None) -> tuple[list[str], Values]:
        """What is wrong with a row, and else what it changes."""
        if row.problem:
            return [row.problem], {}
        if record is None:
            if row.claim_id is None:
                return ["no claim of this article has this number and these words"], {}
            return [f"there is no claim {row.claim_id} in this article"], {}
        if record.id in self._twice:
            return [f"claim {record.id} stands in the file twice"], {}
        problems, values = wanted(row, record, self._same)
        if row.revision in {None, record.revision}:
            problems += edited(row, record, self._same)
        return problems, values

    def _doubts(self, row: Row, record: ClaimRecord, values: Values) -> list[tuple[str, bool]]:
        """Why a row that changes something may not be meant for the claim as it is now."""
        if record.lost:
            return [("an edited draft has lost this claim", False)]
        if record.removed and "removed" not in values:
            return [("this claim was taken off the list", False)]
        doubts = []
        if row.text is not None:
            if not same_but_for_damage(row.text, record.claim.text):
                doubts.append(f"the claim reads otherwise on the desk: {record.claim.text}")
        elif row.number not in {None, record.number}:
            doubts.append(f"claim {record.id} is #{record.number} here, not #{row.number}")
        if row.revision is not None:
            if row.revision > record.revision:
                doubts.append(
                    f"the file may be of another desk: revision {record.revision} here, {row.revision} in the file"
                )
            elif row.revision != record.revision:
                doubts.append(
                    f"the claim was changed since: revision {record.revision} on the desk, {row.revision} in the file"
                )
        elif self._sheet.exported_at is not None:
            events = self._events[record.id]
            if events and events[-1].at > self._sheet.exported_at:
                doubts.append("the claim was changed on the desk after the export")
        elif any(before for _, before, _ in sides(record, values)):
            doubts.append("the file does not tell which revision it is of, and something is recorded already")
        return [(text, True) for text in doubts]


def _came_from_a_file(events: Iterable[Event]) -> bool:
    """Whether an article was restored from what another desk had exported, so that its ids and slug may be others."""
    return any(event.what == IMPORTED for event in events)


def _reads_as(row: Row, record: ClaimRecord) -> bool:
    """Whether a row has the words of a claim, or does not tell them."""
    return row.text is None or same_but_for_damage(row.text, record.claim.text)


def _write(desk: Desk, act: Act, filled: _Filled) -> None:
    """Write one row with the events that single acts would write."""
    record, values = filled.record, filled.values
    act.expect(record.id, record.revision)
    if "sources" in values:
        words = [desk.sources.words(source) for source in values["sources"]]
        own = [desk.sources.words(source) for source in record.sources]
        kept = [source for source in own if source in words]
        act.change("source-drop", record.id, {"sources": kept})
        act.change("source-add", record.id, {"sources": words})
    if "note" in values:
        act.change("note", record.id, {"note": values["note"]})
    if values.keys() & {"query", "answer"}:
        act.ask(record.id, values.get("query", record.query), values.get("answer"))
    if "replacement" in values:
        act.change("suggest", record.id, {"replacement": values["replacement"]})
    if "assignee" in values:
        act.change("assign", record.id, {"assignee": values["assignee"]})
    if "legal" in values:
        act.change("legal", record.id, {"legal": values["legal"]})
    if "checkable" in values:
        act.change("checkable" if values["checkable"] else "opinion", record.id, {"checkable": values["checkable"]})
    if "verdict" in values:
        verdict = values["verdict"]
        who, at = _checked(desk, filled) if verdict else (None, None)
        act.mark(record.id, verdict, who, at)
    if "resolution" in values:
        act.change("resolve", record.id, {"resolution": values["resolution"]})
    if "removed" in values:
        act.change("not-a-claim" if values["removed"] else "restore", record.id, {"removed": values["removed"]})


def _checked(desk: Desk, filled: _Filled) -> tuple[str, str]:
    """Who gave a new verdict, and when: as the row says where it says something new, else who imports, now."""
    row, record = filled.row, filled.record
    who = (row.checker or "").strip()
    if not who or who == record.checker:
        return desk.who, desk.now()
    try:
        at = datetime.fromisoformat((row.checked_at or "").strip().replace(" UTC", "+00:00"))
    except ValueError:
        return who, desk.now()
    if record.checked_at is not None and at == record.checked_at:
        return who, desk.now()
    return who, (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="seconds")
