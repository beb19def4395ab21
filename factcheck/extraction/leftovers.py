"""Words that no claim of a sentence took, because the parser hung them on the wrong one.

They go on with the claim that they stand behind, or are one of their own where they have a subject and a verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from factcheck.extraction.cues import BELIEVING, FINDING, QUOTING
from factcheck.extraction.grammar import VERBAL, has_subject, is_finite, stands_in
from factcheck.extraction.reports import is_shown_aside
from factcheck.extraction.speakers import according
from factcheck.extraction.views import made_clear

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

_LEAST: Final = 3
"""Words that are worth being taken in."""
_CUES: Final = BELIEVING | FINDING | QUOTING


@dataclass(frozen=True, slots=True)
class Leftover:
    """A stretch of a sentence, in tokens."""

    behind: int
    """One past the last token of the claim that it stands behind."""
    start: int
    end: int
    own: bool
    """It is a claim of its own."""


def leftovers(sentence: Span, taken: Sequence[tuple[int, int]]) -> Iterator[Leftover]:
    """The stretches of a sentence that are left over right behind a claim.

    Args:
        sentence: Parsed.
        taken: First token of each claim in it, and one past its last.
    """
    ends = {end for _, end in taken}
    inside = {at for start, end in taken for at in range(start, end)}
    run: list[Token] = []
    for token in sentence:
        if token.i in inside:
            yield from _told(run, ends)
            run = []
        else:
            run.append(token)
    yield from _told(run, ends)


def _told(run: list[Token], ends: set[int]) -> Iterator[Leftover]:
    if not run or run[0].i not in ends or (run[0].text not in (",", "-", "–", "—") and run[0].is_punct):
        return
    tail = next((at for at, token in enumerate(run) if according(token) is not None), len(run))
    run = run[:tail]
    while run and (run[-1].is_punct or run[-1].dep_ in ("cc", "mark")):
        run.pop()
    close = bool(run) and run[0].pos_ in ("NOUN", "PROPN", "NUM")  # *the moon of Jupiter | Europa*
    enough = close or sum(token.is_alpha for token in run) >= _LEAST
    if not enough or any(_is_attribution(token, run[-1].i + 1) for token in run):
        return
    behind, end = run[0].i, run[-1].i + 1
    joined = next((at for at, token in enumerate(run) if not token.is_punct), 0)
    own = any(is_finite(token) and has_subject(token) and token.left_edge.i >= run[joined].i for token in run)
    contrast = run[0]
    while contrast.i > contrast.sent.start and contrast.nbor(-1).pos_ == "ADV":
        contrast = contrast.nbor(-1)
    if run[joined].dep_ == "cc" and own:
        yield Leftover(behind, run[joined].i + 1, end, own=True)
    elif contrast.i > contrast.sent.start and contrast.nbor(-1).lower_ == "but":
        yield Leftover(behind, contrast.i, end, own=True)  # *the best of the year but still | down 4 percent*
    else:
        yield Leftover(behind, behind, end, own=False)


def _is_attribution(token: Token, end: int) -> bool:
    """Whether a word tells who says something, or leads to what stands behind ``end``, as *stood by it that* does."""
    leads = any(child.dep_ == "ccomp" and child.i >= end for child in token.rights)
    tells = token.pos_ in VERBAL and (token.lower_ in _CUES or leads)
    return tells or stands_in(token) or is_shown_aside(token) or made_clear(token) is not None
