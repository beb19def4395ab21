"""What would come of a filled-in checklist, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from factcheck.model import Imported
from factcheck.review.not_taken import told
from factcheck.review.wording import describe_import
from factcheck.tui.keymap import binding
from factcheck.tui.screens.dialog import ListDialog
from factcheck.tui.wrap import shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.checklist.sheet import Sheet
    from factcheck.model import ArticleId, ArticleRecord, Checklist, ImportChange, ImportQuestion


@dataclass(frozen=True, slots=True)
class Offered:
    """What a file changes of its own, and what it would change with consent to every row."""

    own: Imported
    agreed: Imported

    @property
    def askable(self) -> frozenset[int]:
        """Numbers of the claims whose rows want only consent."""
        never = {question.number for question in self.agreed.questions}
        return frozenset(
            question.number
            for question in self.own.questions
            if question.number is not None and question.number not in never
        )

    def with_consent(self, taken: Collection[int]) -> Imported:
        """What comes of it with consent to the rows of these claims."""
        changes = [change for change in self.agreed.changes if change.number in taken]
        left = [question for question in self.own.questions if question.number not in taken]
        return Imported((*self.own.changes, *changes), tuple(left), self.own.same, self.own.not_taken)


@dataclass
class SheetCompared(Message):
    """A filled-in checklist was compared with the desk."""

    sheet: Sheet
    record: ArticleRecord
    offered: Offered
    again: bool = False
    """Whether it was shown before, and the desk has changed since."""


@dataclass
class SheetRestorable(Message):
    """A checklist is of an article that is not on the desk, and tells all of it."""

    name: str
    checklist: Checklist


@dataclass
class SheetTaken(Message):
    """A filled-in checklist is on the desk."""

    article: ArticleId
    told: str
    """What was done, in words."""
    undoable: bool


class SheetDialog(ListDialog[frozenset[int]]):
    """The changes, and the rows that are left with the reason; to some of those one can consent.

    It gives the numbers of the claims that are to be written though they were changed since.

    Args:
        name: What the file is called.
        offered: What would come of it.
        remark: What else is to be known; empty for nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [binding("row-consent")]

    def __init__(self, name: str, offered: Offered, remark: str = "") -> None:
        super().__init__(
            name, "enter writes the changes · {row-consent} takes a row that is left all the same · esc writes nothing"
        )
        self._offered = offered
        self._askable = offered.askable
        self._agreed: dict[int, list[ImportChange]] = {}
        for change in offered.agreed.changes:
            self._agreed.setdefault(change.number, []).append(change)
        self._remark = remark
        self._taken: frozenset[int] = frozenset()
        self._rows: list[int | None] = []

    def content(self) -> Iterable[Widget]:
        """What comes of it, and the list."""
        yield Static(markup=False, id="counts")
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """List it."""
        self._fill()

    def _fill(self) -> None:
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        lines = [*self._lines()]
        self._rows = [number for number, _ in lines]
        options.clear_options()
        options.add_options([Option(line) for _, line in lines])
        options.highlighted = min(at, len(lines) - 1) if lines else None
        options.focus()
        counts = (describe_import(self._offered.with_consent(self._taken)), self._remark)
        self.query_one("#counts", Static).update(Content("\n".join(map(shown, filter(None, counts)))))

    def _lines(self) -> Iterator[tuple[int | None, Content]]:
        """The claim whose row wants only consent, and what is said; a row stays in its place when it is taken."""
        for change in self._offered.own.changes:
            yield None, _change(change)
        # A row that is left for two reasons is taken for both at once.
        done = set()
        for question in self._offered.own.questions:
            number = question.number if question.number in self._askable else None
            wanted = [] if number is None else self._agreed.get(number, [])
            if number not in self._taken:
                yield number, _question(question, wanted)
            elif number not in done:
                done.add(number)
                yield from ((number, _change(change, "all the same")) for change in wanted)
        for line in told(self._offered.own.not_taken):
            yield None, Content.assemble(("not taken  ", "bold"), (shown(line), "$claim-quiet"))

    def action_row_consent(self) -> None:
        """Take a row that is left, or leave it again."""
        at = self.query_one(OptionList).highlighted
        number = None if at is None else self._rows[at]
        if number is None:
            why = "only a row that is left, and wants no mending in the file, is taken so"
            self.notify(why, severity="error", markup=False)
            return
        self._taken = self._taken ^ {number}
        self._fill()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Write it."""
        event.stop()
        if self._offered.with_consent(self._taken).changes:
            self.dismiss(self._taken)
        else:
            self.notify("there is nothing to write", severity="error", markup=False)


def _change(change: ImportChange, more: str = "") -> Content:
    return Content.assemble(
        (f"#{change.number} {change.what}: ", "bold"),
        shown(change.before) or "–",
        (" → ", "$claim-quiet"),
        shown(change.after) or "–",
        (f"  {more}" if more else "", "$claim-quiet"),
    )


def _question(question: ImportQuestion, wanted: Sequence[ImportChange]) -> Content:
    """Why a row is left, and what it says where consent is enough."""
    named = question.place if question.number is None else f"#{question.number} ({question.place})"
    says = "; ".join(f"{change.what}: {change.before or '–'} → {change.after or '–'}" for change in wanted)
    return Content.assemble(
        (f"left  {shown(named)}: ", "bold"), shown(f"{says} · " if says else ""), (shown(question.text), "$claim-quiet")
    )
