"""Recording what a verdict rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, Static
from textual.widgets.option_list import Option

from factcheck.errors import UsageError
from factcheck.model import Source, SourceKind
from factcheck.review.typed import parse_day
from factcheck.tui.screens.dialog import DraftForm, RecordedList, Typed, hint
from factcheck.tui.widgets.field import Field
from factcheck.tui.widgets.options import OptionRow
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from textual.widget import Widget

_KINDS = tuple(SourceKind)


@dataclass(frozen=True, slots=True)
class SourceGiven:
    """What the checker wants with the sources."""

    source: Source
    """A new one, as far as it was told."""
    drop: Source | None = None
    """One that is no longer a source of this claim; the new one is a draft then."""
    accessed: str = ""
    """When it was looked at, as it was typed."""
    also: str = ""
    """Which other claims rest on it, as it was typed."""

    @classmethod
    def nothing(cls, today: date, proposed: Source | None = None) -> SourceGiven:
        """What the fields hold before anything is typed: the source that the writer named, where there is one.

        That one was not looked at by being named: its day is the checker's to say.
        """
        return cls(proposed or Source(_KINDS[0], ""), accessed="" if proposed else today.isoformat())


class NameInput(Field):
    """A name, which → completes to a known one."""

    class Completed(Message):
        """The suggestion was taken."""

    def action_cursor_right(self, select: bool = False) -> None:
        """Take the suggestion, or go on by a letter."""
        before = self.value
        super().action_cursor_right(select)
        if self.value != before:
            self.post_message(self.Completed())


class SourceDialog(DraftForm[SourceGiven]):
    """Name, locator, note and kind of a source; those the claim has stand below and can be taken off.

    Args:
        title: Says which claim.
        present: The claim's sources.
        known: All sources of the desk, those used last first, for completion.
        draft: What was typed when the dialog was left the last time.
        check: Finds fault with a list of claims.
    """

    def __init__(
        self,
        title: str,
        present: Sequence[Source],
        known: Sequence[Source],
        draft: SourceGiven,
        check: Callable[[str], object],
    ) -> None:
        hint = "enter or ctrl+s saves · tab next field · → takes the suggestion · esc closes, the draft is kept"
        super().__init__(title, hint)
        self._present = present
        self._names = list(dict.fromkeys(source.name for source in known))
        # Of several places under one name, the one that was used last.
        self._known = {source.name.casefold(): source for source in reversed(known)}
        self._taken: Source | None = None
        self._draft = draft.source
        self._accessed = draft.accessed
        self._also = draft.also
        self._check = check

    def content(self) -> Iterable[Widget]:
        """The fields."""
        with Container(classes="fields"):
            yield Label("Name")
            yield NameInput(
                self._draft.name,
                id="name",
                compact=True,
                select_on_focus=False,
                placeholder="who or what says so",
                suggester=SuggestFromList(self._names, case_sensitive=False),
            )
            yield Label("Where")
            yield Field(
                self._draft.locator, id="locator", compact=True, placeholder="address, file and page, phone, time"
            )
            yield Label("Note")
            yield Field(self._draft.note, id="about", compact=True)
            yield Label("Kind")
            yield OptionRow([kind.value for kind in _KINDS], _KINDS.index(self._draft.kind), id="kind")
            yield Label("Accessed")
            yield Field(self._accessed, id="accessed", compact=True, placeholder="no day")
            yield Label("Also for")
            yield Field(
                self._also,
                id="also",
                compact=True,
                select_on_focus=False,
                placeholder="claims: 3, 5-9, or all (those listed)",
            )
        if self._present:
            told = "Sources of this claim (in the list {entry-drop} takes one off):"
            yield Static(hint(self.app, told).stylize("$claim-quiet"), markup=False)
            yield RecordedList(*(Option(_line(source)) for source in self._present), markup=False, compact=True)

    def action_save(self) -> None:
        """Save, or go to the field in which something is missing."""
        self._take_known()
        given = self.typed()
        if not given.source.name:
            self.want("name", "a source wants a name")
            return
        try:
            accessed = parse_day(given.accessed)
        except UsageError as error:
            self.want("accessed", str(error))
            return
        try:
            self._check(given.also)
        except UsageError as error:
            self.want("also", str(error))
        else:
            self.dismiss(Typed(replace(given, source=replace(given.source, accessed=accessed)), save=True))

    def on_input_blurred(self, event: Input.Blurred) -> None:
        """Take what is known about a source of this name."""
        if event.input.id == "name":
            self._take_known()

    def on_name_input_completed(self) -> None:
        """The same, to be seen before it is saved."""
        self._take_known()

    def _take_known(self) -> None:
        """Fill in what is known about a source that was named before, once: what is cleared then stays so."""
        name = self.query_one("#name", Input)
        known = self._known.get(name.value.strip().casefold())
        if known is None or known is self._taken:
            return
        self._taken = known
        locator, note = self.query_one("#locator", Input), self.query_one("#about", Input)
        if not (locator.value or note.value):
            name.value, locator.value, note.value = known.name, known.locator, known.note
            self.query_one(OptionRow).chosen = _KINDS.index(known.kind)

    def on_recorded_list_dropped(self, message: RecordedList.Dropped) -> None:
        """Take a source off the claim."""
        self.dismiss(Typed(replace(self.typed(), drop=self._present[message.index]), save=True))

    def typed(self) -> SourceGiven:
        """The new source, as far as it was told."""
        fields = ("name", "locator", "about", "accessed", "also")
        name, locator, note, accessed, also = (self.query_one(f"#{field}", Input).value.strip() for field in fields)
        source = Source(_KINDS[self.query_one(OptionRow).chosen], name, locator, note)
        return SourceGiven(source, accessed=accessed, also=also)


def _line(source: Source) -> Content:
    more = "".join(f" · {part}" for part in (source.locator, source.note) if part)
    return Content.assemble(
        (f"{source.kind.value}: ", "$claim-quiet"), shown(source.name), (shown(more), "$claim-quiet")
    )
