"""The themes of the house, and the claim colours for every other theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DARK: Final = Theme(
    name="factcheck-dark",
    primary="#86b1e0",
    secondary="#7c8798",
    accent="#e3b667",
    warning="#e3b667",
    error="#f1978b",
    success="#8ac691",
    foreground="#d9dce2",
    background="#15181d",
    surface="#1b1f26",
    panel="#252b34",
    dark=True,
    variables={
        "claim-verified": "#8ac691",
        "claim-disputed": "#f1978b",
        "claim-unsourced": "#e3b667",
        "claim-open": "#d9dce2",
        "claim-opinion": "#b4afd2",
        "claim-cursor": "#29405a",
        "claim-overlap": "#20262f",
        "claim-hit": "#46380f",
        "claim-quiet": "#a3acbb",
        "block-cursor-foreground": "#d9dce2",
        "block-cursor-background": "#29405a",
        "block-cursor-text-style": "none",
    },
)

LIGHT: Final = Theme(
    name="factcheck-light",
    primary="#2c62a5",
    secondary="#6c7480",
    accent="#7a5000",
    warning="#7a5000",
    error="#b3261e",
    success="#226232",
    foreground="#23262b",
    background="#fbfaf6",
    surface="#f4f2ec",
    panel="#e7e4db",
    dark=False,
    variables={
        "claim-verified": "#226232",
        "claim-disputed": "#b3261e",
        "claim-unsourced": "#7a5000",
        "claim-open": "#23262b",
        "claim-opinion": "#5f4b9a",
        "claim-cursor": "#d3e3f6",
        "claim-overlap": "#f0ede4",
        "claim-hit": "#f6dd8c",
        "claim-quiet": "#565d68",
        "block-cursor-foreground": "#23262b",
        "block-cursor-background": "#d3e3f6",
        "block-cursor-text-style": "none",
    },
)

CONTRAST_DARK: Final = Theme(
    name="factcheck-contrast-dark",
    primary="#9fd0ff",
    secondary="#c8c8c8",
    accent="#ffd75e",
    warning="#ffd75e",
    error="#ffa39a",
    success="#8df29b",
    foreground="#ffffff",
    background="#000000",
    surface="#0c0c0c",
    panel="#1c1c1c",
    dark=True,
    variables={
        "claim-verified": "#8df29b",
        "claim-disputed": "#ffa39a",
        "claim-unsourced": "#ffd75e",
        "claim-open": "#ffffff",
        "claim-opinion": "#d3c8ff",
        "claim-cursor": "#00305e",
        "claim-overlap": "#1c1c1c",
        "claim-hit": "#5a4300",
        "claim-quiet": "#dadada",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#00305e",
        "block-cursor-text-style": "bold",
    },
)

CONTRAST_LIGHT: Final = Theme(
    name="factcheck-contrast-light",
    primary="#003a80",
    secondary="#3a3a3a",
    accent="#553500",
    warning="#553500",
    error="#7d0a05",
    success="#00431a",
    foreground="#000000",
    background="#ffffff",
    surface="#f6f6f6",
    panel="#e6e6e6",
    dark=False,
    variables={
        "claim-verified": "#00431a",
        "claim-disputed": "#7d0a05",
        "claim-unsourced": "#553500",
        "claim-open": "#000000",
        "claim-opinion": "#35207a",
        "claim-cursor": "#c2dcff",
        "claim-overlap": "#ededed",
        "claim-hit": "#ffe28a",
        "claim-quiet": "#303030",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#c2dcff",
        "block-cursor-text-style": "bold",
    },
)

OWN: Final = (DARK, LIGHT, CONTRAST_DARK, CONTRAST_LIGHT)


def is_known(theme: str) -> bool:
    """Whether there is a theme of this name, of the house or Textual's."""
    return theme in BUILTIN_THEMES or any(theme == own.name for own in OWN)


READABLE: Final = 4.5
"""The least contrast of text with what it stands on: WCAG 2.2, success criterion 1.4.3."""

TEXTS: Final = tuple(f"claim-{name}" for name in ("verified", "disputed", "unsourced", "open", "opinion", "quiet"))
"""The colours of words."""
GROUNDS: Final = tuple(f"claim-{name}" for name in ("cursor", "overlap", "hit"))
"""What they stand on besides the theme's own backgrounds."""


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
    own = theme.to_color_system().generate()
    wanted = {
        **{name: house.variables[name] for name in TEXTS},
        "claim-verified": theme.success or house.variables["claim-verified"],
        "claim-disputed": theme.error or house.variables["claim-disputed"],
        "claim-unsourced": theme.warning or house.variables["claim-unsourced"],
        "claim-open": own["foreground"],
    }
    grounds = {name: house.variables[name] for name in GROUNDS}
    under = [Color.parse(own[name]) for name in ("background", "surface", "panel")]
    under += [Color.parse(ground) for ground in grounds.values()]
    return {**grounds, **{name: readable(Color.parse(value), under).hex for name, value in wanted.items()}}


def readable(colour: Color, grounds: Sequence[Color]) -> Color:
    """A colour brought so far towards white or black that it can be read on all of these grounds, where one can."""
    dark = sum(_luminance(ground) for ground in grounds) < 0.4 * len(grounds)
    end = Color.parse("white" if dark else "black")
    steps = (colour.blend(end, step / 20) for step in range(21))
    return next((one for one in steps if all(contrast(one, ground) >= READABLE for ground in grounds)), end)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1…21, as WCAG 2.2 has it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance, 0…1, of an sRGB colour."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
