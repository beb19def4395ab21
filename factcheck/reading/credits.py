"""Credit lines: where a picture is from, and who worked on a story."""

from __future__ import annotations

import re
from typing import Final

_AGENCIES: Final = (
    r"(?:Getty(?: Images?)?|(?:The )?Associated Press|AP(?: Photo)?|Reuters|REUTERS|AFP|PA(?: Media| Wire| Images)?|"
    r"EPA(?:-EFE)?|UPI|"
    r"Bloomberg(?: News)?|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|MEGA|Splash(?: News)?|Backgrid|"
    r"WireImage|"
    r"FilmMagic|Instagram|Facebook|Twitter|YouTube|TikTok|Flickr|Wikimedia(?: Commons)?|Unsplash|Pexels|Pixabay|NASA|"
    r"ZUMA(?: Press)?|Xinhua|ANSA|dpa|TASS|Kyodo|Sipa(?: USA)?|Corbis|Redux|Rex(?: Features)?|Adobe Stock|Handout|"
    r"Press Association|Anadolu|Staff|File)"
)
_PICTURE: Final = (
    r"(?:file |stock |cover |featured |lead |main |header |aerial )?(?:photo(?:graph|grapher|graphy)?|picture|pic|"
    r"image|"
    r"illustration|graphic|video|screenshot|screengrab|artwork|map|chart)s?"
)
_STAFF: Final = (
    r"(?:reporting|writing|editing|words|research|production|translation|compiled|edited|written|translated|produced|"
    r"reported|fact[- ]check(?:ed|ing)?)"
)

_LABELLED: Final = re.compile(
    rf"[(\[]?(?:(?:{_PICTURE}(?:[ /]+(?:credits?|sources?|by|via|courtesy(?: of)?))?|credits?|sources?|via|"
    rf"courtesy(?: of)?)\s*[:/|]|{_PICTURE} (?:credits?|sources?|copyright)\s*,)[\s:/|]*(?P<who>\S.*)",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    rf"[(\[]?(?:{_PICTURE} (?:by|via|courtesy(?: of)?|credits?)|courtesy of) (?P<who>(?-i:[A-Z@]).*)", re.IGNORECASE
)
_AGENCY: Final = re.compile(
    rf"[(\[]?(?:(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*\s+){{0,4}}[A-ZÀ-ÖØ-Þ][\w.'’&-]*(?:\s*[/|,]\s*|\s*[–—]\s*|"
    rf"\s+via\s+))?{_AGENCIES}"
    r"(?:\s*(?:[/|,–—-]|via)\s*[^.!?]{1,50})?[.)\]]*|"
    rf"[(\[]?(?:[A-ZÀ-ÖØ-Þ][\w.'’&-]*\s+){{1,4}}(?:Getty Images|AP Photo|AFP|Shutterstock)[.)\]]*"
)
_WORKED: Final = re.compile(
    rf"[(\[—–-]*\s*(?:additional |extra |further |original )?{_STAFF}(?: (?:and|&) {_STAFF})?(?: help)? (?:by|from) "
    r"(?P<who>\S.*)",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    r"[(\[—–-]*\s*(?-i:[A-ZÀ-ÖØ-Þ]).{2,250}\b(?:also )?contributed (?:(?:additional |to )?(?:reporting|research|"
    r"writing)\b|"
    r"(?:reporting )?(?:to|from|for) (?:this|the) (?:report|reporting|story|article|piece|coverage|post|"
    r"dispatch)\b|from (?-i:[A-Z])).{0,60}",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][\w.'’-]*\s.{2,80} reported from (?P<who>[A-ZÀ-ÖØ-Þ].*)")
_FILES: Final = re.compile(
    r"(?:with|includes?) (?:files?|reporting|material|additional reporting) (?:from|by) .{2,120}", re.IGNORECASE
)
_RIGHTS: Final = re.compile(
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b|[:|]|-\s)|.{0,80}(?:[\s|]©|\ball rights reserved\b)).{0,300}",
    re.IGNORECASE,
)
_SMALL_WORDS: Final = (
    "a an and at by of for from in on the to with via de van von der la le editing writing reporting additional "
    "compiled production research translation bureau bureaus desk news newsroom staff team our agencies edited "
    "written produced photo image video file"
)
_SMALL: Final = frozenset(_SMALL_WORDS.split())


def picture_credit(line: str) -> str | None:
    """Why a line is a picture's credit, or None."""
    count = len(line.split())
    for pattern, limit, reason in (
        (_LABELLED, 9, "names where a picture is from"),
        (_BY, 12, "names who took a picture"),
    ):
        match = pattern.fullmatch(line) if count <= limit else None
        if match and _only_names(match["who"], 2):
            return reason
    return "names a picture agency" if count <= 9 and _AGENCY.fullmatch(line) else None


def staff_credit(line: str) -> str | None:
    """Why a line is about those who made the story, or about its rights; None where it is neither."""
    count = len(line.split())
    worked = _WORKED.fullmatch(line)  # one line may name the reporters of many bureaus
    if worked and _only_names(worked["who"], 0):
        return "names who worked on the story"
    placed = _FROM.fullmatch(line) if count <= 30 else None
    if (placed and _only_names(placed.group(), 1)) or (count <= 45 and _CONTRIBUTED.fullmatch(line)):
        return "names who contributed to the story"
    if count <= 20 and _FILES.fullmatch(line):
        return "names where the story is from"
    return "is a copyright line" if count <= 60 and _RIGHTS.fullmatch(line) else None


def _only_names(who: str, others: int) -> bool:
    """Whether the words are names, but for small ones and this many others; a sentence has more."""
    words = [word.strip("()[].,;:–—-&/|\"'") for word in who.split()]
    return sum(1 for word in words if word[:1].islower() and word not in _SMALL) <= others
