"""Letters of fonts that draw symbols in the place of letters, as the characters that they stand for."""

from __future__ import annotations

from typing import Final

_SYMBOL: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
    "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
)
"""The font Symbol from 0x20, from 0xA0 and from 0xF1."""
_WINGDINGS: Final = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS: Final = {
    "symbol": {
        first + at: character
        for first, characters in zip((0x20, 0xA0, 0xF1), _SYMBOL, strict=True)
        for at, character in enumerate(characters)
    },
    "wingdings": _WINGDINGS,
}
UNKNOWN: Final = "\ufffd"
"""Stands for a symbol without a letter."""


def letter(code: int, font: str) -> str:
    """The character that a letter of a font draws.

    Args:
        code: As the file has it: below 256, or from U+F000 on, where such fonts have their letters.
        font: The font's name.
    """
    own = _FONTS.get(font.lower())
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if own is not None:
        return own.get(low, UNKNOWN)
    return UNKNOWN if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF else chr(code)


def plain(text: str, font: str) -> str:
    """Text with the letters from U+F000 on as what they draw in a font; those of an unknown font stay."""
    if font.lower() not in _FONTS:
        return text
    return "".join(letter(ord(one), font) if 0xF000 <= ord(one) <= 0xF0FF else one for one in text)
