"""The words around a claim that tell that somebody said it, without a name: they are no part of what is claimed."""

from __future__ import annotations

import re
from typing import Final

_SPEAKERS: Final = """
    official officials police researcher researchers scientist scientists expert experts source sources investigator
    investigators prosecutor prosecutors authorities report reports statement study company agency ministry government
    paper spokesman spokeswoman spokesperson document documents
""".split()  # noqa: SIM905  # a list
_ARTICLES: Final = ("the", "a", "an")
_KINDS: Final = ("senior", "local", "federal", "state", "government", "industry", "city", "unnamed")
_PRONOUNS: Final = ("he", "she", "they", "it", "i", "we")
_VERBS: Final = (
    "said", "say", "says", "added", "adds", "told reporters", "stated", "announced", "reported", "report", "reports",
    "wrote", "noted", "claimed",
)  # fmt: skip
_SOMEBODY: Final = (
    rf"(?:(?:(?:{'|'.join(_ARTICLES)}) (?:\w+ )?|(?:{'|'.join(_KINDS)}) )?"
    rf"(?:{'|'.join(_SPEAKERS)})|{'|'.join(_PRONOUNS)})"
)
_SAYS: Final = f"(?:{'|'.join(_VERBS)})"
_SOURCE: Final = rf"according to {_SOMEBODY}"
_BEFORE = re.compile(
    rf"^[\s\"“]*(?:(?:{_SOMEBODY} (?:also )?{_SAYS}(?: on \w+day)?(?: that\b|,)?|{_SOURCE}\b,?"
    r"|it (?:has )?(?:emerged|was (?:reported|announced|claimed|said))(?: on \w+day| today| yesterday)? that"
    r"|in (?:short|other words|addition),?)[\s,:\"“]+)+"
)
_AFTER = re.compile(
    rf"(?:\W+(?:{_SOMEBODY} {_SAYS}|{_SAYS} {_SOMEBODY}|{_SOURCE})(?: on \w+day| today| yesterday)?)+\W*$"
)
"""Patterns for lower case: to look for either case takes three times as long."""
_HINTS: Final = (
    "said", "say", "told", "added", "adds", "stated", "announced", "report", "wrote", "noted", "claimed", "according",
    "emerged", "in short", "in other", "in addition",
)  # fmt: skip
"""Without one of these there is no frame; to look for them costs a tenth of what the patterns do."""
_FRAMING: Final = frozenset(
    [*(verb.split()[0] for verb in _VERBS), "according", "emerged", "short", "other", "addition"]
)
"""Words of which a frame of a normalised text has one; to look for whole words costs a tenth once more."""
_WITHIN: Final = 8
"""Words at the beginning and at the end of a claim among which one of these stands."""
_FIRST_WORDS: Final = frozenset([*_ARTICLES, *_KINDS, *_SPEAKERS, *_PRONOUNS, "according", "in"])
"""What the words before a claim begin with."""
_LAST_WORDS: Final = frozenset([*_SPEAKERS, *_PRONOUNS, *(verb.split()[-1] for verb in _VERBS)])
"""What the words after a claim end with, unless they end with a day."""
_WORD = re.compile(r"\w+")
_LEAST_WORDS: Final = 3
_REACH: Final = 120
"""Code points from the end of a claim within which the words after it begin."""
_END: Final = 30
"""Code points at the end of a text that hold its last word and the marks after it."""
_LONGEST: Final = 5_000
"""Code points; beyond, a text is no claim, and searching it for a frame at its end would take long."""


def frame(text: str) -> tuple[int, int]:
    """Find where the claim proper begins and ends.

    Args:
        text: A claim, as it stands or normalised.

    Returns:
        Offsets of what is left without "officials said", "it emerged on Tuesday that" and the like; of the whole text
        when next to nothing would be left.
    """
    if len(text) > _LONGEST:
        return 0, len(text)
    lower = _lowered(text)
    if not any(map(lower.__contains__, _HINTS)):
        return 0, len(text)
    before = _BEFORE.match(lower)
    start = before.end() if before else 0
    after = _AFTER.search(lower, max(start, len(text) - _REACH)) if _may_end(lower) else None
    end = after.start() if after else len(text)
    if end - start == len(text):
        return 0, len(text)
    return (start, end) if len(text[start:end].split()) >= _LEAST_WORDS else (0, len(text))


def words_of_claim(normalised: str) -> list[str]:
    """The words of the claim proper in a normalised text."""
    words = normalised.split()
    if not words:
        return words
    before = words[0] in _FIRST_WORDS and not _FRAMING.isdisjoint(words[:_WITHIN])
    after = _ends_frame(words[-1]) and not _FRAMING.isdisjoint(words[-_WITHIN:])
    if not (before or after):
        return words
    start, end = frame(normalised)
    return normalised[start:end].split()


def _lowered(text: str) -> str:
    """A text in lower case, each letter where it was: of one that becomes two (İ) the first is taken."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _may_end(lower: str) -> bool:
    """Whether a text in lower case ends as one with a frame at its end does."""
    last = _WORD.findall(lower[-_END:])[-1:]
    return bool(last) and _ends_frame(last[0])


def _ends_frame(word: str) -> bool:
    """Whether a frame at the end of a claim may have this for its last word."""
    return word in _LAST_WORDS or word.endswith("day")
