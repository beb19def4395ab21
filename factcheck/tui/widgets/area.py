"""A field of several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.types import WatchCallbackType


class Area(TextArea):
    """A `TextArea` that goes with its dialog.

    Textual's watches the app's theme, and an app keeps all that ever watched it: a hundred notes, a hundred fields.
    """

    def watch(
        self,
        obj: DOMNode,
        attribute_name: str,
        callback: WatchCallbackType,
        init: bool = True,  # as Textual has it
    ) -> None:
        """Watch something; the app's theme by its signal, which can be left."""
        if obj is self.app and attribute_name == "theme":
            self.app.theme_changed_signal.subscribe(self, lambda _: self.call_next(callback))
        else:
            super().watch(obj, attribute_name, callback, init)

    def on_unmount(self) -> None:
        """Leave the signal."""
        self.app.theme_changed_signal.unsubscribe(self)
