"""A filled-in checklist comes back: what is plain is written in one act, what is not is asked, nothing is guessed."""

from __future__ import annotations

import csv
import io
import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.checklist import reading, render
from factcheck.checklist.reading import parse
from factcheck.desk import connect
from factcheck.errors import SheetError, UsageError
from factcheck.model import (
    Attribution,
    ClaimId,
    Contact,
    ContactOutcome,
    ContactWay,
    Correction,
    Extraction,
    Finding,
    NotTaken,
    Resolution,
    Role,
    Severity,
    Source,
    SourceKind,
    Verdict,
)
from factcheck.review import Review, not_taken
from factcheck.review.importing import find_article
from factcheck.review.wording import describe_import
from tests.conftest import HOSTILE, Clock
from tests.review.test_rebase import edited, extraction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.desk import Desk
    from factcheck.model import ClaimRecord, Imported

STORY = (
    "Fire destroys the old Opera",
    "The fire of 12 March 1881 killed 84 people. It broke out before the play, in the wings.",
    "“The curtain caught first,” the stage manager said. The iron curtain was not lowered.",
)
BOOK = Source(SourceKind.DOCUMENT, "Inquest", "p. 3", "the court's copy")
CONTACTS = (
    Contact("=Archivist", ContactWay.PHONE, "2026-03-12 10:30", ContactOutcome.CONFIRMED, "“yes” - twice"),
    Contact(f"@clerk {HOSTILE}", ContactWay.EMAIL, "2026-03-11", ContactOutcome.PENDING),
)
Rows = list[dict[str, str]]


@pytest.fixture
def review(desk: Desk) -> Review:
    found = extraction(*STORY)
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    review = Review(desk, record.id)
    second = review.claims[1].id
    review.mark(second, Verdict.VERIFIED, sources=[BOOK], note='=84 "graves" - read \'em')
    return review


@pytest.fixture
def asked(review: Review, desk: Desk) -> Review:
    """With contacts and a second read, too."""
    second = review.claims[1].id
    for contact in CONTACTS:
        review.add_contact(second, contact)
    with working_as(desk, f"Ben {HOSTILE}"):
        review.second_read(second, Verdict.DISPUTED)
    return review


@contextmanager
def working_as(desk: Desk, who: str) -> Iterator[None]:
    """Somebody else at the same desk."""
    before = desk.who
    desk.events._who = desk.who = who
    yield
    desk.events._who = desk.who = before


def rows_of(review: Review) -> Rows:
    text = render(review.checklist(), "csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def written(rows: Rows, *, delimiter: str = ",", ends: str = "\r\n") -> bytes:
    out = io.StringIO(newline="")
    # The module quotes only the line ends that it writes itself, but for this dialect.
    dialect = csv.unix_dialect if ends == "\r" else csv.excel
    writer = csv.DictWriter(out, list(rows[0]), dialect=dialect, delimiter=delimiter, lineterminator=ends)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def take(review: Review, data: bytes, *numbers: int) -> Imported:
    return review.take_sheet(parse(data, "sheet"), lambda number: number in numbers)[1]


def document_of(review: Review) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(render(review.checklist(), "json"))
    return document


def told(report: Imported) -> list[tuple[int, str, str]]:
    return [(change.number, change.what, change.after) for change in report.changes]


def by_number(review: Review, number: int) -> ClaimRecord:
    return next(record for record in review.claims if record.number == number)


def fill(rows: Rows) -> None:
    """A verdict with source and note, a query, a suggestion; what was there is added to."""
    rows[0] |= {"verdict": "Verified", "note": f"seen {HOSTILE}", "legal": "yes"}
    rows[1] |= {
        "source_kind": "document\r\nperson",
        "source_name": "Inquest\r\nA fireman",
        "source_locator": "p. 3\r\n+1 2",
        "source_note": "the court's copy\r\n",
    }
    rows[2] |= {"verdict": "✗ disputed", "replacement": "It broke out in the wings", "query": "Before the play?"}
    rows[4] |= {"verdict": "unsourced", "resolution": "Stet", "checkable": "no"}


def damaged(rows: Rows, how: str) -> bytes:
    match how:
        case "as exported":
            return b"\xef\xbb\xbf" + written(rows)
        case "semicolons, CR":
            return b"sep=;\r" + written(rows, delimiter=";", ends="\r")
        case "tabs, UTF-16":
            return written(rows, delimiter="\t").decode().encode("utf-16")
        case "reordered and fewer":
            kept = [key for key in reversed(rows[0]) if key not in {"sentence", "history", "findings", "totals"}]
            return written([{key: row[key] for key in kept} for row in rows])
        case "smart quotes":
            curl = str.maketrans({"'": "’", "-": "–"})
            texts = ("text", "note", "sentence", "source_note")
            return written([row | {key: row[key].translate(curl) for key in texts} for row in rows])
        case "UTF-8 taken for Windows-1252":
            bare = bytes((0x81, 0x8D, 0x8F, 0x90, 0x9D))
            cells = written(rows)
            return "".join(
                chr(one) if one in bare else bytes([one]).decode("cp1252") for one in b"\xef\xbb\xbf" + cells
            ).encode()
        case "without ids":
            return written([{key: cell for key, cell in row.items() if key != "claim_id"} for row in rows])
        case _:
            header = {key: f" {key.replace('_', ' ').upper()} " for key in rows[0]}
            numbers = {"claim_id": ".0", "revision": ",00"}
            shown = [{header[key]: cell + numbers.get(key, "") for key, cell in row.items()} for row in rows]
            return written([*shown, dict.fromkeys(header.values(), "")], ends="\n")


@pytest.mark.parametrize(
    "how",
    [
        "as exported",
        "semicolons, CR",
        "tabs, UTF-16",
        "reordered and fewer",
        "smart quotes",
        "headers and numbers",
        "UTF-8 taken for Windows-1252",
        "without ids",
    ],
)
def test_what_was_filled_in_is_written_whatever_a_spreadsheet_did(review: Review, how: str) -> None:
    rows = rows_of(review)
    fill(rows)
    report = take(review, damaged(rows, how))
    assert report.questions == ()
    assert {change.number for change in report.changes} == {1, 2, 3, 5}
    assert report.same == 1
    first, second, third, _, fifth = review.claims
    assert (first.verdict, first.checker, first.legal) == (Verdict.VERIFIED, "Ada", True)
    assert first.note == f"seen {HOSTILE}".replace("-", "–" if how == "smart quotes" else "-")
    assert second.note == '=84 "graves" - read \'em'
    assert [(one.kind, one.name, one.locator, one.note) for one in second.sources] == [
        ("document", "Inquest", "p. 3", "the court's copy"),
        ("person", "A fireman", "+1 2", ""),
    ]
    assert (second.verdict, second.revision) == (Verdict.VERIFIED, by_number(review, 2).revision)
    assert (third.verdict, third.replacement) == (Verdict.DISPUTED, "It broke out in the wings")
    assert (third.query, third.resolution) == ("Before the play?", Resolution.QUERY)
    assert (fifth.verdict, fifth.resolution, fifth.claim.checkable) == (Verdict.UNSOURCED, Resolution.STET, False)


@pytest.mark.parametrize("how", ["as exported", "semicolons, CR", "smart quotes", "headers"])
def test_what_nobody_filled_in_changes_nothing(asked: Review, how: str) -> None:
    events = len(asked.checklist().history)
    report = take(asked, damaged(rows_of(asked), how))
    assert (report.changes, report.questions, report.not_taken, report.same) == ((), (), (), 5)
    assert len(asked.checklist().history) == events


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("contact_outcome", "denied\npending", "contacts are not taken from a file"),
        ("contact_who", "", "contacts are not taken from a file"),
        ("contact_when", "2026-03-13\n2026-03-11", "contacts are not taken from a file"),
        ("second_verdict", "verified", "a second read is not taken from a file"),
        ("second_reader", "Ada", "a second read is not taken from a file"),
        ("second_at", "2026-03-12", "a second read is not taken from a file"),
    ],
)
def test_contacts_and_second_reads_that_a_row_changes_are_told_and_not_written(
    asked: Review, column: str, cell: str, said: str
) -> None:
    rows = rows_of(asked)
    rows[1] |= {column: cell, "verdict": "unsourced"}
    rows[2]["verdict"] = "verified"
    before = by_number(asked, 2)
    report = take(asked, written(rows), 2)
    assert told(report) == [(3, "verdict", "verified")]
    (question,) = report.questions
    assert (question.number, question.can_take) == (2, False)
    assert question.text.startswith(said)
    assert by_number(asked, 2) == before, "a row is written as a whole or not at all"


def test_what_was_asked_on_the_desk_since_the_export_is_no_edit_of_the_row(review: Review) -> None:
    rows = rows_of(review)
    review.add_contact(by_number(review, 1).id, CONTACTS[0])
    report = take(review, written(rows))
    assert (report.changes, report.questions, report.same) == ((), (), 5)


def test_json_tells_of_changed_contacts_and_second_reads_too(asked: Review) -> None:
    document = document_of(asked)
    assert take(asked, json.dumps(document).encode()).same == 5
    document["claims"][1]["contacts"].pop()
    document["claims"][2]["second"] = "disputed"
    questions = take(asked, json.dumps(document).encode()).questions
    assert [(one.number, one.text.split(" ")[0]) for one in questions] == [(2, "contacts"), (3, "a")]


def test_cells_that_do_not_come_back_are_told_with_where_to_change_them(asked: Review) -> None:
    rows = rows_of(asked)
    rows[0] |= {"speaker": "Ann Lee", "named": "named", "note": "by phone"}
    rows[1] |= {"text": "The fire killed 86 people", "findings": "high: none", "checker": "Cy"}
    rows[2] |= {"speaker": "Bo", "priority": "0.9", "checker": "Cy", "verdict": "verified", "text": "  "}
    before = by_number(asked, 2)
    report = take(asked, written(rows), 3)
    assert {(cell.number, cell.what, cell.said) for cell in report.not_taken} == {
        (1, "speaker", "Ann Lee"),
        (1, "named", "named"),
        (2, "text", "The fire killed 86 people"),
        (2, "findings", "high: none"),
        (2, "checker", "Cy"),
        (3, "text", "  "),
        (3, "speaker", "Bo"),
        (3, "priority", "0.9"),
    }
    assert [*not_taken.told(report.not_taken)] == [
        "text of #2, #3: suggest it in the column replacement, or take an edited draft in ('factcheck rebase')",
        "speaker of #1, #3; named of #1: 'factcheck correct' corrects it",
        "findings of #2: 'factcheck findings' dismisses one",
        "checker of #2: they come with a new verdict, as 'factcheck mark' gives one",
        "priority of #3: factcheck finds it out itself",
    ]
    assert describe_import(report) == "2 changed, 3 as they were, 0 left, 8 cells not taken"
    assert by_number(asked, 2) == before
    assert (by_number(asked, 1).note, by_number(asked, 3).checker) == ("by phone", "Cy")


def test_many_claims_with_cells_that_do_not_come_back_are_counted() -> None:
    cells = [NotTaken(ClaimId(at), at if at < 11 else None, "kinds", "age") for at in range(1, 12)]
    (line,) = not_taken.told(cells)
    assert line == "kinds of #1, #2, #3, #4, #5, #6, #7, #8 and 3 more: 'factcheck correct' corrects it"


def test_what_changed_on_the_desk_since_the_export_is_not_told_as_changed_in_the_file(review: Review) -> None:
    rows = rows_of(review)
    first, second = by_number(review, 1), by_number(review, 2)
    review.correct(first.id, Correction("Ann Lee", True))
    review.add_contact(second.id, CONTACTS[0])
    assert take(review, written(rows)).not_taken == ()
    for row in rows[:2]:
        row |= {"speaker": "Bo", "checker": "Cy", "text": "Other words"}
    cells = take(review, written(rows)).not_taken
    theirs = [(2, "text"), (2, "speaker"), (2, "checker")]
    assert [(cell.number, cell.what) for cell in cells] == [(1, "text"), (1, "checker"), *theirs]
    review.rebase(extraction("Fire destroys an Opera", *STORY[1:]))
    cells = take(review, written(rows)).not_taken
    assert [(cell.number, cell.what) for cell in cells] == [(1, "checker"), (2, "text"), (2, "checker")], (
        "the words of the second went along; who says them was read anew"
    )


def test_json_tells_of_a_changed_speaker_and_kinds_too(review: Review) -> None:
    review.correct(by_number(review, 1).id, Correction("Ann Lee", True, ("number",)))
    document = document_of(review)
    assert take(review, json.dumps(document).encode()).not_taken == ()
    document["claims"][0]["attribution"]["speaker"] = "Bo"
    document["claims"][0]["attribution"]["named"] = False
    document["claims"][1] |= {"kinds": ["age"], "attribution": "Bo"}
    document["claims"][2] |= {"section": "caption", "priority": 0.9}
    document["claims"][3] |= {"section": 3, "priority": 10**400}
    cells = take(review, json.dumps(document).encode()).not_taken
    assert [(cell.number, cell.what, cell.said) for cell in cells] == [
        (1, "speaker", "Bo"),
        (1, "named", "anonymous"),
        (2, "kinds", "age"),
        (3, "section", "caption"),
        (3, "priority", "0.90"),
    ]


def test_a_new_suggestion_in_a_sheet_is_decided_anew_where_a_change_has_gone_in(review: Review) -> None:
    fire = by_number(review, 2)
    review.suggest(fire.id, "The fire killed 86 people")
    review.rebase(extraction(*(words.replace("84 people", "85 people") for words in STORY)))
    review.resolve(fire.id, Resolution.CHANGED)
    rows = rows_of(review)
    rows[1]["replacement"] = "The fire killed 87 people"
    assert told(take(review, written(rows))) == [
        (2, "replacement", "The fire killed 87 people"),
        (2, "resolution", "open"),
    ]
    assert by_number(review, 2).resolution is Resolution.OPEN
    review.undo()
    rows[1]["resolution"] = "stet"
    take(review, written(rows), 2)
    assert by_number(review, 2).resolution is Resolution.STET, "what the row itself says counts"


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_what_was_read_anew_since_the_export_is_not_told_as_changed_in_the_file(
    review: Review, desk: Desk, kind: str
) -> None:
    data = render(review.checklist(), kind)
    found = review.article.article

    def again() -> None:
        claims = tuple(
            replace(one.claim, kinds=("age",), priority=0.9, attribution=Attribution("Bo", 0, 0, named=True))
            for one in review.claims
        )
        finding = Finding("names", "two names", Severity.LOW, tuple(one.span for one in review.claims))
        desk.articles.store(review.article.id, Extraction(found, claims, findings=(finding,)), complete=True)
        review.refresh()

    review.set_role(found.draft.blocks[1].start, Role.CAPTION)
    assert take(review, data).not_taken == ()
    review.set_meta(published=date(1881, 3, 13))
    again()
    assert by_number(review, 2).claim.priority == 0.9
    assert take(review, data).not_taken == ()
    review.rebase(extraction(*STORY[:2]), anyway=True)
    assert review.lost
    assert take(review, data).not_taken == ()


def test_a_sheet_assigns_claims(review: Review) -> None:
    rows = rows_of(review)
    rows[1]["assignee"] = "'=Cy [b]"
    assert told(take(review, written(rows))) == [(2, "assignee", "=Cy [b]")]
    assert by_number(review, 2).assignee == "=Cy [b]"
    assert rows_of(review)[1]["assignee"] == "'=Cy [b]"
    review.undo()
    assert by_number(review, 2).assignee == ""


def test_the_day_of_a_source_comes_back(asked: Review) -> None:
    asked.add_source(by_number(asked, 2).id, replace(BOOK, accessed=date(2026, 3, 2)))
    rows = rows_of(asked)
    rows[1] |= {"source_accessed": "3/2/2026", "contact_when": "3/12/2026 10:30\n11.03.26"}
    assert take(asked, written(rows)).same == 5, "a spreadsheet writes days in its own way"
    rows[1]["source_accessed"] = "2026-03-04"
    assert told(take(asked, written(rows))) == [(2, "sources", "document: Inquest | p. 3, 2026-03-04")]
    assert by_number(asked, 2).sources[0].accessed == date(2026, 3, 4)
    rows = rows_of(asked)
    rows[1]["source_accessed"] = "4 March"
    (question,) = take(asked, written(rows)).questions
    assert "'4 March' is no day" in question.text


def test_what_windows_1252_does_not_know_is_not_lost(review: Review) -> None:
    review.note(by_number(review, 1).id, f"{HOSTILE} “x” … – café;=1+1;'-2; 3")
    rows = rows_of(review)
    rows[2]["verdict"] = "verified"
    data = written(rows).decode()
    wide = "".join("??" if one > "\uffff" else one for one in data).encode("cp1252", "replace")
    assert told(take(review, wide)) == [(3, "verdict", "verified")]
    assert by_number(review, 1).note == f"{HOSTILE} “x” … – café;=1+1;'-2; 3"


def test_without_ids_number_and_words_have_to_fit(review: Review) -> None:
    rows = [{key: cell for key, cell in row.items() if key != "claim_id"} for row in rows_of(review)]
    rows[0] |= {"text": "Other words", "verdict": "verified"}
    rows[1]["verdict"] = "disputed"
    report = take(review, written(rows))
    assert told(report) == [(2, "verdict", "disputed")]
    assert [one.text for one in report.questions] == ["no claim of this article has this number and these words"]


def test_one_undo_takes_the_whole_sheet_back(review: Review) -> None:
    rows = rows_of(review)
    before = [replace(record, revision=0) for record in review.claims]
    fill(rows)
    outcome, _ = review.take_sheet(parse(written(rows), "sheet.csv"))
    assert outcome.message == "sheet.csv taken in, 4 claims changed"
    history = review.checklist().history
    acts = {event.act for event in history if event.id > history[2].id}
    assert len(acts) == 1
    assert history[3].what == "import"
    undone = review.undo()
    assert undone is not None
    assert undone.message == "undone: sheet.csv taken in, 4 claims changed"
    assert [replace(record, revision=0) for record in review.claims] == before
    redone = review.redo()
    assert redone is not None
    assert by_number(review, 3).verdict is Verdict.DISPUTED


def test_a_dry_look_writes_nothing(review: Review) -> None:
    rows = rows_of(review)
    fill(rows)
    report = review.compare_sheet(parse(written(rows), "sheet"))
    assert (1, "verdict", "verified") in told(report)
    assert (2, "sources", "document: Inquest | p. 3; person: A fireman | +1 2") in told(report)
    assert by_number(review, 1).verdict is None
    assert len(review.checklist().history) == 3


def test_a_claim_that_was_changed_since_is_asked_about_and_written_only_with_consent(review: Review) -> None:
    rows = rows_of(review)
    rows[0]["verdict"], rows[2]["verdict"] = "disputed", "verified"
    review.mark(by_number(review, 1).id, Verdict.VERIFIED)
    report = take(review, written(rows))
    assert told(report) == [(3, "verdict", "verified")]
    (question,) = report.questions
    assert (question.number, question.place, question.can_take) == (1, "row 2", True)
    assert question.text == "the claim was changed since: revision 1 on the desk, 0 in the file"
    rows[0]["revision"] = "5"
    (later,) = take(review, written(rows)).questions
    assert later.text == "the file may be of another desk: revision 1 here, 5 in the file"
    rows[0]["revision"] = "0"
    assert by_number(review, 1).verdict is Verdict.VERIFIED
    assert take(review, written(rows), 1).questions == ()
    assert by_number(review, 1).verdict is Verdict.DISPUTED


def test_without_its_revision_the_time_of_the_export_tells(review: Review, clock: Clock) -> None:
    rows = rows_of(review)
    rows[0]["verdict"] = rows[1]["verdict"] = "disputed"
    review.note(by_number(review, 1).id, "newer")
    for row in rows:
        del row["revision"]
    report = take(review, written(rows))
    assert [(one.number, one.text) for one in report.questions] == [
        (1, "the claim was changed on the desk after the export")
    ]
    assert told(report) == [(2, "verdict", "disputed")]
    for row in rows:
        del row["exported_at"]
    rows[2]["note"], rows[1]["note"] = "only something new", "another"
    report = take(review, written(rows))
    assert (3, "note", "only something new") in told(report)
    assert [one.number for one in report.questions] == [1, 2]


def test_other_words_are_asked_about(review: Review) -> None:
    rows = rows_of(review)
    rows[0] |= {"text": "Fire destroys the new Opera", "verdict": "verified"}
    report = take(review, written(rows))
    assert report.changes == ()
    assert report.questions[0].text == "the claim reads otherwise on the desk: Fire destroys the old Opera"
    assert report.questions[0].can_take


def test_a_former_draft_is_asked_about_where_words_moved(review: Review) -> None:
    rows = rows_of(review)
    rows[1]["verdict"] = "disputed"
    paragraphs = tuple(paragraph.replace("killed 84", "killed 384") for paragraph in STORY)
    review.rebase(extraction(*paragraphs))
    data = written(rows)
    report = take(review, data)
    assert report.changes == ()
    assert any("reads otherwise" in one.text for one in report.questions)
    assert edited("killed 84", "killed 384")[1] == paragraphs[1]


@pytest.mark.parametrize(
    ("column", "said", "text"),
    [
        ("verdict", "verifid", "'verifid' is no verdict: did you mean verified?"),
        ("verdict", "maybe", "'maybe' is no verdict: it is one of verified, disputed, unsourced, unchecked, re-check"),
        ("verdict", " ", "the verdict is empty: write unchecked to take verified off"),
        ("verdict", "re-check", "re-check is no verdict: write unchecked to take verified off"),
        ("resolution", "stat", "'stat' is no resolution: did you mean stet?"),
        ("resolution", "", "the resolution is empty: it is one of open, query, changed, stet, cut"),
        ("legal", "perhaps", "'perhaps' is no legal: it is one of yes, y, true, 1, no, n, false, 0"),
        ("answer", "Yes.", "there is an answer without a query"),
        ("source_kind", "documint", "'documint' is no kind of source: did you mean document?"),
        ("source_kind", "document\nperson", "has more lines in source_kind than in source_name"),
        ("source_name", "\nInquest", "has a source without a name"),
        ("revision", "two", "has no whole number as its revision: 'two'"),
        ("claim_id", "999", "there is no claim 999 in this article"),
    ],
)
def test_what_cannot_be_written_is_said_and_the_row_is_left(review: Review, column: str, said: str, text: str) -> None:
    rows = rows_of(review)
    rows[1] |= {"note": "not half of it", column: said}
    rows[2]["verdict"] = "verified"
    report = take(review, written(rows))
    assert [(one.place, one.text, one.can_take) for one in report.questions] == [("row 3", text, False)]
    assert told(report) == [(3, "verdict", "verified")]
    assert by_number(review, 2).note != "not half of it"


@pytest.mark.parametrize("said", [("verified", "disputed"), ("disputed", "disputed"), ("", "disputed")])
def test_of_a_claim_that_stands_in_the_file_twice_no_row_is_written(review: Review, said: tuple[str, str]) -> None:
    rows = rows_of(review)
    rows[0]["verdict"] = said[0]
    rows.append({**rows[0], "verdict": said[1]})
    rows[2]["verdict"] = "verified"
    _, report = review.take_sheet(parse(written(rows), "filled.csv"), lambda _: True)
    text = f"claim {review.claims[0].id} stands in the file twice"
    assert [(one.place, one.text, one.can_take) for one in report.questions] == [
        ("row 2", text, False),
        (f"row {len(rows) + 1}", text, False),
    ]
    assert told(report) == [(3, "verdict", "verified")]
    assert by_number(review, 1).verdict is None


@pytest.mark.parametrize(
    "note",
    ["‘‘Tis’ he wrote", "’’em", "‘-5 degrees’", "‘the wings;’\nthe stage", "the stage;’- no", "‘=1’", "a ;‘‘b’’"],
)
def test_curled_quotation_marks_are_not_taken_for_an_apostrophe_of_the_export(review: Review, note: str) -> None:
    review.note(by_number(review, 2).id, note)
    report = take(review, render(review.checklist(), "csv"))
    assert (told(report), report.questions) == ([], ())


def test_a_row_with_too_many_cells_is_left(review: Review) -> None:
    rows = rows_of(review)
    rows[0]["verdict"] = "verified"
    data = written(rows).replace(b"\r\n2,2,", b",extra\r\n2,2,", 1)
    assert take(review, data).questions[0].text == "has more cells than the header has columns"


@pytest.mark.parametrize(
    "column", ["claim_id", "text", "source_name", "note", "checker", "revision", "totals", "exported_by"]
)
@pytest.mark.parametrize("trimmed", [False, True])
def test_a_row_that_is_cut_off_is_left(review: Review, column: str, trimmed: bool) -> None:
    rows = rows_of(review)
    columns = list(rows[0])
    rows[0]["verdict"] = rows[-1]["verdict"] = "disputed"
    lines = [row.rstrip(",") if trimmed else row for row in written(rows).decode().split("\r\n")[:-1]]
    before = columns.index(column)
    whole = list(csv.reader(io.StringIO(written(rows).decode(), newline="")))[-1]
    out = io.StringIO(newline="")
    csv.writer(out).writerow([*whole[:before], "1"])
    data = "\r\n".join([*lines[:-1], out.getvalue().rstrip()]).encode()
    report = take(review, data)
    assert [(one.text, one.can_take) for one in report.questions] == [
        (f"the row is cut off: {before + 1} of {len(columns)} columns", False)
    ]
    assert told(report) == [(1, "verdict", "disputed")]


def test_the_only_row_is_cut_off_when_it_lacks_what_an_export_always_has(review: Review) -> None:
    (row,) = rows = rows_of(review)[:1]
    row["note"] = "the inquest has it on page three"
    data = written(rows)
    columns = f"{list(row).index('note') + 1} of {len(row)}"
    with pytest.raises(SheetError, match=f"row 2 the row is cut off: {columns} columns"):
        take(review, data[: data.index(b" on page")])
    assert told(take(review, data)) == [(1, "note", "the inquest has it on page three")]


@pytest.mark.parametrize("kept", [0, 2, 3])
def test_empty_cells_that_a_spreadsheet_dropped_are_no_cut(review: Review, kept: int) -> None:
    rows = [{**row, "own": ""} for row in rows_of(review)]
    rows[-1]["verdict"] = "disputed"
    lines = written(rows).decode().split("\r\n")[:-1]
    assert len(lines) == len(rows) + 1
    data = "\r\n".join([*lines[: kept + 1], *(line.rstrip(",") for line in lines[kept + 1 :])]).encode()
    report = take(review, data)
    assert report.questions == ()
    assert told(report) == [(len(rows), "verdict", "disputed")]


def test_rows_that_somebody_took_out_are_not_missed(review: Review) -> None:
    rows = rows_of(review)[:2]
    rows[0]["verdict"] = "disputed"
    report = take(review, written(rows))
    assert (report.questions, told(report)) == ((), [(1, "verdict", "disputed")])


def test_a_short_row_of_a_file_of_ones_own_is_cut_off_when_the_others_are_whole(review: Review) -> None:
    one, two, three, *_ = (record.id for record in review.claims)
    data = f"claim_id,verdict,note\n{one},disputed,a\n{two},verified,\n{three},dispu".encode()
    assert [one.text for one in take(review, data).questions if "cut" in one.text] == [
        "the row is cut off: 2 of 3 columns"
    ]
    trimmed = f"claim_id,verdict,note\n{one},disputed,seen\n{two}\n{three},disputed\n".encode()
    assert not any("cut" in question.text for question in take(review, trimmed).questions)


def test_an_emptied_note_is_taken_off_and_unchecked_takes_a_verdict_off(review: Review) -> None:
    rows = rows_of(review)
    rows[1] |= {"note": "", "verdict": "unchecked", "source_name": "", "source_kind": "", "source_locator": ""}
    rows[1]["source_note"] = ""
    take(review, written(rows))
    second = by_number(review, 2)
    assert (second.note, second.verdict, second.checker, second.sources) == ("", None, None, ())


def test_a_verdict_is_whose_the_row_says_when_it_says_something_new(review: Review) -> None:
    rows = rows_of(review)
    rows[0] |= {"verdict": "verified", "checker": "Bo", "checked_at": "2026-03-01 08:00:00 UTC"}
    rows[1] |= {"verdict": "disputed"}
    rows[2] |= {"verdict": "disputed", "checker": "Bo", "checked_at": "yesterday"}
    take(review, written(rows))
    first, second, third, *_ = review.claims
    assert first.checker == third.checker == "Bo"
    assert first.checked_at is not None
    assert first.checked_at.isoformat() == "2026-03-01T08:00:00+00:00"
    assert second.checker == "Ada"
    assert second.checked_at == by_number(review, 2).checked_at


def test_whose_verdict_comes_from_a_file_is_not_its_second_reader_too(review: Review, desk: Desk) -> None:
    second = by_number(review, 2)
    with working_as(desk, "Ben"):
        review.second_read(second.id, Verdict.DISPUTED)
    rows = rows_of(review)
    rows[1] |= {"verdict": "disputed", "checker": "Ben"}
    take(review, written(rows))
    now = by_number(review, 2)
    assert (now.verdict, now.checker, now.second, now.second_reader) == (Verdict.DISPUTED, "Ben", None, None)
    review.undo()
    assert by_number(review, 2).second_reader == "Ben"


def test_a_source_without_a_kind_is_another_one_and_order_is_no_change(review: Review) -> None:
    review.add_source(by_number(review, 2).id, Source(SourceKind.PERSON, "A fireman"))
    rows = rows_of(review)
    for column in ("source_kind", "source_name", "source_locator", "source_note"):
        rows[1][column] = "\n".join(reversed(rows[1][column].split("\n")))
    rows[2]["source_name"] = "The theatre's log"
    assert told(take(review, written(rows))) == [(3, "sources", "other: The theatre's log")]
    assert [source.name for source in by_number(review, 2).sources] == ["Inquest", "A fireman"]


def test_only_names_of_sources_leave_the_rest_of_them(review: Review) -> None:
    rows = rows_of(review)
    for row in rows:
        for column in ("source_kind", "source_locator", "source_note"):
            del row[column]
    rows[1]["source_name"] += "\nA fireman"
    take(review, written(rows))
    assert [replace(source, id=None) for source in by_number(review, 2).sources] == [
        BOOK,
        Source(SourceKind.OTHER, "A fireman"),
    ]


def test_lost_and_removed_claims_are_left(review: Review) -> None:
    rows = rows_of(review)
    rows[0]["verdict"] = "disputed"
    review.remove(by_number(review, 1).id)
    assert take(review, written(rows)).questions[0].text == "this claim was taken off the list"
    review.rebase(extraction(*STORY[:2]))
    rows = rows_of(review)
    lost = next(row for row in rows if row["lost"])
    lost["note"] = "gone?"
    assert [one.text for one in take(review, written(rows)).questions] == ["an edited draft has lost this claim"]


def test_a_json_file_says_the_same_exactly(review: Review) -> None:
    document = document_of(review)
    first, second, third, fourth, _ = document["claims"]
    first |= {"verdict": "verified", "note": "  “curly” — kept\x1b  "}
    second["verdict"] = "verifid"
    third["removed"] = True
    fourth["sources"] = [{"kind": "person", "name": "A fireman", "locator": "", "note": ""}]
    report = take(review, json.dumps(document).encode())
    assert [one.text for one in report.questions] == ["'verifid' is no verdict: did you mean verified?"]
    assert by_number(review, 1).note == "“curly” — kept\x1b"
    assert [record.number for record in review.removed] == [3]
    assert by_number(review, 4).sources[0].kind is SourceKind.PERSON


def test_a_signed_off_article_takes_none(review: Review) -> None:
    data = written(rows_of(review))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
    review.sign_off()
    with pytest.raises(UsageError, match="only an article under check takes a checklist"):
        take(review, data)


def change(key: str, value: object) -> Callable[[dict[str, Any]], None]:
    def changed(document: dict[str, Any]) -> None:
        *path, last = key.split(".")
        at: Any = document
        for name in path:
            at = at[int(name) if name.isdigit() else name]
        if value is ...:
            del at[last]
        else:
            at[int(last) if last.isdigit() else last] = value

    return changed


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("schema", "factcheck.checklist/2", "s.json is of a newer factcheck (factcheck.checklist/2): bring factcheck"),
        ("schema", "factcheck.checklist/0", "s.json is of an older factcheck (factcheck.checklist/0): export it again"),
        ("schema", "factcheck.memo/1", "s.json is a change memo: only a filled-in checklist comes back"),
        ("schema", 7, "s.json is no checklist of factcheck: import one"),
        ("claims", {}, "s.json: claims is not a list: "),
        ("claims.0", [], "s.json: claims[0] is not an object: "),
        ("claims.1.id", "2", "s.json: claims[1].id is not a whole number: "),
        ("claims.1.id", True, "s.json: claims[1].id is not a whole number: "),
        ("claims.1.note", None, "s.json: claims[1].note is not a text: "),
        ("claims.1.legal", "yes", "s.json: claims[1].legal is not true or false: "),
        ("claims.1.sources.0.name", 3, "s.json: claims[1].sources[0].name is not a text: "),
        ("claims.1.revision", ..., "s.json: claims[1].revision is missing: "),
        ("article", ..., "s.json: article is missing: "),
    ],
)
def test_what_is_no_checklist_is_told_in_one_line(review: Review, key: str, value: object, said: str) -> None:
    document = document_of(review)
    change(key, value)(document)
    with pytest.raises(SheetError) as caught:
        parse(json.dumps(document).encode(), "s.json")
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "s is empty"),
        (b"\n \n", "s holds nothing but white space"),
        (b"a,b\n1,2\n", "s has no column claim_id"),
        (b"part,claim_id\nqueries,1\n", "s is a change memo"),
        (b"call,claim_id\nx,1\n", "s is a call sheet"),
        (b"claim_id,note,note\n1,a,b\n", "s has the column note twice"),
        (b"claim_id,slug\n1,a\n2,b\n", "s is of several articles, drafts or exports"),
        (b"PK\x03\x04rest", "s is a workbook: save it as CSV first"),
        (b"{", "s is no JSON: line 1"),
        (b"[" * 100_000, "s is no "),
        (b'{"schema": "\xff"}', "s is not in UTF-8"),
        (b"claim_id\n\x00\x00\xff\n", "s is no text"),
    ],
)
def test_what_is_no_file_for_us_is_told_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SheetError) as caught:
        parse(data, "s")
    assert said in str(caught.value)


def test_a_huge_file_is_told_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1_000_000)
    path = tmp_path / "huge.csv"
    path.write_bytes(b"x" * 1_000_001)
    with pytest.raises(SheetError, match=r"huge\.csv is larger than 1 MB"):
        reading.read_sheet(path)


def test_a_file_finds_its_article_or_says_why_not(review: Review, desk: Desk, tmp_path: Path) -> None:
    rows = rows_of(review)
    article = review.article

    def found(*dropped: str, **changed: str) -> object:
        some = [{key: changed.get(key, cell) for key, cell in row.items() if key not in dropped} for row in rows]
        record = find_article(desk, parse(written(some), "s"))
        return record and record.id

    assert found() == found("slug") == found("draft_sha256") == found("slug", "draft_sha256") == article.id
    assert found("draft_sha256", slug="another-article") is None
    assert found(slug="another-article", draft_sha256="0" * 64) is None
    with pytest.raises(SheetError, match=r"of another desk: its article opera-2 is fire-destroys-the-old-opera here"):
        found(slug="opera-2")
    with pytest.raises(SheetError, match="is of another text of fire-destroys-the-old-opera"):
        found(draft_sha256="0" * 64)
    with connect(tmp_path / "other.db", who="Bo", clock=Clock()) as other:
        for paragraphs in (("Another", "It is so."), STORY):
            one = extraction(*paragraphs)
            record = other.articles.put(one.article)
            other.articles.store(record.id, one, complete=True)
        there = Review(other, record.id)
        with pytest.raises(SheetError, match="is of another desk: none of its claims is here"):
            take(there, written([rows[0] | {"claim_id": "77"}]))
