"""Recording who was asked about a claim."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.containers import Container
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from factcheck.errors import UsageError
from factcheck.model import Contact, ContactOutcome, ContactWay
from factcheck.review.typed import parse_when
from factcheck.tui.screens.dialog import DraftForm, RecordedList, Typed, hint
from factcheck.tui.widgets.field import Field
from factcheck.tui.widgets.options import OptionRow
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.widget import Widget

_WAYS = tuple(ContactWay)
_OUTCOMES = tuple(ContactOutcome)


@dataclass(frozen=True, slots=True)
class ContactGiven:
    """What the checker wants with the contacts."""

    contact: Contact
    """As far as it was told."""
    instead: Contact | None = None
    """One of the claim's own that it is to replace."""
    drop: Contact | None = None
    """One that is to be taken off; the other is a draft then."""

    @classmethod
    def nobody(cls, when: str) -> ContactGiven:
        """What the fields hold before anything is typed."""
        # Nothing is said to have come of it that the checker did not say.
        return cls(Contact("", _WAYS[0], when, ContactOutcome.PENDING))


class ContactDialog(DraftForm[ContactGiven]):
    """Who was asked, when, how, and what came of it; those asked before stand below, to be changed or taken off.

    Args:
        title: Says which claim.
        present: The claim's contacts.
        known: Names on the desk, for completion.
        draft: What stands in the fields.
    """

    def __init__(self, title: str, present: Sequence[Contact], known: Sequence[str], draft: ContactGiven) -> None:
        hint = "enter or ctrl+s saves · tab next field · → takes the suggestion · esc closes, the draft is kept"
        super().__init__(title, hint)
        self._present = present
        self._known = known
        self._draft = draft

    def content(self) -> Iterable[Widget]:
        """The fields."""
        contact = self._draft.contact
        with Container(classes="fields"):
            yield Label("Who")
            yield Field(
                contact.who,
                id="who",
                compact=True,
                select_on_focus=False,
                placeholder="name, office or body",
                suggester=SuggestFromList(self._known, case_sensitive=False),
            )
            yield Label("When")
            yield Field(contact.when, id="when", compact=True)
            yield Label("Note")
            yield Field(contact.note, id="about", compact=True, select_on_focus=False)
            yield Label("How")
            yield OptionRow([way.value for way in _WAYS], _WAYS.index(contact.how), id="how")
            yield Label("Outcome")
            yield OptionRow([one.value for one in _OUTCOMES], _OUTCOMES.index(contact.outcome), id="outcome")
        if self._present:
            told = "Asked before (in the list enter changes one, {entry-drop} takes it off):"
            yield Static(hint(self.app, told).stylize("$claim-quiet"), markup=False)
            yield RecordedList(*(Option(_line(contact)) for contact in self._present), markup=False, compact=True)

    def action_save(self) -> None:
        """Save, or go to the field in which something is missing."""
        contact = self.typed().contact
        if not contact.who:
            self.want("who", "a contact wants a name")
            return
        try:
            parse_when(contact.when)
        except UsageError as error:
            self.want("when", str(error))
        else:
            super().action_save()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Put a contact into the fields, to be changed."""
        event.stop()
        contact = self._present[event.option_index]
        self._draft = ContactGiven(contact, instead=contact)
        for field, text in (("#about", contact.note), ("#when", contact.when), ("#who", contact.who)):
            self.query_one(field, Input).value = text
        self.query_one("#how", OptionRow).chosen = _WAYS.index(contact.how)
        self.query_one("#outcome", OptionRow).chosen = _OUTCOMES.index(contact.outcome)
        self.query_one("#outcome", OptionRow).focus()

    def on_recorded_list_dropped(self, message: RecordedList.Dropped) -> None:
        """Take a contact off the claim."""
        self.dismiss(Typed(replace(self.typed(), drop=self._present[message.index]), save=True))

    def typed(self) -> ContactGiven:
        """The contact, as far as it was told."""
        who, when, note = (self.query_one(f"#{field}", Input).value.strip() for field in ("who", "when", "about"))
        how, outcome = self.query_one("#how", OptionRow).chosen, self.query_one("#outcome", OptionRow).chosen
        return replace(self._draft, contact=Contact(who, _WAYS[how], when, _OUTCOMES[outcome], note))


def _line(contact: Contact) -> Content:
    more = "".join(f" · {part}" for part in (contact.when, contact.note) if part)
    text = f"{contact.who} · {contact.outcome.value}"
    return Content.assemble((f"{contact.how.value}: ", "$claim-quiet"), shown(text), (shown(more), "$claim-quiet"))
