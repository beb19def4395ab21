"""Every screen and mode of the app, each with the keys that lead there: what the tests of looks go through."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.widgets import Input, TextArea

from factcheck.checklist import render
from factcheck.desk import connect
from factcheck.model import (
    ArticleId,
    Contact,
    ContactOutcome,
    ContactWay,
    Resolution,
    Source,
    SourceKind,
    State,
    Verdict,
)
from factcheck.review import Review
from factcheck.tui.app import FactcheckApp
from factcheck.tui.screens.review import ReviewScreen
from tests.tui.conftest import some_matches, text_of, until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from factcheck.model import Checklist
    from tests.tui.conftest import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """A screen with something to see on it."""

    keys: Sequence[str] = ()
    """Lead there from the review, or from the list of articles."""
    shows: str = ""
    """What is waited for, as it comes from the background."""
    on_desk: bool = False
    """Whether it begins at the list of articles."""
    empty: bool = False
    """Whether nothing is on the desk."""
    signed_off: bool = False
    """Whether the article is signed off."""
    imports: bool = False
    """Whether the file is named from which the second checker's work comes back."""
    anew: bool = False
    """Whether it keeps the look in which it was opened, as Textual's palette does."""


FILLED: Final = "filled.csv"
"""A checklist that comes back."""
_MARKED: Final = ("v", "k", "D", "j", "j", "U", "n", "o", "k", "enter", "k")
"""Three verdicts, a note, the cursor on a claim with a conflict."""

SCENES: Final = {
    "desk": Scene(on_desk=True, shows="in conflict"),
    "desk-empty": Scene(on_desk=True, empty=True, shows="no article"),
    "desk-help": Scene(("question_mark",), on_desk=True),
    "desk-filter": Scene(("slash", *"bri"), on_desk=True),
    "desk-deadline": Scene(("D", *"2026-03"), on_desk=True),
    "desk-open": Scene(("o", *"story"), on_desk=True),
    "desk-export": Scene(("e",), on_desk=True),
    "desk-log": Scene(("l",), on_desk=True, shows="for the lawyer"),
    "desk-import": Scene(("F", *"filled"), on_desk=True),
    "desk-doctor": Scene(("C",), on_desk=True, shows="The desk is sound"),
    "review": Scene(_MARKED),
    "review-laden": Scene(("2", "k", "colon", "6", "enter", "v")),
    "review-new": Scene(("escape",)),
    "reading": Scene(("W",)),
    "article-alone": Scene((*_MARKED, "vertical_line")),
    "claims-alone": Scene((*_MARKED, "vertical_line", "vertical_line")),
    "panel-below": Scene((*_MARKED, "backslash")),
    "panel-focus": Scene((*_MARKED, "tab", "tab")),
    "search": Scene(("slash", *"mill", "enter", "full_stop")),
    "search-asks": Scene(("slash", *"mill")),
    "filter": Scene(("v", "f")),
    "filtered": Scene(("v", "f", "right", *["tab"] * 5, "right", "enter")),
    "nothing-passes": Scene(("f", "shift+tab", *"zzz", "enter")),
    "call-sheet": Scene(("H",)),
    "one-contact": Scene(("H", "enter", "j")),
    "findings": Scene(("C",)),
    "finding": Scene(("c", "c")),
    "finding-dismissed": Scene(("C", "x", *"old", "enter", "C")),
    "matches": Scene(("j", "m"), shows="compared"),
    "archive-search": Scene(("j", "m", "slash", *"county"), shows="Earlier claims about"),
    "earlier-article": Scene(("j", "m", "enter"), shows="Earlier article"),
    "source": Scene(("colon", "6", "enter", "s", *"Reg")),
    "note": Scene(("colon", "6", "enter", "n")),
    "query": Scene(("colon", "6", "enter", "w")),
    "replacement": Scene(("colon", "6", "enter", "r")),
    "contact": Scene(("colon", "6", "enter", "P")),
    "resolve": Scene(("a",)),
    "assign": Scene(("at",)),
    "correct": Scene(("colon", "6", "enter", "E")),
    "role": Scene(("t",)),
    "about": Scene(("I",)),
    "add": Scene(("A", "right", "shift+right", "shift+right")),
    "break": Scene(("j", "b")),
    "goto": Scene(("colon", "3")),
    "restore": Scene(("x", "X")),
    "rebase": Scene(("R",)),
    "sign-off": Scene((*_MARKED, "S")),
    "export": Scene((*_MARKED, "e")),
    "export-several": Scene((*_MARKED, "e", "right", "space", *["left"] * 3, "space")),
    "log": Scene((*_MARKED, "l"), shows="lines"),
    "import": Scene(("F",), imports=True, shows="left"),
    "signed-off": Scene(("G", "enter"), on_desk=True, signed_off=True, shows="Signed off"),
    "reopen": Scene(("G", "S"), on_desk=True, signed_off=True, shows="Reopen?"),
    "progress": Scene((*_MARKED, "p")),
    "theme": Scene(("T",)),
    "palette": Scene(("ctrl+p", *"exp"), shows="Export", anew=True),
    "help": Scene(("question_mark",)),
    "tour": Scene(("f1",)),
    "second-read": Scene((*_MARKED, "S", "up", "enter")),
    "refused": Scene(("R", *"/nowhere", "enter"), shows="What to do"),
}
"""By name."""


def prepare(stage: Stage, scene: Scene) -> None:
    """Put on the desk what the scene shows: an article with all that can stand at a claim, and the archive."""
    stage.matcher = some_matches
    # Workers read the clock in no order; and a picture knows no folder of this machine.
    stage.clock.step = timedelta(0)
    stage.config = replace(stage.config, export_dir=Path("/home/ann/checked"))
    if scene.empty:
        return
    stage.put()
    stage.put_earlier()
    with connect(stage.config.desk, who="Bo", clock=stage.clock) as desk:
        review = Review(desk, ArticleId(1))
        laden = review.claims[5].id
        review.mark(laden, Verdict.DISPUTED)
        review.add_source(laden, Source(SourceKind.DOCUMENT, "Register of trades", "entry 1,204", "closed for a week"))
        review.add_source(laden, Source(SourceKind.PERSON, "Maria Lund", "tel. 0555 12"))
        when = "2026-03-11"
        review.add_contact(laden, Contact("Maria Lund", ContactWay.PHONE, when, ContactOutcome.CONFIRMED, "twice"))
        review.note(laden, "She says it is open again.")
        review.ask(laden, "Which source? Was it the owner?", "")
        review.suggest(laden, "the café would close for a week")
        review.resolve(laden, Resolution.QUERY)
        review.flag_legal(laden, True)
        review.assign([laden], "Cy")
        if scene.imports:
            _fill_in(review.checklist(), stage.folder / FILLED)
            review.mark(review.claims[3].id, Verdict.DISPUTED)
        if scene.signed_off:
            desk.articles.set_state(ArticleId(1), State.SIGNED_OFF)


def _fill_in(checklist: Checklist, path: Path) -> None:
    """Write the checklist as somebody sends it back: two verdicts, one on a claim that is marked meanwhile, a slip."""
    header, *rows = csv.reader(io.StringIO(render(checklist, "csv").decode("utf-8-sig")))
    verdict, note = header.index("verdict"), header.index("note")
    rows[0][verdict], rows[1][verdict], rows[3][verdict] = "verified", "disputd", "verified"
    rows[0][note] = "The council's own page says so."
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


async def go(pilot: Pilot[None], scene: Scene) -> None:
    """Go there."""
    app = pilot.app
    assert isinstance(app, FactcheckApp)
    if isinstance(app.screen, ReviewScreen):
        screen = app.screen
        await until(lambda: screen.review is not None and screen.is_matched, pilot)
    else:
        await until(lambda: "under check" in text_of(pilot), pilot)
    await pilot.press(*scene.keys)
    if scene.imports:
        # The folder is another one in each run, and is not shown in what comes of it.
        app.screen.query_one(Input).value = str(app.tools.config.path.parent / FILLED)
        await pilot.press("enter")
    await until(lambda: scene.shows in text_of(pilot), pilot)
    for field in app.screen.query("Input, TextArea"):
        # A cursor that blinks is there in one picture and not in the next.
        assert isinstance(field, Input | TextArea)
        field.cursor_blink = False
    await pilot.pause()
