"""Dates and times as pages print them: is a line nothing but a time stamp, and which day does it name?"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}

_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"

CALENDAR: Final = frozenset(_WEEKDAYS.split()) | _MONTHS.keys()
"""Names of months and days, long and short, in lower case."""

_LABELS: Final = frozenset({"published", "updated", "posted", "modified", "created", "issued", "filed"})
_FILLERS: Final = (
    "a p m am pm at on of the st nd rd th t z ago first last originally just now date time today yesterday noon "
    "midnight hour hours hr hrs h minute minutes min mins second seconds sec secs day days week weeks month months "
    "year years et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest eet ist aest aedt awst nzst nzdt "
    "jst kst hkt sgt sast wat eat msk trt gst pkt brt art amt akst hst local edition publication"
)
_VOCABULARY: Final = CALENDAR | _LABELS | frozenset(_FILLERS.split())

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_NUMERIC: Final = re.compile(r"\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}(?!\d)")
_LABEL: Final = re.compile(
    r"\b(?:(?:first|last|originally)\s+)?(?:published|updated|posted|modified|created|issued|filed)\b", re.IGNORECASE
)

_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
)
_MONTH_NAME: Final = _MONTH + r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        _MONTH_NAME + r"\s*(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})\b",
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]*" + _MONTH_NAME + r",?[\s-]*(?P<year>\d{4})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})\b",
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b",
    )
)

FULL_DATE: Final = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:"
    + _MONTH_NAME.replace("?P<month>", "?:")
    + r"\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+"
    + _MONTH_NAME.replace("?P<month>", "?:")
    + r",?\s+\d{4})",
    re.IGNORECASE,
)
"""A date with its weekday and year, as stamps have it: ``Tuesday, June 19, 2018``."""


def find_date(text: str) -> date | None:
    """Find the first day that a text names in full; None where day, month or year is missing or could be swapped."""
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            month = match["month"].lower()
            try:
                day = date(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"]))
            except ValueError:
                continue
            if 1700 <= day.year <= 2200:
                found.append((match.start(), day))
                break
    return min(found)[1] if found else None


def is_stamp(text: str) -> bool:
    """Whether a line is a date or a time of day and nothing else but labels (``Updated``), zones and marks."""
    words = _WORD.findall(text.lower())
    if not words or len(words) > 30 or not all(word in _VOCABULARY or word.isdigit() for word in words):
        return False
    dated = any(word in CALENDAR for word in words) and any(word.isdigit() for word in words)
    elapsed = "ago" in words or (len(words) < 4 and bool(_LABELS.intersection(words)))
    return dated or elapsed or bool(_CLOCK.search(text)) or bool(_NUMERIC.search(text))


def is_time_only(text: str) -> bool:
    """Whether a stamp is a bare time of day, as live reports put it above each item."""
    words = _WORD.findall(text.lower())
    return not any(word in CALENDAR or word in _LABELS for word in words) and not _NUMERIC.search(text)


def ends_in_stamp(text: str) -> bool:
    """Whether a short line runs out in a labelled stamp: ``Springfield (Wire) First published 1 May 2020``."""
    labels = list(_LABEL.finditer(text))
    if not labels:
        return False
    first = next((label for label in labels if is_stamp(text[label.start() :])), None)
    if first is None or not any(character.isdigit() for character in text[first.start() :]):
        return False
    return len(text[: first.start()].split()) <= 8


def begins_as_stamp(text: str) -> bool:
    """Whether a short line opens with a labelled stamp and goes on: ``Updated 5 May 2020 by Jo Bloggs``."""
    label = _LABEL.match(text)
    if not label or len(text.split()) > 15:
        return False
    words = _WORD.findall(text[label.end() :].lower())[:3]
    return len(words) > 1 and all(word in _VOCABULARY or word.isdigit() for word in words)
