"""Text that is not ours goes through every pane, dialog and message as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.desk import connect
from factcheck.model import (
    Attribution,
    Contact,
    ContactOutcome,
    ContactWay,
    Finding,
    Role,
    Section,
    Severity,
    Source,
    SourceKind,
    State,
    Verdict,
)
from factcheck.review import Review
from tests.conftest import HOSTILE
from tests.tui.conftest import Examiner, Stage, make_article, make_extraction, text_of, until

_SHORT = HOSTILE[: HOSTILE.index("xxx")].strip()
_WORSE = f"{_SHORT} \x1b[31mred\x07 \u202egnp tab\there \ud83d zero\u200bwidth"


@pytest.fixture
def hostile(stage: Stage) -> Stage:
    """The same desk, with nothing on it but such text."""
    first, second = f"A {_WORSE} first 47", f"Second {_SHORT} 12"
    article = make_article(
        (
            (Role.HEADLINE, f"Headline {_SHORT}"),
            (Role.BODY, f"{first}. {second}."),
            (Role.CREDIT, _WORSE),
            (Role.BODY, HOSTILE),
        ),
        _WORSE,
    )
    article = replace(article, source=f"{_SHORT}.txt", warnings=(_SHORT,))
    extraction = make_extraction(article, ((first, Section.BODY), (second, Section.BODY), (HOSTILE, Section.BODY)))
    claims = tuple(
        replace(claim, kinds=(_SHORT,), attribution=Attribution(_SHORT, 0, 2, person=_SHORT, cue=_SHORT))
        for claim in extraction.claims
    )
    finding = Finding("number", f"here {_WORSE}", Severity.LOW, extraction.findings[0].spans, ("c1", "c2"))
    stage.extraction = replace(extraction, claims=claims, findings=(finding,))
    stage.examiner = Examiner(stage.extraction)
    stage.config = replace(stage.config, checker=_SHORT)
    earlier = make_article(((Role.BODY, f"{first.replace('47', '45')}."),), _WORSE)
    with connect(stage.config.desk, who=_SHORT, clock=stage.clock) as desk:
        record = desk.articles.put(article)
        desk.articles.store(record.id, stage.extraction, complete=True)
        old = desk.articles.put(earlier, state=State.ARCHIVE)
        desk.articles.store(
            old.id, make_extraction(earlier, ((first.replace("47", "45"), Section.BODY),)), complete=True
        )
        review = Review(desk, old.id)
        source = Source(SourceKind.OTHER, _SHORT, _SHORT, _SHORT)
        review.mark(review.claims[0].id, Verdict.DISPUTED, sources=[source])
        review = Review(desk, record.id)
        second_claim = review.claims[1].id
        contact = Contact(f"Zoe {_WORSE}", ContactWay.OTHER, "2026-03-12", ContactOutcome.DENIED, _WORSE)
        review.add_contact(second_claim, contact)
        worse = Source(SourceKind.OTHER, _WORSE, _WORSE, _WORSE)
        review.mark(second_claim, Verdict.VERIFIED, sources=[source, worse], note=f"{_SHORT}\n{_SHORT}")
        review.assign([record.id for record in review.claims], f"Cy {_WORSE}")
    with connect(stage.config.desk, who=f"Ben {_WORSE}", clock=stage.clock) as desk:
        Review(desk, record.id).second_read(second_claim, Verdict.DISPUTED)
    return stage


@pytest.mark.parametrize("size", [(80, 24), (60, 16)])
async def test_every_pane_and_dialog_shows_it_as_text(hostile: Stage, size: tuple[int, int]) -> None:
    async with hostile.open(size=size) as (pilot, screen):
        await pilot.pause()
        await pilot.press("g")
        assert "[@click=app.quit]" in text_of(pilot)
        assert "\x1b" not in text_of(pilot)
        assert "\u202e" not in text_of(pilot)
        for key in ("m", "C", "s", "P", "n", "t", "e", "f", "colon", "slash", "question_mark", "ctrl+p"):
            await pilot.press("j" if key in {"s", "P", "n"} else "g", key)
            await pilot.pause()
            assert pilot.app.screen is not screen, key
            text_of(pilot)
            if key == "m":
                await pilot.press("enter")
                await pilot.pause()
                text_of(pilot)
                await pilot.press("escape")
            await pilot.press("escape")
            await until(lambda: pilot.app.screen is screen, pilot)
        await pilot.press(
            "g", "A", "right", "space", "down", "escape", "v", "d", "z", "z", "x", "X", "escape", "z", "y", "o"
        )
        await pilot.pause()
        assert pilot.app.return_value is None
        await pilot.press("escape", "escape")
        await pilot.pause(0.1)
        assert "[@click=app.quit]" in text_of(pilot), "the list of articles"


async def test_no_field_sends_a_terminal_what_it_would_obey(hostile: Stage) -> None:
    hostile.config = replace(hostile.config, checker=f"Ann {_WORSE}")
    async with hostile.open() as (pilot, screen):
        for keys in (("at", "enter"), ("r",), ("E",), ("w",), ("I",), ("e",)):
            await pilot.press("g", *keys)
            await pilot.pause()
            assert pilot.app.screen is not screen, keys
            written = text_of(pilot)
            assert not {"\x1b", "\x07", "\u202e", "\u200b"} & {*written}, keys
            await pilot.press("escape")
            await until(lambda: pilot.app.screen is screen, pilot)


async def test_every_message_shows_it_as_text(hostile: Stage) -> None:
    async with hostile.open() as (pilot, screen):
        await pilot.press("g", "j")
        shown = text_of(pilot)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "for Cy [b]" in shown
        assert "second read: ✗ disputed · Ben" in shown
        await pilot.press("s", "shift+tab", "delete")
        assert "source taken off" in text_of(pilot)
        await pilot.press("P")
        shown = text_of(pilot)
        assert "Zoe [b]" in shown
        assert "\x1b" not in shown
        await pilot.press("shift+tab", "delete")
        assert "contact taken off" in text_of(pilot)
        screen.say(HOSTILE)
        screen.notify(HOSTILE, markup=False)
        await pilot.pause()
        await pilot.press("colon")
        screen_now = pilot.app.screen
        from textual.widgets import Input

        screen_now.query_one(Input).value = _SHORT
        await pilot.press("enter")
        await pilot.pause()
        assert "there is no claim" in text_of(pilot)
