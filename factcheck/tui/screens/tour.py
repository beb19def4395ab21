"""A short tour for who is new here, with the keys as they are now; it can be called again at any time."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from factcheck.tui.keymap import binding
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.signs import FINDING_SIGN, RELATION_SIGNS, SIGNS, Look

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.widget import Widget

    from factcheck.tui.keymap import Keymap

_PAGES: Final = (
    """
Read, then mark

The article stands beside the claims that were pulled out of it. {claim-next} and {claim-previous} go from
claim to claim in both; {open-next} goes to the next one that is open. {reading-mode} shows the article alone,
for the first read.

{claim-verify} marks it [verified], {claim-dispute} [disputed], {claim-unsource} [unsourced], and goes on to
the next open one. {claim-opinion} says that it is opinion.

Each key is on the desk file before the screen says so. {undo} takes it back, as far as you like.
""",
    """
Say what it rests on

{claim-source} records a source, {claim-note} a note, {claim-contact} whom you asked. In a dialog, Enter
saves; Esc closes it and keeps what you typed.

{claim-query} asks the writer, {claim-replace} suggests how it should read, {claim-resolve} says what became
of it, {claim-legal} puts it before the lawyer.

{calls} lists whom to phone, and shows what is open there. {claims-filter} shows only some of the claims, such
as yours.
""",
    """
Mend the claims

{claim-add} adds a claim that was missed. {claim-grow} {claim-shrink} {claim-grow-left} {claim-shrink-left}
move its ends by a word, {claim-break} breaks it, {claim-merge} merges it with the next, {claim-remove} takes
it off.

{claim-correct} sets right who says it; {block-role} what a paragraph is for, such as caption or credit.
""",
    """
See what does not agree

[finding] is a finding: the article does not agree with itself. {finding-next} goes from side to side,
{article-findings} lists them.

[relations]: what an earlier article said. {claim-matches} shows it word by word, and searches the archive. An
earlier verdict is a lead, never a verdict.
""",
    """
Bring it to its end

{article-rebase} takes in the edited draft: what was changed is to be checked again, the rest goes along.
{article-progress} shows how far it is.

{article-export} writes checklist, memo or call sheet. {article-sign-off} signs off, or lists what is open.

{help} shows all keys, {command-palette} finds a command by its name, {tour} brings this tour back.
""",
)
"""Title, then paragraphs; a command's id in braces stands for its key, a word in brackets for a sign."""

_SIGNS: Final = {
    **{f"[{look.value}]": f"{SIGNS[look]} {look.value}" for look in (Look.VERIFIED, Look.DISPUTED, Look.UNSOURCED)},
    "[finding]": FINDING_SIGN,
    "[relations]": ", ".join(f"{sign} {relation.value}" for relation, sign in RELATION_SIGNS.items()),
}


_HINT: Final = "enter goes on · ← goes back · esc closes"


class TourDialog(Dialog[None]):
    """Page after page: Enter or right goes on, left goes back.

    Args:
        keymap: The effective keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,space,l,j", "turn(1)", show=False),
        Binding("left,h,k,backspace", "turn(-1)", show=False),
        binding("quit", "leave"),
    ]

    def __init__(self, keymap: Keymap) -> None:
        super().__init__("", _HINT)
        self._keymap = keymap
        self._page = 0

    def content(self) -> Iterable[Widget]:
        """The page."""
        yield Static(markup=False, id="page")

    def on_mount(self) -> None:
        """Begin at the first."""
        self._show()

    def action_turn(self, by: int) -> None:
        """Turn the page; after the last one the tour is over."""
        if self._page + by >= len(_PAGES):
            self.dismiss()
        else:
            self._page = max(0, self._page + by)
            self._show()

    def _show(self) -> None:
        title, *paragraphs = (" ".join(part.split()) for part in _PAGES[self._page].split("\n\n"))
        self.rehint(_HINT if self._page + 1 < len(_PAGES) else _HINT.replace("goes on", "ends it"))
        self.retitle(f"{title}  ({self._page + 1} of {len(_PAGES)})")
        self.query_one("#page", Static).update(Content("\n\n").join(map(self._with_keys, paragraphs)))

    def _with_keys(self, text: str) -> Content:
        for word, sign in _SIGNS.items():
            text = text.replace(word, sign)
        # Every second piece is a command's id.
        pieces = text.replace("}", "{").split("{")
        keys = [(self._keymap.shown(name) or "(no key)", "bold") for name in pieces[1::2]]
        return Content.assemble(*(part for pair in zip_longest(pieces[::2], keys, fillvalue="") for part in pair))
