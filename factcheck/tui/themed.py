"""An app in the colours of the house, or in others that one chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from factcheck.config import DEFAULT_THEME
from factcheck.tui.keymap import Keymap
from factcheck.tui.themes import OWN, claim_colours

if TYPE_CHECKING:
    from textual.theme import Theme


class ThemedApp(App[None]):
    """Knows the themes of the house, and the claim colours of every theme.

    Args:
        options: As Textual's.
    """

    in_ascii = False
    """Whether the terminal has no arrows."""
    keymap = Keymap()
    """The effective keys."""

    def __init__(self, **options: Any) -> None:
        self._found_themes: dict[str, Theme | None] = {}
        super().__init__(**options)
        for theme in OWN:
            self.register_theme(theme)

    def begin_in(self, theme: str) -> None:
        """Take a theme to begin with: to assign it would parse all styles in Textual's own first, and then in it."""
        self.set_reactive(App.theme, theme if self.get_theme(theme) else DEFAULT_THEME)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme(self, theme_name: str) -> Theme | None:
        """Get a theme by name. Textual asks for each line that it paints, and looks for it anew each time."""
        if theme_name not in self._found_themes:
            self._found_themes[theme_name] = super().get_theme(theme_name)
        return self._found_themes[theme_name]

    def register_theme(self, theme: Theme) -> None:
        """Add a theme."""
        super().register_theme(theme)
        self._found_themes.clear()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The claim colours, for themes that name none."""
        return dict(claim_colours(self.current_theme))
