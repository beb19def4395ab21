"""The sources that a writer named beside the text, proposed to whoever checks: only a checker takes them over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factcheck.checklist.remarks import is_remark
from factcheck.model import AnnotationKind, Source, SourceKind
from factcheck.rules import host_of

if TYPE_CHECKING:
    from factcheck.model import Annotation, ClaimRecord, Draft

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
_LABEL: Final = re.compile(r"(?:sources?|src|via|ref(?:erence)?s?)\s*:\s*", re.IGNORECASE)
"""What a writer says first to tell that a source follows; in a list of sources it would say so twice."""
_TRAILING: Final = ".,;:!?)]}’'"
_LONGEST: Final = 120
"""Code points of a source's name; what a writer wrote beyond goes to the note."""


def proposed_sources(draft: Draft, record: ClaimRecord) -> tuple[Source, ...]:
    """What the writer named as sources of a claim and is none of its sources yet, in text order."""
    present = {_key(source) for source in record.sources}
    # What factcheck itself wrote on a marked-up draft is no source of anything.
    found = (proposed(one) for one in draft.beside(record.span) if not is_remark(one))
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
    name = re.sub(r"\s*([,;])(?:\s*[,;])*", r"\1", " ".join(rest.split())).strip(" .,;:–—-|")
    by = f", {annotation.author}" if annotation.author else ""
    note = f"the writer's {annotation.kind.value}{by}"
    if len(name) > _LONGEST:
        cut = name[:_LONGEST].rsplit(" ", 1)[0]
        note, name = f"{note}: {name}", f"{cut} …"
    return Source(SourceKind.OTHER, name or locator or annotation.kind.value, locator if name else "", note)


def _key(source: Source) -> tuple[str, str]:
    return source.name.casefold(), source.locator.casefold()
