"""What the dialogs share: a frame with a title and a line of keys; Esc closes."""

from __future__ import annotations

import traceback
from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, Self, TypeVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from factcheck.errors import FactcheckError, UsageError
from factcheck.tui import sheets
from factcheck.tui.keymap import Keymap, binding, moving, spelled
from factcheck.tui.themed import ThemedApp
from factcheck.tui.widgets.area import Area
from factcheck.tui.widgets.field import Field
from factcheck.tui.wrap import cells, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App, ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType
    from textual.widget import Widget

T = TypeVar("T")

_COLUMN = 24
"""Cells of a choice behind which all explanations of a list stand below each other; a longer one pushes its own on."""


def keymap_of(app: App[object]) -> Keymap:
    """The effective keys."""
    return app.keymap if isinstance(app, ThemedApp) else Keymap()


def hint(app: App[object], text: str) -> Content:
    """What the keys do, as the terminal can show it; a command's id in braces stands for its key."""
    in_ascii = isinstance(app, ThemedApp) and app.in_ascii
    return Content(shown(keymap_of(app).told(spelled(text) if in_ascii else text)))


class Dialog(ModalScreen[T]):
    """A frame over the screen. What is typed in it cannot reach the letters of the screen below.

    Args:
        title: Stands on top.
        hint: What the keys do, on the bottom line; a command's id in braces stands for its key.
    """

    CSS_PATH = sheets.OTHERS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (25, "-roomy")]  # noqa: RUF012  # Textual declares it so

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self._title = title
        self._hint = hint

    def compose(self) -> ComposeResult:
        """Title, content, hint."""
        with Vertical(classes="dialog"):
            yield Static(Content(shown(self._title)), classes="dialog--title", id="dialog-title", markup=False)
            yield from self.content()
            yield Static(hint(self.app, self._hint), classes="dialog--hint", id="dialog-hint", markup=False)

    @abstractmethod
    def content(self) -> Iterable[Widget]:
        """What stands between title and hint."""

    @property
    def stands(self) -> bool:
        """Whether its widgets are there: once it is mounted, and until it or the app closes, before it is unmounted."""
        return self.app.is_running and self.is_mounted and self in self.app.screen_stack

    def rehint(self, text: str) -> None:
        """Say something else about the keys."""
        self.query_one("#dialog-hint", Static).update(hint(self.app, text))

    def retitle(self, title: str) -> None:
        """Say something else on top."""
        self.query_one("#dialog-title", Static).update(Content(shown(title)))

    def action_leave(self) -> None:
        """Close without doing anything."""
        self.dismiss(None)


class Form(Dialog[T]):
    """A dialog with fields: Enter saves from each of them, and so does ctrl+s, as in other programs.

    In each of them ctrl+a selects all, to be typed over: a `TextArea` itself has only F7 for that, and an `Input` would
    go to its start, where the home key goes, too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,ctrl+s", "save", show=False),
        Binding("ctrl+a", "select_field", show=False, priority=True),
        # What is typed right behind it, before the field has heard of it, belongs into the next one.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    _complained = False

    def action_select_field(self) -> None:
        """Select all that stands in the field with the focus."""
        if isinstance(self.focused, (Input, TextArea)):
            self.focused.action_select_all()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save: a line of text keeps Enter for itself."""
        event.stop()
        self.action_save()

    def want(self, field: str, what: str) -> None:
        """Go to a field in which something is missing, and say what, in the place of what was said before."""
        self.query_one(f"#{field}", Input).focus()
        self.app.clear_notifications()
        self.notify(what, severity="warning", markup=False)
        self._complained = True

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close; what was missing in a field is said no more, so that it stands over nothing below."""
        if self._complained:
            self.app.clear_notifications()
        return super().dismiss(result)

    @abstractmethod
    def action_save(self) -> None:
        """Hand over what stands in the fields, and close."""


@dataclass(frozen=True, slots=True)
class Typed(Generic[T]):
    """What stood in a dialog when it was closed."""

    value: T
    save: bool
    """False when it was left: the value is then kept as a draft."""


class DraftForm(Form[Typed[T]]):
    """A form that is never left with loss: Esc hands over what was typed as a draft."""

    @abstractmethod
    def typed(self) -> T:
        """What stands in the fields."""

    def action_save(self) -> None:
        """Hand over what was typed."""
        self.dismiss(Typed(self.typed(), save=True))

    def action_leave(self) -> None:
        """Close, and keep what was typed as a draft."""
        self.dismiss(Typed(self.typed(), save=False))


class AskDialog(Form[str]):
    """Asks for one line of text.

    Args:
        title: What is asked.
        hint: What the keys do.
        value: Stands there already, selected.
        check: Raises `UsageError` for what cannot be taken: it is told, and the line stays to be mended.
    """

    def __init__(self, title: str, hint: str, value: str = "", *, check: Callable[[str], object] | None = None) -> None:
        super().__init__(title, hint)
        self._value = value
        self._check = check

    def content(self) -> Iterable[Widget]:
        """The line."""
        yield Field(self._value, id="asked", compact=True, select_on_focus=True)

    def action_save(self) -> None:
        """Take what was typed, when it can be taken."""
        typed = self.query_one(Input).value
        try:
            if self._check is not None:
                self._check(typed)
        except UsageError as error:
            self.want("asked", str(error))
        else:
            self.dismiss(typed)


class RecordedList(OptionList):
    """What is recorded already, below the fields for more of it."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("entry-drop")]

    @dataclass
    class Dropped(Message):
        """One is to be taken off."""

        index: int

    def action_entry_drop(self) -> None:
        """Ask for the one under the cursor to be taken off."""
        if self.highlighted is not None:
            self.post_message(self.Dropped(self.highlighted))


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Something that can be picked."""

    value: T
    text: str
    more: str = ""
    """What is said about it, in a quiet voice."""


class ListDialog(Dialog[T]):
    """A dialog around a list, in which the keys of the claims move as they do below it."""

    BINDINGS = moving("move")

    def action_move(self, by: int) -> None:
        """Go down or up."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()


class SearchDialog(ListDialog[T]):
    """A list below a line whose words say what stands in it."""

    BINDINGS: ClassVar[list[BindingType]] = [binding("list-search")]

    def searched(self, typed: str) -> bool:
        """Whether what was typed is only the key that leads to the line, pressed in it; it is taken out again."""
        key = keymap_of(self.app).shown("list-search")
        again = typed == key and not key.isalnum()
        if again:
            self.query_one(Input).value = ""
        return again

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to what was found."""
        event.stop()
        self._enter_list()

    def action_list_search(self) -> None:
        """Go to the line with words."""
        self.query_one(Input).focus()

    def action_move(self, by: int) -> None:
        """Go down or up, from the line into the list."""
        if isinstance(self.focused, Input):
            self._enter_list()
        else:
            super().action_move(by)

    def _enter_list(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            options.focus()


class PickDialog(ListDialog[T]):
    """Asks for one of several things.

    Args:
        title: What is asked.
        choices: What can be picked, one at least.
        chosen: Index of the one that the cursor stands on.
        hint: What the keys do.
    """

    def __init__(
        self, title: str, choices: Sequence[Choice[T]], *, chosen: int = 0, hint: str = "enter picks · esc closes"
    ) -> None:
        super().__init__(title, hint)
        self._choices = choices
        self._chosen = chosen
        widths = [cells(shown(choice.text)) for choice in choices if choice.more]
        self._column = max((width for width in widths if width <= _COLUMN), default=0)

    def content(self) -> Iterable[Widget]:
        """The list."""
        yield OptionList(*(Option(self._prompt(choice)) for choice in self._choices), markup=False, compact=True)

    def _prompt(self, choice: Choice[T]) -> Content:
        text = shown(choice.text)
        if not choice.more:
            return Content(text)
        gap = " " * max(2, self._column + 2 - cells(text))
        return Content.assemble(text, (f"{gap}{shown(choice.more)}", "$claim-quiet"))

    def on_mount(self) -> None:
        """Put the cursor on what holds now."""
        self.query_one(OptionList).highlighted = self._chosen

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        event.stop()
        self.dismiss(self._choices[event.option_index].value)


class ConfirmDialog(Dialog[bool]):
    """Asks before something is replaced: Enter does it, Esc does not."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", show=False)]

    def __init__(self, title: str, text: str, *, agree: str) -> None:
        super().__init__(title, f"enter {agree} · esc leaves it as it is")
        self._text = text

    def content(self) -> Iterable[Widget]:
        """What it is about."""
        yield Static(Content("\n".join(map(shown, self._text.splitlines()))), markup=False)

    def action_agree(self) -> None:
        """Do it."""
        self.dismiss(True)


def reopening(title: str) -> ConfirmDialog:
    """Asks whether an article that is signed off is to be checked again."""
    return ConfirmDialog("Reopen?", title, agree="checks it again; it is archive no more")


class TextDialog(Dialog[T]):
    """Tells something at length. The text can be selected and copied.

    Args:
        title: Stands on top.
        text: Its lines.
        hint: What the keys do besides.
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding("text-copy")]

    def __init__(self, title: str, text: str, hint: str = "") -> None:
        super().__init__(title, f"{{text-copy}} copies the text · {f'{hint} · ' if hint else ''}esc closes")
        self._text = text

    def content(self) -> Iterable[Widget]:
        """The text."""
        text = "\n".join(shown(line) for line in self._text.splitlines())
        area = Area(text, read_only=True, compact=True, soft_wrap=True, highlight_cursor_line=False)
        # It has the focus, so that arrows scroll it, and takes no letter from the dialog, as it is read-only.
        area.styles.height, area.styles.max_height = "auto", 12
        yield area

    def action_text_copy(self) -> None:
        """Copy the text as it is."""
        self.app.copy_to_clipboard(self._text)
        self.notify("copied", markup=False)


class ErrorDialog(TextDialog[None]):
    """Tells what went wrong; any of the closing keys only closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "leave", show=False), binding("quit", "leave")]

    @classmethod
    def of(cls, error: BaseException, doing: str = "") -> Self:
        """Tell of an error: in words where it has some, else with the traceback, for a report.

        Args:
            error: What went wrong.
            doing: What was being done.
        """
        title = f"Failed: {doing}" if doing else "That did not work"
        if not isinstance(error, FactcheckError):
            return cls(title, "".join(traceback.format_exception(error)))
        return cls(title, f"{error.what}\n\nWhat to do: {error.todo}" if error.todo else error.what)
