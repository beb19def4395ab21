"""Seams in a paragraph: a dateline before its first sentence, a credit behind its last, a site behind a headline.

Each function looks at the raw text of one piece and answers with an offset into it, or None.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.reading.stamps import CALENDAR, FULL_DATE

_PLACE: Final = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_REGIONS: Final = rf"(?:,\s{_PLACE}(?:\s{_PLACE}){{0,2}}){{0,3}}"
_DAY: Final = r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?)?"
_AGENCY: Final = r"(?:\((?![RDI]-)[A-Z][\w .&/,'’-]{1,40}\)|/[A-Z][\w .-]{1,30}/)"
_DASH: Final = r"(?:\s*[—–―‒]+|\s*--|\s+[-_]|\s*\|)\s+"
"""Wires that had no dash wrote ``_``."""
_NEXT: Final = r"(?=[\"“”'‘’«(\[]{0,2}[A-ZÀ-ÖØ-Þ0-9$£€])"

_TOWN: Final = rf"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+(?:[\s/][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]*){{0,3}}{_REGIONS}"
_CAPITALS: Final = re.compile(
    rf"{_TOWN}(?:/{_TOWN}){{0,2}}{_DAY}"
    rf"(?:(?:\s*{_AGENCY})?{_DASH}|\s*{_AGENCY}:?\s+|:\s+){_NEXT}"
)
_TIGHT: Final = re.compile(rf"{_TOWN}{_DAY}(?:\s*{_AGENCY})?—{_NEXT}")
"""``PARIS—The king``; a second such dash in the sentence makes the first one open an aside."""
_FIRST_SENTENCE: Final = re.compile(r".*?(?:[.!?][\"”’']?(?=\s)|\Z)", re.DOTALL)
_AGENCY_FIRST: Final = re.compile(
    rf"(?:{_PLACE}(?:\s{_PLACE}){{0,3}}{_REGIONS}{_DAY}(?:\s?--)?\s*|{_DAY}\s*){_AGENCY}(?:{_DASH}|--|:\s+){_NEXT}"
)
_TITLE_CASE: Final = re.compile(
    rf"(?P<place>{_PLACE}(?:\s{_PLACE}){{0,3}}){_REGIONS}{_DAY}\s*(?P<dash>[—–―‒]|--|-|\|)\s+{_NEXT}"
)
_COLON: Final = re.compile(rf"{_PLACE}(?:\s{_PLACE}){{0,3}}(?:,\s{_PLACE}(?:\s{_PLACE}){{0,2}}){{1,3}}:\s+{_NEXT}")
_WHERE: Final = re.compile(rf"{_PLACE}(?:\s{_PLACE}){{0,3}}{_REGIONS}(?:\s*{_AGENCY})?")
_BEFORE_DAY: Final = re.compile(r"\s*[,—–―‒|]\s*|\s+--?\s+|\s+")
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_ONE_DAY: Final = re.compile(
    rf"(?:[A-Z][a-z]+day,?\s)?(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s(?P<year>\d{{4}}))?\.?", re.IGNORECASE
)
_STAMPED: Final = re.compile(FULL_DATE.pattern + rf"\s+{_NEXT}", re.IGNORECASE)

_OTHER_OPENINGS: Final = (
    "UPDATE UPDATED BREAKING EXCLUSIVE WATCH READ LISTEN FILE NOTE CORRECTION CLARIFICATION ANALYSIS OPINION "
    "COMMENT REVIEW INTERVIEW LIVE VIDEO PHOTOS NEWS SPOILER WARNING ALERT FACT CLAIM VERDICT RATING QUESTION "
    "ANSWER Q A TL;DR EDITOR EDITOR'S EDITOR’S MORE RELATED ALSO BACKGROUND CONTEXT SUMMARY KEY PS P.S. OK YES NO "
    "THE THIS IT HE SHE WE THEY Group Day Part Chapter Game Round Week Match Step Lot"
)
_NO_PLACE: Final = frozenset(_OTHER_OPENINGS.split())

MAX_DATELINE: Final = 90

_TAIL_WINDOW: Final = 260
_SHOT: Final = r"(?:photo(?:graph)?|image|picture|video|illustration|graphic|screenshot)s?"
_AGENCY_NAME: Final = (
    r"(?:Getty(?: Images)?|Reuters|AFP|AP(?: (?:File )?Photo)?|Associated Press|Shutterstock|Alamy|EPA)"
)
_CREDIT_TAIL: Final = re.compile(
    r"(?:(?<=[.!?”\"’')])\s*|(?<=\s))(?P<credit>"
    rf"\((?:AP |file |stock )?{_SHOT}(?:\s(?:credits?|sources?|by|via|courtesy)\b|\s*[:/|])[^()]{{0,120}}\)\.?|"
    r"\((?:credits?|sources?|courtesy)\s*(?:[:/|]|of\b)[^()]{0,120}\)\.?|"
    rf"\((?:[\w.'’&-]+ ){{0,4}}(?:file|courtesy|submitted|contributed|handout|archive|staff) {_SHOT}\)\.?|"
    rf"\((?-i:(?:[^()/]{{1,60}}/\s?)?{_AGENCY_NAME}(?:\s?/[^()]{{1,40}}|\svia\s[^()]{{1,40}})?)\)\.?|"
    r"\((?:additional |extra )?(?:reporting|writing|editing|translation|compiled|edited|written)"
    r"(?: and (?:writing|editing))? by [^()]{3,240}\)\.?|"
    rf"{_SHOT}(?:\s(?:credits?|sources?|by|courtesy(?: of)?))?\s*:\s*(?-i:[A-ZÀ-ÖØ-Þ@])[^.:;!?]{{1,70}}\.?|"
    rf"(?<=[.!?”\"’')]\s)(?:credits?|sources?)\s*:\s*(?-i:[A-ZÀ-ÖØ-Þ@])[^.:;!?]{{1,70}}\.?|"
    rf"(?<=[.!?”\"’')]\s){_SHOT} (?:by|courtesy of) (?-i:[A-ZÀ-ÖØ-Þ])[^.:;!?]{{2,70}}\.?|"
    r"(?<=[.!?”\"’')])credits?\s*(?:\.{3}|…)[^!?]{2,80}|"
    rf"(?:(?<=[.!?”\"’')])|(?<=[.!?”\"’')]\s))(?-i:{_PLACE}(?:\s{_PLACE}){{0,3}}\s?[—–/]\s?{_AGENCY_NAME})\.?|"
    r"©\s?[^.!?]{2,80}\.?)$",
    re.IGNORECASE,
)
_CREDIT_MARKS: Final = (
    "(", ":", "©", "credit", " by ", " courtesy of ",
    "getty", "reuters", "alamy", "shutterstock", "/a", "—a", "–a", "/epa", "—epa",
)  # fmt: skip
"""One of these is in each of them: few paragraphs end with any, and the search tries every word of those that do."""

_NAME: Final = r"[A-ZÀ-ÖØ-Þ@][^\s()\[\]/,:]{0,30}"
_CREDITED: Final = rf"{_NAME}(?:(?:\s?[/,:]\s?|\s(?:(?:via|for|of|and|the)\s)*){_NAME}){{0,9}}"
_CAPTION_TAIL: Final = re.compile(rf"\s(?P<credit>\[{_CREDITED}\]|(?<=[.!?”\"’']\s)\({_CREDITED}\))\.?$")
"""Names alone in brackets behind what is known to be a caption: *[Harbour Wire via Reuters]*, *(Ann Lee / Wire)*."""
_CAPTION_LINE: Final = re.compile(rf"[^\n\[]{{12,240}}[^\s.:;,…\[] (?P<credit>\[(?P<who>{_CREDITED})\])")
"""A line without a stop whose last words are names in square brackets, from which it is known to be a caption."""
_LINKED: Final = frozenset(
    "AUDIO CHART CHARTS CLIP DATA GALLERY GIF GRAPHIC IMAGE IMAGES INFOGRAPHIC LINK MAP PDF PHOTO PICS PICTURE "  # noqa: SIM905  # reads best as text
    "PICTURES PODCAST POLL QUIZ SLIDESHOW SPONSORED TRAILER APPLAUSE CHEERS CROSSTALK LAUGHS LAUGHTER".split()
)
"""What a title or a transcript has in such brackets: *How a dam is built [Video]*, *We built it [Laughter]*."""

_OUTLET: Final = re.compile(
    r"\b(?:news|newspapers?|times|post|herald|guardian|bbc|cnn|reuters|journal|tribune|gazette|magazine|press|"
    r"daily|chronicle|today|online|"
    r"radio|tv|television|review|telegraph|independent|mail|mirror|express|star|sun|observer|globe|wire|newswire|"
    r"fox|nbc|abc|cbs|npr|pbs|msnbc|cnbc|"
    r"sky|itv|al jazeera|bloomberg|forbes|vox|politico|axios|wikipedia|wikinews|yahoo|msn|aol|huffpost|buzzfeed|"
    r"vice|slate|salon|atlantic|economist|"
    r"newsweek|time|variety|deadline|tmz|espn|snopes|politifact|mashable|wired|techcrunch|verge|inquirer|examiner|"
    r"courier|dispatch|"
    r"sentinel|record|register|bee|bulletin|argus|echo|standard|republic|monitor|leader|ledger|advocate|citizen|"
    r"world service|"
    r"\w+\.(?:com|org|net|co\.uk|co|gov|edu|news|io|tv|info|ie|au|ca|nz|in|za|eu|de))\b",
    re.IGNORECASE,
)
_BARS: Final = re.compile(r"\s+[|»·•¦]\s+|\s+::\s+")
_HYPHEN: Final = re.compile(r"\s+[-–—]\s+")


def dateline_end(text: str) -> int | None:
    """Where the dateline at the start of a story's first paragraph ends: ``PARIS (Wire) — ``, ``Oslo, Norway – ``."""
    head = text[: MAX_DATELINE + 200]
    for pattern in (_CAPITALS, _TIGHT, _AGENCY_FIRST, _COLON, _STAMPED, _TITLE_CASE):
        match = pattern.match(head)
        if not match or match.end() > MAX_DATELINE or not match.group().strip():
            continue
        first = match.group().split()[0].strip(":,")
        if first in _NO_PLACE or match.group().strip(" :|—–-") == "NEW":
            continue
        if pattern is _TIGHT and _opens_aside(text, match.end()):
            continue
        if pattern in (_CAPITALS, _TIGHT) and len(first) < 3 and "." not in first and len(match.group().split()) < 3:
            continue
        if pattern is _TITLE_CASE and not _is_place(match, head):
            continue
        return match.end()
    return None


def _opens_aside(text: str, start: int) -> bool:
    """Whether the dash before a place in the text is the first of a pair: *ROBIN HOOD—Disney’s film—was*."""
    sentence = _FIRST_SENTENCE.match(text, start)
    return sentence is not None and sentence[0].count("—") % 2 == 1


def is_dateline(text: str) -> bool:
    """Whether a short piece is a dateline with its dash and nothing behind it, or a place and a day."""
    text = text.strip()
    if len(text) > MAX_DATELINE:
        return False
    dashed = text.endswith(("-", "–", "—")) and dateline_end(f"{text} It") == len(text) + 1
    return dashed or any(_is_place_and_day(text, comma) for comma in _BEFORE_DAY.finditer(text))


def _is_place_and_day(text: str, comma: re.Match[str]) -> bool:
    """Whether a line is a place up to a comma, dash or space, and one day; behind a mere space one with its year."""
    place, day = text[: comma.start()], _ONE_DAY.fullmatch(text, comma.end())
    if day is None or not _WHERE.fullmatch(place) or place.split()[0] in _NO_PLACE:
        return False
    if any(word in CALENDAR for word in place.lower().replace(",", "").split()):
        return False
    return bool(day["year"] or comma.group().strip())


def _is_place(match: re.Match[str], head: str) -> bool:
    """Tell the dash behind a place from a pair of dashes around an aside."""
    sentence = re.split(r"[.!?]\s", head[match.end() :], maxsplit=1)[0]
    dash = match["dash"]
    closing = rf"\s{re.escape(dash)}\s" if dash in {"-", "|"} else re.escape(dash)
    return dash == "|" or not re.search(closing, sentence)


def credit_start(text: str) -> int | None:
    """Where a credit begins that a paragraph ends with, as in ``The old mill. Photo: Jo Bloggs``."""
    base = max(0, len(text) - _TAIL_WINDOW)
    tail = text[base:].lower()
    if not any(mark in tail for mark in _CREDIT_MARKS):
        return None
    match = _CREDIT_TAIL.search(text, base)
    if not match or not any(character.isalnum() for character in text[: match.start("credit")]):
        return None
    words = match["credit"].split()
    return match.start("credit") if match["credit"].startswith("(") or len(words) <= 10 else None


def caption_credit_start(text: str) -> int | None:
    """Where a credit begins that a caption ends with, as in ``The north tower [Harbour Wire]``."""
    if not text.endswith(("]", "].", ")", ").")):
        return None
    match = _CAPTION_TAIL.search(text, max(0, len(text) - _TAIL_WINDOW))
    return None if match is None else match.start("credit")


def line_credit_start(text: str) -> int | None:
    """The same for a line of which only that tells that it is a caption."""
    match = _CAPTION_LINE.fullmatch(text) if text.endswith("]") else None
    if match is None or (_NO_PLACE | _LINKED) & set(match["who"].upper().split()):
        return None
    return match.start("credit")


def site_start(headline: str) -> int | None:
    """Where the site's name begins behind a headline: ``… - Springfield Times``, ``… | World | The Gazette``."""
    if len(headline) > 400:
        return None
    for bar in _BARS.finditer(headline):
        rest = _BARS.split(headline[bar.end() :])
        if len(headline[: bar.start()].split()) >= 3 and all(len(part.split()) <= 5 for part in rest):
            return bar.start()
    hyphens = list(_HYPHEN.finditer(headline))
    if hyphens:
        tail = headline[hyphens[-1].end() :]
        words = tail.split()
        proper = all(
            word[0].isupper() or word[0].isdigit() or "." in word or word in {"of", "the", "and", "&"} for word in words
        )
        if (
            1 <= len(words) <= 5
            and proper
            and _OUTLET.search(tail)
            and len(headline[: hyphens[-1].start()].split()) >= 3
        ):
            return hyphens[-1].start()
    return None


def label_end(headline: str) -> int | None:
    """Where a rubric before a headline ends, as in ``Opinion | Why …``."""
    match = re.match(
        r"\s*(?:opinion|analysis|perspective|review|exclusive|video|watch|live|column|editorial|letters?)\s*\|\s*",
        headline,
        re.IGNORECASE,
    )
    return match.end() if match else None


def stamp_start(headline: str) -> int | None:
    """Where a date with weekday and year begins that a headline runs out in."""
    match = list(FULL_DATE.finditer(headline[:400]))
    return match[-1].start() if match and match[-1].end() == len(headline) and match[-1].start() > 0 else None
