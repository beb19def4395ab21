"""A paste is one text, whatever is in it and however it is cut on its way."""

from __future__ import annotations

import pytest
from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START
from textual.drivers import web_driver

from factcheck.tui.pasting import PasteParser, with_pastes
from factcheck.tui.tab import TabDriver

_PASTED = "a\x1b[31mred\x1b[0m\r\x1b\x1b[20 \x9b1mv\x00d\tü\x1b[200~"
_CLEAN = "a[31mred[0m\r[20 1mvd\tü[200~"


def parsed(*chunks: str) -> list[str]:
    """What comes of it: keys by their names, pastes by their text."""
    parser = PasteParser()
    tokens = [token for chunk in chunks for token in parser.feed(chunk)]
    return [
        f"paste {token.text}" if isinstance(token, events.Paste) else token.key
        for token in tokens
        if isinstance(token, events.Paste | events.Key)
    ]


@pytest.mark.parametrize("size", range(1, 12))
def test_nothing_that_is_pasted_becomes_a_key(size: int) -> None:
    sent = (
        f"v{BRACKETED_PASTE_START}{_PASTED}{BRACKETED_PASTE_END}d\x1b[A{BRACKETED_PASTE_START}x{BRACKETED_PASTE_END}u"
    )
    chunks = [sent[start : start + size] for start in range(0, len(sent), size)]
    assert parsed(*chunks) == ["v", f"paste {_CLEAN}", "d", "up", "paste x", "u"]


def test_keys_are_what_they_were() -> None:
    assert parsed("\x1b[B\x1b[I", "j") == ["down", "j"]


def test_a_long_paste_of_colours_costs_no_more_than_its_length() -> None:
    words = "\x1b[32mverified\x1b[0m " * 20_000
    (paste,) = parsed(BRACKETED_PASTE_START, words, BRACKETED_PASTE_END)
    assert len(paste) == len("paste ") + len(words) - 40_000


def test_each_driver_reads_so() -> None:
    assert with_pastes(TabDriver) is TabDriver
    assert getattr(web_driver, "XTermParser") is PasteParser  # noqa: B009  # not for mypy
