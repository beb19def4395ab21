"""What would come of a filled-in checklist, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

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
    from factcheck.model import ArticleId, ArticleRecord, Checklist, ImportChange, ImportQuestion, NotTaken

_MANY: Final = 100
"""Rows that fill the window, whatever its height."""


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
        cells = (*self.own.not_taken, *(cell for cell in self.agreed.not_taken if cell.number in taken))
        return Imported((*self.own.changes, *changes), tuple(left), self.own.same, cells)


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
        self._agreed: defaultdict[int, list[ImportChange]] = defaultdict(list)
        for change in offered.agreed.changes:
            self._agreed[change.number].append(change)
        self._asked: defaultdict[int, list[ImportQuestion]] = defaultdict(list)
        for question in offered.own.questions:
            if question.number in self._askable:
                self._asked[question.number].append(question)
        self._remark = remark
        self._taken: frozenset[int] = frozenset()
        self._rows: list[int | None] = []

    def content(self) -> Iterable[Widget]:
        """What comes of it, and the list."""
        yield Static(markup=False, id="counts")
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """List it."""
        lines = [*self._lines()]
        self._rows = [number for number, _ in lines]
        options = self.query_one(OptionList)
        # What is as high as its rows has all of them measured, twice, whenever anything is laid out.
        options.set_class(len(lines) > _MANY, "-many")
        options.add_options([Option(line) for _, line in lines])
        options.highlighted = 0 if lines else None
        options.focus()
        self._count()

    def _count(self) -> None:
        counts = (describe_import(self._offered.with_consent(self._taken)), self._remark)
        self.query_one("#counts", Static).update(Content("\n".join(map(shown, filter(None, counts)))))

    def _lines(self) -> Iterator[tuple[int | None, Content]]:
        """What is said, with the number of the claim where a row is left that wants only consent."""
        for change in self._offered.own.changes:
            yield None, _change(change)
        for question in self._offered.own.questions:
            number = question.number if question.number in self._asked else None
            if number is None:
                yield None, _question(question, ())
            elif question is self._asked[number][0]:
                # A row that is left for two reasons is taken for both at once.
                yield number, self._row(number)
        for line in _not_taken(self._offered.own.not_taken):
            yield None, line

    def _row(self, number: int) -> Content:
        """A row that is left, or taken all the same."""
        changes = self._agreed[number]
        if number not in self._taken:
            return Content("\n").join(_question(question, changes) for question in self._asked[number])
        cells = [cell for cell in self._offered.agreed.not_taken if cell.number == number]
        return Content("\n").join((*(_change(change, "all the same") for change in changes), *_not_taken(cells)))

    def action_row_consent(self) -> None:
        """Take a row that is left, or leave it again."""
        options = self.query_one(OptionList)
        at = options.highlighted
        number = None if at is None else self._rows[at]
        if at is None or number is None:
            why = "only a row that is left, and wants no mending in the file, is taken so"
            self.notify(why, severity="error", markup=False)
            return
        self._taken = self._taken ^ {number}
        options.replace_option_prompt_at_index(at, self._row(number))
        self._count()

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


def _not_taken(cells: Iterable[NotTaken]) -> Iterator[Content]:
    for line in told(cells):
        yield Content.assemble(("not taken  ", "bold"), (shown(line), "$claim-quiet"))


def _question(question: ImportQuestion, wanted: Sequence[ImportChange]) -> Content:
    """Why a row is left, and what it says where consent is enough."""
    named = question.place if question.number is None else f"#{question.number} ({question.place})"
    says = "; ".join(f"{change.what}: {change.before or '–'} → {change.after or '–'}" for change in wanted)
    return Content.assemble(
        (f"left  {shown(named)}: ", "bold"), shown(f"{says} · " if says else ""), (shown(question.text), "$claim-quiet")
    )
