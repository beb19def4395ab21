"""A JSON file of a desk that somebody has changed, hashes and all: it is refused in one line, or does no harm."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections import Counter
from contextlib import suppress
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from factcheck.checklist import render
from factcheck.checklist.reading import parse
from factcheck.checklist.restoring import restored
from factcheck.desk import Desk, connect
from factcheck.desk.events import _chained
from factcheck.errors import FactcheckError, SheetError, StaleError
from factcheck.model import Contact, ContactOutcome, ContactWay, Correction, Resolution, Role, Verdict
from factcheck.review import Review, wording
from factcheck.review.naming import told_log
from tests.desk.sample import extraction as sample
from tests.desk.sample import story
from tests.review.test_importing import rows_of, working_as, written
from tests.review.test_rebase import extraction
from tests.review.test_restoring import SHORTER, STORY, Still, came_and_went, exported, fill, put, restore
from tests.review.test_undo import ACTS, do

if TYPE_CHECKING:
    from collections.abc import Iterator

    Path_ = tuple[str | int, ...]

WRONG: Final[tuple[Any, ...]] = (
    ..., None, True, 0, 1, -1, 7, 99_999, 2**63, 0.5, "", "x", "\ud800", "2026-03-12T10:00:00+00:00", [], [1], ["x"],
    [3, 1], [0, 99_999], [{}], {}, {"x": 1}, {"draft": 7},
)  # fmt: skip
"""What is put in the place of something; ... takes it away."""


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "blank.db"
    with connect(path, who="Ada"):
        pass
    return path


def everything(desk: Desk) -> dict[str, Any]:
    """An export of a desk on which nearly every act was done, some of them taken back and done again."""
    review = put(desk, sample(story()))
    fill(review)
    first, second = (record.id for record in review.claims[:2])
    review.dismiss(review.findings[0], "it is none")
    review.restore_finding(review.findings[0])
    contact = Contact("A keeper", ContactWay.PHONE, "2026-03-12 10:30", ContactOutcome.PENDING, "rings off")
    review.add_contact(first, contact)
    review.drop_contact(first, contact)
    review.drop_source(first, review.claim(first).sources[0])
    review.correct(first, Correction("Ann Lee", True, ("number",)))
    review.assign([first, second], "Ben")
    review.restore(review.removed[0].id)
    review.set_checkable(second, False)
    review.set_checkable(second, True)
    review.set_meta(title="Another", published=None, byline="By Bo")
    review.set_deadline("2026-04-01")
    review.set_role(review.article.article.draft.blocks[-1].start, Role.BODY)
    review.move_edge(first, left=False, out=False)
    review.split(second, review.claim(second).span.start + 4)
    review.merge(second, review.claims[2].id)
    with working_as(desk, "Ben"):
        for record in review.claims:
            if record.verdict:
                review.second_read(record.id, Verdict.DISPUTED)
        review.undo()
        review.undo()
        review.redo()
    rows = rows_of(review)
    rows[0] |= {"note": "by hand", "verdict": "unsourced"}
    review.take_sheet(parse(written(rows), "sheet.csv"))
    review.undo()
    review.redo()
    review.undo()
    return json.loads(exported(review))  # type: ignore[no-any-return]  # as it is


def rebased(desk: Desk) -> dict[str, Any]:
    """The same of an edited draft, which cut a claim, and orphaned one that got its place, and of a sign-off."""
    review = put(desk, extraction(*STORY))
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED, note=f"n{record.number}")
    review.rebase(extraction(*STORY[:3], f"{STORY[3]} {STORY[3]}"))
    for record in review.lost[:1]:
        spot = next(one for one in review.claims if one.claim.text == record.claim.text)
        review.place(record.id, spot.span.start, spot.span.end)
    for record in review.lost[:1]:
        review.let_go(record.id)
    for record in review.claims:
        review.mark(record.id, Verdict.VERIFIED)
        review.resolve(record.id, Resolution.STET)
    review.sign_off()
    review.reopen()
    return json.loads(exported(review))  # type: ignore[no-any-return]  # as it is


def places(document: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where something stands, all the way down."""
    if path:
        yield path
    inner = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, value in inner:
        yield from places(value, (*path, key))


def put_at(document: Any, path: Path_, value: Any) -> None:
    *outer, last = path
    for key in outer:
        document = document[key]
    if value is ...:
        del document[last]
    else:
        document[last] = deepcopy(value)


def at(document: Any, path: Path_) -> Any:
    for key in path:
        document = document[key]
    return document


def change_something(document: dict[str, Any], dice: random.Random) -> None:
    """Change one thing, mostly in the log: to something wrong, to what stands elsewhere, or the order of its lines."""
    history = document["history"]
    within = dice.choice(["history", "history", "history", dice.choice(list(document))])
    match dice.randrange(10):
        case 0:
            history.insert(dice.randrange(len(history)), deepcopy(dice.choice(history)))
        case 1:
            history.pop(dice.randrange(len(history)))
        case 2:
            one, other = dice.sample(range(len(history)), 2)
            history[one], history[other] = history[other], history[one]
            for number, event in enumerate(history, 1):
                event["id"] = number
        case 3 | 4 | 5:
            spots = [*places({within: document[within]})]
            put_at(document, dice.choice(spots), at(document, dice.choice(spots)))
        case 6:
            key = dice.choice(["claim_id", "act", "of", "what", "who", "before", "after"])
            one, other = dice.choices(history, k=2)
            one[key] = deepcopy(other[key])
        case _:
            put_at(document, dice.choice([*places({within: document[within]})]), dice.choice(WRONG))


def forge(document: dict[str, Any]) -> None:
    """Chain the log anew, as somebody would who does not want the change to be seen."""
    previous = ""
    keys = "id", "at", "who", "what", "article_id", "claim_id", "before", "after", "act", "of"
    for event in document["history"] if isinstance(document.get("history"), list) else ():
        if not isinstance(event, dict) or any(key not in event for key in keys):
            return
        values = [
            value if value is None or key not in {"before", "after"}
            else json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            for key, value in ((key, event[key]) for key in keys)
        ]  # fmt: skip
        try:
            event["hash"] = previous = _chained(previous, values)
        except (UnicodeError, ValueError):
            return


def live(blank: Path, path: Path, document: dict[str, Any]) -> str:
    """Restore it, and do all that may trip over it; gives what came of it, which is never a traceback."""
    shutil.copy(blank, path)
    with connect(path, who="Ada", clock=Still()) as desk:
        try:
            article = desk.restore(restored(parse(json.dumps(document).encode(), "s.json")))
        except FactcheckError as error:
            one_line(error)
            assert not desk.articles.summaries()
            return "refused"
        use(desk, article)
    return "taken"


def one_line(error: FactcheckError) -> None:
    assert "\n" not in str(error)


def use(desk: Desk, article: Any) -> None:
    review = Review(desk, article)

    def look() -> None:
        with desk.reading():
            told_log(desk, article, desk.events.of(article))
        list(desk.problems())
        desk.articles.summaries()
        for format_ in ("json", "csv", "md", "html"):
            render(review.checklist(), format_)
        assert review.open_items is not None

    look()
    for who in {event.who for event in desk.events.of(article)}:
        with working_as(desk, who):
            for turn in (review.undo, review.redo, review.undo):
                for _ in range(60):
                    try:
                        if turn() is None:
                            break
                    except FactcheckError as error:
                        one_line(error)
                        break
    look()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    made = []
    for make in (everything, rebased):
        with connect(tmp_path_factory.mktemp("made") / "desk.db", who="Ada", clock=Still()) as desk:
            made.append(make(desk))
    return made


def test_what_nobody_changed_is_taken_with_every_act_there_is(
    documents: list[dict[str, Any]], blank: Path, tmp_path: Path
) -> None:
    for document in documents:
        again = deepcopy(document)
        forge(again)
        assert again == document
        assert live(blank, tmp_path / "desk.db", document) == "taken"
    done = {event["what"] for document in documents for event in document["history"]}
    known = set(re.findall(r'case "([a-z-]+)":', Path(wording.__file__).read_text("utf-8")))
    assert known | {"meta", "undo", "redo"} == done | {"imported"}


@pytest.mark.parametrize("seed", range(8))
def test_what_somebody_forged_is_refused_in_one_line_or_does_no_harm(
    seed: int, documents: list[dict[str, Any]], blank: Path, tmp_path: Path
) -> None:
    dice = random.Random(seed)
    came: Counter[str] = Counter()
    for number in range(30):
        document = deepcopy(documents[number % 2])
        change_something(document, dice)
        forge(document)
        came[live(blank, tmp_path / f"{number}.db", document)] += 1
    assert came["refused"] > came["taken"] > 0


@pytest.mark.parametrize(
    ("what", "spot", "value", "said"),
    [
        ("mark", ("what",), "marked", "what is 'marked', which is not known"),
        ("mark", ("after", "verdict"), "true", "after.verdict is not what a desk writes there"),
        ("mark", ("after", "checked_at"), "2026-03-12T10:00:00", "after.checked_at is not what a desk writes there"),
        ("mark", ("after", "trust"), 1, "after.trust is not known"),
        ("mark", ("act",), 99, "act is not the one of the line before"),
        ("note", ("after",), None, "after.note is missing"),
        ("note", ("claim_id",), None, "what is 'note', which is not known"),
        ("span", ("before", "span"), [0, 99_999], "before.span is no stretch of the text"),
        ("contact", ("after", "contacts", 0, "how"), "dove", "after.contacts is not what a desk writes there"),
        ("deadline", ("after", "deadline"), "2026-13-32", "after.deadline is not what a desk writes there"),
        ("finding-dismiss", ("after", "message"), ..., "after.message is missing"),
        ("role", ("before", "draft"), 1, "before.draft is not known"),
        ("undo", ("of",), 99, "of is no act that was to be turned"),
        ("undo", ("of",), None, "of does not fit undo"),
    ],
)
def test_a_forged_line_of_the_log_is_refused_and_it_is_said_why(
    documents: list[dict[str, Any]], blank: Path, tmp_path: Path, what: str, spot: Path_, value: Any, said: str
) -> None:
    document = deepcopy(documents[0])
    number, event = next((at, one) for at, one in enumerate(document["history"]) if one["what"] == what)
    put_at(event, spot, value)
    forge(document)
    with pytest.raises(SheetError, match=re.escape(f"s.json: history[{number}].{said}")):
        restored(parse(json.dumps(document).encode(), "s.json"))
    assert live(blank, tmp_path / "desk.db", document) == "refused"


@pytest.mark.parametrize(("part", "value"), [("claims", "cut"), ("lost", None), ("lost", "carried")])
def test_what_is_lost_stands_among_the_lost_ones(documents: list[dict[str, Any]], part: str, value: Any) -> None:
    document = deepcopy(documents[1])
    document[part][0]["lost"] = value
    with pytest.raises(SheetError, match="lost"):
        restored(parse(json.dumps(document).encode(), "s.json"))


def test_a_file_in_which_two_drafts_have_one_number_comes_back(desk: Desk, blank: Path, tmp_path: Path) -> None:
    # So it came from a desk of an earlier version to which the article had come back from a file.
    with connect(tmp_path / "theirs.db", who="Ada", clock=Still()) as theirs:
        again = restore(theirs, exported(came_and_went(desk)))
        again.rebase(extraction(*SHORTER))
        document = json.loads(exported(again))
    document["draft"]["number"] = 2
    for event in document["history"]:
        if event["what"] == "rebase" and event["after"].get("draft") == 3:
            event["after"]["draft"] = 2
    forge(document)
    assert any(event["what"] == "span" for event in document["history"])
    assert live(blank, tmp_path / "ours.db", document) == "taken"


def test_no_claim_is_taken_back_to_words_beyond_the_text(tmp_path: Path, blank: Path, desk: Desk) -> None:
    review = put(desk, extraction(*STORY))
    review.move_edge(review.claims[0].id, left=False, out=False)
    document = json.loads(exported(review))
    (span,) = document["history"]
    span["before"]["span"] = [0, 99_999]
    to_the_same = {"what": "rebase", "claim_id": None, "before": {"draft": 1}, "after": {"draft": 1}}
    document["history"].append({**span, **to_the_same, "id": 2, "act": 2, "who": "Ben"})
    forge(document)
    shutil.copy(blank, tmp_path / "ours.db")
    with connect(tmp_path / "ours.db", who="Ada", clock=Still()) as ours:
        again = restore(ours, json.dumps(document).encode())
        with pytest.raises(StaleError, match="another draft"):
            again.undo()


def test_whatever_two_checkers_did_is_taken(tmp_path: Path) -> None:
    dice = random.Random(7)
    with connect(tmp_path / "theirs.db", who="Ada", clock=Still()) as desk:
        review = put(desk, sample(story()))
        for _ in range(150):
            with working_as(desk, dice.choice(["Ada", "Ben"])), suppress(FactcheckError):
                if dice.random() < 0.2:
                    dice.choice([review.undo, review.redo])()
                else:
                    do(review, (dice.choice(ACTS), dice.randrange(200), dice.randrange(12)))
        history, data = review.checklist().history, exported(review)
    with connect(tmp_path / "ours.db", who="Ada", clock=Still()) as desk:
        article = desk.restore(restored(parse(data, "s.json")))
        assert Review(desk, article).checklist().history == history
        use(desk, article)
