"""The two themes of the house, and the claim colours for every other theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

DARK: Final = Theme(
    name="factcheck-dark",
    primary="#86b1e0",
    secondary="#7c8798",
    accent="#e3b667",
    warning="#e3b667",
    error="#ee8a7d",
    success="#8ac691",
    foreground="#d9dce2",
    background="#15181d",
    surface="#1b1f26",
    panel="#252b34",
    dark=True,
    variables={
        "claim-verified": "#8ac691",
        "claim-disputed": "#ee8a7d",
        "claim-unsourced": "#e3b667",
        "claim-open": "#d9dce2",
        "claim-opinion": "#a5a0c4",
        "claim-cursor": "#2d4159",
        "claim-overlap": "#20262f",
        "claim-hit": "#6b5517",
        "claim-quiet": "#8790a0",
        "footer-background": "#1b1f26",
        "block-cursor-foreground": "#d9dce2",
        "block-cursor-background": "#2d4159",
        "block-cursor-text-style": "none",
    },
)

LIGHT: Final = Theme(
    name="factcheck-light",
    primary="#2c62a5",
    secondary="#6c7480",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#29723a",
    foreground="#23262b",
    background="#fbfaf6",
    surface="#f4f2ec",
    panel="#e7e4db",
    dark=False,
    variables={
        "claim-verified": "#29723a",
        "claim-disputed": "#b3261e",
        "claim-unsourced": "#8a5a00",
        "claim-open": "#23262b",
        "claim-opinion": "#5f4b9a",
        "claim-cursor": "#cfe0f4",
        "claim-overlap": "#f0ede4",
        "claim-hit": "#f6dd8c",
        "claim-quiet": "#6c7480",
        "footer-background": "#f4f2ec",
        "block-cursor-foreground": "#23262b",
        "block-cursor-background": "#cfe0f4",
        "block-cursor-text-style": "none",
    },
)

OWN: Final = (DARK, LIGHT)


def claim_colours(theme: Theme) -> Mapping[str, str]:
    """The claim colours for a theme that does not name any: taken from its own colours, or from the terminal's."""
    if theme.ansi:
        return {
            "claim-verified": "ansi_green",
            "claim-disputed": "ansi_red",
            "claim-unsourced": "ansi_yellow",
            "claim-open": "ansi_default",
            "claim-opinion": "ansi_magenta",
            "claim-cursor": "ansi_default",
            "claim-overlap": "ansi_default",
            "claim-hit": "ansi_default",
            "claim-quiet": "ansi_default",
        }
    house = DARK if theme.dark else LIGHT
    return {
        **{name: value for name, value in house.variables.items() if name.startswith("claim-")},
        "claim-verified": theme.success or house.variables["claim-verified"],
        "claim-disputed": theme.error or house.variables["claim-disputed"],
        "claim-unsourced": theme.warning or house.variables["claim-unsourced"],
        "claim-open": theme.foreground or house.variables["claim-open"],
    }
