"""Who wrote it: bylines with and without ``By``, and the lines that introduce an author at the end."""

from __future__ import annotations

import re
from typing import Final

from factcheck.reading.stamps import CALENDAR

_PARTICLES: Final = ("de", "van", "von", "der", "den", "la", "le", "da", "di", "bin", "al", "el", "ter", "du", "dos")
_NAME: Final = rf"(?:(?:{'|'.join(_PARTICLES)})\s|(?:al-|O['’]|d['’]|Mc|Mac)?[A-ZÀ-ÖØ-Þ][\w.'’-]*\s)"
_NAMES: Final = re.compile(rf"(?:{_NAME}){{2,4}}(?:(?:,|and|&)\s(?:{_NAME}){{2,4}}){{0,3}}")

_WORK: Final = r"(?:written|words|story|text|posted|reported|article|report|interview|review|analysis|opinion|compiled)"
_BY: Final = re.compile(
    rf"[-–—\s]*\b(?:(?:{_WORK}\s+)?by\b|(?:authors?|reporter|journalist|contributors?)\s*(?=:))\s*:?\s*", re.IGNORECASE
)
_BEHIND_DATE: Final = re.compile(r"(?<=\s)by\b", re.IGNORECASE)
_AT: Final = r"(?:(?<!\S)\(?[\w.+-]+)?@"
"""Where a handle begins, or an address that is written right behind the name."""
_WHO_ENDS: Final = re.compile(
    rf"\s*(?:[|•·,;/(–—]|{_AT}|\s-\s|\d|\b(?:and|for|in|of|with|at|on|follow|updated|published|posted|special|via)\b)",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    rf"\s*(?:[|•·]|{_AT}|\s[-–—]\s|\b(?:follow|updated|published|posted|last updated)\b"
    r"|\s(?:on\s)?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|,?\s(?:on\s)?(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d).*$",
    re.IGNORECASE,
)

_DESK: Final = re.compile(
    rf"(?:(?:{_WORK} )?(?:by|from)|{_WORK}\s*:)\s(?:the|our|an?)\s(?:[\w'’&-]+\s){{0,4}}"
    r"(?:desk|reporters?|correspondents?|team|staff|editors?|writers?|bureau|newsroom|columnists?|contributors?)"
    r"(?: (?:in|at) [A-ZÀ-ÖØ-Þ][\w.'’, -]{1,40})?",
    re.IGNORECASE,
)
_FROM: Final = re.compile(rf"^(?:from\b|{_WORK}\s*:)\s*", re.IGNORECASE)
_JOB: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|writer|columnist|contributor|producer|journalist|author|photographer|staff|"
    r"news|press|reuters|afp|bureau|political|fellow|professor|critic)\b",
    re.IGNORECASE,
)

_WHEN: Final = re.compile(r" \((?:now|earlier|later|at \w+|in [\w ]{2,20}|[ap]m|today)\)")
"""Of several who wrote a live blog, when or where each did."""
_JOB_ALONE: Final = re.compile(
    r"(?:[\w'’&-]+ ){1,3}(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|critic)s?",
    re.IGNORECASE,
)

_BIO: Final = re.compile(
    r"\bfollow (?:him|her|them|me|@\w+|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) "
    r"(?:on (?:twitter|x|instagram|facebook|bluesky|threads)\b|@|at @)|"
    r"\bcan be (?:reached|contacted|followed) (?:at|on|by|via)\b|"
    r"\b(?:reach|contact|e-?mail) (?:him|her|them|the (?:writer|author|reporter))(?: directly)? (?:at|on|by|via)\b|"
    r"\bon (?:twitter|x|instagram|bluesky)\s*[:@]|"
    r"\bis (?:an?|the|our) (?:[\w-]+ ){0,5}"
    r"(?:reporter|correspondent|columnist|staff writer|contributor|freelance (?:writer|journalist)|editor|journalist) "
    r"(?:at|for|with|covering|based|who covers|on)\b",
    re.IGNORECASE,
)

_INTRODUCED: Final = re.compile(
    r"(?i:by) (?P<who>[A-ZÀ-ÖØ-Þ][\w.'’-]+(?: [A-ZÀ-ÖØ-Þ][\w.'’-]+){1,3}), (?:an?|the) (?:[\w-]+ ){0,4}"
    r"(?:reporter|correspondent|columnist|writer|editor|journalist|critic|author|producer)\b.*[.!]$"
)
"""*By Ann Lee, an editor of the Courier. She has written on dams.*"""

_SENTENCE: Final = re.compile(r"(?<!\b[ap]\.m)(?<!\b[AP]\.M)[.?!”\"]$")
"""What ends as a sentence; a byline may end with the time of day."""

_QUOTED: Final = re.compile(r"[“\"].{12,}[”\"]")


def is_byline(line: str) -> bool:
    """Whether a line begins with ``By`` and goes on with a name or a desk; an empty ``By:`` is one too."""
    if _DESK.fullmatch(line):
        return True
    match = _BY.match(line)
    words = line.split()
    if not match or len(words) > 22 or (len(words) >= 9 and _SENTENCE.search(line)):
        return False
    who = line[match.end() :]
    if not who:
        return True
    first = _WHO_ENDS.split(who, maxsplit=1)[0].split()
    if not 1 <= len(first) <= 5 or (len(first) == 1 and len(words) > 6):
        return False
    # Arabic and Hebrew have no capitals.
    named = all(
        (word[0].isalpha() and not word[0].islower()) or word.lower() in {*_PARTICLES, "staff", "admin"}
        for word in first
    )
    return named and first[0].lower().strip(".,") not in CALENDAR | {"the", "a", "an", "now", "then"}


def byline_names(line: str) -> str | None:
    """The names in a byline, without ``By`` and without the date or handle behind them; None where there are none."""
    who = _BY.sub("", _FROM.sub("", line), count=1)
    introduced = _INTRODUCED.match(line)
    if introduced is not None:
        return introduced["who"]
    names = _WHEN.sub("", _BEHIND.sub("", who)).replace(" ,", ",").strip(" ,-–—")
    return names or None


def names_behind(line: str) -> str | None:
    """The names in a byline that something stands before, such as a date: ``Posted on 5 May 2020 by Jo Bloggs``."""
    by = _BEHIND_DATE.search(line)
    return byline_names(line[by.start() :]) if by and is_byline(line[by.start() :]) else None


def is_names(line: str) -> bool:
    """Whether a line is one or more full names and no more."""
    return len(line) <= 100 and bool(_NAMES.fullmatch(_spaced(_WHEN.sub("", line))))


def is_signed(line: str) -> bool:
    """Whether a short line is a full name with a job, a place or a newsroom: a byline when it stands at the top."""
    spaced = _spaced(line[:200])
    match = _NAMES.match(spaced)
    if not match or len(line.split()) > 12 or line.endswith((".", "?", "!")):
        return False
    rest = spaced[match.end() :].strip(" ,").split()
    if rest[:1] and rest[0] in {"in", "at", "for"}:
        return 1 < len(rest) <= 6 and all(word[0].isupper() or word in {"and", "agencies", ","} for word in rest[1:])
    return len(rest) <= 6 and bool(_JOB.search(" ".join(rest) or line))


def is_job(line: str) -> bool:
    """Whether a line is a job and no more, as it stands below the name of whoever has it: ``Staff writer``."""
    return len(line) <= 60 and bool(_JOB_ALONE.fullmatch(line))


def _spaced(line: str) -> str:
    """Each word and comma with a space behind it, as the pattern for names wants them."""
    return line.replace(",", " , ").replace("  ", " ") + " "


def is_introduced(line: str) -> bool:
    """Whether a line is a byline that goes on to introduce the author in whole sentences."""
    return len(line.split()) <= 60 and _INTRODUCED.match(line) is not None


def is_bio(line: str) -> bool:
    """Whether a line introduces the author to the readers, as the end of a story does."""
    return len(line.split()) <= 60 and not _QUOTED.search(line) and bool(_BIO.search(line))
