"""Choosing which claims to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widgets import Input, Label

from factcheck.model import ANSWERED, Resolution, Section, Verdict
from factcheck.review.navigate import Filter
from factcheck.tui.screens.dialog import Form
from factcheck.tui.widgets.field import Field
from factcheck.tui.widgets.options import OptionRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

    from factcheck.model import ClaimRecord

_ALL = "all"
_OPEN = "open"
_RECHECK = "re-check"
_OPINION = "opinion"
_TO_WRITER = "to the writer"
_LEGAL = "for the lawyer"
_BECAME = (_ALL, "query", ANSWERED, "changed", "stet", "cut", _LEGAL)


class FilterDialog(Form[Filter]):
    """Every condition in one frame; only what the article has can be chosen.

    Args:
        claims: All claims of the article.
        now: The filter that holds.
        checker: Whose claims are *mine*.
    """

    def __init__(self, claims: Sequence[ClaimRecord], now: Filter, checker: str = "") -> None:
        super().__init__("Which claims to show", "enter shows them · tab next · ← → choose · esc closes")
        self._shows = (_ALL, _OPEN, _RECHECK, *(verdict.value for verdict in Verdict), _OPINION, _TO_WRITER)
        present = {record.claim.section for record in claims}
        self._sections = (_ALL, *(section.value for section in Section if section in present))
        self._kinds = (_ALL, *sorted({kind for record in claims for kind in record.claim.kinds}))
        # The one that is asked for may have no claim any more.
        self._assigned = sorted({*(record.assignee for record in claims), now.assignee or ""} - {"", checker})
        self._people = (None, checker, *self._assigned, "")
        self._now = now

    def content(self) -> Iterable[Widget]:
        """The conditions."""
        now = self._now
        show = _state(now) or _ALL
        with Container(classes="fields"):
            yield Label("State")
            yield OptionRow(self._shows, self._shows.index(show), id="show")
            yield Label("For")
            people = (_ALL, "me", *self._assigned, "nobody")
            yield OptionRow(people, self._people.index(now.assignee), id="assignee")
            yield Label("Became")
            yield OptionRow(_BECAME, _place(_BECAME, _became(now)), id="became")
            yield Label("Section")
            yield OptionRow(self._sections, _place(self._sections, now.section and now.section.value), id="section")
            yield Label("Kind")
            yield OptionRow(self._kinds, _place(self._kinds, now.kind), id="kind")
            yield Label("Finding")
            yield OptionRow((_ALL, "with one"), int(now.finding), id="finding")
            yield Label("Earlier")
            yield OptionRow((_ALL, "met before"), int(now.match), id="match")
            yield Label("Speaker")
            yield Field(now.speaker, id="speaker", compact=True)
            yield Label("Source")
            yield Field(now.source, id="source", compact=True, placeholder="name, place, or who was asked")
            yield Label("Words")
            yield Field(now.text, id="text", compact=True, placeholder="in the claim, its note or its sources")

    def action_save(self) -> None:
        """Take the filter."""
        rows = ("show", "became", "section", "kind")
        show, became, section, kind = (self.query_one(f"#{name}", OptionRow).word for name in rows)
        self.dismiss(
            Filter(
                open=show == _OPEN,
                recheck=show == _RECHECK,
                to_writer=show == _TO_WRITER,
                opinion=show == _OPINION,
                verdict=Verdict(show) if show in tuple(Verdict) else None,
                resolution=Resolution(became) if became in tuple(Resolution) else None,
                answered=became == ANSWERED,
                legal=became == _LEGAL,
                section=None if section == _ALL else Section(section),
                kind="" if kind == _ALL else kind,
                assignee=self._people[self.query_one("#assignee", OptionRow).chosen],
                speaker=self.query_one("#speaker", Input).value.strip(),
                source=self.query_one("#source", Input).value.strip(),
                text=self.query_one("#text", Input).value.strip(),
                party=self._now.party,
                finding=bool(self.query_one("#finding", OptionRow).chosen),
                match=bool(self.query_one("#match", OptionRow).chosen),
            )
        )


def _place(words: Sequence[str], word: str | None) -> int:
    return words.index(word) if word in words else 0


def _state(wanted: Filter) -> str:
    """The word for the state that is asked for, empty when none is."""
    told = (
        (_OPEN, wanted.open),
        (_RECHECK, wanted.recheck),
        (_OPINION, wanted.opinion),
        (_TO_WRITER, wanted.to_writer),
    )
    return next((word for word, holds in told if holds), wanted.verdict.value if wanted.verdict else "")


def _became(wanted: Filter) -> str:
    """The word for what became of the claims that are asked for, empty when that is not asked."""
    told = ((ANSWERED, wanted.answered), (_LEGAL, wanted.legal))
    return next((word for word, holds in told if holds), wanted.resolution.value if wanted.resolution else "")


def chips(wanted: Filter) -> str:
    """A filter in words, for the line that says that it holds."""
    parts = [
        _state(wanted),
        _became(wanted),
        wanted.section.value if wanted.section else "",
        wanted.kind,
        "" if wanted.assignee is None else f"for {wanted.assignee or 'nobody'}",
        f"said by “{wanted.speaker}”" if wanted.speaker else "",
        f"resting on “{wanted.source}”" if wanted.source else "",
        f"to ask: {wanted.party}" if wanted.party else "",
        "with a finding" if wanted.finding else "",
        "met before" if wanted.match else "",
        f"“{wanted.text}”" if wanted.text else "",
    ]
    return " · ".join(filter(None, parts))
