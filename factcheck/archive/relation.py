"""Whether an earlier claim says the same, contradicts, or merely lies near: decided by facts, never by the score alone.

Both claims are aligned word by word. What has no equal on the other side is paired by its place (it stands where the
other one's stands) or by its company (the same unit, the same neighbours). A pair of one kind with two values is a
conflict; a fact that only one side has makes the claims near, not the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.archive.alignment import align
from factcheck.archive.atoms import WORD
from factcheck.archive.figures import differing_figures, of_one_subject
from factcheck.archive.names import differing_names
from factcheck.archive.negation import contraries, denials
from factcheck.archive.order import changed_places
from factcheck.archive.quantifiers import differing_extents
from factcheck.archive.quotations import differing_words
from factcheck.archive.scoring import BESIDE, CLOSE, Closeness
from factcheck.model import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.archive.alignment import Alignment
    from factcheck.archive.atoms import Atoms
    from factcheck.archive.scoring import Likeness
    from factcheck.model import Difference

_MORE: Final = 3
"""Words that each of two claims has for itself, from which on merely close ones may be about two things."""

_FIGURES: Final = frozenset({"number", "age", "money", "percent", "date"})


def relate(
    here: Atoms, there: Atoms, likeness: Likeness, years: float | None = None, *, figures: int = 0
) -> tuple[Relation, tuple[Difference, ...]]:
    """Decide how two claims stand to each other.

    Args:
        here: The claim.
        there: The earlier claim.
        likeness: Of their wordings.
        years: How many years after the earlier claim this one was published, None when that is not known.
        figures: How many both have besides, which are the same.

    Returns:
        The relation and the differing facts, those that contradict first.
    """
    alignment = align(here.content, there.content)
    placed = likeness.score >= CLOSE
    differing = tuple(differing_figures(alignment, least=1 if placed else 2, years=years))
    contradicting = tuple(of_one_subject(alignment, years)) if likeness.one_event else ()
    if likeness.closeness in BESIDE:
        # Of two claims that merely share a subject, each says much that the other does not, about others and in other
        # words: only figures for what may be one thing are worth telling.
        told = (difference for clash, difference in differing if clash)
        relation = Relation.CONFLICT if contradicting else Relation.NEAR
        return relation, tuple(dict.fromkeys((*contradicting, *told)))
    found = dict.fromkeys(
        [
            *differing,
            *differing_names(alignment, placed=placed),
            *denials(here, there, alignment),
            *contraries(here, there, alignment),
            *changed_places(here, there),
            *differing_words(here, there),
            *(differing_extents(here, there) if placed else ()),
        ]
    )
    clashes = tuple(difference for clash, difference in found if clash)
    differences = clashes + tuple(difference for clash, difference in found if not clash)
    if clashes:
        agreeing = figures + sum(alignment.here[i].kind is not None for i in alignment.equal)
        apart = likeness.closeness is Closeness.CLOSE and _both_say_more(alignment)
        if contradicting or not (apart or _other_thing(clashes, agreeing, common=likeness.common)):
            return Relation.CONFLICT, differences
    alike = likeness.closeness is Closeness.ALIKE and not differences
    return (Relation.SAME if alike else Relation.NEAR), differences


def _both_say_more(alignment: Alignment) -> bool:
    """Whether each claim says something that the other does not, and so may be about something else."""
    mine = sum(alignment.here[i].sort is WORD for i in alignment.free_here)
    theirs = sum(alignment.there[j].sort is WORD for j in alignment.free_there)
    return min(mine, theirs) >= _MORE


def _other_thing(clashes: Sequence[Difference], agreeing: int, *, common: bool) -> bool:
    """Whether so much differs that the claims speak of another day, place or person, in like words.

    Args:
        clashes: What differs.
        agreeing: How many figures and dates are the same.
        common: Whether the wording is boilerplate, in which figures tell nothing.
    """
    kinds = [clash.kind for clash in clashes]
    figures = sum(kind in _FIGURES for kind in kinds)
    if common and figures == len(kinds):
        return True
    dates = kinds.count("date")
    of_another_time = dates > 0 and (figures > dates or "negation" in kinds)
    of_another = "name" in kinds and (figures > 0 or "negation" in kinds)
    return of_another_time or of_another or figures > agreeing + 1
