"""The sources that a writer named beside the text, proposed to whoever checks: only a checker takes them over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.checklist.entry import sentence_span
from factcheck.checklist.remarks import is_remark
from factcheck.model import AnnotationKind, Source, SourceKind
from factcheck.rules import host_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from factcheck.model import Annotation, ClaimRecord, Draft, Span

_URL: Final = re.compile(r"\b(?:https?://|www\.)[^\s<>\"”]+", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\b(?:pp?\.|pages?|para(?:graph)?s?\.?|chapters?|ch\.|sections?|§)\s*\d[\w.–-]*(?:\s*(?:,|and|&)\s*\d[\w.–-]*)*"
    r"|(?<!\w)\+?\d[\d\s()/-]{7,}\d(?!\w)"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b",
    re.IGNORECASE,
)
"""Page or paragraph, telephone number, timestamp."""
_EMPTY: Final = re.compile(r"\(\s*\)|\[\s*\]|<\s*>")
"""Brackets that held a locator."""
_BEFORE_STOP: Final = re.compile(r"[,;]\s*(?=\.\s)")
"""A mark that led to a locator at the end of a sentence."""
_LABEL: Final = re.compile(r"(?:sources?|src|via|ref(?:erence)?s?)\s*:\s*", re.IGNORECASE)
"""What a writer says first to tell that a source follows; in a list of sources it would say so twice."""
_TRAILING: Final = ".,;:!?)]}’'"
_LONGEST: Final = 120
"""Code points of a source's name; what a writer wrote beyond goes to the note."""


def noted(draft: Draft, record: ClaimRecord, listed: Collection[ClaimRecord]) -> tuple[Annotation, ...]:
    """What the writer set beside a claim, in text order: on its words, or as a link elsewhere in its sentence.

    A link stands on whoever says it as often as on what is said, and the attribution is no part of a claim's words; but
    what stands on another claim's words is about that.

    Args:
        draft: What the claim stands in.
        record: The claim.
        listed: All claims of the draft.
    """
    around = sentence_span(draft, record.span)

    def is_left(one: Annotation) -> bool:
        """Whether it is a link of the sentence that stands on no other claim's words."""
        inside = one.kind is AnnotationKind.LINK and around.start <= one.start and one.end <= around.end
        return inside and not any(_meet(one, other.span) for other in listed if other.id != record.id)

    return tuple(one for one in draft.annotations if _meet(one, record.span) or is_left(one))


def _meet(one: Annotation, span: Span) -> bool:
    return one.start < span.end and span.start < one.end


def proposed_sources(draft: Draft, record: ClaimRecord, listed: Collection[ClaimRecord]) -> tuple[Source, ...]:
    """What the writer named as sources of a claim and is none of its sources yet, in text order.

    Args:
        draft: What the claim stands in.
        record: The claim.
        listed: All claims of the draft.
    """
    present = {_key(source) for source in record.sources}
    # What factcheck itself wrote on a marked-up draft is no source of anything.
    found = (proposed(one) for one in noted(draft, record, listed) if not is_remark(one))
    return tuple({_key(source): source for source in found if _key(source) not in present}.values())


def proposed(annotation: Annotation) -> Source:
    """The source that an annotation names: an address, page, telephone number or time in it is the locator."""
    words = " ".join(annotation.text.split())
    if annotation.kind is AnnotationKind.LINK:
        return Source(SourceKind.OTHER, host_of(words) or words, words, f"the writer's {annotation.kind.value}")
    if label := _LABEL.match(words):
        words = words[label.end() :]
    link = _URL.search(words)
    place = link or _PLACE.search(words)
    locator = place[0].rstrip(_TRAILING) if place else ""
    rest = words.replace(locator, " ", 1) if locator else words
    rest = _EMPTY.sub(" ", rest)
    name = re.sub(r"\s*([,;])(?:\s*[,;])*", r"\1", " ".join(rest.split()))
    name = _BEFORE_STOP.sub("", name).strip(" .,;:–—-|")
    by = f", {annotation.author}" if annotation.author else ""
    note = f"the writer's {annotation.kind.value}{by}"
    if len(name) > _LONGEST:
        cut = name[:_LONGEST].rsplit(" ", 1)[0]
        note, name = f"{note}: {name}", f"{cut} …"
    return Source(SourceKind.OTHER, name or locator or annotation.kind.value, locator if name else "", note)


def _key(source: Source) -> tuple[str, str]:
    return source.name.casefold(), source.locator.casefold()
