"""An article comes back from its JSON: on an empty desk the next export gives the same bytes."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from factcheck.checklist import KINDS, render
from factcheck.checklist.reading import parse
from factcheck.checklist.restoring import restored
from factcheck.checklist.restoring_log import is_moment
from factcheck.desk import Desk, connect
from factcheck.errors import ArticleError, SheetError, StaleError, UsageError
from factcheck.model import (
    Annotation,
    AnnotationKind,
    ArticleId,
    Contact,
    ContactOutcome,
    ContactWay,
    Person,
    Resolution,
    Role,
    Source,
    SourceKind,
    Span,
    Verdict,
)
from factcheck.review import Review
from factcheck.review.importing import find_article
from factcheck.review.naming import told_log
from tests.checklist.word_read import all_text
from tests.conftest import HOSTILE, Clock
from tests.desk.sample import extraction as sample
from tests.desk.sample import story
from tests.review.test_importing import change, working_as
from tests.review.test_rebase import extraction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STORY = (
    "Fire destroys the old Opera",
    "The fire of 12 March 1881 killed 84 people. It broke out before the play, in the wings.",
    "“The curtain caught first,” the stage manager said. The iron curtain was not lowered.",
    "The house had 1,730 seats. It was rebuilt in 1895.",
)
WORSE = f"\x1b[31m \x9b2J \x00 \u202e \u2066 \u2028 \ud800 <b> | &amp; {HOSTILE[:40]}"
"""What a terminal would obey, too, and what no encoding takes."""


class Still:
    """A clock that stands."""

    now = Clock()()

    def __call__(self) -> Any:
        return self.now


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    with connect(tmp_path / "empty.db", who="Ada", clock=Still()) as other:
        yield other


def put(desk: Desk, found: Any) -> Review:
    record = desk.articles.put(found.article)
    desk.articles.store(record.id, found, complete=True)
    return Review(desk, record.id)


def exported(review: Review) -> bytes:
    review._desk.clock = Still()
    return render(review.checklist(), "json")


def restore(desk: Desk, data: bytes) -> Review:
    return Review(desk, desk.restore(restored(parse(data, "s.json"))))


def fill(review: Review) -> None:
    """All that a checker can do."""
    first, second, third, *_ = (record.id for record in review.claims)
    book = Source(SourceKind.DOCUMENT, "Log [b]", "p. 3", HOSTILE)
    review.mark(first, Verdict.VERIFIED, sources=[book, Source(SourceKind.PERSON, "A keeper")], note="=x")
    review.ask(second, "When?", "In March.")
    review.suggest(second, "Other words")
    review.flag_legal(second, True)
    review.mark(third, Verdict.DISPUTED)
    review.resolve(third, Resolution.STET)
    review.remove(review.claims[-1].id)
    at = review.claims[1].claim.start
    review.add_claim(at, at + 9)
    review.undo()


def test_the_next_export_gives_the_same_bytes(desk: Desk, empty: Desk) -> None:
    keeper = Person("Mara [b]", (Span(0, 4),), probable=True, titles=("Ms",), roles=("keeper",), ages=(48, 49))
    review = put(desk, replace(sample(story()), people=(keeper,)))
    fill(review)
    review.dismiss(review.findings[0], "it is none")
    data = exported(review)
    again = restore(empty, data)
    assert exported(again) == data
    assert again.people == (keeper,)
    assert again.findings[0].dismissed == "it is none"
    assert list(empty.problems()) == []
    assert again.undo() is not None, "the log goes on where it was"


def test_an_edited_draft_its_lost_claims_and_hidden_ones_come_back_too(desk: Desk, empty: Desk) -> None:
    review = put(desk, extraction(*STORY))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED, note=f"n{record.number}")
    review.rebase(extraction(*STORY[:3]))
    review.rebase(extraction(STORY[0], STORY[1].replace("killed 84", "killed 384"), "It was on a Saturday."))
    review.set_role(review.article.article.draft.blocks[1].start, Role.FURNITURE)
    assert len(review.lost) == 4
    data = exported(review)
    document = json.loads(data)
    assert [one["hidden"] for one in document["aside"]] == [True, True]
    again = restore(empty, data)
    assert exported(again) == data
    assert again.article.article.draft.number == 3
    assert list(empty.problems()) == []
    again.set_role(again.article.article.draft.blocks[1].start, Role.BODY)
    assert [record.as_written for record in again.claims][1] == "The fire of 12 March 1881 killed 84 people"
    assert again.claims[1].wants_recheck


def test_contacts_second_reads_assignees_and_days_come_back_also_of_lost_claims(desk: Desk, empty: Desk) -> None:
    review = put(desk, extraction(*STORY))
    act = Source(SourceKind.PRIMARY, f"=Act {WORSE}", f"@act.pdf {WORSE}", WORSE, date(1881, 3, 14), "ab" * 32)
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED, sources=[act])
        review.add_contact(
            record.id, Contact(f"=Ann {WORSE}", ContactWay.PHONE, "2026-03-12 10:30", ContactOutcome.PENDING, WORSE)
        )
        review.add_contact(record.id, Contact("Ben", ContactWay.IN_PERSON, "2026-03-11", ContactOutcome.DENIED))
    review.assign([record.id for record in review.claims], f"+Cy {WORSE}")
    desk.events._who = desk.who = f"-Ben {WORSE}"
    for record in review.claims:
        review.second_read(record.id, Verdict.DISPUTED)
    review.rebase(extraction(*STORY[:3]))
    review.rebase(extraction(STORY[0], STORY[1].replace("killed 84", "killed 384"), "It was on a Saturday."))
    desk.who = empty.who
    data = exported(review)
    document = json.loads(data)
    lost = document["lost"][0]
    assert (len(lost["contacts"]), lost["second"], lost["assignee"][:3]) == (2, "disputed", "+Cy")
    assert (lost["sources"][0]["accessed"], lost["sources"][0]["sha256"]) == ("1881-03-14", "ab" * 32)
    again = restore(empty, data)
    assert exported(again) == data
    assert list(empty.problems()) == []
    files = ((name, form) for name, kind in KINDS.items() for form in kind.formats if form != "claimreview")
    for what, form in files:
        sent = all_text(render(again.checklist(), form, what), form).replace("\r\n", "\n")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", sent), "a terminal obeys it"


def test_on_a_desk_that_is_in_use_ids_are_new_and_the_log_tells_of_the_acts(desk: Desk, empty: Desk) -> None:
    review = put(desk, sample(story()))
    fill(review)
    other = put(empty, extraction(*STORY))
    other.mark(other.claims[0].id, Verdict.VERIFIED)
    before = exported(other)
    again = restore(empty, exported(review))
    assert again.article.id != other.article.id
    assert [record.claim.text for record in again.claims] == [record.claim.text for record in review.claims]
    assert [record.verdict for record in again.claims] == [record.verdict for record in review.claims]
    assert {record.id for record in again.claims}.isdisjoint(record.id for record in other.claims)
    told = again.checklist().history
    assert {event.what for event in told} == {"imported"}
    assert len(told) == len({event.act for event in review.checklist().history})
    first = review.checklist().history[0]
    assert told[0].after == {"who": "Ada", "at": first.at.isoformat(), "what": "mark"}
    assert told[0].claim_id == again.claims[0].id
    assert again.undo() is None, "what was done elsewhere is not taken back here"
    assert exported(Review(empty, ArticleId(other.article.id))) == before
    assert list(empty.problems()) == []


def test_an_article_that_is_restored_once_more_still_tells_who_did_what(
    desk: Desk, empty: Desk, tmp_path: Path
) -> None:
    review = put(desk, sample(story()))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
    for finding in review.findings:
        review.dismiss(finding, "as it should be")
    review.sign_off()
    other = put(empty, extraction(*STORY))
    other.mark(other.claims[0].id, Verdict.VERIFIED)
    once = restore(empty, exported(review))
    with connect(tmp_path / "third.db", who="Bo") as third:
        other = put(third, extraction(*STORY))
        other.mark(other.claims[0].id, Verdict.VERIFIED)
        twice = restore(third, exported(once))
        told = twice.checklist().history
        assert [event.after for event in told] == [event.after for event in once.checklist().history]
        assert {event.who for event in told} == {"Bo"}
        assert "signed off by Ada" in render(twice.checklist(), "md", "memo").decode()
    for after in (None, {"who": "Bo"}, {"who": 1, "at": "", "what": ""}, {"who": "Bo", "at": "soon", "what": "mark"}):
        document = json.loads(exported(once))
        document["history"][0]["after"] = after
        with (
            connect(tmp_path / "fourth.db", who="Cy") as fourth,
            pytest.raises(SheetError, match=r"history\[0\].after"),
        ):
            restore(fourth, json.dumps(document).encode())


def test_a_log_that_is_not_whole_is_told_in_lines_of_this_desk(desk: Desk, empty: Desk) -> None:
    first = put(desk, extraction(*STORY))
    first.mark(first.claims[0].id, Verdict.VERIFIED)
    second = put(desk, sample(story()))
    second.mark(second.claims[0].id, Verdict.DISPUTED)
    again = restore(empty, exported(second))
    assert [record.id for record in again.claims] == [record.id for record in second.claims]
    assert [event.what for event in again.checklist().history] == ["imported"]
    assert list(empty.problems()) == []


def test_a_log_that_was_changed_is_told_in_lines_of_this_desk(desk: Desk, empty: Desk) -> None:
    review = put(desk, sample(story()))
    review.mark(review.claims[0].id, Verdict.DISPUTED)
    document = json.loads(exported(review))
    document["history"][0]["who"] = "Bo \ud800"
    again = restore(empty, json.dumps(document).encode())
    (event,) = again.checklist().history
    assert (event.what, event.who) == ("imported", "Ada")
    assert event.after is not None
    assert event.after["who"] == "Bo \ufffd"


def test_a_text_that_is_here_already_is_refused_and_nothing_is_changed(desk: Desk, empty: Desk) -> None:
    data = exported(put(desk, sample(story())))
    restore(empty, data)
    with pytest.raises(ArticleError, match="this text is on the desk already"):
        restore(empty, data)
    assert len(empty.articles.summaries()) == 1


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("draft.text", "Other words", "draft.text is not the text that draft.sha256 is of"),
        ("draft.number", 0, "draft.number is not above 0"),
        ("draft.number", 2**40, "draft.number is too large"),
        ("draft.blocks.0.role", "header", "draft.blocks[0].role is 'header', which is not known"),
        ("draft.blocks.0.end", 10**6, "draft.blocks[0].start and end are no stretch of the text"),
        ("draft.blocks.1.start", 0, "draft.blocks are not in order"),
        ("article.published", "soon", "article.published is 'soon', which is not known"),
        ("article.state", "open", "article.state is 'open', which is not known"),
        ("article.warnings", [1], "article.warnings holds something that is no text"),
        ("claims.1.text", "x", "claims[1].text is not what the draft has there"),
        ("claims.1.id", 1, "a claim's id stands there twice"),
        ("claims.1.id", 10**30, "claims[1].id is too large"),
        ("claims.1.number", 1, "the claims are not in the order of their numbers"),
        ("claims.1.verdict", "true", "claims[1].verdict is 'true', which is not known"),
        ("claims.1.priority", 2, "claims[1].priority is not a number from 0 to 1"),
        ("claims.1.kinds", ["a b"], "claims[1].kinds holds something that is no word"),
        ("claims.0.checked_at", "2026-03-12", "claims[0].checked_at tells no offset from UTC"),
        ("claims.1.facts", ..., "claims[1].facts is missing"),
        ("history.0.before", "x", "history[0].before is not an object"),
        ("findings", [{"kind": "x", "message": "", "severity": "low", "spans": [[2]]}], "findings[0].spans holds"),
        ("sign_off", ..., "sign_off is missing"),
    ],
)
def test_what_does_not_fit_is_told_in_one_line_and_nothing_is_written(
    desk: Desk, empty: Desk, key: str, value: object, said: str
) -> None:
    review = put(desk, sample(story()))
    review.mark(review.claims[0].id, Verdict.VERIFIED)
    document = json.loads(exported(review))
    change(key, value)(document)
    with pytest.raises(SheetError) as caught:
        restore(empty, json.dumps(document).encode())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert empty.articles.summaries() == ()


def test_a_draft_taken_in_before_a_restore_is_not_taken_back_and_it_is_said_why(desk: Desk, empty: Desk) -> None:
    review = put(desk, extraction(*STORY))
    review.rebase(extraction(*STORY[:3]))
    again = restore(empty, exported(review))
    before = again.claims
    with pytest.raises(UsageError, match="draft 1 was replaced cannot be taken back: its text is not on this desk"):
        again.undo()
    assert again.claims == before
    again.mark(before[0].id, Verdict.VERIFIED)
    assert again.undo() is not None, "what was done since is"


LONGER = (*STORY, "The prefect said that 14 engines came, the last of them after midnight from the suburbs.")
SHORTER = (*STORY[:3], "Nobody was charged.")


def came_and_went(desk: Desk) -> Review:
    """An article of which a longer draft was taken in and taken back; what Ben did in that, he took back first."""
    review = put(desk, extraction(*STORY))
    review.rebase(extraction(*LONGER))
    last = Review(desk, review.article.id)
    with working_as(desk, "Ben"):
        last.move_edge(last.claims[-1].id, left=False, out=False)
        last.set_role(last.article.article.draft.blocks[-1].start, Role.FURNITURE)
        last.undo()
        last.undo()
    review.undo()
    return Review(desk, review.article.id)


def test_a_restored_article_gives_no_number_of_a_draft_twice(desk: Desk, empty: Desk) -> None:
    again = restore(empty, exported(came_and_went(desk)))
    assert again.article.article.draft.number == 1
    again.rebase(extraction(*SHORTER))
    assert again.article.article.draft.number == 3
    with working_as(empty, "Ben"), pytest.raises(StaleError, match="another draft was taken in"):
        Review(empty, again.article.id).redo()
    assert restored(parse(exported(again), "s.json")).article.article.draft.number == 3


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", " https://example.org/", "ftp://x", ""]
)
def test_a_link_that_leads_to_no_page_is_refused(desk: Desk, empty: Desk, address: str) -> None:
    article = story()
    link = Annotation(0, 10, AnnotationKind.LINK, "https://example.org/log?%22")
    found = sample(replace(article, draft=replace(article.draft, annotations=(link,))))
    document = json.loads(exported(put(desk, found)))
    change("draft.annotations.0.text", address)(document)
    with pytest.raises(SheetError, match=re.escape("draft.annotations[0].text is no address of a page on the web")):
        restore(empty, json.dumps(document).encode())
    change("draft.annotations.0.text", link.text)(document)
    assert restore(empty, json.dumps(document).encode()).article.article.draft.annotations == (link,)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
def test_whether_a_time_is_one_does_not_hang_on_the_zone(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        assert [is_moment(f"{day}T00:00:00+00:00") for day in ("0001-01-01", "1881-03-12", "9999-12-31")] == [
            False, True, False,
        ]  # fmt: skip
        assert is_moment("0002-01-01T00:00:00+00:00")
        assert not is_moment("1881-03-12T00:00:00")
    time.tzset()


def test_a_restored_article_takes_its_own_file_though_ids_are_new(desk: Desk, empty: Desk) -> None:
    for touched in (True, False):
        review = put(desk, sample(story()) if touched else extraction(*STORY))
        if touched:
            fill(review)
        put(empty, extraction("Another", f"It is so. {touched}."))
        data = exported(review)
        again = restore(empty, data)
        assert all(here.id != there.id for here, there in zip(again.claims, review.claims, strict=True))
        assert find_article(empty, parse(data, "s.json")) == again.article
        outcome, taken = again.take_sheet(parse(data, "s.json"))
        assert (outcome.done, taken.questions) == (False, ())
        document = json.loads(data)
        document["claims"][2] |= {"verdict": "unsourced", "note": "asked twice"}
        again.take_sheet(parse(json.dumps(document).encode(), "s.json"))
        now = again.claims[2]
        assert (now.claim.text, now.verdict, now.note) == (
            review.claims[2].claim.text, Verdict.UNSOURCED, "asked twice",
        )  # fmt: skip
        assert list(empty.problems()) == []


def test_a_restored_article_with_another_slug_takes_its_own_file(desk: Desk, empty: Desk) -> None:
    review = put(desk, extraction(*STORY))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
    review.rebase(extraction(*STORY[:3]))
    data = exported(review)
    taken = put(empty, extraction(STORY[0], "Another story of the same title."))
    again = restore(empty, data)
    assert again.article.slug != taken.article.slug == review.article.slug
    assert find_article(empty, parse(data, "s.json")) == again.article
    outcome, report = again.take_sheet(parse(data, "s.json"))
    assert (outcome.done, report.questions) == (False, ())
    assert len(again.lost) == 2


def test_the_log_of_a_restored_article_names_claims_whose_former_places_are_not_known(desk: Desk, empty: Desk) -> None:
    review = put(desk, extraction(*STORY))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
    review.rebase(extraction(*STORY[:3]))
    again = restore(empty, exported(review))
    with empty.reading():
        told = [words for _, words in told_log(empty, again.article.id, empty.events.of(again.article.id))]
    assert told[0] == "“Fire destroys the old Opera” verified"
    assert "“The house had 1,730 seats” cut" in told
    assert not any(line.endswith(" carried") for line in told if not line.startswith("draft"))
